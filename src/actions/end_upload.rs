use super::Failure;
use crate::domain::bids::attachments::FileRefusal;
use crate::domain::ids::UploadId;
use crate::store::{self, Tx};

/// Forgets a file that will not become whole, or that was refused when it was.
pub fn end_upload(tx: &mut Tx, upload: UploadId) -> Result<(), Failure<FileRefusal>> {
    store::uploads::remove(tx, upload)?;
    Ok(())
}
