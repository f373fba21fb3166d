//! The library of what a municipality accepted in another way than usual: its process lead writes it
//! down without names, and can take it out again.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::requirements::{RequirementAnswer, requirement_answers};
use super::{Facts, by, facts, frame, not_barred, say};
use crate::actions::{self, Failure, KeepEquivalent};
use crate::domain::accounts::Organisation;
use crate::domain::bids::Content;
use crate::domain::ids::{BidId, EquivalentId, OrganisationId, RoundId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::review::admissibility::Check;
use crate::domain::review::equivalents::{
    Accepted, Bidder, EquivalentRefusal, Trace, can_be_kept, named_in,
};
use crate::domain::rounds::definition::Requirement;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::rounds::dashboard;
use crate::web::{pages, urls};

const LIST: &str = "/manage/equivalents";

#[derive(Serialize)]
struct OfferPage {
    page: Page,
    errors: Vec<FieldError>,
    back: String,
    action: String,
    requirement: String,
    /// What the bidder wrote, to write it again without names.
    answer: RequirementAnswer,
    id: String,
    what: String,
    conditions: String,
    /// Says by what the text gives the bidder away; then a box asks whether that may be.
    traces: Vec<String>,
}

/// What the offer rests on.
struct Offered {
    facts: Facts,
    bidder: Organisation,
    content: Content,
    requirement: Requirement,
    check: Option<Check>,
}

type Where = (RoundId, BidId, String);

fn offered(conn: &mut Conn, me: &Me, (round, bid, code): Where) -> Result<Offered, Error> {
    let facts = facts(conn, me, round, Act::CheckAdmissibility)?;
    let bid = store::bids::find(conn, bid)?;
    not_barred(conn, me, &bid)?;
    let opened = store::submissions::opened(conn, bid.id)?.filter(|_| bid.round == round);
    let requirement = facts.round.definition.requirements.iter().find(|r| r.code == code);
    let checks = store::admissibility::checks(conn, bid.id)?;
    Ok(Offered {
        bidder: store::accounts::organisation(conn, bid.cooperative)?,
        content: opened.ok_or(Error::Missing)?.content.without_price(),
        requirement: requirement.cloned().ok_or(Error::Missing)?,
        check: checks.into_iter().map(|given| given.what).find(|check| check.requirement == code),
        facts,
    })
}

impl Offered {
    fn answer(&self, app: &App, me: &Me) -> RequirementAnswer {
        let definition = &self.facts.round.definition;
        let mut all = requirement_answers(definition, &self.content, (app, me));
        all.remove(&self.requirement.code).unwrap_or_default()
    }

    /// What was accepted is not accepted any more, or never was.
    fn refusal(&self, answer: &RequirementAnswer) -> Option<EquivalentRefusal> {
        let kept = can_be_kept(answer.answered, self.check.as_ref());
        (!kept).then_some(EquivalentRefusal::NotAccepted)
    }

    fn traces(&self, app: &App, me: &Me, texts: &[&str]) -> Vec<String> {
        let registration = self.bidder.registration.as_deref();
        let bidder = Bidder { name: &self.bidder.name, place: &self.bidder.place, registration };
        let found = named_in(&texts.join("\n"), bidder).into_iter();
        let value = |trace: Trace| match trace {
            Trace::Name => self.bidder.name.as_str(),
            Trace::Place => self.bidder.place.as_str(),
            Trace::Number => registration.unwrap_or_default(),
        };
        let sentence = |trace: Trace| {
            let key = format!("equivalent-trace-{}", trace.as_str());
            say(app, me, &key, &[("value", value(trace).into())])
        };
        found.map(sentence).collect()
    }
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/equivalents/{requirement}`
pub async fn offer(me: SignedIn, ids: Path<Where>, app: Data<App>) -> Answer {
    let (ids, asker) = (ids.into_inner(), me.me.clone());
    let at = ids.clone();
    let offered = app.read(move |conn| offered(conn, &asker, at)).await?;
    let answer = offered.answer(&app, &me);
    if let Some(why) = offered.refusal(&answer) {
        return Err(Error::Refused(why.key()));
    }
    let page = offer_page(&app, &me, (&ids, &offered), (answer, None));
    pages::html(&app, &me, "review/equivalent.html", &page)
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/equivalents/{requirement}`
pub async fn keep(
    me: SignedIn,
    ids: Path<Where>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, asker, who) = (ids.into_inner(), me.me.clone(), by(&me));
    let (at, typed) = (ids.clone(), &form.typed);
    let offered = app.read(move |conn| offered(conn, &asker, at)).await?;
    let traces = offered.traces(&app, &me, &[typed.text("what"), typed.text("conditions")]);
    if !traces.is_empty() && !typed.has("sure") {
        return again(&app, &me, (&ids, &offered), (typed, ("what", "equivalent-refused-named")));
    }
    let (new, now) = (new_entry(&ids, typed), me.now);
    match app.write(move |tx| actions::keep_equivalent(tx, new, &who, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}?kept=1", bid_page(&ids)))),
        Err(Failure::Refused(EquivalentRefusal::NotAccepted)) => {
            Err(Error::Refused(EquivalentRefusal::NotAccepted.key()))
        }
        Err(Failure::Refused(why)) => {
            again(&app, &me, (&ids, &offered), (typed, ("what", why.key())))
        }
        Err(broken) => Err(broken.into()),
    }
}

fn new_entry((_, bid, code): &Where, typed: &Typed) -> KeepEquivalent {
    let id = typed.text("equivalent").parse();
    KeepEquivalent {
        id: id.unwrap_or_else(|_| EquivalentId::new(store::new_id())),
        bid: *bid,
        requirement: code.clone(),
        what: typed.text("what").to_owned(),
        conditions: typed.text("conditions").to_owned(),
    }
}

fn again(
    app: &Data<App>,
    me: &SignedIn,
    about: (&Where, &Offered),
    (typed, (field, key)): (&Typed, (&str, &str)),
) -> Answer {
    let answer = about.1.answer(app, me);
    let mut page = offer_page(app, me, about, (answer, Some(typed)));
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.to_owned(), text: say(app, me, key, &[]) }];
    pages::faulty(app, me, "review/equivalent.html", &page)
}

