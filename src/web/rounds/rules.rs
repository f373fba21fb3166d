//! Equal totals, rounding, how lots are divided, what one can do against it, and how tables meet.

use super::criteria::read_number;
use super::form::{Choice, Field, Kind, Words};
use super::meeting;
use super::sentences::typed_number;
use crate::domain::bids::rule::whole_number;
use crate::domain::rounds::changes::{Change, Rules};
use crate::domain::rounds::definition::{Definition, Remedy};
use crate::domain::scoring::{Exact, LotRule, Rounding, RoundingMode, TieEnd, TieKey, TieRule};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// So many steps of the chain can be chosen at least.
const STEPS: usize = 3;
/// The word for the price among the codes of criteria.
const PRICE: &str = "price";

const ENDS: [(&str, TieEnd); 2] = [("draw", TieEnd::Draw), ("stays_tied", TieEnd::StaysTied)];
const MODES: [(&str, RoundingMode); 3] = [
    ("half_up", RoundingMode::HalfUp),
    ("half_even", RoundingMode::HalfEven),
    ("truncate", RoundingMode::Truncate),
];
const LOT_RULES: [(&str, LotRule); 5] = [
    ("best_per_lot", LotRule::BestPerLot),
    ("bidder_preference", LotRule::BidderPreference),
    ("fixed_lot_order", LotRule::FixedLotOrder),
    ("largest_lead_first", LotRule::LargestLeadFirst),
    ("max_total", LotRule::MaxTotal),
];

pub fn fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let threshold = definition.threshold.as_ref().map(typed_number).unwrap_or_default();
    let mut all = vec![
        Field::new(Kind::Number, "total_threshold", words)
            .value(threshold)
            .hint(words.say("setup-total-threshold-hint"))
            .optional(),
    ];
    all.extend(ties(definition, words));
    all.extend(lots_and_remedy(definition, words));
    all.extend(meeting::fields(definition, words));
    all
}

/// A radio or select whose choices have the texts `<prefix>-<word>`.
pub fn choices(prefix: &str, options: &[&str], words: Words<'_>) -> Vec<Choice> {
    let choice = |word: &&str| {
        Choice::new(*word, words.say(&format!("{prefix}-{}", word.replace('_', "-"))))
    };
    options.iter().map(choice).collect()
}

pub fn word_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    table.iter().find(|(_, v)| v == value).map_or("", |(word, _)| word)
}

