//! The second pair of eyes on a refusal, and the letter that goes with it.

use jiff::Timestamp;

use super::DemoError;
use crate::actions;
use crate::documents::rejection_letter::rejection_letter;
use crate::domain::ids::BidId;
use crate::domain::journal::By;
use crate::domain::moments::day_of;
use crate::domain::review::rejection::Letter;
use crate::rendering::Renderer;
use crate::store::{self, Tx};

/// Why a bid is out when one of its requirements is.
pub const GROUND: &str = "requirement_not_met";

/// Somebody else confirms what was proposed.
pub fn confirm(tx: &mut Tx, id: BidId, by: &By, at: Timestamp) -> Result<(), DemoError> {
    let file = store::rejections::file(tx, id)?;
    let renderer = Renderer::load().map_err(DemoError::content)?;
    let text = rejection_letter(&renderer, &file, day_of(at)).map_err(DemoError::content)?;
    let letter = Letter { subject: text.subject, body: text.body };
    Ok(actions::confirm_rejection(tx, id, (file.rejection.proposed.at, letter), by, at)?)
}
