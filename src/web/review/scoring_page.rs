//! What the split screen shows.

use actix_web::web::Data;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::files::{Checked, FileLink, nameless_links};
use super::notes::{self, NotesView};
use super::reading::Reading;
use super::scores::{Open, Read};
use super::way::Way;
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
    way: Way,
    code: String,
    above: String,
    name: String,
    question: String,
    reading: Reading,
    files: Vec<FileLink>,
    /// What the bidder explained; the bid itself did not change.
    explained: Vec<Explained>,
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
    /// Words that seem to compare with another bid.
    compares: Option<String>,
    notes: NotesView,
    own: Vec<OwnGrade>,
}

#[derive(Serialize)]
struct Explained {
    question: String,
    answer: String,
    at: Timestamp,
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
    let Open { read, criterion, saved_at, explained, .. } = open;
    let definition = &read.facts.round.definition;
    let (index, asked) = read.criterion(criterion)?;
    let mark = read.sheet.mark(read.bid, criterion);
    let (given, of) = read.sheet.progress(read.facts.criteria());
    let kept_grade = mark.grade.as_ref().map(Exact::plain).unwrap_or_default();
    let (grade, reason) = match &typing {
        Typing::None => (kept_grade, mark.reason.clone()),
        Typing::Typed(typed) => (typed.text("grade").to_owned(), typed.text("reason").to_owned()),
    };
    let here = address(read.assignment.id, read.bid, criterion);
    let mut reading = read.reading(asked, (app, me));
    notes::mark(&mut reading, open);
    Ok(ScorePage {
        page: frame((app, me), read, asked),
        errors: vec![],
        lot: read.facts.lot_label(read.assignment.lot),
        given,
        of,
        due: definition.dates.scores_due,
        way: Way::new((app, me), read, asked),
        code: read.code.clone(),
        above: above((app, me), (index, definition.criteria.len()), (asked, read)),
        name: asked.name.clone(),
        question: asked.question.clone(),
        notes: NotesView::new((app, me), open, (&reading, &typing)),
        reading,
        files: nameless_links(handed_in(read), &asked.sections, |hash| {
            let sheet = sheet_address(read.assignment.id);
            format!("{sheet}/bids/{}/files/{hash}", read.bid)
        }),
        explained: explained
            .iter()
            .map(|(question, answer, at)| Explained {
                question: question.clone(),
                answer: answer.clone(),
                at: *at,
            })
            .collect(),
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
        compares: reasons::comparing(&reason).map(str::to_owned),
        reason,
        reason_version: mark.reason_version,
        max_words: reasons::MOST_WORDS,
        saved_at: *saved_at,
        own: own(read, criterion),
    })
}

fn frame((app, me): (&Data<App>, &SignedIn), read: &Read, asked: &Criterion) -> Page {
    let mut page = read.facts.own_frame(app, me, "score-title");
    page.title = bid_name((app, me), &read.code) + ": " + &asked.name;
    page
}

pub fn bid_name((app, me): (&Data<App>, &SignedIn), code: &str) -> String {
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
