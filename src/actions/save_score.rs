use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{AssignmentId, BidId, PersonId};
use crate::domain::review::sheet::{Mark, Put, Sheet, SheetRefusal};
use crate::domain::rounds::Round;
use crate::domain::scoring::Exact;
use crate::store::{self, StoreError, Tx};

/// Changes to one mark, each with the version the window showed. What is not there stays.
pub struct SaveScore {
    pub sheet: AssignmentId,
    pub by: PersonId,
    pub bid: BidId,
    pub criterion: String,
    pub grade: Option<(Option<Exact>, i32)>,
    pub reason: Option<(String, i32)>,
    pub other: Other,
}

/// What happens to a text that another window left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Keep,
    /// The assessor saw both and chose.
    Drop,
}

/// Saves a grade or a reason, or keeps both texts when another window was first. Not in the
/// journal: the process lead reads it, and grades are nobody's business before the table.
pub fn save_score(
    tx: &mut Tx,
    change: SaveScore,
    now: Timestamp,
) -> Result<(Put, Mark), Failure<SheetRefusal>> {
    let (sheet, round) = own_sheet(tx, change.sheet, change.by)?;
    put(tx, (&sheet, &round), change, now)
}

/// Saves what was filled in on a form, all of it or nothing. Where another window was first since the
/// form was looked at, both texts are kept; answers on how many marks that is.
pub fn save_scores(
    tx: &mut Tx,
    (id, by): (AssignmentId, PersonId),
    changes: Vec<SaveScore>,
    now: Timestamp,
) -> Result<usize, Failure<SheetRefusal>> {
    let (sheet, round) = own_sheet(tx, id, by)?;
    sheet.may_change()?;
    let mut clashes = 0;
    for change in changes.into_iter().filter(|change| change.sheet == id) {
        let (put, _) = put(tx, (&sheet, &round), change, now)?;
        clashes += usize::from(put == Put::Clash);
    }
    Ok(clashes)
}

fn put(
    tx: &mut Tx,
    (sheet, round): (&Sheet, &Round),
    change: SaveScore,
    now: Timestamp,
) -> Result<(Put, Mark), Failure<SheetRefusal>> {
    let asked = round.definition.criteria.iter().any(|c| c.code == change.criterion);
    if sheet.code(change.bid).is_none() || !asked {
        return Err(StoreError::Missing.into());
    }
    sheet.may_change()?;
    let before = sheet.mark(change.bid, &change.criterion);
    let mut mark = before.clone();
    let mut put = Put::Saved;
    if let Some((grade, seen)) = change.grade {
        put = put.and(mark.put_grade(grade, seen, &round.definition.scale)?);
    }
    if let Some((reason, seen)) = change.reason {
        put = put.and(mark.put_reason(reason, seen)?);
    }
    if put == Put::Saved && change.other == Other::Drop {
        mark.settle();
    }
    if mark != *before {
        store::scores::put(tx, change.sheet, (change.bid, &change.criterion), &mark, now)?;
    }
    Ok((put, mark))
}

/// The sheet of this person with its round, held until the commit, if scores can change at all.
pub(super) fn own_sheet(
    tx: &mut Tx,
    id: AssignmentId,
    by: PersonId,
) -> Result<(Sheet, Round), Failure<SheetRefusal>> {
    let assignment = store::assignments::hold(tx, id)?;
    if assignment.person != by {
        return Err(StoreError::Missing.into());
    }
    let lot = store::rounds::find_lot(tx, assignment.lot)?;
    let mut round = store::rounds::find(tx, lot.round)?;
    assignment.scope.narrow(&mut round.definition.criteria);
    if !round.is_under_review() || store::assignments::table_has_met(tx, lot.id)? {
        return Err(SheetRefusal::NotNow.into());
    }
    if store::reviews::pause(tx, round.id)?.is_some() {
        return Err(SheetRefusal::Paused.into());
    }
    Ok((store::sheets::of(tx, &assignment)?, round))
}
