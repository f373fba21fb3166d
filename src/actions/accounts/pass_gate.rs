use jiff::{SignedDuration, Timestamp};

use crate::domain::accounts::throttle::{Gate, Limit};
use crate::domain::journal::sha256_hex;
use crate::store::{StoreError, Tx, throttles};

/// Somebody at a gate: the account they try, and the network address they come from.
#[derive(Clone, Debug)]
pub struct Visit {
    pub gate: Gate,
    pub account: String,
    pub address: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passage {
    Free,
    /// Too often; try again after so many minutes.
    Wait {
        minutes: i64,
    },
}

/// No window is longer than this, so older counts can go.
const LONGEST: SignedDuration = SignedDuration::from_hours(2);

/// Counts this attempt for the account and for the address. Counted before it is known whether
/// the attempt succeeds, so that many at once cannot slip through.
pub fn pass_gate(tx: &mut Tx, visit: &Visit, now: Timestamp) -> Result<Passage, StoreError> {
    throttles::forget_old(tx, now.checked_sub(LONGEST).unwrap_or(now))?;
    let account = wait(tx, &visit.account_name(), visit.gate.per_account(), now)?;
    let address = wait(tx, &visit.address_name(), visit.gate.per_address(), now)?;
    Ok(match account.max(address) {
        Some(minutes) => Passage::Wait { minutes },
        None => Passage::Free,
    })
}

fn wait(tx: &mut Tx, name: &str, limit: Limit, now: Timestamp) -> Result<Option<i64>, StoreError> {
    Ok(throttles::count(tx, name, limit, now)?.wait(limit, now))
}

impl Visit {
    /// It was the right person: the account starts afresh, the address has one attempt less.
    pub fn succeeded(&self, tx: &mut Tx) -> Result<(), StoreError> {
        throttles::forget(tx, &self.account_name())?;
        throttles::take_back(tx, &self.address_name())
    }

    /// Hashed: the table need not tell who was here.
    fn account_name(&self) -> String {
        format!("{}:account:{}", self.gate.as_str(), sha256_hex(self.account.as_bytes()))
    }

    fn address_name(&self) -> String {
        format!("{}:address:{}", self.gate.as_str(), sha256_hex(self.address.as_bytes()))
    }
}
