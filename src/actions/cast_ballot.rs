use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::mandate::{BallotChoice, Secrecy, VoteRefusal};
use crate::store::{self, StoreError, Tx};

/// A member votes by a link. A secret vote is for good; an open one can be cast anew until the
/// vote closes. There is no journal entry: its time would tell too much.
pub fn cast_ballot(
    tx: &mut Tx,
    link: &str,
    choice: BallotChoice,
    now: Timestamp,
) -> Result<(), Failure<VoteRefusal>> {
    let voter = store::votes::by_link(tx, link)?.ok_or(StoreError::Missing)?;
    let vote = store::votes::find_to_change(tx, voter.vote)?;
    vote.must_be_open(now)?;
    match vote.secrecy {
        Secrecy::Secret if !store::votes::cast_secret(tx, &voter, choice)? => {
            Err(VoteRefusal::Voted.into())
        }
        Secrecy::Secret => Ok(()),
        Secrecy::Open => Ok(store::votes::cast_open(tx, &voter, choice)?),
    }
}
