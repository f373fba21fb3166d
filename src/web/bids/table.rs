//! A question that is answered in rows: who does what, what can go wrong.

use serde::Serialize;

use super::inputs::{Input, Inputs};
use crate::domain::rounds::sections::{Choice, Question};

#[derive(Serialize)]
pub struct TableView {
    id: String,
    rows: Vec<Row>,
    /// A row comes after the last one that is filled in, as long as there is room.
    more: bool,
    required: bool,
}

#[derive(Serialize)]
struct Row {
    number: u8,
    cells: Vec<Input>,
}

/// All begun rows and one more, at least as many as are asked.
pub fn view(
    inputs: Inputs<'_>,
    (name, question): (&str, &Question),
    (min, max): (u8, u8),
    columns: &[Choice],
) -> TableView {
    let field = |n: u8, column: &Choice| format!("{name}.{n}.{}", column.code);
    let begun = |n: &u8| columns.iter().any(|c| !inputs.answers.text(&field(*n, c)).is_empty());
    let last = (1..=max).rev().find(begun).unwrap_or(0);
    let shown = last.saturating_add(1).clamp(min.max(1).min(max), max);
    let cell = |number: u8, column: &Choice| {
        let input = inputs.field(&field(number, column))?;
        Some(Input { label: column.label.clone(), ..input })
    };
    let row = |number: u8| Row {
        number,
        cells: columns.iter().filter_map(|column| cell(number, column)).collect(),
    };
    TableView {
        id: name.replace('.', "-"),
        rows: (1..=shown).map(row).collect(),
        more: shown < max,
        required: question.required,
    }
}
