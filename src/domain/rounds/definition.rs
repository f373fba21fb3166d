//! What is published: everything by which bids will be made and judged. Publication freezes and
//! hashes it (`canonical`), so nobody can move a weight afterwards without it showing.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::cost_terms::CostTerms;
use super::joined::Participant;
pub use super::price::{OutcomeUnit, PriceRule};
use super::procedure::{Procedure, ResidentsBudget};
use super::sections::Section;
use super::self_check::SelfCheckTerms;
use crate::domain::accounts::words;
use crate::domain::scoring::{Exact, LotRule, Rounding, TieRule};
use crate::domain::tables::Meeting;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub title: String,
    /// What is asked, in plain words, two or three paragraphs.
    pub summary: String,
    pub contact: Contact,
    pub dates: Dates,
    pub remedy: Remedy,
    pub price: PriceRule,
    pub rounding: Rounding,
    /// The total with which a bid just gets a place; the highest one where the lowest wins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Exact>,
    /// What decides when two bids have the same total, first key first.
    pub ties: TieRule,
    /// Which bidder keeps which lots when it comes first on several.
    pub lot_rule: LotRule,
    /// Announced together with the rule (Directive 2014/24 art. 46). None: as many as it wins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lots_per_bidder: Option<u16>,
    /// One worded scale for all criteria: unequal lengths would distort the weights.
    pub scale: Vec<Grade>,
    pub criteria: Vec<Criterion>,
    pub requirements: Vec<Requirement>,
    pub sections: Vec<Section>,
    /// In which order assessors go through bids and criteria.
    #[serde(default = "Reading::usual", skip_serializing_if = "Reading::is_usual")]
    pub reading: Reading,
    /// What the municipality gives for the cost sheet; absent when all of it is open.
    #[serde(default, skip_serializing_if = "CostTerms::is_empty")]
    pub costs: CostTerms,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residents_budget: Option<ResidentsBudget>,
    /// Days after the deadline until which bids are taken once more, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entry_moments: Vec<Date>,
    /// On which a bid can be refused, as announced; empty: nothing was said about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// How the assessment tables come to a grade.
    #[serde(default = "Meeting::usual", skip_serializing_if = "Meeting::is_usual")]
    pub meeting: Meeting,
    /// Paragraphs of the municipality itself in the decision letters.
    #[serde(default, skip_serializing_if = "LetterTexts::is_empty")]
    pub letter_texts: LetterTexts,
    /// Municipalities that buy together with the one whose round it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    #[serde(default, skip_serializing_if = "SelfCheckTerms::is_empty")]
    pub self_check: SelfCheckTerms,
}

impl Definition {
    /// The section with this code, if the round asks it.
    pub fn section(&self, code: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.code == code)
    }

    /// A bid is refused on what was announced; where nothing was, on any ground.
    pub fn allows_ground(&self, code: &str) -> bool {
        self.grounds.is_empty() || self.grounds.iter().any(|ground| ground.code == code)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
}

/// Moments are instants (UTC inside, Europe/Amsterdam on screen); days are calendar days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    pub questions_until: Timestamp,
    /// Inclusive to the second.
    pub closes_at: Timestamp,
    pub scores_due: Date,
    pub table_on: Date,
    pub decision_on: Date,
    pub starts_on: Date,
}

/// What a bidder can do against the decision; it differs per route (Aw 2012 art. 2.127, Awb 6:7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Remedy {
    /// Contract route: civil court within the standstill.
    Standstill { days: u16 },
    /// Subsidy route: objection at the municipality.
    Objection { weeks: u16 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    pub value: Exact,
    pub label: String,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CriterionKind {
    Quality,
    SocialValue,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub code: String,
    pub name: String,
    /// What the municipality asks, one or two sentences.
    pub question: String,
    pub kind: CriterionKind,
    pub weight: Exact,
    /// Below this grade the bid gets no place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Exact>,
    #[serde(default = "yes")]
    pub reason_required: bool,
    /// Codes of the sections an assessor reads for this criterion.
    pub sections: Vec<String>,
}

words! {
    /// Who gets a decision letter.
    Addressee {
        Won = "won",
        Lost = "lost",
        /// It was not admitted.
        Refused = "refused",
    }
}

/// Own paragraphs per addressee, empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LetterTexts {
    pub won: String,
    pub lost: String,
    pub refused: String,
}

impl LetterTexts {
    fn is_empty(&self) -> bool {
        *self == LetterTexts::default()
    }

    pub fn of(&self, addressee: Addressee) -> &str {
        match addressee {
            Addressee::Won => &self.won,
            Addressee::Lost => &self.lost,
            Addressee::Refused => &self.refused,
        }
    }

    pub fn of_mut(&mut self, addressee: Addressee) -> &mut String {
        match addressee {
            Addressee::Won => &mut self.won,
            Addressee::Lost => &mut self.lost,
            Addressee::Refused => &mut self.refused,
        }
    }
}

/// A ground for refusing a bid, by the code of the library or an own one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    pub code: String,
    pub title: String,
    /// What a letter says.
    pub reason: String,
    /// What would make the answer another one. Rounds of before it was announced keep their hash.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub change: String,
    /// Where the law says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// `Q06`; the national library numbers them.
    pub code: String,
    pub title: String,
    pub text: String,
    /// Which risk this covers (Gids Proportionaliteit: only demands tied to a real risk).
    pub risk: String,
    pub usual_proof: String,
    /// What a small cooperative may show instead.
    pub equivalent: String,
    /// A bid that fails this one is out.
    pub knock_out: bool,
    #[serde(default = "ProofDue::usual", skip_serializing_if = "ProofDue::is_usual")]
    pub proof: ProofDue,
    #[serde(default = "Explain::usual", skip_serializing_if = "Explain::is_usual")]
    pub explain: Explain,
}

words! {
    /// When the proof of a requirement must be there.
    ProofDue {
        AtSubmission = "at_submission",
        /// Only who wins for now has to show it, before the award is final.
        BeforeAward = "before_award",
    }
}

words! {
    /// What somebody says who meets a requirement in another way.
    Explain {
        InOwnWords = "own_words",
        /// The risk, what is done instead, the proof of today, a day to check it, and who vouches.
        InSteps = "steps",
    }
}

words! {
    /// How assessors go through what they have to score.
    Reading {
        /// One criterion across all bids, then the next; every assessor in an order of one's own.
        AcrossBids = "across_bids",
        /// One bid with all its criteria, then the next.
        BidByBid = "bid_by_bid",
    }
}

// Rounds that were published before these could be chosen hold none of the words, and keep their hash.
impl Reading {
    pub fn usual() -> Reading {
        Reading::AcrossBids
    }

    fn is_usual(&self) -> bool {
        *self == Reading::usual()
    }
}

impl ProofDue {
    fn usual() -> ProofDue {
        ProofDue::AtSubmission
    }

    fn is_usual(&self) -> bool {
        *self == ProofDue::usual()
    }
}

impl Explain {
    fn usual() -> Explain {
        Explain::InOwnWords
    }

    fn is_usual(&self) -> bool {
        *self == Explain::usual()
    }
}

impl Definition {
    /// What all weights add up to, the price's included; 100 when published, unless they are money.
    pub fn weight_sum(&self) -> Exact {
        self.criteria.iter().map(|c| &c.weight).chain(self.price.weight()).sum()
    }
}

impl Remedy {
    /// Its length in its own unit: days or weeks.
    pub fn length(&self) -> u16 {
        match self {
            Remedy::Standstill { days } => *days,
            Remedy::Objection { weeks } => *weeks,
        }
    }
}
