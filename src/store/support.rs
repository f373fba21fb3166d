//! Pages where residents support a bid, and what they said there.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{statements, support_pages};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::support::{Statement, SupportPage, name_key};
use crate::domain::ids::{BidId, StatementId};

type PageRow = (String, String, String, i64, Option<i64>);

columns!(PAGE:
    support_pages::code,
    support_pages::bid_id,
    support_pages::about,
    support_pages::opened_at,
    support_pages::closed_at,
);

fn page(row: PageRow) -> Result<SupportPage, StoreError> {
    Ok(SupportPage {
        code: row.0,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        about: row.2,
        opened_at: at(row.3),
        closed_at: row.4.map(at),
    })
}

pub fn open_page(tx: &mut Tx, page: &SupportPage) -> Result<(), StoreError> {
    diesel::insert_into(support_pages::table)
        .values((
            support_pages::code.eq(&page.code),
            support_pages::bid_id.eq(page.bid.as_str()),
            support_pages::about.eq(&page.about),
            support_pages::opened_at.eq(micros(page.opened_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn close_pages(tx: &mut Tx, bid: BidId, now: Timestamp) -> Result<usize, StoreError> {
    let open = support_pages::table
        .filter(support_pages::bid_id.eq(bid.as_str()))
        .filter(support_pages::closed_at.is_null());
    Ok(diesel::update(open).set(support_pages::closed_at.eq(micros(now))).execute(tx.link())?)
}

/// The newest page of a bid, open or not.
pub fn page_of(conn: &mut Conn, bid: BidId) -> Result<Option<SupportPage>, StoreError> {
    let row: Option<PageRow> = support_pages::table
        .filter(support_pages::bid_id.eq(bid.as_str()))
        .order((support_pages::closed_at.is_not_null(), support_pages::opened_at.desc()))
        .select(PAGE)
        .first(conn.link())
        .optional()?;
    row.map(page).transpose()
}

pub fn page_with(conn: &mut Conn, code: &str) -> Result<Option<SupportPage>, StoreError> {
    let row: Option<PageRow> =
        support_pages::table.find(code).select(PAGE).first(conn.link()).optional()?;
    row.map(page).transpose()
}

type Row = (String, String, String, String, String, String, Option<String>);

columns!(ALL:
    statements::id,
    statements::name,
    statements::area,
    statements::sentence,
    statements::consent,
    statements::signed_on,
    statements::hidden_reason,
);

fn statement(row: Row) -> Result<Statement, StoreError> {
    Ok(Statement {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        name: row.1,
        area: row.2,
        sentence: row.3,
        consent: row.4.parse().map_err(StoreError::unreadable)?,
        signed_on: row.5.parse().map_err(StoreError::unreadable)?,
        hidden: row.6,
    })
}

/// `hash` is that of the secret with which it can be taken back.
pub fn add(tx: &mut Tx, bid: BidId, statement: &Statement, hash: &str) -> Result<(), StoreError> {
    diesel::insert_into(statements::table)
        .values((
            statements::id.eq(statement.id.as_str()),
            statements::bid_id.eq(bid.as_str()),
            statements::hash.eq(hash),
            statements::name.eq(&statement.name),
            statements::name_key.eq(name_key(&statement.name)),
            statements::area.eq(&statement.area),
            statements::sentence.eq(&statement.sentence),
            statements::consent.eq(statement.consent.as_str()),
            statements::signed_on.eq(statement.signed_on.to_string()),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Everything said for a bid, newest day first.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Statement>, StoreError> {
    let rows: Vec<Row> = statements::table
        .filter(statements::bid_id.eq(bid.as_str()))
        .order((statements::signed_on.desc(), statements::id))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(statement).collect()
}

pub fn by_secret(conn: &mut Conn, hash: &str) -> Result<Option<(BidId, Statement)>, StoreError> {
    let found: Option<(String, Row)> = statements::table
        .filter(statements::hash.eq(hash))
        .select((statements::bid_id, ALL))
        .first(conn.link())
        .optional()?;
    let both = |(bid, row): (String, Row)| {
        Ok((bid.parse().map_err(StoreError::unreadable)?, statement(row)?))
    };
    found.map(both).transpose()
}

pub fn remove(tx: &mut Tx, id: StatementId) -> Result<(), StoreError> {
    diesel::delete(statements::table.find(id.as_str())).execute(tx.link())?;
    Ok(())
}

/// Hides a statement of this bid with a reason, or with none shows it again; false when there is
/// no such statement.
pub fn hide(
    tx: &mut Tx,
    (bid, id): (BidId, StatementId),
    reason: Option<&str>,
) -> Result<bool, StoreError> {
    let own = statements::table.find(id.as_str()).filter(statements::bid_id.eq(bid.as_str()));
    let hidden =
        diesel::update(own).set(statements::hidden_reason.eq(reason)).execute(tx.link())?;
    Ok(hidden == 1)
}

/// Forgets names and sentences; where people live stays as a count. With the name goes the way to
/// see that two are one person, so doubles go first.
pub fn forget(tx: &mut Tx, bid: BidId) -> Result<(), StoreError> {
    let rows: Vec<(String, String, String)> = statements::table
        .filter(statements::bid_id.eq(bid.as_str()))
        .order((statements::hidden_reason.is_not_null(), statements::id))
        .select((statements::id, statements::area, statements::name_key))
        .load(tx.link())?;
    let mut seen = std::collections::BTreeSet::new();
    for (id, area, key) in rows {
        if !key.is_empty() && !seen.insert((area, key)) {
            diesel::delete(statements::table.find(&id)).execute(tx.link())?;
        }
    }
    diesel::update(statements::table.filter(statements::bid_id.eq(bid.as_str())))
        .set((statements::name.eq(""), statements::name_key.eq(""), statements::sentence.eq("")))
        .execute(tx.link())?;
    Ok(())
}
