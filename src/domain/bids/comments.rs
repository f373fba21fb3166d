//! What the writers of a bid say to each other about a question. It is theirs alone: no part of
//! what is handed in, and nothing that the municipality ever reads.

use jiff::{SignedDuration, Timestamp};

use super::Shut;
use crate::domain::ids::{CommentId, PersonId};
use crate::domain::refusal::Refusal;

/// One thing somebody said about a question (`<section>.<question>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub id: CommentId,
    pub field: String,
    pub by: PersonId,
    pub by_name: String,
    /// Empty once it is taken back.
    pub body: String,
    /// Who should read it.
    pub mentions: Vec<PersonId>,
    pub at: Timestamp,
    pub state: CommentState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentState {
    Open,
    /// Talked through; it stays to look back at.
    Resolved,
    TakenBack,
}

/// Somebody who writes the same bid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    pub id: PersonId,
    pub name: String,
}

/// So long a comment can be, in characters; what is longer belongs in the answer.
pub const LONGEST: usize = 2_000;

/// Why nothing was said, resolved or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommentRefusal {
    #[error(transparent)]
    Shut(#[from] Shut),
    #[error("it says nothing")]
    Empty,
    #[error("too long")]
    TooLong,
    #[error("somebody who does not write this bid is mentioned")]
    Stranger,
    #[error("only who wrote it can take it back")]
    NotYours,
}

impl Refusal for CommentRefusal {
    fn key(&self) -> &'static str {
        match self {
            CommentRefusal::Shut(why) => why.key(),
            CommentRefusal::Empty => "comment-refused-empty",
            CommentRefusal::TooLong => "comment-refused-too-long",
            CommentRefusal::Stranger => "comment-refused-stranger",
            CommentRefusal::NotYours => "comment-refused-not-yours",
        }
    }
}

/// Who should read this text: the one who was chosen (empty: nobody) and everybody whose name is
/// in it after an `@`.
pub fn mentions(
    body: &str,
    chosen: &str,
    writers: &[Writer],
) -> Result<Vec<PersonId>, CommentRefusal> {
    if body.is_empty() {
        return Err(CommentRefusal::Empty);
    }
    if body.chars().count() > LONGEST {
        return Err(CommentRefusal::TooLong);
    }
    let mut mentioned = named(body, writers);
    if !chosen.is_empty() {
        let writer = writers.iter().find(|writer| writer.id.as_str() == chosen);
        mentioned.push(writer.ok_or(CommentRefusal::Stranger)?.id);
    }
    mentioned.sort_unstable();
    mentioned.dedup();
    Ok(mentioned)
}

/// Everybody whose name follows an `@`: a whole name first, or else a first name. Where two have
/// that first name both are meant: better one mail too many than one too few.
fn named(text: &str, writers: &[Writer]) -> Vec<PersonId> {
    let text = text.to_lowercase();
    let mut found = vec![];
    for (at, _) in text.match_indices('@') {
        // `jan@denabuur.example` is an address.
        if text[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[at + 1..];
        let whole = writers.iter().filter(|writer| begins_with(rest, &writer.name));
        if let Some(longest) = whole.max_by_key(|writer| writer.name.len()) {
            found.push(longest.id);
            continue;
        }
        let first = |writer: &&Writer| {
            writer.name.split_whitespace().next().is_some_and(|name| begins_with(rest, name))
        };
        found.extend(writers.iter().filter(first).map(|writer| writer.id));
    }
    found
}

/// Begins with this name as a word of its own; the text is in lower case.
fn begins_with(text: &str, name: &str) -> bool {
    let after = text.strip_prefix(&name.to_lowercase());
    after.is_some_and(|rest| !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// Nobody gets two mails about the same question within this time.
pub const QUIET: SignedDuration = SignedDuration::from_mins(15);

/// When to mail somebody who is mentioned, given the moment of the last mail about this question;
/// none while one still waits, which will bring them to the newest comment as well.
pub fn mail_at(last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    match last {
        None => Some(now),
        Some(last) if last > now => None,
        Some(last) => Some(last.saturating_add(QUIET).unwrap_or(now).max(now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn writers() -> Vec<Writer> {
        let names = ["Jan Bakker", "Truus Hendriks", "Jan Willem de Wit", "Élise Blok"];
        let writer = |name: &str| Writer { id: PersonId::named(name), name: name.to_owned() };
        names.map(writer).to_vec()
    }

    fn read_by(body: &str, chosen: &str) -> Result<Vec<String>, CommentRefusal> {
        let all = writers();
        let ids = mentions(body, chosen, &all)?;
        let name = |id: &PersonId| all.iter().find(|w| w.id == *id).unwrap().name.clone();
        let mut names: Vec<String> = ids.iter().map(name).collect();
        names.sort();
        Ok(names)
    }

    #[test]
    fn a_name_after_an_at_sign_is_a_mention() {
        let cases: [(&str, &[&str]); 9] = [
            ("Klopt dit, @Truus?", &["Truus Hendriks"]),
            ("@truus hendriks, klopt dit?", &["Truus Hendriks"]),
            ("@Jan Willem de Wit kijkt", &["Jan Willem de Wit"]),
            ("@jan kijkt", &["Jan Bakker", "Jan Willem de Wit"]),
            ("(@ÉLISE)", &["Élise Blok"]),
            ("mail jan@denabuur.example", &[]),
            ("@Truusje is een ander", &[]),
            ("@ @@", &[]),
            ("@Truus en nog eens @Truus", &["Truus Hendriks"]),
        ];
        for (body, expected) in cases {
            assert_eq!(read_by(body, "").unwrap(), expected, "{body}");
        }
    }

    #[test]
    fn who_is_chosen_reads_it_and_only_writers_can_be_chosen() {
        let truus = PersonId::named("Truus Hendriks");
        let both = read_by("@Élise en jij", truus.as_str()).unwrap();
        assert_eq!(both, ["Truus Hendriks", "Élise Blok"]);
        let stranger = PersonId::named("iemand anders");
        assert_eq!(read_by("Hallo", stranger.as_str()), Err(CommentRefusal::Stranger));
        assert_eq!(read_by("Hallo", "Truus"), Err(CommentRefusal::Stranger));
    }

    #[test]
    fn it_says_something_and_is_not_too_long() {
        assert_eq!(read_by("", ""), Err(CommentRefusal::Empty));
        assert_eq!(read_by(&"é".repeat(LONGEST), ""), Ok(vec![]));
        assert_eq!(read_by(&"é".repeat(LONGEST + 1), ""), Err(CommentRefusal::TooLong));
    }

    #[test]
    fn a_quarter_of_an_hour_has_one_mail() {
        let minute = |n: i64| Timestamp::from_second(60 * n).unwrap();
        assert_eq!(mail_at(None, minute(0)), Some(minute(0)));
        assert_eq!(mail_at(Some(minute(0)), minute(1)), Some(minute(15)));
        assert_eq!(mail_at(Some(minute(15)), minute(2)), None);
        assert_eq!(mail_at(Some(minute(15)), minute(40)), Some(minute(40)));
    }
}
