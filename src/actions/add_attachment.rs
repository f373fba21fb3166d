use super::Failure;
use super::bid_entry::bid_entry;
use super::note_check::note_content;
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::{Check, FileRefusal, room_for_one};
use crate::domain::bids::uploads::Quota;
use crate::domain::ids::{PersonId, UploadId};
use crate::store::{self, StoreError, Tx};

/// A file whose content is already safe.
#[derive(Clone, Debug)]
pub struct AddAttachment {
    pub file: Attachment,
    /// What the virus scanner said just now.
    pub check: Check,
    pub quota: Quota,
    pub by: (PersonId, String),
}

/// Adds a file. One that came in by pieces has the id of its upload, which ends here: finishing it
/// twice is adding it once.
pub fn add_attachment(tx: &mut Tx, new: AddAttachment) -> Result<(), Failure<FileRefusal>> {
    let AddAttachment { file, check, quota, by } = new;
    let now = file.added_at;
    let bid = store::bids::find_to_change(tx, file.bid)?;
    if let Some(same) = store::attachments::find_maybe(tx, file.id)? {
        return if same.bid == file.bid { Ok(()) } else { Err(StoreError::Missing.into()) };
    }
    let (round, lot, _) = store::terms::as_known_to(tx, &bid)?;
    bid.may_change(&round, now).map_err(FileRefusal::from)?;
    let section = round.definition.section(&file.section);
    room_for_one(section, store::attachments::present(tx, bid.id, &file.section)?)?;
    let upload: UploadId = file.id.as_str().parse().map_err(StoreError::unreadable)?;
    quota.room_for(file.size, store::uploads::stock(tx, &bid, upload)?)?;
    note_content(tx, &file.hash, check, file.added_at)?;
    store::attachments::add(tx, &file, by.0)?;
    store::uploads::remove(tx, upload)?;
    let facts = [("file", file.name.as_str()), ("section", &file.section), ("hash", &file.hash)];
    store::journal::add(tx, &bid_entry((&bid, &lot), by, "added_attachment", &facts, now))?;
    Ok(())
}
