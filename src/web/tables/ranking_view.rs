//! Places, points, money and what one grade would change, as the page shows them.

use serde::Serialize;

use super::board::points;
use super::ranked::{Ranked, bid_of};
use super::sight::{Sight, Words, drawn};
use crate::domain::journal::sha256_hex;
use crate::domain::money::Cents;
use crate::domain::rounds::lots::LotPrice;
use crate::domain::scoring::{
    BidOutcome, Contribution, Exclusion, Settled, Standing, StepChange, Tie, TieKey,
};
use crate::web::errors::Error;

#[derive(Serialize)]
pub struct Column {
    pub name: String,
    pub points: String,
    /// Colour of the part, 1 to 4; 5 for the price.
    pub part: usize,
}

#[derive(Serialize)]
pub struct Place {
    pub place: usize,
    pub first: bool,
    pub name: String,
    pub code: String,
    pub cells: Vec<Cell>,
    pub total: String,
    /// Points per column for the bar.
    pub parts: Vec<f64>,
    pub tie: Option<String>,
}

#[derive(Serialize)]
pub struct Cell {
    pub points: String,
    pub note: String,
}

#[derive(Serialize)]
pub struct Out {
    pub name: String,
    pub code: String,
    pub reasons: Vec<String>,
}

#[derive(Serialize)]
pub struct Steps {
    pub name: String,
    pub lines: Vec<StepLine>,
}

#[derive(Serialize)]
pub struct StepLine {
    pub criterion: String,
    pub grade: String,
    pub up: Option<StepText>,
    pub down: Option<StepText>,
}

#[derive(Serialize)]
pub struct StepText {
    pub text: String,
    /// The bid would stand on another place.
    pub moves: bool,
}

#[derive(Serialize)]
pub struct Money {
    pub rows: Vec<MoneyRow>,
    pub longest: i64,
}

#[derive(Serialize)]
pub struct MoneyRow {
    pub name: String,
    pub cost: i64,
    pub budget: i64,
}

#[derive(Serialize)]
pub struct Draw {
    pub seed: String,
    /// Hash of the seed, as it stood in the journal when the table opened.
    pub commitment: String,
    pub numbers: Vec<DrawnNumber>,
}

#[derive(Serialize)]
pub struct DrawnNumber {
    pub name: String,
    pub number: String,
}

impl Sight {
    /// Who made the bid with this letter.
    pub fn bidder(&self, code: &str) -> &str {
        bid_of(self, code)
            .and_then(|bid| self.bidders.get(&bid))
            .map(String::as_str)
            .unwrap_or_default()
    }
}

pub fn columns(sight: &Sight, words: Words<'_>) -> (Vec<Column>, Option<Column>) {
    let criteria = sight.round.definition.criteria.iter().enumerate();
    let columns = criteria.map(|(place, criterion)| Column {
        name: criterion.name.clone(),
        points: points(words, &criterion.weight),
        part: place % 4 + 1,
    });
    let price = sight.scheme.price_rule().map(|rule| Column {
        name: words.say("price-word", &[]),
        points: points(words, &rule.weight),
        part: 5,
    });
    (columns.collect(), price)
}

