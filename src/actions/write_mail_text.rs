use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::OrganisationId;
use crate::domain::journal::{By, Entry};
use crate::domain::mail_texts::{MailKind, MailText, TextRefusal};
use crate::store::{self, StoreError, Tx};

/// Keeps what a municipality writes around one kind of mail; nothing but empty fields is the standard.
pub fn write_mail_text(
    tx: &mut Tx,
    (municipality, kind, lang): (OrganisationId, MailKind, &str),
    text: &MailText,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<TextRefusal>> {
    if let Some((_, why)) = text.check(kind).first() {
        return Err((*why).into());
    }
    if text.is_standard() {
        return Ok(restore_mail_text(tx, (municipality, kind, lang), by, now)?);
    }
    store::mail_texts::put(tx, (municipality, kind, lang), text, (by.0, now))?;
    Ok(told(tx, "changed_mail_text", kind, by, now)?)
}

/// Back to the standard text.
pub fn restore_mail_text(
    tx: &mut Tx,
    at: (OrganisationId, MailKind, &str),
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    store::mail_texts::remove(tx, at)?;
    told(tx, "restored_mail_text", at.1, by, now)
}

fn told(
    tx: &mut Tx,
    verb: &str,
    kind: MailKind,
    by: &By,
    now: Timestamp,
) -> Result<(), StoreError> {
    store::journal::add(tx, &Entry::new(by, verb, kind.as_str(), now))
}
