//! What the engine and the lot rule found, in sentences: for letters and for the pages on which
//! one decides.

use super::score_words::ScoreWords;
use crate::domain::decisions::{Ground, RoundFile, Why};
use crate::domain::ids::LotId;
use crate::domain::rounds::definition::Definition;
use crate::domain::scoring::Tie;
use crate::rendering::{Arg, Lang, Renderer};

/// Says findings about one round in one language.
pub struct Teller<'a> {
    renderer: &'a Renderer,
    lang: Lang,
    file: &'a RoundFile,
    pub scores: ScoreWords<'a>,
}

impl<'a> Teller<'a> {
    pub fn new(renderer: &'a Renderer, lang: Lang, file: &'a RoundFile) -> Teller<'a> {
        let scores = ScoreWords::new(renderer, lang, &file.round.definition);
        Teller { renderer, lang, file, scores }
    }

    pub fn definition(&self) -> &'a Definition {
        &self.file.round.definition
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

    /// How an equal total was settled, in letters and pages that name no bidder.
    pub fn tie(&self, tie: &Tie) -> String {
        self.scores.tie(tie, |code| self.bid(code))
    }

    /// A bid by its letter.
    pub fn bid(&self, code: &str) -> String {
        self.say("bid-word", &[("bid", code.into())])
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }

    fn lots(&self, ids: &[LotId]) -> String {
        let names = ids.iter().filter_map(|id| self.file.lot(*id)).map(|lot| lot.lot.label());
        names.collect::<Vec<_>>().join(", ")
    }
}
