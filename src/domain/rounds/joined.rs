//! Joint rounds: several municipalities buy together. One of them, the centre, owns the round, runs
//! it and decides by mandate of the others (Awb 10:1); the others take part with weights of their
//! own or with those of the round. A mandate is for one text: whatever changes, it is asked anew.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::definition::Definition;
use super::lots::LotDetails;
use super::publication::{Problem, problems};
use super::{Lot, Round, publication_hash};
use crate::domain::ids::{MandateId, OrganisationId};
use crate::domain::journal::By;
use crate::domain::refusal::Refusal;
use crate::domain::scoring::{Exact, Unit};

/// A municipality that takes part beside the centre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub municipality: OrganisationId,
    pub name: String,
    /// None: those of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Weights>,
}

/// Weights of one municipality, in the unit of the round's: points, or euros where quality is money.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// By the code of the criterion.
    pub criteria: BTreeMap<String, Exact>,
    /// Where the price earns points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Exact>,
}

/// Whose lot it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForWhom {
    /// Of all together, with the weights of the round.
    #[default]
    Together,
    /// Of the centre alone, with the weights of the round.
    Centre,
    Participant(OrganisationId),
}

impl ForWhom {
    pub fn is_together(&self) -> bool {
        *self == ForWhom::Together
    }
}

impl Weights {
    /// The weights of the round itself.
    pub fn of(definition: &Definition) -> Weights {
        let one = |c: &super::definition::Criterion| (c.code.clone(), c.weight.clone());
        Weights {
            criteria: definition.criteria.iter().map(one).collect(),
            price: definition.price.weight().cloned(),
        }
    }
}

