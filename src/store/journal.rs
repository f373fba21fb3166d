//! The journal: rows are only ever added, each carrying the hash of the one before.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::db::Link;
use super::schema::journal;
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::journal::{Entry, INNER, Row, START};

/// One chain has one end: on PostgreSQL a lock until the commit keeps two writers apart.
const LOCK: i64 = 20_270_102;

/// Adds an act in the transaction that does it.
pub fn add(tx: &mut Tx, entry: &Entry) -> Result<(), StoreError> {
    if let Link::Pg(c) = tx.link() {
        diesel::sql_query(format!("SELECT pg_advisory_xact_lock({LOCK})")).execute(c)?;
    }
    let last: Option<(i64, String)> = journal::table
        .order(journal::seq.desc())
        .select((journal::seq, journal::hash))
        .first(tx.link())
        .optional()?;
    let (before, previous) = last.unwrap_or((0, START.to_owned()));
    let seq = before + 1;
    diesel::insert_into(journal::table)
        .values((
            journal::seq.eq(seq),
            journal::at.eq(micros(entry.at)),
            journal::actor_id.eq(entry.actor.map(String::from)),
            journal::actor.eq(&entry.actor_name),
            journal::verb.eq(&entry.verb),
            journal::object.eq(&entry.object),
            journal::round_id.eq(entry.round.map(String::from)),
            journal::organisation_id.eq(entry.organisation.map(String::from)),
            journal::sealed.eq(entry.sealed),
            journal::particulars.eq(serde_json::to_string(&entry.particulars).unwrap_or_default()),
            journal::previous.eq(&previous),
            journal::hash.eq(entry.hash(seq, &previous)),
        ))
        .execute(tx.link())?;
    Ok(())
}

type RowTuple = (
    i64,
    i64,
    Option<String>,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    bool,
    String,
    String,
    String,
);

columns!(ALL:
    journal::seq,
    journal::at,
    journal::actor_id,
    journal::actor,
    journal::verb,
    journal::object,
    journal::round_id,
    journal::organisation_id,
    journal::sealed,
    journal::particulars,
    journal::previous,
    journal::hash,
);

fn parsed<T: std::str::FromStr<Err: std::fmt::Display>>(
    text: Option<String>,
) -> Result<Option<T>, StoreError> {
    text.map(|t| t.parse().map_err(StoreError::unreadable)).transpose()
}

fn row(r: RowTuple) -> Result<Row, StoreError> {
    let particulars: BTreeMap<String, String> =
        serde_json::from_str(&r.9).map_err(StoreError::unreadable)?;
    Ok(Row {
        seq: r.0,
        entry: Entry {
            at: at(r.1),
            actor: parsed(r.2)?,
            actor_name: r.3,
            verb: r.4,
            object: r.5,
            round: parsed(r.6)?,
            organisation: parsed(r.7)?,
            sealed: r.8,
            particulars,
        },
        previous: r.10,
        hash: r.11,
    })
}

/// The next rows of the whole chain after `seq`, for the verifier.
pub fn after(conn: &mut Conn, seq: i64, limit: i64) -> Result<Vec<Row>, StoreError> {
    let rows: Vec<RowTuple> = journal::table
        .filter(journal::seq.gt(seq))
        .order(journal::seq)
        .limit(limit)
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(row).collect()
}

/// Which acts of a round a reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Acts on bids are left out: the bids are still shut.
    Unsealed,
    /// All but what cooperatives do among themselves.
    Everything,
    /// What this cooperative did with its own bids, and nothing of anybody else.
    OwnBids(OrganisationId),
}

/// Which of those acts the reader asked for; an empty text asks for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub verb: String,
    /// Name of who did it, as it was then.
    pub actor: String,
}

/// So many acts stand on one page.
pub const PAGE: usize = 100;

type Query<'a> = journal::BoxedQuery<'a, super::db::MultiBackend>;

