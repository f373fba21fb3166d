//! A lot: an area, a theme, or both.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::joined::ForWhom;
use crate::domain::money::Cents;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotDetails {
    pub name: String,
    /// What the help is, as people say it: hulp bij het huishouden.
    pub theme: String,
    /// Who lives there, what help, how much, what goes wrong now.
    pub description: String,
    pub provision: Provision,
    /// Codes of the national list WMO020, `01` to `18`.
    pub categories: Vec<String>,
    /// Empty for a thematic lot that covers the whole municipality.
    pub areas: Vec<AreaRef>,
    /// People who now get this help.
    pub clients: u32,
    /// Per year.
    pub budget: Cents,
    /// Units per year.
    pub volume: u32,
    pub unit: Unit,
    pub price: LotPrice,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub running_contract: Option<RunningContract>,
    /// In a joint round: whose lot it is, and so whose weights count.
    #[serde(default, skip_serializing_if = "ForWhom::is_together")]
    pub for_whom: ForWhom,
}

/// Code and year together: codes come back with another meaning in another year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaRef {
    pub code: String,
    pub year: i16,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provision {
    /// Open to everybody, no study of the person first (algemene voorziening).
    General,
    /// After a study and a decision (maatwerkvoorziening).
    Tailored,
}

/// Units of list WJ756 that a lot can be counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Minute,
    Hour,
    DayPart,
    Day,
    Piece,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LotPrice {
    /// Every bidder gets this per unit.
    Fixed { rate: Cents },
    /// A bid names its own price per unit between these.
    Between { floor: Cents, ceiling: Cents },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunningContract {
    pub provider: String,
    pub ends_on: Date,
}
