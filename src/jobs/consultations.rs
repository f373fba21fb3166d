//! Mails of the consultation tables.

use super::Worker;
use super::errands::{ErrandError, post, sender};
use crate::actions;
use crate::domain::accounts::Organisation;
use crate::domain::consultations::{Consultation, Item, Meeting, Paper};
use crate::domain::errand::News;
use crate::domain::ids::{ConsultationId, ItemId, PersonId};
use crate::mail;
use crate::rendering::{Arg, Lang};
use crate::store::outbox::Claimed;
use crate::store::{self, Conn, StoreError};

/// Who sits there now gets a mail of their own.
pub fn told(
    worker: &Worker,
    consultation: ConsultationId,
    news: (ItemId, News),
) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    let act = move |tx: &mut store::Tx| {
        actions::consultations::tell_consultation(tx, consultation, news, now)
    };
    Ok(worker.db.write_now::<_, StoreError, _>(act)?)
}

pub fn news(
    worker: &Worker,
    claimed: &Claimed,
    (consultation, item, news): (ConsultationId, ItemId, News),
    to: PersonId,
) -> Result<(), ErrandError> {
    let (table, owner, person, when) = worker.db.read_now::<_, StoreError>(|conn| {
        let (table, owner) = table(conn, consultation)?;
        let person = store::accounts::person_by_id(conn, to)?;
        Ok((table, owner, person, moment(conn, consultation, (item, news))?))
    })?;
    let lang: Lang = person.lang.parse().unwrap_or_default();
    let say = |key: String, args: &[(&str, Arg<'_>)]| worker.renderer.translate(lang, &key, args);
    let when = when.map(|at| worker.renderer.datetime(lang, at)).unwrap_or_default();
    let letter = mail::ConsultationNews {
        to: person.email,
        lang,
        name: person.name,
        subject: say(format!("mail-consultation-{}-subject", key(news)), &[]),
        text: say(format!("mail-consultation-{}", key(news)), &[("when", when.into())]),
        href: format!("{}/consultations/{consultation}{}", worker.public_url, place(item, news)),
        sender: sender(worker, lang, &owner.name),
        table: table.details.title,
    };
    post(worker, claimed, &letter)
}

fn table(conn: &mut Conn, id: ConsultationId) -> Result<(Consultation, Organisation), StoreError> {
    let table = store::consultations::find(conn, id)?;
    let owner = store::accounts::organisation(conn, table.municipality)?;
    Ok((table, owner))
}

/// The moment that a mail names: until when one comments, or when one meets.
fn moment(
    conn: &mut Conn,
    of: ConsultationId,
    (item, news): (ItemId, News),
) -> Result<Option<jiff::Timestamp>, StoreError> {
    Ok(match news {
        News::PaperOut | News::ClosesInAWeek | News::ClosesTomorrow => {
            Some(store::consultations::one::<Paper>(conn, of, item)?.body.closes_at)
        }
        News::MeetingCalled | News::MeetingMoved | News::MeetingCancelled => {
            let meeting: Item<Meeting> = store::consultations::one(conn, of, item)?;
            Some(meeting.body.called.starts_at)
        }
        News::AskedToJoin | News::SeatGiven | News::SeatDeclined | News::DetailsChanged => None,
    })
}

fn key(news: News) -> String {
    news.as_str().replace('_', "-")
}

/// Where it stands, below the table.
fn place(item: ItemId, news: News) -> String {
    match news {
        News::PaperOut | News::ClosesInAWeek | News::ClosesTomorrow => format!("/papers/{item}"),
        News::MeetingCalled | News::MeetingMoved | News::MeetingCancelled => {
            format!("/meetings/{item}")
        }
        News::AskedToJoin => "/seats".to_owned(),
        News::DetailsChanged => "/desk".to_owned(),
        // Who was declined reads why on the public page.
        News::SeatGiven | News::SeatDeclined => String::new(),
    }
}

/// Somebody with an account reads it in the language they chose, others in Dutch.
pub fn invitation(
    worker: &Worker,
    claimed: &Claimed,
    (consultation, email): (ConsultationId, &str),
    (secret, by): (&str, &str),
) -> Result<(), ErrandError> {
    let (table, owner, known) = worker.db.read_now::<_, StoreError>(|conn| {
        let (table, owner) = table(conn, consultation)?;
        Ok((table, owner, store::accounts::person_by_email(conn, email)?))
    })?;
    let lang: Lang = known.and_then(|person| person.lang.parse().ok()).unwrap_or_default();
    let letter = mail::ConsultationInvitation {
        to: email.to_owned(),
        lang,
        by: by.to_owned(),
        table: table.details.title,
        href: format!("{}/consultation-invitations/{secret}", worker.public_url),
        sender: sender(worker, lang, &owner.name),
    };
    post(worker, claimed, &letter)
}
