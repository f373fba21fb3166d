use jiff::Timestamp;

use super::{Done, keep, note, speaking};
use crate::domain::consultations::{Item, Lesson, LotLesson, Told, lessons_of};
use crate::domain::decisions::Admittance;
use crate::domain::ids::{BidId, ConsultationId, ItemId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Stage;
use crate::domain::review::admissibility::CheckVerdict;
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, Conn, StoreError, Tx};

/// A seat says what the next round should do better.
pub fn share_lesson(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    (round, text): (RoundId, String),
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let found = store::rounds::find(tx, round)?;
    let seats = store::consultations::items(tx, of)?;
    let ours = table.tells_of(found.municipality, &seats, now);
    if !ours || found.stage(now) != Stage::Decided {
        return Err(StoreError::Missing.into());
    }
    keep(tx, of, &Item::new(id, now, Lesson { text, holder: own.body.holder, round }))?;
    let title = found.definition.title;
    Ok(note(tx, &table, (&by, "shared_lesson"), &[("round", &title)], now)?)
}

/// What a decided round teaches, lot by lot; empty before the decision is published.
pub fn lot_lessons(
    conn: &mut Conn,
    round: &Round,
    now: Timestamp,
) -> Result<Vec<(Lot, LotLesson)>, StoreError> {
    if round.stage(now) != Stage::Decided {
        return Ok(vec![]);
    }
    let file = store::decisions::file(conn, round.id)?;
    let mut lessons = vec![];
    for lot in file.lots {
        let mut told = Told {
            bids: lot.entrants.len(),
            criteria: named(round),
            first: first(conn, &lot.lot)?,
            agreed: agreed(conn, &lot.lot)?,
            refused: vec![],
        };
        for entrant in &lot.entrants {
            if matches!(entrant.admittance, Admittance::Refused(_)) {
                told.refused.extend(refused(conn, round, entrant.bid)?);
            }
        }
        let scheme = round.definition.scheme(&lot.lot.details);
        let Some(criterion) = scheme.criteria.first() else { continue };
        let lesson = lessons_of(&told, &criterion.scale, round.definition.meeting.bands);
        lessons.push((lot.lot, lesson));
    }
    Ok(lessons)
}

fn named(round: &Round) -> Vec<(String, String)> {
    let criteria = round.definition.criteria.iter();
    criteria.map(|one| (one.code.clone(), one.name.clone())).collect()
}

type Grades = Vec<(BidId, String, crate::domain::scoring::Exact)>;

fn first(conn: &mut Conn, lot: &Lot) -> Result<Grades, StoreError> {
    let grades = store::first_grades::of_lot(conn, lot.id)?;
    Ok(grades.into_iter().map(|one| (one.item.bid, one.item.criterion, one.grade)).collect())
}

fn agreed(conn: &mut Conn, lot: &Lot) -> Result<Grades, StoreError> {
    let Some(id) = store::tables::of_lot(conn, lot.id)? else { return Ok(vec![]) };
    let table = store::tables::find(conn, id)?;
    let grade = |item: &crate::domain::tables::Item| {
        let grade = item.consensus()?.grade.clone();
        Some((item.key.bid, item.key.criterion.clone(), grade))
    };
    Ok(table.items.iter().filter_map(grade).collect())
}

/// Titles only: the reasons tell of one bid.
fn refused(conn: &mut Conn, round: &Round, bid: BidId) -> Result<Vec<String>, StoreError> {
    let checks = store::admissibility::checks(conn, bid)?;
    let refused = checks.into_iter().filter(|one| one.what.verdict == CheckVerdict::Refused);
    let title = |code: &str| {
        let all = round.definition.requirements.iter();
        all.clone().find(|one| one.code == code).map(|one| one.title.clone())
    };
    Ok(refused.filter_map(|one| title(&one.what.requirement)).collect())
}
