//! What may be published, but should be thought about first. Sources stand with each warning.

use jiff::civil::Date;

use super::Lot;
use super::definition::{Criterion, CriterionKind, Definition, Grade, PriceRule, Remedy};
use super::lots::{AreaRef, LotDetails, LotPrice};
use super::publication::Part;
use crate::domain::money::Cents;
use crate::domain::scoring::{Exact, Unit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Together worth more than the European threshold for social services a year: then the
    /// procurement has to be announced (Aanbestedingswet, SAS regime).
    AboveThreshold(Cents),
    /// Residents must know until when the contract of now runs (`domain.md` 1.7).
    NoContractEnd(u16),
    /// The contract of now still runs when the new one starts.
    StartsBeforeEnd(u16, Date),
    /// The volume at the lowest price costs more than the budget (Uitvoeringsbesluit art. 5.4).
    BudgetTooSmall(u16),
    /// Two lots for the same help in the same area.
    Overlap(u16, u16),
    /// A neighbourhood and the district around it in one lot.
    AreaInArea(u16, String, String),
    /// Below this grade a bid falls out, whatever else it earns.
    Threshold(String, Exact, String),
    /// Below this total a bid falls out, whatever it is good at.
    TotalThreshold(Exact),
    /// A bid that falls away can turn the order of two others around (`evaluation.md` 1.4).
    OrderCanTurn,
    /// A bid far behind the best quality would rank higher with a higher price.
    CheaperCanRankLower,
    /// Points depend on the lowest price, although the order of two bids does not.
    PointsDependOnLowestPrice,
    /// Social value below 10 points (`domain.md` 7) or above 30 (`evaluation.md` 2).
    SocialValueLow(Exact),
    SocialValueHigh(Exact),
    /// Only demands that cover a real risk are proportional (Gids Proportionaliteit).
    NoRisk(String),
    /// "Or equivalent" must be allowed (`domain.md` 1.9).
    NoEquivalent(String),
    /// Shorter than the 20 days of the law (Aw 2012 art. 2.127).
    ShortStandstill,
    /// The law has six weeks (Awb 6:7).
    OtherObjectionTerm,
}

impl Warning {
    pub fn part(&self) -> Part {
        match self {
            Warning::AboveThreshold(_)
            | Warning::NoContractEnd(_)
            | Warning::StartsBeforeEnd(..)
            | Warning::BudgetTooSmall(_)
            | Warning::Overlap(..)
            | Warning::AreaInArea(..) => Part::Lots,
            Warning::Threshold(..) | Warning::SocialValueLow(_) | Warning::SocialValueHigh(_) => {
                Part::Criteria
            }
            Warning::NoRisk(_) | Warning::NoEquivalent(_) => Part::Requirements,
            Warning::OrderCanTurn
            | Warning::CheaperCanRankLower
            | Warning::PointsDependOnLowestPrice => Part::Method,
            Warning::TotalThreshold(_) | Warning::ShortStandstill | Warning::OtherObjectionTerm => {
                Part::Rules
            }
        }
    }
}

impl Warning {
    /// The lot it is about, where it is about one.
    pub fn lot(&self) -> Option<u16> {
        match self {
            Warning::NoContractEnd(number)
            | Warning::StartsBeforeEnd(number, _)
            | Warning::BudgetTooSmall(number)
            | Warning::Overlap(number, _)
            | Warning::AreaInArea(number, ..) => Some(*number),
            Warning::AboveThreshold(_)
            | Warning::Threshold(..)
            | Warning::TotalThreshold(_)
            | Warning::OrderCanTurn
            | Warning::CheaperCanRankLower
            | Warning::PointsDependOnLowestPrice
            | Warning::SocialValueLow(_)
            | Warning::SocialValueHigh(_)
            | Warning::NoRisk(_)
            | Warning::NoEquivalent(_)
            | Warning::ShortStandstill
            | Warning::OtherObjectionTerm => None,
        }
    }
}

/// European threshold for social and other specific services, in euro without VAT.
const THRESHOLD: Cents = Cents(75_000_000);

