//! Handing in and taking back. Until the deadline a bid can be handed in, withdrawn, changed and
//! handed in again; only the last one counts, and each has its own receipt.

use jiff::Timestamp;

use super::gaps::Meter;
use super::{Bid, Standing};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::Round;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitRefusal {
    /// One second late is late.
    #[error("the time is over")]
    Late,
    #[error("the bid is handed in already")]
    Already,
    #[error("something is still missing")]
    Incomplete,
    /// The municipality changed the terms since; the writers have to look at that first.
    #[error("the terms changed")]
    OldTerms,
    /// Another bid of this cooperative was handed in with the same place in its order of wishes.
    #[error("another bid has this place in the order")]
    PreferenceTaken,
    #[error("there are not that many bids")]
    NoSuchPreference,
}

impl Refusal for SubmitRefusal {
    fn key(&self) -> &'static str {
        match self {
            SubmitRefusal::Late => "submit-refused-late",
            SubmitRefusal::Already => "submit-refused-already",
            SubmitRefusal::Incomplete => "submit-refused-incomplete",
            SubmitRefusal::OldTerms => "submit-refused-old-terms",
            SubmitRefusal::PreferenceTaken => "submit-refused-preference",
            SubmitRefusal::NoSuchPreference => "submit-refused-no-preference",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawRefusal {
    #[error("the time is over")]
    Late,
    #[error("the bid is not handed in")]
    NotSubmitted,
}

impl Refusal for WithdrawRefusal {
    fn key(&self) -> &'static str {
        match self {
            WithdrawRefusal::Late => "withdraw-refused-late",
            WithdrawRefusal::NotSubmitted => "withdraw-refused-not-submitted",
        }
    }
}

impl Bid {
    /// The bid handed in at `now`. The deadline is inclusive to the second.
    pub fn submit(
        self,
        round: &Round,
        meter: &Meter,
        now: Timestamp,
    ) -> Result<Bid, SubmitRefusal> {
        match self.standing {
            Standing::Submitted => return Err(SubmitRefusal::Already),
            Standing::Draft | Standing::Withdrawn => {}
        }
        if !round.takes_bids(now) {
            return Err(SubmitRefusal::Late);
        }
        if !meter.is_complete() {
            return Err(SubmitRefusal::Incomplete);
        }
        Ok(Bid { standing: Standing::Submitted, ..self })
    }

    /// The bid taken back at `now`; it can be changed and handed in again.
    pub fn withdraw(self, round: &Round, now: Timestamp) -> Result<Bid, WithdrawRefusal> {
        if !round.takes_bids(now) {
            return Err(WithdrawRefusal::Late);
        }
        match self.standing {
            Standing::Submitted => Ok(Bid { standing: Standing::Withdrawn, ..self }),
            Standing::Draft | Standing::Withdrawn => Err(WithdrawRefusal::NotSubmitted),
        }
    }
}

/// Gives a bid its place in the order of wishes of its cooperative in this round. Answers the bids
/// that change. What was handed in keeps its place; a draft that has the wished place trades it.
pub fn prefer(bid: &Bid, wish: u16, own: &[Bid]) -> Result<Vec<Bid>, SubmitRefusal> {
    if wish == 0 || usize::from(wish) > own.len().max(1) {
        return Err(SubmitRefusal::NoSuchPreference);
    }
    if bid.preference == wish {
        return Ok(vec![]);
    }
    let mut changed = vec![Bid { preference: wish, ..bid.clone() }];
    for other in own.iter().filter(|other| other.id != bid.id && other.preference == wish) {
        match other.standing {
            Standing::Submitted => return Err(SubmitRefusal::PreferenceTaken),
            Standing::Draft | Standing::Withdrawn => {
                changed.push(Bid { preference: bid.preference, ..other.clone() });
            }
        }
    }
    Ok(changed)
}

/// Signs that people do not take for each other when they read a number out: no I, L, O, U, 0, 1.
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A receipt number such as `BB-7K2M-X9QP`. It follows from chance alone, so it says nothing about
/// how many bids there are, and it cannot be guessed.
pub fn receipt_number(chance: u64) -> String {
    let mut rest = chance;
    let signs: String = (0..8)
        .map(|_| {
            let sign = SIGNS[(rest % SIGNS.len() as u64) as usize];
            rest /= SIGNS.len() as u64;
            char::from(sign)
        })
        .collect();
    format!("BB-{}-{}", &signs[..4], &signs[4..])
}

/// A receipt number as somebody typed it: capitals, spaces and hyphens do not matter. None when it
/// cannot be one.
pub fn read_number(typed: &str) -> Option<String> {
    let signs: String =
        typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
    let signs = signs.strip_prefix("BB").filter(|rest| rest.len() == 8)?;
    let known = signs.bytes().all(|sign| SIGNS.contains(&sign));
    known.then(|| format!("BB-{}-{}", &signs[..4], &signs[4..]))
}

/// Does a typed name sign for this person? Capitals and spaces do not matter.
pub fn signs_for(typed: &str, name: &str) -> bool {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    !name.trim().is_empty() && folded(typed) == folded(name)
}

#[cfg(test)]
mod tests {
    use super::super::example::definition;
    use super::super::gaps::{Progress, SectionMeter};
    use super::*;
    use crate::domain::ids::{BidId, LotId, OrganisationId, RoundId};
    use crate::domain::rounds::{Phase, Publication};
    use proptest::prelude::*;

