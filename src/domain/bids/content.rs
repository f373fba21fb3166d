//! What is handed in: the whole bid as one text, the same bytes for everybody who checks its hash.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::own_area::Taken;
use super::parties::handed_in::HandedParties;
use super::requirements;
use crate::domain::ids::{BidId, LotId, OrganisationId, PersonId, SubmissionId};
use crate::domain::journal::sha256_hex;
use crate::domain::money::Cents;

use super::mandate::Mandate;
use super::support::Support;

/// Section whose answers stay shut for assessors.
pub const PRICE_SECTION: &str = "price";
/// Answer with the price per unit, as typed (`29,10`); only where the round lets price count.
pub const RATE_FIELD: &str = "price.costs.rate";

/// Field names are `<section>.<question>` with a tail for questions of several parts, such as
/// `quality.requirements.Q06.status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub bid: BidId,
    pub lot: LotId,
    pub lot_number: u16,
    pub lot_name: String,
    pub cooperative: OrganisationId,
    pub cooperative_name: String,
    pub cooperative_place: String,
    pub registration: Option<String>,
    /// Hash of the publication on which the bid was made.
    pub terms: String,
    pub preference: u16,
    pub answers: BTreeMap<String, String>,
    pub attachments: Vec<ListedAttachment>,
    /// Only in a joint bid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joint: Option<HandedParties>,
    /// The vote of the members, when they voted here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
    /// Residents who said here that they support it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// The part of the lot that it takes on, where something was picked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Taken>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedAttachment {
    pub section: String,
    pub name: String,
    pub media_type: String,
    pub size: i64,
    /// SHA-256 of its bytes.
    pub hash: String,
}

impl Content {
    /// JSON with keys in a fixed order and no white space between.
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// SHA-256 of the canonical text: what the receipt shows.
    pub fn hash(&self) -> String {
        sha256_hex(self.canonical().as_bytes())
    }

    /// The answers by field.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.answers.iter().map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// Price per unit; none when the round has a fixed price.
    pub fn rate(&self) -> Option<Cents> {
        Cents::parse(self.answers.get(RATE_FIELD)?).ok()
    }

    /// What the process lead may read: everything but the price.
    pub fn without_price(mut self) -> Content {
        let shut = format!("{PRICE_SECTION}.");
        self.answers.retain(|field, _| !field.starts_with(&shut));
        self.attachments.retain(|file| file.section != PRICE_SECTION);
        self
    }

    /// What an assessor may read: no names, no price.
    pub fn for_assessor(self) -> Content {
        let mut content = self.without_price();
        content.answers.retain(|field, _| !requirements::names_somebody(field));
        content.cooperative_name.clear();
        content.cooperative_place.clear();
        content.registration = None;
        // How many parties there are tells which bid this is: declarations of interest name them.
        content.joint = None;
        // It tells which village it is.
        content.area = None;
        // Both are free text, which may name the bidder.
        if let Some(mandate) = &mut content.mandate {
            mandate.question.clear();
        }
        if let Some(support) = &mut content.support {
            support.sentences.clear();
        }
        content
    }
}

/// A submission: the content, when it came in, and who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    pub id: SubmissionId,
    pub bid: BidId,
    /// Receipt number, such as `BB-7K2M-X9QP`; says nothing about how many there are.
    pub number: String,
    pub content: Content,
    pub hash: String,
    pub by: PersonId,
    pub at: Timestamp,
}

/// What proves a submission, also one that was taken back later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub id: SubmissionId,
    pub bid: BidId,
    pub number: String,
    pub hash: String,
    pub by: PersonId,
    pub by_name: String,
    pub at: Timestamp,
    pub withdrawn: Option<Withdrawn>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub at: Timestamp,
    pub reason: String,
}
