//! The form of an admission, read.

use crate::documents::shelves::grounds_for;
use crate::domain::bids::rule::day;
use crate::domain::review::admissibility::{Admission, AdmissionVerdict, Check, CheckVerdict};
use crate::domain::rounds::definition::{Definition, Ground};
use crate::rendering::Lang;
use crate::web::forms::Typed;

/// What the form says: checks, the decision if one was chosen, and what is wrong with it.
pub struct Judged {
    pub checks: Vec<Check>,
    pub admission: Option<Admission>,
    pub faults: Faults,
}

type Faults = Vec<(String, &'static str)>;

pub fn judged(definition: &Definition, typed: &Typed) -> Judged {
    let (mut checks, mut faults) = (vec![], vec![]);
    let grounds = grounds_for(definition, Lang::Nl);
    for code in definition.requirements.iter().map(|r| &r.code) {
        match one_check(code, typed, &grounds) {
            Ok(check) => checks.extend(check),
            Err(found) => faults.extend(found),
        }
    }
    let admission = match whole(typed, &grounds) {
        Ok(admission) => admission,
        Err(found) => {
            faults.extend(found);
            None
        }
    };
    Judged { checks, admission, faults }
}

/// One of the grounds that the page offers.
fn ground(code: &str, grounds: &[Ground]) -> Option<String> {
    grounds.iter().find(|ground| ground.code == code).map(|ground| ground.code.clone())
}

/// The verdict on one requirement; none where nothing was filled in.
fn one_check(code: &str, typed: &Typed, grounds: &[Ground]) -> Result<Option<Check>, Faults> {
    let field = |name: &str| typed.text(&format!("{name}.{code}"));
    let (reason, due) = (field("reason"), day(field("due")));
    let Ok(verdict) = field("verdict").parse::<CheckVerdict>() else {
        let said = !reason.is_empty();
        return if said {
            Err(vec![(format!("verdict-{code}"), "error-choose")])
        } else {
            Ok(None)
        };
    };
    let mut faults = vec![];
    if reason.is_empty() {
        faults.push((format!("reason-{code}"), "refusal-no-reason"));
    }
    let ground = ground(field("ground"), grounds);
    match verdict {
        CheckVerdict::Accepted => {}
        CheckVerdict::AcceptedWithCondition if due.is_none() => {
            faults.push((format!("due-{code}"), "refusal-admission-no-date"));
        }
        CheckVerdict::Refused if ground.is_none() => {
            faults.push((format!("ground-{code}"), "refusal-admission-no-ground"));
        }
        CheckVerdict::AcceptedWithCondition | CheckVerdict::Refused => {}
    }
    let (requirement, reason) = (code.to_owned(), reason.to_owned());
    let check = Check { requirement, verdict, reason, due, ground };
    if faults.is_empty() { Ok(Some(check)) } else { Err(faults) }
}

/// The decision about the whole bid; none where nothing was filled in.
fn whole(typed: &Typed, grounds: &[Ground]) -> Result<Option<Admission>, Faults> {
    let (verdict, reason) = (typed.text("verdict"), typed.text("reason").to_owned());
    let Ok(verdict) = verdict.parse::<AdmissionVerdict>() else {
        let said = !reason.is_empty();
        return if said { Err(vec![("verdict".into(), "error-choose")]) } else { Ok(None) };
    };
    let ground = ground(typed.text("ground"), grounds);
    let mut faults: Faults = vec![];
    if reason.is_empty() {
        faults.push(("reason".into(), "refusal-no-reason"));
    }
    if verdict == AdmissionVerdict::Refused && ground.is_none() {
        faults.push(("ground".into(), "refusal-admission-no-ground"));
    }
    let admission = Admission { verdict, reason, ground };
    if faults.is_empty() { Ok(Some(admission)) } else { Err(faults) }
}
