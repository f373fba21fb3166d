use jiff::Timestamp;

use super::{Done, keep, note, speaking};
use crate::domain::bids::HandedIn;
use crate::domain::consultations::{
    Consultation, ConsultationRefusal, Item, Report, SeatKind, Value, commitments, put_report,
};
use crate::domain::ids::{BidId, ConsultationId, ItemId, OrganisationId};
use crate::domain::journal::By;
use crate::domain::permission::Stage;
use crate::store::{self, Conn, StoreError, Tx};

pub struct ReportIndicator {
    pub id: ItemId,
    pub bid: BidId,
    /// Field of the bid without its tail.
    pub field: String,
    pub year: i16,
    pub value: Value,
}

/// The cooperative itself, or a municipality at the table, says how far a promise is.
pub fn report_indicator(
    tx: &mut Tx,
    of: ConsultationId,
    report: ReportIndicator,
    by: By,
    now: Timestamp,
) -> Done {
    let own = speaking(tx, of, &by, now)?;
    let table = store::consultations::find(tx, of)?;
    let awarded = promised(tx, &table, now)?;
    let bid = awarded.iter().find(|one| one.bid == report.bid);
    let bid = bid.ok_or(StoreError::Missing)?;
    let is_own = works_for(tx, &by, bid.content.cooperative)?;
    if own.body.kind != SeatKind::Buyer && !is_own {
        return Err(ConsultationRefusal::NotYours.into());
    }
    let known = commitments(&bid.content.answers);
    if known.iter().all(|one| one.field != report.field) {
        return Err(ConsultationRefusal::NoPromise.into());
    }
    let reports: Vec<Item<Report>> = store::consultations::items(tx, of)?;
    let body = Report {
        bid: report.bid,
        field: report.field,
        year: report.year,
        value: report.value,
        by: own.body.holder,
    };
    keep(tx, of, &put_report(&reports, Item::new(report.id, now, body)))?;
    let name = bid.content.cooperative_name.clone();
    Ok(note(tx, &table, (&by, "reported_indicator"), &[("cooperative", &name)], now)?)
}

fn works_for(tx: &mut Tx, by: &By, owner: OrganisationId) -> Result<bool, StoreError> {
    Ok(store::accounts::actor(tx, by.0)?.belongs_to(owner))
}

/// Bids that won in the decided rounds that this table hears of, the newest round first.
pub fn promised(
    conn: &mut Conn,
    table: &Consultation,
    now: Timestamp,
) -> Result<Vec<HandedIn>, StoreError> {
    let mut won = vec![];
    let seats = store::consultations::items(conn, table.id)?;
    for round in store::rounds::published(conn)? {
        let ours = table.tells_of(round.municipality, &seats, now);
        if !ours || round.stage(now) != Stage::Decided {
            continue;
        }
        let file = store::decisions::file(conn, round.id)?;
        let winners: Vec<BidId> =
            file.lots.iter().filter_map(|lot| Some(lot.winner()?.bid)).collect();
        let lots: Vec<_> = file.lots.iter().map(|lot| lot.lot.id).collect();
        let handed_in = store::submissions::opened_of_lots(conn, &lots)?;
        won.extend(handed_in.into_iter().filter(|one| winners.contains(&one.bid)));
    }
    Ok(won)
}
