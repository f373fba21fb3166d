use jiff::Timestamp;

use super::Failure;
use crate::domain::errand::Errand;
use crate::domain::exports::{ExportRefusal, ExportState, KEPT, ReadyFile, Since};
use crate::domain::ids::{ExportId, RoundId};
use crate::domain::journal::{By, Entry, sha256_hex};
use crate::store::exports::Scope;
use crate::store::{self, StoreError, Tx};

/// A list that somebody takes along, for the journal.
pub struct Taken<'t> {
    pub round: RoundId,
    /// Name of the file.
    pub file: &'t str,
    pub rows: usize,
    /// What was given.
    pub bytes: &'t [u8],
}

/// Writes down who takes which list along: nothing leaves the house without that.
pub fn note_export(
    tx: &mut Tx,
    taken: &Taken<'_>,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let entry = Entry::new(by, "exported_list", taken.file, now)
        .in_round(taken.round)
        .with("rows", taken.rows.to_string())
        .with("size", taken.bytes.len().to_string())
        .with("hash", sha256_hex(taken.bytes));
    store::journal::add(tx, &entry)
}

/// Asks for everything of a decided round as one file. It is made after the commit, by a worker; one
/// at a time is enough.
pub fn ask_export(
    tx: &mut Tx,
    (id, round): (ExportId, RoundId),
    (by, lang): (&By, &str),
    now: Timestamp,
) -> Result<(), Failure<ExportRefusal>> {
    let scope = Scope::read(tx, round, now)?;
    scope.reached().may_have(Since::Decision)?;
    if store::exports::waiting(tx, round)? {
        return Err(ExportRefusal::Busy.into());
    }
    store::exports::add(tx, (id, round), (by.0, lang), now)?;
    store::outbox::add(tx, &Errand::MakeExport { export: id }, now)?;
    let title = &scope.round.definition.title;
    let entry = Entry::new(by, "asked_complete_file", title, now).in_round(round);
    Ok(store::journal::add(tx, &entry)?)
}

/// The file is there; after a week it goes.
pub fn finish_export(tx: &mut Tx, id: ExportId, file: &ReadyFile) -> Result<(), StoreError> {
    if !store::exports::ready(tx, id, file)? {
        return Ok(());
    }
    let over = file.at.saturating_add(KEPT).unwrap_or(file.at);
    store::outbox::add(tx, &Errand::ExportOver { export: id }, over)?;
    let entry = about(tx, id, "finished_complete_file", file.at)?
        .with("files", file.files.to_string())
        .with("size", file.size.to_string())
        .with("hash", &file.hash);
    store::journal::add(tx, &entry)
}

/// Somebody takes the complete file along.
pub fn note_fetch(
    tx: &mut Tx,
    id: ExportId,
    by: &By,
    now: Timestamp,
) -> Result<ReadyFile, StoreError> {
    let (export, _) = store::exports::find(tx, id)?;
    let ExportState::Ready(file) = export.state else { return Err(StoreError::Missing) };
    let title = store::rounds::find(tx, export.round)?.definition.title;
    let entry = Entry::new(by, "fetched_complete_file", title, now)
        .in_round(export.round)
        .with("files", file.files.to_string())
        .with("size", file.size.to_string())
        .with("hash", &file.hash);
    store::journal::add(tx, &entry)?;
    Ok(file)
}

/// The file goes; answers the hash of bytes that nothing needs any more.
pub fn end_export(tx: &mut Tx, id: ExportId, now: Timestamp) -> Result<Option<String>, StoreError> {
    let (export, _) = store::exports::find(tx, id)?;
    if !store::exports::gone(tx, id, now)? {
        return Ok(None);
    }
    let entry = about(tx, id, "removed_complete_file", now)?;
    store::journal::add(tx, &entry)?;
    let ExportState::Ready(file) = export.state else { return Ok(None) };
    let needed = store::exports::shared(tx, &file.hash)?;
    Ok((!needed).then_some(file.hash))
}

/// An act of the service itself on a complete file.
fn about(tx: &mut Tx, id: ExportId, verb: &str, at: Timestamp) -> Result<Entry, StoreError> {
    let (export, by) = store::exports::find(tx, id)?;
    let title = store::rounds::find(tx, export.round)?.definition.title;
    let entry = Entry::new(&(by, String::new()), verb, title, at).in_round(export.round);
    Ok(Entry { actor: None, ..entry })
}
