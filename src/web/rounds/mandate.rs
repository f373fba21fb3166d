//! A joint round as another municipality sees it that takes part: the whole text, and the mandate
//! with which it lets the centre decide.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use jiff::civil::Date;

use super::form::Words;
use super::mandate_page::{self, Typing};
use crate::actions::{self, Failure, GiveMandate, WithdrawMandate};
use crate::domain::accounts::Organisation;
use crate::domain::bids::rule;
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::joined::{Mandate, MandateRefusal, MandateState, Participant};
use crate::domain::rounds::{Lot, Round, canonical, publication_hash};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::accounts::confirms;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

/// What a municipality that takes part reads.
pub struct Asked {
    pub round: Round,
    pub lots: Vec<Lot>,
    pub centre: Organisation,
    pub mandates: Vec<Mandate>,
    /// For whom this person reads it.
    pub own: Participant,
    pub place: Place,
    /// Hash of the text as it is now.
    pub terms: String,
    /// Who got which lot, once that is published.
    pub outcome: Vec<(LotId, Option<String>)>,
}

impl Asked {
    pub fn state(&self) -> MandateState<'_> {
        MandateState::of(&self.mandates, self.own.municipality, &self.terms)
    }
}

/// The round for who may read it on behalf of a municipality that takes part; of several, the one
/// that is `named`, or else the one whose mandate this person can give.
async fn read(
    app: &App,
    me: &SignedIn,
    (id, named): (RoundId, Option<OrganisationId>),
) -> Result<Asked, Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        let place = store::places::joint_round(conn, id, asker.now)?;
        asker.may(Act::ViewJointRound, &place)?;
        let round = store::rounds::find(conn, id)?;
        let own = own(&asker, &place, (&round, named)).ok_or(Error::Missing)?;
        let lots = store::rounds::lots_of(conn, id)?;
        let terms = match round.publication() {
            Some(publication) => publication.hash.clone(),
            None => publication_hash(&round.definition, &lots),
        };
        Ok(Asked {
            centre: store::accounts::organisation(conn, round.municipality)?,
            mandates: store::joined::mandates(conn, id)?,
            outcome: outcome(conn, id, place.stage)?,
            place: Place { asked: vec![own.municipality], ..place },
            own,
            terms,
            lots,
            round,
        })
    })
    .await
}

fn own(
    me: &Me,
    place: &Place,
    (round, named): (&Round, Option<OrganisationId>),
) -> Option<Participant> {
    let can = |act: Act, one: &Participant| {
        me.can(act, &Place { asked: vec![one.municipality], ..place.clone() })
    };
    let all = &round.definition.participants;
    let mine = |one: &&Participant| {
        can(Act::ViewJointRound, one) && named.is_none_or(|named| named == one.municipality)
    };
    let gives = all.iter().filter(mine).find(|one| can(Act::GiveMandate, one));
    gives.or_else(|| all.iter().find(mine)).cloned()
}

fn outcome(
    conn: &mut Conn,
    id: RoundId,
    stage: Stage,
) -> Result<Vec<(LotId, Option<String>)>, StoreError> {
    if stage != Stage::Decided {
        return Ok(vec![]);
    }
    let file = store::decisions::file(conn, id)?;
    let winner = |lot: &crate::domain::decisions::LotFile| {
        (lot.lot.id, lot.winner().map(|winner| winner.name.clone()))
    };
    Ok(file.lots.iter().map(winner).collect())
}

/// `GET /manage/rounds/{round}/mandate`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let asked = read(&app, &me, (id.into_inner(), None)).await?;
    let mut page = mandate_page::view(&app, &me, &asked, Typing::default());
    if me.path.ends_with("?given=1") {
        page.page.notice = Some(pages::success(Words::of(&app, &me).say("mandate-given-note")));
    }
    pages::html(&app, &me, mandate_page::TEMPLATE, &page)
}

/// `GET /manage/rounds/{round}/mandate/text`: the text that is hashed, to the letter.
pub async fn text(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let asked = read(&app, &me, (id.into_inner(), None)).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header(("content-disposition", "attachment; filename=\"round.json\""))
        .body(canonical(&asked.round.definition, &asked.lots)))
}

