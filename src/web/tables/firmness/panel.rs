//! How well the assessors agreed before the table, per criterion. Never a gate.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::sight::{Sight, Words, drawn};
use crate::domain::ids::PersonId;
use crate::domain::rounds::definition::Criterion;
use crate::domain::scoring::panel::{
    Agreement, FEW_BIDS, Level, NoValue, Ratings, Statistic, agreement, assessors_needed,
    spearman_brown,
};

#[derive(Serialize)]
pub struct Panel {
    /// With so few bids every number may be chance.
    few: Option<String>,
    lines: Vec<Line>,
    criteria: Vec<Measures>,
    outlook: Outlook,
}

/// The one measure that fits a worded scale best.
#[derive(Serialize)]
struct Line {
    name: String,
    value: Option<String>,
    text: String,
}

/// All measures of one criterion.
#[derive(Serialize)]
struct Measures {
    name: String,
    rows: Vec<Measure>,
}

#[derive(Serialize)]
struct Measure {
    name: String,
    value: Option<String>,
    bids: usize,
    text: String,
}

/// What other numbers of assessors would bring.
#[derive(Serialize)]
struct Outlook {
    heads: Vec<String>,
    rows: Vec<Expected>,
    assessors: usize,
}

#[derive(Serialize)]
struct Expected {
    name: String,
    values: Vec<String>,
    needed: String,
    /// Why there is no outlook.
    why: Option<String>,
}

const STATISTICS: [(Statistic, &str); 4] = [
    (Statistic::AlphaOrdinal, "firm-statistic-alpha"),
    (Statistic::Icc21, "firm-statistic-icc-one"),
    (Statistic::Icc2k, "firm-statistic-icc-mean"),
    (Statistic::KendallW, "firm-statistic-kendall"),
];
/// The numbers of assessors of the outlook.
const ASSESSORS: [u32; 5] = [1, 3, 5, 8, 12];
/// The reliability for which the outlook tells how many assessors it takes.
const GOAL: f64 = 0.7;

pub fn panel(sight: &Sight, words: Words<'_>) -> Panel {
    let criteria: Vec<(&Criterion, Ratings)> = sight
        .round
        .definition
        .criteria
        .iter()
        .filter_map(|criterion| Some((criterion, ratings(sight, criterion)?)))
        .collect();
    let bids = sight.codes.len();
    let count = [("count", i64::try_from(bids).unwrap_or(i64::MAX).into())];
    let heads =
        ASSESSORS.map(|n| words.say("firm-outlook-head", &[("count", i64::from(n).into())]));
    Panel {
        few: (bids <= FEW_BIDS).then(|| words.say("firm-panel-few", &count)),
        lines: criteria.iter().map(|(c, ratings)| line(words, c, ratings)).collect(),
        criteria: criteria.iter().map(|(c, ratings)| measures(words, c, ratings)).collect(),
        outlook: Outlook {
            heads: heads.into(),
            rows: criteria.iter().map(|(c, ratings)| expected(words, c, ratings)).collect(),
            assessors: criteria.iter().map(|(_, r)| r.assessors()).max().unwrap_or_default(),
        },
    }
}

/// One list per assessor, one place per bid.
fn ratings(sight: &Sight, criterion: &Criterion) -> Option<Ratings> {
    let bids: BTreeMap<_, usize> = sight.codes.keys().copied().zip(0..).collect();
    let mut lists: BTreeMap<PersonId, Vec<Option<f64>>> = BTreeMap::new();
    for first in sight.first.iter().filter(|f| f.item.criterion == criterion.code) {
        let Some(place) = bids.get(&first.item.bid) else { continue };
        let list = lists.entry(first.assessor).or_insert_with(|| vec![None; bids.len()]);
        list[*place] = Some(drawn(&first.grade));
    }
    Ratings::new(&lists.into_values().collect::<Vec<_>>()).ok()
}

fn line(words: Words<'_>, criterion: &Criterion, ratings: &Ratings) -> Line {
    let found = agreement(ratings, Statistic::AlphaOrdinal);
    let (value, text) = match found.value {
        Ok(value) => {
            let key = match Level::of(Statistic::AlphaOrdinal, value) {
                Level::Low => "firm-panel-low",
                Level::Fair => "firm-panel-fair",
                Level::High => "firm-panel-high",
            };
            let count = i64::try_from(found.bids).unwrap_or(i64::MAX);
            (Some(two_digits(words, value)), words.say(key, &[("count", count.into())]))
        }
        Err(why) => (None, reason(words, why)),
    };
    Line { name: criterion.name.clone(), value, text }
}

fn measures(words: Words<'_>, criterion: &Criterion, ratings: &Ratings) -> Measures {
    let row = |(statistic, key): (Statistic, &str)| {
        let Agreement { value, bids, .. } = agreement(ratings, statistic);
        let text = match value {
            Ok(value) => level(words, Level::of(statistic, value)),
            Err(why) => reason(words, why),
        };
        let value = value.ok().map(|value| two_digits(words, value));
        Measure { name: words.say(key, &[]), value, bids, text }
    };
    Measures { name: criterion.name.clone(), rows: STATISTICS.map(row).into() }
}

fn expected(words: Words<'_>, criterion: &Criterion, ratings: &Ratings) -> Expected {
    let name = criterion.name.clone();
    let found = agreement(ratings, Statistic::Icc21).value.and_then(|single| {
        let values: Result<Vec<f64>, NoValue> =
            ASSESSORS.iter().map(|n| spearman_brown(single, *n)).collect();
        Ok((values?, assessors_needed(single, GOAL)?))
    });
    match found {
        Ok((values, needed)) => Expected {
            name,
            values: values.into_iter().map(|value| two_digits(words, value)).collect(),
            needed: words.figures(&format!("{:.0}", needed.ceil())),
            why: None,
        },
        Err(why) => {
            Expected { name, values: vec![], needed: String::new(), why: Some(reason(words, why)) }
        }
    }
}

fn two_digits(words: Words<'_>, value: f64) -> String {
    words.figures(&format!("{value:.2}"))
}

fn level(words: Words<'_>, level: Level) -> String {
    let key = match level {
        Level::Low => "firm-level-low",
        Level::Fair => "firm-level-fair",
        Level::High => "firm-level-high",
    };
    words.say(key, &[])
}

fn reason(words: Words<'_>, why: NoValue) -> String {
    let key = match why {
        NoValue::TooFewAssessors => "firm-none-assessors",
        NoValue::TooFewBids => "firm-none-bids",
        NoValue::NoPairs => "firm-none-pairs",
        NoValue::NoVariation => "firm-none-variation",
        NoValue::NoVariationBetweenBids => "firm-none-between",
        NoValue::NotARatioScale => "firm-none-ratio",
        NoValue::NotAReliability => "firm-none-reliability",
    };
    words.say(key, &[])
}
