//! Lists as files: a workbook for people, CSV with its description for programs. Texts that people
//! typed never become formulas.

mod csv;
mod csvw;
mod xlsx;

use jiff::Timestamp;
use rust_xlsxwriter::XlsxError;

pub use csvw::description;

use crate::domain::exports::{Cell, Format, List};
use crate::domain::scoring::Exact;
use crate::rendering::{Lang, Renderer};

/// In whose words a file speaks, and of which moment.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub renderer: &'a Renderer,
    pub lang: Lang,
    /// Title of the round.
    pub round: &'a str,
    pub at: Timestamp,
}

impl Words<'_> {
    fn say(self, key: &str) -> String {
        self.renderer.translate(self.lang, key, &[])
    }

    pub fn title(self, list: List) -> String {
        self.say(&format!("export-{}", list.as_str()))
    }

    /// The sentence of an act, or its bare words where there is none yet.
    fn sentence(self, verb: &str, actor: &str, object: &str) -> String {
        let by_itself = || self.say("journal-by-itself");
        let actor = if actor.is_empty() { by_itself() } else { actor.to_owned() };
        let args = [("actor", actor.as_str().into()), ("object", object.into())];
        let told = self.renderer.known(self.lang, &format!("journal-{verb}"), &args);
        told.unwrap_or_else(|| format!("{actor}: {verb} ({object})"))
    }

    fn word(self, group: &str, word: &str) -> String {
        let told = self.renderer.known(self.lang, &format!("{group}{word}"), &[]);
        told.unwrap_or_else(|| word.to_owned())
    }
}

/// A table on its way into a file.
pub enum Out<'a> {
    Csv(csv::Out<'a>),
    Xlsx(Box<xlsx::Out<'a>>),
}

impl<'a> Out<'a> {
    /// Errors: a name that the workbook does not take.
    pub fn new(words: Words<'a>, list: List, format: Format) -> Result<Out<'a>, XlsxError> {
        Ok(match format {
            Format::Xlsx => Out::Xlsx(Box::new(xlsx::Out::new(words, list)?)),
            Format::Csv | Format::Description => Out::Csv(csv::Out::new(words, list)),
        })
    }

    pub fn row(&mut self, cells: &[Cell]) {
        match self {
            Out::Csv(out) => out.row(cells),
            Out::Xlsx(out) => out.row(cells),
        }
    }

    /// The file, and how many rows it has beside its head.
    pub fn finish(self) -> Result<(Vec<u8>, usize), XlsxError> {
        match self {
            Out::Csv(out) => Ok(out.finish()),
            Out::Xlsx(out) => out.finish(),
        }
    }
}

pub fn media_type(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::Csv => "text/csv; charset=utf-8; header=present",
        Format::Description => "application/csvm+json",
    }
}

/// Spreadsheet programs may take such a text for a formula.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches([' ', '\n', '\u{a0}'])
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\0'])
}

/// Digits behind the point where no shorter decimal is exact; the calculation has the fraction.
const DIGITS: usize = 6;

fn decimal(number: &Exact) -> String {
    let exact = (0..=6).find_map(|digits| number.decimal(digits));
    exact.unwrap_or_else(|| format!("{:.DIGITS$}", number.to_f64()))
}

#[cfg(test)]
mod tests;
