//! Signing and handing in.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::check::Missing;
use super::desk::{Below, Desk, Pen, reader};
use super::words::Words;
use crate::actions::{self, Arrival, Failure, SubmitBid};
use crate::domain::bids::submission::{SubmitRefusal, signs_for};
use crate::domain::bids::{Bid, Standing};
use crate::domain::ids::{BidId, SubmissionId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

/// What a signatory declares, each a box to tick.
const DECLARATIONS: [&str; 3] = ["truth", "mandate", "promise"];

#[derive(Serialize)]
struct SubmissionPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    cooperative_bids: usize,
    closes_at: Timestamp,
    /// Time that is left; none when it is over.
    left: Option<String>,
    missing: Missing,
    /// The form can be signed.
    ready: bool,
    late: Option<Late>,
    /// The same form twice is one submission.
    once: String,
    name: String,
    declared: Vec<Declaration>,
    places: Vec<PlaceOption>,
    place: String,
    action: String,
    check: String,
    tasks: String,
}

/// Somebody came after the deadline.
#[derive(Serialize)]
struct Late {
    /// When the form arrived, and when it had to be there, to the second.
    came: String,
    closed: String,
    phone: String,
    tel: String,
    email: String,
}

#[derive(Serialize)]
struct Declaration {
    id: &'static str,
    label: String,
    checked: bool,
}

#[derive(Serialize)]
struct PlaceOption {
    value: String,
    label: String,
}

struct Facts {
    desk: Desk,
    /// Bids of the cooperative in this round, this one too.
    own: Vec<Bid>,
}

async fn facts(app: &App, me: &SignedIn, bid: BidId) -> Result<Facts, Error> {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::SubmitBid)?;
        let mut own = store::bids::of_cooperative(conn, desk.bid.cooperative)?;
        own.retain(|other| other.round == desk.bid.round);
        Ok::<_, Error>(Facts { desk, own })
    };
    app.read(load).await
}

/// `GET /bids/{bid}/submission`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let facts = facts(&app, &me, bid.into_inner()).await?;
    if facts.desk.bid.standing == Standing::Submitted {
        return Ok(pages::see_other(urls::bid_receipt(facts.desk.bid.id)));
    }
    let page = view(&app, &me, &facts, &Typed::default());
    pages::html(&app, &me, "bids/submission.html", &page)
}

