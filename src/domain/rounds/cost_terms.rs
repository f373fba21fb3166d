//! What a round says about the cost sheet: which elements it gives or suggests, for how many years
//! the contract runs, and how the price rises. Absent: everything is open.

use serde::{Deserialize, Serialize};

use crate::domain::bids::answers::CostElement;
use crate::domain::money::Cents;

/// Years of a contract where the round names none.
pub const USUAL_YEARS: u8 = 3;
/// A table of more years is no plan any more.
const MOST_YEARS: u8 = 10;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostTerms {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<CostInput>,
    /// Years of the contract; see `years()`.
    #[serde(default, rename = "years", skip_serializing_if = "Option::is_none")]
    pub contract_years: Option<u8>,
}

/// An element that is not open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostInput {
    pub element: CostElement,
    pub mode: Mode,
    pub given: Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The municipality gives it; the bidder cannot change it.
    Fixed,
    /// It counts until the bidder fills in something else.
    Suggested,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Given {
    /// Per year.
    Amount { amount: Cents },
    /// Of the pay, in hundredths of a percent: 1600 is 16 %.
    ShareOfPay { share: u16 },
}

impl CostTerms {
    pub fn is_empty(&self) -> bool {
        *self == CostTerms::default()
    }

    pub fn years(&self) -> u8 {
        self.contract_years.unwrap_or(USUAL_YEARS).clamp(1, MOST_YEARS)
    }

    /// What the round says about this element; none when it is open.
    pub fn input(&self, element: CostElement) -> Option<&CostInput> {
        self.inputs.iter().find(|input| input.element == element)
    }

    pub fn is_fixed(&self, element: CostElement) -> bool {
        self.input(element).is_some_and(|input| input.mode == Mode::Fixed)
    }
}

impl Given {
    /// Per year, rounded half up to a cent; none while a share has no pay to be a share of.
    pub fn amount(self, pay: Option<Cents>) -> Option<Cents> {
        match self {
            Given::Amount { amount } => Some(amount),
            Given::ShareOfPay { share } => {
                let part = i128::from(pay?.0) * i128::from(share);
                i64::try_from((part + 5_000).div_euclid(10_000)).ok().map(Cents)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_half_up() {
        let share = Given::ShareOfPay { share: 350 };
        let of = |pay| share.amount(Some(Cents(pay))).map(|part| part.0);
        assert_eq!(share.amount(None), None);
        assert_eq!([100, 114, 129, 12_400_000].map(of), [4, 4, 5, 434_000].map(Some));
        assert_eq!(Given::Amount { amount: Cents(9) }.amount(None), Some(Cents(9)));
    }

    #[test]
    fn terms_that_say_nothing_leave_no_trace() {
        assert_eq!(serde_json::to_string(&CostTerms::default()).unwrap(), "{}");
        assert!(CostTerms::default().is_empty());
        let terms: CostTerms = toml::from_str(
            "years = 4\ninputs = [{ element = \"overhead\", mode = \"suggested\", \
             given = { type = \"share_of_pay\", share = 1600 } }]",
        )
        .unwrap();
        assert_eq!((terms.years(), terms.is_empty()), (4, false));
        assert!(!terms.is_fixed(CostElement::Overhead) && terms.input(CostElement::Pay).is_none());
        let years = |n| CostTerms { contract_years: n, ..CostTerms::default() }.years();
        assert_eq!([None, Some(0), Some(200)].map(years), [3, 1, 10]);
    }
}
