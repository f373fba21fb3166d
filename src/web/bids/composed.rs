//! The commitments. Other questions of several parts are in `cost_sheet` and `requirement_cards`.

use serde::Serialize;

use super::inputs::{Input, Inputs, Opt};
use super::words::social_value;
use crate::documents::library::{SocialValue, library};
use crate::domain::bids::answers::CommitmentPart;
use crate::rendering::Lang;

#[derive(Serialize)]
pub struct CommitmentsView {
    cards: Vec<CommitmentCard>,
    /// An empty card comes after the last one that is filled in, as long as there is room.
    more: bool,
    /// Everything one can choose from, to read.
    library: Vec<KindView>,
}

#[derive(Serialize)]
struct CommitmentCard {
    title: String,
    inputs: Vec<Input>,
    /// What will be asked about it later; known once a kind is chosen.
    later: Option<Later>,
}

/// A kind of commitment in the language of the reader.
#[derive(Serialize)]
struct KindView {
    title: &'static str,
    later: Later,
}

#[derive(Serialize)]
struct Later {
    indicator: &'static str,
    unit: &'static str,
    evidence: &'static str,
    strong: &'static str,
}

fn later(kind: &'static SocialValue, lang: Lang) -> Later {
    Later {
        indicator: kind.indicator.text(lang),
        unit: kind.unit.text(lang),
        evidence: kind.evidence.text(lang),
        strong: kind.strong.text(lang),
    }
}

/// All begun commitments and one more, at least as many as are asked.
pub fn commitments(inputs: Inputs<'_>, name: &str, (min, max): (u8, u8)) -> CommitmentsView {
    let begun = |n: &u8| {
        let field = |part: &CommitmentPart| format!("{name}.{n}.{}", part.as_str());
        CommitmentPart::ALL.iter().any(|part| !inputs.answers.text(&field(part)).is_empty())
    };
    let last = (1..=max).rev().find(begun).unwrap_or(0);
    let shown = (last + 1).clamp(min, max);
    let lang = inputs.words.r.lang;
    let kind = |one: &'static SocialValue| KindView {
        title: one.title.text(lang),
        later: later(one, lang),
    };
    CommitmentsView {
        cards: (1..=shown).map(|n| card(inputs, &format!("{name}.{n}"), n)).collect(),
        more: shown < max,
        library: library().social_value.iter().map(kind).collect(),
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
            CommitmentPart::Criterion => {
                Input { kind: "select", options: kinds(words.r.lang), ..input }
            }
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
        later: chosen.map(|criterion| later(criterion, words.r.lang)),
    }
}

fn kinds(lang: Lang) -> Vec<Opt> {
    let kind = |kind: &SocialValue| Opt::new(&kind.code, kind.title.text(lang));
    library().social_value.iter().map(kind).collect()
}
