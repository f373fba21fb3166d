//! Who does what where: areas of the lot against the help that is asked there.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::ids::{IdError, PartyId};
use crate::domain::rounds::lots::LotDetails;

/// Stands for the whole lot, and for all help, where a lot names none of its own.
pub const WHOLE: &str = "whole";
const LEAD: &str = "lead";

/// One place in the matrix: an area and a kind of help, both by code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cell {
    pub area: String,
    pub service: String,
}

/// Who works there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Hand {
    Lead,
    Party(PartyId),
}

impl From<Hand> for String {
    fn from(hand: Hand) -> String {
        match hand {
            Hand::Lead => LEAD.to_owned(),
            Hand::Party(party) => party.into(),
        }
    }
}

impl TryFrom<String> for Hand {
    type Error = IdError;

    fn try_from(text: String) -> Result<Hand, IdError> {
        if text == LEAD { Ok(Hand::Lead) } else { text.parse().map(Hand::Party) }
    }
}

/// The areas and the help of a lot, in the order of the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Code and name; the name of the whole lot is the lot's.
    pub areas: Vec<(String, String)>,
    /// Codes of the national list.
    pub services: Vec<String>,
}

impl Grid {
    pub fn of(lot: &LotDetails) -> Grid {
        let mut areas: Vec<_> =
            lot.areas.iter().map(|a| (a.code.clone(), a.name.clone())).collect();
        if areas.is_empty() {
            areas.push((WHOLE.to_owned(), lot.name.clone()));
        }
        let mut services = lot.categories.clone();
        if services.is_empty() {
            services.push(WHOLE.to_owned());
        }
        Grid { areas, services }
    }

    /// Row by row.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        let row = |area: &'_ String| {
            let area = area.clone();
            let cell =
                move |service: &String| Cell { area: area.clone(), service: service.clone() };
            self.services.iter().map(cell)
        };
        self.areas.iter().flat_map(move |(area, _)| row(area))
    }

    pub fn has(&self, cell: &Cell) -> bool {
        self.cells().any(|own| own == *cell)
    }
}

/// The matrix. A cell that is not in it is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Line>", into = "Vec<Line>")]
pub struct Work(BTreeMap<Cell, BTreeSet<Hand>>);

/// One cell as it is kept: a list, because the keys of JSON are texts.
#[derive(Clone, Serialize, Deserialize)]
struct Line {
    cell: Cell,
    hands: BTreeSet<Hand>,
}

impl From<Vec<Line>> for Work {
    fn from(lines: Vec<Line>) -> Work {
        Work(lines.into_iter().map(|line| (line.cell, line.hands)).collect())
    }
}

impl From<Work> for Vec<Line> {
    fn from(work: Work) -> Vec<Line> {
        work.0.into_iter().map(|(cell, hands)| Line { cell, hands }).collect()
    }
}

impl Work {
    pub fn put(&mut self, cell: Cell, hand: Hand) {
        self.0.entry(cell).or_default().insert(hand);
    }

    pub fn in_cell(&self, cell: &Cell) -> impl Iterator<Item = Hand> + '_ {
        self.0.get(cell).into_iter().flatten().copied()
    }

    pub fn has(&self, cell: &Cell, hand: Hand) -> bool {
        self.in_cell(cell).any(|own| own == hand)
    }

    /// The row of one party: every cell in which it works.
    pub fn of(&self, party: PartyId) -> Vec<Cell> {
        let own = self.0.iter().filter(|(_, hands)| hands.contains(&Hand::Party(party)));
        own.map(|(cell, _)| cell.clone()).collect()
    }
}
