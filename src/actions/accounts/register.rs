use jiff::{SignedDuration, Timestamp};

use crate::domain::accounts::credentials::{Email, PersonName};
use crate::domain::errand::Errand;
use crate::domain::journal::sha256_hex;
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, StoreError, Tx};

/// Somebody who wants an account.
pub struct Registration {
    pub email: Email,
    pub name: PersonName,
    pub password_hash: String,
    pub lang: String,
    /// Goes into the mail; only its hash is kept.
    pub secret: String,
}

/// So long the link in the mail works.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(48);

/// Sends a mail in any case. Nobody exists before the address is confirmed, and whoever asks
/// cannot tell from the answer whether the address was known.
pub fn register(tx: &mut Tx, new: &Registration, now: Timestamp) -> Result<(), StoreError> {
    let email = new.email.as_str().to_owned();
    let errand = match store::accounts::person_by_email(tx, &email)? {
        Some(known) => Errand::AlreadyRegistered { email, name: known.name, lang: known.lang },
        None => {
            let token = Token {
                name: Some(new.name.as_str().to_owned()),
                password_hash: Some(new.password_hash.clone()),
                ..Token::new(
                    Purpose::Verify,
                    email.clone(),
                    now.saturating_add(GOOD_FOR).unwrap_or(now),
                )
            };
            store::tokens::add(tx, &token, &sha256_hex(new.secret.as_bytes()), now)?;
            let (name, lang) = (new.name.as_str().to_owned(), new.lang.clone());
            Errand::VerifyEmail { email, name, lang, secret: new.secret.clone() }
        }
    };
    store::outbox::add(tx, &errand, now)
}
