use super::Failure;
use super::save_score::own_sheet;
use crate::domain::ids::{AssignmentId, BidId, NoteId, PersonId};
use crate::domain::review::notes::{Note, NoteKind, NoteRefusal, check};
use crate::domain::review::sheet::SheetRefusal;
use crate::store::{self, StoreError, Tx};

/// Why a note cannot be kept.
type No = Failure<NoteRefusal>;

/// Writes down a mark or a point on a bid of one's own sheet. Not in the journal: it is for oneself.
/// The same form twice is one note.
pub fn write_note(
    tx: &mut Tx,
    (sheet, by): (AssignmentId, PersonId),
    bid: BidId,
    note: Note,
) -> Result<(), No> {
    let there = open(tx, (sheet, by), bid, note.kind)?;
    if there.iter().any(|one| one.id == note.id) {
        return Ok(());
    }
    check(note.kind, &note.text, there.len())?;
    store::notes::add(tx, sheet, bid, &note)?;
    Ok(())
}

/// Takes a note of one's own away.
pub fn remove_note(
    tx: &mut Tx,
    (sheet, by): (AssignmentId, PersonId),
    bid: BidId,
    id: NoteId,
) -> Result<(), No> {
    let there = open(tx, (sheet, by), bid, NoteKind::Mark)?;
    let Some(note) = there.iter().find(|note| note.id == id) else {
        return Err(StoreError::Missing.into());
    };
    open(tx, (sheet, by), bid, note.kind)?;
    store::notes::remove(tx, id)?;
    Ok(())
}

/// The notes on a bid that this person may still read; points only while the sheet is not locked.
fn open(
    tx: &mut Tx,
    (sheet, by): (AssignmentId, PersonId),
    bid: BidId,
    kind: NoteKind,
) -> Result<Vec<Note>, No> {
    let assignment = store::assignments::hold(tx, sheet)?;
    if assignment.person != by {
        return Err(StoreError::Missing.into());
    }
    let on_it = match own_sheet(tx, sheet, by) {
        Ok((on_it, _)) => on_it,
        // Marks for oneself can be made as long as one may read.
        Err(Failure::Refused(SheetRefusal::NotNow)) if !kind.is_point() => {
            store::sheets::of(tx, &assignment)?
        }
        Err(failure) => return Err(failure.map(|_| NoteRefusal::Locked)),
    };
    if on_it.code(bid).is_none() {
        return Err(StoreError::Missing.into());
    }
    if kind.is_point() && on_it.may_change().is_err() {
        return Err(NoteRefusal::Locked.into());
    }
    Ok(store::notes::of_bid(tx, sheet, bid)?)
}
