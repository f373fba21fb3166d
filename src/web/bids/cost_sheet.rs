//! The cost sheet on the page of its section: what must be filled in, what may be added, and what
//! it comes to.

use serde::Serialize;

use super::cost_tables::{TableView, Tables, YearBar};
use super::inputs::{Input, Inputs, Opt};
use super::words::Words;
use crate::domain::bids::answers::CostElement;
use crate::domain::bids::costs::exchange::suggestion;
use crate::domain::bids::costs::fields::{PAYER_PARTS, PAYERS, PaidWhen, PayerKind, variable};
use crate::domain::bids::costs::percent::Percent;
use crate::domain::bids::costs::{Costs, Line, Volunteers, usually};
use crate::domain::money::Cents;
use crate::domain::rounds::cost_terms::{Given, Mode};
use crate::domain::rounds::lots::LotPrice;

#[derive(Serialize)]
pub struct CostsView {
    elements: Vec<ElementView>,
    volume: Option<Input>,
    rate: Option<Input>,
    /// The price of the lot, where bidders name none.
    fixed: Option<String>,
    /// What may be added; closed until there is something in it.
    parts: Vec<PartView>,
    /// Sums as sentences; empty until there is something to add up.
    sums: Vec<String>,
    warnings: Vec<String>,
}

/// An element to fill in, or one that the municipality gives.
#[derive(Serialize)]
struct ElementView {
    id: String,
    label: String,
    input: Option<Input>,
    given: Option<String>,
}

#[derive(Serialize)]
struct PartView {
    title: String,
    lead: String,
    open: bool,
    groups: Vec<GroupView>,
    /// What its fields come to, in one sentence.
    outcome: Option<String>,
    table: Option<TableView>,
    bars: Vec<YearBar>,
}

#[derive(Serialize)]
struct GroupView {
    /// A line above fields that belong together.
    title: Option<String>,
    /// The same for fields that few people need.
    folded: Option<String>,
    open: bool,
    inputs: Vec<Input>,
}

pub fn view(inputs: Inputs<'_>, name: &str) -> CostsView {
    let words = inputs.words;
    let costs = Costs::read(&words.form, inputs.answers, name);
    let sheet = Sheet { inputs, name, costs: &costs };
    CostsView {
        elements: costs.elements.iter().map(|line| sheet.element(line)).collect(),
        volume: sheet.must("volume"),
        rate: sheet.must("rate"),
        fixed: match words.form.lot.price {
            LotPrice::Fixed { rate } => Some(fixed(words, rate)),
            LotPrice::Between { .. } => None,
        },
        parts: sheet.parts(),
        sums: sums(words, &costs),
        warnings: costs.warnings(words.form.lot).into_iter().map(|w| words.warning(w)).collect(),
    }
}

/// One sheet and the fields it is read from.
#[derive(Clone, Copy)]
struct Sheet<'a> {
    inputs: Inputs<'a>,
    name: &'a str,
    costs: &'a Costs,
}

