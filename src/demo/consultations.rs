//! The consultation table of the example. What is said there stands in
//! `config/demo/consultation.toml`.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::world::{World, organisation};
use super::{DemoError, rounds};
use crate::actions::consultations::{
    self as acts, AskSeat, CommentOn, InviteToSeat, Named, NewDecision, NewTask, OfferedSeat,
    ReportIndicator,
};
use crate::domain::accounts::credentials::Email;
use crate::domain::consultations::{
    Called, Consultation, DecisionKind, Details, Entry, Outcome, Paper, Reply, RequestState,
    SeatKind, Value,
};
use crate::domain::ids::{BidId, ConsultationId, ItemId, PersonId, RoundId};
use crate::domain::journal::{By, sha256_hex};
use crate::domain::moments::day_of;
use crate::domain::rounds::timeline::working_day;
use crate::store::{self, Database, Tx};

const STORY: &str = include_str!("../../config/demo/consultation.toml");

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    title: String,
    theme: String,
    about: String,
    chair: String,
    agreement: String,
    agreement_next: String,
    agreement_why: String,
    seats: Vec<Sitting>,
    asked: Asked,
    closed: Discussed,
    open: Discussed,
    held: Held,
    next: Next,
    lesson: Learnt,
    reports: Vec<Reported>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sitting {
    person: String,
    kind: SeatKind,
    holder: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    person: String,
    kind: SeatKind,
    holder: String,
    why: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Discussed {
    title: String,
    body: String,
    comment_by: String,
    comment: String,
    #[serde(default)]
    answer: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Held {
    title: String,
    place: String,
    topic: String,
    topic_by: String,
    topic_why: String,
    decision: String,
    dissent_by: String,
    dissent: String,
    task: String,
    task_by: String,
    notes: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    title: String,
    place: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Learnt {
    by: String,
    text: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reported {
    bid: String,
    /// Field of the bid without its tail.
    field: String,
    by: String,
    value: String,
}

/// Where everything of the example table is found.
const TABLE: &str = "region";

fn item(name: &str) -> ItemId {
    ItemId::named(&format!("{TABLE}-{name}"))
}

/// The table being told, with who tells and from when one counts.
struct Telling<'a> {
    story: Story,
    world: &'a World,
    now: Timestamp,
    of: ConsultationId,
}

pub(super) fn load(db: &Database, world: &World, now: Timestamp) -> Result<(), DemoError> {
    let story: Story = toml::from_str(STORY).map_err(DemoError::content)?;
    let world = world.clone();
    db.write_now::<_, DemoError, _>(move |tx| {
        let of = ConsultationId::named(TABLE);
        let telling = Telling { story: story.clone(), world: &world, now, of };
        telling.sit_down(tx)?;
        telling.discuss(tx)?;
        telling.meet(tx)?;
        telling.look_ahead(tx)?;
        telling.monitor(tx)
    })
}

impl Telling<'_> {
    fn by(&self, key: &str) -> By {
        (PersonId::named(key), self.world.name_of(key))
    }

    fn chair(&self) -> By {
        self.by(&self.story.chair)
    }

    /// So many days before today, or after it.
    fn ago(&self, days: i64) -> Timestamp {
        self.now.saturating_sub(SignedDuration::from_hours(24 * days)).unwrap_or(self.now)
    }

    /// In the morning of the first day from then on that people work.
    fn morning(&self, days: i64) -> Result<Timestamp, DemoError> {
        rounds::moment(working_day(day_of(self.ago(days))), 10)
    }

    fn sit_down(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let (story, at) = (&self.story, self.ago(90));
        let table = Consultation {
            id: self.of,
            municipality: organisation("waldervoort"),
            calendar: sha256_hex(TABLE.as_bytes()),
            made_at: at,
            details: Details {
                title: story.title.clone(),
                theme: story.theme.clone(),
                about: story.about.trim().to_owned(),
                region: vec![organisation("waldervoort"), organisation("rietmeer")],
                entry: Entry::Quarterly,
                changed: None,
            },
        };
        acts::set_up_consultation(tx, &table, &self.chair(), at)?;
        for seat in &story.seats {
            self.invite(tx, seat, at)?;
        }
        let first = (story.agreement.trim().to_owned(), "De eerste versie.".to_owned(), 0);
        acts::agree_text(tx, (self.of, item("agreement-1")), first, self.chair(), self.ago(89))?;
        let next = (story.agreement_next.trim().to_owned(), story.agreement_why.clone(), 1);
        acts::agree_text(tx, (self.of, item("agreement-2")), next, self.chair(), self.ago(30))?;
        let asked = AskSeat {
            id: item("asked"),
            kind: story.asked.kind,
            holder: story.asked.holder.clone(),
            organisation: None,
            why: story.asked.why.clone(),
        };
        Ok(acts::ask_seat(tx, self.of, asked, self.by(&story.asked.person), self.ago(1))?)
    }

    fn invite(&self, tx: &mut Tx, seat: &Sitting, at: Timestamp) -> Result<(), DemoError> {
        let person = store::accounts::person_by_id(tx, PersonId::named(&seat.person))?;
        let secret = sha256_hex(format!("{TABLE}-{}", seat.person).as_bytes());
        let id = item(&seat.person);
        let invite = InviteToSeat {
            seat: OfferedSeat::New { id, kind: seat.kind, holder: seat.holder.clone() },
            email: Email::parse(&person.email).map_err(DemoError::content)?,
            secret: secret.clone(),
        };
        acts::invite_to_seat(tx, self.of, invite, self.chair(), at)?;
        acts::take_offered_seat(tx, &sha256_hex(secret.as_bytes()), &person, at)?;
        Ok(())
    }

    fn discuss(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let Story { closed, open, .. } = &self.story;
        self.lay(tx, ("closed", closed), (self.ago(80), self.ago(59)))?;
        let reply = Reply {
            text: closed.answer.clone(),
            outcome: Outcome::Adopted,
            by: self.chair().1,
            at: self.ago(55),
        };
        let which = (item("closed"), item("closed-comment"), 1);
        acts::answer_comment(tx, self.of, which, reply, self.chair())?;
        self.lay(tx, ("open", open), (self.ago(4), self.morning(-120)?))
    }

    fn lay(
        &self,
        tx: &mut Tx,
        (key, told): (&str, &Discussed),
        (opens, closes): (Timestamp, Timestamp),
    ) -> Result<(), DemoError> {
        let text = (told.title.clone(), told.body.trim());
        let paper = Paper::new(text, (opens, closes), self.chair().1, opens);
        let paper = paper.map_err(DemoError::content)?;
        acts::publish_paper(tx, (self.of, item(key)), paper, self.chair(), opens)?;
        let comment = CommentOn {
            id: item(&format!("{key}-comment")),
            paper: item(key),
            paragraph: Some(1),
            text: told.comment.clone(),
        };
        let at = opens + SignedDuration::from_hours(2);
        Ok(acts::comment_on_paper(tx, self.of, comment, self.by(&told.comment_by), at)?)
    }

    fn meet(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let (held, of) = (&self.story.held, self.of);
        let starts_at = self.morning(54)?;
        let called = Called {
            title: held.title.clone(),
            place: held.place.clone(),
            starts_at,
            ends_at: starts_at + SignedDuration::from_hours(2),
        };
        let (meeting, chair) = (item("held"), self.chair());
        acts::call_meeting(tx, (of, meeting), called, chair.clone(), self.ago(70))?;
        let topic = (held.topic.clone(), held.topic_why.clone());
        acts::ask_agenda(tx, (of, item("topic")), topic, self.by(&held.topic_by), self.ago(65))?;
        let state = RequestState::Accepted { meeting };
        acts::answer_request(tx, (of, item("topic")), state, chair.clone(), self.ago(64))?;
        let at = starts_at + SignedDuration::from_hours(1);
        let decision = NewDecision {
            id: item("decision"),
            kind: DecisionKind::Advice,
            text: held.decision.clone(),
            paper: Some(item("closed")),
        };
        acts::record_decision(tx, (of, meeting), decision, chair.clone(), at)?;
        let otherwise = (held.dissent.clone(), Named::ByName);
        acts::dissent(tx, (of, item("decision")), otherwise, self.by(&held.dissent_by), at)?;
        let task = NewTask {
            id: item("task"),
            what: held.task.clone(),
            seat: item(&held.task_by),
            due: day_of(self.ago(-30)),
        };
        acts::give_task(tx, (of, meeting), task, chair.clone(), at)?;
        let there = self.story.seats.iter().map(|seat| item(&seat.person)).collect();
        let minutes = (there, held.notes.clone(), 1);
        acts::complete_minutes(tx, (of, meeting), minutes, chair.clone(), self.ago(49))?;
        Ok(acts::approve_minutes(tx, (of, meeting, 2), chair, self.ago(43))?)
    }

    fn look_ahead(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let Story { next, lesson, .. } = &self.story;
        let starts_at = self.morning(-17)?;
        let called = Called {
            title: next.title.clone(),
            place: next.place.clone(),
            starts_at,
            ends_at: starts_at + SignedDuration::from_hours(2),
        };
        acts::call_meeting(tx, (self.of, item("next")), called, self.chair(), self.ago(3))?;
        let said = (RoundId::named("decided"), lesson.text.clone());
        let by = self.by(&lesson.by);
        Ok(acts::share_lesson(tx, (self.of, item("lesson")), said, by, self.ago(2))?)
    }

    /// How far the promises of last year are.
    fn monitor(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let at = self.ago(1);
        for (number, told) in (1..).zip(&self.story.reports) {
            let report = ReportIndicator {
                id: item(&format!("report-{number}")),
                bid: BidId::named(&told.bid),
                field: told.field.clone(),
                year: day_of(at).year(),
                value: Value::parse(&told.value).map_err(DemoError::content)?,
            };
            acts::report_indicator(tx, self.of, report, self.by(&told.by), at)?;
        }
        Ok(())
    }
}
