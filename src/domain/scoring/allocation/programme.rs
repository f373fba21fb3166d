//! The rule `MaxTotal` as an integer programme: as many lots with a provider as can be, and then
//! the highest total.
//!
//! The solver counts in binary numbers, so nothing it says is taken for granted. Every row is
//! scaled to whole numbers first, small enough that one unit is far more than the solver's
//! tolerance; its answer is checked exactly against every row and added up exactly; and an
//! answer that breaks a row is forbidden by a row of its own, after which the solver tries
//! again. What stays the solver's word is that nothing is better by a whole unit or more.
//!
//! Source: `evaluation.md` chapter 5, model of the award of lots.

use std::collections::BTreeMap;

use good_lp::solvers::{SolutionStatus, WithTimeLimit};
use good_lp::{
    Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, microlp,
    variable,
};
use num_traits::ToPrimitive;

use super::super::exact::{Exact, common_denominator};
use super::field::{Field, Solved};
use super::{AllocationError, BidderKind, Reason, Unique};

/// The most awards that are weighed: bidders per lot, and packages.
const MOST_CHOICES: usize = 20_000;
/// The largest whole number in a row or an objective.
const LARGEST: i64 = 1 << 30;
/// How often an answer that breaks a row is forbidden.
const MOST_TRIES: usize = 50;
/// How long the solver may take, in seconds.
const LONGEST: f64 = 60.0;

const TOO_MANY: AllocationError =
    AllocationError::NotProven("max_total weighs at most 20000 bids on lots and packages");
const TOO_FINE: AllocationError = AllocationError::NotProven(
    "the numbers have too many digits for an integer programme; round them",
);
const NOT_IN_TIME: AllocationError =
    AllocationError::NotProven("no best division was proven within the time of the solver");

/// One thing that can be awarded: a lot, or all lots of a package.
struct Choice {
    bidder: usize,
    lots: Vec<usize>,
    package: Option<usize>,
    value: Exact,
    price: Exact,
}

/// At most `most` of something, in whole numbers: the chosen amounts add up to no more.
struct Row {
    amounts: Vec<(usize, i64)>,
    most: i64,
}

/// The division with the most lots filled and the highest total.
///
/// Errors: too much to weigh, or no proof in time.
pub(super) fn max_total(field: &Field<'_>) -> Result<Solved, AllocationError> {
    let choices = choices(field);
    if choices.len() > MOST_CHOICES {
        return Err(TOO_MANY);
    }
    let mut programme = Programme { field, rows: rows(field, &choices)?, choices };
    let filled: Vec<Exact> = programme.choices.iter().map(|_| Exact::zero()).collect();
    let first = programme.solve(&filled, Goal::Fill)?.ok_or(NOT_IN_TIME)?;
    let lots = programme.filled(&first);
    let values: Vec<Exact> = programme.choices.iter().map(|choice| choice.value.clone()).collect();
    let best = programme.solve(&values, Goal::Keep(lots))?.ok_or(NOT_IN_TIME)?;
    let unique = programme.is_unique(&values, lots, &best);
    Ok(programme.solved(&best, unique))
}

fn choices(field: &Field<'_>) -> Vec<Choice> {
    let mut found = Vec::new();
    for (lot, ranked) in field.ranked.iter().enumerate() {
        for bidder in ranked {
            let value = field.value(lot, *bidder).cloned().unwrap_or_else(Exact::zero);
            let price = field.price(lot, *bidder).cloned().unwrap_or_else(Exact::zero);
            found.push(Choice { bidder: *bidder, lots: vec![lot], package: None, value, price });
        }
    }
    for (at, package) in field.division.packages.iter().enumerate() {
        let Some(bidder) = field.bidder(&package.bidder) else { continue };
        let lots = package.lots.iter().filter_map(|lot| field.lot(lot)).collect();
        let price = package.price.clone().unwrap_or_else(Exact::zero);
        let value = package.value.clone();
        found.push(Choice { bidder, lots, package: Some(at), value, price });
    }
    found
}

