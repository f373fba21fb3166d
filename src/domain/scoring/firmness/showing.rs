//! When the firmness of a ranking may be shown, and to whom.

use serde::Serialize;
use thiserror::Error;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Analysis {
    /// What other weights would change: stability ranges and rank acceptability.
    OtherWeights,
    /// What other grades would change: the smallest set of grade changes.
    OtherGrades,
    /// How well the assessors agreed on each criterion, and how often they lay apart.
    PanelAgreement,
    /// Who gave higher or lower grades than the others.
    EachAssessor,
}

/// How far the round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Nothing is published; the bids are made up to try the weights on.
    Design,
    /// Weights are published and binding, and there is no award decision.
    Undecided,
    /// The award decision has been taken.
    Decided,
}

/// Who asks. Whether somebody may see the round at all is decided elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The process lead of the round, who has no vote.
    ProcessLead,
    /// Anybody else, assessors included.
    AnybodyElse,
}

/// Why it stays hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Hidden {
    /// Published weights are binding: other weights are no ground for another award.
    #[error("the weights are published and binding; this is for the file, after the decision")]
    WeightsAreBinding,
    /// Whoever scores must not know which grade decides.
    #[error("until the decision this is for the process lead only")]
    GradesAreBeingGiven,
    /// Assessors must be able to grade without being measured in public.
    #[error("what one assessor gave beside the others is for the process lead only")]
    AboutOnePerson,
}

/// Whether an analysis may be shown.
///
/// Source: `evaluation.md` 4.3: in the design phase on fictitious bids; after the award decision
/// in the file; before it only what other grades would change, and only to the process lead,
/// since that tells where reasons must be strongest. How well a panel agreed goes the same way,
/// since it tells about grades too (`evaluation.md` 3.5: aggregates leak); what one person gave
/// beside the others never goes further than the process lead.
pub fn may_show(analysis: Analysis, moment: Moment, reader: Reader) -> Result<(), Hidden> {
    match (analysis, moment, reader) {
        (Analysis::EachAssessor, _, Reader::AnybodyElse) => Err(Hidden::AboutOnePerson),
        (Analysis::EachAssessor, _, Reader::ProcessLead) => Ok(()),
        (_, Moment::Design | Moment::Decided, _) => Ok(()),
        (Analysis::OtherWeights, Moment::Undecided, _) => Err(Hidden::WeightsAreBinding),
        (Analysis::OtherGrades | Analysis::PanelAgreement, Moment::Undecided, reader) => {
            match reader {
                Reader::ProcessLead => Ok(()),
                Reader::AnybodyElse => Err(Hidden::GradesAreBeingGiven),
            }
        }
    }
}
