//! Scoring without a network: a form out, and back in after a look at what it would change and at
//! what changed here meanwhile.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::offline_file;
use super::scoring_page::sheet_address;
use super::sheets::{self, Read};
use super::{by, count, say};
use crate::actions::{self, Other, SaveScore};
use crate::documents::score_form::{self, FormRefusal, LARGEST_FILE};
use crate::domain::ids::{AssignmentId, BidId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::offline::{Change, Comparison, Filled, Half, Verdict, compare};
use crate::domain::review::sheet::{SheetRefusal, State};
use crate::domain::scoring::Exact;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::pages;
use crate::web::uploads::{self, Sent, SentFile, blocking};

const TEMPLATE: &str = "review/offline.html";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Serialize)]
struct OfflinePage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    action: String,
    take: String,
    largest_mb: u64,
    locked: bool,
    /// What the file would change; none before there is a file.
    found: Option<Found>,
}

#[derive(Serialize)]
struct Found {
    save: String,
    changes: Vec<ChangeView>,
    clashes: Vec<ChangeView>,
    faults: Vec<ChangeView>,
    /// About rows that belong to nothing here.
    strange: Option<String>,
    choices: Vec<ChoiceView>,
}

#[derive(Serialize)]
struct ChangeView {
    /// Of its fields: `grade.<bid>.<criterion>`.
    name: String,
    label: String,
    here: String,
    file: String,
    version: i32,
    why: Option<String>,
}

#[derive(Clone, Serialize)]
struct ChoiceView {
    value: &'static str,
    label: String,
}

async fn open(app: &Data<App>, me: &SignedIn, id: AssignmentId) -> Result<Read, Error> {
    let asker = me.clone();
    let read = app.read(move |conn| sheets::read(conn, &asker, id, Act::LockSheet)).await?;
    // What there is to score is not known before all declarations are made.
    match read.sheet.state {
        State::Undeclared | State::NoBids => Err(Error::Missing),
        State::Unsettled | State::Settled => Ok(read),
    }
}

/// `GET /review/assignments/{assignment}/offline`
pub async fn page(me: SignedIn, id: Path<AssignmentId>, app: Data<App>) -> Answer {
    let read = open(&app, &me, id.into_inner()).await?;
    pages::html(&app, &me, TEMPLATE, &view((&app, &me), &read))
}

/// `POST /review/assignments/{assignment}/offline/form`: the file; a post, for it is written down
/// that the texts leave the house.
pub async fn take(
    me: SignedIn,
    id: Path<AssignmentId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let read = open(&app, &me, id).await?;
    let (bids, lot) = (read.sheet.bids.clone(), read.assignment.lot);
    let who = by(&me);
    let now = me.now;
    let contents = app
        .write::<_, Error, _>(move |tx| {
            actions::take_score_form(tx, id, &who, now)?;
            let all = store::submissions::opened_of_lot(tx, lot)?.into_iter();
            let own = all.filter(|one| bids.iter().any(|(bid, _)| *bid == one.bid));
            Ok(own.map(|one| (one.bid, one.content.for_assessor())).collect::<Vec<_>>())
        })
        .await?;
    let form = offline_file::form((&app, &me), &read, &contents);
    let bytes = blocking(move || score_form::write(&form)).await?.map_err(|_| Error::Busy)?;
    Ok(downloads::bytes(&say(&app, &me, "form-file-name", &[]), XLSX, bytes))
}

/// `POST /review/assignments/{assignment}/offline`: shows what the file would change, and changes
/// nothing.
pub async fn read(
    me: SignedIn,
    id: Path<AssignmentId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let read = open(&app, &me, id).await?;
    let upload = uploads::receive(&app, &req, form).await?;
    read.sheet.may_change().map_err(|why| Error::Refused(why.key()))?;
    let rows = match upload.file {
        Sent::Nothing => return refused((&app, &me), &read, "form-none"),
        Sent::TooLarge(_) => return refused((&app, &me), &read, FormRefusal::TooLarge.key()),
        Sent::File(file) => blocking(move || rows(file, id)).await?,
    };
    let rows = match rows {
        Ok(rows) => rows,
        Err(why) => return refused((&app, &me), &read, why.key()),
    };
    let mut page = view((&app, &me), &read);
    page.found = Some(found_view((&app, &me), &read, &beside(&read, &rows)));
    pages::html(&app, &me, TEMPLATE, &page)
}

fn beside(read: &Read, rows: &[Filled]) -> Comparison {
    let criteria = read.facts.criteria();
    compare(&read.sheet, criteria, &read.facts.round.definition.scale, rows)
}

fn rows(mut file: SentFile, id: AssignmentId) -> Result<Vec<Filled>, FormRefusal> {
    let mut content = file.content.open().map_err(|_| FormRefusal::Unreadable)?;
    score_form::read(&mut content, id.as_str())
}

fn refused((app, me): (&Data<App>, &SignedIn), read: &Read, key: &str) -> Answer {
    let mut page = view((app, me), read);
    let args = [("max", page.largest_mb.to_string().into())];
    page.page.fault = true;
    page.errors.push(FieldError { field: "file".into(), text: say(app, me, key, &args) });
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (TEMPLATE, &page))
}

