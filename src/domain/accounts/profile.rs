//! What a cooperative tells about itself, once for all its bids: who is on the board and what they
//! can, how many members there are, and what it did before. Its papers are in `documents`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::credentials::one_line;
use super::founding::{LegalForm, RegisterNumber};
use super::words;
use crate::domain::bids::attachments::hides;
use crate::domain::bids::rule::whole_number;
use crate::domain::refusal::Refusal;

words! {
    /// Whose the cooperative is.
    CooperativeKind {
        Citizen = "citizen",
        Worker = "worker",
        MultiStakeholder = "multi_stakeholder",
    }
}

words! {
    /// What a board needs somebody for.
    Skill {
        Care = "care",
        Money = "money",
        Law = "law",
        Staff = "staff",
        Volunteers = "volunteers",
        Digital = "digital",
        Neighbourhood = "neighbourhood",
        Municipality = "municipality",
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub kind: Option<CooperativeKind>,
    pub introduction: String,
    pub board: Vec<BoardMember>,
    /// The newest year first.
    pub years: Vec<Year>,
    pub track: Vec<Work>,
    /// What the trade register said about the number, and when.
    #[serde(default)]
    pub registered: Option<Registered>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardMember {
    pub name: String,
    pub role: String,
    pub skills: Vec<Skill>,
    /// Skills in their own words.
    pub own: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    pub year: i16,
    pub members: i64,
    /// Members who came to the meeting.
    #[serde(default)]
    pub turnout: Option<i64>,
}

/// Something done before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    pub what: String,
    pub for_whom: String,
    /// Year in which it began.
    pub since: i16,
    pub reference: String,
}

/// A row of the trade register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    pub number: String,
    pub name: String,
    pub place: Option<String>,
    pub at: Timestamp,
}

/// The whole page: what stands with the organisation, and the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub legal_form: Option<LegalForm>,
    pub number: Option<RegisterNumber>,
    pub profile: Profile,
}

/// So many rows each list can have.
pub const BOARD: usize = 9;
pub const YEARS: usize = 5;
pub const WORKS: usize = 8;
const NAME: usize = 120;
const LINE: usize = 300;
const TEXT: usize = 2_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileProblem {
    #[error("empty")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("not one of the choices")]
    Choice,
    #[error("not a number in the trade register")]
    Number,
    #[error("not a year up to now")]
    Year,
    #[error("a year that is there already")]
    Twice,
    #[error("not a number of people")]
    People,
    #[error("more people than there are members")]
    Turnout,
    #[error("somebody else changed the profile meanwhile")]
    Changed,
}

impl Refusal for ProfileProblem {
    fn key(&self) -> &'static str {
        match self {
            ProfileProblem::Empty => "error-required",
            ProfileProblem::TooLong => "profile-error-long",
            ProfileProblem::Choice => "error-choose",
            ProfileProblem::Number => "founding-number-wrong",
            ProfileProblem::Year => "profile-error-year",
            ProfileProblem::Twice => "profile-error-twice",
            ProfileProblem::People => "profile-error-people",
            ProfileProblem::Turnout => "profile-error-turnout",
            ProfileProblem::Changed => "profile-error-changed",
        }
    }
}

/// What was typed, by the name of the field.
pub trait Typing {
    fn text(&self, field: &str) -> &str;
    fn all(&self, field: &str) -> &[String];
}

/// Reads the whole form: either all of it, or every field that is wrong.
pub fn read(typed: &impl Typing, this_year: i16) -> Result<Told, Vec<(String, ProfileProblem)>> {
    let mut reader = Reader { typed, this_year, wrong: vec![] };
    let told = Told {
        legal_form: reader.choice("legal_form"),
        number: reader.number(),
        profile: Profile {
            kind: reader.choice("kind"),
            introduction: reader.long("introduction"),
            board: (1..=BOARD).filter_map(|n| reader.member(n)).collect(),
            years: reader.years(),
            track: (1..=WORKS).filter_map(|n| reader.work(n)).collect(),
            registered: None,
        },
    };
    if reader.wrong.is_empty() { Ok(told) } else { Err(reader.wrong) }
}

struct Reader<'t, T> {
    typed: &'t T,
    this_year: i16,
    wrong: Vec<(String, ProfileProblem)>,
}

