//! Who does what for a bid, and by which day. Like comments, it is the cooperative's own.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Shut;
use crate::domain::ids::{PersonId, TodoId};
use crate::domain::refusal::Refusal;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub id: TodoId,
    pub what: String,
    /// Who does it.
    pub person: PersonId,
    pub name: String,
    pub due: Option<Date>,
    /// The section of the bid that it is about.
    pub section: Option<String>,
    pub asked_by: PersonId,
    pub asked_at: Timestamp,
    pub state: TodoState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodoState {
    Open,
    Done { at: Timestamp },
}

/// How the day of something to do stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// No day was named.
    Whenever,
    Later(Date),
    Today,
    /// The day is over and it is not done.
    Over(Date),
}

impl Todo {
    pub fn is_open(&self) -> bool {
        self.state == TodoState::Open
    }

    pub fn due(&self, today: Date) -> Due {
        match self.due {
            None => Due::Whenever,
            Some(day) if day == today => Due::Today,
            Some(day) if day < today => Due::Over(day),
            Some(day) => Due::Later(day),
        }
    }
}

/// So long the description can be, in characters.
pub const LONGEST: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TodoRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error("it does not say what to do")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("nobody who writes this bid")]
    Nobody,
    #[error("not a day")]
    NoDay,
    #[error("the round has no such section")]
    NoSection,
}

impl Refusal for TodoRefusal {
    fn key(&self) -> &'static str {
        match self {
            TodoRefusal::Shut(why) => why.key(),
            TodoRefusal::Empty => "todo-refused-empty",
            TodoRefusal::TooLong => "todo-refused-too-long",
            TodoRefusal::Nobody => "todo-refused-nobody",
            TodoRefusal::NoDay => "error-date",
            TodoRefusal::NoSection => "todo-refused-section",
        }
    }
}

/// One line that says what to do.
pub fn what(text: &str) -> Result<String, TodoRefusal> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => Err(TodoRefusal::Empty),
        n if n > LONGEST => Err(TodoRefusal::TooLong),
        _ => Ok(line),
    }
}

/// The day by which it should be done; empty means that there is none.
pub fn due_on(text: &str) -> Result<Option<Date>, TodoRefusal> {
    if text.is_empty() {
        return Ok(None);
    }
    super::rule::day(text).map(Some).ok_or(TodoRefusal::NoDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn todo(due: Option<&str>) -> Todo {
        let (person, at) = (PersonId::named("jan"), Timestamp::UNIX_EPOCH);
        Todo {
            id: TodoId::named("x"),
            what: "Begroting".into(),
            person,
            name: "Jan".into(),
            due: due.map(|day| day.parse().unwrap()),
            section: None,
            asked_by: person,
            asked_at: at,
            state: TodoState::Open,
        }
    }

    #[test]
    fn a_day_is_over_the_day_after() {
        let today = "2026-11-23".parse().unwrap();
        let due = |day| todo(day).due(today);
        assert_eq!(due(None), Due::Whenever);
        assert_eq!(due(Some("2026-11-23")), Due::Today);
        assert_eq!(due(Some("2026-11-22")), Due::Over("2026-11-22".parse().unwrap()));
        assert_eq!(due(Some("2026-11-24")), Due::Later("2026-11-24".parse().unwrap()));
    }

    #[test]
    fn it_is_one_line_that_says_something() {
        assert_eq!(what(" De begroting\n afmaken "), Ok("De begroting afmaken".into()));
        assert_eq!(what(" \n "), Err(TodoRefusal::Empty));
        assert_eq!(what(&"a".repeat(LONGEST + 1)), Err(TodoRefusal::TooLong));
        assert_eq!(due_on(""), Ok(None));
        assert_eq!(due_on("2026-02-30"), Err(TodoRefusal::NoDay));
        assert_eq!(due_on("vrijdag"), Err(TodoRefusal::NoDay));
    }
}
