//! What more assessors would bring.

use super::NoValue;

/// The reliability of the mean of so many assessors, from the reliability of one (an ICC of a
/// single assessor): k r / (1 + (k - 1) r).
///
/// Errors: a reliability outside 0 and 1.
/// Source: the Spearman-Brown formula; values in `evaluation.md` 3.2. Few bids make the
/// reliability of one, and so this, very unsure.
pub fn spearman_brown(single: f64, assessors: u32) -> Result<f64, NoValue> {
    let k = f64::from(assessors);
    checked(single).map(|r| k * r / (1.0 + (k - 1.0) * r))
}

/// How many assessors the mean needs for a reliability; not rounded, so round up.
///
/// Errors: a reliability or a goal outside 0 and 1.
/// Source: as [`spearman_brown`], solved for k.
pub fn assessors_needed(single: f64, goal: f64) -> Result<f64, NoValue> {
    let (r, goal) = (checked(single)?, checked(goal)?);
    Ok(goal * (1.0 - r) / (r * (1.0 - goal)))
}

fn checked(reliability: f64) -> Result<f64, NoValue> {
    if reliability > 0.0 && reliability < 1.0 {
        return Ok(reliability);
    }
    Err(NoValue::NotAReliability)
}
