//! A proposal for who assesses what: enough people on every item, work spread evenly, experts where
//! they are asked for, and nobody near a conflict. A proposal decides nothing; the process lead
//! changes it and confirms.
//!
//! The programme that is solved: a choice per person and part of the round, as few missing people
//! as possible, then as even as possible, then as expert as possible. The share of the next task
//! costs more than that of the one before, and so does one more of the same size: large and small
//! lots are spread evenly too. Without a choice across lots this is a flow in a network, so that
//! the solver never has to search.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable,
};

use super::expertise::Field;
use crate::domain::accounts::words;
use crate::domain::ids::{LotId, PersonId};

words! {
    /// In which parts the work is given out.
    Way {
        /// Somebody judges all criteria of a lot.
        Lot = "lot",
        /// Somebody judges one criterion on all lots.
        Criterion = "criterion",
        /// Any criterion of any lot.
        Both = "both",
    }
}

/// One criterion of one lot.
pub type Item = (LotId, String);

/// Somebody who can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub person: PersonId,
    pub fields: BTreeSet<Field>,
    /// Lots on which this person has a conflict with a bidder.
    pub conflicts: BTreeSet<LotId>,
    /// Tasks that wait for this person in other rounds.
    pub elsewhere: usize,
}

/// A lot and how much there is to read; before the opening nobody knows, and it is 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub lot: LotId,
    pub bids: usize,
}

/// A criterion and the fields of which one is needed to judge it; none: anybody can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub code: String,
    pub fields: BTreeSet<Field>,
}

pub struct Wish<'a> {
    pub way: Way,
    /// People per item.
    pub minimum: usize,
    pub lots: &'a [Part],
    pub criteria: &'a [Asked],
    pub candidates: &'a [Candidate],
    /// What stands already and stays.
    pub given: &'a BTreeSet<(LotId, PersonId, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Who judges which criterion of which lot; with what stands already.
    pub chosen: BTreeSet<(LotId, PersonId, String)>,
    pub short: Vec<Short>,
    /// Items that nobody in the proposal is expert for.
    pub lay: Vec<Item>,
}

/// An item for which there are not enough people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    pub item: Item,
    pub has: usize,
    /// People without a conflict there.
    pub free: usize,
}

/// More than all other costs together.
const MISSING: f64 = 1e6;
const NEXT_TASK: f64 = 100.0;
const SAME_SIZE: f64 = 10.0;
const LAY: f64 = 40.0;

/// Parts of the round that one choice covers.
struct Slot {
    items: Vec<usize>,
    size: usize,
}

struct Programme<'a> {
    wish: &'a Wish<'a>,
    items: Vec<Item>,
    slots: Vec<Slot>,
}

/// Proposes. None when the solver gives up, which a small round never makes it do.
pub fn propose(wish: &Wish<'_>) -> Option<Proposal> {
    let item = |lot: &Part| wish.criteria.iter().map(|c| (lot.lot, c.code.clone())).collect();
    let items: Vec<Item> = wish.lots.iter().flat_map(|lot| -> Vec<Item> { item(lot) }).collect();
    let slots = slots(wish);
    Programme { wish, items, slots }.solve()
}

fn slots(wish: &Wish<'_>) -> Vec<Slot> {
    let per_lot = wish.criteria.len();
    let lots = wish.lots.iter().enumerate();
    match wish.way {
        Way::Lot => lots
            .map(|(l, lot)| Slot {
                items: (l * per_lot..(l + 1) * per_lot).collect(),
                size: size(lot.bids),
            })
            .collect(),
        Way::Both => lots
            .flat_map(|(l, lot)| {
                (0..per_lot)
                    .map(move |c| Slot { items: vec![l * per_lot + c], size: size(lot.bids) })
            })
            .collect(),
        Way::Criterion => (0..per_lot)
            .map(|c| Slot {
                items: (0..wish.lots.len()).map(|l| l * per_lot + c).collect(),
                size: 0,
            })
            .collect(),
    }
}

/// Lots with about as much to read are of one size.
fn size(bids: usize) -> usize {
    match bids {
        0..=2 => 0,
        3..=6 => 1,
        7..=15 => 2,
        _ => 3,
    }
}

