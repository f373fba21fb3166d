use std::collections::BTreeMap;

use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::Entry;
use crate::domain::rounds::Phase;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::publication::SetUpRefusal;
use crate::store::{self, Tx};

/// Puts new content in one part of a draft. `seen` is the fingerprint of what the part held when
/// this person opened it.
pub fn change_round(
    tx: &mut Tx,
    id: RoundId,
    by: (PersonId, String),
    (change, seen): (Change, String),
    now: Timestamp,
) -> Result<(), Failure<SetUpRefusal>> {
    let mut round = store::rounds::find(tx, id)?;
    // New terms that were begun in time are no way around grades that exist by now.
    if let Some(of) = round.amends() {
        let of = store::rounds::find(tx, of)?;
        if matches!(of.phase, Phase::Opened { .. } | Phase::Decided { .. }) {
            return Err(SetUpRefusal::Opened.into());
        }
    }
    let part = change.part();
    round.change(change, &seen)?;
    if !store::rounds::save(tx, &round)? {
        return Err(SetUpRefusal::Changed.into());
    }
    let entry = Entry {
        at: now,
        actor: Some(by.0),
        actor_name: by.1,
        verb: "changed_round".into(),
        object: round.definition.title.clone(),
        round: Some(round.amends().unwrap_or(id)),
        organisation: None,
        sealed: false,
        particulars: BTreeMap::from([("part".into(), part.as_str().into())]),
    };
    store::journal::add(tx, &entry)?;
    Ok(())
}
