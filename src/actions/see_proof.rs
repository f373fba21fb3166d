use super::Failure;
use crate::domain::bids::Bid;
use crate::domain::decisions::proofs::{self, Proof, ProofRefusal};
use crate::domain::ids::BidId;
use crate::domain::journal::{By, Entry};
use crate::domain::rounds::Round;
use crate::store::{self, StoreError, Tx};

/// Writes down what the municipality makes of a proof that could wait until this bid won.
pub fn see_proof(
    tx: &mut Tx,
    id: BidId,
    proof: Proof,
    by: &By,
) -> Result<(), Failure<ProofRefusal>> {
    let bid = store::bids::find_to_change(tx, id)?;
    let round = store::rounds::find(tx, bid.round)?;
    if !can_come(tx, (&bid, &round), &proof.requirement)? {
        return Err(ProofRefusal::NotThis.into());
    }
    let proof = proofs::judge(proof)?;
    store::award_proofs::put(tx, id, &proof)?;
    let lot = store::rounds::find_lot(tx, bid.lot)?;
    let bidder = store::accounts::organisation(tx, bid.cooperative)?.name;
    let entry = Entry::new(by, "saw_proof", lot.label(), proof.by.at)
        .in_round(round.id)
        .with("bidder", bidder)
        .with("requirement", &proof.requirement)
        .with("verdict", proof.verdict.as_str())
        .with("reason", &proof.note);
    Ok(store::journal::add(tx, &entry)?)
}

/// The bid wins by what was decided, and this proof could wait for that.
pub(super) fn can_come(
    tx: &mut Tx,
    (bid, round): (&Bid, &Round),
    requirement: &str,
) -> Result<bool, StoreError> {
    let decided = store::decisions::verdict(tx, bid.lot)?;
    Ok(proofs::can_come(round, decided, (bid.id, requirement)))
}
