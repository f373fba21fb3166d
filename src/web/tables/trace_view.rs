//! Where every point comes from, as a tree with the calculation beside each line.

use serde::Serialize;

use super::ranked::Ranked;
use super::sight::{Sight, Words};
use crate::domain::scoring::{Contribution, Source};

#[derive(Serialize)]
pub struct TraceView {
    pub name: String,
    pub code: String,
    pub total: String,
    pub tree: Line,
}

#[derive(Serialize)]
pub struct Line {
    pub label: String,
    /// `25 × (8 − 0) / (10 − 0)`, or the parts of a sum.
    pub formula: String,
    pub points: String,
    pub parts: Vec<Line>,
}

/// The trace of every bid that has points, best first.
pub fn traces(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Vec<TraceView> {
    let view = |bid: &crate::domain::scoring::BidOutcome| {
        Some(TraceView {
            name: sight.bidder(&bid.id).to_owned(),
            code: bid.id.clone(),
            total: words.scores(sight).total_in_words(bid.total.as_ref()?),
            tree: line(sight, words, bid.trace.as_ref()?),
        })
    };
    ranked.ranking.outcome.bids.iter().filter_map(view).collect()
}

/// Points are shown exactly, so that they add up; only the total is rounded.
fn line(sight: &Sight, words: Words<'_>, node: &Contribution) -> Line {
    Line {
        label: label(sight, words, &node.source),
        formula: words.scores(sight).formula(node),
        points: words.number(&node.points),
        parts: inside(node).map(|part| line(sight, words, part)).collect(),
    }
}

/// What a node is made of: the parts of its sum, or the quality that its formula divides.
fn inside(node: &Contribution) -> impl Iterator<Item = &Contribution> {
    let quality = match &node.source {
        Source::Ratio { quality, .. } => Some(quality.as_ref()),
        _ => None,
    };
    quality.into_iter().chain(&node.parts)
}

fn label(sight: &Sight, words: Words<'_>, source: &Source) -> String {
    match source {
        Source::Total => words.say("trace-total", &[]),
        Source::Quality => words.say("trace-quality", &[]),
        Source::Criterion { code, grade, label, .. } => words.say(
            "trace-criterion",
            &[
                ("criterion", sight.criterion_name(code).into()),
                ("grade", words.number(grade).into()),
                ("label", label.clone().unwrap_or_default().into()),
            ],
        ),
        Source::Ratio { price, .. } => {
            words.say("trace-ratio", &[("price", words.scores(sight).price(price).into())])
        }
        Source::Group { code } => sight.criterion_name(code).to_owned(),
        Source::Price { price, .. }
        | Source::OwnPrice { price }
        | Source::ComparedPrice { price, .. } => {
            words.say("trace-price", &[("price", words.scores(sight).price(price).into())])
        }
    }
}
