//! Joint bids: several organisations, one bid, and the walls between them.

mod inviting;
mod leaving;
mod signing;
mod walls;

use crate::submission::complete;
use crate::world::{Page, Person, World, id_of};

pub const GERDA: &str = "gerda@kolkhuis.example";
pub const ARIE: &str = "arie@dijkgenoten.example";
pub const HANNEKE: &str = "hanneke@dijkgenoten.example";
pub const SJAAK: &str = "sjaak@meeroever.example";
pub const DIJK: &str = "Coöperatie De Dijkgenoten";
pub const MEER: &str = "Dorpscoöperatie Meeroever";

pub const TOPICS: [&str; 7] = ["gives", "gains", "care", "mission", "method", "contacts", "money"];

/// The bid of Het Kolkhuis that could be handed in at once; nobody else is in it yet.
pub fn parties() -> String {
    format!("{}/parties", complete())
}

/// Somebody who has the parties before them.
pub fn at(world: &World, email: &str) -> Person {
    let mut person = world.person(email);
    person.get("/bids").is(200);
    person
}

impl Person {
    pub fn invites(&mut self, name: &str, email: &str) -> Page {
        self.get(&parties()).is(200);
        self.post(&parties(), &[("name", name), ("email", email), ("role", "partner")])
    }

    /// Opens the link that was mailed last, and joins for an organisation of their own.
    pub fn joins(&mut self, world: &World, email: &str, organisation: &str) -> Page {
        let link = link_to(world, email);
        self.get(&link).is(200);
        self.post(&link, &[("organisation", &id_of("organisation", organisation))])
    }

    /// Types one answer of a part.
    pub fn answers(&mut self, part: &str, tail: &str, (text, version): (&str, &str)) -> Page {
        let party = part.rsplit('/').next().expect("an id");
        let field = format!("party.{party}.{tail}");
        let typed = [("field", field.as_str()), ("value", text), ("version", version)];
        self.post(&format!("{}/answers", complete()), &typed)
    }

    /// Answers every question of a part.
    pub fn fills(&mut self, part: &str, text: &str) {
        self.get(part).is(200);
        for topic in TOPICS {
            self.answers(part, topic, (text, "0")).is(204);
        }
    }

    pub fn signs(&mut self, part: &str, name: &str) -> Page {
        let page = self.get(part).is(200);
        let form = page.form(&format!("{part}/signature"));
        self.sends(&form.with("agree", "yes").with("name", name))
    }

    /// The whole lot, all help: these do it. The lead is `lead`.
    pub fn gives_work_to(&mut self, parts: &[&str]) -> Page {
        let page = self.get(&parties()).is(200);
        let mut form = page.form(&format!("{}/work", parties()));
        for part in parts {
            let hand = part.rsplit('/').next().expect("an id");
            let cell = page.values("cell").into_iter().find(|cell| cell.ends_with(hand));
            form = form.and("cell", &cell.expect("a box"));
        }
        self.sends(&form)
    }

    /// What the check page says is missing from the others.
    pub fn missing(&mut self) -> Vec<String> {
        self.get(&format!("{}/check", complete())).is(200).texts_of("#missing li")
    }
}

/// Path of the link in the last invitation to this address.
pub fn link_to(world: &World, email: &str) -> String {
    let mails = world.mails();
    let line = |body: &str| {
        let line = body.lines().find(|line| line.contains("/party-invitations/"))?;
        Some(line[line.find("/party-invitations/")?..].trim().to_owned())
    };
    let own = mails.iter().rev().filter(|mail| mail.to == email);
    own.filter_map(|mail| line(&mail.body)).next().expect("an invitation")
}

/// Two villages joined the bid of Het Kolkhuis: Dijkgenoten and Meeroever. Answers where their
/// parts stand.
pub fn joined(world: &World) -> (Person, [String; 2]) {
    let mut gerda = at(world, GERDA);
    for (email, organisation) in [(ARIE, "dijkgenoten"), (SJAAK, "meeroever")] {
        gerda.invites(organisation, email).redirects();
        at(world, email).joins(world, email, organisation).redirects_to(&parties());
    }
    let page = gerda.get(&parties()).is(200);
    let parts = [page.link(DIJK), page.link(MEER)];
    (gerda, parts)
}

/// The same, and everybody has work, wrote its part and signed it.
pub fn signed(world: &World) -> (Person, [String; 2]) {
    let (mut gerda, parts) = joined(world);
    gerda.gives_work_to(&["lead", &parts[0], &parts[1]]).redirects();
    for ((part, email), name) in
        parts.iter().zip([ARIE, SJAAK]).zip(["Arie Slagter", "Sjaak Verbruggen"])
    {
        let mut person = at(world, email);
        person.fills(part, &format!("Het deel van {name}."));
        person.signs(part, name).redirects_to(part);
    }
    (gerda, parts)
}
