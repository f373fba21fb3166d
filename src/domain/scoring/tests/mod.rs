//! The engine against published and computed numbers, and its invariants.

mod bounds;
mod invariants;
mod methods;
mod problems;
mod properties;
mod ranking;
mod reference;
mod reversals;

use super::*;

/// A number as written.
pub fn x(text: &str) -> Exact {
    text.parse().unwrap()
}

/// A criterion on a free scale.
pub fn criterion(code: &str, weight: &str, max: &str) -> Criterion {
    let scale = Scale::range(Exact::zero(), x(max));
    Criterion { code: code.into(), weight: x(weight), scale, threshold: None }
}

/// A worded scale with one grade per value; the first `knock_outs` grades throw a bid out.
pub fn worded(values: &[&str], knock_outs: usize) -> Scale {
    let grade = |(at, value): (usize, &&str)| Grade {
        value: x(value),
        label: format!("grade {value}"),
        text: String::new(),
        knock_out: at < knock_outs,
    };
    Scale::worded(values.iter().enumerate().map(grade).collect())
}

/// A bid with grades in the order of the codes, and perhaps a price.
pub fn bid(id: &str, grades: &[(&str, &str)], price: Option<&str>) -> BidGrades {
    let grades = grades.iter().map(|(code, value)| ((*code).to_owned(), x(value))).collect();
    BidGrades { id: id.into(), price: price.map(x), grades, ..BidGrades::default() }
}

/// The price rule of the reference cases: 40 points between 80,000 and 140,000.
pub fn price_rule(outside: Outside) -> PriceRule {
    PriceRule {
        weight: x("40"),
        floor: x("80000"),
        ceiling: x("140000"),
        below: outside,
        above: outside,
    }
}

/// The ranking as text: `"1 A 82.50, 2 B 80.00"`.
pub fn ranking(scheme: &Scheme, outcome: &Outcome) -> String {
    let line = |(place, bid): (usize, &BidOutcome)| {
        let total = bid.total.as_ref().map(|total| scheme.rounding.text(total));
        format!("{place} {} {}", bid.id, total.unwrap_or_default())
    };
    outcome.ranking().map(line).collect::<Vec<_>>().join(", ")
}
