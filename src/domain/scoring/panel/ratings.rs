//! The grades of a panel on one criterion.

use thiserror::Error;

/// Grades per bid and assessor, some of them missing.
#[derive(Clone, Debug)]
pub struct Ratings {
    assessors: usize,
    /// Bid by bid, one grade per assessor; NaN where there is none, which keeps the list short.
    grades: Vec<f64>,
}

/// Why these are not ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RatingsError {
    /// The assessors' lists are not of the same length.
    #[error("every assessor needs one grade, or none, per bid")]
    Uneven,
    /// A grade is infinite or not a number.
    #[error("a grade is not a finite number")]
    NotFinite,
}

impl Ratings {
    /// Ratings from one list per assessor, with one grade per bid; `None` where an assessor gave
    /// none. A missing grade is never zero.
    ///
    /// Errors: lists of different lengths, or a number that is not finite.
    pub fn new(assessors: &[Vec<Option<f64>>]) -> Result<Ratings, RatingsError> {
        let bids = assessors.first().map_or(0, Vec::len);
        let mut grades = vec![f64::NAN; bids * assessors.len()];
        for (assessor, given) in assessors.iter().enumerate() {
            if given.len() != bids {
                return Err(RatingsError::Uneven);
            }
            for (row, grade) in grades.chunks_exact_mut(assessors.len()).zip(given) {
                if grade.is_some_and(|grade| !grade.is_finite()) {
                    return Err(RatingsError::NotFinite);
                }
                // Adding zero makes -0 and 0 the same grade in all its bits.
                row[assessor] = grade.unwrap_or(f64::NAN) + 0.0;
            }
        }
        Ok(Ratings { assessors: assessors.len(), grades })
    }

    /// How many assessors there are.
    pub fn assessors(&self) -> usize {
        self.assessors
    }

    /// How many bids there are.
    pub fn bids(&self) -> usize {
        self.rows().count()
    }

    /// The grades of every bid, one per assessor, NaN where there is none.
    pub(super) fn rows(&self) -> std::slice::ChunksExact<'_, f64> {
        self.grades.chunks_exact(self.assessors.max(1))
    }

    /// The grades of the bids that every assessor graded, bid by bid.
    pub(super) fn complete(&self) -> Vec<f64> {
        let complete = self.rows().filter(|row| row.iter().all(|grade| !grade.is_nan()));
        complete.flatten().copied().collect()
    }

    /// The grades of the bids with at least two grades, without the missing ones, bid by bid,
    /// and how many each of these bids has.
    pub(super) fn pairable(&self) -> (Vec<f64>, Vec<usize>) {
        let mut grades = vec![0.0; self.grades.len()];
        let mut lengths = Vec::with_capacity(self.bids());
        let mut start = 0;
        for row in self.rows() {
            let mut end = start;
            for grade in row {
                // A missing grade is written too, and overwritten by the next one.
                grades[end] = *grade;
                end += usize::from(!grade.is_nan());
            }
            if end - start > 1 {
                lengths.push(end - start);
                start = end;
            }
        }
        grades.truncate(start);
        (grades, lengths)
    }
}
