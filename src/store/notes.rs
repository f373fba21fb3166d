//! What assessors wrote down while reading. Always asked by assignment: nobody reads another's.

use diesel::prelude::*;

use super::schema::{assessor_notes, assignments};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{AssignmentId, BidId, LotId, NoteId, PersonId};
use crate::domain::review::notes::{Note, NoteKind};

type Row = (String, String, String, String, String, String, i64);

columns!(NOTE:
    assessor_notes::id,
    assessor_notes::criterion,
    assessor_notes::spot,
    assessor_notes::kind,
    assessor_notes::body,
    assessor_notes::version,
    assessor_notes::written_at,
);

fn note(row: Row) -> Result<Note, StoreError> {
    Ok(Note {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        criterion: row.1,
        spot: row.2.parse().map_err(StoreError::unreadable)?,
        kind: row.3.parse().map_err(StoreError::unreadable)?,
        text: row.4,
        version: row.5,
        at: at(row.6),
    })
}

/// Everything one assessor wrote down about a bid, in the order of writing.
pub fn of_bid(conn: &mut Conn, sheet: AssignmentId, bid: BidId) -> Result<Vec<Note>, StoreError> {
    let rows: Vec<Row> = assessor_notes::table
        .filter(assessor_notes::assignment_id.eq(sheet.as_str()))
        .filter(assessor_notes::bid_id.eq(bid.as_str()))
        .order((assessor_notes::written_at, assessor_notes::id))
        .select(NOTE)
        .load(conn.link())?;
    rows.into_iter().map(note).collect()
}

/// The strong and weak points of one assessor on a lot, by bid.
pub fn points_of(
    conn: &mut Conn,
    lot: LotId,
    person: PersonId,
) -> Result<Vec<(BidId, Note)>, StoreError> {
    let rows: Vec<(String, Row)> = assessor_notes::table
        .inner_join(assignments::table)
        .filter(assignments::lot_id.eq(lot.as_str()))
        .filter(assignments::person_id.eq(person.as_str()))
        .filter(assignments::ended_at.is_null())
        .filter(assessor_notes::kind.ne(NoteKind::Mark.as_str()))
        .order((assessor_notes::written_at, assessor_notes::id))
        .select((assessor_notes::bid_id, NOTE))
        .load(conn.link())?;
    let read =
        |(bid, row): (String, Row)| Ok((bid.parse().map_err(StoreError::unreadable)?, note(row)?));
    rows.into_iter().map(read).collect()
}

/// False when it is there already: the same form came twice.
pub fn add(tx: &mut Tx, sheet: AssignmentId, bid: BidId, note: &Note) -> Result<bool, StoreError> {
    let row = (
        assessor_notes::id.eq(note.id.as_str()),
        assessor_notes::assignment_id.eq(sheet.as_str()),
        assessor_notes::bid_id.eq(bid.as_str()),
        assessor_notes::criterion.eq(&note.criterion),
        assessor_notes::spot.eq(note.spot.key()),
        assessor_notes::kind.eq(note.kind.as_str()),
        assessor_notes::body.eq(&note.text),
        assessor_notes::version.eq(&note.version),
        assessor_notes::written_at.eq(micros(note.at)),
    );
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(assessor_notes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

pub fn remove(tx: &mut Tx, id: NoteId) -> Result<(), StoreError> {
    diesel::delete(assessor_notes::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

/// Forgets what people marked for themselves on a bid; points stay with the scores.
pub fn forget_marks(tx: &mut Tx, bid: BidId) -> Result<(), StoreError> {
    diesel::delete(
        assessor_notes::table
            .filter(assessor_notes::bid_id.eq(bid.as_str()))
            .filter(assessor_notes::kind.eq(NoteKind::Mark.as_str())),
    )
    .execute(tx.link())?;
    Ok(())
}
