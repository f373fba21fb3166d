//! The example: three invented municipalities, their people, areas, rounds, bids and a decision. Everything goes
//! through the same actions as in real life, with times given, so that the journal is real too.

mod bids;
mod complaints;
mod consultations;
#[cfg(test)]
mod content;
mod decided;
mod equivalents;
mod inquiries;
mod joint;
mod joint_round;
mod large;
mod mandate;
mod meeting;
mod own_area;
mod pdf;
mod practice;
mod profiles;
mod questions;
mod refusals;
mod review;
mod rounds;
mod tables;
mod together;
mod world;

use argon2::PasswordHasher;
use jiff::Timestamp;
use serde::Serialize;

use crate::actions::Failure;
use crate::documents::files::Files;
use crate::domain::ids::RoundId;
use crate::domain::refusal::Refusal;
use crate::store::{self, Database, StoreError};

pub use large::{Large, Lots, Size};
pub use world::World;

/// With this everybody in the example signs in.
pub const PASSWORD: &str = "samen-zorgen-2027";

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("example data: {0}")]
    Content(String),
    #[error("a file of the example cannot be kept: {0}")]
    File(#[from] std::io::Error),
}

impl<R: Refusal> From<Failure<R>> for DemoError {
    fn from(failure: Failure<R>) -> DemoError {
        match failure {
            Failure::Refused(why) => DemoError::content(why),
            Failure::Store(error) => DemoError::Store(error),
        }
    }
}

impl DemoError {
    pub fn content(what: impl std::fmt::Display) -> DemoError {
        DemoError::Content(what.to_string())
    }
}

/// Who can sign in.
#[derive(Debug, Serialize)]
pub struct Loaded {
    accounts: Vec<Account>,
    /// Where to look in the large round, once it was made.
    large: Option<Large>,
}

#[derive(Debug, Serialize)]
struct Account {
    email: String,
    name: String,
    organisation: String,
    roles: Vec<String>,
}

/// Fills an empty database; one that has the example already is left as it is. `cost` is the
/// memory (KiB) and the rounds of a password check; attachments go to `files`.
pub fn load(
    db: &Database,
    files: &Files,
    cost: (u32, u32),
    now: Timestamp,
) -> Result<Loaded, DemoError> {
    let world = World::read()?;
    let loaded = Loaded { accounts: accounts(&world), large: None };
    if world.is_loaded(db)? {
        return Ok(loaded);
    }
    let hash = password_hash(cost)?;
    world.load(db, hash, now)?;
    decided::load(db, &world, now)?;
    rounds::load(db, now)?;
    questions::load(db, &world)?;
    complaints::load(db, &world)?;
    bids::load(db, files, &world)?;
    review::load(db, &world)?;
    equivalents::load(db, &world, now)?;
    profiles::load(db, files, &world, now)?;
    tables::load(db, &world, now)?;
    consultations::load(db, &world, now)?;
    joint_round::load(db, &world, now)?;
    Ok(loaded)
}

/// Holds the tables of the round at the table to their end, so that it can be decided.
pub fn finish_tables(db: &Database, now: Timestamp) -> Result<(), DemoError> {
    let world = World::read()?;
    db.write_now(move |tx| {
        for lot in store::rounds::lots_of(tx, RoundId::named("table"))? {
            meeting::hold(tx, (&world, meeting::WALDERVOORT), lot.id, now)?;
        }
        Ok(())
    })
}

/// A large round of the same kind, for measuring: so many bids, so many assessors.
pub fn load_large(db: &Database, now: Timestamp, size: Size) -> Result<(), DemoError> {
    large::load(db, now, size)
}

fn password_hash((memory_kib, rounds): (u32, u32)) -> Result<String, DemoError> {
    let params = argon2::Params::new(memory_kib, rounds, 1, None).map_err(DemoError::content)?;
    let hasher = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let hash = hasher.hash_password(PASSWORD.as_bytes()).map_err(DemoError::content)?;
    Ok(hash.to_string())
}

fn accounts(world: &World) -> Vec<Account> {
    world
        .people()
        .map(|(organisation, person)| Account {
            email: person.email.clone(),
            name: person.name.clone(),
            organisation: organisation.to_owned(),
            roles: person.roles().iter().map(|r| r.as_str().to_owned()).collect(),
        })
        .collect()
}

impl Loaded {
    /// With the way into the large round, if there is one.
    pub fn with_large(self, db: &Database) -> Result<Loaded, DemoError> {
        Ok(Loaded { large: large::find(db)?, ..self })
    }

    pub fn as_json(&self, address: &str) -> serde_json::Value {
        serde_json::json!({
            "address": address,
            "password": PASSWORD,
            "accounts": self.accounts,
            "large": self.large,
        })
    }

    pub fn as_text(&self, address: &str) -> String {
        let mut text = format!(
            "Buurtbod is ready on {address}\n\nSign in with any of these and the password {PASSWORD}\n"
        );
        let mut organisation = "";
        for account in &self.accounts {
            if account.organisation != organisation {
                organisation = &account.organisation;
                text.push_str(&format!("\n{organisation}\n"));
            }
            text.push_str(&format!(
                "  {:<36} {:<22} {}\n",
                account.email,
                account.name,
                account.roles.join(", ")
            ));
        }
        text
    }
}
