//! Benchmark mode: a bid beside today's service, criterion by criterion. No points and no other
//! bids; the round's summary rule decides.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::exact::Exact;

/// A bid beside today's service on one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compared {
    /// Worse than today.
    Worse,
    /// Equal to today.
    Equal,
    /// Better than today.
    Better,
}

/// What was found on one criterion, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Worse, equal or better.
    pub compared: Compared,
    /// Why, in words.
    pub reason: String,
    /// What shows it: a page of the bid, a figure of today's service.
    pub proof: String,
}

/// How the findings become one answer. Published with the round.
///
/// Source: `product.md`, benchmark mode: nothing worse, at least one better, not dearer, for
/// example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryRule {
    /// On how many criteria the bid may be worse.
    pub most_worse: usize,
    /// Criteria on which it may never be worse.
    pub never_worse: Vec<String>,
    /// On how many criteria it must be better.
    pub least_better: usize,
    /// How the price is compared.
    pub price: PriceTest,
}

/// How the price of a bid is compared with what today's service costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceTest {
    /// The price does not count.
    None,
    /// It may be at most so many percent dearer; 0 for not dearer at all.
    AtMost {
        /// Percent above today's price.
        percent: Exact,
    },
}

impl Default for SummaryRule {
    /// Nothing worse, at least one better, not dearer.
    fn default() -> SummaryRule {
        SummaryRule {
            most_worse: 0,
            never_worse: Vec::new(),
            least_better: 1,
            price: PriceTest::AtMost { percent: Exact::zero() },
        }
    }
}

/// What the bid and today's service cost, in the same unit and for the same work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    /// The bid.
    pub bid: Exact,
    /// Today's service.
    pub today: Exact,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The criteria on which the bid is worse, in their published order.
    pub worse: Vec<String>,
    /// Those on which it is equal.
    pub equal: Vec<String>,
    /// Those on which it is better.
    pub better: Vec<String>,
    /// What keeps the bid from passing; empty when it passes.
    pub failures: Vec<Failure>,
}

impl Verdict {
    /// Whether the bid is good enough to replace today's service.
    pub fn passes(&self) -> bool {
        self.failures.is_empty()
    }
}

/// One part of the summary rule that a bid does not meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Failure {
    /// Worse on more criteria than allowed.
    TooManyWorse {
        /// How many are allowed.
        most: usize,
    },
    /// Worse on a criterion on which no bid may be.
    NeverWorse {
        /// The criterion.
        criterion: String,
    },
    /// Better on fewer criteria than needed.
    TooFewBetter {
        /// How many are needed.
        least: usize,
    },
    /// Dearer than allowed.
    TooDear {
        /// The highest price with which a bid passes.
        most: Exact,
    },
}

/// What must be settled before there is an answer. Nothing that is missing counts as equal.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unsettled {
    /// A criterion has no finding.
    #[error("there is no finding on {0}")]
    NoFinding(String),
    /// A finding has no reason.
    #[error("the finding on {0} has no reason")]
    NoReason(String),
    /// A finding other than equal has no proof.
    #[error("the finding on {0} has no proof")]
    NoProof(String),
    /// A finding, or the rule, names a criterion that does not exist.
    #[error("there is no criterion {0}")]
    NoCriterion(String),
    /// The price counts and is not known.
    #[error("the price of the bid or of today's service is not known")]
    NoPrice,
    /// A percentage or a price is below zero.
    #[error("a price or percentage is below zero")]
    BelowZero,
}

/// Compares a bid with today's service.
///
/// Errors: everything that must be settled first, in the order of the criteria.
pub fn benchmark(
    rule: &SummaryRule,
    criteria: &[String],
    findings: &BTreeMap<String, Finding>,
    prices: Option<&Prices>,
) -> Result<Verdict, Vec<Unsettled>> {
    let open = unsettled(rule, criteria, findings, prices);
    if !open.is_empty() {
        return Err(open);
    }
    let with = |wanted: Compared| -> Vec<String> {
        let found = |code: &&String| findings.get(*code).is_some_and(|one| one.compared == wanted);
        criteria.iter().filter(found).cloned().collect()
    };
    let [worse, equal, better] = [Compared::Worse, Compared::Equal, Compared::Better].map(with);
    let mut failures = Vec::new();
    if worse.len() > rule.most_worse {
        failures.push(Failure::TooManyWorse { most: rule.most_worse });
    }
    let never = worse.iter().filter(|code| rule.never_worse.contains(code));
    failures.extend(never.map(|code| Failure::NeverWorse { criterion: code.clone() }));
    if better.len() < rule.least_better {
        failures.push(Failure::TooFewBetter { least: rule.least_better });
    }
    if let (PriceTest::AtMost { percent }, Some(prices)) = (&rule.price, prices) {
        let most = highest(&prices.today, percent);
        if prices.bid > most {
            failures.push(Failure::TooDear { most });
        }
    }
    Ok(Verdict { worse, equal, better, failures })
}

/// today x (100 + percent) / 100.
fn highest(today: &Exact, percent: &Exact) -> Exact {
    let hundred = Exact::from(100);
    let share = (&hundred + percent).divided_by(&hundred).unwrap_or_else(Exact::one);
    today * &share
}

