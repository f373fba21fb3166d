//! Members who vote on a bid, and residents who support one.

mod deadlines;
mod refusals;
mod secrecy;
mod support;
mod votes;

use crate::bids::begun;
use crate::databases::Kind;
use crate::world::{Page, Person, World};

pub const HANNEKE: &str = "hanneke@dijkgenoten.example";

/// A new bid of De Dijkgenoten in the open round, with its lead before it. The open round takes
/// bids until well after the vote.
pub fn bid(kind: Kind) -> (World, Person, String) {
    let world = World::demo(kind);
    let (hanneke, bid) = begun(&world);
    (world, hanneke, bid)
}

/// The fields of a vote that can be held.
pub const VOTE: [(&str, &str); 8] = [
    ("step", "send"),
    ("question", "Doen wij mee?"),
    ("about", "Wij geven begeleiding aan huis."),
    ("secrecy", "secret"),
    ("quorum_kind", "none"),
    ("closes_date", "2026-12-01"),
    ("closes_time", "12:00"),
    ("members", "an@leden.example\nbo@leden.example\nco@leden.example\n"),
];

/// The same with some fields changed.
pub fn vote<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = VOTE.into_iter().filter(|(name, _)| changes.iter().all(|(new, _)| new != name));
    kept.chain(changes.iter().copied()).collect()
}

impl Person {
    #[track_caller]
    pub fn sets_up(&mut self, bid: &str, fields: &[(&str, &str)]) -> String {
        let page = format!("{bid}/vote");
        self.get(&page).is(200);
        self.post(&page, fields).redirects_to(&page);
        let page = self.get(&page).is(200);
        page.attribute("input[name=vote]", "value")
    }

    /// Reads, chooses and confirms; answers the page after that.
    #[track_caller]
    pub fn casts(&mut self, link: &str, choice: &str) -> Page {
        self.get(link).is(200);
        self.post(link, &[("choice", choice)]).is(200);
        let done = self.post(&format!("{link}/ballot"), &[("choice", choice)]);
        done.redirects_to(link);
        self.get(link).is(200)
    }
}

impl World {
    /// The newest link that this member got by mail.
    #[track_caller]
    pub fn link_of(&self, email: &str) -> String {
        let mails = self.mails();
        let own = mails.iter().rev().find(|m| m.to == email && m.body.contains("/votes/"));
        let body = &own.unwrap_or_else(|| panic!("no mail with a link to {email}")).body;
        let at = body.find("/votes/").expect("a link");
        body[at..].split_whitespace().next().expect("a link").to_owned()
    }
}
