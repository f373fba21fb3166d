//! A cooperative that begins here.

use thiserror::Error;

use super::credentials::one_line;
use super::words;
use crate::domain::refusal::Refusal;

words! {
    LegalForm {
        Cooperative = "cooperative",
        Association = "association",
        Foundation = "foundation",
        /// The notary has yet to draw up the articles.
        InFormation = "in_formation",
    }
}

/// Number in the trade register (KvK): eight digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterNumber(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a register number has eight digits")]
pub struct RegisterNumberProblem;

impl Refusal for RegisterNumberProblem {
    fn key(&self) -> &'static str {
        "founding-number-wrong"
    }
}

impl RegisterNumber {
    /// Spaces and dots between the digits are for the eye.
    pub fn parse(text: &str) -> Result<RegisterNumber, RegisterNumberProblem> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.')).collect();
        let right = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(RegisterNumber(digits)) } else { Err(RegisterNumberProblem) }
    }
}

/// Name of a cooperative or of its place, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LabelProblem {
    #[error("empty")]
    Empty,
    #[error("longer than 120 characters")]
    TooLong,
}

impl Refusal for LabelProblem {
    fn key(&self) -> &'static str {
        match self {
            LabelProblem::Empty => "error-required",
            LabelProblem::TooLong => "founding-too-long",
        }
    }
}

impl Label {
    pub const MOST: usize = 120;

    pub fn parse(text: &str) -> Result<Label, LabelProblem> {
        let label = one_line(text);
        match label.chars().count() {
            0 => Err(LabelProblem::Empty),
            n if n > Label::MOST => Err(LabelProblem::TooLong),
            _ => Ok(Label(label)),
        }
    }
}

/// What is known at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    pub name: Label,
    pub place: Label,
    pub legal_form: LegalForm,
    pub number: Option<RegisterNumber>,
}

impl Founding {
    /// Part of addresses: lower-case letters, digits and hyphens.
    pub fn slug(&self) -> String {
        let mut slug = String::new();
        for c in self.name.0.to_lowercase().chars().map(plain) {
            match c {
                Some(c) => slug.push(c),
                None if slug.is_empty() || slug.ends_with('-') => {}
                None => slug.push('-'),
            }
        }
        slug.truncate(40);
        let slug = slug.trim_matches('-');
        if slug.is_empty() { "cooperative".to_owned() } else { slug.to_owned() }
    }
}

fn plain(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'à'..='å' => Some('a'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ç' => Some('c'),
        'ñ' => Some('n'),
        _ => None,
    }
}

impl From<Label> for String {
    fn from(label: Label) -> String {
        label.0
    }
}

impl From<RegisterNumber> for String {
    fn from(number: RegisterNumber) -> String {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Founding {
        Founding {
            name: Label::parse(name).unwrap(),
            place: Label::parse("Elsbroek").unwrap(),
            legal_form: LegalForm::InFormation,
            number: None,
        }
    }

    #[test]
    fn a_slug_is_plain() {
        assert_eq!(named("Zorgcoöperatie 't Hûske (i.o.)").slug(), "zorgcooperatie-t-huske-i-o");
        assert_eq!(named("Ω").slug(), "cooperative");
        assert!(named(&"lang ".repeat(20)).slug().len() <= 40);
    }

    #[test]
    fn a_register_number_has_eight_digits() {
        assert_eq!(RegisterNumber::parse("9900 10.12"), Ok(RegisterNumber("99001012".into())));
        for wrong in ["", "1234567", "123456789", "1234567a", "１２３４５６７８"] {
            assert_eq!(RegisterNumber::parse(wrong), Err(RegisterNumberProblem), "{wrong}");
        }
    }

    #[test]
    fn a_label_is_one_short_line() {
        assert_eq!(Label::parse("De\nNabuur"), Ok(Label("De Nabuur".into())));
        assert_eq!(Label::parse(" "), Err(LabelProblem::Empty));
        assert_eq!(Label::parse(&"a".repeat(121)), Err(LabelProblem::TooLong));
    }
}
