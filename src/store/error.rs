//! What can go wrong below: missing, already there, or broken.

use diesel::result::{DatabaseErrorKind, Error};
use thiserror::Error as ThisError;

#[derive(Debug, ThisError)]
pub enum StoreError {
    /// No such row.
    #[error("not found")]
    Missing,
    /// A unique index refused the row: it is already there.
    #[error("already there")]
    Taken,
    /// Too many writes wait; the caller may try again.
    #[error("the database is busy")]
    Busy,
    #[error("the database is closed")]
    Stopped,
    #[error("an action panicked")]
    Panicked,
    /// A row holds what this program cannot read.
    #[error("unreadable row: {0}")]
    Unreadable(String),
    #[error("database: {0}")]
    Broken(String),
}

impl StoreError {
    /// The same failure for the next one in the batch.
    pub fn again(&self) -> StoreError {
        StoreError::Broken(self.to_string())
    }

    pub fn unreadable(what: impl std::fmt::Display) -> StoreError {
        StoreError::Unreadable(what.to_string())
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> StoreError {
        match error {
            Error::NotFound => StoreError::Missing,
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => StoreError::Taken,
            other => StoreError::Broken(other.to_string()),
        }
    }
}

impl From<diesel::ConnectionError> for StoreError {
    fn from(error: diesel::ConnectionError) -> StoreError {
        StoreError::Broken(error.to_string())
    }
}

impl From<r2d2::Error> for StoreError {
    fn from(error: r2d2::Error) -> StoreError {
        StoreError::Broken(error.to_string())
    }
}
