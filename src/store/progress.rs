//! How far assessors are, for the process lead. Grades are never read here.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::schema::{assignments, lots, people, scores};
use super::{Conn, StoreError, sheets};
use crate::domain::ids::{AssignmentId, BidId, LotId, PersonId, RoundId};
use crate::domain::review::assignment::Assignment;
use crate::domain::review::conflicts::Declaration;
use crate::domain::review::progress::Progress;
use crate::domain::review::sheet::{Marks, Sheet};
use crate::domain::rounds::Round;

/// All sheets of a round, by lot and in the order in which they were assigned.
pub fn of_round(conn: &mut Conn, round: &Round) -> Result<Vec<Progress>, StoreError> {
    let criteria = &round.definition.criteria;
    let silent: Vec<String> =
        criteria.iter().filter(|c| !c.reason_required).map(|c| c.code.clone()).collect();
    let given = given(conn, round.id, &silent)?;
    let said = declared(conn, round.id)?;
    let names = names(conn, round.id)?;
    let assignments = super::assignments::of_round(conn, round.id)?;
    let lots: Vec<LotId> = assignments.iter().map(|a| a.lot).collect();
    let entrants = sheets::entrants(conn, &lots)?;
    let none = BTreeMap::new();
    let line = |assignment: Assignment| {
        let of_lot = entrants.get(&assignment.lot).map(Vec::as_slice).unwrap_or_default();
        let said = said.get(&assignment.person).unwrap_or(&none);
        let sheet = Sheet::of(&assignment, of_lot, said, Marks::new());
        let count = |(bid, _): &(BidId, String)| given.get(&(assignment.id, *bid)).copied();
        let (assessor, lot_number, lot_name) =
            names.get(&assignment.id).cloned().unwrap_or_default();
        Progress {
            assessor,
            lot_number,
            lot_name,
            state: sheet.state,
            given: sheet.bids.iter().filter_map(count).sum(),
            of: sheet.bids.len() * criteria.len(),
            assignment,
        }
    };
    Ok(assignments.into_iter().map(line).collect())
}

/// How many marks have a grade, and a reason where the question wants one, per sheet and bid.
fn given(
    conn: &mut Conn,
    round: RoundId,
    without_reason: &[String],
) -> Result<BTreeMap<(AssignmentId, BidId), usize>, StoreError> {
    let rows: Vec<(String, String, i64)> = scores::table
        .inner_join(assignments::table.inner_join(lots::table))
        .filter(lots::round_id.eq(round.as_str()))
        .filter(scores::grade.is_not_null())
        .filter(scores::reason.ne("").or(scores::criterion.eq_any(without_reason)))
        .group_by((scores::assignment_id, scores::bid_id))
        .select((scores::assignment_id, scores::bid_id, count_star()))
        .load(conn.link())?;
    let read = |(sheet, bid, count): (String, String, i64)| {
        let sheet = sheet.parse().map_err(StoreError::unreadable)?;
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        Ok(((sheet, bid), usize::try_from(count).unwrap_or(0)))
    };
    rows.into_iter().map(read).collect()
}

type OfPeople = BTreeMap<PersonId, BTreeMap<BidId, Declaration>>;

fn declared(conn: &mut Conn, round: RoundId) -> Result<OfPeople, StoreError> {
    let mut found = OfPeople::new();
    for line in super::conflicts::of_round(conn, round)? {
        found.entry(line.person).or_default().insert(line.bid, line.said);
    }
    Ok(found)
}

type Names = BTreeMap<AssignmentId, (String, u16, String)>;

fn names(conn: &mut Conn, round: RoundId) -> Result<Names, StoreError> {
    let rows: Vec<(String, String, i32, String)> = assignments::table
        .inner_join(people::table.on(people::id.eq(assignments::person_id)))
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .select((assignments::id, people::name, lots::number, lots::name))
        .load(conn.link())?;
    let read = |(id, name, number, lot): (String, String, i32, String)| {
        let number = u16::try_from(number).map_err(StoreError::unreadable)?;
        Ok((id.parse().map_err(StoreError::unreadable)?, (name, number, lot)))
    };
    rows.into_iter().map(read).collect()
}
