//! One question to one bidder, for who asked it: what stood there, what came, and what to do with it.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::admissibility::address;
use super::ask::typed_moment;
use super::files::size;
use super::inquiry_lines::state;
use super::requirements::requirement_answers;
use super::{Facts, by, facts, frame, not_barred, say};
use crate::actions::{self, Failure, InquiryStep};
use crate::domain::accounts::Organisation;
use crate::domain::bids::Content;
use crate::domain::ids::{BidId, InquiryId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::equivalents::{Bidder, blanked, named_in};
use crate::domain::review::inquiry::{Inquiry, InquiryKind, InquiryRefusal, State};
use crate::domain::rounds::definition::Definition;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::Changes;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

const TEMPLATE: &str = "review/inquiry.html";

type Ids = (RoundId, BidId, InquiryId);

#[derive(Serialize)]
struct InquiryPage {
    page: Page,
    errors: Vec<FieldError>,
    back: String,
    action: String,
    supplement: bool,
    /// What it is about.
    about: String,
    question: String,
    asked_by: String,
    asked_at: Timestamp,
    on_behalf: Option<String>,
    due_at: Timestamp,
    extension: Option<ExtensionView>,
    status: &'static str,
    status_text: String,
    /// What stood in the bid; it stays.
    before: String,
    /// What came, once it was sent.
    after: Option<AnswerView>,
    ending: Option<EndingView>,
    can_extend: bool,
    /// The form for more time came back.
    extending: bool,
    can_lapse: bool,
    can_judge: bool,
    due_date: String,
    due_time: String,
    text: String,
    reason: String,
    /// The text still holds a name; then a box asks whether that may be.
    named: bool,
}

#[derive(Serialize)]
struct ExtensionView {
    before: Timestamp,
    reason: String,
}

#[derive(Serialize)]
struct AnswerView {
    by: String,
    at: Timestamp,
    text: String,
    files: Vec<FileView>,
    /// Against what stood in the bid.
    changes: Option<Changes>,
}

#[derive(Serialize)]
struct FileView {
    name: String,
    note: String,
    href: String,
}

#[derive(Serialize)]
struct EndingView {
    by: String,
    at: Timestamp,
    reason: String,
    /// What the assessors read.
    released: Option<String>,
}

struct Read {
    facts: Facts,
    inquiry: Inquiry,
    bidder: Organisation,
    content: Content,
}

fn read(conn: &mut Conn, me: &Me, (round, bid, id): Ids) -> Result<Read, Error> {
    let facts = facts(conn, me, round, Act::CheckAdmissibility)?;
    let bid = store::bids::find(conn, bid)?;
    not_barred(conn, me, &bid)?;
    let inquiry = store::inquiries::find(conn, id)?;
    let opened = store::submissions::opened(conn, bid.id)?;
    let own = bid.round == round && inquiry.bid == bid.id;
    Ok(Read {
        content: opened.filter(|_| own).ok_or(Error::Missing)?.content.without_price(),
        bidder: store::accounts::organisation(conn, bid.cooperative)?,
        facts,
        inquiry,
    })
}

async fn load(app: &App, me: &SignedIn, ids: Ids) -> Result<Read, Error> {
    let asker = me.me.clone();
    app.read(move |conn| read(conn, &asker, ids)).await
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/inquiries/{inquiry}`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let read = load(&app, &me, ids.into_inner()).await?;
    pages::html(&app, &me, TEMPLATE, &view((&app, &me), &read, None))
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/inquiries/{inquiry}`: what to do with it, by the
/// button that was pressed.
pub async fn step(me: SignedIn, ids: Path<Ids>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (ids, typed, who, now) = (ids.into_inner(), &form.typed, by(&me), me.now);
    let read = load(&app, &me, ids).await?;
    let (step, field) = match chosen(typed).ok_or(Error::Refused("error-choose"))? {
        Ok(chosen) => chosen,
        Err(key) => return again((&app, &me), &read, typed, ("due", key)),
    };
    if matches!(step, InquiryStep::Release { .. }) && !may_release(&read, typed) {
        return again((&app, &me), &read, typed, ("text", "inquiry-names-somebody"));
    }
    let reason = typed.text("reason").to_owned();
    let act =
        move |tx: &mut store::Tx| actions::step_inquiry(tx, ids.2, (step, &reason), &who, now);
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(own(ids))),
        Err(Failure::Refused(why)) => refused((&app, &me), &read, typed, (field, why)),
        Err(broken) => Err(broken.into()),
    }
}

