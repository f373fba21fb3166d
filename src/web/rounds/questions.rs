//! What bidders are asked: sections switched on and off, and the questions of each.

use super::form::{Choice, Field, Item, Kind as Draw, Words};
use crate::documents::library::library;
use crate::domain::bids::rule::whole_number;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::sections::{self, Condition, Kind, Question, Section};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// The kinds that a person can make; the others come from the library.
const KINDS: [&str; 9] =
    ["text", "line", "number", "decimal", "choice", "date", "money", "files", "area"];
/// Digits behind the comma of a number with decimals, unless the library says otherwise.
const PLACES: u8 = 2;
/// The largest number a question may ask for.
const LARGEST: i64 = 1_000_000_000;
/// The most answers of a choice.
const MOST_OPTIONS: usize = 20;

/// Every section there is: those of the round as they are now, and the rest of the library.
fn all(definition: &Definition) -> Vec<&Section> {
    let own = |code: &str| definition.section(code);
    let mut all: Vec<&Section> =
        library().sections.iter().map(|s| own(&s.code).unwrap_or(s)).collect();
    let known = |section: &&Section| library().sections.iter().any(|l| l.code == section.code);
    all.extend(definition.sections.iter().filter(|section| !known(section)));
    all
}

pub fn choice_fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let option = |section: &Section| {
        let label = format!("{}. {}", section.number, section.title);
        Choice::new(&section.code, label).with_hint(&section.purpose)
    };
    let chosen = definition.sections.iter().map(|section| section.code.clone()).collect();
    vec![
        Field::new(Draw::Checks, "asked", words)
            .options(all(definition).into_iter().map(option).collect())
            .values(chosen)
            .hint(words.say("setup-asked-hint")),
    ]
}

pub fn read_choice(definition: &Definition, typed: &Typed) -> Change {
    let chosen = typed.all("asked");
    let kept = all(definition).into_iter().filter(|section| chosen.contains(&section.code));
    Change::Sections(kept.cloned().collect())
}

pub fn items(definition: &Definition, base: &str, words: Words<'_>) -> Vec<Item> {
    let count = |section: &Section| i64::try_from(section.questions.len()).unwrap_or_default();
    let item = |section: &Section| Item {
        name: section.title.clone(),
        note: words.with("setup-section-questions", &[("count", count(section).into())]),
        href: format!("{base}/sections/{}", section.code),
    };
    definition.sections.iter().map(item).collect()
}

pub fn section_fields(section: &Section, words: Words<'_>) -> Vec<Field> {
    vec![
        Field::new(Draw::Text, "name", words).value(&section.title),
        Field::new(Draw::Area, "purpose", words)
            .value(&section.purpose)
            .hint(words.say("setup-purpose-hint"))
            .rows(4),
    ]
}

pub fn read_section(
    code: &str,
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    if typed.text("name").is_empty() {
        return Err(vec![words.error("name", "error-required")]);
    }
    Ok(changed(definition, code, |section| {
        typed.text("name").clone_into(&mut section.title);
        typed.text("purpose").clone_into(&mut section.purpose);
    }))
}

fn changed(definition: &Definition, code: &str, change: impl FnOnce(&mut Section)) -> Change {
    let mut sections = definition.sections.clone();
    if let Some(section) = sections.iter_mut().find(|section| section.code == code) {
        change(section);
    }
    Change::Sections(sections)
}

pub fn question_items(section: &Section, base: &str, words: Words<'_>) -> Vec<Item> {
    let item = |question: &Question| Item {
        name: question.label.clone(),
        note: super::sections::kind(&question.kind, words),
        href: format!("{base}/sections/{}/questions/{}", section.code, question.code),
    };
    section.questions.iter().map(item).collect()
}

/// A question to start from, with a code that is not used yet.
pub fn blank(section: &Section) -> Question {
    let used = section.questions.iter().filter_map(|q| q.code.strip_prefix("own")?.parse().ok());
    let next = used.max().unwrap_or(0_u32) + 1;
    Question {
        code: format!("own{next}"),
        label: String::new(),
        hint: None,
        example: None,
        required: true,
        when: None,
        kind: Kind::Text { max_words: 150 },
    }
}

