//! Fields, gaps and answers of a bid in words, for whoever shows them.

use serde::Serialize;

use super::parties::phrases;
use crate::documents::library::{SocialValue, library};
use crate::documents::score_words::ScoreWords;
use crate::domain::bids::answers::{Answers, Form};
use crate::domain::bids::costs::percent::Percent;
use crate::domain::bids::gaps::{Gap, Why};
use crate::domain::bids::parties::statement;
use crate::domain::bids::rule::{Fault, Rule, day, whole_number};
use crate::domain::money::Cents;
use crate::domain::rounds::sections::{Choice, Kind, Question, Section};
use crate::rendering::Arg;
use crate::web::public::views::{Reader, unit_key};

/// Says things about one form to one reader.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub r: Reader<'a>,
    pub form: Form<'a>,
}

/// One line of what was answered, for the part `facts`.
#[derive(Serialize)]
pub struct Fact {
    pub term: String,
    pub text: String,
    /// The first field it tells about: where to go to change it.
    #[serde(skip)]
    pub field: String,
}

impl<'a> Words<'a> {
    pub fn new(r: Reader<'a>, form: Form<'a>) -> Words<'a> {
        Words { r, form }
    }

    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.r.renderer.translate(self.r.lang, key, args)
    }

    pub fn euro(&self, amount: Cents) -> String {
        self.r.renderer.euro(self.r.lang, amount.0)
    }

    /// Says the weights of the round.
    pub fn scores(&self) -> ScoreWords<'a> {
        ScoreWords::new(self.r.renderer, self.r.lang, self.form.definition)
    }

    /// `13.550 uur`
    pub fn units(&self, count: i64) -> String {
        self.say(unit_key(self.form.lot), &[("count", count.into())])
    }

    /// `per uur`
    pub fn per_unit(&self) -> String {
        self.r.say(&format!("per-{}", unit_key(self.form.lot)))
    }

    /// What a field is called: the question, or the part of it.
    pub fn label(&self, field: &str) -> String {
        if statement::is_of_part(field) {
            return phrases::label(self.r, field);
        }
        let Some(question) = self.form.question(field) else { return self.r.say("bid-done") };
        let parts: Vec<&str> = field.split('.').skip(2).collect();
        match (&question.kind, &parts[..]) {
            (Kind::Costs, tail) if !tail.is_empty() => self.cost_label(tail),
            (Kind::Requirements, [code, part]) => {
                let name = self.requirement(code).into();
                self.say(&format!("bid-requirement-{part}-of"), &[("name", name)])
            }
            (Kind::Commitments { .. }, [n, part]) => {
                let part = self.r.say(&format!("bid-commitment-{part}"));
                self.say(
                    "bid-commitment-part",
                    &[("number", (*n).into()), ("part", part.as_str().into())],
                )
            }
            (Kind::Table { columns, .. }, [n, code]) => {
                let column = columns.iter().find(|column| column.code == *code);
                let column = column.map(|column| column.label.as_str()).unwrap_or_default();
                self.say("bid-table-cell", &[("column", column.into()), ("number", (*n).into())])
            }
            _ => question.label.clone(),
        }
    }

    pub fn requirement(&self, code: &str) -> &'a str {
        let all = &self.form.definition.requirements;
        all.iter().find(|r| r.code == code).map(|r| r.title.as_str()).unwrap_or_default()
    }

    /// What to do about a gap, below its field.
    pub fn why(&self, gap: &Gap) -> String {
        match gap.why {
            Why::Empty => self.empty(&gap.field),
            Why::Wrong(fault) => self.fault(fault),
            Why::NoProof => self.r.say("bid-gap-no-proof"),
            Why::NoPlanDate => self.r.say("bid-gap-no-plan-date"),
            Why::NoStep => self.step(&gap.field),
            Why::NotShared(why) => self.not_shared(why),
            Why::FewCommitments { min, begun } => self.say(
                "bid-gap-few-commitments",
                &[("min", i64::from(min).into()), ("begun", i64::from(begun).into())],
            ),
            Why::FewRows { min, begun } => self.say(
                "bid-gap-few-rows",
                &[("min", i64::from(min).into()), ("begun", i64::from(begun).into())],
            ),
            Why::Rate(limit) => self.warning(limit),
            Why::NoFile => self.r.say("bid-gap-no-file"),
            Why::NotDone => self.r.say("bid-gap-not-done"),
        }
    }

    /// The same where the field is not in sight: its name goes first.
    pub fn gap(&self, gap: &Gap) -> String {
        let (label, why) = (self.label(&gap.field), self.why(gap));
        self.say("bid-gap-named", &[("label", label.into()), ("why", why.into())])
    }

    fn empty(&self, field: &str) -> String {
        match self.form.field(field).map(|f| f.rule) {
            Some(Rule::Number { min, max }) => self.fault(Fault::Number { min, max }),
            Some(Rule::Decimal { min, max, places }) => {
                self.fault(Fault::Decimal { min, max, places })
            }
            Some(Rule::Quantity) => self.fault(Fault::Quantity),
            Some(Rule::Choice { .. } | Rule::Area) => self.fault(Fault::Choice),
            Some(Rule::Date) => self.fault(Fault::Date),
            Some(Rule::Money) => self.fault(Fault::Amount),
            Some(Rule::Percent) => self.fault(Fault::Percent),
            Some(Rule::Text { .. }) => self.r.say("bid-gap-no-text"),
            Some(Rule::Line { .. }) | None => self.r.say("error-required"),
        }
    }

    pub fn fault(&self, fault: Fault) -> String {
        match fault {
            Fault::Words { over } => {
                self.say("error-words-over", &[("count", i64::from(over).into())])
            }
            Fault::Chars { max } => self.say("error-too-long", &[("max", i64::from(max).into())]),
            Fault::Number { min, max } => {
                self.say("error-number", &[("min", min.into()), ("max", max.into())])
            }
            Fault::Decimal { min, max, places } => self.say(
                "bid-error-decimal",
                &[("min", min.into()), ("max", max.into()), ("places", i64::from(places).into())],
            ),
            Fault::Quantity => self.r.say("bid-error-quantity"),
            Fault::Amount => self.r.say("error-amount"),
            Fault::Percent => self.r.say("bid-error-percent"),
            Fault::Date => self.r.say("error-date"),
            Fault::Choice => self.r.say("error-choose"),
        }
    }

    /// An answer as a reader wants it: a choice by its label, an amount in euro, a day in words.
    pub fn value(&self, field: &str, text: &str) -> String {
        let (renderer, lang) = (self.r.renderer, self.r.lang);
        let read = match self.form.field(field).map(|f| f.rule) {
            Some(Rule::Choice { .. }) => Some(self.option(field, text)),
            Some(Rule::Date) => day(text).map(|day| renderer.day(lang, day)),
            Some(Rule::Money) => Cents::parse(text).ok().map(|amount| self.euro(amount)),
            Some(Rule::Number { .. }) => whole_number(text).map(|n| self.counted(field, n)),
            Some(Rule::Percent) => Percent::parse(text).map(|part| self.percent(part)),
            Some(Rule::Line { .. }) if field.ends_with(".criterion") => {
                social_value(text).map(|criterion| criterion.title.text(lang).to_owned())
            }
            Some(Rule::Area) => Some(self.r.say(&format!("area-word-{text}"))),
            Some(Rule::Decimal { .. }) => self.decimal(field, text),
            Some(Rule::Line { .. } | Rule::Text { .. } | Rule::Quantity) | None => None,
        };
        read.unwrap_or_else(|| text.to_owned())
    }

    fn decimal(&self, field: &str, text: &str) -> Option<String> {
        match self.form.question(field).map(|q| &q.kind) {
            Some(Kind::Decimal { unit, .. }) => Some(format!("{text} {unit}")),
            _ => None,
        }
    }

    fn counted(&self, field: &str, n: i64) -> String {
        match self.form.question(field).map(|q| &q.kind) {
            Some(Kind::Number { unit, .. }) => {
                format!("{} {unit}", self.r.renderer.number(self.r.lang, n))
            }
            _ if field.ends_with(".hours") => self.say("unit-hour", &[("count", n.into())]),
            _ => self.units(n),
        }
    }

    fn option(&self, field: &str, code: &str) -> String {
        if statement::is_of_part(field) && !code.is_empty() {
            return phrases::option(self.r, field, code);
        }
        match self.form.question(field).map(|q| &q.kind) {
            Some(Kind::Choice { options }) => options
                .iter()
                .find(|option| option.code == code)
                .map(|option| option.label.clone())
                .unwrap_or_default(),
            Some(Kind::Costs) if !code.is_empty() => self.r.say(&format!("bid-cost-is-{code}")),
            Some(_) if field.ends_with(".same_as") => self.requirement(code).to_owned(),
            Some(_) if !code.is_empty() => self.r.say(&format!("bid-requirement-{code}")),
            Some(_) => String::new(),
            None => self.r.say(if code == "yes" { "bid-done-yes" } else { "bid-done-no" }),
        }
    }

    /// Everything a section answers, in the order of its questions; files are shown elsewhere.
    pub fn facts(&self, section: &Section, answers: &Answers) -> Vec<Fact> {
        let asked = |q: &Question| {
            let name = format!("{}.{}", section.code, q.code);
            match &q.kind {
                Kind::Text { .. }
                | Kind::Line { .. }
                | Kind::Number { .. }
                | Kind::Decimal { .. }
                | Kind::Choice { .. }
                | Kind::Date
                | Kind::Area
                | Kind::Money => vec![self.plain(&name, answers)],
                Kind::Costs => self.of_costs(&name, answers),
                Kind::Requirements => self.of_requirements(&name, answers),
                Kind::Commitments { max, .. } => self.of_commitments(&name, *max, answers),
                Kind::Table { max, columns, .. } => self.of_table(&name, (*max, columns), answers),
                Kind::Files { .. } => Vec::new(),
            }
        };
        let questions = section.questions.iter();
        questions.filter(|q| self.form.asks(section, q, answers)).flat_map(asked).collect()
    }

    pub fn plain(&self, field: &str, answers: &Answers) -> Fact {
        let text = match answers.text(field) {
            "" => self.r.say("bid-not-answered"),
            text => self.value(field, text),
        };
        Fact { term: self.label(field), text, field: field.to_owned() }
    }

    /// One line per row, each cell with its column.
    fn of_table(
        &self,
        name: &str,
        (max, columns): (u8, &[Choice]),
        answers: &Answers,
    ) -> Vec<Fact> {
        let row = |n: u8| {
            let cell = |column: &Choice| match answers.text(&format!("{name}.{n}.{}", column.code))
            {
                "" => None,
                text => Some(format!("{}: {text}", column.label)),
            };
            let cells: Vec<String> = columns.iter().filter_map(cell).collect();
            (!cells.is_empty()).then(|| cells.join("\n"))
        };
        let rows: Vec<String> = (1..=max).filter_map(row).collect();
        let text = match rows.is_empty() {
            true => self.r.say("bid-not-answered"),
            false => rows.join("\n\n"),
        };
        let first = columns.first().map(|column| column.code.as_str()).unwrap_or_default();
        vec![Fact { term: self.label(name), text, field: format!("{name}.1.{first}") }]
    }

    pub fn of_commitments(&self, name: &str, max: u8, answers: &Answers) -> Vec<Fact> {
        let one = |n: u8| {
            let field = |tail: &str| format!("{name}.{n}.{tail}");
            let text = |tail: &str| self.value(&field(tail), answers.text(&field(tail)));
            if text("what").is_empty() && text("target").is_empty() {
                return None;
            }
            let args = ["baseline", "target", "unit", "by"].map(|tail| (tail, text(tail).into()));
            let change = self.say("bid-commitment-change", &args);
            let proof =
                self.say("bid-commitment-proved-by", &[("evidence", text("evidence").into())]);
            let people = ["owner", "for_whom"].map(|tail| match text(tail) {
                said if said.is_empty() => said,
                said => self.say(&format!("bid-commitment-{tail}-is"), &[("said", said.into())]),
            });
            let [owner, for_whom] = people;
            let parts = [text("what"), change, proof, owner, for_whom, text("criterion")];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let number = n.to_string();
            Some(Fact {
                term: self.say("bid-commitment-number", &[("number", number.into())]),
                text: parts.join("\n\n"),
                field: field("what"),
            })
        };
        (1..=max).filter_map(one).collect()
    }
}

/// The kind of social value with this code.
pub fn social_value(code: &str) -> Option<&'static SocialValue> {
    library().social_value.iter().find(|criterion| criterion.code == code)
}