fn bid_page((round, bid, _): &Where) -> String {
    format!("{}/admissibility/{bid}", urls::manage_round(*round))
}

/// Starts from the words of the bidder, and from the condition of the process lead.
fn offer_page(
    app: &Data<App>,
    me: &SignedIn,
    (ids, offered): (&Where, &Offered),
    (answer, typed): (RequirementAnswer, Option<&Typed>),
) -> OfferPage {
    let back = bid_page(ids);
    let requirement = &offered.requirement;
    let mut page = frame(app, me, "equivalent-title", &offered.facts);
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(&back, &offered.bidder.name));
    page.crumbs.push(pages::here(page.title.clone()));
    let or = |name: &str, kept: String| typed.map_or(kept, |t| t.text(name).to_owned());
    let what = or("what", answer.in_own_words());
    let condition = offered.check.as_ref().and_then(Check::condition);
    let conditions = or("conditions", condition.unwrap_or_default().to_owned());
    OfferPage {
        page,
        errors: vec![],
        action: format!("{back}/equivalents/{}", requirement.code),
        back,
        requirement: format!("{}. {}", requirement.code, requirement.title),
        id: or("equivalent", EquivalentId::new(store::new_id()).to_string()),
        traces: offered.traces(app, me, &[&what, &conditions]),
        what,
        conditions,
        answer,
    }
}

#[derive(Serialize)]
struct ListPage {
    page: Page,
    requirements: Vec<Shelf>,
    taken_out: Vec<Entry>,
}

/// What was accepted for one requirement.
#[derive(Serialize)]
struct Shelf {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    title: String,
    what: String,
    conditions: Option<String>,
    on: jiff::civil::Date,
    round: String,
    removal: String,
    because: Option<String>,
}

impl From<&Accepted> for Entry {
    fn from(one: &Accepted) -> Entry {
        Entry {
            title: format!("{}. {}", one.requirement, one.title),
            what: one.what.clone(),
            conditions: Some(one.conditions.clone()).filter(|text| !text.is_empty()),
            on: one.accepted_on,
            round: one.round_title.clone(),
            removal: format!("{LIST}/{}/removal", one.id),
            because: one.taken_out.as_ref().map(|out| out.because.clone()),
        }
    }
}

