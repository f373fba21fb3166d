//! Letting scoring stand still, and go on again, with a reason that everybody reads.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Facts, by, facts, frame, say};
use crate::actions::{self, Failure, PauseRefusal};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Page};
use crate::store::Tx;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct PausePage {
    page: Page,
    errors: Vec<FieldError>,
    round_title: String,
    action: String,
    back: String,
    /// Why it stands still, and since when.
    paused: Option<String>,
    since: Option<Timestamp>,
    to: &'static str,
    reason: String,
}

#[derive(Deserialize)]
pub struct PauseForm {
    /// `stop` or `start`, as the page showed: two leads who press at once do not undo each other.
    #[serde(default)]
    to: String,
    #[serde(default)]
    reason: String,
}

/// `GET /manage/rounds/{round}/pause`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::ViewProgress)).await?;
    let page = view(&app, &me, &facts, String::new());
    pages::html(&app, &me, "review/pause.html", &page)
}

fn view(app: &Data<App>, me: &Me, facts: &Facts, reason: String) -> PausePage {
    let back = format!("{}/progress", urls::manage_round(facts.round.id));
    let title = if facts.pause.is_some() { "pause-title-start" } else { "pause-title-stop" };
    let mut page = frame(app, me, title, facts);
    page.crumbs.insert(2, pages::crumb(&back, say(app, me, "progress-title", &[])));
    let pause = facts.pause.as_ref();
    PausePage {
        page,
        errors: vec![],
        round_title: facts.round.definition.title.clone(),
        action: format!("{}/pause", urls::manage_round(facts.round.id)),
        back,
        paused: pause.map(|p| p.reason.clone()),
        since: pause.map(|p| p.at),
        to: if pause.is_some() { "start" } else { "stop" },
        reason,
    }
}

/// `POST /manage/rounds/{round}/pause`
pub async fn turn(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<PauseForm>,
    app: Data<App>,
) -> Answer {
    let (id, asker, who) = (id.into_inner(), me.me.clone(), by(&me));
    let facts = app.read(move |conn| facts(conn, &asker, id, Act::ViewProgress)).await?;
    let PauseForm { to, reason } = form.fields;
    let (typed, now) = (reason.clone(), me.now);
    let act = move |tx: &mut Tx| match to.as_str() {
        "stop" => actions::pause_review(tx, id, &reason, &who, now),
        "start" => actions::restart_review(tx, id, &reason, &who, now),
        _ => Err(PauseRefusal::Changed.into()),
    };
    match app.write(act).await {
        Ok(()) => Ok(pages::see_other(format!("{}/progress", urls::manage_round(id)))),
        Err(Failure::Refused(PauseRefusal::NoReason)) => again(&app, &me, &facts, typed),
        Err(other) => Err(other.into()),
    }
}

fn again(app: &Data<App>, me: &SignedIn, facts: &Facts, typed: String) -> Answer {
    let mut page = view(app, me, facts, typed);
    page.page.fault = true;
    let text = say(app, me, PauseRefusal::NoReason.key(), &[]);
    page.errors = vec![FieldError { field: "reason".into(), text }];
    pages::faulty(app, me, "review/pause.html", &page)
}
