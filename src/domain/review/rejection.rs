//! Four eyes: one person proposes to refuse a bid, another one confirms. Only then it is in force.

use jiff::Timestamp;
use serde::Serialize;

use crate::domain::accounts::Organisation;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Definition;

/// Who did something, and when; the name as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub by: PersonId,
    pub name: String,
    pub at: Timestamp,
}

/// A bid that somebody wants to refuse, or that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    pub bid: BidId,
    /// Code of the ground in the library.
    pub ground: String,
    /// The bidder gets to read it.
    pub reason: String,
    pub proposed: Signed,
    pub standing: Standing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is decided yet.
    Proposed,
    /// The second person did not agree.
    Returned { by: Signed, reason: String },
    /// In force; the letter went out as it stands here.
    Confirmed { by: Signed, letter: Letter },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// Everything that the letter of a refusal rests on.
#[derive(Clone, Debug)]
pub struct RejectionFile {
    pub municipality: String,
    pub definition: Definition,
    pub lot: Lot,
    pub bidder: Organisation,
    /// Of the receipt.
    pub number: String,
    pub rejection: Rejection,
    /// Requirements that were not met.
    pub refused: Vec<RefusedRequirement>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedRequirement {
    /// With its code.
    pub title: String,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RejectionRefusal {
    #[error("nobody proposes to refuse this bid")]
    NotProposed,
    #[error("the same person cannot propose and confirm")]
    SamePerson,
    #[error("no reason given")]
    NoReason,
    /// What was looked at is not what would be decided.
    #[error("the letter changed meanwhile")]
    Changed,
    #[error("this cannot change at this stage")]
    NotNow,
}

impl Refusal for RejectionRefusal {
    fn key(&self) -> &'static str {
        match self {
            RejectionRefusal::NotProposed => "refusal-rejection-not-proposed",
            RejectionRefusal::SamePerson => "refusal-rejection-same-person",
            RejectionRefusal::NoReason => "refusal-no-reason",
            RejectionRefusal::Changed => "refusal-changed",
            RejectionRefusal::NotNow => "refusal-review-not-now",
        }
    }
}

impl Rejection {
    pub fn is_proposed(&self) -> bool {
        self.standing == Standing::Proposed
    }

    pub fn is_in_force(&self) -> bool {
        matches!(self.standing, Standing::Confirmed { .. })
    }

    /// Another person than who proposed it says yes to this letter.
    pub fn confirm(self, by: Signed, letter: Letter) -> Result<Rejection, RejectionRefusal> {
        self.may_end()?;
        if self.proposed.by == by.by {
            return Err(RejectionRefusal::SamePerson);
        }
        Ok(Rejection { standing: Standing::Confirmed { by, letter }, ..self })
    }

    /// Back to who proposed it, with a reason.
    pub fn send_back(self, by: Signed, reason: &str) -> Result<Rejection, RejectionRefusal> {
        self.may_end()?;
        if reason.trim().is_empty() {
            return Err(RejectionRefusal::NoReason);
        }
        let reason = reason.trim().to_owned();
        Ok(Rejection { standing: Standing::Returned { by, reason }, ..self })
    }

    fn may_end(&self) -> Result<(), RejectionRefusal> {
        if self.is_proposed() { Ok(()) } else { Err(RejectionRefusal::NotProposed) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(name: &str) -> Signed {
        Signed { by: PersonId::named(name), name: name.into(), at: Timestamp::UNIX_EPOCH }
    }

    fn proposed() -> Rejection {
        Rejection {
            bid: BidId::named("b"),
            ground: "requirement".into(),
            reason: "Er is geen verzekering.".into(),
            proposed: signed("ingrid"),
            standing: Standing::Proposed,
        }
    }

    fn letter() -> Letter {
        Letter { subject: "Besluit".into(), body: "Beste".into() }
    }

    #[test]
    fn nobody_refuses_a_bid_alone() {
        let alone = proposed().confirm(signed("ingrid"), letter());
        assert_eq!(alone, Err(RejectionRefusal::SamePerson));
        let both = proposed().confirm(signed("carla"), letter()).unwrap();
        assert!(both.is_in_force());
        assert_eq!(
            both.clone().confirm(signed("rob"), letter()),
            Err(RejectionRefusal::NotProposed)
        );
        assert_eq!(both.send_back(signed("rob"), "Nee."), Err(RejectionRefusal::NotProposed));
    }

    #[test]
    fn who_does_not_agree_says_why() {
        assert_eq!(proposed().send_back(signed("carla"), " "), Err(RejectionRefusal::NoReason));
        let back = proposed().send_back(signed("carla"), " De polis is er wel. ").unwrap();
        let wanted =
            Standing::Returned { by: signed("carla"), reason: "De polis is er wel.".into() };
        assert_eq!(back.standing, wanted);
        assert!(!back.is_proposed() && !back.is_in_force());
    }
}