pub fn warnings(definition: &Definition, lots: &[Lot]) -> Vec<Warning> {
    let mut found = vec![];
    let worth: Cents = lots.iter().map(|l| l.details.budget).sum();
    if worth >= THRESHOLD && matches!(definition.remedy, Remedy::Standstill { .. }) {
        found.push(Warning::AboveThreshold(worth));
    }
    for (place, lot) in lots.iter().enumerate() {
        of_lot(lot.number, &lot.details, definition, &mut found);
        let later = lots[place + 1..].iter().filter(|other| overlap(&lot.details, &other.details));
        found.extend(later.map(|other| Warning::Overlap(lot.number, other.number)));
    }
    match &definition.price {
        rule if rule.falls_away().is_some() => found.push(Warning::OrderCanTurn),
        PriceRule::LogPrice { .. } => found.push(Warning::PointsDependOnLowestPrice),
        _ => {}
    }
    if let PriceRule::UtilityIndex { weight, .. } = &definition.price
        && &definition.weight_sum() - weight > *weight
    {
        found.push(Warning::CheaperCanRankLower);
    }
    found.extend(definition.criteria.iter().filter_map(|c| threshold(c, &definition.scale)));
    social_value(definition, &mut found);
    for requirement in &definition.requirements {
        if requirement.risk.trim().is_empty() {
            found.push(Warning::NoRisk(requirement.title.clone()));
        }
        if requirement.equivalent.trim().is_empty() {
            found.push(Warning::NoEquivalent(requirement.title.clone()));
        }
    }
    found.extend(definition.threshold.clone().map(Warning::TotalThreshold));
    match definition.remedy {
        Remedy::Standstill { days } if days < 20 => found.push(Warning::ShortStandstill),
        Remedy::Objection { weeks } if weeks != 6 => found.push(Warning::OtherObjectionTerm),
        Remedy::Standstill { .. } | Remedy::Objection { .. } => {}
    }
    found
}

fn of_lot(number: u16, lot: &LotDetails, definition: &Definition, found: &mut Vec<Warning>) {
    match &lot.running_contract {
        None => found.push(Warning::NoContractEnd(number)),
        Some(contract) if contract.ends_on >= definition.dates.starts_on => {
            found.push(Warning::StartsBeforeEnd(number, contract.ends_on));
        }
        Some(_) => {}
    }
    let lowest = match lot.price {
        LotPrice::Fixed { rate } => rate,
        LotPrice::Between { floor, .. } => floor,
    };
    let cost = i128::from(lowest.0) * i128::from(lot.volume);
    if lot.budget.0 > 0 && cost > i128::from(lot.budget.0) {
        found.push(Warning::BudgetTooSmall(number));
    }
    for area in &lot.areas {
        let around = lot.areas.iter().find(|other| lies_in(area, other));
        found
            .extend(around.map(|o| Warning::AreaInArea(number, area.name.clone(), o.name.clone())));
    }
}

/// The code of a neighbourhood starts with the digits of its district: BU08470101 in WK084701.
fn lies_in(area: &AreaRef, other: &AreaRef) -> bool {
    let digits = |code: &str| code.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let (inner, outer) = (digits(&area.code), digits(&other.code));
    area.year == other.year && inner.len() > outer.len() && inner.starts_with(&outer)
}

/// A lot without areas covers the whole municipality.
fn overlap(one: &LotDetails, two: &LotDetails) -> bool {
    let same_help = one.categories.iter().any(|c| two.categories.contains(c));
    let same_area = one.areas.is_empty()
        || two.areas.is_empty()
        || one
            .areas
            .iter()
            .any(|a| two.areas.iter().any(|b| a == b || lies_in(a, b) || lies_in(b, a)));
    same_help && same_area
}

fn threshold(criterion: &Criterion, scale: &[Grade]) -> Option<Warning> {
    let least = criterion.threshold.as_ref()?;
    let grade = scale.iter().find(|g| g.value == *least)?;
    Some(Warning::Threshold(criterion.name.clone(), least.clone(), grade.label.clone()))
}

