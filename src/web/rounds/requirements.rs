//! What every bid must meet: chosen from the library, with a text that may be changed.

use super::form::{Choice, Field, Item, Kind, Words};
use crate::documents::library::library;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Definition, Explain, ProofDue, Requirement};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// Every requirement there is: those of the round as they are now, and the rest of the library.
fn all(definition: &Definition) -> Vec<&Requirement> {
    let own = |code: &str| definition.requirements.iter().find(|r| r.code == code);
    let library = &library().requirements;
    let known = library.iter().map(|r| own(&r.code).unwrap_or(r));
    let others =
        definition.requirements.iter().filter(|r| library.iter().all(|l| l.code != r.code));
    known.chain(others).collect()
}

pub fn choice_fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let options = all(definition).into_iter().map(|r| {
        let label = match r.knock_out {
            true => words.with("setup-requirement-hard", &[("title", r.title.as_str().into())]),
            false => r.title.clone(),
        };
        Choice::new(&r.code, format!("{} {label}", r.code)).with_hint(&r.text)
    });
    let chosen = definition.requirements.iter().map(|r| r.code.clone()).collect();
    vec![
        Field::new(Kind::Checks, "requirements", words)
            .options(options.collect())
            .values(chosen)
            .hint(words.say("setup-requirements-hint")),
    ]
}

pub fn read_choice(definition: &Definition, typed: &Typed) -> Change {
    let chosen = typed.all("requirements");
    let kept = all(definition).into_iter().filter(|r| chosen.contains(&r.code));
    Change::Requirements(kept.cloned().collect())
}

pub fn items(definition: &Definition, base: &str, words: Words<'_>) -> Vec<Item> {
    let item = |r: &Requirement| Item {
        name: r.title.clone(),
        note: if r.knock_out { words.say("setup-knock-out") } else { String::new() },
        href: format!("{base}/requirements/{}", r.code),
    };
    definition.requirements.iter().map(item).collect()
}

pub fn fields(r: &Requirement, words: Words<'_>) -> Vec<Field> {
    let knock_out = if r.knock_out { "yes" } else { "" };
    let option = |about: &str, word: &str| Choice::new(word, words.say(&format!("{about}-{word}")));
    vec![
        Field::new(Kind::Text, "name", words).value(&r.title),
        Field::new(Kind::Area, "text", words).value(&r.text).rows(3),
        Field::new(Kind::Area, "risk", words)
            .value(&r.risk)
            .hint(words.say("setup-risk-hint"))
            .rows(2),
        Field::new(Kind::Area, "usual_proof", words).value(&r.usual_proof).rows(2).optional(),
        Field::new(Kind::Area, "equivalent", words)
            .value(&r.equivalent)
            .hint(words.say("setup-equivalent-hint"))
            .rows(3),
        Field::new(Kind::Check, "knock_out", words)
            .value(knock_out)
            .hint(words.say("setup-knock-out-hint")),
        Field::new(Kind::Radios, "proof_due", words)
            .options(ProofDue::ALL.iter().map(|due| option("setup-proof", due.as_str())).collect())
            .value(r.proof.as_str())
            .hint(words.say("setup-proof-due-hint")),
        Field::new(Kind::Radios, "explain", words)
            .options(Explain::ALL.iter().map(|how| option("setup-explain", how.as_str())).collect())
            .value(r.explain.as_str()),
    ]
}

pub fn read(
    code: &str,
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let missing = ["name", "text"].into_iter().filter(|name| typed.text(name).is_empty());
    let errors: Vec<_> = missing.map(|name| words.error(name, "error-required")).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let text = |name: &str| typed.text(name).to_owned();
    let mut requirements = definition.requirements.clone();
    if let Some(place) = requirements.iter_mut().find(|r| r.code == code) {
        *place = Requirement {
            code: code.to_owned(),
            title: text("name"),
            text: text("text"),
            risk: text("risk"),
            usual_proof: text("usual_proof"),
            equivalent: text("equivalent"),
            knock_out: typed.has("knock_out"),
            proof: typed.text("proof_due").parse().unwrap_or(place.proof),
            explain: typed.text("explain").parse().unwrap_or(place.explain),
        };
    }
    Ok(Change::Requirements(requirements))
}
