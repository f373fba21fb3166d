//! Which route a round follows, money that is kept apart for residents, and later days on which
//! one can step in. Sources: `domain.md` chapters 2 to 5.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::definition::{Definition, Remedy};
use crate::domain::accounts::words;
use crate::domain::moments::day_of;
use crate::domain::money::Cents;

words! {
    /// The legal route of a round.
    Procedure {
        /// Subsidy after a call (Awb title 4.2).
        GrantCall = "grant_call",
        /// Social and other specific services (Aanbestedingswet 2012, art. 2.38 and 2.39).
        LightRegime = "light_regime",
        /// A contract with everybody who meets the terms; no selection.
        OpenHouse = "open_house",
        /// A lot for workshops or mission-driven organisations (Aw 2012, art. 2.82 and 2.82a).
        ReservedContract = "reserved_contract",
        /// Maatschappelijk aanbesteden: residents and municipality make the question together.
        SocietalProcurement = "societal_procurement",
        /// Bestuurlijk aanbesteden: at tables, with a base agreement and sub-agreements.
        TableProcurement = "table_procurement",
    }
}

impl Procedure {
    /// A contract that is given to some and not to others: the rules of procurement hold.
    pub fn is_procurement(self) -> bool {
        match self {
            Procedure::LightRegime
            | Procedure::ReservedContract
            | Procedure::SocietalProcurement
            | Procedure::TableProcurement => true,
            Procedure::GrantCall | Procedure::OpenHouse => false,
        }
    }

    /// What a bidder can usually do against the decision.
    pub fn usual_remedy(self) -> Remedy {
        match self {
            Procedure::GrantCall => Remedy::Objection { weeks: 6 },
            Procedure::LightRegime
            | Procedure::OpenHouse
            | Procedure::ReservedContract
            | Procedure::SocietalProcurement
            | Procedure::TableProcurement => Remedy::Standstill { days: 20 },
        }
    }
}

/// Money that the municipality keeps apart for initiatives of residents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResidentsBudget {
    /// Per year, beside the budgets of the lots.
    pub amount: Cents,
    /// What it is for and who may ask for it, as everybody reads it.
    pub purpose: String,
}

/// More days would not be read by anybody.
pub const MOST_ENTRY_MOMENTS: usize = 12;

/// The route of a round with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Route {
    pub procedure: Option<Procedure>,
    pub residents_budget: Option<ResidentsBudget>,
    /// Days after the deadline of this round until which bids are taken once more, in order.
    pub entry_moments: Vec<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteProblem {
    /// No amount, or no word on what it is for.
    Budget,
    /// On or before the day on which the round closes.
    EntryTooEarly(Date),
    EntryTwice(Date),
    TooManyEntries,
}

impl Definition {
    pub fn route(&self) -> Route {
        Route {
            procedure: self.procedure,
            residents_budget: self.residents_budget.clone(),
            entry_moments: self.entry_moments.clone(),
        }
    }

    pub fn set_route(&mut self, route: Route) {
        self.procedure = route.procedure;
        self.residents_budget = route.residents_budget;
        self.entry_moments = route.entry_moments;
    }

    /// The first day after `today` on which one can step in.
    pub fn next_entry_moment(&self, today: Date) -> Option<Date> {
        self.entry_moments.iter().copied().find(|day| *day > today)
    }
}

/// What is wrong with the route of a round.
pub fn route_problems(definition: &Definition) -> Vec<RouteProblem> {
    let mut found = vec![];
    let budget = definition.residents_budget.as_ref();
    if budget.is_some_and(|b| b.amount.0 <= 0 || b.purpose.trim().is_empty()) {
        found.push(RouteProblem::Budget);
    }
    let closing = day_of(definition.dates.closes_at);
    let mut seen = BTreeSet::new();
    for day in &definition.entry_moments {
        if *day <= closing {
            found.push(RouteProblem::EntryTooEarly(*day));
        }
        if !seen.insert(*day) {
            found.push(RouteProblem::EntryTwice(*day));
        }
    }
    if definition.entry_moments.len() > MOST_ENTRY_MOMENTS {
        found.push(RouteProblem::TooManyEntries);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::publication::tests::round;
    use crate::domain::rounds::{canonical, publication_hash};
    use jiff::civil::date;

    #[test]
    fn a_round_without_a_route_keeps_the_hash_it_had() {
        let mut definition = round().definition;
        let before = publication_hash(&definition, &[]);
        assert!(!canonical(&definition, &[]).contains("procedure"));
        definition.procedure = Some(Procedure::OpenHouse);
        assert_ne!(publication_hash(&definition, &[]), before);
        let text = serde_json::to_string(&definition).unwrap();
        assert_eq!(serde_json::from_str::<Definition>(&text).unwrap(), definition);
        definition.set_route(Route::default());
        assert_eq!(publication_hash(&definition, &[]), before);
    }

    #[test]
    fn entry_moments_come_after_the_deadline_and_once() {
        let mut definition = round().definition;
        assert_eq!(route_problems(&definition), []);
        let (early, late) = (date(2027, 2, 15), date(2027, 9, 1));
        definition.entry_moments = vec![early, late, late];
        definition.residents_budget =
            Some(ResidentsBudget { amount: Cents(0), purpose: "Voor een begin".into() });
        let expected = [
            RouteProblem::Budget,
            RouteProblem::EntryTooEarly(early),
            RouteProblem::EntryTwice(late),
        ];
        assert_eq!(route_problems(&definition), expected);
        definition.entry_moments = (1..=13).map(|day| date(2027, 3, day)).collect();
        definition.residents_budget = None;
        assert_eq!(route_problems(&definition), [RouteProblem::TooManyEntries]);
        assert_eq!(definition.next_entry_moment(date(2027, 3, 4)), Some(date(2027, 3, 5)));
        assert_eq!(definition.next_entry_moment(date(2027, 3, 13)), None);
    }

    #[test]
    fn only_a_grant_is_objected_to_at_the_municipality() {
        for procedure in Procedure::ALL {
            let objects = matches!(procedure.usual_remedy(), Remedy::Objection { weeks: 6 });
            assert_eq!(objects, *procedure == Procedure::GrantCall, "{procedure:?}");
            assert!(!(objects && procedure.is_procurement()));
        }
    }
}