/// `POST /manage/rounds/{round}/mandate`: with the password once more, because it binds the college.
pub async fn give(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (asked, typed) = (named(&app, &me, (id.into_inner(), &form.typed)).await?, &form.typed);
    may_give(&me, &asked)?;
    let mut wrong = missing(typed);
    if wrong.is_empty() && !confirms(&app, &me, typed.exact("password")).await? {
        wrong.push(("password", "opening-password-wrong"));
    }
    let Some(decided_on) = rule::day(typed.text("decided_on")).filter(|_| wrong.is_empty()) else {
        return come_back(&app, &me, (&asked, typed), (wrong, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (give, now) = (as_typed(&me, &asked, (typed, decided_on)), me.now);
    let done = app.write(move |tx| actions::give_mandate(tx, give, now)).await;
    ended(&app, &me, (&asked, typed), (done, "?given=1")).await
}

fn as_typed(me: &SignedIn, asked: &Asked, (typed, decided_on): (&Typed, Date)) -> GiveMandate {
    GiveMandate {
        round: asked.round.id,
        municipality: asked.own.municipality,
        by: super::draft::by(me),
        reference: typed.text("reference").to_owned(),
        decided_on,
        terms: typed.text("terms").to_owned(),
    }
}

/// What is not filled in, by field.
fn missing(typed: &Typed) -> Vec<(&'static str, &'static str)> {
    let checks = [
        (typed.text("reference").is_empty(), "reference", "mandate-refused-no-reference"),
        (rule::day(typed.text("decided_on")).is_none(), "decided_on", "error-date"),
        (!typed.has("sure"), "sure", "mandate-not-sure"),
    ];
    checks.into_iter().filter(|(wrong, ..)| *wrong).map(|(_, field, key)| (field, key)).collect()
}

/// `POST /manage/rounds/{round}/mandate/withdrawal`
pub async fn withdraw(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (asked, typed) = (named(&app, &me, (id.into_inner(), &form.typed)).await?, &form.typed);
    may_give(&me, &asked)?;
    let withdraw = WithdrawMandate {
        round: asked.round.id,
        municipality: asked.own.municipality,
        by: super::draft::by(&me),
        reason: typed.text("reason").to_owned(),
    };
    let now = me.now;
    let done = app.write(move |tx| actions::withdraw_mandate(tx, withdraw, now)).await;
    ended(&app, &me, (&asked, typed), (done, "")).await
}

/// As the municipality that the form names.
async fn named(app: &App, me: &SignedIn, (id, typed): (RoundId, &Typed)) -> Result<Asked, Error> {
    read(app, me, (id, typed.text("municipality").parse().ok())).await
}

/// Who comes after the publication gets a sentence; everybody else must be the one who decides.
fn may_give(me: &SignedIn, asked: &Asked) -> Result<(), Error> {
    let before = Place { stage: Stage::Draft, ..asked.place.clone() };
    me.may(Act::GiveMandate, &before)?;
    match me.can(Act::GiveMandate, &asked.place) {
        true => Ok(()),
        false => Err(Error::Refused(MandateRefusal::Published.key())),
    }
}

type Done = Result<(), Failure<MandateRefusal>>;

/// Back to the page, or to the form with why not; a text that changed meanwhile is shown anew.
async fn ended(
    app: &App,
    me: &SignedIn,
    (asked, typed): (&Asked, &Typed),
    (done, after): (Done, &str),
) -> Answer {
    let why = match done {
        Ok(()) => {
            let round = urls::manage_round(asked.round.id);
            return Ok(pages::see_other(format!("{round}/mandate{after}")));
        }
        Err(Failure::Refused(why)) => why,
        Err(failure) => return Err(failure.into()),
    };
    let (field, status) = field_of(why);
    let now = read(app, me, (asked.round.id, Some(asked.own.municipality))).await?;
    come_back(app, me, (&now, typed), (vec![(field, why.key())], status))
}

/// The field that a refusal is about.
fn field_of(why: MandateRefusal) -> (&'static str, StatusCode) {
    match why {
        MandateRefusal::NoReference => ("reference", StatusCode::UNPROCESSABLE_ENTITY),
        MandateRefusal::Future => ("decided_on", StatusCode::UNPROCESSABLE_ENTITY),
        MandateRefusal::NoReason => ("reason", StatusCode::UNPROCESSABLE_ENTITY),
        MandateRefusal::NotAsked
        | MandateRefusal::Published
        | MandateRefusal::Unfinished
        | MandateRefusal::Changed
        | MandateRefusal::Given
        | MandateRefusal::NoMandate
        | MandateRefusal::Nobody
        | MandateRefusal::AllGiven => ("mandate", StatusCode::CONFLICT),
    }
}

type Wrong = Vec<(&'static str, &'static str)>;

fn come_back(
    app: &App,
    me: &SignedIn,
    (asked, typed): (&Asked, &Typed),
    (wrong, status): (Wrong, StatusCode),
) -> Answer {
    let words = Words::of(app, me);
    let typing = Typing {
        reference: typed.text("reference").to_owned(),
        decided_on: typed.text("decided_on").to_owned(),
        reason: typed.text("reason").to_owned(),
    };
    let mut page = mandate_page::view(app, me, asked, typing);
    page.page.fault = true;
    page.errors = wrong.iter().map(|(field, key)| words.error(*field, key)).collect();
    pages::with_status(app, me, status, (mandate_page::TEMPLATE, &page))
}
