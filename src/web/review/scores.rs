//! Reading a bid and giving grades: the split screen, its autosave, and the choice when two windows
//! of one person clash.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{ETAG, LOCATION};
use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Deserialize;

use super::reading::{self, Reading};
use super::scoring_page::{self, Typing};
use super::{Facts, files, say, way};
use crate::actions::{self, Failure, Other, SaveScore};
use crate::domain::bids::Content;
use crate::domain::ids::{AssignmentId, BidId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::assignment::Assignment;
use crate::domain::review::notes::Note;
use crate::domain::review::reasons;
use crate::domain::review::sheet::{Lack, Mark, Put, Sheet, SheetRefusal};
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::Exact;
use crate::rendering::layout::FieldError;
use crate::store::file_checks::Checks;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;

pub type Ids = (AssignmentId, BidId, String);

/// One bid in front of an assessor: without names and without price.
pub struct Read {
    pub facts: Facts,
    pub assignment: Assignment,
    pub sheet: Sheet,
    pub bid: BidId,
    pub code: String,
    pub content: Content,
    /// Hash of what was handed in.
    pub version: String,
    pub scanned: Checks,
}

/// Reads a bid for an assessor, or says that it does not exist: not theirs, not opened, not
/// admitted, or not cleared.
pub fn read(
    conn: &mut Conn,
    me: &SignedIn,
    (assignment, bid): (AssignmentId, BidId),
) -> Result<Read, Error> {
    me.may(Act::ReadOpenedBid, &store::places::bid(conn, bid, Some(me.id), me.now)?)?;
    let assignment = store::assignments::find(conn, assignment)?;
    if assignment.person != me.id {
        return Err(Error::Missing);
    }
    let sheet = store::sheets::of(conn, &assignment)?;
    let code = sheet.code(bid).ok_or(Error::Missing)?.to_owned();
    let handed_in = store::submissions::opened(conn, bid)?.ok_or(Error::Missing)?;
    let lot = store::rounds::find_lot(conn, assignment.lot)?;
    let round = store::rounds::find(conn, lot.round)?;
    let facts = Facts::asked(conn, round, &assignment)?;
    let (content, version) = (handed_in.content.for_assessor(), handed_in.hash);
    let content = facts.readable(content, &assignment.scope);
    let scanned = files::checks(conn, &content)?;
    Ok(Read { facts, assignment, sheet, bid, code, content, version, scanned })
}

impl Read {
    pub fn criterion(&self, code: &str) -> Result<(usize, &Criterion), Error> {
        let all = self.facts.round.definition.criteria.iter().enumerate();
        all.into_iter().find(|(_, c)| c.code == code).ok_or(Error::Missing)
    }

    /// What is read for a criterion.
    pub fn reading(&self, asked: &Criterion, (app, me): (&App, &SignedIn)) -> Reading {
        let definition = &self.facts.round.definition;
        reading::reading(definition, &asked.sections, &self.content, (app, me))
    }
}

/// A bid with the place of one mark on it.
pub struct Open {
    pub read: Read,
    pub criterion: String,
    pub saved_at: Option<Timestamp>,
    /// What the reader wrote down about this bid.
    pub notes: Vec<Note>,
    /// What the bidder explained, with the question and when it was passed on.
    pub explained: Vec<(String, String, Timestamp)>,
}

pub async fn open(app: &Data<App>, me: &SignedIn, ids: Ids) -> Result<Open, Error> {
    let (me, (assignment, bid, criterion)) = (me.clone(), ids);
    app.read(move |conn| {
        let read = read(conn, &me, (assignment, bid))?;
        read.criterion(&criterion)?;
        let saved_at = store::scores::saved_at(conn, assignment, (bid, &criterion))?;
        let notes = store::notes::of_bid(conn, assignment, bid)?;
        let explained = store::inquiries::released(conn, bid, &criterion)?;
        Ok(Open { read, criterion, saved_at, notes, explained })
    })
    .await
}

/// `GET /review/assignments/{assignment}/bids/{bid}/{criterion}`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let open = open(&app, &me, ids.into_inner()).await?;
    let page = scoring_page::view((&app, &me), &open, Typing::None)?;
    pages::html(&app, &me, "review/score.html", &page)
}

