//! Names of things. An id is 36 characters of a random-looking UUID, so that no id tells how many
//! there are (a running number on a bid would break the seal). Printed with its kind in front.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::Uuid;

#[derive(Debug, Error, PartialEq, Eq)]
#[error("this is not an id")]
pub struct IdError;

/// What `LotId::named(name)` and its sisters hold; `kind` is the word they are printed with.
fn named(kind: &str, name: &str) -> Uuid {
    let digest = Sha256::digest(format!("{kind}:{name}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident $kind:literal),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; 36]);

        impl $name {
            /// Randomness comes in as an argument; see `store::new_id` for the one source.
            pub fn new(uuid: Uuid) -> Self {
                let mut text = [0; 36];
                uuid.hyphenated().encode_lower(&mut text);
                Self(text)
            }

            /// An id that follows from a name, for example data: the same name, the same id.
            pub fn named(name: &str) -> Self {
                Self::new(named($kind, name))
            }

            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($kind, "-{}"), self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self::new).map_err(|_| IdError)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }
    )+ };
}

id_type! {
    PersonId "person",
    OrganisationId "organisation",
    SessionId "session",
    RoundId "round",
    LotId "lot",
    QuestionId "question",
    BidId "bid",
    SubmissionId "submission",
    AttachmentId "attachment",
    AssignmentId "assignment",
    TableId "table",
    ErrandId "errand",
    LetterId "letter",
    CommentId "comment",
    TodoId "todo",
    PartyId "party",
    VoteId "vote",
    VoterId "voter",
    StatementId "statement",
    EquivalentId "equivalent",
    ProfileFileId "profile-file",
    UploadId "upload",
    NoteId "note",
    ComplaintId "complaint",
    InquiryId "inquiry",
    InquiryFileId "inquiry-file",
    ExportId "export",
    ConsultationId "consultation",
    ItemId "item",
    MandateId "mandate",
    DrawId "draw",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_text_and_shows_its_kind() {
        let id = LotId::named("Elsbroek");
        assert_eq!(id.to_string().parse::<LotId>(), Ok(id));
        assert!(format!("{id:?}").starts_with("lot-"));
        assert_eq!("7".parse::<LotId>(), Err(IdError));
    }
}