/// Everything that limits the choices.
fn rows(field: &Field<'_>, choices: &[Choice]) -> Result<Vec<Row>, AllocationError> {
    let one = Exact::one;
    let count = |number: usize| Exact::from(number as i64);
    let mut rows = Vec::new();
    let mut add = |amounts: Vec<(usize, Exact)>, most: &Exact| {
        if !amounts.is_empty() {
            rows.push(whole(amounts, most)?);
        }
        Ok(())
    };
    let each = || choices.iter().enumerate();
    for (lot, ranking) in field.lots.iter().enumerate() {
        let on = each().filter(|(_, choice)| choice.lots.contains(&lot));
        add(on.map(|(at, _)| (at, one())).collect(), &count(ranking.providers))?;
    }
    let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    each().for_each(|(at, choice)| own.entry(choice.bidder).or_default().push(at));
    for (bidder, own) in &own {
        let lots = |at: &usize| (*at, count(choices[*at].lots.len()));
        add(own.iter().map(lots).collect(), &count(field.limit(*bidder)))?;
        if let Some(capacity) = field.capacity(*bidder) {
            let size = |at: &usize| {
                let sizes = choices[*at].lots.iter().map(|lot| &field.lots[*lot].size);
                (*at, sizes.sum())
            };
            add(own.iter().map(size).collect(), capacity)?;
        }
        // A lot comes to a bidder by itself or in one package.
        let packages = own.iter().filter(|at| choices[**at].package.is_some());
        let in_packages = packages.flat_map(|at| choices[*at].lots.iter().copied());
        for lot in in_packages {
            let with = own.iter().filter(|at| choices[**at].lots.contains(&lot));
            add(with.map(|at| (*at, one())).collect(), &one())?;
        }
    }
    if let Some(budget) = &field.division.budget {
        let prices = |(at, choice): (usize, &Choice)| (at, choice.price.clone());
        add(each().map(prices).collect(), &budget.amount)?;
        let of_others =
            each().filter(|(_, choice)| field.bidders[choice.bidder].kind == BidderKind::Provider);
        let open = &budget.amount - &(&budget.amount * &budget.reserved);
        add(of_others.map(prices).collect(), &open)?;
    }
    Ok(rows)
}

/// A row in whole numbers. The limit is rounded down, which changes nothing, since the amounts
/// are whole; and it is never more than all amounts together.
fn whole(amounts: Vec<(usize, Exact)>, most: &Exact) -> Result<Row, AllocationError> {
    let scale = common_denominator(amounts.iter().map(|(_, amount)| amount)).ok_or(TOO_FINE)?;
    let number = |exact: &Exact| (exact * &scale).truncated().to_big().to_integer().to_i64();
    let mut scaled = Vec::with_capacity(amounts.len());
    let mut sum = 0_i64;
    for (at, amount) in &amounts {
        let amount = number(amount).filter(|amount| *amount <= LARGEST).ok_or(TOO_FINE)?;
        scaled.push((*at, amount));
        sum += amount;
    }
    // More than an i64 holds is more than all amounts.
    let most = number(most).unwrap_or(sum).min(sum);
    Ok(Row { amounts: scaled, most })
}

enum Goal {
    /// As many lots with a provider as can be.
    Fill,
    /// The highest total with at least so many.
    Keep(usize),
}

struct Programme<'f, 'a> {
    field: &'f Field<'a>,
    choices: Vec<Choice>,
    rows: Vec<Row>,
}

impl Programme<'_, '_> {
    /// The choices of the best division that keeps to every row; `None` where there is none.
    fn solve(
        &mut self,
        values: &[Exact],
        goal: Goal,
    ) -> Result<Option<Vec<usize>>, AllocationError> {
        for _ in 0..MOST_TRIES {
            let Some(chosen) = self.asked(values, &goal)? else { return Ok(None) };
            let broken = self.rows.iter().find(|row| row.sum(&chosen) > row.most);
            let Some(broken) = broken else { return Ok(Some(chosen)) };
            // Not all of these together: a row that every right answer keeps to.
            let together = broken.amounts.iter().filter(|(at, _)| chosen.contains(at));
            let amounts: Vec<(usize, i64)> = together.map(|(at, _)| (*at, 1)).collect();
            let most = amounts.len() as i64 - 1;
            self.rows.push(Row { amounts, most });
        }
        Err(NOT_IN_TIME)
    }

    /// What the solver says.
    fn asked(&self, values: &[Exact], goal: &Goal) -> Result<Option<Vec<usize>>, AllocationError> {
        let weights = whole_values(values)?;
        let mut problem = ProblemVariables::new();
        let chosen: Vec<Variable> =
            self.choices.iter().map(|_| problem.add(variable().binary())).collect();
        // Whether a lot has a provider; at most one, and at most the number of its providers.
        let filled: Vec<Variable> =
            self.field.lots.iter().map(|_| problem.add(variable().binary())).collect();
        let mut objective = Expression::with_capacity(chosen.len());
        for (variable, weight) in chosen.iter().zip(&weights) {
            objective.add_mul(*weight as f64, *variable);
        }
        let all_filled: Expression = filled.iter().copied().sum();
        if let Goal::Fill = goal {
            objective += all_filled.clone();
        }
        let mut model = problem.maximise(objective).using(microlp);
        for row in &self.rows {
            model = model.with(row.constraint(&chosen));
        }
        for (lot, filled) in filled.iter().enumerate() {
            let mut short: Expression = (*filled).into();
            for (choice, variable) in self.choices.iter().zip(&chosen) {
                if choice.lots.contains(&lot) {
                    short.add_mul(-1.0, *variable);
                }
            }
            model = model.with(short.leq(0.0));
        }
        if let Goal::Keep(lots) = goal {
            model = model.with(all_filled.geq(*lots as f64 - 0.5));
        }
        let solution = match model.with_time_limit(LONGEST).solve() {
            Ok(solution) => solution,
            Err(ResolutionError::Infeasible) => return Ok(None),
            Err(_) => return Err(NOT_IN_TIME),
        };
        let SolutionStatus::Optimal = solution.status() else { return Err(NOT_IN_TIME) };
        let is_chosen = |at: &usize| solution.value(chosen[*at]) > 0.5;
        let answer: Vec<usize> = (0..chosen.len()).filter(is_chosen).collect();
        match goal {
            Goal::Keep(lots) if self.filled(&answer) < *lots => Err(NOT_IN_TIME),
            Goal::Keep(_) | Goal::Fill => Ok(Some(answer)),
        }
    }

