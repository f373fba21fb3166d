//! Lists that wait for the table, for the price, or for the decision; lot by lot.

use std::collections::{BTreeMap, BTreeSet};

use super::{Scope, Take};
use crate::domain::decisions::{LotFile, Verdict};
use crate::domain::exports::Cell;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::money::Cents;
use crate::domain::rounds::Lot;
use crate::domain::scoring::{BidOutcome, Contribution, Exact, Source, Standing};
use crate::domain::tables::{FirstGrade, Item, ItemKey, Outside, Table};
use crate::store::{self, Conn, StoreError};

/// What each assessor gave alone, and what the table settled. Assessors have the numbers that they
/// have in the minutes.
pub fn scores(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    for lot in &scope.lots {
        let Some(id) = scope.signed.get(&lot.id) else { continue };
        let table = store::tables::find(conn, *id)?;
        let codes = store::tables::codes(conn, *id)?;
        let first = store::first_grades::of_lot(conn, lot.id)?;
        scores_of(scope, (lot, &table, &codes), &first, take);
    }
    Ok(())
}

type Met<'t> = (&'t Lot, &'t Table, &'t BTreeMap<BidId, String>);

fn scores_of(
    scope: &Scope,
    (lot, table, codes): Met<'_>,
    first: &[FirstGrade],
    take: &mut Take<'_>,
) {
    let people: BTreeSet<PersonId> = first.iter().map(|one| one.assessor).collect();
    let numbers: BTreeMap<PersonId, i64> = people.into_iter().zip(1..).collect();
    let mut given: BTreeMap<&ItemKey, Vec<&FirstGrade>> = BTreeMap::new();
    for one in first {
        given.entry(&one.item).or_default().push(one);
    }
    let criteria = &scope.round.definition.criteria;
    let mut items: Vec<&Item> = table.items.iter().collect();
    let place = |code: &str| criteria.iter().position(|one| one.code == code);
    let letter = |bid: &BidId| codes.get(bid).map(String::as_str).unwrap_or_default();
    items.sort_by_key(|item| {
        let code = letter(&item.key.bid);
        (code.len(), code.to_owned(), place(&item.key.criterion))
    });
    for item in items {
        let name = criteria.iter().find(|one| one.code == item.key.criterion);
        let head = [
            Cell::Whole(lot.number.into()),
            Cell::text(letter(&item.key.bid)),
            Cell::text(&item.key.criterion),
            Cell::maybe(name, |one| Cell::text(&one.name)),
        ];
        let mut row = |rest: [Cell; 5]| take(&[head.as_slice(), rest.as_slice()].concat());
        // What nobody was shown stays with who wrote it.
        let shown = item.revealed_at().and_then(|_| given.get(&item.key));
        for one in shown.into_iter().flatten() {
            let number = numbers.get(&one.assessor).copied().unwrap_or_default();
            let by = Cell::word("export-given-", number.to_string());
            let grade = Cell::Number(one.grade.clone());
            row([by, grade, Cell::text(&one.reason), Cell::Empty, Cell::Empty]);
        }
        if let Some(settled) = item.consensus() {
            let outside = match &settled.outside {
                Outside::No => Cell::Empty,
                Outside::Because(why) => Cell::text(why),
            };
            row([
                Cell::word("export-given-", "table"),
                Cell::Number(settled.grade.clone()),
                Cell::text(&settled.reason),
                outside,
                Cell::At(settled.at),
            ]);
        }
    }
}

/// Every bid with its total, and below it the steps that led to it.
pub fn ranking(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    for file in store::decisions::file(conn, scope.round.id)?.lots {
        let open = scope.priced.contains_key(&file.lot.id);
        let Some(ranked) = file.ranked().filter(|_| open) else { continue };
        for bid in &ranked.outcome.bids {
            let entrant = file.by_code(&bid.id);
            let price = entrant.and_then(|one| ranked.prices.get(&one.bid)).copied();
            ranked_bid((&file, bid), price, take);
        }
    }
    Ok(())
}

fn ranked_bid((file, bid): (&LotFile, &BidOutcome), price: Option<Cents>, take: &mut Take<'_>) {
    let standing = match &bid.standing {
        Standing::Ranked { .. } => "ranked",
        Standing::Admitted => "admitted",
        Standing::Excluded { .. } => "excluded",
        Standing::Unsettled { .. } => "unsettled",
    };
    let name = file.by_code(&bid.id).map(|one| one.name.as_str()).unwrap_or_default();
    let head = [
        Cell::Whole(file.lot.number.into()),
        Cell::maybe(bid.place(), Cell::count),
        Cell::text(&bid.id),
        Cell::text(name),
        Cell::word("export-standing-", standing),
        Cell::maybe(bid.total.clone(), Cell::Number),
    ];
    let mut row = |rest: [Cell; 5]| take(&[head.as_slice(), rest.as_slice()].concat());
    let total = Cell::word("export-step-", "total");
    let points = Cell::maybe(bid.exact_total().cloned(), Cell::Number);
    row([total, Cell::Empty, Cell::Empty, points, Cell::maybe(price, Cell::Euro)]);
    for step in bid.trace.iter().flat_map(|trace| &trace.parts) {
        traced(step, &mut row);
    }
}

fn traced(step: &Contribution, row: &mut dyn FnMut([Cell; 5])) {
    let (word, code, grade): (_, Option<&String>, Option<&Exact>) = match &step.source {
        Source::Total => ("total", None, None),
        Source::Quality => ("quality", None, None),
        Source::Criterion { code, grade, .. } => ("criterion", Some(code), Some(grade)),
        Source::Group { code } => ("group", Some(code), None),
        Source::Price { .. } | Source::OwnPrice { .. } | Source::ComparedPrice { .. } => {
            ("price", None, None)
        }
        Source::Ratio { .. } => ("ratio", None, None),
    };
    row([
        Cell::word("export-step-", word),
        Cell::maybe(code, Cell::text),
        Cell::maybe(grade.cloned(), Cell::Number),
        Cell::Number(step.points.clone()),
        Cell::Empty,
    ]);
    for part in &step.parts {
        traced(part, row);
    }
}

pub fn decisions(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    for file in store::decisions::file(conn, scope.round.id)?.lots {
        let Some(decision) = &file.decision else { continue };
        let winner = file.winner();
        let (word, ground) = match decision.verdict {
            Verdict::Award(_) => ("award", Cell::Empty),
            Verdict::NoAward(ground) => ("no_award", Cell::word("ground-", ground.as_str())),
        };
        let cost = winner.and_then(|one| file.yearly_cost(one.bid));
        take(&[
            Cell::Whole(file.lot.number.into()),
            Cell::text(&file.lot.details.name),
            Cell::word("export-decision-", word),
            ground,
            Cell::maybe(winner, |one| Cell::text(&one.code)),
            Cell::maybe(winner, |one| Cell::text(&one.name)),
            Cell::text(&decision.reasons),
            Cell::text(&decision.advantages),
            Cell::text(&decision.deviation),
            Cell::At(decision.at),
            Cell::maybe(cost, Cell::Euro),
            Cell::text(scope.municipality(&file.lot)),
        ]);
    }
    Ok(())
}
