//! Votes of members. A secret ballot leaves two traces that nothing links: that somebody voted, and
//! one more in the counts of the vote, which stand in one row.

use diesel::prelude::*;
use jiff::Timestamp;

use super::db::Link;
use super::schema::{tallies, voter_links, voters, votes};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::mandate::{BallotChoice, Count, Ending, Secrecy, Turnout, Vote};
use crate::domain::ids::{BidId, PersonId, VoteId, VoterId};

type Row = (
    String,
    String,
    String,
    String,
    String,
    String,
    i64,
    i64,
    Option<i64>,
    Option<String>,
    Option<i64>,
    String,
    String,
);

columns!(ALL:
    votes::id,
    votes::bid_id,
    votes::question,
    votes::about,
    votes::secrecy,
    votes::quorum,
    votes::opens_at,
    votes::closes_at,
    votes::ended_at,
    votes::stop_reason,
    votes::reminded_at,
    votes::minutes,
    votes::statement,
);

fn vote(row: Row) -> Result<Vote, StoreError> {
    let ending = match (row.8.map(at), row.9) {
        (None, _) => Ending::AsAnnounced,
        (Some(at), None) => Ending::Early { at },
        (Some(at), Some(reason)) => Ending::Stopped { at, reason },
    };
    Ok(Vote {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        bid: row.1.parse().map_err(StoreError::unreadable)?,
        question: row.2,
        about: row.3,
        secrecy: row.4.parse().map_err(StoreError::unreadable)?,
        quorum: row.5.parse().map_err(StoreError::unreadable)?,
        opens_at: at(row.6),
        closes_at: at(row.7),
        ending,
        reminded_at: row.10.map(at),
        minutes: row.11,
        statement: row.12,
    })
}

/// False when it is there already: the same form came twice.
pub fn add(tx: &mut Tx, vote: &Vote, by: PersonId, now: Timestamp) -> Result<bool, StoreError> {
    let row = (
        votes::id.eq(vote.id.as_str()),
        votes::bid_id.eq(vote.bid.as_str()),
        votes::question.eq(&vote.question),
        votes::about.eq(&vote.about),
        votes::secrecy.eq(vote.secrecy.as_str()),
        votes::quorum.eq(vote.quorum.to_string()),
        votes::opens_at.eq(micros(vote.opens_at)),
        votes::closes_at.eq(micros(vote.closes_at)),
        votes::created_by.eq(by.as_str()),
        votes::created_at.eq(micros(now)),
        votes::minutes.eq(""),
        votes::statement.eq(""),
    );
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(votes::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if added == 0 {
        return Ok(false);
    }
    diesel::insert_into(tallies::table)
        .values((
            tallies::vote_id.eq(vote.id.as_str()),
            tallies::in_favour.eq(0),
            tallies::against.eq(0),
            tallies::blank.eq(0),
        ))
        .execute(tx.link())?;
    Ok(true)
}

/// A member who may vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    pub id: VoterId,
    pub email: String,
}

/// Rows per statement: databases take so many values at once.
const BATCH: usize = 200;

pub fn add_voters(tx: &mut Tx, vote: VoteId, invited: &[Invited]) -> Result<(), StoreError> {
    for batch in invited.chunks(BATCH) {
        let row = |one: &Invited| {
            (
                voters::id.eq(one.id.as_str().to_owned()),
                voters::vote_id.eq(vote.as_str().to_owned()),
                voters::email.eq(Some(one.email.clone())),
                voters::voted.eq(0),
            )
        };
        let rows: Vec<_> = batch.iter().map(row).collect();
        crate::on_each!(tx.link(), |c| diesel::insert_into(voters::table)
            .values(&rows)
            .execute(c))?;
    }
    Ok(())
}

/// One more link for each of these members; the ones before it go on working.
pub fn add_links(tx: &mut Tx, links: &[(VoterId, String)]) -> Result<(), StoreError> {
    for batch in links.chunks(BATCH) {
        let row = |(voter, hash): &(VoterId, String)| {
            (
                voter_links::hash.eq(hash.clone()),
                voter_links::voter_id.eq(voter.as_str().to_owned()),
            )
        };
        let rows: Vec<_> = batch.iter().map(row).collect();
        crate::on_each!(tx.link(), |c| diesel::insert_into(voter_links::table)
            .values(&rows)
            .execute(c))?;
    }
    Ok(())
}

