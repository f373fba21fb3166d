//! Four eyes on the refusal of a bid: the list of them, and the page where a second person reads the
//! letter and confirms, or sends the proposal back.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::admissibility::address;
use super::{Facts, barred_in, by, facts, frame, not_barred, say};
use crate::actions::{self, Failure};
use crate::documents::letters::{self, Part, Text};
use crate::documents::rejection_letter::rejection_letter;
use crate::documents::shelves::grounds_for;
use crate::domain::ids::{BidId, RoundId};
use crate::domain::journal::sha256_hex;
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::rejection::{
    Letter, Rejection, RejectionFile, RejectionRefusal, Standing,
};
use crate::rendering::layout::{FieldError, Page};
use crate::store::admissibility::Line;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::paging::{LINES, Pages, Wanted};
use crate::web::{pages, urls};

const TEMPLATE: &str = "review/refusal.html";

#[derive(Serialize)]
struct RefusalPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    list: String,
    action: String,
    ground: Option<GroundView>,
    reason: String,
    proposed_by: String,
    proposed_at: Timestamp,
    /// Waits for a second person.
    open: bool,
    /// This person can be the second one.
    can_confirm: bool,
    returned: Option<Ended>,
    confirmed: Option<Ended>,
    letter_subject: String,
    letter: Vec<Part>,
    /// Names the letter that is on the screen.
    seen: String,
    /// Typed to send it back.
    return_reason: String,
}

#[derive(Serialize)]
struct GroundView {
    title: String,
    source: String,
}

#[derive(Serialize)]
struct Ended {
    name: String,
    at: Timestamp,
    reason: String,
}

struct Read {
    facts: Facts,
    file: RejectionFile,
}

fn read(conn: &mut Conn, me: &Me, (round, bid): (RoundId, BidId)) -> Result<Read, Error> {
    let facts = facts(conn, me, round, Act::ConfirmRefusal)?;
    let bid = store::bids::find(conn, bid)?;
    not_barred(conn, me, &bid)?;
    if bid.round != round {
        return Err(Error::Missing);
    }
    Ok(Read { file: store::rejections::file(conn, bid.id)?, facts })
}

impl Read {
    /// The letter: as it went out, or as it would go out today.
    fn letter(&self, app: &App, me: &Me) -> Result<Text, Error> {
        if let Standing::Confirmed { letter, .. } = &self.file.rejection.standing {
            let Letter { subject, body } = letter.clone();
            return Ok(Text { subject, body });
        }
        rejection_letter(&app.renderer, &self.file, day_of(me.now))
            .map_err(|why| Error::Broken(why.to_string()))
    }
}

async fn load(app: &App, me: &SignedIn, ids: (RoundId, BidId)) -> Result<Read, Error> {
    let asker = me.me.clone();
    app.read(move |conn| read(conn, &asker, ids)).await
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/refusal`
pub async fn page(me: SignedIn, ids: Path<(RoundId, BidId)>, app: Data<App>) -> Answer {
    let read = load(&app, &me, ids.into_inner()).await?;
    let text = read.letter(&app, &me)?;
    pages::html(&app, &me, TEMPLATE, &view((&app, &me), &read, text))
}

fn view((app, me): (&Data<App>, &SignedIn), read: &Read, text: Text) -> RefusalPage {
    let RejectionFile { rejection: one, definition, .. } = &read.file;
    let round = read.facts.round.id;
    let mut page = frame(app, me, "refusal-title", &read.facts);
    page.crumbs.pop();
    let list = format!("{}/refusals", urls::manage_round(round));
    page.crumbs.push(pages::crumb(&list, say(app, me, "refusals-title", &[])));
    page.crumbs.push(pages::here(&read.file.bidder.name));
    let (returned, confirmed) = match &one.standing {
        Standing::Proposed => (None, None),
        Standing::Returned { by, reason } => (Some(ended(by, reason)), None),
        Standing::Confirmed { by, .. } => (None, Some(ended(by, ""))),
    };
    RefusalPage {
        page,
        errors: vec![],
        above: format!("{}, {}", read.file.lot.label(), read.file.bidder.name),
        list,
        action: format!("{}/refusal", address(round, one.bid)),
        ground: grounds_for(definition, me.lang)
            .into_iter()
            .find(|ground| ground.code == one.ground)
            .map(|ground| GroundView { title: ground.title, source: ground.source }),
        reason: one.reason.clone(),
        proposed_by: one.proposed.name.clone(),
        proposed_at: one.proposed.at,
        open: one.is_proposed() && read.facts.round.is_under_review(),
        can_confirm: one.proposed.by != me.id,
        returned,
        confirmed,
        seen: seen(&text),
        letter_subject: text.subject,
        letter: letters::parts(&text.body),
        return_reason: String::new(),
    }
}

fn ended(by: &crate::domain::review::rejection::Signed, reason: &str) -> Ended {
    Ended { name: by.name.clone(), at: by.at, reason: reason.to_owned() }
}

fn seen(text: &Text) -> String {
    sha256_hex(format!("{}\n{}", text.subject, text.body).as_bytes())
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/refusal`: the letter that was on the screen goes.
pub async fn confirm(
    me: SignedIn,
    ids: Path<(RoundId, BidId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, who, now) = (ids.into_inner(), by(&me), me.now);
    let read = load(&app, &me, ids).await?;
    let text = read.letter(&app, &me)?;
    if read.file.rejection.is_proposed() && form.typed.text("seen") != seen(&text) {
        return Err(Error::Refused(RejectionRefusal::Changed.key()));
    }
    let letter = Letter { subject: text.subject, body: text.body };
    let proposed = read.file.rejection.proposed.at;
    app.write::<_, Error, _>(move |tx| {
        Ok(actions::confirm_rejection(tx, ids.1, (proposed, letter), &who, now)?)
    })
    .await?;
    Ok(pages::see_other(format!("{}/refusal", address(ids.0, ids.1))))
}

/// `POST /manage/rounds/{round}/admissibility/{bid}/refusal/return`
pub async fn send_back(
    me: SignedIn,
    ids: Path<(RoundId, BidId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, who, now) = (ids.into_inner(), by(&me), me.now);
    let read = load(&app, &me, ids).await?;
    let reason = form.typed.text("return_reason").to_owned();
    let act = move |tx: &mut store::Tx| actions::return_rejection(tx, ids.1, &reason, &who, now);
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(format!("{}/refusal", address(ids.0, ids.1)))),
        Err(Failure::Refused(RejectionRefusal::NoReason)) => {
            let text = read.letter(&app, &me)?;
            let mut page = view((&app, &me), &read, text);
            page.page.fault = true;
            let text = say(&app, &me, RejectionRefusal::NoReason.key(), &[]);
            page.errors = vec![FieldError { field: "return_reason".into(), text }];
            pages::faulty(&app, &me, TEMPLATE, &page)
        }
        Err(why) => Err(why.into()),
    }
}

