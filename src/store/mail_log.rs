//! What became of mails, for those who may know that they were sent at all.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::Timestamp;

use super::outbox::FORGOTTEN;
use super::schema::{bids, errands, memberships, people, rounds};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::words;
use crate::domain::bids::Standing;
use crate::domain::errand::Errand;
use crate::domain::ids::{ErrandId, OrganisationId, PersonId};

words! {
    /// How far a mail is.
    Fate {
        Waiting = "waiting",
        /// It did not go at first; it is tried again.
        Retrying = "retrying",
        Sent = "sent",
        Failed = "failed",
    }
}

/// One mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: ErrandId,
    pub kind: String,
    /// None: somebody without an account.
    pub person: Option<(PersonId, String)>,
    pub round: Option<String>,
    pub fate: Fate,
    pub at: Timestamp,
    /// What the other side said.
    pub error: Option<String>,
    /// It can be sent once more: its errand was not forgotten.
    pub again: bool,
}

/// Lists are cut off after so many.
pub const MOST: usize = 200;

#[derive(Queryable)]
struct Row {
    id: String,
    kind: String,
    person: Option<String>,
    name: Option<String>,
    round: Option<String>,
    title: Option<String>,
    attempts: i32,
    due_at: i64,
    done_at: Option<i64>,
    failed_at: Option<i64>,
    error: Option<String>,
    payload: String,
}

fn line(row: Row) -> Result<Line, StoreError> {
    let fate = match (row.failed_at, row.done_at, row.attempts) {
        (Some(_), _, _) => Fate::Failed,
        (None, Some(_), _) => Fate::Sent,
        (None, None, 0) => Fate::Waiting,
        (None, None, _) => Fate::Retrying,
    };
    let person = match (row.person, row.name) {
        (Some(id), Some(name)) => Some((id.parse().map_err(StoreError::unreadable)?, name)),
        _ => None,
    };
    Ok(Line {
        id: row.id.parse().map_err(StoreError::unreadable)?,
        kind: row.kind,
        person,
        round: row.title,
        fate,
        at: at(row.failed_at.or(row.done_at).unwrap_or(row.due_at)),
        error: row.error,
        again: fate == Fate::Failed && row.payload != FORGOTTEN,
    })
}