pub fn find(conn: &mut Conn, id: VoteId) -> Result<Vote, StoreError> {
    vote(votes::table.find(id.as_str()).select(ALL).first(conn.link())?)
}

/// The same, and nobody else votes or closes it before this transaction is over.
pub fn find_to_change(tx: &mut Tx, id: VoteId) -> Result<Vote, StoreError> {
    let query = votes::table.find(id.as_str()).select(ALL);
    vote(match tx.link() {
        // There is one writer.
        Link::Sqlite(c) => query.first(c)?,
        Link::Pg(c) => query.for_update().first(c)?,
    })
}

/// All votes for a bid, newest first.
pub fn of_bid(conn: &mut Conn, bid: BidId) -> Result<Vec<Vote>, StoreError> {
    let rows: Vec<Row> = votes::table
        .filter(votes::bid_id.eq(bid.as_str()))
        .order((votes::created_at.desc(), votes::id))
        .select(ALL)
        .load(conn.link())?;
    rows.into_iter().map(vote).collect()
}

/// Saves what can change of a vote: its ending, reminder and minutes.
pub fn save(tx: &mut Tx, vote: &Vote) -> Result<(), StoreError> {
    let (ended, reason) = match &vote.ending {
        Ending::AsAnnounced => (None, None),
        Ending::Early { at } => (Some(micros(*at)), None),
        Ending::Stopped { at, reason } => (Some(micros(*at)), Some(reason)),
    };
    diesel::update(votes::table.find(vote.id.as_str()))
        .set((
            votes::ended_at.eq(ended),
            votes::stop_reason.eq(reason),
            votes::reminded_at.eq(vote.reminded_at.map(micros)),
            votes::minutes.eq(&vote.minutes),
            votes::statement.eq(&vote.statement),
        ))
        .execute(tx.link())?;
    Ok(())
}

pub fn turnout(conn: &mut Conn, vote: VoteId) -> Result<Turnout, StoreError> {
    let of_vote = || voters::table.filter(voters::vote_id.eq(vote.as_str())).count();
    let invited: i64 = of_vote().get_result(conn.link())?;
    let voted: i64 = of_vote().filter(voters::voted.eq(1)).get_result(conn.link())?;
    Ok(Turnout { invited: whole(invited), voted: whole(voted) })
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What the ballots say; to be shown after the closing only.
pub fn count(conn: &mut Conn, vote: &Vote) -> Result<Count, StoreError> {
    match vote.secrecy {
        Secrecy::Secret => {
            let (in_favour, against, blank): (i32, i32, i32) = tallies::table
                .find(vote.id.as_str())
                .select((tallies::in_favour, tallies::against, tallies::blank))
                .first(conn.link())?;
            Ok(Count {
                in_favour: in_favour.unsigned_abs(),
                against: against.unsigned_abs(),
                blank: blank.unsigned_abs(),
            })
        }
        Secrecy::Open => {
            let rows: Vec<(Option<String>, i64)> = voters::table
                .filter(voters::vote_id.eq(vote.id.as_str()))
                .group_by(voters::choice)
                .select((voters::choice, diesel::dsl::count_star()))
                .load(conn.link())?;
            let of = |choice: BallotChoice| {
                let row = rows.iter().find(|(word, _)| word.as_deref() == Some(choice.as_str()));
                row.map_or(0, |(_, count)| whole(*count))
            };
            Ok(Count {
                in_favour: of(BallotChoice::InFavour),
                against: of(BallotChoice::Against),
                blank: of(BallotChoice::Blank),
            })
        }
    }
}

/// The member behind a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voter {
    pub id: VoterId,
    pub vote: VoteId,
    pub voted: bool,
    /// Known in an open vote only.
    pub choice: Option<BallotChoice>,
}

pub fn by_link(conn: &mut Conn, hash: &str) -> Result<Option<Voter>, StoreError> {
    let row: Option<(String, String, i32, Option<String>)> = voter_links::table
        .inner_join(voters::table)
        .filter(voter_links::hash.eq(hash))
        .select((voters::id, voters::vote_id, voters::voted, voters::choice))
        .first(conn.link())
        .optional()?;
    let voter = |(id, vote, voted, choice): (String, String, i32, Option<String>)| {
        Ok(Voter {
            id: id.parse().map_err(StoreError::unreadable)?,
            vote: vote.parse().map_err(StoreError::unreadable)?,
            voted: voted == 1,
            choice: choice.map(|word| word.parse().map_err(StoreError::unreadable)).transpose()?,
        })
    };
    row.map(voter).transpose()
}