fn social_value(definition: &Definition, found: &mut Vec<Warning>) {
    let social = definition.criteria.iter().filter(|c| c.kind == CriterionKind::SocialValue);
    let weights: Vec<_> = social.map(|c| &c.weight).collect();
    // Money values have no usual share of a hundred.
    if weights.is_empty() || definition.price.weight_unit() == Unit::Money {
        return;
    }
    let sum: Exact = weights.into_iter().sum();
    if sum < Exact::from(10) {
        found.push(Warning::SocialValueLow(sum));
    } else if sum > Exact::from(30) {
        found.push(Warning::SocialValueHigh(sum));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rounds::publication::tests::{lot, round};

    #[test]
    fn a_careful_round_has_no_warnings() {
        assert_eq!(warnings(&round().definition, &[lot(1)]), []);
    }

    #[test]
    fn each_warning_is_given() {
        let mut round = round();
        let definition = &mut round.definition;
        definition.criteria[0].threshold = Some(Exact::from(10));
        definition.threshold = Some(Exact::from(60));
        definition.criteria[1].weight = Exact::from(9);
        definition.requirements[0].risk.clear();
        definition.requirements[0].equivalent.clear();
        definition.remedy = Remedy::Standstill { days: 10 };
        let mut lots = [lot(1), lot(2)];
        lots[0].details.running_contract = None;
        lots[0].details.budget = Cents(80_000_000);
        lots[1].details.volume = 1_000_000;
        lots[1].details.areas.push(AreaRef {
            code: "BU99010601".into(),
            year: 2024,
            name: "De Kom".into(),
        });
        let ends = definition.dates.starts_on;
        if let Some(contract) = &mut lots[1].details.running_contract {
            contract.ends_on = ends;
        }
        let found = warnings(definition, &lots);
        let worth: Cents = lots.iter().map(|l| l.details.budget).sum();
        assert_eq!(
            found,
            [
                Warning::AboveThreshold(worth),
                Warning::NoContractEnd(1),
                Warning::Overlap(1, 2),
                Warning::StartsBeforeEnd(2, ends),
                Warning::BudgetTooSmall(2),
                Warning::AreaInArea(2, "De Kom".into(), "Elsbroek".into()),
                Warning::Threshold("Werkwijze".into(), Exact::from(10), "Goed".into()),
                Warning::SocialValueLow(Exact::from(9)),
                Warning::NoRisk("Veilige hulp".into()),
                Warning::NoEquivalent("Veilige hulp".into()),
                Warning::TotalThreshold(Exact::from(60)),
                Warning::ShortStandstill,
            ]
        );
    }

    #[test]
    fn another_objection_term_and_much_social_value_are_noticed() {
        let mut round = round();
        round.definition.remedy = Remedy::Objection { weeks: 4 };
        round.definition.criteria[1].weight = Exact::from(31);
        let mut rich = lot(1);
        rich.details.budget = Cents(90_000_000);
        let found = warnings(&round.definition, &[rich]);
        let expected = [Warning::SocialValueHigh(Exact::from(31)), Warning::OtherObjectionTerm];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_formula_that_can_surprise_is_noticed() {
        use crate::domain::scoring::FallsAway::KeepOrder;
        let found = |price| {
            let mut definition = round().definition;
            definition.price = price;
            warnings(&definition, &[lot(1)])
        };
        let (weight, falls_away): (Exact, _) = (15.into(), KeepOrder);
        let multiple = Exact::from(2);
        let log = PriceRule::LogPrice { weight: weight.clone(), multiple };
        assert_eq!(found(log), [Warning::PointsDependOnLowestPrice]);
        let inverse = PriceRule::LowBidInverse { weight: weight.clone(), falls_away };
        assert_eq!(found(inverse), [Warning::OrderCanTurn]);
        let index = PriceRule::UtilityIndex { weight, falls_away };
        assert_eq!(found(index), [Warning::OrderCanTurn, Warning::CheaperCanRankLower]);
        let level = PriceRule::UtilityIndex { weight: 90.into(), falls_away };
        assert_eq!(found(level), [Warning::OrderCanTurn]);
    }
}
