//! Says weights, points, totals and what the engine found about one round in one language: points,
//! or euros where quality has a price.

use crate::domain::rounds::definition::{Definition, OutcomeUnit};
use crate::domain::scoring::{
    Contribution, Exact, Exclusion, FallsAway, Rounding, Settled, Tie, TieKey, Unit,
};
use crate::domain::tables::{Item, Way};
use crate::rendering::{Arg, Lang, Renderer};

/// The words for the numbers of one round.
#[derive(Clone, Copy)]
pub struct ScoreWords<'a> {
    renderer: &'a Renderer,
    lang: Lang,
    definition: &'a Definition,
}

/// Prices are whole cents; an exact one is never written with more.
const CENTS: u8 = 2;

impl<'a> ScoreWords<'a> {
    pub fn new(renderer: &'a Renderer, lang: Lang, definition: &'a Definition) -> ScoreWords<'a> {
        ScoreWords { renderer, lang, definition }
    }

    /// The same for terms with other weights: those that count for one lot.
    pub fn with<'b>(self, definition: &'b Definition) -> ScoreWords<'b>
    where
        'a: 'b,
    {
        ScoreWords { definition, ..self }
    }

    pub fn definition(&self) -> &'a Definition {
        self.definition
    }

    /// How a table came to its grade, a sentence each: its votes, and how they ended. Empty where it
    /// did not vote.
    pub fn talk(&self, item: &Item) -> Vec<String> {
        let mut said = vec![];
        for (place, vote) in item.talk.votes.iter().enumerate().filter(|(_, v)| !v.is_open()) {
            let grades: Vec<String> =
                vote.grades().iter().map(|grade| self.number(grade)).collect();
            let args = [("number", (place + 1).into()), ("grades", grades.join("; ").into())];
            said.push(self.renderer.translate(self.lang, "minutes-vote", &args));
            let why = vote.ballots.iter().filter(|ballot| !ballot.reason.is_empty());
            said.extend(
                why.map(|b| self.say("minutes-vote-outside", &[("why", b.reason.clone())])),
            );
        }
        match item.consensus().map(|consensus| &consensus.way) {
            None | Some(Way::Chair) => {}
            Some(Way::Agreed) => said.push(self.say("way-agreed", &[])),
            Some(Way::Fallback { minority }) => {
                said.push(self.say("way-fallback", &[]));
                said.push(self.say("minutes-minority", &[("why", minority.clone())]));
            }
        }
        said
    }

    /// The most a criterion can earn: `30 punten`, `€ 3,00`.
    pub fn weight(&self, weight: &Exact) -> String {
        match self.definition.price.weight_unit() {
            Unit::Points => self.points(self.number(weight)),
            Unit::Money => self.euros(weight),
        }
    }

    /// The most a price can earn: `15 punten`.
    pub fn price_weight(&self, weight: &Exact) -> String {
        self.points(self.number(weight))
    }

    /// What a criterion earned, on the published precision: `21,50`, `€ −2,10`.
    pub fn earned(&self, points: &Exact) -> String {
        match self.definition.price.weight_unit() {
            Unit::Points => self.rounded(points),
            Unit::Money => self.euros(points),
        }
    }

    /// The same in words: `21,50 punten`, `€ 2,10 van de prijs af`.
    pub fn earned_in_words(&self, points: &Exact) -> String {
        match (self.definition.price.weight_unit(), points.is_positive()) {
            (Unit::Points, _) => self.price_earned(points),
            (Unit::Money, false) => {
                self.say("earned-off", &[("amount", self.euros(&points.abs()))])
            }
            (Unit::Money, true) => self.say("earned-on", &[("amount", self.euros(points))]),
        }
    }

    /// What a price earned, on the published precision: `12,50`.
    pub fn price_points(&self, points: &Exact) -> String {
        self.rounded(points)
    }

    /// The same in words: `12,50 punten`.
    pub fn price_earned(&self, points: &Exact) -> String {
        self.points(self.rounded(points))
    }

    /// An outcome on the published precision: `82,50`, `€ 31,20`.
    pub fn total(&self, total: &Exact) -> String {
        match self.definition.price.outcome_unit() {
            OutcomeUnit::Points | OutcomeUnit::Index => self.rounded(total),
            OutcomeUnit::Euros | OutcomeUnit::EurosPerPoint => self.euros(total),
        }
    }

    /// The same in words: `82,50 punten`, `een rekenprijs van € 31,20`.
    pub fn total_in_words(&self, total: &Exact) -> String {
        let key = match self.definition.price.outcome_unit() {
            OutcomeUnit::Points => "outcome-points",
            OutcomeUnit::Euros => "outcome-euros",
            OutcomeUnit::EurosPerPoint => "outcome-euros-per-point",
            OutcomeUnit::Index => "outcome-index",
        };
        self.say(key, &[("total", self.total(total))])
    }

    /// What stands below the head of the column with the totals: `van 100`, `laagste wint`.
    pub fn total_note(&self) -> String {
        let key = match self.definition.price.outcome_unit() {
            OutcomeUnit::Points => "outcome-note-points",
            OutcomeUnit::Euros => "outcome-note-euros",
            OutcomeUnit::EurosPerPoint => "outcome-note-euros-per-point",
            OutcomeUnit::Index => "outcome-note-index",
        };
        self.say(key, &[])
    }

    /// How the price counts, in a sentence for bidders.
    pub fn price_rule(&self) -> String {
        let rule = &self.definition.price;
        let multiple = rule.multiple().map(|number| self.number(number)).unwrap_or_default();
        self.say(
            &format!("price-rule-{}-how", rule.word().replace('_', "-")),
            &[("multiple", multiple)],
        )
    }

    /// What happens to the others when a bid falls away, where that matters.
    pub fn falls_away(&self) -> Option<String> {
        let key = match self.definition.price.falls_away()? {
            FallsAway::KeepOrder => "falls-away-keep-order",
            FallsAway::Recompute => "falls-away-recompute",
        };
        Some(self.say(key, &[]))
    }

    /// Which total a bid needs.
    pub fn threshold(&self, total: &Exact) -> String {
        let key = match self.definition.price.outcome_unit() {
            OutcomeUnit::Points | OutcomeUnit::Index => "total-threshold-least",
            OutcomeUnit::Euros | OutcomeUnit::EurosPerPoint => "total-threshold-most",
        };
        self.say(key, &[("total", self.total(total))])
    }

    /// A grade in words: `cijfer 8`.
    pub fn grade(&self, grade: &Exact) -> String {
        self.say("grade-word", &[("grade", self.number(grade))])
    }

    /// What the column with prices is called.
    pub fn price_word(&self) -> String {
        self.say("price-word", &[])
    }

    /// A price in euros.
    pub fn price(&self, euros: &Exact) -> String {
        let text = Rounding { digits: CENTS, ..Rounding::default() }.text(euros);
        self.renderer.euros(self.lang, &text)
    }

    /// The calculation of a part, with the signs of the language.
    pub fn formula(&self, part: &Contribution) -> String {
        self.renderer.decimal(self.lang, &part.formula())
    }

    /// A number as it is.
    pub fn number(&self, number: &Exact) -> String {
        self.renderer.decimal(self.lang, &number.plain())
    }

    /// The name of a criterion; a code that is none stays as it is.
    pub fn criterion(&self, code: &str) -> String {
        let criterion = self.definition.criteria.iter().find(|c| c.code == code);
        criterion.map_or_else(|| code.to_owned(), |c| c.name.clone())
    }

    /// Why a bid has no place.
    pub fn exclusion(&self, exclusion: &Exclusion) -> String {
        let criterion = |code: &str| ("name", self.criterion(code));
        let price = |key: &str, price: &Exact, end: &Exact| {
            self.say(key, &[("price", self.price(price)), ("end", self.price(end))])
        };
        match exclusion {
            Exclusion::KnockOutGrade { criterion: code, grade } => {
                self.say("exclusion-knock-out", &[criterion(code), ("grade", self.number(grade))])
            }
            Exclusion::BelowThreshold { criterion: code, grade, threshold } => self.say(
                "exclusion-below-threshold",
                &[
                    criterion(code),
                    ("grade", self.number(grade)),
                    ("threshold", self.number(threshold)),
                ],
            ),
            Exclusion::GroupBelowThreshold { group, points, threshold } => self.say(
                "exclusion-group",
                &[
                    criterion(group),
                    ("points", self.earned(points)),
                    ("threshold", self.earned(threshold)),
                ],
            ),
            Exclusion::FellAway => self.say("exclusion-fell-away", &[]),
            Exclusion::TotalBelowThreshold { total, threshold } => self.say(
                "exclusion-total",
                &[("total", self.total(total)), ("threshold", self.total(threshold))],
            ),
            Exclusion::PriceBelowFloor { price: own, floor } => {
                price("exclusion-price-floor", own, floor)
            }
            Exclusion::PriceAboveCeiling { price: own, ceiling } => {
                price("exclusion-price-ceiling", own, ceiling)
            }
            Exclusion::OtherThanFixedPrice { price: own, fixed } => {
                price("exclusion-price-fixed", own, fixed)
            }
        }
    }

    /// How an equal total was settled; `name` is how a bid is called here.
    pub fn tie(&self, tie: &Tie, name: impl Fn(&str) -> String) -> String {
        let with: Vec<String> = tie.with.iter().map(|code| name(code)).collect();
        let with = ("with", with.join(", "));
        match &tie.settled {
            Settled::ByKey(TieKey::Criterion(code)) => {
                self.say("tie-by-criterion", &[with, ("name", self.criterion(code))])
            }
            Settled::ByKey(TieKey::Price) => self.say("tie-by-price", &[with]),
            Settled::ByDraw { .. } => self.say("tie-by-draw", &[with]),
            Settled::Shared => self.say("tie-stays", &[with]),
            Settled::AwaitsDraw => self.say("tie-awaits-draw", &[with]),
        }
    }

    fn rounded(&self, number: &Exact) -> String {
        self.renderer.decimal(self.lang, &self.definition.rounding.text(number))
    }

    /// On the published precision, and never without cents.
    fn euros(&self, amount: &Exact) -> String {
        let published = self.definition.rounding;
        let rounding = Rounding { digits: published.digits.max(CENTS), ..published };
        self.renderer.euros(self.lang, &rounding.text(amount))
    }

    fn points(&self, number: String) -> String {
        self.say("points-of", &[("points", number)])
    }

    fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg<'_>)> =
            args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        self.renderer.translate(self.lang, key, &args)
    }
}
