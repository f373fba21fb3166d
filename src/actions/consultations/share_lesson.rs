use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Done, keep, note, speaking};
use crate::domain::consultations::{Item, Lesson, LotLesson, Told, lessons_of};
use crate::domain::ids::{BidId, ConsultationId, ItemId, LotId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Stage;
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

/// What a decided round teaches, lot by lot; empty before the decision is published. Asks as often
/// for many lots as for one.
pub fn lot_lessons(
    conn: &mut Conn,
    round: &Round,
    now: Timestamp,
) -> Result<Vec<(Lot, LotLesson)>, StoreError> {
    if round.stage(now) != Stage::Decided {
        return Ok(vec![]);
    }
    let lots = store::rounds::lots_of(conn, round.id)?;
    let mut told = told(conn, round, &lots)?;
    let lesson = |lot: Lot| {
        let scheme = round.definition.scheme(&lot.details);
        let scale = &scheme.criteria.first()?.scale;
        let told = told.remove(&lot.id).unwrap_or_default();
        let lesson = lessons_of(&told, scale, round.definition.meeting.bands);
        Some((lot, lesson))
    };
    Ok(lots.into_iter().filter_map(lesson).collect())
}

/// What the table may know, for every lot.
fn told(conn: &mut Conn, round: &Round, lots: &[Lot]) -> Result<BTreeMap<LotId, Told>, StoreError> {
    let ids: Vec<LotId> = lots.iter().map(|lot| lot.id).collect();
    let opened = store::bids::opened_of_round(conn, round.id)?;
    let lot_of: BTreeMap<BidId, LotId> = opened.iter().map(|bid| (bid.id, bid.lot)).collect();
    let counted = store::submissions::counted_of_round(conn, round.id)?;
    let blank = || Told { criteria: named(round), ..Told::default() };
    let mut told: BTreeMap<LotId, Told> = ids.iter().map(|id| (*id, blank())).collect();
    for bid in &counted {
        if let Some(told) = of(&mut told, lot_of.get(bid)) {
            told.bids += 1;
        }
    }
    for one in store::scores::locked_of_lots(conn, &ids)? {
        if let Some(told) = of(&mut told, lot_of.get(&one.bid)) {
            told.first.push((one.bid, one.criterion, one.grade));
        }
    }
    for grade in store::tables::agreed_of_round(conn, round.id)? {
        if let Some(told) = of(&mut told, lot_of.get(&grade.0)) {
            told.agreed.push(grade);
        }
    }
    for (bid, code) in store::admissibility::refused_of_round(conn, round.id)? {
        let title = titled(round, &code).filter(|_| counted.contains(&bid));
        if let (Some(told), Some(title)) = (of(&mut told, lot_of.get(&bid)), title) {
            told.refused.push(title.to_owned());
        }
    }
    Ok(told)
}

fn of<'a>(told: &'a mut BTreeMap<LotId, Told>, lot: Option<&LotId>) -> Option<&'a mut Told> {
    told.get_mut(lot?)
}

fn named(round: &Round) -> Vec<(String, String)> {
    let criteria = round.definition.criteria.iter();
    criteria.map(|one| (one.code.clone(), one.name.clone())).collect()
}

/// Titles only: the reasons tell of one bid.
fn titled<'a>(round: &'a Round, code: &str) -> Option<&'a str> {
    let found = round.definition.requirements.iter().find(|one| one.code == code);
    found.map(|one| one.title.as_str())
}
