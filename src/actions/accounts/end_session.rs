use crate::domain::ids::{PersonId, SessionId};
use crate::store::{self, StoreError, Tx};

/// Ends one session of this person; one that is not theirs is missing.
pub fn end_session(tx: &mut Tx, person: PersonId, session: SessionId) -> Result<(), StoreError> {
    match store::accounts::end_session(tx, person, session)? {
        true => Ok(()),
        false => Err(StoreError::Missing),
    }
}
