//! The fields of the cost sheet, in the order of its page.

use super::super::answers::{CostElement, Field};
use super::super::rule::Rule;
use crate::domain::accounts::words;
use crate::domain::rounds::cost_terms::CostTerms;
use crate::domain::rounds::lots::{LotDetails, LotPrice};

words! {
    /// Who pays beside the price of the municipality.
    PayerKind {
        Municipality = "municipality",
        Members = "members",
        Fund = "fund",
        Other = "other",
    }
}

words! {
    /// When the price of a quarter comes in.
    PaidWhen {
        Same = "same",
        After = "after",
    }
}

/// Rows of those who pay.
pub const PAYERS: u8 = 6;
/// Fields of such a row.
pub const PAYER_PARTS: [&str; 3] = ["who", "name", "amount"];
/// Units, or hours, per year.
const MOST_UNITS: i64 = 100_000_000;

/// The open elements, the volume and the price where bidders name one, and what may be added.
pub fn fields(terms: &CostTerms, lot: &LotDetails, name: &str) -> Vec<Field> {
    let field = |(tail, rule)| Field { name: format!("{name}.{tail}"), rule };
    let must = required_tails(terms, lot).into_iter().map(|tail| {
        let rule = if tail == "volume" { volume() } else { Rule::Money };
        (tail, rule)
    });
    let shares = CostElement::ALL.iter().map(|e| (variable(*e), Rule::Percent));
    let volumes = ["volume_low", "volume_high"].map(|tail| (tail.to_owned(), volume()));
    let rest = [
        ("volunteers.hours", Rule::Number { min: 0, max: MOST_UNITS }),
        ("volunteers.value", Rule::Money),
        ("rise.costs", Rule::Percent),
        ("rise.price", Rule::Percent),
        ("cash.start", Rule::Money),
        ("cash.once", Rule::Money),
        ("cash.paid", Rule::choice(PaidWhen::ALL.iter().map(|when| when.as_str()))),
    ];
    let rest = rest.map(|(tail, rule)| (tail.to_owned(), rule));
    must.chain(shares)
        .chain(volumes)
        .chain((1..=PAYERS).flat_map(payer))
        .chain(rest)
        .map(field)
        .collect()
}

/// Tails of the fields that a whole sheet has.
pub fn required_tails(terms: &CostTerms, lot: &LotDetails) -> Vec<String> {
    let open = CostElement::ALL.iter().filter(|element| !terms.is_fixed(**element));
    let rate = match lot.price {
        LotPrice::Fixed { .. } => None,
        LotPrice::Between { .. } => Some("rate"),
    };
    open.map(|element| element.as_str()).chain(["volume"]).chain(rate).map(str::to_owned).collect()
}

/// Which part of an element follows the volume.
pub fn variable(element: CostElement) -> String {
    format!("variable.{}", element.as_str())
}

fn volume() -> Rule {
    Rule::Number { min: 1, max: MOST_UNITS }
}

fn payer(n: u8) -> [(String, Rule); 3] {
    let rules = [
        Rule::choice(PayerKind::ALL.iter().map(|kind| kind.as_str())),
        Rule::Line { max_chars: 80 },
        Rule::Money,
    ];
    let mut tails = PAYER_PARTS.iter().map(|part| format!("payer.{n}.{part}"));
    rules.map(|rule| (tails.next().unwrap_or_default(), rule))
}
