//! Mails of the opening and of the assessment.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Worker;
use super::errands::{ErrandError, post, post_from, sender};
use crate::actions;
use crate::domain::accounts::Organisation;
use crate::domain::bids::Bid;
use crate::domain::errand::Notice;
use crate::domain::ids::{BidId, InquiryId, PersonId, RoundId};
use crate::domain::review::inquiry::State;
use crate::domain::review::reminders::When;
use crate::domain::rounds::Round;
use crate::mail;
use crate::rendering::Lang;
use crate::store::accounts::Person;
use crate::store::outbox::Claimed;
use crate::store::{self, StoreError};

/// What every one of these mails needs.
struct About {
    round: Round,
    owner: Organisation,
    person: Person,
    lang: Lang,
}

fn about(worker: &Worker, round: RoundId, to: PersonId) -> Result<About, StoreError> {
    worker.db.read_now::<_, StoreError>(|conn| {
        let round = store::rounds::find(conn, round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let person = store::accounts::person_by_id(conn, to)?;
        Ok(About { lang: person.lang.parse().unwrap_or_default(), round, owner, person })
    })
}

pub fn round_opened(
    worker: &Worker,
    claimed: &Claimed,
    (round, bid): (RoundId, BidId),
    to: PersonId,
) -> Result<(), ErrandError> {
    let About { round, owner, person, lang } = about(worker, round, to)?;
    let lot = worker.db.read_now::<_, StoreError>(|conn| {
        let bid = store::bids::find(conn, bid)?;
        store::rounds::find_lot(conn, bid.lot)
    })?;
    let mail = mail::RoundOpened {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        round: round.definition.title,
        lot: lot.label(),
        href: format!("{}/bids/{bid}", worker.public_url),
    };
    post_from(worker, claimed, &owner, &mail)
}

pub fn assigned(
    worker: &Worker,
    claimed: &Claimed,
    round: RoundId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let About { round, owner, person, lang } = about(worker, round, to)?;
    let mail = mail::AssessmentAssigned {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        due: round.definition.dates.scores_due,
        round: round.definition.title,
        href: format!("{}/review", worker.public_url),
    };
    post_from(worker, claimed, &owner, &mail)
}

pub fn reminder(
    worker: &Worker,
    claimed: &Claimed,
    (round, open, when): (RoundId, u32, Option<When>),
    to: PersonId,
) -> Result<(), ErrandError> {
    let About { round, owner, person, lang } = about(worker, round, to)?;
    let mail = mail::AssessmentReminder {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        due: round.definition.dates.scores_due,
        round: round.definition.title,
        open,
        subject: format!("mail-reminder-subject{}", tail(when)),
        href: format!("{}/review", worker.public_url),
    };
    post_from(worker, claimed, &owner, &mail)
}

/// Which of the reminders it is.
fn tail(when: Option<When>) -> &'static str {
    match when {
        None => "",
        Some(When::TwoDaysBefore) => "-two-days",
        Some(When::OnTheDay) => "-today",
        Some(When::Overdue) => "-overdue",
    }
}

/// Turns one reminder of a round into one for everybody whom it concerns now.
pub fn due(worker: &Worker, (round, when, due): (RoundId, When, Date)) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    let act = move |tx: &mut store::Tx| actions::remind_when_due(tx, (round, when, due), now);
    Ok(worker.db.write_now::<_, StoreError, _>(act)?)
}

/// Tells those who can look, if the condition still stands.
pub fn condition_due(
    worker: &Worker,
    (bid, requirement, due): (BidId, &str, Date),
) -> Result<(), ErrandError> {
    let (now, requirement) = (worker.clock.now(), requirement.to_owned());
    let act =
        move |tx: &mut store::Tx| actions::remind_of_condition(tx, (bid, &requirement, due), now);
    Ok(worker.db.write_now::<_, StoreError, _>(act)?)
}

pub fn restarted(
    worker: &Worker,
    claimed: &Claimed,
    round: RoundId,
    to: PersonId,
) -> Result<(), ErrandError> {
    let About { round, owner, person, lang } = about(worker, round, to)?;
    let mail = mail::ReviewRestarted {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        due: round.definition.dates.scores_due,
        round: round.definition.title,
        href: format!("{}/review", worker.public_url),
    };
    post(worker, claimed, &mail)
}

/// Tells what changed in the words of the publication with this number.
pub fn round_amended(
    worker: &Worker,
    claimed: &Claimed,
    (round, number): (RoundId, i32),
    to: PersonId,
) -> Result<(), ErrandError> {
    let About { round, owner, person, lang } = about(worker, round, to)?;
    let id = round.id;
    let published = worker.db.read_now(move |conn| store::terms::of_round(conn, id))?;
    let told = published.into_iter().find(|one| one.number == number);
    let mail = mail::RoundAmended {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        number: number - 1,
        reason: told.ok_or(StoreError::Missing)?.reason,
        closes_at: worker.renderer.exact_moment(lang, round.definition.dates.closes_at),
        round: round.definition.title,
        href: format!("{}/rounds/{id}/amendments", worker.public_url),
    };
    post_from(worker, claimed, &owner, &mail)
}

/// Says only what happened, never what is asked, answered or decided. A reminder stays away when
/// there is an answer, or another time.
pub fn bid_notice(
    worker: &Worker,
    claimed: &Claimed,
    (notice, bid): (Notice, BidId),
    (inquiry, due_at, to): (Option<InquiryId>, Option<Timestamp>, PersonId),
) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    let (bid, lot, stands) = worker.db.read_now::<_, StoreError>(|conn| {
        let bid = store::bids::find(conn, bid)?;
        let lot = store::rounds::find_lot(conn, bid.lot)?;
        let stands = match inquiry {
            Some(id) => {
                let asked = store::inquiries::find(conn, id)?;
                Some(asked.due_at) == due_at && asked.state(now) == State::Open
            }
            None => true,
        };
        Ok((bid, lot, stands))
    })?;
    if notice == Notice::InquiryReminder && !stands {
        return Ok(());
    }
    let About { round, owner, person, lang } = about(worker, bid.round, to)?;
    let place = place_of(notice, &bid, inquiry);
    let mail = mail::BidNotice {
        sender: sender(worker, lang, &owner.name),
        lang,
        to: person.email,
        name: person.name,
        notice,
        kind: notice.as_str(),
        round: round.definition.title,
        lot: lot.label(),
        due: due_at.map(|at| worker.renderer.datetime(lang, at)),
        href: format!("{}{place}", worker.public_url),
    };
    post_from(worker, claimed, &owner, &mail)
}

/// Where the reader of a notice goes on.
fn place_of(notice: Notice, bid: &Bid, inquiry: Option<InquiryId>) -> String {
    let (round, id) = (bid.round, bid.id);
    let inquiry = inquiry.map(|id| format!("/inquiries/{id}")).unwrap_or_default();
    let managed = format!("/manage/rounds/{round}/admissibility/{id}");
    match notice {
        Notice::SupplementAsked
        | Notice::ClarificationAsked
        | Notice::InquiryExtended
        | Notice::InquiryReminder => format!("/bids/{id}{inquiry}"),
        Notice::RefusalLetter => format!("/bids/{id}/letter"),
        Notice::InquiryAnswered => format!("{managed}{inquiry}"),
        Notice::RefusalReturned | Notice::ConditionPassed => managed,
        Notice::RefusalProposed => format!("{managed}/refusal"),
    }
}