/// `POST /bids/{bid}/submission`
pub async fn submit(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let me = me.at(form.at);
    let (bid, typed) = (bid.into_inner(), form.typed);
    let facts = facts(&app, &me, bid).await?;
    let errors = wrong(&app, (&me, &facts.desk), &typed);
    if !errors.is_empty() {
        let page = SubmissionPage { errors, ..view(&app, &me, &facts, &typed) };
        return come_back(&app, &me, StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let (form, now) = (signed(&me, bid, &typed), me.now);
    match app.write(move |tx| actions::submit_bid(tx, form, now)).await {
        Ok(Arrival::InTime(_)) | Err(Failure::Refused(SubmitRefusal::Already)) => {
            Ok(pages::see_other(urls::bid_receipt(bid)))
        }
        Ok(Arrival::Late) => late(&app, &me, &facts, &typed),
        Err(Failure::Refused(why)) => refused(&app, &me, bid, (why, &typed)).await,
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn signed(me: &SignedIn, bid: BidId, typed: &Typed) -> SubmitBid {
    SubmitBid {
        bid,
        id: typed.text("once").parse().unwrap_or_else(|_| SubmissionId::new(store::new_id())),
        by: (me.id, me.name().to_owned()),
        preference: typed.text("preference").parse().unwrap_or_default(),
        chance: rand::random(),
    }
}

/// One sentence for each box that is not ticked, and for a name that is not theirs. Nothing where
/// there is no form to sign: then the action says why.
fn wrong(app: &App, (me, desk): (&Me, &Desk), typed: &Typed) -> Vec<FieldError> {
    if !can_be_signed(desk) {
        return vec![];
    }
    let say = |key: &str| app.renderer.translate(me.lang, key, &[("name", me.name().into())]);
    let error = |field: &str, key: String| FieldError { field: field.to_owned(), text: say(&key) };
    let open = DECLARATIONS.iter().filter(|id| typed.text(id) != "yes");
    let mut errors: Vec<_> = open.map(|id| error(id, format!("submission-{id}-open"))).collect();
    if !signs_for(typed.text("name"), me.name()) {
        errors.push(error("name", "submission-name-wrong".to_owned()));
    }
    errors
}

fn late(app: &App, me: &SignedIn, facts: &Facts, typed: &Typed) -> Answer {
    let page = view(app, me, facts, typed);
    come_back(app, me, StatusCode::CONFLICT, page)
}

/// Something changed since the page was made: it is read again, and says so.
async fn refused(
    app: &App,
    me: &SignedIn,
    bid: BidId,
    (why, typed): (SubmitRefusal, &Typed),
) -> Answer {
    let facts = facts(app, me, bid).await?;
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    let (field, status) = match why {
        SubmitRefusal::PreferenceTaken | SubmitRefusal::NoSuchPreference => {
            ("preference", StatusCode::UNPROCESSABLE_ENTITY)
        }
        SubmitRefusal::Late
        | SubmitRefusal::Already
        | SubmitRefusal::Incomplete
        | SubmitRefusal::OldTerms => ("missing", StatusCode::CONFLICT),
    };
    let errors = vec![FieldError { field: field.to_owned(), text }];
    come_back(app, me, status, SubmissionPage { errors, ..view(app, me, &facts, typed) })
}

fn come_back(app: &App, me: &SignedIn, status: StatusCode, mut page: SubmissionPage) -> Answer {
    page.page.fault = true;
    pages::with_status(app, me, status, ("bids/submission.html", &page))
}

fn view(app: &App, me: &SignedIn, facts: &Facts, typed: &Typed) -> SubmissionPage {
    let desk = &facts.desk;
    let words = Words::new(reader(app, me), desk.form());
    let bid = desk.bid.id;
    let closed = desk.pen == Pen::Closed;
    let once = match typed.text("once") {
        "" => SubmissionId::new(store::new_id()).to_string(),
        same => same.to_owned(),
    };
    SubmissionPage {
        page: desk.page(app, me, words.r.say("submission-title"), Below::Bid),
        errors: vec![],
        lot: desk.lot_name(words.r),
        cooperative_bids: facts.own.len(),
        closes_at: desk.round.closes_at(),
        left: crate::web::public::views::left(&desk.round, words.r),
        missing: Missing::of(words, desk),
        ready: can_be_signed(desk),
        late: closed.then(|| too_late(words, desk)),
        once,
        name: typed.text("name").to_owned(),
        declared: DECLARATIONS.iter().map(|id| declaration(words, id, typed)).collect(),
        places: places(words, facts),
        place: match typed.text("preference") {
            "" => desk.bid.preference.to_string(),
            typed => typed.to_owned(),
        },
        action: urls::bid_submission(bid),
        check: urls::bid_check(bid),
        tasks: urls::bid(bid),
    }
}

/// Whoever comes here signs; they may not be a writer.
fn can_be_signed(desk: &Desk) -> bool {
    match desk.pen {
        Pen::Ready | Pen::ReadsAlong => desk.meter().is_complete(),
        Pen::Submitted | Pen::Closed => false,
    }
}

fn declaration(words: Words<'_>, id: &'static str, typed: &Typed) -> Declaration {
    Declaration {
        id,
        label: words.r.say(&format!("submission-{id}")),
        checked: typed.text(id) == "yes",
    }
}

/// One place for each bid; with a single bid there is nothing to choose.
fn places(words: Words<'_>, facts: &Facts) -> Vec<PlaceOption> {
    if facts.own.len() < 2 {
        return vec![];
    }
    (1..=facts.own.len())
        .map(|place| PlaceOption {
            value: place.to_string(),
            label: words.say("submission-place", &[("place", place.to_string().into())]),
        })
        .collect()
}

fn too_late(words: Words<'_>, desk: &Desk) -> Late {
    let contact = &desk.round.definition.contact;
    let exact = |at| words.r.renderer.exact_moment(words.r.lang, at);
    Late {
        came: exact(words.r.now),
        closed: exact(desk.round.closes_at()),
        phone: contact.phone.clone(),
        tel: contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
        email: contact.email.clone(),
    }
}
