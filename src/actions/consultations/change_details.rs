use jiff::Timestamp;

use super::{Done, note, tell_all};
use crate::domain::consultations::{Consultation, Detail, Details};
use crate::domain::errand::News;
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, StoreError, Tx};

/// Changes what a table is about, for who saw what it was; everybody at the table hears it. `news`
/// names this change.
pub fn change_details(
    tx: &mut Tx,
    (of, news): (ConsultationId, ItemId),
    (new, seen): (Details, String),
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    let details = table.details.change(new, &seen, (by.1.clone(), now))?;
    let table = Consultation { details, ..table };
    store::consultations::save(tx, &table)?;
    let told = told(tx, &table.details)?;
    let what: Vec<(&str, &str)> =
        told.iter().map(|(one, value)| (one.as_str(), value.as_str())).collect();
    note(tx, &table, (&by, "changed_consultation"), &what, now)?;
    Ok(tell_all(tx, of, (news, News::DetailsChanged), now)?)
}

/// What is different now, with what it became.
fn told(tx: &mut Tx, details: &Details) -> Result<Vec<(Detail, String)>, StoreError> {
    let region = store::consultations::names_of(tx, &details.region)?.join(", ");
    let value = |one: &Detail| match one {
        Detail::Title => details.title.clone(),
        Detail::Theme => details.theme.clone(),
        Detail::About => details.about.clone(),
        Detail::Region => region.clone(),
        Detail::Entry => details.entry.as_str().to_owned(),
    };
    let what = details.changed.iter().flat_map(|changed| &changed.what);
    Ok(what.map(|one| (*one, value(one))).collect())
}
