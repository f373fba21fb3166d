//! What people can judge, and from where they know it. Who assesses has to be expert in what is
//! asked, and the file has to show why: Awb 3:2, and the duty of expert assessment in procurement
//! law. Source: `evaluation.md` chapter 1.5 and 1.7.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::accounts::words;
use crate::domain::refusal::Refusal;

words! {
    Field {
        Care = "care",
        Support = "support",
        Community = "community",
        Living = "living",
        Finance = "finance",
        Quality = "quality",
        Law = "law",
        Experience = "experience",
    }
}

words! {
    /// From where somebody knows it.
    Source {
        Role = "role",
        Training = "training",
        Work = "work",
        Life = "life",
    }
}

/// One field of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expertise {
    pub field: Field,
    pub source: Source,
    /// Which role or training: the file quotes it.
    pub note: String,
    pub at: Timestamp,
}

/// The longest note, in characters.
pub const MOST_CHARS: usize = 300;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExpertiseRefusal {
    #[error("say from where it is known")]
    NoNote,
    #[error("the note is too long")]
    TooLong,
}

impl Refusal for ExpertiseRefusal {
    fn key(&self) -> &'static str {
        match self {
            ExpertiseRefusal::NoNote => "refusal-expertise-no-note",
            ExpertiseRefusal::TooLong => "refusal-expertise-too-long",
        }
    }
}

impl Expertise {
    pub fn new(
        field: Field,
        (source, note): (Source, &str),
        at: Timestamp,
    ) -> Result<Expertise, ExpertiseRefusal> {
        let note = note.trim();
        if note.is_empty() {
            return Err(ExpertiseRefusal::NoNote);
        }
        if note.chars().count() > MOST_CHARS {
            return Err(ExpertiseRefusal::TooLong);
        }
        Ok(Expertise { field, source, note: note.to_owned(), at })
    }
}

/// As the assignment keeps it, one field a line: `care training Verpleegkundige sinds 2011`. What
/// somebody adds to the profile later does not change why they were chosen then.
pub fn record(known: &[Expertise], asked: &BTreeSet<Field>) -> String {
    let fits = known.iter().filter(|one| asked.is_empty() || asked.contains(&one.field));
    let line = |one: &Expertise| {
        let note = one.note.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} {} {note}", one.field.as_str(), one.source.as_str())
    };
    fits.map(line).collect::<Vec<_>>().join("\n")
}

/// One line of the record: field, source and note.
pub fn read_record(record: &str) -> Vec<(Field, Source, String)> {
    let line = |line: &str| {
        let mut words = line.splitn(3, ' ');
        let field = words.next()?.parse().ok()?;
        let source = words.next()?.parse().ok()?;
        Some((field, source, words.next().unwrap_or_default().to_owned()))
    };
    record.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(field: Field, note: &str) -> Expertise {
        Expertise::new(field, (Source::Training, note), Timestamp::UNIX_EPOCH).unwrap()
    }

    #[test]
    fn a_field_needs_words_about_its_source() {
        let new =
            |note: &str| Expertise::new(Field::Care, (Source::Role, note), Timestamp::UNIX_EPOCH);
        assert_eq!(new(" "), Err(ExpertiseRefusal::NoNote));
        assert_eq!(new(&"a".repeat(301)), Err(ExpertiseRefusal::TooLong));
        assert_eq!(new(" Zorgregie ").map(|e| e.note), Ok("Zorgregie".to_owned()));
    }

    #[test]
    fn the_record_says_what_was_asked_and_can_be_read() {
        let all = [known(Field::Care, "Verpleeg-\nkundige"), known(Field::Law, "Inkoop")];
        let asked = BTreeSet::from([Field::Care]);
        assert_eq!(record(&all, &asked), "care training Verpleeg- kundige");
        let read = read_record(&record(&all, &BTreeSet::new()));
        assert_eq!(read[1], (Field::Law, Source::Training, "Inkoop".to_owned()));
        assert_eq!(read.len(), 2);
        assert_eq!(read_record("nonsense"), []);
    }
}
