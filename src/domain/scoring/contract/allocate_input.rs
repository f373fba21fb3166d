//! Reads a document for `allocate`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::allocation::{
    Bidder, BidderKind, Budget, Division, LotRanking, LotRule, Offer, Package, Placed,
};
use super::super::draw::Seed;
use super::super::exact::Exact;
use super::json::{Fields, Node, Problems, whole};
use super::rank_input;
use super::{MOST_BIDS, MOST_LOTS};

/// A document for `allocate`.
pub struct AllocateInput {
    pub division: Division,
    pub seed: Option<Seed>,
}

const KEYS: [&str; 11] = [
    "rule",
    "lots",
    "bidders",
    "values",
    "prices",
    "budget",
    "reserved_share",
    "packages",
    "seed",
    "title",
    "version",
];
const LOT_KEYS: [&str; 3] = ["id", "providers", "size"];
const BIDDER_KEYS: [&str; 5] = ["id", "max_lots", "capacity", "preference", "residents_initiative"];
const PACKAGE_KEYS: [&str; 4] = ["bidder", "lots", "value", "price"];
const RULES: [(&str, LotRule); 5] = [
    ("bidder_preference", LotRule::BidderPreference),
    ("fixed_lot_order", LotRule::FixedLotOrder),
    ("best_per_lot", LotRule::BestPerLot),
    ("largest_lead_first", LotRule::LargestLeadFirst),
    ("max_total", LotRule::MaxTotal),
];
/// The most packages.
const MOST_PACKAGES: usize = 1_000;

/// Numbers per lot and bidder.
type Table = BTreeMap<String, BTreeMap<String, Exact>>;

/// Reads a document.
///
/// Errors: every fault with its place.
pub fn read(text: &[u8]) -> Result<AllocateInput, Problems> {
    whole(text, &KEYS, of)
}

fn of(fields: &Fields<'_, '_>, problems: &mut Problems) -> Option<AllocateInput> {
    let rule = match fields.get("rule") {
        None => LotRule::default(),
        Some(node) => node.word(&RULES, problems)?,
    };
    let seed = fields.get("seed").and_then(|node| rank_input::seed(node, problems));
    let lots = lots(fields.need("lots", problems)?, problems);
    let bidders = bidders(fields.need("bidders", problems)?, problems);
    let (mut lots, bidders) = (lots?, bidders?);
    let known = Known {
        lots: lots.iter().map(|lot| lot.lot.clone()).collect(),
        bidders: bidders.iter().map(|bidder| bidder.id.clone()).collect(),
    };
    let values = table(fields.need("values", problems)?, &known, problems)?;
    let prices = match fields.get("prices") {
        None => Table::new(),
        Some(node) => table(node, &known, problems)?,
    };
    for lot in &mut lots {
        offers(lot, &values, &prices, seed.as_ref());
    }
    let amount = fields.some_number("budget", problems);
    let reserved = fields.some_number("reserved_share", problems);
    if amount.is_none() && reserved.is_some() {
        problems.add("/budget".into(), "this key is missing: the share is kept of the budget");
    }
    let budget = amount.map(|amount| Budget { amount, reserved: reserved.unwrap_or_default() });
    let packages = match fields.get("packages") {
        None => Vec::new(),
        Some(node) => packages(node, problems)?,
    };
    Some(AllocateInput { division: Division { rule, lots, bidders, budget, packages }, seed })
}

fn lots(node: Node<'_, '_>, problems: &mut Problems) -> Option<Vec<LotRanking>> {
    let before = problems.errors.len();
    let mut lots: Vec<LotRanking> = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, raw) in node.list(MOST_LOTS, problems)?.into_iter().enumerate() {
        let item = node.item(place, raw);
        let Some(fields) = item.fields(&LOT_KEYS, problems) else { continue };
        let lot = fields.need("id", problems).and_then(|node| node.id(problems));
        let providers = match fields.get("providers") {
            None => Some(1),
            Some(node) => node.count(MOST_BIDS as u64, problems),
        };
        let size = match fields.get("size") {
            None => Some(Exact::zero()),
            Some(node) => not_negative(node, problems),
        };
        let (Some(lot), Some(providers), Some(size)) = (lot, providers, size) else { continue };
        if !seen.insert(lot.clone()) {
            item.under("id", raw).fault(problems, "an earlier lot has the same id");
        }
        // At most a thousand, so it fits.
        lots.push(LotRanking { lot, providers: providers as usize, size, ..LotRanking::default() });
    }
    (problems.errors.len() == before).then_some(lots)
}

