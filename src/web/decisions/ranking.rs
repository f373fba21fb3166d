//! The ranking of a lot as a table: points and grades per criterion, with a bar per bid.

use serde::Serialize;

use crate::documents::findings::Teller;
use crate::domain::decisions::{Admittance, Entrant, LotFile, Ranked};
use crate::domain::scoring::{Contribution, Exact, Standing};

#[derive(Serialize)]
pub struct RankingView {
    pub columns: Vec<Column>,
    pub has_price: bool,
    /// Columns of the table, for the row with the bar.
    pub width: usize,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
pub struct Column {
    pub name: String,
    pub weight: String,
    /// Colour of its part of the bar.
    pub part: usize,
}

#[derive(Serialize)]
pub struct Row {
    /// None: it has no place, for the reasons.
    pub place: Option<usize>,
    pub first: bool,
    pub name: String,
    pub code: String,
    pub cells: Vec<Cell>,
    pub total: Option<String>,
    /// Points as near as a picture needs them.
    pub bar: Vec<f64>,
    pub tie: Option<String>,
    pub reasons: Vec<String>,
}

#[derive(Serialize)]
pub struct Cell {
    pub points: String,
    pub grade: Option<String>,
    /// Cents per unit.
    pub price: Option<i64>,
}

/// The table of a lot that is ranked.
pub fn ranking(teller: &Teller<'_>, lot: &LotFile) -> Option<RankingView> {
    let ranked = lot.ranked()?;
    let definition = teller.definition();
    let criteria = definition.criteria.iter().map(|c| (c.name.clone(), c.weight.plain()));
    let price = definition.price.weight().map(|weight| ("".to_owned(), weight.plain()));
    let has_price = price.is_some();
    let columns: Vec<Column> = criteria
        .chain(price)
        .enumerate()
        .map(|(n, (name, weight))| Column { part: n % 4 + 1, name, weight })
        .collect();
    let in_order = ranked.outcome.bids.iter().filter_map(|bid| lot.by_code(&bid.id));
    let refused = lot.entrants.iter().filter(|e| matches!(e.admittance, Admittance::Refused(_)));
    Some(RankingView {
        width: columns.len() + 2,
        columns,
        has_price,
        rows: in_order.chain(refused).map(|entrant| row(teller, lot, ranked, entrant)).collect(),
    })
}

fn row(teller: &Teller<'_>, lot: &LotFile, ranked: &Ranked, entrant: &Entrant) -> Row {
    let outcome = lot.outcome(entrant.bid);
    let leaves = outcome.and_then(|o| o.trace.as_ref()).map(Contribution::leaves);
    let leaves = leaves.unwrap_or_default();
    let cell = |leaf: &&Contribution| Cell {
        points: teller.points(&leaf.points),
        grade: leaf.source.grade().map(Exact::plain),
        price: leaf
            .source
            .price()
            .and_then(|_| ranked.prices.get(&entrant.bid))
            .map(|price| price.0),
    };
    let place = outcome.and_then(|o| o.place());
    Row {
        place,
        first: place == Some(1),
        name: entrant.name.clone(),
        code: entrant.code.clone(),
        cells: leaves.iter().map(cell).collect(),
        total: outcome.and_then(|o| o.total.as_ref()).map(|total| teller.points(total)),
        bar: leaves.iter().map(|leaf| near(&teller.points(&leaf.points))).collect(),
        tie: outcome.and_then(|o| o.tie()).map(|tie| teller.tie(tie)),
        reasons: reasons(teller, entrant, outcome.map(|o| &o.standing)),
    }
}

fn reasons(teller: &Teller<'_>, entrant: &Entrant, standing: Option<&Standing>) -> Vec<String> {
    match (&entrant.admittance, standing) {
        (Admittance::Refused(reasons), _) => reasons.clone(),
        (_, Some(Standing::Excluded { reasons })) => {
            reasons.iter().map(|reason| teller.exclusion(reason)).collect()
        }
        _ => vec![],
    }
}

/// Only for drawing; every number that is read is exact.
fn near(points: &str) -> f64 {
    points.parse().unwrap_or_default()
}
