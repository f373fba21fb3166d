use jiff::Timestamp;

use super::Failure;
use super::note_check::note_content;
use super::see_proof::can_come;
use crate::domain::bids::Bid;
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::InquiryId;
use crate::domain::journal::{By, Entry};
use crate::domain::refusal::Refusal;
use crate::domain::review::inquiry::{File, Inquiry, InquiryRefusal};
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, Tx};

/// Why an answer does not come in.
type No = Failure<InquiryRefusal>;

/// The question with its bid, as long as the bids of the round are judged or it is about a proof
/// that could wait for the award.
pub(super) fn asked(tx: &mut Tx, id: InquiryId) -> Result<(Inquiry, Bid, Lot, Round), No> {
    let inquiry = store::inquiries::find_to_change(tx, id)?;
    let bid = store::bids::find(tx, inquiry.bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !round.is_under_review() && !can_come(tx, (&bid, &round), &inquiry.about)? {
        return Err(InquiryRefusal::NotNow.into());
    }
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    Ok((inquiry, bid, lot, round))
}

/// Keeps what the bidder wrote so far. Nobody of the municipality reads it.
pub fn draft_answer(tx: &mut Tx, id: InquiryId, text: &str, now: Timestamp) -> Result<(), No> {
    let (inquiry, ..) = asked(tx, id)?;
    let drafted = inquiry.draft(text, now)?;
    Ok(store::inquiries::save(tx, &drafted)?)
}

/// Sends the answer: after that it stays as it is. Who asked hears of it.
pub fn send_answer(
    tx: &mut Tx,
    id: InquiryId,
    text: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), No> {
    let (inquiry, bid, lot, round) = asked(tx, id)?;
    let sent = inquiry.answer(text, Signed { by: by.0, name: by.1.clone(), at: now })?;
    store::inquiries::save(tx, &sent)?;
    let entry = Entry::new(by, "answered_inquiry", lot.label(), now)
        .in_round(round.id)
        .with("requirement", &sent.about)
        .with("files", sent.files.len().to_string());
    let entry = Entry { organisation: Some(bid.cooperative), sealed: true, ..entry };
    store::journal::add(tx, &entry)?;
    let errand = Errand::BidNotice {
        notice: Notice::InquiryAnswered,
        bid: bid.id,
        inquiry: Some(id),
        due_at: None,
        to: sent.asked.by,
    };
    Ok(store::outbox::add(tx, &errand, now)?)
}

/// Why a file does not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoFile {
    #[error(transparent)]
    Inquiry(InquiryRefusal),
    #[error(transparent)]
    File(FileRefusal),
}

impl Refusal for NoFile {
    fn key(&self) -> &'static str {
        match self {
            NoFile::Inquiry(why) => why.key(),
            NoFile::File(why) => why.key(),
        }
    }
}

/// Adds a file whose content is safe already. The same content twice is one file.
pub fn add_answer_file(
    tx: &mut Tx,
    id: InquiryId,
    (file, check): (File, Check),
    now: Timestamp,
) -> Result<(), Failure<NoFile>> {
    let (inquiry, ..) = asked(tx, id).map_err(|why| why.map(NoFile::Inquiry))?;
    if inquiry.files.iter().any(|one| one.file.hash == file.file.hash) {
        return Ok(());
    }
    inquiry.may_add_file(now).map_err(NoFile::Inquiry)?;
    note_content(tx, &file.file.hash, check, now).map_err(|why| why.map(NoFile::File))?;
    Ok(store::inquiries::add_file(tx, id, &file)?)
}

/// Takes a file out, as long as the answer is not sent.
pub fn remove_answer_file(
    tx: &mut Tx,
    id: InquiryId,
    hash: &str,
    now: Timestamp,
) -> Result<(), No> {
    let (inquiry, ..) = asked(tx, id)?;
    inquiry.may_answer(now)?;
    Ok(store::inquiries::remove_file(tx, id, hash)?)
}
