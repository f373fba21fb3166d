//! Intraclass correlations from a two-way analysis of variance.
//!
//! Source: Shrout and Fleiss, Psychological Bulletin 86(2), 1979, 420-428.

use super::NoValue;
use super::ratings::Ratings;

/// The six forms of Shrout and Fleiss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icc {
    /// ICC(1,1).
    OneWaySingle,
    /// ICC(2,1).
    TwoWayRandomSingle,
    /// ICC(3,1).
    TwoWayMixedSingle,
    /// ICC(1,k).
    OneWayMean,
    /// ICC(2,k).
    TwoWayRandomMean,
    /// ICC(3,k).
    TwoWayMixedMean,
}

/// What is below this part of the whole is what rounding leaves of zero.
const ROUNDING: f64 = 1e-13;

/// One intraclass correlation and the number of bids it rests on. Bids with a missing grade are
/// left out.
pub(super) fn icc(ratings: &Ratings, form: Icc) -> (Result<f64, NoValue>, usize) {
    let grades = ratings.complete();
    let assessors = ratings.assessors();
    let bids = grades.len() / assessors.max(1);
    let value = if assessors < 2 {
        Err(NoValue::TooFewAssessors)
    } else if bids < 2 {
        Err(NoValue::TooFewBids)
    } else {
        Squares::new(&grades, assessors).and_then(|squares| squares.icc(form))
    };
    (value, bids)
}

/// The mean squares of the analysis of variance.
struct Squares {
    bids: f64,
    assessors: f64,
    /// Between bids.
    between: f64,
    /// Within bids.
    within: f64,
    /// Between assessors.
    columns: f64,
    /// What is left.
    error: f64,
}

impl Squares {
    /// Errors: all grades are the same.
    fn new(grades: &[f64], assessors: usize) -> Result<Squares, NoValue> {
        let first = grades.first().ok_or(NoValue::TooFewBids)?;
        if grades.iter().all(|grade| grade == first) {
            return Err(NoValue::NoVariation);
        }
        let bids = (grades.len() / assessors) as f64;
        let mean = grades.iter().sum::<f64>() / grades.len() as f64;
        let mut columns = vec![0.0; assessors];
        let (mut total, mut between) = (0.0, 0.0);
        for row in grades.chunks_exact(assessors) {
            let mut sum = 0.0;
            for (grade, column) in row.iter().zip(&mut columns) {
                let distance = grade - mean;
                sum += distance;
                total += distance * distance;
                *column += distance;
            }
            between += sum * sum;
        }
        let k = assessors as f64;
        let columns = columns.iter().map(|sum| sum * sum).sum::<f64>() / bids;
        let between = between / k;
        let clean = |squares: f64| if squares > ROUNDING * total { squares } else { 0.0 };
        Ok(Squares {
            bids,
            assessors: k,
            between: clean(between) / (bids - 1.0),
            within: clean(total - between) / (bids * (k - 1.0)),
            columns: clean(columns) / (k - 1.0),
            error: clean(total - between - columns) / ((bids - 1.0) * (k - 1.0)),
        })
    }

    fn icc(&self, form: Icc) -> Result<f64, NoValue> {
        let (k, b, w, e) = (self.assessors, self.between, self.within, self.error);
        let severity = (self.columns - e) / self.bids;
        let (above, below) = match form {
            Icc::OneWaySingle => (b - w, b + (k - 1.0) * w),
            Icc::TwoWayRandomSingle => (b - e, b + (k - 1.0) * e + k * severity),
            Icc::TwoWayMixedSingle => (b - e, b + (k - 1.0) * e),
            Icc::OneWayMean => (b - w, b),
            Icc::TwoWayRandomMean => (b - e, b + severity),
            Icc::TwoWayMixedMean => (b - e, b),
        };
        // Without a difference between bids the forms for a mean have nothing to divide by; the
        // second one may even change its sign there.
        if below <= ROUNDING * (b + w + e + self.columns) {
            return Err(NoValue::NoVariationBetweenBids);
        }
        Ok(above / below)
    }
}
