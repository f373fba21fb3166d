use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::attachments::{FileRefusal, room_for_one};
use crate::domain::bids::uploads::{Quota, Upload, one_more};
use crate::domain::errand::Errand;
use crate::store::{self, Tx};

/// Begins a file that comes in pieces, or finds the same one that was begun before: by the same
/// person, for the same place, not too long ago.
pub fn begin_upload(
    tx: &mut Tx,
    new: Upload,
    quota: Quota,
    now: Timestamp,
) -> Result<Upload, Failure<FileRefusal>> {
    let bid = store::bids::find_to_change(tx, new.bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    bid.may_change(&round, now).map_err(FileRefusal::from)?;
    let section = round.definition.section(&new.section);
    room_for_one(section, store::attachments::present(tx, bid.id, &new.section)?)?;
    if new.size <= 0 {
        return Err(FileRefusal::Empty.into());
    }
    let mut own = store::uploads::of_person(tx, new.by)?;
    if let Some(earlier) = own.iter().find(|earlier| new.continues(earlier, now)) {
        return Ok(earlier.clone());
    }
    // The errand that throws these away is about to come by.
    for over in own.extract_if(.., |upload| upload.is_over(now)) {
        store::uploads::remove(tx, over.id)?;
    }
    one_more(own.len(), store::uploads::count_of_bid(tx, bid.id)?)?;
    quota.room_for(new.size, store::uploads::stock(tx, &bid, new.id)?)?;
    store::uploads::add(tx, &new)?;
    store::outbox::add(tx, &Errand::UploadOver { upload: new.id }, new.over_at())?;
    Ok(new)
}
