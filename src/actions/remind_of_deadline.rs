use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::accounts::Role;
use crate::domain::bids::Standing;
use crate::domain::bids::reminders::{Ahead, to_come};
use crate::domain::errand::Errand;
use crate::domain::ids::{BidId, PersonId, RoundId};
use crate::domain::journal::sha256_hex;
use crate::domain::rounds::{Phase, Round};
use crate::store::{self, StoreError, Tx};

/// A reminder for each moment that is still to come; whom it reaches is asked when it is due.
pub(super) fn schedule_reminders(
    tx: &mut Tx,
    round: &Round,
    now: Timestamp,
) -> Result<(), StoreError> {
    let closes_at = round.closes_at();
    for (ahead, due) in to_come(closes_at, now) {
        let errand = Errand::DeadlineNear { round: round.id, ahead, closes_at };
        store::outbox::add(tx, &errand, due)?;
    }
    Ok(())
}

/// Reminds everybody who writes a bid that is not handed in, unless the deadline moved: then its
/// own reminders come later. `secret` makes the secret of a link by which one mutes them.
pub fn remind_of_deadline(
    tx: &mut Tx,
    (round, ahead, closes_at): (RoundId, Ahead, Timestamp),
    secret: fn() -> String,
    now: Timestamp,
) -> Result<(), StoreError> {
    let round = store::rounds::find(tx, round)?;
    let current = matches!(round.phase, Phase::Published(_)) && round.closes_at() == closes_at;
    if !current || !ahead.is_due(closes_at, now) {
        return Ok(());
    }
    for (bid, cooperative, standing) in store::extensions::bids_to_tell(tx, round.id)? {
        if standing == Standing::Submitted {
            continue;
        }
        let members = store::accounts::members(tx, cooperative)?;
        let writers: BTreeSet<PersonId> =
            members.iter().filter(|m| m.role != Role::Member).map(|m| m.person).collect();
        for to in writers {
            if store::reminders::is_muted(tx, bid, to)? {
                continue;
            }
            let secret = secret();
            store::reminders::add_link(tx, &sha256_hex(secret.as_bytes()), bid, to)?;
            let errand = Errand::BidDeadline { bid, to, ahead, closes_at, secret };
            store::outbox::add(tx, &errand, now)?;
        }
    }
    Ok(())
}

/// Whether a writer still wants reminders of a bid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Remind,
    Mute,
}

/// Keeps what a writer wants, per bid. No journal entry: it is nobody's business but theirs.
pub fn wish_reminders(
    tx: &mut Tx,
    (bid, person): (BidId, PersonId),
    wish: Wish,
    now: Timestamp,
) -> Result<(), StoreError> {
    match wish {
        Wish::Mute => store::reminders::mute(tx, bid, person, now),
        Wish::Remind => store::reminders::unmute(tx, bid, person),
    }
}
