//! Draws of lots: each plan, who was invited to it, and what became of it. Whether a mail went is asked
//! of the errand that it is.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{bids, draw_invitations, draw_mails, draws, errands, people, tables};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{BidId, DrawId, ErrandId, PersonId, TableId};
use crate::domain::journal::By;
use crate::domain::tables::{Confirmed, Fate, Invitation, Mailed, Plan, Post, Seal};

type Row = (String, i64, String, String, String, i64, String);

columns!(DRAW:
    draws::id,
    draws::draw_at,
    draws::place,
    draws::witnesses,
    draws::planner,
    draws::planned_at,
    draws::fate,
);

/// The plan without its invitations.
fn plan(row: Row) -> Result<Plan, StoreError> {
    Ok(Plan {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        at: at(row.1),
        place: row.2,
        witnesses: serde_json::from_str(&row.3).map_err(StoreError::unreadable)?,
        by: row.4,
        made_at: at(row.5),
        fate: serde_json::from_str(&row.6).map_err(StoreError::unreadable)?,
        invitations: vec![],
    })
}

/// Writes down a new plan with whom it invites.
pub fn add(tx: &mut Tx, table: TableId, plan: &Plan, by: PersonId) -> Result<(), StoreError> {
    diesel::insert_into(draws::table)
        .values((
            draws::id.eq(plan.id.as_str()),
            draws::table_id.eq(table.as_str()),
            draws::draw_at.eq(micros(plan.at)),
            draws::place.eq(&plan.place),
            draws::witnesses.eq(json(&plan.witnesses)?),
            draws::planned_by.eq(by.as_str()),
            draws::planner.eq(&plan.by),
            draws::planned_at.eq(micros(plan.made_at)),
            draws::fate.eq(json(&plan.fate)?),
        ))
        .execute(tx.link())?;
    for invitation in &plan.invitations {
        diesel::insert_into(draw_invitations::table)
            .values((
                draw_invitations::draw_id.eq(plan.id.as_str()),
                draw_invitations::bid_id.eq(invitation.bid.as_str()),
            ))
            .execute(tx.link())?;
    }
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::unreadable)
}