pub fn question_fields(section: &Section, question: &Question, words: Words<'_>) -> Vec<Field> {
    let required = if question.required { "yes" } else { "" };
    let mut fields = vec![
        Field::new(Draw::Area, "question_label", words).value(&question.label).rows(2),
        Field::new(Draw::Area, "question_hint", words)
            .value(question.hint.clone().unwrap_or_default())
            .rows(3)
            .optional(),
        Field::new(Draw::Area, "question_example", words)
            .value(question.example.clone().unwrap_or_default())
            .rows(4)
            .optional(),
    ];
    if let Some(word) = plain(&question.kind) {
        fields.extend(kind_fields(&question.kind, word, words));
    }
    let conditions = conditions(section, question);
    if !conditions.is_empty() {
        let when = question.when.as_ref();
        let chosen = when.and_then(|w| Some(format!("{}={}", w.question, w.is.first()?)));
        fields.push(
            Field::new(Draw::Select, "question_when", words)
                .value(chosen.unwrap_or_default())
                .options(conditions)
                .empty(words.say("setup-question-always"))
                .optional(),
        );
    }
    fields.push(Field::new(Draw::Check, "question_required", words).value(required));
    fields.push(Field::new(Draw::Check, "question_removed", words));
    fields
}

/// Every answer of an earlier choice of this section.
fn conditions(section: &Section, question: &Question) -> Vec<Choice> {
    let earlier = section.questions.iter().take_while(|q| q.code != question.code);
    let of = |q: &Question| match &q.kind {
        Kind::Choice { options } => {
            let one = |o: &sections::Choice| {
                Choice::new(format!("{}={}", q.code, o.code), format!("{} {}", q.label, o.label))
            };
            options.iter().map(one).collect()
        }
        _ => vec![],
    };
    earlier.flat_map(of).collect()
}

/// The word of a kind that a person can make.
fn plain(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Text { .. } => "text",
        Kind::Line { .. } => "line",
        Kind::Number { .. } => "number",
        Kind::Choice { .. } => "choice",
        Kind::Date => "date",
        Kind::Money => "money",
        Kind::Files { .. } => "files",
        Kind::Decimal { .. } => "decimal",
        Kind::Area => "area",
        Kind::Costs | Kind::Requirements | Kind::Commitments { .. } | Kind::Table { .. } => {
            return None;
        }
    })
}

fn kind_fields(kind: &Kind, word: &str, words: Words<'_>) -> Vec<Field> {
    let kinds = KINDS.map(|word| Choice::new(word, words.say(&format!("setup-answer-{word}"))));
    let most = match kind {
        Kind::Text { max_words } => max_words.to_string(),
        Kind::Line { max_chars } => max_chars.to_string(),
        Kind::Number { max, .. } | Kind::Decimal { max, .. } => max.to_string(),
        Kind::Files { max } => max.to_string(),
        _ => String::new(),
    };
    let unit = match kind {
        Kind::Number { unit, .. } | Kind::Decimal { unit, .. } => unit.as_str(),
        _ => "",
    };
    let options = match kind {
        Kind::Choice { options } => options.iter().map(|o| o.label.as_str()).collect(),
        _ => vec![],
    };
    vec![
        Field::new(Draw::Select, "answer_kind", words).value(word).options(kinds.into()),
        Field::new(Draw::Number, "answer_most", words)
            .value(most)
            .hint(words.say("setup-answer-most-hint"))
            .optional(),
        Field::new(Draw::Text, "answer_unit", words)
            .value(unit)
            .hint(words.say("setup-answer-unit-hint"))
            .optional(),
        Field::new(Draw::Area, "answer_options", words)
            .value(options.join("\n"))
            .hint(words.say("setup-answer-options-hint"))
            .rows(5)
            .optional(),
    ]
}

