use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::ids::{OrganisationId, PersonId, RoundId};
use crate::domain::journal::Entry;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::{Lot, Phase, Round};
use crate::store::{self, StoreError, Tx};

/// What a round began from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    Nothing,
    Library,
    /// The title of an earlier round, and its id.
    Copy(String, RoundId),
}

/// A round as it starts: empty, from the library, or from an earlier one with its lots.
pub struct CreateRound {
    pub id: RoundId,
    pub municipality: OrganisationId,
    pub by: (PersonId, String),
    pub definition: Definition,
    pub origin: Origin,
    /// Each names the round it belongs to.
    pub lots: Vec<Lot>,
}

pub fn create_round(tx: &mut Tx, new: CreateRound, now: Timestamp) -> Result<(), StoreError> {
    let round = Round {
        id: new.id,
        municipality: new.municipality,
        phase: Phase::Draft,
        definition: new.definition,
        extended: None,
        version: 1,
    };
    store::rounds::add(tx, &round, now)?;
    for lot in &new.lots {
        store::rounds::put_lot(tx, lot)?;
    }
    let (verb, particulars) = match new.origin {
        Origin::Nothing | Origin::Library => ("created_round", BTreeMap::new()),
        Origin::Copy(title, id) => {
            let from = [("original".into(), title), ("original_id".into(), id.to_string())];
            ("copied_round", from.into())
        }
    };
    let entry = Entry {
        at: now,
        actor: Some(new.by.0),
        actor_name: new.by.1,
        verb: verb.into(),
        object: round.definition.title,
        round: Some(round.id),
        organisation: None,
        sealed: false,
        particulars,
    };
    store::journal::add(tx, &entry)
}
