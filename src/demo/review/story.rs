//! The story of a round as `config/demo` tells it.

use serde::Deserialize;

use crate::demo::inquiries::Asked;
use crate::demo::practice::Beside;
use crate::domain::review::admissibility::CheckVerdict;
use crate::domain::review::conflicts::Interest;
use crate::domain::review::expertise::{Field, Source};
use crate::domain::scoring::Exact;
use crate::store::expertise::Wanted;

#[derive(Clone, Deserialize)]
pub(super) struct Story {
    pub(super) assessors: Vec<String>,
    pub(super) table: Table,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) admissibility: Vec<Judged>,
    pub(super) admissibility_default: Usual,
    pub(super) scores: Vec<Scored>,
    /// What assessors did before and beside it.
    #[serde(default)]
    pub(super) beside: Beside,
    #[serde(default)]
    pub(super) inquiries: Vec<Asked>,
    /// Which knowledge each question asks for.
    #[serde(default)]
    pub(super) fields: Wanted,
    #[serde(default)]
    pub(super) expertise: Vec<Known>,
    /// Who can take over on every lot.
    #[serde(default)]
    pub(super) reserves: Vec<String>,
}

/// What an assessor says to know about.
#[derive(Clone, Deserialize)]
pub(super) struct Known {
    pub(super) person: String,
    pub(super) field: Field,
    pub(super) source: Source,
    pub(super) note: String,
}

#[derive(Clone, Deserialize)]
pub(super) struct Table {
    pub(super) round: String,
    pub(super) opened_by: [String; 2],
}

#[derive(Clone, Deserialize)]
pub(super) struct Conflict {
    pub(super) assessor: String,
    pub(super) cooperative: String,
    pub(super) declared: Interest,
    pub(super) note: String,
    pub(super) outcome: Outcome,
    pub(super) ruled_by: String,
    pub(super) ruling: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    Recused,
    Cleared,
}

#[derive(Clone, Deserialize)]
pub(super) struct Judged {
    pub(super) lot: u16,
    pub(super) cooperative: String,
    pub(super) requirement: String,
    pub(super) verdict: CheckVerdict,
    pub(super) reason: String,
}

/// Reasons for what is not listed.
#[derive(Clone, Deserialize)]
pub(super) struct Usual {
    pub(super) by: String,
    pub(super) met: String,
    pub(super) equivalent: String,
    pub(super) plan: String,
    pub(super) not_applicable: String,
    pub(super) admitted: String,
    pub(super) admitted_with_condition: String,
    #[serde(default)]
    pub(super) refused: String,
    /// Who confirms that.
    #[serde(default)]
    pub(super) confirmed_by: String,
}

#[derive(Clone, Deserialize)]
pub(super) struct Scored {
    pub(super) lot: u16,
    pub(super) cooperative: String,
    pub(super) criterion: String,
    pub(super) marks: Vec<Mark>,
}

#[derive(Clone, Deserialize)]
pub(super) struct Mark {
    pub(super) assessor: String,
    pub(super) grade: Exact,
    pub(super) reason: String,
}
