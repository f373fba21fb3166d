//! Where a member votes, by a link of their own and without an account: read, choose, look once
//! more, done. Works without script and on a phone.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::views::Reader;
use crate::actions::{self, Failure};
use crate::domain::bids::mandate::{
    BallotChoice, Count, Mandate, Secrecy, Turnout, Vote, VoteRefusal, VoteStage, WEAK_BELOW,
};
use crate::domain::journal::sha256_hex;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::votes::Voter;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::vote_words::{Fact, choice_word, outcome_facts};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::Me;
use crate::web::pages;

const TEMPLATE: &str = "public/ballot.html";

#[derive(Serialize)]
struct BallotPage {
    page: Page,
    errors: Vec<FieldError>,
    cooperative: String,
    question: String,
    about: String,
    secret: bool,
    weak: bool,
    closes_at: String,
    action: String,
    /// Why one cannot vote, or that one did.
    said: Option<Said>,
    form: Option<Vec<Choice>>,
    chosen: String,
    /// The second step.
    check: Option<Check>,
    outcome: Vec<Fact>,
}

#[derive(Serialize)]
struct Said {
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
    hint: Option<String>,
}

#[derive(Serialize)]
struct Check {
    choice: &'static str,
    text: String,
    cast: String,
}

struct Shown {
    voter: Voter,
    vote: Vote,
    turnout: Turnout,
    count: Option<Count>,
    cooperative: String,
}

async fn shown(app: &App, me: &Me, secret: &str) -> Result<Shown, Error> {
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let load = move |conn: &mut Conn| {
        let voter = store::votes::by_link(conn, &hash)?.ok_or(Error::Gone)?;
        let vote = store::votes::find(conn, voter.vote)?;
        let bid = store::bids::find(conn, vote.bid)?;
        let closed = vote.closed_at(now).is_some();
        Ok::<_, Error>(Shown {
            turnout: store::votes::turnout(conn, vote.id)?,
            count: if closed { Some(store::votes::count(conn, &vote)?) } else { None },
            cooperative: store::accounts::organisation(conn, bid.cooperative)?.name,
            voter,
            vote,
        })
    };
    app.read(load).await
}

/// `GET /votes/{token}`
pub async fn show(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let shown = shown(&app, &me, &secret).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, (&secret, &shown)))
}

/// `POST /votes/{token}`: what was chosen comes back, to look at once more.
pub async fn choose(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let shown = shown(&app, &me, &secret).await?;
    let mut page = view(&app, &me, (&secret, &shown));
    if page.form.is_none() {
        return pages::with_status(&app, &me, StatusCode::CONFLICT, (TEMPLATE, &page));
    }
    let Ok(choice) = form.typed.text("choice").parse::<BallotChoice>() else {
        let text = app.renderer.translate(me.lang, VoteRefusal::Choice.key(), &[]);
        page.errors = vec![FieldError { field: "choice".into(), text }];
        page.page.fault = true;
        return pages::faulty(&app, &me, TEMPLATE, &page);
    };
    page.chosen = choice.as_str().to_owned();
    if form.typed.text("step") != "change" {
        page.check = Some(check(&app, &me, choice));
    }
    pages::html(&app, &me, TEMPLATE, &page)
}

fn check(app: &App, me: &Me, choice: BallotChoice) -> Check {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    Check { choice: choice.as_str(), text: choice_word(r, choice), cast: r.say("ballot-cast") }
}

/// `POST /votes/{token}/ballot`
pub async fn cast(me: Me, secret: Path<String>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let before = shown(&app, &me, &secret).await?;
    let choice: BallotChoice = form.typed.text("choice").parse().map_err(|_| Error::Unreadable)?;
    let (hash, now) = (sha256_hex(secret.as_bytes()), form.at);
    match app.write(move |tx| actions::cast_ballot(tx, &hash, choice, now)).await {
        Ok(()) => Ok(pages::see_other(format!("/votes/{secret}"))),
        Err(Failure::Refused(why)) => {
            let mut page = view(&app, &me, (&secret, &before));
            page.page.notice = Some(Notice {
                kind: NoticeKind::Error,
                text: app.renderer.translate(me.lang, why.key(), &[]),
            });
            (page.form, page.said) = (None, None);
            pages::with_status(&app, &me, StatusCode::CONFLICT, (TEMPLATE, &page))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

fn view(app: &App, me: &Me, (secret, shown): (&str, &Shown)) -> BallotPage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let Shown { voter, vote, .. } = shown;
    let mut page = pages::frame(app, me, "ballot-title");
    page.menu.clear();
    let again = vote.secrecy == Secrecy::Open || !voter.voted;
    let can_vote = vote.stage(me.now) == VoteStage::Open && again;
    BallotPage {
        page,
        errors: vec![],
        cooperative: shown.cooperative.clone(),
        question: vote.question.clone(),
        about: vote.about.clone(),
        secret: vote.secrecy == Secrecy::Secret,
        weak: vote.secrecy == Secrecy::Secret && shown.turnout.invited < WEAK_BELOW,
        closes_at: r.renderer.datetime(r.lang, vote.closes_at),
        action: format!("/votes/{secret}"),
        said: said(r, shown),
        form: can_vote.then(|| options(r)),
        chosen: voter.choice.map(|choice| choice.as_str().to_owned()).unwrap_or_default(),
        check: None,
        outcome: outcome(r, shown),
    }
}

fn options(r: Reader<'_>) -> Vec<Choice> {
    let option = |choice: &BallotChoice| Choice {
        value: choice.as_str(),
        label: choice_word(r, *choice),
        hint: (*choice == BallotChoice::Blank).then(|| r.say("ballot-blank-hint")),
    };
    BallotChoice::ALL.iter().map(option).collect()
}

fn said(r: Reader<'_>, shown: &Shown) -> Option<Said> {
    let say = |key: &str, args: &[(&str, crate::rendering::Arg<'_>)]| {
        r.renderer.translate(r.lang, key, args)
    };
    let (kind, text) = match (shown.vote.stage(r.now), shown.voter.choice) {
        (VoteStage::Planned, _) => {
            let when = r.renderer.datetime(r.lang, shown.vote.opens_at);
            ("info", say("ballot-planned", &[("when", when.into())]))
        }
        (VoteStage::Stopped { reason, .. }, _) => {
            ("warning", say("vote-stopped", &[("reason", reason.into())]))
        }
        (VoteStage::Closed { .. }, _) => ("info", r.say("ballot-closed")),
        (VoteStage::Open, Some(choice)) => {
            let choice = choice_word(r, choice);
            ("success", say("ballot-voted-open", &[("choice", choice.into())]))
        }
        (VoteStage::Open, None) if shown.voter.voted => ("success", r.say("ballot-voted-secret")),
        (VoteStage::Open, None) => return None,
    };
    Some(Said { kind, text })
}

fn outcome(r: Reader<'_>, shown: &Shown) -> Vec<Fact> {
    let found =
        shown.count.and_then(|count| Mandate::of(&shown.vote, shown.turnout.invited, count, r.now));
    found.map(|found| outcome_facts(r, &found)).unwrap_or_default()
}
