use thiserror::Error;

use super::draw::DrawRefusal;
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
    #[error("the vote lies outside the first grades and does not say why")]
    NoBallotReason,
    #[error("the remark is too long")]
    TooLong,
    #[error("the people at the table vote first")]
    VoteFirst,
    #[error("this round has no votes at the table")]
    NoVotes,
    #[error("a vote is going on")]
    VoteOpen,
    #[error("no vote is going on")]
    NoVoteOpen,
    #[error("there were as many votes as there may be")]
    NoMoreVotes,
    #[error("half of the voters or fewer voted")]
    TooFewBallots,
    #[error("only assessors who are present vote")]
    NoVoter,
    #[error("people are answering a proposal")]
    ProposalOpen,
    #[error("there is no proposal")]
    NoProposal,
    #[error("this person answered already")]
    AlreadyAnswered,
    #[error("what the minority says is missing")]
    NoMinority,
    #[error("not every question was compared across the bids")]
    NotCompared,
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
    #[error("the chair is here and runs the table")]
    ChairIsHere,
    #[error("somebody stands in for the chair already")]
    StoodIn,
    #[error("nobody stands in for the chair")]
    NobodyStandsIn,
    #[error(transparent)]
    Draw(DrawRefusal),
}

impl From<DrawRefusal> for TableRefusal {
    fn from(refusal: DrawRefusal) -> TableRefusal {
        TableRefusal::Draw(refusal)
    }
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
            TableRefusal::NoBallotReason => "refusal-table-no-ballot-reason",
            TableRefusal::TooLong => "refusal-table-too-long",
            TableRefusal::VoteFirst => "refusal-table-vote-first",
            TableRefusal::NoVotes => "refusal-table-no-votes",
            TableRefusal::VoteOpen => "refusal-table-vote-open",
            TableRefusal::NoVoteOpen => "refusal-table-no-vote-open",
            TableRefusal::NoMoreVotes => "refusal-table-no-more-votes",
            TableRefusal::TooFewBallots => "refusal-table-too-few-ballots",
            TableRefusal::NoVoter => "refusal-table-no-voter",
            TableRefusal::ProposalOpen => "refusal-table-proposal-open",
            TableRefusal::NoProposal => "refusal-table-no-proposal",
            TableRefusal::AlreadyAnswered => "refusal-table-already-answered",
            TableRefusal::NoMinority => "refusal-table-no-minority",
            TableRefusal::NotCompared => "refusal-table-not-compared",
            TableRefusal::ItemsOpen => "refusal-table-items-open",
            TableRefusal::AlreadySigned => "refusal-table-already-signed",
            TableRefusal::MayNotSign => "refusal-table-may-not-sign",
            TableRefusal::KeyHolderSits => "refusal-table-key-holder-sits",
            TableRefusal::SameKeyHolder => KeyRefusal::SamePerson.key(),
            TableRefusal::ChairIsHere => "refusal-table-chair-is-here",
            TableRefusal::StoodIn => "refusal-table-stood-in",
            TableRefusal::NobodyStandsIn => "refusal-table-nobody-stands-in",
            TableRefusal::Draw(draw) => draw.key(),
        }
    }
}
