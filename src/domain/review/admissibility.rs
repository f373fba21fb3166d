//! Whether a bid may join: a verdict per requirement first, then one on the whole bid.

use jiff::civil::Date;

use crate::domain::accounts::words;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::{Definition, Requirement};

words! {
    /// What the process lead thinks of one answer.
    CheckVerdict {
        Accepted = "accepted",
        AcceptedWithCondition = "accepted_with_condition",
        Refused = "refused",
    }
}

words! {
    AdmissionVerdict {
        Admitted = "admitted",
        AdmittedWithCondition = "admitted_with_condition",
        Refused = "refused",
    }
}

impl AdmissionVerdict {
    /// Assessors give grades to this bid.
    pub fn joins(self) -> bool {
        match self {
            AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition => true,
            AdmissionVerdict::Refused => false,
        }
    }
}

/// One requirement, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Code of the requirement, `Q06`.
    pub requirement: String,
    pub verdict: CheckVerdict,
    pub reason: String,
    /// The day on which a condition must be met; only with a condition.
    pub due: Option<Date>,
    /// Code of the ground in the library; only with a refusal.
    pub ground: Option<String>,
}

impl Check {
    /// On which this requirement is accepted.
    pub fn condition(&self) -> Option<&str> {
        match self.verdict {
            CheckVerdict::AcceptedWithCondition => Some(&self.reason),
            CheckVerdict::Accepted | CheckVerdict::Refused => None,
        }
    }
}

/// The whole bid, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admission {
    pub verdict: AdmissionVerdict,
    pub reason: String,
    /// Code of the ground in the library; only with a refusal.
    pub ground: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdmissibilityRefusal {
    #[error("the round has no such requirement")]
    UnknownRequirement,
    #[error("no reason given")]
    NoReason,
    #[error("a condition without a day")]
    NoDate,
    #[error("a refusal without a ground")]
    NoGround,
    #[error("the round did not announce this ground")]
    NotAnnounced,
    #[error("not every requirement has a verdict")]
    Unchecked,
    #[error("a knock-out requirement is refused")]
    KnockOut,
    #[error("a condition stands")]
    ConditionStands,
    #[error("the bidder still has time for a supplement")]
    SupplementOpen,
    #[error("the letter of refusal went out")]
    LetterSent,
    #[error("this cannot change at this stage")]
    NotNow,
}

impl Refusal for AdmissibilityRefusal {
    fn key(&self) -> &'static str {
        match self {
            AdmissibilityRefusal::UnknownRequirement => "refusal-admission-unknown-requirement",
            AdmissibilityRefusal::NoReason => "refusal-no-reason",
            AdmissibilityRefusal::NoDate => "refusal-admission-no-date",
            AdmissibilityRefusal::NoGround => "refusal-admission-no-ground",
            AdmissibilityRefusal::NotAnnounced => "refusal-admission-not-announced",
            AdmissibilityRefusal::Unchecked => "refusal-admission-unchecked",
            AdmissibilityRefusal::KnockOut => "refusal-admission-knock-out",
            AdmissibilityRefusal::ConditionStands => "refusal-admission-condition-stands",
            AdmissibilityRefusal::SupplementOpen => "refusal-admission-supplement-open",
            AdmissibilityRefusal::LetterSent => "refusal-admission-letter-sent",
            AdmissibilityRefusal::NotNow => "refusal-review-not-now",
        }
    }
}

/// A verdict on one requirement of the round; each has a reason, for the file and the letter. What
/// does not belong to the verdict is left out.
pub fn check(requirements: &[Requirement], check: Check) -> Result<Check, AdmissibilityRefusal> {
    if !requirements.iter().any(|r| r.code == check.requirement) {
        return Err(AdmissibilityRefusal::UnknownRequirement);
    }
    if check.reason.trim().is_empty() {
        return Err(AdmissibilityRefusal::NoReason);
    }
    let (due, ground) = match check.verdict {
        CheckVerdict::Accepted => (None, None),
        CheckVerdict::AcceptedWithCondition => {
            (Some(check.due.ok_or(AdmissibilityRefusal::NoDate)?), None)
        }
        CheckVerdict::Refused => (None, Some(check.ground.ok_or(AdmissibilityRefusal::NoGround)?)),
    };
    Ok(Check { due, ground, ..check })
}

/// Nobody is refused on a ground that the round did not announce.
pub fn announced(round: &Definition, ground: Option<&str>) -> Result<(), AdmissibilityRefusal> {
    match ground {
        Some(code) if !round.allows_ground(code) => Err(AdmissibilityRefusal::NotAnnounced),
        Some(_) | None => Ok(()),
    }
}

