//! Lists that can be had from the opening on.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::{SLICE, Scope, Take};
use crate::domain::exports::Cell;
use crate::domain::ids::{BidId, LotId};
use crate::domain::money::Cents;
use crate::domain::rounds::questions::Standing;
use crate::store::journal::Sight;
use crate::store::schema::{admissions, bids, lots, organisations, people, requirement_checks};
use crate::store::time::at;
use crate::store::{self, Conn, StoreError};

/// What the record of the opening does not say of a bid.
struct Beside {
    place: String,
    preference: i32,
    /// Verdict and reason.
    admission: Option<(String, String)>,
}

fn beside(conn: &mut Conn, scope: &Scope) -> Result<BTreeMap<String, Beside>, StoreError> {
    type Row = (String, String, i32, Option<String>, Option<String>);
    let rows: Vec<Row> = bids::table
        .inner_join(organisations::table)
        .left_join(admissions::table)
        .filter(bids::round_id.eq(scope.round.id.as_str()))
        .filter(bids::code.is_not_null())
        .select((
            bids::id,
            organisations::place,
            bids::preference,
            admissions::verdict.nullable(),
            admissions::reason.nullable(),
        ))
        .load(conn.link())?;
    let one = |(id, place, preference, verdict, reason): Row| {
        (id, Beside { place, preference, admission: verdict.zip(reason) })
    };
    Ok(rows.into_iter().map(one).collect())
}

/// Prices of the lots whose price was opened; all others stay shut.
fn prices(conn: &mut Conn, scope: &Scope) -> Result<BTreeMap<BidId, Cents>, StoreError> {
    let mut found = BTreeMap::new();
    for table in scope.priced.values() {
        if let Some(proof) = store::tables::find(conn, *table)?.open_price() {
            found.extend(store::tables::prices(conn, &proof)?);
        }
    }
    Ok(found)
}

/// Everything that was handed in, also what was taken back before the deadline, which has no code.
pub fn bids(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    let beside = beside(conn, scope)?;
    let prices = prices(conn, scope)?;
    for line in store::opening::record(conn, scope.round.id)? {
        let own = beside.get(line.bid.as_str());
        let admission = own.and_then(|own| own.admission.as_ref());
        let lot = scope.lots.iter().find(|lot| lot.number == line.lot_number);
        take(&[
            Cell::Whole(line.lot_number.into()),
            Cell::text(line.lot_name),
            Cell::text(line.number),
            Cell::maybe(line.code, Cell::text),
            Cell::text(line.cooperative),
            Cell::maybe(own, |own| Cell::text(&own.place)),
            Cell::maybe(own, |own| Cell::Whole(own.preference.into())),
            Cell::At(line.received_at),
            Cell::maybe(line.withdrawn_at, Cell::At),
            Cell::text(line.hash),
            Cell::maybe(admission, |(word, _)| Cell::word("journal-word-", word)),
            Cell::maybe(admission, |(_, reason)| Cell::text(reason)),
            Cell::maybe(prices.get(&line.bid), |price| Cell::Euro(*price)),
            Cell::text(line.bid.to_string()),
            Cell::maybe(lot, |lot| Cell::text(scope.municipality(lot))),
        ]);
    }
    Ok(())
}

type Checked = (
    (i32, Option<String>, String),
    (String, String, String),
    (String, i64),
    (Option<String>, Option<String>),
);

pub fn requirements(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    let titles: BTreeMap<&str, &str> = scope
        .round
        .definition
        .requirements
        .iter()
        .map(|one| (one.code.as_str(), one.title.as_str()))
        .collect();
    for slice in 0.. {
        let rows: Vec<Checked> = requirement_checks::table
            .inner_join(bids::table.inner_join(lots::table).inner_join(organisations::table))
            .inner_join(people::table.on(people::id.eq(requirement_checks::checked_by)))
            .filter(bids::round_id.eq(scope.round.id.as_str()))
            .filter(bids::code.is_not_null())
            .order((lots::number, bids::code, bids::id, requirement_checks::requirement))
            .offset(slice * SLICE)
            .limit(SLICE)
            .select((
                (lots::number, bids::code, organisations::name),
                (
                    requirement_checks::requirement,
                    requirement_checks::verdict,
                    requirement_checks::reason,
                ),
                (people::name, requirement_checks::checked_at),
                (requirement_checks::condition_by, requirement_checks::ground),
            ))
            .load(conn.link())?;
        let last = rows.len() < usize::try_from(SLICE).unwrap_or_default();
        for ((lot, code, cooperative), (requirement, verdict, reason), (by, time), more) in rows {
            let title = titles.get(requirement.as_str()).copied().unwrap_or_default();
            take(&[
                Cell::Whole(lot.into()),
                Cell::maybe(code, Cell::text),
                Cell::text(cooperative),
                Cell::text(&requirement),
                Cell::text(title),
                Cell::word("journal-word-", verdict),
                Cell::text(reason),
                Cell::text(by),
                Cell::At(at(time)),
                Cell::maybe(more.0, Cell::text),
                Cell::maybe(more.1, Cell::text),
            ]);
        }
        if last {
            break;
        }
    }
    Ok(())
}

/// How many marks of how many, and no grade.
pub fn progress(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    for line in store::progress::of_round(conn, &scope.round)? {
        take(&[
            Cell::Whole(line.lot_number.into()),
            Cell::text(&line.lot_name),
            Cell::text(&line.assessor),
            Cell::count(line.given()),
            Cell::count(line.of()),
            Cell::maybe(line.assignment.locked_at, Cell::At),
            Cell::maybe(line.assignment.reminded_at, Cell::At),
        ]);
    }
    Ok(())
}

/// Without who asked, and without what was taken back.
pub fn questions(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    let label = |id: LotId| scope.lot(id).map(|lot| lot.label()).unwrap_or_default();
    let all = store::questions::of_round(conn, scope.round.id)?.into_iter();
    let asked = all.filter(|question| question.standing() != Standing::Withdrawn);
    for (number, question) in (1..).zip(asked) {
        take(&[
            Cell::Whole(number),
            Cell::maybe(question.lot, |lot| Cell::text(label(lot))),
            Cell::word("question-secrecy-", question.secrecy.as_str()),
            Cell::At(question.asked_at),
            Cell::text(question.body),
            Cell::maybe(question.answer.as_ref(), |answer| Cell::At(answer.at)),
            Cell::maybe(question.answer.as_ref(), |answer| Cell::text(&answer.text)),
        ]);
    }
    Ok(())
}

/// Numbered by itself: numbers of the whole journal would tell how many other acts there are.
pub fn journal(conn: &mut Conn, scope: &Scope, take: &mut Take<'_>) -> Result<(), StoreError> {
    let (mut last, mut number) = (0, 0);
    loop {
        let rows = store::journal::slice(conn, (scope.round.id, Sight::Everything), (last, SLICE))?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.seq;
        for row in rows {
            number += 1;
            let entry = row.entry;
            let told = entry.particulars.iter().filter(|(_, text)| !text.is_empty());
            let told: Vec<String> = told.map(|(key, text)| format!("{key}: {text}")).collect();
            take(&[
                Cell::Whole(number),
                Cell::At(entry.at),
                Cell::text(&entry.actor_name),
                Cell::text(&entry.verb),
                Cell::Act { verb: entry.verb, actor: entry.actor_name, object: entry.object },
                Cell::text(told.join("\n")),
                Cell::text(row.hash),
            ]);
        }
    }
}
