//! Declarations of interest and the rulings on them. What is said about each party stands in
//! `party_interests`; what follows for the whole bid in `conflicts`, which alone gives access.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{
    bids, conflicts, lots, memberships, organisations, parties, party_interests, people,
};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::bids::parties::PartyRole;
use crate::domain::bids::parties::handed_in::HandedPart;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, RoundId};
use crate::domain::review::conflicts::{About, Declaration, Ruled, Subject, overall};

type Row = (String, String, i64, Option<String>, Option<String>, Option<String>, Option<i64>);

columns!(DECLARATION:
    conflicts::answer,
    conflicts::note,
    conflicts::declared_at,
    conflicts::ruling,
    conflicts::ruling_reason,
    conflicts::ruled_by,
    conflicts::ruled_at,
);

columns!(OF_PARTY:
    party_interests::answer,
    party_interests::note,
    party_interests::declared_at,
    party_interests::ruling,
    party_interests::ruling_reason,
    party_interests::ruled_by,
    party_interests::ruled_at,
);

fn declaration(row: Row) -> Result<Declaration, StoreError> {
    let broken = || StoreError::unreadable("a ruling without its facts");
    let ruled = match row.3 {
        None => None,
        Some(ruling) => Some(Ruled {
            ruling: ruling.parse().map_err(StoreError::unreadable)?,
            reason: row.4.ok_or_else(broken)?,
            by: row.5.ok_or_else(broken)?.parse().map_err(StoreError::unreadable)?,
            at: at(row.6.ok_or_else(broken)?),
        }),
    };
    Ok(Declaration {
        interest: row.0.parse().map_err(StoreError::unreadable)?,
        note: row.1,
        at: at(row.2),
        ruled,
    })
}

/// What somebody said about one party of a bid; an empty `party` is the bidder.
pub fn find(
    conn: &mut Conn,
    person: PersonId,
    (bid, party): (BidId, &str),
) -> Result<Option<Declaration>, StoreError> {
    let row: Option<Row> = party_interests::table
        .find((person.as_str(), bid.as_str(), party))
        .select(OF_PARTY)
        .first(conn.link())
        .optional()?;
    row.map(declaration).transpose()
}

/// Adds what somebody declared about a party with its ruling, or replaces it, and says what follows
/// for the bid. `parties` are those of the bid, with their names.
pub fn put(
    tx: &mut Tx,
    person: PersonId,
    subject: &Subject,
    said: &Declaration,
    parties: &[Subject],
) -> Result<(), StoreError> {
    let key = (person.as_str(), subject.bid.as_str(), subject.party.as_str());
    diesel::delete(party_interests::table.find(key)).execute(tx.link())?;
    diesel::insert_into(party_interests::table)
        .values((
            party_interests::person_id.eq(person.as_str()),
            party_interests::bid_id.eq(subject.bid.as_str()),
            party_interests::party.eq(&subject.party),
            party_interests::answer.eq(said.interest.as_str()),
            party_interests::note.eq(&said.note),
            party_interests::declared_at.eq(micros(said.at)),
            party_interests::ruling.eq(said.ruled.as_ref().map(|r| r.ruling.as_str())),
            party_interests::ruling_reason.eq(said.ruled.as_ref().map(|r| r.reason.as_str())),
            party_interests::ruled_by.eq(said.ruled.as_ref().map(|r| r.by.as_str())),
            party_interests::ruled_at.eq(said.ruled.as_ref().map(|r| micros(r.at))),
        ))
        .execute(tx.link())?;
    let rows: Vec<(String, Row)> = party_interests::table
        .filter(party_interests::person_id.eq(person.as_str()))
        .filter(party_interests::bid_id.eq(subject.bid.as_str()))
        .order(party_interests::party)
        .select((party_interests::party, OF_PARTY))
        .load(tx.link())?;
    let named = |(party, row): (String, Row)| {
        let known = parties.iter().find(|p| p.bid == subject.bid && p.party == party);
        Ok((known.map(|p| p.name.clone()).unwrap_or_default(), declaration(row)?))
    };
    let all = rows.into_iter().map(named).collect::<Result<Vec<_>, StoreError>>()?;
    match overall(&all) {
        Some(whole) => put_whole(tx, person, subject.bid, &whole),
        None => Ok(()),
    }
}

