use jiff::Timestamp;

use super::Failure;
use crate::domain::bids::Bid;
use crate::domain::errand::{Errand, Notice};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::journal::{By, Entry, sha256_hex};
use crate::domain::review::admissibility::{Admission, AdmissionVerdict};
use crate::domain::review::rejection::{Letter, Rejection, RejectionRefusal, Signed};
use crate::domain::rounds::{Lot, Round};
use crate::store::{self, StoreError, Tx};

type About = (Bid, Lot, Round, Rejection);

/// A bid of which the refusal is proposed, as long as its round can still change.
fn proposed(tx: &mut Tx, id: BidId) -> Result<About, Failure<RejectionRefusal>> {
    let bid = store::bids::find_to_change(tx, id)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !round.is_under_review() || store::assignments::table_has_met(tx, bid.lot)? {
        return Err(RejectionRefusal::NotNow.into());
    }
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let found = store::rejections::find(tx, id)?.ok_or(RejectionRefusal::NotProposed)?;
    Ok((bid, lot, round, found))
}

/// A second person confirms: the refusal is in force, the bid leaves the review and the letter goes.
/// `seen` is the moment of the proposal from which the letter was written: when there is another one
/// since, nothing happens.
pub fn confirm_rejection(
    tx: &mut Tx,
    id: BidId,
    (seen, letter): (Timestamp, Letter),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<RejectionRefusal>> {
    let (bid, lot, round, found) = proposed(tx, id)?;
    if found.proposed.at != seen {
        return Err(RejectionRefusal::Changed.into());
    }
    let who = Signed { by: by.0, name: by.1.clone(), at: now };
    let hash = sha256_hex(letter.body.as_bytes());
    let confirmed = found.confirm(who, letter)?;
    if !store::rejections::end(tx, &confirmed)? {
        return Err(RejectionRefusal::Changed.into());
    }
    let Rejection { ground, reason, .. } = confirmed;
    let verdict = AdmissionVerdict::Refused;
    let refused = Admission { verdict, reason: reason.clone(), ground: Some(ground.clone()) };
    store::admissibility::put_admission(tx, id, &refused, by.0, now)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "confirmed_refusal", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("refusal_ground", ground)
        .with("reason", reason)
        .with("hash", hash);
    store::journal::add(tx, &entry)?;
    for (to, _) in store::letters::readers(tx, bid.cooperative)? {
        tell(tx, (Notice::RefusalLetter, id), to, now)?;
    }
    Ok(())
}

/// A second person does not agree, or who proposed it thinks better of it. The bid waits again.
pub fn return_rejection(
    tx: &mut Tx,
    id: BidId,
    reason: &str,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<RejectionRefusal>> {
    let (bid, lot, round, found) = proposed(tx, id)?;
    let who = Signed { by: by.0, name: by.1.clone(), at: now };
    let back = found.send_back(who, reason)?;
    if !store::rejections::end(tx, &back)? {
        return Err(RejectionRefusal::Changed.into());
    }
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "returned_refusal", lot.label(), now)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("reason", reason.trim());
    store::journal::add(tx, &entry)?;
    if back.proposed.by != by.0 {
        tell(tx, (Notice::RefusalReturned, id), back.proposed.by, now)?;
    }
    Ok(())
}

fn tell(
    tx: &mut Tx,
    (notice, bid): (Notice, BidId),
    to: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let errand = Errand::BidNotice { notice, bid, inquiry: None, due_at: None, to };
    store::outbox::add(tx, &errand, now)
}