fn own((round, bid, id): Ids) -> String {
    format!("{}/inquiries/{id}", address(round, bid))
}

type Step = (InquiryStep, &'static str);

/// The step with the field at which its refusals show, or what is wrong with its day; none for a
/// word that no button has.
fn chosen(typed: &Typed) -> Option<Result<Step, &'static str>> {
    Some(match typed.text("step") {
        "extend" => typed_moment(typed).map(|until| (InquiryStep::Extend { until }, "due")),
        "release" => Ok((InquiryStep::Release { text: typed.text("text").to_owned() }, "text")),
        "withhold" => Ok((InquiryStep::Withhold, "reason")),
        "lapse" => Ok((InquiryStep::Lapse, "reason")),
        _ => return None,
    })
}

fn bidder(read: &Read) -> Bidder<'_> {
    Bidder {
        name: &read.bidder.name,
        place: &read.bidder.place,
        registration: read.bidder.registration.as_deref(),
    }
}

/// No name is left in the text, or the process lead looked at it and says that it may stay.
fn may_release(read: &Read, typed: &Typed) -> bool {
    typed.has("sure") || named_in(typed.text("text"), bidder(read)).is_empty()
}

fn refused(
    reader: (&Data<App>, &SignedIn),
    read: &Read,
    typed: &Typed,
    (field, why): (&str, InquiryRefusal),
) -> Answer {
    match why {
        InquiryRefusal::NoReason => {
            let field = if typed.text("step") == "extend" { "extend-reason" } else { "reason" };
            again(reader, read, typed, (field, why.key()))
        }
        InquiryRefusal::Empty
        | InquiryRefusal::TooLong
        | InquiryRefusal::TooSoon
        | InquiryRefusal::TooLate => again(reader, read, typed, (field, why.key())),
        _ => Err(Error::Refused(why.key())),
    }
}

fn again(
    reader: (&Data<App>, &SignedIn),
    read: &Read,
    typed: &Typed,
    (field, key): (&str, &str),
) -> Answer {
    let mut page = view(reader, read, Some(typed));
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.into(), text: say(reader.0, reader.1, key, &[]) }];
    pages::faulty(reader.0, reader.1, TEMPLATE, &page)
}

fn view((app, me): (&Data<App>, &SignedIn), read: &Read, typed: Option<&Typed>) -> InquiryPage {
    let one = &read.inquiry;
    let back = address(read.facts.round.id, one.bid);
    let (status, key) = state(one, me.now);
    let (about, before) =
        bid_answers((app, me), (&read.facts.round.definition, &read.content), one);
    let now = one.state(me.now);
    let waits = matches!(now, State::Open | State::Overdue);
    let or = |name: &str, kept: String| typed.map_or(kept, |t| t.text(name).to_owned());
    let text = or("text", blanked(&one.answer, bidder(read), &say(app, me, "inquiry-blank", &[])));
    InquiryPage {
        page: page_frame((app, me), read, &back),
        errors: vec![],
        action: format!("{back}/inquiries/{}", one.id),
        supplement: one.kind == InquiryKind::Supplement,
        about,
        question: one.question.clone(),
        asked_by: one.asked.name.clone(),
        asked_at: one.asked.at,
        on_behalf: one.on_behalf.clone(),
        due_at: one.due_at,
        extension: one.extension.as_ref().map(|extension| ExtensionView {
            before: extension.before,
            reason: extension.reason.clone(),
        }),
        status,
        status_text: say(app, me, key, &[]),
        after: answer((app, me), one, (&before, &back)),
        before,
        ending: ending(one),
        can_extend: waits && one.extension.is_none(),
        extending: typed.is_some_and(|t| t.text("step") == "extend"),
        can_lapse: now == State::Overdue,
        can_judge: now == State::ToJudge,
        due_date: or("due_date", String::new()),
        due_time: or("due_time", "17:00".to_owned()),
        reason: or("reason", String::new()),
        named: now == State::ToJudge && !named_in(&text, bidder(read)).is_empty(),
        text,
        back,
    }
}

