//! Who runs the table: its chair, or the secretary while the chair cannot. The secretary runs and does
//! not vote, and counts for no quorum: what the chair must be in the room for stays undone.

use jiff::{SignedDuration, Timestamp};

use super::phase::Phase;
use super::refusal::TableRefusal;
use super::seats::Seat;
use super::table::Table;
use crate::domain::ids::PersonId;
use crate::domain::permission::SeatRole;

/// How often the screen of the chair says that it is there.
pub const PULSE: SignedDuration = SignedDuration::from_secs(5);

/// A chair who was not heard for so long has lost the line.
const SILENCE: SignedDuration = SignedDuration::from_secs(20);

/// How it is now; the journal has how it came to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    pub stand_in: Option<StandIn>,
    /// When the screen of the chair was heard last.
    pub heard_at: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    pub person: PersonId,
    pub since: Timestamp,
}

/// Whether the chair can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChairLine {
    Here,
    /// Sits at the table, but nothing is heard of the screen.
    Silent {
        since: Option<Timestamp>,
    },
    /// Left the table, or never came.
    Away,
}

impl ChairLine {
    pub fn word(self) -> &'static str {
        match self {
            ChairLine::Here => "here",
            ChairLine::Silent { .. } => "silent",
            ChairLine::Away => "away",
        }
    }
}

impl Lead {
    pub fn chair(&self, seats: &[Seat], now: Timestamp) -> ChairLine {
        let sits = |seat: &Seat| seat.role == SeatRole::Chair && seat.is_present();
        match self.heard_at {
            _ if !seats.iter().any(sits) => ChairLine::Away,
            Some(at) if now.duration_since(at) <= SILENCE => ChairLine::Here,
            since => ChairLine::Silent { since },
        }
    }

    /// The chair's screen said so just now; not worth writing down again before the next time.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        self.heard_at.is_some_and(|at| now.duration_since(at) < PULSE / 2)
    }

    /// The secretary runs the table from now on.
    pub fn take_over(
        &mut self,
        table: &Table,
        by: PersonId,
        now: Timestamp,
    ) -> Result<(), TableRefusal> {
        let seat = table.seat(by).ok_or(TableRefusal::NoSeat)?;
        if !may_take_over(&table.phase) {
            return Err(TableRefusal::OtherPhase);
        }
        if self.stand_in.is_some() {
            return Err(TableRefusal::StoodIn);
        }
        if seat.role != SeatRole::Secretary || self.chair(&table.seats, now) == ChairLine::Here {
            return Err(TableRefusal::ChairIsHere);
        }
        if !seat.is_present() {
            return Err(TableRefusal::NotPresent);
        }
        self.stand_in = Some(StandIn { person: by, since: now });
        Ok(())
    }

    /// The chair runs the table again.
    pub fn give_back(&mut self) -> Result<(), TableRefusal> {
        self.stand_in.take().map(|_| ()).ok_or(TableRefusal::NobodyStandsIn)
    }
}

/// After the meeting is over there is nothing left to run.
pub fn may_take_over(phase: &Phase) -> bool {
    match phase {
        Phase::Discussing { .. }
        | Phase::QualityFixed { .. }
        | Phase::Signed(_)
        | Phase::Ranked { .. } => true,
        Phase::Closed { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{LotId, TableId};

    fn moment(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    /// Marijke chairs, Daan writes.
    fn table() -> Table {
        let mut seats = [("marijke", SeatRole::Chair), ("daan", SeatRole::Secretary)]
            .map(|(name, role)| Seat::empty(PersonId::named(name), role));
        seats.iter_mut().for_each(|seat| seat.take(moment(0)));
        Table {
            id: TableId::named("one"),
            lot: LotId::named("one"),
            phase: Phase::Discussing { opened_at: moment(0) },
            version: 1,
            compared: Default::default(),
            current: None,
            seats: seats.to_vec(),
            items: vec![],
        }
    }

    #[test]
    fn only_a_silent_or_absent_chair_is_stood_in_for_and_only_once() {
        let (marijke, daan) = (PersonId::named("marijke"), PersonId::named("daan"));
        let mut lead = Lead { heard_at: Some(moment(100)), ..Lead::default() };
        let mut table = table();
        assert_eq!(lead.chair(&table.seats, moment(120)), ChairLine::Here);
        assert_eq!(lead.take_over(&table, daan, moment(120)), Err(TableRefusal::ChairIsHere));
        let silent = ChairLine::Silent { since: Some(moment(100)) };
        assert_eq!(lead.chair(&table.seats, moment(121)), silent);
        assert_eq!(lead.take_over(&table, marijke, moment(121)), Err(TableRefusal::ChairIsHere));
        let stranger = PersonId::named("somebody else");
        assert_eq!(lead.take_over(&table, stranger, moment(121)), Err(TableRefusal::NoSeat));
        assert_eq!(lead.take_over(&table, daan, moment(121)), Ok(()));
        assert_eq!(lead.stand_in, Some(StandIn { person: daan, since: moment(121) }));
        assert_eq!(lead.take_over(&table, daan, moment(122)), Err(TableRefusal::StoodIn));
        assert_eq!(lead.give_back(), Ok(()));
        assert_eq!(lead.give_back(), Err(TableRefusal::NobodyStandsIn));
        lead.heard_at = Some(moment(130));
        table.leave_seat(marijke, moment(131)).unwrap();
        assert_eq!(lead.chair(&table.seats, moment(131)), ChairLine::Away);
        assert_eq!(lead.take_over(&table, daan, moment(131)), Ok(()));
        assert!(!table.has_quorum(), "who stands in counts for nothing");
    }
}
