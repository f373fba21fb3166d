//! Drawing weights evenly from what is allowed.

use rand::Rng;

use super::super::super::exact::Exact;
use super::super::problem::Problem;
use super::block::BLOCK;
use super::exponential::exponential;
use super::slice::Slice;
use super::{SmaaError, WeightSpace};

/// The weights that may be drawn, for a number of criteria.
pub(super) struct Space {
    criteria: usize,
    kind: Kind,
}

enum Kind {
    Uniform,
    Ordinal(Importance),
    Intervals(Slice),
}

/// Criteria in groups of the same published weight, the heaviest group first.
struct Importance(Vec<Vec<usize>>);

impl Space {
    pub(super) fn new(problem: &Problem, space: &WeightSpace) -> Result<Space, SmaaError> {
        let criteria = problem.weights().len();
        let kind = match space {
            WeightSpace::Uniform => Kind::Uniform,
            WeightSpace::Ordinal => Kind::Ordinal(Importance::new(problem.weights())),
            WeightSpace::Intervals(intervals) if intervals.len() != criteria => {
                return Err(SmaaError::OneIntervalEach);
            }
            WeightSpace::Intervals(intervals) => Kind::Intervals(Slice::new(intervals)?),
        };
        Ok(Space { criteria, kind })
    }

    /// Draws the weights of one block, criterion by criterion.
    #[inline(always)]
    pub(super) fn fill(&self, rng: &mut impl Rng, out: &mut [f64]) -> Result<(), SmaaError> {
        match &self.kind {
            Kind::Uniform => exponentials(rng, out),
            Kind::Ordinal(importance) => {
                exponentials(rng, out);
                (0..BLOCK).for_each(|draw| importance.arrange(draw, out));
            }
            Kind::Intervals(slice) => {
                let mut weights = vec![0.0; self.criteria];
                for draw in 0..BLOCK {
                    slice.draw(rng, &mut weights)?;
                    let rows = out.chunks_exact_mut(BLOCK);
                    rows.zip(&weights).for_each(|(row, weight)| row[draw] = *weight);
                }
                return Ok(());
            }
        }
        normalize(out);
        Ok(())
    }
}

/// Independent draws from the exponential distribution. Divided by their sum they are spread
/// evenly over all weights that add up to 1.
#[inline(always)]
fn exponentials(rng: &mut impl Rng, out: &mut [f64]) {
    let mut bytes = vec![0; out.len() * 8];
    rng.fill_bytes(&mut bytes);
    let (numbers, _) = bytes.as_chunks::<8>();
    for (out, number) in out.iter_mut().zip(numbers) {
        *out = exponential(u64::from_le_bytes(*number));
    }
}

/// Divides the weights of every draw by their sum.
#[inline(always)]
fn normalize(weights: &mut [f64]) {
    let mut sums = [0.0; BLOCK];
    for row in weights.chunks_exact(BLOCK) {
        for (sum, weight) in sums.iter_mut().zip(row) {
            *sum += weight;
        }
    }
    for row in weights.chunks_exact_mut(BLOCK) {
        for (weight, sum) in row.iter_mut().zip(&sums) {
            *weight /= sum;
        }
    }
}

impl Importance {
    fn new(weights: &[Exact]) -> Importance {
        let mut criteria: Vec<usize> = (0..weights.len()).collect();
        criteria.sort_by(|one, two| weights[*two].cmp(&weights[*one]));
        let groups = criteria.chunk_by(|one, two| weights[*one] == weights[*two]);
        Importance(groups.map(<[usize]>::to_vec).collect())
    }

    /// Gives the largest draws to the most important group, and so on. Within a group the draws
    /// keep the order in which they came, which has nothing to do with their size.
    fn arrange(&self, draw: usize, weights: &mut [f64]) {
        let rows = weights.chunks_exact(BLOCK).enumerate();
        let mut drawn: Vec<(usize, f64)> = rows.map(|(at, row)| (at, row[draw])).collect();
        drawn.sort_by(|one, two| two.1.total_cmp(&one.1));
        let mut rest = drawn.as_mut_slice();
        for group in &self.0 {
            let (these, after) = rest.split_at_mut(group.len());
            these.sort_by_key(|(at, _)| *at);
            for (criterion, (_, weight)) in group.iter().zip(these) {
                weights[criterion * BLOCK + draw] = *weight;
            }
            rest = after;
        }
    }
}
