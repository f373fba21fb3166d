//! What can be taken along from a round as a file, and from when. Before the opening there is
//! nothing; after it each list waits for what it tells to be no secret any more.

mod columns;

use jiff::{SignedDuration, Timestamp};

pub use columns::{Column, Kind};

use crate::domain::accounts::words;
use crate::domain::ids::{ExportId, RoundId};
use crate::domain::money::Cents;
use crate::domain::permission::Stage;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::Exact;

words! {
    /// One table that can be had as a file.
    List {
        Bids = "bids",
        Requirements = "requirements",
        Progress = "progress",
        Questions = "questions",
        Journal = "journal",
        Scores = "scores",
        Ranking = "ranking",
        Decisions = "decisions",
    }
}

words! {
    Format {
        Xlsx = "xlsx",
        Csv = "csv",
        /// What the columns of the CSV are, for programs.
        Description = "csv-metadata.json",
    }
}

words! {
    /// What has to have happened first.
    Since {
        Opening = "opening",
        /// The table of a lot signed its grades.
        Signature = "signature",
        /// The price of a lot was opened.
        Price = "price",
        Decision = "decision",
    }
}

impl List {
    pub fn since(self) -> Since {
        match self {
            List::Bids | List::Requirements | List::Progress | List::Questions | List::Journal => {
                Since::Opening
            }
            List::Scores => Since::Signature,
            List::Ranking => Since::Price,
            List::Decisions => Since::Decision,
        }
    }

    /// Name of the file.
    pub fn file(self, format: Format) -> String {
        format!("{}.{}", self.as_str(), format.as_str())
    }

    /// The list and the format behind the name of a file.
    pub fn of_file(name: &str) -> Option<(List, Format)> {
        let (list, format) = name.split_once('.')?;
        Some((list.parse().ok()?, format.parse().ok()?))
    }
}

/// What of a list can be had now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    Later,
    /// Of some lots only.
    Partly {
        lots: usize,
        of: usize,
    },
    Whole,
}

/// How far a round is, as far as files mind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    pub stage: Stage,
    pub lots: usize,
    /// Lots whose table signed, and those whose price was opened.
    pub signed: usize,
    pub priced: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportRefusal {
    #[error("what it tells is still secret")]
    TooEarly,
    #[error("the file is being made")]
    Busy,
}

impl Refusal for ExportRefusal {
    fn key(&self) -> &'static str {
        match self {
            ExportRefusal::TooEarly => "refusal-export-early",
            ExportRefusal::Busy => "refusal-export-busy",
        }
    }
}

impl Reached {
    pub fn availability(&self, since: Since) -> Availability {
        if self.stage < Stage::Opened {
            return Availability::Later;
        }
        let of_lots = |lots: usize| match lots {
            _ if self.stage == Stage::Decided => Availability::Whole,
            0 => Availability::Later,
            some if some < self.lots => Availability::Partly { lots: some, of: self.lots },
            _ => Availability::Whole,
        };
        match since {
            Since::Opening => Availability::Whole,
            Since::Signature => of_lots(self.signed),
            Since::Price => of_lots(self.priced),
            Since::Decision if self.stage == Stage::Decided => Availability::Whole,
            Since::Decision => Availability::Later,
        }
    }

    pub fn may_have(&self, since: Since) -> Result<(), ExportRefusal> {
        match self.availability(since) {
            Availability::Later => Err(ExportRefusal::TooEarly),
            Availability::Partly { .. } | Availability::Whole => Ok(()),
        }
    }
}

/// Whether prices may be in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prices {
    Open,
    Shut,
}

/// One cell, before it is known in which form somebody wants it.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// A word of the house; people read the text `<group><word>`, programs the word.
    Word {
        group: &'static str,
        word: String,
    },
    /// An act of the journal; people read its sentence.
    Act {
        verb: String,
        actor: String,
        object: String,
    },
    Whole(i64),
    Number(Exact),
    Euro(Cents),
    At(Timestamp),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    pub fn word(group: &'static str, word: impl Into<String>) -> Cell {
        Cell::Word { group, word: word.into() }
    }

    pub fn count(number: usize) -> Cell {
        Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }

    pub fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Cell) -> Cell {
        value.map_or(Cell::Empty, cell)
    }
}

/// So long a complete file can be fetched.
pub const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A complete file that somebody asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub id: ExportId,
    pub round: RoundId,
    pub by_name: String,
    /// Language in which it was asked.
    pub lang: String,
    pub asked_at: Timestamp,
    pub state: ExportState,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// So many steps are done, of how many; none are known at first.
    Making {
        done: u32,
        of: u32,
    },
    Ready(ReadyFile),
    /// It was kept long enough, or whoever asked may not have it any more.
    Gone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyFile {
    pub at: Timestamp,
    /// Under which its bytes are kept.
    pub hash: String,
    pub size: i64,
    /// Files in it.
    pub files: u32,
}

impl ReadyFile {
    pub fn until(&self) -> Timestamp {
        self.at.saturating_add(KEPT).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(stage: Stage, signed: usize, priced: usize) -> String {
        let reached = Reached { stage, lots: 3, signed, priced };
        let sign = |list: &List| match reached.availability(list.since()) {
            Availability::Later => '.',
            Availability::Partly { .. } => '~',
            Availability::Whole => '+',
        };
        List::ALL.iter().map(sign).collect()
    }

    #[test]
    fn each_list_waits_for_its_moment() {
        assert_eq!(at(Stage::Draft, 0, 0), "........");
        assert_eq!(at(Stage::Open, 0, 0), "........");
        assert_eq!(at(Stage::Closed, 3, 3), "........", "whatever the tables say");
        assert_eq!(at(Stage::Opened, 0, 0), "+++++...");
        assert_eq!(at(Stage::Opened, 1, 0), "+++++~..");
        assert_eq!(at(Stage::Opened, 3, 1), "++++++~.");
        assert_eq!(at(Stage::Opened, 3, 3), "+++++++.");
        assert_eq!(at(Stage::Decided, 2, 2), "++++++++", "a lot without bids has no table");
    }

    #[test]
    fn names_of_files_come_back() {
        for list in List::ALL {
            for format in Format::ALL {
                assert_eq!(List::of_file(&list.file(*format)), Some((*list, *format)));
            }
        }
        for other in ["", "bids", "bids.pdf", "bids.csv.exe", "../bids.csv", "journal.xlsx/"] {
            assert_eq!(List::of_file(other), None, "{other}");
        }
    }

    #[test]
    fn columns_have_names_of_their_own_and_keys_are_columns() {
        for list in List::ALL {
            let names: Vec<&str> = list.columns().iter().map(|column| column.name).collect();
            let mut once = names.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), names.len(), "{list:?}");
            assert!(list.key().iter().all(|key| names.contains(key)), "{list:?}");
        }
    }
}
