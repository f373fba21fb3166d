//! All parties of one bid with what they do and read.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::answers::Answers;
use super::super::content::PRICE_SECTION;
use super::statement::{Reading, Statement};
use super::work::{Cell, Hand, Work};
use super::{Party, PartyRefusal, PartyRole};
use crate::domain::ids::{OrganisationId, PartyId};
use crate::domain::journal::sha256_hex;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joint {
    /// In the order in which they were invited; also those that left.
    pub parties: Vec<Party>,
    pub board: Board,
    /// Number of the terms on which the bid is made.
    pub terms: i32,
}

/// What the lead decides for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    pub work: Work,
    /// Sections that the parties do not read.
    pub kept: BTreeSet<String>,
    /// 0 before the first save.
    pub version: i32,
}

impl Default for Board {
    /// Until the lead says something else, the price is its own business.
    fn default() -> Board {
        let kept = BTreeSet::from([PRICE_SECTION.to_owned()]);
        Board { work: Work::default(), kept, version: 0 }
    }
}

/// What a signature covers, nothing more and nothing less.
#[derive(Serialize)]
struct Covered<'a> {
    party: PartyId,
    terms: i32,
    organisation: Option<OrganisationId>,
    name: &'a str,
    role: PartyRole,
    reading: Reading,
    texts: &'a std::collections::BTreeMap<String, String>,
    work: Vec<Cell>,
}

impl Joint {
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    pub fn active(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| party.is_active())
    }

    pub fn is_joint(&self) -> bool {
        self.active().next().is_some()
    }

    /// The party for which the members of this organisation read and write.
    pub fn of_organisation(&self, organisation: OrganisationId) -> Option<&Party> {
        self.parties.iter().find(|party| party.member() == Some(organisation))
    }

    /// SHA-256 of everything that a signature of this party covers: who it is, on which terms, what
    /// it wrote, who may read that, and its row of the matrix.
    pub fn covered(&self, party: &Party, answers: &Answers) -> String {
        let statement = Statement::of(answers, party.id);
        let covered = Covered {
            party: party.id,
            terms: self.terms,
            organisation: party.organisation,
            name: &party.name,
            role: party.role,
            reading: statement.reading,
            texts: &statement.texts,
            work: self.board.work.of(party.id),
        };
        sha256_hex(serde_json::to_string(&covered).unwrap_or_default().as_bytes())
    }

    /// Can this party be signed for now?
    pub fn is_finished(&self, party: &Party, answers: &Answers) -> bool {
        Statement::of(answers, party.id).missing().is_empty()
            && !self.board.work.of(party.id).is_empty()
    }

    /// Signatures that no longer fit what they were given for, taken away.
    pub fn unfit(&self, answers: &Answers) -> Vec<Party> {
        let unfit = |party: &Party| party.clone().unsign(&self.covered(party, answers));
        self.parties.iter().filter_map(unfit).collect()
    }

    /// May this organisation take a place here? Neither the lead nor who is in already.
    pub fn may_join(
        &self,
        organisation: OrganisationId,
        lead: OrganisationId,
    ) -> Result<(), PartyRefusal> {
        if organisation == lead {
            return Err(PartyRefusal::OwnOrganisation);
        }
        match self.of_organisation(organisation) {
            Some(_) => Err(PartyRefusal::AlreadyIn),
            None => Ok(()),
        }
    }

    /// Who works in this cell: the lead, then the parties in their order.
    pub fn hands(&self, cell: &Cell) -> Vec<Hand> {
        let parties = self.active().map(|party| Hand::Party(party.id));
        let all = std::iter::once(Hand::Lead).chain(parties);
        all.filter(|hand| self.board.work.has(cell, *hand)).collect()
    }

    /// Does this hand belong to somebody who can still work?
    pub fn has(&self, hand: Hand) -> bool {
        match hand {
            Hand::Lead => true,
            Hand::Party(id) => self.party(id).is_some_and(Party::is_active),
        }
    }
}
