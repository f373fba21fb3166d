//! What another copy of the sheet would change: a file that somebody worked on elsewhere.

use std::collections::BTreeMap;

use super::Costs;
use super::percent::Percent;
use crate::domain::bids::answers::{Answers, Field, Form};
use crate::domain::bids::rule::{Fault, Rule, whole_number};
use crate::domain::money::Cents;
use crate::domain::rounds::cost_terms::Mode;
use crate::domain::rounds::sections::Kind;

/// Field by field in the order of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub changes: Vec<Change>,
    /// What cannot be taken over, and why.
    pub faults: Vec<(Change, Fault)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub field: String,
    pub old: String,
    /// Empty: the answer is taken out.
    pub new: String,
}

/// Section and name of the question that asks the costs, if the round asks them.
pub fn question<'a>(form: &Form<'a>) -> Option<(&'a str, String)> {
    form.definition.sections.iter().find_map(|section| {
        let asked = section.questions.iter().find(|q| matches!(q.kind, Kind::Costs))?;
        Some((section.code.as_str(), format!("{}.{}", section.code, asked.code)))
    })
}

/// `values` are by the tail of their field; tails that the round does not ask are left alone.
pub fn compare(
    form: &Form,
    answers: &Answers,
    name: &str,
    values: &BTreeMap<String, String>,
) -> Comparison {
    let mut found = Comparison::default();
    for field in form.fields_of(name, &Kind::Costs) {
        let Some(new) = field.name.strip_prefix(name).and_then(|t| values.get(&t[1..])) else {
            continue;
        };
        let old = shown(form, answers, &field.name);
        if is_same(&field, &old, new) {
            continue;
        }
        let change = Change { field: field.name.clone(), old, new: new.clone() };
        match field.rule.check(new) {
            Ok(()) => found.changes.push(change),
            Err(fault) => found.faults.push((change, fault)),
        }
    }
    found
}

/// What stands in a field: the answer, or the suggestion of the municipality.
pub fn shown(form: &Form, answers: &Answers, field: &str) -> String {
    suggestion(form, answers, field).unwrap_or_else(|| answers.text(field).to_owned())
}

/// What the municipality suggests for this field, as long as nobody filled in anything else.
pub fn suggestion(form: &Form, answers: &Answers, field: &str) -> Option<String> {
    let asked = form.question(field).filter(|q| matches!(q.kind, Kind::Costs))?;
    if form.definition.costs.is_empty() || !answers.text(field).is_empty() {
        return None;
    }
    let (name, tail) = field.rsplit_once('.')?;
    if !name.ends_with(&asked.code) {
        return None;
    }
    let costs = Costs::read(form, answers, name);
    let line = costs.elements.iter().find(|line| line.element.as_str() == tail)?;
    match line.given {
        Some((Mode::Suggested, amount)) => Some(amount?.typed()),
        Some((Mode::Fixed, _)) | None => None,
    }
}

/// `338750` and `338.750,00` are one amount.
fn is_same(field: &Field, old: &str, new: &str) -> bool {
    let read = |text: &str| match field.rule {
        Rule::Money => Cents::parse(text).ok().map(|amount| amount.0),
        Rule::Percent => Percent::parse(text).and_then(|p| i64::try_from(p.hundredths()).ok()),
        Rule::Number { .. } => whole_number(text),
        Rule::Text { .. }
        | Rule::Line { .. }
        | Rule::Quantity
        | Rule::Decimal { .. }
        | Rule::Area
        | Rule::Choice { .. }
        | Rule::Date => None,
    };
    old.trim() == new.trim() || read(old).is_some_and(|amount| read(new) == Some(amount))
}

#[cfg(test)]
mod tests {
    use super::super::super::example;
    use super::*;
    use crate::domain::bids::answers::CostElement;
    use crate::domain::rounds::cost_terms::{CostInput, CostTerms, Given};

    fn values(of: &[(&str, &str)]) -> BTreeMap<String, String> {
        of.iter().map(|(tail, text)| ((*tail).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn only_what_differs_changes() {
        let (definition, lot) = (example::definition(), example::fixed_lot());
        let form = Form::new(&definition, &lot);
        assert_eq!(question(&form), Some(("price", "price.costs".into())));
        let answers = Answers::of_texts([
            ("price.costs.pay", "338.750"),
            ("price.costs.volume", "13550"),
            ("price.costs.other", "9155"),
        ]);
        let file = values(&[
            ("pay", "338750"),
            ("overhead", "-5"),
            ("other", ""),
            ("volume", "13.000"),
            ("payer.1.who", "koning"),
            ("rate", "12"),
            ("unknown", "1"),
        ]);
        let found = compare(&form, &answers, "price.costs", &file);
        let change = |tail: &str, old: &str, new: &str| Change {
            field: format!("price.costs.{tail}"),
            old: old.into(),
            new: new.into(),
        };
        assert_eq!(
            found.changes,
            [change("other", "9155", ""), change("volume", "13550", "13.000")]
        );
        let faults = [
            (change("overhead", "", "-5"), Fault::Amount),
            (change("payer.1.who", "", "koning"), Fault::Choice),
        ];
        assert_eq!(found.faults, faults);
    }

    #[test]
    fn a_suggestion_stands_until_somebody_fills_in_something_else() {
        let given = Given::ShareOfPay { share: 1_600 };
        let input = CostInput { element: CostElement::Overhead, mode: Mode::Suggested, given };
        let costs = CostTerms { inputs: vec![input], contract_years: None };
        let definition =
            crate::domain::rounds::definition::Definition { costs, ..example::definition() };
        let lot = example::fixed_lot();
        let form = Form::new(&definition, &lot);
        let pay = ("price.costs.pay", "100000");
        let (field, own) = ("price.costs.overhead", ("price.costs.overhead", "17000"));
        let first = |answers: &Answers| suggestion(&form, answers, field);
        assert_eq!(first(&Answers::default()), None);
        assert_eq!(first(&Answers::of_texts([pay])).as_deref(), Some("16000,00"));
        assert_eq!(first(&Answers::of_texts([pay, own])), None);
        assert_eq!(shown(&form, &Answers::of_texts([pay, own]), field), "17000");
        let variable = "price.costs.variable.overhead";
        assert_eq!(suggestion(&form, &Answers::of_texts([pay]), variable), None);
        let same = values(&[("overhead", "16000")]);
        let found = compare(&form, &Answers::of_texts([pay]), "price.costs", &same);
        assert_eq!(found, Comparison::default());
    }
}