fn page_frame((app, me): (&Data<App>, &SignedIn), read: &Read, back: &str) -> Page {
    let title = format!("inquiry-{}-title", read.inquiry.kind.as_str());
    let mut page = frame(app, me, &title, &read.facts);
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(back, &read.bidder.name));
    page.crumbs.push(pages::here(page.title.clone()));
    page
}

/// What a question is about, and what the bid says of it.
pub fn bid_answers(
    (app, me): (&App, &Me),
    (definition, content): (&Definition, &Content),
    one: &Inquiry,
) -> (String, String) {
    let code = &one.about;
    match one.kind {
        InquiryKind::Supplement => {
            let title = definition.requirements.iter().find(|r| r.code == *code);
            let title = title.map(|r| format!("{}. {}", r.code, r.title)).unwrap_or_default();
            let mut all = requirement_answers(definition, content, (app, me));
            (title, all.remove(code).unwrap_or_default().in_own_words())
        }
        InquiryKind::Clarification => {
            let name = definition.criteria.iter().find(|c| c.code == *code);
            (name.map(|c| c.name.clone()).unwrap_or_default(), String::new())
        }
    }
}

/// Nothing of it before it was sent.
fn answer(
    (app, me): (&Data<App>, &SignedIn),
    one: &Inquiry,
    (before, back): (&str, &str),
) -> Option<AnswerView> {
    let sent = one.answered.as_ref()?;
    let file = |file: &crate::domain::review::inquiry::File| FileView {
        name: file.file.name.clone(),
        note: size(file.file.size),
        href: format!("{back}/inquiries/{}/files/{}", one.id, file.file.hash),
    };
    let compared = one.kind == InquiryKind::Supplement && !before.is_empty();
    let text = one.answer.clone();
    let r = crate::web::bids::reader(app, me);
    Some(AnswerView {
        by: sent.name.clone(),
        at: sent.at,
        files: one.files.iter().map(file).collect(),
        changes: (compared && !text.is_empty()).then(|| Changes::told(r, before, &text)),
        text,
    })
}

fn ending(one: &Inquiry) -> Option<EndingView> {
    let ending = one.ending.as_ref()?;
    Some(EndingView {
        by: ending.by.name.clone(),
        at: ending.by.at,
        reason: ending.reason.clone(),
        released: one.released().map(str::to_owned),
    })
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/inquiries/{inquiry}/files/{file}`
pub async fn file(
    me: SignedIn,
    ids: Path<(RoundId, BidId, InquiryId, String)>,
    app: Data<App>,
) -> Answer {
    let (round, bid, id, hash) = ids.into_inner();
    let read = load(&app, &me, (round, bid, id)).await?;
    read.inquiry.answered.as_ref().ok_or(Error::Missing)?;
    send_file(&app, &read.inquiry, hash).await
}

/// Sends a file of an answer, if the virus scanner has nothing against it.
pub async fn send_file(app: &App, inquiry: &Inquiry, hash: String) -> Answer {
    let found = inquiry.files.iter().find(|one| one.file.hash == hash).ok_or(Error::Missing)?;
    let crate::domain::bids::ListedAttachment { name, media_type, size, .. } = found.file.clone();
    let asked = hash.clone();
    let check = app.read::<_, Error, _>(move |c| Ok(store::file_checks::one(c, &asked)?)).await?;
    downloads::send(app, Download { name, media_type, hash, size }, check).await
}
