use jiff::Timestamp;

use super::Failure;
use super::answer_question::entry;
use crate::domain::accounts::Role;
use crate::domain::errand::Errand;
use crate::domain::ids::{ComplaintId, PersonId};
use crate::domain::journal::By;
use crate::domain::rounds::Round;
use crate::domain::rounds::complaints::{
    Complaint, ComplaintAnswer, ComplaintRefusal, Independence, Measure, Ruling,
};
use crate::store::{self, Tx};

/// Names the person who handles a complaint. Who leads rounds here needs a reason for that.
pub fn hand_complaint(
    tx: &mut Tx,
    at: (ComplaintId, i32),
    (handler, reason): (PersonId, &str),
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<ComplaintRefusal>> {
    let (complaint, round) = seen(tx, at)?;
    let members = store::accounts::members(tx, round.municipality)?;
    let roles: Vec<_> = members.iter().filter(|member| member.person == handler).collect();
    let name = roles.first().ok_or(ComplaintRefusal::NoColleague)?.name.clone();
    let independence = match roles.iter().any(|member| member.role == Role::ProcessLead) {
        true => Independence::LeadsRounds,
        false => Independence::Independent,
    };
    let complaint = complaint.hand_to(handler, independence, reason)?;
    save(tx, &complaint)?;
    let told = entry(&round, by, "handed_complaint", now)
        .with("person", name)
        .with("reason", &complaint.handler_reason);
    store::journal::add(tx, &told)?;
    if handler == by.0 {
        return Ok(());
    }
    let errand = Errand::ComplaintHanded { round: round.id, complaint: complaint.id, to: handler };
    Ok(store::outbox::add(tx, &errand, now)?)
}

/// The answer to a complaint, as its handler wrote it.
pub struct AnswerComplaint {
    pub complaint: ComplaintId,
    /// Version of the complaint that this person saw.
    pub seen: i32,
    pub ruling: Ruling,
    pub grounds: String,
    pub measure: Measure,
}

/// Publishes the answer with the round, and tells who complained.
pub fn answer_complaint(
    tx: &mut Tx,
    new: AnswerComplaint,
    by: &By,
    now: Timestamp,
) -> Result<(), Failure<ComplaintRefusal>> {
    let (complaint, round) = seen(tx, (new.complaint, new.seen))?;
    let to = complaint.filed_by;
    let told = entry(&round, by, "answered_complaint", now)
        .with("ruling", new.ruling.as_str())
        .with("grounds", &new.grounds)
        .with("measure", new.measure.as_str());
    let (ruling, grounds, measure) = (new.ruling, new.grounds, new.measure);
    let answer = ComplaintAnswer { ruling, grounds, measure, by: by.0, at: now };
    save(tx, &complaint.answered(&round, answer)?)?;
    store::journal::add(tx, &told)?;
    let errand = Errand::ComplaintAnswered { round: round.id, to };
    Ok(store::outbox::add(tx, &errand, now)?)
}

fn seen(
    tx: &mut Tx,
    (id, version): (ComplaintId, i32),
) -> Result<(Complaint, Round), Failure<ComplaintRefusal>> {
    let complaint = store::complaints::find(tx, id)?;
    let round = store::rounds::find(tx, complaint.round)?;
    if complaint.answer.is_some() {
        return Err(ComplaintRefusal::Answered.into());
    }
    match complaint.version == version {
        true => Ok((complaint, round)),
        false => Err(ComplaintRefusal::Changed.into()),
    }
}

fn save(tx: &mut Tx, complaint: &Complaint) -> Result<(), Failure<ComplaintRefusal>> {
    match store::complaints::save(tx, complaint)? {
        true => Ok(()),
        false => Err(ComplaintRefusal::Changed.into()),
    }
}
