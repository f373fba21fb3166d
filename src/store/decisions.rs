//! Decisions per lot, and the file they rest on. What is not opened yet is not read: a lot whose
//! price is shut has no names of winners, grades or prices in its file.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{admissions, bids, decisions, lots, requirement_checks};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx, rounds, submissions, tables};
use crate::domain::bids::{Bid, HandedIn};
use crate::domain::decisions::{
    Admittance, Condition, Decision, Entrant, LotFile, Ranked, RoundFile, Standing, Verdict,
};
use crate::domain::ids::{BidId, LotId, RoundId, TableId};
use crate::domain::review::admissibility::CheckVerdict;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::{Lot, Phase, Round};

/// Everything the decisions of a round rest on, as it is now.
pub fn file(conn: &mut Conn, round: RoundId) -> Result<RoundFile, StoreError> {
    let round = rounds::find(conn, round)?;
    let mut admitted = admittances(conn, &round)?;
    let mut decided = of_round(conn, round.id)?;
    let opened = super::bids::opened_of_round(conn, round.id)?;
    let tables = tables::of_round(conn, round.id)?;
    let lots = rounds::lots_of(conn, round.id)?;
    let ids: Vec<LotId> = lots.iter().map(|lot| lot.id).collect();
    let handed_in = submissions::opened_of_lots(conn, &ids)?;
    let mut files = vec![];
    for lot in lots {
        let of_lot = opened.iter().filter(|bid| bid.lot == lot.id);
        let entrants: Vec<Entrant> =
            of_lot.filter_map(|bid| entrant(bid, &handed_in, &mut admitted)).collect();
        let table = tables.get(&lot.id).map(|(table, _)| *table);
        let standing = standing(conn, &round, (&lot, table), &entrants)?;
        files.push(LotFile { decision: decided.remove(&lot.id), lot, entrants, standing });
    }
    Ok(RoundFile { round, lots: files })
}

fn entrant(
    bid: &Bid,
    handed_in: &[HandedIn],
    admitted: &mut BTreeMap<BidId, Admittance>,
) -> Option<Entrant> {
    let own = handed_in.iter().find(|one| one.bid == bid.id)?;
    Some(Entrant {
        bid: bid.id,
        cooperative: bid.cooperative,
        name: own.content.cooperative_name.clone(),
        place: own.content.cooperative_place.clone(),
        code: bid.code.clone()?,
        number: own.number.clone(),
        preference: own.content.preference,
        admittance: admitted.remove(&bid.id).unwrap_or(Admittance::Undecided),
    })
}

/// What was said of one requirement of a bid: bid, code, verdict, reason and the day of a condition.
type Judged = (String, String, String, String, Option<String>);

/// Verdicts of a round: a refusal with its own reason and those of the refused requirements, the
/// others with their conditions.
fn admittances(conn: &mut Conn, round: &Round) -> Result<BTreeMap<BidId, Admittance>, StoreError> {
    let verdicts: Vec<(String, String, String)> = admissions::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.id.as_str()))
        .select((admissions::bid_id, admissions::verdict, admissions::reason))
        .load(conn.link())?;
    let judged: Vec<Judged> = requirement_checks::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.id.as_str()))
        .filter(requirement_checks::verdict.ne(CheckVerdict::Accepted.as_str()))
        .order(requirement_checks::requirement)
        .select((
            requirement_checks::bid_id,
            requirement_checks::requirement,
            requirement_checks::verdict,
            requirement_checks::reason,
            requirement_checks::condition_by,
        ))
        .load(conn.link())?;
    let read = |(bid, verdict, reason): (String, String, String)| {
        let of = |wanted: CheckVerdict| judged.iter().filter(move |one| one.2 == wanted.as_str());
        let admittance = match verdict.as_str() {
            "refused" => {
                let own = of(CheckVerdict::Refused).filter(|one| one.0 == bid);
                let reasons =
                    own.map(|one| format!("{}: {}", titled(&round.definition, &one.1), one.3));
                Admittance::Refused(std::iter::once(reason).chain(reasons).collect())
            }
            _ => {
                let own = of(CheckVerdict::AcceptedWithCondition).filter(|one| one.0 == bid);
                let conditions = own.map(|one| condition(&round.definition, one));
                Admittance::Joins(conditions.collect::<Result<_, StoreError>>()?)
            }
        };
        Ok((bid.parse().map_err(StoreError::unreadable)?, admittance))
    };
    verdicts.into_iter().map(read).collect()
}

fn condition(definition: &Definition, judged: &Judged) -> Result<Condition, StoreError> {
    let due = judged.4.as_ref().map(|day| day.parse().map_err(StoreError::unreadable));
    Ok(Condition {
        requirement: titled(definition, &judged.1).to_owned(),
        text: judged.3.clone(),
        due: due.transpose()?,
    })
}

/// The title of a requirement of a round.
fn titled<'a>(definition: &'a Definition, code: &'a str) -> &'a str {
    let requirement = definition.requirements.iter().find(|r| r.code == code);
    requirement.map_or(code, |r| r.title.as_str())
}

