use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::attachments::{Check, FileRefusal};
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
