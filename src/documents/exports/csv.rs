//! Comma-separated values after RFC 4180: UTF-8, a head, lines that end with CR and LF. Values are
//! those of programs: words of the house as codes, moments in UTC, a point in numbers.

use std::borrow::Cow;

use super::{Words, decimal, is_risky};
use crate::domain::exports::{Cell, List};

pub struct Out<'a> {
    words: Words<'a>,
    bytes: Vec<u8>,
    rows: usize,
}

impl<'a> Out<'a> {
    pub fn new(words: Words<'a>, list: List) -> Out<'a> {
        let mut out = Out { words, bytes: vec![], rows: 0 };
        out.line(list.columns().iter().map(|column| Cow::Borrowed(column.name)));
        out
    }

    pub fn row(&mut self, cells: &[Cell]) {
        let words = self.words;
        self.line(cells.iter().map(|cell| value(words, cell).into()));
        self.rows += 1;
    }

    pub fn finish(self) -> (Vec<u8>, usize) {
        (self.bytes, self.rows)
    }

    fn line<'c>(&mut self, values: impl Iterator<Item = Cow<'c, str>>) {
        for (place, value) in values.enumerate() {
            if place > 0 {
                self.bytes.push(b',');
            }
            self.bytes.extend_from_slice(quoted(&value).as_bytes());
        }
        self.bytes.extend_from_slice(b"\r\n");
    }
}

fn value(words: Words<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(text),
        Cell::Word { word, .. } => word.clone(),
        Cell::Act { verb, actor, object } => guarded(&words.sentence(verb, actor, object)),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => decimal(number),
        Cell::Euro(cents) => {
            let sign = if cents.0 < 0 { "-" } else { "" };
            let whole = cents.0.unsigned_abs();
            format!("{sign}{}.{:02}", whole / 100, whole % 100)
        }
        Cell::At(at) => at.to_string(),
    }
}

/// An apostrophe before what a spreadsheet program would run. One that stands there already gets
/// another, so that taking off the first always gives the text back.
fn guarded(text: &str) -> String {
    if is_risky(text) || text.starts_with('\'') { format!("'{text}") } else { text.to_owned() }
}

fn quoted(value: &str) -> Cow<'_, str> {
    if value.contains(['"', ',', ';', '\r', '\n', '\t']) || value.trim() != value {
        format!("\"{}\"", value.replace('"', "\"\"")).into()
    } else {
        value.into()
    }
}