impl<T: Typing> Reader<'_, T> {
    fn say(&mut self, field: &str, why: ProfileProblem) {
        self.wrong.push((field.to_owned(), why));
    }

    /// One line without signs that hide or turn a text.
    fn line(&mut self, field: &str, most: usize) -> String {
        let visible: String = self.typed.text(field).chars().filter(|c| !hides(*c)).collect();
        let line = one_line(&visible);
        if line.chars().count() > most {
            self.say(field, ProfileProblem::TooLong);
        }
        line
    }

    fn long(&mut self, field: &str) -> String {
        let hidden = |c: char| c != '\n' && hides(c);
        let text: String = self.typed.text(field).chars().filter(|c| !hidden(*c)).collect();
        if text.chars().count() > TEXT {
            self.say(field, ProfileProblem::TooLong);
        }
        text.trim().to_owned()
    }

    fn choice<W: std::str::FromStr>(&mut self, field: &str) -> Option<W> {
        match self.typed.text(field) {
            "" => None,
            word => match word.parse() {
                Ok(word) => Some(word),
                Err(_) => {
                    self.say(field, ProfileProblem::Choice);
                    None
                }
            },
        }
    }

    fn number(&mut self) -> Option<RegisterNumber> {
        let text = self.line("number", LINE);
        if text.is_empty() {
            return None;
        }
        let read = RegisterNumber::parse(&text);
        if read.is_err() {
            self.say("number", ProfileProblem::Number);
        }
        read.ok()
    }

    fn member(&mut self, n: usize) -> Option<BoardMember> {
        let field = |part: &str| format!("board.{n}.{part}");
        let skills = self.skills(&field("skills"));
        let own = self.line(&field("own"), LINE);
        let name = self.line(&field("name"), NAME);
        let role = self.line(&field("role"), NAME);
        if name.is_empty() && role.is_empty() && own.is_empty() && skills.is_empty() {
            return None;
        }
        if name.is_empty() {
            self.say(&field("name"), ProfileProblem::Empty);
        }
        Some(BoardMember { name, role, skills, own })
    }

    fn skills(&mut self, field: &str) -> Vec<Skill> {
        let chosen = self.typed.all(field);
        Skill::ALL
            .iter()
            .filter(|skill| chosen.iter().any(|word| word == skill.as_str()))
            .copied()
            .collect()
    }

    fn years(&mut self) -> Vec<Year> {
        let mut years: Vec<Year> = vec![];
        for n in 1..=YEARS {
            let Some(year) = self.year(n) else { continue };
            if years.iter().any(|other| other.year == year.year) {
                self.say(&format!("years.{n}.year"), ProfileProblem::Twice);
            }
            years.push(year);
        }
        years.sort_by_key(|year| std::cmp::Reverse(year.year));
        years
    }

    fn year(&mut self, n: usize) -> Option<Year> {
        let field = |part: &str| format!("years.{n}.{part}");
        let (year, members, turnout) = (field("year"), field("members"), field("turnout"));
        if [&year, &members, &turnout].iter().all(|field| self.typed.text(field).is_empty()) {
            return None;
        }
        let (said, people) = (self.since(&year), self.people(&members));
        let came = match self.typed.text(&turnout) {
            "" => None,
            _ => self.people(&turnout),
        };
        if came.zip(people).is_some_and(|(came, all)| came > all) {
            self.say(&turnout, ProfileProblem::Turnout);
        }
        Some(Year { year: said?, members: people?, turnout: came })
    }

    /// From 1900 up to now.
    fn since(&mut self, field: &str) -> Option<i16> {
        let year = whole_number(self.typed.text(field)).and_then(|n| i16::try_from(n).ok());
        let year = year.filter(|year| (1900..=self.this_year).contains(year));
        if year.is_none() {
            self.say(field, ProfileProblem::Year);
        }
        year
    }

    fn people(&mut self, field: &str) -> Option<i64> {
        let people = whole_number(self.typed.text(field)).filter(|n| (0..=1_000_000).contains(n));
        if people.is_none() {
            self.say(field, ProfileProblem::People);
        }
        people
    }

    fn work(&mut self, n: usize) -> Option<Work> {
        let field = |part: &str| format!("track.{n}.{part}");
        let what = self.line(&field("what"), LINE);
        let for_whom = self.line(&field("for_whom"), LINE);
        let reference = self.line(&field("reference"), LINE);
        let since = field("since");
        if what.is_empty()
            && for_whom.is_empty()
            && reference.is_empty()
            && self.typed.text(&since).is_empty()
        {
            return None;
        }
        if what.is_empty() {
            self.say(&field("what"), ProfileProblem::Empty);
        }
        Some(Work { what, for_whom, since: self.since(&since)?, reference })
    }
}

impl Profile {
    /// What nobody on the board can; empty while there is no board.
    pub fn holes(&self) -> Vec<Skill> {
        let known = |skill: &&Skill| self.board.iter().any(|member| member.skills.contains(skill));
        let missing = Skill::ALL.iter().filter(|skill| !known(skill)).copied();
        if self.board.is_empty() { vec![] } else { missing.collect() }
    }

    /// Of the newest year.
    pub fn members(&self) -> Option<i64> {
        self.years.iter().max_by_key(|year| year.year).map(|year| year.members)
    }
}

words! {
    /// A question that the profile answers too.
    Counterpart {
        LegalForm = "who_we_are.legal_form",
        RegisterNumber = "who_we_are.register_number",
        Members = "who_we_are.members",
        Introduction = "who_we_are.introduction",
    }
}

/// The answer that the profile has to a question, as a bid keeps it; none where it has none.
pub fn answer_to(
    field: &str,
    (legal_form, number): (Option<&str>, Option<&str>),
    profile: &Profile,
) -> Option<String> {
    let text = match field.parse::<Counterpart>().ok()? {
        Counterpart::LegalForm => legal_form?.to_owned(),
        Counterpart::RegisterNumber => number?.to_owned(),
        Counterpart::Members => profile.members()?.to_string(),
        Counterpart::Introduction => profile.introduction.clone(),
    };
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
