use std::collections::BTreeSet;

use jiff::Timestamp;

use super::items::Item;
use super::phase::Phase;
use super::refusal::TableRefusal;
use super::seats::Seat;
use super::table::Table;
use crate::domain::ids::{BidId, LotId, PersonId, TableId};
use crate::domain::permission::SeatRole;

/// An assessor of the lot, as the table needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessor {
    pub person: PersonId,
    pub name: String,
    /// When the scores were locked; none: still busy.
    pub locked_at: Option<Timestamp>,
}

/// What a table is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparation {
    pub table: TableId,
    pub lot: LotId,
    pub assessors: Vec<Assessor>,
    /// Chair, secretary, advisers and observers.
    pub others: Vec<(PersonId, SeatRole)>,
    /// Admitted bids.
    pub bids: Vec<BidId>,
    /// Codes of the criteria, in the order of the publication.
    pub criteria: Vec<String>,
}

impl Preparation {
    /// Opens the table once every assessor has locked the scores.
    pub fn open(self, now: Timestamp) -> Result<Table, TableRefusal> {
        if self.assessors.is_empty() || self.assessors.iter().any(|a| a.locked_at.is_none()) {
            return Err(TableRefusal::NotAllLocked);
        }
        if self.bids.is_empty() {
            return Err(TableRefusal::NoBids);
        }
        if !self.others.iter().any(|(_, role)| *role == SeatRole::Chair) {
            return Err(TableRefusal::NoChair);
        }
        let mut seats: Vec<Seat> =
            self.assessors.iter().map(|a| Seat::empty(a.person, SeatRole::Assessor)).collect();
        for (person, role) in self.others {
            // One person has one seat; who scored sits as assessor.
            if !seats.iter().any(|seat| seat.person == person) {
                seats.push(Seat::empty(person, role));
            }
        }
        let of_bid = |bid: &BidId| self.criteria.iter().map(|c| Item::new(*bid, c)).collect();
        Ok(Table {
            id: self.table,
            lot: self.lot,
            phase: Phase::Discussing { opened_at: now },
            version: 1,
            compared: BTreeSet::new(),
            current: None,
            seats,
            items: self.bids.iter().flat_map(|bid| -> Vec<Item> { of_bid(bid) }).collect(),
        })
    }
}
