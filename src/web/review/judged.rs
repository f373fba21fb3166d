//! The form of an admission, read.

use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};
use crate::domain::rounds::definition::Requirement;
use crate::web::forms::Typed;

/// What the form says: checks, the decision if one was chosen, and what is wrong with it.
pub struct Judged {
    pub checks: Vec<Check>,
    pub admission: Option<Admission>,
    pub faults: Vec<(String, &'static str)>,
}

pub fn judged(requirements: &[Requirement], typed: &Typed) -> Judged {
    let (mut checks, mut faults) = (vec![], vec![]);
    for code in requirements.iter().map(|r| &r.code) {
        let (verdict, reason) =
            (typed.text(&format!("verdict.{code}")), typed.text(&format!("reason.{code}")));
        match (verdict.parse::<CheckVerdict>().ok(), reason.is_empty()) {
            (Some(verdict), false) => {
                checks.push(Check { requirement: code.clone(), verdict, reason: reason.into() });
            }
            (Some(_), true) => faults.push((format!("reason-{code}"), "refusal-no-reason")),
            (None, false) => faults.push((format!("verdict-{code}"), "error-choose")),
            (None, true) => {}
        }
    }
    let (verdict, reason) = (typed.text("verdict"), typed.text("reason"));
    let admission = match (verdict.parse::<AdmissionVerdict>().ok(), reason.is_empty()) {
        (Some(verdict), false) => Some(Admission { verdict, reason: reason.to_owned() }),
        (Some(_), true) => {
            faults.push(("reason".into(), "refusal-no-reason"));
            None
        }
        (None, false) => {
            faults.push(("verdict".into(), "error-choose"));
            None
        }
        (None, true) => None,
    };
    Judged { checks, admission, faults }
}
