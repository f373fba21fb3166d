//! The library that a new round starts from: sections, requirements, criteria, product categories,
//! and the kinds of social value that bidders choose from.
//! Its files stand in `config/library` and are part of the program; they are read once.

use std::sync::LazyLock;

use serde::Deserialize;

use super::shelves::Both;
use crate::domain::rounds::cost_terms::CostTerms;
use crate::domain::rounds::definition::{
    Contact, Criterion, Dates, Definition, Explain, Grade, PriceRule, Reading, Remedy, Requirement,
};
use crate::domain::rounds::sections::{Group, Need, Section};
use crate::domain::rounds::self_check::Needs;
use crate::domain::scoring::{Exact, LotRule, Rounding, TieEnd, TieKey, TieRule};

#[derive(Debug)]
pub struct Library {
    /// All sections that the national list has (`domain.md` chapter 6).
    pub sections: Vec<Section>,
    /// Those of an idea report, with short texts.
    pub light_sections: Vec<Section>,
    pub requirements: Vec<Requirement>,
    /// Only quality and social value count: 100 points.
    pub fixed_price: Criteria,
    /// The price counts for 15 points, these for 85.
    pub weighted_price: Criteria,
    /// Ways in which a bid can be worth more than the help alone.
    pub social_value: Vec<SocialValue>,
    /// What to ask oneself before starting a bid.
    pub self_check: Vec<SelfCheck>,
    /// List WMO020 of the national Wmo messages.
    pub categories: Vec<Category>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    pub criteria: Vec<Criterion>,
    pub scale: Vec<Grade>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// `01` to `18`.
    pub code: String,
    pub nl: String,
    pub en: String,
}

/// A kind of commitment, and what will be asked about it later.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SocialValue {
    /// `SV01` to `SV20`.
    pub code: String,
    pub title: Both,
    pub indicator: Both,
    /// Follows the number in a commitment.
    pub unit: Both,
    pub evidence: Both,
    /// What a good commitment of this kind has.
    pub strong: Both,
}

/// A question to ask oneself, and what to do when the answer is no.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelfCheck {
    pub code: String,
    /// What a round must ask for this to make sense.
    #[serde(default)]
    pub needs: Needs,
    pub text: Both,
    pub why: Both,
    pub advice: Both,
}

#[derive(Deserialize)]
struct SelfChecks {
    questions: Vec<SelfCheck>,
}

#[derive(Deserialize)]
struct SocialValues {
    criteria: Vec<SocialValue>,
}

#[derive(Deserialize)]
struct Sections {
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Requirements {
    requirements: Vec<Requirement>,
}

#[derive(Deserialize)]
struct Categories {
    categories: Vec<Category>,
}

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| read().expect("the files of the library are part of the program and tested"));

pub fn library() -> &'static Library {
    &LIBRARY
}

/// Which questions a new round asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionSet {
    /// Every section that is needed in every route.
    Full,
    /// The sections without which there is no bid, for a small lot.
    Base,
    /// An idea report of half a page.
    Light,
}

/// What a small lot asks.
const BASE: [&str; 12] = [
    "who_we_are",
    "members_mandate",
    "lot_and_task",
    "need_and_gap",
    "better_than_now",
    "way_of_working",
    "quality",
    "continuity",
    "price",
    "social_value",
    "support",
    "working_together",
];

/// Which of its sets of criteria a new round starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    FixedPrice,
    WeightedPrice,
}

impl Library {
    /// A round to start from: everything the library has, and the usual rules.
    pub fn start(
        &self,
        (template, questions): (Template, QuestionSet),
        contact: Contact,
        dates: Dates,
    ) -> Definition {
        let sections = self.sections_of(questions);
        // An idea has no price that counts yet.
        let template = match questions {
            QuestionSet::Light => Template::FixedPrice,
            QuestionSet::Full | QuestionSet::Base => template,
        };
        let (set, price) = match template {
            Template::FixedPrice => (&self.fixed_price, PriceRule::Fixed),
            Template::WeightedPrice => {
                let rest = Exact::from(100);
                let quality: Exact = self.weighted_price.criteria.iter().map(|c| &c.weight).sum();
                (&self.weighted_price, PriceRule::WeightedAbsolute { weight: &rest - &quality })
            }
        };
        Definition {
            title: String::new(),
            summary: String::new(),
            contact,
            dates,
            remedy: Remedy::Standstill { days: 20 },
            price,
            rounding: Rounding::default(),
            ties: TieRule { keys: heaviest(&set.criteria), end: TieEnd::Draw },
            lot_rule: LotRule::BestPerLot,
            threshold: None,
            lots_per_bidder: None,
            scale: set.scale.clone(),
            criteria: set.criteria.iter().map(|c| on_sections(c, &sections)).collect(),
            requirements: self.requirements.iter().map(in_steps).collect(),
            sections,
            reading: Reading::usual(),
            costs: CostTerms::default(),
            procedure: None,
            residents_budget: None,
            entry_moments: vec![],
            grounds: vec![],
            meeting: crate::domain::tables::Meeting::advised(),
            letter_texts: Default::default(),
            participants: vec![],
            self_check: Default::default(),
        }
    }

