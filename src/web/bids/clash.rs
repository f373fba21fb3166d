//! Two people wrote the same field: both texts side by side, and a choice.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::clash_parts::{self, PartsView, Sides};
use super::desk::{Below, Desk, reader};
use super::inputs::{Errors, Input, Inputs};
use super::when;
use super::words::Words;
use crate::actions::{self, Choice, Failure, Outcome, SaveAnswer};
use crate::domain::bids::answers::{Answer as Text, WriteRefusal};
use crate::domain::bids::paragraphs::{Stretch, stretches};
use crate::domain::bids::rule::Rule;
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::accounts::Member;
use crate::store::answers::At;
use crate::store::clashes::Waiting;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ClashPage {
    page: Page,
    errors: Vec<FieldError>,
    label: String,
    action: String,
    back: String,
    version: i32,
    mine: Side,
    theirs: Side,
    /// Paragraph by paragraph; none where the two have nothing in common.
    parts: Option<PartsView>,
    /// To make one text of both; a choice out of a few cannot be merged.
    merged: Option<Input>,
}

/// One of the two texts.
#[derive(Serialize)]
struct Side {
    title: String,
    text: String,
    words: usize,
    choose: String,
}

struct Both {
    desk: Desk,
    theirs: Text,
    mine: Option<Waiting>,
    /// The text that both began with.
    base: String,
    members: Vec<Member>,
}

impl Both {
    /// Nothing for what is not running text: a number or a choice has no paragraphs.
    fn stretches(&self, place: &At) -> Vec<Stretch> {
        let running = |mine: &&Waiting| {
            let rule = self.desk.form().field(&place.field).map(|field| field.rule);
            matches!(rule, Some(Rule::Text { .. })) && mine.value != self.theirs.value
        };
        let mine = self.mine.as_ref().filter(running);
        mine.map(|mine| stretches(&self.base, &mine.value, &self.theirs.value)).unwrap_or_default()
    }
}

/// Why a choice cannot be kept.
enum NotKept {
    Refused(WriteRefusal),
    /// Nothing was chosen at this place.
    Unchosen(String),
    /// One of the two texts is not the one that was shown.
    MovedOn,
}

impl From<WriteRefusal> for NotKept {
    fn from(why: WriteRefusal) -> NotKept {
        NotKept::Refused(why)
    }
}

async fn both(app: &App, me: &SignedIn, place: &At) -> Result<Both, Error> {
    let (asker, place, person) = (me.me.clone(), place.clone(), me.id);
    let load = move |conn: &mut Conn| {
        let desk = Desk::at(conn, &asker, &place, Act::WriteBid)?;
        let mine = store::clashes::waiting(conn, &place, person)?;
        let seen = mine.as_ref().map_or(0, |mine| mine.seen);
        Ok::<_, Error>(Both {
            theirs: store::answers::one(conn, &place)?,
            base: store::answers::text_of(conn, &place, seen)?.unwrap_or_default(),
            mine,
            members: store::accounts::members(conn, desk.writers)?,
            desk,
        })
    };
    app.read(load).await
}

/// `GET /bids/{bid}/fields/{field}/clash`
pub async fn show(me: SignedIn, ids: Path<(BidId, String)>, app: Data<App>) -> Answer {
    let (bid, field) = ids.into_inner();
    let place = At { bid, field };
    page(&app, &me, place, StatusCode::OK).await
}

/// The page as the answer to a form that lost the race.
pub async fn come_back(app: &App, me: &SignedIn, place: At) -> Answer {
    page(app, me, place, StatusCode::CONFLICT).await
}

async fn page(app: &App, me: &SignedIn, place: At, status: StatusCode) -> Answer {
    let both = both(app, me, &place).await?;
    match view(app, me, (&place, &both), None) {
        Some(page) => pages::with_status(app, me, status, ("bids/clash.html", &page)),
        // Settled already, perhaps in another window.
        None => Ok(pages::see_other(urls::bid_text(place.bid, &place.field))),
    }
}

/// `POST /bids/{bid}/fields/{field}/clash`
pub async fn settle(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, field) = ids.into_inner();
    let place = At { bid, field };
    let both = both(&app, &me, &place).await?;
    let choice = match chosen(&both, &place, &form.typed) {
        Ok(choice) => choice,
        Err(NotKept::MovedOn) => return come_back(&app, &me, place).await,
        Err(why) => return refused(&app, &me, (&place, &both), (&form.typed, why)),
    };
    let (seen, now) = (form.typed.number("version"), form.at);
    let shown = SaveAnswer { place: place.clone(), value: String::new(), seen, by: me.id };
    match app.write(move |tx| actions::settle_clash(tx, shown, choice, now)).await {
        Ok(Outcome::Saved { .. }) => Ok(pages::see_other(urls::bid_field(place.bid, &place.field))),
        Ok(Outcome::Clash) => come_back(&app, &me, place).await,
        Err(Failure::Refused(why)) => {
            refused(&app, &me, (&place, &both), (&form.typed, why.into()))
        }
        Err(broken) => Err(broken.into()),
    }
}

