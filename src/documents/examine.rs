//! What is done to every file before it counts: what it is, whether its name agrees, and for
//! pictures everything off that is not the picture.

use std::io;

use super::file_kinds::kind_of;
use super::files::Incoming;
use super::pictures::{bare_jpeg, bare_png};
use crate::domain::bids::FileKind;
use crate::domain::bids::attachments::FileRefusal;

/// Answers what it is. A picture holds other bytes afterwards.
pub fn examine(content: &mut Incoming, name: &str) -> io::Result<Result<FileKind, FileRefusal>> {
    let kind = match kind_of(content.open()?)? {
        Ok(kind) if kind.agrees_with(name) => kind,
        Ok(_) => return Ok(Err(FileRefusal::Name)),
        Err(why) => return Ok(Err(why)),
    };
    let bare = match kind {
        FileKind::Png => bare_png(&content.bytes(u64::MAX)?),
        FileKind::Jpeg => bare_jpeg(&content.bytes(u64::MAX)?),
        FileKind::Pdf | FileKind::Odt | FileKind::Docx | FileKind::Xlsx => return Ok(Ok(kind)),
    };
    let Some(bare) = bare else { return Ok(Err(FileRefusal::Damaged)) };
    content.replace(&bare)?;
    Ok(Ok(kind))
}
