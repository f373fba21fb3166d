//! A workbook with one sheet: a head that stays in sight, filters, and cells of their own kind.

use jiff::Timestamp;
use jiff::civil::DateTime;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{Words, is_risky};
use crate::domain::exports::{Cell, Kind, List};
use crate::domain::moments::amsterdam;

/// A cell holds 32,767 signs, counted in UTF-16.
const LONGEST: usize = 16_000;

pub struct Out<'a> {
    words: Words<'a>,
    list: List,
    page: Worksheet,
    formats: Formats,
    /// The next row; the head is 0.
    row: u32,
    /// The first thing that could not be written.
    failed: Option<XlsxError>,
}

struct Formats {
    head: Format,
    plain: Format,
    prose: Format,
    risky: Format,
    whole: Format,
    number: Format,
    euro: Format,
    moment: Format,
}

impl Formats {
    fn new() -> Formats {
        let top = || Format::new().set_align(FormatAlign::Top);
        Formats {
            head: top().set_bold().set_text_wrap(),
            plain: top(),
            prose: top().set_text_wrap(),
            risky: top().set_text_wrap().set_quote_prefix(),
            whole: top().set_num_format("0"),
            number: top().set_num_format("0.######"),
            euro: top().set_num_format("#,##0.00"),
            moment: top().set_num_format("dd-mm-yyyy hh:mm:ss"),
        }
    }
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Text => 22.0,
        Kind::Prose => 60.0,
        Kind::Whole | Kind::Number | Kind::Euro => 12.0,
        Kind::Moment => 20.0,
    }
}

impl<'a> Out<'a> {
    pub fn new(words: Words<'a>, list: List) -> Result<Out<'a>, XlsxError> {
        let mut page = Worksheet::new();
        page.set_name(words.title(list))?;
        let formats = Formats::new();
        for (at, column) in (0..).zip(list.columns()) {
            page.set_column_width(at, width(column.kind))?;
            let title = words.say(&format!("export-column-{}", column.name));
            page.write_string_with_format(0, at, title, &formats.head)?;
        }
        page.set_freeze_panes(1, 0)?;
        page.set_landscape();
        Ok(Out { words, list, page, formats, row: 1, failed: None })
    }

    pub fn row(&mut self, cells: &[Cell]) {
        for (at, cell) in (0..).zip(cells) {
            if let Err(error) = self.put(at, cell) {
                self.failed.get_or_insert(error);
            }
        }
        self.row += 1;
    }

    pub fn finish(mut self: Box<Self>) -> Result<(Vec<u8>, usize), XlsxError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let last = u16::try_from(self.list.columns().len()).unwrap_or(1).saturating_sub(1);
        self.page.autofilter(0, 0, self.row - 1, last)?;
        let mut book = Workbook::new();
        // The same rows at the same moment are the same file.
        let properties = DocProperties::new()
            .set_title(format!("{}: {}", self.words.round, self.words.title(self.list)))
            .set_creation_datetime(&excel(self.words.at)?);
        book.set_properties(&properties);
        book.push_worksheet(self.page);
        Ok((book.save_to_buffer()?, usize::try_from(self.row - 1).unwrap_or_default()))
    }

    fn put(&mut self, at: u16, cell: &Cell) -> Result<(), XlsxError> {
        let (row, formats, words) = (self.row, &self.formats, self.words);
        let prose = self.list.columns().get(usize::from(at)).map(|c| c.kind) == Some(Kind::Prose);
        let plain = if prose { &formats.prose } else { &formats.plain };
        let page = &mut self.page;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                let format = if is_risky(text) { &formats.risky } else { plain };
                page.write_string_with_format(row, at, cut(text), format)?;
            }
            Cell::Word { group, word } => {
                page.write_string_with_format(row, at, words.word(group, word), plain)?;
            }
            Cell::Act { verb, actor, object } => {
                let text = words.sentence(verb, actor, object);
                let format = if is_risky(&text) { &formats.risky } else { plain };
                page.write_string_with_format(row, at, cut(&text), format)?;
            }
            Cell::Whole(number) => {
                page.write_number_with_format(row, at, *number as f64, &formats.whole)?;
            }
            Cell::Number(number) => {
                page.write_number_with_format(row, at, number.to_f64(), &formats.number)?;
            }
            Cell::Euro(cents) => {
                page.write_number_with_format(row, at, cents.0 as f64 / 100.0, &formats.euro)?;
            }
            Cell::At(moment) => {
                page.write_datetime_with_format(row, at, &excel(*moment)?, &formats.moment)?;
            }
        }
        Ok(())
    }
}

fn cut(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// As the clock on the wall showed it.
fn excel(at: Timestamp) -> Result<ExcelDateTime, XlsxError> {
    let wall: DateTime = at.to_zoned(amsterdam()).datetime();
    let part = |n: i8| u8::try_from(n).unwrap_or_default();
    let year = u16::try_from(wall.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(wall.month()), part(wall.day()))?.and_hms(
        part(wall.hour()).into(),
        part(wall.minute()),
        f64::from(wall.second()),
    )
}
