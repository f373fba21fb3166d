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
    /// Nobody answers, or the line broke. What was being written is undone; when the line broke
    /// during the commit itself, nobody knows.
    #[error("the database does not answer: {0}")]
    Away(String),
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
        match self {
            StoreError::Away(why) => StoreError::Away(why.clone()),
            other => StoreError::Broken(other.to_string()),
        }
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
            Error::DatabaseError(kind, why) if is_away(&kind) => {
                StoreError::Away(why.message().to_owned())
            }
            // Why it could not be written says more than that it could not be taken back either.
            Error::RollbackErrorOnCommit { commit_error, .. } => (*commit_error).into(),
            other => StoreError::Broken(other.to_string()),
        }
    }
}

/// The database stopped, or the line to it broke. Diesel looks at the line itself too, so that "the
/// database system is shutting down" is one of these. A statement that cannot be sent may be a fault
/// of ours: the line that would tell is not here, so its reason is logged with every answer.
fn is_away(kind: &DatabaseErrorKind) -> bool {
    matches!(kind, DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand)
}

impl From<diesel::ConnectionError> for StoreError {
    fn from(error: diesel::ConnectionError) -> StoreError {
        match error {
            diesel::ConnectionError::BadConnection(why) => StoreError::Away(why),
            other => StoreError::Broken(other.to_string()),
        }
    }
}

/// The pool waited for a connection in vain.
impl From<r2d2::Error> for StoreError {
    fn from(error: r2d2::Error) -> StoreError {
        StoreError::Away(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_broke_is_no_fault_of_ours() {
        let broke = |kind| Error::DatabaseError(kind, Box::new("gone".to_owned()));
        let closed = || broke(DatabaseErrorKind::ClosedConnection);
        let on_commit = Error::RollbackErrorOnCommit {
            rollback_error: Box::new(Error::BrokenTransactionManager),
            commit_error: Box::new(closed()),
        };
        for error in [closed(), broke(DatabaseErrorKind::UnableToSendCommand), on_commit] {
            let found = StoreError::from(error);
            assert!(matches!(&found, StoreError::Away(why) if why == "gone"), "{found}");
            assert!(matches!(found.again(), StoreError::Away(_)));
        }
        let wrong = StoreError::from(broke(DatabaseErrorKind::CheckViolation));
        assert!(matches!(wrong, StoreError::Broken(_)), "{wrong}");
    }
}
