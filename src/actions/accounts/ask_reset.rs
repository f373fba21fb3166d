use jiff::{SignedDuration, Timestamp};

use crate::domain::errand::Errand;
use crate::domain::journal::sha256_hex;
use crate::store::accounts::Person;
use crate::store::tokens::{Purpose, Token};
use crate::store::{self, StoreError, Tx};

/// So long the link in the mail works.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(2);

/// Sends a link to choose a new password, if somebody has this address.
pub fn ask_reset(
    tx: &mut Tx,
    email: &str,
    secret: String,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Some(person) = store::accounts::person_by_email(tx, email)? else { return Ok(()) };
    let expires_at = now.saturating_add(GOOD_FOR).unwrap_or(now);
    let token = Token {
        person: Some(person.id),
        ..Token::new(Purpose::Reset, person.email.clone(), expires_at)
    };
    store::tokens::add(tx, &token, &sha256_hex(secret.as_bytes()), now)?;
    let Person { email, name, lang, .. } = person;
    store::outbox::add(tx, &Errand::ResetPassword { email, name, lang, secret }, now)
}
