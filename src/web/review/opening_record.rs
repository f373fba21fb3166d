//! The record of an opening: who opened, what had come in and in which order, as page and as PDF.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::{Facts, facts};
use crate::actions::round_keys;
use crate::documents::opening_paper::{OpenedBid, OpenedLot, OpeningFacts, opening_paper};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::{Lot, Phase};
use crate::store::keys::NamedTurn;
use crate::store::opening::{Late, Line};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::bids::documents::{as_pdf, printed};
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::paging::{LINES, Pages, Wanted};
use crate::web::urls;

/// What is known of an opening.
pub struct Opened {
    at: Timestamp,
    keys: Vec<NamedTurn>,
    /// In the order in which they came in.
    lines: Vec<Line>,
    late: Vec<Late>,
}

impl Opened {
    /// None before the opening.
    pub fn load(conn: &mut Conn, facts: &Facts) -> Result<Option<Opened>, StoreError> {
        let Some(at) = opened_at(&facts.round.phase) else { return Ok(None) };
        let id = facts.round.id;
        let mut lines = store::opening::record(conn, id)?;
        lines.sort_by(|a, b| (a.received_at, &a.number).cmp(&(b.received_at, &b.number)));
        Ok(Some(Opened {
            at,
            keys: store::keys::turns(conn, &round_keys(id))?,
            lines,
            late: store::opening::late(conn, id)?,
        }))
    }

    fn of_lot(&self, lot: &Lot) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.lot_number == lot.number)
    }
}

fn opened_at(phase: &Phase) -> Option<Timestamp> {
    match phase {
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) => None,
        Phase::Opened { opened_at, .. } | Phase::Decided { opened_at, .. } => Some(*opened_at),
    }
}

#[derive(Serialize)]
pub struct Record {
    opened_at: Timestamp,
    keys: Vec<Key>,
    count: usize,
    lots: Vec<RecordLot>,
    late: Vec<LateLine>,
    pdf: String,
    pages: Option<Pages>,
}

#[derive(Serialize)]
struct Key {
    name: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct RecordLot {
    label: String,
    lines: Vec<RecordLine>,
}

#[derive(Serialize)]
struct RecordLine {
    /// Place in the order of coming in on this lot.
    place: usize,
    code: Option<String>,
    cooperative: String,
    number: String,
    /// Of what was handed in; none when it was taken back.
    hash: Option<String>,
    received_at: Timestamp,
    withdrawn_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct LateLine {
    cooperative: String,
    lot: String,
    at: Timestamp,
}

pub fn record(facts: &Facts, opened: &Opened, wanted: Wanted) -> Record {
    let of_lot = |lot: &Lot| (lot.label(), opened.of_lot(lot).enumerate().map(line).collect());
    let mut lots: Vec<(String, Vec<RecordLine>)> = facts.lots.iter().map(of_lot).collect();
    let base = format!("{}/opening", urls::manage_round(facts.round.id));
    let pages = Pages::cut_groups(&mut lots, wanted, (&base, LINES));
    let late = opened.late.iter().map(|late| LateLine {
        cooperative: late.cooperative.clone(),
        lot: late.lot.clone(),
        at: late.at,
    });
    Record {
        opened_at: opened.at,
        keys: opened.keys.iter().map(|t| Key { name: t.name.clone(), at: t.turn.at }).collect(),
        count: opened.lines.iter().filter(|l| l.withdrawn_at.is_none()).count(),
        lots: lots.into_iter().map(|(label, lines)| RecordLot { label, lines }).collect(),
        late: late.collect(),
        pdf: format!("{base}/record.pdf"),
        pages,
    }
}

fn line((place, line): (usize, &Line)) -> RecordLine {
    RecordLine {
        place: place + 1,
        code: line.code.clone(),
        cooperative: line.cooperative.clone(),
        number: line.number.clone(),
        hash: line.withdrawn_at.is_none().then(|| line.hash.clone()),
        received_at: line.received_at,
        withdrawn_at: line.withdrawn_at,
    }
}

/// `GET /manage/rounds/{round}/opening/record.pdf`
pub async fn record_pdf(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let (facts, opened) = app
        .read::<_, Error, _>(move |conn| {
            let facts = facts(conn, &asker, id, Act::ViewOpening)?;
            let opened = Opened::load(conn, &facts)?.ok_or(Error::Missing)?;
            Ok((facts, opened))
        })
        .await?;
    let paper = opening_paper(&app.renderer, me.lang, &told(&facts, opened));
    let bytes = printed(&app, paper, as_pdf).await?;
    Ok(downloads::bytes("opening.pdf", "application/pdf", bytes))
}

fn told(facts: &Facts, opened: Opened) -> OpeningFacts<'_> {
    let bid = |line: &Line| OpenedBid {
        code: line.code.clone(),
        cooperative: line.cooperative.clone(),
        number: line.number.clone(),
        hash: line.hash.clone(),
        received_at: line.received_at,
        withdrawn_at: line.withdrawn_at,
    };
    let lot =
        |lot: &Lot| OpenedLot { label: lot.label(), bids: opened.of_lot(lot).map(bid).collect() };
    OpeningFacts {
        municipality: &facts.owner.name,
        round: &facts.round.definition.title,
        opened_at: opened.at,
        closed_at: facts.round.closes_at(),
        lots: facts.lots.iter().map(lot).collect(),
        keys: opened.keys.into_iter().map(|key| (key.name, key.turn.at)).collect(),
        late: opened.late.into_iter().map(|late| (late.lot, late.cooperative, late.at)).collect(),
    }
}
