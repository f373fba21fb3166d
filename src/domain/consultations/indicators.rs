//! Watching together what was promised: the commitments of bids that won, with what was reported
//! of them per year.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ConsultationRefusal, Item};
use crate::domain::ids::BidId;
use crate::domain::scoring::Exact;

/// One promise of a bid, in the words of the bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Field of the bid without its tail: `social_value.commitments.1`.
    pub field: String,
    pub what: String,
    pub baseline: String,
    pub target: String,
    pub unit: String,
    /// Day by which it should be so, as the bid says it.
    pub by: String,
}

/// Every promise among the answers of a bid that says what it is and how far it goes.
pub fn commitments(answers: &BTreeMap<String, String>) -> Vec<Commitment> {
    let text = |field: &str, tail: &str| {
        answers.get(&format!("{field}.{tail}")).map(|t| t.trim().to_owned()).unwrap_or_default()
    };
    let fields = answers.keys().filter_map(|name| name.strip_suffix(".target"));
    let read = |field: &str| Commitment {
        field: field.to_owned(),
        what: text(field, "what"),
        baseline: text(field, "baseline"),
        target: text(field, "target"),
        unit: text(field, "unit"),
        by: text(field, "by"),
    };
    let all = fields.map(read);
    all.filter(|one| !one.what.is_empty() && !one.target.is_empty()).collect()
}

/// A figure as people write it: `1250`, `7,5` or `1.250,50`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Value(pub Exact);

impl Value {
    pub fn parse(text: &str) -> Result<Value, ConsultationRefusal> {
        let text = text.trim();
        let plain = match text.split_once(',') {
            Some((whole, part)) => format!("{}.{part}", whole.replace('.', "")),
            None => text.to_owned(),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
        if !digits(whole) || !digits(part) || whole.len() > 12 || part.len() > 4 {
            return Err(ConsultationRefusal::Number);
        }
        plain.parse().map(Value).map_err(|_| ConsultationRefusal::Number)
    }
}

/// What one organisation said of a commitment over one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub bid: BidId,
    pub field: String,
    pub year: i16,
    pub value: Value,
    /// Name of who reported it, and for whom.
    pub by: String,
}

/// A year is reported once; a later figure for the same year takes the place of the earlier one.
pub fn put_report(reports: &[Item<Report>], fresh: Item<Report>) -> Item<Report> {
    let key = |one: &Report| (one.bid, one.field.clone(), one.year);
    match reports.iter().find(|one| key(&one.body) == key(&fresh.body)) {
        Some(known) => Item { at: fresh.at, body: fresh.body, ..known.clone() },
        None => fresh,
    }
}

impl Commitment {
    /// How far from the baseline (0) to the target (100) a figure is, whole percents within that
    /// range; none where the bid gave no figures or wants things to stay as they are.
    pub fn share(&self, value: &Value) -> Option<u8> {
        let from = Value::parse(&self.baseline).ok()?.0;
        let to = Value::parse(&self.target).ok()?.0;
        let way = &to - &from;
        let share = (&(&value.0 - &from) * &Exact::from(100)).divided_by(&way)?;
        let share = share.to_f64().round().clamp(0.0, 100.0);
        // Within 0 and 100 by the line above.
        Some(share as u8)
    }
}
