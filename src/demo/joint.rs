//! The joint bids of the example: invited, joined, written and signed by the people themselves.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::{World, organisation};
use crate::actions::{self, InviteParty, JoinBid, Joining, SaveAnswer, SignPart};
use crate::domain::accounts::credentials::Email;
use crate::domain::bids::parties::PartyRole;
use crate::domain::bids::parties::statement;
use crate::domain::bids::parties::work::{Cell, Hand};
use crate::domain::ids::{BidId, PartyId, PersonId};
use crate::domain::journal::sha256_hex;
use crate::store::answers::At;
use crate::store::{self, Tx};

const JOINT: &str = include_str!("../../config/demo/joint.toml");

#[derive(Deserialize)]
struct Joint {
    parties: Vec<Partner>,
    work: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Partner {
    bid: String,
    organisation: String,
    role: PartyRole,
    by: String,
    joins: String,
    signs: Option<String>,
    after: i64,
    texts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    bid: String,
    area: String,
    service: String,
    hands: Vec<String>,
}

/// Everything of one bid, counted from the moment that its last text was saved.
pub(super) fn load(
    tx: &mut Tx,
    world: &World,
    bid: &str,
    last: Timestamp,
) -> Result<(), DemoError> {
    let Joint { parties, work } = toml::from_str(JOINT).map_err(DemoError::content)?;
    let own: Vec<&Partner> = parties.iter().filter(|party| party.bid == bid).collect();
    let Some(first) = own.first() else { return Ok(()) };
    for party in &own {
        party.comes_in(tx, world, party.at(last, 0)?)?;
    }
    let mut cells = vec![];
    for row in work.iter().filter(|row| row.bid == bid) {
        let cell = Cell { area: row.area.clone(), service: row.service.clone() };
        let hand = |key: &String| match key.as_str() {
            "lead" => Hand::Lead,
            key => Hand::Party(PartyId::named(&format!("{bid}-{key}"))),
        };
        cells.extend(row.hands.iter().map(|key| (cell.clone(), hand(key))));
    }
    let by = (PersonId::named(&first.by), world.name_of(&first.by));
    actions::chart_work(tx, BidId::named(bid), (cells, 0), by, first.at(last, 20)?)?;
    for party in &own {
        party.signs(tx, world, party.at(last, 60)?)?;
    }
    Ok(())
}

impl Partner {
    fn id(&self) -> PartyId {
        PartyId::named(&format!("{}-{}", self.bid, self.organisation))
    }

    fn at(&self, last: Timestamp, minutes: i64) -> Result<Timestamp, DemoError> {
        let after = SignedDuration::from_mins(self.after + minutes);
        last.checked_add(after).map_err(DemoError::content)
    }

    /// Is invited, joins, and writes.
    fn comes_in(&self, tx: &mut Tx, world: &World, at: Timestamp) -> Result<(), DemoError> {
        let bid = BidId::named(&self.bid);
        let person = store::accounts::person_by_id(tx, PersonId::named(&self.joins))?;
        let secret = sha256_hex(self.id().as_str().as_bytes());
        let hash = sha256_hex(secret.as_bytes());
        let own = organisation(&self.organisation);
        let invite = InviteParty {
            id: self.id(),
            role: self.role,
            name: store::accounts::organisation(tx, own)?.name,
            email: Email::parse(&person.email).map_err(DemoError::content)?,
            secret,
        };
        let by = (PersonId::named(&self.by), world.name_of(&self.by));
        actions::invite_party(tx, bid, invite, by, at)?;
        let by = person.id;
        actions::join_bid(tx, JoinBid { person, hash, joining: Joining::Own(own) }, at)?;
        for (tail, text) in &self.texts {
            let place = At { bid, field: statement::named(self.id(), tail) };
            let typed = SaveAnswer { place, value: text.clone(), seen: 0, by };
            actions::save_answer(tx, typed, at)?;
        }
        Ok(())
    }

    fn signs(&self, tx: &mut Tx, world: &World, at: Timestamp) -> Result<(), DemoError> {
        let Some(key) = &self.signs else { return Ok(()) };
        let bid = BidId::named(&self.bid);
        let joint = store::parties::of_bid(tx, bid)?;
        let party = joint.party(self.id()).ok_or_else(|| DemoError::content("no party"))?;
        let answers = store::answers::of_bid(tx, bid)?;
        let (by, name) = (PersonId::named(key), world.name_of(key));
        let shown = joint.covered(party, &answers);
        let sign = SignPart { bid, party: self.id(), by: (by, name.clone()), name, shown };
        Ok(actions::sign_part(tx, sign, at)?)
    }
}
