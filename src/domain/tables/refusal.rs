use thiserror::Error;

use crate::domain::refusal::Refusal;
use crate::domain::review::keys::KeyRefusal;

/// Why the table cannot do this now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TableRefusal {
    #[error("an assessor has not locked the scores yet")]
    NotAllLocked,
    #[error("no bid is admitted on this lot")]
    NoBids,
    #[error("the admission of a bid is not decided")]
    AdmissionOpen,
    #[error("scoring stands still for a while")]
    Paused,
    #[error("nobody can chair this table")]
    NoChair,
    #[error("this lot has a table already")]
    AlreadyOpen,
    #[error("the table has another phase now")]
    OtherPhase,
    #[error("somebody else changed this item first")]
    Changed,
    #[error("there is no such item")]
    UnknownItem,
    #[error("not enough people are present")]
    NoQuorum,
    #[error("there is no seat for this person")]
    NoSeat,
    #[error("this person is not present")]
    NotPresent,
    #[error("the grades of this item are not shown yet")]
    NotRevealed,
    #[error("this item has a grade of the table already")]
    AlreadyFixed,
    #[error("this item has no grade of the table")]
    NotFixed,
    #[error("this grade is not on the scale")]
    NotOnScale,
    #[error("a reason in words is missing")]
    NoReason,
    #[error("the grade lies outside the first grades and it is not said why")]
    OutsideRange,
    #[error("some items have no grade of the table yet")]
    ItemsOpen,
    #[error("this person signed already")]
    AlreadySigned,
    #[error("only the chair and assessors sign")]
    MayNotSign,
    #[error("who sits at the table cannot hold a key")]
    KeyHolderSits,
    #[error("the same person cannot turn both keys")]
    SameKeyHolder,
}

impl From<KeyRefusal> for TableRefusal {
    fn from(refusal: KeyRefusal) -> TableRefusal {
        match refusal {
            KeyRefusal::SamePerson => TableRefusal::SameKeyHolder,
        }
    }
}

impl Refusal for TableRefusal {
    fn key(&self) -> &'static str {
        match self {
            TableRefusal::NotAllLocked => "refusal-table-not-all-locked",
            TableRefusal::NoBids => "refusal-table-no-bids",
            TableRefusal::AdmissionOpen => "refusal-table-admission-open",
            TableRefusal::Paused => "refusal-table-paused",
            TableRefusal::NoChair => "refusal-table-no-chair",
            TableRefusal::AlreadyOpen => "refusal-table-already-open",
            TableRefusal::OtherPhase => "refusal-table-other-phase",
            TableRefusal::Changed => "refusal-table-changed",
            TableRefusal::UnknownItem => "refusal-table-unknown-item",
            TableRefusal::NoQuorum => "refusal-table-no-quorum",
            TableRefusal::NoSeat => "refusal-table-no-seat",
            TableRefusal::NotPresent => "refusal-table-not-present",
            TableRefusal::NotRevealed => "refusal-table-not-revealed",
            TableRefusal::AlreadyFixed => "refusal-table-already-fixed",
            TableRefusal::NotFixed => "refusal-table-not-fixed",
            TableRefusal::NotOnScale => "refusal-table-not-on-scale",
            TableRefusal::NoReason => "refusal-table-no-reason",
            TableRefusal::OutsideRange => "refusal-table-outside-range",
            TableRefusal::ItemsOpen => "refusal-table-items-open",
            TableRefusal::AlreadySigned => "refusal-table-already-signed",
            TableRefusal::MayNotSign => "refusal-table-may-not-sign",
            TableRefusal::KeyHolderSits => "refusal-table-key-holder-sits",
            TableRefusal::SameKeyHolder => KeyRefusal::SamePerson.key(),
        }
    }
}
