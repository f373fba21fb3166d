//! What happened after the round at the table closed: opening, admission, declarations and scores,
//! at believable times between the closing and the day on which scores are due.

mod story;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use self::story::{Mark, Outcome, Scored, Story};
use super::DemoError;
use super::inquiries::{self, Asked};
use super::practice;
use super::refusals;
use super::world::{World, organisation};
use crate::actions::{self, Failure, Other, Said, SaveScore};
use crate::domain::bids::Content;
use crate::domain::ids::{BidId, OrganisationId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::refusal::Refusal;
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};
use crate::domain::review::assignment::USUAL_MINIMUM;
use crate::domain::review::conflicts::{Interest, Ruling};
use crate::domain::review::expertise::{Field, Source};
use crate::domain::review::inquiry::InquiryKind;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::Seed;
use crate::store::{self, Database, Tx};

const SCORES: &str = include_str!("../../config/demo/scores.toml");

/// Plays the story of the round at the table.
pub fn load(db: &Database, world: &World) -> Result<(), DemoError> {
    play(db, world, SCORES)
}

/// Plays a story on its round, in one transaction.
pub fn play(db: &Database, world: &World, story: &str) -> Result<(), DemoError> {
    let story: Story = toml::from_str(story).map_err(DemoError::content)?;
    let world = world.clone();
    db.write_now(move |tx| {
        let round = store::rounds::find(tx, RoundId::named(&story.table.round))?;
        let lots = store::rounds::lots_of(tx, round.id)?;
        let teller = Teller { closed: round.definition.dates.closes_at, story, world, round, lots };
        teller.tell(tx)
    })
}

/// Tells the story with the round at hand.
struct Teller {
    story: Story,
    world: World,
    round: Round,
    lots: Vec<Lot>,
    closed: Timestamp,
}

fn told<R: Refusal>(failure: Failure<R>) -> DemoError {
    match failure {
        Failure::Refused(why) => DemoError::content(why),
        Failure::Store(error) => error.into(),
    }
}

/// The heaviest verdict on a requirement decides about the bid.
fn weighed(so_far: AdmissionVerdict, check: CheckVerdict) -> AdmissionVerdict {
    match (so_far, check) {
        (_, CheckVerdict::Refused) | (AdmissionVerdict::Refused, _) => AdmissionVerdict::Refused,
        (_, CheckVerdict::AcceptedWithCondition) => AdmissionVerdict::AdmittedWithCondition,
        (so_far, _) => so_far,
    }
}

impl Teller {
    fn tell(&self, tx: &mut Tx) -> Result<(), DemoError> {
        self.assign(tx)?;
        self.open(tx)?;
        self.ask(tx, InquiryKind::Supplement)?;
        self.admit(tx)?;
        self.ask(tx, InquiryKind::Clarification)?;
        self.declare(tx)?;
        self.rule(tx)?;
        let lead = self.by(&self.story.admissibility_default.by);
        let at = |hours| self.after(110 + hours, 0);
        practice::practise(tx, (&self.round, &self.story.beside), &lead, at)?;
        self.score(tx)?;
        self.note(tx)?;
        self.lock(tx)
    }

    /// So many hours and minutes after the closing time.
    fn after(&self, hours: i64, minutes: usize) -> Timestamp {
        let minutes = i64::try_from(minutes).unwrap_or(0);
        let later = SignedDuration::from_mins(hours * 60 + minutes);
        self.closed.saturating_add(later).unwrap_or(self.closed)
    }

    fn by(&self, key: &str) -> By {
        (PersonId::named(key), self.world.name_of(key))
    }

    fn assign(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let lead = self.by(&self.story.admissibility_default.by);
        self.know(tx, &lead)?;
        for lot in &self.lots {
            for (i, key) in self.story.assessors.iter().enumerate() {
                let at = self.after(-96, i);
                actions::assign_assessor(tx, lot.id, PersonId::named(key), &lead, at)
                    .map_err(told)?;
            }
        }
        Ok(())
    }

    /// What people know about, what the questions ask for, and who can take over.
    fn know(&self, tx: &mut Tx, lead: &By) -> Result<(), DemoError> {
        let mut known: BTreeMap<&str, Vec<(Field, Source, String)>> = BTreeMap::new();
        for one in &self.story.expertise {
            let said = (one.field, one.source, one.note.clone());
            known.entry(&one.person).or_default().push(said);
        }
        for (key, said) in known {
            let at = self.after(-120, 0);
            actions::save_expertise(tx, PersonId::named(key), &said, at).map_err(told)?;
        }
        if !self.story.fields.is_empty() {
            let terms = (USUAL_MINIMUM, self.story.fields.clone());
            actions::set_review_terms(tx, self.round.id, terms, lead, self.after(-97, 0))
                .map_err(told)?;
        }
        let reserves: BTreeSet<PersonId> =
            self.story.reserves.iter().map(|key| PersonId::named(key)).collect();
        for lot in &self.lots {
            let at = self.after(-97, usize::from(lot.number));
            actions::name_reserves(tx, lot.id, &reserves, lead, at).map_err(told)?;
        }
        Ok(())
    }

