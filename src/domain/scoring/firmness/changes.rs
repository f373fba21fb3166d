//! The smallest sets of grade changes after which the winner would no longer be first.

use std::cmp::Reverse;

use serde::Serialize;

use super::super::exact::Exact;
use super::problem::Problem;

/// Where a grade one step away would put a bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Landing {
    /// On another value, from 0 to 1.
    On(Exact),
    /// Out: the grade is a knock-out or below a threshold.
    Out,
}

/// The grades next to a settled grade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// One grade worse; `None` on the worst grade, and where grades have no steps.
    pub down: Option<Landing>,
    /// One grade better; `None` on the best grade, and where grades have no steps.
    pub up: Option<Landing>,
}

/// The direction of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// One grade better.
    Up,
    /// One grade worse.
    Down,
}

/// One grade, one step away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GradeChange {
    /// The place of the bid in the problem, from 0.
    pub bid: usize,
    /// The place of the criterion, from 0.
    pub criterion: usize,
    /// The direction.
    pub step: Step,
}

/// The fewest changes with which one thing would happen to the winner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Upset {
    /// What would happen.
    pub kind: UpsetKind,
    /// The changes, the one with the most effect first.
    pub changes: Vec<GradeChange>,
}

/// What would happen to the winner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum UpsetKind {
    /// It would fall out.
    FallsOut,
    /// This bid would have a higher total.
    Overtaken {
        /// The place of the bid in the problem, from 0.
        by: usize,
    },
}

/// What could take the first place from `winner`, with the fewest grade changes for each, the
/// smallest set first and equal ones in the order of the bids. One change is one settled grade
/// that moves one step on its scale; every grade moves once at most. Empty when no set of such
/// changes is enough. `steps` holds the steps per bid and criterion.
///
/// A bid that is level with the winner counts as overtaking only once it is strictly higher:
/// who goes first in a tie is for the published rule.
///
/// Each set is the smallest there is: only grades of the winner and of that bid matter, each
/// adds its own gain, so the largest gains first is best.
/// Source: `evaluation.md` 4.3, which single grade change would alter the winner.
pub fn upsets(problem: &Problem, winner: usize, steps: &[Vec<Steps>]) -> Vec<Upset> {
    let totals = problem.totals();
    let Some(first) = totals.get(winner) else { return Vec::new() };
    let down = gains(problem, winner, steps, Step::Down);
    let rivals = (0..totals.len()).filter(|rival| *rival != winner);
    let overtaken = rivals.filter_map(|rival| {
        let mut all = gains(problem, rival, steps, Step::Up);
        all.extend_from_slice(&down);
        let changes = fewest(all, &(first - &totals[rival]))?;
        Some(Upset { kind: UpsetKind::Overtaken { by: rival }, changes })
    });
    let mut upsets: Vec<Upset> = knock_out(winner, steps).into_iter().chain(overtaken).collect();
    upsets.sort_by_key(|upset| upset.changes.len());
    upsets
}

/// The first grade of the winner that one step down would turn into a knock-out.
fn knock_out(winner: usize, steps: &[Vec<Steps>]) -> Option<Upset> {
    let steps = steps.get(winner)?;
    let criterion = steps.iter().position(|steps| steps.down == Some(Landing::Out))?;
    let change = GradeChange { bid: winner, criterion, step: Step::Down };
    Some(Upset { kind: UpsetKind::FallsOut, changes: vec![change] })
}

/// What each step of a bid in one direction gains on the distance between it and the other.
fn gains(
    problem: &Problem,
    bid: usize,
    steps: &[Vec<Steps>],
    step: Step,
) -> Vec<(Exact, GradeChange)> {
    let criteria = steps.get(bid).into_iter().flatten().enumerate();
    let gains = criteria.filter_map(|(criterion, steps)| {
        let value = problem.bids()[bid].values.get(criterion)?;
        let gain = match (step, &steps.up, &steps.down) {
            (Step::Up, Some(Landing::On(up)), _) => up - value,
            (Step::Down, _, Some(Landing::On(down))) => value - down,
            _ => return None,
        };
        let gain = problem.weights().get(criterion)? * &gain;
        (gain > Exact::zero()).then_some((gain, GradeChange { bid, criterion, step }))
    });
    gains.collect()
}

/// The fewest changes whose gains together are more than the lead.
fn fewest(mut gains: Vec<(Exact, GradeChange)>, lead: &Exact) -> Option<Vec<GradeChange>> {
    gains.sort_by_cached_key(|(gain, _)| Reverse(gain.clone()));
    let mut gained = Exact::zero();
    let mut changes = Vec::new();
    for (gain, change) in gains {
        if &gained > lead {
            break;
        }
        gained = &gained + &gain;
        changes.push(change);
    }
    (&gained > lead).then_some(changes)
}
