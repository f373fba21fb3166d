//! How price and quality come together.

use super::criteria::read_number;
use super::form::{Choice, Field, Kind, Words};
use super::rules::{choices, of_word, word_of, words_in};
use super::sentences::typed_number;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::{Definition, PriceRule};
use crate::domain::scoring::{Exact, FallsAway};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

const FALLS_AWAY: [(&str, FallsAway); 2] =
    [("keep_order", FallsAway::KeepOrder), ("recompute", FallsAway::Recompute)];

/// The rules in the order in which they are offered: the wisest first, relative ones last.
const RULES: [&str; 9] = [
    "fixed",
    "weighted_absolute",
    "award_on_value",
    "value_for_money",
    "price_per_point",
    "log_price",
    "low_bid_inverse",
    "low_bid_linear",
    "utility_index",
];

pub fn fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let rule = &definition.price;
    let typed = |number: Option<&Exact>| number.map(typed_number).unwrap_or_default();
    let choice = |word: &str| {
        let key = word.replace('_', "-");
        Choice::new(word, words.say(&format!("setup-price-{key}")))
            .with_hint(words.say(&format!("setup-price-{key}-hint")))
    };
    let falls_away = rule.falls_away().map(|choice| word_of(&FALLS_AWAY, &choice));
    vec![
        Field::new(Kind::Radios, "price_rule", words)
            .value(rule.word())
            .options(RULES.map(choice).into()),
        Field::new(Kind::Number, "price_weight", words)
            .value(typed(rule.weight()))
            .unit(words.say("setup-points"))
            .hint(words.say("setup-price-weight-hint")),
        Field::new(Kind::Number, "price_multiple", words)
            .value(typed(rule.multiple()))
            .unit(words.say("setup-multiple-unit"))
            .hint(words.say("setup-price-multiple-hint")),
        Field::new(Kind::Radios, "falls_away", words)
            .value(falls_away.unwrap_or_default())
            .hint(words.say("setup-falls-away-hint"))
            .options(choices("setup-falls-away", &words_in(&FALLS_AWAY), words)),
    ]
}

/// Only what the chosen rule needs is read; the rest may be empty.
pub fn read(typed: &Typed, words: Words<'_>) -> Result<Change, Vec<FieldError>> {
    let mut asked = Asked { typed, words, errors: vec![] };
    let rule = match typed.text("price_rule") {
        "fixed" => Some(PriceRule::Fixed),
        "weighted_absolute" => asked.weight().map(|weight| PriceRule::WeightedAbsolute { weight }),
        "award_on_value" => Some(PriceRule::AwardOnValue),
        "value_for_money" => Some(PriceRule::ValueForMoney),
        "price_per_point" => Some(PriceRule::PricePerPoint),
        "log_price" => both(asked.weight(), asked.multiple())
            .map(|(weight, multiple)| PriceRule::LogPrice { weight, multiple }),
        "low_bid_inverse" => both(asked.weight(), asked.falls_away())
            .map(|(weight, falls_away)| PriceRule::LowBidInverse { weight, falls_away }),
        "low_bid_linear" => both(both(asked.weight(), asked.multiple()), asked.falls_away()).map(
            |((weight, multiple), falls_away)| PriceRule::LowBidLinear {
                weight,
                multiple,
                falls_away,
            },
        ),
        "utility_index" => both(asked.weight(), asked.falls_away())
            .map(|(weight, falls_away)| PriceRule::UtilityIndex { weight, falls_away }),
        _ => {
            asked.errors.push(words.error("price_rule", "error-choose"));
            None
        }
    };
    rule.map(Change::Method).ok_or(asked.errors)
}

/// Both are asked, so that both can be wrong at once.
fn both<A, B>(one: Option<A>, two: Option<B>) -> Option<(A, B)> {
    one.zip(two)
}

struct Asked<'a> {
    typed: &'a Typed,
    words: Words<'a>,
    errors: Vec<FieldError>,
}

impl Asked<'_> {
    fn weight(&mut self) -> Option<Exact> {
        let above_zero = |weight: &Exact| weight.is_positive() && *weight < Exact::from(100);
        self.number("price_weight", "wrong-price-weight", above_zero)
    }

    fn multiple(&mut self) -> Option<Exact> {
        let enough = |multiple: &Exact| *multiple > Exact::one();
        self.number("price_multiple", "wrong-price-multiple", enough)
    }

    fn number(&mut self, field: &str, key: &str, fits: fn(&Exact) -> bool) -> Option<Exact> {
        let read = read_number(self.typed.text(field)).filter(fits);
        if read.is_none() {
            self.errors.push(self.words.error(field, key));
        }
        read
    }

    fn falls_away(&mut self) -> Option<FallsAway> {
        let chosen = of_word(&FALLS_AWAY, self.typed.text("falls_away"));
        if chosen.is_none() {
            self.errors.push(self.words.error("falls_away", "error-choose"));
        }
        chosen
    }
}
