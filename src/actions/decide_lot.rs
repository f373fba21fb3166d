use jiff::Timestamp;

use super::Failure;
use crate::domain::decisions::{Decision, DecisionRefusal, Draft, LotFile, Verdict};
use crate::domain::ids::LotId;
use crate::domain::journal::{By, Entry};
use crate::store::{self, Tx};

/// Decides who gets a lot, or that nobody does. Until the publication a later decision takes the
/// place of this one; the journal keeps both.
pub fn decide_lot(
    tx: &mut Tx,
    lot: LotId,
    by: &By,
    draft: Draft,
    now: Timestamp,
) -> Result<(), Failure<DecisionRefusal>> {
    let round = store::rounds::find_lot(tx, lot)?.round;
    let file = store::decisions::file(tx, round)?;
    let decision = file.decide(lot, draft, by.0, now)?;
    store::decisions::put(tx, lot, &decision)?;
    let Some(of_lot) = file.lot(lot) else { return Ok(()) };
    let verb = match of_lot.decision {
        None => "decided_lot",
        Some(_) => "changed_decision",
    };
    let entry = Entry::new(by, verb, of_lot.lot.label(), now).in_round(round);
    store::journal::add(tx, &told(entry, of_lot, &decision))?;
    Ok(())
}

fn told(entry: Entry, lot: &LotFile, decision: &Decision) -> Entry {
    let entry = match decision.verdict {
        Verdict::Award(bid) => {
            entry.with("bidder", lot.entrant(bid).map(|e| e.name.clone()).unwrap_or_default())
        }
        Verdict::NoAward(ground) => entry.with("ground", ground.as_str()),
    };
    entry
        .with("reason", &decision.reasons)
        .with("advantages", &decision.advantages)
        .with("deviation", &decision.deviation)
}
