//! What an assessor declares about each bidder, by name, before any text opens. No letter of a bid
//! stands here, and no id of one: a name and a letter never meet.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::scoring_page::sheet_address;
use super::{Facts, by, say};
use crate::actions::{self, Failure, Said};
use crate::domain::ids::LotId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::Assignment;
use crate::domain::review::conflicts::{About, Clearance, Declaration, Interest, Subject};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Serialize)]
struct DeclarationsPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    action: String,
    bidders: Vec<BidderCard>,
    options: Vec<Choice>,
    first_time: bool,
    sheet_href: String,
}

#[derive(Serialize)]
struct BidderCard {
    /// Bidder and party; names of fields end in it.
    id: String,
    name: String,
    /// Where it is, or what it does in whose bid.
    about: String,
    interest: String,
    note: String,
    waits: bool,
    /// What the process lead decided, in words, with the reason.
    ruled: Option<String>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
    hint: Option<String>,
}

struct Read {
    facts: Facts,
    assignment: Assignment,
    subjects: Vec<(Subject, Option<Declaration>)>,
}

fn read(conn: &mut Conn, me: &SignedIn, lot: LotId) -> Result<Read, Error> {
    me.may(Act::DeclareConflict, &store::places::lot(conn, lot, Some(me.id), me.now)?)?;
    let assignment = store::assignments::on_lot(conn, lot, me.id)?.ok_or(Error::Missing)?;
    let round = store::rounds::find_lot(conn, lot)?.round;
    let round = store::rounds::find(conn, round)?;
    let mut said = store::conflicts::of_parties(conn, me.id, lot)?;
    let subjects = store::conflicts::subjects(conn, lot)?.into_iter().map(|s| {
        let said = said.remove(&(s.bid, s.party.clone()));
        (s, said)
    });
    Ok(Read { subjects: subjects.collect(), facts: Facts::of(conn, round)?, assignment })
}

/// `GET /review/lots/{lot}/conflicts`
pub async fn page(me: SignedIn, lot: Path<LotId>, app: Data<App>) -> Answer {
    let (lot, asker) = (lot.into_inner(), me.clone());
    let read = app.read(move |conn| read(conn, &asker, lot)).await?;
    pages::html(&app, &me, "review/declarations.html", &view(&app, &me, &read, None))
}

fn view(app: &Data<App>, me: &SignedIn, read: &Read, typed: Option<&Typed>) -> DeclarationsPage {
    let lot = read.facts.lot_label(read.assignment.lot);
    let mut page = read.facts.own_frame(app, me, "declare-title");
    page.crumbs = vec![
        pages::crumb("/review", say(app, me, "menu-review", &[])),
        pages::here(page.title.clone()),
    ];
    let option = |interest: &Interest| Choice {
        value: interest.as_str(),
        label: say(app, me, &format!("interest-{}", interest.as_str()), &[]),
        hint: Some(say(app, me, &format!("interest-{}-hint", interest.as_str()), &[])),
    };
    DeclarationsPage {
        page,
        errors: vec![],
        lot,
        action: format!("/review/lots/{}/conflicts", read.assignment.lot),
        bidders: read.subjects.iter().map(|s| card(app, me, s, typed)).collect(),
        options: Interest::ALL.iter().map(option).collect(),
        first_time: read.subjects.iter().any(|(_, said)| said.is_none()),
        sheet_href: sheet_address(read.assignment.id),
    }
}

fn card(
    app: &App,
    me: &SignedIn,
    (subject, said): &(Subject, Option<Declaration>),
    typed: Option<&Typed>,
) -> BidderCard {
    let id = subject.tail();
    let or =
        |name: &str, kept: &str| typed.map_or(kept, |t| t.text(&format!("{name}.{id}"))).to_owned();
    let ruled = said.as_ref().and_then(|d| d.ruled.as_ref());
    BidderCard {
        name: subject.name.clone(),
        about: about(app, me, &subject.about),
        interest: or("interest", said.as_ref().map_or("", |d| d.interest.as_str())),
        note: or("note", said.as_ref().map_or("", |d| &d.note)),
        waits: said.as_ref().is_some_and(|d| d.clearance() == Clearance::Waiting),
        ruled: ruled.map(|r| say(app, me, &format!("ruled-{}", r.ruling.as_str()), &[])),
        reason: ruled.map(|r| r.reason.clone()),
        id,
    }
}

/// `Elsbroek`, or `Onderaannemer bij Zorgkring Noord`.
pub fn about(app: &App, me: &SignedIn, about: &About) -> String {
    let of = |key: &str, of: &str| say(app, me, key, &[("name", of.into())]);
    match about {
        About::Bidder { place } => place.clone(),
        About::Partner { of: lead } => of("declare-partner-of", lead),
        About::Subcontractor { of: lead } => of("declare-subcontractor-of", lead),
    }
}

/// `POST /review/lots/{lot}/conflicts`
pub async fn declare(
    me: SignedIn,
    lot: Path<LotId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (lot, asker) = (lot.into_inner(), me.clone());
    let read = app.read(move |conn| read(conn, &asker, lot)).await?;
    let (said, faults) = said(&read, &form.typed);
    if !faults.is_empty() {
        return again(&app, &me, &read, (&form.typed, faults));
    }
    let (who, now) = (by(&me), me.now);
    match app.write(move |tx| actions::declare_conflict(tx, lot, &who, said, now)).await {
        Ok(()) => Ok(after(&app, sheet_address(read.assignment.id))),
        Err(Failure::Refused(why)) => {
            let first = read.subjects.first().map(|(subject, _)| subject.tail());
            let field = format!("interest-{}", first.unwrap_or_default());
            again(&app, &me, &read, (&form.typed, vec![(field, why.key())]))
        }
        Err(broken) => Err(broken.into()),
    }
}

/// The screens of a table ask again: somebody may see less, or more.
pub fn after(app: &App, place: impl AsRef<str>) -> HttpResponse {
    app.live.nudge();
    pages::see_other(place)
}

/// What was filled in, and what is wrong with it.
fn said(read: &Read, typed: &Typed) -> (Said, Vec<(String, &'static str)>) {
    let (mut said, mut faults) = (Said::new(), vec![]);
    for (subject, before) in &read.subjects {
        let id = subject.tail();
        let note = typed.text(&format!("note.{id}")).to_owned();
        let interest = typed.text(&format!("interest.{id}")).parse::<Interest>();
        let had = before.as_ref().is_some_and(|d| d.interest != Interest::None);
        match interest {
            Ok(Interest::None) if had => {
                faults.push((format!("interest-{id}"), "refusal-conflict-taken-back"));
            }
            Ok(Interest::Possible | Interest::Yes) if note.is_empty() => {
                faults.push((format!("note-{id}"), "refusal-conflict-no-note"));
            }
            Ok(interest) => {
                said.insert(subject.key(), (interest, note));
            }
            Err(_) => faults.push((format!("interest-{id}"), "error-choose")),
        }
    }
    (said, faults)
}

fn again(
    app: &Data<App>,
    me: &SignedIn,
    read: &Read,
    (typed, faults): (&Typed, Vec<(String, &'static str)>),
) -> Answer {
    let mut page = view(app, me, read, Some(typed));
    page.page.fault = true;
    let error = |(field, key): (String, &str)| FieldError { field, text: say(app, me, key, &[]) };
    page.errors = faults.into_iter().map(error).collect();
    pages::faulty(app, me, "review/declarations.html", &page)
}
