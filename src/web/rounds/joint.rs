//! Buying together: which municipalities take part, how they weigh, and whether their mandates are
//! there.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft::{self, Draft};
use super::form::{Choice, Link, Words};
use crate::actions::{self, Failure};
use crate::domain::accounts::Organisation;
use crate::domain::ids::RoundId;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::joined::{MandateState, Participant};
use crate::domain::rounds::publication::{Part, SetUpRefusal};
use crate::domain::rounds::publication_hash;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::public::views::Reader;
use crate::web::public::weights::WeightTable;
use crate::web::{pages, urls};

const TEMPLATE: &str = "rounds/joint.html";

#[derive(Serialize)]
struct JointPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    centre: String,
    rows: Vec<RowView>,
    weights: Option<WeightTable>,
    /// Municipalities that do not take part yet.
    options: Vec<Choice>,
    action: String,
    version: String,
    /// Where mandates are asked; none when nobody has to be asked.
    ask: Option<String>,
    /// Why that is not possible yet.
    not_yet: Option<String>,
    members: String,
}

#[derive(Serialize)]
struct RowView {
    name: String,
    href: String,
    weighs: String,
    /// A kind of status, with its words.
    status: &'static str,
    status_text: String,
    told: String,
}

/// `GET /manage/rounds/{round}/joint`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let all = municipalities(&app).await?;
    let mut page = view(&app, &me, (&draft, &all));
    let done = match me.path.split_once('?') {
        Some((_, "saved=1")) => Some("setup-saved"),
        Some((_, "asked=1")) => Some("joint-asked"),
        Some(_) | None => None,
    };
    page.page.notice = done.map(|key| pages::success(Words::of(&app, &me).say(key)));
    pages::html(&app, &me, TEMPLATE, &page)
}

async fn municipalities(app: &App) -> Result<Vec<Organisation>, Error> {
    app.read(|conn: &mut Conn| Ok(store::accounts::municipalities(conn)?)).await
}

/// `POST /manage/rounds/{round}/joint`: one municipality more.
pub async fn add(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let all = municipalities(&app).await?;
    let Some(change) = one_more(&draft, &all, form.typed.text("municipality")) else {
        let why = ("municipality", "error-choose", StatusCode::UNPROCESSABLE_ENTITY);
        return come_back(&app, &me, (&draft, &all), why);
    };
    let change = (change, form.typed.text("version").to_owned());
    let (id, by, now) = (draft.round.id, draft::by(&me), me.now);
    match app.write(move |tx| actions::change_round(tx, id, by, change, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}/joint?saved=1", urls::manage_round(id)))),
        Err(Failure::Refused(SetUpRefusal::Changed)) => {
            let draft = draft::draft(&app, &me, id).await?;
            let why = ("municipality", SetUpRefusal::Changed.key(), StatusCode::CONFLICT);
            come_back(&app, &me, (&draft, &all), why)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Everybody who takes part and this one; none when it cannot be added.
fn one_more(draft: &Draft, all: &[Organisation], typed: &str) -> Option<Change> {
    let chosen = all.iter().find(|one| one.id.as_str() == typed && is_free(draft, one))?;
    let mut participants = draft.round.definition.participants.clone();
    let (municipality, name) = (chosen.id, chosen.name.clone());
    participants.push(Participant { municipality, name, weights: None });
    Some(Change::Participants(participants))
}

/// It can still be added.
fn is_free(draft: &Draft, one: &Organisation) -> bool {
    one.id != draft.round.municipality && draft.round.definition.participant(one.id).is_none()
}

/// `POST /manage/rounds/{round}/mandates`: asks who did not give one for this text.
pub async fn ask(
    me: SignedIn,
    id: Path<RoundId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let (id, by, now) = (draft.round.id, draft::by(&me), me.now);
    match app.write(move |tx| actions::ask_mandates(tx, id, by, now)).await {
        Ok(_) => Ok(pages::see_other(format!("{}/joint?asked=1", urls::manage_round(id)))),
        Err(Failure::Refused(why)) => {
            let all = municipalities(&app).await?;
            let why = ("mandates", why.key(), StatusCode::CONFLICT);
            come_back(&app, &me, (&draft, &all), why)
        }
        Err(failure) => Err(failure.into()),
    }
}

fn come_back(
    app: &App,
    me: &SignedIn,
    of: (&Draft, &[Organisation]),
    (field, key, status): (&str, &str, StatusCode),
) -> Answer {
    let mut page = view(app, me, of);
    page.page.fault = true;
    page.errors = vec![Words::of(app, me).error(field, key)];
    pages::with_status(app, me, status, (TEMPLATE, &page))
}

fn view(app: &App, me: &SignedIn, (draft, all): (&Draft, &[Organisation])) -> JointPage {
    let words = Words::of(app, me);
    let d = &draft.round.definition;
    let base = urls::manage_round(draft.round.id);
    let terms = publication_hash(d, &draft.lots);
    let state = |own: &Participant| MandateState::of(&draft.mandates, own.municipality, &terms);
    let waits = d.participants.iter().any(|one| !matches!(state(one), MandateState::Holds(_)));
    let not_yet = draft.round.may_be_mandated(&draft.lots, me.now).err();
    let reader = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let free = all.iter().filter(|one| is_free(draft, one));
    JointPage {
        page: draft::frame(app, me, (draft, &words.say("part-joint"))),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        centre: draft.owner.name.clone(),
        rows: d.participants.iter().map(|one| row(one, state(one), (&base, words))).collect(),
        weights: WeightTable::new(d, &draft.owner.name, reader),
        options: free.map(|one| Choice::new(one.id.to_string(), &one.name)).collect(),
        action: format!("{base}/joint"),
        version: d.fingerprint(Part::Joint),
        ask: (waits && not_yet.is_none()).then(|| format!("{base}/mandates")),
        not_yet: not_yet.filter(|_| waits).map(|why| words.say(why.key())),
        members: format!("/organisations/{}/members", draft.owner.id),
    }
}

fn row(own: &Participant, state: MandateState<'_>, (base, words): (&str, Words<'_>)) -> RowView {
    let weighs = if own.weights.is_some() { "joint-weighs-own" } else { "joint-weighs-shared" };
    RowView {
        name: own.name.clone(),
        href: format!("{base}/joint/{}", own.municipality),
        weighs: words.say(weighs),
        status: status(state),
        status_text: words.say(&format!("mandate-state-{}", state.word())),
        told: told(state, words),
    }
}

/// The kind of status of a mandate.
pub fn status(state: MandateState<'_>) -> &'static str {
    match state {
        MandateState::Holds(_) => "done",
        MandateState::Missing => "todo",
        MandateState::Outdated(_) | MandateState::Withdrawn(_) => "action",
    }
}

/// What there is to tell about a mandate: by whom, when, and on what decision.
pub fn told(state: MandateState<'_>, words: Words<'_>) -> String {
    let Some(mandate) = state.mandate() else { return String::new() };
    if let Some(withdrawn) = &mandate.withdrawn {
        let args = [
            ("when", words.datetime(withdrawn.at).into()),
            ("reason", withdrawn.reason.as_str().into()),
        ];
        return words.with("mandate-told-withdrawn", &args);
    }
    let args = [
        ("who", mandate.by.1.as_str().into()),
        ("when", words.datetime(mandate.at).into()),
        ("reference", mandate.reference.as_str().into()),
        ("day", words.day(mandate.decided_on).into()),
    ];
    words.with(&format!("mandate-told-{}", state.word()), &args)
}