/// `GET /manage/equivalents`
pub async fn list(me: SignedIn, app: Data<App>) -> Answer {
    let own: Vec<OrganisationId> = dashboard::own(&me, Act::KeepEquivalents).into_keys().collect();
    if own.is_empty() {
        return Err(Error::Forbidden);
    }
    let read = move |conn: &mut Conn| {
        let of = |id: &OrganisationId| store::equivalents::of_municipality(conn, *id);
        let all: Result<Vec<_>, _> = own.iter().map(of).collect();
        Ok::<_, Error>(all?.concat())
    };
    let all: Vec<Accepted> = app.read(read).await?;
    let (there, gone): (Vec<&Accepted>, Vec<&Accepted>) =
        all.iter().partition(|one| one.taken_out.is_none());
    let mut page = ListPage {
        page: manage_frame(&app, &me, "equivalents-title"),
        requirements: there.chunk_by(|a, b| a.requirement == b.requirement).map(shelf).collect(),
        taken_out: gone.into_iter().map(Entry::from).collect(),
    };
    let taken = me.path.ends_with("taken=1");
    let said = taken.then(|| pages::success(say(&app, &me, "equivalent-taken-out", &[])));
    page.page.notice = said;
    pages::html(&app, &me, "review/equivalents.html", &page)
}

fn shelf(entries: &[&Accepted]) -> Shelf {
    let entries: Vec<Entry> = entries.iter().map(|one| Entry::from(*one)).collect();
    Shelf { title: entries.first().map(|one| one.title.clone()).unwrap_or_default(), entries }
}

fn manage_frame(app: &App, me: &Me, title: &str) -> Page {
    let mut page = pages::frame(app, me, title);
    page.crumbs.push(pages::crumb("/manage", say(app, me, "menu-manage", &[])));
    page.crumbs.push(pages::here(page.title.clone()));
    page
}

#[derive(Serialize)]
struct RemovalPage {
    page: Page,
    errors: Vec<FieldError>,
    entry: Entry,
    reason: String,
    back: &'static str,
}

async fn entry(app: &App, me: &SignedIn, id: EquivalentId) -> Result<Accepted, Error> {
    let found = app.read::<_, Error, _>(move |conn| Ok(store::equivalents::find(conn, id)?));
    let found = found.await?;
    me.may(Act::KeepEquivalents, &Place::organisation(found.municipality))?;
    Ok(found)
}

fn removal_page(app: &App, me: &SignedIn, entry: &Accepted, reason: &str) -> RemovalPage {
    let mut page = manage_frame(app, me, "equivalent-removal-title");
    page.crumbs.insert(1, pages::crumb(LIST, say(app, me, "equivalents-title", &[])));
    let (entry, reason) = (Entry::from(entry), reason.to_owned());
    RemovalPage { page, errors: vec![], entry, reason, back: LIST }
}

/// `GET /manage/equivalents/{equivalent}/removal`
pub async fn removal(me: SignedIn, id: Path<EquivalentId>, app: Data<App>) -> Answer {
    let entry = entry(&app, &me, id.into_inner()).await?;
    let page = removal_page(&app, &me, &entry, "");
    pages::html(&app, &me, "review/equivalent_removal.html", &page)
}

/// `POST /manage/equivalents/{equivalent}/removal`
pub async fn take_out(
    me: SignedIn,
    id: Path<EquivalentId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let entry = entry(&app, &me, id.into_inner()).await?;
    let (id, who, now) = (entry.id, by(&me), me.now);
    let reason = form.typed.text("reason").to_owned();
    let act = move |tx: &mut store::Tx| actions::take_out_equivalent(tx, id, &reason, &who, now);
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(format!("{LIST}?taken=1"))),
        Err(Failure::Refused(why)) => {
            let mut page = removal_page(&app, &me, &entry, form.typed.text("reason"));
            page.page.fault = true;
            let text = say(&app, &me, why.key(), &[]);
            page.errors = vec![FieldError { field: "reason".into(), text }];
            pages::faulty(&app, &me, "review/equivalent_removal.html", &page)
        }
        Err(broken) => Err(broken.into()),
    }
}
