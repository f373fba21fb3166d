//! Publishing: the check list, one last question, and no way back.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::checks::{self, Check};
use super::draft::{self, Draft};
use super::form::{Link, Words};
use super::sentences;
use crate::actions::{self, Failure};
use crate::domain::ids::RoundId;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::joined::Weights;
use crate::domain::rounds::publication::{Part, Problem, SetUpRefusal};
use crate::domain::rounds::risks::Facts;
use crate::domain::scoring::Exact;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct PublicationPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    problems: Vec<Link>,
    checks: Vec<Check>,
    facts: Vec<Fact>,
    version: i32,
    action: String,
    changed: bool,
}

#[derive(Serialize)]
struct Fact {
    term: String,
    text: String,
    href: Option<String>,
    link: Option<String>,
}

/// `GET /manage/rounds/{round}/publication`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    if draft.round.amends().is_some() {
        let base = urls::manage_round(draft.round.id);
        return Ok(pages::see_other(format!("{base}/amendment")));
    }
    let facts = checks::facts(&app, &me, &draft).await?;
    pages::html(&app, &me, "rounds/publication.html", &view(&app, &me, (&draft, &facts)))
}

/// `POST /manage/rounds/{round}/publication`
pub async fn publish(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    if !form.typed.has("sure") {
        let facts = checks::facts(&app, &me, &draft).await?;
        let mut page = view(&app, &me, (&draft, &facts));
        page.errors = vec![Words::of(&app, &me).error("sure", "publication-not-sure")];
        page.page.fault = true;
        return pages::faulty(&app, &me, "rounds/publication.html", &page);
    }
    // A version that cannot be read was never shown.
    let seen = form.typed.text("version").parse().unwrap_or(-1);
    let (by, now) = (draft::by(&me), me.now);
    match app.write(move |tx| actions::publish_round(tx, id, by, seen, now)).await {
        Ok(_) => Ok(pages::see_other(format!("{}?published=1", urls::manage_round(id)))),
        Err(Failure::Refused(why)) => refused(&app, &me, id, why).await,
        Err(failure) => Err(failure.into()),
    }
}

/// The check list again, as it is now.
async fn refused(app: &App, me: &SignedIn, id: RoundId, why: SetUpRefusal) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    let facts = checks::facts(app, me, &draft).await?;
    let mut page = view(app, me, (&draft, &facts));
    page.page.fault = true;
    page.changed = why == SetUpRefusal::Changed;
    pages::with_status(app, me, StatusCode::CONFLICT, ("rounds/publication.html", &page))
}

fn view(app: &App, me: &SignedIn, (draft, known): (&Draft, &Facts)) -> PublicationPage {
    let words = Words::of(app, me);
    let base = urls::manage_round(draft.round.id);
    PublicationPage {
        page: draft::frame(app, me, (draft, &words.say("part-publication"))),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        problems: draft
            .problems(me.now)
            .iter()
            .map(|p| problem_link(p, &draft.lots, (&base, words)))
            .collect(),
        checks: checks::checks(draft, known, words),
        facts: facts(draft, words),
        version: draft.round.version,
        action: format!("{base}/publication"),
        changed: false,
    }
}

/// A problem, with the way to where it is mended.
pub fn problem_link(problem: &Problem, lots: &[Lot], (base, words): (&str, Words<'_>)) -> Link {
    Link {
        href: place(base, lots, (problem.part(), problem_lot(problem))),
        text: sentences::problem(problem, words),
    }
}

fn problem_lot(problem: &Problem) -> Option<u16> {
    match problem {
        Problem::Lot(number, _) => Some(*number),
        _ => None,
    }
}

/// Where a problem can be mended.
pub fn place(base: &str, lots: &[Lot], (part, lot): (Part, Option<u16>)) -> String {
    let lot = lot.and_then(|number| lots.iter().find(|l| l.number == number));
    match (part, lot) {
        (Part::Lots, Some(lot)) => format!("{base}/lots/{}", lot.id),
        (Part::Lots | Part::Joint, _) => format!("{base}/{}", part.as_str()),
        (other, _) => format!("{base}/parts/{}", other.as_str()),
    }
}

/// The heart of the round in a few lines, to read once more.
fn facts(draft: &Draft, words: Words<'_>) -> Vec<Fact> {
    let d = &draft.round.definition;
    let base = urls::manage_round(draft.round.id);
    let fact = |term: &str, text: String, part: Part| Fact {
        term: words.say(term),
        text,
        href: Some(place(&base, &draft.lots, (part, None))),
        link: Some(words.say("change")),
    };
    let budget: i64 = draft.lots.iter().map(|l| l.details.budget.0).sum();
    let lots = [
        ("count", i64::try_from(draft.lots.len()).unwrap_or_default().into()),
        ("budget", words.euro(budget).into()),
    ];
    let scores = words.scores(d);
    let points = d.criteria.iter().map(|c| format!("{}: {}", c.name, scores.weight(&c.weight)));
    let earned = d.price.weight().map(|weight| scores.price_weight(weight));
    let method = [Some(scores.price_rule()), earned, scores.falls_away()];
    let joined = d.participants.iter().map(|one| {
        let weights = Weights::of(&d.weighed_by(one));
        let own = one.weights.as_ref().map(|_| weighed(&weights, d, words));
        [Some(one.name.clone()), own].into_iter().flatten().collect::<Vec<_>>().join(": ")
    });
    let joined = joined.collect::<Vec<_>>().join("\n");
    let mut facts = vec![
        fact("setup-title", d.title.clone(), Part::Basics),
        fact("setup-closes-at", words.datetime(d.dates.closes_at), Part::Dates),
        fact("setup-decision-on", words.day(d.dates.decision_on), Part::Dates),
        fact("part-lots", words.with("publication-lots", &lots), Part::Lots),
        fact(
            "part-method",
            method.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            Part::Method,
        ),
        fact("part-criteria", points.collect::<Vec<_>>().join("\n"), Part::Criteria),
    ];
    if !joined.is_empty() {
        facts.insert(4, fact("part-joint", joined, Part::Joint));
    }
    facts
}

/// `Werkwijze 40 punten, Meerwaarde 40 punten, prijs 20 punten`
fn weighed(weights: &Weights, d: &Definition, words: Words<'_>) -> String {
    let scores = words.scores(d);
    let one = |(code, weight): (&String, &Exact)| {
        format!("{} {}", scores.criterion(code), scores.weight(weight))
    };
    let price = weights.price.as_ref().map(|weight| {
        format!("{} {}", words.say("method-price").to_lowercase(), scores.price_weight(weight))
    });
    weights.criteria.iter().map(one).chain(price).collect::<Vec<_>>().join(", ")
}
