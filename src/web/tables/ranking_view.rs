//! Places, points, money and what one grade would change, as the page shows them.

use serde::Serialize;

use super::ranked::{Ranked, bid_of};
use super::sight::{Sight, Words};
use crate::domain::money::Cents;
use crate::domain::rounds::lots::LotPrice;
use crate::domain::scoring::{BidOutcome, Settled, Standing, StepChange};
use crate::web::errors::Error;
use crate::web::score_table::{Row, ScoreTable};

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

/// The ranked bids, best first.
pub fn places(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> ScoreTable {
    let scores = words.scores(sight);
    let called = |code: &str| sight.bidder(code).to_owned();
    let row = |(_, bid): (usize, &BidOutcome)| {
        let note = words.say("bid-word", &[("bid", bid.id.as_str().into())]);
        Row::new(scores, bid, (called(&bid.id), note), called)
    };
    ScoreTable::new(scores, ranked.ranking.outcome.ranking().map(row).collect())
}

pub fn out(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Vec<Out> {
    let scores = words.scores(sight);
    let view = |bid: &BidOutcome| {
        let reasons = match &bid.standing {
            Standing::Excluded { reasons } => {
                reasons.iter().map(|why| scores.exclusion(why)).collect()
            }
            Standing::Unsettled { .. } => vec![words.say("out-unsettled", &[])],
            Standing::Ranked { .. } | Standing::Admitted => return None,
        };
        let (name, code) = (sight.bidder(&bid.id).to_owned(), bid.id.clone());
        Some(Out { name, code, reasons })
    };
    ranked.ranking.outcome.bids.iter().filter_map(view).collect()
}

/// What one grade more or less would change, per bid; for the process lead and the file.
pub fn steps(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Result<Vec<Steps>, Error> {
    let mut found = vec![];
    for (place, bid) in ranked.ranking.outcome.ranking() {
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
            &[
                grade,
                ("total", words.scores(sight).total_in_words(points).into()),
                ("place", place.into()),
            ],
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
    let rows: Vec<MoneyRow> = ranked.ranking.outcome.ranking().filter_map(row).collect();
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
    Some(Draw {
        commitment: ranked.sealed.commitment(),
        seed: ranked.sealed.drawn()?.to_string(),
        numbers: ranked.ranking.outcome.bids.iter().filter_map(number).collect(),
    })
}
