//! What the cooperatives of the example tell about themselves.

use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use super::world::{World, organisation};
use super::{DemoError, pdf};
use crate::actions;
use crate::documents::file_kinds::kind_of;
use crate::documents::files::Files;
use crate::domain::accounts::documents::ProfileFile;
use crate::domain::accounts::founding::RegisterNumber;
use crate::domain::accounts::profile::{BoardMember, CooperativeKind, Profile, Told, Work, Year};
use crate::domain::ids::{OrganisationId, PersonId, ProfileFileId};
use crate::domain::journal::{By, sha256_hex};
use crate::domain::moments::day_of;
use crate::store::{self, Database, StoreError};

const PROFILES: &str = include_str!("../../config/demo/profiles.toml");

#[derive(Deserialize)]
struct Profiles {
    profiles: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    cooperative: String,
    by: String,
    kind: CooperativeKind,
    introduction: String,
    board: Vec<BoardMember>,
    years: Vec<Year>,
    track: Vec<Work>,
    files: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    text: String,
    /// Until so many days from now it is valid.
    days: Option<i64>,
}

pub(super) fn load(
    db: &Database,
    files: &Files,
    world: &World,
    now: Timestamp,
) -> Result<(), DemoError> {
    let Profiles { profiles } = toml::from_str(PROFILES).map_err(DemoError::content)?;
    for example in profiles {
        let by = (PersonId::named(&example.by), world.name_of(&example.by));
        let id = organisation(&example.cooperative);
        let files =
            example.files.iter().map(|file| keep(files, (id, &example.cooperative), file, now));
        let files = files.collect::<Result<Vec<_>, _>>()?;
        tell(db, id, example, &by, now)?;
        for file in files {
            let by = by.clone();
            db.write_now::<_, DemoError, _>(move |tx| {
                Ok(actions::add_profile_file(tx, &file, &by)?)
            })?;
        }
    }
    Ok(())
}

fn tell(
    db: &Database,
    id: OrganisationId,
    example: Example,
    by: &By,
    now: Timestamp,
) -> Result<(), DemoError> {
    let known = db.read_now::<_, StoreError>(|conn| store::accounts::organisation(conn, id))?;
    let number = known.registration.as_deref().map(RegisterNumber::parse).transpose();
    let told = Told {
        legal_form: None,
        number: number.map_err(DemoError::content)?,
        profile: Profile {
            kind: Some(example.kind),
            introduction: example.introduction,
            board: example.board,
            years: example.years,
            track: example.track,
            registered: None,
        },
    };
    let by = by.clone();
    db.write_now::<_, DemoError, _>(move |tx| {
        Ok(actions::change_profile(tx, id, (told.clone(), 0), &by, now)?)
    })
}

fn keep(
    files: &Files,
    (organisation, key): (OrganisationId, &str),
    file: &File,
    now: Timestamp,
) -> Result<ProfileFile, DemoError> {
    let key = format!("{key}-{}", file.name);
    let mut incoming = files.incoming(&sha256_hex(key.as_bytes()))?;
    incoming.write(&pdf::page(&file.text))?;
    let kind = kind_of(incoming.open()?)?.map_err(DemoError::content)?;
    let kept = incoming.keep()?;
    Ok(ProfileFile {
        id: ProfileFileId::named(&key),
        organisation,
        name: file.name.clone(),
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        hash: kept.hash,
        valid_until: file.days.map(|days| day_of(now).saturating_add(days.days())),
        added_at: now,
        removed_at: None,
    })
}
