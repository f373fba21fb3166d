//! What changed between two publications of the terms of a round, in sentences.

use serde::Serialize;

use crate::domain::rounds::amendment::{Difference, When};
use crate::domain::rounds::definition::Definition;
use crate::web::rounds::form::Words;

#[derive(Serialize)]
pub struct Told {
    pub text: String,
    /// It touches what bids are judged by.
    pub essential: bool,
    /// Code of the section of a bid where one meets it.
    pub section: Option<String>,
}

/// One sentence per difference; `definition` is that of the new terms.
pub fn told(differences: &[Difference], words: Words<'_>, definition: &Definition) -> Vec<Told> {
    let one = |difference: &Difference| Told {
        text: sentence(difference, words, definition),
        essential: difference.is_essential(),
        section: section(difference),
    };
    differences.iter().map(one).collect()
}

fn section(difference: &Difference) -> Option<String> {
    match difference {
        Difference::One { section, .. } => section.clone(),
        Difference::Whole(_) | Difference::Moved { .. } | Difference::Weight { .. } => None,
    }
}

fn sentence(difference: &Difference, words: Words<'_>, definition: &Definition) -> String {
    match difference {
        Difference::Whole(whole) => {
            words.say(&format!("change-{}", whole.as_str().replace('_', "-")))
        }
        Difference::Moved { step, from, to } => {
            let name = words.say(&format!("setup-{}", step.as_str().replace('_', "-")));
            let args = [
                ("step", name.into()),
                ("from", moment(words, *from).into()),
                ("to", moment(words, *to).into()),
            ];
            words.with("change-moved", &args)
        }
        Difference::Weight { name, from, to } => {
            let scores = words.scores(definition);
            let args = [
                ("name", name.as_str().into()),
                ("from", scores.weight(from).into()),
                ("to", scores.weight(to).into()),
            ];
            words.with("change-weight", &args)
        }
        Difference::One { kind, turn, name, .. } => {
            let key = format!("change-{}-{}", kind.as_str(), turn.as_str());
            words.with(&key, &[("name", name.as_str().into())])
        }
    }
}

fn moment(words: Words<'_>, when: When) -> String {
    match when {
        When::Moment(at) => words.datetime(at),
        When::Day(day) => words.day(day),
    }
}
