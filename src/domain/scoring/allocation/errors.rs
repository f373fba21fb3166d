//! Why lots could not be divided.

use thiserror::Error;

use super::super::bids::Missing;

/// Why nothing was allocated.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AllocationError {
    /// The input is wrong.
    #[error("the lots or bidders have problems: {0:?}")]
    Problems(Vec<AllocationProblem>),
    /// A shared place decides who gets a lot. It must be settled first.
    #[error("these shared places must be settled first: {0:?}")]
    Undecided(Vec<SharedPlace>),
    /// No division that the integer programme found could be proven, or not within its time.
    #[error("{0}")]
    NotProven(&'static str),
}

/// Bidders on one place of a lot of whom not all can get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPlace {
    /// The lot.
    pub lot: String,
    /// The bidders on the place, by name.
    pub bidders: Vec<String>,
}

/// One thing in the input that must be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllocationProblem {
    /// Two lots have the same name.
    SameLot {
        /// The lot.
        lot: String,
    },
    /// Two bidders have the same name.
    SameBidder {
        /// The bidder.
        bidder: String,
    },
    /// A lot names a bidder that is not in the list.
    UnknownBidder {
        /// The lot.
        lot: String,
        /// The bidder.
        bidder: String,
    },
    /// A lot names a bidder twice.
    BidderTwice {
        /// The lot.
        lot: String,
        /// The bidder.
        bidder: String,
    },
    /// A preference names a lot that does not exist, or names one twice.
    BadPreference {
        /// The bidder.
        bidder: String,
        /// The lot.
        lot: String,
    },
    /// The rule needs the value of every ranked bid.
    NoValue {
        /// The lot.
        lot: String,
        /// The bidder.
        bidder: String,
    },
    /// A budget needs the price of every ranked bid.
    NoPrice {
        /// The lot.
        lot: String,
        /// The bidder.
        bidder: String,
    },
    /// A size, capacity, price, budget or reserved share is below zero, or the share above one.
    BadAmount,
    /// A package names fewer than two lots, one twice, or one that its bidder cannot get or that
    /// does not exist; names no known bidder; or has no price although there is a budget.
    BadPackage {
        /// Its place in the list.
        package: usize,
    },
}

/// A bid without a result, which keeps its lot from being allocated.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the bid of {bidder} has no result yet")]
pub struct NotSettled {
    /// The name of the bid.
    pub bidder: String,
    /// What is missing.
    pub missing: Vec<Missing>,
}
