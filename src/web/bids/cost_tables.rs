//! What follows from the cost sheet, as tables with every figure in words: per volume, per payer,
//! per year and per quarter.

use serde::Serialize;

use super::words::Words;
use crate::domain::bids::costs::scenarios::{Scenario, Volume};
use crate::domain::bids::costs::years::{Year, lowest};
use crate::domain::bids::costs::{Costs, Line};
use crate::domain::money::Cents;

#[derive(Serialize)]
pub struct TableView {
    pub caption: String,
    pub heads: Vec<String>,
    pub rows: Vec<RowView>,
    /// What the table says.
    pub notes: Vec<String>,
    /// How it was worked out, row by row.
    pub workings: Vec<String>,
}

#[derive(Serialize)]
pub struct RowView {
    pub head: String,
    pub cells: Vec<String>,
    pub total: bool,
    /// In whole cents beside `cells`, for a workbook.
    #[serde(skip)]
    pub amounts: Vec<Option<Cents>>,
}

/// Two bars per year for the part `year_bars`, as percents of the longest.
#[derive(Serialize)]
pub struct YearBar {
    pub label: String,
    pub costs: f64,
    pub income: f64,
}

/// Says what one sheet comes to.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    pub words: Words<'a>,
    pub costs: &'a Costs,
}

