//! Answers that come in from a file: which of them this round asks, and which it cannot take.

use std::collections::BTreeMap;

use super::answers::{DONE, Form, WriteRefusal};
use crate::domain::words::is_hidden;

/// What of a file fits a form. Together the two have every answer of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Field and text as it is kept.
    pub taken: BTreeMap<String, String>,
    pub left_out: Vec<(String, LeftOut)>,
}

/// Why an answer stays behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// This round, or this lot, does not ask it.
    NotAsked,
    /// Another choice than those there are.
    NotOffered,
    TooLong,
    /// Signs that nobody sees, and that can make a text read as another.
    HiddenSigns,
}

impl LeftOut {
    pub fn key(self) -> &'static str {
        match self {
            LeftOut::NotAsked => "bid-file-left-not-asked",
            LeftOut::NotOffered => "bid-file-left-not-offered",
            LeftOut::TooLong => "bid-file-left-too-long",
            LeftOut::HiddenSigns => "bid-file-left-hidden",
        }
    }
}

/// Looks at every answer as if somebody typed it. Marks "done" never come along: whoever takes the
/// texts over says that for themselves.
pub fn fit(form: &Form, answers: &BTreeMap<String, String>) -> Fit {
    let mut fit = Fit::default();
    for (field, text) in answers {
        match kept(form, field, text) {
            Ok(text) if text.is_empty() => {}
            Ok(text) => {
                fit.taken.insert(field.clone(), text);
            }
            Err(why) => fit.left_out.push((field.clone(), why)),
        }
    }
    fit
}

fn kept(form: &Form, field: &str, text: &str) -> Result<String, LeftOut> {
    let asked = form.field(field).filter(|_| field.rsplit('.').next() != Some(DONE));
    let asked = asked.ok_or(LeftOut::NotAsked)?;
    if text.contains(is_hidden) {
        return Err(LeftOut::HiddenSigns);
    }
    asked.rule.keep(text).map_err(|why| match why {
        WriteRefusal::TooLong => LeftOut::TooLong,
        WriteRefusal::NotOffered => LeftOut::NotOffered,
        WriteRefusal::Shut(_) | WriteRefusal::NotAsked => LeftOut::NotAsked,
    })
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn every_answer_is_taken_or_left_out_with_a_reason() {
        let (definition, lot) = (example::definition(), example::fixed_lot());
        let form = Form::new(&definition, &lot);
        let answers = [
            ("members_mandate.decided_on", "5-1-2027"),
            ("members_mandate.decision", "  Wij doen mee. "),
            ("members_mandate.done", "yes"),
            ("members_mandate.nothing", "x"),
            ("elsewhere.text", "x"),
            ("quality.requirements.Q01.status", "maybe"),
            ("quality.requirements.Q01.proof", "zicht\u{202E}baar"),
            ("quality.requirements.Q06.status", "met"),
            ("support.done", ""),
            ("members_mandate.votes", " "),
        ];
        let answers = answers.map(|(field, text)| (field.to_owned(), text.to_owned()));
        let fit = fit(&form, &BTreeMap::from(answers));
        let taken: Vec<(&str, &str)> =
            fit.taken.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        let expected = [
            ("members_mandate.decided_on", "2027-01-05"),
            ("members_mandate.decision", "Wij doen mee."),
            ("quality.requirements.Q06.status", "met"),
        ];
        assert_eq!(taken, expected);
        let left: Vec<(&str, LeftOut)> =
            fit.left_out.iter().map(|(field, why)| (field.as_str(), *why)).collect();
        let expected = [
            ("elsewhere.text", LeftOut::NotAsked),
            ("members_mandate.done", LeftOut::NotAsked),
            ("members_mandate.nothing", LeftOut::NotAsked),
            ("quality.requirements.Q01.proof", LeftOut::HiddenSigns),
            ("quality.requirements.Q01.status", LeftOut::NotOffered),
            ("support.done", LeftOut::NotAsked),
        ];
        assert_eq!(left, expected);
    }
}
