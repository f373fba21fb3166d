//! What people type to become known here: an address, a name, a password.

use std::fmt;

use thiserror::Error;
use validator::ValidateEmail;

use crate::domain::refusal::Refusal;

/// An e-mail address, trimmed and in lower case, as it is kept and looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is not an e-mail address")]
pub struct EmailProblem;

impl Refusal for EmailProblem {
    fn key(&self) -> &'static str {
        "error-email"
    }
}

impl Email {
    pub fn parse(text: &str) -> Result<Email, EmailProblem> {
        let text = text.trim().to_lowercase();
        // Outside ASCII the mail libraries disagree, and look-alike letters make doubles.
        let plain = text.is_ascii() && text.len() <= 254 && text.validate_email();
        if plain { Ok(Email(text)) } else { Err(EmailProblem) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

/// The name of a person, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameProblem {
    #[error("no name")]
    Empty,
    #[error("longer than 80 characters")]
    TooLong,
    /// Registering sends a mail that begins with the name: it must not carry a link or an address.
    #[error("characters that stand in no name")]
    NotAName,
}

impl Refusal for NameProblem {
    fn key(&self) -> &'static str {
        match self {
            NameProblem::Empty => "person-name-empty",
            NameProblem::TooLong => "person-name-too-long",
            NameProblem::NotAName => "person-name-signs",
        }
    }
}

impl PersonName {
    pub const MOST: usize = 80;

    pub fn parse(text: &str) -> Result<PersonName, NameProblem> {
        let name = one_line(text);
        if name.is_empty() {
            return Err(NameProblem::Empty);
        }
        if name.chars().count() > PersonName::MOST {
            return Err(NameProblem::TooLong);
        }
        let strange = |c: char| matches!(c, '/' | '\\' | '<' | '>' | '@' | ':' | '{' | '}' | '=');
        let has_letter = name.chars().any(char::is_alphabetic);
        let is_link = name.to_lowercase().contains("www.");
        if name.contains(strange) || is_link || !has_letter {
            return Err(NameProblem::NotAName);
        }
        Ok(PersonName(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> String {
        name.0
    }
}

/// The text with every run of white space made one space: a name must not become a header line.
pub fn one_line(text: &str) -> String {
    let visible = |c: &char| c.is_whitespace() || !c.is_control();
    let text: String = text.chars().filter(visible).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A password that may be chosen. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(not shown)")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordProblem {
    #[error("shorter than 12 characters")]
    TooShort,
    #[error("longer than 200 characters")]
    TooLong,
    #[error("a password that many people choose")]
    Common,
    #[error("the person's own name or address")]
    Own,
}

impl Refusal for PasswordProblem {
    fn key(&self) -> &'static str {
        match self {
            PasswordProblem::TooShort => "password-too-short",
            PasswordProblem::TooLong => "password-too-long",
            PasswordProblem::Common => "password-common",
            PasswordProblem::Own => "password-own",
        }
    }
}

/// The commonest ones of 12 characters and more, one a line, in lower case.
const COMMON: &str = include_str!("../../../config/library/common_passwords.txt");

impl Password {
    pub const LEAST: usize = 12;
    pub const MOST: usize = 200;

    /// Length counts, not which characters; the commonest and one's own name or address are
    /// refused. `own` holds those two.
    pub fn choose(text: &str, own: &[&str]) -> Result<Password, PasswordProblem> {
        let length = text.chars().count();
        if length < Password::LEAST {
            return Err(PasswordProblem::TooShort);
        }
        if length > Password::MOST {
            return Err(PasswordProblem::TooLong);
        }
        let lower = text.to_lowercase();
        let bare = letters_and_digits(&lower);
        if COMMON.lines().any(|common| common == lower || common == bare) || all_the_same(&lower) {
            return Err(PasswordProblem::Common);
        }
        let without_year = bare.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_own = |own: &&str| {
            let own = letters_and_digits(&own.to_lowercase());
            !own.is_empty() && (own == bare || own == without_year)
        };
        if own.iter().any(is_own) {
            return Err(PasswordProblem::Own);
        }
        Ok(Password(text.to_owned()))
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

fn letters_and_digits(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn all_the_same(text: &str) -> bool {
    let first = text.chars().next();
    text.chars().all(|c| Some(c) == first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case_and_must_be_one() {
        assert_eq!(
            Email::parse(" Jan@DeNabuur.Example ").unwrap().as_str(),
            "jan@denabuur.example"
        );
        let long = format!("{}@example.nl", "a".repeat(250));
        for wrong in
            ["", "jan", "jan@", "@x.nl", "jan@x nl", "jan@x.nl\nBcc: a@b.nl", "jän@x.nl", &long]
        {
            assert_eq!(Email::parse(wrong), Err(EmailProblem), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_one_line_without_links() {
        assert_eq!(PersonName::parse(" Jan\r\nde  Wit\0 ").unwrap().as_str(), "Jan de Wit");
        assert_eq!(
            PersonName::parse("Aïcha Benali-'t Hart").unwrap().as_str(),
            "Aïcha Benali-'t Hart"
        );
        assert_eq!(PersonName::parse(" \t"), Err(NameProblem::Empty));
        assert_eq!(PersonName::parse(&"a".repeat(81)), Err(NameProblem::TooLong));
        for wrong in ["https://evil.example", "Kijk op www.evil.example", "a@b.nl", "12", "<b>"] {
            assert_eq!(PersonName::parse(wrong), Err(NameProblem::NotAName), "{wrong}");
        }
    }

    #[test]
    fn a_password_needs_length_and_nothing_else() {
        let own = ["jan@denabuur.example", "Jan de Wit van Dijk"];
        let choose = |text: &str| Password::choose(text, &own).map(|p| p.reveal().to_owned());
        assert_eq!(choose("appel peer en kers"), Ok("appel peer en kers".into()));
        assert_eq!(choose(" met spaties  "), Ok(" met spaties  ".into()));
        assert_eq!(choose("elf tekens."), Err(PasswordProblem::TooShort));
        assert_eq!(choose("ééééééééééé"), Err(PasswordProblem::TooShort));
        assert_eq!(choose(&"a1".repeat(101)), Err(PasswordProblem::TooLong));
        for common in ["123456789012", "Wachtwoord1234", "WACHTWOORD-1234", "xxxxxxxxxxxx"] {
            assert_eq!(choose(common), Err(PasswordProblem::Common), "{common}");
        }
        for own in ["Jan@denabuur.example", "jandewitvandijk", "Jan-de-Wit-van-Dijk-2027!"] {
            assert_eq!(choose(own), Err(PasswordProblem::Own), "{own}");
        }
    }

    #[test]
    fn the_list_of_common_passwords_has_only_what_length_lets_through() {
        let kept =
            |line: &str| line.chars().count() >= Password::LEAST && line == line.to_lowercase();
        assert!(COMMON.lines().all(kept));
        assert!(COMMON.lines().count() > 60);
    }

    proptest! {
        #[test]
        fn no_name_ever_has_a_line_end(text in ".*") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert!(!name.as_str().contains(char::is_control));
                prop_assert!(name.as_str().chars().count() <= PersonName::MOST);
            }
        }
    }
}
