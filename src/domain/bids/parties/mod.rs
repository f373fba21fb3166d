//! Joint bids: organisations that do a part of the work write and sign that part themselves. The
//! lead is the cooperative whose bid it is; it is no party here.

pub mod gaps;
pub mod handed_in;
pub mod joint;
pub mod statement;
pub mod work;

pub use joint::Joint;

use jiff::Timestamp;

use super::Shut;
use crate::domain::accounts::words;
use crate::domain::ids::{BidId, OrganisationId, PartyId, PersonId};
use crate::domain::refusal::Refusal;

words! {
    /// What an organisation is in somebody else's bid.
    PartyRole {
        /// Answers for the whole, beside the lead.
        Partner = "partner",
        /// Does work for the lead, who answers for it.
        Subcontractor = "subcontractor",
        /// Stands for several villages or organisations.
        UmbrellaBody = "umbrella_body",
    }
}

/// An organisation beside the lead, with its own part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub id: PartyId,
    pub bid: BidId,
    pub role: PartyRole,
    /// As the lead wrote it down; the organisation's own name once it joined.
    pub name: String,
    /// Known once somebody joined for it.
    pub organisation: Option<OrganisationId>,
    pub standing: PartyStanding,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartyStanding {
    Invited { at: Timestamp, email: String },
    Joined { at: Timestamp, by: PersonId },
    Signed(Signature),
    Left { at: Timestamp, reason: String },
}

/// Somebody signed for exactly the text that has this hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub at: Timestamp,
    pub by: PersonId,
    /// As typed.
    pub name: String,
    /// SHA-256 of what the signature covers; see `Joint::covered`.
    pub hash: String,
}

/// A bid has no more parties than letters that people can tell apart.
pub const MOST: usize = 12;
/// The longest name of a party, in characters.
pub const NAME_CHARS: usize = 120;
/// So many words explain why a party goes.
pub const REASON_WORDS: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartyRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error("an own member was invited, or joins for the lead itself")]
    OwnOrganisation,
    #[error("this organisation or this address is in the bid already")]
    AlreadyIn,
    #[error("so many parties are enough")]
    TooMany,
    #[error("a name is missing or too long")]
    Name,
    #[error("this is not an e-mail address")]
    Address,
    #[error("the role is not one of the list")]
    Role,
    #[error("nobody joined for this party")]
    NotJoined,
    #[error("the party has left")]
    Gone,
    #[error("the part is not finished")]
    Unfinished,
    #[error("the part is signed already")]
    Signed,
    #[error("the text is not the one that the signer saw")]
    Changed,
    #[error("a reason is missing or too long")]
    Reason,
    #[error("there is no such area, service or party")]
    NoSuchWork,
    #[error("somebody else saved in the meantime")]
    Overtaken,
    #[error("the deadline is over: a party cannot leave here any more")]
    LeavesLate,
}

impl Refusal for PartyRefusal {
    fn key(&self) -> &'static str {
        match self {
            PartyRefusal::Shut(why) => why.key(),
            PartyRefusal::OwnOrganisation => "party-refused-own",
            PartyRefusal::AlreadyIn => "party-refused-already",
            PartyRefusal::TooMany => "party-refused-many",
            PartyRefusal::Name => "party-refused-name",
            PartyRefusal::Address => "error-email",
            PartyRefusal::Role => "party-refused-role",
            PartyRefusal::NotJoined => "party-refused-not-joined",
            PartyRefusal::Gone => "party-refused-gone",
            PartyRefusal::Unfinished => "party-refused-unfinished",
            PartyRefusal::Signed => "party-refused-signed",
            PartyRefusal::Changed => "party-refused-changed",
            PartyRefusal::Reason => "party-refused-reason",
            PartyRefusal::NoSuchWork => "party-refused-work",
            PartyRefusal::Overtaken => "party-refused-overtaken",
            PartyRefusal::LeavesLate => "party-refused-late",
        }
    }
}