impl Programme<'_> {
    fn is_free(&self, person: usize, item: usize) -> bool {
        !self.wish.candidates[person].conflicts.contains(&self.items[item].0)
    }

    fn is_given(&self, person: usize, item: usize) -> bool {
        let (lot, code) = &self.items[item];
        self.wish.given.contains(&(*lot, self.wish.candidates[person].person, code.clone()))
    }

    /// What of a slot this person could be asked.
    fn open(&self, person: usize, slot: usize) -> Vec<usize> {
        let items = self.slots[slot].items.iter().copied();
        items.filter(|i| self.is_free(person, *i) && !self.is_given(person, *i)).collect()
    }

    fn is_expert(&self, person: usize, item: usize) -> bool {
        let place = item % self.wish.criteria.len().max(1);
        let fields = &self.wish.criteria[place].fields;
        fields.is_empty() || !fields.is_disjoint(&self.wish.candidates[person].fields)
    }

    /// How many of the people who stand already judge an item.
    fn standing(&self, item: usize) -> usize {
        (0..self.wish.candidates.len())
            .filter(|p| self.is_given(*p, item) && self.is_free(*p, item))
            .count()
    }

    fn solve(&self) -> Option<Proposal> {
        let mut vars = ProblemVariables::new();
        let mut cost = Expression::default();
        let mut choices: BTreeMap<(usize, usize), Variable> = BTreeMap::new();
        for person in 0..self.wish.candidates.len() {
            for slot in 0..self.slots.len() {
                let open = self.open(person, slot);
                if open.is_empty() {
                    continue;
                }
                let var = vars.add(variable().binary());
                let lay = open.iter().filter(|i| !self.is_expert(person, **i)).count();
                cost.add_mul(LAY * lay as f64 / open.len() as f64, var);
                choices.insert((person, slot), var);
            }
        }
        let mut rows = vec![];
        self.fill(&mut vars, (&mut cost, &mut rows), &choices);
        self.spread(&mut vars, (&mut cost, &mut rows), &choices);
        let mut model = vars.minimise(cost).using(microlp);
        for row in rows {
            model = model.with(row);
        }
        let solution = model.solve().ok()?;
        let taken = choices.iter().filter(|(_, var)| solution.value(**var) > 0.5);
        Some(self.proposal(taken.map(|(place, _)| *place).collect()))
    }

    /// Enough people on every item, or as few missing as possible.
    fn fill(
        &self,
        vars: &mut ProblemVariables,
        (cost, rows): (&mut Expression, &mut Vec<good_lp::Constraint>),
        choices: &BTreeMap<(usize, usize), Variable>,
    ) {
        for item in 0..self.items.len() {
            let wanted = self.wish.minimum.saturating_sub(self.standing(item));
            if wanted == 0 {
                continue;
            }
            let missing = vars.add(variable().min(0.0).max(wanted as f64));
            cost.add_mul(MISSING, missing);
            let mut people = Expression::from(missing);
            for ((person, slot), var) in choices {
                if self.open(*person, *slot).contains(&item) {
                    people.add_mul(1.0, *var);
                }
            }
            rows.push(constraint!(people >= wanted as f64));
        }
    }

    /// Every next task of somebody costs more, and so does every next one of the same size.
    fn spread(
        &self,
        vars: &mut ProblemVariables,
        (cost, rows): (&mut Expression, &mut Vec<good_lp::Constraint>),
        choices: &BTreeMap<(usize, usize), Variable>,
    ) {
        for (person, candidate) in self.wish.candidates.iter().enumerate() {
            let own = || choices.iter().filter(move |((p, _), _)| *p == person);
            let given =
                self.slots.iter().filter(|s| s.items.iter().any(|i| self.is_given(person, *i)));
            let begin = candidate.elsewhere + given.count();
            let all: Vec<Variable> = own().map(|(_, var)| *var).collect();
            rows.extend(steps(vars, cost, &all, (begin, NEXT_TASK)));
            for size in 0..4 {
                let of_size = own().filter(|((_, s), _)| self.slots[*s].size == size);
                let same: Vec<Variable> = of_size.map(|(_, var)| *var).collect();
                rows.extend(steps(vars, cost, &same, (0, SAME_SIZE)));
            }
        }
    }

    fn proposal(&self, taken: Vec<(usize, usize)>) -> Proposal {
        let mut chosen = self.wish.given.clone();
        for (person, slot) in taken {
            for item in self.open(person, slot) {
                let (lot, code) = self.items[item].clone();
                chosen.insert((lot, self.wish.candidates[person].person, code));
            }
        }
        let (short, lay) = lacks(self.wish, &chosen);
        Proposal { chosen, short, lay }
    }
}

/// One variable per step, each dearer than the one before, that together hold `sum`.
fn steps(
    vars: &mut ProblemVariables,
    cost: &mut Expression,
    of: &[Variable],
    (begin, price): (usize, f64),
) -> Option<good_lp::Constraint> {
    if of.len() < 2 && begin == 0 {
        return None;
    }
    let mut held = Expression::default();
    for (step, _) in of.iter().enumerate() {
        let var = vars.add(variable().min(0.0).max(1.0));
        cost.add_mul(price * (begin + step) as f64, var);
        held.add_mul(1.0, var);
    }
    for var in of {
        held.add_mul(-1.0, *var);
    }
    Some(constraint!(held == 0.0))
}

/// What a division lacks: items with too few people without a conflict, and items without an expert.
pub fn lacks(
    wish: &Wish<'_>,
    chosen: &BTreeSet<(LotId, PersonId, String)>,
) -> (Vec<Short>, Vec<Item>) {
    let (mut short, mut lay) = (vec![], vec![]);
    for lot in wish.lots {
        let free: Vec<&Candidate> =
            wish.candidates.iter().filter(|c| !c.conflicts.contains(&lot.lot)).collect();
        for asked in wish.criteria {
            let on = |c: &&&Candidate| chosen.contains(&(lot.lot, c.person, asked.code.clone()));
            let has: Vec<&&Candidate> = free.iter().filter(on).collect();
            let item = (lot.lot, asked.code.clone());
            if has.len() < wish.minimum {
                short.push(Short { item: item.clone(), has: has.len(), free: free.len() });
            }
            let expert = |c: &&&Candidate| !asked.fields.is_disjoint(&c.fields);
            if !asked.fields.is_empty() && !has.is_empty() && !has.iter().any(expert) {
                lay.push(item);
            }
        }
    }
    (short, lay)
}

#[cfg(test)]
mod tests;
