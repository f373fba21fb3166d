//! The door of a table: who takes a seat says once more whether there is a conflict. Names stand
//! here and no letters, as on the page of declarations.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::session::back;
use super::sight::Words;
use crate::actions::tables as acts;
use crate::actions::{self, Failure, Said};
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::conflicts::{About, ConflictRefusal, Declaration, Interest, Subject};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct DoorPage {
    page: Page,
    errors: Vec<FieldError>,
    action: String,
    back: String,
    lot: String,
    subjects: Vec<SubjectRow>,
    /// When this person declared before.
    said_at: Option<Timestamp>,
    options: Vec<Choice>,
    still: String,
    who: Vec<Choice>,
    about: String,
    interests: Vec<Choice>,
    interest: String,
    note: String,
}

#[derive(Serialize)]
struct SubjectRow {
    name: String,
    about: String,
    said: Option<String>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

struct Read {
    lot: String,
    owner: crate::domain::accounts::Organisation,
    subjects: Vec<(Subject, Option<Declaration>)>,
}

fn read(conn: &mut Conn, me: &SignedIn, id: TableId) -> Result<Read, Error> {
    me.may(Act::TakeSeat, &store::places::table(conn, id, Some(me.id), me.now)?)?;
    let table = store::tables::find(conn, id)?;
    let lot = store::rounds::find_lot(conn, table.lot)?;
    let round = store::rounds::find(conn, lot.round)?;
    let mut said = store::conflicts::of_parties(conn, me.id, lot.id)?;
    let subjects = store::conflicts::subjects(conn, lot.id)?.into_iter();
    let with = |s: Subject| {
        let said = said.remove(&(s.bid, s.party.clone()));
        (s, said)
    };
    Ok(Read {
        lot: lot.label(),
        owner: store::accounts::organisation(conn, round.municipality)?,
        subjects: subjects.map(with).collect(),
    })
}

/// `GET /tables/{table}/door`
pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let (id, asker) = (*table, me.clone());
    let read = app.read(move |conn| read(conn, &asker, id)).await?;
    pages::html(&app, &me, "tables/door.html", &view(&app, &me, (id, &read), None))
}

fn view(app: &App, me: &SignedIn, (id, read): (TableId, &Read), typed: Option<&Typed>) -> DoorPage {
    let words = Words::of(app, me);
    let mut page = pages::frame_of(app, me, "door-title", &read.owner);
    page.crumbs = vec![
        pages::crumb("/tables", words.say("menu-tables", &[])),
        pages::crumb(urls::table(id), read.lot.clone()),
        pages::here(page.title.clone()),
    ];
    let row = |(subject, said): &(Subject, Option<Declaration>)| SubjectRow {
        name: subject.name.clone(),
        about: about(words, &subject.about),
        said: said.as_ref().map(|d| words.say(&format!("interest-{}", d.interest.as_str()), &[])),
    };
    let text = |name: &str| typed.map(|t| t.text(name).to_owned()).unwrap_or_default();
    let choice =
        |value: &str, key: &str| Choice { value: value.to_owned(), label: words.say(key, &[]) };
    let who = |(subject, _): &(Subject, Option<Declaration>)| Choice {
        value: subject.tail(),
        label: subject.name.clone(),
    };
    let near = [Interest::Possible, Interest::Yes].map(|i| i.as_str());
    DoorPage {
        page,
        errors: vec![],
        action: urls::table_part(id, "seat"),
        back: urls::table(id),
        lot: read.lot.clone(),
        subjects: read.subjects.iter().map(row).collect(),
        said_at: read.subjects.iter().filter_map(|(_, said)| Some(said.as_ref()?.at)).max(),
        options: vec![choice("same", "door-same"), choice("changed", "door-changed")],
        still: text("still"),
        who: read.subjects.iter().map(who).collect(),
        about: text("about"),
        interests: near.map(|word| choice(word, &format!("interest-{word}"))).into(),
        interest: text("interest"),
        note: text("note"),
    }
}

