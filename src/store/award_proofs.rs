//! What the municipality wrote down about proofs that could wait until a bid won.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::schema::{award_proofs, bids};
use super::time::{at, micros};
use super::{Conn, StoreError, Tx};
use crate::domain::decisions::proofs::Proof;
use crate::domain::ids::{BidId, RoundId};
use crate::domain::review::rejection::Signed;

type Row = (String, String, String, String, (String, String, i64));

fn proof(row: Row) -> Result<(BidId, Proof), StoreError> {
    let (bid, requirement, verdict, note, (by, name, time)) = row;
    let proof = Proof {
        requirement,
        verdict: verdict.parse().map_err(StoreError::unreadable)?,
        note,
        by: Signed { by: by.parse().map_err(StoreError::unreadable)?, name, at: at(time) },
    };
    Ok((bid.parse().map_err(StoreError::unreadable)?, proof))
}

/// The latest verdicts in a round, by bid and by requirement.
pub fn of_round(
    conn: &mut Conn,
    round: RoundId,
) -> Result<BTreeMap<BidId, Vec<Proof>>, StoreError> {
    let rows: Vec<Row> = award_proofs::table
        .inner_join(bids::table)
        .filter(bids::round_id.eq(round.as_str()))
        .order((award_proofs::bid_id, award_proofs::requirement))
        .select((
            award_proofs::bid_id,
            award_proofs::requirement,
            award_proofs::verdict,
            award_proofs::note,
            (award_proofs::seen_by, award_proofs::seen_name, award_proofs::seen_at),
        ))
        .load(conn.link())?;
    let mut all: BTreeMap<BidId, Vec<Proof>> = BTreeMap::new();
    for row in rows {
        let (bid, proof) = proof(row)?;
        all.entry(bid).or_default().push(proof);
    }
    Ok(all)
}

/// Writes the verdict on a proof, in place of an earlier one.
pub fn put(tx: &mut Tx, bid: BidId, proof: &Proof) -> Result<(), StoreError> {
    diesel::delete(award_proofs::table.find((bid.as_str(), &proof.requirement)))
        .execute(tx.link())?;
    diesel::insert_into(award_proofs::table)
        .values((
            award_proofs::bid_id.eq(bid.as_str()),
            award_proofs::requirement.eq(&proof.requirement),
            award_proofs::verdict.eq(proof.verdict.as_str()),
            award_proofs::note.eq(&proof.note),
            award_proofs::seen_by.eq(proof.by.by.as_str()),
            award_proofs::seen_name.eq(&proof.by.name),
            award_proofs::seen_at.eq(micros(proof.by.at)),
        ))
        .execute(tx.link())?;
    Ok(())
}
