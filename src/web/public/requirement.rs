//! What a round demands, each with what is asked as proof and what was accepted before.

use serde::Serialize;

use super::views::AcceptedView;
use crate::domain::review::equivalents::Accepted;
use crate::domain::rounds::definition::{Definition, ProofDue, Requirement};

#[derive(Serialize)]
pub struct RequirementView {
    pub code: String,
    pub title: String,
    pub text: String,
    pub risk: String,
    pub usual_proof: String,
    pub equivalent: String,
    pub knock_out: bool,
    /// The proof may wait until a bid wins for now.
    pub waits: bool,
    pub accepted: Vec<AcceptedView>,
}

impl RequirementView {
    /// All of a round, each with what this municipality accepted before.
    pub fn all(definition: &Definition, accepted: &[Accepted]) -> Vec<RequirementView> {
        let one = |r: &Requirement| RequirementView {
            code: r.code.clone(),
            title: r.title.clone(),
            text: r.text.clone(),
            risk: r.risk.clone(),
            usual_proof: r.usual_proof.clone(),
            equivalent: r.equivalent.clone(),
            knock_out: r.knock_out,
            waits: r.proof == ProofDue::BeforeAward,
            accepted: accepted
                .iter()
                .filter(|one| one.requirement == r.code)
                .map(AcceptedView::new)
                .collect(),
        };
        definition.requirements.iter().map(one).collect()
    }
}