/// A grade and a reason as typed, each with the version that the window showed.
fn change(me: &SignedIn, (sheet, bid, criterion): Ids, typed: &Typed) -> Result<SaveScore, Error> {
    let seen = |name: &str| typed.text(&format!("version.{name}")).parse().unwrap_or(0);
    let other = match typed.has("chosen") {
        true => Other::Drop,
        false => Other::Keep,
    };
    Ok(SaveScore {
        sheet,
        by: me.id,
        bid,
        criterion,
        grade: Some((grade(typed.text("grade"))?, seen("grade"))),
        reason: Some((typed.text("reason").to_owned(), seen("reason"))),
        other,
    })
}

fn grade(text: &str) -> Result<Option<Exact>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Error::Unreadable)
}

/// `POST /review/assignments/{assignment}/bids/{bid}/{criterion}`: saves what is there, then says
/// what is missing, or goes on to the next bid.
pub async fn save(me: SignedIn, ids: Path<Ids>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let (ids, typed) = (ids.into_inner(), &form.typed);
    open(&app, &me, ids.clone()).await?;
    let (open, saved) = keep(&app, &me, ids, typed).await?;
    match saved {
        Ok((Put::Saved, mark)) => after(&app, &me, &open, (&mark, typed)),
        other => not_saved((&app, &me), &open, typed, other),
    }
}

/// Saves the grade and the reason that came along with something else, and stays on the page.
pub async fn save_and_stay(
    app: &Data<App>,
    me: &SignedIn,
    ids: Ids,
    (typed, place): (&Typed, &str),
) -> Answer {
    let here = scoring_page::address(ids.0, ids.1, &ids.2) + place;
    if !typed.has("version.reason") {
        return Ok(pages::see_other(here));
    }
    let (open, saved) = keep(app, me, ids, typed).await?;
    match saved {
        Ok((Put::Saved, _)) => Ok(pages::see_other(here)),
        other => not_saved((app, me), &open, typed, other),
    }
}

type Saved = Result<(Put, Mark), Failure<SheetRefusal>>;

async fn keep(
    app: &Data<App>,
    me: &SignedIn,
    ids: Ids,
    typed: &Typed,
) -> Result<(Open, Saved), Error> {
    let (change, now) = (change(me, ids.clone(), typed)?, me.now);
    let saved = app.write(move |tx| actions::save_score(tx, change, now)).await;
    Ok((open(app, me, ids).await?, saved))
}

fn not_saved(
    (app, me): (&Data<App>, &SignedIn),
    open: &Open,
    typed: &Typed,
    saved: Saved,
) -> Answer {
    match saved {
        Ok(_) => clashed(app, me, open),
        Err(Failure::Refused(why @ (SheetRefusal::OffScale | SheetRefusal::TooLong))) => {
            again(app, me, open, (typed, why.key()))
        }
        Err(Failure::Refused(why)) => refused(app, me, open, (typed, why)),
        Err(broken) => Err(broken.into()),
    }
}

fn after(app: &Data<App>, me: &SignedIn, open: &Open, (mark, typed): (&Mark, &Typed)) -> Answer {
    let read = &open.read;
    if typed.text("to") == "later" {
        return Ok(pages::see_other("/review"));
    }
    let (_, criterion) = read.criterion(&open.criterion)?;
    if let Some(lack) = mark.lacks(criterion) {
        let key = match lack {
            Lack::Grade => "score-choose",
            Lack::Reason => "score-write",
            Lack::Words => "score-too-long",
        };
        return again(app, me, open, (typed, key));
    }
    // A hint is shown once, and never keeps anybody from going on.
    let place = match reasons::compares(&mark.reason) && !typed.has("hinted") {
        true => scoring_page::address(read.assignment.id, read.bid, &open.criterion),
        false => way::next(read, &open.criterion),
    };
    Ok(pages::see_other(place))
}

