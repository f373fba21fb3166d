//! What a file is, by its content. A name can say anything.

use std::io::{self, Read, Seek, SeekFrom};

use super::containers::{self, Flaw, Part};
use crate::domain::bids::FileKind;
use crate::domain::bids::attachments::FileRefusal;

/// Looks at the first bytes, and into office documents.
pub fn kind_of(file: &mut (impl Read + Seek)) -> io::Result<Result<FileKind, FileRefusal>> {
    let mut head = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(8192).read_to_end(&mut head)?;
    if head.is_empty() {
        return Ok(Err(FileRefusal::Empty));
    }
    if infer::archive::is_zip(&head) {
        return office(file);
    }
    Ok(match infer::get(&head).map(|found| found.mime_type()) {
        Some("application/pdf") if containers::ends_as_one(file)? => Err(FileRefusal::TwoKinds),
        Some("application/pdf") => Ok(FileKind::Pdf),
        Some("image/png") => Ok(FileKind::Png),
        Some("image/jpeg") => Ok(FileKind::Jpeg),
        _ => Err(FileRefusal::Unknown),
    })
}

fn office(file: &mut (impl Read + Seek)) -> io::Result<Result<FileKind, FileRefusal>> {
    match document(file) {
        Ok(kind) => Ok(kind),
        Err(Flaw::Unsound) => Ok(Err(FileRefusal::Damaged)),
        // The directory points outside the file, or the packing is broken.
        Err(Flaw::Io(error))
            if matches!(
                error.kind(),
                io::ErrorKind::UnexpectedEof
                    | io::ErrorKind::InvalidData
                    | io::ErrorKind::InvalidInput
            ) =>
        {
            Ok(Err(FileRefusal::Damaged))
        }
        Err(Flaw::Io(error)) => Err(error),
    }
}

fn document(file: &mut (impl Read + Seek)) -> Result<Result<FileKind, FileRefusal>, Flaw> {
    let parts = containers::parts(file)?;
    if parts.iter().any(|part| runs(&part.name)) {
        return Ok(Err(FileRefusal::Macros));
    }
    for part in containers::unpack(file, &parts)? {
        if part.iter().any(|part| runs(&part.name)) {
            return Ok(Err(FileRefusal::Macros));
        }
    }
    let text = |file: &mut _, part: &Part| -> Result<String, Flaw> {
        Ok(String::from_utf8_lossy(&containers::read(file, part)?).into_owned())
    };
    if let Some(part) = parts.first().filter(|part| part.name == "mimetype") {
        return Ok(match text(file, part)?.trim() {
            "application/vnd.oasis.opendocument.text" => Ok(FileKind::Odt),
            _ => Err(FileRefusal::Unknown),
        });
    }
    match parts.iter().find(|part| part.name == "[Content_Types].xml") {
        Some(part) => Ok(by_content_types(&text(file, part)?)),
        None => Ok(Err(FileRefusal::Unknown)),
    }
}

/// Parts that hold programs: macros of Word and Excel, of LibreOffice, and ActiveX.
fn runs(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with("vbaproject.bin")
        || name.contains("/activex/")
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
        || name.contains("/macrosheets/")
}

fn by_content_types(types: &str) -> Result<FileKind, FileRefusal> {
    const WORD: &str = "wordprocessingml.document.main+xml";
    const EXCEL: &str = "spreadsheetml.sheet.main+xml";
    let lower = types.to_lowercase();
    if lower.contains("macroenabled") || lower.contains("vbaproject") {
        Err(FileRefusal::Macros)
    } else if types.contains(WORD) {
        Ok(FileKind::Docx)
    } else if types.contains(EXCEL) {
        Ok(FileKind::Xlsx)
    } else {
        Err(FileRefusal::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::containers::samples::container;
    use std::io::Cursor;

    const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

    fn kind(bytes: &[u8]) -> Result<FileKind, FileRefusal> {
        kind_of(&mut Cursor::new(bytes)).unwrap()
    }

    #[test]
    fn the_content_decides() {
        let types = TYPES.as_bytes();
        let sheet = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet");
        let odt = b"application/vnd.oasis.opendocument.text";
        assert_eq!(kind(b"%PDF-1.7\n%%EOF"), Ok(FileKind::Pdf));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Ok(FileKind::Png));
        assert_eq!(kind(b"\xff\xd8\xff\xe0...."), Ok(FileKind::Jpeg));
        assert_eq!(kind(&container(&[("[Content_Types].xml", types)])), Ok(FileKind::Docx));
        let sheet = container(&[("x/y.xml", b"<a/>"), ("[Content_Types].xml", sheet.as_bytes())]);
        assert_eq!(kind(&sheet), Ok(FileKind::Xlsx));
        assert_eq!(kind(&container(&[("mimetype", odt)])), Ok(FileKind::Odt));
    }

    #[test]
    fn what_runs_or_misleads_is_refused() {
        let types = TYPES.as_bytes();
        let enabled = TYPES.replace("document.main", "document.macroEnabled.main");
        assert_eq!(kind(b""), Err(FileRefusal::Empty));
        assert_eq!(kind(b"MZ\x90\0"), Err(FileRefusal::Unknown));
        assert_eq!(kind(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Err(FileRefusal::Unknown));
        assert_eq!(kind(b"<html><script>"), Err(FileRefusal::Unknown));
        assert_eq!(kind(b"<svg xmlns='http://www.w3.org/2000/svg'>"), Err(FileRefusal::Unknown));
        assert_eq!(kind(&container(&[("readme.txt", b"hi")])), Err(FileRefusal::Unknown));
        assert_eq!(
            kind(&container(&[("mimetype", b"application/epub+zip")])),
            Err(FileRefusal::Unknown)
        );
        let macros = container(&[("[Content_Types].xml", types), ("word/vbaProject.bin", b"x")]);
        assert_eq!(kind(&macros), Err(FileRefusal::Macros));
        let macros = container(&[("[Content_Types].xml", enabled.as_bytes())]);
        assert_eq!(kind(&macros), Err(FileRefusal::Macros));
        let odt = b"application/vnd.oasis.opendocument.text";
        let macros = container(&[("mimetype", odt), ("Basic/Standard/Module1.xml", b"x")]);
        assert_eq!(kind(&macros), Err(FileRefusal::Macros));
        let sheet = container(&[("xl/vbaProject.bin", b"x")]);
        let inside = container(&[("[Content_Types].xml", types), ("word/a.xlsm", &sheet)]);
        assert_eq!(kind(&inside), Err(FileRefusal::Macros));
        let two = [b"%PDF-1.7\n%%EOF".to_vec(), container(&[("a.txt", b"x")])].concat();
        assert_eq!(kind(&two), Err(FileRefusal::TwoKinds));
        assert_eq!(kind(b"GIF89a/*....*/=1;alert(1)"), Err(FileRefusal::Unknown));
        let cut = &container(&[("[Content_Types].xml", types)])[..60];
        assert_eq!(kind(cut), Err(FileRefusal::Damaged));
    }
}