#[derive(Serialize)]
struct ListPage {
    page: Page,
    round_title: String,
    refusals: Vec<RefusalLine>,
    /// None where one page is enough.
    pages: Option<Pages>,
}

#[derive(Serialize)]
struct RefusalLine {
    href: String,
    name: String,
    hint: String,
    status: &'static str,
    status_text: String,
}

/// `GET /manage/rounds/{round}/refusals`
pub async fn list(
    me: SignedIn,
    id: Path<RoundId>,
    wanted: Query<Wanted>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let (facts, mut rows) = app.read(move |conn| read_list(conn, &asker, id)).await?;
    let base = format!("{}/refusals", urls::manage_round(id));
    let pages = Pages::cut(&mut rows, *wanted, (&base, LINES));
    let page = ListPage {
        page: frame(&app, &me, "refusals-title", &facts),
        round_title: facts.round.definition.title.clone(),
        refusals: rows.iter().map(|row| refusal_line((&app, &me), &facts, row)).collect(),
        pages,
    };
    pages::html(&app, &me, "review/refusals.html", &page)
}

type ListRow = (Rejection, Line);

fn read_list(conn: &mut Conn, me: &Me, id: RoundId) -> Result<(Facts, Vec<ListRow>), Error> {
    let facts = facts(conn, me, id, Act::ConfirmRefusal)?;
    let barred = barred_in(conn, me, id)?;
    let bids = store::admissibility::lines(conn, id)?;
    let bid = |one: &Rejection| bids.iter().find(|bid| bid.bid == one.bid).cloned();
    let heard = |one: &Rejection| !barred.contains(&one.bid);
    let all = store::rejections::of_round(conn, id)?.into_iter().filter(heard);
    Ok((facts, all.filter_map(|one| bid(&one).map(|bid| (one, bid))).collect()))
}

fn refusal_line((app, me): (&App, &Me), facts: &Facts, (one, bid): &ListRow) -> RefusalLine {
    let (status, key) = match one.standing {
        Standing::Proposed => ("action", "refusal-state-proposed"),
        Standing::Returned { .. } => ("todo", "refusal-state-returned"),
        Standing::Confirmed { .. } => ("done", "refusal-state-confirmed"),
    };
    let at = app.renderer.datetime(me.lang, one.proposed.at);
    let args = [("name", one.proposed.name.as_str().into()), ("at", at.into())];
    RefusalLine {
        href: format!("{}/refusal", address(facts.round.id, bid.bid)),
        name: format!("{}, {}", facts.lot_label(bid.lot), bid.cooperative),
        hint: say(app, me, "refusal-line", &args),
        status,
        status_text: say(app, me, key, &[]),
    }
}