impl Sheet<'_> {
    fn say(&self, key: &str) -> String {
        self.inputs.words.r.say(key)
    }

    fn element(&self, line: &Line) -> ElementView {
        let tail = line.element.as_str();
        ElementView {
            id: format!("{}.{tail}", self.name),
            label: self.say(&format!("bid-cost-{tail}")),
            input: self.must(tail).map(|input| self.with_suggestion(input, line)),
            given: line.given.filter(|(mode, _)| *mode == Mode::Fixed).map(|(_, amount)| {
                match amount {
                    Some(amount) => self.given("bid-cost-given-fixed", line, amount),
                    None => self.say("bid-cost-given-later"),
                }
            }),
        }
    }

    /// What the municipality gives, with how it got there.
    fn given(&self, key: &str, line: &Line, amount: Cents) -> String {
        let words = self.inputs.words;
        let given = words.form.definition.costs.input(line.element).map(|input| input.given);
        let share = match given {
            Some(Given::ShareOfPay { share }) => {
                let share = words.percent(Percent::of_hundredths(share));
                words.say("bid-cost-given-share", &[("share", share.into())])
            }
            Some(Given::Amount { .. }) | None => String::new(),
        };
        let told =
            words.say(key, &[("amount", words.euro(amount).into()), ("share", share.into())]);
        told.trim_end().to_owned()
    }

    /// The suggestion stands in the field until the bidder changes it; then the difference shows.
    fn with_suggestion(&self, input: Input, line: &Line) -> Input {
        let Some((Mode::Suggested, Some(amount))) = line.given else { return input };
        let words = self.inputs.words;
        let mut told = self.given("bid-cost-given-suggested", line, amount);
        if let Some(own) = line.amount.filter(|own| *own != amount) {
            let (key, by) = match own > amount {
                true => ("bid-cost-given-more", own.0 - amount.0),
                false => ("bid-cost-given-less", amount.0 - own.0),
            };
            let more = words.say(key, &[("by", words.euro(Cents(by)).into())]);
            told = format!("{told} {more}");
        }
        let hint = input.hint.clone().unwrap_or_default();
        let suggested = suggestion(&words.form, self.inputs.answers, &input.id);
        Input {
            hint: Some(format!("{hint} {told}")),
            value: suggested.unwrap_or_else(|| input.value.clone()),
            ..input
        }
    }

    /// A field that a whole sheet has, with what belongs to it.
    fn must(&self, tail: &str) -> Option<Input> {
        let (words, input) = (self.inputs.words, self.field(tail)?);
        let hint = match (tail, words.form.lot.price) {
            ("volume", _) => {
                let lot = i64::from(words.form.lot.volume);
                words.say("bid-cost-volume-hint", &[("units", words.units(lot).into())])
            }
            ("rate", LotPrice::Between { floor, ceiling }) => {
                let args = [("floor", floor), ("ceiling", ceiling)];
                words.say("bid-cost-rate-hint", &args.map(|(n, a)| (n, words.euro(a).into())))
            }
            _ => self.say(&format!("bid-cost-{tail}-hint")),
        };
        let unit = if tail == "rate" { words.per_unit() } else { self.say("per-year") };
        Some(Input { hint: Some(hint), unit: Some(unit), required: true, ..input })
    }

    fn field(&self, tail: &str) -> Option<Input> {
        let input = self.inputs.field(&format!("{}.{tail}", self.name))?;
        Some(Input { required: false, ..input })
    }

    /// One that may stay empty, with a unit and a hint where there are such words.
    fn may(&self, (tail, unit): (&str, Option<&str>)) -> Option<Input> {
        let key = format!("bid-cost-{}-hint", tail.replace('.', "-"));
        let words = self.inputs.words;
        let hint = words.r.renderer.known(words.r.lang, &key, &[]);
        let unit = unit.map(|unit| if unit == "%" { unit.to_owned() } else { self.say(unit) });
        Some(Input { hint, unit, ..self.field(tail)? })
    }

    fn parts(&self) -> Vec<PartView> {
        let tables = Tables { words: self.inputs.words, costs: self.costs };
        vec![
            PartView { table: tables.scenarios(), ..self.part("volumes", self.volumes()) },
            PartView { table: tables.payers(), ..self.part("payers", self.payers()) },
            PartView {
                outcome: self.volunteers(),
                ..self.part(
                    "volunteers",
                    self.one([
                        ("volunteers.hours", Some("per-year")),
                        ("volunteers.value", Some("per-unit-hour")),
                    ]),
                )
            },
            PartView {
                table: tables.years(),
                bars: tables.bars(),
                ..self
                    .part("years", self.one([("rise.costs", Some("%")), ("rise.price", Some("%"))]))
            },
            PartView { table: tables.quarters(), ..self.part("cash", self.cash()) },
        ]
    }

    fn part(&self, code: &str, groups: Vec<GroupView>) -> PartView {
        let mut inputs = groups.iter().flat_map(|group| &group.inputs);
        PartView {
            title: self.say(&format!("bid-cost-part-{code}")),
            lead: self.say(&format!("bid-cost-part-{code}-lead")),
            open: inputs.any(in_use),
            groups,
            outcome: None,
            table: None,
            bars: vec![],
        }
    }

    fn one<const N: usize>(&self, fields: [(&str, Option<&str>); N]) -> Vec<GroupView> {
        let inputs = fields.into_iter().filter_map(|field| self.may(field)).collect();
        vec![GroupView { title: None, folded: None, open: false, inputs }]
    }

    fn volumes(&self) -> Vec<GroupView> {
        let mut groups =
            self.one([("volume_low", Some("per-year")), ("volume_high", Some("per-year"))]);
        let share = |element: &CostElement| {
            let usual = self.inputs.words.percent(usually(*element));
            let args = [("usual", usual.into())];
            let hint = self.inputs.words.say("bid-cost-variable-hint", &args);
            let input = self.field(&variable(*element))?;
            let label = self.say(&format!("bid-cost-{}", element.as_str()));
            Some(Input { label, hint: Some(hint), unit: Some("%".into()), ..input })
        };
        let inputs: Vec<Input> = CostElement::ALL.iter().filter_map(share).collect();
        groups.push(GroupView {
            title: None,
            folded: Some(self.say("bid-cost-variable-title")),
            open: inputs.iter().any(in_use),
            inputs,
        });
        groups
    }

    /// Rows that are begun and one more, as long as there is room.
    fn payers(&self) -> Vec<GroupView> {
        let begun = |row: &u8| {
            let field = |part: &str| format!("{}.payer.{row}.{part}", self.name);
            PAYER_PARTS.iter().any(|part| !self.inputs.answers.text(&field(part)).is_empty())
        };
        let last = (1..=PAYERS).rev().find(begun).unwrap_or(0);
        (1..=(last + 1).min(PAYERS)).map(|row| self.payer(row)).collect()
    }

    fn payer(&self, row: u8) -> GroupView {
        let number = row.to_string();
        let input = |part: &&str| {
            let input = self.field(&format!("payer.{row}.{part}"))?;
            let label = self.say(&format!("bid-cost-payer-{part}"));
            Some(match *part {
                "who" => Input {
                    kind: "select",
                    label,
                    options: self.options(PayerKind::ALL.iter().map(|k| k.as_str())),
                    ..input
                },
                "amount" => Input { label, unit: Some(self.say("per-year")), ..input },
                _ => Input { label, ..input },
            })
        };
        GroupView {
            title: Some(
                self.inputs.words.say("bid-cost-payer-row", &[("number", number.as_str().into())]),
            ),
            folded: None,
            open: false,
            inputs: PAYER_PARTS.iter().filter_map(input).collect(),
        }
    }

    fn options<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<Opt> {
        words.map(|word| Opt::new(word, &self.say(&format!("bid-cost-is-{word}")))).collect()
    }

    fn cash(&self) -> Vec<GroupView> {
        let mut groups = self.one([("cash.start", None), ("cash.once", None)]);
        let options = self.options(PaidWhen::ALL.iter().map(|when| when.as_str()));
        let paid = self.may(("cash.paid", None)).map(|input| Input { options, ..input });
        groups[0].inputs.extend(paid);
        groups
    }

    fn volunteers(&self) -> Option<String> {
        let words = self.inputs.words;
        let own = self.costs.volunteers?;
        let args = [
            ("hours", words.say("unit-hour", &[("count", own.hours.into())]).into()),
            ("value", words.euro(own.value).into()),
            ("worth", words.euro(Volunteers::worth(own)).into()),
        ];
        Some(words.say("bid-cost-volunteers-worth", &args))
    }
}

