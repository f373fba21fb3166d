//! The page of one bid with every requirement beside what the bidder answered.

use std::borrow::Cow;

use actix_web::web::Data;
use serde::Serialize;

use super::admissibility::{Read, address};
use super::files::{Checked, FileLink, links};
use super::inquiry_lines::{self, Asked, ClockView};
use super::parties::{self, PartiesView};
use super::requirements::{RequirementAnswer, requirement_answers};
use super::{frame, say};
use crate::documents::shelves::grounds_for;
use crate::domain::bids::support::Sentence;
use crate::domain::moments::day_of;
use crate::domain::review::admissibility::{AdmissionVerdict, Check, CheckVerdict};
use crate::domain::review::equivalents::can_be_kept;
use crate::domain::review::inquiry::InquiryKind;
use crate::domain::review::rejection::{Rejection, Standing};
use crate::domain::rounds::definition::{Definition, ProofDue, Requirement};
use crate::rendering::layout::{FieldError, Page};
use crate::store::admissibility::Given;
use crate::web::App;
use crate::web::bids::area_view::AreaView;
use crate::web::bids::vote_words::{Fact, outcome_facts};
use crate::web::bids::{reader, support_facts};
use crate::web::forms::Typed;
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
pub struct BidPage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    above: String,
    code: String,
    /// It was made on terms that changed since.
    old_terms: Option<String>,
    cooperative: String,
    action: String,
    back: String,
    files: Vec<FileLink>,
    parties: Option<PartiesView>,
    /// The part of the lot that the bidder takes on.
    view: Option<AreaView>,
    requirements: Vec<RequirementCard>,
    check_options: Vec<Choice>,
    options: Vec<Choice>,
    grounds: Vec<Choice>,
    verdict: String,
    reason: String,
    ground: String,
    decided: Option<By>,
    refusal: Option<RefusalView>,
    clarifications: Vec<Asked>,
    /// Where to ask the bidder to explain something.
    clarify: Option<String>,
    clock: Option<ClockView>,
    can_change: bool,
    /// What members and residents said, when they said it here.
    mandate: Vec<Fact>,
    support: Vec<Fact>,
    sentences: Vec<Sentence>,
}

/// How far a refusal is that somebody proposed.
#[derive(Serialize)]
struct RefusalView {
    kind: &'static str,
    text: String,
    /// Why it came back.
    reason: Option<String>,
    href: String,
}

#[derive(Serialize)]
struct Choice {
    value: Cow<'static, str>,
    label: String,
    hint: Option<String>,
}

#[derive(Serialize)]
struct By {
    name: String,
    at: jiff::Timestamp,
}

#[derive(Serialize)]
struct RequirementCard {
    code: String,
    title: String,
    text: String,
    usual_proof: String,
    knock_out: bool,
    /// The proof may wait until the bid wins for now.
    waits: bool,
    answer: RequirementAnswer,
    verdict: String,
    reason: String,
    due: String,
    /// That the day of a condition went by.
    passed: Option<String>,
    ground: String,
    checked: Option<By>,
    asked: Vec<Asked>,
    /// Where to ask a supplement.
    ask: Option<String>,
    /// Where an accepted other way is kept for next time.
    keep: Option<String>,
}

pub fn view(app: &Data<App>, me: &Me, read: &Read, typed: Option<&Typed>) -> BidPage {
    let Read { facts, bid, checks, admission, .. } = read;
    let (r, (mandate, support)) = (reader(app, me), &read.people);
    let definition = &facts.round.definition;
    let mut answers = requirement_answers(definition, &read.content, (app, me));
    let decided = admission.as_ref();
    let mut page = frame(app, me, "admission-title", facts);
    page.title = format!("{}: {}", page.title, read.cooperative);
    page.crumbs.pop();
    let list = format!("{}/admissibility", urls::manage_round(facts.round.id));
    page.crumbs.push(pages::crumb(&list, say(app, me, "admission-title", &[])));
    page.crumbs.push(pages::here(&read.cooperative));
    let or = |name: &str, kept: &str| typed.map_or(kept, |t| t.text(name)).to_owned();
    let here = address(facts.round.id, bid.id);
    let cards = definition.requirements.iter().map(|r| {
        let answer = answers.remove(&r.code).unwrap_or_default();
        RequirementCard {
            passed: passed((app, me), checks, r),
            keep: keep_at(format!("{here}/equivalents"), &answer, (checks, r)),
            asked: inquiry_lines::of((app, me), read, (InquiryKind::Supplement, Some(&r.code))),
            ask: may_ask(read).then(|| format!("{here}/supplements/{}", r.code)),
            ..card(r, answer, checks, typed)
        }
    });
    let said = said(read);
    BidPage {
        requirements: cards.collect(),
        grounds: ground_choices(definition, me),
        ground: or("ground", &said.2),
        refusal: read.rejection.as_ref().map(|one| refusal(app, me, (one, &here))),
        clarifications: inquiry_lines::of((app, me), read, (InquiryKind::Clarification, None)),
        clarify: may_clarify(read).then(|| format!("{here}/clarifications")),
        clock: inquiry_lines::clock_of_round((app, me), &facts.round, &read.asked),
        page,
        errors: vec![],
        above: facts.lot_label(bid.lot),
        code: bid.code.clone().unwrap_or_default(),
        old_terms: read
            .old_terms
            .map(|own| say(app, me, "terms-old", &[("number", i64::from(own).into())])),
        cooperative: read.cooperative.clone(),
        action: here.clone(),
        back: list,
        files: links(Checked { content: &read.content, checks: &read.scanned }, |hash| {
            format!("{here}/files/{hash}")
        }),
        parties: read.parties.as_ref().map(|kept| parties::view(app, me, (kept, definition))),
        view: read.area.as_ref().map(|area| AreaView::new(reader(app, me), area, &[])),
        check_options: choices(app, me, "check", CheckVerdict::ALL.iter().map(|v| v.as_str())),
        options: choices(app, me, "admission", AdmissionVerdict::ALL.iter().map(|v| v.as_str())),
        verdict: or("verdict", said.0),
        reason: or("reason", &said.1),
        decided: decided.map(|d| By { name: d.by.clone(), at: d.at }),
        can_change: may_change(read),
        mandate: mandate.as_ref().map(|m| outcome_facts(r, m)).unwrap_or_default(),
        support: support.as_ref().map(|s| support_facts(r, s)).unwrap_or_default(),
        sentences: support.as_ref().map(|s| s.sentences.clone()).unwrap_or_default(),
    }
}

