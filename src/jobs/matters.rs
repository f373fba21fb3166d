//! Mails about questions and complaints.

use super::Worker;
use super::errands::{ErrandError, post_from, sender};
use crate::actions;
use crate::domain::accounts::Organisation;
use crate::domain::errand::{Errand, MandateNews};
use crate::domain::ids::{ComplaintId, OrganisationId, PersonId, RoundId};
use crate::domain::rounds::Round;
use crate::mail::matters::{
    ComplaintAnswered, ComplaintFiled, ComplaintHanded, ComplaintWaits, DisclosureAsked,
    MandateAsked, MandateGiven, MandateWithdrawn, MatterMail, NotePublished, Occasion,
    QuestionHanded,
};
use crate::store::accounts::Person;
use crate::store::outbox::Claimed;
use crate::store::{self, StoreError};

/// Does errands of this room; those of others are not its business.
pub fn run(worker: &Worker, claimed: &Claimed) -> Result<(), ErrandError> {
    let desk = |round: &RoundId, to: &PersonId| Desk::open(worker, claimed, (*round, *to));
    let of_complaint = |id: &ComplaintId| format!("complaints/{id}");
    match &claimed.errand {
        Errand::NotePublished { round, number, to } => {
            let place = format!("notes/{number}");
            desk(round, to)?.send(("", &place), NotePublished { number: *number })
        }
        Errand::QuestionHanded { round, question, to } => {
            desk(round, to)?.send(("/manage", &format!("questions/{question}")), QuestionHanded {})
        }
        Errand::DisclosureAsked { round, to } => {
            desk(round, to)?.send(("", "questions"), DisclosureAsked {})
        }
        Errand::ComplaintFiled { round, to } => {
            desk(round, to)?.send(("/manage", "complaints"), ComplaintFiled {})
        }
        Errand::ComplaintHanded { round, complaint, to } => {
            let due = due(worker, (*complaint, *to))?;
            desk(round, to)?.send(("/manage", &of_complaint(complaint)), ComplaintHanded { due })
        }
        Errand::ComplaintWaits { round, complaint, to } => {
            let due = due(worker, (*complaint, *to))?;
            desk(round, to)?.send(("/manage", &of_complaint(complaint)), ComplaintWaits { due })
        }
        Errand::ComplaintAnswered { round, to } => {
            desk(round, to)?.send(("", "complaints"), ComplaintAnswered {})
        }
        Errand::MandateNews { text, news, municipality, to, .. } => match desk(text, to) {
            Err(StoreError::Missing) => Ok(()),
            desk => mandate_news(desk?, (*news, *municipality)),
        },
        Errand::ComplaintDue { complaint } => {
            let (id, now) = (*complaint, worker.clock.now());
            let act = move |tx: &mut store::Tx| actions::remind_of_complaint(tx, id, now);
            Ok(worker.db.write_now::<_, StoreError, _>(act)?)
        }
        _ => Ok(()),
    }
}

/// To the municipality that is asked, or to the centre about what that one did.
fn mandate_news(
    desk: Desk<'_>,
    (news, municipality): (MandateNews, OrganisationId),
) -> Result<(), ErrandError> {
    let find = |conn: &mut store::Conn| store::accounts::organisation(conn, municipality);
    let name = desk.worker.db.read_now::<_, StoreError>(find)?.name;
    match news {
        MandateNews::Asked => {
            desk.send(("/manage", "mandate"), MandateAsked { municipality: name })
        }
        MandateNews::Given => desk.send(("/manage", "joint"), MandateGiven { municipality: name }),
        MandateNews::Withdrawn => {
            desk.send(("/manage", "joint"), MandateWithdrawn { municipality: name })
        }
    }
}

/// When a complaint is answered at the latest, in the words of the reader.
fn due(worker: &Worker, (id, to): (ComplaintId, PersonId)) -> Result<String, StoreError> {
    let (complaint, person) = worker.db.read_now::<_, StoreError>(|conn| {
        Ok((store::complaints::find(conn, id)?, store::accounts::person_by_id(conn, to)?))
    })?;
    Ok(worker.renderer.datetime(person.lang.parse().unwrap_or_default(), complaint.due_at))
}

struct Desk<'w> {
    worker: &'w Worker,
    claimed: &'w Claimed,
    round: Round,
    owner: Organisation,
    person: Person,
}

impl<'w> Desk<'w> {
    fn open(
        worker: &'w Worker,
        claimed: &'w Claimed,
        (round, to): (RoundId, PersonId),
    ) -> Result<Desk<'w>, StoreError> {
        worker.db.read_now(|conn| {
            let round = store::rounds::find(conn, round)?;
            let owner = store::accounts::organisation(conn, round.municipality)?;
            let person = store::accounts::person_by_id(conn, to)?;
            Ok(Desk { worker, claimed, round, owner, person })
        })
    }

    /// With a link to a page of the round, in public or in the file of the municipality.
    fn send<O: Occasion>(self, (side, page): (&str, &str), occasion: O) -> Result<(), ErrandError> {
        let Desk { worker, claimed, round, owner, person } = self;
        let lang = person.lang.parse().unwrap_or_default();
        let letter = MatterMail {
            sender: sender(worker, lang, &owner.name),
            lang,
            to: person.email,
            name: person.name,
            href: format!("{}{side}/rounds/{}/{page}", worker.public_url, round.id),
            round: round.definition.title,
            occasion,
        };
        post_from(worker, claimed, &owner, &letter)
    }
}
