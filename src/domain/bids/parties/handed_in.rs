//! The parties as they are handed in. A private part goes along as the hash of what was signed: the
//! lead keeps the file of the receipt and may not read that text in it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::super::answers::Answers;
use super::joint::Joint;
use super::statement::{Reading, Statement};
use super::work::{Grid, Hand};
use super::{Party, PartyRole, letter};
use crate::domain::ids::{OrganisationId, PartyId};
use crate::domain::rounds::lots::LotDetails;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedParties {
    pub parties: Vec<HandedPart>,
    pub work: Vec<HandedCell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedPart {
    /// `A`, `B`, …: how assessors know it.
    pub letter: String,
    pub party: PartyId,
    pub role: PartyRole,
    pub organisation: Option<OrganisationId>,
    pub name: String,
    pub reading: Reading,
    /// Empty when the party keeps it private.
    pub texts: BTreeMap<String, String>,
    pub signed_by: String,
    pub signed_at: Timestamp,
    /// SHA-256 of what was signed.
    pub signed_hash: String,
}

/// Letters of those who work somewhere; the lead has none and is `lead`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedCell {
    pub area: String,
    pub area_name: String,
    pub service: String,
    pub hands: Vec<String>,
}

impl Joint {
    /// None for a bid without parties. What is not signed does not go along; the gap meter saw to it.
    pub fn handed_in(&self, answers: &Answers, lot: &LotDetails) -> Option<HandedParties> {
        let signed: Vec<&Party> =
            self.parties.iter().filter(|party| party.signature().is_some()).collect();
        if signed.is_empty() {
            return None;
        }
        let part = |(place, party): (usize, &&Party)| part(place, party, answers);
        let letters: BTreeMap<PartyId, String> =
            signed.iter().enumerate().map(|(n, party)| (party.id, letter(n))).collect();
        let parties = signed.iter().enumerate().filter_map(part).collect();
        Some(HandedParties { parties, work: self.cells(&letters, lot) })
    }

    fn cells(&self, letters: &BTreeMap<PartyId, String>, lot: &LotDetails) -> Vec<HandedCell> {
        let grid = Grid::of(lot);
        let name = |code: &str| grid.areas.iter().find(|(area, _)| area == code);
        let letter = |hand| match hand {
            Hand::Lead => Some("lead".to_owned()),
            Hand::Party(id) => letters.get(&id).cloned(),
        };
        let cells = grid.cells().map(|cell| HandedCell {
            hands: self.hands(&cell).into_iter().filter_map(letter).collect(),
            area_name: name(&cell.area).map(|(_, name)| name.clone()).unwrap_or_default(),
            area: cell.area,
            service: cell.service,
        });
        cells.collect()
    }
}

fn part(place: usize, party: &Party, answers: &Answers) -> Option<HandedPart> {
    let signature = party.signature()?;
    let statement = Statement::of(answers, party.id);
    Some(HandedPart {
        letter: letter(place),
        party: party.id,
        role: party.role,
        organisation: party.organisation,
        name: party.name.clone(),
        reading: statement.reading,
        texts: match statement.reading {
            Reading::Shared => statement.texts,
            Reading::Private => BTreeMap::new(),
        },
        signed_by: signature.name.clone(),
        signed_at: signature.at,
        signed_hash: signature.hash.clone(),
    })
}
