//! What happens with a bid after the opening, as its own people may know it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::Desk;
use super::inquiry::address;
use crate::domain::bids::Standing;
use crate::domain::decisions::Condition;
use crate::domain::moments::day_of;
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check};
use crate::domain::review::clock::{self, Pause};
use crate::domain::review::inquiry::{How, Inquiry, InquiryKind, State};
use crate::domain::rounds::Phase;
use crate::domain::tables::{Fate, Plan};
use crate::store::admissibility::Given;
use crate::store::{self, Conn, StoreError};
use crate::web::public::views::{Moment, Reader};
use crate::web::urls;

/// What is known of a bid that was opened.
pub struct Judged {
    opened_at: Timestamp,
    asked: Vec<Inquiry>,
    admission: Option<Given<Admission>>,
    /// What was decided about the requirements; nothing before the decision about the whole.
    checks: Vec<Check>,
    letter_at: Option<Timestamp>,
    /// Draws to which it was invited.
    draws: Vec<Plan>,
}

impl Judged {
    /// None before the opening, after the decision, and for what was never handed in.
    pub fn load(conn: &mut Conn, desk: &Desk) -> Result<Option<Judged>, StoreError> {
        let Phase::Opened { opened_at, .. } = desk.round.phase else { return Ok(None) };
        if desk.bid.standing != Standing::Submitted {
            return Ok(None);
        }
        let id = desk.bid.id;
        let admission = store::admissibility::admission(conn, id)?;
        let checks = match admission {
            Some(_) => store::admissibility::checks(conn, id)?,
            None => vec![],
        };
        Ok(Some(Judged {
            opened_at,
            asked: store::inquiries::of_bid(conn, id)?,
            draws: store::draws::of_bid(conn, id)?,
            admission,
            checks: checks.into_iter().map(|given| given.what).collect(),
            letter_at: store::rejections::letter(conn, id)?.map(|(_, at)| at),
        }))
    }
}

/// Whether a draw was planned for a bid of a decided round; before that `Judged` tells of it.
pub fn drawn(conn: &mut Conn, desk: &Desk) -> Result<bool, StoreError> {
    match desk.round.phase {
        Phase::Decided { .. } => Ok(!store::draws::of_bid(conn, desk.bid.id)?.is_empty()),
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) | Phase::Opened { .. } => Ok(false),
    }
}

#[derive(Serialize)]
pub struct Happening {
    /// One sentence: where it is now.
    now: String,
    /// What the bidder can do or read.
    links: Vec<Link>,
    /// On which the bid joins.
    conditions: Vec<Condition>,
    timeline: Vec<Moment>,
}

#[derive(Serialize)]
struct Link {
    kind: &'static str,
    text: String,
    until: Option<Timestamp>,
    href: String,
    label: String,
}

pub fn happening(r: Reader<'_>, desk: &Desk, judged: &Judged) -> Happening {
    Happening {
        now: r.say(now(r, judged)),
        links: links(r, desk, judged),
        conditions: conditions(desk, judged),
        timeline: timeline(r, desk, judged),
    }
}

