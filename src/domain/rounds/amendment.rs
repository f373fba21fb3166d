//! Amendments: the terms of a round change after publication, numbered, with a reason, and told to
//! everybody who bids. Equal treatment asks that all hear it at once and have time to react, and
//! that the heart of the award stays as it was announced (Directive 2014/24/EU art. 18 and 47(3)).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::definition::{Dates, Definition};
use super::joined::{Mandate, without_mandate};
use super::lots::LotDetails;
use super::publication::{Problem, Step, problems};
use super::sections::{Question, Section};
use super::{Lot, Phase, Publication, Round, publication_hash};
use crate::domain::accounts::words;
use crate::domain::areas::Shape;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::Exact;

/// What was published under one number: the same text that was hashed (`canonical`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Terms {
    pub definition: Definition,
    pub lots: Vec<(u16, LotDetails, Vec<Shape>)>,
}

impl Terms {
    pub fn of(definition: &Definition, lots: &[Lot]) -> Terms {
        let one = |lot: &Lot| (lot.number, lot.details.clone(), lot.shapes.clone());
        let mut lots: Vec<_> = lots.iter().map(one).collect();
        lots.sort_by_key(|(number, ..)| *number);
        Terms { definition: definition.clone(), lots }
    }

    /// The round and the lot as a bid knows them that was begun under these terms: the days and the
    /// person to ask are always those of now.
    pub fn before(self, round: Round, lot: Lot) -> (Round, Lot) {
        let details = self.lot(lot.number).cloned().unwrap_or_else(|| lot.details.clone());
        let Definition { dates, contact, .. } = round.definition;
        let definition = Definition { dates, contact, ..self.definition };
        (Round { definition, ..round }, Lot { details, ..lot })
    }

    pub fn lot(&self, number: u16) -> Option<&LotDetails> {
        self.lots.iter().find(|(own, ..)| *own == number).map(|(_, details, _)| details)
    }
}

words! {
    /// Of what there is one in a round.
    Whole {
        Title = "title",
        Summary = "summary",
        Contact = "contact",
        Remedy = "remedy",
        Price = "price",
        Rounding = "rounding",
        Threshold = "threshold",
        Ties = "ties",
        LotRule = "lot_rule",
        Scale = "scale",
        Reading = "reading",
        Meeting = "meeting",
        Costs = "costs",
        Procedure = "procedure",
        ResidentsBudget = "residents_budget",
        EntryMoments = "entry_moments",
        Grounds = "grounds",
        Letters = "letters",
        Participants = "participants",
        SelfCheck = "self_check",
    }
}

words! {
    /// Of what there are several.
    Kind {
        Lot = "lot",
        Criterion = "criterion",
        Requirement = "requirement",
        Section = "section",
        Question = "question",
    }
}

words! {
    Turn {
        Added = "added",
        Removed = "removed",
        Changed = "changed",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Moment(Timestamp),
    Day(Date),
}

/// One thing that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Whole(Whole),
    Moved { step: Step, from: When, to: When },
    Weight { name: String, from: Exact, to: Exact },
    One { kind: Kind, turn: Turn, name: String, section: Option<String> },
}

impl Difference {
    /// Does it touch what bids are judged by? Then a bidder may have chosen differently.
    pub fn is_essential(&self) -> bool {
        match self {
            Difference::Whole(whole) => match whole {
                Whole::Price
                | Whole::Rounding
                | Whole::Threshold
                | Whole::Ties
                | Whole::LotRule
                | Whole::Scale
                | Whole::Meeting
                | Whole::Procedure
                | Whole::Grounds
                | Whole::Participants => true,
                Whole::Title
                | Whole::Summary
                | Whole::Contact
                | Whole::Remedy
                | Whole::Reading
                | Whole::Costs
                | Whole::ResidentsBudget
                | Whole::EntryMoments
                | Whole::Letters
                | Whole::SelfCheck => false,
            },
            Difference::Weight { .. } => true,
            Difference::One { kind, .. } => match kind {
                Kind::Criterion | Kind::Lot => true,
                Kind::Requirement | Kind::Section | Kind::Question => false,
            },
            Difference::Moved { .. } => false,
        }
    }
}

/// What changed, in the order in which one reads the terms.
pub fn differences(old: &Terms, new: &Terms) -> Vec<Difference> {
    let mut all = wholes(&old.definition, &new.definition);
    all.extend(moved(&old.definition.dates, &new.definition.dates));
    all.extend(lots(old, new));
    let requirements = (&old.definition.requirements[..], &new.definition.requirements[..]);
    all.extend(several(Kind::Requirement, requirements, |one| (&one.code, &one.title)));
    all.extend(criteria(&old.definition, &new.definition));
    all.extend(sections(&old.definition.sections, &new.definition.sections));
    all
}

