//! The journal of a round in plain sentences. No number of a row shows: numbers would tell how
//! many acts there are that one may not see.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::errors::{Answer, Error};
use super::me::Me;
use super::state::App;
use super::{pages, urls};
use crate::domain::accounts::Organisation;
use crate::domain::ids::{BidId, RoundId};
use crate::domain::journal::{Entry, Row};
use crate::domain::permission::{Act, Stage};
use crate::domain::rounds::Round;
use crate::rendering::layout::{Crumb, Page};
use crate::rendering::{Lang, Renderer};
use crate::store::journal::{Sight, Wanted};
use crate::store::{self, Conn, StoreError};

#[derive(Clone, Deserialize)]
pub struct Filter {
    #[serde(default)]
    verb: String,
    #[serde(default)]
    person: String,
    #[serde(default = "first")]
    page: u32,
}

fn first() -> u32 {
    1
}

#[derive(Serialize)]
struct JournalPage {
    page: Page,
    round_title: String,
    intro: String,
    /// The bids are still shut, so acts on them are left out.
    sealed: bool,
    lines: Vec<Line>,
    verbs: Vec<Choice>,
    people: Vec<Choice>,
    verb: String,
    person: String,
    newer: Option<String>,
    older: Option<String>,
}

#[derive(Serialize)]
struct Line {
    at: Timestamp,
    sentence: String,
    particulars: Vec<Particular>,
}

#[derive(Serialize)]
struct Particular {
    label: String,
    text: String,
    /// A hash or another text for machines.
    code: bool,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// What was read for a page.
struct File {
    rows: Vec<Row>,
    more: bool,
    verbs: Vec<String>,
    actors: Vec<String>,
}

fn file(
    conn: &mut Conn,
    round: RoundId,
    sight: Sight,
    filter: &Filter,
) -> Result<File, StoreError> {
    let wanted = Wanted { verb: filter.verb.clone(), actor: filter.person.clone() };
    let (rows, more) = store::journal::of_round(conn, round, sight, &wanted, filter.page)?;
    let (verbs, actors) = store::journal::words_of_round(conn, round, sight)?;
    Ok(File { rows, more, verbs, actors })
}

/// `GET /manage/rounds/{round}/journal`
pub async fn of_round(me: Me, id: Path<RoundId>, query: Query<Filter>, app: Data<App>) -> Answer {
    let (id, filter, asker) = (id.into_inner(), query.into_inner(), me.clone());
    let asked = filter.clone();
    let read = move |conn: &mut Conn| {
        let place = store::places::round(conn, id, asker.now)?;
        asker.may(Act::ViewJournal, &place)?;
        let opened = place.stage >= Stage::Opened;
        let sight = if opened { Sight::Everything } else { Sight::Unsealed };
        let (round, owner) = round_and_owner(conn, id)?;
        Ok::<_, Error>((file(conn, id, sight, &asked)?, round, owner, opened))
    };
    let (file, round, owner, opened) = app.read(read).await?;
    let crumbs = vec![
        pages::crumb("/manage", app.renderer.translate(me.lang, "menu-manage", &[])),
        pages::crumb(urls::manage_round(id), round.definition.title.clone()),
    ];
    let mut page = journal_page((&app, &me), &owner, crumbs, (file, filter));
    page.round_title.clone_from(&round.definition.title);
    page.intro = app.renderer.translate(me.lang, "journal-intro", &[]);
    page.sealed = !opened;
    pages::html(&app, &me, "journal/journal.html", &page)
}

/// `GET /bids/{bid}/journal`: what the own cooperative did in this round.
pub async fn of_bid(me: Me, id: Path<BidId>, query: Query<Filter>, app: Data<App>) -> Answer {
    let (id, filter, asker) = (id.into_inner(), query.into_inner(), me.clone());
    let asked = filter.clone();
    let read = move |conn: &mut Conn| {
        let place = store::places::bid(conn, id, asker.actor.person, asker.now)?;
        asker.may(Act::ReadBid, &place)?;
        let bid = store::bids::find(conn, id)?;
        let (round, owner) = round_and_owner(conn, bid.round)?;
        let sight = Sight::OwnBids(bid.cooperative);
        Ok::<_, Error>((file(conn, bid.round, sight, &asked)?, round, owner))
    };
    let (file, round, owner) = app.read(read).await?;
    let crumbs = vec![
        pages::crumb("/bids", app.renderer.translate(me.lang, "menu-bids", &[])),
        pages::crumb(urls::bid(id), app.renderer.translate(me.lang, "journal-own-bid", &[])),
    ];
    let mut page = journal_page((&app, &me), &owner, crumbs, (file, filter));
    page.round_title.clone_from(&round.definition.title);
    page.intro = app.renderer.translate(me.lang, "journal-own-intro", &[]);
    pages::html(&app, &me, "journal/journal.html", &page)
}

fn round_and_owner(conn: &mut Conn, id: RoundId) -> Result<(Round, Organisation), StoreError> {
    let round = store::rounds::find(conn, id)?;
    let owner = store::accounts::organisation(conn, round.municipality)?;
    Ok((round, owner))
}

fn journal_page(
    (app, me): (&App, &Me),
    owner: &Organisation,
    crumbs: Vec<Crumb>,
    (file, filter): (File, Filter),
) -> JournalPage {
    let mut page = pages::frame_of(app, me, "journal-title", owner);
    page.crumbs = crumbs;
    page.crumbs.push(pages::here(page.title.clone()));
    let teller = Teller { renderer: &app.renderer, lang: me.lang };
    let path = me.path.split('?').next().unwrap_or_default();
    let address = |number: u32| {
        let number = number.to_string();
        let fields = [("verb", &filter.verb), ("person", &filter.person), ("page", &number)];
        format!("{path}?{}", serde_urlencoded::to_string(fields).unwrap_or_default())
    };
    JournalPage {
        page,
        round_title: String::new(),
        intro: String::new(),
        sealed: false,
        lines: file.rows.iter().map(|row| teller.line(&row.entry)).collect(),
        verbs: teller.verbs(&file.verbs),
        people: file.actors.iter().map(|name| teller.person(name)).collect(),
        newer: (filter.page > 1).then(|| address(filter.page - 1)),
        older: file.more.then(|| address(filter.page.saturating_add(1))),
        verb: filter.verb,
        person: filter.person,
    }
}

/// Makes sentences of acts.
struct Teller<'a> {
    renderer: &'a Renderer,
    lang: Lang,
}