impl Definition {
    /// The terms as they count for this lot: with the weights of the municipality whose lot it is.
    /// Whatever computes or shows a weight for a lot asks it here.
    pub fn for_lot(&self, lot: &LotDetails) -> Cow<'_, Definition> {
        match lot.for_whom {
            ForWhom::Together | ForWhom::Centre => Cow::Borrowed(self),
            ForWhom::Participant(id) => match self.participant(id) {
                Some(participant) => self.weighed_by(participant),
                None => Cow::Borrowed(self),
            },
        }
    }

    /// The terms with the weights of one municipality.
    pub fn weighed_by(&self, participant: &Participant) -> Cow<'_, Definition> {
        match &participant.weights {
            Some(own) => Cow::Owned(self.with_weights(&own.criteria, own.price.clone())),
            None => Cow::Borrowed(self),
        }
    }

    /// The municipality whose lot it is; of a lot of all together every one of them. `centre` is the
    /// name of who runs the round.
    pub fn whose(&self, lot: &LotDetails, centre: &str) -> String {
        let others = || self.participants.iter().map(|one| one.name.as_str());
        match lot.for_whom {
            ForWhom::Centre => centre.to_owned(),
            ForWhom::Participant(id) => {
                self.participant(id).map(|one| one.name.clone()).unwrap_or_default()
            }
            ForWhom::Together => {
                std::iter::once(centre).chain(others()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    pub fn participant(&self, id: OrganisationId) -> Option<&Participant> {
        self.participants.iter().find(|one| one.municipality == id)
    }

    /// Some municipality weighs in its own way.
    pub fn weights_differ(&self) -> bool {
        self.participants.iter().any(|one| one.weights.is_some())
    }
}

impl Round {
    /// The round as it is judged on this lot.
    pub fn for_lot(mut self, lot: &LotDetails) -> Round {
        if let Cow::Owned(definition) = self.definition.for_lot(lot) {
            self.definition = definition;
        }
        self
    }
}

/// What is not right about one municipality that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JoinedProblem {
    Twice,
    /// No lot is for it, and none is of all together.
    NoLot,
    /// Its weights are not those of the questions there are now.
    OtherCriteria,
    NoWeight,
    /// They are not a hundred together.
    WeightSum(Exact),
    /// It gave no mandate for the text as it is now.
    NoMandate,
}

/// Everything that is not right about who takes part, but for mandates.
pub(super) fn check(definition: &Definition, lots: &[Lot], found: &mut Vec<Problem>) {
    let common = lots.iter().any(|lot| lot.details.for_whom.is_together());
    let mut seen = BTreeSet::new();
    for one in &definition.participants {
        let own = ForWhom::Participant(one.municipality);
        let mut wrong = vec![];
        if !seen.insert(one.municipality) {
            wrong.push(JoinedProblem::Twice);
        }
        // Without any lot another problem says so.
        if !lots.is_empty() && !common && !lots.iter().any(|lot| lot.details.for_whom == own) {
            wrong.push(JoinedProblem::NoLot);
        }
        wrong.extend(one.weights.as_ref().and_then(|own| weights(own, definition)));
        found.extend(wrong.into_iter().map(|what| Problem::Joined(one.name.clone(), what)));
    }
}

fn weights(own: &Weights, definition: &Definition) -> Option<JoinedProblem> {
    let asked: BTreeSet<&String> = definition.criteria.iter().map(|c| &c.code).collect();
    let price = definition.price.weight().is_some();
    if own.criteria.keys().collect::<BTreeSet<_>>() != asked || own.price.is_some() != price {
        return Some(JoinedProblem::OtherCriteria);
    }
    let all = || own.criteria.values().chain(&own.price);
    if all().any(|weight| *weight <= Exact::zero()) {
        return Some(JoinedProblem::NoWeight);
    }
    let sum: Exact = all().sum();
    let points = definition.price.weight_unit() == Unit::Points;
    (points && sum != Exact::from(100)).then_some(JoinedProblem::WeightSum(sum))
}

/// Whether a lot names somebody who takes part.
pub(super) fn names_a_stranger(definition: &Definition, lot: &LotDetails) -> bool {
    match lot.for_whom {
        ForWhom::Together | ForWhom::Centre => false,
        ForWhom::Participant(id) => definition.participant(id).is_none(),
    }
}

/// The college of one municipality lets the centre decide, under exactly these terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    pub id: MandateId,
    pub municipality: OrganisationId,
    pub by: By,
    pub at: Timestamp,
    /// Number of the decision of the college.
    pub reference: String,
    /// The day of that decision.
    pub decided_on: Date,
    /// Hash of the text it is for; see `publication_hash`.
    pub terms: String,
    pub withdrawn: Option<Withdrawn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub at: Timestamp,
    pub reason: String,
}

impl Mandate {
    pub fn holds_for(&self, terms: &str) -> bool {
        self.withdrawn.is_none() && self.terms == terms
    }
}

/// How it stands with the mandate of one municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MandateState<'m> {
    Missing,
    Holds(&'m Mandate),
    /// The text changed since.
    Outdated(&'m Mandate),
    Withdrawn(&'m Mandate),
}

impl<'m> MandateState<'m> {
    /// `mandates` are those of a round, oldest first.
    pub fn of(mandates: &'m [Mandate], own: OrganisationId, terms: &str) -> MandateState<'m> {
        let mut newest = mandates.iter().rev().filter(|one| one.municipality == own).peekable();
        let last = newest.peek().copied();
        match (newest.find(|one| one.holds_for(terms)), last) {
            (Some(holds), _) => MandateState::Holds(holds),
            (None, Some(last)) if last.withdrawn.is_some() => MandateState::Withdrawn(last),
            (None, Some(last)) => MandateState::Outdated(last),
            (None, None) => MandateState::Missing,
        }
    }

    /// Its word in texts.
    pub fn word(self) -> &'static str {
        match self {
            MandateState::Missing => "missing",
            MandateState::Holds(_) => "holds",
            MandateState::Outdated(_) => "outdated",
            MandateState::Withdrawn(_) => "withdrawn",
        }
    }

    pub fn mandate(self) -> Option<&'m Mandate> {
        match self {
            MandateState::Missing => None,
            MandateState::Holds(one)
            | MandateState::Outdated(one)
            | MandateState::Withdrawn(one) => Some(one),
        }
    }
}

/// Who gave no mandate for this text.
pub fn without_mandate(
    definition: &Definition,
    lots: &[Lot],
    mandates: &[Mandate],
) -> Vec<Problem> {
    if definition.participants.is_empty() {
        return vec![];
    }
    let terms = publication_hash(definition, lots);
    let holds = |own: OrganisationId| {
        matches!(MandateState::of(mandates, own, &terms), MandateState::Holds(_))
    };
    let missing = definition.participants.iter().filter(|one| !holds(one.municipality));
    missing.map(|one| Problem::Joined(one.name.clone(), JoinedProblem::NoMandate)).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MandateRefusal {
    #[error("this municipality does not take part")]
    NotAsked,
    #[error("the round is published")]
    Published,
    /// Something is missing, so the text will change.
    #[error("the text is not complete")]
    Unfinished,
    /// This person read another text.
    #[error("the text changed meanwhile")]
    Changed,
    #[error("somebody gave the mandate already")]
    Given,
    #[error("the number of the decision of the college is missing")]
    NoReference,
    #[error("the college decided on a day that is still to come")]
    Future,
    #[error("there is no mandate to withdraw")]
    NoMandate,
    #[error("whoever withdraws says why")]
    NoReason,
    #[error("nobody can be asked")]
    Nobody,
    #[error("every mandate is there")]
    AllGiven,
}

impl Refusal for MandateRefusal {
    fn key(&self) -> &'static str {
        match self {
            MandateRefusal::NotAsked => "mandate-refused-not-asked",
            MandateRefusal::Published => "mandate-refused-published",
            MandateRefusal::Unfinished => "mandate-refused-unfinished",
            MandateRefusal::Changed => "mandate-refused-changed",
            MandateRefusal::Given => "mandate-refused-given",
            MandateRefusal::NoReference => "mandate-refused-no-reference",
            MandateRefusal::Future => "mandate-refused-future",
            MandateRefusal::NoMandate => "mandate-refused-no-mandate",
            MandateRefusal::NoReason => "mandate-refused-no-reason",
            MandateRefusal::Nobody => "mandate-refused-nobody",
            MandateRefusal::AllGiven => "mandate-refused-all-given",
        }
    }
}

impl Round {
    /// May this mandate be kept beside those there are? `lots` are those of the round.
    pub fn take_mandate(
        &self,
        lots: &[Lot],
        others: &[Mandate],
        new: &Mandate,
    ) -> Result<(), MandateRefusal> {
        self.is_written(lots, new.municipality, new.at)?;
        if publication_hash(&self.definition, lots) != new.terms {
            return Err(MandateRefusal::Changed);
        }
        let state = MandateState::of(others, new.municipality, &new.terms);
        if matches!(state, MandateState::Holds(_)) {
            return Err(MandateRefusal::Given);
        }
        if new.reference.trim().is_empty() {
            return Err(MandateRefusal::NoReference);
        }
        if new.decided_on > crate::domain::moments::day_of(new.at) {
            return Err(MandateRefusal::Future);
        }
        Ok(())
    }

    fn is_written(
        &self,
        lots: &[Lot],
        own: OrganisationId,
        now: Timestamp,
    ) -> Result<(), MandateRefusal> {
        if self.definition.participant(own).is_none() {
            return Err(MandateRefusal::NotAsked);
        }
        self.may_be_mandated(lots, now)
    }

    /// It is not published yet, and nothing else is missing. That a day went by is for who publishes.
    pub fn may_be_mandated(&self, lots: &[Lot], now: Timestamp) -> Result<(), MandateRefusal> {
        self.may_change().map_err(|_| MandateRefusal::Published)?;
        let mut wrong = problems(&self.definition, lots, now).into_iter();
        match wrong.all(|one| matches!(one, Problem::Past(_))) {
            true => Ok(()),
            false => Err(MandateRefusal::Unfinished),
        }
    }

    /// Takes back what stands, until the publication.
    pub fn withdraw_mandate(
        &self,
        mandate: Option<Mandate>,
        (reason, now): (&str, Timestamp),
    ) -> Result<Mandate, MandateRefusal> {
        self.may_change().map_err(|_| MandateRefusal::Published)?;
        let standing = mandate.filter(|one| one.withdrawn.is_none());
        let mandate = standing.ok_or(MandateRefusal::NoMandate)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(MandateRefusal::NoReason);
        }
        Ok(Mandate { withdrawn: Some(Withdrawn { at: now, reason }), ..mandate })
    }
}

#[cfg(test)]
mod tests;
