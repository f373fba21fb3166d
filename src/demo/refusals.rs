//! The second pair of eyes on a refusal, and the letter that goes with it.

use jiff::Timestamp;

use super::DemoError;
use crate::actions;
use crate::documents::grounds::ground;
use crate::documents::rejection_letter::{
    RefusedRequirement, RejectionFacts, To, rejection_letter,
};
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::domain::moments::day_of;
use crate::domain::review::admissibility::CheckVerdict;
use crate::domain::review::rejection::Letter;
use crate::rendering::Renderer;
use crate::store::{self, StoreError, Tx};

/// Why a bid is out when one of its requirements is.
pub const GROUND: &str = "requirement_not_met";

/// Somebody else confirms what was proposed.
pub fn confirm(tx: &mut Tx, id: BidId, by: &By, at: Timestamp) -> Result<(), DemoError> {
    let rejection = store::rejections::find(tx, id)?.ok_or(StoreError::Missing)?;
    let letter = letter(tx, id, at)?;
    Ok(actions::confirm_rejection(tx, id, (rejection.proposed.at, letter), by, at)?)
}

fn letter(tx: &mut Tx, id: BidId, at: Timestamp) -> Result<Letter, DemoError> {
    let rejection = store::rejections::find(tx, id)?.ok_or(StoreError::Missing)?;
    let bid = store::bids::find(tx, id)?;
    let round = store::rounds::find(tx, bid.round)?;
    let owner = store::accounts::organisation(tx, round.municipality)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?;
    let handed_in = store::submissions::opened(tx, id)?.ok_or(StoreError::Missing)?;
    let title = |code: &str| {
        let known = round.definition.requirements.iter().find(|r| r.code == code);
        known.map(|r| format!("{}. {}", r.code, r.title)).unwrap_or_default()
    };
    let checks = store::admissibility::checks(tx, id)?;
    let refused = checks.iter().filter(|given| given.what.verdict == CheckVerdict::Refused);
    let facts = RejectionFacts {
        municipality: &owner.name,
        definition: &round.definition,
        lot: &store::rounds::find_lot(tx, bid.lot)?,
        to: To { name: bidder.name, place: bidder.place, number: handed_in.number },
        ground: ground(&rejection.ground),
        reason: &rejection.reason,
        refused: refused
            .map(|given| RefusedRequirement {
                title: title(&given.what.requirement),
                reason: given.what.reason.clone(),
            })
            .collect(),
        sent: day_of(at),
    };
    let renderer = Renderer::load().map_err(DemoError::content)?;
    let text = rejection_letter(&renderer, &facts).map_err(DemoError::content)?;
    Ok(Letter { subject: text.subject, body: text.body })
}