fn view((app, me): (&Data<App>, &SignedIn), read: &Read) -> OfflinePage {
    let own = sheet_address(read.assignment.id);
    let lot = read.facts.lot_label(read.assignment.lot);
    let mut page = pages::frame_of(app, me, "form-title", &read.facts.owner);
    page.crumbs = vec![
        pages::crumb("/review", say(app, me, "menu-review", &[])),
        pages::crumb(&own, &lot),
        pages::here(page.title.clone()),
    ];
    OfflinePage {
        page,
        errors: vec![],
        lot,
        action: format!("{own}/offline"),
        take: format!("{own}/offline/form"),
        back: own,
        largest_mb: LARGEST_FILE / (1024 * 1024),
        locked: read.sheet.locked_at.is_some(),
        found: None,
    }
}

fn found_view((app, me): (&Data<App>, &SignedIn), read: &Read, found: &Comparison) -> Found {
    let with = |wanted: fn(&Verdict) -> bool| {
        let of = found.changes.iter().filter(|change| wanted(&change.verdict));
        of.map(|change| change_view((app, me), read, change)).collect()
    };
    let strange = [("count", count(found.strange))];
    let choice = |value| ChoiceView { value, label: say(app, me, &format!("form-{value}"), &[]) };
    Found {
        save: format!("{}/offline/choices", sheet_address(read.assignment.id)),
        changes: with(|verdict| matches!(verdict, Verdict::Takes)),
        clashes: with(|verdict| matches!(verdict, Verdict::Clashes)),
        faults: with(|verdict| matches!(verdict, Verdict::Refused(_))),
        strange: (found.strange > 0).then(|| say(app, me, "form-strange", &strange)),
        choices: ["here", "file"].map(choice).into(),
    }
}

/// `grade.<bid>.<criterion>`.
fn field(half: Half, bid: BidId, criterion: &str) -> String {
    format!("{}.{bid}.{criterion}", half.as_str())
}

fn change_view((app, me): (&Data<App>, &SignedIn), read: &Read, change: &Change) -> ChangeView {
    let criteria = read.facts.criteria().iter();
    let name = criteria.filter(|c| c.code == change.criterion).map(|c| c.name.as_str()).next();
    let args = [
        ("code", read.sheet.code(change.bid).unwrap_or_default().into()),
        ("name", name.unwrap_or_default().into()),
    ];
    let why = match change.verdict {
        Verdict::Refused(fault) => Some(say(app, me, &format!("form-{}", fault.as_str()), &[])),
        Verdict::Takes | Verdict::Clashes => None,
    };
    ChangeView {
        name: field(change.half, change.bid, &change.criterion),
        label: say(app, me, &format!("form-of-{}", change.half.as_str()), &args),
        here: change.here.clone(),
        file: change.file.clone(),
        version: change.version,
        why,
    }
}

/// `POST /review/assignments/{assignment}/offline/choices`: takes over what was looked at.
pub async fn take_over(
    me: SignedIn,
    id: Path<AssignmentId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let read = open(&app, &me, id).await?;
    let changes = chosen(&me, &read, &form.typed)?;
    let (who, now) = ((id, me.id), me.now);
    let clashes = app.write(move |tx| actions::save_scores(tx, who, changes, now)).await?;
    let word = if clashes == 0 { "form" } else { "clash" };
    Ok(pages::see_other(format!("{}?saved={word}", sheet_address(id))))
}

/// Each mark of which something was taken from the file.
fn chosen(me: &SignedIn, read: &Read, typed: &Typed) -> Result<Vec<SaveScore>, Error> {
    let mut all = vec![];
    for (bid, _) in &read.sheet.bids {
        for criterion in read.facts.criteria() {
            let taken = |half| taken(typed, &field(half, *bid, &criterion.code));
            let grade = match taken(Half::Grade) {
                Some((text, seen)) => Some((Some(exact(text)?), seen)),
                None => None,
            };
            let reason = taken(Half::Reason).map(|(text, seen)| (text.to_owned(), seen));
            if grade.is_some() || reason.is_some() {
                all.push(SaveScore {
                    sheet: read.assignment.id,
                    by: me.id,
                    bid: *bid,
                    criterion: criterion.code.clone(),
                    grade,
                    reason,
                    other: Other::Keep,
                });
            }
        }
    }
    Ok(all)
}

/// What stands in the form under this name, unless somebody chose what stands here.
fn taken<'a>(typed: &'a Typed, name: &str) -> Option<(&'a str, i32)> {
    let keeps = typed.text(&format!("keep.{name}"));
    let text = typed.text(name);
    let from_file = matches!(keeps, "" | "file") && !text.is_empty();
    from_file.then(|| (text, typed.number(&format!("version.{name}"))))
}

fn exact(text: &str) -> Result<Exact, Error> {
    text.parse().map_err(|_| Error::Refused(SheetRefusal::OffScale.key()))
}