fn wholes(old: &Definition, new: &Definition) -> Vec<Difference> {
    let lot_rule = |d: &Definition| (d.lot_rule, d.lots_per_bidder);
    let differ = [
        (Whole::Title, old.title != new.title),
        (Whole::Summary, old.summary != new.summary),
        (Whole::Contact, old.contact != new.contact),
        (Whole::Remedy, old.remedy != new.remedy),
        (Whole::Price, old.price != new.price),
        (Whole::Rounding, old.rounding != new.rounding),
        (Whole::Threshold, old.threshold != new.threshold),
        (Whole::Ties, old.ties != new.ties),
        (Whole::LotRule, lot_rule(old) != lot_rule(new)),
        (Whole::Scale, old.scale != new.scale),
        (Whole::Reading, old.reading != new.reading),
        (Whole::Meeting, old.meeting != new.meeting),
        (Whole::Costs, old.costs != new.costs),
        (Whole::Procedure, old.procedure != new.procedure),
        (Whole::ResidentsBudget, old.residents_budget != new.residents_budget),
        (Whole::EntryMoments, old.entry_moments != new.entry_moments),
        (Whole::Grounds, old.grounds != new.grounds),
        (Whole::Letters, old.letter_texts != new.letter_texts),
        (Whole::Participants, old.participants != new.participants),
        (Whole::SelfCheck, old.self_check != new.self_check),
    ];
    differ.into_iter().filter(|(_, differs)| *differs).map(|(w, _)| Difference::Whole(w)).collect()
}

/// The days of a round by name.
fn days(dates: &Dates) -> [(Step, When); 6] {
    [
        (Step::QuestionsUntil, When::Moment(dates.questions_until)),
        (Step::ClosesAt, When::Moment(dates.closes_at)),
        (Step::ScoresDue, When::Day(dates.scores_due)),
        (Step::TableOn, When::Day(dates.table_on)),
        (Step::DecisionOn, When::Day(dates.decision_on)),
        (Step::StartsOn, When::Day(dates.starts_on)),
    ]
}

fn moved(old: &Dates, new: &Dates) -> Vec<Difference> {
    let pairs = days(old).into_iter().zip(days(new));
    pairs
        .filter(|((_, from), (_, to))| from != to)
        .map(|((step, from), (_, to))| Difference::Moved { step, from, to })
        .collect()
}

/// A lot is known by its number, whatever it is called.
fn lots(old: &Terms, new: &Terms) -> Vec<Difference> {
    changes(&old.lots, &new.lots, |(number, ..)| number.to_string())
        .into_iter()
        .map(|(turn, one)| single(Kind::Lot, turn, &format!("{}. {}", one.0, one.1.name)))
        .collect()
}

fn criteria(old: &Definition, new: &Definition) -> Vec<Difference> {
    let weightless = |definition: &Definition| {
        let mut all = definition.criteria.clone();
        all.iter_mut().for_each(|one| one.weight = Exact::zero());
        all
    };
    let (old_bare, new_bare) = (weightless(old), weightless(new));
    let mut all =
        several(Kind::Criterion, (&old_bare[..], &new_bare[..]), |one| (&one.code, &one.name));
    for after in &new.criteria {
        let before = old.criteria.iter().find(|one| one.code == after.code);
        if let Some(before) = before.filter(|before| before.weight != after.weight) {
            let (from, to) = (before.weight.clone(), after.weight.clone());
            all.push(Difference::Weight { name: after.name.clone(), from, to });
        }
    }
    all
}

fn sections(old: &[Section], new: &[Section]) -> Vec<Difference> {
    let bare = |sections: &[Section]| -> Vec<Section> {
        sections.iter().map(|one| Section { questions: vec![], ..one.clone() }).collect()
    };
    let (old_bare, new_bare) = (bare(old), bare(new));
    let mut all = vec![];
    for (turn, one) in changes(&old_bare, &new_bare, |one| one.code.clone()) {
        let section = (turn != Turn::Removed).then(|| one.code.clone());
        let name = one.title.clone();
        all.push(Difference::One { kind: Kind::Section, turn, name, section });
    }
    for after in new {
        let before = old.iter().find(|one| one.code == after.code);
        all.extend(before.map(|before| questions(before, after)).unwrap_or_default());
    }
    all
}

fn questions(old: &Section, new: &Section) -> Vec<Difference> {
    let key = |one: &Question| one.code.clone();
    let one = |(turn, question): (Turn, &Question)| Difference::One {
        kind: Kind::Question,
        turn,
        name: question.label.clone(),
        section: Some(new.code.clone()),
    };
    changes(&old.questions, &new.questions, key).into_iter().map(one).collect()
}

fn several<T: PartialEq>(
    kind: Kind,
    (old, new): (&[T], &[T]),
    names: impl Fn(&T) -> (&String, &String),
) -> Vec<Difference> {
    let key = |one: &T| names(one).0.clone();
    changes(old, new, key).into_iter().map(|(turn, one)| single(kind, turn, names(one).1)).collect()
}

