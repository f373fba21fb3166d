//! What the split screen shows.

use actix_web::web::Data;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::files::{Checked, FileLink, nameless_links};
use super::reading::{Reading, reading};
use super::scores::{Open, Read};
use super::{count, say};
use crate::documents::score_words::ScoreWords;
use crate::domain::ids::{AssignmentId, BidId};
use crate::domain::review::reasons;
use crate::domain::review::sheet::Mark;
use crate::domain::rounds::definition::{Criterion, Grade};
use crate::domain::scoring::Exact;
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::forms::Typed;
use crate::web::me::SignedIn;

pub fn address(sheet: AssignmentId, bid: BidId, criterion: &str) -> String {
    format!("{}/bids/{bid}/{criterion}", sheet_address(sheet))
}

pub fn sheet_address(sheet: AssignmentId) -> String {
    format!("/review/assignments/{sheet}")
}

/// What stands in the fields: what is saved, or what came back.
pub enum Typing<'a> {
    None,
    Typed(&'a Typed),
}

#[derive(Serialize)]
pub struct ScorePage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    lot: String,
    given: usize,
    of: usize,
    due: Date,
    bids: Vec<Step>,
    code: String,
    above: String,
    name: String,
    question: String,
    reading: Reading,
    files: Vec<FileLink>,
    conflicts_href: String,
    overview_href: String,
    action: String,
    clash_href: Option<String>,
    locked: bool,
    options: Vec<Choice>,
    grade: String,
    grade_label: Option<String>,
    grade_version: i32,
    reason: String,
    reason_version: i32,
    max_words: u32,
    words: usize,
    saved_at: Option<Timestamp>,
    compares: bool,
    next: String,
    own: Vec<OwnGrade>,
}

/// A bid in the row at the top.
#[derive(Serialize)]
struct Step {
    label: String,
    note: Option<String>,
    href: String,
    current: bool,
    done: bool,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Serialize)]
struct OwnGrade {
    code: String,
    grade: Option<String>,
    current: bool,
}

pub fn view(
    (app, me): (&Data<App>, &SignedIn),
    open: &Open,
    typing: Typing<'_>,
) -> Result<ScorePage, Error> {
    let Open { read, criterion, saved_at } = open;
    let definition = &read.facts.round.definition;
    let (index, asked) = read.criterion(criterion)?;
    let mark = read.sheet.mark(read.bid, criterion);
    let (given, of) = read.sheet.progress(&definition.criteria);
    let kept_grade = mark.grade.as_ref().map(Exact::plain).unwrap_or_default();
    let (grade, reason) = match typing {
        Typing::None => (kept_grade, mark.reason.clone()),
        Typing::Typed(typed) => (typed.text("grade").to_owned(), typed.text("reason").to_owned()),
    };
    let here = address(read.assignment.id, read.bid, criterion);
    Ok(ScorePage {
        page: frame((app, me), read, asked),
        errors: vec![],
        lot: read.facts.lot_label(read.assignment.lot),
        given,
        of,
        due: definition.dates.scores_due,
        bids: steps((app, me), read, asked),
        code: read.code.clone(),
        above: above((app, me), (index, definition.criteria.len()), (asked, read)),
        name: asked.name.clone(),
        question: asked.question.clone(),
        reading: reading(definition, &asked.sections, &read.content, (app, me)),
        files: nameless_links(handed_in(read), &asked.sections, |hash| {
            let sheet = sheet_address(read.assignment.id);
            format!("{sheet}/bids/{}/files/{hash}", read.bid)
        }),
        conflicts_href: format!("/review/lots/{}/conflicts", read.assignment.lot),
        overview_href: sheet_address(read.assignment.id),
        clash_href: mark.clashes().then(|| format!("{here}/clash")),
        action: here,
        locked: read.sheet.locked_at.is_some(),
        options: options(&definition.scale),
        grade_label: label(&definition.scale, mark.grade.as_ref()),
        grade,
        grade_version: mark.grade_version,
        words: count_words(&reason),
        compares: reasons::compares(&reason),
        reason,
        reason_version: mark.reason_version,
        max_words: reasons::MOST_WORDS,
        saved_at: *saved_at,
        next: next_label((app, me), read, criterion),
        own: own(read, criterion),
    })
}

fn frame((app, me): (&Data<App>, &SignedIn), read: &Read, asked: &Criterion) -> Page {
    let mut page = read.facts.own_frame(app, me, "score-title");
    page.title = bid_name((app, me), &read.code) + ": " + &asked.name;
    page
}

fn bid_name((app, me): (&Data<App>, &SignedIn), code: &str) -> String {
    say(app, me, "score-bid", &[("code", code.into())])
}

fn above(
    (app, me): (&Data<App>, &SignedIn),
    (index, of): (usize, usize),
    (asked, read): (&Criterion, &Read),
) -> String {
    let words = ScoreWords::new(&app.renderer, me.lang, &read.facts.round.definition);
    let weight = words.weight(&asked.weight);
    let args = [
        ("number", count(index + 1)),
        ("of", count(of)),
        ("name", asked.name.as_str().into()),
        ("weight", weight.into()),
    ];
    say(app, me, "score-question", &args)
}

