use jiff::Timestamp;

use super::{open_joint, party_of};
use crate::actions::{DeadLink, Failure, found_cooperative, inner_act::note};
use crate::domain::accounts::founding::Founding;
use crate::domain::bids::parties::PartyRefusal;
use crate::domain::ids::{BidId, OrganisationId};
use crate::domain::journal::By;
use crate::domain::refusal::Refusal;
use crate::store::accounts::Person;
use crate::store::tokens::Purpose;
use crate::store::{self, Tx};

/// For which organisation somebody joins.
pub enum Joining {
    /// One that they already work for.
    Own(OrganisationId),
    /// One that begins here.
    New(Founding),
}

pub struct JoinBid {
    pub person: Person,
    /// Of the secret in the link.
    pub hash: String,
    pub joining: Joining,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JoinRefusal {
    #[error("the link no longer works")]
    Dead,
    #[error(transparent)]
    Party(#[from] PartyRefusal),
}

impl Refusal for JoinRefusal {
    fn key(&self) -> &'static str {
        match self {
            JoinRefusal::Dead => DeadLink.key(),
            JoinRefusal::Party(why) => why.key(),
        }
    }
}

/// Takes the place that the mail offered. The link is for one address and works once.
pub fn join_bid(tx: &mut Tx, join: JoinBid, now: Timestamp) -> Result<BidId, Failure<JoinRefusal>> {
    let token = store::tokens::good(tx, (&join.hash, Purpose::Party), now)?;
    let token = token.ok_or(JoinRefusal::Dead)?;
    let invited = store::parties::invited(tx, &join.hash)?.ok_or(JoinRefusal::Dead)?;
    if token.email != join.person.email {
        return Err(JoinRefusal::Dead.into());
    }
    let (bid, joint) =
        open_joint(tx, invited.bid, now).map_err(|why| why.map(JoinRefusal::Party))?;
    let by: By = (join.person.id, join.person.name.clone());
    let organisation = match join.joining {
        Joining::Own(id) => id,
        Joining::New(founding) => found_cooperative(tx, &by, founding, now)?,
    };
    joint.may_join(organisation, bid.cooperative).map_err(JoinRefusal::from)?;
    let name = store::accounts::organisation(tx, organisation)?.name;
    let party = party_of(&joint, invited.id)?;
    let party = party.join((organisation, name), by.0, now).map_err(JoinRefusal::from)?;
    store::parties::save(tx, &party)?;
    store::tokens::use_up(tx, &join.hash, now)?;
    note(tx, (&bid, by), "joined_bid", &[("party", &party.name)], now)?;
    Ok(bid.id)
}
