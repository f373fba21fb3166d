//! The cost sheet in words: its fields, its warnings, and what was filled in.

use super::words::{Fact, Words};
use crate::domain::bids::answers::Answers;
use crate::domain::bids::costs::fields::{PAYERS, fields};
use crate::domain::bids::costs::percent::Percent;
use crate::domain::bids::costs::{CostWarning, Costs, Line, Payer};
use crate::domain::rounds::cost_terms::Mode;

impl Words<'_> {
    /// What a field of the sheet is called; `tail` are the parts of its name after the question.
    pub fn cost_label(&self, tail: &[&str]) -> String {
        match tail {
            ["variable", element] => {
                let name = self.r.say(&format!("bid-cost-{element}"));
                self.say("bid-cost-variable-of", &[("name", name.into())])
            }
            ["payer", row, part] => {
                let part = self.r.say(&format!("bid-cost-payer-{part}"));
                self.say("bid-cost-payer-part", &[("number", (*row).into()), ("part", part.into())])
            }
            _ => self.r.say(&format!("bid-cost-{}", tail.join("-"))),
        }
    }

    /// `3,5%`
    pub fn percent(&self, part: Percent) -> String {
        let exact = part.typed().replace(',', ".");
        format!("{}%", self.r.renderer.decimal(self.r.lang, &exact))
    }

    pub fn warning(&self, warning: CostWarning) -> String {
        let euro = |amount| self.euro(amount).into();
        match warning {
            CostWarning::RateTooHigh { ceiling } => {
                self.say("bid-cost-rate-too-high", &[("ceiling", euro(ceiling))])
            }
            CostWarning::RateTooLow { floor } => {
                self.say("bid-cost-rate-too-low", &[("floor", euro(floor))])
            }
            CostWarning::CostsBelowFloor { tariff, floor } => {
                let per = self.per_unit().into();
                let args = [("tariff", euro(tariff)), ("floor", euro(floor)), ("per", per)];
                self.say("bid-cost-below-floor", &args)
            }
            CostWarning::CostsAboveCeiling { tariff, ceiling } => {
                let per = self.per_unit().into();
                let args = [("tariff", euro(tariff)), ("ceiling", euro(ceiling)), ("per", per)];
                self.say("bid-cost-above-ceiling", &args)
            }
            CostWarning::Short { by } => self.say("bid-cost-short", &[("by", euro(by))]),
            CostWarning::AboveBudget { budget, by } => {
                self.say("bid-cost-above-budget", &[("budget", euro(budget)), ("by", euro(by))])
            }
            CostWarning::OtherVolume { lot } => {
                self.say("bid-cost-other-volume", &[("units", self.units(lot.into()).into())])
            }
            CostWarning::LowNotLow => self.r.say("bid-cost-low-not-low"),
            CostWarning::HighNotHigh => self.r.say("bid-cost-high-not-high"),
        }
    }

    /// Everything that the sheet says: what must be there, and what was added.
    pub fn of_costs(&self, name: &str, answers: &Answers) -> Vec<Fact> {
        let costs = Costs::read(&self.form, answers, name);
        let elements = costs.elements.iter().map(|line| self.element(name, line, answers));
        let is_row = |field: &str| field.starts_with(&format!("{name}.payer."));
        let is_element = |field: &str| {
            costs.elements.iter().any(|line| field == format!("{name}.{}", line.element.as_str()))
        };
        let all = fields(&self.form.definition.costs, self.form.lot, name);
        let must = [format!("{name}.volume"), format!("{name}.rate")];
        let rest = all.iter().map(|field| field.name.as_str()).filter(|field| {
            let there = must.iter().any(|m| m == field) || !answers.text(field).is_empty();
            there && !is_row(field) && !is_element(field)
        });
        let rows = costs.payers.iter().map(|payer| self.payer_fact(name, payer));
        elements.chain(rest.map(|field| self.plain(field, answers))).chain(rows).collect()
    }

    fn element(&self, name: &str, line: &Line, answers: &Answers) -> Fact {
        let field = format!("{name}.{}", line.element.as_str());
        let term = self.r.say(&format!("bid-cost-{}", line.element.as_str()));
        let told = |key: &str| {
            let amount = line.amount.map(|amount| self.euro(amount)).unwrap_or_default();
            self.say(key, &[("amount", amount.into())])
        };
        match (line.given, answers.text(&field)) {
            (Some((Mode::Fixed, Some(_))), _) => {
                Fact { term, text: told("bid-cost-fact-fixed"), field }
            }
            (Some((Mode::Suggested, Some(_))), "") => {
                Fact { term, text: told("bid-cost-fact-suggested"), field }
            }
            (Some((Mode::Fixed, None)), _) => {
                Fact { term, text: self.r.say("bid-not-answered"), field }
            }
            (Some((Mode::Suggested, _)) | None, _) => Fact { term, ..self.plain(&field, answers) },
        }
    }

    fn payer_fact(&self, name: &str, payer: &Payer) -> Fact {
        let row = payer.row.min(PAYERS).to_string();
        Fact {
            term: self.say("bid-cost-payer-row", &[("number", row.as_str().into())]),
            text: self.payer_line(payer),
            field: format!("{name}.payer.{row}.who"),
        }
    }

    /// `Een fonds, Oranje Fonds: € 1.355,00 per jaar`
    fn payer_line(&self, payer: &Payer) -> String {
        let args = [("who", self.payer(payer).into()), ("amount", self.euro(payer.amount).into())];
        self.say("bid-cost-payer-line", &args)
    }

    /// `Een fonds, Oranje Fonds`
    pub fn payer(&self, payer: &Payer) -> String {
        let kind = self.r.say(&format!("bid-cost-is-{}", payer.kind.as_str()));
        match payer.name.as_str() {
            "" => kind,
            name => format!("{kind}, {name}"),
        }
    }
}
