//! Until when somebody can object.

use jiff::civil::Date;

use crate::domain::rounds::definition::Remedy;
use crate::domain::terms::{Term, term};

/// The term to object to a decision that was sent on a day, and where one objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    pub remedy: Remedy,
    pub sent: Date,
    pub term: Term,
}

impl Objection {
    /// The law counts the days, and moves the end when that is a free day.
    pub fn is_extended(&self) -> bool {
        self.term.last_day != self.term.counted_last_day
    }
}

/// Source: art. 2.127 Aanbestedingswet 2012 for the standstill, art. 6:7 and 6:8 Awb for the
/// objection, art. 1 Algemene termijnenwet for both.
pub fn objection(remedy: Remedy, sent: Date) -> Objection {
    let days = match remedy {
        Remedy::Standstill { days } => days,
        Remedy::Objection { weeks } => weeks.saturating_mul(7),
    };
    Objection { remedy, sent, term: term(sent, days, &[]) }
}
