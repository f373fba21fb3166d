//! The deadline of a round is moved for everybody, as after an outage. What was published stays
//! what it is; the moments that count stand beside it.

use jiff::Timestamp;

use super::{Phase, Round};
use crate::domain::moments::{MomentError, day_of};
use crate::domain::refusal::Refusal;

/// The moments that count since the last extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extended {
    /// Inclusive to the second.
    pub closes_at: Timestamp,
    pub questions_until: Timestamp,
}

/// One extension as it is told to everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    pub previous: Timestamp,
    pub closes_at: Timestamp,
    pub reason: String,
    pub at: Timestamp,
}

pub const MOST_REASON_CHARS: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExtensionRefusal {
    #[error("the round is not published")]
    NotPublished,
    #[error("the bids are open")]
    Opened,
    #[error(transparent)]
    Moment(#[from] MomentError),
    #[error("the moment is over")]
    Past,
    #[error("not later than the deadline that counts")]
    NotLater,
    #[error("on or after the day on which the scores are due")]
    AfterScores,
    #[error("no reason, or a very long one")]
    Reason,
    #[error("somebody changed the round at the same moment")]
    Changed,
}

impl Refusal for ExtensionRefusal {
    fn key(&self) -> &'static str {
        match self {
            ExtensionRefusal::NotPublished => "extension-refused-draft",
            ExtensionRefusal::Opened => "extension-refused-opened",
            ExtensionRefusal::Moment(MomentError::Day) => "error-date",
            ExtensionRefusal::Moment(MomentError::Time) => "error-time",
            ExtensionRefusal::Moment(MomentError::Skipped) => "moment-skipped",
            ExtensionRefusal::Moment(MomentError::Twice) => "moment-twice",
            ExtensionRefusal::Past => "extension-refused-past",
            ExtensionRefusal::NotLater => "extension-refused-earlier",
            ExtensionRefusal::AfterScores => "extension-refused-scores",
            ExtensionRefusal::Reason => "extension-refused-reason",
            ExtensionRefusal::Changed => "refusal-changed",
        }
    }
}

impl Round {
    /// Until when bids come in: the newest moment, inclusive to the second.
    pub fn closes_at(&self) -> Timestamp {
        self.extended.map_or(self.definition.dates.closes_at, |now| now.closes_at)
    }

    /// Until when questions can be asked.
    pub fn questions_until(&self) -> Timestamp {
        self.extended.map_or(self.definition.dates.questions_until, |now| now.questions_until)
    }

    /// The same round with a later deadline. It can also be given after the deadline, as long as
    /// nothing was opened. Who could still ask questions gets as much longer for those.
    pub fn extend(self, closes_at: Timestamp, now: Timestamp) -> Result<Round, ExtensionRefusal> {
        match &self.phase {
            Phase::Draft | Phase::Amending(_) => return Err(ExtensionRefusal::NotPublished),
            Phase::Opened { .. } | Phase::Decided { .. } => return Err(ExtensionRefusal::Opened),
            Phase::Published(_) => {}
        }
        if closes_at <= self.closes_at() {
            return Err(ExtensionRefusal::NotLater);
        }
        if closes_at <= now {
            return Err(ExtensionRefusal::Past);
        }
        if day_of(closes_at) >= self.definition.dates.scores_due {
            return Err(ExtensionRefusal::AfterScores);
        }
        let longer = closes_at.duration_since(self.closes_at());
        let asked = self.questions_until();
        let questions_until = match self.takes_questions(now) {
            true => asked.saturating_add(longer).unwrap_or(asked),
            false => asked,
        };
        Ok(Round { extended: Some(Extended { closes_at, questions_until }), ..self })
    }
}

/// The reason as everybody reads it.
pub fn reason(text: &str) -> Result<String, ExtensionRefusal> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        1..=MOST_REASON_CHARS => Ok(line),
        _ => Err(ExtensionRefusal::Reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bids::example;
    use crate::domain::ids::{OrganisationId, RoundId};
    use crate::domain::permission::Stage;
    use crate::domain::rounds::Publication;
    use jiff::SignedDuration;
    use proptest::prelude::*;

    /// Takes questions until 11 December 2026 and bids until 15 January 2027, both at noon.
    fn round() -> Round {
        let publication = Publication { at: Timestamp::UNIX_EPOCH, hash: "x".into() };
        Round {
            id: RoundId::named("x"),
            municipality: OrganisationId::named("x"),
            phase: Phase::Published(publication),
            definition: example::definition(),
            extended: None,
            version: 1,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_deadline_only_goes_forward_and_everything_follows() {
        let now = at("2026-12-01T12:00:00Z");
        let (old, new) = (round().closes_at(), at("2027-01-16T11:00:00Z"));
        let extended = round().extend(new, now).unwrap();
        assert_eq!((extended.closes_at(), extended.definition.dates.closes_at), (new, old));
        assert_eq!(extended.questions_until(), at("2026-12-12T11:00:00Z"));
        assert!(extended.takes_bids(new) && !round().takes_bids(new));
        assert_eq!(extended.stage(new + SignedDuration::from_secs(1)), Stage::Closed);
        assert_eq!(extended.clone().extend(new, now), Err(ExtensionRefusal::NotLater));
        assert_eq!(round().extend(old, now), Err(ExtensionRefusal::NotLater));
        // After the deadline it still can, but not to a moment that is over.
        let late = at("2027-01-16T09:00:00Z");
        let again = round().extend(new, late).unwrap();
        assert!(again.takes_bids(late));
        assert_eq!(again.questions_until(), round().questions_until(), "questions were over");
        assert_eq!(round().extend(at("2027-01-16T08:00:00Z"), late), Err(ExtensionRefusal::Past));
    }

    #[test]
    fn nothing_moves_once_anything_is_open_or_before_it_is_published() {
        let (new, now) = (at("2027-01-16T11:00:00Z"), at("2027-01-15T12:00:00Z"));
        let publication = round().publication().cloned().unwrap();
        let opened = Round { phase: Phase::Opened { publication, opened_at: now }, ..round() };
        assert_eq!(opened.extend(new, now), Err(ExtensionRefusal::Opened));
        let draft = Round { phase: Phase::Draft, ..round() };
        assert_eq!(draft.extend(new, now), Err(ExtensionRefusal::NotPublished));
        let scores = round().definition.dates.scores_due;
        let noon = scores.at(12, 0, 0, 0).to_zoned(crate::domain::moments::amsterdam()).unwrap();
        assert_eq!(round().extend(noon.timestamp(), now), Err(ExtensionRefusal::AfterScores));
        assert_eq!(reason(" \n"), Err(ExtensionRefusal::Reason));
        assert_eq!(reason("De website\r\ndeed het niet."), Ok("De website deed het niet.".into()));
    }

    proptest! {
        #[test]
        fn whatever_is_asked_the_deadline_never_comes_sooner(days in -400i64..400, hours in 0i64..1000) {
            let now = at("2026-12-01T12:00:00Z") + SignedDuration::from_hours(hours);
            let asked = round().closes_at() + SignedDuration::from_hours(24 * days);
            if let Ok(extended) = round().extend(asked, now) {
                prop_assert!(extended.closes_at() > round().closes_at());
                prop_assert!(extended.closes_at() > now);
                prop_assert!(extended.questions_until() >= round().questions_until());
            }
        }
    }
}