fn chosen(both: &Both, place: &At, typed: &Typed) -> Result<Choice, NotKept> {
    let field = both.desk.form().field(&place.field).ok_or(WriteRefusal::NotAsked)?;
    Ok(match (typed.text("choice"), &both.mine) {
        ("mine", Some(waiting)) => Choice::Text(waiting.value.clone()),
        // Chosen already, perhaps in another window: that choice stands.
        ("mine" | "parts", None) | ("theirs", _) => Choice::Theirs,
        ("parts", Some(waiting)) => {
            let moved = clash_parts::moved_on(&waiting.value, typed);
            if moved || both.theirs.version != typed.number("version") {
                return Err(NotKept::MovedOn);
            }
            let text = clash_parts::chosen(&both.stretches(place), typed);
            Choice::Text(field.rule.keep(&text.map_err(NotKept::Unchosen)?)?)
        }
        _ => Choice::Text(field.rule.keep(typed.text("merged"))?),
    })
}

/// The page with what was typed, and what to do.
fn refused(
    app: &App,
    me: &SignedIn,
    (place, both): (&At, &Both),
    (typed, why): (&Typed, NotKept),
) -> Answer {
    let shown = view(app, me, (place, both), Some(typed));
    let mut page = shown.ok_or(Error::Refused("bid-clash-settled"))?;
    let say = |key| app.renderer.translate(me.lang, key, &[]);
    let error = match why {
        NotKept::Refused(why @ WriteRefusal::Shut(_)) => {
            let notice = Notice { kind: NoticeKind::Error, text: say(why.key()) };
            page.page.notice = Some(notice);
            let status = StatusCode::CONFLICT;
            return pages::with_status(app, me, status, ("bids/clash.html", &page));
        }
        NotKept::Refused(why) => FieldError { field: "merged".into(), text: say(why.key()) },
        NotKept::Unchosen(field) => FieldError { field, text: say("clash-part-choose") },
        NotKept::MovedOn => return Err(Error::Refused("bid-clash-settled")),
    };
    page.page.fault = true;
    page.errors.push(error);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    pages::with_status(app, me, status, ("bids/clash.html", &page))
}

fn view(
    app: &App,
    me: &SignedIn,
    (place, both): (&At, &Both),
    typed: Option<&Typed>,
) -> Option<ClashPage> {
    let mine = both.mine.as_ref()?;
    let desk = &both.desk;
    let words = Words::new(reader(app, me), desk.form());
    let name = theirs_name(words, both, me);
    let label = words.label(&place.field);
    let page = desk.page(app, me, words.r.say("bid-clash-title"), Below::Bid);
    let at = |moment| when::ago(words.r, moment);
    let theirs_at = both.theirs.saved.map(|saved| at(saved.at)).unwrap_or_default();
    let side = |key: &str, choose: String, (when, text): (String, &str)| Side {
        title: words.say(key, &[("name", name.as_str().into()), ("when", when.into())]),
        text: words.value(&place.field, text),
        words: count_words(text),
        choose,
    };
    let choose_theirs = words.say("bid-clash-choose-theirs", &[("name", name.as_str().into())]);
    Some(ClashPage {
        mine: side(
            "bid-clash-mine",
            words.r.say("bid-clash-choose-mine"),
            (at(mine.at), &mine.value),
        ),
        theirs: side("bid-clash-theirs", choose_theirs, (theirs_at, &both.theirs.value)),
        parts: clash_parts::view(
            words,
            Sides {
                mine: &mine.value,
                stretches: &both.stretches(place),
                name: Some(name.as_str())
                    .filter(|_| both.theirs.saved.is_none_or(|s| s.by != me.id)),
            },
            typed,
        ),
        merged: merged(words, desk, place, merged_text(typed, mine)),
        version: both.theirs.version,
        action: urls::bid_clash(place.bid, &place.field),
        back: urls::bid_text(place.bid, &place.field),
        label,
        errors: vec![],
        page,
    })
}

/// The other one may be oneself in another window.
fn theirs_name(words: Words<'_>, both: &Both, me: &SignedIn) -> String {
    match both.theirs.saved {
        Some(saved) if saved.by == me.id => words.r.say("bid-clash-yourself"),
        Some(saved) => {
            let who = both.members.iter().find(|member| member.person == saved.by);
            who.map(|member| member.name.clone()).unwrap_or_default()
        }
        None => String::new(),
    }
}

/// What was typed as one text of both, or one's own text to begin with.
fn merged_text<'a>(typed: Option<&'a Typed>, mine: &'a Waiting) -> &'a str {
    let typed = typed.filter(|typed| typed.text("choice") == "merged");
    typed.map_or(mine.value.as_str(), |typed| typed.text("merged"))
}

fn merged(words: Words<'_>, desk: &Desk, place: &At, mine: &str) -> Option<Input> {
    if matches!(desk.form().field(&place.field)?.rule, Rule::Choice { .. }) {
        return None;
    }
    let errors = Errors::new();
    let inputs = Inputs { words, answers: &desk.answers, errors: &errors };
    let input = inputs.field(&place.field)?;
    Some(Input {
        id: "merged".to_owned(),
        label: words.r.say("bid-clash-merged"),
        hint: input.max_words.map(|max| words.say("word-limit", &[("max", i64::from(max).into())])),
        count: count_words(mine),
        value: mine.to_owned(),
        ..input
    })
}
