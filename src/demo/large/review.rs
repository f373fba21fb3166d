//! What the municipality does with the large round after the closing time.

use jiff::Timestamp;

use super::{HOUR, KEY, Lots, add_person, lead};
use crate::actions::{self, Other, Said, SaveScore};
use crate::demo::world::organisation;
use crate::demo::{DemoError, meeting, refusals};
use crate::domain::accounts::Role;
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};
use crate::domain::review::conflicts::{Interest, Subject};
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::{Exact, Seed};
use crate::store::{self, StoreError, Tx};

/// Assessors of one lot, where there are enough.
const PANEL: usize = 4;
const REASONS: [&str; 4] = [
    "Het plan noemt eigen cijfers en zegt wat er verandert.",
    "Duidelijk en haalbaar. Een paar punten zijn nog vaag.",
    "Een belangrijk punt ontbreekt: wie vervangt er in de zomer?",
    "Past goed bij het dorp. Het bewijs zit erbij.",
];

pub(super) fn assessor_key(number: usize) -> String {
    format!("large-assessor-{}", number + 1)
}

pub(super) fn assessor_email(number: usize) -> String {
    format!("beoordelaar{}@waldervoort.example", number + 1)
}

fn verdict(verdict: AdmissionVerdict, reason: &str, ground: Option<String>) -> Admission {
    Admission { verdict, reason: reason.to_owned(), ground }
}

/// What the municipality does after the closing time.
#[derive(Clone, Copy)]
pub(super) struct Review {
    pub(super) assessors: usize,
    pub(super) opened: Timestamp,
    pub(super) lots: Lots,
}

impl Review {
    /// Panels take turns over the lots.
    fn assesses(&self, assessor: usize, lot: &Lot) -> bool {
        if self.lots != Lots::AsFewAsDo {
            return true;
        }
        let panels = (self.assessors / PANEL).max(1);
        usize::from(lot.number - 1) % panels == assessor % panels
    }

    fn by(number: usize) -> By {
        (PersonId::named(&assessor_key(number)), format!("Beoordelaar {}", number + 1))
    }

    pub(super) fn open(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let owner = organisation("waldervoort");
        let before = self.opened - HOUR * 2;
        for number in 0..self.assessors {
            let (key, name) = (assessor_key(number), Review::by(number).1);
            let member = (owner, [Role::Assessor].as_slice());
            add_person(tx, (&key, &name, assessor_email(number)), member, before)?;
            for lot in store::rounds::lots_of(tx, RoundId::named(KEY))? {
                if self.assesses(number, &lot) {
                    actions::assign_assessor(tx, lot.id, Review::by(number).0, &lead(), before)?;
                }
            }
        }
        for key in meeting::WALDERVOORT.key_holders {
            let id = PersonId::named(key);
            let by = (id, store::accounts::person_by_id(tx, id)?.name);
            let seed = Seed::from_number(2027);
            actions::turn_key(tx, RoundId::named(KEY), &by, &seed, self.opened)?;
        }
        Ok(())
    }

    pub(super) fn admit(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let round = store::rounds::find(tx, RoundId::named(KEY))?;
        let bids = store::bids::opened_of_round(tx, round.id)?;
        let last = bids.last().map(|bid| bid.id).filter(|_| self.lots != Lots::AsFewAsDo);
        for bid in bids {
            let out = last == Some(bid.id);
            for (number, requirement) in round.definition.requirements.iter().enumerate() {
                let refused = out && number == 0;
                let (verdict, reason, ground) = match refused {
                    true => (
                        CheckVerdict::Refused,
                        "Het bewijs is er niet bij.",
                        Some(refusals::GROUND),
                    ),
                    false => (CheckVerdict::Accepted, "Het bewijs is bekeken en klopt.", None),
                };
                let (requirement, reason) = (requirement.code.clone(), reason.to_owned());
                let ground = ground.map(str::to_owned);
                let check = Check { requirement, verdict, reason, due: None, ground };
                actions::check_requirement(tx, bid.id, check, &lead(), self.opened)?;
            }
            match out {
                true => self.refuse(tx, bid.id)?,
                false => {
                    let reason = "De inschrijving is compleet en alle eisen zijn akkoord.";
                    let admission = verdict(AdmissionVerdict::Admitted, reason, None);
                    actions::decide_admission(tx, bid.id, admission, &lead(), self.opened)?;
                }
            }
        }
        Ok(())
    }

    /// One person proposes it, another confirms.
    fn refuse(&self, tx: &mut Tx, bid: BidId) -> Result<(), DemoError> {
        let reason = "Een eis die moet, is niet gehaald.";
        let admission =
            verdict(AdmissionVerdict::Refused, reason, Some(refusals::GROUND.to_owned()));
        actions::decide_admission(tx, bid, admission, &lead(), self.opened)?;
        let id = PersonId::named("carla");
        let by = (id, store::accounts::person_by_id(tx, id)?.name);
        refusals::confirm(tx, bid, &by, self.opened + HOUR)
    }

    /// Everything one assessor does; the sheet stays open.
    pub(super) fn score(&self, tx: &mut Tx, assessor: usize) -> Result<(), DemoError> {
        let (by, at) = (Review::by(assessor), self.opened + HOUR);
        let round = store::rounds::find(tx, RoundId::named(KEY))?;
        for lot in store::rounds::lots_of(tx, round.id)? {
            if !self.assesses(assessor, &lot) {
                continue;
            }
            let subjects = store::conflicts::subjects(tx, lot.id)?;
            let conflict = (self.lots != Lots::AsFewAsDo && assessor == 0 && lot.number == 1)
                .then(|| subjects.first().map(Subject::key))
                .flatten();
            let declares = |subject: &Subject| {
                let said = match conflict == Some(subject.key()) {
                    true => (Interest::Yes, "Mijn zus zit in het bestuur.".to_owned()),
                    false => (Interest::None, String::new()),
                };
                (subject.key(), said)
            };
            let said: Said = subjects.iter().map(declares).collect();
            actions::declare_conflict(tx, lot.id, &by, said, at)?;
            self.fill(tx, (&round, &lot), assessor, at + HOUR)?;
        }
        Ok(())
    }

    fn fill(
        &self,
        tx: &mut Tx,
        (round, lot): (&Round, &Lot),
        assessor: usize,
        at: Timestamp,
    ) -> Result<(), DemoError> {
        let by = Review::by(assessor).0;
        let sheet = store::assignments::on_lot(tx, lot.id, by)?.ok_or(StoreError::Missing)?.id;
        let barred = store::seats::barred(tx, lot.id, by)?;
        for (b, bid) in store::bids::opened_of_lot(tx, lot.id)?.into_iter().enumerate() {
            let half = self.lots != Lots::AsFewAsDo && (b + assessor) % 2 == 1;
            let out = store::admissibility::admission(tx, bid.id)?
                .is_some_and(|given| given.what.verdict == AdmissionVerdict::Refused);
            if half || out || barred.contains(&bid.id) {
                continue;
            }
            for (c, criterion) in round.definition.criteria.iter().enumerate() {
                let turn = 7 * b + 3 * assessor + 5 * c;
                let grade = Exact::from(4 + 2 * i64::try_from(turn % 4).unwrap_or(0));
                let change = SaveScore {
                    sheet,
                    by,
                    bid: bid.id,
                    criterion: criterion.code.clone(),
                    grade: Some((Some(grade), 0)),
                    reason: Some((REASONS[turn % 4].to_owned(), 0)),
                    other: Other::Keep,
                };
                actions::save_score(tx, change, at)?;
            }
        }
        Ok(())
    }
}
