//! How the tables of a round meet: who settles a grade, in what time, and from which difference on a
//! table talks.

use super::form::{Field, Kind, Words};
use super::rules::{choices, of_word, small, word_of, words_in};
use crate::domain::bids::rule::whole_number;
use crate::domain::rounds::definition::Definition;
use crate::domain::scoring::Bands;
use crate::domain::tables::{Fallback, Meeting, Settling};
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

/// The longest time meant for one item, in minutes; more is a mistake.
const LONGEST: u16 = 120;

const SETTLINGS: [(&str, Settling); 3] = [
    ("median", Settling::Votes(Fallback::Median)),
    ("mean", Settling::Votes(Fallback::Mean)),
    ("chair", Settling::Chair),
];

pub fn fields(definition: &Definition, words: Words<'_>) -> Vec<Field> {
    let Meeting { settling, minutes, bands } = &definition.meeting;
    let percent = |id: &str, limit: u8| {
        Field::new(Kind::Number, id, words)
            .value(limit.to_string())
            .unit(words.say("setup-bands-unit"))
    };
    vec![
        Field::new(Kind::Heading, "meeting_heading", words),
        Field::new(Kind::Radios, "settling", words)
            .value(word_of(&SETTLINGS, settling))
            .hint(words.say("setup-settling-hint"))
            .options(choices("setup-settling", &words_in(&SETTLINGS), words)),
        Field::new(Kind::Number, "meeting_minutes", words)
            .value(minutes.to_string())
            .unit(words.say("setup-meeting-unit"))
            .hint(words.say("setup-meeting-minutes-hint")),
        percent("bands_orange", bands.orange()).hint(words.say("setup-bands-orange-hint")),
        percent("bands_red", bands.red()).hint(words.say("setup-bands-red-hint")),
    ]
}

/// Every field that is wrong is said at once.
pub fn read(typed: &Typed, words: Words<'_>) -> Result<Meeting, Vec<FieldError>> {
    let mut errors = vec![];
    let settling = of_word(&SETTLINGS, typed.text("settling"));
    if settling.is_none() {
        errors.push(words.error("settling", "error-choose"));
    }
    let minutes = small(typed.text("meeting_minutes")).flatten().filter(|n| *n <= LONGEST);
    if minutes.is_none() {
        errors.push(words.error("meeting_minutes", "wrong-meeting"));
    }
    let bands = bands(typed);
    if let Err(field) = bands {
        errors.push(words.error(field, "wrong-bands"));
    }
    match (settling, minutes, bands) {
        (Some(settling), Some(minutes), Ok(bands)) => Ok(Meeting { settling, minutes, bands }),
        _ => Err(errors),
    }
}

/// The bands, or the field that is no percent or comes in the wrong order.
fn bands(typed: &Typed) -> Result<Bands, &'static str> {
    let percent = |field: &'static str| {
        let number = whole_number(typed.text(field)).and_then(|n| u8::try_from(n).ok());
        number.filter(|n| (1..100).contains(n)).ok_or(field)
    };
    Bands::new(percent("bands_orange")?, percent("bands_red")?).ok_or("bands_red")
}