    fn open(&self, tx: &mut Tx) -> Result<(), DemoError> {
        for (i, key) in self.story.table.opened_by.iter().enumerate() {
            let at = self.after(21, 4 + 3 * i);
            let seed = Seed::from_number(2026);
            actions::turn_key(tx, self.round.id, &self.by(key), &seed, at).map_err(told)?;
        }
        Ok(())
    }

    fn ask(&self, tx: &mut Tx, kind: InquiryKind) -> Result<(), DemoError> {
        let lead = self.by(&self.story.admissibility_default.by);
        let bids = self.bids(tx)?;
        for asked in self.story.inquiries.iter().filter(|asked| asked.kind == kind) {
            let of = (asked.lot, organisation(&asked.cooperative));
            let bid = bids.iter().find(|(lot, _, owner)| (*lot, *owner) == of);
            let bid = bid.ok_or_else(|| DemoError::content(format!("asked nobody: {of:?}")))?.1;
            let people = (&lead, &self.by(&asked.answered_by));
            inquiries::play(tx, (bid, asked), people, |hours| self.after(hours, 0))?;
        }
        Ok(())
    }

    /// A bid that completes a requirement is judged some days later.
    fn is_completed(&self, lot: u16, owner: OrganisationId) -> bool {
        let of = |asked: &&Asked| (asked.lot, organisation(&asked.cooperative)) == (lot, owner);
        let mut own = self.story.inquiries.iter().filter(of);
        own.any(|asked| asked.kind == InquiryKind::Supplement)
    }

    fn admit(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let usual = &self.story.admissibility_default;
        let lead = self.by(&usual.by);
        for (place, (lot, bid, owner)) in self.bids(tx)?.into_iter().enumerate() {
            let content = store::submissions::opened(tx, bid)?.map(|opened| opened.content);
            // Five a day, in the afternoon.
            let waits = if self.is_completed(lot, owner) { 72 } else { 0 };
            let hours = waits + 24 * (1 + i64::try_from(place / 5).unwrap_or(0));
            let minutes = 60 * (place % 5);
            let mut verdict = AdmissionVerdict::Admitted;
            for (i, requirement) in self.round.definition.requirements.iter().enumerate() {
                let check = self.check((lot, owner), &requirement.code, content.as_ref());
                verdict = weighed(verdict, check.verdict);
                let at = self.after(hours, minutes + 4 * i);
                actions::check_requirement(tx, bid, check, &lead, at).map_err(told)?;
            }
            let reason = match verdict {
                AdmissionVerdict::Admitted => &usual.admitted,
                AdmissionVerdict::AdmittedWithCondition => &usual.admitted_with_condition,
                AdmissionVerdict::Refused => &usual.refused,
            };
            let out = verdict == AdmissionVerdict::Refused;
            let ground = out.then(|| refusals::GROUND.to_owned());
            let admission = Admission { verdict, reason: reason.clone(), ground };
            let at = self.after(hours, minutes + 58);
            actions::decide_admission(tx, bid, admission, &lead, at).map_err(told)?;
            if out {
                let other = self.by(&usual.confirmed_by);
                refusals::confirm(tx, bid, &other, self.after(hours + 20, minutes))?;
            }
        }
        Ok(())
    }

    /// All opened bids with the number of their lot.
    fn bids(&self, tx: &mut Tx) -> Result<Vec<(u16, BidId, OrganisationId)>, DemoError> {
        let bids = store::bids::opened_of_round(tx, self.round.id)?;
        let number = |lot| self.lots.iter().find(|l| l.id == lot).map_or(0, |l| l.number);
        let mut all: Vec<_> =
            bids.into_iter().map(|b| (number(b.lot), b.id, b.cooperative)).collect();
        all.sort();
        Ok(all)
    }

    fn check(
        &self,
        (lot, owner): (u16, OrganisationId),
        code: &str,
        content: Option<&Content>,
    ) -> Check {
        let usual = &self.story.admissibility_default;
        let listed = self.story.admissibility.iter().find(|j| {
            j.lot == lot && j.requirement == code && organisation(&j.cooperative) == owner
        });
        if let Some(judged) = listed {
            let (verdict, reason) = (judged.verdict, judged.reason.clone());
            let requirement = code.to_owned();
            // Conditions must be met when the contract starts.
            let due = Some(self.round.definition.dates.starts_on);
            let ground = (verdict == CheckVerdict::Refused).then(|| refusals::GROUND.to_owned());
            return Check { requirement, verdict, reason, due, ground };
        }
        let field = format!("quality.requirements.{code}.status");
        let status = content.and_then(|c| c.answers.get(&field)).map(String::as_str);
        let reason = match status {
            Some("equivalent") => &usual.equivalent,
            Some("plan") => &usual.plan,
            Some("not_applicable") => &usual.not_applicable,
            _ => &usual.met,
        };
        let (verdict, reason) = (CheckVerdict::Accepted, reason.clone());
        Check { requirement: code.to_owned(), verdict, reason, due: None, ground: None }
    }