fn unsettled(
    rule: &SummaryRule,
    criteria: &[String],
    findings: &BTreeMap<String, Finding>,
    prices: Option<&Prices>,
) -> Vec<Unsettled> {
    let mut open = Vec::new();
    for code in criteria {
        match findings.get(code) {
            None => open.push(Unsettled::NoFinding(code.clone())),
            Some(finding) if finding.reason.trim().is_empty() => {
                open.push(Unsettled::NoReason(code.clone()));
            }
            Some(finding)
                if finding.proof.trim().is_empty() && finding.compared != Compared::Equal =>
            {
                open.push(Unsettled::NoProof(code.clone()));
            }
            Some(_) => {}
        }
    }
    let named = findings.keys().chain(&rule.never_worse);
    let unknown = named.filter(|code| !criteria.contains(code));
    open.extend(unknown.map(|code| Unsettled::NoCriterion(code.clone())));
    match (&rule.price, prices) {
        (PriceTest::None, _) => {}
        (PriceTest::AtMost { .. }, None) => open.push(Unsettled::NoPrice),
        (PriceTest::AtMost { percent }, Some(prices)) => {
            if [percent, &prices.bid, &prices.today].into_iter().any(Exact::is_negative) {
                open.push(Unsettled::BelowZero);
            }
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::super::tests::x;
    use super::*;
    use proptest::prelude::*;

    const CODES: [&str; 4] = ["a", "b", "c", "d"];

    fn codes() -> Vec<String> {
        CODES.map(str::to_owned).to_vec()
    }

    fn findings(found: &[Compared]) -> BTreeMap<String, Finding> {
        let finding = |compared: &Compared| Finding {
            compared: *compared,
            reason: "as described".into(),
            proof: "page 3".into(),
        };
        CODES.iter().zip(found).map(|(code, found)| ((*code).to_owned(), finding(found))).collect()
    }

    fn costs(bid: &str) -> Option<Prices> {
        Some(Prices { bid: x(bid), today: x("200") })
    }

    use Compared::{Better, Equal, Worse};

    #[test]
    fn nothing_worse_one_better_not_dearer() {
        let rule = SummaryRule::default();
        let judge = |found: &[Compared], bid: &str| {
            benchmark(&rule, &codes(), &findings(found), costs(bid).as_ref()).unwrap()
        };
        assert!(judge(&[Equal, Better, Equal, Equal], "200").passes());
        assert_eq!(judge(&[Equal; 4], "200").failures, [Failure::TooFewBetter { least: 1 }]);
        let bad = judge(&[Worse, Better, Better, Better], "200.01");
        assert_eq!(bad.worse, ["a"]);
        assert_eq!(
            bad.failures,
            [Failure::TooManyWorse { most: 0 }, Failure::TooDear { most: x("200") }]
        );
    }

    #[test]
    fn a_rule_may_leave_room_but_not_everywhere() {
        let rule = SummaryRule {
            most_worse: 2,
            never_worse: vec!["b".into()],
            least_better: 2,
            price: PriceTest::AtMost { percent: x("2.5") },
        };
        let judge = |found: &[Compared], bid: &str| {
            let verdict = benchmark(&rule, &codes(), &findings(found), costs(bid).as_ref());
            verdict.unwrap().failures
        };
        assert_eq!(judge(&[Worse, Equal, Better, Better], "205"), []);
        assert_eq!(
            judge(&[Equal, Worse, Better, Better], "206"),
            [Failure::NeverWorse { criterion: "b".into() }, Failure::TooDear { most: x("205") }]
        );
    }

    #[test]
    fn what_is_missing_is_never_equal() {
        let mut found = findings(&[Better, Worse, Equal]);
        found.insert("z".into(), found["a"].clone());
        if let Some(finding) = found.get_mut("a") {
            finding.reason.clear();
        }
        for code in ["b", "c"] {
            if let Some(finding) = found.get_mut(code) {
                finding.proof.clear();
            }
        }
        let refused = benchmark(&SummaryRule::default(), &codes(), &found, None);
        assert_eq!(
            refused,
            Err(vec![
                Unsettled::NoReason("a".into()),
                Unsettled::NoProof("b".into()),
                Unsettled::NoFinding("d".into()),
                Unsettled::NoCriterion("z".into()),
                Unsettled::NoPrice,
            ])
        );
    }

    proptest! {
        /// A better finding or a lower price never makes a bid that passes fail.
        #[test]
        fn better_never_fails(
            found in prop::collection::vec(prop::sample::select(vec![Worse, Equal, Better]), 4),
            which in 0_usize..4,
            price in 150_i64..250,
            most_worse in 0_usize..4,
            least_better in 0_usize..4,
        ) {
            let rule = SummaryRule { most_worse, least_better, ..SummaryRule::default() };
            let judge = |found: &[Compared], price: i64| {
                let prices = Prices { bid: price.into(), today: x("200") };
                benchmark(&rule, &codes(), &findings(found), Some(&prices)).unwrap().passes()
            };
            let mut better = found.clone();
            better[which] = Better;
            prop_assert!(!judge(&found, price) || judge(&better, price - 1));
        }
    }
}
