//! The confidence factor: how often a bid is first with its own central weights when the scores
//! are drawn.

use super::block::{BLOCK, stream};
use super::totals::{GRID, Model};
use super::{Scores, SmaaSettings};

/// The streams for this start here, away from the ones for weights.
const FIRST_STREAM: u64 = 1 << 63;
/// The most draws: enough for 0.01, and every draw looks at every bid with every bid's weights.
const MOST_DRAWS: u32 = 10_000;

/// The confidence factor of every bid that has central weights.
///
/// Source: Lahdelma and Salminen 2001; computed as in Tervonen and Lahdelma, European Journal of
/// Operational Research 178(2), 2007, 500-513: a second run over drawn scores.
pub(super) fn factors(
    model: &Model,
    central: &[Option<Vec<f64>>],
    settings: &SmaaSettings,
) -> Vec<Option<f64>> {
    match settings.scores {
        Scores::AsGiven => central.iter().map(|weights| weights.as_ref().map(|_| 1.0)).collect(),
        Scores::FromAssessors => {
            let draws = settings.samples.min(MOST_DRAWS);
            let firsts = firsts(model, central, settings, draws);
            let share = |firsts: u32| f64::from(firsts) / f64::from(draws);
            let known = central.iter().zip(firsts);
            known.map(|(weights, firsts)| weights.as_ref().map(|_| share(firsts))).collect()
        }
    }
}

/// In how many draws each bid is first with its central weights.
fn firsts(
    model: &Model,
    central: &[Option<Vec<f64>>],
    settings: &SmaaSettings,
    draws: u32,
) -> Vec<u32> {
    let mut firsts = vec![0; model.bids];
    let mut scores = vec![0.0; model.bids * model.criteria];
    for start in (0..draws).step_by(BLOCK) {
        let mut rng = stream(settings, FIRST_STREAM | u64::from(start));
        for _ in start..draws.min(start + BLOCK as u32) {
            model.draw_scores(&mut rng, &mut scores);
            let rows = scores.chunks_exact(model.criteria);
            for ((weights, own), firsts) in central.iter().zip(rows.clone()).zip(&mut firsts) {
                let Some(weights) = weights else { continue };
                let own = total(weights, own);
                *firsts += u32::from(rows.clone().all(|other| total(weights, other) <= own));
            }
        }
    }
    firsts
}

fn total(weights: &[f64], scores: &[f64]) -> f64 {
    weights.iter().zip(scores).map(|(weight, score)| weight * score).sum::<f64>() + GRID
}
