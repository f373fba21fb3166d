//! The consultation table: seats, papers with a comment round, meetings, minutes and monitoring.

mod details;
mod meetings;
mod papers;
mod seats;

use crate::world::{Page, Person, World, id_of};

pub const INGRID: &str = "ingrid@waldervoort.example";
pub const ROB: &str = "rob@rietmeer.example";
pub const RIA: &str = "ria@thuisinwaldervoort.example";
pub const HANNEKE: &str = "hanneke@dijkgenoten.example";
pub const MIEKE: &str = "mieke@waldervoort.example";
pub const KLAAS: &str = "klaas@zorgkringnoord.example";
pub const JAN: &str = "jan@denabuur.example";

/// The table of the example.
pub fn table() -> String {
    format!("/consultations/{}", id_of("consultation", "region"))
}

/// Something that lies on it, by its name in the example.
pub fn on(part: &str, name: &str) -> String {
    format!("{}/{part}/{}", table(), id_of("item", &format!("region-{name}")))
}

/// Somebody with a page of the table before them.
pub fn at(world: &World, email: &str) -> Person {
    let mut person = world.person(email);
    person.get(&table()).is(200);
    person
}

impl Person {
    /// Lays a paper of two paragraphs on the table; answers where it lies.
    pub fn lays_a_paper(&mut self, (opens, closes): (&str, &str)) -> Page {
        let part =
            |moment: &str, at: usize| moment.split(' ').nth(at).unwrap_or_default().to_owned();
        let papers = format!("{}/papers", table());
        self.get(&papers).is(200);
        let fields = [
            ("title", "Vervoer naar de eettafel".to_owned()),
            ("body", "Wie niet kan lopen, wordt gehaald.\n\nEen rit kost niets.".to_owned()),
            ("opens_date", part(opens, 0)),
            ("opens_time", part(opens, 1)),
            ("closes_date", part(closes, 0)),
            ("closes_time", part(closes, 1)),
        ];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.post(&papers, &fields)
    }

    pub fn comments(&mut self, paper: &str, paragraph: &str, text: &str) -> Page {
        self.post(&format!("{paper}/comments"), &[("paragraph", paragraph), ("text", text)])
    }
}

/// Path of the link in the last invitation to this address.
pub fn link_to(world: &World, email: &str) -> String {
    let mails = world.mails();
    let line = |body: &str| {
        let line = body.lines().find(|line| line.contains("/consultation-invitations/"))?;
        Some(line[line.find("/consultation-invitations/")?..].trim().to_owned())
    };
    let own = mails.iter().rev().filter(|mail| mail.to == email);
    own.filter_map(|mail| line(&mail.body)).next().expect("an invitation")
}

/// Subjects of the mails to somebody, oldest first.
pub fn subjects(world: &World, email: &str) -> Vec<String> {
    let mails = world.mails();
    mails.into_iter().filter(|mail| mail.to == email).map(|mail| mail.subject).collect()
}
