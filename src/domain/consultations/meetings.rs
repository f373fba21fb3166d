//! Meetings, what seats ask for the agenda, and what comes out: decisions, actions, minutes.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ConsultationRefusal;
use crate::domain::accounts::words;
use crate::domain::ids::ItemId;

/// When and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    pub title: String,
    pub place: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    pub at: Timestamp,
    pub by: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    #[serde(flatten)]
    pub called: Called,
    /// Why it does not go on.
    pub cancelled: Option<String>,
    /// Seats that were there.
    pub attended: Vec<ItemId>,
    /// What the secretary adds to what the acts say.
    pub notes: String,
    pub approved: Option<Approval>,
}

impl Meeting {
    pub fn new(called: Called, now: Timestamp) -> Result<Meeting, ConsultationRefusal> {
        called.check(now)?;
        Ok(Meeting {
            called,
            cancelled: None,
            attended: vec![],
            notes: String::new(),
            approved: None,
        })
    }

    /// Another time or place, as long as it did not begin.
    pub fn move_to(self, called: Called, now: Timestamp) -> Result<Meeting, ConsultationRefusal> {
        self.ahead(now)?;
        if self.called == called {
            return Err(ConsultationRefusal::Same);
        }
        called.check(now)?;
        Ok(Meeting { called, ..self })
    }

    pub fn cancel(self, reason: String, now: Timestamp) -> Result<Meeting, ConsultationRefusal> {
        self.ahead(now)?;
        Ok(Meeting { cancelled: Some(reason), ..self })
    }

    /// Decisions and actions come in as long as the minutes are not approved.
    pub fn still_changes(&self) -> Result<(), ConsultationRefusal> {
        match (&self.cancelled, &self.approved) {
            (Some(_), _) => Err(ConsultationRefusal::Cancelled),
            (None, Some(_)) => Err(ConsultationRefusal::Approved),
            (None, None) => Ok(()),
        }
    }

    /// It did not begin: it can be moved and cancelled.
    pub fn ahead(&self, now: Timestamp) -> Result<(), ConsultationRefusal> {
        self.still_changes()?;
        if self.called.starts_at <= now { Err(ConsultationRefusal::Begun) } else { Ok(()) }
    }

    /// It began, and its minutes are open: only then something comes out of it.
    pub fn held(&self, now: Timestamp) -> Result<(), ConsultationRefusal> {
        self.still_changes()?;
        if now < self.called.starts_at { Err(ConsultationRefusal::NotYet) } else { Ok(()) }
    }

    pub fn complete(
        self,
        (attended, notes): (Vec<ItemId>, String),
        now: Timestamp,
    ) -> Result<Meeting, ConsultationRefusal> {
        self.held(now)?;
        if notes.chars().count() > super::TEXT_CHARS {
            return Err(ConsultationRefusal::TooLong);
        }
        Ok(Meeting { attended, notes, ..self })
    }

    /// From now on the minutes are public and stay as they are.
    pub fn approve(self, by: String, now: Timestamp) -> Result<Meeting, ConsultationRefusal> {
        self.held(now)?;
        Ok(Meeting { approved: Some(Approval { at: now, by }), ..self })
    }
}

impl Called {
    fn check(&self, now: Timestamp) -> Result<(), ConsultationRefusal> {
        if self.ends_at <= self.starts_at {
            return Err(ConsultationRefusal::Order);
        }
        match self.starts_at <= now {
            true => Err(ConsultationRefusal::Past),
            false => Ok(()),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestState {
    Open,
    /// On the agenda of this meeting.
    Accepted {
        meeting: ItemId,
    },
    /// Not on the agenda, and why.
    Answered {
        text: String,
    },
}

/// What a seat wants to talk about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    pub seat: ItemId,
    pub holder: String,
    pub title: String,
    pub why: String,
    pub state: RequestState,
}

impl Request {
    /// It has no answer yet.
    pub fn waits(&self) -> Result<(), ConsultationRefusal> {
        match self.state {
            RequestState::Open => Ok(()),
            RequestState::Accepted { .. } | RequestState::Answered { .. } => {
                Err(ConsultationRefusal::Answered)
            }
        }
    }

    pub fn answer(self, state: RequestState) -> Result<Request, ConsultationRefusal> {
        self.waits()?;
        Ok(Request { state, ..self })
    }
}

words! {
    /// Tables advise; organs decide.
    DecisionKind {
        Advice = "advice",
        AgreedText = "agreed_text",
        Parked = "parked",
        Escalated = "escalated",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    pub seat: ItemId,
    /// Only when the seat wants its name in the minutes.
    pub name: Option<String>,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub kind: DecisionKind,
    pub text: String,
    /// The paper it is about.
    pub paper: Option<ItemId>,
    pub dissents: Vec<Dissent>,
}

impl Decision {
    /// A seat says what it thinks instead; once more replaces what it said before.
    pub fn dissent(mut self, dissent: Dissent) -> Decision {
        self.dissents.retain(|one| one.seat != dissent.seat);
        self.dissents.push(dissent);
        self
    }
}

/// Something that one seat will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub what: String,
    pub seat: ItemId,
    pub owner: String,
    pub due: Date,
    pub done_at: Option<Timestamp>,
}
