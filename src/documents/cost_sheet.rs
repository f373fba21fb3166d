//! The cost sheet as a workbook that a spreadsheet program opens, and back. Out go values, never
//! formulas; in come values of known rows, from a file that is small and sound.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, Xlsx};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::containers::{self, Flaw};
use crate::domain::refusal::Refusal;

/// A saved cost sheet has some ten kilobytes.
pub const LARGEST_FILE: u64 = 1024 * 1024;
/// Parts of a workbook, and their bytes together when unpacked.
const MOST_PARTS: usize = 100;
const MOST_UNPACKED: usize = 8 * 1024 * 1024;
const MOST_SHEETS: usize = 20;
const MOST_CELLS: usize = 5_000;
/// The sheet has some fifty rows.
const MOST_ROWS: u32 = 500;
/// Characters of one cell that are looked at.
const LONGEST: usize = 600;
/// Columns of the first sheet: what a row is called here, its words, the value, the unit.
const CODE: u32 = 0;
const VALUE: u32 = 2;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
}

/// One sheet of the workbook; the first row is its head.
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Vec<Cell>>,
    pub widths: Vec<f64>,
}

/// The bytes of a workbook.
pub fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        for (column, width) in (0..).zip(&sheet.widths) {
            page.set_column_width(column, *width)?;
        }
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                put(page, (row, column), cell, (row == 0).then_some(&bold))?;
            }
        }
    }
    book.save_to_buffer()
}

fn put(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    match (cell, format) {
        (Cell::Empty, _) => {}
        (Cell::Number(number), _) => {
            page.write_number(row, column, *number)?;
        }
        (Cell::Text(text), Some(format)) => {
            page.write_string_with_format(row, column, text, format)?;
        }
        (Cell::Text(text), None) if is_risky(text) => {
            // The mark keeps it a text when somebody edits the cell or saves it as another kind.
            let quoted = Format::new().set_quote_prefix();
            page.write_string_with_format(row, column, text, &quoted)?;
        }
        (Cell::Text(text), None) => {
            page.write_string(row, column, text)?;
        }
    }
    Ok(())
}

/// Spreadsheet programs may take such a text for a formula.
fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetRefusal {
    #[error("larger than a cost sheet")]
    TooLarge,
    #[error("not a workbook, damaged, or built to mislead")]
    Unreadable,
    #[error("no sheet with the name of ours")]
    OtherSheet,
    #[error("more cells than a cost sheet has")]
    TooMuch,
}

impl Refusal for SheetRefusal {
    fn key(&self) -> &'static str {
        match self {
            SheetRefusal::TooLarge => "cost-file-too-large",
            SheetRefusal::Unreadable => "cost-file-unreadable",
            SheetRefusal::OtherSheet => "cost-file-other-sheet",
            SheetRefusal::TooMuch => "cost-file-too-much",
        }
    }
}

impl From<Flaw> for SheetRefusal {
    fn from(_: Flaw) -> SheetRefusal {
        SheetRefusal::Unreadable
    }
}

/// Values by the code of their row, as a person would type them. A formula counts as the value it
/// had when the file was saved. `names` are what the sheet may be called.
pub fn read(
    file: &mut (impl Read + Seek),
    names: &[&str],
) -> Result<BTreeMap<String, String>, SheetRefusal> {
    let mut bytes = Vec::new();
    file.rewind().map_err(|_| SheetRefusal::Unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|_| SheetRefusal::Unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(SheetRefusal::TooLarge);
    }
    examine(&bytes)?;
    let unreadable = |_| SheetRefusal::Unreadable;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheet_names();
    let own = sheets.iter().take(MOST_SHEETS).find(|name| names.contains(&name.as_str()));
    let own = own.ok_or(SheetRefusal::OtherSheet)?;
    let mut cells = book.worksheet_cells_reader(own).map_err(unreadable)?;
    let (mut codes, mut values) = (BTreeMap::new(), BTreeMap::new());
    let mut seen = 0;
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (row, column) = cell.get_position();
        seen += 1;
        if seen > MOST_CELLS {
            return Err(SheetRefusal::TooMuch);
        }
        let of = match column {
            CODE => &mut codes,
            VALUE => &mut values,
            _ => continue,
        };
        if row < MOST_ROWS {
            of.insert(row, typed(cell.get_value()));
        }
    }
    let value = |row: &u32| values.get(row).cloned().unwrap_or_default();
    Ok(codes
        .iter()
        .filter(|(_, code)| !code.is_empty())
        .map(|(r, c)| (c.clone(), value(r)))
        .collect())
}

/// Unpacks every part once, within the limits, before another reader gets to it.
fn examine(bytes: &[u8]) -> Result<(), SheetRefusal> {
    let mut file = Cursor::new(bytes);
    let parts = containers::parts(&mut file)?;
    if parts.len() > MOST_PARTS || !parts.iter().any(|part| part.name == "xl/workbook.xml") {
        return Err(SheetRefusal::Unreadable);
    }
    let mut unpacked = 0;
    for part in &parts {
        unpacked += containers::read(&mut file, part)?.len();
        if unpacked > MOST_UNPACKED {
            return Err(SheetRefusal::Unreadable);
        }
    }
    Ok(())
}

fn typed(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        // A day in a column of amounts says that the program took the amount for one.
        DataRef::DateTime(moment) => moment.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Empty => String::new(),
    };
    text.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