impl PartyRefusal {
    /// Something that was filled in has to be filled in otherwise; no other act is in the way.
    pub fn is_about_a_field(self) -> bool {
        match self {
            PartyRefusal::Address
            | PartyRefusal::AlreadyIn
            | PartyRefusal::Name
            | PartyRefusal::NoSuchWork
            | PartyRefusal::OwnOrganisation
            | PartyRefusal::Reason
            | PartyRefusal::Role
            | PartyRefusal::TooMany => true,
            PartyRefusal::Changed
            | PartyRefusal::Gone
            | PartyRefusal::LeavesLate
            | PartyRefusal::NotJoined
            | PartyRefusal::Overtaken
            | PartyRefusal::Shut(_)
            | PartyRefusal::Signed
            | PartyRefusal::Unfinished => false,
        }
    }
}

impl Party {
    pub fn is_active(&self) -> bool {
        match self.standing {
            PartyStanding::Invited { .. }
            | PartyStanding::Joined { .. }
            | PartyStanding::Signed(_) => true,
            PartyStanding::Left { .. } => false,
        }
    }

    /// The organisation that may read and write here now.
    pub fn member(&self) -> Option<OrganisationId> {
        match self.standing {
            PartyStanding::Joined { .. } | PartyStanding::Signed(_) => self.organisation,
            PartyStanding::Invited { .. } | PartyStanding::Left { .. } => None,
        }
    }

    pub fn signature(&self) -> Option<&Signature> {
        match &self.standing {
            PartyStanding::Signed(signature) => Some(signature),
            PartyStanding::Invited { .. }
            | PartyStanding::Joined { .. }
            | PartyStanding::Left { .. } => None,
        }
    }

    /// Somebody takes the place for their organisation, under its own name.
    pub fn join(
        self,
        (organisation, name): (OrganisationId, String),
        by: PersonId,
        at: Timestamp,
    ) -> Result<Party, PartyRefusal> {
        match self.standing {
            PartyStanding::Invited { .. } => Ok(Party {
                organisation: Some(organisation),
                name,
                standing: PartyStanding::Joined { at, by },
                ..self
            }),
            PartyStanding::Joined { .. } | PartyStanding::Signed(_) => Err(PartyRefusal::AlreadyIn),
            PartyStanding::Left { .. } => Err(PartyRefusal::Gone),
        }
    }

    pub fn sign(self, signature: Signature) -> Result<Party, PartyRefusal> {
        match self.standing {
            PartyStanding::Joined { .. } => {
                Ok(Party { standing: PartyStanding::Signed(signature), ..self })
            }
            PartyStanding::Signed(_) => Err(PartyRefusal::Signed),
            PartyStanding::Invited { .. } => Err(PartyRefusal::NotJoined),
            PartyStanding::Left { .. } => Err(PartyRefusal::Gone),
        }
    }

    /// The party without a signature that was given for another text than `hash`; none when there
    /// is nothing to take away.
    pub fn unsign(self, hash: &str) -> Option<Party> {
        match &self.standing {
            PartyStanding::Signed(signed) if signed.hash != hash => {
                let standing = PartyStanding::Joined { at: signed.at, by: signed.by };
                Some(Party { standing, ..self })
            }
            PartyStanding::Signed(_)
            | PartyStanding::Invited { .. }
            | PartyStanding::Joined { .. }
            | PartyStanding::Left { .. } => None,
        }
    }

    /// The party goes, of its own will or because the lead says so.
    pub fn leave(self, reason: String, at: Timestamp) -> Result<Party, PartyRefusal> {
        match self.standing {
            PartyStanding::Joined { .. } | PartyStanding::Signed(_) => {
                Ok(Party { standing: PartyStanding::Left { at, reason }, ..self })
            }
            PartyStanding::Invited { .. } => Err(PartyRefusal::NotJoined),
            PartyStanding::Left { .. } => Err(PartyRefusal::Gone),
        }
    }
}

/// The n-th party as assessors know it: `A`, `B`, …
pub fn letter(place: usize) -> String {
    let place = u8::try_from(place).unwrap_or(25).min(25);
    char::from(b'A' + place).to_string()
}

#[cfg(test)]
mod tests;
