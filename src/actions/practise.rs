use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::review::sample::{Practice, Sample, SampleRefusal};
use crate::store::{self, StoreError, Tx};

/// Sets the sample answer of a round, as long as nobody practised on it. `sample.version` is the
/// version that the window showed; 0 for the first.
pub fn set_sample(
    tx: &mut Tx,
    round: RoundId,
    sample: Sample,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<SampleRefusal>> {
    let of = store::rounds::find(tx, round)?;
    sample.check(&of.definition)?;
    if !store::samples::names(tx, round)?.is_empty() {
        return Err(SampleRefusal::InUse.into());
    }
    let before = store::samples::find(tx, round)?;
    if before.as_ref() == Some(&sample) {
        return Ok(());
    }
    if before.map_or(0, |before| before.version) != sample.version {
        return Err(SampleRefusal::Changed.into());
    }
    let sample = Sample { version: sample.version + 1, ..sample };
    store::samples::put(tx, round, &sample, (by.0, now))?;
    let title = of.definition.title;
    store::journal::add(tx, &Entry::new(by, "set_sample", title, now).in_round(round))?;
    Ok(())
}

/// An assessor of the round judges the sample, once. Not in the journal: it counts for nothing.
pub fn practise(
    tx: &mut Tx,
    round: RoundId,
    by: PersonId,
    practice: Practice,
    now: Timestamp,
) -> Result<(), Failure<SampleRefusal>> {
    let of = store::rounds::find(tx, round)?;
    if store::samples::find(tx, round)?.is_none() {
        return Err(StoreError::Missing.into());
    }
    match store::samples::practice(tx, round, by)? {
        // The same form came twice.
        Some(before) if before == practice => return Ok(()),
        Some(_) => return Err(SampleRefusal::Done.into()),
        None => practice.check(&of.definition)?,
    }
    store::samples::add_practice(tx, (round, by), &practice, now)?;
    Ok(())
}
