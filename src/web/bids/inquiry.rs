//! What the municipality asks about a bid that is handed in: the question, what stands in the bid,
//! and the place for the answer. Only that part is open.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::facts::Facts;
use super::files_part::size_words;
use super::intake;
use crate::actions::{self, Failure, NoFile};
use crate::domain::bids::attachments::FileRefusal;
use crate::domain::bids::{FileKind, HandedIn, ListedAttachment};
use crate::domain::decisions::{Verdict, proofs};
use crate::domain::ids::{BidId, InquiryFileId, InquiryId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::review::inquiry::{
    File, How, Inquiry, InquiryKind, InquiryRefusal, LONGEST, MOST_FILES, State,
};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::review::{bid_answers, send_file};
use crate::web::uploads::{self, Sent, SentFile};
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/inquiry.html";

#[derive(Serialize)]
struct InquiryPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    supplement: bool,
    /// The clock of the decision stands still for it.
    still: bool,
    about: String,
    question: String,
    asked_at: Timestamp,
    due_at: Timestamp,
    /// Why there is more time, once there is.
    extended: Option<String>,
    /// What stands in the bid; it stays as it is.
    before: String,
    action: String,
    open: bool,
    can_write: bool,
    /// The time passed without an answer.
    overdue: bool,
    text: String,
    max: usize,
    sent: Option<SentView>,
    files: Vec<FileView>,
    room: bool,
    accept: String,
    /// What the municipality did with it.
    ending: Option<EndingView>,
}

#[derive(Serialize)]
struct SentView {
    by: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct FileView {
    name: String,
    note: String,
    href: String,
    removal: String,
}

#[derive(Serialize)]
struct EndingView {
    key: &'static str,
    at: Timestamp,
    reason: String,
}

struct Read {
    facts: Facts,
    inquiry: Inquiry,
    handed_in: HandedIn,
    /// It is still of use to who asked.
    wanted: Wanted,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// As long as the bids are judged; the clock of the decision stands still for a supplement.
    ForReview,
    /// The bid won, and this proof could wait for that.
    ForAward,
    No,
}

fn wanted(facts: &Facts, decided: Option<Verdict>, about: &str) -> Wanted {
    match proofs::can_come(&facts.round, decided, (facts.bid.id, about)) {
        true if !facts.round.is_under_review() => Wanted::ForAward,
        _ if facts.round.is_under_review() => Wanted::ForReview,
        _ => Wanted::No,
    }
}

type Ids = (BidId, InquiryId);

async fn read(app: &App, me: &SignedIn, (bid, id): Ids, act: Act) -> Result<Read, Error> {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        let facts = Facts::load(conn, &asker, bid, act)?;
        let inquiry = store::inquiries::find(conn, id)?;
        let opened = store::submissions::opened(conn, bid)?.filter(|_| inquiry.bid == bid);
        let decided = store::decisions::verdict(conn, facts.bid.lot)?;
        let wanted = wanted(&facts, decided, &inquiry.about);
        Ok::<_, Error>(Read { facts, inquiry, handed_in: opened.ok_or(Error::Missing)?, wanted })
    };
    app.read(load).await
}

pub fn address((bid, id): Ids) -> String {
    format!("{}/inquiries/{id}", urls::bid(bid))
}

