//! How far assessors are, for the process lead. Grades are never read here.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::schema::{admissions, assignments, bids, conflicts, lots, people, scores};
use super::{Conn, StoreError, sheets};
use crate::domain::ids::{AssignmentId, LotId, RoundId};
use crate::domain::review::assignment::Assignment;
use crate::domain::review::progress::{ItemProgress, Progress};
use crate::domain::review::sheet::{Marks, Sheet};
use crate::domain::rounds::Round;

/// All sheets of a round, by lot and in the order in which they were assigned. The number of
/// statements does not depend on the round, and no row is read per mark.
pub fn of_round(conn: &mut Conn, round: &Round) -> Result<Vec<Progress>, StoreError> {
    let criteria = &round.definition.criteria;
    let silent: Vec<String> =
        criteria.iter().filter(|c| !c.reason_required).map(|c| c.code.clone()).collect();
    let mut given = given(conn, round.id, &silent)?;
    let said = super::conflicts::whole_of_round(conn, round.id)?;
    let mut names = names(conn, round.id)?;
    let assignments = super::assignments::of_round(conn, round.id)?;
    let lots: Vec<LotId> = assignments.iter().map(|a| a.lot).collect();
    let entrants = sheets::entrants(conn, &lots)?;
    let none = BTreeMap::new();
    let line = |assignment: Assignment| {
        let of_lot = entrants.get(&assignment.lot).map(Vec::as_slice).unwrap_or_default();
        let said = said.get(&assignment.person).unwrap_or(&none);
        let sheet = Sheet::of(&assignment, of_lot, said, Marks::new());
        let given = given.remove(&assignment.id).unwrap_or_default();
        let (assessor, lot_number, lot_name) = names.remove(&assignment.id).unwrap_or_default();
        let asked = criteria.iter().filter(|c| assignment.scope.asks(&c.code));
        let item = |code: &String| ItemProgress {
            criterion: code.clone(),
            given: given.get(code).copied().unwrap_or_default().min(sheet.bids.len()),
            of: sheet.bids.len(),
        };
        let items = asked.map(|c| item(&c.code)).collect();
        Progress { assessor, lot_number, lot_name, state: sheet.state, items, assignment }
    };
    Ok(assignments.into_iter().map(line).collect())
}

type Given = BTreeMap<AssignmentId, BTreeMap<String, usize>>;

/// How many marks that count have a grade, and a reason where the question wants one, per sheet and
/// criterion: for bids that were admitted, and for which this assessor is cleared.
fn given(conn: &mut Conn, round: RoundId, without_reason: &[String]) -> Result<Given, StoreError> {
    let cleared = conflicts::ruling
        .eq("harmless")
        .or(conflicts::ruling.is_null().and(conflicts::answer.eq("none")));
    let rows: Vec<(String, String, i64)> = scores::table
        .inner_join(assignments::table)
        .inner_join(bids::table.inner_join(admissions::table))
        .inner_join(
            conflicts::table.on(conflicts::bid_id
                .eq(scores::bid_id)
                .and(conflicts::person_id.eq(assignments::person_id))),
        )
        .filter(bids::round_id.eq(round.as_str()))
        .filter(assignments::ended_at.is_null())
        .filter(admissions::verdict.ne("refused"))
        .filter(cleared)
        .filter(scores::grade.is_not_null())
        .filter(scores::reason.ne("").or(scores::criterion.eq_any(without_reason)))
        .group_by((scores::assignment_id, scores::criterion))
        .select((scores::assignment_id, scores::criterion, count_star()))
        .load(conn.link())?;
    let mut found = Given::new();
    for (sheet, criterion, count) in rows {
        let sheet = sheet.parse().map_err(StoreError::unreadable)?;
        let count = usize::try_from(count).unwrap_or(0);
        found.entry(sheet).or_default().insert(criterion, count);
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
