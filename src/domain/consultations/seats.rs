//! Who sits at the table: seats are held by organisations, with people by name.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{ConsultationRefusal, Item};
use crate::domain::accounts::words;
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::moments::day_of;

words! {
    SeatKind {
        Buyer = "buyer",
        Provider = "provider",
        Cooperative = "cooperative",
        ClientCouncil = "client_council",
        Adviser = "adviser",
        Observer = "observer",
        Insurer = "insurer",
    }
}

/// Somebody who sits for the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitter {
    pub person: PersonId,
    pub name: String,
}

/// A link that was mailed to somebody who may take this seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub email: String,
    /// Of the secret in the link.
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeatState {
    /// They asked for it; the municipality in the chair decides.
    Asked {
        why: String,
    },
    /// They were invited and did not come yet.
    Invited,
    Seated {
        from: Date,
    },
    Declined {
        at: Timestamp,
        reason: String,
    },
    Left {
        at: Timestamp,
        reason: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    pub kind: SeatKind,
    /// Name of the organisation that holds it.
    pub holder: String,
    /// The same organisation, where this house knows it.
    pub organisation: Option<OrganisationId>,
    pub state: SeatState,
    pub people: Vec<Sitter>,
    pub offers: Vec<Offer>,
}

impl Seat {
    pub fn sits(&self, now: Timestamp) -> bool {
        matches!(self.state, SeatState::Seated { from } if from <= day_of(now))
    }

    /// Asked, invited or seated: it still takes or may take part.
    pub fn is_alive(&self) -> bool {
        match self.state {
            SeatState::Asked { .. } | SeatState::Invited | SeatState::Seated { .. } => true,
            SeatState::Declined { .. } | SeatState::Left { .. } => false,
        }
    }

    pub fn must_be_alive(&self) -> Result<(), ConsultationRefusal> {
        if self.is_alive() { Ok(()) } else { Err(ConsultationRefusal::Gone) }
    }

    pub fn has(&self, person: PersonId) -> bool {
        self.people.iter().any(|one| one.person == person)
    }

    /// Somebody waits for an answer.
    pub fn waits(&self) -> Result<(), ConsultationRefusal> {
        match self.state {
            SeatState::Asked { .. } => Ok(()),
            SeatState::Invited
            | SeatState::Seated { .. }
            | SeatState::Declined { .. }
            | SeatState::Left { .. } => Err(ConsultationRefusal::Answered),
        }
    }

    /// The answer to who asked: from a day on, or not with a reason.
    pub fn answer(
        self,
        answer: Result<Date, String>,
        now: Timestamp,
    ) -> Result<Seat, ConsultationRefusal> {
        self.waits()?;
        let state = match answer {
            Ok(from) => SeatState::Seated { from },
            Err(reason) => SeatState::Declined { at: now, reason },
        };
        Ok(Seat { state, ..self })
    }

    /// Somebody may come to this seat too.
    pub fn offer(mut self, offer: Offer) -> Result<Seat, ConsultationRefusal> {
        match self.state {
            SeatState::Invited | SeatState::Seated { .. } => {}
            SeatState::Asked { .. } | SeatState::Declined { .. } | SeatState::Left { .. } => {
                return Err(ConsultationRefusal::Gone);
            }
        }
        self.offers.retain(|one| one.email != offer.email);
        self.offers.push(offer);
        Ok(self)
    }

    /// Somebody comes with the link of an offer.
    pub fn take(
        mut self,
        hash: &str,
        who: Sitter,
        today: Date,
    ) -> Result<Seat, ConsultationRefusal> {
        if !self.is_alive() || !self.offers.iter().any(|one| one.hash == hash) {
            return Err(ConsultationRefusal::Gone);
        }
        self.offers.retain(|one| one.hash != hash);
        self.people.push(who);
        if self.state == SeatState::Invited {
            self.state = SeatState::Seated { from: today };
        }
        Ok(self)
    }

    /// The whole organisation goes. Its people and open links go with it; what they said stays.
    pub fn leave(self, reason: String, now: Timestamp) -> Result<Seat, ConsultationRefusal> {
        self.must_be_alive()?;
        let state = SeatState::Left { at: now, reason };
        Ok(Seat { state, people: vec![], offers: vec![], ..self })
    }
}

/// One person speaks for one organisation at a table.
pub fn may_sit(seats: &[Item<Seat>], person: PersonId) -> Result<(), ConsultationRefusal> {
    match seats.iter().any(|seat| seat.body.is_alive() && seat.body.has(person)) {
        true => Err(ConsultationRefusal::TwoSeats),
        false => Ok(()),
    }
}

/// The seat from which this person speaks now.
pub fn seat_of(seats: &[Item<Seat>], person: PersonId, now: Timestamp) -> Option<&Item<Seat>> {
    seats.iter().find(|seat| seat.body.sits(now) && seat.body.has(person))
}
