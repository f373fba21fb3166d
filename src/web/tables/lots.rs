//! The lots of the round beside the table: which are done, which are busy.

use serde::Serialize;

use super::sight::{Sight, Words};
use crate::domain::ids::LotId;
use crate::domain::rounds::Lot;
use crate::web::public::views::{self, LotState, MapView};
use crate::web::urls;

#[derive(Serialize)]
pub struct LotsView {
    pub label: String,
    pub map: Option<MapView>,
    pub legend: Vec<Legend>,
    /// Lots on the map.
    pub areas: Vec<LotLine>,
    /// Lots without an area.
    pub everywhere: Vec<LotLine>,
}

#[derive(Serialize)]
pub struct Legend {
    pub state: &'static str,
    pub text: String,
}

#[derive(Serialize)]
pub struct LotLine {
    pub number: u16,
    pub name: String,
    pub href: String,
    pub text: String,
}

impl LotsView {
    pub fn new(sight: &Sight, words: Words<'_>) -> LotsView {
        let state = |lot: &Lot| {
            let state = state(sight, lot.id);
            (state, words.say(&format!("lot-table-{state}"), &[]))
        };
        let line = |lot: &Lot| LotLine {
            number: lot.number,
            name: lot.details.name.clone(),
            href: urls::lot(lot.id),
            text: state(lot).1,
        };
        let (areas, everywhere) =
            sight.lots.iter().partition::<Vec<&Lot>, _>(|l| !l.shapes.is_empty());
        LotsView {
            label: words.say("lots-map", &[("name", sight.municipality.name.as_str().into())]),
            map: map(sight, &state),
            legend: ["fixed", "current", "waiting", "open"]
                .map(|state| Legend { state, text: words.say(&format!("lot-table-{state}"), &[]) })
                .into(),
            areas: areas.into_iter().map(line).collect(),
            everywhere: everywhere.into_iter().map(line).collect(),
        }
    }
}

/// The map; on the wall nobody can press it.
fn map(sight: &Sight, state: LotState<'_>) -> Option<MapView> {
    let mut map = views::map(&sight.lots, state)?;
    if sight.on_wall {
        map.areas.iter_mut().for_each(|area| area.href.clear());
    }
    Some(map)
}

/// Colour of a lot on the map, and the end of the name of its sentence.
fn state(sight: &Sight, lot: LotId) -> &'static str {
    if lot == sight.lot.id {
        return "current";
    }
    match sight.tables.get(&lot).map(|(_, phase)| phase.as_str()) {
        None => "open",
        Some("discussing") => "waiting",
        Some(_) => "fixed",
    }
}
