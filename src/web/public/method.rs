//! How bids are judged, in words.

use serde::Serialize;

use super::views::Reader;
use crate::documents::score_words::ScoreWords;
use crate::domain::rounds::definition::{Criterion, CriterionKind, Definition, Remedy};
use crate::domain::scoring::{LotRule, TieEnd, TieKey, Unit};
use crate::domain::tables::{Fallback, Meeting, Settling};

#[derive(Serialize)]
pub struct Method {
    pub criteria: Vec<CriterionView>,
    pub intro: String,
    /// The most points a price can earn, where it earns any.
    pub price_weight: Option<String>,
    /// How the price counts.
    pub price_rule: String,
    /// The total without which a bid gets no place.
    pub threshold: Option<String>,
    /// What happens to the others when a bid falls away, where that matters.
    pub falls_away: Option<String>,
    pub ties: Vec<String>,
    pub draws: bool,
    pub rounding_digits: u8,
    pub lot_rule: String,
    pub lots_per_bidder: Option<u16>,
    pub remedy: String,
    /// How the assessors come to one grade together.
    pub meeting: Vec<String>,
    pub scale: Vec<GradeView>,
}

#[derive(Serialize)]
pub struct CriterionView {
    pub name: String,
    pub question: String,
    pub kind: &'static str,
    pub weight: String,
    pub threshold: Option<String>,
}

#[derive(Serialize)]
pub struct GradeView {
    pub value: String,
    pub label: String,
    pub text: String,
}

impl Method {
    pub fn new(definition: &Definition, r: Reader<'_>) -> Method {
        let words = ScoreWords::new(r.renderer, r.lang, definition);
        let price = &definition.price;
        Method {
            criteria: definition.criteria.iter().map(|c| criterion(c, words)).collect(),
            intro: r.say(match price.weight_unit() {
                Unit::Points => "method-intro",
                Unit::Money => "method-intro-money",
            }),
            price_weight: price.weight().map(|weight| words.price_weight(weight)),
            price_rule: words.price_rule(),
            threshold: definition.threshold.as_ref().map(|total| words.threshold(total)),
            falls_away: words.falls_away(),
            ties: definition.ties.keys.iter().map(|k| tie(k, definition, r)).collect(),
            draws: definition.ties.end == TieEnd::Draw,
            rounding_digits: definition.rounding.digits,
            lot_rule: r.say(match definition.lot_rule {
                LotRule::BidderPreference => "lot-rule-bidder-preference",
                LotRule::FixedLotOrder => "lot-rule-fixed-order",
                LotRule::BestPerLot => "lot-rule-best-per-lot",
                LotRule::LargestLeadFirst => "lot-rule-largest-lead",
                LotRule::MaxTotal => "lot-rule-max-total",
            }),
            lots_per_bidder: definition.lots_per_bidder,
            remedy: remedy(definition.remedy, r),
            meeting: meeting(&definition.meeting, r),
            scale: definition
                .scale
                .iter()
                .map(|g| GradeView {
                    value: g.value.plain(),
                    label: g.label.clone(),
                    text: g.text.clone(),
                })
                .collect(),
        }
    }
}

fn criterion(c: &Criterion, words: ScoreWords<'_>) -> CriterionView {
    CriterionView {
        name: c.name.clone(),
        question: c.question.clone(),
        kind: match c.kind {
            CriterionKind::Quality => "criterion-quality",
            CriterionKind::SocialValue => "criterion-social-value",
        },
        weight: words.weight(&c.weight),
        threshold: c.threshold.as_ref().map(|t| t.plain()),
    }
}

fn tie(key: &TieKey, definition: &Definition, r: Reader<'_>) -> String {
    match key {
        TieKey::Price => r.say("tie-price"),
        TieKey::Criterion(code) => {
            let named = definition.criteria.iter().find(|c| &c.code == code);
            let name = named.map_or(code.as_str(), |c| c.name.as_str());
            r.renderer.translate(r.lang, "tie-criterion", &[("name", name.into())])
        }
    }
}

fn remedy(remedy: Remedy, r: Reader<'_>) -> String {
    let (key, count) = match remedy {
        Remedy::Standstill { days } => ("remedy-standstill", days),
        Remedy::Objection { weeks } => ("remedy-objection", weeks),
    };
    r.renderer.translate(r.lang, key, &[("count", i64::from(count).into())])
}

/// How a table settles a grade, in what time, and what it talks about first.
fn meeting(meeting: &Meeting, r: Reader<'_>) -> Vec<String> {
    let settling = match meeting.settling {
        Settling::Chair => "setup-settling-chair",
        Settling::Votes(Fallback::Median) => "setup-settling-median",
        Settling::Votes(Fallback::Mean) => "setup-settling-mean",
    };
    let percent = |limit: u8| i64::from(limit).into();
    let bands =
        [("orange", percent(meeting.bands.orange())), ("red", percent(meeting.bands.red()))];
    let minutes = [("count", i64::from(meeting.minutes).into())];
    vec![
        r.renderer.translate(r.lang, "method-bands", &bands),
        r.say(settling),
        r.renderer.translate(r.lang, "method-minutes", &minutes),
    ]
}