pub fn of_word<T: Copy>(table: &[(&'static str, T)], word: &str) -> Option<T> {
    table.iter().find(|(w, _)| *w == word).map(|(_, value)| *value)
}

pub fn words_in<T>(table: &[(&'static str, T)]) -> Vec<&'static str> {
    table.iter().map(|(word, _)| *word).collect()
}

fn ties(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let mut options: Vec<Choice> =
        definition.criteria.iter().map(|c| Choice::new(&c.code, &c.name)).collect();
    options.push(Choice::new(PRICE, words.say("setup-tie-price")));
    let keys = &definition.ties.keys;
    let step = |n: usize| {
        let label = words.with("setup-tie", &[("step", (n + 1).to_string().into())]);
        let chosen = keys.get(n).map(|key| match key {
            TieKey::Criterion(code) => code.as_str(),
            TieKey::Price => PRICE,
        });
        Field::labelled(Kind::Select, format!("tie-{}", n + 1), label)
            .value(chosen.unwrap_or_default())
            .options(options.clone())
            .empty(words.say("setup-tie-none"))
            .optional()
    };
    let mut fields =
        vec![Field::new(Kind::Heading, "ties_heading", words).hint(words.say("setup-ties-hint"))];
    fields.extend((0..keys.len().max(STEPS)).map(step));
    fields.push(
        Field::new(Kind::Radios, "tie_end", words)
            .value(word_of(&ENDS, &definition.ties.end))
            .options(choices("setup-tie-end", &words_in(&ENDS), words)),
    );
    let digits = (0..=4).map(|n: u8| Choice::new(n.to_string(), n.to_string())).collect();
    fields.extend([
        Field::new(Kind::Heading, "rounding_heading", words),
        Field::new(Kind::Select, "digits", words)
            .value(definition.rounding.digits.to_string())
            .options(digits),
        Field::new(Kind::Radios, "rounding_mode", words)
            .value(word_of(&MODES, &definition.rounding.mode))
            .options(choices("setup-rounding", &words_in(&MODES), words)),
    ]);
    fields
}

fn lots_and_remedy(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let remedy = match definition.remedy {
        Remedy::Standstill { .. } => "standstill",
        Remedy::Objection { .. } => "objection",
    };
    let limit = definition.lots_per_bidder.map(|n| n.to_string()).unwrap_or_default();
    vec![
        Field::new(Kind::Heading, "lots_heading", words),
        Field::new(Kind::Radios, "lot_rule", words)
            .value(word_of(&LOT_RULES, &definition.lot_rule))
            .options(choices("setup-lots", &words_in(&LOT_RULES), words)),
        Field::new(Kind::Number, "lots_per_bidder", words)
            .value(limit)
            .unit(words.say("setup-lots-unit"))
            .hint(words.say("setup-lots-per-bidder-hint"))
            .optional(),
        Field::new(Kind::Heading, "remedy_heading", words),
        Field::new(Kind::Radios, "remedy", words).value(remedy).options(choices(
            "setup-remedy",
            &["standstill", "objection"],
            words,
        )),
        Field::new(Kind::Number, "remedy_length", words)
            .value(definition.remedy.length().to_string())
            .unit(words.say("setup-remedy-unit")),
        Field::new(Kind::Heading, "reading_heading", words),
        Field::new(Kind::Radios, "reading", words)
            .value(definition.reading.as_str())
            .options(choices("setup-reading", &["across_bids", "bid_by_bid"], words)),
    ]
}

pub fn read(
    definition: &Definition,
    typed: &Typed,
    words: Words<'_>,
) -> Result<Change, Vec<FieldError>> {
    let mut errors = vec![];
    let meeting = meeting::read(typed, words).map_err(|wrong| errors.extend(wrong)).ok();
    let mut check = |field: &str, key: &str| errors.push(words.error(field, key));
    let threshold = match typed.text("total_threshold") {
        "" => Some(None),
        text => read_number(text).filter(Exact::is_positive).map(Some),
    };
    if threshold.is_none() {
        check("total_threshold", "wrong-total-threshold");
    }
    let limit = small(typed.text("lots_per_bidder"));
    if limit.is_none() {
        check("lots_per_bidder", "wrong-count");
    }
    let length = small(typed.text("remedy_length")).flatten();
    if length.is_none() {
        check("remedy_length", "wrong-count");
    }
    let digits: Option<u8> = typed.text("digits").parse().ok().filter(|d| *d <= 4);
    let mode = of_word(&MODES, typed.text("rounding_mode"));
    let end = of_word(&ENDS, typed.text("tie_end"));
    let lot_rule = of_word(&LOT_RULES, typed.text("lot_rule"));
    let chosen = [
        ("digits", digits.is_some()),
        ("rounding_mode", mode.is_some()),
        ("tie_end", end.is_some()),
        ("lot_rule", lot_rule.is_some()),
    ];
    for (field, _) in chosen.into_iter().filter(|(_, chosen)| !chosen) {
        check(field, "error-choose");
    }
    match (threshold, limit, (length, meeting), (digits, mode, end, lot_rule)) {
        (
            Some(threshold),
            Some(lots_per_bidder),
            (Some(length), Some(meeting)),
            (Some(digits), Some(mode), Some(end), Some(lot_rule)),
        ) => Ok(Change::Rules(Rules {
            threshold,
            ties: TieRule { keys: keys(definition, typed), end },
            rounding: Rounding { digits, mode },
            lot_rule,
            lots_per_bidder,
            remedy: match typed.text("remedy") {
                "objection" => Remedy::Objection { weeks: length },
                _ => Remedy::Standstill { days: length },
            },
            reading: typed.text("reading").parse().unwrap_or(definition.reading),
            meeting,
        })),
        _ => Err(errors),
    }
}

/// Nothing, or a count from 1 to 365; the outer `None` is neither.
pub fn small(text: &str) -> Option<Option<u16>> {
    if text.is_empty() {
        return Some(None);
    }
    let count = whole_number(text).filter(|n| (1..=365).contains(n))?;
    u16::try_from(count).ok().map(Some)
}

/// The chosen keys in order; what stands twice or is unknown is left to the check list.
fn keys(definition: &Definition, typed: &Typed) -> Vec<TieKey> {
    let steps = definition.ties.keys.len().max(STEPS);
    let key = |n: usize| match typed.text(&format!("tie-{n}")) {
        "" => None,
        PRICE => Some(TieKey::Price),
        code => Some(TieKey::Criterion(code.to_owned())),
    };
    (1..=steps).filter_map(key).collect()
}