fn put_whole(
    tx: &mut Tx,
    person: PersonId,
    bid: BidId,
    said: &Declaration,
) -> Result<(), StoreError> {
    let key = (person.as_str(), bid.as_str());
    diesel::delete(conflicts::table.find(key)).execute(tx.link())?;
    diesel::insert_into(conflicts::table)
        .values((
            conflicts::person_id.eq(person.as_str()),
            conflicts::bid_id.eq(bid.as_str()),
            conflicts::answer.eq(said.interest.as_str()),
            conflicts::note.eq(&said.note),
            conflicts::declared_at.eq(micros(said.at)),
            conflicts::ruling.eq(said.ruled.as_ref().map(|r| r.ruling.as_str())),
            conflicts::ruling_reason.eq(said.ruled.as_ref().map(|r| r.reason.as_str())),
            conflicts::ruled_by.eq(said.ruled.as_ref().map(|r| r.by.as_str())),
            conflicts::ruled_at.eq(said.ruled.as_ref().map(|r| micros(r.at))),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// What follows from what one person declared, per bid of some lots.
pub fn of_person(
    conn: &mut Conn,
    person: PersonId,
    lots: &[LotId],
) -> Result<BTreeMap<BidId, Declaration>, StoreError> {
    let lots: Vec<&str> = lots.iter().map(LotId::as_str).collect();
    let rows: Vec<(String, Row)> = conflicts::table
        .inner_join(bids::table)
        .filter(conflicts::person_id.eq(person.as_str()))
        .filter(bids::lot_id.eq_any(lots))
        .select((conflicts::bid_id, DECLARATION))
        .load(conn.link())?;
    let read = |(bid, row): (String, Row)| {
        Ok((bid.parse().map_err(StoreError::unreadable)?, declaration(row)?))
    };
    rows.into_iter().map(read).collect()
}

/// What one person said about the parties of the bids on a lot.
pub fn of_parties(
    conn: &mut Conn,
    person: PersonId,
    lot: LotId,
) -> Result<BTreeMap<(BidId, String), Declaration>, StoreError> {
    let rows: Vec<(String, String, Row)> = party_interests::table
        .inner_join(bids::table.on(bids::id.eq(party_interests::bid_id)))
        .filter(party_interests::person_id.eq(person.as_str()))
        .filter(bids::lot_id.eq(lot.as_str()))
        .select((party_interests::bid_id, party_interests::party, OF_PARTY))
        .load(conn.link())?;
    let read = |(bid, party, row): (String, String, Row)| {
        Ok(((bid.parse().map_err(StoreError::unreadable)?, party), declaration(row)?))
    };
    rows.into_iter().map(read).collect()
}

/// What follows from what everybody of a round declared, per person and bid.
pub fn whole_of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<PersonId, BTreeMap<BidId, Declaration>>, StoreError> {
    let rows: Vec<(String, String, Row)> = conflicts::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .select((conflicts::person_id, conflicts::bid_id, DECLARATION))
        .load(conn.link())?;
    let mut found: BTreeMap<PersonId, BTreeMap<BidId, Declaration>> = BTreeMap::new();
    for (person, bid, row) in rows {
        let person = person.parse().map_err(StoreError::unreadable)?;
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        found.entry(person).or_default().insert(bid, declaration(row)?);
    }
    Ok(found)
}

/// Everybody behind an opened bid on this lot: bidders by name, each followed by its parties as
/// they were handed in.
pub fn subjects(conn: &mut Conn, lot: LotId) -> Result<Vec<Subject>, StoreError> {
    let rows: Vec<(String, String, String, String)> = bids::table
        .inner_join(organisations::table)
        .filter(bids::lot_id.eq(lot.as_str()))
        .filter(bids::code.is_not_null())
        .order((organisations::name, organisations::id))
        .select((bids::id, organisations::id, organisations::name, organisations::place))
        .load(conn.link())?;
    let handed_in = super::submissions::opened_of_lot(conn, lot)?;
    let mut joint: BTreeMap<BidId, Vec<HandedPart>> = handed_in
        .into_iter()
        .filter_map(|one| Some((one.bid, one.content.joint?.parties)))
        .collect();
    let mut found = vec![];
    for (bid, bidder, name, place) in rows {
        let bid = bid.parse().map_err(StoreError::unreadable)?;
        let bidder: OrganisationId = bidder.parse().map_err(StoreError::unreadable)?;
        let parts = joint.remove(&bid).unwrap_or_default();
        let parts = parts.into_iter().map(|part| of_part(part, (bid, bidder), &name));
        let (about, party) = (About::Bidder { place }, String::new());
        let organisation = Some(bidder);
        found.push(Subject { bid, bidder, party, name: name.clone(), about, organisation });
        found.extend(parts.collect::<Vec<_>>());
    }
    Ok(found)
}

fn of_part(part: HandedPart, (bid, bidder): (BidId, OrganisationId), of: &str) -> Subject {
    let of = of.to_owned();
    Subject {
        bid,
        bidder,
        party: part.party.to_string(),
        name: part.name,
        about: match part.role {
            PartyRole::Subcontractor => About::Subcontractor { of },
            _ => About::Partner { of },
        },
        organisation: part.organisation,
    }
}

/// One declaration as the process lead sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub person: PersonId,
    pub assessor: String,
    pub lot: LotId,
    pub lot_number: u16,
    pub lot_name: String,
    pub bid: BidId,
    pub cooperative: String,
    /// Empty for the bidder itself.
    pub party: String,
    pub party_name: Option<String>,
    pub said: Declaration,
}

/// All declarations of a round, by lot, bidder and assessor.
pub fn of_round(conn: &mut Conn, round: RoundId) -> Result<Vec<Line>, StoreError> {
    type Of = (String, String, String, Option<String>);
    type Whole = ((String, String), (String, i32, String), Of, Row);
    let rows: Vec<Whole> = party_interests::table
        .inner_join(
            bids::table
                .on(bids::id.eq(party_interests::bid_id))
                .inner_join(lots::table)
                .inner_join(organisations::table),
        )
        .inner_join(people::table.on(people::id.eq(party_interests::person_id)))
        .left_join(parties::table.on(parties::id.eq(party_interests::party)))
        .filter(bids::round_id.eq(round.as_str()))
        .order((lots::number, organisations::name, people::name, party_interests::party))
        .select((
            (people::id, people::name),
            (lots::id, lots::number, lots::name),
            (bids::id, organisations::name, party_interests::party, parties::name.nullable()),
            OF_PARTY,
        ))
        .load(conn.link())?;
    let read = |(person, lot, bid, row): Whole| {
        Ok(Line {
            person: person.0.parse().map_err(StoreError::unreadable)?,
            assessor: person.1,
            lot: lot.0.parse().map_err(StoreError::unreadable)?,
            lot_number: u16::try_from(lot.1).map_err(StoreError::unreadable)?,
            lot_name: lot.2,
            bid: bid.0.parse().map_err(StoreError::unreadable)?,
            cooperative: bid.1,
            party: bid.2,
            party_name: bid.3,
            said: declaration(row)?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Lots on which people are near a bidder or a party of it because they belong to it. Nothing before
/// the opening: nobody may learn who bids.
pub fn members_of_bidders(
    conn: &mut Conn,
    round: RoundId,
) -> Result<Vec<(PersonId, LotId)>, StoreError> {
    let opened = || bids::round_id.eq(round.as_str()).and(bids::code.is_not_null());
    let mut rows: Vec<(String, String)> = memberships::table
        .inner_join(bids::table.on(bids::organisation_id.eq(memberships::organisation_id)))
        .filter(opened())
        .select((memberships::person_id, bids::lot_id))
        .load(conn.link())?;
    let of_parties: Vec<(String, String)> = memberships::table
        .inner_join(
            parties::table.on(parties::organisation_id.eq(memberships::organisation_id.nullable())),
        )
        .inner_join(bids::table.on(bids::id.eq(parties::bid_id)))
        .filter(opened())
        .filter(parties::left_at.is_null())
        .select((memberships::person_id, bids::lot_id))
        .load(conn.link())?;
    rows.extend(of_parties);
    let read = |(person, lot): (String, String)| {
        let person = person.parse().map_err(StoreError::unreadable)?;
        Ok((person, lot.parse().map_err(StoreError::unreadable)?))
    };
    rows.into_iter().map(read).collect()
}
