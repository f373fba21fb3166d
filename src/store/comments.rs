//! Comments of writers on the questions of their bid. Only pages of the cooperative read them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::answers::At;
use super::db::{Link, MultiBackend};
use super::schema::{comments, mention_mails, people};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::answers::section_of;
use crate::domain::bids::comments::{Comment, CommentState};
use crate::domain::ids::{BidId, CommentId, PersonId};

type Row = (String, String, String, String, String, String, i64, Option<i64>, Option<i64>);

fn comment(row: Row) -> Result<Comment, StoreError> {
    let state = match (row.8, row.7) {
        (Some(_), _) => CommentState::TakenBack,
        (None, Some(_)) => CommentState::Resolved,
        (None, None) => CommentState::Open,
    };
    Ok(Comment {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        field: row.1,
        by: row.2.parse().map_err(StoreError::unreadable)?,
        by_name: row.3,
        body: row.4,
        mentions: serde_json::from_str(&row.5).map_err(StoreError::unreadable)?,
        at: at(row.6),
        state,
    })
}

type Query<'a> = diesel::dsl::IntoBoxed<
    'a,
    diesel::dsl::InnerJoin<comments::table, people::table>,
    MultiBackend,
>;

fn load(conn: &mut Conn, query: Query<'_>) -> Result<Vec<Comment>, StoreError> {
    let rows: Vec<Row> = query
        .order((comments::written_at, comments::id))
        .select((
            comments::id,
            comments::field,
            comments::written_by,
            people::name,
            comments::body,
            comments::mentions,
            comments::written_at,
            comments::resolved_at,
            comments::taken_back_at,
        ))
        .load(conn.link())?;
    rows.into_iter().map(comment).collect()
}

/// Everything that was said about the questions of one section, oldest first.
pub fn of_section(conn: &mut Conn, bid: BidId, section: &str) -> Result<Vec<Comment>, StoreError> {
    let query = comments::table.inner_join(people::table).into_boxed();
    let bid = bid.as_str().to_owned();
    let of_section = comments::section.eq(section.to_owned());
    load(conn, query.filter(comments::bid_id.eq(bid)).filter(of_section))
}

/// One comment of this bid.
pub fn find(conn: &mut Conn, bid: BidId, id: CommentId) -> Result<Comment, StoreError> {
    let query = comments::table.inner_join(people::table).into_boxed();
    let (bid, id) = (bid.as_str().to_owned(), id.as_str().to_owned());
    let found = load(conn, query.filter(comments::bid_id.eq(bid)).filter(comments::id.eq(id)))?;
    found.into_iter().next().ok_or(StoreError::Missing)
}

/// How many comments are open, by section; a section without any is not in it.
pub fn open_by_section(conn: &mut Conn, bid: BidId) -> Result<BTreeMap<String, i64>, StoreError> {
    let rows: Vec<(String, i64)> = comments::table
        .filter(comments::bid_id.eq(bid.as_str()))
        .filter(comments::resolved_at.is_null())
        .filter(comments::taken_back_at.is_null())
        .group_by(comments::section)
        .select((comments::section, diesel::dsl::count_star()))
        .load(conn.link())?;
    Ok(rows.into_iter().collect())
}

/// False when it is there already: the same form came twice.
pub fn add(tx: &mut Tx, bid: BidId, comment: &Comment) -> Result<bool, StoreError> {
    let mentions = serde_json::to_string(&comment.mentions).map_err(StoreError::unreadable)?;
    let row = (
        comments::id.eq(comment.id.as_str()),
        comments::bid_id.eq(bid.as_str()),
        comments::section.eq(section_of(&comment.field)),
        comments::field.eq(&comment.field),
        comments::written_by.eq(comment.by.as_str()),
        comments::written_at.eq(micros(comment.at)),
        comments::body.eq(&comment.body),
        comments::mentions.eq(mentions),
    );
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(comments::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// What it said is gone; that something was said stays.
pub fn take_back(tx: &mut Tx, id: CommentId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(comments::table.find(id.as_str()))
        .set((
            comments::body.eq(""),
            comments::mentions.eq("[]"),
            comments::taken_back_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Everything that is open about a question is talked through; answers how many that were.
pub fn resolve(tx: &mut Tx, place: &At, now: Timestamp) -> Result<usize, StoreError> {
    let open = comments::table
        .filter(comments::bid_id.eq(place.bid.as_str()))
        .filter(comments::field.eq(&place.field))
        .filter(comments::resolved_at.is_null());
    Ok(diesel::update(open).set(comments::resolved_at.eq(micros(now))).execute(tx.link())?)
}

/// Opens again what was resolved last; answers how many comments that were.
pub fn reopen(tx: &mut Tx, place: &At) -> Result<usize, StoreError> {
    let last: Option<i64> = comments::table
        .filter(comments::bid_id.eq(place.bid.as_str()))
        .filter(comments::field.eq(&place.field))
        .select(diesel::dsl::max(comments::resolved_at))
        .first(tx.link())?;
    let Some(last) = last else { return Ok(0) };
    let resolved = comments::table
        .filter(comments::bid_id.eq(place.bid.as_str()))
        .filter(comments::field.eq(&place.field))
        .filter(comments::resolved_at.eq(last));
    Ok(diesel::update(resolved).set(comments::resolved_at.eq(None::<i64>)).execute(tx.link())?)
}

/// When this person was or will be mailed last about this question. Nobody else decides on such a
/// mail before this transaction is over.
pub fn last_mail(
    tx: &mut Tx,
    place: &At,
    person: PersonId,
) -> Result<Option<Timestamp>, StoreError> {
    let row = mention_mails::table
        .find((place.bid.as_str(), &place.field, person.as_str()))
        .select(mention_mails::mailed_at);
    let found: Option<i64> = match tx.link() {
        Link::Sqlite(c) => row.first(c).optional()?,
        Link::Pg(c) => row.for_update().first(c).optional()?,
    };
    Ok(found.map(at))
}

pub fn set_last_mail(
    tx: &mut Tx,
    place: &At,
    person: PersonId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let moment = mention_mails::mailed_at.eq(micros(at));
    let row = (
        mention_mails::bid_id.eq(place.bid.as_str()),
        mention_mails::field.eq(&place.field),
        mention_mails::person_id.eq(person.as_str()),
        moment,
    );
    crate::on_each!(tx.link(), |c| diesel::insert_into(mention_mails::table)
        .values(row)
        .on_conflict((mention_mails::bid_id, mention_mails::field, mention_mails::person_id,))
        .do_update()
        .set(moment)
        .execute(c))?;
    Ok(())
}
