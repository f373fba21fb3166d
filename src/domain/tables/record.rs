//! What a table leaves behind: remarks beside the minutes, and the hash of what was signed.

use jiff::Timestamp;
use serde::Serialize;

use super::deliberation::Deliberation;
use super::items::{Outside, Way, says_something};
use super::phase::Phase;
use super::refusal::TableRefusal;
use super::table::Table;
use crate::domain::ids::{BidId, PersonId, TableId};
use crate::domain::journal::sha256_hex;
use crate::domain::scoring::Exact;

/// Something that the acts do not say by themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Name of who wrote it.
    pub by: String,
    pub text: String,
    pub at: Timestamp,
}

/// Longer belongs in a letter.
const MOST_CHARS: usize = 2_000;

/// Signs of a code, without those that look like another one.
const SIGNS: &[u8] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// The code by which people who have a seat find their table: six signs that follow from its id. It
/// opens nothing: without a seat there is nothing to find.
pub fn join_code(table: TableId) -> String {
    let hash = sha256_hex(format!("join/{table}").as_bytes());
    let pairs = hash.as_bytes().chunks(2).take(6);
    let number = |pair: &[u8]| {
        std::str::from_utf8(pair).ok().and_then(|hex| usize::from_str_radix(hex, 16).ok())
    };
    pairs.filter_map(number).map(|n| char::from(SIGNS[n % SIGNS.len()])).collect()
}

impl Table {
    /// A remark for the minutes; once the meeting is closed they are complete.
    pub fn remark(&self, text: &str, by: &str, now: Timestamp) -> Result<Remark, TableRefusal> {
        if matches!(self.phase, Phase::Closed { .. }) {
            return Err(TableRefusal::OtherPhase);
        }
        says_something(text)?;
        if text.chars().count() > MOST_CHARS {
            return Err(TableRefusal::TooLong);
        }
        Ok(Remark { by: by.to_owned(), text: text.to_owned(), at: now })
    }

    /// SHA-256 of every grade with its reason and how it came about, and of who signed when, as JSON
    /// in a fixed order; none before everybody signed. Anybody with the minutes can compute it again.
    pub fn record_hash(&self) -> Option<String> {
        let signed_at = self.phase.moments()[2]?;
        let mut items: Vec<Kept<'_>> = self.items.iter().filter_map(Kept::of).collect();
        items.sort_by_key(|item| (item.bid, item.criterion));
        let signed =
            self.seats.iter().filter_map(|seat| Some((seat.person, seat.signed_at?))).collect();
        let record = Record { table: self.id, signed_at, items, signed };
        Some(sha256_hex(&serde_json::to_vec(&record).unwrap_or_default()))
    }
}

#[derive(Serialize)]
struct Record<'a> {
    table: TableId,
    signed_at: Timestamp,
    items: Vec<Kept<'a>>,
    signed: Vec<(PersonId, Timestamp)>,
}

#[derive(Serialize)]
struct Kept<'a> {
    bid: BidId,
    criterion: &'a str,
    grade: &'a Exact,
    reason: &'a str,
    outside: &'a str,
    minority: &'a str,
    talk: &'a Deliberation,
}

impl<'a> Kept<'a> {
    fn of(item: &'a super::items::Item) -> Option<Kept<'a>> {
        let consensus = item.consensus()?;
        Some(Kept {
            bid: item.key.bid,
            criterion: &item.key.criterion,
            grade: &consensus.grade,
            reason: &consensus.reason,
            outside: match &consensus.outside {
                Outside::No => "",
                Outside::Because(why) => why,
            },
            minority: match &consensus.way {
                Way::Chair | Way::Agreed => "",
                Way::Fallback { minority } => minority,
            },
            talk: &item.talk,
        })
    }
}