fn in_sight<'a>(round: RoundId, sight: Sight) -> Query<'a> {
    let query = journal::table.filter(journal::round_id.eq(String::from(round))).into_boxed();
    match sight {
        Sight::Unsealed => query.filter(journal::sealed.eq(false)),
        Sight::Everything => query.filter(journal::verb.ne_all(INNER)),
        Sight::OwnBids(owner) => query
            .filter(journal::sealed.eq(true))
            .filter(journal::organisation_id.eq(String::from(owner))),
    }
}

/// One page of the file of a round, newest first, and whether there are older acts. Pages count
/// from 1.
pub fn of_round(
    conn: &mut Conn,
    round: RoundId,
    sight: Sight,
    wanted: &Wanted,
    page: u32,
) -> Result<(Vec<Row>, bool), StoreError> {
    let mut query = in_sight(round, sight);
    if !wanted.verb.is_empty() {
        query = query.filter(journal::verb.eq(wanted.verb.clone()));
    }
    if !wanted.actor.is_empty() {
        query = query.filter(journal::actor.eq(wanted.actor.clone()));
    }
    let size = i64::try_from(PAGE).map_err(StoreError::unreadable)?;
    let mut rows: Vec<RowTuple> = query
        .order(journal::seq.desc())
        .offset(size * i64::from(page.max(1) - 1))
        .limit(size + 1)
        .select(ALL)
        .load(conn.link())?;
    let older = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows.into_iter().map(row).collect::<Result<_, _>>()?, older))
}

/// The next acts of a round after this one, oldest first.
pub fn slice(
    conn: &mut Conn,
    (round, sight): (RoundId, Sight),
    (after, most): (i64, i64),
) -> Result<Vec<Row>, StoreError> {
    let rows: Vec<RowTuple> = in_sight(round, sight)
        .filter(journal::seq.gt(after))
        .order(journal::seq)
        .limit(most)
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(row).collect()
}

/// The verbs and the names in the file of a round: what one can ask for.
pub fn words_of_round(
    conn: &mut Conn,
    round: RoundId,
    sight: Sight,
) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let verbs = in_sight(round, sight)
        .select(journal::verb)
        .distinct()
        .order(journal::verb)
        .load(conn.link())?;
    let actors = in_sight(round, sight)
        .select(journal::actor)
        .distinct()
        .order(journal::actor)
        .load(conn.link())?;
    Ok((verbs, actors))
}

/// These acts on one thing of a round, oldest first.
pub fn of_object(
    conn: &mut Conn,
    round: RoundId,
    object: &str,
    verbs: &[&str],
) -> Result<Vec<Row>, StoreError> {
    let rows: Vec<RowTuple> = journal::table
        .filter(journal::round_id.eq(round.as_str()))
        .filter(journal::object.eq(object))
        .filter(journal::verb.eq_any(verbs.iter().copied()))
        .order(journal::seq)
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(row).collect()
}

/// Columns of the schema as the database has them: (table, column, nullable); for the test that
/// keeps both databases alike.
pub fn columns(conn: &mut Conn) -> Result<Vec<(String, String, bool)>, StoreError> {
    #[derive(QueryableByName)]
    struct Column {
        #[diesel(sql_type = Text)]
        of_table: String,
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Text)]
        nullable: String,
    }
    const SQLITE: &str = "SELECT m.name AS of_table, c.name AS name, \
        CASE WHEN c.\"notnull\" = 1 THEN 'NO' ELSE 'YES' END AS nullable \
        FROM sqlite_master m JOIN pragma_table_info(m.name) c \
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
    const POSTGRES: &str = "SELECT table_name::text AS of_table, column_name::text AS name, \
        is_nullable::text AS nullable FROM information_schema.columns \
        WHERE table_schema = current_schema()";
    let rows: Vec<Column> = match conn.link() {
        Link::Sqlite(c) => diesel::sql_query(SQLITE).load(c)?,
        Link::Pg(c) => diesel::sql_query(POSTGRES).load(c)?,
    };
    let mut found: Vec<_> = rows
        .into_iter()
        .filter(|c| !c.of_table.starts_with("__"))
        .map(|c| (c.of_table, c.name, c.nullable == "YES"))
        .collect();
    found.sort();
    Ok(found)
}