/// Filled in, or asking for attention.
fn in_use(input: &Input) -> bool {
    !input.value.is_empty() || input.error.is_some()
}

fn fixed(words: Words<'_>, rate: Cents) -> String {
    let args = [("price", words.euro(rate).into()), ("per", words.per_unit().into())];
    words.say("bid-cost-fixed", &args)
}

/// The formula in words, so that everybody can check it.
pub fn sums(words: Words<'_>, costs: &Costs) -> Vec<String> {
    if costs.total().0 == 0 {
        return vec![];
    }
    let total = words.euro(costs.total());
    let mut sums = vec![words.say("bid-cost-sum-total", &[("total", total.clone().into())])];
    let Some((volume, per_unit)) = costs.volume.zip(costs.per_unit()) else { return sums };
    let (units, per) = (words.units(volume), words.per_unit());
    let args = [
        ("total", total.into()),
        ("units", units.clone().into()),
        ("rate", words.euro(per_unit).into()),
        ("per", per.clone().into()),
    ];
    sums.push(words.say("bid-cost-sum-per-unit", &args));
    if let Some((price, income)) = costs.price(words.form.lot).zip(costs.income(words.form.lot)) {
        let args = [
            ("price", words.euro(price).into()),
            ("per", per.into()),
            ("units", units.into()),
            ("income", words.euro(income).into()),
        ];
        sums.push(words.say("bid-cost-sum-income", &args));
    }
    if !costs.payers.is_empty() {
        let amount = words.euro(costs.payers_total());
        sums.push(words.say("bid-cost-sum-payers", &[("amount", amount.into())]));
    }
    if let Some(own) = costs.own_money.filter(|own| own.0 > 0) {
        sums.push(words.say("bid-cost-sum-own", &[("amount", words.euro(own).into())]));
    }
    sums
}
