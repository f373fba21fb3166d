use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::PersonId;
use crate::domain::review::expertise::{Expertise, ExpertiseRefusal, Field, Source};
use crate::store::{self, Tx};

/// Keeps what somebody knows about, as they say it themselves. What was written down at an
/// assignment stays as it was.
pub fn save_expertise(
    tx: &mut Tx,
    person: PersonId,
    said: &[(Field, Source, String)],
    now: Timestamp,
) -> Result<(), Failure<ExpertiseRefusal>> {
    let all: Result<Vec<Expertise>, ExpertiseRefusal> = said
        .iter()
        .map(|(field, source, note)| Expertise::new(*field, (*source, note), now))
        .collect();
    Ok(store::expertise::put(tx, person, &all?)?)
}