/// Counts a secret ballot; false when this member voted already.
pub fn cast_secret(tx: &mut Tx, voter: &Voter, choice: BallotChoice) -> Result<bool, StoreError> {
    let first = voters::table.find(voter.id.as_str()).filter(voters::voted.eq(0));
    let marked = diesel::update(first).set(voters::voted.eq(1)).execute(tx.link())?;
    if marked == 0 {
        return Ok(false);
    }
    let one = Count::one(choice);
    let more = |count: u32| i32::try_from(count).unwrap_or(0);
    // All three are written each time, so that not even the database sees which one grew.
    diesel::update(tallies::table.find(voter.vote.as_str()))
        .set((
            tallies::in_favour.eq(tallies::in_favour + more(one.in_favour)),
            tallies::against.eq(tallies::against + more(one.against)),
            tallies::blank.eq(tallies::blank + more(one.blank)),
        ))
        .execute(tx.link())?;
    Ok(true)
}

/// Keeps an open vote, in place of the one before it.
pub fn cast_open(tx: &mut Tx, voter: &Voter, choice: BallotChoice) -> Result<(), StoreError> {
    diesel::update(voters::table.find(voter.id.as_str()))
        .set((voters::voted.eq(1), voters::choice.eq(choice.as_str())))
        .execute(tx.link())?;
    Ok(())
}

/// Members who did not vote yet.
pub fn silent(conn: &mut Conn, vote: VoteId) -> Result<Vec<Invited>, StoreError> {
    let rows: Vec<(String, Option<String>)> = voters::table
        .filter(voters::vote_id.eq(vote.as_str()))
        .filter(voters::voted.eq(0))
        .order(voters::email)
        .select((voters::id, voters::email))
        .load(conn.link())?;
    let known = rows.into_iter().filter_map(|(id, email)| Some((id, email?)));
    known
        .map(|(id, email)| Ok(Invited { id: id.parse().map_err(StoreError::unreadable)?, email }))
        .collect()
}

/// Who voted what in an open vote.
pub fn choices(
    conn: &mut Conn,
    vote: VoteId,
) -> Result<Vec<(String, Option<BallotChoice>)>, StoreError> {
    let rows: Vec<(Option<String>, Option<String>)> = voters::table
        .filter(voters::vote_id.eq(vote.as_str()))
        .order(voters::email)
        .select((voters::email, voters::choice))
        .load(conn.link())?;
    let choice = |(email, word): (Option<String>, Option<String>)| {
        let choice = word.map(|word| word.parse().map_err(StoreError::unreadable)).transpose()?;
        Ok((email.unwrap_or_default(), choice))
    };
    rows.into_iter().map(choice).collect()
}

/// Is this member still to be written to? The address, unless they voted or were forgotten.
pub fn address(conn: &mut Conn, voter: VoterId) -> Result<Option<(VoteId, String)>, StoreError> {
    let row: Option<(String, Option<String>)> = voters::table
        .find(voter.as_str())
        .filter(voters::voted.eq(0))
        .select((voters::vote_id, voters::email))
        .first(conn.link())
        .optional()?;
    let Some((vote, Some(email))) = row else { return Ok(None) };
    Ok(Some((vote.parse().map_err(StoreError::unreadable)?, email)))
}

/// Forgets who the members were; how many voted what stays.
pub fn forget(tx: &mut Tx, bid: BidId) -> Result<(), StoreError> {
    let of_bid = || votes::table.filter(votes::bid_id.eq(bid.as_str())).select(votes::id);
    let ids: Vec<String> = of_bid().load(tx.link())?;
    let of_votes = || voters::table.filter(voters::vote_id.eq_any(ids.clone())).select(voters::id);
    diesel::delete(voter_links::table.filter(voter_links::voter_id.eq_any(of_votes())))
        .execute(tx.link())?;
    diesel::update(voters::table.filter(voters::vote_id.eq_any(ids.clone())))
        .set(voters::email.eq(None::<String>))
        .execute(tx.link())?;
    Ok(())
}
