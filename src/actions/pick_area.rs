use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use super::save_answer::{SaveAnswer, put};
use crate::domain::bids::own_area::{AreaRefusal, OwnArea, Pick};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::rounds::Round;
use crate::domain::rounds::sections::Kind;
use crate::store::answers::At;
use crate::store::{self, StoreError, Tx};

#[derive(Clone, Debug)]
pub struct PickArea {
    pub bid: BidId,
    pub pick: Pick,
    /// The version that the page showed; 0 when nothing was chosen.
    pub seen: i32,
    pub by: (PersonId, String),
}

/// Chooses the part of the lot that a bid takes on. Of two who choose at once the second is told.
pub fn pick_area(tx: &mut Tx, new: PickArea, now: Timestamp) -> Result<(), Failure<AreaRefusal>> {
    let bid = store::bids::find_to_change(tx, new.bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    bid.may_change(&round, now).map_err(AreaRefusal::from)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    store::own_areas::ground(tx, &round, &lot)?.check(&new.pick)?;
    let known = store::own_areas::find(tx, bid.id)?;
    if known.as_ref().is_some_and(|known| known.pick == new.pick) {
        return Ok(());
    }
    let (by, by_name) = new.by;
    let own =
        OwnArea { pick: new.pick, version: new.seen + 1, by, by_name: by_name.clone(), at: now };
    if known.map_or(0, |known| known.version) != new.seen
        || !store::own_areas::save(tx, bid.id, &own)?
    {
        return Err(AreaRefusal::Changed.into());
    }
    answer(tx, (bid.id, &round), &own, now)?;
    let facts = [("area", word(&own.pick))];
    store::journal::add(tx, &bid_entry((&bid, &lot), (by, by_name), "picked_area", &facts, now))?;
    Ok(())
}

/// Where the round asks for the area, its question is answered by this.
fn answer(
    tx: &mut Tx,
    (bid, round): (BidId, &Round),
    own: &OwnArea,
    now: Timestamp,
) -> Result<(), StoreError> {
    for section in &round.definition.sections {
        for question in section.questions.iter().filter(|q| q.kind == Kind::Area) {
            let place = At { bid, field: format!("{}.{}", section.code, question.code) };
            let seen = store::answers::one(tx, &place)?.version;
            let value = word(&own.pick).to_owned();
            put(tx, &SaveAnswer { place, value, seen, by: own.by }, now)?;
        }
    }
    Ok(())
}

fn word(pick: &Pick) -> &'static str {
    match pick {
        Pick::Whole => "whole",
        Pick::Areas { .. } => "areas",
        Pick::Drawn { .. } => "drawn",
    }
}