/// Particulars whose text is a word of the house, with a sentence of its own per word.
const CODED: [&str; 8] =
    ["verdict", "interest", "ruling", "measure", "part", "ground", "phase", "secrecy"];

impl Teller<'_> {
    fn line(&self, entry: &Entry) -> Line {
        let actor = self.actor(&entry.actor_name);
        Line {
            at: entry.at,
            sentence: self.sentence(&entry.verb, &actor, &entry.object),
            particulars: self.particulars(&entry.particulars),
        }
    }

    /// An act nobody has a sentence for yet is told by its bare word, never left out.
    fn sentence(&self, verb: &str, actor: &str, object: &str) -> String {
        let args = [("actor", actor.into()), ("object", object.into())];
        let told = self.renderer.known(self.lang, &format!("journal-{verb}"), &args);
        told.unwrap_or_else(|| format!("{actor}: {verb} ({object})"))
    }

    /// Acts of the service itself have no name.
    fn actor(&self, name: &str) -> String {
        match name {
            "" => self.renderer.translate(self.lang, "journal-by-itself", &[]),
            name => name.to_owned(),
        }
    }

    fn person(&self, name: &str) -> Choice {
        Choice { value: name.to_owned(), label: self.actor(name) }
    }

    fn verbs(&self, verbs: &[String]) -> Vec<Choice> {
        let somebody = self.renderer.translate(self.lang, "journal-somebody", &[]);
        let label = |verb: &String| self.sentence(verb, &somebody, "…");
        let mut choices: Vec<Choice> =
            verbs.iter().map(|v| Choice { value: v.clone(), label: label(v) }).collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        choices
    }

    fn particulars(&self, particulars: &BTreeMap<String, String>) -> Vec<Particular> {
        let told = |(key, text): (&String, &String)| Particular {
            label: self
                .renderer
                .known(self.lang, &format!("journal-label-{key}"), &[])
                .unwrap_or_else(|| key.clone()),
            text: self.value(key, text),
            code: text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()),
        };
        let mut said: Vec<_> = particulars.iter().filter(|(_, text)| !text.is_empty()).collect();
        // An answer reads after its question.
        said.sort_by_key(|(key, _)| *key == "answer");
        said.into_iter().map(told).collect()
    }

    fn value(&self, key: &str, text: &str) -> String {
        if let Ok(moment) = text.parse::<Timestamp>() {
            return self.renderer.datetime(self.lang, moment);
        }
        if let Ok(day) = text.parse::<Date>() {
            return self.renderer.day(self.lang, day);
        }
        let word = || self.renderer.known(self.lang, &format!("journal-word-{text}"), &[]);
        CODED.contains(&key).then(word).flatten().unwrap_or_else(|| text.to_owned())
    }
}
