//! Who reads out and who speaks when. By lot, so that nobody always has the first word; the lot
//! follows from table, item and person, so every screen shows the same.

use std::collections::BTreeSet;

use super::agenda::FirstGrade;
use super::items::ItemKey;
use crate::domain::ids::{PersonId, TableId};
use crate::domain::journal::sha256_hex;

/// The order in which the assessors of an item speak: first who gave the lowest or the highest
/// grade, then the others. Source: `evaluation.md` chapter 10, step 6.
pub fn speaking_order(table: TableId, key: &ItemKey, first: &[FirstGrade]) -> Vec<PersonId> {
    let of_item: Vec<&FirstGrade> = first.iter().filter(|one| one.item == *key).collect();
    let (low, high) =
        (of_item.iter().map(|f| &f.grade).min(), of_item.iter().map(|f| &f.grade).max());
    let extreme =
        |one: &FirstGrade| low != high && (Some(&one.grade) == low || Some(&one.grade) == high);
    let mut order: Vec<&FirstGrade> = of_item.clone();
    order.sort_by_key(|one| (!extreme(one), lot((table, key), one.assessor, "speaks")));
    order.into_iter().map(|one| one.assessor).collect()
}

/// The assessor who reads the question and the words of the grades out.
pub fn rapporteur(table: TableId, key: &ItemKey, first: &[FirstGrade]) -> Option<PersonId> {
    let people: BTreeSet<PersonId> =
        first.iter().filter(|one| one.item == *key).map(|one| one.assessor).collect();
    people.into_iter().min_by_key(|person| lot((table, key), *person, "reads"))
}

fn lot((table, key): (TableId, &ItemKey), person: PersonId, what: &str) -> String {
    sha256_hex(format!("{table}/{}/{}/{what}/{person}", key.bid, key.criterion).as_bytes())
}
