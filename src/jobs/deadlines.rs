//! Mails about a deadline: it comes near, or it moved.

use jiff::Timestamp;

use super::Worker;
use super::bids::about;
use super::errands::{ErrandError, post_from, sender};
use crate::actions;
use crate::domain::bids::Standing;
use crate::domain::bids::answers::Form;
use crate::domain::bids::gaps::Meter;
use crate::domain::bids::reminders::Ahead;
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::moments::day_of;
use crate::mail;
use crate::store::outbox::Claimed;
use crate::store::{self, Conn, StoreError};

/// Turns one reminder of a round into one for each writer whom it concerns now.
pub fn near(
    worker: &Worker,
    (round, ahead, closes_at): (RoundId, Ahead, Timestamp),
) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    let act = move |tx: &mut store::Tx| {
        actions::remind_of_deadline(tx, (round, ahead, closes_at), actions::new_secret, now)
    };
    Ok(worker.db.write_now::<_, StoreError, _>(act)?)
}

/// How far a bid is: sections that are ready, and all of them.
fn progress(conn: &mut Conn, bid: BidId, form: &Form<'_>) -> Result<(u32, u32), StoreError> {
    let answers = store::answers::of_bid(conn, bid)?;
    let files = store::attachments::counts(conn, &[bid])?.remove(&bid).unwrap_or_default();
    let meter = Meter::of(form, &answers, &files);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok((count(meter.done()), count(meter.sections.len())))
}

/// Nothing once the bid is handed in, the writer muted it, or the deadline moved.
pub fn remind(
    worker: &Worker,
    claimed: &Claimed,
    (bid, to): (BidId, PersonId),
    (ahead, closes_at, secret): (Ahead, Timestamp, &str),
) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    let found = worker.db.read_now::<_, StoreError>(|conn| {
        let about = about(conn, bid, to)?;
        let standing = store::bids::find(conn, bid)?.standing;
        let stays = about.round.closes_at() == closes_at && ahead.is_due(closes_at, now);
        let muted = store::reminders::is_muted(conn, bid, to)?;
        if standing == Standing::Submitted || muted || !stays {
            return Ok(None);
        }
        let form = Form::new(&about.round.definition, &about.lot.details);
        let progress = progress(conn, bid, &form)?;
        Ok(Some((about, progress)))
    })?;
    let Some((about, (done, total))) = found else { return Ok(()) };
    let letter = mail::BidDeadline {
        sender: sender(worker, about.lang, &about.owner.name),
        lang: about.lang,
        to: about.person.email,
        name: about.person.name,
        lot: about.lot.label(),
        left: worker.renderer.translate(about.lang, &format!("ahead-{}", ahead.as_str()), &[]),
        closes_at: worker.renderer.datetime(about.lang, closes_at),
        next: about
            .round
            .definition
            .next_entry_moment(day_of(closes_at))
            .map(|day| worker.renderer.day(about.lang, day)),
        open: total.saturating_sub(done),
        total,
        href: format!("{}/bids/{bid}", worker.public_url),
        mute: format!("{}/reminders/{secret}", worker.public_url),
    };
    post_from(worker, claimed, &about.owner, &letter)
}

/// Tells of the newest extension.
pub fn moved(
    worker: &Worker,
    claimed: &Claimed,
    round: RoundId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let (round, owner, person, extensions) = worker.db.read_now::<_, StoreError>(|conn| {
        let round = store::rounds::find(conn, round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let person = store::accounts::person_by_id(conn, to)?;
        Ok((round.clone(), owner, person, store::extensions::of_round(conn, round.id)?))
    })?;
    let Some(newest) = extensions.into_iter().next() else { return Ok(()) };
    let lang = person.lang.parse().unwrap_or_default();
    let letter = mail::DeadlineMoved {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        before: worker.renderer.datetime(lang, newest.previous),
        after: worker.renderer.datetime(lang, newest.closes_at),
        reason: newest.reason,
        href: format!("{}/rounds/{}", worker.public_url, round.id),
        round: round.definition.title,
    };
    post_from(worker, claimed, &owner, &letter)
}
