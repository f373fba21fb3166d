use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use super::tell_cooperative::leaders_of;
use crate::domain::bids::Bid;
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::{BidId, PersonId};
use crate::store::{self, StoreError, Tx};

/// What the virus scanner found in a file that somebody wanted to add: the file is not kept, the
/// journal has it.
pub fn refuse_virus(
    tx: &mut Tx,
    bid: BidId,
    (file, found): (&str, &str),
    by: (PersonId, String),
    now: Timestamp,
) -> Result<(), Failure<FileRefusal>> {
    let bid = store::bids::find_to_change(tx, bid)?;
    Ok(note(tx, &bid, (file, found, Some(by)), now)?)
}

/// What the scanner found later, in a content that waited: the files that have this content are
/// taken out of their bids, and who lead and sign the bid hear it. What was handed in says
/// what it said.
pub fn take_out_virus(
    tx: &mut Tx,
    (hash, found): (&str, &str),
    now: Timestamp,
) -> Result<(), Failure<FileRefusal>> {
    store::file_checks::set(tx, hash, (Check::Infected, found), now)?;
    for file in store::attachments::of_content(tx, hash)? {
        let bid = store::bids::find_to_change(tx, file.bid)?;
        if file.removed_at.is_none() {
            store::attachments::set_removed(tx, file.id, Some(now))?;
        }
        note(tx, &bid, (&file.name, found, None), now)?;
        for to in leaders_of(tx, bid.cooperative)? {
            let (notice, bid) = (Notice::VirusFound, bid.id);
            let errand = Errand::BidNotice { notice, bid, inquiry: None, due_at: None, to };
            store::outbox::add(tx, &errand, now)?;
        }
    }
    Ok(())
}

fn note(
    tx: &mut Tx,
    bid: &Bid,
    (file, found, by): (&str, &str, Option<(PersonId, String)>),
    now: Timestamp,
) -> Result<(), StoreError> {
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let facts = [("file", file), ("virus", found)];
    let by_itself = by.is_none();
    let by = by.unwrap_or_else(|| (PersonId::named(""), String::new()));
    let mut entry = bid_entry((bid, &lot), by, "found_virus", &facts, now);
    if by_itself {
        entry.actor = None;
    }
    store::journal::add(tx, &entry)
}
