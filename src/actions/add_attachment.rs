use super::Failure;
use super::bid_entry::bid_entry;
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::{FileRefusal, room_for_one};
use crate::domain::ids::PersonId;
use crate::store::{self, Tx};

/// Adds a file whose content is already safe on disk.
pub fn add_attachment(
    tx: &mut Tx,
    file: &Attachment,
    by: (PersonId, String),
) -> Result<(), Failure<FileRefusal>> {
    let now = file.added_at;
    let bid = store::bids::find_to_change(tx, file.bid)?;
    let (round, lot, _) = store::terms::as_known_to(tx, &bid)?;
    bid.may_change(&round, now).map_err(FileRefusal::from)?;
    let section = round.definition.section(&file.section);
    room_for_one(section, store::attachments::present(tx, bid.id, &file.section)?)?;
    store::attachments::add(tx, file, by.0)?;
    let facts = [("file", file.name.as_str()), ("section", &file.section), ("hash", &file.hash)];
    store::journal::add(tx, &bid_entry((&bid, &lot), by, "added_attachment", &facts, now))?;
    Ok(())
}
