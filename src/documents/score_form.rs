//! The form on which an assessor scores without a network: a workbook that a spreadsheet program
//! opens, and back. It holds the texts to read beside the cells to fill in. What is not to be changed
//! is locked, grades are chosen from the scale, and nothing that a person typed is ever a formula.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, Reader, Xlsx, XlsxError as ReadError};
use rust_xlsxwriter::{
    DataValidation, Format, FormatAlign, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::containers;
use crate::domain::refusal::Refusal;
use crate::domain::review::offline::Filled;
use crate::domain::words::is_hidden;

/// A form with the texts of sixty bids stays under this.
pub const LARGEST_FILE: u64 = 8 * 1024 * 1024;
/// Parts of a workbook, and their bytes together when unpacked.
const MOST_PARTS: usize = 200;
const MOST_UNPACKED: u64 = 48 * 1024 * 1024;
const MOST_SHEETS: usize = 20;
const MOST_CELLS: usize = 60_000;
const MOST_ROWS: u32 = 5_000;
/// What a cell of a workbook holds at most.
const LONGEST: usize = 32_767;
/// Stands in the first cell, before the id of the sheet that the form belongs to.
const MARK: &str = "buurtbod-scores-1 ";
/// Columns of the first sheet.
const KEY: u16 = 0;
const BID: u16 = 1;
const QUESTION: u16 = 2;
const GRADE: u16 = 3;
const REASON: u16 = 4;
const BASE: u16 = 5;
/// The row with the heads; marks come below it.
const HEADS: u32 = 2;

/// Everything that is written, in the words of the reader.
pub struct Form {
    /// Id of the sheet that it belongs to.
    pub sheet: String,
    pub title: String,
    pub how: String,
    /// What the three pages are called.
    pub names: [String; 3],
    /// Of the columns bid, question, grade and reason.
    pub heads: [String; 4],
    pub wrong_grade: String,
    pub marks: Vec<Row>,
    pub reading_heads: [String; 4],
    /// Bid, question, place and text.
    pub reading: Vec<[String; 4]>,
    pub scale_heads: [String; 3],
    /// Value, label and text of each grade.
    pub scale: Vec<[String; 3]>,
}

/// One mark with what stands there now.
pub struct Row {
    pub key: String,
    pub bid: String,
    pub question: String,
    pub grade: String,
    pub reason: String,
    pub base: String,
}

/// The bytes of a form.
pub fn write(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    marks(book.add_worksheet(), form)?;
    let (reading, widths) =
        (form.reading.iter().map(|row| row.as_slice()), [14.0, 30.0, 12.0, 90.0]);
    table(book.add_worksheet(), &form.names[1], (&form.reading_heads, reading), &widths)?;
    let scale = form.scale.iter().map(|row| row.as_slice());
    table(book.add_worksheet(), &form.names[2], (&form.scale_heads, scale), &[10.0, 24.0, 80.0])?;
    book.save_to_buffer()
}

/// Texts stay as they are; how wide a column is, is everybody's own.
fn may_shape() -> ProtectionOptions {
    ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::default() }
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

fn marks(page: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    page.set_name(&form.names[0])?;
    for (column, width) in [(BID, 16.0), (QUESTION, 30.0), (GRADE, 10.0), (REASON, 90.0)] {
        page.set_column_width(column, width)?;
    }
    page.set_column_hidden(KEY)?;
    page.set_column_hidden(BASE)?;
    let bold = Format::new().set_bold();
    text(page, (0, KEY), &format!("{MARK}{}", form.sheet), Format::new())?;
    text(page, (0, BID), &form.title, bold.clone())?;
    text(page, (1, BID), &form.how, Format::new())?;
    for (column, head) in (BID..).zip(&form.heads) {
        text(page, (HEADS, column), head, bold.clone())?;
    }
    let first = HEADS + 1;
    let mut last = first;
    for (row, mark) in (first..).zip(&form.marks) {
        last = row;
        text(page, (row, KEY), &mark.key, Format::new())?;
        text(page, (row, BID), &mark.bid, wrapped())?;
        text(page, (row, QUESTION), &mark.question, wrapped())?;
        value(page, (row, GRADE), &mark.grade, wrapped().set_unlocked())?;
        text(page, (row, REASON), &mark.reason, wrapped().set_unlocked())?;
        text(page, (row, BASE), &mark.base, Format::new())?;
    }
    let until = form.scale.len() + 1;
    let choice = DataValidation::new()
        .allow_list_formula(Formula::new(format!("='{}'!$A$2:$A${until}", form.names[2])))
        .set_error_message(&form.wrong_grade)?;
    page.add_data_validation(first, GRADE, last, GRADE, &choice)?;
    page.set_freeze_panes(first, GRADE)?;
    page.protect_with_options(&may_shape());
    Ok(())
}

fn table<'r>(
    page: &mut Worksheet,
    name: &str,
    (heads, rows): (&[String], impl Iterator<Item = &'r [String]>),
    widths: &[f64],
) -> Result<(), XlsxError> {
    page.set_name(name)?;
    for (column, width) in (0..).zip(widths) {
        page.set_column_width(column, *width)?;
    }
    for (column, head) in (0..).zip(heads) {
        text(page, (0, column), head, Format::new().set_bold())?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match column {
                0 => value(page, (row, column), cell, wrapped())?,
                _ => text(page, (row, column), cell, wrapped())?,
            }
        }
    }
    page.set_freeze_panes(1, 0)?;
    page.protect_with_options(&may_shape());
    Ok(())
}