fn standing(
    conn: &mut Conn,
    round: &Round,
    (lot, table): (&Lot, Option<TableId>),
    entrants: &[Entrant],
) -> Result<Standing, StoreError> {
    if entrants.iter().all(|e| matches!(e.admittance, Admittance::Refused(_))) {
        return Ok(Standing::Empty);
    }
    let Some(id) = table else { return Ok(Standing::Waiting) };
    let table = tables::find(conn, id)?;
    let scheme = round.definition.scheme(&lot.details);
    let Some(ranked) = super::ranked::of(conn, &table, &scheme)? else {
        return Ok(Standing::Waiting);
    };
    let reason = |item: &crate::domain::tables::Item| {
        let reason = item.consensus()?.reason.clone();
        Some(((item.key.bid, item.key.criterion.clone()), reason))
    };
    Ok(Standing::Ranked(Box::new(Ranked {
        outcome: ranked.ranking.outcome,
        reasons: table.items.iter().filter_map(reason).collect(),
        prices: ranked.prices,
    })))
}

/// What was decided on one lot, if anything.
pub fn verdict(conn: &mut Conn, lot: LotId) -> Result<Option<Verdict>, StoreError> {
    let row: Option<(Option<String>, Option<String>)> = decisions::table
        .find(lot.as_str())
        .select((decisions::bid_id, decisions::ground))
        .first(conn.link())
        .optional()?;
    row.map(|(bid, ground)| verdict_of(lot.as_str(), bid.as_ref(), ground.as_ref())).transpose()
}

fn verdict_of(
    lot: &str,
    bid: Option<&String>,
    ground: Option<&String>,
) -> Result<Verdict, StoreError> {
    match (bid, ground) {
        (Some(bid), None) => Ok(Verdict::Award(bid.parse().map_err(StoreError::unreadable)?)),
        (None, Some(ground)) => {
            Ok(Verdict::NoAward(ground.parse().map_err(StoreError::unreadable)?))
        }
        _ => Err(StoreError::unreadable(format!("the decision on lot {lot}"))),
    }
}

type Row = (String, Option<String>, Option<String>, String, String, String, String, i64);

fn of_round(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<LotId, Decision>, StoreError> {
    let rows: Vec<Row> = decisions::table
        .inner_join(lots::table)
        .filter(lots::round_id.eq(round.as_str()))
        .select((
            decisions::lot_id,
            decisions::bid_id,
            decisions::ground,
            decisions::reasons,
            decisions::advantages,
            decisions::deviation,
            decisions::decided_by,
            decisions::decided_at,
        ))
        .load(conn.link())?;
    rows.into_iter().map(decision).collect()
}

fn decision(row: Row) -> Result<(LotId, Decision), StoreError> {
    let decision = Decision {
        verdict: verdict_of(&row.0, row.1.as_ref(), row.2.as_ref())?,
        reasons: row.3,
        advantages: row.4,
        deviation: row.5,
        by: row.6.parse().map_err(StoreError::unreadable)?,
        at: at(row.7),
    };
    Ok((row.0.parse().map_err(StoreError::unreadable)?, decision))
}

/// Whether the lot of a bid went to another, or to nobody, in a round that is decided.
pub fn is_lost(conn: &mut Conn, bid: &Bid) -> Result<bool, StoreError> {
    if !matches!(rounds::find(conn, bid.round)?.phase, Phase::Decided { .. }) {
        return Ok(false);
    }
    let of_lot = of_round(conn, bid.round)?.remove(&bid.lot);
    Ok(of_lot.is_none_or(|decision| decision.verdict.bid() != Some(bid.id)))
}

/// Writes the decision on a lot, in place of an earlier one.
pub fn put(tx: &mut Tx, lot: LotId, decision: &Decision) -> Result<(), StoreError> {
    let (bid, ground) = match decision.verdict {
        Verdict::Award(bid) => (Some(String::from(bid)), None),
        Verdict::NoAward(ground) => (None, Some(ground.as_str())),
    };
    diesel::delete(decisions::table.find(lot.as_str())).execute(tx.link())?;
    diesel::insert_into(decisions::table)
        .values((
            decisions::lot_id.eq(lot.as_str()),
            decisions::bid_id.eq(bid),
            decisions::ground.eq(ground),
            decisions::reasons.eq(&decision.reasons),
            decisions::advantages.eq(&decision.advantages),
            decisions::deviation.eq(&decision.deviation),
            decisions::decided_by.eq(decision.by.as_str()),
            decisions::decided_at.eq(micros(decision.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}

/// Marks all decisions of a round as sent.
pub fn set_sent(tx: &mut Tx, round: RoundId, now: jiff::Timestamp) -> Result<(), StoreError> {
    let of_round = lots::table.filter(lots::round_id.eq(String::from(round))).select(lots::id);
    diesel::update(decisions::table.filter(decisions::lot_id.eq_any(of_round)))
        .set(decisions::sent_at.eq(micros(now)))
        .execute(tx.link())?;
    Ok(())
}
