//! The library of the municipality of the example.

use jiff::Timestamp;
use serde::Deserialize;

use super::DemoError;
use super::world::World;
use crate::actions::{self, KeepEquivalent};
use crate::domain::ids::{BidId, EquivalentId, PersonId};
use crate::store::Database;

const EQUIVALENTS: &str = include_str!("../../config/demo/equivalents.toml");

#[derive(Deserialize)]
struct Equivalents {
    equivalents: Vec<Kept>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    key: String,
    bid: String,
    requirement: String,
    by: String,
    what: String,
    conditions: String,
}

pub(super) fn load(db: &Database, world: &World, now: Timestamp) -> Result<(), DemoError> {
    let Equivalents { equivalents } = toml::from_str(EQUIVALENTS).map_err(DemoError::content)?;
    for kept in equivalents {
        let by = (PersonId::named(&kept.by), world.name_of(&kept.by));
        db.write_now::<_, DemoError, _>(move |tx| {
            let new = KeepEquivalent {
                id: EquivalentId::named(&kept.key),
                bid: BidId::named(&kept.bid),
                requirement: kept.requirement.clone(),
                what: kept.what.clone(),
                conditions: kept.conditions.clone(),
            };
            Ok(actions::keep_equivalent(tx, new, &by, now)?)
        })?;
    }
    Ok(())
}
