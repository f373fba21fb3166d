//! The decision on one lot: what the table and the rule say, and what the decision maker signs.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::overview::{passed, proposed};
use super::proofs::{Missing, missing, of_winner};
use super::ranking::ranking;
use super::{Opened, below_overview, by, frame, open, say, teller};
use crate::actions;
use crate::domain::decisions::{
    Condition, Draft, Entrant, Ground, Lack, LotFile, Proposal, Verdict,
};
use crate::domain::ids::{LotId, RoundId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::score_table::ScoreTable;
use crate::web::{pages, urls};

/// Value of the choice that nobody gets the lot.
const NOBODY: &str = "nobody";

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct DecisionForm {
    verdict: String,
    ground: String,
    reasons: String,
    advantages: String,
    deviation: String,
    /// When the decision was made that this person saw.
    seen: String,
}

#[derive(Serialize)]
struct LotPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    title: String,
    action: String,
    ranking: Option<ScoreTable>,
    proposal: Option<String>,
    passed: Vec<String>,
    /// Reserve in order, for when an award falls through.
    reserve: Vec<String>,
    /// What the table wrote about the proposed winner, to write the advantages from.
    strengths: Vec<Strength>,
    /// On which bids with a place were admitted.
    conditions: Vec<Met>,
    may_decide: bool,
    why_not: Option<String>,
    choices: Vec<Choice>,
    grounds: Vec<Choice>,
    form: Fields,
    decided: Option<Decided>,
    missing: Vec<Missing>,
    /// Where the proofs stand that the winner may show late.
    proofs: Option<String>,
}

#[derive(Serialize)]
struct Strength {
    criterion: String,
    reason: String,
}

/// A condition of one bidder.
#[derive(Serialize)]
struct Met {
    name: String,
    condition: Condition,
    /// Its day went by.
    passed: bool,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

#[derive(Serialize)]
struct Fields {
    verdict: String,
    ground: String,
    reasons: String,
    advantages: String,
    deviation: String,
    seen: String,
}

#[derive(Serialize)]
struct Decided {
    verdict: String,
    reasons: String,
    advantages: String,
    deviation: String,
    at: Timestamp,
}

/// `GET /manage/rounds/{round}/decision/lots/{lot}`
pub async fn show(me: Me, path: Path<(RoundId, LotId)>, app: Data<App>) -> Answer {
    let (round, lot) = path.into_inner();
    let opened = open(&app, &me, round, Act::ViewDecision).await?;
    let file = opened.file.lot(lot).ok_or(Error::Missing)?;
    let form = DecisionForm::of(file, opened.file.proposals().get(&lot));
    let page = lot_page((&app, &me), &opened, file, (form, vec![]));
    pages::html(&app, &me, "decisions/lot.html", &page)
}

/// `POST /manage/rounds/{round}/decision/lots/{lot}`
pub async fn decide(
    me: SignedIn,
    path: Path<(RoundId, LotId)>,
    form: Posted<DecisionForm>,
    app: Data<App>,
) -> Answer {
    let (round, lot) = path.into_inner();
    let opened = open(&app, &me, round, Act::Decide).await?;
    let file = opened.file.lot(lot).ok_or(Error::Missing)?;
    let proposals = opened.file.proposals();
    let draft = form.fields.draft();
    let proposal = proposals.get(&lot).unwrap_or(&Proposal::Waiting);
    if opened.file.may_decide(file).is_ok() {
        let lacks = opened.file.lacks(file, proposal, &draft);
        if !lacks.is_empty() {
            let page = lot_page((&app, &me), &opened, file, (form.fields, lacks));
            return pages::faulty(&app, &me, "decisions/lot.html", &page);
        }
    }
    let (by, now) = (by(&me)?, me.now);
    app.write(move |tx| actions::decide_lot(tx, lot, &by, draft, now)).await?;
    Ok(pages::see_other(urls::decision(round)))
}

impl DecisionForm {
    /// What was decided, or else what the rule proposes.
    fn of(lot: &LotFile, proposal: Option<&Proposal>) -> DecisionForm {
        let Some(decision) = &lot.decision else {
            let ground = lot.likely_ground();
            let winner = proposal.and_then(Proposal::winner).map(|bid| bid.to_string());
            let nobody = || ground.map(|_| NOBODY.to_owned());
            return DecisionForm {
                verdict: winner.or_else(nobody).unwrap_or_default(),
                ground: ground.map(|ground| ground.as_str().to_owned()).unwrap_or_default(),
                ..DecisionForm::default()
            };
        };
        let (verdict, ground) = match decision.verdict {
            Verdict::Award(bid) => (bid.to_string(), String::new()),
            Verdict::NoAward(ground) => (NOBODY.to_owned(), ground.as_str().to_owned()),
        };
        DecisionForm {
            verdict,
            ground,
            reasons: decision.reasons.clone(),
            advantages: decision.advantages.clone(),
            deviation: decision.deviation.clone(),
            seen: decision.at.to_string(),
        }
    }

