use jiff::Timestamp;

use super::Failure;
use crate::domain::ids::{ErrandId, PersonId};
use crate::domain::journal::{By, Entry};
use crate::domain::refusal::Refusal;
use crate::store::{self, StoreError, Tx};

/// Signs of a reason that are kept.
const MOST_REASON: usize = 300;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailRefusal {
    #[error("nobody has this address")]
    Unknown,
    #[error("this mail cannot be sent again")]
    NotAgain,
}

impl Refusal for MailRefusal {
    fn key(&self) -> &'static str {
        match self {
            MailRefusal::Unknown => "mail-refused-unknown",
            MailRefusal::NotAgain => "mail-refused-again",
        }
    }
}

/// A mail is not offered any more; it shows at the person and at the round it belongs to.
pub fn give_up_mail(
    tx: &mut Tx,
    id: ErrandId,
    reason: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    match store::outbox::give_up(tx, id, reason, now)? {
        Some(person) => store::mail_log::bounced(tx, person, reason, now),
        None => Ok(()),
    }
}

/// A mail server reports that mail to this address comes back. Answers whose it is.
pub fn note_bounce(
    tx: &mut Tx,
    address: &str,
    reason: &str,
    now: Timestamp,
) -> Result<PersonId, Failure<MailRefusal>> {
    let address = address.trim().to_lowercase();
    let person = store::accounts::person_by_email(tx, &address)?.ok_or(MailRefusal::Unknown)?;
    let line = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(MOST_REASON).collect();
    store::mail_log::came_back(tx, person.id, &line, now)?;
    Ok(person.id)
}

/// Sends a mail once more that did not arrive.
pub fn send_again(
    tx: &mut Tx,
    (id, kind): (ErrandId, &str),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<MailRefusal>> {
    if !store::mail_log::again(tx, id, now)? {
        return Err(MailRefusal::NotAgain.into());
    }
    let entry = Entry::new(by, "sent_again", kind, now);
    Ok(store::journal::add(tx, &entry)?)
}
