//! From shut envelopes to locked sheets, through the front door.

mod admission;
mod conditions;
pub mod form_file;
mod inquiries;
mod notes;
mod offline;
mod opening;
mod pausing;
mod practice;
mod refusals;
mod replacing;
mod scores;
mod sealed;
mod staffing;
mod walls;

pub use admission::leads_too;

use crate::databases::Kind;
use crate::world::{PASSWORD, Page, Person, World, id_of};

/// The round of Rietmeer closed one second ago.
pub const CLOSED: &str = "2026-12-17T12:00:01+01:00";

pub fn manage(round: &str, page: &str) -> String {
    format!("/manage/rounds/{}/{page}", id_of("round", round))
}

/// The example with the round of Rietmeer opened by its two key holders. One bid was handed in, on
/// lot 2, by Het Kolkhuis.
pub fn opened(kind: Kind) -> World {
    let world = World::demo(kind);
    opened_in(&world);
    world
}

pub fn opened_in(world: &World) {
    world.set_clock(CLOSED);
    for key in ["wouter", "marianne"] {
        let mut holder = world.person(&format!("{key}@rietmeer.example"));
        holder.get(&manage("open", "opening")).is(200);
        let password = [("password", PASSWORD)];
        holder.post(&manage("open", "opening"), &password).redirects_to(&manage("open", "opening"));
    }
}

/// Ticks boxes in the table of assessors: keys of people, numbers of lots of the open round.
pub fn assign(lead: &mut Person, pairs: &[(&str, u16)]) -> Page {
    lead.get(&manage("open", "assignments")).is(200);
    let boxes: Vec<String> = pairs.iter().map(|(who, lot)| pair(who, *lot)).collect();
    let fields: Vec<(&str, &str)> = boxes.iter().map(|b| ("assigned", b.as_str())).collect();
    lead.post(&manage("open", "assignments"), &fields)
}

/// Unticks one box in that table.
pub fn takes_off(lead: &mut Person, (who, lot): (&str, u16)) {
    let address = manage("open", "assignments");
    let before = lead.get(&address).is(200).values("before");
    let gone = pair(who, lot);
    let kept = before.iter().filter(|one| **one != gone).map(|one| ("assigned", one.as_str()));
    let seen = before.iter().map(|one| ("before", one.as_str()));
    let fields: Vec<(&str, &str)> = seen.chain(kept).collect();
    lead.post(&address, &fields).redirects();
}

pub fn pair(who: &str, lot: u16) -> String {
    format!("{}.{}", id_of("lot", &format!("open-{lot}")), id_of("person", who))
}

/// Accepts every requirement of the one bid, and admits it.
pub fn admit(lead: &mut Person) -> String {
    let list = lead.get(&manage("open", "admissibility")).is(200);
    let address = list.link("Zorgcoöperatie Het Kolkhuis");
    let page = lead.get(&address).is(200);
    let fields = judgement(&page, "accepted", "Bekeken.");
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    fields.extend([("verdict", "admitted"), ("reason", "Alles is akkoord.")]);
    lead.post(&address, &fields).redirects_to(&format!("{address}?saved=1"));
    address
}

/// The same verdict with the same reason for every requirement on the page.
pub fn judgement(page: &Page, verdict: &str, reason: &str) -> Vec<(String, String)> {
    let mut codes: Vec<String> = page
        .body
        .split("name=\"verdict.")
        .skip(1)
        .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
        .collect();
    codes.dedup();
    assert!(codes.len() > 10, "{codes:?}");
    let fields = |code: &String| {
        [
            (format!("verdict.{code}"), verdict.to_owned()),
            (format!("reason.{code}"), reason.to_owned()),
        ]
    };
    codes.iter().flat_map(fields).collect()
}

/// Where an assessor declares about the bidders of lot 2.
pub fn declarations() -> String {
    format!("/review/lots/{}/conflicts", id_of("lot", "open-2"))
}

/// Declares about Het Kolkhuis; answers what came back.
pub fn declare(assessor: &mut Person, interest: &str, note: &str) -> Page {
    assessor.get(&declarations()).is(200);
    let bidder = id_of("organisation", "kolkhuis");
    let (interest_of, note_of) = (format!("interest.{bidder}"), format!("note.{bidder}"));
    assessor.post(&declarations(), &[(&interest_of, interest), (&note_of, note)])
}

/// Aïcha assesses lot 2; the bid is admitted and she is cleared. Answers her page of the first
/// question.
pub fn at_work(world: &World) -> (Person, String) {
    let mut rob = world.person("rob@rietmeer.example");
    assign(&mut rob, &[("aicha", 2), ("joost", 2), ("lies", 2)]).redirects();
    admit(&mut rob);
    let mut aicha = world.person("aicha@rietmeer.example");
    let sheet = declare(&mut aicha, "none", "").redirects();
    let page = aicha.get(&sheet).is(200);
    let address = page.attribute(".app-table tbody a", "href");
    (aicha, address)
}

/// Gives a grade with a reason, on the versions that the page shows.
pub fn give(assessor: &mut Person, address: &str, grade: &str, reason: &str) -> Page {
    let page = assessor.get(address).is(200);
    let grade_version = page.value("version.grade").expect("a version");
    let reason_version = page.value("version.reason").expect("a version");
    let fields = [
        ("grade", grade),
        ("version.grade", &grade_version),
        ("reason", reason),
        ("version.reason", &reason_version),
    ];
    assessor.post(address, &fields)
}

/// The page without what differs at every request: the token of its forms.
pub fn without_token(page: &Page) -> String {
    let token = page.value("csrf").unwrap_or_default();
    if token.is_empty() { page.body.clone() } else { page.body.replace(&token, "token") }
}
