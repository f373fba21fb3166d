//! From the grades of several assessors to the one that counts.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::exact::Exact;

/// How the grades of several assessors become one.
///
/// Source: `evaluation.md` 1.5: the guide must say whether assessors decide together or by
/// average. A consensus stands on the published list of grades and so has a text; an average may
/// have none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// The assessors agree on one grade.
    #[default]
    Consensus,
    /// The sum divided by the number.
    Mean,
    /// The middle one; of an even number, the mean of the middle two.
    Median,
    /// The mean without the highest and the lowest one; of five grades or more.
    TrimmedMean,
}

/// Why grades do not make one. None of these is ever counted as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsettled {
    /// No assessor has given a grade, or none was asked.
    #[error("there is no grade")]
    NoGrade,
    /// An assessor has not given a grade, or declined to.
    #[error("an assessor has no grade")]
    GradeMissing,
    /// The assessors do not agree, and no average was published.
    #[error("the assessors do not agree yet")]
    NoConsensus,
    /// Fewer grades than a trimmed mean needs.
    #[error("a trimmed mean needs five grades or more")]
    TooFew,
}

/// The fewest grades of which the two outer ones can be left out.
const FEWEST_TO_TRIM: usize = 5;

impl Aggregate {
    /// Whether the result is always one of the grades that were given.
    pub fn keeps_to_grades(self) -> bool {
        self == Aggregate::Consensus
    }

    /// The grade that counts, exactly; one entry per assessor, `None` where there is no grade.
    ///
    /// Errors: something must be settled first.
    pub fn settle(self, grades: &[Option<Exact>]) -> Result<Exact, Unsettled> {
        let mut given: Vec<&Exact> = grades.iter().flatten().collect();
        if given.len() < grades.len() {
            return Err(Unsettled::GradeMissing);
        }
        given.sort();
        let ([first, ..], [.., last]) = (&given[..], &given[..]) else {
            return Err(Unsettled::NoGrade);
        };
        let middle = given.len() / 2;
        match self {
            Aggregate::Consensus if first == last => Ok((*first).clone()),
            Aggregate::Consensus => Err(Unsettled::NoConsensus),
            Aggregate::Mean => mean(&given),
            Aggregate::Median if given.len() % 2 == 1 => Ok(given[middle].clone()),
            Aggregate::Median => mean(&given[middle - 1..=middle]),
            Aggregate::TrimmedMean if given.len() < FEWEST_TO_TRIM => Err(Unsettled::TooFew),
            Aggregate::TrimmedMean => mean(&given[1..given.len() - 1]),
        }
    }
}

fn mean(grades: &[&Exact]) -> Result<Exact, Unsettled> {
    let sum: Exact = grades.iter().copied().sum();
    // A list never holds more grades than an i64 can count.
    sum.divided_by(&Exact::from(grades.len() as i64)).ok_or(Unsettled::NoGrade)
}

#[cfg(test)]
mod tests {
    use super::super::tests::x;
    use super::*;
    use proptest::prelude::*;

    fn settled(rule: Aggregate, grades: &str) -> Result<String, Unsettled> {
        let read = |text: &str| (text != "-").then(|| x(text));
        let grades: Vec<_> = grades.split_whitespace().map(read).collect();
        rule.settle(&grades).map(|grade| grade.to_string())
    }

    #[test]
    fn each_rule_on_small_lists() {
        use Aggregate::{Consensus, Mean, Median, TrimmedMean};
        let ok = |text: &str| Ok(text.to_owned());
        assert_eq!(settled(Consensus, "8 8 8"), ok("8"));
        assert_eq!(settled(Consensus, "8 8 6"), Err(Unsettled::NoConsensus));
        assert_eq!(settled(Mean, "6 8 8"), ok("22/3"));
        assert_eq!(settled(Median, "6 8 8"), ok("8"));
        assert_eq!(settled(Median, "8 6 9 6"), ok("7"));
        assert_eq!(settled(TrimmedMean, "0 7 8 8 10"), ok("23/3"));
        assert_eq!(settled(TrimmedMean, "0 7 8 10"), Err(Unsettled::TooFew));
    }

    #[test]
    fn a_missing_grade_is_never_zero() {
        for rule in
            [Aggregate::Consensus, Aggregate::Mean, Aggregate::Median, Aggregate::TrimmedMean]
        {
            assert_eq!(settled(rule, "8 - 8 8 8 8"), Err(Unsettled::GradeMissing), "{rule:?}");
            assert_eq!(settled(rule, ""), Err(Unsettled::NoGrade), "{rule:?}");
        }
    }

    proptest! {
        /// Within the grades that were given, in whatever order they come.
        #[test]
        fn a_result_lies_among_the_grades(grades in prop::collection::vec(0_i64..20, 5..12)) {
            let given: Vec<_> = grades.iter().map(|grade| Some(Exact::from(*grade))).collect();
            let turned: Vec<_> = given.iter().rev().cloned().collect();
            for rule in [Aggregate::Mean, Aggregate::Median, Aggregate::TrimmedMean] {
                let found = rule.settle(&given).unwrap();
                prop_assert!(given.iter().flatten().any(|grade| grade <= &found));
                prop_assert!(given.iter().flatten().any(|grade| grade >= &found));
                prop_assert_eq!(rule.settle(&turned), Ok(found));
            }
        }
    }
}