fn about(words: Words<'_>, about: &About) -> String {
    let of = |key: &str, name: &str| words.say(key, &[("name", name.into())]);
    match about {
        About::Bidder { place } => place.clone(),
        About::Partner { of: lead } => of("declare-partner-of", lead),
        About::Subcontractor { of: lead } => of("declare-subcontractor-of", lead),
    }
}

/// What was said at the door, or the field with what is wrong there.
fn said(read: &Read, typed: &Typed) -> Result<Said, (&'static str, &'static str)> {
    match typed.text("still") {
        "same" => return Ok(Said::new()),
        "changed" => {}
        _ => return Err(("still", "error-choose")),
    }
    let about = typed.text("about");
    let subject = read.subjects.iter().find(|(subject, _)| subject.tail() == about);
    let (subject, _) = subject.ok_or(("about", "error-choose"))?;
    let interest = typed.text("interest").parse::<Interest>();
    let near =
        interest.ok().filter(|i| *i != Interest::None).ok_or(("interest", "error-choose"))?;
    match typed.text("note") {
        "" => Err(("note", ConflictRefusal::NoNote.key())),
        note => Ok(Said::from([(subject.key(), (near, note.to_owned()))])),
    }
}

/// `POST /tables/{table}/seat`
pub async fn sit(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let (id, asker) = (*table, me.clone());
    let read = app.read(move |conn| read(conn, &asker, id)).await?;
    if !form.typed.has("still") {
        return Ok(pages::see_other(urls::table_part(id, "door")));
    }
    let changed = match said(&read, &form.typed) {
        Ok(changed) => changed,
        Err(fault) => return again(&app, &me, (id, &read), (&form.typed, fault)),
    };
    match enter(&app, &me, id, changed).await {
        Ok(()) => Ok(back(id)),
        Err(Entry::Declared(why)) => again(&app, &me, (id, &read), (&form.typed, ("still", why))),
        Err(Entry::Other(error)) => Err(error),
    }
}

/// Why somebody did not get in.
enum Entry {
    Declared(&'static str),
    Other(Error),
}

impl From<Failure<ConflictRefusal>> for Entry {
    fn from(failure: Failure<ConflictRefusal>) -> Entry {
        match failure {
            Failure::Refused(why) => Entry::Declared(why.key()),
            Failure::Store(error) => Entry::Other(error.into()),
        }
    }
}

impl From<StoreError> for Entry {
    fn from(error: StoreError) -> Entry {
        Entry::Other(error.into())
    }
}

impl From<Error> for Entry {
    fn from(error: Error) -> Entry {
        Entry::Other(error)
    }
}

/// What is said at the door works before the seat is taken, in one transaction.
async fn enter(app: &App, me: &SignedIn, id: TableId, changed: Said) -> Result<(), Entry> {
    let (asker, by, now) = (me.me.clone(), (me.id, me.name().to_owned()), me.now);
    app.write(move |tx| {
        let place = store::places::table(tx, id, Some(by.0), now)?;
        asker.may(Act::TakeSeat, &place)?;
        let lot = store::tables::find(tx, id)?.lot;
        actions::renew_declaration(tx, lot, &by, changed, now)?;
        acts::take_seat(tx, id, &by, now).map_err(|no| Entry::Other(no.into()))
    })
    .await?;
    app.live.nudge();
    Ok(())
}

fn again(
    app: &App,
    me: &SignedIn,
    read: (TableId, &Read),
    (typed, (field, key)): (&Typed, (&str, &str)),
) -> Answer {
    let mut page = view(app, me, read, Some(typed));
    page.page.fault = true;
    let text = Words::of(app, me).say(key, &[]);
    page.errors = vec![FieldError { field: field.into(), text }];
    pages::faulty(app, me, "tables/door.html", &page)
}
