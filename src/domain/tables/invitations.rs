//! Whom a draw of lots concerns hears of it in time.
//!
//! Source: art. 2.63.3 ARW 2016, ECLI:NL:RBDHA:2018:2154.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::ids::BidId;
use crate::domain::moments::day_of;
use crate::domain::rounds::timeline::working_day;

/// A draw is held at the earliest on this working day after its bidders heard of it. The rules say "in
/// time" and no number: who hears it on one day can arrange the next, and come on the day after it.
pub const NOTICE: u8 = 2;

/// The first day of a draw for who hears of it at this moment.
pub fn first_day(heard: Timestamp) -> Date {
    let next = |day: Date| working_day(day.tomorrow().unwrap_or(day));
    (0..NOTICE).fold(day_of(heard), |day, _| next(day))
}

/// How one bidder was asked to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub bid: BidId,
    pub mails: Vec<Mailed>,
    pub confirmed: Option<Confirmed>,
}

/// One mail to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailed {
    pub name: String,
    pub post: Post,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Post {
    Waiting,
    HandedOver {
        at: Timestamp,
    },
    CameBack {
        at: Timestamp,
    },
    /// The moment was no longer that of the draw when its turn came.
    Dropped,
}

/// Somebody of the bidder said to have read the invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    pub by: String,
    pub at: Timestamp,
}

impl Invitation {
    pub fn of(bid: BidId) -> Invitation {
        Invitation { bid, mails: vec![], confirmed: None }
    }

    /// When the bidder first heard of a draw at this moment, if it was in time: a mail went out, or
    /// somebody said to have read it.
    pub fn heard(&self, draw: Timestamp) -> Option<Timestamp> {
        let mails = self.mails.iter().filter_map(|mail| match mail.post {
            Post::HandedOver { at } => Some(at),
            Post::Waiting | Post::CameBack { .. } | Post::Dropped => None,
        });
        let read = self.confirmed.as_ref().map(|read| read.at);
        mails.chain(read).filter(|at| first_day(*at) <= day_of(draw)).min()
    }

    /// What was handed over after this moment was not sent at all.
    pub fn without_mails_after(&mut self, end: Timestamp) {
        for mail in &mut self.mails {
            if matches!(mail.post, Post::HandedOver { at } if at > end) {
                mail.post = Post::Dropped;
            }
        }
    }
}
