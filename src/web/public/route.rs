//! How a round is bought or granted, for everybody: the route, money kept apart for residents, later
//! days to step in, and on what grounds a bid can be refused.

use serde::Serialize;

use super::views::Reader;
use crate::domain::moments::day_of;
use crate::domain::rounds::definition::{Definition, Ground};
use crate::domain::rounds::procedure::{Procedure, ResidentsBudget};

#[derive(Serialize)]
pub struct RouteView {
    name: Option<String>,
    /// What the route means for a bidder.
    about: String,
    residents: Option<ResidentsView>,
    /// Days on which one can step in, those that are not over.
    entry_moments: Vec<String>,
    grounds: Vec<Ground>,
}

#[derive(Serialize)]
struct ResidentsView {
    /// Cents per year.
    amount: i64,
    purpose: String,
}

impl RouteView {
    pub fn new(definition: &Definition, r: Reader<'_>) -> RouteView {
        let key = |procedure: Procedure| procedure.as_str().replace('_', "-");
        let name = definition.procedure.map(|p| r.say(&format!("procedure-{}", key(p))));
        let about = definition.procedure.map(|p| r.say(&format!("procedure-{}-public", key(p))));
        let budget =
            |b: &ResidentsBudget| ResidentsView { amount: b.amount.0, purpose: b.purpose.clone() };
        let today = day_of(r.now);
        let ahead = definition.entry_moments.iter().filter(|day| **day >= today);
        RouteView {
            name,
            about: about.unwrap_or_default(),
            residents: definition.residents_budget.as_ref().map(budget),
            entry_moments: ahead.map(ToString::to_string).collect(),
            grounds: definition.grounds.clone(),
        }
    }
}
