//! New terms for a published round: a draft that the pages of the set-up change, a last look at what
//! is different, and one publication that everybody hears of.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft::{self, Draft};
use super::form::{Link, Words};
use super::publication::problem_link;
use crate::actions::{self, AmendRound, Failure};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::amendment::{AmendRefusal, Amendment};
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::differences::{self, Told};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct AmendmentPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    differences: Vec<Told>,
    /// Something by which bids are judged is among them.
    essential: bool,
    /// Days until the deadline in the new terms.
    left: Option<String>,
    problems: Vec<Link>,
    reason: String,
    version: i32,
    action: String,
    removal: String,
}

/// The draft, and the round that it is for.
struct Both {
    draft: Draft,
    of: Draft,
}

async fn both(app: &App, me: &SignedIn, id: RoundId) -> Result<Both, Error> {
    let draft = draft::draft(app, me, id).await?;
    let of = draft.round.amends().ok_or(Error::Missing)?;
    Ok(Both { of: draft::read(app, me, (of, Act::SetUpRound)).await?, draft })
}

/// `POST /manage/rounds/{round}/amendments`: begins a draft of new terms, or goes on with it.
pub async fn begin(
    me: SignedIn,
    id: Path<RoundId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let of = draft::read(&app, &me, (id.into_inner(), Act::SetUpRound)).await?.round.id;
    let (by, now, draft) = (draft::by(&me), me.now, RoundId::new(store::new_id()));
    let begun = app.write(move |tx| actions::begin_amendment(tx, (of, draft), by, now)).await;
    Ok(pages::see_other(urls::manage_round(begun.map_err(Error::from)?)))
}

/// `GET /manage/rounds/{round}/amendment`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let both = both(&app, &me, id.into_inner()).await?;
    pages::html(&app, &me, "rounds/amendment.html", &view(&app, &me, &both, ""))
}

/// `POST /manage/rounds/{round}/amendment`
pub async fn publish(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let both = both(&app, &me, id.into_inner()).await?;
    if !form.typed.has("sure") {
        let error = Words::of(&app, &me).error("sure", "amendment-not-sure");
        return come_back(&app, &me, (&both, &form.typed), error, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let amend = AmendRound {
        draft: both.draft.round.id,
        seen: form.typed.text("version").parse().unwrap_or(-1),
        reason: form.typed.text("reason").to_owned(),
        by: draft::by(&me),
    };
    let now = me.now;
    match app.write(move |tx| actions::amend_round(tx, amend, now)).await {
        Ok((of, _)) => Ok(pages::see_other(format!("{}/amendments", urls::round(of)))),
        Err(Failure::Refused(why)) => refused(&app, &me, (&both, &form.typed), why),
        Err(failure) => Err(failure.into()),
    }
}

fn refused(app: &App, me: &SignedIn, of: (&Both, &Typed), why: AmendRefusal) -> Answer {
    let (field, status) = match why {
        AmendRefusal::NoReason => ("reason", StatusCode::UNPROCESSABLE_ENTITY),
        AmendRefusal::NotOpen
        | AmendRefusal::Nothing
        | AmendRefusal::Lots
        | AmendRefusal::Earlier
        | AmendRefusal::Incomplete
        | AmendRefusal::Changed => ("differences", StatusCode::CONFLICT),
    };
    come_back(app, me, of, Words::of(app, me).error(field, why.key()), status)
}

fn come_back(
    app: &App,
    me: &SignedIn,
    (both, typed): (&Both, &Typed),
    error: FieldError,
    status: StatusCode,
) -> Answer {
    let mut page = view(app, me, both, typed.text("reason"));
    page.errors = vec![error];
    page.page.fault = true;
    pages::with_status(app, me, status, ("rounds/amendment.html", &page))
}

fn view(app: &App, me: &SignedIn, both: &Both, reason: &str) -> AmendmentPage {
    let words = Words::of(app, me);
    let (of, draft) = (&both.of, &both.draft);
    let amendment = Amendment {
        round: &of.round,
        lots: &of.lots,
        draft: &draft.round,
        draft_lots: &draft.lots,
        mandates: &draft.mandates,
    };
    let definition = &draft.round.definition;
    let differences = differences::told(&amendment.differences(), words, definition);
    let base = urls::manage_round(draft.round.id);
    let days = definition.dates.closes_at.duration_since(me.now).as_hours() / 24;
    let problems = amendment.problems(me.now);
    AmendmentPage {
        page: draft::frame(app, me, (draft, &words.say("amendment-title"))),
        errors: vec![],
        above: draft::name(app, me, &of.round),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        essential: differences.iter().any(|one| one.essential),
        differences,
        left: (days >= 0).then(|| words.with("amendment-left", &[("days", days.into())])),
        problems: problems.iter().map(|p| problem_link(p, &draft.lots, (&base, words))).collect(),
        reason: reason.to_owned(),
        version: draft.round.version,
        action: format!("{base}/amendment"),
        removal: format!("{base}/amendment/removal"),
    }
}

#[derive(Serialize)]
struct RemovalPage {
    page: Page,
    above: String,
    title: String,
    text: String,
    action: String,
    version: String,
    back: Link,
}

/// `GET /manage/rounds/{round}/amendment/removal`
pub async fn removal(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let Both { draft, of } = both(&app, &me, id.into_inner()).await?;
    let words = Words::of(&app, &me);
    let title = words.say("amendment-removal");
    let base = urls::manage_round(draft.round.id);
    let page = RemovalPage {
        page: draft::frame(&app, &me, (&draft, &title)),
        above: draft::name(&app, &me, &of.round),
        title,
        text: words.say("amendment-removal-text"),
        action: format!("{base}/amendment/removal"),
        version: draft.round.version.to_string(),
        back: Link { href: format!("{base}/amendment"), text: words.say("cancel") },
    };
    pages::html(&app, &me, "rounds/removal.html", &page)
}

/// `POST /manage/rounds/{round}/amendment/removal`
pub async fn remove(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let draft = both(&app, &me, id.into_inner()).await?.draft.round.id;
    let (by, now, seen) = (draft::by(&me), me.now, form.typed.number("version"));
    let of = app.write(move |tx| actions::drop_amendment(tx, (draft, seen), by, now)).await;
    Ok(pages::see_other(urls::manage_round(of.map_err(Error::from)?)))
}
