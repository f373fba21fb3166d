//! The worded scale: grades with a value, a short name and what a bid must show for it.

use super::criteria::read_number;
use super::form::{Field, Kind, Words};
use super::sentences::typed_number;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Definition, Grade};
use crate::domain::scoring::{Exact, Unit};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// Rows to add grades in; an empty row is no grade.
const SPARE: usize = 2;
/// More grades than this nobody can tell apart.
const MOST: usize = 12;

pub fn fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let rows = (definition.scale.len() + SPARE).min(MOST);
    (0..rows).map(|row| group(row + 1, definition.scale.get(row), words)).collect()
}

fn group(row: usize, grade: Option<&Grade>, words: Words<'_>) -> Field {
    let field = |kind: Kind, name: &str, value: String| {
        let label = words.say(&format!("setup-grade-{name}"));
        let field = Field::labelled(kind, format!("{name}-{row}"), label).value(value);
        if grade.is_some() { field } else { field.optional() }
    };
    let part = |read: fn(&Grade) -> String| grade.map(read).unwrap_or_default();
    let fields = vec![
        field(Kind::Number, "value", part(|g| typed_number(&g.value))),
        field(Kind::Text, "label", part(|g| g.label.clone())),
        field(Kind::Text, "text", part(|g| g.text.clone())),
    ];
    let legend = words.with("setup-grade", &[("row", row.to_string().into())]);
    Field::group(&format!("grade-{row}"), legend, fields)
}

pub fn read(
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let (mut scale, mut errors) = (vec![], vec![]);
    for row in 1..=MOST {
        let text = |name: &str| typed.text(&format!("{name}-{row}")).to_owned();
        let (value, label, meaning) = (text("value"), text("label"), text("text"));
        if value.is_empty() && label.is_empty() && meaning.is_empty() {
            continue;
        }
        match read_value(&value, definition.price.weight_unit()) {
            Some(value) => scale.push(Grade { value, label, text: meaning }),
            None => errors.push(words.error(format!("value-{row}"), "wrong-grade")),
        }
    }
    // Best first: that is how a scale is read aloud.
    scale.sort_by(|a, b| b.value.cmp(&a.value));
    if errors.is_empty() { Ok(Change::Scale(scale)) } else { Err(errors) }
}

/// Where quality has a price, a grade below zero costs money; elsewhere there is none.
fn read_value(text: &str, unit: Unit) -> Option<Exact> {
    let negative = text.trim().strip_prefix(['-', '−']).filter(|_| unit == Unit::Money);
    match negative {
        Some(digits) => read_number(digits).map(|number| -&number),
        None => read_number(text),
    }
}
