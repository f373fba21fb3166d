//! Reads a JSON document piece by piece, keeps the place of every fault, and goes on to find the
//! next one. Numbers are read as they are written, never through a floating point number; a key
//! that stands twice or that nobody asked for is a fault.
//!
//! Pieces stay raw text until somebody asks what they are (`RawValue`), so a document that is
//! nested a million levels deep costs no more than one that is long.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::super::exact::Exact;

/// The most faults that are reported.
const MOST_PROBLEMS: usize = 100;
/// The longest id, in bytes.
const LONGEST_ID: usize = 100;

/// One fault in the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where it is: a JSON pointer (RFC 6901), empty for the whole document.
    pub path: String,
    /// What it is, and what to do about it.
    pub message: String,
}

/// The faults of a document, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Problems {
    /// At least one; at most a hundred.
    pub errors: Vec<Problem>,
}

impl Problems {
    /// Notes a fault.
    pub fn add(&mut self, path: String, message: impl ToString) {
        if self.errors.len() < MOST_PROBLEMS {
            self.errors.push(Problem { path, message: message.to_string() });
        }
    }

    /// As the command line prints them.
    pub fn to_json(&self) -> String {
        // A list of texts always can be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A single fault.
    pub fn one(path: &str, message: impl ToString) -> Problems {
        let mut problems = Problems::default();
        problems.add(path.into(), message);
        problems
    }
}

/// The way from the root to a piece.
#[derive(Clone, Copy)]
enum Path<'p> {
    Root,
    Key(&'p Path<'p>, &'p str),
    Place(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => Ok(()),
            Path::Key(before, key) => {
                write!(f, "{before}/{}", escaped(key))
            }
            Path::Place(before, place) => write!(f, "{before}/{place}"),
        }
    }
}

/// A key as it stands in a JSON pointer.
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A piece of the document and where it stands.
#[derive(Clone, Copy)]
pub struct Node<'a, 'p> {
    raw: &'a RawValue,
    path: Path<'p>,
}

/// The raw text of a piece.
pub type Raw<'a> = &'a RawValue;

/// The version of the contract that this program speaks.
pub const VERSION: u64 = 1;

/// Reads a whole document: an object with the keys `known`, of which `of` makes what it means.
/// Every document may name its version and carry a title.
///
/// Errors: not UTF-8, not JSON, or every fault with its place.
pub fn whole<T>(
    text: &[u8],
    known: &[&str],
    of: impl FnOnce(&Fields<'_, '_>, &mut Problems) -> Option<T>,
) -> Result<T, Problems> {
    let text =
        std::str::from_utf8(text).map_err(|_| Problems::one("", "the input is not UTF-8"))?;
    let raw =
        serde_json::from_str(text).map_err(|error| Problems::one("", format!("not JSON: {error}")));
    let root = Node { raw: raw?, path: Path::Root };
    let mut problems = Problems::default();
    let read = root.fields(known, &mut problems).and_then(|fields| {
        fields.headed(&mut problems);
        of(&fields, &mut problems)
    });
    match read {
        Some(read) if problems.errors.is_empty() => Ok(read),
        Some(_) | None => Err(problems),
    }
}

