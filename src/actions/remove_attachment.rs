use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use crate::domain::bids::attachments::{Check, FileRefusal, room_for_one};
use crate::domain::bids::{Attachment, Bid};
use crate::domain::ids::{AttachmentId, BidId, PersonId};
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// Takes a file out of a bid. It can be put back until the bid is handed in.
pub fn remove_attachment(
    tx: &mut Tx,
    (bid, file): (BidId, AttachmentId),
    by: (PersonId, String),
    now: Timestamp,
) -> Result<Attachment, Failure<FileRefusal>> {
    let (bid, _, file) = changeable(tx, (bid, file), now)?;
    if file.removed_at.is_none() {
        store::attachments::set_removed(tx, file.id, Some(now))?;
        note(tx, (&bid, &file), (by, "removed_attachment"), now)?;
    }
    Ok(file)
}

/// Puts a file back that was taken out.
pub fn restore_attachment(
    tx: &mut Tx,
    (bid, file): (BidId, AttachmentId),
    by: (PersonId, String),
    now: Timestamp,
) -> Result<Attachment, Failure<FileRefusal>> {
    let (bid, round, file) = changeable(tx, (bid, file), now)?;
    if file.removed_at.is_some() {
        if store::file_checks::one(tx, &file.hash)? == Check::Infected {
            return Err(FileRefusal::Infected.into());
        }
        let section = round.definition.section(&file.section);
        room_for_one(section, store::attachments::present(tx, bid.id, &file.section)?)?;
        store::attachments::set_removed(tx, file.id, None)?;
        note(tx, (&bid, &file), (by, "restored_attachment"), now)?;
    }
    Ok(file)
}

fn changeable(
    tx: &mut Tx,
    (bid, file): (BidId, AttachmentId),
    now: Timestamp,
) -> Result<(Bid, Round, Attachment), Failure<FileRefusal>> {
    let file = store::attachments::find(tx, file)?;
    if file.bid != bid {
        return Err(StoreError::Missing.into());
    }
    let bid = store::bids::find_to_change(tx, bid)?;
    let (round, _, _) = store::terms::as_known_to(tx, &bid)?;
    bid.may_change(&round, now).map_err(FileRefusal::from)?;
    Ok((bid, round, file))
}

fn note(
    tx: &mut Tx,
    (bid, file): (&Bid, &Attachment),
    (by, verb): ((PersonId, String), &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let facts = [("file", file.name.as_str()), ("section", file.section.as_str())];
    store::journal::add(tx, &bid_entry((bid, &lot), by, verb, &facts, now))
}
