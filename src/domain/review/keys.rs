//! Two different people, shortly after each other: the bids of a round and the prices of a lot
//! open only so.

use jiff::{SignedDuration, Timestamp};

use crate::domain::ids::PersonId;
use crate::domain::refusal::Refusal;

/// The second key turns within this time of the first, to the second; else it counts as a first.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(10);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    pub by: PersonId,
    pub at: Timestamp,
}

/// What a turn did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// Now somebody else has to turn before the time is over.
    First,
    Both {
        first: Turn,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyRefusal {
    #[error("the same person cannot turn both keys")]
    SamePerson,
}

impl Refusal for KeyRefusal {
    fn key(&self) -> &'static str {
        match self {
            KeyRefusal::SamePerson => "refusal-key-same-person",
        }
    }
}

impl Turn {
    /// The last moment at which a second key still counts.
    pub fn until(&self) -> Timestamp {
        self.at.saturating_add(WINDOW).unwrap_or(self.at)
    }

    /// Whether it still waits for a second key.
    pub fn stands(&self, now: Timestamp) -> bool {
        now.as_second() - self.at.as_second() <= WINDOW.as_secs()
    }
}

/// Two accounts that bear one name are one person as far as keys go.
pub fn is_one_name(one: &str, other: &str) -> bool {
    let plain =
        |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    plain(one) == plain(other)
}

/// `last` is the latest turn that did not open anything.
pub fn turn(last: Option<Turn>, by: PersonId, now: Timestamp) -> Result<Turned, KeyRefusal> {
    match last.filter(|turn| turn.stands(now)) {
        None => Ok(Turned::First),
        Some(turn) if turn.by == by => Err(KeyRefusal::SamePerson),
        Some(first) => Ok(Turned::Both { first }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn person(name: &str) -> PersonId {
        PersonId::named(name)
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_second_key_opens_up_to_ten_minutes_later() {
        let first = Turn { by: person("henk"), at: at(0) };
        let second = |now| turn(Some(first), person("shanti"), at(now));
        assert_eq!(second(0), Ok(Turned::Both { first }));
        assert_eq!(second(600), Ok(Turned::Both { first }));
        assert_eq!(second(601), Ok(Turned::First));
    }

    #[test]
    fn a_name_is_the_same_however_it_is_typed() {
        assert!(is_one_name("Henk  Brouwer", "henk brouwer "));
        assert!(!is_one_name("Henk Brouwer", "Henk Brouwers"));
    }

    #[test]
    fn one_person_has_one_key() {
        let first = Turn { by: person("henk"), at: at(0) };
        let again = |now| turn(Some(first), person("henk"), at(now));
        assert_eq!(again(600), Err(KeyRefusal::SamePerson));
        assert_eq!(again(601), Ok(Turned::First));
    }

    proptest! {
        /// Whatever the order and the pauses, it opens only when two different people turned
        /// within the time.
        #[test]
        fn nobody_opens_alone(acts in proptest::collection::vec((0..3u8, 0..900i64), 1..20)) {
            let (mut now, mut last) = (0, None::<Turn>);
            for (who, pause) in acts {
                now += pause;
                let by = person(&who.to_string());
                match turn(last, by, at(now)) {
                    Ok(Turned::First) => last = Some(Turn { by, at: at(now) }),
                    Ok(Turned::Both { first }) => {
                        prop_assert_ne!(first.by, by);
                        prop_assert!(now - first.at.as_second() <= 600);
                        break;
                    }
                    Err(KeyRefusal::SamePerson) => prop_assert_eq!(last.map(|t| t.by), Some(by)),
                }
            }
        }
    }
}
