//! Whether a bid may join: a verdict per requirement first, then one on the whole bid.

use crate::domain::accounts::words;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Requirement;

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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdmissibilityRefusal {
    #[error("the round has no such requirement")]
    UnknownRequirement,
    #[error("no reason given")]
    NoReason,
    #[error("not every requirement has a verdict")]
    Unchecked,
    #[error("a knock-out requirement is refused")]
    KnockOut,
    #[error("a condition stands")]
    ConditionStands,
    #[error("this cannot change at this stage")]
    NotNow,
}

impl Refusal for AdmissibilityRefusal {
    fn key(&self) -> &'static str {
        match self {
            AdmissibilityRefusal::UnknownRequirement => "refusal-admission-unknown-requirement",
            AdmissibilityRefusal::NoReason => "refusal-no-reason",
            AdmissibilityRefusal::Unchecked => "refusal-admission-unchecked",
            AdmissibilityRefusal::KnockOut => "refusal-admission-knock-out",
            AdmissibilityRefusal::ConditionStands => "refusal-admission-condition-stands",
            AdmissibilityRefusal::NotNow => "refusal-review-not-now",
        }
    }
}

/// A verdict on one requirement of the round; each has a reason, for the file and the letter.
pub fn check(requirements: &[Requirement], check: Check) -> Result<Check, AdmissibilityRefusal> {
    if !requirements.iter().any(|r| r.code == check.requirement) {
        return Err(AdmissibilityRefusal::UnknownRequirement);
    }
    if check.reason.trim().is_empty() {
        return Err(AdmissibilityRefusal::NoReason);
    }
    Ok(check)
}

/// A verdict on the bid must follow from its checks. A bid may be refused for another reason than
/// a requirement; then the reason says which.
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
        AdmissionVerdict::Refused => Ok(admission),
        AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition if out => {
            Err(AdmissibilityRefusal::KnockOut)
        }
        AdmissionVerdict::Admitted if open => Err(AdmissibilityRefusal::ConditionStands),
        AdmissionVerdict::Admitted | AdmissionVerdict::AdmittedWithCondition => Ok(admission),
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
        Check { requirement: code.into(), verdict, reason: "Gezien.".into() }
    }

    fn said(verdict: AdmissionVerdict) -> Admission {
        Admission { verdict, reason: "Alles bekeken.".into() }
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
}