/// To the nearest hundredth, as amounts and percentages are typed.
fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::containers::samples::{container, joined};
    use proptest::prelude::*;

    fn row(code: &str, value: Cell) -> Vec<Cell> {
        vec![Cell::Text(code.into()), Cell::Text("Woorden".into()), value, Cell::Text("€".into())]
    }

    fn book(name: &str, rows: Vec<Vec<Cell>>) -> Vec<u8> {
        write(&[Sheet { name: name.into(), rows, widths: vec![12.0, 40.0] }]).unwrap()
    }

    fn taken(bytes: &[u8]) -> Result<BTreeMap<String, String>, SheetRefusal> {
        read(&mut Cursor::new(bytes), &["Kosten", "Costs"])
    }

    fn values(of: &[(&str, &str)]) -> BTreeMap<String, String> {
        of.iter().map(|(code, value)| ((*code).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn numbers_and_texts_come_back() {
        let rows = vec![
            row("pay", Cell::Number(338_750.0)),
            row("rate", Cell::Number(39.1)),
            row("rise.costs", Cell::Number(3.25)),
            row("payer.1.name", Cell::Text("=cmd|' /C calc'!A0".into())),
            row("volume", Cell::Empty),
            row("", Cell::Number(1.0)),
        ];
        let expected = values(&[
            ("pay", "338750"),
            ("payer.1.name", "=cmd|' /C calc'!A0"),
            ("rate", "39,1"),
            ("rise.costs", "3,25"),
            ("volume", ""),
        ]);
        assert_eq!(taken(&book("Kosten", rows)), Ok(expected));
    }

    #[test]
    fn what_looks_like_a_formula_is_written_as_text() {
        for text in ["=1+1", "+31", "-5", "@SUM(A1)", "\t=1", "\r=1"] {
            let head = row("Code", Cell::Text("Antwoord".into()));
            let file = book("Kosten", vec![head, row("payer.1.name", Cell::Text(text.into()))]);
            let parts = containers::parts(&mut Cursor::new(&file)).unwrap();
            let xml = |name: &str| {
                let part = parts.iter().find(|part| part.name == name).unwrap();
                let bytes = containers::read(&mut Cursor::new(&file), part).unwrap();
                String::from_utf8(bytes).unwrap()
            };
            assert!(!xml("xl/worksheets/sheet1.xml").contains("<f"), "{text:?}");
            assert!(xml("xl/styles.xml").contains("quotePrefix"), "{text:?}");
        }
    }

    #[test]
    fn a_formula_counts_as_its_value_and_cannot_run() {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        page.set_name("Kosten").unwrap();
        for (row, (code, formula, result)) in
            (0..).zip([("pay", "=100*3", "300"), ("overhead", "=cmd|' /C calc'!A0", "#REF!")])
        {
            page.write_string(row, 0, code).unwrap();
            let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
            page.write_formula(row, 2, formula).unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let found = taken(&bytes).unwrap();
        assert_eq!(found["pay"], "300");
        assert!(!found["overhead"].starts_with('='), "{found:?}");
    }

    #[test]
    fn another_sheet_is_not_ours() {
        assert_eq!(taken(&book("Blad1", vec![])), Err(SheetRefusal::OtherSheet));
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        let text = container(&[("word/document.xml", b"<a/>")]);
        let unreadable = Err(SheetRefusal::Unreadable);
        assert_eq!(taken(&text), unreadable, "a renamed document");
        for bytes in [b"".as_slice(), b"PK\x03\x04", b"%PDF-1.7", b"pay;100", &[0xff; 300]] {
            assert_eq!(taken(bytes), unreadable, "{bytes:?}");
        }
        let hollow =
            container(&[("xl/workbook.xml", b"<workbook/>"), ("[Content_Types].xml", b"")]);
        assert!(taken(&hollow).is_err());
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let zeros = vec![0; 3 << 20];
        let honest =
            container(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
        assert!(honest.len() < 10_000);
        assert_eq!(taken(&honest), Err(SheetRefusal::Unreadable));
        // One that says it is small.
        let packed = {
            use std::io::Write;
            let mut to = flate2::write::DeflateEncoder::new(vec![], flate2::Compression::best());
            to.write_all(&zeros).unwrap();
            to.finish().unwrap()
        };
        let lying = joined(&[
            ("xl/workbook.xml", 0, b"<workbook/>".to_vec(), 11),
            ("xl/sharedStrings.xml", 8, packed, 10),
        ]);
        assert_eq!(taken(&lying), Err(SheetRefusal::Unreadable));
        let large = vec![b'x'; 10 << 20];
        assert_eq!(taken(&large), Err(SheetRefusal::TooLarge));
    }

    #[test]
    fn a_far_cell_takes_no_room_and_too_many_cells_are_refused() {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        page.set_name("Kosten").unwrap();
        page.write_string(0, 0, "pay").unwrap();
        page.write_number(0, 2, 5).unwrap();
        page.write_string(1_048_575, 0, "overhead").unwrap();
        page.write_number(1_048_575, 16_383, 9).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        assert_eq!(taken(&bytes), Ok(values(&[("pay", "5")])));
        let many = (0..2_000).map(|_| row("pay", Cell::Number(1.0))).collect();
        assert_eq!(taken(&super::tests::book("Kosten", many)), Err(SheetRefusal::TooMuch));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn changed_bytes_never_make_it_panic(changes in proptest::collection::vec((0usize..7_000, any::<u8>()), 1..4)) {
            let mut bytes = book("Kosten", vec![row("pay", Cell::Number(1.0))]);
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = byte;
            }
            let _ = taken(&bytes);
        }

        #[test]
        fn an_amount_comes_back_to_the_cent(cents in 0i64..1_000_000_000_000) {
            let text = decimal(cents as f64 / 100.0);
            let read = crate::domain::money::Cents::parse(&text).unwrap();
            prop_assert_eq!(read.0, cents);
        }
    }
}
