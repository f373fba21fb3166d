//! How severe each assessor is, and how much of the scale each one uses. Only shown; grades are
//! never adjusted (`evaluation.md` 3.4).

use super::NoValue;
use super::ratings::Ratings;

/// One assessor on one criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AssessorProfile {
    /// The mean distance to the mean of the other assessors on the same bid, in points of the
    /// scale; below zero is stricter. Over the bids that somebody else graded too.
    pub severity: Result<f64, NoValue>,
    /// The standard deviation of the assessor's own grades (divided by their number less one).
    pub spread: Result<f64, NoValue>,
    /// How many bids the severity rests on.
    pub bids: usize,
}

/// The profile of every assessor, in the order of the ratings.
pub fn assessor_profiles(ratings: &Ratings) -> Vec<AssessorProfile> {
    (0..ratings.assessors()).map(|assessor| profile(ratings, assessor)).collect()
}

fn profile(ratings: &Ratings, assessor: usize) -> AssessorProfile {
    let graded = ratings.rows().filter(|row| !row[assessor].is_nan());
    let own: Vec<f64> = graded.clone().map(|row| row[assessor]).collect();
    let distances: Vec<f64> = graded.filter_map(|row| distance(row, assessor)).collect();
    AssessorProfile {
        severity: mean(&distances).ok_or(NoValue::NoPairs),
        spread: deviation(&own).ok_or(NoValue::TooFewBids),
        bids: distances.len(),
    }
}

/// How far an assessor is above the mean of the others on one bid.
fn distance(row: &[f64], assessor: usize) -> Option<f64> {
    let others = row.iter().enumerate().filter(|(at, grade)| *at != assessor && !grade.is_nan());
    let others: Vec<f64> = others.map(|(_, grade)| *grade).collect();
    mean(&others).map(|mean| row[assessor] - mean)
}

fn mean(numbers: &[f64]) -> Option<f64> {
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
}

fn deviation(numbers: &[f64]) -> Option<f64> {
    let mean = mean(numbers).filter(|_| numbers.len() > 1)?;
    let squares: f64 = numbers.iter().map(|number| (number - mean) * (number - mean)).sum();
    Some((squares / (numbers.len() - 1) as f64).sqrt())
}