/// A number as a number, anything else as a text.
fn value(
    page: &mut Worksheet,
    at: (u32, u16),
    cell: &str,
    format: Format,
) -> Result<(), XlsxError> {
    match cell.parse::<f64>() {
        Ok(number) => page.write_number_with_format(at.0, at.1, number, &format).map(|_| ()),
        Err(_) => text(page, at, cell, format),
    }
}

/// Spreadsheet programs may take some texts for a formula; the quote prefix keeps them texts.
fn text(page: &mut Worksheet, at: (u32, u16), cell: &str, format: Format) -> Result<(), XlsxError> {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let format = if risky { format.set_quote_prefix() } else { format };
    if cell.is_empty() {
        page.write_blank(at.0, at.1, &format)?;
    } else {
        let short: String = cell.chars().take(LONGEST / 2).collect();
        page.write_string_with_format(at.0, at.1, short, &format)?;
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormRefusal {
    #[error("larger than a form")]
    TooLarge,
    #[error("not a workbook, damaged, or built to mislead")]
    Unreadable,
    #[error("a workbook, but no form of ours")]
    NoForm,
    #[error("the form of another assessor, lot or round")]
    OtherForm,
    #[error("a formula where a grade or a text belongs")]
    Formula,
    #[error("more rows than a form has")]
    TooMuch,
    #[error("the same mark stands there twice")]
    Twice,
}

impl Refusal for FormRefusal {
    fn key(&self) -> &'static str {
        match self {
            FormRefusal::TooLarge => "form-too-large",
            FormRefusal::Unreadable => "form-unreadable",
            FormRefusal::NoForm => "form-no-form",
            FormRefusal::OtherForm => "form-other-form",
            FormRefusal::Formula => "form-formula",
            FormRefusal::TooMuch => "form-too-much",
            FormRefusal::Twice => "form-twice",
        }
    }
}

fn unreadable<E>(_: E) -> FormRefusal {
    FormRefusal::Unreadable
}

/// What was filled in on a form of this sheet.
pub fn read(file: &mut (impl Read + Seek), sheet: &str) -> Result<Vec<Filled>, FormRefusal> {
    let mut bytes = Vec::new();
    file.rewind().map_err(unreadable)?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(FormRefusal::TooLarge);
    }
    examine(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable::<ReadError>)?;
    // Ours is the first, whatever its name; some programs put one of their own before it.
    let names = book.sheet_names();
    for name in names.iter().take(MOST_SHEETS) {
        let cells = cells(&mut book, name)?;
        let Some(mark) = cells.get(&(0, KEY)).and_then(|text| text.strip_prefix(MARK)) else {
            continue;
        };
        if mark.trim() != sheet {
            return Err(FormRefusal::OtherForm);
        }
        no_formulas(&mut book, name)?;
        return rows(&cells);
    }
    Err(FormRefusal::NoForm)
}

/// Unpacks every part once, within the limits, before another reader gets to it.
fn examine(bytes: &[u8]) -> Result<(), FormRefusal> {
    let mut file = Cursor::new(bytes);
    let parts = containers::parts(&mut file).map_err(unreadable)?;
    let book = parts.iter().any(|part| part.name == "xl/workbook.xml");
    let unpacked: u64 = parts.iter().map(containers::Part::unpacked).sum();
    if !book || parts.len() > MOST_PARTS || unpacked > MOST_UNPACKED {
        return Err(FormRefusal::Unreadable);
    }
    let inner = containers::unpack(&mut file, &parts).map_err(unreadable)?;
    if inner.is_empty() { Ok(()) } else { Err(FormRefusal::Unreadable) }
}

type Cells = BTreeMap<(u32, u16), String>;
type Book = Xlsx<Cursor<Vec<u8>>>;

/// The cells of a page that a form can have.
fn cells(book: &mut Book, name: &str) -> Result<Cells, FormRefusal> {
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut found = Cells::new();
    let mut seen = 0;
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        seen += 1;
        if seen > MOST_CELLS {
            return Err(FormRefusal::TooMuch);
        }
        let (row, column) = cell.get_position();
        let text = typed(cell.get_value());
        match u16::try_from(column) {
            Ok(column) if column <= BASE && row < MOST_ROWS && !text.is_empty() => {
                found.insert((row, column), text);
            }
            Ok(_) | Err(_) => {}
        }
    }
    Ok(found)
}

fn no_formulas(book: &mut Book, name: &str) -> Result<(), FormRefusal> {
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    // A cell without a formula is answered with an empty one.
    while let Some(cell) = reader.next_formula().map_err(unreadable)? {
        if !cell.get_value().is_empty() {
            return Err(FormRefusal::Formula);
        }
    }
    Ok(())
}

fn rows(cells: &Cells) -> Result<Vec<Filled>, FormRefusal> {
    let at = |row: u32, column: u16| cells.get(&(row, column)).cloned().unwrap_or_default();
    let mut found: BTreeMap<String, Filled> = BTreeMap::new();
    let keys = cells.iter().filter(|((row, column), _)| *row > HEADS && *column == KEY);
    for ((row, _), key) in keys {
        let (grade, reason) = (at(*row, GRADE), at(*row, REASON));
        let filled = Filled { key: key.clone(), grade, reason, base: at(*row, BASE) };
        if found.insert(key.clone(), filled.clone()).is_some_and(|before| before != filled) {
            return Err(FormRefusal::Twice);
        }
    }
    Ok(found.into_values().collect())
}

fn typed(value: &DataRef<'_>) -> String {
    let text = match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        // A day in a column of grades says that the program took the grade for one.
        DataRef::DateTime(moment) => format!("{moment} "),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Empty => String::new(),
    };
    let text = text.replace("_x000D_", "");
    let kept: String = text.chars().filter(|sign| !is_hidden(*sign)).take(LONGEST).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests;
