use super::Failure;
use super::bid_entry::bid_entry;
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::{Check, FileRefusal, room_for_one};
use crate::domain::bids::uploads::Quota;
use crate::domain::errand::Errand;
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
    note_check(tx, &file, check)?;
    store::attachments::add(tx, &file, by.0)?;
    store::uploads::remove(tx, upload)?;
    let facts = [("file", file.name.as_str()), ("section", &file.section), ("hash", &file.hash)];
    store::journal::add(tx, &bid_entry((&bid, &lot), by, "added_attachment", &facts, now))?;
    Ok(())
}

/// What is known of this content already stays, unless the scanner said something newer.
fn note_check(tx: &mut Tx, file: &Attachment, check: Check) -> Result<(), Failure<FileRefusal>> {
    let known = store::file_checks::one(tx, &file.hash)?;
    match (known, check) {
        (_, Check::Infected) | (Check::Infected, Check::Unchecked | Check::Waiting) => {
            Err(FileRefusal::Infected.into())
        }
        (_, Check::Unchecked) | (Check::Clean | Check::Waiting, Check::Waiting) => Ok(()),
        (_, Check::Clean) => {
            store::file_checks::set(tx, &file.hash, (Check::Clean, ""), file.added_at)?;
            Ok(())
        }
        (Check::Unchecked, Check::Waiting) => {
            store::file_checks::set(tx, &file.hash, (Check::Waiting, ""), file.added_at)?;
            let errand = Errand::CheckFile { hash: file.hash.clone() };
            store::outbox::add(tx, &errand, file.added_at)?;
            Ok(())
        }
    }
}
