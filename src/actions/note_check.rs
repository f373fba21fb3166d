use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::errand::Errand;
use crate::store::{self, Tx};

/// The virus scanner said later that a content is clean; or there is none any more, and nobody
/// waits for it longer.
pub fn note_check(
    tx: &mut Tx,
    hash: &str,
    check: Check,
    now: Timestamp,
) -> Result<(), Failure<FileRefusal>> {
    match check {
        Check::Unchecked => store::file_checks::forget(tx, hash)?,
        Check::Waiting | Check::Clean | Check::Infected => {
            store::file_checks::set(tx, hash, (check, ""), now)?;
        }
    }
    Ok(())
}

/// What is known of this content already stays, unless the scanner said something newer.
pub(super) fn note_content(
    tx: &mut Tx,
    hash: &str,
    check: Check,
    now: Timestamp,
) -> Result<(), Failure<FileRefusal>> {
    let known = store::file_checks::one(tx, hash)?;
    match (known, check) {
        (_, Check::Infected) | (Check::Infected, Check::Unchecked | Check::Waiting) => {
            Err(FileRefusal::Infected.into())
        }
        (_, Check::Unchecked) | (Check::Clean | Check::Waiting, Check::Waiting) => Ok(()),
        (_, Check::Clean) => {
            store::file_checks::set(tx, hash, (Check::Clean, ""), now)?;
            Ok(())
        }
        (Check::Unchecked, Check::Waiting) => {
            store::file_checks::set(tx, hash, (Check::Waiting, ""), now)?;
            store::outbox::add(tx, &Errand::CheckFile { hash: hash.to_owned() }, now)?;
            Ok(())
        }
    }
}
