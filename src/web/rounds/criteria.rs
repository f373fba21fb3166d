//! What bids are judged on: the points of all criteria together, and each criterion by itself.

use super::form::{Choice, Field, Item, Kind, Remark, Words};
use super::sentences::{number, typed_number};
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Criterion, CriterionKind, Definition};
use crate::domain::scoring::{Exact, Unit};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// The points of every criterion, to weigh them against each other.
pub fn weight_fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let field = |c: &Criterion| {
        Field::labelled(Kind::Number, format!("weight-{}", c.code), &c.name)
            .value(typed_number(&c.weight))
            .unit(unit(definition, words))
    };
    definition.criteria.iter().map(field).collect()
}

pub fn read_weights(
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let mut errors = vec![];
    let mut criteria = definition.criteria.clone();
    for criterion in &mut criteria {
        let field = format!("weight-{}", criterion.code);
        match read_number(typed.text(&field)) {
            Some(weight) => criterion.weight = weight,
            None => errors.push(words.error(field, "wrong-weight")),
        }
    }
    if errors.is_empty() { Ok(Change::Criteria(criteria)) } else { Err(errors) }
}

/// What the weights of this round are counted in.
pub fn unit(definition: &Definition, words: Words<'_>) -> String {
    words.say(match definition.price.weight_unit() {
        Unit::Points => "setup-points",
        Unit::Money => "setup-euros",
    })
}

/// Zero or more, with a comma or a point; no fractions and powers, which nobody means.
pub fn read_number(text: &str) -> Option<Exact> {
    let plain = text.trim().replace(',', ".");
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !digits || plain.len() > 9 {
        return None;
    }
    plain.parse().ok()
}

/// What all points add up to, and how that is not yet a hundred.
pub fn remark(definition: &Definition, words: Words<'_>) -> Remark {
    let sum = definition.weight_sum();
    if definition.price.weight_unit() == Unit::Money {
        let sum = words.scores(definition).weight(&sum);
        return Remark { kind: "info", text: words.with("weights-money", &[("sum", sum.into())]) };
    }
    if let Some(text) = lack_of_points(definition, words) {
        return Remark { kind: "warning", text };
    }
    Remark {
        kind: "success",
        text: match definition.price.weight() {
            None => words.say("weights-right"),
            Some(price) => {
                words.with("weights-right-price", &[("price", number(price, words).into())])
            }
        },
    }
}

/// What to do while the points are not a hundred together.
pub fn lack_of_points(definition: &Definition, words: Words<'_>) -> Option<String> {
    let sum = definition.weight_sum();
    let wrong = definition.price.weight_unit() == Unit::Points && sum != Exact::from(100);
    wrong.then(|| words.with("problem-weight-sum", &[("sum", number(&sum, words).into())]))
}

pub fn items(definition: &Definition, base: &str, words: Words<'_>) -> Vec<Item> {
    let item = |c: &Criterion| Item {
        name: c.name.clone(),
        note: words.scores(definition).weight(&c.weight),
        href: format!("{base}/criteria/{}", c.code),
    };
    definition.criteria.iter().map(item).collect()
}

/// A criterion to start from, with a code that is not used yet.
pub fn blank(definition: &Definition) -> Criterion {
    let used = definition.criteria.iter().filter_map(|c| c.code.strip_prefix('q')?.parse().ok());
    let next = used.max().unwrap_or(0_u32) + 1;
    Criterion {
        code: format!("q{next}"),
        name: String::new(),
        question: String::new(),
        kind: CriterionKind::Quality,
        weight: Exact::zero(),
        threshold: None,
        reason_required: true,
        sections: vec![],
    }
}

pub fn fields(c: &Criterion, definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let kinds = ["quality", "social_value"].map(|kind| {
        Choice::new(kind, words.say(&format!("setup-kind-{}", kind.replace('_', "-"))))
    });
    let grades = definition.scale.iter().map(|grade| {
        Choice::new(
            grade.value.plain(),
            format!("{} – {}", number(&grade.value, words), grade.label),
        )
    });
    let sections = definition.sections.iter().filter(|s| s.group.is_assessed());
    let weight = if c.weight.is_zero() { String::new() } else { typed_number(&c.weight) };
    let threshold = c.threshold.as_ref().map(Exact::plain).unwrap_or_default();
    let reason = if c.reason_required { "yes" } else { "" };
    vec![
        Field::new(Kind::Text, "name", words).value(&c.name),
        Field::new(Kind::Area, "question", words).value(&c.question).rows(4),
        Field::new(Kind::Radios, "kind", words).value(kind_word(c.kind)).options(kinds.into()),
        Field::new(Kind::Number, "weight", words).value(weight).unit(unit(definition, words)),
        Field::new(Kind::Select, "threshold", words)
            .value(threshold)
            .options(grades.collect())
            .empty(words.say("setup-threshold-none"))
            .hint(words.say("setup-threshold-hint"))
            .optional(),
        Field::new(Kind::Check, "reason_required", words).value(reason),
        Field::new(Kind::Checks, "sections", words)
            .values(c.sections.clone())
            .options(sections.map(|s| Choice::new(&s.code, &s.title)).collect())
            .hint(words.say("setup-sections-hint")),
    ]
}

fn kind_word(kind: CriterionKind) -> &'static str {
    match kind {
        CriterionKind::Quality => "quality",
        CriterionKind::SocialValue => "social_value",
    }
}

/// The criterion as typed, put in the place of the one with the same code, or at the end.
pub fn read(
    code: &str,
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let mut errors = vec![];
    for name in ["name", "question"] {
        if typed.text(name).is_empty() {
            errors.push(words.error(name, "error-required"));
        }
    }
    let weight = read_number(typed.text("weight"));
    if weight.is_none() {
        errors.push(words.error("weight", "wrong-weight"));
    }
    let threshold = typed.text("threshold").parse::<Exact>().ok();
    let known = |s: &String| definition.sections.iter().any(|known| known.code == *s);
    let (Some(weight), true) = (weight, errors.is_empty()) else { return Err(errors) };
    let criterion = Criterion {
        code: code.to_owned(),
        name: typed.text("name").to_owned(),
        question: typed.text("question").to_owned(),
        kind: match typed.text("kind") {
            "social_value" => CriterionKind::SocialValue,
            _ => CriterionKind::Quality,
        },
        weight,
        threshold,
        reason_required: typed.has("reason_required"),
        sections: typed.all("sections").iter().filter(|s| known(s)).cloned().collect(),
    };
    let mut criteria = definition.criteria.clone();
    match criteria.iter_mut().find(|c| c.code == code) {
        Some(place) => *place = criterion,
        None => criteria.push(criterion),
    }
    Ok(Change::Criteria(criteria))
}

pub fn without(code: &str, definition: &Definition) -> Change {
    let kept = definition.criteria.iter().filter(|c| c.code != code);
    Change::Criteria(kept.cloned().collect())
}
