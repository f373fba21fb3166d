//! Krippendorff's alpha: 1 - observed disagreement / expected disagreement, over all pairs of
//! grades of the same bid. Bids with fewer than two grades are left out.
//!
//! Source: Krippendorff, Content Analysis, 2nd edition 2004, chapter 11; reference values in
//! `evaluation.md` 3.4.

use super::NoValue;
use super::ratings::Ratings;

/// A value and the number of bids it rests on.
type Outcome = (Result<f64, NoValue>, usize);

/// Disagreement is 0 for equal grades and 1 for others.
pub(super) fn nominal(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        let codes = Codes::new(grades);
        let mut seen = vec![0_u32; codes.values.len()];
        let observed = per_bid(&codes.of, lengths, |bid| {
            // Each grade agrees with the equal ones before it, in both directions.
            let mut equal = 0;
            for code in bid {
                equal += seen[*code as usize];
                seen[*code as usize] += 1;
            }
            bid.iter().for_each(|code| seen[*code as usize] = 0);
            let length = bid.len() as f64;
            length * (length - 1.0) - 2.0 * f64::from(equal)
        });
        let count = grades.len() as f64;
        let equal: f64 = codes.counts.iter().map(|count| count * count).sum();
        Ok((observed, count * count - equal))
    })
}

/// Disagreement is the squared difference of the positions among all grades. With the position
/// of a grade in the middle of its equals, the sum of Krippendorff's ordinal metric over the
/// grades in between is just that difference.
pub(super) fn ordinal(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        let codes = Codes::new(grades);
        let positions = codes.positions();
        let positions: Vec<f64> = codes.of.iter().map(|code| positions[*code as usize]).collect();
        Ok(squared(&positions, lengths))
    })
}

/// Disagreement is the squared difference.
pub(super) fn interval(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        let mean = grades.iter().sum::<f64>() / grades.len() as f64;
        let moved: Vec<f64> = grades.iter().map(|grade| grade - mean).collect();
        Ok(squared(&moved, lengths))
    })
}

/// Disagreement is the square of the difference divided by the sum.
pub(super) fn ratio(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        if grades.iter().any(|grade| *grade < 0.0) {
            return Err(NoValue::NotARatioScale);
        }
        let observed = per_bid(grades, lengths, |bid| {
            let rest = |at: usize| bid[at + 1..].iter();
            let pairs =
                |(at, one): (usize, &f64)| rest(at).map(|two| relative(*one, *two)).sum::<f64>();
            2.0 * bid.iter().enumerate().map(pairs).sum::<f64>()
        });
        let codes = Codes::new(grades);
        let kinds = || codes.values.iter().zip(&codes.counts);
        let with = |(one, count): (&f64, &f64)| {
            count * kinds().map(|(two, count)| count * relative(*one, *two)).sum::<f64>()
        };
        Ok((observed, kinds().map(with).sum()))
    })
}

/// Alpha from a sum of observed disagreements, each divided by the grades of its bid less one,
/// and the sum of disagreements over all pairs of grades whatsoever.
fn over_pairs(
    ratings: &Ratings,
    disagreements: impl FnOnce(&[f64], &[usize]) -> Result<(f64, f64), NoValue>,
) -> Outcome {
    let (grades, lengths) = ratings.pairable();
    let value = || {
        if ratings.assessors() < 2 {
            return Err(NoValue::TooFewAssessors);
        }
        let first = grades.first().ok_or(NoValue::NoPairs)?;
        if grades.iter().all(|grade| grade == first) {
            return Err(NoValue::NoVariation);
        }
        let (observed, expected) = disagreements(&grades, &lengths)?;
        Ok(1.0 - (grades.len() - 1) as f64 * observed / expected)
    };
    (value(), lengths.len())
}

/// The sum over all bids of what `act` gives for its grades, divided by their number less one.
fn per_bid<T>(all: &[T], lengths: &[usize], mut act: impl FnMut(&[T]) -> f64) -> f64 {
    let mut rest = all;
    let mut sum = 0.0;
    for length in lengths {
        let (bid, after) = rest.split_at(*length);
        sum += act(bid) / (*length - 1) as f64;
        rest = after;
    }
    sum
}

/// Observed and expected disagreement for squared differences. Over all pairs of n numbers these
/// add up to 2 (n sum x^2 - (sum x)^2), so no pair need be looked at.
fn squared(numbers: &[f64], lengths: &[usize]) -> (f64, f64) {
    let all_pairs = |numbers: &[f64]| {
        let (mut sum, mut squares) = (0.0, 0.0);
        for number in numbers {
            sum += number;
            squares += number * number;
        }
        2.0 * (numbers.len() as f64 * squares - sum * sum)
    };
    (per_bid(numbers, lengths, all_pairs), all_pairs(numbers))
}

/// The square of the difference divided by the sum; two zeros agree.
fn relative(one: f64, two: f64) -> f64 {
    if one == two {
        return 0.0;
    }
    let part = (one - two) / (one + two);
    part * part
}

/// The different grades, each with a small number.
struct Codes {
    /// The code of every grade.
    of: Vec<u32>,
    /// The grade of every code.
    values: Vec<f64>,
    /// How many grades have this code.
    counts: Vec<f64>,
}

/// A place in the table that no code has taken.
const FREE: u32 = u32::MAX;

impl Codes {
    /// Looks every grade up in a small table by a product of its bits; there are far fewer
    /// different grades than grades.
    fn new(grades: &[f64]) -> Codes {
        let mut codes =
            Codes { of: Vec::with_capacity(grades.len()), values: vec![], counts: vec![] };
        let mut table = vec![FREE; 64];
        for grade in grades {
            if codes.values.len() * 2 >= table.len() {
                table = codes.table(table.len() * 4);
            }
            let place = codes.place(&table, *grade);
            if table[place] == FREE {
                table[place] = codes.values.len() as u32;
                codes.values.push(*grade);
                codes.counts.push(0.0);
            }
            codes.counts[table[place] as usize] += 1.0;
            codes.of.push(table[place]);
        }
        codes
    }

    /// The place of a grade in a table, or the free place where it would go.
    fn place(&self, table: &[u32], grade: f64) -> usize {
        /// 2^64 divided by the golden ratio: it spreads what differs in few bits.
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = grade.to_bits().wrapping_mul(SPREAD);
        let mut place = (mixed >> (64 - table.len().trailing_zeros())) as usize;
        while table[place] != FREE && self.values[table[place] as usize] != grade {
            place = (place + 1) % table.len();
        }
        place
    }

    fn table(&self, size: usize) -> Vec<u32> {
        let mut table = vec![FREE; size];
        for (code, value) in (0..).zip(&self.values) {
            let place = self.place(&table, *value);
            table[place] = code;
        }
        table
    }

    /// The position of every code among all grades, in the middle of its equals, counted from
    /// the middle of all.
    fn positions(&self) -> Vec<f64> {
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_by(|one, two| self.values[*one].total_cmp(&self.values[*two]));
        let mut positions = vec![0.0; order.len()];
        let mut below = -(self.of.len() as f64) / 2.0;
        for code in order {
            positions[code] = below + self.counts[code] / 2.0;
            below += self.counts[code];
        }
        positions
    }
}
