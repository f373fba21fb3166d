//! Changing a draft, part by part. Whoever changes a part says which version of it they saw, so
//! that two people who work on different parts do not get in each other's way.

use serde::Serialize;

use super::definition::{
    Contact, Criterion, Dates, Definition, Grade, Ground, LetterTexts, PriceRule, Reading, Remedy,
    Requirement,
};
use super::joined::Participant;
use super::procedure::Route;
use super::publication::{Part, SetUpRefusal};
use super::sections::Section;
use super::self_check::SelfCheckTerms;
use super::{Phase, Round};
use crate::domain::journal::sha256_hex;
use crate::domain::scoring::{Exact, LotRule, Rounding, TieRule};
use crate::domain::tables::Meeting;

/// New content of one part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Change {
    Basics(Basics),
    Procedure(Route),
    Dates(Dates),
    Requirements(Vec<Requirement>),
    Criteria(Vec<Criterion>),
    Scale(Vec<Grade>),
    Method(PriceRule),
    Rules(Rules),
    Sections(Vec<Section>),
    Grounds(Vec<Ground>),
    Letters(LetterTexts),
    Participants(Vec<Participant>),
    SelfCheck(SelfCheckTerms),
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Basics {
    pub title: String,
    pub summary: String,
    pub contact: Contact,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rules {
    pub threshold: Option<Exact>,
    pub ties: TieRule,
    pub rounding: Rounding,
    pub lot_rule: LotRule,
    pub lots_per_bidder: Option<u16>,
    pub remedy: Remedy,
    pub reading: Reading,
    pub meeting: Meeting,
}

impl Change {
    pub fn part(&self) -> Part {
        match self {
            Change::Basics(_) => Part::Basics,
            Change::Procedure(_) => Part::Procedure,
            Change::Grounds(_) => Part::Grounds,
            Change::Letters(_) => Part::Letters,
            Change::Participants(_) => Part::Joint,
            Change::SelfCheck(_) => Part::SelfCheck,
            Change::Dates(_) => Part::Dates,
            Change::Requirements(_) => Part::Requirements,
            Change::Criteria(_) => Part::Criteria,
            Change::Scale(_) => Part::Scale,
            Change::Method(_) => Part::Method,
            Change::Rules(_) => Part::Rules,
            Change::Sections(_) => Part::Sections,
        }
    }

    /// Short name of exactly this content.
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }
}

/// Sixteen characters that change with every change of the content.
pub fn fingerprint(content: &impl Serialize) -> String {
    let json = serde_json::to_vec(content).unwrap_or_default();
    sha256_hex(&json)[..16].to_owned()
}

impl Definition {
    /// What a part holds now. Lots are kept apart.
    pub fn part(&self, part: Part) -> Option<Change> {
        Some(match part {
            Part::Basics => Change::Basics(Basics {
                title: self.title.clone(),
                summary: self.summary.clone(),
                contact: self.contact.clone(),
            }),
            Part::Procedure => Change::Procedure(self.route()),
            Part::Grounds => Change::Grounds(self.grounds.clone()),
            Part::Letters => Change::Letters(self.letter_texts.clone()),
            Part::Joint => Change::Participants(self.participants.clone()),
            Part::SelfCheck => Change::SelfCheck(self.self_check.clone()),
            Part::Dates => Change::Dates(self.dates.clone()),
            Part::Requirements => Change::Requirements(self.requirements.clone()),
            Part::Criteria => Change::Criteria(self.criteria.clone()),
            Part::Scale => Change::Scale(self.scale.clone()),
            Part::Method => Change::Method(self.price.clone()),
            Part::Rules => Change::Rules(Rules {
                threshold: self.threshold.clone(),
                ties: self.ties.clone(),
                rounding: self.rounding,
                lot_rule: self.lot_rule,
                lots_per_bidder: self.lots_per_bidder,
                remedy: self.remedy,
                reading: self.reading,
                meeting: self.meeting,
            }),
            Part::Sections => Change::Sections(self.sections.clone()),
            Part::Lots => return None,
        })
    }

    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Basics(new) => {
                self.title = new.title;
                self.summary = new.summary;
                self.contact = new.contact;
            }
            Change::Procedure(new) => self.set_route(new),
            Change::Grounds(new) => self.grounds = new,
            Change::Letters(new) => self.letter_texts = new,
            Change::Participants(new) => self.participants = new,
            Change::SelfCheck(new) => self.self_check = new,
            Change::Dates(new) => self.dates = new,
            Change::Requirements(new) => self.requirements = new,
            Change::Criteria(new) => self.criteria = new,
            Change::Scale(new) => self.scale = new,
            Change::Method(new) => self.price = new,
            Change::Sections(new) => self.sections = new,
            Change::Rules(new) => {
                self.threshold = new.threshold;
                self.ties = new.ties;
                self.rounding = new.rounding;
                self.lot_rule = new.lot_rule;
                self.lots_per_bidder = new.lots_per_bidder;
                self.remedy = new.remedy;
                self.reading = new.reading;
                self.meeting = new.meeting;
            }
        }
    }

    /// Short name of what a part holds now.
    pub fn fingerprint(&self, part: Part) -> String {
        self.part(part).map(|p| p.fingerprint()).unwrap_or_default()
    }
}

impl Round {
    /// Only a draft can be changed.
    pub fn may_change(&self) -> Result<(), SetUpRefusal> {
        match self.phase {
            Phase::Draft | Phase::Amending(_) => Ok(()),
            Phase::Published(_) => Err(SetUpRefusal::Published),
            Phase::Opened { .. } | Phase::Decided { .. } => Err(SetUpRefusal::Opened),
        }
    }

    /// Puts new content in a part, unless somebody changed it since it was `seen`.
    pub fn change(&mut self, change: Change, seen: &str) -> Result<(), SetUpRefusal> {
        self.may_change()?;
        if self.definition.fingerprint(change.part()) != seen {
            return Err(SetUpRefusal::Changed);
        }
        if let Change::Participants(new) = &change
            && new.iter().any(|one| one.municipality == self.municipality)
        {
            return Err(SetUpRefusal::OwnMunicipality);
        }
        self.definition.apply(change);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::publication::tests::round;
    use crate::domain::rounds::timeline::Timeline;
    use jiff::civil::date;

    #[test]
    fn what_a_part_holds_can_be_put_back() {
        let before = round().definition;
        let mut after = before.clone();
        for part in Part::ALL {
            if let Some(change) = before.part(*part) {
                assert_eq!(change.part(), *part);
                after.apply(change);
            }
        }
        assert_eq!(after, before);
    }

    #[test]
    fn a_change_needs_the_version_that_was_seen_of_that_part_only() {
        let mut round = round();
        let (basics, dates) =
            (round.definition.fingerprint(Part::Basics), round.definition.fingerprint(Part::Dates));
        let later = Timeline::USUAL.dates(date(2027, 6, 1));
        assert_eq!(round.change(Change::Dates(later.clone()), &dates), Ok(()));
        let again = Change::Dates(later);
        assert_eq!(round.change(again.clone(), &dates), Err(SetUpRefusal::Changed));
        assert_eq!(round.definition.fingerprint(Part::Basics), basics);
        round.phase = Phase::Published(crate::domain::rounds::Publication {
            at: "2027-06-01T10:00:00Z".parse().unwrap(),
            hash: String::new(),
        });
        let seen = round.definition.fingerprint(Part::Dates);
        assert_eq!(round.change(again, &seen), Err(SetUpRefusal::Published));
    }
}
