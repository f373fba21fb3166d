//! How long an exact weighted ranking takes, with its trace and its tie chain, and the whole way
//! from JSON to JSON. `cargo bench --bench ranking`; the rules are mounted from the source, so
//! that nothing else of the program is built for it.

#[path = "../src/domain/scoring/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a library of its own, of which one part is measured")]
mod scoring;

use std::num::NonZeroUsize;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use scoring::{
    BidGrades, Criterion, Exact, Method, Outside, PriceRule, Scale, Scheme, TieKey, contract,
    score_bids,
};

const CRITERIA: i64 = 12;

/// The allocator of the program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// Whole grades from 0 to 10 that look like chance and are the same every time.
fn grade(bid: i64, criterion: i64) -> i64 {
    (bid * 7919 + criterion * 104_729 + bid * criterion * 31) % 11
}

fn code(criterion: i64) -> String {
    format!("q{criterion}")
}

fn scheme() -> Scheme {
    let part = |above: i64, below: i64| Exact::from(above).divided_by(&Exact::from(below));
    let criterion = |number| Criterion {
        code: code(number),
        // Sixty points in unequal parts: 10/13, 20/13, … add up to 60.
        weight: part(10 * (number + 1), 13).unwrap_or_else(Exact::zero),
        scale: Scale::range(Exact::zero(), Exact::from(10)),
        threshold: Some(Exact::zero()),
    };
    let price = PriceRule {
        weight: Exact::from(40),
        floor: Exact::from(80_000),
        ceiling: Exact::from(140_000),
        below: Outside::Clamp,
        above: Outside::Clamp,
    };
    let criteria = (0..CRITERIA).map(criterion).collect();
    let mut scheme = Scheme::new(Method::WeightedAbsolute(price), criteria);
    scheme.ties.keys = vec![TieKey::Criterion(code(0)), TieKey::Price];
    scheme
}

fn bids(count: i64) -> Vec<BidGrades> {
    let bid = |number: i64| BidGrades {
        id: format!("bid {number}"),
        price: Some(Exact::from(80_000 + number * 7_919 % 60_000)),
        grades: (0..CRITERIA).map(|at| (code(at), Exact::from(grade(number, at)))).collect(),
        ..BidGrades::default()
    };
    (0..count).map(bid).collect()
}

fn document(count: i64) -> String {
    let weight = |number: i64| format!("{}/13", 10 * (number + 1));
    let criteria = (0..CRITERIA).map(|at| {
        serde_json::json!({"id": code(at), "weight": weight(at), "scale": {"min": 0, "max": 10}})
    });
    let bids = bids(count).into_iter().map(|bid| {
        let price = bid.price.unwrap_or_default();
        serde_json::json!({"id": bid.id, "price": price, "grades": bid.grades})
    });
    let document = serde_json::json!({
        "method": "weighted_absolute",
        "criteria": criteria.collect::<Vec<_>>(),
        "price": {"weight": 40, "floor": 80_000, "ceiling": 140_000, "clamp": true},
        "bids": bids.collect::<Vec<_>>()
    });
    document.to_string()
}

/// Goal: 500 bids on 12 criteria under a millisecond.
#[divan::bench(args = [50, 500, 1_000])]
fn exact_ranking_with_trace(bencher: Bencher<'_, '_>, count: i64) {
    let (scheme, bids) = (scheme(), bids(count));
    let grades = (count * CRITERIA) as usize;
    bencher.counter(ItemsCount::new(grades)).bench(|| score_bids(black_box(&scheme), &bids, None));
}

#[divan::bench(args = [50, 500, 1_000])]
fn from_json_to_json(bencher: Bencher<'_, '_>, count: i64) {
    let document = document(count);
    let one = NonZeroUsize::MIN;
    bencher.bench(|| contract::rank(black_box(document.as_bytes()), one));
}