/// `GET /bids/{bid}/inquiries/{inquiry}`
pub async fn page(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let read = read(&app, &me, ids.into_inner(), Act::ReadBid).await?;
    let mut page = view(&app, &me, &read, None);
    let said = [("saved=1", "inquiry-saved"), ("sent=1", "inquiry-answer-sent")];
    let said = said.into_iter().find(|(end, _)| me.path.ends_with(end));
    let text = said.map(|(_, key)| app.renderer.translate(me.lang, key, &[]));
    page.page.notice = text.map(pages::success);
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /bids/{bid}/inquiries/{inquiry}`: keeps the text, or sends the answer.
pub async fn answer(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, typed, now) = (ids.into_inner(), &form.typed, form.at);
    let read = read(&app, &me, ids, Act::WriteBid).await?;
    let (text, who) = (typed.text("answer").to_owned(), (me.id, me.name().to_owned()));
    let (sends, done) = match typed.text("act") {
        "send" => (true, "sent"),
        _ => (false, "saved"),
    };
    let act = move |tx: &mut store::Tx| match sends {
        true => actions::send_answer(tx, ids.1, &text, &who, now),
        false => actions::draft_answer(tx, ids.1, &text, now),
    };
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(format!("{}?{done}=1", address(ids)))),
        Err(Failure::Refused(why)) => refused(&app, &me, &read, (typed, why)),
        Err(broken) => Err(broken.into()),
    }
}

fn refused(
    app: &App,
    me: &SignedIn,
    read: &Read,
    (typed, why): (&Typed, InquiryRefusal),
) -> Answer {
    match why {
        InquiryRefusal::Empty | InquiryRefusal::TooLong => {
            let args = [("max", i64::try_from(LONGEST).unwrap_or_default().into())];
            let text = app.renderer.translate(me.lang, why.key(), &args);
            let mut page = view(app, me, read, Some(typed));
            page.page.fault = true;
            page.errors = vec![FieldError { field: "answer".into(), text }];
            pages::faulty(app, me, TEMPLATE, &page)
        }
        _ => Err(Error::Refused(why.key())),
    }
}

/// `POST /bids/{bid}/inquiries/{inquiry}/files`
pub async fn add_file(
    me: SignedIn,
    ids: Path<Ids>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let read = read(&app, &me, ids, Act::WriteBid).await?;
    let upload = uploads::receive(&app, &req, form).await?;
    let me = me.at(app.clock.now());
    // Before anything is kept.
    let may = read.inquiry.may_add_file(me.now).map_err(NoFile::Inquiry);
    let added = match (may, upload.file) {
        (Err(why), _) => Err(why.into()),
        (Ok(()), Sent::Nothing) => Err(NoFile::File(FileRefusal::None).into()),
        (Ok(()), Sent::TooLarge(_)) => Err(NoFile::File(FileRefusal::TooLarge).into()),
        (Ok(()), Sent::File(file)) => take(&app, &me, (&read.inquiry, file)).await,
    };
    match added {
        Ok(()) => Ok(pages::see_other(address(ids))),
        Err(Failure::Refused(NoFile::File(why))) => no_file(&app, &me, &read, why),
        Err(why) => Err(why.into()),
    }
}

async fn take(
    app: &App,
    me: &SignedIn,
    (inquiry, file): (&Inquiry, SentFile),
) -> Result<(), Failure<NoFile>> {
    let kept = intake::keep_aside(app, file).await.map_err(|why| why.map(NoFile::File))?;
    let (name, kind, kept, check) = kept;
    let file = ListedAttachment {
        section: inquiry.about.clone(),
        name,
        media_type: kind.media_type().to_owned(),
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        hash: kept.hash,
    };
    let (id, now) = (inquiry.id, me.now);
    let file = File { id: InquiryFileId::new(store::new_id()), file, added_at: now };
    app.write(move |tx| actions::add_answer_file(tx, id, (file, check), now)).await
}

fn no_file(app: &App, me: &SignedIn, read: &Read, why: FileRefusal) -> Answer {
    let mut page = view(app, me, read, None);
    page.page.fault = true;
    page.errors = vec![FieldError { field: "file".into(), text: intake::why_not(app, me, why) }];
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (TEMPLATE, &page))
}

/// `POST /bids/{bid}/inquiries/{inquiry}/files/{file}/removal`
pub async fn remove_file(
    me: SignedIn,
    ids: Path<(BidId, InquiryId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, id, hash) = ids.into_inner();
    read(&app, &me, (bid, id), Act::WriteBid).await?;
    let now = form.at;
    app.write::<_, Error, _>(move |tx| Ok(actions::remove_answer_file(tx, id, &hash, now)?))
        .await?;
    Ok(pages::see_other(address((bid, id))))
}

/// `GET /bids/{bid}/inquiries/{inquiry}/files/{file}`
pub async fn file(me: SignedIn, ids: Path<(BidId, InquiryId, String)>, app: Data<App>) -> Answer {
    let (bid, id, hash) = ids.into_inner();
    let read = read(&app, &me, (bid, id), Act::ReadBid).await?;
    send_file(&app, &read.inquiry, hash).await
}

fn view(app: &App, me: &SignedIn, read: &Read, typed: Option<&Typed>) -> InquiryPage {
    let Read { facts, inquiry: one, handed_in, wanted } = read;
    let supplement = one.kind == InquiryKind::Supplement;
    let definition = &facts.round.definition;
    let (about, before) = bid_answers((app, me), (definition, &handed_in.content), one);
    let here = address((facts.bid.id, one.id));
    let state = one.state(me.now);
    let open = state == State::Open && *wanted != Wanted::No;
    let can_write = open && me.can(Act::WriteBid, &Place::organisation(facts.bid.cooperative));
    let sent = one.answered.as_ref();
    InquiryPage {
        page: facts.frame(app, me, &format!("own-{}-title", one.kind.as_str()), &[]),
        errors: vec![],
        lot: facts.lot_title(),
        back: urls::bid(facts.bid.id),
        supplement,
        still: supplement && *wanted == Wanted::ForReview,
        about,
        question: one.question.clone(),
        asked_at: one.asked.at,
        due_at: one.due_at,
        extended: one.extension.as_ref().map(|extension| extension.reason.clone()),
        before,
        open,
        can_write,
        overdue: state == State::Overdue,
        text: typed.map_or(one.answer.as_str(), |t| t.text("answer")).to_owned(),
        max: LONGEST,
        sent: sent.map(|sent| SentView { by: sent.name.clone(), at: sent.at }),
        files: one.files.iter().map(|file| file_view((app, me), file, &here)).collect(),
        room: can_write && supplement && one.files.len() < MOST_FILES,
        accept: FileKind::accepted(),
        ending: one.ending.as_ref().map(|ending| EndingView {
            key: ending_key(&ending.how),
            at: ending.by.at,
            reason: ending.reason.clone(),
        }),
        action: here,
    }
}

fn ending_key(how: &How) -> &'static str {
    match how {
        How::Lapsed => "own-inquiry-lapsed",
        How::Released(_) => "own-inquiry-released",
        How::Withheld => "own-inquiry-withheld",
    }
}

fn file_view((app, me): (&App, &SignedIn), one: &File, here: &str) -> FileView {
    let href = format!("{here}/files/{}", one.file.hash);
    FileView {
        name: one.file.name.clone(),
        note: size_words(app, me, one.file.size),
        removal: format!("{href}/removal"),
        href,
    }
}