impl Tables<'_> {
    fn say(&self, key: &str) -> String {
        self.words.r.say(key)
    }

    fn row(&self, head: String, amounts: Vec<Option<Cents>>) -> RowView {
        let cell = |amount: &Option<Cents>| {
            amount.map_or_else(|| "–".to_owned(), |amount| self.words.euro(amount))
        };
        RowView { head, cells: amounts.iter().map(cell).collect(), total: false, amounts }
    }

    fn total(&self, key: &str, amounts: Vec<Option<Cents>>) -> RowView {
        RowView { total: true, ..self.row(self.say(key), amounts) }
    }

    /// None before there are two volumes to lay side by side.
    pub fn scenarios(&self) -> Option<TableView> {
        let found = self.costs.scenarios(self.words.form.lot);
        if found.len() < 2 {
            return None;
        }
        let head = |s: &Scenario| {
            let name = self.say(&format!("bid-cost-volume-is-{}", s.volume.as_str()));
            let args = [("name", name.into()), ("units", self.words.units(s.units).into())];
            self.words.say("bid-cost-scenario", &args)
        };
        let heads = [self.say("bid-cost-per-year")].into_iter().chain(found.iter().map(head));
        let lines = self.costs.elements.iter().filter(|line| line.amount.is_some());
        let element = |(place, line): (usize, &Line)| {
            let amounts = found.iter().map(|s| s.costs.get(place).map(|(_, amount)| *amount));
            self.row(self.say(&format!("bid-cost-{}", line.element.as_str())), amounts.collect())
        };
        let mut rows: Vec<RowView> = lines.enumerate().map(element).collect();
        let of = |pick: fn(&Scenario) -> Option<Cents>| found.iter().map(pick).collect();
        rows.push(self.total("bid-cost-total", of(|s| Some(s.total))));
        rows.push(self.row(self.say("bid-cost-income"), of(|s| s.income)));
        rows.push(self.total("bid-cost-result", of(|s| s.result)));
        rows.push(self.row(
            self.words.say("bid-cost-tariff", &[("per", self.words.per_unit().into())]),
            of(|s| Some(s.tariff)),
        ));
        let caption = self.say("bid-cost-part-volumes");
        Some(TableView {
            caption,
            heads: heads.collect(),
            rows,
            notes: vec![],
            workings: self.formulas(&found),
        })
    }

    /// How each element was worked out for the first volume that is not the expected one.
    fn formulas(&self, found: &[Scenario]) -> Vec<String> {
        let other = found.iter().find(|s| s.volume != Volume::Expected);
        let Some((other, expected)) = other.zip(self.costs.volume) else { return vec![] };
        let lines = self.costs.elements.iter().filter(|line| line.amount.is_some());
        let one = |(line, (_, result)): (&Line, &(_, Cents))| {
            let name = self.say(&format!("bid-cost-{}", line.element.as_str()));
            let amount = self.words.euro(line.amount.unwrap_or_default());
            let number = |n: i64| self.words.r.renderer.number(self.words.r.lang, n);
            let share = line.variable.hundredths();
            let args = [
                ("name", name.into()),
                ("amount", amount.into()),
                ("share", self.words.percent(line.variable).into()),
                ("rest", self.words.percent(line.variable.rest()).into()),
                ("units", number(other.units).into()),
                ("expected", number(expected).into()),
                ("result", self.words.euro(*result).into()),
            ];
            let key = match share {
                0 => "bid-cost-formula-none",
                10_000 => "bid-cost-formula-all",
                _ => "bid-cost-formula-part",
            };
            self.words.say(key, &args)
        };
        lines.zip(&other.costs).map(one).collect()
    }

    /// Who pays how much; none as long as only the municipality does.
    pub fn payers(&self) -> Option<TableView> {
        let (words, costs) = (self.words, self.costs);
        if costs.payers.is_empty() {
            return None;
        }
        let income = costs.income(words.form.lot);
        let mut rows = vec![self.row(self.say("bid-cost-payer-price"), vec![income])];
        rows.extend(costs.payers.iter().map(|p| self.row(words.payer(p), vec![Some(p.amount)])));
        let all = income.map(|income| Cents(income.0 + costs.payers_total().0));
        rows.push(self.total("bid-cost-payers-total", vec![all]));
        Some(TableView {
            caption: self.say("bid-cost-part-payers"),
            heads: vec![self.say("bid-cost-payer-who"), self.say("bid-cost-per-year")],
            rows,
            notes: vec![],
            workings: vec![],
        })
    }

    /// One row per year of the contract; none before the sheet is whole.
    pub fn years(&self) -> Option<TableView> {
        let years = self.whole_years()?;
        let row = |year: &Year| {
            let amounts = [year.costs, year.income, year.result].map(Some);
            self.row(self.year(year.number), amounts.into())
        };
        let rise = |percent: Option<_>| self.words.percent(percent.unwrap_or_default()).into();
        let costs = rise(self.costs.rise_costs);
        let args = [("costs", costs), ("price", rise(Some(self.costs.rise_of_price())))];
        Some(TableView {
            caption: self.say("bid-cost-part-years"),
            heads: ["bid-cost-year", "bid-cost-total", "bid-cost-income", "bid-cost-result"]
                .map(|key| self.say(key))
                .into(),
            rows: years.iter().map(row).collect(),
            notes: vec![self.words.say("bid-cost-years-note", &args)],
            workings: vec![],
        })
    }

    fn whole_years(&self) -> Option<Vec<Year>> {
        let years = self.costs.years(self.words.form.lot);
        (self.costs.has_all_elements() && !years.is_empty()).then_some(years)
    }

    fn year(&self, number: u8) -> String {
        self.words.say("bid-cost-year-number", &[("number", number.to_string().into())])
    }

    /// The same years as bars.
    pub fn bars(&self) -> Vec<YearBar> {
        let years = self.whole_years().unwrap_or_default();
        let longest = years.iter().flat_map(|y| [y.costs.0, y.income.0]).max().unwrap_or(0).max(1);
        let part = |amount: Cents| (amount.0 * 1_000 / longest) as f64 / 10.0;
        let bar = |year: &Year| YearBar {
            label: self.year(year.number),
            costs: part(year.costs),
            income: part(year.income),
        };
        years.iter().map(bar).collect()
    }

    /// The first year in quarters; none before the sheet is whole.
    pub fn quarters(&self) -> Option<TableView> {
        let found = self.costs.quarters(self.words.form.lot);
        let low = lowest(&found).filter(|_| self.costs.has_all_elements())?;
        let name = |number: u8| self.say(&format!("bid-cost-quarter-{number}"));
        let rows = found.iter().map(|quarter| {
            let amounts = [quarter.comes_in, quarter.goes_out, quarter.balance].map(Some);
            self.row(name(quarter.number), amounts.into())
        });
        let short = low.balance < Cents(0);
        let (key, amount) = match short {
            true => ("bid-cost-quarter-short", Cents(-low.balance.0)),
            false => ("bid-cost-quarter-enough", low.balance),
        };
        let quarter = self.say(&format!("bid-cost-quarter-in-{}", low.number));
        let args = [("quarter", quarter.into()), ("amount", self.words.euro(amount).into())];
        Some(TableView {
            caption: self.say("bid-cost-part-cash"),
            heads: ["bid-cost-quarter", "bid-cost-in", "bid-cost-out", "bid-cost-balance"]
                .map(|key| self.say(key))
                .into(),
            rows: rows.collect(),
            notes: vec![
                self.words.say(key, &args),
                self.say(&format!("bid-cost-quarters-{}", self.costs.cash_paid.as_str())),
            ],
            workings: vec![],
        })
    }
}