    /// The sections of a set, in the order of the national list.
    pub fn sections_of(&self, set: QuestionSet) -> Vec<Section> {
        let asked = |section: &&Section| match set {
            QuestionSet::Full => section.need == Need::Must,
            QuestionSet::Base => BASE.contains(&section.code.as_str()),
            QuestionSet::Light => true,
        };
        let from = match set {
            QuestionSet::Full | QuestionSet::Base => &self.sections,
            QuestionSet::Light => &self.light_sections,
        };
        from.iter().filter(asked).cloned().collect()
    }

    /// The category of the national list with this code.
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.iter().find(|c| c.code == code)
    }
}

/// A criterion is judged on those of its sections that are asked, or else on the whole plan.
fn on_sections(criterion: &Criterion, asked: &[Section]) -> Criterion {
    let mut criterion = criterion.clone();
    criterion.sections.retain(|code| asked.iter().any(|section| section.code == *code));
    if criterion.sections.is_empty() {
        let plan = asked.iter().filter(|section| section.group == Group::Plan);
        criterion.sections = plan.map(|section| section.code.clone()).collect();
    }
    criterion
}

/// A new round asks who meets a requirement in another way to explain that step by step.
fn in_steps(requirement: &Requirement) -> Requirement {
    Requirement { explain: Explain::InSteps, ..requirement.clone() }
}

/// The two questions that count most decide first between equal totals.
fn heaviest(criteria: &[Criterion]) -> Vec<TieKey> {
    let mut sorted: Vec<&Criterion> = criteria.iter().collect();
    sorted.sort_by(|a, b| b.weight.cmp(&a.weight));
    sorted.into_iter().take(2).map(|c| TieKey::Criterion(c.code.clone())).collect()
}

fn read() -> Result<Library, toml::de::Error> {
    let sections: Sections = toml::from_str(include_str!("../../config/library/sections.toml"))?;
    let light: Sections = toml::from_str(include_str!("../../config/library/sections_light.toml"))?;
    let self_check: SelfChecks =
        toml::from_str(include_str!("../../config/library/self_check.toml"))?;
    let requirements: Requirements =
        toml::from_str(include_str!("../../config/library/requirements.toml"))?;
    let categories: Categories =
        toml::from_str(include_str!("../../config/library/product_categories.toml"))?;
    let social_value: SocialValues =
        toml::from_str(include_str!("../../config/library/social_value.toml"))?;
    Ok(Library {
        social_value: social_value.criteria,
        sections: sections.sections,
        light_sections: light.sections,
        self_check: self_check.questions,
        requirements: requirements.requirements,
        fixed_price: toml::from_str(include_str!("../../config/library/criteria.toml"))?,
        weighted_price: toml::from_str(include_str!("../../config/library/criteria_price.toml"))?,
        categories: categories.categories,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moments::day_of;
    use crate::domain::rounds::publication::{Problem, problems};
    use crate::domain::rounds::timeline::Timeline;

    #[test]
    fn the_library_can_be_read() {
        let library = read().unwrap();
        assert_eq!((library.sections.len(), library.categories.len()), (23, 18));
        assert_eq!((library.requirements.len(), library.social_value.len()), (14, 20));
        assert_eq!((library.self_check.len(), library.light_sections.len()), (6, 5));
        assert_eq!(library.category("02").map(|c| c.nl.as_str()), Some("Begeleiding"));
    }

    #[test]
    fn a_round_from_the_library_lacks_only_what_a_person_must_say() {
        let now = "2027-01-04T09:00:00Z".parse().unwrap();
        let contact = Contact { name: "I".into(), email: "i@w.example".into(), phone: "".into() };
        let sets = [QuestionSet::Full, QuestionSet::Base, QuestionSet::Light];
        let templates = [Template::FixedPrice, Template::WeightedPrice];
        for start in templates.into_iter().flat_map(|t| sets.map(|set| (t, set))) {
            let dates = Timeline::USUAL.dates(day_of(now));
            let round = library().start(start, contact.clone(), dates);
            let left = [Problem::NoTitle, Problem::NoSummary, Problem::NoLots];
            assert_eq!(problems(&round, &[], now), left);
        }
    }
}
