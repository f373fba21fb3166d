//! Complaints of the example, and what was answered.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::{World, organisation};
use crate::actions::{self, AnswerComplaint, FileComplaint};
use crate::domain::ids::{ComplaintId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::rounds::complaints::{Measure, Ruling};
use crate::store::{self, Database, StoreError};

const COMPLAINTS: &str = include_str!("../../config/demo/complaints.toml");

#[derive(Deserialize)]
struct Content {
    complaints: Vec<Filed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filed {
    round: String,
    filed_by: String,
    filed_after_days: i64,
    body: String,
    handler: Option<String>,
    handed_by: Option<String>,
    handed_after_days: Option<i64>,
    ruling: Option<Ruling>,
    grounds: Option<String>,
    measure: Option<Measure>,
    answered_after_days: Option<i64>,
}

/// Files, hands over and answers at the days after the publication that the content names.
pub(super) fn load(db: &Database, world: &World) -> Result<(), DemoError> {
    let content: Content = toml::from_str(COMPLAINTS).map_err(DemoError::content)?;
    content.complaints.into_iter().try_for_each(|filed| put(db, world, &filed))
}

fn put(db: &Database, world: &World, filed: &Filed) -> Result<(), DemoError> {
    let round = RoundId::named(&filed.round);
    let found = db.read_now::<_, StoreError>(|conn| store::rounds::find(conn, round))?;
    let start = found.publication().map(|publication| publication.at);
    let start = start.ok_or_else(|| DemoError::content("a complaint about no published round"))?;
    let days = |n: i64| start.saturating_add(SignedDuration::from_hours(24 * n)).unwrap_or(start);
    let name = |key: &String| -> By { (PersonId::named(key), world.name_of(key)) };
    let new = FileComplaint {
        round,
        by: name(&filed.filed_by),
        cooperative: world.cooperative_of(&filed.filed_by).map(organisation),
        body: filed.body.clone(),
    };
    let at = days(filed.filed_after_days);
    let id: ComplaintId = db.write_now::<_, DemoError, _>(move |tx| {
        let new = FileComplaint { by: new.by.clone(), body: new.body.clone(), ..new };
        Ok(actions::file_complaint(tx, new, at)?)
    })?;
    let (Some(handler), Some(by), Some(after)) =
        (&filed.handler, &filed.handed_by, filed.handed_after_days)
    else {
        return Ok(());
    };
    let (handler, by, at) = (name(handler), name(by), days(after));
    let to = handler.0;
    db.write_now::<_, DemoError, _>(move |tx| {
        Ok(actions::hand_complaint(tx, (id, 1), (to, ""), &by, at)?)
    })?;
    match (filed.ruling, filed.measure, &filed.grounds, filed.answered_after_days) {
        (Some(ruling), Some(measure), Some(grounds), Some(after)) => {
            answer(db, (id, ruling, measure, grounds.clone()), handler, days(after))
        }
        _ => Ok(()),
    }
}

fn answer(
    db: &Database,
    (complaint, ruling, measure, grounds): (ComplaintId, Ruling, Measure, String),
    by: By,
    at: Timestamp,
) -> Result<(), DemoError> {
    db.write_now::<_, DemoError, _>(move |tx| {
        let grounds = grounds.clone();
        let new = AnswerComplaint { complaint, seen: 2, ruling, grounds, measure };
        Ok(actions::answer_complaint(tx, new, &by, at)?)
    })
}
