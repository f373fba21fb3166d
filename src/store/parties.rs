//! Parties of joint bids, and what the lead decides for them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::schema::{bids, joint_boards, parties};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::parties::joint::Board;
use crate::domain::bids::parties::{Joint, Party, PartyStanding, Signature};
use crate::domain::ids::{BidId, OrganisationId, PartyId};

#[derive(Queryable, Selectable)]
#[diesel(table_name = parties)]
struct Row {
    id: String,
    bid_id: String,
    role: String,
    name: String,
    organisation_id: Option<String>,
    standing: String,
    email: String,
    invited_at: i64,
    person_id: Option<String>,
    joined_at: Option<i64>,
    signed_name: Option<String>,
    signed_hash: Option<String>,
    signed_at: Option<i64>,
    left_reason: Option<String>,
    left_at: Option<i64>,
}

fn party(row: Row) -> Result<Party, StoreError> {
    let broken = || StoreError::unreadable("a party without its facts");
    let person =
        || row.person_id.as_deref().ok_or_else(broken)?.parse().map_err(StoreError::unreadable);
    let moment = |micros: Option<i64>| micros.map(at).ok_or_else(broken);
    let standing = match row.standing.as_str() {
        "invited" => PartyStanding::Invited { at: at(row.invited_at), email: row.email },
        "joined" => PartyStanding::Joined { at: moment(row.joined_at)?, by: person()? },
        "signed" => PartyStanding::Signed(Signature {
            at: moment(row.signed_at)?,
            by: person()?,
            name: row.signed_name.ok_or_else(broken)?,
            hash: row.signed_hash.ok_or_else(broken)?,
        }),
        "left" => PartyStanding::Left {
            at: moment(row.left_at)?,
            reason: row.left_reason.unwrap_or_default(),
        },
        other => return Err(StoreError::unreadable(other)),
    };
    let organisation = row.organisation_id.map(|id| id.parse().map_err(StoreError::unreadable));
    Ok(Party {
        id: row.id.parse().map_err(StoreError::unreadable)?,
        bid: row.bid_id.parse().map_err(StoreError::unreadable)?,
        role: row.role.parse().map_err(StoreError::unreadable)?,
        name: row.name,
        organisation: organisation.transpose()?,
        standing,
    })
}

/// All parties of a bid with its board: three queries, however many there are.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Joint, StoreError> {
    let rows: Vec<Row> = parties::table
        .filter(parties::bid_id.eq(bid.as_str()))
        .order((parties::invited_at, parties::id))
        .select(Row::as_select())
        .load(conn.link())?;
    let parties: Vec<Party> = rows.into_iter().map(party).collect::<Result<_, _>>()?;
    let board = if parties.is_empty() { Board::default() } else { board(conn, bid)? };
    let terms = match parties.is_empty() {
        true => 1,
        false => bids::table.find(bid.as_str()).select(bids::terms).first(conn.link())?,
    };
    Ok(Joint { parties, board, terms })
}

fn board(conn: &mut Conn, bid: BidId) -> Result<Board, StoreError> {
    let row: Option<(i32, String, String)> = joint_boards::table
        .find(bid.as_str())
        .select((joint_boards::version, joint_boards::work, joint_boards::kept))
        .first(conn.link())
        .optional()?;
    let Some((version, work, kept)) = row else { return Ok(Board::default()) };
    let kept: BTreeSet<String> = serde_json::from_str(&kept).map_err(StoreError::unreadable)?;
    Ok(Board { version, work: serde_json::from_str(&work).map_err(StoreError::unreadable)?, kept })
}

