//! Filling in the form for scoring without a network, as a spreadsheet program would.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Formula, Workbook};

/// Columns of the first page.
pub const KEY: usize = 0;
pub const GRADE: usize = 3;
pub const REASON: usize = 4;
/// The first row with a mark.
const FIRST: usize = 3;

/// All cells of a page of a workbook.
pub fn page(file: &[u8], number: usize) -> (String, Vec<Vec<Data>>) {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.to_vec())).expect("a workbook");
    let name = book.sheet_names()[number].clone();
    let range = book.worksheet_range(&name).expect("a page");
    (name, range.rows().map(<[Data]>::to_vec).collect())
}

/// Everything that can be read on a page, row by row.
pub fn text(file: &[u8], number: usize) -> String {
    let rows = page(file, number).1.into_iter();
    let row = |row: Vec<Data>| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    rows.map(row).collect::<Vec<_>>().join("\n")
}

/// The form with other things in some cells: which mark, which column, what.
pub fn filled(file: &[u8], cells: &[(usize, usize, &str)]) -> Vec<u8> {
    let (name, rows) = page(file, 0);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("a name");
    for (row, of) in rows.iter().enumerate() {
        for (column, cell) in of.iter().enumerate() {
            let typed = cells.iter().find(|(mark, at, _)| mark + FIRST == row && *at == column);
            let at = (u32::try_from(row).expect("a row"), u16::try_from(column).expect("a column"));
            match (typed, cell) {
                (Some((_, _, text)), _) if text.starts_with('=') => {
                    sheet.write_formula(at.0, at.1, Formula::new(*text)).expect("a formula");
                }
                (Some((_, _, text)), _) => match text.parse::<f64>() {
                    Ok(number) => drop(sheet.write_number(at.0, at.1, number)),
                    Err(_) => drop(sheet.write_string(at.0, at.1, *text)),
                },
                (None, Data::Float(number)) => drop(sheet.write_number(at.0, at.1, *number)),
                (None, Data::Empty) => {}
                (None, other) => drop(sheet.write_string(at.0, at.1, other.to_string())),
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}