/// A verdict on the bid must follow from its checks. A bid may be refused for another reason than
/// a requirement; then the ground and the reason say which.
pub fn decide(
    requirements: &[Requirement],
    checks: &[Check],
    admission: Admission,
) -> Result<Admission, AdmissibilityRefusal> {
    if admission.reason.trim().is_empty() {
        return Err(AdmissibilityRefusal::NoReason);
    }
    let verdict =
        |r: &Requirement| checks.iter().find(|c| c.requirement == r.code).map(|c| c.verdict);
    if requirements.iter().any(|r| verdict(r).is_none()) {
        return Err(AdmissibilityRefusal::Unchecked);
    }
    let out = requirements.iter().any(|r| r.knock_out && verdict(r) == Some(CheckVerdict::Refused));
    let open = checks.iter().any(|c| c.verdict != CheckVerdict::Accepted);
    match admission.verdict {
        AdmissionVerdict::Refused if admission.ground.is_none() => {
            Err(AdmissibilityRefusal::NoGround)
        }
        AdmissionVerdict::Refused => Ok(admission),
        AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition if out => {
            Err(AdmissibilityRefusal::KnockOut)
        }
        AdmissionVerdict::Admitted if open => Err(AdmissibilityRefusal::ConditionStands),
        AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition => {
            Ok(Admission { ground: None, ..admission })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::definition::{Explain, ProofDue};
    use proptest::prelude::*;

    fn requirement(code: &str) -> Requirement {
        let text = || String::from("text");
        Requirement {
            code: code.into(),
            title: text(),
            text: text(),
            risk: text(),
            usual_proof: text(),
            equivalent: text(),
            knock_out: false,
            proof: ProofDue::AtSubmission,
            explain: Explain::InOwnWords,
        }
    }

    fn checked(code: &str, verdict: CheckVerdict) -> Check {
        let (due, ground) = (Some(jiff::civil::date(2027, 3, 1)), Some("eis".into()));
        let check =
            Check { requirement: code.into(), verdict, reason: "Gezien.".into(), due, ground };
        super::check(&[requirement(code)], check).unwrap()
    }

    fn said(verdict: AdmissionVerdict) -> Admission {
        Admission { verdict, reason: "Alles bekeken.".into(), ground: Some("eis".into()) }
    }

    #[test]
    fn a_check_needs_a_requirement_of_the_round_and_a_reason() {
        let all = [requirement("Q01")];
        let good = checked("Q01", CheckVerdict::Accepted);
        assert_eq!(check(&all, good.clone()), Ok(good.clone()));
        let unknown = Check { requirement: "Q99".into(), ..good.clone() };
        assert_eq!(check(&all, unknown), Err(AdmissibilityRefusal::UnknownRequirement));
        let silent = Check { reason: " \n".into(), ..good };
        assert_eq!(check(&all, silent), Err(AdmissibilityRefusal::NoReason));
    }

    #[test]
    fn a_condition_has_a_day_and_a_refusal_a_ground() {
        let all = [requirement("Q01")];
        let bare = Check { due: None, ground: None, ..checked("Q01", CheckVerdict::Accepted) };
        let said = |verdict| check(&all, Check { verdict, ..bare.clone() });
        assert_eq!(said(CheckVerdict::Accepted), Ok(bare.clone()));
        assert_eq!(said(CheckVerdict::AcceptedWithCondition), Err(AdmissibilityRefusal::NoDate));
        assert_eq!(said(CheckVerdict::Refused), Err(AdmissibilityRefusal::NoGround));
        let accepted = [checked("Q01", CheckVerdict::Accepted)];
        let no_ground = Admission {
            verdict: AdmissionVerdict::Refused,
            reason: "Te laat.".into(),
            ground: None,
        };
        assert_eq!(decide(&all, &accepted, no_ground), Err(AdmissibilityRefusal::NoGround));
    }

    #[test]
    fn the_bid_waits_for_every_requirement() {
        let all = [requirement("Q01"), requirement("Q06")];
        let one = [checked("Q01", CheckVerdict::Accepted)];
        let answer = decide(&all, &one, said(AdmissionVerdict::Refused));
        assert_eq!(answer, Err(AdmissibilityRefusal::Unchecked));
    }

    fn verdicts() -> impl Strategy<Value = CheckVerdict> {
        (0..3usize).prop_map(|i| CheckVerdict::ALL[i])
    }

    proptest! {
        /// Admitted without more: everything is accepted. Admitted at all: no knock-out refused.
        #[test]
        fn the_verdict_follows_from_the_checks(
            rows in proptest::collection::vec((verdicts(), any::<bool>()), 1..8),
            wanted in (0..3usize).prop_map(|i| AdmissionVerdict::ALL[i]),
        ) {
            let code = |i: usize| format!("Q{i:02}");
            let all: Vec<_> =
                rows.iter().enumerate().map(|(i, (_, knock_out))| Requirement { knock_out: *knock_out, ..requirement(&code(i)) }).collect();
            let checks: Vec<_> =
                rows.iter().enumerate().map(|(i, (v, _))| checked(&code(i), *v)).collect();
            let all_good = rows.iter().all(|(v, _)| *v == CheckVerdict::Accepted);
            let out = rows.iter().any(|(v, knock)| *knock && *v == CheckVerdict::Refused);
            let possible = match wanted {
                AdmissionVerdict::Admitted => all_good,
                AdmissionVerdict::AdmittedWithCondition => !out,
                AdmissionVerdict::Refused => true,
            };
            prop_assert_eq!(decide(&all, &checks, said(wanted)).is_ok(), possible);
        }
    }

    #[test]
    fn a_round_that_announced_grounds_is_held_to_them() {
        use crate::domain::rounds::definition::Ground;
        let lots = crate::domain::decisions::tests::file(
            crate::domain::scoring::LotRule::BidderPreference,
            Some(1),
            &[&["nabuur 8 1"]],
        );
        let mut round = lots.round.definition;
        assert_eq!(announced(&round, Some("anything")), Ok(()));
        let text = || String::from("text");
        let (code, change, source) = (String::from("unsafe"), text(), text());
        round.grounds = vec![Ground { code, title: text(), reason: text(), change, source }];
        assert_eq!(announced(&round, Some("unsafe")), Ok(()));
        assert_eq!(announced(&round, None), Ok(()));
        let other = announced(&round, Some("anything"));
        assert_eq!(other, Err(AdmissibilityRefusal::NotAnnounced));
    }
}
