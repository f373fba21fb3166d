//! What municipalities write around their mails, per kind and language.

use diesel::prelude::*;
use jiff::Timestamp;

use super::schema::mail_texts;
use super::time::micros;
use super::{Conn, StoreError, Tx};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::domain::mail_texts::{MailKind, MailText};

/// The text of one mail; none: the standard one.
pub fn find(
    conn: &mut Conn,
    municipality: OrganisationId,
    kind: &str,
    lang: &str,
) -> Result<Option<MailText>, StoreError> {
    let row: Option<(String, String, String)> = mail_texts::table
        .find((municipality.as_str(), kind, lang))
        .select((mail_texts::subject, mail_texts::intro, mail_texts::closing))
        .first(conn.link())
        .optional()?;
    Ok(row.map(|(subject, intro, closing)| MailText { subject, intro, closing }))
}

/// Which mails have a text of their own: kind and language.
pub fn own(
    conn: &mut Conn,
    municipality: OrganisationId,
) -> Result<Vec<(String, String)>, StoreError> {
    Ok(mail_texts::table
        .filter(mail_texts::organisation_id.eq(municipality.as_str()))
        .select((mail_texts::kind, mail_texts::lang))
        .load(conn.link())?)
}

pub fn put(
    tx: &mut Tx,
    (municipality, kind, lang): (OrganisationId, MailKind, &str),
    text: &MailText,
    (by, now): (PersonId, Timestamp),
) -> Result<(), StoreError> {
    remove(tx, (municipality, kind, lang))?;
    diesel::insert_into(mail_texts::table)
        .values((
            mail_texts::organisation_id.eq(municipality.as_str()),
            mail_texts::kind.eq(kind.as_str()),
            mail_texts::lang.eq(lang),
            mail_texts::subject.eq(&text.subject),
            mail_texts::intro.eq(&text.intro),
            mail_texts::closing.eq(&text.closing),
            mail_texts::saved_by.eq(by.as_str()),
            mail_texts::saved_at.eq(micros(now)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Back to the standard text.
pub fn remove(
    tx: &mut Tx,
    (municipality, kind, lang): (OrganisationId, MailKind, &str),
) -> Result<(), StoreError> {
    diesel::delete(mail_texts::table.find((municipality.as_str(), kind.as_str(), lang)))
        .execute(tx.link())?;
    Ok(())
}
