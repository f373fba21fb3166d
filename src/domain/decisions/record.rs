//! The record of the evaluation as one text, and its hash: printed on every letter, so that a
//! bidder can show later that the file says what it said then.

use serde::Serialize;

use super::decision::{Decision, Verdict};
use super::file::{Admittance, Entrant, LotFile, RoundFile};
use crate::domain::journal::sha256_hex;
use crate::domain::scoring::BidOutcome;

#[derive(Serialize)]
struct LotRecord<'a> {
    lot: u16,
    bids: Vec<BidRecord<'a>>,
    decision: Option<DecisionRecord<'a>>,
}

#[derive(Serialize)]
struct BidRecord<'a> {
    code: &'a str,
    number: &'a str,
    refused: &'a [String],
    price: Option<i64>,
    /// Grades, weights, points and the place, as the engine traced them.
    outcome: Option<&'a BidOutcome>,
    /// Criterion and reason of the table.
    reasons: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize)]
struct DecisionRecord<'a> {
    awarded_to: Option<&'a str>,
    ground: Option<&'static str>,
    reasons: &'a str,
    advantages: &'a str,
    deviation: &'a str,
}

impl RoundFile {
    /// SHA-256 of the publication's hash and everything that was scored and decided, as JSON with
    /// keys in a fixed order.
    pub fn record_hash(&self) -> String {
        let publication = self.round.publication().map(|p| p.hash.as_str());
        let lots: Vec<LotRecord<'_>> = self.lots.iter().map(of_lot).collect();
        let record = serde_json::to_vec(&(publication, lots)).unwrap_or_default();
        sha256_hex(&record)
    }
}

fn of_lot(file: &LotFile) -> LotRecord<'_> {
    LotRecord {
        lot: file.lot.number,
        bids: file.entrants.iter().map(|entrant| of_bid(file, entrant)).collect(),
        decision: file.decision.as_ref().map(|decision| of_decision(file, decision)),
    }
}

fn of_bid<'a>(file: &'a LotFile, entrant: &'a Entrant) -> BidRecord<'a> {
    let ranked = file.ranked();
    let of_this = |ranked: &'a super::file::Ranked| {
        let reasons = ranked.reasons.iter().filter(|((bid, _), _)| *bid == entrant.bid);
        reasons.map(|((_, criterion), reason)| (criterion.as_str(), reason.as_str())).collect()
    };
    BidRecord {
        code: &entrant.code,
        number: &entrant.number,
        refused: match &entrant.admittance {
            Admittance::Refused(reasons) => reasons,
            Admittance::Undecided | Admittance::Joins(_) => &[],
        },
        price: ranked.and_then(|r| r.prices.get(&entrant.bid)).map(|price| price.0),
        outcome: file.outcome(entrant.bid),
        reasons: ranked.map(of_this).unwrap_or_default(),
    }
}

fn of_decision<'a>(file: &'a LotFile, decision: &'a Decision) -> DecisionRecord<'a> {
    let code = |bid| file.entrant(bid).map(|entrant| entrant.code.as_str());
    let (awarded_to, ground) = match decision.verdict {
        Verdict::Award(bid) => (code(bid), None),
        Verdict::NoAward(ground) => (None, Some(ground.as_str())),
    };
    DecisionRecord {
        awarded_to,
        ground,
        reasons: &decision.reasons,
        advantages: &decision.advantages,
        deviation: &decision.deviation,
    }
}
