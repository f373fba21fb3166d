//! Practising on a sample answer before the real work, so that assessors read the scale in the same
//! way. It counts for nothing: it is kept apart from scores and no figure knows of it.
//!
//! Source: `evaluation.md` chapters 4 and 10: training on a sample raises accuracy; calibrate on one
//! fictitious answer.

use std::collections::BTreeMap;

use super::reasons;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Definition;
use crate::domain::scoring::Exact;

/// Characters of the sample answer.
pub const MOST_CHARS: usize = 10_000;
/// So many have practised before anybody sees how the group did.
pub const LEAST_GROUP: usize = 3;

/// What the process lead made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Code of the criterion under which it is judged.
    pub criterion: String,
    pub text: String,
    /// What the lead would give, and why; shown after one's own.
    pub grade: Exact,
    pub explanation: String,
    /// Counted up with every change.
    pub version: i32,
}

/// What one assessor made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    pub grade: Exact,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SampleRefusal {
    #[error("this criterion is not asked")]
    NoCriterion,
    #[error("there is no text")]
    NoText,
    #[error("the grade is not on the scale")]
    OffScale,
    #[error("there is no explanation")]
    NoReason,
    #[error("the text is too long")]
    TooLong,
    #[error("somebody practised on it already")]
    InUse,
    #[error("somebody else changed it meanwhile")]
    Changed,
    #[error("practised already")]
    Done,
}

impl Refusal for SampleRefusal {
    fn key(&self) -> &'static str {
        match self {
            SampleRefusal::NoCriterion => "refusal-sample-no-criterion",
            SampleRefusal::NoText => "refusal-sample-no-text",
            SampleRefusal::OffScale => "refusal-sheet-off-scale",
            SampleRefusal::NoReason => "refusal-sample-no-reason",
            SampleRefusal::TooLong => "refusal-sample-too-long",
            SampleRefusal::InUse => "refusal-sample-in-use",
            SampleRefusal::Changed => "refusal-sample-changed",
            SampleRefusal::Done => "refusal-sample-done",
        }
    }
}

impl Sample {
    pub fn check(&self, definition: &Definition) -> Result<(), SampleRefusal> {
        let long = |text: &str| text.chars().count() > MOST_CHARS;
        if definition.criteria.iter().all(|c| c.code != self.criterion) {
            Err(SampleRefusal::NoCriterion)
        } else if self.text.trim().is_empty() {
            Err(SampleRefusal::NoText)
        } else if long(&self.text) || long(&self.explanation) {
            Err(SampleRefusal::TooLong)
        } else if definition.scale.iter().all(|on| on.value != self.grade) {
            Err(SampleRefusal::OffScale)
        } else if self.explanation.trim().is_empty() {
            Err(SampleRefusal::NoReason)
        } else {
            Ok(())
        }
    }
}

impl Practice {
    pub fn check(&self, definition: &Definition) -> Result<(), SampleRefusal> {
        if definition.scale.iter().all(|on| on.value != self.grade) {
            Err(SampleRefusal::OffScale)
        } else if self.reason.trim().is_empty() {
            Err(SampleRefusal::NoReason)
        } else if self.reason.chars().count() > reasons::MOST_CHARS
            || reasons::too_long(&self.reason)
        {
            Err(SampleRefusal::TooLong)
        } else {
            Ok(())
        }
    }
}

/// How often each grade was given, once enough people did; of fewer one could tell who was who.
pub fn spread(grades: &[Exact]) -> Option<BTreeMap<Exact, usize>> {
    (grades.len() >= LEAST_GROUP).then(|| {
        let mut found = BTreeMap::new();
        for grade in grades {
            *found.entry(grade.clone()).or_default() += 1;
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_group_shows_from_three_on_and_counts_everybody(grades in proptest::collection::vec(0i64..5, 0..12)) {
            let grades: Vec<Exact> = grades.into_iter().map(Exact::from).collect();
            match spread(&grades) {
                None => prop_assert!(grades.len() < 3),
                Some(found) => {
                    prop_assert!(grades.len() >= 3);
                    prop_assert_eq!(found.values().sum::<usize>(), grades.len());
                }
            }
        }
    }
}
