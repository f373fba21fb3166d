//! A worked example beside the parts of the set-up on which the result rests: three invented bids,
//! and where a method can turn an order around, three more that show it.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::criteria;
use super::draft::{self, Draft};
use super::form::Words;
use super::parts;
use super::target::Target;
use crate::documents::score_words::ScoreWords;
use crate::domain::ids::RoundId;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::joined::ForWhom;
use crate::domain::rounds::publication::Part;
use crate::domain::rounds::worked_example::WorkedExample;
use crate::domain::scoring::{Outcome, Reversal};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::score_table::{Row, ScoreTable};

#[derive(Serialize)]
pub struct ExampleView {
    /// What is invented; without a table, what is still missing.
    intro: String,
    table: Option<ScoreTable>,
    reversal: Option<ReversalView>,
}

#[derive(Serialize)]
struct ReversalView {
    /// Who is first with the third bid, and who without.
    text: String,
    with: ScoreTable,
    without: ScoreTable,
}

/// Whether this part changes what a bid earns.
pub fn shows_example(part: Part) -> bool {
    match part {
        Part::Method | Part::Criteria | Part::Scale => true,
        Part::Basics
        | Part::Procedure
        | Part::Grounds
        | Part::Letters
        | Part::SelfCheck
        | Part::Dates
        | Part::Lots
        | Part::Joint
        | Part::Requirements
        | Part::Rules
        | Part::Sections => false,
    }
}

/// `POST /manage/rounds/{round}/parts/{part}/example`: the form as it was typed, worked out and
/// not saved.
pub async fn work_out(
    me: SignedIn,
    path: Path<(RoundId, Part)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, part) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    if !shows_example(part) {
        return Err(Error::Missing);
    }
    parts::tried(&app, &me, (&draft, &Target::Part(part)), &form.typed).await
}

/// The first lot that is judged with the weights of the round, or else the first of all.
pub fn shared_lot(draft: &Draft) -> Option<&Lot> {
    let own = |lot: &&Lot| matches!(lot.details.for_whom, ForWhom::Participant(_));
    draft.lots.iter().find(|lot| !own(lot)).or(draft.lots.first())
}

/// The example of these rules with the prices of a lot.
pub fn example(draft: &Draft, definition: &Definition, words: Words<'_>) -> ExampleView {
    let lot = shared_lot(draft).map(|lot| &lot.details.price);
    match definition.worked_example(lot) {
        Ok(example) => view(&example, definition, words),
        Err(_) => {
            ExampleView { intro: words.say("example-incomplete"), table: None, reversal: None }
        }
    }
}

fn view(example: &WorkedExample, definition: &Definition, words: Words<'_>) -> ExampleView {
    let intro = match (definition.price.bids_name_prices(), example.prices_of_a_lot) {
        (false, _) => "example-intro",
        (true, true) => "example-intro-lot-prices",
        (true, false) => "example-intro-prices",
    };
    let scores = words.scores(definition);
    let lack = criteria::lack_of_points(definition, words);
    ExampleView {
        intro: [Some(words.say(intro)), lack].into_iter().flatten().collect::<Vec<_>>().join(" "),
        table: Some(table(scores, &example.outcome, words)),
        reversal: example.reversal.as_ref().map(|found| reversal(found, scores, words)),
    }
}

pub fn table(scores: ScoreWords<'_>, outcome: &Outcome, words: Words<'_>) -> ScoreTable {
    let called = |code: &str| words.with("bid-word", &[("bid", code.into())]);
    let row = |bid| Row::new(scores, bid, (called(&bid.id), String::new()), called);
    ScoreTable::new(scores, outcome.bids.iter().map(row).collect())
}

fn reversal(found: &Reversal, scores: ScoreWords<'_>, words: Words<'_>) -> ReversalView {
    let first = |outcome: &Outcome| {
        outcome.ranking().next().map(|(_, bid)| bid.id.clone()).unwrap_or_default()
    };
    let args = [("with", first(&found.with).into()), ("without", first(&found.without).into())];
    ReversalView {
        text: words.with("example-reversal", &args),
        with: table(scores, &found.with, words),
        without: table(scores, &found.without, words),
    }
}
