use jiff::Timestamp;

use crate::actions::Failure;
use crate::domain::accounts::documents::{MOST_FILES, ProfileFile};
use crate::domain::accounts::profile::{ProfileProblem, Told};
use crate::domain::bids::attachments::FileRefusal;
use crate::domain::ids::{OrganisationId, ProfileFileId};
use crate::domain::journal::{By, Entry};
use crate::store::{self, StoreError, Tx};

/// Saves what a cooperative tells about itself, unless somebody else did since `seen`. A number that
/// stays the same keeps what the register said about it.
pub fn change_profile(
    tx: &mut Tx,
    id: OrganisationId,
    (mut told, seen): (Told, i32),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<ProfileProblem>> {
    let organisation = store::accounts::organisation(tx, id)?;
    let number = told.number.map(String::from);
    if told.profile.registered.is_none() {
        let (before, _) = store::profiles::find(tx, id)?;
        told.profile.registered =
            before.registered.filter(|known| Some(&known.number) == number.as_ref());
    }
    if !store::profiles::save(tx, id, (&told.profile, seen), by.0, now)? {
        return Err(ProfileProblem::Changed.into());
    }
    let legal_form = told.legal_form.map(|form| form.as_str());
    let legal_form = legal_form.or(organisation.legal_form.as_deref());
    store::profiles::set_registration(tx, id, legal_form, number.as_deref())?;
    note(tx, (id, by), "changed_profile", &organisation.name, now)?;
    Ok(())
}

/// Adds a document whose content is already safe on disk.
pub fn add_profile_file(
    tx: &mut Tx,
    file: &ProfileFile,
    by: &By,
) -> Result<(), Failure<FileRefusal>> {
    let files = store::profiles::files(tx, file.organisation)?;
    if files.iter().filter(|f| f.removed_at.is_none()).count() >= MOST_FILES {
        return Err(FileRefusal::TooMany.into());
    }
    store::profiles::add_file(tx, file, by.0)?;
    note(tx, (file.organisation, by), "added_profile_file", &file.name, file.added_at)?;
    Ok(())
}

/// Takes a document out of the profile; bids that use it keep their own.
pub fn remove_profile_file(
    tx: &mut Tx,
    ids: (OrganisationId, ProfileFileId),
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let file = find(tx, ids)?;
    store::profiles::set_file_removed(tx, ids.1, Some(now))?;
    note(tx, (ids.0, by), "removed_profile_file", &file.name, now)
}

/// Puts a document back.
pub fn restore_profile_file(
    tx: &mut Tx,
    ids: (OrganisationId, ProfileFileId),
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    let file = find(tx, ids)?;
    store::profiles::set_file_removed(tx, ids.1, None)?;
    note(tx, (ids.0, by), "restored_profile_file", &file.name, now)
}

fn find(
    tx: &mut Tx,
    (organisation, id): (OrganisationId, ProfileFileId),
) -> Result<ProfileFile, StoreError> {
    let files = store::profiles::files(tx, organisation)?;
    files.into_iter().find(|file| file.id == id).ok_or(StoreError::Missing)
}

fn note(
    tx: &mut Tx,
    (organisation, by): (OrganisationId, &By),
    verb: &str,
    object: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let entry = Entry::new(by, verb, object, now);
    // In no round: no municipality reads it.
    let entry = Entry { organisation: Some(organisation), sealed: true, ..entry };
    store::journal::add(tx, &entry)
}
