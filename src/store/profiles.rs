//! What cooperatives tell about themselves, with their documents; only their own people read it.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::{organisations, profile_files, profiles};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::accounts::documents::ProfileFile;
use crate::domain::accounts::profile::Profile;
use crate::domain::bids::FileKind;
use crate::domain::ids::{OrganisationId, PersonId, ProfileFileId};

/// The profile with its version; 0 while nothing was saved.
pub fn find(conn: &mut Conn, id: OrganisationId) -> Result<(Profile, i32), StoreError> {
    let row: Option<(String, i32)> = profiles::table
        .find(id.as_str())
        .select((profiles::content, profiles::version))
        .first(conn.link())
        .optional()?;
    match row {
        Some((text, version)) => {
            Ok((serde_json::from_str(&text).map_err(StoreError::unreadable)?, version))
        }
        None => Ok((Profile::default(), 0)),
    }
}

/// False when somebody saved after `seen`; then nothing changes.
pub fn save(
    tx: &mut Tx,
    id: OrganisationId,
    (profile, seen): (&Profile, i32),
    by: PersonId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let content = serde_json::to_string(profile).map_err(StoreError::unreadable)?;
    let values = (
        profiles::content.eq(&content),
        profiles::version.eq(seen + 1),
        profiles::changed_by.eq(by.as_str()),
        profiles::changed_at.eq(micros(now)),
    );
    if seen > 0 {
        let same = profiles::table
            .filter(profiles::organisation_id.eq(id.as_str()))
            .filter(profiles::version.eq(seen));
        return Ok(diesel::update(same).set(values).execute(tx.link())? == 1);
    }
    let row = (profiles::organisation_id.eq(id.as_str()), values);
    let added = crate::on_each!(tx.link(), |c| diesel::insert_into(profiles::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(added == 1)
}

/// What stands with the organisation itself.
pub fn set_registration(
    tx: &mut Tx,
    id: OrganisationId,
    legal_form: Option<&str>,
    number: Option<&str>,
) -> Result<(), StoreError> {
    diesel::update(organisations::table.find(id.as_str()))
        .set((organisations::legal_form.eq(legal_form), organisations::registration.eq(number)))
        .execute(tx.link())?;
    Ok(())
}

type Row = (String, String, String, String, i64, String, Option<String>, i64, Option<i64>);

columns!(FILE:
    profile_files::id,
    profile_files::organisation_id,
    profile_files::name,
    profile_files::media_type,
    profile_files::size,
    profile_files::hash,
    profile_files::valid_until,
    profile_files::added_at,
    profile_files::removed_at,
);

fn file(row: Row) -> Result<ProfileFile, StoreError> {
    let kind = FileKind::ALL.iter().find(|kind| kind.media_type() == row.3);
    Ok(ProfileFile {
        id: row.0.parse().map_err(StoreError::unreadable)?,
        organisation: row.1.parse().map_err(StoreError::unreadable)?,
        name: row.2,
        kind: *kind.ok_or_else(|| StoreError::unreadable(&row.3))?,
        size: row.4,
        hash: row.5,
        valid_until: row.6.map(|day| day.parse().map_err(StoreError::unreadable)).transpose()?,
        added_at: at(row.7),
        removed_at: row.8.map(at),
    })
}

/// All documents, also those taken out, in the order in which they came.
pub fn files(conn: &mut Conn, id: OrganisationId) -> Result<Vec<ProfileFile>, StoreError> {
    let rows: Vec<Row> = profile_files::table
        .filter(profile_files::organisation_id.eq(id.as_str()))
        .order((profile_files::added_at, profile_files::id))
        .select(FILE)
        .load(conn.link())?;
    rows.into_iter().map(file).collect()
}

pub fn add_file(tx: &mut Tx, file: &ProfileFile, by: PersonId) -> Result<(), StoreError> {
    diesel::insert_into(profile_files::table)
        .values((
            profile_files::id.eq(file.id.as_str()),
            profile_files::organisation_id.eq(file.organisation.as_str()),
            profile_files::name.eq(&file.name),
            profile_files::media_type.eq(file.kind.media_type()),
            profile_files::size.eq(file.size),
            profile_files::hash.eq(&file.hash),
            profile_files::valid_until.eq(file.valid_until.map(|day| day.to_string())),
            profile_files::added_by.eq(by.as_str()),
            profile_files::added_at.eq(micros(file.added_at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Takes a document out, or puts it back with `None`.
pub fn set_file_removed(
    tx: &mut Tx,
    id: ProfileFileId,
    removed_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(profile_files::table.find(id.as_str()))
        .set(profile_files::removed_at.eq(removed_at.map(micros)))
        .execute(tx.link())?;
    Ok(())
}
