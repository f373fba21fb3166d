//! Krippendorff's alpha: 1 - observed disagreement / expected disagreement, over all pairs of
//! grades of the same bid. Bids with fewer than two grades are left out.
//!
//! Source: Krippendorff, Content Analysis, 2nd edition 2004, chapter 11; reference values in
//! `evaluation.md` 3.4.

use super::NoValue;
use super::ratings::Ratings;

/// Up to so many different grades, counting how often two kinds meet is less work than looking at
/// all pairs; their counts fit in eight bytes.
const FEW_KINDS: usize = 8;

/// A value and the number of bids it rests on.
type Outcome = (Result<f64, NoValue>, usize);

/// Disagreement is 0 for equal grades and 1 for others.
pub(super) fn nominal(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        let codes = Codes::new(grades);
        let count = grades.len() as f64;
        let equal: f64 = codes.counts().map(|count| count * count).sum();
        let expected = count * count - equal;
        if codes.few(lengths).is_some() {
            let observed = per_bid(&codes.of, lengths, |bid| {
                let equal: f32 = counts(bid).map(|count| count * count).into_iter().sum();
                let length = bid.len() as f64;
                length * length - f64::from(equal)
            });
            return Ok((observed, expected));
        }
        let mut seen = vec![0_u32; codes.values.len()];
        let observed = per_bid(&codes.of, lengths, |bid| {
            // Each grade agrees with the equal ones before it, in both directions.
            let mut equal = 0;
            for code in bid {
                equal += seen[*code as usize];
                seen[*code as usize] += 1;
            }
            for code in bid {
                seen[*code as usize] = 0;
            }
            let length = bid.len() as f64;
            length * (length - 1.0) - 2.0 * f64::from(equal)
        });
        Ok((observed, expected))
    })
}

/// Disagreement is the squared difference of the positions among all grades. With the position
/// of a grade in the middle of its equals, the sum of Krippendorff's ordinal metric over the
/// grades in between is just that difference.
pub(super) fn ordinal(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        let codes = Codes::new(grades);
        let positions = codes.positions();
        Ok(squared(&codes.of, lengths, |code| positions[*code as usize]))
    })
}

/// Disagreement is the squared difference.
pub(super) fn interval(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        // Differences stay the same, and small squares lose nothing in a difference of sums.
        let first = grades[0];
        Ok(squared(grades, lengths, |grade| grade - first))
    })
}

/// Disagreement is the square of the difference divided by the sum.
pub(super) fn ratio(ratings: &Ratings) -> Outcome {
    over_pairs(ratings, |grades, lengths| {
        if grades.iter().any(|grade| *grade < 0.0) {
            return Err(NoValue::NotARatioScale);
        }
        let codes = Codes::new(grades);
        let table = Relative::new(&codes.values);
        if let Some(met) = Met::new(&codes, lengths) {
            let of = |one: u32, two: u32| table.row(one).of(two);
            let observed = met.disagreement(of);
            return Ok((observed, table.of_counts(&codes.counts)));
        }
        let observed = per_bid(&codes.of, lengths, |bid| {
            let mut sum = 0.0;
            for (at, one) in bid.iter().enumerate() {
                // A sum of its own for each grade: long chains of additions wait for each other.
                let (row, mut with_later) = (table.row(*one), 0.0);
                for two in &bid[at + 1..] {
                    with_later += row.of(*two);
                }
                sum += with_later;
            }
            2.0 * sum
        });
        Ok((observed, table.of_counts(&codes.counts)))
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
fn squared<T>(all: &[T], lengths: &[usize], number: impl Fn(&T) -> f64) -> (f64, f64) {
    let all_pairs = |count, sum: f64, squares: f64| 2.0 * (count * squares - sum * sum);
    let (mut total, mut total_squares) = (0.0, 0.0);
    let observed = per_bid(all, lengths, |bid| {
        let (mut sum, mut squares) = (0.0, 0.0);
        for number in bid.iter().map(&number) {
            sum += number;
            squares += number * number;
        }
        total += sum;
        total_squares += squares;
        all_pairs(bid.len() as f64, sum, squares)
    });
    (observed, all_pairs(all.len() as f64, total, total_squares))
}

/// How often each two kinds of grades meet in bids with the same number of grades, so that a bid
/// costs a few additions and no division.
struct Met {
    kinds: usize,
    /// By the number of grades of a bid. Whole numbers below 2^24, so nothing is lost.
    by_length: Vec<[[f32; FEW_KINDS]; FEW_KINDS]>,
}

impl Met {
    /// `None` where there are too many kinds or grades to count in small numbers.
    fn new(codes: &Codes, lengths: &[usize]) -> Option<Met> {
        let longest = codes.few(lengths)?;
        let most = lengths.len().checked_mul(longest * longest)?;
        if most >= 1 << f32::MANTISSA_DIGITS {
            return None;
        }
        let kinds = codes.values.len();
        let mut by_length = vec![[[0.0; FEW_KINDS]; FEW_KINDS]; longest + 1];
        let mut rest = codes.of.as_slice();
        for length in lengths {
            let (bid, after) = rest.split_at(*length);
            let counts = counts(bid);
            for (row, own) in by_length[*length].iter_mut().zip(counts).take(kinds) {
                row.iter_mut().zip(counts).for_each(|(times, other)| *times += own * other);
            }
            rest = after;
        }
        Some(Met { kinds, by_length })
    }

    /// The disagreement of all pairs within bids, each bid divided by the number of its grades
    /// less one.
    fn disagreement(&self, of: impl Fn(u32, u32) -> f64) -> f64 {
        let of_row = |(one, row): (u32, &[f32; FEW_KINDS])| -> f64 {
            let pairs = (0_u32..).zip(row).take(self.kinds);
            pairs.map(|(two, times)| f64::from(*times) * of(one, two)).sum()
        };
        let of_length = |met: &[[f32; FEW_KINDS]; FEW_KINDS]| -> f64 {
            (0_u32..).zip(met).take(self.kinds).map(of_row).sum()
        };
        let lengths = self.by_length.iter().enumerate().skip(2);
        lengths.map(|(length, met)| of_length(met) / (length - 1) as f64).sum()
    }
}

/// How many grades of each kind a bid has, for few kinds and at most 255 grades.
fn counts(bid: &[u32]) -> [f32; FEW_KINDS] {
    // One byte per kind: the counts stay in a register.
    let packed: u64 = bid.iter().map(|code| 1 << (8 * code)).sum();
    packed.to_le_bytes().map(f32::from)
}

/// The squares of the difference divided by the sum of every two grades.
struct Relative<'a> {
    values: &'a [f64],
    /// Row by row; empty for so many different grades that a table would not pay.
    table: Vec<f64>,
}

/// The row of one grade.
struct RelativeRow<'a> {
    own: f64,
    values: &'a [f64],
    /// Empty where there is no table.
    squares: &'a [f64],
}

impl Relative<'_> {
    fn new(values: &[f64]) -> Relative<'_> {
        let rows = if values.len() <= 64 { values } else { &[] };
        let row = |one: &f64| values.iter().map(|two| relative(*one, *two)).collect::<Vec<_>>();
        Relative { values, table: rows.iter().flat_map(row).collect() }
    }

    /// The sum over all pairs of so many grades of each kind.
    fn of_counts(&self, counts: &[u32]) -> f64 {
        let mut sum = 0.0;
        let mut later = (0_u32..).zip(counts);
        while let Some((one, count)) = later.next() {
            let row = self.row(one);
            let with = |(two, count): (u32, &u32)| f64::from(*count) * row.of(two);
            sum += f64::from(*count) * later.clone().map(with).sum::<f64>();
        }
        2.0 * sum
    }

    fn row(&self, code: u32) -> RelativeRow<'_> {
        let (code, values) = (code as usize, self.values);
        let row = code * values.len()..(code + 1) * values.len();
        let squares = self.table.get(row).unwrap_or_default();
        RelativeRow { own: values[code], values, squares }
    }
}