    fn draft(&self) -> Draft {
        let verdict = match self.verdict.as_str() {
            NOBODY => self.ground.parse().ok().map(Verdict::NoAward),
            bid => bid.parse().ok().map(Verdict::Award),
        };
        Draft {
            verdict,
            reasons: self.reasons.trim().to_owned(),
            advantages: self.advantages.trim().to_owned(),
            deviation: self.deviation.trim().to_owned(),
            seen: self.seen.parse().ok(),
        }
    }

    fn error(&self, lack: Lack, (app, me): (&App, &Me)) -> FieldError {
        let (field, key) = match lack {
            Lack::Verdict if self.verdict == NOBODY => ("ground", "decision-error-ground"),
            Lack::Verdict => ("verdict", "decision-error-verdict"),
            Lack::Limit => ("verdict", "decision-error-limit"),
            Lack::Reasons => ("reasons", "decision-error-reasons"),
            Lack::Advantages => ("advantages", "decision-error-advantages"),
            Lack::Deviation => ("deviation", "decision-error-deviation"),
        };
        FieldError { field: field.into(), text: say(app, me, key) }
    }
}

type Tried = (DecisionForm, Vec<Lack>);

fn lot_page(
    (app, me): (&App, &Me),
    opened: &Opened,
    lot: &LotFile,
    (form, lacks): Tried,
) -> LotPage {
    let round = &opened.file.round;
    let teller = teller(app, me, opened);
    let proposals = opened.file.proposals();
    let proposal = proposals.get(&lot.lot.id).unwrap_or(&Proposal::Waiting);
    let title = crate::web::public::views::lot_label(&lot.lot, (&app.renderer, me.lang));
    let mut page = frame(app, me, "decision-title", opened);
    page.title.clone_from(&title);
    page.fault = !lacks.is_empty();
    page.crumbs.push(below_overview(app, me, round.id));
    page.crumbs.push(pages::here(title.clone()));
    let refusal = opened.file.may_decide(lot).err();
    let why_not = refusal.map(|why| say(app, me, crate::domain::refusal::Refusal::key(&why)));
    LotPage {
        page,
        errors: lacks.into_iter().map(|lack| form.error(lack, (app, me))).collect(),
        above: round.definition.title.clone(),
        title,
        action: urls::lot_decision(round.id, lot.lot.id),
        ranking: ranking(&teller, lot),
        proposal: proposed(app, me, lot, proposal),
        passed: passed(&teller, lot, proposal),
        reserve: reserve(lot, proposal),
        strengths: strengths(opened, lot, proposal),
        conditions: conditions(lot, day_of(me.now)),
        may_decide: me.can(Act::Decide, &opened.place) && why_not.is_none(),
        why_not,
        choices: choices((app, me), lot, proposal),
        grounds: grounds(&teller),
        decided: decided((app, me), &teller, lot),
        missing: missing((app, me), opened, std::slice::from_ref(lot)),
        proofs: of_winner(opened, lot),
        form: Fields {
            verdict: form.verdict,
            ground: form.ground,
            reasons: form.reasons,
            advantages: form.advantages,
            deviation: form.deviation,
            seen: form.seen,
        },
    }
}

fn reserve(lot: &LotFile, proposal: &Proposal) -> Vec<String> {
    let name = |bid| lot.entrant(bid).map(|entrant| entrant.name.clone());
    match proposal {
        Proposal::Award(award) => award.reserve.iter().filter_map(|(bid, _)| name(*bid)).collect(),
        Proposal::Waiting | Proposal::Shared(_) | Proposal::Nobody(_) => vec![],
    }
}

fn strengths(opened: &Opened, lot: &LotFile, proposal: &Proposal) -> Vec<Strength> {
    let (Some(winner), Some(ranked)) = (proposal.winner(), lot.ranked()) else { return vec![] };
    let strength = |criterion: &crate::domain::rounds::definition::Criterion| {
        let reason = ranked.reasons.get(&(winner, criterion.code.clone()))?;
        Some(Strength { criterion: criterion.name.clone(), reason: reason.clone() })
    };
    opened.file.round.definition.criteria.iter().filter_map(strength).collect()
}

/// Only of a lot whose names are no secret any more.
fn conditions(lot: &LotFile, today: Date) -> Vec<Met> {
    let entrants = lot.entrants.iter().filter(|_| lot.ranked().is_some());
    let of = |entrant: &Entrant| {
        let met = |condition: &Condition| Met {
            name: entrant.name.clone(),
            condition: condition.clone(),
            passed: condition.due.is_some_and(|day| day < today),
        };
        entrant.conditions().iter().map(met).collect::<Vec<_>>()
    };
    entrants.flat_map(of).collect()
}

fn choices((app, me): (&App, &Me), lot: &LotFile, proposal: &Proposal) -> Vec<Choice> {
    let ranked = lot.ranked().map(|ranked| ranked.outcome.ranking()).into_iter().flatten();
    let choice = |(place, bid): (usize, &crate::domain::scoring::BidOutcome)| {
        let entrant = lot.by_code(&bid.id)?;
        let place = i64::try_from(place).unwrap_or_default();
        let args = [("place", place.into()), ("name", entrant.name.as_str().into())];
        Some(Choice {
            value: entrant.bid.to_string(),
            label: app.renderer.translate(me.lang, "decision-choice", &args),
            hint: (proposal.winner() == Some(entrant.bid))
                .then(|| say(app, me, "decision-choice-proposed")),
        })
    };
    let nobody =
        Choice { value: NOBODY.into(), label: say(app, me, "decision-choice-nobody"), hint: None };
    ranked.filter_map(choice).chain([nobody]).collect()
}

fn grounds(teller: &crate::documents::findings::Teller<'_>) -> Vec<Choice> {
    let ground = |ground: &Ground| Choice {
        value: ground.as_str().into(),
        label: teller.ground(*ground),
        hint: None,
    };
    Ground::ALL.iter().map(ground).collect()
}

fn decided(
    (app, me): (&App, &Me),
    teller: &crate::documents::findings::Teller<'_>,
    lot: &LotFile,
) -> Option<Decided> {
    let decision = lot.decision.as_ref()?;
    Some(Decided {
        verdict: match decision.verdict {
            Verdict::Award(_) => lot.winner().map(|w| w.name.clone()).unwrap_or_default(),
            Verdict::NoAward(ground) => {
                let args = [("ground", teller.ground(ground).into())];
                app.renderer.translate(me.lang, "decision-nobody-because", &args)
            }
        },
        reasons: decision.reasons.clone(),
        advantages: decision.advantages.clone(),
        deviation: decision.deviation.clone(),
        at: decision.at,
    })
}