    fn filled(&self, chosen: &[usize]) -> usize {
        let mut lots: Vec<usize> =
            chosen.iter().flat_map(|at| self.choices[*at].lots.iter().copied()).collect();
        lots.sort_unstable();
        lots.dedup();
        lots.len()
    }

    /// Asks for another division that is as good, by forbidding this one.
    fn is_unique(&mut self, values: &[Exact], lots: usize, best: &[usize]) -> Unique {
        let total = |chosen: &[usize]| -> Exact { chosen.iter().map(|at| &values[*at]).sum() };
        let rows = self.rows.len();
        let amounts = best.iter().map(|at| (*at, 1)).collect();
        self.rows.push(Row { amounts, most: best.len() as i64 - 1 });
        let other = if best.is_empty() { Ok(None) } else { self.solve(values, Goal::Keep(lots)) };
        self.rows.truncate(rows);
        match other {
            Ok(Some(other)) if total(&other) == total(best) => Unique::OthersAreEqual,
            Ok(_) => Unique::Proven,
            Err(_) => Unique::NotProven,
        }
    }

    fn solved(&self, chosen: &[usize], unique: Unique) -> Solved {
        let mut seats = vec![Vec::new(); self.field.lots.len()];
        let mut packages = Vec::new();
        for choice in chosen.iter().map(|at| &self.choices[*at]) {
            choice.lots.iter().for_each(|lot| seats[*lot].push(choice.bidder));
            packages.extend(choice.package);
        }
        seats
            .iter_mut()
            .for_each(|seats| seats.sort_by_key(|bidder| &self.field.bidders[*bidder].id));
        let passed = self.reasons(&seats);
        Solved { seats, passed, packages, unique }
    }

    /// Why each ranked bidder without a seat has none: its own limits, or the total.
    fn reasons(&self, seats: &[Vec<usize>]) -> Vec<BTreeMap<usize, Reason>> {
        let field = self.field;
        let held =
            |bidder: usize| (0..seats.len()).filter(move |lot| seats[*lot].contains(&bidder));
        let reason = |lot: usize, bidder: usize| {
            let carried: Exact = held(bidder).map(|lot| &field.lots[lot].size).sum();
            let more = &carried + &field.lots[lot].size;
            if held(bidder).count() >= field.limit(bidder) {
                Reason::HasItsMaximum { lots: field.held_by(bidder, seats) }
            } else if field.capacity(bidder).is_some_and(|capacity| &more > capacity) {
                Reason::NoCapacityLeft { lots: field.held_by(bidder, seats) }
            } else {
                Reason::LowerTotal
            }
        };
        let of_lot = |(lot, ranked): (usize, &Vec<usize>)| {
            let others = ranked.iter().filter(|bidder| !seats[lot].contains(bidder));
            others.map(|bidder| (*bidder, reason(lot, *bidder))).collect()
        };
        field.ranked.iter().enumerate().map(of_lot).collect()
    }
}

/// Values as whole numbers in the same proportions.
fn whole_values(values: &[Exact]) -> Result<Vec<i64>, AllocationError> {
    let scale = common_denominator(values.iter()).ok_or(TOO_FINE)?;
    let number = |value: &Exact| (value * &scale).to_big().to_integer().to_i64();
    let fits = |value: &i64| value.unsigned_abs() <= LARGEST.unsigned_abs();
    values.iter().map(|value| number(value).filter(fits).ok_or(TOO_FINE)).collect()
}

impl Row {
    fn sum(&self, chosen: &[usize]) -> i64 {
        let amounts = self.amounts.iter().filter(|(at, _)| chosen.binary_search(at).is_ok());
        amounts.map(|(_, amount)| amount).sum()
    }

    /// Half a unit of room, so that rounding never forbids what is allowed.
    fn constraint(&self, chosen: &[Variable]) -> good_lp::Constraint {
        let mut sum = Expression::with_capacity(self.amounts.len());
        let largest = self.amounts.iter().map(|(_, amount)| *amount).max().unwrap_or(1).max(1);
        // A power of two divides without rounding.
        let scale = f64::from(1_u32 << largest.ilog2().saturating_sub(20));
        for (at, amount) in &self.amounts {
            sum.add_mul(*amount as f64 / scale, chosen[*at]);
        }
        sum.leq((self.most as f64 + 0.5) / scale)
    }
}