/// Saves over the version that the board carries; false when somebody else saved first.
pub fn save_board(tx: &mut Tx, bid: BidId, board: &Board) -> Result<bool, StoreError> {
    let json = |text: Result<String, _>| text.map_err(StoreError::unreadable);
    let work = json(serde_json::to_string(&board.work))?;
    let kept = json(serde_json::to_string(&board.kept))?;
    let texts = (joint_boards::work.eq(work), joint_boards::kept.eq(kept));
    let version = joint_boards::version.eq(board.version + 1);
    let done = if board.version == 0 {
        let row = (joint_boards::bid_id.eq(bid.as_str()), version, texts);
        crate::on_each!(tx.link(), |c| diesel::insert_into(joint_boards::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?
    } else {
        let found = joint_boards::table.find(bid.as_str());
        diesel::update(found.filter(joint_boards::version.eq(board.version)))
            .set((version, texts))
            .execute(tx.link())?
    };
    Ok(done == 1)
}

/// Somebody is invited; `hash` names the link in the mail.
pub fn add(
    tx: &mut Tx,
    party: &Party,
    (email, hash): (&str, &str),
    invited: jiff::Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(parties::table)
        .values((
            parties::id.eq(party.id.as_str()),
            parties::bid_id.eq(party.bid.as_str()),
            parties::role.eq(party.role.as_str()),
            parties::name.eq(&party.name),
            parties::standing.eq("invited"),
            parties::email.eq(email),
            parties::invitation_hash.eq(hash),
            parties::invited_at.eq(micros(invited)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Saves what changed about a party; facts of earlier moments stay.
pub fn save(tx: &mut Tx, party: &Party) -> Result<(), StoreError> {
    let found = diesel::update(parties::table.find(party.id.as_str()));
    let who = (
        parties::name.eq(&party.name),
        parties::organisation_id.eq(party.organisation.map(String::from)),
    );
    match &party.standing {
        PartyStanding::Invited { email, .. } => found
            .set((who, parties::standing.eq("invited"), parties::email.eq(email)))
            .execute(tx.link())?,
        PartyStanding::Joined { at, by } => found
            .set((
                who,
                parties::standing.eq("joined"),
                parties::person_id.eq(by.as_str()),
                parties::joined_at.eq(micros(*at)),
            ))
            .execute(tx.link())?,
        PartyStanding::Signed(signature) => found
            .set((
                parties::standing.eq("signed"),
                parties::person_id.eq(signature.by.as_str()),
                parties::signed_name.eq(&signature.name),
                parties::signed_hash.eq(&signature.hash),
                parties::signed_at.eq(micros(signature.at)),
            ))
            .execute(tx.link())?,
        PartyStanding::Left { at, reason } => found
            .set((
                parties::standing.eq("left"),
                parties::left_reason.eq(reason),
                parties::left_at.eq(micros(*at)),
            ))
            .execute(tx.link())?,
    };
    Ok(())
}

/// An invitation that nobody took up is as if it never was.
pub fn remove(tx: &mut Tx, id: PartyId) -> Result<String, StoreError> {
    let hash: String =
        parties::table.find(id.as_str()).select(parties::invitation_hash).first(tx.link())?;
    diesel::delete(parties::table.find(id.as_str())).execute(tx.link())?;
    Ok(hash)
}

/// The party that a link was sent to.
pub fn invited(conn: &mut Conn, hash: &str) -> Result<Option<Party>, StoreError> {
    let row: Option<Row> = parties::table
        .filter(parties::invitation_hash.eq(hash))
        .select(Row::as_select())
        .first(conn.link())
        .optional()?;
    row.map(party).transpose()
}

/// Organisations that joined a bid, with their parties: what permission asks.
pub fn joined(conn: &mut Conn, bid: BidId) -> Result<Vec<(PartyId, OrganisationId)>, StoreError> {
    let rows: Vec<(String, Option<String>)> = parties::table
        .filter(parties::bid_id.eq(bid.as_str()))
        .filter(parties::standing.eq_any(["joined", "signed"]))
        .select((parties::id, parties::organisation_id))
        .load(conn.link())?;
    let read = |(id, organisation): (String, Option<String>)| {
        let id = id.parse().map_err(StoreError::unreadable);
        Some(organisation?.parse().map_err(StoreError::unreadable).and_then(|o| Ok((id?, o))))
    };
    rows.into_iter().filter_map(read).collect()
}

/// Bids in which these organisations take part, the newest first.
pub fn bids_of(
    conn: &mut Conn,
    organisations: &[OrganisationId],
) -> Result<Vec<BidId>, StoreError> {
    let names = organisations.iter().map(OrganisationId::as_str);
    let rows: Vec<String> = parties::table
        .inner_join(bids::table)
        .filter(parties::organisation_id.eq_any(names))
        .filter(parties::standing.eq_any(["joined", "signed"]))
        .order(bids::created_at.desc())
        .select(bids::id)
        .load(conn.link())?;
    let mut found: Vec<BidId> = vec![];
    for id in rows {
        let id = id.parse().map_err(StoreError::unreadable)?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Places that these organisations had and have no more, the newest first.
pub fn left_of(
    conn: &mut Conn,
    organisations: &[OrganisationId],
) -> Result<Vec<Party>, StoreError> {
    let names = organisations.iter().map(OrganisationId::as_str);
    let rows: Vec<Row> = parties::table
        .filter(parties::organisation_id.eq_any(names))
        .filter(parties::standing.eq("left"))
        .order(parties::left_at.desc())
        .select(Row::as_select())
        .load(conn.link())?;
    rows.into_iter().map(party).collect()
}

/// Who left after a moment: parties of a bid that was handed in then.
pub fn left_since(
    conn: &mut Conn,
    bid: BidId,
    since: jiff::Timestamp,
) -> Result<Vec<Party>, StoreError> {
    let rows: Vec<Row> = parties::table
        .filter(parties::bid_id.eq(bid.as_str()))
        .filter(parties::left_at.gt(micros(since)))
        .order(parties::left_at)
        .select(Row::as_select())
        .load(conn.link())?;
    rows.into_iter().map(party).collect()
}