/// This errand is a mail that invites somebody of a bid.
pub fn add_mail(
    tx: &mut Tx,
    (draw, bid): (DrawId, BidId),
    to: PersonId,
    errand: ErrandId,
) -> Result<(), StoreError> {
    diesel::insert_into(draw_mails::table)
        .values((
            draw_mails::errand_id.eq(errand.as_str()),
            draw_mails::draw_id.eq(draw.as_str()),
            draw_mails::bid_id.eq(bid.as_str()),
            draw_mails::person_id.eq(to.as_str()),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// What became of a plan.
pub fn save_fate(tx: &mut Tx, draw: DrawId, fate: &Fate) -> Result<(), StoreError> {
    diesel::update(draws::table.find(draw.as_str()))
        .set(draws::fate.eq(json(fate)?))
        .execute(tx.link())?;
    Ok(())
}

/// Somebody of a bidder read the invitation; the first time counts.
pub fn confirm(
    tx: &mut Tx,
    (draw, bid): (DrawId, BidId),
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let found = draw_invitations::table.find((draw.as_str(), bid.as_str()));
    diesel::update(found.filter(draw_invitations::confirmed_at.is_null()))
        .set((
            draw_invitations::confirmed_by.eq(by.0.as_str()),
            draw_invitations::confirmer.eq(&by.1),
            draw_invitations::confirmed_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Every plan of a table, oldest first.
pub fn of_table(conn: &mut Conn, table: TableId) -> Result<Vec<Plan>, StoreError> {
    let rows: Vec<Row> = draws::table
        .filter(draws::table_id.eq(table.as_str()))
        .order((draws::planned_at, draws::id))
        .select(DRAW)
        .load(conn.link())?;
    let plans = rows.into_iter().map(plan).collect::<Result<Vec<_>, _>>()?;
    with_invitations(conn, plans)
}

/// The plans to which this bid was invited, oldest first; nothing of the other bids.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Plan>, StoreError> {
    let rows: Vec<Row> = draws::table
        .inner_join(draw_invitations::table)
        .filter(draw_invitations::bid_id.eq(bid.as_str()))
        .order((draws::planned_at, draws::id))
        .select(DRAW)
        .load(conn.link())?;
    let plans = rows.into_iter().map(plan).collect::<Result<Vec<_>, _>>()?;
    let mut plans = with_invitations(conn, plans)?;
    for plan in &mut plans {
        plan.invitations.retain(|one| one.bid == bid);
    }
    Ok(plans)
}

/// The table that draws for this bid.
pub fn table_of(conn: &mut Conn, bid: BidId) -> Result<TableId, StoreError> {
    let id: String = tables::table
        .inner_join(bids::table.on(bids::lot_id.eq(tables::lot_id)))
        .filter(bids::id.eq(bid.as_str()))
        .select(tables::id)
        .first(conn.link())?;
    id.parse().map_err(StoreError::unreadable)
}

/// Broken once a draw of this table was held.
pub(super) fn seal(conn: &mut Conn, table: TableId) -> Result<Seal, StoreError> {
    let fates: Vec<String> = draws::table
        .filter(draws::table_id.eq(table.as_str()))
        .select(draws::fate)
        .load(conn.link())?;
    for fate in fates {
        if let Fate::Held(_) = serde_json::from_str(&fate).map_err(StoreError::unreadable)? {
            return Ok(Seal::Broken);
        }
    }
    Ok(Seal::Whole)
}

type InvitationRow = (String, String, Option<String>, Option<i64>);
type MailRow = (String, String, String, Option<i64>, Option<i64>);

fn with_invitations(conn: &mut Conn, mut plans: Vec<Plan>) -> Result<Vec<Plan>, StoreError> {
    let ids: Vec<String> = plans.iter().map(|plan| plan.id.to_string()).collect();
    let invited: Vec<InvitationRow> = draw_invitations::table
        .filter(draw_invitations::draw_id.eq_any(&ids))
        .order(draw_invitations::bid_id)
        .select((
            draw_invitations::draw_id,
            draw_invitations::bid_id,
            draw_invitations::confirmer,
            draw_invitations::confirmed_at,
        ))
        .load(conn.link())?;
    let mut mails = mails(conn, &ids)?;
    for (draw, bid, confirmer, confirmed_at) in invited {
        let mails = mails.remove(&(draw.clone(), bid.clone())).unwrap_or_default();
        let confirmed = confirmer.zip(confirmed_at);
        let invitation = Invitation {
            bid: bid.parse().map_err(StoreError::unreadable)?,
            mails,
            confirmed: confirmed.map(|(by, time)| Confirmed { by, at: at(time) }),
        };
        if let Some(plan) = plans.iter_mut().find(|plan| plan.id.as_str() == draw) {
            plan.invitations.push(invitation);
        }
    }
    plans.iter_mut().for_each(settle);
    Ok(plans)
}

/// The proof of a draw that was held is what it was then; of a plan that ended, what went out before.
fn settle(plan: &mut Plan) {
    match &plan.fate {
        Fate::Stands => {}
        Fate::Held(held) => plan.invitations.clone_from(&held.invitations),
        Fate::Moved { at: end } | Fate::Cancelled { at: end, .. } => {
            plan.invitations.iter_mut().for_each(|one| one.without_mails_after(*end));
        }
    }
}

/// The letters of all bids that a plan is about.
pub fn letters(conn: &mut Conn, draw: DrawId) -> Result<Vec<String>, StoreError> {
    let codes: Vec<Option<String>> = draw_invitations::table
        .inner_join(bids::table)
        .filter(draw_invitations::draw_id.eq(draw.as_str()))
        .order(bids::code)
        .select(bids::code)
        .load(conn.link())?;
    Ok(codes.into_iter().flatten().collect())
}

/// The mails of these draws by draw and bid, and how far each came.
fn mails(
    conn: &mut Conn,
    draws: &[String],
) -> Result<BTreeMap<(String, String), Vec<Mailed>>, StoreError> {
    let rows: Vec<MailRow> = draw_mails::table
        .inner_join(people::table)
        .inner_join(errands::table)
        .filter(draw_mails::draw_id.eq_any(draws))
        .order((people::name, draw_mails::errand_id))
        .select((
            draw_mails::draw_id,
            draw_mails::bid_id,
            people::name,
            errands::done_at,
            errands::failed_at,
        ))
        .load(conn.link())?;
    let mut found: BTreeMap<(String, String), Vec<Mailed>> = BTreeMap::new();
    for (draw, bid, name, done, failed) in rows {
        let post = match (failed, done) {
            (Some(time), _) => Post::CameBack { at: at(time) },
            (None, Some(time)) => Post::HandedOver { at: at(time) },
            (None, None) => Post::Waiting,
        };
        found.entry((draw, bid)).or_default().push(Mailed { name, post });
    }
    Ok(found)
}
