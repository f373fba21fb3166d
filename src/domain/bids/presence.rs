//! Who is at a bid right now, from the last page that people opened and the last text they saved.

use jiff::{SignedDuration, Timestamp};

use super::answers::{Answers, section_of};
use crate::domain::ids::PersonId;

/// Where somebody was last; the section is empty on the page of the whole bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    pub person: PersonId,
    pub section: String,
    pub at: Timestamp,
}

/// Somebody seen this short ago is still there.
const HERE: SignedDuration = SignedDuration::from_mins(2);

/// A visit is written down no more often than this.
const NOTE: SignedDuration = SignedDuration::from_mins(1);

/// Has the visit of this person to be written down again?
pub fn is_due(visits: &[Visit], person: PersonId, now: Timestamp) -> bool {
    let own = visits.iter().find(|visit| visit.person == person);
    own.is_none_or(|visit| now.duration_since(visit.at) >= NOTE)
}

/// Where these people are now, each once; who is not there is not in the list.
pub fn here(
    visits: &[Visit],
    answers: &Answers,
    people: &[PersonId],
    now: Timestamp,
) -> Vec<Visit> {
    let last = |person: &PersonId| {
        let visit = visits.iter().find(|visit| visit.person == *person).cloned();
        let saved = answers.last_of(*person).map(|(at, field)| Visit {
            person: *person,
            section: section_of(field).to_owned(),
            at,
        });
        visit.into_iter().chain(saved).max_by_key(|visit| visit.at)
    };
    let near = |visit: &Visit| now.duration_since(visit.at) <= HERE;
    people.iter().filter_map(last).filter(near).collect()
}

#[cfg(test)]
mod tests {
    use super::super::answers::{Answer, Saved};
    use super::*;

    fn second(n: i64) -> Timestamp {
        Timestamp::from_second(n).unwrap()
    }

    fn visit(name: &str, section: &str, at: i64) -> Visit {
        Visit { person: PersonId::named(name), section: section.into(), at: second(at) }
    }

    #[test]
    fn somebody_is_here_for_two_minutes_and_where_they_were_last() {
        let [jan, truus, mo] = ["jan", "truus", "mo"].map(PersonId::named);
        let mut answers = Answers::default();
        let saved = Some(Saved { by: truus, at: second(110) });
        answers.put("price.rate", Answer { value: "1".into(), version: 1, saved });
        let visits = [visit("jan", "support", 0), visit("truus", "support", 100)];
        let at = |now| here(&visits, &answers, &[jan, truus, mo], second(now));
        assert_eq!(at(120), [visit("jan", "support", 0), visit("truus", "price", 110)]);
        assert_eq!(at(121), [visit("truus", "price", 110)]);
        assert_eq!(at(231), []);
    }

    #[test]
    fn a_visit_is_written_down_once_a_minute() {
        let visits = [visit("jan", "", 0)];
        let due = |name, now| is_due(&visits, PersonId::named(name), second(now));
        assert_eq!([due("jan", 59), due("jan", 60), due("truus", 0)], [false, true, true]);
    }
}
