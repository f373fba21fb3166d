//! Reads bids: prices, and grades that are settled or given by several assessors.

use super::super::aggregation::Unsettled;
use super::super::bids::{BidGrades, Presence};
use super::super::exact::Exact;
use super::super::scheme::{Criterion, Scheme};
use super::json::{Node, Problems};
use super::{MOST_ASSESSORS, MOST_BIDS, MOST_CRITERIA};

/// What was given for one bid, beside the grades that count.
#[derive(Clone, Default)]
pub struct Given {
    /// Per criterion of the scheme, one entry per assessor; `None` where one settled grade, or
    /// none, was given.
    pub panels: Vec<Option<Vec<Option<Exact>>>>,
    /// Criteria whose grades do not make one, with the reason.
    pub unsettled: Vec<(String, Unsettled)>,
}

const KEYS: [&str; 4] = ["id", "price", "grades", "fell_away"];

/// Reads the list of bids.
pub fn read(
    scheme: &Scheme,
    node: Node<'_, '_>,
    problems: &mut Problems,
) -> Option<(Vec<BidGrades>, Vec<Given>)> {
    let items = node.list(MOST_BIDS, problems)?;
    let mut read = (Vec::new(), Vec::new());
    for (place, raw) in items.into_iter().enumerate() {
        if let Some((bid, given)) = one(scheme, node.item(place, raw), problems) {
            read.0.push(bid);
            read.1.push(given);
        }
    }
    // A bid that could not be read would shift the places of the others in later messages.
    problems.errors.is_empty().then_some(read)
}

fn one(scheme: &Scheme, node: Node<'_, '_>, problems: &mut Problems) -> Option<(BidGrades, Given)> {
    let fields = node.fields(&KEYS, problems)?;
    let id = fields.need("id", problems).and_then(|node| node.id(problems));
    let price = fields.some_number("price", problems);
    let gone = fields.get("fell_away").and_then(|node| node.flag(problems));
    let presence = if gone == Some(true) { Presence::FellAway } else { Presence::TakesPart };
    let mut bid = BidGrades { id: id?, price, presence, ..BidGrades::default() };
    let mut given = Given { panels: vec![None; scheme.criteria.len()], ..Given::default() };
    let Some(node) = fields.get("grades") else { return Some((bid, given)) };
    for (code, raw) in node.object(MOST_CRITERIA, problems)? {
        let node = node.under(&code, raw);
        let known = scheme.criteria.iter().position(|criterion| criterion.code == code);
        let Some(at) = known else {
            node.fault(problems, "there is no such criterion, or it has parts that get the grades");
            continue;
        };
        let criterion = &scheme.criteria[at];
        let settled = if node.is_list() {
            let grades = panel(criterion, scheme, node, problems)?;
            let settled = scheme.aggregate.settle(&grades);
            given.panels[at] = Some(grades);
            settled
        } else if node.is_null() {
            Err(Unsettled::NoGrade)
        } else {
            Ok(node.number(problems)?)
        };
        match settled {
            Ok(grade) => drop(bid.grades.insert(code, grade)),
            Err(Unsettled::TooFew) => node.fault(problems, Unsettled::TooFew),
            Err(why) => given.unsettled.push((code, why)),
        }
    }
    Some((bid, given))
}

/// One entry per assessor, each on the published scale.
fn panel(
    criterion: &Criterion,
    scheme: &Scheme,
    node: Node<'_, '_>,
    problems: &mut Problems,
) -> Option<Vec<Option<Exact>>> {
    let mut grades = Vec::new();
    for (place, raw) in node.list(MOST_ASSESSORS, problems)?.into_iter().enumerate() {
        let node = node.item(place, raw);
        if node.is_null() {
            grades.push(None);
            continue;
        }
        let grade = node.number(problems)?;
        if !scheme.offers(criterion, &grade) {
            node.fault(problems, format!("{grade} is not on the scale of {}", criterion.code));
        }
        grades.push(Some(grade));
    }
    Some(grades)
}
