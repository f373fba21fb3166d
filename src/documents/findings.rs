//! What the engine and the lot rule found, in sentences: for letters and for the pages on which
//! one decides.

use crate::domain::decisions::{Ground, RoundFile, Why};
use crate::domain::ids::LotId;
use crate::domain::rounds::definition::Definition;
use crate::domain::scoring::{Exact, Exclusion, Settled, Tie, TieKey};
use crate::rendering::{Arg, Lang, Renderer};

/// Says findings about one round in one language.
pub struct Teller<'a> {
    renderer: &'a Renderer,
    lang: Lang,
    file: &'a RoundFile,
}

impl<'a> Teller<'a> {
    pub fn new(renderer: &'a Renderer, lang: Lang, file: &'a RoundFile) -> Teller<'a> {
        Teller { renderer, lang, file }
    }

    pub fn definition(&self) -> &'a Definition {
        &self.file.round.definition
    }

    /// Points on the published precision, with a point: the filter `decimal` does the rest.
    pub fn points(&self, points: &Exact) -> String {
        self.definition().rounding.text(points)
    }

    pub fn ground(&self, ground: Ground) -> String {
        self.say(&format!("ground-{}", ground.as_str()), &[])
    }

    /// Why a bid that stands higher does not get the lot, or why a bid cannot get it.
    pub fn why(&self, why: &Why) -> String {
        match why {
            Why::Prefers(lots) => self.say("why-prefers", &[("lots", self.lots(lots).into())]),
            Why::HasMaximum(lots) => {
                self.say("why-has-maximum", &[("lots", self.lots(lots).into())])
            }
            Why::NoCapacity(lots) => {
                self.say("why-no-capacity", &[("lots", self.lots(lots).into())])
            }
            Why::OverBudget => self.say("why-over-budget", &[]),
            Why::KeptForInitiatives => self.say("why-kept", &[]),
            Why::LowerTotal => self.say("why-lower-total", &[]),
            Why::BelowThreshold => self.say("why-below-threshold", &[]),
            Why::NotAdmitted => self.say("why-not-admitted", &[]),
        }
    }

    /// Why a bid has no place.
    pub fn exclusion(&self, exclusion: &Exclusion) -> String {
        match exclusion {
            Exclusion::KnockOutGrade { criterion, grade } => {
                let name = self.criterion(criterion);
                let args = [("name", name.into()), ("grade", self.number(grade).into())];
                self.say("exclusion-knock-out", &args)
            }
            Exclusion::BelowThreshold { criterion, grade, threshold } => self.say(
                "exclusion-below-threshold",
                &[
                    ("name", self.criterion(criterion).into()),
                    ("grade", self.number(grade).into()),
                    ("threshold", self.number(threshold).into()),
                ],
            ),
            Exclusion::GroupBelowThreshold { group, points, threshold } => self.say(
                "exclusion-group",
                &[
                    ("name", self.criterion(group).into()),
                    ("points", self.number(points).into()),
                    ("threshold", self.number(threshold).into()),
                ],
            ),
            Exclusion::FellAway => self.say("exclusion-fell-away", &[]),
            Exclusion::TotalBelowThreshold { total, threshold } => {
                let args = [("total", self.shown(total)), ("threshold", self.number(threshold))];
                self.say("exclusion-total", &args.map(|(name, value)| (name, value.into())))
            }
            Exclusion::PriceBelowFloor { price, floor: end } => {
                self.price("exclusion-price-floor", price, end)
            }
            Exclusion::PriceAboveCeiling { price, ceiling: end } => {
                self.price("exclusion-price-ceiling", price, end)
            }
            Exclusion::OtherThanFixedPrice { price, fixed: end } => {
                self.price("exclusion-price-fixed", price, end)
            }
        }
    }

    /// How an equal total was settled.
    pub fn tie(&self, tie: &Tie) -> String {
        let with = tie.with.join(", ");
        match &tie.settled {
            Settled::ByKey(TieKey::Criterion(code)) => {
                let args = [("with", with.into()), ("name", self.criterion(code).into())];
                self.say("tie-by-criterion", &args)
            }
            Settled::ByKey(TieKey::Price) => self.say("tie-by-price", &[("with", with.into())]),
            Settled::ByDraw { .. } => self.say("tie-by-draw", &[("with", with.into())]),
            Settled::Shared | Settled::AwaitsDraw => {
                self.say("tie-stays", &[("with", with.into())])
            }
        }
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }

    fn criterion(&self, code: &str) -> String {
        let criterion = self.definition().criteria.iter().find(|c| c.code == code);
        criterion.map_or_else(|| code.to_owned(), |c| c.name.clone())
    }

    fn lots(&self, ids: &[LotId]) -> String {
        let names = ids.iter().filter_map(|id| self.file.lot(*id)).map(|lot| lot.lot.label());
        names.collect::<Vec<_>>().join(", ")
    }

    fn price(&self, key: &str, price: &Exact, end: &Exact) -> String {
        let args = [("price", self.euro(price)), ("end", self.euro(end))];
        self.say(key, &args.map(|(name, value)| (name, value.into())))
    }

    /// Prices are whole cents in the engine too.
    fn euro(&self, cents: &Exact) -> String {
        let whole = cents.truncated().plain().parse().unwrap_or_default();
        self.renderer.euro(self.lang, whole)
    }

    fn number(&self, number: &Exact) -> String {
        self.renderer.decimal(self.lang, &number.plain())
    }

    fn shown(&self, points: &Exact) -> String {
        self.renderer.decimal(self.lang, &self.points(points))
    }
}
