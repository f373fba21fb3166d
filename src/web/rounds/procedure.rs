//! The route of a round, money kept apart for residents, and later days to step in; and the
//! grounds on which bids can be refused.

use jiff::civil::Date;

use super::form::{Choice, Field, Kind, Words};
use crate::documents::shelves::{ShelfGround, shelves};
use crate::domain::bids::rule;
use crate::domain::money::Cents;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Definition, Ground};
use crate::domain::rounds::procedure::{MOST_ENTRY_MOMENTS, Procedure, ResidentsBudget, Route};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// Empty fields for days beside those that are there.
const SPARE: usize = 2;
const LONGEST_PURPOSE: usize = 1_000;

pub fn choices(words: Words<'_>) -> Vec<Choice> {
    let choice = |procedure: &Procedure| {
        let key = procedure.as_str().replace('_', "-");
        Choice::new(procedure.as_str(), words.say(&format!("procedure-{key}")))
            .with_hint(words.say(&format!("procedure-{key}-hint")))
    };
    Procedure::ALL.iter().map(choice).collect()
}

pub fn fields(d: &Definition, words: Words<'_>) -> Vec<Field> {
    let budget = d.residents_budget.as_ref();
    let amount = budget.map(|b| euros_typed(b.amount)).unwrap_or_default();
    let mut all = vec![
        Field::new(Kind::Radios, "procedure", words)
            .value(d.procedure.map(Procedure::as_str).unwrap_or_default())
            .options(choices(words)),
        Field::new(Kind::Heading, "residents_heading", words)
            .hint(words.say("setup-residents-hint")),
        Field::new(Kind::Amount, "residents_amount", words)
            .value(amount)
            .unit(words.say("per-year"))
            .optional(),
        Field::new(Kind::Area, "residents_purpose", words)
            .value(budget.map(|b| b.purpose.as_str()).unwrap_or_default())
            .hint(words.say("setup-residents-purpose-hint"))
            .rows(3)
            .optional(),
        Field::new(Kind::Heading, "entry_heading", words).hint(words.say("setup-entry-hint")),
    ];
    let days = slots(d);
    all.extend((0..days).map(|n| {
        let label = words.with("setup-entry", &[("number", (n + 1).to_string().into())]);
        let day = d.entry_moments.get(n).map(Date::to_string).unwrap_or_default();
        Field::labelled(Kind::Date, slot(n), label).value(day).optional()
    }));
    all
}

fn slots(d: &Definition) -> usize {
    (d.entry_moments.len() + SPARE).min(MOST_ENTRY_MOMENTS.max(d.entry_moments.len()))
}

fn slot(n: usize) -> String {
    format!("entry-{}", n + 1)
}

fn euros_typed(amount: Cents) -> String {
    let (euros, cents) = (amount.0 / 100, amount.0 % 100);
    if cents == 0 { euros.to_string() } else { format!("{euros},{cents:02}") }
}

pub fn read(d: &Definition, typed: &Typed, words: Words<'_>) -> Result<Change, Vec<FieldError>> {
    let mut errors = vec![];
    let procedure: Option<Procedure> = typed.text("procedure").parse().ok();
    if procedure.is_none() {
        errors.push(words.error("procedure", "error-choose"));
    }
    let residents_budget = budget(typed, words, &mut errors);
    let mut entry_moments = vec![];
    for name in (0..slots(d)).map(slot) {
        let text = typed.text(&name);
        match rule::day(text) {
            Some(day) => entry_moments.push(day),
            None if text.is_empty() => {}
            None => errors.push(words.error(name, "error-date")),
        }
    }
    entry_moments.sort();
    entry_moments.dedup();
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Change::Procedure(Route { procedure, residents_budget, entry_moments }))
}

/// Both or neither.
fn budget(
    typed: &Typed,
    words: Words<'_>,
    errors: &mut Vec<FieldError>,
) -> Option<ResidentsBudget> {
    let (amount, purpose) = (typed.text("residents_amount"), typed.text("residents_purpose"));
    if amount.is_empty() && purpose.is_empty() {
        return None;
    }
    let read = Cents::parse(amount).ok().filter(|cents| cents.0 > 0);
    if read.is_none() {
        errors.push(words.error("residents_amount", "wrong-residents-amount"));
    }
    if purpose.is_empty() || purpose.chars().count() > LONGEST_PURPOSE {
        errors.push(words.error("residents_purpose", "wrong-residents-purpose"));
    }
    read.map(|amount| ResidentsBudget { amount, purpose: purpose.to_owned() })
}

pub fn ground_fields(d: &Definition, words: Words<'_>) -> Vec<Field> {
    let option = |ground: &Ground| {
        let shelved = shelves().grounds.iter().find(|g| g.code == ground.code);
        let say = |key: &str, text: &str| words.with(key, &[("source", text.into())]);
        let more = shelved.map(|g| {
            let way = say("setup-ground-change", g.change.text(words.lang));
            format!("{way} {}", say("library-source", g.source.text(words.lang)))
        });
        let hint: Vec<String> = [Some(ground.reason.clone()), more].into_iter().flatten().collect();
        Choice::new(&ground.code, &ground.title).with_hint(hint.join(" "))
    };
    vec![
        Field::new(Kind::Checks, "grounds", words)
            .options(all_grounds(d, words).iter().map(option).collect())
            .values(d.grounds.iter().map(|g| g.code.clone()).collect())
            .hint(words.say("setup-grounds-hint"))
            .optional(),
    ]
}

pub fn read_grounds(d: &Definition, typed: &Typed, words: Words<'_>) -> Change {
    let chosen = typed.all("grounds");
    let kept = all_grounds(d, words).into_iter().filter(|g| chosen.contains(&g.code));
    Change::Grounds(kept.collect())
}

/// Those of the library, each as the round has it where it has it, and then the round's own.
fn all_grounds(d: &Definition, words: Words<'_>) -> Vec<Ground> {
    let own = |code: &str| d.grounds.iter().find(|g| g.code == code).cloned();
    let library = &shelves().grounds;
    let known = |g: &ShelfGround| own(&g.code).unwrap_or_else(|| g.copy(words.lang));
    let others = d.grounds.iter().filter(|g| library.iter().all(|l| l.code != g.code)).cloned();
    library.iter().map(known).chain(others).collect()
}