/// Verdict, reason and ground as they stand now, decided or proposed.
fn said(read: &Read) -> (&'static str, String, String) {
    let ground = read.rejection.as_ref().map(|one| one.ground.clone()).unwrap_or_default();
    match (&read.admission, &read.rejection) {
        (Some(given), _) => {
            let ground = if given.what.verdict.joins() { String::new() } else { ground };
            (given.what.verdict.as_str(), given.what.reason.clone(), ground)
        }
        (None, Some(one)) if one.is_proposed() => {
            (AdmissionVerdict::Refused.as_str(), one.reason.clone(), ground)
        }
        (None, _) => ("", String::new(), String::new()),
    }
}

/// The round is judged, the table has not met, and no letter of refusal went out.
fn may_change(read: &Read) -> bool {
    let sent = read.rejection.as_ref().is_some_and(Rejection::is_in_force);
    read.facts.round.is_under_review() && !read.table_has_met && !sent
}

/// A supplement comes before the decision about the bid.
fn may_ask(read: &Read) -> bool {
    may_clarify(read) && read.admission.is_none()
}

fn may_clarify(read: &Read) -> bool {
    may_change(read) && !read.rejection.as_ref().is_some_and(Rejection::is_proposed)
}

fn refusal(app: &App, me: &Me, (one, here): (&Rejection, &str)) -> RefusalView {
    let (kind, key, by, reason) = match &one.standing {
        Standing::Proposed => ("warning", "refusal-is-proposed", &one.proposed, None),
        Standing::Returned { by, reason } => {
            ("warning", "refusal-is-returned", by, Some(reason.clone()))
        }
        Standing::Confirmed { by, .. } => ("info", "refusal-is-confirmed", by, None),
    };
    let at = app.renderer.datetime(me.lang, by.at);
    let args = [("name", by.name.as_str().into()), ("at", at.into())];
    let text = say(app, me, key, &args);
    RefusalView { kind, text, reason, href: format!("{here}/refusal") }
}

fn ground_choices(definition: &Definition, me: &Me) -> Vec<Choice> {
    let grounds = grounds_for(definition, me.lang).into_iter();
    grounds.map(|one| Choice { value: one.code.into(), label: one.title, hint: None }).collect()
}

fn choices(
    app: &App,
    me: &Me,
    kind: &str,
    words: impl Iterator<Item = &'static str>,
) -> Vec<Choice> {
    let choice = |value: &'static str| {
        let label = say(app, me, &format!("{kind}-{value}"), &[]);
        Choice { value: value.into(), label, hint: None }
    };
    words.map(choice).collect()
}

fn card(
    requirement: &Requirement,
    answer: RequirementAnswer,
    checks: &[Given<Check>],
    typed: Option<&Typed>,
) -> RequirementCard {
    let given = checks.iter().find(|c| c.what.requirement == requirement.code);
    let or = |name: &str, kept: &str| {
        typed.map_or(kept, |t| t.text(&format!("{name}.{}", requirement.code))).to_owned()
    };
    RequirementCard {
        code: requirement.code.clone(),
        title: requirement.title.clone(),
        text: requirement.text.clone(),
        usual_proof: requirement.usual_proof.clone(),
        knock_out: requirement.knock_out,
        waits: requirement.proof == ProofDue::BeforeAward,
        answer,
        verdict: or("verdict", given.map_or("", |g| g.what.verdict.as_str())),
        reason: or("reason", given.map_or("", |g| &g.what.reason)),
        due: or("due", &given.and_then(|g| g.what.due).map(|d| d.to_string()).unwrap_or_default()),
        ground: or("ground", given.and_then(|g| g.what.ground.as_deref()).unwrap_or_default()),
        checked: given.map(|g| By { name: g.by.clone(), at: g.at }),
        passed: None,
        asked: vec![],
        ask: None,
        keep: None,
    }
}

/// Only what was accepted as another way can be kept for next time.
fn keep_at(
    base: String,
    answer: &RequirementAnswer,
    (checks, requirement): (&[Given<Check>], &Requirement),
) -> Option<String> {
    let given = checks.iter().find(|c| c.what.requirement == requirement.code);
    let kept = can_be_kept(answer.answered, given.map(|given| &given.what));
    kept.then(|| format!("{base}/{}", requirement.code))
}

/// A condition whose day went by.
fn passed(
    (app, me): (&App, &Me),
    checks: &[Given<Check>],
    requirement: &Requirement,
) -> Option<String> {
    let given = checks.iter().find(|c| c.what.requirement == requirement.code)?;
    given.what.condition()?;
    let due = given.what.due.filter(|day| *day < day_of(me.now))?;
    let day = app.renderer.day(me.lang, due);
    Some(say(app, me, "condition-passed-long", &[("day", day.into())]))
}
