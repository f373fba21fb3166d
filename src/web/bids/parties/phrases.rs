//! Parties, their work and what they miss, in words.

use crate::domain::bids::parties::gaps::PartyGap;
use crate::domain::bids::parties::work::{Cell, Grid, Hand, WHOLE};
use crate::domain::bids::parties::{Joint, Party, PartyStanding, statement};
use crate::domain::ids::BidId;
use crate::web::bids::when;
use crate::web::public::views::Reader;
use crate::web::urls;

/// What an act is called in a sentence about a party.
pub fn named(r: Reader<'_>, key: &str, name: &str) -> String {
    r.renderer.translate(r.lang, key, &[("name", name.into())])
}

pub fn gap(r: Reader<'_>, grid: &Grid, gap: &PartyGap) -> String {
    let (key, name) = match gap {
        PartyGap::NotJoined { name, .. } => ("party-gap-not-joined", name),
        PartyGap::Unfinished { name, .. } => ("party-gap-unfinished", name),
        PartyGap::NotSigned { name, .. } => ("party-gap-not-signed", name),
        PartyGap::Idle { name, .. } => ("party-gap-idle", name),
        PartyGap::LeftWork { name, .. } => ("party-gap-left", name),
        PartyGap::EmptyCell(cell) => {
            let args = [
                ("area", area(r, grid, &cell.area).into()),
                ("service", service(r, &cell.service).into()),
            ];
            return r.renderer.translate(r.lang, "party-gap-empty", &args);
        }
    };
    named(r, key, name)
}

/// Where to go about it.
pub fn gap_href(bid: BidId, gap: &PartyGap) -> String {
    let page = urls::bid_parties(bid);
    match gap {
        PartyGap::NotJoined { .. } => format!("{page}#who"),
        PartyGap::Unfinished { party, .. } | PartyGap::NotSigned { party, .. } => {
            urls::bid_party(bid, *party)
        }
        PartyGap::Idle { .. } | PartyGap::LeftWork { .. } | PartyGap::EmptyCell(_) => {
            format!("{page}#work")
        }
    }
}

pub fn area(r: Reader<'_>, grid: &Grid, code: &str) -> String {
    if code == WHOLE {
        return r.say("party-whole-lot");
    }
    let found = grid.areas.iter().find(|(area, _)| area == code);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}

pub fn service(r: Reader<'_>, code: &str) -> String {
    match code {
        WHOLE => r.say("party-all-help"),
        code => r.say(&format!("category-{code}")),
    }
}

/// `Wilgenhoek: Hulp bij het huishouden`
pub fn cell(r: Reader<'_>, grid: &Grid, cell: &Cell) -> String {
    format!("{}: {}", area(r, grid, &cell.area), service(r, &cell.service))
}

pub fn hand(joint: &Joint, lead: &str, hand: Hand) -> Option<String> {
    match hand {
        Hand::Lead => Some(lead.to_owned()),
        Hand::Party(id) => joint.party(id).filter(|p| p.is_active()).map(|p| p.name.clone()),
    }
}

pub fn role(r: Reader<'_>, party: &Party) -> String {
    r.say(&format!("party-role-{}", party.role.as_str()))
}

/// How it stands, as a sign and as words.
pub fn standing(r: Reader<'_>, party: &Party) -> (&'static str, String) {
    let (kind, key, at) = match &party.standing {
        PartyStanding::Invited { at, .. } => ("todo", "party-standing-invited", at),
        PartyStanding::Joined { at, .. } => ("busy", "party-standing-joined", at),
        PartyStanding::Signed(signature) => ("done", "party-standing-signed", &signature.at),
        PartyStanding::Left { at, .. } => ("closed", "party-standing-left", at),
    };
    let when = when::ago(r, *at);
    (kind, r.renderer.translate(r.lang, key, &[("when", when.into())]))
}

/// What a field of a part is called.
pub fn label(r: Reader<'_>, field: &str) -> String {
    let tail = statement::split(field).map(|(_, tail)| tail).unwrap_or_default();
    r.say(&format!("party-field-{tail}"))
}

/// A choice in a part, in words.
pub fn option(r: Reader<'_>, field: &str, code: &str) -> String {
    match statement::split(field) {
        Some((_, tail)) if tail.starts_with("benefit-") => r.say(&format!("party-flow-{code}")),
        _ => r.say(&format!("party-reading-{code}")),
    }
}
