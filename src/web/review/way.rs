//! Where an assessor is among bids and questions, and where one goes from there.

use actix_web::web::Data;
use serde::Serialize;

use super::say;
use super::scores::Read;
use super::scoring_page::{address, bid_name, sheet_address};
use crate::domain::ids::BidId;
use crate::domain::review::order::sequence;
use crate::domain::rounds::definition::{Criterion, Reading};
use crate::web::App;
use crate::web::me::SignedIn;

#[derive(Serialize)]
pub struct Way {
    /// What the steps are: bids, or the questions of one bid.
    label: String,
    steps: Vec<Step>,
    /// Where the form leads, and what its button says.
    pub next: String,
    next_text: String,
    /// What was read before this.
    before: Option<String>,
}

/// A bid or a question in the row at the top.
#[derive(Serialize)]
struct Step {
    label: String,
    note: Option<String>,
    href: String,
    current: bool,
    done: bool,
}

fn order(read: &Read) -> Vec<(BidId, &Criterion)> {
    let bids: Vec<BidId> = read.sheet.bids.iter().map(|(bid, _)| *bid).collect();
    let reading = read.facts.round.definition.reading;
    sequence(reading, &bids, read.facts.criteria())
}

/// Where the form leads.
pub fn next(read: &Read, criterion: &str) -> String {
    let order = order(read);
    match neighbours(read, &order, criterion).1 {
        Some((bid, c)) => address(read.assignment.id, bid, &c.code),
        None => sheet_address(read.assignment.id),
    }
}

type Stop<'a> = Option<(BidId, &'a Criterion)>;

fn neighbours<'a>(
    read: &Read,
    order: &[(BidId, &'a Criterion)],
    criterion: &str,
) -> (Stop<'a>, Stop<'a>) {
    let here = order.iter().position(|(bid, c)| *bid == read.bid && c.code == criterion);
    let at = |place: Option<usize>| place.and_then(|place| order.get(place).copied());
    (at(here.and_then(|here| here.checked_sub(1))), at(here.map(|here| here + 1)))
}

impl Way {
    pub fn new((app, me): (&Data<App>, &SignedIn), read: &Read, asked: &Criterion) -> Way {
        let order = order(read);
        let (before, after) = neighbours(read, &order, &asked.code);
        let go = |(bid, c): (BidId, &Criterion)| address(read.assignment.id, bid, &c.code);
        let reading = read.facts.round.definition.reading;
        let label = match reading {
            Reading::AcrossBids => "score-bids",
            Reading::BidByBid => "score-questions",
        };
        Way {
            label: say(app, me, label, &[]),
            steps: steps((app, me), read, asked),
            next: after.map_or_else(|| sheet_address(read.assignment.id), go),
            next_text: next_text((app, me), read, (asked, after)),
            before: before.map(go),
        }
    }
}

fn next_text(
    (app, me): (&Data<App>, &SignedIn),
    read: &Read,
    (asked, after): (&Criterion, Stop<'_>),
) -> String {
    let Some((bid, criterion)) = after else {
        return say(app, me, "score-save-to-overview", &[]);
    };
    let to_bid = match read.facts.round.definition.reading {
        Reading::AcrossBids => criterion.code == asked.code,
        Reading::BidByBid => bid != read.bid,
    };
    let code = read.sheet.code(bid).unwrap_or_default();
    match to_bid {
        true => say(app, me, "score-save-to-bid", &[("code", code.into())]),
        false => say(app, me, "score-save-to-question", &[]),
    }
}

fn steps(reader: (&Data<App>, &SignedIn), read: &Read, asked: &Criterion) -> Vec<Step> {
    let step = |(bid, criterion): (BidId, &Criterion), (whole, short): (String, String)| {
        let current = bid == read.bid && criterion.code == asked.code;
        let done = read.sheet.mark(bid, &criterion.code).lacks(criterion).is_none();
        let note = if done { "score-note-done" } else { "score-note-open" };
        Step {
            label: if current { whole } else { short },
            note: (!current).then(|| say(reader.0, reader.1, note, &[])),
            href: address(read.assignment.id, bid, &criterion.code),
            current,
            done: done && !current,
        }
    };
    match read.facts.round.definition.reading {
        Reading::AcrossBids => {
            let of = |(bid, code): &(BidId, String)| {
                step((*bid, asked), (bid_name(reader, code), code.clone()))
            };
            read.sheet.bids.iter().map(of).collect()
        }
        Reading::BidByBid => {
            let of = |(number, c): (usize, &Criterion)| {
                step((read.bid, c), (c.name.clone(), number.to_string()))
            };
            (1..).zip(read.facts.criteria()).map(of).collect()
        }
    }
}
