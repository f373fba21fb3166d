use jiff::{SignedDuration, Timestamp};

use super::{Done, keep, note, tell_all};
use crate::domain::consultations::{Item, Paper};
use crate::domain::errand::News;
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::journal::By;
use crate::store::{self, Tx};

/// Reminders go out so long before a comment round closes.
const AHEAD: [(News, SignedDuration); 2] = [
    (News::ClosesInAWeek, SignedDuration::from_hours(7 * 24)),
    (News::ClosesTomorrow, SignedDuration::from_hours(24)),
];

/// Lays a paper on the table. All seats read it from the same moment, and hear so by mail then.
pub fn publish_paper(
    tx: &mut Tx,
    (of, id): (ConsultationId, ItemId),
    paper: Paper,
    by: By,
    now: Timestamp,
) -> Done {
    let table = store::consultations::find_to_change(tx, of)?;
    keep(tx, of, &Item::new(id, now, paper.clone()))?;
    tell_all(tx, of, (id, News::PaperOut), paper.opens_at)?;
    for (news, ahead) in AHEAD {
        let due = paper.closes_at.saturating_sub(ahead).unwrap_or(paper.closes_at);
        if due > paper.opens_at {
            tell_all(tx, of, (id, news), due)?;
        }
    }
    Ok(note(tx, &table, (&by, "published_paper"), &[("title", &paper.title)], now)?)
}