fn steps(reader: (&Data<App>, &SignedIn), read: &Read, asked: &Criterion) -> Vec<Step> {
    let step = |(bid, code): &(BidId, String)| {
        let current = *bid == read.bid;
        let done = read.sheet.mark(*bid, &asked.code).lacks(asked).is_none();
        let note = if done { "score-note-done" } else { "score-note-open" };
        Step {
            label: if current { bid_name(reader, code) } else { code.clone() },
            note: (!current).then(|| say(reader.0, reader.1, note, &[])),
            href: address(read.assignment.id, *bid, &asked.code),
            current,
            done: done && !current,
        }
    };
    read.sheet.bids.iter().map(step).collect()
}

fn options(scale: &[Grade]) -> Vec<Choice> {
    let choice = |grade: &Grade| Choice { value: grade.value.plain(), text: words(grade) };
    scale.iter().map(choice).collect()
}

/// `Goed: alles is duidelijk`.
fn words(grade: &Grade) -> String {
    let mut text = grade.text.chars();
    let first: String = text.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{}: {first}{}", grade.label, text.as_str())
}

fn label(scale: &[Grade], grade: Option<&Exact>) -> Option<String> {
    let on = scale.iter().find(|g| Some(&g.value) == grade)?;
    Some(format!("{} {}", on.value.plain(), words(on)))
}

fn own(read: &Read, criterion: &str) -> Vec<OwnGrade> {
    let line = |(bid, code): &(BidId, String)| OwnGrade {
        code: code.clone(),
        grade: read.sheet.mark(*bid, criterion).grade.as_ref().map(Exact::plain),
        current: *bid == read.bid,
    };
    read.sheet.bids.iter().map(line).collect()
}

/// Where to go from here.
enum Next<'a> {
    Bid(&'a str),
    Question,
    Overview,
}

/// Where the form leads.
pub fn next(read: &Read, criterion: &str) -> String {
    way(read, criterion).0
}

/// The next bid of this question, then the first bid of the next question, then one's overview.
fn way<'a>(read: &'a Read, criterion: &str) -> (String, Next<'a>) {
    let sheet = read.assignment.id;
    let bids = &read.sheet.bids;
    let after = bids.iter().skip_while(|(bid, _)| *bid != read.bid).nth(1);
    if let Some((bid, code)) = after {
        return (address(sheet, *bid, criterion), Next::Bid(code));
    }
    let criteria = &read.facts.round.definition.criteria;
    let question = criteria.iter().skip_while(|c| c.code != criterion).nth(1);
    match question.zip(bids.first()) {
        Some((question, (bid, _))) => (address(sheet, *bid, &question.code), Next::Question),
        None => (sheet_address(sheet), Next::Overview),
    }
}

fn next_label((app, me): (&Data<App>, &SignedIn), read: &Read, criterion: &str) -> String {
    match way(read, criterion).1 {
        Next::Bid(code) => say(app, me, "score-save-to-bid", &[("code", code.into())]),
        Next::Question => say(app, me, "score-save-to-question", &[]),
        Next::Overview => say(app, me, "score-save-to-overview", &[]),
    }
}

#[derive(Serialize)]
pub struct ClashPage {
    page: Page,
    action: String,
    above: String,
    kept: Version,
    other: Version,
    options: Vec<Choice>,
    grade: String,
    grade_version: i32,
    reason: String,
    reason_version: i32,
    max_words: u32,
    words: usize,
}

#[derive(Serialize)]
struct Version {
    grade: Option<String>,
    reason: String,
}

/// Both texts beside each other, and one form to choose or to make one of both.
pub fn clash((app, me): (&Data<App>, &SignedIn), open: &Open) -> Result<ClashPage, Error> {
    let Open { read, criterion, .. } = open;
    let scale = &read.facts.round.definition.scale;
    let (_, asked) = read.criterion(criterion)?;
    let Mark { grade, grade_version, reason, reason_version, other_grade, other_reason } =
        read.sheet.mark(read.bid, criterion).clone();
    let mut page = frame((app, me), read, asked);
    page.title = say(app, me, "score-clash-title", &[]);
    let other_grade = other_grade.or(grade.clone());
    let other_reason = other_reason.unwrap_or_else(|| reason.clone());
    Ok(ClashPage {
        page,
        action: address(read.assignment.id, read.bid, criterion),
        above: bid_name((app, me), &read.code) + ": " + &asked.name,
        kept: Version { grade: label(scale, grade.as_ref()), reason },
        other: Version { grade: label(scale, other_grade.as_ref()), reason: other_reason.clone() },
        options: options(scale),
        // The later text stands ready; it is what the person typed last.
        grade: other_grade.map(|g| g.plain()).unwrap_or_default(),
        grade_version,
        words: count_words(&other_reason),
        reason: other_reason,
        reason_version,
        max_words: reasons::MOST_WORDS,
    })
}

fn handed_in(read: &Read) -> Checked<'_> {
    Checked { content: &read.content, checks: &read.scanned }
}