/// The question as typed, put in the place of the one with the same code, or at the end.
pub fn read_question(
    (section, question): (&Section, &Question),
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    if typed.has("question_removed") {
        return Ok(changed(definition, &section.code, |section| {
            section.questions.retain(|q| q.code != question.code);
        }));
    }
    let mut errors = vec![];
    if typed.text("question_label").is_empty() {
        errors.push(words.error("question_label", "error-required"));
    }
    let kind = match plain(&question.kind) {
        Some(_) => read_kind(&question.kind, typed),
        None => Ok(question.kind.clone()),
    };
    let kind = kind.map_err(|field| errors.push(words.error(field, wrong(field)))).ok();
    let (Some(kind), true) = (kind, errors.is_empty()) else { return Err(errors) };
    let text = |name: &str| Some(typed.text(name).to_owned()).filter(|text| !text.is_empty());
    let typed_question = Question {
        code: question.code.clone(),
        label: typed.text("question_label").to_owned(),
        hint: text("question_hint"),
        example: text("question_example"),
        required: typed.has("question_required"),
        when: read_condition(section, question, typed.text("question_when")),
        kind,
    };
    Ok(changed(definition, &section.code, |section| {
        match section.questions.iter_mut().find(|q| q.code == typed_question.code) {
            Some(place) => *place = typed_question,
            None => section.questions.push(typed_question),
        }
    }))
}

fn wrong(field: &str) -> &'static str {
    match field {
        "answer_options" => "wrong-answer-options",
        "answer_kind" => "error-choose",
        _ => "wrong-answer-most",
    }
}

/// Several answers of one condition stay, as long as its first one is chosen.
fn read_condition(section: &Section, question: &Question, chosen: &str) -> Option<Condition> {
    conditions(section, question).iter().find(|choice| choice.value == chosen)?;
    let (before, is) = chosen.split_once('=')?;
    let kept = question
        .when
        .clone()
        .filter(|w| w.question == before && w.is.first().is_some_and(|f| f == is));
    kept.or_else(|| Some(Condition { question: before.to_owned(), is: vec![is.to_owned()] }))
}

fn least(before: &Kind) -> i64 {
    match before {
        Kind::Number { min, .. } | Kind::Decimal { min, .. } => *min,
        _ => 0,
    }
}

fn largest(typed: &Typed) -> Result<i64, &'static str> {
    match typed.text("answer_most") {
        "" => Ok(LARGEST),
        text => whole_number(text).filter(|n| (1..=LARGEST).contains(n)).ok_or("answer_most"),
    }
}

/// Errors: the field that is wrong.
fn read_kind(before: &Kind, typed: &Typed) -> Result<Kind, &'static str> {
    let most = |usual: u32, largest: u32| match typed.text("answer_most") {
        "" => Ok(usual),
        text => {
            let read = whole_number(text).and_then(|number| u32::try_from(number).ok());
            read.filter(|number| (1..=largest).contains(number)).ok_or("answer_most")
        }
    };
    Ok(match typed.text("answer_kind") {
        "text" => Kind::Text { max_words: most(150, 2_000)? },
        "line" => Kind::Line { max_chars: most(150, 500)? },
        "number" => Kind::Number {
            min: least(before),
            max: largest(typed)?,
            unit: typed.text("answer_unit").to_owned(),
        },
        "decimal" => Kind::Decimal {
            min: least(before),
            max: largest(typed)?,
            places: if let Kind::Decimal { places, .. } = before { *places } else { PLACES },
            unit: typed.text("answer_unit").to_owned(),
        },
        "area" => Kind::Area,
        "choice" => Kind::Choice { options: read_options(before, typed)? },
        "date" => Kind::Date,
        "money" => Kind::Money,
        "files" => Kind::Files { max: u8::try_from(most(3, 20)?).unwrap_or(20) },
        _ => return Err("answer_kind"),
    })
}

/// One answer per line; an answer that was there keeps its code.
fn read_options(before: &Kind, typed: &Typed) -> Result<Vec<sections::Choice>, &'static str> {
    let known = if let Kind::Choice { options } = before { options.as_slice() } else { &[] };
    let mut options: Vec<sections::Choice> = vec![];
    let labels = typed.text("answer_options").lines().map(str::trim).filter(|l| !l.is_empty());
    for label in labels {
        let same = known.iter().find(|option| option.label == label);
        let taken = |code: &str| known.iter().chain(&options).any(|option| option.code == code);
        let free = || (1..).map(|n| format!("answer{n}")).find(|code| !taken(code));
        let code = same.map(|option| option.code.clone()).or_else(free).unwrap_or_default();
        options.push(sections::Choice { code, label: label.to_owned() });
    }
    let mut codes: Vec<&str> = options.iter().map(|option| option.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let fits = (2..=MOST_OPTIONS).contains(&options.len()) && codes.len() == options.len();
    if fits { Ok(options) } else { Err("answer_options") }
}
