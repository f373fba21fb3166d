//! A bid as JSON, out and in. `docs/bid-json.md` describes the format. What was handed in stands in
//! it to the byte, so that its hash can be worked out from the file.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use crate::domain::bids::Content;
use crate::domain::journal::sha256_hex;
use crate::domain::refusal::Refusal;

pub const FORMAT: &str = "buurtbod-bid";
pub const VERSION: u64 = 1;
pub const MEDIA_TYPE: &str = "application/json";
/// Bytes.
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;
/// A round asks some hundreds.
const MOST_ANSWERS: usize = 5_000;
/// So many keys that we do not know are told.
const MOST_UNKNOWN: usize = 20;

/// Says that this content was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceiptFacts {
    pub number: String,
    pub submitted_at: Timestamp,
    /// SHA-256 of the content, as its bytes stand in this file.
    pub sha256: String,
}

#[derive(Serialize)]
struct Out<'a> {
    format: &'static str,
    version: u64,
    /// None: a draft.
    receipt: Option<&'a ReceiptFacts>,
    round: &'a str,
    content: &'a RawValue,
}

/// The file; without a receipt it is a draft.
pub fn write(
    round: &str,
    content: &Content,
    receipt: Option<&ReceiptFacts>,
) -> Result<String, serde_json::Error> {
    let content = RawValue::from_string(content.canonical())?;
    let out = Out { format: FORMAT, version: VERSION, receipt, round, content: &content };
    serde_json::to_string(&out)
}

/// What a file says, as far as a new bid can use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BidFile {
    /// Of the receipt that it claims to have.
    pub number: Option<String>,
    /// SHA-256 of the content as it stands in the file.
    pub hash: String,
    pub lot_name: String,
    pub answers: BTreeMap<String, String>,
    /// Names of the files that went with it: they are not in here.
    pub files: Vec<String>,
    /// Keys that this version does not know, or does not take over.
    pub unknown: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonRefusal {
    #[error("the file is too large")]
    TooLarge,
    #[error("the file is not JSON")]
    NotJson,
    #[error("the file is not a bid")]
    NotABid,
    #[error("the file was made by a newer version")]
    Newer,
}

impl Refusal for JsonRefusal {
    fn key(&self) -> &'static str {
        match self {
            JsonRefusal::TooLarge => "bid-file-too-large",
            JsonRefusal::NotJson => "bid-file-not-json",
            JsonRefusal::NotABid => "bid-file-not-a-bid",
            JsonRefusal::Newer => "bid-file-newer",
        }
    }
}

/// Keys of the content that say whose bid it was: a new bid has its own.
const OWN: [&str; 10] = [
    "bid",
    "lot",
    "lot_number",
    "lot_name",
    "cooperative",
    "cooperative_name",
    "cooperative_place",
    "registration",
    "terms",
    "preference",
];

/// Reads a file of this format, or the bare content as the receipt page gives it.
pub fn read(bytes: &[u8]) -> Result<BidFile, JsonRefusal> {
    if bytes.len() > LARGEST_FILE {
        return Err(JsonRefusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| JsonRefusal::NotJson)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    let whole: Object<'_> = serde_json::from_str(text).map_err(|_| JsonRefusal::NotJson)?;
    if whole.get("format").is_none() && whole.get("answers").is_some() {
        return of_content(text, None, vec![]);
    }
    if whole.text("format")?.as_deref() != Some(FORMAT) {
        return Err(JsonRefusal::NotABid);
    }
    match whole.get("version").map(|raw| raw.get().parse::<u64>()) {
        Some(Ok(VERSION)) => {}
        Some(Ok(_)) => return Err(JsonRefusal::Newer),
        Some(Err(_)) | None => return Err(JsonRefusal::NotABid),
    }
    let content = whole.get("content").ok_or(JsonRefusal::NotABid)?;
    let known = ["format", "version", "receipt", "round", "content"];
    of_content(content.get(), whole.number()?, whole.others(&known))
}

fn of_content(
    text: &str,
    number: Option<String>,
    mut unknown: Vec<String>,
) -> Result<BidFile, JsonRefusal> {
    let object: Object<'_> = serde_json::from_str(text).map_err(|_| JsonRefusal::NotABid)?;
    let known: Vec<&str> = OWN.into_iter().chain(["answers", "attachments"]).collect();
    unknown.extend(object.others(&known));
    unknown.truncate(MOST_UNKNOWN);
    Ok(BidFile {
        number,
        hash: sha256_hex(text.as_bytes()),
        lot_name: object.text("lot_name")?.unwrap_or_default(),
        answers: object.answers()?,
        files: object.files()?,
        unknown,
    })
}

/// An object with its values unread, so that a deep one costs no more than a long one.
struct Object<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Object<'a> {
    fn get(&self, key: &str) -> Option<&'a RawValue> {
        self.0.get(key).copied()
    }

    fn others(&self, known: &[&str]) -> Vec<String> {
        let others = self.0.keys().filter(|key| !known.contains(&key.as_str()));
        others.take(MOST_UNKNOWN).map(|key| short(key)).collect()
    }

    fn text(&self, key: &str) -> Result<Option<String>, JsonRefusal> {
        self.get(key).map(text).transpose()
    }

    /// The number of the receipt; a draft has none.
    fn number(&self) -> Result<Option<String>, JsonRefusal> {
        match self.get("receipt").filter(|raw| raw.get() != "null") {
            None => Ok(None),
            Some(raw) => {
                let receipt: Object<'_> =
                    serde_json::from_str(raw.get()).map_err(|_| JsonRefusal::NotABid)?;
                receipt.text("number")
            }
        }
    }

    fn answers(&self) -> Result<BTreeMap<String, String>, JsonRefusal> {
        let raw = self.get("answers").ok_or(JsonRefusal::NotABid)?;
        let answers: Object<'_> =
            serde_json::from_str(raw.get()).map_err(|_| JsonRefusal::NotABid)?;
        if answers.0.len() > MOST_ANSWERS {
            return Err(JsonRefusal::TooLarge);
        }
        answers.0.into_iter().map(|(field, raw)| Ok((field, text(raw)?))).collect()
    }

    fn files(&self) -> Result<Vec<String>, JsonRefusal> {
        #[derive(Deserialize)]
        struct Listed {
            name: String,
        }
        let Some(raw) = self.get("attachments") else { return Ok(vec![]) };
        let files: Vec<Listed> =
            serde_json::from_str(raw.get()).map_err(|_| JsonRefusal::NotABid)?;
        Ok(files.into_iter().map(|file| short(&file.name)).collect())
    }
}

/// Half of a surrogate pair is no text, and is refused here with everything else that is not one.
fn text(raw: &RawValue) -> Result<String, JsonRefusal> {
    serde_json::from_str(raw.get()).map_err(|_| JsonRefusal::NotABid)
}

/// For a list on a page.
fn short(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(80).collect()
}

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = BTreeMap<String, &'de RawValue>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            /// A key that stands twice could be read in two ways.
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = BTreeMap::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    if pairs.insert(key, value).is_some() {
                        return Err(serde::de::Error::custom("a key stands twice"));
                    }
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs).map(Object)
    }
}

#[cfg(test)]
mod tests;
