use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Failure;
use crate::domain::accounts::Role;
use crate::domain::errand::Errand;
use crate::domain::ids::{ComplaintId, OrganisationId, PersonId, RoundId};
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::Round;
use crate::domain::rounds::complaints::{Complaint, ComplaintRefusal, due, written};
use crate::store::{self, StoreError, Tx, new_id};

/// A complaint about the rules of a round, as somebody typed it.
pub struct FileComplaint {
    pub round: RoundId,
    pub by: By,
    pub cooperative: Option<OrganisationId>,
    pub body: String,
}

/// Keeps the complaint with the day before which it is answered, and tells those who name its handler.
pub fn file_complaint(
    tx: &mut Tx,
    new: FileComplaint,
    now: Timestamp,
) -> Result<ComplaintId, Failure<ComplaintRefusal>> {
    let round = store::rounds::find(tx, new.round)?;
    let due_at = due(&round, now)?;
    written(&new.body)?;
    let complaint = Complaint {
        id: ComplaintId::new(new_id()),
        round: new.round,
        filed_by: new.by.0,
        cooperative: new.cooperative,
        body: new.body,
        filed_at: now,
        due_at,
        handler: None,
        handler_reason: String::new(),
        answer: None,
        version: 1,
    };
    store::complaints::add(tx, &complaint)?;
    let entry = Entry::new(&new.by, "filed_complaint", &round.definition.title, now);
    let entry = entry.in_round(round.id).with("complaint", &complaint.body);
    store::journal::add(tx, &Entry { organisation: new.cooperative, sealed: true, ..entry })?;
    for to in leads(tx, &round)? {
        let errand = Errand::ComplaintFiled { round: round.id, to };
        store::outbox::add(tx, &errand, now)?;
    }
    let waits = Errand::ComplaintDue { complaint: complaint.id };
    store::outbox::add(tx, &waits, complaint.remind_at())?;
    Ok(complaint.id)
}

/// It is nearly due: who handles it hears that, or those who still have to name somebody.
pub fn remind_of_complaint(tx: &mut Tx, id: ComplaintId, now: Timestamp) -> Result<(), StoreError> {
    let complaint = store::complaints::find(tx, id)?;
    if complaint.answer.is_some() {
        return Ok(());
    }
    let round = store::rounds::find(tx, complaint.round)?;
    let to = match complaint.handler {
        Some(handler) => BTreeSet::from([handler]),
        None => leads(tx, &round)?,
    };
    for to in to {
        let errand = Errand::ComplaintWaits { round: round.id, complaint: id, to };
        store::outbox::add(tx, &errand, now)?;
    }
    Ok(())
}

/// Who names the handler of a complaint.
fn leads(tx: &mut Tx, round: &Round) -> Result<BTreeSet<PersonId>, StoreError> {
    let members = store::accounts::members(tx, round.municipality)?.into_iter();
    let leads = members.filter(|m| matches!(m.role, Role::ProcessLead | Role::Administrator));
    Ok(leads.map(|member| member.person).collect())
}
