//! Hashing passwords and checking them, a few at a time: each costs memory and a core.

use argon2::password_hash::phc::PasswordHash;
use argon2::{PasswordHasher, PasswordVerifier};

use crate::domain::accounts::credentials::Password;
use crate::web::errors::Error;
use crate::web::state::App;

/// Hash of a password nobody has: an unknown address costs the same time as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$6AHkjbpJWbpQhIOZKhrpbPS3HnTQvYMWAEZ6yYWVyzw";

pub async fn hash(app: &App, password: Password) -> Result<String, Error> {
    let _turn = app.hashing.acquire().await.map_err(|_| Error::Busy)?;
    let hasher = app.hasher();
    let work = move || {
        let hash = hasher.hash_password(password.reveal().as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|e| Error::Broken(e.to_string()))
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| Error::Busy)?
}

/// Without a stored hash the answer is no, after the same work.
pub async fn fits(app: &App, stored: Option<String>, password: String) -> Result<bool, Error> {
    let known = stored.is_some();
    let stored = stored.unwrap_or_else(|| NOBODY.to_owned());
    let _turn = app.hashing.acquire().await.map_err(|_| Error::Busy)?;
    let hasher = app.hasher();
    let work = move || {
        PasswordHash::new(&stored)
            .is_ok_and(|hash| hasher.verify_password(password.as_bytes(), &hash).is_ok())
    };
    Ok(tokio::task::spawn_blocking(work).await.map_err(|_| Error::Busy)? && known)
}