pub fn places(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Vec<Place> {
    let view = |(place, bid): (usize, &BidOutcome)| {
        let leaves = bid.trace.as_ref().map(Contribution::leaves).unwrap_or_default();
        Place {
            place,
            first: place == 1,
            name: sight.bidder(&bid.id).to_owned(),
            code: bid.id.clone(),
            cells: leaves.iter().map(|leaf| cell(sight, words, leaf)).collect(),
            total: bid.total.as_ref().map(|t| total(sight, words, t)).unwrap_or_default(),
            parts: leaves.iter().map(|leaf| drawn_points(sight, leaf)).collect(),
            tie: bid.tie().map(|tie| tie_sentence(sight, words, tie)),
        }
    };
    ranked.outcome.ranking().map(view).collect()
}

fn total(sight: &Sight, words: Words<'_>, exact: &crate::domain::scoring::Exact) -> String {
    words.rounded(sight.scheme.rounding, exact)
}

fn drawn_points(sight: &Sight, leaf: &Contribution) -> f64 {
    drawn(&sight.scheme.rounding.round(&leaf.points))
}

fn cell(sight: &Sight, words: Words<'_>, leaf: &Contribution) -> Cell {
    let grade = |grade| words.say("grade-word", &[("grade", words.number(grade).into())]);
    let price = || leaf.source.price().map(|price| euro(words, price));
    let note = leaf.source.grade().map(grade).or_else(price).unwrap_or_default();
    Cell { points: total(sight, words, &leaf.points), note }
}

/// Prices are whole cents.
pub fn euro(words: Words<'_>, price: &crate::domain::scoring::Exact) -> String {
    words.euro(price.plain().parse().unwrap_or_default())
}

fn tie_sentence(sight: &Sight, words: Words<'_>, tie: &Tie) -> String {
    let names: Vec<&str> = tie.with.iter().map(|code| sight.bidder(code)).collect();
    let with = ("with", names.join(", ").into());
    match &tie.settled {
        Settled::ByKey(TieKey::Criterion(code)) => words
            .say("even-by-criterion", &[with, ("criterion", sight.criterion_name(code).into())]),
        Settled::ByKey(TieKey::Price) => words.say("even-by-price", &[with]),
        Settled::ByDraw { .. } => words.say("even-by-draw", &[with]),
        Settled::Shared => words.say("even-shared", &[with]),
        Settled::AwaitsDraw => words.say("even-awaits-draw", &[with]),
    }
}

pub fn out(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Vec<Out> {
    let view = |bid: &BidOutcome| {
        let reasons = match &bid.standing {
            Standing::Excluded { reasons } => {
                reasons.iter().map(|why| exclusion(sight, words, why)).collect()
            }
            Standing::Unsettled { .. } => vec![words.say("out-unsettled", &[])],
            Standing::Ranked { .. } | Standing::Admitted => return None,
        };
        let (name, code) = (sight.bidder(&bid.id).to_owned(), bid.id.clone());
        Some(Out { name, code, reasons })
    };
    ranked.outcome.bids.iter().filter_map(view).collect()
}

fn exclusion(sight: &Sight, words: Words<'_>, why: &Exclusion) -> String {
    match why {
        Exclusion::KnockOutGrade { criterion, grade } => words.say(
            "out-knock-out",
            &[
                ("criterion", sight.criterion_name(criterion).into()),
                ("grade", words.number(grade).into()),
            ],
        ),
        Exclusion::BelowThreshold { criterion, grade, threshold } => words.say(
            "out-threshold",
            &[
                ("criterion", sight.criterion_name(criterion).into()),
                ("grade", words.number(grade).into()),
                ("threshold", words.number(threshold).into()),
            ],
        ),
        Exclusion::GroupBelowThreshold { group, points, threshold } => words.say(
            "out-group",
            &[
                ("group", sight.criterion_name(group).into()),
                ("points", words.number(points).into()),
                ("threshold", words.number(threshold).into()),
            ],
        ),
        Exclusion::FellAway => words.say("out-fell-away", &[]),
        Exclusion::TotalBelowThreshold { total, threshold } => words.say(
            "out-total",
            &[("total", words.number(total).into()), ("threshold", words.number(threshold).into())],
        ),
        Exclusion::PriceBelowFloor { price, floor } => {
            price_out(words, "out-price-low", (price, floor))
        }
        Exclusion::PriceAboveCeiling { price, ceiling } => {
            price_out(words, "out-price-high", (price, ceiling))
        }
        Exclusion::OtherThanFixedPrice { price, fixed } => {
            price_out(words, "out-price-other", (price, fixed))
        }
    }
}

type Two<'a> = (&'a crate::domain::scoring::Exact, &'a crate::domain::scoring::Exact);

fn price_out(words: Words<'_>, key: &str, (price, limit): Two<'_>) -> String {
    words.say(key, &[("price", euro(words, price).into()), ("limit", euro(words, limit).into())])
}

/// What one grade more or less would change, per bid; for the process lead and the file.
pub fn steps(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Result<Vec<Steps>, Error> {
    let mut found = vec![];
    for (place, bid) in ranked.outcome.ranking() {
        let text = |change: &StepChange| StepText {
            text: step_sentence(sight, words, change),
            moves: change.place != Some(place),
        };
        let lines = ranked.steps(sight, &bid.id)?.into_iter().map(|effect| StepLine {
            criterion: sight.criterion_name(&effect.criterion).to_owned(),
            grade: words.number(&effect.grade),
            up: effect.up.as_ref().map(text),
            down: effect.down.as_ref().map(text),
        });
        found.push(Steps { name: sight.bidder(&bid.id).to_owned(), lines: lines.collect() });
    }
    Ok(found)
}

fn step_sentence(sight: &Sight, words: Words<'_>, change: &StepChange) -> String {
    let grade = ("grade", words.number(&change.grade).into());
    match (&change.total, change.place) {
        (Some(points), Some(place)) => words.say(
            "step-change",
            &[grade, ("total", total(sight, words, points).into()), ("place", place.into())],
        ),
        _ => words.say("step-change-out", &[grade]),
    }
}

/// What each bid costs in a year beside the money there is.
pub fn money(sight: &Sight, ranked: &Ranked) -> Option<Money> {
    let details = &sight.lot.details;
    let rate = |bid: &BidOutcome| -> Option<Cents> {
        match details.price {
            LotPrice::Fixed { rate } => Some(rate),
            LotPrice::Between { .. } => ranked.prices.get(&bid_of(sight, &bid.id)?).copied(),
        }
    };
    let row = |(_, bid): (usize, &BidOutcome)| {
        Some(MoneyRow {
            name: sight.bidder(&bid.id).to_owned(),
            cost: rate(bid)?.0 * i64::from(details.volume),
            budget: details.budget.0,
        })
    };
    let rows: Vec<MoneyRow> = ranked.outcome.ranking().filter_map(row).collect();
    let longest = rows.iter().map(|row| row.cost.max(row.budget)).max()?;
    Some(Money { rows, longest })
}

/// Everything with which anybody can repeat the draw; none when there was no draw.
pub fn draw(sight: &Sight, ranked: &Ranked) -> Option<Draw> {
    if !ranked.was_drawn() {
        return None;
    }
    let number = |bid: &BidOutcome| match bid.tie()?.settled {
        Settled::ByDraw { number } => {
            Some(DrawnNumber { name: sight.bidder(&bid.id).to_owned(), number: number.to_string() })
        }
        Settled::ByKey(_) | Settled::Shared | Settled::AwaitsDraw => None,
    };
    let seed = ranked.seed.to_string();
    Some(Draw {
        commitment: sha256_hex(seed.as_bytes()),
        seed,
        numbers: ranked.outcome.bids.iter().filter_map(number).collect(),
    })
}
