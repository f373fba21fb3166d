use jiff::Timestamp;

use super::open_joint;
use crate::actions::{Failure, inner_act::note};
use crate::domain::accounts::credentials::Email;
use crate::domain::bids::parties::{
    Joint, MOST, NAME_CHARS, Party, PartyRefusal, PartyRole, PartyStanding,
};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PartyId};
use crate::domain::journal::{By, sha256_hex};
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, StoreError, Tx};

pub struct InviteParty {
    pub id: PartyId,
    pub role: PartyRole,
    pub name: String,
    pub email: Email,
    /// Goes into the mail; only its hash is kept.
    pub secret: String,
}

/// Invites an organisation by mail to take a part of a bid. The same address once more gets a new
/// link in place of the old one.
pub fn invite_party(
    tx: &mut Tx,
    bid: BidId,
    invite: InviteParty,
    by: By,
    now: Timestamp,
) -> Result<(), Failure<PartyRefusal>> {
    let (bid, joint) = open_joint(tx, bid, now)?;
    let email = invite.email.as_str();
    if invite.name.is_empty() || invite.name.chars().count() > NAME_CHARS {
        return Err(PartyRefusal::Name.into());
    }
    if store::members::of(tx, bid.cooperative)?.iter().any(|member| member.email == email) {
        return Err(PartyRefusal::OwnOrganisation.into());
    }
    let again = forget(tx, &joint, email, now)?;
    if again.is_none() && joint.active().count() >= MOST {
        return Err(PartyRefusal::TooMany.into());
    }
    let hash = sha256_hex(invite.secret.as_bytes());
    let party = Party {
        id: again.unwrap_or(invite.id),
        bid: bid.id,
        role: invite.role,
        name: invite.name,
        organisation: None,
        standing: PartyStanding::Invited { at: now, email: email.to_owned() },
    };
    store::parties::add(tx, &party, (email, &hash), now)?;
    let until = now.saturating_add(crate::actions::INVITATION_GOOD_FOR).unwrap_or(now);
    let token = Token {
        organisation: Some(bid.cooperative),
        ..Token::new(Purpose::Party, email.to_owned(), until)
    };
    store::tokens::add(tx, &token, &hash, now)?;
    let errand = Errand::PartyInvitation {
        email: email.to_owned(),
        organisation: bid.cooperative,
        secret: invite.secret,
        by: by.1.clone(),
    };
    store::outbox::add(tx, &errand, now)?;
    note(tx, (&bid, by), "invited_party", &[("party", &party.name)], now)?;
    Ok(())
}

/// The old link to this address stops working; the party keeps its id and its work.
fn forget(
    tx: &mut Tx,
    joint: &Joint,
    email: &str,
    now: Timestamp,
) -> Result<Option<PartyId>, StoreError> {
    for party in &joint.parties {
        if let PartyStanding::Invited { email: own, .. } = &party.standing
            && own == email
        {
            let hash = store::parties::remove(tx, party.id)?;
            store::tokens::use_up(tx, &hash, now)?;
            return Ok(Some(party.id));
        }
    }
    Ok(None)
}
