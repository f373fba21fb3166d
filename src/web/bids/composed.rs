//! Questions of several parts: the requirements, the cost sheet and the commitments.

use serde::Serialize;

use super::inputs::{Input, Inputs, Opt};
use super::words::{Words, social_value};
use crate::documents::library::{SocialValue, library};
use crate::domain::bids::answers::{CommitmentPart, CostElement, RequirementStatus};
use crate::domain::bids::costs::Costs;
use crate::domain::money::Cents;
use crate::domain::rounds::definition::Requirement;
use crate::domain::rounds::lots::LotPrice;

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
pub struct CostsView {
    elements: Vec<Input>,
    volume: Option<Input>,
    rate: Option<Input>,
    /// The price of the lot, where bidders name none.
    fixed: Option<String>,
    /// Sums as sentences; empty until there is something to add up.
    sums: Vec<String>,
    warnings: Vec<String>,
}

pub fn costs(inputs: Inputs<'_>, name: &str) -> CostsView {
    let costs = Costs::read(inputs.answers, name);
    let warnings = costs.warnings(inputs.words.form.lot);
    CostsView {
        elements: CostElement::ALL
            .iter()
            .filter_map(|element| inputs.cost(name, element.as_str()))
            .collect(),
        volume: inputs.cost(name, "volume"),
        rate: inputs.cost(name, "rate"),
        fixed: match inputs.words.form.lot.price {
            LotPrice::Fixed { rate } => Some(fixed(inputs.words, rate)),
            LotPrice::Between { .. } => None,
        },
        sums: sums(inputs, &costs),
        warnings: warnings.into_iter().map(|w| inputs.words.warning(w)).collect(),
    }
}

fn fixed(words: Words<'_>, rate: Cents) -> String {
    let args = [("price", words.euro(rate).into()), ("per", words.per_unit().into())];
    words.say("bid-cost-fixed", &args)
}

/// The formula in words, so that everybody can check it.
fn sums(inputs: Inputs<'_>, costs: &Costs) -> Vec<String> {
    let words = inputs.words;
    if costs.total().0 == 0 {
        return vec![];
    }
    let total = words.euro(costs.total());
    let mut sums = vec![words.say("bid-cost-sum-total", &[("total", total.clone().into())])];
    let Some((volume, per_unit)) = costs.volume.zip(costs.per_unit()) else { return sums };
    let (units, per) = (words.units(volume), words.per_unit());
    sums.push(words.say(
        "bid-cost-sum-per-unit",
        &[
            ("total", total.into()),
            ("units", units.clone().into()),
            ("rate", words.euro(per_unit).into()),
            ("per", per.clone().into()),
        ],
    ));
    if let Some((price, income)) = costs.price(words.form.lot).zip(costs.income(words.form.lot)) {
        sums.push(words.say(
            "bid-cost-sum-income",
            &[
                ("price", words.euro(price).into()),
                ("per", per.into()),
                ("units", units.into()),
                ("income", words.euro(income).into()),
            ],
        ));
    }
    sums
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
            | CommitmentPart::Evidence => input,
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