impl RelativeRow<'_> {
    fn of(&self, code: u32) -> f64 {
        let known = self.squares.get(code as usize).copied();
        known.unwrap_or_else(|| relative(self.own, self.values[code as usize]))
    }
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
    /// How many grades have each code.
    counts: Vec<u32>,
}

/// A grade with its code, or NaN in a place that is free.
type Place = (f64, u32);

impl Codes {
    /// Looks every grade up in a small table by a product of its bits; there are far fewer
    /// different grades than grades.
    fn new(grades: &[f64]) -> Codes {
        let mut codes = Codes { of: vec![0; grades.len()], values: vec![], counts: vec![] };
        let mut table = vec![(f64::NAN, 0); 64];
        let mut shift = shift(&table);
        for (grade, code) in grades.iter().zip(&mut codes.of) {
            let (known, its_code) = table[find(&table, shift, *grade)];
            if known == *grade {
                *code = its_code;
                codes.counts[its_code as usize] += 1;
                continue;
            }
            if codes.values.len() * 2 >= table.len() {
                table = larger(&table);
                shift = self::shift(&table);
            }
            *code = codes.values.len() as u32;
            let place = find(&table, shift, *grade);
            table[place] = (*grade, *code);
            codes.values.push(*grade);
            codes.counts.push(1);
        }
        codes
    }

    /// The most grades of one bid, where kinds and grades are few enough for `counts`.
    fn few(&self, lengths: &[usize]) -> Option<usize> {
        let longest = lengths.iter().max().copied().unwrap_or_default();
        let fits = self.values.len() <= FEW_KINDS && longest <= usize::from(u8::MAX);
        fits.then_some(longest)
    }

    /// How many grades have each code.
    fn counts(&self) -> impl Iterator<Item = f64> {
        self.counts.iter().map(|count| f64::from(*count))
    }

    /// The position of every code among all grades, in the middle of its equals, counted from
    /// the middle of all.
    fn positions(&self) -> Vec<f64> {
        let mut order: Vec<usize> = (0..self.values.len()).collect();
        order.sort_by(|one, two| self.values[*one].total_cmp(&self.values[*two]));
        let mut positions = vec![0.0; order.len()];
        let mut below = -(self.of.len() as f64) / 2.0;
        for code in order {
            let count = f64::from(self.counts[code]);
            positions[code] = below + count / 2.0;
            below += count;
        }
        positions
    }
}

/// The place of a grade in a table, or the free place where it would go.
fn find(table: &[Place], shift: u32, grade: f64) -> usize {
    /// 2^64 divided by the golden ratio: it spreads what differs in few bits.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut place = (grade.to_bits().wrapping_mul(SPREAD) >> shift) as usize;
    while table[place].0 != grade && !table[place].0.is_nan() {
        place = (place + 1) % table.len();
    }
    place
}

/// What leaves so many of 64 bits as a place in the table has.
fn shift(table: &[Place]) -> u32 {
    64 - table.len().trailing_zeros()
}

fn larger(table: &[Place]) -> Vec<Place> {
    let mut larger = vec![(f64::NAN, 0); table.len() * 4];
    let shift = shift(&larger);
    for (grade, code) in table.iter().filter(|(grade, _)| !grade.is_nan()) {
        let place = find(&larger, shift, *grade);
        larger[place] = (*grade, *code);
    }
    larger
}
