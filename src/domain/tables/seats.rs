use jiff::Timestamp;

use super::refusal::TableRefusal;
use crate::domain::ids::PersonId;
use crate::domain::permission::SeatRole;

/// Somebody's place at one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub person: PersonId,
    pub role: SeatRole,
    pub presence: Presence,
    pub signed_at: Option<Timestamp>,
}

/// Whether somebody is in the room. Who comes back starts anew; the journal has every time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Absent,
    Present { since: Timestamp },
    Left { since: Timestamp, at: Timestamp },
}

impl Seat {
    pub fn empty(person: PersonId, role: SeatRole) -> Seat {
        Seat { person, role, presence: Presence::Absent, signed_at: None }
    }

    pub fn is_present(&self) -> bool {
        matches!(self.presence, Presence::Present { .. })
    }

    /// Secretary, adviser and observer sit at the table but do not answer for the grades.
    pub fn may_sign(&self) -> bool {
        matches!(self.role, SeatRole::Chair | SeatRole::Assessor)
    }

    /// Present, and answers for the grades.
    pub fn must_sign(&self) -> bool {
        self.may_sign() && self.is_present()
    }

    /// Who sits already stays where they are.
    pub(super) fn take(&mut self, now: Timestamp) {
        match self.presence {
            Presence::Present { .. } => {}
            Presence::Absent | Presence::Left { .. } => {
                self.presence = Presence::Present { since: now };
            }
        }
    }

    pub(super) fn leave(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        let Presence::Present { since } = self.presence else {
            return Err(TableRefusal::NotPresent);
        };
        if self.signed_at.is_some() {
            return Err(TableRefusal::AlreadySigned);
        }
        self.presence = Presence::Left { since, at: now };
        Ok(())
    }

    pub(super) fn sign(&mut self, now: Timestamp) -> Result<(), TableRefusal> {
        if !self.may_sign() {
            return Err(TableRefusal::MayNotSign);
        }
        if !self.is_present() {
            return Err(TableRefusal::NotPresent);
        }
        if self.signed_at.is_some() {
            return Err(TableRefusal::AlreadySigned);
        }
        self.signed_at = Some(now);
        Ok(())
    }
}

/// The chair, and more than half of the assessors who have a seat.
pub(super) fn is_quorum(seats: &[Seat]) -> bool {
    let of = |role| seats.iter().filter(move |seat| seat.role == role);
    let present = of(SeatRole::Assessor).filter(|seat| seat.is_present()).count();
    of(SeatRole::Chair).any(Seat::is_present) && present * 2 > of(SeatRole::Assessor).count()
}
