//! Papers with a comment round: everybody reads them from the same moment, comments until the same
//! moment, and reads the comments of the others only after it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ConsultationRefusal, Item, text};
use crate::domain::accounts::words;
use crate::domain::ids::{ItemId, PersonId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub title: String,
    pub body: String,
    /// From now on all seats read it.
    pub opens_at: Timestamp,
    /// The last moment to comment.
    pub closes_at: Timestamp,
    pub by: String,
}

impl Paper {
    pub fn new(
        (title, body): (String, &str),
        (opens_at, closes_at): (Timestamp, Timestamp),
        by: String,
        now: Timestamp,
    ) -> Result<Paper, ConsultationRefusal> {
        if closes_at <= opens_at {
            return Err(ConsultationRefusal::Order);
        }
        // Who fills in a moment that goes by while they type means now.
        let opens_at = opens_at.max(now);
        if closes_at <= opens_at {
            return Err(ConsultationRefusal::Past);
        }
        Ok(Paper { title, body: text(body)?, opens_at, closes_at, by })
    }

    pub fn is_out(&self, now: Timestamp) -> bool {
        self.opens_at <= now
    }

    pub fn takes_comments(&self, now: Timestamp) -> bool {
        self.is_out(now) && now <= self.closes_at
    }

    pub fn is_over(&self, now: Timestamp) -> bool {
        now > self.closes_at
    }

    /// What one can comment on, counted from 1.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.body.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

words! {
    /// What was done with a comment.
    Outcome {
        Adopted = "adopted",
        Partly = "partly",
        NotAdopted = "not_adopted",
        Noted = "noted",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub text: String,
    pub outcome: Outcome,
    pub by: String,
    pub at: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    pub seat: ItemId,
    /// Of the organisation, as it was then.
    pub holder: String,
    pub by: PersonId,
    pub by_name: String,
    /// From 1; none for the paper as a whole.
    pub paragraph: Option<usize>,
    pub text: String,
    pub reply: Option<Reply>,
}

impl Comment {
    /// May this be said of this paper now?
    pub fn fits(&self, paper: &Paper, now: Timestamp) -> Result<(), ConsultationRefusal> {
        if !paper.takes_comments(now) {
            return Err(ConsultationRefusal::RoundShut);
        }
        match self.paragraph {
            Some(n) if n == 0 || n > paper.paragraphs().len() => {
                Err(ConsultationRefusal::NoParagraph)
            }
            Some(_) | None => Ok(()),
        }
    }

    /// While the round is open only the seat that wrote it reads it; the municipality waits too.
    pub fn is_shown(&self, paper: &Paper, own: Option<ItemId>, now: Timestamp) -> bool {
        paper.is_over(now) || own == Some(self.seat)
    }

    /// The answer of the municipality, after the round.
    pub fn answer(self, reply: Reply, paper: &Paper) -> Result<Comment, ConsultationRefusal> {
        match paper.is_over(reply.at) {
            true => Ok(Comment { reply: Some(reply), ..self }),
            false => Err(ConsultationRefusal::RoundOpen),
        }
    }
}

impl Item<Comment> {
    /// Who sits in the seat that wrote it may take it back while the round is open.
    pub fn may_go(
        &self,
        paper: &Paper,
        own: ItemId,
        now: Timestamp,
    ) -> Result<(), ConsultationRefusal> {
        match (self.body.seat == own, paper.takes_comments(now)) {
            (false, _) => Err(ConsultationRefusal::NotYours),
            (true, false) => Err(ConsultationRefusal::RoundShut),
            (true, true) => Ok(()),
        }
    }
}
