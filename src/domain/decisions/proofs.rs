//! Proofs that could wait until a bid wins for now. They stop nothing: who decides sees which of them
//! nobody saw yet.

use super::decision::Verdict;
use crate::domain::accounts::words;
use crate::domain::ids::BidId;
use crate::domain::refusal::Refusal;
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::definition::{Definition, ProofDue, Requirement};
use crate::domain::rounds::{Phase, Round};

words! {
    /// What the municipality makes of a proof.
    ProofVerdict {
        Seen = "seen",
        /// Something came, and it does not prove it.
        NotEnough = "not_enough",
    }
}

/// What somebody of the municipality wrote down about one proof of one bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub requirement: String,
    pub verdict: ProofVerdict,
    /// What was seen, or what is wrong with it; the bidder reads this.
    pub note: String,
    pub by: Signed,
}

/// Characters of a note.
pub const LONGEST: usize = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofRefusal {
    #[error("the bid does not win, or this proof had to be there before")]
    NotThis,
    #[error("no verdict")]
    NoVerdict,
    #[error("a proof that is not enough needs a reason")]
    NoNote,
    #[error("too long")]
    TooLong,
}

impl Refusal for ProofRefusal {
    fn key(&self) -> &'static str {
        match self {
            ProofRefusal::NotThis => "refusal-proof-not-this",
            ProofRefusal::NoVerdict => "refusal-proof-no-verdict",
            ProofRefusal::NoNote => "refusal-proof-no-note",
            ProofRefusal::TooLong => "refusal-proof-too-long",
        }
    }
}

/// The requirements of a round of which only the winner shows the proof.
pub fn awaited(definition: &Definition) -> impl Iterator<Item = &Requirement> {
    definition.requirements.iter().filter(|one| one.proof == ProofDue::BeforeAward)
}

/// Whether this proof can come in now: the bid wins by the decision on its lot, and the proof could
/// wait for that.
pub fn can_come(
    round: &Round,
    decided: Option<Verdict>,
    (bid, requirement): (BidId, &str),
) -> bool {
    let decides = match round.phase {
        Phase::Opened { .. } | Phase::Decided { .. } => true,
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) => false,
    };
    decides
        && decided == Some(Verdict::Award(bid))
        && awaited(&round.definition).any(|one| one.code == requirement)
}

/// A verdict on a proof, fit to be kept.
pub fn judge(new: Proof) -> Result<Proof, ProofRefusal> {
    let note = new.note.trim().to_owned();
    match new.verdict {
        ProofVerdict::NotEnough if note.is_empty() => Err(ProofRefusal::NoNote),
        _ if note.chars().count() > LONGEST => Err(ProofRefusal::TooLong),
        ProofVerdict::Seen | ProofVerdict::NotEnough => Ok(Proof { note, ..new }),
    }
}

/// The requirements of which nobody saw the proof yet.
pub fn missing<'a>(definition: &'a Definition, proofs: &[Proof]) -> Vec<&'a Requirement> {
    let seen = |one: &&Requirement| {
        proofs.iter().any(|p| p.requirement == one.code && p.verdict == ProofVerdict::Seen)
    };
    awaited(definition).filter(|one| !seen(one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decisions::Ground;
    use crate::domain::decisions::tests::file;
    use crate::domain::ids::PersonId;
    use crate::domain::scoring::LotRule;

    fn round() -> Round {
        let mut round = file(LotRule::BestPerLot, None, &[]).round;
        round.definition.requirements[0].proof = ProofDue::BeforeAward;
        round
    }

    fn proof(requirement: &str, verdict: ProofVerdict, note: &str) -> Proof {
        let by = Signed {
            by: PersonId::named("i"),
            name: "I".into(),
            at: "2027-01-04T09:00:00Z".parse().unwrap(),
        };
        Proof { requirement: requirement.into(), verdict, note: note.into(), by }
    }

    #[test]
    fn a_proof_comes_from_the_bid_that_wins_and_only_if_it_could_wait() {
        let round = round();
        let (winner, other) = (BidId::named("winner"), BidId::named("other"));
        let codes: Vec<&str> =
            round.definition.requirements.iter().map(|r| r.code.as_str()).collect();
        let won = Some(Verdict::Award(winner));
        assert!(can_come(&round, won, (winner, codes[0])));
        assert!(!can_come(&round, won, (winner, codes[1])));
        assert!(!can_come(&round, won, (other, codes[0])));
        assert!(!can_come(&round, None, (winner, codes[0])));
        let nobody = Some(Verdict::NoAward(Ground::QualityTooLow));
        assert!(!can_come(&round, nobody, (winner, codes[0])));
        let draft = Round { phase: Phase::Draft, ..round.clone() };
        assert!(!can_come(&draft, won, (winner, codes[0])));
    }

    #[test]
    fn what_is_not_enough_needs_a_reason_and_stays_missing() {
        let definition = round().definition;
        let code = definition.requirements[0].code.clone();
        let seen = judge(proof(&code, ProofVerdict::Seen, " ")).unwrap();
        assert_eq!(missing(&definition, &[seen]), Vec::<&Requirement>::new());
        let not = proof(&code, ProofVerdict::NotEnough, " ");
        assert_eq!(judge(not), Err(ProofRefusal::NoNote));
        let not = judge(proof(&code, ProofVerdict::NotEnough, "Verlopen.")).unwrap();
        assert_eq!(missing(&definition, &[not]).len(), 1);
        let long = proof(&code, ProofVerdict::Seen, &"a".repeat(LONGEST + 1));
        assert_eq!(judge(long), Err(ProofRefusal::TooLong));
    }
}