fn now(r: Reader<'_>, judged: &Judged) -> &'static str {
    let waits = |one: &Inquiry| one.state(r.now) == State::Open;
    let verdict = judged.admission.as_ref().map(|given| given.what.verdict);
    match verdict {
        Some(AdmissionVerdict::Refused) => "happening-refused",
        _ if judged.asked.iter().any(waits) => "happening-asked",
        Some(AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition) => {
            "happening-assessed"
        }
        None => "happening-admission",
    }
}

fn conditions(desk: &Desk, judged: &Judged) -> Vec<Condition> {
    let joins = judged.admission.as_ref().is_some_and(|given| given.what.verdict.joins());
    let requirements = &desk.round.definition.requirements;
    let condition = |check: &Check| {
        let text = check.condition()?.to_owned();
        let title = requirements.iter().find(|one| one.code == check.requirement);
        let requirement = title.map_or(&check.requirement, |one| &one.title).clone();
        Some(Condition { requirement, text, due: check.due })
    };
    judged.checks.iter().filter(|_| joins).filter_map(condition).collect()
}

/// The letter first, then what waits for an answer, then what was answered.
fn links(r: Reader<'_>, desk: &Desk, judged: &Judged) -> Vec<Link> {
    let bid = desk.bid.id;
    let letter = judged.letter_at.map(|_| Link {
        kind: "warning",
        text: r.say("happening-letter"),
        until: None,
        href: format!("{}/letter", urls::bid(bid)),
        label: r.say("happening-letter-link"),
    });
    let mut asked: Vec<&Inquiry> = judged.asked.iter().collect();
    asked.sort_by_key(|one| one.state(r.now) != State::Open);
    let asked = asked.into_iter().map(|one| {
        let open = one.state(r.now) == State::Open;
        let (kind, label) = match open {
            true => ("warning", "happening-answer"),
            false => ("info", "happening-look"),
        };
        Link {
            kind,
            text: r.say(&format!("happening-{}", one.kind.as_str())),
            until: open.then_some(one.due_at),
            href: address((bid, one.id)),
            label: r.say(label),
        }
    });
    letter.into_iter().chain(draw(r, desk, judged)).chain(asked).collect()
}

/// The draw that stands, or the last one that there was.
fn draw(r: Reader<'_>, desk: &Desk, judged: &Judged) -> Option<Link> {
    let plan = judged.draws.last()?;
    let (kind, text) = match plan.fate {
        Fate::Stands | Fate::Moved { .. } => ("warning", "happening-draw"),
        Fate::Cancelled { .. } => ("info", "happening-draw-cancelled"),
        Fate::Held(_) => ("info", "happening-draw-held"),
    };
    let when = [("when", r.renderer.datetime(r.lang, plan.at).into())];
    Some(Link {
        kind,
        text: r.renderer.translate(r.lang, text, &when),
        until: None,
        href: urls::bid_draw(desk.bid.id),
        label: r.say("happening-draw-link"),
    })
}

/// What happened, oldest first, and what is still to come.
fn timeline(r: Reader<'_>, desk: &Desk, judged: &Judged) -> Vec<Moment> {
    let mut past = vec![(judged.opened_at, "happened-opened")];
    for one in &judged.asked {
        past.extend(of_inquiry(one, r.now));
    }
    if let Some(given) = &judged.admission {
        let key = match given.what.verdict {
            AdmissionVerdict::Admitted => "happened-admitted",
            AdmissionVerdict::AdmittedWithCondition => "happened-admitted-with-condition",
            AdmissionVerdict::Refused => "happened-refused",
        };
        past.push((given.at, key));
    }
    past.sort_by_key(|(at, _)| *at);
    let before = |(at, key): (Timestamp, &str)| Moment {
        at: at.to_string(),
        exact: true,
        text: r.say(key),
        state: "past",
    };
    let refused = judged.letter_at.is_some();
    past.into_iter().map(before).chain(ahead(r, desk, judged).filter(|_| !refused)).collect()
}

fn of_inquiry(one: &Inquiry, now: Timestamp) -> Vec<(Timestamp, &'static str)> {
    let asked = match one.kind {
        InquiryKind::Supplement => "happened-supplement",
        InquiryKind::Clarification => "happened-clarification",
    };
    let mut all = vec![(one.asked.at, asked)];
    all.extend(one.extension.as_ref().map(|extension| (extension.at, "happened-extended")));
    all.extend(one.answered.as_ref().map(|sent| (sent.at, "happened-answered")));
    if one.answered.is_none() && one.state(now) != State::Open {
        all.push((one.due_at, "happened-overdue"));
    }
    all.extend(one.ending.as_ref().and_then(|ending| match ending.how {
        How::Lapsed => None,
        How::Released(_) => Some((ending.by.at, "happened-released")),
        How::Withheld => Some((ending.by.at, "happened-withheld")),
    }));
    all
}

/// The table and the decision; that day moves with the clock of this bid.
fn ahead<'a>(
    r: Reader<'a>,
    desk: &Desk,
    judged: &Judged,
) -> impl Iterator<Item = Moment> + use<'a> {
    let today = day_of(r.now);
    let pauses: Vec<Pause> = judged.asked.iter().filter_map(|one| one.pause(r.now)).collect();
    let dates = &desk.round.definition.dates;
    let decision = clock::moved(dates.decision_on, &pauses, today);
    let key = match decision == dates.decision_on {
        true => "timeline-decision",
        false => "happening-decision-moved",
    };
    let still = pauses.iter().any(|pause| pause.covers(today));
    let key = if still { "happening-clock-still" } else { key };
    let moment = move |day: Date, key: &str| Moment {
        at: day.to_string(),
        exact: false,
        text: r.say(key),
        state: if day < today { "past" } else { "future" },
    };
    vec![moment(dates.table_on, "timeline-table"), moment(decision, key)].into_iter()
}