    fn declare(&self, tx: &mut Tx) -> Result<(), DemoError> {
        for (i, key) in self.story.assessors.iter().enumerate() {
            for lot in &self.lots {
                let mut said = Said::new();
                for subject in store::conflicts::subjects(tx, lot.id)? {
                    let listed = self.story.conflicts.iter().find(|c| {
                        let near = subject.party.is_empty()
                            && subject.bidder == organisation(&c.cooperative);
                        c.assessor == *key && near
                    });
                    let interest = listed.map_or(Interest::None, |c| c.declared);
                    let note = listed.map(|c| c.note.clone()).unwrap_or_default();
                    said.insert(subject.key(), (interest, note));
                }
                let at = self.after(72, 37 * i + usize::from(lot.number));
                actions::declare_conflict(tx, lot.id, &self.by(key), said, at).map_err(told)?;
            }
        }
        Ok(())
    }

    fn rule(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let bids = self.bids(tx)?;
        for (i, conflict) in self.story.conflicts.iter().enumerate() {
            let owner = organisation(&conflict.cooperative);
            let ruling = match conflict.outcome {
                Outcome::Recused => Ruling::Recused,
                Outcome::Cleared => Ruling::Harmless,
            };
            let person = PersonId::named(&conflict.assessor);
            for (_, bid, _) in bids.iter().filter(|(_, _, of)| *of == owner) {
                let (by, at) = (self.by(&conflict.ruled_by), self.after(95, 11 * i));
                let said = (ruling, conflict.ruling.clone());
                actions::rule_on_conflict(tx, (person, *bid, ""), said, &by, at).map_err(told)?;
            }
        }
        Ok(())
    }

    fn score(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let bids: BTreeMap<(u16, OrganisationId), BidId> =
            self.bids(tx)?.into_iter().map(|(lot, bid, owner)| ((lot, owner), bid)).collect();
        for (i, scored) in self.story.scores.iter().enumerate() {
            let owner = organisation(&scored.cooperative);
            let bid = *bids
                .get(&(scored.lot, owner))
                .ok_or_else(|| DemoError::content(format!("scores of no bid: {owner:?}")))?;
            for (j, mark) in scored.marks.iter().enumerate() {
                // Some days of reading, in the afternoon.
                let (day, hour) = (i / 4, i % 4);
                let hours = 120 + 24 * i64::try_from(day).unwrap_or(0);
                let minutes = 60 * hour + 13 * j;
                self.give(tx, (scored, mark), bid, self.after(hours, minutes))?;
            }
        }
        Ok(())
    }

    fn give(
        &self,
        tx: &mut Tx,
        (scored, mark): (&Scored, &Mark),
        bid: BidId,
        at: Timestamp,
    ) -> Result<(), DemoError> {
        let person = PersonId::named(&mark.assessor);
        let lot = self.lots.iter().find(|l| l.number == scored.lot);
        let lot = lot.ok_or_else(|| DemoError::content("scores on no lot"))?.id;
        let sheet = store::assignments::on_lot(tx, lot, person)?;
        let sheet = sheet.ok_or_else(|| DemoError::content("scores by nobody"))?.id;
        let change = SaveScore {
            sheet,
            by: person,
            bid,
            criterion: scored.criterion.clone(),
            grade: Some((Some(mark.grade.clone()), 0)),
            reason: Some((mark.reason.clone(), 0)),
            other: Other::Keep,
        };
        actions::save_score(tx, change, at).map_err(told)?;
        Ok(())
    }

    fn note(&self, tx: &mut Tx) -> Result<(), DemoError> {
        for (i, noted) in self.story.beside.notes.iter().enumerate() {
            let owner = organisation(&noted.cooperative);
            let bids = self.bids(tx)?;
            let bid = bids.iter().find(|(lot, _, of)| *lot == noted.lot && *of == owner);
            let lot = self.lots.iter().find(|lot| lot.number == noted.lot);
            let (Some((_, bid, _)), Some(lot)) = (bid, lot) else {
                return Err(DemoError::content("a note on no bid"));
            };
            let person = PersonId::named(&noted.assessor);
            let sheet = store::assignments::on_lot(tx, lot.id, person)?;
            let sheet = sheet.ok_or_else(|| DemoError::content("a note by nobody"))?.id;
            practice::note(tx, (&self.round, noted), (sheet, *bid), self.after(130, i))?;
        }
        Ok(())
    }

    fn lock(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let name_of = |person: PersonId| {
            let key = self.story.assessors.iter().find(|key| PersonId::named(key) == person);
            key.map(|key| self.world.name_of(key)).unwrap_or_default()
        };
        for (i, assignment) in
            store::assignments::of_round(tx, self.round.id)?.into_iter().enumerate()
        {
            let by = (assignment.person, name_of(assignment.person));
            let at = self.after(21 * 24, 17 * i);
            actions::lock_sheet(tx, assignment.id, &by, at).map_err(told)?;
        }
        Ok(())
    }
}
