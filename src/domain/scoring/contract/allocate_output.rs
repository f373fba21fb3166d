//! Writes what became of a document for `allocate`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};

use super::super::allocation::{
    Allocation, AllocationError, AllocationProblem, LotAward, Placed, Unique, WhyNot, divide,
};
use super::super::exact::Exact;
use super::allocate_input::AllocateInput;
use super::json::{Problems, escaped};
use super::written;

#[derive(Serialize)]
struct Answer<'a> {
    /// Lot by lot, the bidders that get it, best first.
    awards: ByLot<'a, Vec<String>>,
    /// The value of all awards together.
    total: Option<&'a Exact>,
    /// Lot by lot, one reason per bidder that stands above a winner, or out.
    why_not: ByLot<'a, Vec<WhyNot>>,
    /// Lot by lot, who comes next when an award falls through.
    reserve: ByLot<'a, Vec<Placed>>,
    /// The packages that count, by their place in the document.
    packages: &'a [usize],
    warnings: Vec<Value>,
    seed: Option<String>,
}

/// One part of every award, by the name of the lot and in the published order.
struct ByLot<'a, T>(&'a [LotAward], fn(&LotAward) -> &T);

impl<T: Serialize> Serialize for ByLot<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for award in self.0 {
            map.serialize_entry(&award.lot, self.1(award))?;
        }
        map.end()
    }
}

/// The answer to a document.
///
/// Errors: input that does not fit together, equal values that decide, or a programme that
/// could not be proven.
pub fn answer(input: &AllocateInput) -> Result<String, Problems> {
    let allocation = divide(&input.division).map_err(|error| faults(input, &error))?;
    written(&Answer {
        awards: ByLot(&allocation.lots, |award| &award.awarded),
        total: allocation.total.as_ref(),
        why_not: ByLot(&allocation.lots, |award| &award.why_not),
        reserve: ByLot(&allocation.lots, |award| &award.reserve),
        packages: &allocation.packages,
        warnings: warnings(&allocation),
        seed: input.seed.as_ref().map(ToString::to_string),
    })
}

fn warnings(allocation: &Allocation) -> Vec<Value> {
    let message = match allocation.unique {
        Unique::ByRule | Unique::Proven => return Vec::new(),
        Unique::OthersAreEqual => "another division fills as many lots with the same total",
        Unique::NotProven => "another division may fill as many lots with the same total",
    };
    vec![json!({"kind": "others_are_equal", "message": message})]
}

fn faults(input: &AllocateInput, error: &AllocationError) -> Problems {
    let mut found = Problems::default();
    match error {
        AllocationError::NotProven(why) => found.add("/rule".into(), why),
        AllocationError::Undecided(shared) => {
            for shared in shared {
                let bidders = shared.bidders.join(", ");
                let message = format!(
                    "these have the same value, which decides: {bidders}; give a seed to draw"
                );
                found.add(format!("/values/{}", escaped(&shared.lot)), message);
            }
        }
        AllocationError::Problems(problems) => {
            for problem in problems {
                let (path, message) = fault(input, problem);
                found.add(path, message);
            }
        }
    }
    found
}

fn fault(input: &AllocateInput, problem: &AllocationProblem) -> (String, String) {
    let cell = |table: &str, lot: &str, bidder: &str| {
        format!("/{table}/{}/{}", escaped(lot), escaped(bidder))
    };
    match problem {
        AllocationProblem::SameLot { lot } => ("/lots".into(), format!("two lots are named {lot}")),
        AllocationProblem::SameBidder { bidder } => {
            ("/bidders".into(), format!("two bidders are named {bidder}"))
        }
        AllocationProblem::UnknownBidder { lot, bidder }
        | AllocationProblem::BidderTwice { lot, bidder } => {
            (cell("values", lot, bidder), "there is no such bidder".into())
        }
        AllocationProblem::BadPreference { bidder, lot } => {
            let at = input.division.bidders.iter().position(|one| &one.id == bidder);
            let path = format!("/bidders/{}/preference", at.unwrap_or_default());
            (path, format!("there is no lot {lot}, or it is named twice"))
        }
        AllocationProblem::NoValue { lot, bidder } => {
            (cell("values", lot, bidder), "this value is missing".into())
        }
        AllocationProblem::NoPrice { lot, bidder } => {
            (cell("prices", lot, bidder), "this price is missing: there is a budget".into())
        }
        AllocationProblem::BadAmount => (
            "/budget".into(),
            "amounts cannot be below zero, and the reserved share not above one".into(),
        ),
        AllocationProblem::BadPackage { package } => (
            format!("/packages/{package}"),
            "a package names a bidder, two or more different lots and, with a budget, a price"
                .into(),
        ),
    }
}