    fn bid(name: &str, standing: Standing, preference: u16) -> Bid {
        Bid {
            id: BidId::named(name),
            round: RoundId::named("round"),
            lot: LotId::named(name),
            cooperative: OrganisationId::named("nabuur"),
            standing,
            preference,
            code: None,
            version: 1,
        }
    }

    /// Closes on 15 January 2027, 12:00 in Amsterdam.
    fn round() -> Round {
        let at = "2026-11-01T08:00:00Z".parse().unwrap();
        Round {
            id: RoundId::named("round"),
            municipality: OrganisationId::named("waldervoort"),
            phase: Phase::Published(Publication { at, hash: "terms".into() }),
            definition: definition(),
            extended: None,
            version: 1,
        }
    }

    fn meter(progress: Progress) -> Meter {
        let who = SectionMeter { code: "who".into(), progress, gaps: vec![] };
        Meter { sections: vec![who], parties: vec![] }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_deadline_is_inclusive_to_the_second() {
        let hand_in = |now: &str| {
            bid("a", Standing::Draft, 1).submit(&round(), &meter(Progress::Done), at(now))
        };
        let submitted = bid("a", Standing::Submitted, 1);
        assert_eq!(hand_in("2027-01-15T10:59:59Z"), Ok(submitted.clone()));
        assert_eq!(hand_in("2027-01-15T11:00:00Z"), Ok(submitted.clone()));
        assert_eq!(hand_in("2027-01-15T11:00:00.999999Z"), Ok(submitted.clone()));
        assert_eq!(hand_in("2027-01-15T11:00:01Z"), Err(SubmitRefusal::Late));
        let back = |now: &str| submitted.clone().withdraw(&round(), at(now));
        assert_eq!(back("2027-01-15T11:00:00.999Z"), Ok(bid("a", Standing::Withdrawn, 1)));
        assert_eq!(back("2027-01-15T11:00:01Z"), Err(WithdrawRefusal::Late));
    }

    #[test]
    fn only_what_is_complete_and_not_yet_in_can_be_handed_in() {
        let now = at("2027-01-01T00:00:00Z");
        let try_with = |standing, progress| {
            bid("a", standing, 1).submit(&round(), &meter(progress), now).map(|b| b.standing)
        };
        assert_eq!(try_with(Standing::Draft, Progress::Done), Ok(Standing::Submitted));
        assert_eq!(try_with(Standing::Withdrawn, Progress::Done), Ok(Standing::Submitted));
        assert_eq!(try_with(Standing::Submitted, Progress::Done), Err(SubmitRefusal::Already));
        for progress in [Progress::Todo, Progress::Busy, Progress::Action] {
            assert_eq!(try_with(Standing::Draft, progress), Err(SubmitRefusal::Incomplete));
        }
        let draft = bid("a", Standing::Draft, 1);
        assert_eq!(draft.withdraw(&round(), now), Err(WithdrawRefusal::NotSubmitted));
    }

    #[test]
    fn a_draft_trades_its_place_and_what_is_in_keeps_it() {
        let own = [
            bid("a", Standing::Draft, 1),
            bid("b", Standing::Draft, 2),
            bid("c", Standing::Submitted, 3),
        ];
        let traded = vec![bid("a", Standing::Draft, 2), bid("b", Standing::Draft, 1)];
        assert_eq!(prefer(&own[0], 2, &own), Ok(traded));
        assert_eq!(prefer(&own[0], 1, &own), Ok(vec![]));
        assert_eq!(prefer(&own[0], 3, &own), Err(SubmitRefusal::PreferenceTaken));
        assert_eq!(prefer(&own[0], 0, &own), Err(SubmitRefusal::NoSuchPreference));
        assert_eq!(prefer(&own[0], 4, &own), Err(SubmitRefusal::NoSuchPreference));
    }

    #[test]
    fn a_name_signs_whatever_its_capitals() {
        assert!(signs_for(" jan  de wit ", "Jan de Wit"));
        assert!(!signs_for("Jan", "Jan de Wit"));
        assert!(!signs_for("", ""));
    }

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in ["BB-7K2M-X9QP", " bb 7k2m x9qp", "bb7k2mx9qp.", "BB–7K2M–X9QP"] {
            assert_eq!(read_number(typed).as_deref(), Some("BB-7K2M-X9QP"), "{typed}");
        }
        for typed in ["", "7K2M-X9QP", "BB-7K2M-X9Q", "BB-7K2M-X9QPP", "BB-7K2M-X9Q0", "ß"] {
            assert_eq!(read_number(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_back(chance: u64) {
            let number = receipt_number(chance);
            prop_assert_eq!(read_number(&number.to_lowercase()), Some(number));
        }

        #[test]
        fn a_receipt_number_has_one_shape(chance: u64) {
            let number = receipt_number(chance);
            let mut parts = number.split('-');
            prop_assert_eq!(parts.next(), Some("BB"));
            for part in parts {
                prop_assert_eq!(part.len(), 4);
                prop_assert!(part.bytes().all(|sign| SIGNS.contains(&sign)));
            }
        }

        #[test]
        fn the_order_stays_an_order(from in 0usize..5, wish in 1u16..=5) {
            let names = ["a", "b", "c", "d", "e"];
            let mut own: Vec<Bid> =
                (1..).zip(names).map(|(place, name)| bid(name, Standing::Draft, place)).collect();
            for changed in prefer(&own[from].clone(), wish, &own).unwrap() {
                own.retain(|b| b.id != changed.id);
                own.push(changed);
            }
            let mut places: Vec<u16> = own.iter().map(|b| b.preference).collect();
            places.sort_unstable();
            prop_assert_eq!(places, vec![1, 2, 3, 4, 5]);
        }
    }
}
