//! The parties of a joint bid, as the process lead reads them once the bids are open: also what
//! they kept from each other, as long as it is the text that they signed.

use serde::Serialize;

use super::say;
use crate::domain::bids::HandedIn;
use crate::domain::bids::answers::Answers;
use crate::domain::bids::parties::handed_in::{HandedCell, HandedPart, HandedParties};
use crate::domain::bids::parties::statement::{Benefit, Reading, Statement, Topic, tail_of};
use crate::domain::bids::parties::work::WHOLE;
use crate::domain::bids::parties::{Joint, Party, PartyStanding};
use crate::domain::rounds::definition::Definition;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::me::Me;

/// What stands in the store beside what was handed in.
pub struct Kept {
    handed_in: HandedParties,
    joint: Joint,
    answers: Answers,
    /// Who left after the bid was handed in.
    left: Vec<Party>,
}

impl Kept {
    /// None for a bid of one cooperative.
    pub fn load(conn: &mut Conn, handed_in: &HandedIn) -> Result<Option<Kept>, StoreError> {
        let Some(parties) = handed_in.content.joint.clone() else { return Ok(None) };
        Ok(Some(Kept {
            handed_in: parties,
            joint: store::parties::of_bid(conn, handed_in.bid)?,
            answers: store::answers::of_bid(conn, handed_in.bid)?,
            left: store::parties::left_since(conn, handed_in.bid, handed_in.at)?,
        }))
    }

    /// The texts behind a signature; none when they are not those any more.
    fn signed_texts(&self, part: &HandedPart) -> Option<Statement> {
        match part.reading {
            Reading::Shared => Some(Statement { reading: part.reading, texts: part.texts.clone() }),
            Reading::Private => {
                let party = self.joint.party(part.party)?;
                let same = self.joint.covered(party, &self.answers) == part.signed_hash;
                same.then(|| Statement::of(&self.answers, part.party))
            }
        }
    }
}

#[derive(Serialize)]
pub struct PartiesView {
    parties: Vec<PartView>,
    /// Where, and who.
    work: Vec<Fact>,
}

#[derive(Serialize)]
struct PartView {
    id: String,
    name: String,
    role: String,
    signed: String,
    left: Option<String>,
    notes: Vec<String>,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Fact {
    term: String,
    text: String,
}

pub fn view(app: &App, me: &Me, (kept, definition): (&Kept, &Definition)) -> PartiesView {
    let part = |part: &HandedPart| part_view(app, me, (kept, definition), part);
    let cell = |cell: &HandedCell| Fact {
        term: format!("{}: {}", cell.area_name, service(app, me, &cell.service)),
        text: names(app, me, kept, &cell.hands),
    };
    PartiesView {
        parties: kept.handed_in.parties.iter().map(part).collect(),
        work: kept.handed_in.work.iter().map(cell).collect(),
    }
}

fn service(app: &App, me: &Me, code: &str) -> String {
    match code {
        WHOLE => say(app, me, "party-all-help", &[]),
        code => say(app, me, &format!("category-{code}"), &[]),
    }
}

fn names(app: &App, me: &Me, kept: &Kept, letters: &[String]) -> String {
    let name = |letter: &String| {
        let part = kept.handed_in.parties.iter().find(|part| part.letter == *letter);
        part.map_or_else(|| say(app, me, "admission-party-lead", &[]), |part| part.name.clone())
    };
    letters.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn part_view(
    app: &App,
    me: &Me,
    (kept, definition): (&Kept, &Definition),
    part: &HandedPart,
) -> PartView {
    let statement = kept.signed_texts(part);
    // Where the price counts it is shut for the process lead too, and this may name it.
    let shuts_money = definition.price.bids_name_prices();
    let mut notes = vec![];
    let mut note = |key: &str| notes.push(say(app, me, key, &[]));
    match (&statement, part.reading) {
        (None, _) => note("admission-party-changed"),
        (Some(_), Reading::Private) => note("admission-party-private"),
        (Some(_), Reading::Shared) => {}
    }
    if shuts_money {
        note("admission-party-money");
    }
    let signed = [
        ("name", part.signed_by.as_str().into()),
        ("when", app.renderer.exact_moment(me.lang, part.signed_at).into()),
    ];
    let texts = statement.map(|statement| statement.texts).unwrap_or_default();
    let shown = |topic: &&Topic| !(shuts_money && **topic == Topic::Money);
    let topics = Topic::ALL.iter().filter(shown).filter_map(|topic| {
        let text = texts.get(topic.as_str())?.clone();
        Some(Fact { term: field(app, me, topic.as_str()), text })
    });
    let benefits = Benefit::ALL.iter().filter_map(|benefit| {
        let tail = tail_of(*benefit);
        let flow = texts.get(&tail)?;
        let text = say(app, me, &format!("party-flow-{flow}"), &[]);
        Some(Fact { term: field(app, me, &tail), text })
    });
    PartView {
        id: part.party.to_string(),
        name: part.name.clone(),
        role: say(app, me, &format!("party-role-{}", part.role.as_str()), &[]),
        signed: say(app, me, "admission-party-signed", &signed),
        left: left(app, me, kept, part),
        facts: topics.chain(benefits).collect(),
        notes,
    }
}

fn field(app: &App, me: &Me, tail: &str) -> String {
    say(app, me, &format!("party-field-{tail}"), &[])
}

fn left(app: &App, me: &Me, kept: &Kept, part: &HandedPart) -> Option<String> {
    let party = kept.left.iter().find(|party| party.id == part.party)?;
    match &party.standing {
        PartyStanding::Left { at, reason } => {
            let when = app.renderer.exact_moment(me.lang, *at);
            let args = [
                ("name", part.name.as_str().into()),
                ("when", when.into()),
                ("reason", reason.as_str().into()),
            ];
            Some(say(app, me, "admission-party-left", &args))
        }
        PartyStanding::Invited { .. } | PartyStanding::Joined { .. } | PartyStanding::Signed(_) => {
            None
        }
    }
}
