use jiff::Timestamp;

use super::Failure;
use super::bid_entry::bid_entry;
use super::tell_cooperative::tell_cooperative;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::gaps::Meter;
use crate::domain::bids::mandate::Mandate;
use crate::domain::bids::submission::{SubmitRefusal, prefer, receipt_number};
use crate::domain::bids::support::Support;
use crate::domain::bids::{Bid, Content, HandedIn};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PersonId, SubmissionId};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, Conn, StoreError, Tx};

pub struct SubmitBid {
    pub bid: BidId,
    /// Chosen when the form was made: the same form twice is one submission.
    pub id: SubmissionId,
    /// Who signs, with the name as they typed it.
    pub by: (PersonId, String),
    /// Place of this bid in the cooperative's order of wishes.
    pub preference: u16,
    /// Of which the receipt number is made.
    pub chance: u64,
}

/// What became of it. A late attempt changes nothing, but the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    InTime(SubmissionId),
    Late,
}

/// Hands a bid in: freezes what it says now, with a receipt for everybody who signs or leads.
pub fn submit_bid(
    tx: &mut Tx,
    form: SubmitBid,
    now: Timestamp,
) -> Result<Arrival, Failure<SubmitRefusal>> {
    let bid = store::bids::find_to_change(tx, form.bid)?;
    if let Some(earlier) = store::submissions::receipt(tx, form.id)? {
        let same = earlier.bid == bid.id;
        return if same {
            Ok(Arrival::InTime(earlier.id))
        } else {
            Err(StoreError::Missing.into())
        };
    }
    let round = store::rounds::find(tx, bid.round)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let handed_in = match hand_in(tx, (&bid, &round, &lot), &form, now) {
        Ok(handed_in) => handed_in,
        Err(Failure::Refused(SubmitRefusal::Late)) => {
            store::journal::add(tx, &bid_entry((&bid, &lot), form.by, "came_late", &[], now))?;
            return Ok(Arrival::Late);
        }
        Err(other) => return Err(other),
    };
    let place = form.preference.to_string();
    let facts =
        [("number", handed_in.number.as_str()), ("hash", &handed_in.hash), ("wish", &place)];
    store::journal::add(tx, &bid_entry((&bid, &lot), form.by, "submitted_bid", &facts, now))?;
    let submission = handed_in.id;
    tell_cooperative(tx, (&bid, handed_in.by), now, |to| Errand::BidReceipt { submission, to })?;
    Ok(Arrival::InTime(submission))
}

/// Decides and saves; every rule is asked again here, whatever the page showed.
fn hand_in(
    tx: &mut Tx,
    (bid, round, lot): (&Bid, &Round, &Lot),
    form: &SubmitBid,
    now: Timestamp,
) -> Result<HandedIn, Failure<SubmitRefusal>> {
    if round.takes_bids(now) && store::terms::of_bid(tx, bid.id)?.is_behind() {
        return Err(SubmitRefusal::OldTerms.into());
    }
    let answers = store::answers::of_bid(tx, bid.id)?;
    let files = store::attachments::counts(tx, &[bid.id])?.remove(&bid.id).unwrap_or_default();
    let asked = Form::new(&round.definition, &lot.details);
    let joint = store::parties::of_bid(tx, bid.id)?;
    let meter =
        Meter::of(&asked, &answers, &files).with_parties(joint.gaps(&answers, &lot.details));
    let submitted = bid.clone().submit(round, &meter, now)?;
    let mut own = store::bids::of_cooperative(tx, bid.cooperative)?;
    own.retain(|other| other.round == bid.round);
    for moved in prefer(bid, form.preference, &own)?.into_iter().filter(|b| b.id != bid.id) {
        save(tx, &moved)?;
    }
    let submitted = Bid { preference: form.preference, ..submitted };
    save(tx, &submitted)?;
    let content = content(tx, (&submitted, round, lot), &answers, now)?;
    let handed_in = HandedIn {
        id: form.id,
        bid: bid.id,
        number: receipt_number(form.chance),
        hash: content.hash(),
        content,
        by: form.by.0,
        at: now,
    };
    store::submissions::add(tx, &handed_in)?;
    Ok(handed_in)
}

/// Somebody changed it in the meantime: trying again sees the change.
fn save(tx: &mut Tx, bid: &Bid) -> Result<(), StoreError> {
    if store::bids::save(tx, bid)? { Ok(()) } else { Err(StoreError::Busy) }
}

/// What would be handed in now, with these answers; also for whoever wants to see it on paper.
pub fn content(
    conn: &mut Conn,
    (bid, round, lot): (&Bid, &Round, &Lot),
    answers: &Answers,
    now: Timestamp,
) -> Result<Content, StoreError> {
    let cooperative = store::accounts::organisation(conn, bid.cooperative)?;
    let files = store::attachments::of_bid(conn, bid.id)?;
    let mut attachments: Vec<_> =
        files.iter().filter(|file| file.removed_at.is_none()).map(|file| file.listed()).collect();
    attachments.sort_by(|a, b| (&a.section, &a.name, &a.hash).cmp(&(&b.section, &b.name, &b.hash)));
    let area = match store::own_areas::find(conn, bid.id)? {
        Some(own) => Some(store::own_areas::ground(conn, round, lot)?.take(&own.pick)),
        None => None,
    };
    Ok(Content {
        area,
        joint: store::parties::of_bid(conn, bid.id)?.handed_in(answers, &lot.details),
        mandate: mandate(conn, bid.id, now)?,
        support: support(conn, (bid.id, lot))?,
        bid: bid.id,
        lot: lot.id,
        lot_number: lot.number,
        lot_name: lot.details.name.clone(),
        cooperative: cooperative.id,
        cooperative_name: cooperative.name,
        cooperative_place: cooperative.place,
        registration: cooperative.registration,
        terms: round.publication().map(|p| p.hash.clone()).unwrap_or_default(),
        preference: bid.preference,
        answers: Form::new(&round.definition, &lot.details).content(answers),
        attachments,
    })
}

/// The outcome of the newest vote that is closed.
fn mandate(conn: &mut Conn, bid: BidId, now: Timestamp) -> Result<Option<Mandate>, StoreError> {
    let votes = store::votes::of_bid(conn, bid)?;
    let Some(vote) = votes.iter().find(|vote| vote.closed_at(now).is_some()) else {
        return Ok(None);
    };
    let (members, count) =
        (store::votes::turnout(conn, vote.id)?.invited, store::votes::count(conn, vote)?);
    Ok(Mandate::of(vote, members, count, now))
}

/// None when residents were never asked here.
fn support(conn: &mut Conn, (bid, lot): (BidId, &Lot)) -> Result<Option<Support>, StoreError> {
    if store::support::page_of(conn, bid)?.is_none() {
        return Ok(None);
    }
    Ok(Some(Support::of(&lot.details, &store::support::of_bid(conn, bid)?)))
}
