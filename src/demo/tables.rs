//! The assessment tables of the example. What `scores.toml` has settled is settled here too, at
//! believable times today. A lot with every item settled is signed, opened and closed; at the
//! other one the people still sit, and the biggest difference lies on the table.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::{World, organisation};
use crate::actions::tables::{self as acts, OpenTable};
use crate::domain::ids::{BidId, LotId, PersonId, RoundId, TableId};
use crate::domain::journal::By;
use crate::domain::rounds::Round;
use crate::domain::scoring::{Exact, Seed};
use crate::domain::tables::{Decision, ItemKey, Table, agenda};
use crate::store::{self, Database, Tx};

const SCORES: &str = include_str!("../../config/demo/scores.toml");

/// Number of a lot, and how many minutes ago its table opened.
const TABLES: [(u16, i64); 2] = [(2, 240), (1, 100)];

#[derive(Clone, Deserialize)]
struct Story {
    assessors: Vec<String>,
    table: Cast,
    consensus: Vec<Settled>,
}

#[derive(Clone, Deserialize)]
struct Cast {
    round: String,
    opened_by: [String; 2],
    chair: String,
    secretary: String,
    adviser: String,
    lead: String,
}

#[derive(Clone, Deserialize)]
struct Settled {
    lot: u16,
    cooperative: String,
    criterion: String,
    grade: Exact,
    reason: String,
}

/// Plays the meetings, in one transaction.
pub fn load(db: &Database, world: &World, now: Timestamp) -> Result<(), DemoError> {
    let story: Story = toml::from_str(SCORES).map_err(DemoError::content)?;
    let world = world.clone();
    db.write_now(move |tx| {
        let round = store::rounds::find(tx, RoundId::named(&story.table.round))?;
        for (number, ago) in TABLES {
            let name = format!("{}-{number}", story.table.round);
            let (story, world) = (&story, &world);
            let meeting = Meeting {
                id: TableId::named(&name),
                lot: (LotId::named(&name), number),
                round: &round,
                begun: now - SignedDuration::from_mins(ago),
                story,
                world,
            };
            meeting.hold(tx)?;
        }
        Ok::<_, DemoError>(())
    })
}

/// One table with who sits there.
struct Meeting<'a> {
    id: TableId,
    lot: (LotId, u16),
    round: &'a Round,
    begun: Timestamp,
    story: &'a Story,
    world: &'a World,
}

impl Meeting<'_> {
    fn hold(&self, tx: &mut Tx) -> Result<(), DemoError> {
        self.open(tx)?;
        let settled: Vec<&Settled> =
            self.story.consensus.iter().filter(|s| s.lot == self.lot.1).collect();
        let mut minute = 12;
        for one in settled {
            self.settle(tx, one, minute)?;
            minute += 8;
        }
        match store::tables::find(tx, self.id)?.is_settled() {
            true => self.finish(tx, minute),
            false => self.go_on(tx, minute),
        }
    }

    fn at(&self, minute: i64) -> Timestamp {
        self.begun + SignedDuration::from_mins(minute)
    }

    fn by(&self, key: &str) -> By {
        (PersonId::named(key), self.world.name_of(key))
    }

    fn chair(&self) -> By {
        self.by(&self.story.table.chair)
    }

    /// The assessors and the chair, who also sign.
    fn signers(&self) -> impl Iterator<Item = &String> {
        self.story.assessors.iter().chain([&self.story.table.chair])
    }

    fn open(&self, tx: &mut Tx) -> Result<(), DemoError> {
        let cast = &self.story.table;
        let new = OpenTable {
            id: self.id,
            lot: self.lot.0,
            chair: PersonId::named(&cast.chair),
            by: self.by(&cast.lead),
            seed: Seed::from_number(2026 + u64::from(self.lot.1)),
        };
        acts::open_table(tx, new, self.at(0))?;
        let others = [&cast.secretary, &cast.adviser];
        for (i, key) in (0..).zip(self.signers().chain(others)) {
            acts::take_seat(tx, self.id, &self.by(key), self.at(2 + i))?;
        }
        Ok(())
    }

    fn settle(&self, tx: &mut Tx, one: &Settled, minute: i64) -> Result<(), DemoError> {
        let bid = self.bid(tx, &one.cooperative)?;
        let key = ItemKey { bid, criterion: one.criterion.clone() };
        acts::reveal_item(tx, self.id, &key, &self.chair(), self.at(minute))?;
        let decision = Decision {
            grade: one.grade.clone(),
            reason: one.reason.clone(),
            outside: String::new(),
            minority: String::new(),
            seen: store::tables::find(tx, self.id)?.item(&key).map_or(0, |item| item.version),
        };
        let (chair, at) = (self.chair(), self.at(minute + 6));
        acts::fix_item(tx, self.id, (&key, decision), &chair, at)?;
        Ok(())
    }

    fn bid(&self, tx: &mut Tx, cooperative: &str) -> Result<BidId, DemoError> {
        let bids = store::bids::opened_of_round(tx, self.round.id)?;
        let owner = organisation(cooperative);
        let found = bids.iter().find(|b| b.lot == self.lot.0 && b.cooperative == owner);
        Ok(found.ok_or_else(|| DemoError::content(format!("no bid of {cooperative}")))?.id)
    }

    /// All grades are there: sign, open the price with two keys, close.
    fn finish(&self, tx: &mut Tx, minute: i64) -> Result<(), DemoError> {
        acts::fix_quality(tx, self.id, &self.chair(), self.at(minute))?;
        for (i, key) in (1..).zip(self.signers()) {
            acts::sign_table(tx, self.id, &self.by(key), self.at(minute + i))?;
        }
        for (i, key) in (0..).zip(&self.story.table.opened_by) {
            acts::turn_price_key(tx, self.id, &self.by(key), self.at(minute + 15 + 3 * i))?;
        }
        acts::close_table(tx, self.id, &self.chair(), self.at(minute + 30))?;
        Ok(())
    }

    /// The next item of the agenda lies open.
    fn go_on(&self, tx: &mut Tx, minute: i64) -> Result<(), DemoError> {
        let table = store::tables::find(tx, self.id)?;
        if let Some(key) = self.next(tx, &table)? {
            acts::reveal_item(tx, self.id, &key, &self.chair(), self.at(minute + 4))?;
        }
        Ok(())
    }

    fn next(&self, tx: &mut Tx, table: &Table) -> Result<Option<ItemKey>, DemoError> {
        let lot = store::rounds::find_lot(tx, self.lot.0)?;
        let scheme = self.round.definition.scheme(&lot.details);
        let bands = self.round.definition.meeting.bands;
        let codes = store::tables::codes(tx, self.id)?;
        let first = store::first_grades::of_lot(tx, self.lot.0)?;
        let open = |key: &ItemKey| table.item(key).is_some_and(|item| !item.is_fixed());
        let lines = agenda(&table.items, (&scheme, bands), &codes, &first);
        Ok(lines.into_iter().map(|line| line.key).find(open))
    }
}
