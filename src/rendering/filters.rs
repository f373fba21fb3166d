//! The filters that templates may use, each bound to one language.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::dates::Dates;
use super::{Lang, figures};

pub(super) fn register(tera: &mut Tera, lang: Lang, dates: &Dates) {
    tera.register_filter("euro", move |cents: i64, _: Kwargs, _: &State| {
        figures::euro(lang, cents)
    });
    tera.register_filter("euro_whole", move |cents: i64, _: Kwargs, _: &State| {
        figures::euro_whole(lang, cents)
    });
    tera.register_filter("number", move |number: i64, _: Kwargs, _: &State| {
        figures::grouped(lang, number)
    });
    tera.register_filter("decimal", move |exact: Value, _: Kwargs, _: &State| {
        figures::decimal(lang, &exact.to_string())
    });
    tera.register_filter("paragraphs", |text: &str, _: Kwargs, _: &State| paragraphs(text));
    tera.register_filter("initials", |name: &str, _: Kwargs, _: &State| initials(name));
    tera.register_filter("in_eights", |hash: &str, _: Kwargs, _: &State| in_eights(hash));
    tera.register_filter("error_of", |errors: Vec<Value>, kwargs: Kwargs, _: &State| {
        error_of(&errors, kwargs.must_get("field")?)
    });
    register_moment(tera, "date", dates, Dates::date);
    register_moment(tera, "short_date", dates, Dates::short_date);
    register_moment(tera, "datetime", dates, Dates::datetime);
    register_moment(tera, "clock", dates, Dates::clock);
}

type Say = fn(&Dates, jiff::civil::DateTime) -> String;

fn register_moment(tera: &mut Tera, name: &'static str, dates: &Dates, say: Say) {
    let dates = dates.clone();
    tera.register_filter(name, move |text: &str, _: Kwargs, _: &State| -> TeraResult<String> {
        match dates.local(text) {
            Some(at) => Ok(say(&dates, at)),
            None => Err(Error::message(format!("`{text}` is not a moment or a day"))),
        }
    });
}

/// The sentence for one field out of `[{field, text}]`, or nothing.
fn error_of(errors: &[Value], field: &str) -> TeraResult<Value> {
    let part = |error: &Value, name: &'static str| error.get_from_path(name).cloned();
    let wrong =
        errors.iter().find(|error| part(error, "field").is_some_and(|f| f.as_str() == Some(field)));
    Ok(wrong.and_then(|error| part(error, "text")).unwrap_or_else(Value::none))
}

/// A hash in groups of eight, so that people can compare it and lines can break.
fn in_eights(hash: &str) -> String {
    let mut text = String::with_capacity(hash.len() + hash.len() / 8);
    for (place, sign) in hash.chars().enumerate() {
        if place > 0 && place % 8 == 0 {
            text.push(' ');
        }
        text.push(sign);
    }
    text
}

/// The parts of a text between blank lines.
fn paragraphs(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        match parts.last_mut() {
            Some(part) if line.trim().is_empty() && !part.is_empty() => parts.push(String::new()),
            Some(part) if !line.trim().is_empty() => {
                if !part.is_empty() {
                    part.push('\n');
                }
                part.push_str(line);
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// First letters of the first and the last name: Fatima el Amrani is FA.
fn initials(name: &str) -> String {
    let mut capitals = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = capitals.next();
    let last = capitals.rev().find(|letter| letter.is_uppercase());
    first.into_iter().flat_map(char::to_uppercase).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_a_text() {
        let text = "One\r\nstill one\r\n\r\n \r\nTwo\n\n";
        assert_eq!(paragraphs(text), ["One\nstill one", "Two"]);
        assert!(paragraphs(" \n").is_empty());
    }

    #[test]
    fn initials_skip_the_small_words() {
        assert_eq!(initials("Jan de Wit"), "JW");
        assert_eq!(initials("Fatima el Amrani"), "FA");
        assert_eq!(initials("truus"), "T");
        assert_eq!(initials(""), "");
    }
}
