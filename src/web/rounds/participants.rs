//! How a municipality that takes part weighs, and whose lot a lot is.

use super::criteria::{read_number, unit};
use super::form::{Choice, Field, Kind, Words};
use super::sentences::typed_number;
use crate::domain::ids::OrganisationId;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::joined::{ForWhom, Participant, Weights};
use crate::domain::scoring::Exact;
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

const OWN: &str = "own";
const SHARED: &str = "shared";

/// Its weights; those of the round stand there to begin with.
pub fn fields(own: &Participant, d: &Definition, words: Words<'_>) -> Vec<Field> {
    let weights = own.weights.clone().unwrap_or_else(|| Weights::of(d));
    let number = |name: String, label: &str, weight: Option<&Exact>| {
        let value = weight.map(typed_number).unwrap_or_default();
        Field::labelled(Kind::Number, name, label).value(value).unit(unit(d, words)).optional()
    };
    let which = [SHARED, OWN].map(|word| {
        Choice::new(word, words.say(&format!("joint-weights-{word}")))
            .with_hint(words.say(&format!("joint-weights-{word}-hint")))
    });
    let chosen = if own.weights.is_some() { OWN } else { SHARED };
    let mut all = vec![
        Field::labelled(Kind::Radios, "weights", words.say("joint-weights"))
            .value(chosen)
            .options(which.into()),
        Field::labelled(Kind::Heading, "own-weights", words.say("joint-own-weights"))
            .hint(words.say("joint-own-weights-hint")),
    ];
    all.extend(
        d.criteria
            .iter()
            .map(|c| number(field_of(&c.code), &c.name, weights.criteria.get(&c.code))),
    );
    if d.price.weight().is_some() {
        let label = words.say("setup-price-weight");
        all.push(number("price_weight".into(), &label, weights.price.as_ref()));
    }
    all
}

fn field_of(code: &str) -> String {
    format!("weight-{code}")
}

/// Everybody who takes part, with what was typed for this one.
pub fn read(
    own: OrganisationId,
    d: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let weights = match typed.text("weights") {
        SHARED => None,
        OWN => Some(read_weights(d, typed, words)?),
        _ => return Err(vec![words.error("weights", "error-choose")]),
    };
    let mut participants = d.participants.clone();
    for one in participants.iter_mut().filter(|one| one.municipality == own) {
        one.weights.clone_from(&weights);
    }
    Ok(Change::Participants(participants))
}

fn read_weights(
    d: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Weights, Vec<FieldError>> {
    let mut errors = vec![];
    let mut read = |field: String| {
        let weight = read_number(typed.text(&field));
        if weight.is_none() {
            errors.push(words.error(field, "wrong-weight"));
        }
        weight
    };
    let criteria = d
        .criteria
        .iter()
        .filter_map(|c| Some((c.code.clone(), read(field_of(&c.code))?)))
        .collect();
    let price = d.price.weight().and_then(|_| read("price_weight".into()));
    if errors.is_empty() { Ok(Weights { criteria, price }) } else { Err(errors) }
}

/// Everybody who takes part but this one.
pub fn without(own: OrganisationId, d: &Definition) -> Change {
    let kept = d.participants.iter().filter(|one| one.municipality != own);
    Change::Participants(kept.cloned().collect())
}

const TOGETHER: &str = "together";
const CENTRE: &str = "centre";

/// Whose lot it is; asked in joint rounds only, and where one is for somebody who left.
pub fn for_whom(
    chosen: ForWhom,
    (d, centre): (&Definition, &str),
    words: Words<'_>,
) -> Option<Field> {
    if d.participants.is_empty() && chosen.is_together() {
        return None;
    }
    let value = match chosen {
        ForWhom::Together => TOGETHER.to_owned(),
        ForWhom::Centre => CENTRE.to_owned(),
        ForWhom::Participant(id) => id.to_string(),
    };
    let mut options = vec![
        Choice::new(TOGETHER, words.say("joint-for-together")),
        Choice::new(CENTRE, words.with("joint-for-centre", &[("name", centre.into())])),
    ];
    let others = d.participants.iter();
    options.extend(others.map(|one| Choice::new(one.municipality.to_string(), &one.name)));
    let field = Field::labelled(Kind::Select, "for_whom", words.say("joint-for-whom"));
    Some(field.hint(words.say("joint-for-whom-hint")).value(value).options(options))
}

/// None: nobody who takes part.
pub fn read_for_whom(typed: &str, d: &Definition) -> Option<ForWhom> {
    match typed {
        "" | TOGETHER => Some(ForWhom::Together),
        CENTRE => Some(ForWhom::Centre),
        id => d.participant(id.parse().ok()?).map(|one| ForWhom::Participant(one.municipality)),
    }
}