fn single(kind: Kind, turn: Turn, name: &str) -> Difference {
    Difference::One { kind, turn, name: name.to_owned(), section: None }
}

/// Those that came or changed, in the new order, and after them those that went.
fn changes<'t, T: PartialEq>(
    old: &'t [T],
    new: &'t [T],
    key: impl Fn(&T) -> String,
) -> Vec<(Turn, &'t T)> {
    let find = |all: &'t [T], one: &T| all.iter().find(|other| key(other) == key(one));
    let turn = |one: &'t T| match find(old, one) {
        None => Some((Turn::Added, one)),
        Some(before) => (before != one).then_some((Turn::Changed, one)),
    };
    let gone = old.iter().filter(|one| find(new, one).is_none());
    new.iter().filter_map(turn).chain(gone.map(|one| (Turn::Removed, one))).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmendRefusal {
    /// Terms change only while everybody can still bid on them.
    #[error("the round takes no bids now")]
    NotOpen,
    #[error("nothing changed")]
    Nothing,
    /// Bids are made on the lots that there are.
    #[error("lots cannot come or go")]
    Lots,
    #[error("bidders must have as much time as they were promised")]
    Earlier,
    #[error("bidders are told what changed and why")]
    NoReason,
    #[error("something is missing or not right")]
    Incomplete,
    #[error("somebody else changed this")]
    Changed,
}

impl Refusal for AmendRefusal {
    fn key(&self) -> &'static str {
        match self {
            AmendRefusal::NotOpen => "amendment-refused-not-open",
            AmendRefusal::Nothing => "amendment-refused-nothing",
            AmendRefusal::Lots => "amendment-refused-lots",
            AmendRefusal::Earlier => "amendment-refused-earlier",
            AmendRefusal::NoReason => "amendment-refused-no-reason",
            AmendRefusal::Incomplete => "refusal-round-incomplete",
            AmendRefusal::Changed => "refusal-round-changed",
        }
    }
}

/// A round as it is published, and a draft of what it should become.
pub struct Amendment<'r> {
    pub round: &'r Round,
    pub lots: &'r [Lot],
    pub draft: &'r Round,
    pub draft_lots: &'r [Lot],
    /// Given for the draft: new terms need them anew.
    pub mandates: &'r [Mandate],
}

impl Amendment<'_> {
    pub fn differences(&self) -> Vec<Difference> {
        let old = Terms::of(&self.round.definition, self.lots);
        differences(&old, &Terms::of(&self.draft.definition, self.draft_lots))
    }

    /// What would keep it from being published; a day that is over and stays as it was is no fault.
    pub fn problems(&self, now: Timestamp) -> Vec<Problem> {
        let moved: Vec<Step> = moved(&self.round.definition.dates, &self.draft.definition.dates)
            .into_iter()
            .filter_map(|one| match one {
                Difference::Moved { step, .. } => Some(step),
                Difference::Whole(_) | Difference::Weight { .. } | Difference::One { .. } => None,
            })
            .collect();
        let mut all = problems(&self.draft.definition, self.draft_lots, now);
        all.retain(|one| !matches!(one, Problem::Past(step) if !moved.contains(step)));
        all.extend(without_mandate(&self.draft.definition, self.draft_lots, self.mandates));
        all
    }

    /// The round with its new terms.
    pub fn publish(&self, reason: &str, now: Timestamp) -> Result<Round, AmendRefusal> {
        let published = match &self.round.phase {
            Phase::Published(publication) if self.round.takes_bids(now) => publication,
            Phase::Draft
            | Phase::Amending(_)
            | Phase::Published(_)
            | Phase::Opened { .. }
            | Phase::Decided { .. } => return Err(AmendRefusal::NotOpen),
        };
        if reason.trim().is_empty() {
            return Err(AmendRefusal::NoReason);
        }
        let numbers = |lots: &[Lot]| -> std::collections::BTreeSet<u16> {
            lots.iter().map(|lot| lot.number).collect()
        };
        if numbers(self.lots) != numbers(self.draft_lots) {
            return Err(AmendRefusal::Lots);
        }
        let (old, new) = (&self.round.definition.dates, &self.draft.definition.dates);
        if new.closes_at < old.closes_at {
            return Err(AmendRefusal::Earlier);
        }
        if self.differences().is_empty() {
            return Err(AmendRefusal::Nothing);
        }
        if !self.problems(now).is_empty() {
            return Err(AmendRefusal::Incomplete);
        }
        let definition = self.draft.definition.clone();
        let hash = publication_hash(&definition, self.draft_lots);
        let phase = Phase::Published(Publication { at: published.at, hash });
        // An extension lasts until the terms themselves give more time.
        let extended = self.round.extended.filter(|extended| extended.closes_at > new.closes_at);
        Ok(Round { definition: definition.clone(), phase, extended, ..self.round.clone() })
    }
}

#[cfg(test)]
mod tests;
