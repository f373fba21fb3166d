//! The methods by name, and what each of them asks of the key `price`.

use super::super::exact::Exact;
use super::super::methods::{FallsAway, Method, Outside, PriceLimits, PriceRule, RelativeRule};
use super::json::{Fields, Node, Problems};

/// A method by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    Admission,
    QualityOnly,
    WeightedAbsolute,
    AwardOnValue,
    ValueForMoney,
    PricePerPoint,
    LogPrice,
    LowBidInverse,
    LowBidLinear,
    UtilityIndex,
}

pub const NAMES: [(&str, Name); 10] = [
    ("admission", Name::Admission),
    ("quality_only", Name::QualityOnly),
    ("weighted_absolute", Name::WeightedAbsolute),
    ("award_on_value", Name::AwardOnValue),
    ("value_for_money", Name::ValueForMoney),
    ("price_per_point", Name::PricePerPoint),
    ("log_price", Name::LogPrice),
    ("low_bid_inverse", Name::LowBidInverse),
    ("low_bid_linear", Name::LowBidLinear),
    ("utility_index", Name::UtilityIndex),
];

impl Name {
    /// The name of a method.
    pub fn of(method: &Method) -> Name {
        match method {
            Method::Admission => Name::Admission,
            Method::QualityOnly { .. } => Name::QualityOnly,
            Method::WeightedAbsolute(_) => Name::WeightedAbsolute,
            Method::AwardOnValue { .. } => Name::AwardOnValue,
            Method::ValueForMoney { .. } => Name::ValueForMoney,
            Method::PricePerPoint { .. } => Name::PricePerPoint,
            Method::LogPrice { .. } => Name::LogPrice,
            Method::LowBidInverse(_) => Name::LowBidInverse,
            Method::LowBidLinear { .. } => Name::LowBidLinear,
            Method::UtilityIndex(_) => Name::UtilityIndex,
        }
    }

    /// The word in the document.
    pub fn word(self) -> &'static str {
        NAMES.iter().find(|(_, name)| *name == self).map_or("", |(word, _)| word)
    }

    fn price_keys(self) -> &'static [&'static str] {
        match self {
            Name::Admission => &[],
            Name::QualityOnly => &["fixed"],
            Name::WeightedAbsolute => &["weight", "floor", "ceiling", "clamp", "below", "above"],
            Name::AwardOnValue | Name::PricePerPoint => &["floor", "ceiling"],
            Name::ValueForMoney => &["factor", "floor", "ceiling"],
            Name::LogPrice | Name::LowBidLinear => &["weight", "multiple", "floor", "ceiling"],
            Name::LowBidInverse | Name::UtilityIndex => &["weight", "floor", "ceiling"],
        }
    }
}

const FALLS_AWAY: [(&str, FallsAway); 2] =
    [("keep_order", FallsAway::KeepOrder), ("recompute", FallsAway::Recompute)];

const OUTSIDE: [(&str, Outside); 3] =
    [("clamp", Outside::Clamp), ("extend", Outside::Extend), ("exclude", Outside::Exclude)];

/// The method with its numbers.
pub fn read(name: Name, document: &Fields<'_, '_>, problems: &mut Problems) -> Option<Method> {
    let falls_away = falls_away(name, document, problems);
    let node = document.get("price");
    let price = match &node {
        Some(node) => Some(node.fields(name.price_keys(), problems)?),
        None => None,
    };
    let price = price.as_ref();
    let limits = PriceLimits {
        floor: price.and_then(|price| price.some_number("floor", problems)),
        ceiling: price.and_then(|price| price.some_number("ceiling", problems)),
    };
    let some = |key: &str, problems: &mut Problems| price?.some_number(key, problems);
    match name {
        Name::Admission => Some(Method::Admission),
        Name::QualityOnly => Some(Method::QualityOnly { fixed_price: some("fixed", problems) }),
        Name::AwardOnValue => Some(Method::AwardOnValue { limits }),
        Name::PricePerPoint => Some(Method::PricePerPoint { limits }),
        Name::ValueForMoney => {
            let factor = some("factor", problems).unwrap_or_else(Exact::one);
            Some(Method::ValueForMoney { factor, limits })
        }
        Name::WeightedAbsolute => line(needed(document, price, problems)?, problems),
        Name::LogPrice => {
            let price = needed(document, price, problems)?;
            let (weight, multiple) = weight_and_multiple(price, problems);
            Some(Method::LogPrice { weight: weight?, multiple: multiple?, limits })
        }
        Name::LowBidLinear => {
            let price = needed(document, price, problems)?;
            let (weight, multiple) = weight_and_multiple(price, problems);
            let rule = RelativeRule { weight: weight?, limits, falls_away: falls_away? };
            Some(Method::LowBidLinear { rule, multiple: multiple? })
        }
        Name::LowBidInverse | Name::UtilityIndex => {
            let weight = needed(document, price, problems)?.number("weight", problems);
            let rule = RelativeRule { weight: weight?, limits, falls_away: falls_away? };
            let is_index = name == Name::UtilityIndex;
            Some(if is_index { Method::UtilityIndex(rule) } else { Method::LowBidInverse(rule) })
        }
    }
}

fn needed<'a, 'b, 'c>(
    document: &Fields<'_, '_>,
    price: Option<&'c Fields<'a, 'b>>,
    problems: &mut Problems,
) -> Option<&'c Fields<'a, 'b>> {
    if price.is_none() {
        document.need("price", problems);
    }
    price
}

fn weight_and_multiple(
    price: &Fields<'_, '_>,
    problems: &mut Problems,
) -> (Option<Exact>, Option<Exact>) {
    (price.number("weight", problems), price.number("multiple", problems))
}

/// A relative method must say what happens when a bid falls away; for others there is nothing to
/// choose.
fn falls_away(name: Name, document: &Fields<'_, '_>, problems: &mut Problems) -> Option<FallsAway> {
    const KEY: &str = "when_a_bid_falls_away";
    match name {
        Name::LowBidInverse | Name::LowBidLinear | Name::UtilityIndex => {
            document.need(KEY, problems)?.word(&FALLS_AWAY, problems)
        }
        Name::Admission
        | Name::QualityOnly
        | Name::WeightedAbsolute
        | Name::AwardOnValue
        | Name::ValueForMoney
        | Name::PricePerPoint
        | Name::LogPrice => {
            if let Some(node) = document.get(KEY) {
                let message = format!("no bid changes the order of others under {}", name.word());
                node.fault(problems, message);
            }
            None
        }
    }
}

/// The published line. `clamp` is short for both ends; without it a price outside the line is
/// invalid unless `below` or `above` says otherwise.
fn line(price: &Fields<'_, '_>, problems: &mut Problems) -> Option<Method> {
    let weight = price.number("weight", problems);
    let floor = price.number("floor", problems);
    let ceiling = price.number("ceiling", problems);
    let both = match price.get("clamp").and_then(|node| node.flag(problems)) {
        Some(true) => Outside::Clamp,
        Some(false) => Outside::Extend,
        None => Outside::Exclude,
    };
    let mut end = |key: &str| {
        let said: Option<Node<'_, '_>> = price.get(key);
        said.and_then(|node| node.word(&OUTSIDE, problems)).unwrap_or(both)
    };
    let (below, above) = (end("below"), end("above"));
    Some(Method::WeightedAbsolute(PriceRule {
        weight: weight?,
        floor: floor?,
        ceiling: ceiling?,
        below,
        above,
    }))
}
