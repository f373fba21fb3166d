//! Files that wait: for the rest of them, or for the virus scanner.

use super::Worker;
use super::errands::ErrandError;
use crate::actions::{self, Failure};
use crate::documents::scanner::Verdict;
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::ids::UploadId;
use crate::store::{self, StoreError};

/// A day after it began; one that is whole by now has nothing here any more.
pub fn forget(worker: &Worker, upload: UploadId) -> Result<(), ErrandError> {
    worker.db.write_now(move |tx| actions::end_upload(tx, upload)).map_err(store_only)?;
    Ok(worker.files.forget_part(upload.as_str())?)
}

/// Asks the scanner again; while it does not answer, this fails and is tried later.
pub fn check(worker: &Worker, hash: &str) -> Result<(), ErrandError> {
    let (name, now) = (hash.to_owned(), worker.clock.now());
    let asked = name.clone();
    let read = move |conn: &mut store::Conn| store::file_checks::one(conn, &asked);
    match worker.db.read_now::<_, StoreError>(read)? {
        Check::Waiting => {}
        Check::Unchecked | Check::Clean | Check::Infected => return Ok(()),
    }
    let verdict = match &worker.scanner {
        None => None,
        Some(scanner) => Some(scanner.scan(&mut worker.files.open(hash)?)?),
    };
    let check = match verdict {
        Some(Verdict::Infected(found)) => {
            let act = move |tx: &mut store::Tx| actions::take_out_virus(tx, (&name, &found), now);
            worker.db.write_now(act).map_err(store_only)?;
            return Ok(worker.files.remove(hash)?);
        }
        Some(Verdict::Clean) => Check::Clean,
        None => Check::Unchecked,
    };
    let act = move |tx: &mut store::Tx| actions::note_check(tx, &name, check, now);
    Ok(worker.db.write_now(act).map_err(store_only)?)
}

/// Nothing here is refused.
fn store_only(failure: Failure<FileRefusal>) -> StoreError {
    match failure {
        Failure::Store(error) => error,
        Failure::Refused(why) => StoreError::Broken(why.to_string()),
    }
}
