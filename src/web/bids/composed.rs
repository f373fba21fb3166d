//! Questions of several parts: the requirements and the commitments. The cost sheet is in
//! `cost_sheet`.

use serde::Serialize;

use super::inputs::{Input, Inputs, Opt};
use super::words::social_value;
use crate::documents::library::{SocialValue, library};
use crate::domain::bids::answers::{CommitmentPart, RequirementStatus};
use crate::domain::rounds::definition::Requirement;

#[derive(Serialize)]
pub struct RequirementView {
    code: String,
    title: String,
    text: String,
    risk: String,
    usual_proof: String,
    equivalent: String,
    knock_out: bool,
    status: Input,
    proof: Input,
    date: Input,
}

pub fn requirements(inputs: Inputs<'_>, name: &str) -> Vec<RequirementView> {
    let all = &inputs.words.form.definition.requirements;
    all.iter().filter_map(|r| requirement(inputs, &format!("{name}.{}", r.code), r)).collect()
}

fn requirement(inputs: Inputs<'_>, name: &str, r: &Requirement) -> Option<RequirementView> {
    let words = inputs.words;
    let status = |s: &RequirementStatus| {
        Opt::new(s.as_str(), &words.r.say(&format!("bid-requirement-{}", s.as_str())))
    };
    let labelled = |tail: &str, hint: Option<&str>| {
        let input = inputs.field(&format!("{name}.{tail}"))?;
        let label = words.r.say(&format!("bid-requirement-{tail}"));
        Some(Input { label, hint: hint.map(|key| words.r.say(key)), ..input })
    };
    let answered = labelled("status", None)?;
    Some(RequirementView {
        code: r.code.clone(),
        title: r.title.clone(),
        text: r.text.clone(),
        risk: r.risk.clone(),
        usual_proof: r.usual_proof.clone(),
        equivalent: r.equivalent.clone(),
        knock_out: r.knock_out,
        status: Input { options: RequirementStatus::ALL.iter().map(status).collect(), ..answered },
        proof: Input {
            size: "few",
            rows: 3,
            ..labelled("proof", Some("bid-requirement-proof-hint"))?
        },
        date: Input { required: false, ..labelled("date", Some("bid-requirement-date-hint"))? },
    })
}

#[derive(Serialize)]
pub struct CommitmentsView {
    cards: Vec<CommitmentCard>,
    /// An empty card comes after the last one that is filled in, as long as there is room.
    more: bool,
    /// Everything one can choose from, to read.
    library: &'static [SocialValue],
}

#[derive(Serialize)]
struct CommitmentCard {
    title: String,
    inputs: Vec<Input>,
    /// What will be asked about it later; known once a kind is chosen.
    later: Option<Later>,
}

#[derive(Serialize)]
struct Later {
    indicator: String,
    evidence: String,
    strong: String,
}

/// All begun commitments and one more, at least as many as are asked.
pub fn commitments(inputs: Inputs<'_>, name: &str, (min, max): (u8, u8)) -> CommitmentsView {
    let begun = |n: &u8| {
        let field = |part: &CommitmentPart| format!("{name}.{n}.{}", part.as_str());
        CommitmentPart::ALL.iter().any(|part| !inputs.answers.text(&field(part)).is_empty())
    };
    let last = (1..=max).rev().find(begun).unwrap_or(0);
    let shown = (last + 1).clamp(min, max);
    CommitmentsView {
        cards: (1..=shown).map(|n| card(inputs, &format!("{name}.{n}"), n)).collect(),
        more: shown < max,
        library: &library().social_value,
    }
}

fn card(inputs: Inputs<'_>, name: &str, n: u8) -> CommitmentCard {
    let words = inputs.words;
    let number = [("number", n.to_string().into())];
    let input = |part: &CommitmentPart| {
        let input = inputs.field(&format!("{name}.{}", part.as_str()))?;
        let label = words.r.say(&format!("bid-commitment-{}", part.as_str()));
        let hint = words.r.say(&format!("bid-commitment-{}-hint", part.as_str()));
        let input = Input { label, hint: Some(hint), ..input };
        Some(match part {
            CommitmentPart::Criterion => Input { kind: "select", options: kinds(), ..input },
            CommitmentPart::What
            | CommitmentPart::Baseline
            | CommitmentPart::Target
            | CommitmentPart::Unit
            | CommitmentPart::By
            | CommitmentPart::Evidence
            | CommitmentPart::Owner
            | CommitmentPart::ForWhom => input,
        })
    };
    let chosen = social_value(inputs.answers.text(&format!("{name}.criterion")));
    CommitmentCard {
        title: words.say("bid-commitment-number", &number),
        inputs: CommitmentPart::ALL.iter().filter_map(input).collect(),
        later: chosen.map(|criterion| Later {
            indicator: criterion.indicator.clone(),
            evidence: criterion.evidence.clone(),
            strong: criterion.strong.clone(),
        }),
    }
}

fn kinds() -> Vec<Opt> {
    library().social_value.iter().map(|kind| Opt::new(&kind.code, &kind.title)).collect()
}
