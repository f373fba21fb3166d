//! The journal: every act as actor, verb, object, time and particulars, chained by hashes so that
//! a changed, inserted or removed row shows.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::ids::{OrganisationId, PersonId, RoundId};

/// One act, before it has a place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub at: Timestamp,
    pub actor: Option<PersonId>,
    /// Name as it was then; a person may be renamed or erased later.
    pub actor_name: String,
    /// A word of the trade: `submitted_bid`. The page makes a sentence of it.
    pub verb: String,
    /// What it was done to, in words people know: `Perceel 6: Elsbroek`.
    pub object: String,
    pub round: Option<RoundId>,
    /// The cooperative whose bid it concerns.
    pub organisation: Option<OrganisationId>,
    /// Hidden from the municipality until the bids of the round are opened.
    pub sealed: bool,
    pub particulars: BTreeMap<String, String>,
}

/// An act in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub seq: i64,
    pub entry: Entry,
    pub previous: String,
    pub hash: String,
}

/// Hash that stands before the first row.
pub const START: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[derive(Serialize, Deserialize)]
struct Hashed<'a> {
    seq: i64,
    at: i64,
    actor: Option<String>,
    actor_name: &'a str,
    verb: &'a str,
    object: &'a str,
    round: Option<String>,
    organisation: Option<String>,
    sealed: bool,
    #[serde(borrow)]
    particulars: BTreeMap<&'a str, &'a str>,
    previous: &'a str,
}

/// What a cooperative does among itself while it writes. The municipality never reads these acts,
/// not even when the bids are open.
pub const INNER: [&str; 12] = [
    "wrote_comment",
    "took_back_comment",
    "resolved_comments",
    "reopened_comments",
    "asked_todo",
    "finished_todo",
    "reopened_todo",
    "invited_party",
    "removed_party",
    "joined_bid",
    "saved_work",
    "chose_shared",
];

/// Who acts: the person and the name as it is now.
pub type By = (PersonId, String);

impl Entry {
    /// An act that is no secret, on a thing that people know by this name.
    pub fn new(by: &By, verb: &str, object: impl Into<String>, at: Timestamp) -> Entry {
        Entry {
            at,
            actor: Some(by.0),
            actor_name: by.1.clone(),
            verb: verb.to_owned(),
            object: object.into(),
            round: None,
            organisation: None,
            sealed: false,
            particulars: BTreeMap::new(),
        }
    }

    pub fn in_round(self, round: RoundId) -> Entry {
        Entry { round: Some(round), ..self }
    }

    pub fn with(mut self, what: &str, value: impl Into<String>) -> Entry {
        self.particulars.insert(what.to_owned(), value.into());
        self
    }

    /// SHA-256 over the row as JSON with keys in this fixed order, lower-case hexadecimal.
    pub fn hash(&self, seq: i64, previous: &str) -> String {
        let hashed = Hashed {
            seq,
            at: self.at.as_microsecond(),
            actor: self.actor.map(String::from),
            actor_name: &self.actor_name,
            verb: &self.verb,
            object: &self.object,
            round: self.round.map(String::from),
            organisation: self.organisation.map(String::from),
            sealed: self.sealed,
            particulars: self.particulars.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect(),
            previous,
        };
        let json = serde_json::to_vec(&hashed).unwrap_or_default();
        sha256_hex(&json)
    }
}

pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Where a chain breaks, and how.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    #[error("row {seq}: a row before it is missing")]
    Gap { seq: i64 },
    #[error("row {seq}: it does not follow the row before it")]
    Link { seq: i64 },
    #[error("row {seq}: its content was changed")]
    Content { seq: i64 },
}

/// Follows a chain row by row, so that a long journal need not fit in memory.
#[derive(Debug)]
pub struct Verifier {
    seq: i64,
    hash: String,
}

impl Default for Verifier {
    fn default() -> Verifier {
        Verifier { seq: 0, hash: START.to_owned() }
    }
}

impl Verifier {
    pub fn next(&mut self, row: &Row) -> Result<(), Break> {
        if row.seq != self.seq + 1 {
            return Err(Break::Gap { seq: row.seq });
        }
        if row.previous != self.hash {
            return Err(Break::Link { seq: row.seq });
        }
        if row.entry.hash(row.seq, &row.previous) != row.hash {
            return Err(Break::Content { seq: row.seq });
        }
        self.seq = row.seq;
        self.hash.clone_from(&row.hash);
        Ok(())
    }

    /// Rows followed so far, and the hash of the last.
    pub fn end(&self) -> (i64, &str) {
        (self.seq, &self.hash)
    }
}