/// What this municipality may see of its mails, the newest first: those to its own people, and those to
/// bidders of rounds that are open, as far as they handed in.
pub fn of_municipality(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<Line>, StoreError> {
    let handed_in: BTreeSet<(String, String)> = bids::table
        .inner_join(rounds::table)
        .inner_join(memberships::table.on(memberships::organisation_id.eq(bids::organisation_id)))
        .filter(rounds::organisation_id.eq(municipality.as_str()))
        .filter(rounds::phase.eq_any(["opened", "decided"]))
        .filter(bids::standing.eq(Standing::Submitted.as_str()))
        .select((rounds::id, memberships::person_id))
        .load::<(String, String)>(conn.link())?
        .into_iter()
        .collect();
    let mut rows = of_kinds(conn, municipality, &Errand::TO_STAFF)?;
    if !handed_in.is_empty() {
        let to_bidders = of_kinds(conn, municipality, &Errand::TO_BIDDERS)?;
        rows.extend(to_bidders.into_iter().filter(|row| {
            let pair = row.round.clone().zip(row.person.clone());
            pair.is_some_and(|pair| handed_in.contains(&pair))
        }));
    }
    let mut lines = rows.into_iter().map(line).collect::<Result<Vec<_>, _>>()?;
    lines.sort_by_key(|line| (std::cmp::Reverse(line.at), line.id));
    lines.truncate(MOST);
    Ok(lines)
}

fn of_kinds(
    conn: &mut Conn,
    municipality: OrganisationId,
    kinds: &[&str],
) -> Result<Vec<Row>, StoreError> {
    let own = municipality.to_string();
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    let mut found: Vec<Row> = vec![];
    let columns = (
        errands::id,
        errands::kind,
        errands::person_id,
        people::name.nullable(),
        errands::round_id,
        rounds::title.nullable(),
        errands::attempts,
        errands::due_at,
        errands::done_at,
        errands::failed_at,
        errands::error,
        errands::payload,
    );
    let of_rounds = errands::table
        .left_join(people::table)
        .left_join(rounds::table)
        .filter(rounds::organisation_id.eq(&own))
        .filter(errands::kind.eq_any(&kinds))
        .order(errands::added_at.desc())
        .limit(1000)
        .select(columns);
    found.extend(of_rounds.load::<Row>(conn.link())?);
    let of_itself = errands::table
        .left_join(people::table)
        .left_join(rounds::table)
        .filter(errands::organisation_id.eq(&own))
        .filter(errands::kind.eq_any(&kinds))
        .order(errands::added_at.desc())
        .limit(1000)
        .select(columns);
    found.extend(of_itself.load::<Row>(conn.link())?);
    Ok(found)
}

/// Puts a mail that was given up back in the queue; false when there is nothing to do again.
pub fn again(tx: &mut Tx, id: ErrandId, now: Timestamp) -> Result<bool, StoreError> {
    let to: Option<String> =
        errands::table.find(id.as_str()).select(errands::person_id).first(tx.link())?;
    let found = errands::table
        .find(id.as_str())
        .filter(errands::failed_at.is_not_null())
        .filter(errands::payload.ne(FORGOTTEN));
    let put_back = diesel::update(found)
        .set((
            errands::failed_at.eq(None::<i64>),
            errands::done_at.eq(None::<i64>),
            errands::locked_until.eq(None::<i64>),
            errands::error.eq(None::<String>),
            errands::attempts.eq(0),
            errands::due_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    if let (1, Some(person)) = (put_back, to) {
        diesel::update(people::table.find(person))
            .set((people::bounced_at.eq(None::<i64>), people::bounce.eq(None::<String>)))
            .execute(tx.link())?;
    }
    Ok(put_back == 1)
}

/// Mail to this person comes back.
pub fn bounced(
    tx: &mut Tx,
    person: PersonId,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::update(people::table.find(person.as_str()))
        .set((people::bounced_at.eq(micros(now)), people::bounce.eq(reason)))
        .execute(tx.link())?;
    Ok(())
}

/// The last mail that went to this person did not arrive after all.
pub fn came_back(
    tx: &mut Tx,
    person: PersonId,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let last: Option<String> = errands::table
        .filter(errands::person_id.eq(person.as_str()))
        .filter(errands::done_at.is_not_null())
        .filter(errands::failed_at.is_null())
        .order((errands::done_at.desc(), errands::id))
        .select(errands::id)
        .first(tx.link())
        .optional()?;
    if let Some(id) = last {
        diesel::update(errands::table.find(id))
            .set((errands::failed_at.eq(micros(now)), errands::error.eq(reason)))
            .execute(tx.link())?;
    }
    bounced(tx, person, reason, now)
}

/// Why mail to these people comes back; only those to whom that happens.
pub fn bounces(
    conn: &mut Conn,
    organisation: OrganisationId,
) -> Result<Vec<(PersonId, String, Timestamp)>, StoreError> {
    let rows: Vec<(String, Option<String>, Option<i64>)> = people::table
        .inner_join(memberships::table)
        .filter(memberships::organisation_id.eq(organisation.as_str()))
        .filter(people::bounced_at.is_not_null())
        .order(people::id)
        .select((people::id, people::bounce, people::bounced_at))
        .distinct()
        .load(conn.link())?;
    let one = |(id, why, moment): (String, Option<String>, Option<i64>)| {
        let id = id.parse().map_err(StoreError::unreadable)?;
        Ok((id, why.unwrap_or_default(), at(moment.unwrap_or_default())))
    };
    rows.into_iter().map(one).collect()
}

/// The same for one person.
pub fn bounce_of(conn: &mut Conn, person: PersonId) -> Result<Option<Timestamp>, StoreError> {
    let moment: Option<i64> =
        people::table.find(person.as_str()).select(people::bounced_at).first(conn.link())?;
    Ok(moment.map(at))
}
