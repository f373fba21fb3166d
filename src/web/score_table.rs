//! The bids of a lot as a table: what each criterion and the price earned, with a bar per bid
//! where an outcome is a sum of points.

use serde::Serialize;

use crate::documents::score_words::ScoreWords;
use crate::domain::rounds::definition::OutcomeUnit;
use crate::domain::scoring::{BidOutcome, Contribution, Exclusion, Source, Standing};

#[derive(Serialize)]
pub struct ScoreTable {
    columns: Vec<Column>,
    /// The last column is the price.
    has_price: bool,
    /// What a total is.
    total_note: String,
    /// Columns of the table, for rows with one cell.
    width: usize,
    pub rows: Vec<Row>,
}

#[derive(Serialize)]
struct Column {
    name: String,
    /// What it can earn.
    note: String,
    /// Colour of its part of the bar, 1 to 4; 5 for the price.
    part: usize,
}

#[derive(Serialize)]
pub struct Row {
    /// None: it has no place, for the reasons.
    pub place: Option<usize>,
    first: bool,
    pub name: String,
    note: String,
    /// Empty: it was not scored.
    cells: Vec<Cell>,
    total: Option<String>,
    bar: Option<Vec<f64>>,
    tie: Option<String>,
    reasons: Vec<String>,
}

#[derive(Serialize)]
struct Cell {
    points: String,
    /// The grade, or the price of the bid.
    note: String,
}

impl ScoreTable {
    pub fn new(words: ScoreWords<'_>, rows: Vec<Row>) -> ScoreTable {
        let columns = columns(words);
        ScoreTable {
            has_price: words.definition().price.bids_name_prices(),
            total_note: words.total_note(),
            width: columns.len() + 2,
            columns,
            rows,
        }
    }
}

impl Row {
    /// What became of a bid that is called `name`; `called` says how other bids are called.
    pub fn new(
        words: ScoreWords<'_>,
        bid: &BidOutcome,
        (name, note): (String, String),
        called: impl Fn(&str) -> String,
    ) -> Row {
        let out: &[Exclusion] = match &bid.standing {
            Standing::Excluded { reasons } => reasons,
            Standing::Ranked { .. } | Standing::Admitted | Standing::Unsettled { .. } => &[],
        };
        let reasons = out.iter().map(|reason| words.exclusion(reason)).collect();
        // Beside the others, which no longer look at it, its points would say nothing.
        if out.contains(&Exclusion::FellAway) {
            return Row::not_scored((name, note), reasons);
        }
        Row {
            place: bid.place(),
            first: bid.place() == Some(1),
            name,
            note,
            cells: cells(words, bid),
            total: bid.total.as_ref().map(|total| words.total(total)),
            bar: bar(words, bid),
            tie: bid.tie().map(|tie| words.tie(tie, called)),
            reasons,
        }
    }

    /// A bid that was never scored, for these reasons.
    pub fn not_scored((name, note): (String, String), reasons: Vec<String>) -> Row {
        Row {
            place: None,
            first: false,
            name,
            note,
            cells: vec![],
            total: None,
            bar: None,
            tie: None,
            reasons,
        }
    }
}

/// The colour of the price.
const PRICE_PART: usize = 5;

/// One column per criterion, and one for the price where bids name one.
fn columns(words: ScoreWords<'_>) -> Vec<Column> {
    let definition = words.definition();
    let criteria = definition.criteria.iter().enumerate().map(|(place, criterion)| Column {
        name: criterion.name.clone(),
        note: words.weight(&criterion.weight),
        part: place % 4 + 1,
    });
    let price = definition.price.bids_name_prices().then(|| Column {
        name: words.price_word(),
        note: definition
            .price
            .weight()
            .map(|weight| words.price_weight(weight))
            .unwrap_or_default(),
        part: PRICE_PART,
    });
    criteria.chain(price).collect()
}

/// What a bid earned per column; empty for a bid that has no outcome.
fn cells(words: ScoreWords<'_>, bid: &BidOutcome) -> Vec<Cell> {
    let Some(trace) = &bid.trace else { return vec![] };
    let definition = words.definition();
    let none = || Cell { points: "–".into(), note: String::new() };
    let made = |part: Option<&Contribution>| part.map_or_else(none, |part| cell(words, part));
    let criteria = definition.criteria.iter().map(|c| made(trace.criterion(&c.code)));
    let price = definition
        .price
        .bids_name_prices()
        .then(|| made(trace.leaves().into_iter().find(|leaf| leaf.source.price().is_some())));
    criteria.chain(price).collect()
}

fn cell(words: ScoreWords<'_>, part: &Contribution) -> Cell {
    let price = part.source.price().map(|price| words.price(price)).unwrap_or_default();
    match &part.source {
        Source::Price { .. } | Source::ComparedPrice { .. } => {
            Cell { points: words.price_points(&part.points), note: price }
        }
        // The price is no part of a sum of points: it stands by itself.
        Source::OwnPrice { .. } | Source::Ratio { .. } => {
            Cell { points: price, note: String::new() }
        }
        Source::Criterion { grade, .. } => {
            Cell { points: words.earned(&part.points), note: words.grade(grade) }
        }
        Source::Total | Source::Quality | Source::Group { .. } => {
            Cell { points: words.earned(&part.points), note: String::new() }
        }
    }
}

/// Points per column as near as a picture needs them; none where the outcome is no such sum.
fn bar(words: ScoreWords<'_>, bid: &BidOutcome) -> Option<Vec<f64>> {
    let definition = words.definition();
    let trace = bid.trace.as_ref()?;
    let near = |leaf: &Contribution| -> f64 {
        let text = definition.rounding.text(&leaf.points);
        text.parse::<f64>().unwrap_or_default().max(0.0)
    };
    let adds_up = definition.price.outcome_unit() == OutcomeUnit::Points;
    adds_up.then(|| trace.leaves().into_iter().map(near).collect())
}
