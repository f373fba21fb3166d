//! Comments on a question of a bid. They show below the question on the page of its section; this
//! page has one question alone, and is where a comment comes back that could not be kept.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, Pen, reader};
use super::presence::writers;
use super::talk::{Talk, Talks};
use super::words::Words;
use crate::actions::{self, Failure, Resolution};
use crate::domain::bids::answers::section_of;
use crate::domain::bids::comments::{Comment, CommentRefusal, CommentState, Writer, mentions};
use crate::domain::ids::{BidId, CommentId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::answers::At;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/comments.html";

#[derive(Serialize)]
struct CommentsPage {
    page: Page,
    errors: Vec<FieldError>,
    label: String,
    back: String,
    talk: Option<Talk>,
}

/// What the page rests on.
struct Shown {
    desk: Desk,
    comments: Vec<Comment>,
    writers: Vec<Writer>,
}

impl Shown {
    async fn load(app: &App, me: &SignedIn, place: &At, act: Act) -> Result<Shown, Error> {
        let (asker, place) = (me.me.clone(), place.clone());
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, place.bid, act)?;
            must_be_asked(&desk, &place.field)?;
            let section = section_of(&place.field);
            Ok::<_, Error>(Shown {
                comments: store::comments::of_section(conn, place.bid, section)?,
                writers: writers(&store::accounts::members(conn, desk.bid.cooperative)?),
                desk,
            })
        };
        app.read(load).await
    }
}

/// Comments are about whole questions, not about their parts.
fn must_be_asked(desk: &Desk, field: &str) -> Result<(), Error> {
    let whole = field.split('.').count() == 2;
    desk.form().question(field).filter(|_| whole).map(|_| ()).ok_or(Error::Missing)
}

/// `GET /bids/{bid}/fields/{field}/comments`
pub async fn show(me: SignedIn, ids: Path<(BidId, String)>, app: Data<App>) -> Answer {
    let place = place(ids);
    let shown = Shown::load(&app, &me, &place, Act::ReadBid).await?;
    let typed = Typed::default();
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, (&shown, &place.field), (&typed, vec![])))
}

fn place(ids: Path<(BidId, String)>) -> At {
    let (bid, field) = ids.into_inner();
    At { bid, field }
}

/// `POST /bids/{bid}/fields/{field}/comments`
pub async fn write(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let place = place(ids);
    let shown = Shown::load(&app, &me, &place, Act::WriteBid).await?;
    let comment = match read(&me, &shown, &place.field, &form.typed) {
        Ok(comment) => comment,
        Err(why) => return refused(&app, &me, (&shown, &place.field), (&form.typed, why)),
    };
    let (bid, now) = (place.bid, form.at);
    match app.write(move |tx| actions::write_comment(tx, bid, &comment, now)).await {
        Ok(()) => Ok(pages::see_other(urls::bid_talk(bid, &place.field))),
        Err(Failure::Refused(why)) => {
            refused(&app, &me, (&shown, &place.field), (&form.typed, why))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn read(
    me: &SignedIn,
    shown: &Shown,
    field: &str,
    typed: &Typed,
) -> Result<Comment, CommentRefusal> {
    shown.desk.bid.may_change(&shown.desk.round, me.now)?;
    let body = typed.text("body");
    let id = typed.text("comment").parse().unwrap_or_else(|_| CommentId::new(store::new_id()));
    Ok(Comment {
        id,
        field: field.to_owned(),
        by: me.id,
        by_name: me.name().to_owned(),
        mentions: mentions(body, typed.text("who"), &shown.writers)?,
        body: body.to_owned(),
        at: me.now,
        state: CommentState::Open,
    })
}

/// The page with what was typed, and why it was not kept.
fn refused(
    app: &App,
    me: &SignedIn,
    (shown, field): (&Shown, &str),
    (typed, why): (&Typed, CommentRefusal),
) -> Answer {
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    let Some(input) = input(why) else {
        // There may be no form any more to point at.
        let mut page = view(app, me, (shown, field), (typed, vec![]));
        page.page.notice = Some(Notice { kind: NoticeKind::Error, text });
        return pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page));
    };
    let errors = vec![FieldError { field: format!("say-{field}-{input}"), text }];
    pages::faulty(app, me, TEMPLATE, &view(app, me, (shown, field), (typed, errors)))
}

/// The field that a refusal is about, if it is about one.
fn input(why: CommentRefusal) -> Option<&'static str> {
    match why {
        CommentRefusal::Shut(_) | CommentRefusal::NotYours => None,
        CommentRefusal::Empty | CommentRefusal::TooLong => Some("body"),
        CommentRefusal::Stranger => Some("who"),
    }
}

fn view(
    app: &App,
    me: &SignedIn,
    (shown, field): (&Shown, &str),
    (typed, errors): (&Typed, Vec<FieldError>),
) -> CommentsPage {
    let desk = &shown.desk;
    let words = Words::new(reader(app, me), desk.form());
    let mut page = desk.page(app, me, words.r.say("comments-title"), Below::Bid);
    page.fault = !errors.is_empty();
    let talks = Talks {
        words,
        bid: desk.bid.id,
        comments: &shown.comments,
        writers: &shown.writers,
        writer: (desk.pen == Pen::Ready).then_some(me.id),
    };
    let talk = talks.about(field, typed).map(Talk::expanded);
    let (label, back) = (words.label(field), urls::bid_section(desk.bid.id, section_of(field)));
    CommentsPage { page, errors, label, back, talk }
}

/// `POST /bids/{bid}/fields/{field}/comments/resolution`: all of them are talked through.
pub async fn resolve(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    turn(me, ids, app, Resolution::Resolved).await
}

/// `POST /bids/{bid}/fields/{field}/comments/reopening`: those resolved last are open again.
pub async fn reopen(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    turn(me, ids, app, Resolution::Reopened).await
}

async fn turn(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    app: Data<App>,
    resolution: Resolution,
) -> Answer {
    let (place, by, now) = (place(ids), (me.id, me.name().to_owned()), me.now);
    Shown::load(&app, &me, &place, Act::WriteBid).await?;
    let after = urls::bid_talk(place.bid, &place.field);
    let done = app.write(move |tx| actions::resolve_comments(tx, &place, resolution, by, now));
    done.await.map(|()| pages::see_other(after)).map_err(Error::from)
}

/// `POST /bids/{bid}/comments/{comment}/withdrawal`
pub async fn take_back(
    me: SignedIn,
    ids: Path<(BidId, CommentId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), form.at);
    Desk::open(&app, &me, ids.0, Act::WriteBid).await?;
    let comment = app.write(move |tx| actions::take_back_comment(tx, ids, by, now)).await;
    Ok(pages::see_other(urls::bid_talk(ids.0, &comment.map_err(Error::from)?.field)))
}
