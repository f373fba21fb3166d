//! Kendall's coefficient of concordance: whether assessors put the bids in the same order.

use super::NoValue;
use super::ratings::Ratings;

/// Kendall's W with the correction for ties, and the number of bids it rests on. Bids with a
/// missing grade are left out. Equal grades of one assessor share the mean of their ranks.
///
/// W = 12 S / (k^2 (n^3 - n) - k sum T), with S the sum of squared distances of the rank sums
/// from their mean and T = sum (t^3 - t) over the groups of t equal grades of an assessor.
/// Source: Kendall and Babington Smith, Annals of Mathematical Statistics 10(3), 1939, 275-287;
/// reference value in `evaluation.md` 3.4.
pub(super) fn kendall_w(ratings: &Ratings) -> (Result<f64, NoValue>, usize) {
    let grades = ratings.complete();
    let assessors = ratings.assessors();
    let bids = grades.len() / assessors.max(1);
    if assessors < 2 {
        return (Err(NoValue::TooFewAssessors), bids);
    }
    if bids < 2 {
        return (Err(NoValue::TooFewBids), bids);
    }
    let mut sums = vec![0.0; bids];
    let mut ties = 0.0;
    for assessor in 0..assessors {
        ties += add_ranks(grades.iter().copied().skip(assessor).step_by(assessors), &mut sums);
    }
    let (k, n) = (assessors as f64, bids as f64);
    let mean = k * (n + 1.0) / 2.0;
    let spread: f64 = sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum();
    let most = k * k * (n * n * n - n) - k * ties;
    // Ranks are halves, so this is zero exactly when every assessor ties all bids.
    let value = if most <= 0.0 { Err(NoValue::NoVariation) } else { Ok(12.0 * spread / most) };
    (value, bids)
}

/// Adds the ranks of one assessor to the sums and gives sum (t^3 - t) over groups of t equals.
fn add_ranks(grades: impl Iterator<Item = f64>, sums: &mut [f64]) -> f64 {
    let mut order: Vec<(usize, f64)> = grades.enumerate().collect();
    order.sort_unstable_by(|one, two| one.1.total_cmp(&two.1));
    let (mut below, mut ties) = (0.0, 0.0);
    for equals in order.chunk_by(|one, two| one.1 == two.1) {
        let size = equals.len() as f64;
        equals.iter().for_each(|(bid, _)| sums[*bid] += below + (size + 1.0) / 2.0);
        below += size;
        ties += size * size * size - size;
    }
    ties
}
