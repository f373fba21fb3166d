//! Title, summary, contact; and the dates.

use jiff::Timestamp;
use jiff::civil::Date;

use super::form::{Field, Kind, Words};
use super::sentences;
use crate::domain::bids::rule;
use crate::domain::moments::{self, MomentError};
use crate::domain::rounds::changes::{Basics, Change};
use crate::domain::rounds::definition::{Contact, Dates, Definition};
use crate::domain::rounds::publication::{Problem, Step, date_problems};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// Longer titles do not fit on a letter or a phone.
const LONGEST_TITLE: usize = 120;
const LONGEST_SUMMARY: usize = 6_000;

pub fn fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let contact = &definition.contact;
    vec![
        Field::new(Kind::Text, "title", words)
            .value(&definition.title)
            .hint(words.say("setup-title-hint")),
        Field::new(Kind::Area, "summary", words)
            .value(&definition.summary)
            .hint(words.say("setup-summary-hint"))
            .rows(10),
        Field::new(Kind::Heading, "contact", words).hint(words.say("setup-contact-hint")),
        Field::new(Kind::Text, "contact_name", words).value(&contact.name),
        Field::new(Kind::Email, "contact_email", words).value(&contact.email),
        Field::new(Kind::Phone, "contact_phone", words).value(&contact.phone).optional(),
    ]
}

pub fn read(typed: &Typed, words: Words<'_>) -> Result<Change, Vec<FieldError>> {
    let text = |name: &str| typed.text(name).to_owned();
    let mut errors = vec![];
    for name in ["title", "contact_name"] {
        if typed.text(name).is_empty() {
            errors.push(words.error(name, "error-required"));
        }
    }
    for (name, longest) in [("title", LONGEST_TITLE), ("summary", LONGEST_SUMMARY)] {
        if typed.text(name).chars().count() > longest {
            let max = i64::try_from(longest).unwrap_or(i64::MAX);
            let text = words.with("error-too-long", &[("max", max.into())]);
            errors.push(FieldError { field: name.into(), text });
        }
    }
    if !validator::ValidateEmail::validate_email(&typed.text("contact_email")) {
        errors.push(words.error("contact_email", "error-email"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let contact = Contact {
        name: text("contact_name"),
        email: text("contact_email"),
        phone: text("contact_phone"),
    };
    Ok(Change::Basics(Basics { title: text("title"), summary: text("summary"), contact }))
}

pub fn date_fields(dates: &Dates, words: Words<'_>) -> Vec<Field> {
    let moment = |step: Step, at: Timestamp| {
        let (day, time) = moments::typed(at);
        Field::new(Kind::Moment, step.as_str(), words).value(day).time(time)
    };
    let day =
        |step: Step, day: Date| Field::new(Kind::Date, step.as_str(), words).value(day.to_string());
    vec![
        moment(Step::QuestionsUntil, dates.questions_until)
            .hint(words.say("setup-questions-until-hint")),
        moment(Step::ClosesAt, dates.closes_at).hint(words.say("setup-closes-at-hint")),
        day(Step::ScoresDue, dates.scores_due).hint(words.say("setup-scores-due-hint")),
        day(Step::TableOn, dates.table_on),
        day(Step::DecisionOn, dates.decision_on),
        day(Step::StartsOn, dates.starts_on).hint(words.say("setup-starts-on-hint")),
    ]
}

pub fn read_dates(
    typed: &Typed,
    now: Timestamp,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let mut errors = vec![];
    let mut moment = |step: Step| {
        let name = step.as_str();
        let (day, time) = (format!("{name}_date"), format!("{name}_time"));
        let read = moments::moment(typed.text(&day), typed.text(&time));
        read.map_err(|why| errors.push(words.error(name, moment_key(why)))).ok()
    };
    let (questions_until, closes_at) = (moment(Step::QuestionsUntil), moment(Step::ClosesAt));
    let mut day = |step: Step| {
        let read = rule::day(typed.text(step.as_str()));
        if read.is_none() {
            errors.push(words.error(step.as_str(), "error-date"));
        }
        read
    };
    let days = [Step::ScoresDue, Step::TableOn, Step::DecisionOn, Step::StartsOn].map(&mut day);
    let (
        Some(questions_until),
        Some(closes_at),
        [Some(scores_due), Some(table_on), Some(decision_on), Some(starts_on)],
    ) = (questions_until, closes_at, days)
    else {
        return Err(errors);
    };
    let dates = Dates { questions_until, closes_at, scores_due, table_on, decision_on, starts_on };
    let wrong: Vec<_> =
        date_problems(&dates, now).iter().filter_map(|p| date_error(p, words)).collect();
    if wrong.is_empty() { Ok(Change::Dates(dates)) } else { Err(wrong) }
}

fn moment_key(why: MomentError) -> &'static str {
    match why {
        MomentError::Day => "error-date",
        MomentError::Time => "error-time",
        MomentError::Skipped => "moment-skipped",
        MomentError::Twice => "moment-twice",
    }
}

/// A wrong order stands with the later of the two.
fn date_error(problem: &Problem, words: Words<'_>) -> Option<FieldError> {
    let (Problem::Past(step) | Problem::Order(_, step)) = problem else { return None };
    Some(FieldError { field: step.as_str().into(), text: sentences::problem(problem, words) })
}
