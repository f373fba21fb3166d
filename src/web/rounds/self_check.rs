//! Which questions somebody asks oneself before starting a bid in this round.

use super::form::{Choice, Field, Kind, Words};
use crate::documents::library::{SelfCheck, library};
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::self_check::{MOST_OWN, OwnCheck, SelfCheckTerms};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

const LONGEST: usize = 300;

/// Those of the library that fit what the round asks.
fn fitting(d: &Definition) -> impl Iterator<Item = &'static SelfCheck> {
    library().self_check.iter().filter(|one| one.needs.met_by(d))
}

pub fn fields(d: &Definition, words: Words<'_>) -> Vec<Field> {
    let choice = |one: &SelfCheck| {
        Choice::new(&one.code, one.text.text(words.lang)).with_hint(one.why.text(words.lang))
    };
    let asked = fitting(d).filter(|one| d.self_check.asks(&one.code));
    let usual = Field::new(Kind::Checks, "self_check", words)
        .options(fitting(d).map(choice).collect())
        .values(asked.map(|one| one.code.clone()).collect())
        .optional();
    let own = (1..=MOST_OWN).flat_map(|n| {
        let kept = d.self_check.own.get(n - 1);
        [
            own_field("text", n, words).value(kept.map_or("", |own| &own.text)),
            own_field("advice", n, words).value(kept.map_or("", |own| &own.advice)),
        ]
    });
    std::iter::once(usual).chain(own).collect()
}

fn own_field(part: &str, n: usize, words: Words<'_>) -> Field {
    let number = i64::try_from(n).unwrap_or_default();
    let label = words.with(&format!("setup-self-check-{part}"), &[("number", number.into())]);
    Field::labelled(Kind::Area, format!("self_check_{part}_{n}"), label).rows(2).optional()
}

/// A question that the round does not ask anyway stays as it was chosen.
pub fn read(d: &Definition, typed: &Typed, words: Words<'_>) -> Result<Change, Vec<FieldError>> {
    let chosen = typed.all("self_check");
    let shown: Vec<&str> = fitting(d).map(|one| one.code.as_str()).collect();
    let kept = d.self_check.left_out.iter().filter(|out| !shown.contains(&out.as_str()));
    let unticked = shown.iter().filter(|code| !chosen.iter().any(|one| one == *code));
    let left_out = unticked.map(|code| (*code).to_owned()).chain(kept.cloned()).collect();
    let (mut own, mut errors) = (vec![], vec![]);
    for n in 1..=MOST_OWN {
        let (text, advice) = (format!("self_check_text_{n}"), format!("self_check_advice_{n}"));
        for field in [&text, &advice] {
            if typed.text(field).chars().count() > LONGEST {
                let max = i64::try_from(LONGEST).unwrap_or(i64::MAX);
                let text = words.with("error-too-long", &[("max", max.into())]);
                errors.push(FieldError { field: field.clone(), text });
            }
        }
        match (typed.text(&text).trim(), typed.text(&advice).trim()) {
            ("", "") => {}
            ("", _) => errors.push(words.error(text, "setup-self-check-no-text")),
            (_, "") => errors.push(words.error(advice, "setup-self-check-no-advice")),
            (text, advice) => own.push(OwnCheck { text: text.into(), advice: advice.into() }),
        }
    }
    match errors.is_empty() {
        true => Ok(Change::SelfCheck(SelfCheckTerms { left_out, own })),
        false => Err(errors),
    }
}
