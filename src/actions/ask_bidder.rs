use jiff::{SignedDuration, Timestamp};

use super::Failure;
use super::check_requirement::under_review;
use super::see_proof::can_come;
use super::tell_cooperative::leaders_of;
use crate::domain::bids::Bid;
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::{BidId, InquiryId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::admissibility::{AdmissibilityRefusal, AdmissionVerdict};
use crate::domain::review::inquiry::{self, Inquiry, InquiryKind, InquiryRefusal};
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

/// The reminder comes so long before the time is over.
const REMIND: SignedDuration = SignedDuration::from_hours(48);

/// A question for one bidder about its opened bid.
pub struct AskBidder {
    /// Comes with the form: the same form twice is one question.
    pub id: InquiryId,
    pub bid: BidId,
    pub kind: InquiryKind,
    /// Code of the requirement or of the criterion.
    pub about: String,
    pub question: String,
    pub due_at: Timestamp,
    /// The assessor who wonders, for a clarification.
    pub on_behalf: Option<PersonId>,
}

/// Asks a supplement or a clarification. The bidder hears it by mail, and again before the time is
/// over.
pub fn ask_bidder(
    tx: &mut Tx,
    new: AskBidder,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<InquiryRefusal>> {
    let (about, late) = asked_about(tx, &new)?;
    let (bid, lot, round) = &about;
    let earlier = store::inquiries::of_bid(tx, bid.id)?;
    if earlier.iter().any(|one| one.id == new.id) {
        return Ok(());
    }
    inquiry::may_ask(new.kind, &new.about, &round.definition)?;
    if late == Late::No {
        undecided(tx, (bid, new.kind))?;
    }
    let on_behalf = match new.on_behalf {
        Some(person) => Some(assessor(tx, lot, person)?),
        None => None,
    };
    let asked = Signed { by: by.0, name: by.1.clone(), at: now };
    let inquiry = inquiry::ask(
        Inquiry {
            id: new.id,
            bid: bid.id,
            kind: new.kind,
            about: new.about,
            question: new.question,
            asked,
            on_behalf,
            due_at: new.due_at,
            extension: None,
            answer: String::new(),
            files: vec![],
            answered: None,
            ending: None,
        },
        &earlier,
    )?;
    store::inquiries::add(tx, &inquiry)?;
    store::journal::add(tx, &asked_entry(&about, &inquiry, by))?;
    let notice = match inquiry.kind {
        InquiryKind::Supplement => Notice::SupplementAsked,
        InquiryKind::Clarification => Notice::ClarificationAsked,
    };
    Ok(tell(tx, (bid, &inquiry), notice, now)?)
}

/// What a question is about, with all around it.
type About = (Bid, Lot, Round);

/// A proof that could wait for the award is asked after the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Late {
    No,
    Proof,
}

/// The bid that is asked, as long as its admission is judged or this proof of it can come.
fn asked_about(tx: &mut Tx, new: &AskBidder) -> Result<(About, Late), Failure<InquiryRefusal>> {
    let bid = store::bids::find_to_change(tx, new.bid)?;
    let round = store::rounds::find(tx, bid.round)?;
    if new.kind == InquiryKind::Supplement && can_come(tx, (&bid, &round), &new.about)? {
        let lot = store::rounds::find_lot(tx, bid.lot)?;
        return Ok(((bid, lot, round), Late::Proof));
    }
    let judged = under_review(tx, new.bid).map_err(|why| why.map(no))?;
    Ok((judged, Late::No))
}

fn no(why: AdmissibilityRefusal) -> InquiryRefusal {
    match why {
        AdmissibilityRefusal::LetterSent => InquiryRefusal::BidDecided,
        _ => InquiryRefusal::NotNow,
    }
}

/// A supplement comes before the decision about the bid, a clarification after it or before.
fn undecided(tx: &mut Tx, (bid, kind): (&Bid, InquiryKind)) -> Result<(), Failure<InquiryRefusal>> {
    let decided = store::admissibility::admission(tx, bid.id)?.map(|given| given.what.verdict);
    let proposed = store::rejections::find(tx, bid.id)?.is_some_and(|one| one.is_proposed());
    match (kind, decided) {
        (_, Some(AdmissionVerdict::Refused)) => Err(InquiryRefusal::BidDecided.into()),
        (InquiryKind::Supplement, Some(_)) => Err(InquiryRefusal::BidDecided.into()),
        _ if proposed => Err(InquiryRefusal::BidDecided.into()),
        _ => Ok(()),
    }
}

/// Name of who assesses this lot.
fn assessor(tx: &mut Tx, lot: &Lot, person: PersonId) -> Result<String, Failure<InquiryRefusal>> {
    match store::assignments::on_lot(tx, lot.id, person)? {
        Some(_) => Ok(store::accounts::person_by_id(tx, person)?.name),
        None => Err(InquiryRefusal::NotThis.into()),
    }
}

/// The bidder reads this too, so it does not say which assessor wonders.
fn asked_entry((bid, lot, round): &(Bid, Lot, Round), inquiry: &Inquiry, by: &By) -> Entry {
    let verb = match inquiry.kind {
        InquiryKind::Supplement => "asked_supplement",
        InquiryKind::Clarification => "asked_clarification",
    };
    let entry = Entry::new(by, verb, lot.label(), inquiry.asked.at)
        .in_round(round.id)
        .with("requirement", &inquiry.about)
        .with("question", &inquiry.question)
        .with("due", inquiry.due_at.to_string());
    Entry { organisation: Some(bid.cooperative), sealed: true, ..entry }
}

/// A mail now, and one before the time is over if that is far enough away.
pub(super) fn tell(
    tx: &mut Tx,
    (bid, inquiry): (&Bid, &Inquiry),
    notice: Notice,
    now: Timestamp,
) -> Result<(), StoreError> {
    let reminder = inquiry.due_at.saturating_sub(REMIND).unwrap_or(now);
    for to in leaders_of(tx, bid.cooperative)? {
        let errand = |notice| Errand::BidNotice {
            notice,
            bid: bid.id,
            inquiry: Some(inquiry.id),
            due_at: Some(inquiry.due_at),
            to,
        };
        store::outbox::add(tx, &errand(notice), now)?;
        if reminder > now {
            store::outbox::add(tx, &errand(Notice::InquiryReminder), reminder)?;
        }
    }
    Ok(())
}
