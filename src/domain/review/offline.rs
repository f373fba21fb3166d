//! Scores that were filled in without a network. The form knows what stood on the sheet when it was
//! taken; what comes back is laid beside what stands there now, and a person chooses where both
//! changed. Nothing is ever overwritten unseen.

use crate::domain::accounts::words;
use crate::domain::ids::BidId;
use crate::domain::journal::sha256_hex;
use crate::domain::review::reasons;
use crate::domain::review::sheet::{Mark, Sheet};
use crate::domain::rounds::definition::{Criterion, Grade};
use crate::domain::scoring::Exact;

/// One row of the form as it came back, as typed. An empty cell changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Which mark it is: what `key` made.
    pub key: String,
    pub grade: String,
    pub reason: String,
    /// What stood there when the form was taken: what `base` made.
    pub base: String,
}

words! {
    /// The half of a mark that changes.
    Half {
        Grade = "grade",
        Reason = "reason",
    }
}

/// What the form would change, mark by mark in the order of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub bid: BidId,
    pub criterion: String,
    pub half: Half,
    /// What stands on the sheet now, and how often that was changed.
    pub here: String,
    pub version: i32,
    pub file: String,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Only the file has something new.
    Takes,
    /// The sheet changed too since the form was taken: somebody has to choose.
    Clashes,
    Refused(Fault),
}

words! {
    /// Why something in the file is not taken over.
    Fault {
        OffScale = "off_scale",
        TooLong = "too_long",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub changes: Vec<Change>,
    /// Rows of bids or questions that are not on this sheet, or no longer.
    pub strange: usize,
}

/// What a row is called in the file.
pub fn key(bid: BidId, criterion: &str) -> String {
    format!("{bid}/{criterion}")
}

/// What stands on the sheet when the form is taken. Of the reason only a mark that tells whether it
/// changed.
pub fn base(mark: &Mark) -> String {
    format!("{}/{}", plain(mark), print(&mark.reason))
}

fn plain(mark: &Mark) -> String {
    mark.grade.as_ref().map(Exact::plain).unwrap_or_default()
}

/// Programs change line ends and spaces on the way.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn print(text: &str) -> String {
    sha256_hex(folded(text).as_bytes())[..16].to_owned()
}

/// Lays a form beside the sheet.
pub fn compare(
    sheet: &Sheet,
    criteria: &[Criterion],
    scale: &[Grade],
    rows: &[Filled],
) -> Comparison {
    let mut found = Comparison::default();
    let known = |row: &&Filled| {
        sheet.bids.iter().any(|(bid, _)| criteria.iter().any(|c| key(*bid, &c.code) == row.key))
    };
    found.strange = rows.iter().filter(|row| !known(row)).count();
    for (bid, _) in &sheet.bids {
        for criterion in criteria {
            let name = key(*bid, &criterion.code);
            let Some(row) = rows.iter().find(|row| row.key == name) else { continue };
            let mark = sheet.mark(*bid, &criterion.code);
            let halves = [grade(row, mark, scale), reason(row, mark)].into_iter().flatten();
            found.changes.extend(halves.map(|half| half.of(*bid, &criterion.code)));
        }
    }
    found
}

struct Found {
    half: Half,
    here: String,
    version: i32,
    file: String,
    verdict: Verdict,
}

impl Found {
    fn of(self, bid: BidId, criterion: &str) -> Change {
        let Found { half, here, version, file, verdict } = self;
        Change { bid, criterion: criterion.to_owned(), half, here, version, file, verdict }
    }
}

/// A grade as people write it: with a comma or a point.
fn grade(row: &Filled, mark: &Mark, scale: &[Grade]) -> Option<Found> {
    let typed = row.grade.trim();
    let given: Option<Exact> = typed.replace(',', ".").parse().ok();
    let on_scale = given.filter(|given| scale.iter().any(|grade| grade.value == *given));
    let here = plain(mark);
    let file = on_scale.as_ref().map_or_else(|| typed.to_owned(), Exact::plain);
    let base = row.base.split_once('/').map(|(grade, _)| grade);
    if typed.is_empty() || file == here || base == Some(file.as_str()) {
        return None;
    }
    let verdict = match on_scale {
        None => Verdict::Refused(Fault::OffScale),
        Some(_) if base == Some(here.as_str()) => Verdict::Takes,
        Some(_) => Verdict::Clashes,
    };
    Some(Found { half: Half::Grade, here, version: mark.grade_version, file, verdict })
}

fn reason(row: &Filled, mark: &Mark) -> Option<Found> {
    let file = row.reason.trim().to_owned();
    let base = row.base.split_once('/').map(|(_, print)| print);
    let untouched = base == Some(print(&file).as_str());
    if file.is_empty() || untouched || folded(&file) == folded(&mark.reason) {
        return None;
    }
    let verdict = match base == Some(print(&mark.reason).as_str()) {
        _ if file.chars().count() > reasons::MOST_CHARS || reasons::too_long(&file) => {
            Verdict::Refused(Fault::TooLong)
        }
        true => Verdict::Takes,
        false => Verdict::Clashes,
    };
    let (here, version) = (mark.reason.clone(), mark.reason_version);
    Some(Found { half: Half::Reason, here, version, file, verdict })
}

#[cfg(test)]
mod tests;