impl<'a> Node<'a, '_> {
    /// Where this piece stands.
    pub fn path(&self) -> String {
        self.path.to_string()
    }

    /// Notes a fault in this piece.
    pub fn fault(&self, problems: &mut Problems, message: impl ToString) {
        problems.add(self.path(), message);
    }

    /// Whether this piece is `null`.
    pub fn is_null(&self) -> bool {
        self.raw.get() == "null"
    }

    /// Whether this piece is a list.
    pub fn is_list(&self) -> bool {
        self.raw.get().starts_with('[')
    }

    /// Whether this piece is an object.
    pub fn is_object(&self) -> bool {
        self.raw.get().starts_with('{')
    }

    /// Reads the piece as `T`, or notes what was expected.
    fn read<T: Deserialize<'a>>(&self, expected: &str, problems: &mut Problems) -> Option<T> {
        let read = serde_json::from_str(self.raw.get());
        read.map_err(|_| self.fault(problems, format!("expected {expected}"))).ok()
    }

    /// A number as it is written, with or without quotes.
    pub fn number(&self, problems: &mut Problems) -> Option<Exact> {
        let raw = self.raw.get();
        let text = match raw.as_bytes().first() {
            Some(b'"') => self.read::<Cow<'_, str>>("a number", problems)?,
            Some(b'-' | b'0'..=b'9') => Cow::Borrowed(raw),
            _ => {
                self.fault(problems, "expected a number such as 4, 0.25 or \"2/3\"");
                return None;
            }
        };
        text.parse().map_err(|error| self.fault(problems, error)).ok()
    }

    /// A whole number from 0 to `most`.
    pub fn count(&self, most: u64, problems: &mut Problems) -> Option<u64> {
        let number = self.number(problems)?;
        let whole = number.to_string().parse().ok().filter(|whole| *whole <= most);
        if whole.is_none() {
            self.fault(problems, format!("expected a whole number from 0 to {most}"));
        }
        whole
    }

    /// A text.
    pub fn text(&self, problems: &mut Problems) -> Option<Cow<'a, str>> {
        self.read("a text in quotes", problems)
    }

    /// A name: a text that is not empty, not too long and has no control characters.
    pub fn id(&self, problems: &mut Problems) -> Option<String> {
        let id = self.text(problems)?.into_owned();
        if id.trim().is_empty() || id.len() > LONGEST_ID || id.chars().any(char::is_control) {
            self.fault(problems, format!("expected a name of 1 to {LONGEST_ID} bytes on one line"));
            return None;
        }
        Some(id)
    }

    /// Yes or no.
    pub fn flag(&self, problems: &mut Problems) -> Option<bool> {
        self.read("true or false", problems)
    }

    /// One of the words of a table.
    pub fn word<T: Copy>(&self, words: &[(&str, T)], problems: &mut Problems) -> Option<T> {
        let word = self.text(problems)?;
        let found = words.iter().find(|(name, _)| *name == word).map(|(_, meant)| *meant);
        if found.is_none() {
            let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
            self.fault(problems, format!("expected one of {}", names.join(", ")));
        }
        found
    }

    /// The items of a list with at most `most` of them.
    pub fn list(&self, most: usize, problems: &mut Problems) -> Option<Vec<Raw<'a>>> {
        let List(items) = self.read("a list", problems)?;
        if items.len() > most {
            self.fault(problems, format!("at most {most} are allowed here"));
            return None;
        }
        Some(items)
    }

    /// An item of this list.
    pub fn item<'b>(&'b self, place: usize, raw: Raw<'a>) -> Node<'a, 'b> {
        Node { raw, path: Path::Place(&self.path, place) }
    }

    /// The value of a key of this object.
    pub fn under<'b>(&'b self, key: &'b str, raw: Raw<'a>) -> Node<'a, 'b> {
        Node { raw, path: Path::Key(&self.path, key) }
    }

    /// The keys of an object with at most `most` of them. A key that stands twice is noted.
    pub fn object(&self, most: usize, problems: &mut Problems) -> Option<Vec<(String, Raw<'a>)>> {
        let Object(members) = self.read("an object with keys and values", problems)?;
        if members.len() > most {
            self.fault(problems, format!("at most {most} keys are allowed here"));
            return None;
        }
        let mut seen = BTreeSet::new();
        for (key, raw) in &members {
            if !seen.insert(key) {
                self.under(key, raw).fault(problems, "this key stands here twice");
            }
        }
        Some(members)
    }

    /// The keys of an object of which all are known. Others are noted, with the known ones.
    pub fn fields<'b>(&'b self, known: &[&str], problems: &mut Problems) -> Option<Fields<'a, 'b>> {
        let members = self.object(MOST_PROBLEMS, problems)?;
        for (key, raw) in &members {
            if !known.contains(&key.as_str()) {
                let message = format!("there is no such key here, only {}", known.join(", "));
                self.under(key, raw).fault(problems, message);
            }
        }
        Some(Fields { path: &self.path, members })
    }
}

/// The keys of one object.
pub struct Fields<'a, 'p> {
    path: &'p Path<'p>,
    members: Vec<(String, Raw<'a>)>,
}

impl<'a> Fields<'a, '_> {
    /// Checks the version and the title that a document may have.
    fn headed(&self, problems: &mut Problems) {
        if let Some(version) = self.get("version")
            && version.count(u64::MAX, problems) != Some(VERSION)
        {
            version.fault(problems, format!("this program speaks version {VERSION}"));
        }
        self.get("title").and_then(|title| title.text(problems));
    }

    /// The value of a key, if it is there and not `null`.
    pub fn get<'b>(&'b self, key: &'b str) -> Option<Node<'a, 'b>> {
        let (_, raw) = self.members.iter().find(|(name, _)| name == key)?;
        let node = Node { raw, path: Path::Key(self.path, key) };
        (!node.is_null()).then_some(node)
    }

    /// The value of a key that must be there.
    pub fn need<'b>(&'b self, key: &'b str, problems: &mut Problems) -> Option<Node<'a, 'b>> {
        let found = self.get(key);
        if found.is_none() {
            problems.add(Path::Key(self.path, key).to_string(), "this key is missing");
        }
        found
    }

    /// A number that must be there.
    pub fn number(&self, key: &str, problems: &mut Problems) -> Option<Exact> {
        self.need(key, problems)?.number(problems)
    }

    /// A number that may be there.
    pub fn some_number(&self, key: &str, problems: &mut Problems) -> Option<Exact> {
        self.get(key)?.number(problems)
    }
}

/// The most pieces that are kept of a list or object; more than any limit, so that too many are
/// noticed and never held.
const MOST_PIECES: usize = 200_000;

struct List<'a>(Vec<Raw<'a>>);

impl<'de> Deserialize<'de> for List<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items;
        impl<'de> Visitor<'de> for Items {
            type Value = List<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<List<'de>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = from.next_element()? {
                    items.push(item);
                    if items.len() == MOST_PIECES {
                        while from.next_element::<IgnoredAny>()?.is_some() {}
                        break;
                    }
                }
                Ok(List(items))
            }
        }
        deserializer.deserialize_seq(Items)
    }
}

struct Object<'a>(Vec<(String, Raw<'a>)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;
        impl<'de> Visitor<'de> for Members {
            type Value = Object<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Object<'de>, A::Error> {
                let mut members: Vec<(String, Raw<'de>)> = Vec::new();
                while let Some(member) = from.next_entry()? {
                    members.push(member);
                    if members.len() == MOST_PIECES {
                        return Err(A::Error::custom("too many keys"));
                    }
                }
                Ok(Object(members))
            }
        }
        deserializer.deserialize_map(Members)
    }
}
