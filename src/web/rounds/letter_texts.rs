//! Paragraphs of the municipality itself in the decision letters.

use super::form::{Field, Kind, Words};
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Addressee, Definition, LetterTexts};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// Two or three paragraphs: the letter is long already.
const LONGEST: usize = 2_000;

fn name(addressee: Addressee) -> String {
    format!("letter_{}", addressee.as_str())
}

pub fn fields(d: &Definition, words: Words<'_>) -> Vec<Field> {
    let field = |addressee: &Addressee| {
        Field::new(Kind::Area, &name(*addressee), words)
            .value(d.letter_texts.of(*addressee))
            .rows(6)
            .optional()
    };
    Addressee::ALL.iter().map(field).collect()
}

pub fn read(typed: &Typed, words: Words<'_>) -> Result<Change, Vec<FieldError>> {
    let (mut texts, mut errors) = (LetterTexts::default(), vec![]);
    for addressee in Addressee::ALL {
        let field = name(*addressee);
        let text = typed.text(&field);
        if text.chars().count() > LONGEST {
            let max = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            let text = words.with("error-too-long", &[("max", max.into())]);
            errors.push(FieldError { field, text });
            continue;
        }
        text.clone_into(texts.of_mut(*addressee));
    }
    if errors.is_empty() { Ok(Change::Letters(texts)) } else { Err(errors) }
}