fn bidders(node: Node<'_, '_>, problems: &mut Problems) -> Option<Vec<Bidder>> {
    let before = problems.errors.len();
    let mut bidders = Vec::new();
    let mut seen = BTreeSet::new();
    for (place, raw) in node.list(MOST_BIDS, problems)?.into_iter().enumerate() {
        let item = node.item(place, raw);
        let Some(fields) = item.fields(&BIDDER_KEYS, problems) else { continue };
        let Some(id) = fields.need("id", problems).and_then(|node| node.id(problems)) else {
            continue;
        };
        if !seen.insert(id.clone()) {
            item.under("id", raw).fault(problems, "an earlier bidder has the same id");
        }
        let max_lots =
            fields.get("max_lots").and_then(|node| node.count(u32::MAX.into(), problems));
        let capacity = fields.get("capacity").and_then(|node| not_negative(node, problems));
        let preference = fields.get("preference").and_then(|node| names(node, problems));
        let initiative = fields.get("residents_initiative").and_then(|node| node.flag(problems));
        bidders.push(Bidder {
            id,
            max_lots: max_lots.map(|most| most as usize),
            capacity,
            kind: if initiative == Some(true) {
                BidderKind::ResidentsInitiative
            } else {
                BidderKind::Provider
            },
            preference: preference.unwrap_or_default(),
        });
    }
    (problems.errors.len() == before).then_some(bidders)
}

fn names(node: Node<'_, '_>, problems: &mut Problems) -> Option<Vec<String>> {
    let items = node.list(MOST_LOTS, problems)?;
    items.into_iter().enumerate().map(|(place, raw)| node.item(place, raw).id(problems)).collect()
}

fn not_negative(node: Node<'_, '_>, problems: &mut Problems) -> Option<Exact> {
    let number = node.number(problems)?;
    if number.is_negative() {
        node.fault(problems, "this number cannot be below zero");
        return None;
    }
    Some(number)
}

struct Known {
    lots: BTreeSet<String>,
    bidders: BTreeSet<String>,
}

/// Numbers per lot and bidder; `null` is the same as absent.
fn table(node: Node<'_, '_>, known: &Known, problems: &mut Problems) -> Option<Table> {
    let mut table = Table::new();
    for (lot, raw) in node.object(MOST_LOTS, problems)? {
        let node = node.under(&lot, raw);
        if !known.lots.contains(&lot) {
            node.fault(problems, "there is no such lot");
        }
        let mut row = BTreeMap::new();
        for (bidder, raw) in node.object(MOST_BIDS, problems)? {
            let node = node.under(&bidder, raw);
            if !known.bidders.contains(&bidder) {
                node.fault(problems, "there is no such bidder");
            }
            if !node.is_null() {
                row.insert(bidder.clone(), node.number(problems)?);
            }
        }
        table.insert(lot, row);
    }
    Some(table)
}

/// Places follow from values, the highest first. Equal values share a place, unless there is a
/// seed to draw with.
fn offers(lot: &mut LotRanking, values: &Table, prices: &Table, seed: Option<&Seed>) {
    let none = BTreeMap::new();
    let values = values.get(&lot.lot).unwrap_or(&none);
    let price = |bidder: &str| prices.get(&lot.lot).and_then(|row| row.get(bidder)).cloned();
    // No name has a line break, so no two pairs of names make the same text.
    let drawn = |bidder: &str| seed.map(|seed| seed.number_for(&format!("{}\n{bidder}", lot.lot)));
    let mut order: Vec<(&Exact, Option<u64>, &String)> =
        values.iter().map(|(bidder, value)| (value, drawn(bidder), bidder)).collect();
    order.sort_by(|one, two| two.0.cmp(one.0).then_with(|| one.1.cmp(&two.1)));
    let mut place = 1;
    let mut ranking = Vec::with_capacity(order.len());
    for (at, (value, number, bidder)) in order.iter().enumerate() {
        let same =
            |before: &(&Exact, Option<u64>, &String)| (before.0, before.1) == (*value, *number);
        if at > 0 && !same(&order[at - 1]) {
            place = at + 1;
        }
        ranking.push(Placed { bidder: (*bidder).clone(), place });
    }
    lot.offers = values
        .iter()
        .map(|(bidder, value)| {
            (bidder.clone(), Offer { value: Some(value.clone()), price: price(bidder) })
        })
        .collect();
    lot.ranking = ranking;
}

fn packages(node: Node<'_, '_>, problems: &mut Problems) -> Option<Vec<Package>> {
    let mut packages = Vec::new();
    for (place, raw) in node.list(MOST_PACKAGES, problems)?.into_iter().enumerate() {
        let item = node.item(place, raw);
        let fields = item.fields(&PACKAGE_KEYS, problems)?;
        packages.push(Package {
            bidder: fields.need("bidder", problems)?.id(problems)?,
            lots: names(fields.need("lots", problems)?, problems)?,
            value: fields.number("value", problems)?,
            price: fields.some_number("price", problems),
        });
    }
    Some(packages)
}
