//! A paper: a whole document in words, without a look. One list of blocks, which `pdf` lays out
//! as a tagged PDF and `odt` writes as a text document. Whoever has something to show adds blocks;
//! the writers know nothing of bids.

mod odt;
mod pdf;
mod signs;

use jiff::Timestamp;
use serde::Serialize;

pub use odt::odt;
pub use pdf::{PdfError, pdf};

use crate::rendering::Lang;

/// A whole document.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    pub lang: Lang,
    /// What programs show above the window, and screen readers read first.
    pub title: String,
    /// Who made what it says.
    pub author: String,
    /// The same paper has the same one; makes the file the same to the byte.
    #[serde(skip)]
    pub ident: String,
    /// The moment it tells of, which is also the moment in the file.
    #[serde(skip)]
    pub at: Timestamp,
    /// Above every page, such as that it is a draft.
    pub mark: Option<String>,
    /// Below every page, line by line.
    pub footer: Vec<String>,
    pub words: Words,
    pub cover: Cover,
    pub parts: Vec<Part>,
}

/// Words that the writers need themselves.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    /// `Pagina` of "Pagina 3 van 12".
    pub page: String,
    pub of: String,
    /// Heading of the table of contents; none for a paper too short to have one.
    pub contents: Option<String>,
}

/// The front.
#[derive(Clone, Debug, Serialize)]
pub struct Cover {
    pub above: String,
    pub title: String,
    /// Lines below the title.
    pub below: String,
    pub facts: Vec<Fact>,
    /// Paragraphs that stand out.
    pub note: Vec<String>,
}

/// What stands under one heading of the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    pub title: String,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Block {
    /// A heading below that of the part.
    Heading {
        text: String,
    },
    /// Paragraphs; a line end inside one stays.
    Text {
        text: Vec<String>,
    },
    Facts {
        items: Vec<Fact>,
    },
    Table(Table),
    List {
        items: Vec<String>,
    },
    /// Signs to compare one by one.
    Code {
        text: String,
    },
}

/// A term and what is said of it, in paragraphs.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub term: String,
    pub text: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub caption: String,
    /// Of every column.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// All columns but the first hold figures.
    pub figures: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub cells: Vec<String>,
    /// Adds up the rows above it.
    pub total: bool,
}

impl Block {
    pub fn heading(text: impl Into<String>) -> Block {
        Block::Heading { text: text.into() }
    }

    pub fn text(text: &str) -> Block {
        Block::Text { text: paragraphs(text) }
    }
}

impl Fact {
    pub fn new(term: impl Into<String>, text: &str) -> Fact {
        Fact { term: term.into(), text: paragraphs(text) }
    }
}

/// The parts of a text between blank lines.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        match (line.trim().is_empty(), found.last_mut()) {
            (true, Some(last)) if !last.is_empty() => found.push(String::new()),
            (false, Some(last)) => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line.trim_end());
            }
            _ => {}
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// A hash in groups of eight, as people compare it.
pub fn in_eights(hash: &str) -> String {
    let signs: Vec<char> = hash.chars().collect();
    signs.chunks(8).map(|eight| eight.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
