//! Holds the meeting of a table to its end by the acts of the people at it: for rounds of the
//! example that are further, and for tests that begin after the table.

use jiff::{SignedDuration, Timestamp};

use super::DemoError;
use super::world::World;
use crate::actions::tables::{self, OpenTable};
use crate::domain::ids::{LotId, PersonId, TableId};
use crate::domain::journal::By;
use crate::domain::scoring::Seed;
use crate::domain::tables::{Decision, FirstGrade, Item, ItemKey, Phase, Table};
use crate::store::{self, Tx};

/// Who does what, by the keys of the example.
#[derive(Clone, Copy)]
pub struct Staff {
    pub lead: &'static str,
    pub chair: &'static str,
    pub key_holders: [&'static str; 2],
}

pub const WALDERVOORT: Staff =
    Staff { lead: "ingrid", chair: "marijke", key_holders: ["henk", "shanti"] };

/// Opens the table of a lot where it is not open yet, goes on from where it is, and closes it.
/// Every act takes half a minute.
pub fn hold(
    tx: &mut Tx,
    (world, staff): (&World, Staff),
    lot: LotId,
    begins: Timestamp,
) -> Result<(), DemoError> {
    let mut clock = Clock(begins);
    let by = |key: &str| (PersonId::named(key), world.name_of(key));
    let id = match store::tables::of_lot(tx, lot)? {
        Some(id) => id,
        None => open(tx, lot, (&by(staff.lead), &by(staff.chair)), &mut clock)?,
    };
    let chair = by(staff.chair);
    if matches!(table(tx, id)?.phase, Phase::Discussing { .. }) {
        seat(tx, id, &mut clock)?;
        settle(tx, id, &chair, &mut clock)?;
        tables::fix_quality(tx, id, &chair, clock.next())?;
    }
    sign(tx, id, &mut clock)?;
    if matches!(table(tx, id)?.phase, Phase::Signed(_)) {
        for key in staff.key_holders {
            tables::turn_price_key(tx, id, &by(key), clock.next())?;
        }
    }
    if matches!(table(tx, id)?.phase, Phase::Ranked { .. }) {
        tables::close_table(tx, id, &chair, clock.next())?;
    }
    Ok(())
}

struct Clock(Timestamp);

impl Clock {
    fn next(&mut self) -> Timestamp {
        self.0 = self.0.saturating_add(SignedDuration::from_secs(30)).unwrap_or(self.0);
        self.0
    }
}

fn table(tx: &mut Tx, id: TableId) -> Result<Table, DemoError> {
    Ok(store::tables::find(tx, id)?)
}

fn open(
    tx: &mut Tx,
    lot: LotId,
    (lead, chair): (&By, &By),
    clock: &mut Clock,
) -> Result<TableId, DemoError> {
    let id = TableId::named(lot.as_str());
    let seed = Seed::from_number(2026);
    let new = OpenTable { id, lot, chair: chair.0, by: lead.clone(), seed };
    tables::open_table(tx, new, clock.next())?;
    Ok(id)
}

/// Everybody comes who may hear of every bid on the lot.
fn seat(tx: &mut Tx, id: TableId, clock: &mut Clock) -> Result<(), DemoError> {
    let table = table(tx, id)?;
    for seat in table.seats.iter().filter(|seat| !seat.is_present()) {
        if store::seats::barred(tx, table.lot, seat.person)?.is_empty() {
            let by = named(tx, seat.person)?;
            tables::take_seat(tx, id, &by, clock.next())?;
        }
    }
    Ok(())
}

fn named(tx: &mut Tx, person: PersonId) -> Result<By, DemoError> {
    Ok((person, store::accounts::person_by_id(tx, person)?.name))
}

fn settle(tx: &mut Tx, id: TableId, chair: &By, clock: &mut Clock) -> Result<(), DemoError> {
    let table = table(tx, id)?;
    let first = store::first_grades::of_lot(tx, table.lot)?;
    for item in table.items.iter().filter(|item| !item.is_fixed()) {
        let mut seen = item.version;
        if item.revealed_at().is_none() {
            tables::reveal_item(tx, id, &item.key, chair, clock.next())?;
            seen += 1;
        }
        let decision = middle(&first, item, seen)?;
        tables::fix_item(tx, id, (&item.key, decision), chair, clock.next())?;
    }
    Ok(())
}

/// The grade in the middle, in the words of an assessor who gave it.
fn middle(first: &[FirstGrade], item: &Item, seen: i32) -> Result<Decision, DemoError> {
    let mut given: Vec<&FirstGrade> = first.iter().filter(|one| one.item == item.key).collect();
    given.sort_by(|one, two| one.grade.cmp(&two.grade));
    let chosen = given.get(given.len() / 2).ok_or_else(|| ungraded(&item.key))?;
    let (grade, reason) = (chosen.grade.clone(), chosen.reason.clone());
    Ok(Decision { grade, reason, outside: String::new(), minority: String::new(), seen })
}

fn ungraded(key: &ItemKey) -> DemoError {
    DemoError::content(format!("nobody graded {key:?}"))
}

fn sign(tx: &mut Tx, id: TableId, clock: &mut Clock) -> Result<(), DemoError> {
    let table = table(tx, id)?;
    if !matches!(table.phase, Phase::QualityFixed { .. }) {
        return Ok(());
    }
    for seat in table.seats.iter().filter(|s| s.must_sign() && s.signed_at.is_none()) {
        let by = named(tx, seat.person)?;
        tables::sign_table(tx, id, &by, clock.next())?;
    }
    Ok(())
}