/// The page with what was typed and a sentence at the field.
pub fn again(
    app: &Data<App>,
    me: &SignedIn,
    open: &Open,
    (typed, key): (&Typed, &'static str),
) -> Answer {
    let field = match key {
        "score-choose" | "refusal-sheet-off-scale" => "grade",
        "refusal-note-no-place" => "note-at",
        key if key.starts_with("refusal-note") => "note-text",
        _ => "reason",
    };
    let args = [("max", i64::from(reasons::MOST_WORDS).into())];
    let mut page = scoring_page::view((app, me), open, Typing::Typed(typed))?;
    page.page.fault = true;
    page.errors = vec![FieldError { field: field.into(), text: say(app, me, key, &args) }];
    pages::faulty(app, me, "review/score.html", &page)
}

/// The scores cannot change now: the page says why and shows what was typed, to copy.
fn refused(
    app: &Data<App>,
    me: &SignedIn,
    open: &Open,
    (typed, why): (&Typed, SheetRefusal),
) -> Answer {
    let mut page = scoring_page::view((app, me), open, Typing::Typed(typed))?;
    page.page.fault = true;
    // The form itself is gone: the summary points at the page.
    page.errors = vec![FieldError { field: "content".into(), text: say(app, me, why.key(), &[]) }];
    pages::with_status(app, me, StatusCode::CONFLICT, ("review/score.html", &page))
}

/// One field that saves itself.
#[derive(Deserialize)]
pub struct FieldForm {
    #[serde(default)]
    field: String,
    #[serde(default)]
    version: i32,
}

/// `POST /review/assignments/{assignment}/bids/{bid}/{criterion}/fields`
pub async fn autosave(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<FieldForm>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    open(&app, &me, ids.clone()).await?;
    let (change, now) = (field_change(&me, ids.clone(), &form)?, me.now);
    let saved = app.write(move |tx| actions::save_score(tx, change, now)).await;
    answer_field(saved, &form.fields.field, &ids)
}

fn field_change(
    me: &SignedIn,
    (sheet, bid, criterion): Ids,
    form: &Posted<FieldForm>,
) -> Result<SaveScore, Error> {
    let (value, version) = (form.typed.text("value"), form.fields.version);
    let (grade, reason) = match form.fields.field.as_str() {
        "grade" => (Some((grade(value)?, version)), None),
        "reason" => (None, Some((value.to_owned(), version))),
        _ => return Err(Error::Missing),
    };
    Ok(SaveScore { sheet, by: me.id, bid, criterion, grade, reason, other: Other::Keep })
}

fn answer_field(saved: Saved, field: &str, (sheet, bid, criterion): &Ids) -> Answer {
    match saved {
        Ok((Put::Saved, mark)) => {
            let version = match field {
                "grade" => mark.grade_version,
                _ => mark.reason_version,
            };
            let tag = format!("\"{version}\"");
            Ok(HttpResponse::NoContent().insert_header((ETAG, tag)).finish())
        }
        Ok((Put::Clash, _)) => {
            let place = format!("{}/clash", scoring_page::address(*sheet, *bid, criterion));
            Ok(HttpResponse::PreconditionFailed().insert_header((LOCATION, place)).finish())
        }
        Err(Failure::Refused(SheetRefusal::OffScale | SheetRefusal::TooLong)) => {
            Ok(HttpResponse::UnprocessableEntity().finish())
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /review/assignments/{assignment}/bids/{bid}/{criterion}/clash`
pub async fn clash(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let open = open(&app, &me, ids.into_inner()).await?;
    let mark = open.read.sheet.mark(open.read.bid, &open.criterion);
    if !mark.clashes() {
        let read = &open.read;
        let place = scoring_page::address(read.assignment.id, read.bid, &open.criterion);
        return Ok(pages::see_other(place));
    }
    pages::html(&app, &me, "review/clash.html", &scoring_page::clash((&app, &me), &open)?)
}

fn clashed(app: &Data<App>, me: &SignedIn, open: &Open) -> Answer {
    let page = scoring_page::clash((app, me), open)?;
    pages::with_status(app, me, StatusCode::PRECONDITION_FAILED, ("review/clash.html", &page))
}
