//! A plain PDF of a text: one page, one font, nothing else. Real enough to open and to print.

/// Characters on a line, and lines on a page.
const WIDE: usize = 84;
const LONG: usize = 52;

/// The text on one page of A4.
pub fn page(text: &str) -> Vec<u8> {
    let lines: Vec<String> = text.lines().flat_map(folded).take(LONG).collect();
    let mut drawn = b"BT /F 11 Tf 14 TL 60 780 Td\n".to_vec();
    for line in &lines {
        drawn.push(b'(');
        drawn.extend(line.chars().flat_map(sign));
        drawn.extend(b") '\n");
    }
    drawn.extend(b"ET");
    let stream = [format!("<< /Length {} >>\nstream\n", drawn.len()).as_bytes(), &drawn].concat();
    file(&[
        b"<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
          /Resources << /Font << /F 5 0 R >> >> >>"
            .to_vec(),
        [stream.as_slice(), b"\nendstream"].concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_vec(),
    ])
}

/// Numbered objects, then the table that says where each begins.
fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let (start, count) = (file.len(), objects.len() + 1);
    file.extend(format!("xref\n0 {count}\n{table}").bytes());
    file.extend(
        format!("trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    file
}

fn folded(line: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in line.split_whitespace() {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].chars().count() + word.chars().count() >= WIDE {
            lines.push(word.to_owned());
        } else {
            if !lines[last].is_empty() {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        }
    }
    lines
}

/// In the encoding of the font (WinAnsi), with what means something to PDF escaped.
fn sign(c: char) -> Vec<u8> {
    match c {
        '(' | ')' | '\\' => vec![b'\\', c as u8],
        '’' => vec![0x92],
        '‘' => vec![0x91],
        '–' => vec![0x96],
        '€' => vec![0x80],
        c => vec![u8::try_from(u32::from(c)).unwrap_or(b'?')],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_stands_where_the_table_says() {
        let file = page("Eén (1) regel\n\nen nog een’");
        let find = |what: &[u8]| file.windows(what.len()).rposition(|w| w == what);
        let tail = String::from_utf8_lossy(&file[find(b"\nxref\n").unwrap() + 1..]).into_owned();
        for (number, row) in (1..=5).zip(tail.lines().skip(3)) {
            let at: usize = row[..10].parse().unwrap();
            assert!(file[at..].starts_with(format!("{number} 0 obj").as_bytes()), "{row}");
        }
        let start: usize = tail.lines().rev().nth(1).unwrap().parse().unwrap();
        assert!(file[start..].starts_with(b"xref"));
        assert!(find(b"(E\xE9n \\(1\\) regel) '").is_some());
        assert!(find(b"(en nog een\x92) '").is_some());
    }

    #[test]
    fn long_lines_are_folded() {
        let lines = folded(&"woord ".repeat(40));
        assert!(lines.iter().all(|line| line.chars().count() <= WIDE));
        assert_eq!(lines.join(" "), "woord ".repeat(40).trim());
    }
}
