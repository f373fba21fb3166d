//! Forms of the set-up as data: each part says which fields it has, one template draws them. A form
//! that comes back holds what was typed; one that clashes holds both texts.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::documents::score_words::ScoreWords;
use crate::domain::moments::amsterdam;
use crate::domain::rounds::definition::Definition;
use crate::rendering::layout::{FieldError, Page};
use crate::rendering::{Arg, Lang, Renderer};
use crate::web::App;
use crate::web::forms::Typed;
use crate::web::me::Me;

/// Speaks the language of the reader.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    renderer: &'a Renderer,
    pub lang: Lang,
}

impl<'a> Words<'a> {
    pub fn of(app: &'a App, me: &Me) -> Words<'a> {
        Words { renderer: &app.renderer, lang: me.lang }
    }

    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    pub fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }

    /// Says the weights and totals of a round.
    pub fn scores(self, definition: &'a Definition) -> ScoreWords<'a> {
        ScoreWords::new(self.renderer, self.lang, definition)
    }

    pub fn euro(self, cents: i64) -> String {
        self.renderer.euro(self.lang, cents)
    }

    pub fn datetime(self, at: Timestamp) -> String {
        self.renderer.datetime(self.lang, at)
    }

    /// A calendar day in words.
    pub fn day(self, day: Date) -> String {
        let noon = day.at(12, 0, 0, 0).to_zoned(amsterdam());
        noon.map_or_else(|_| day.to_string(), |at| self.renderer.date(self.lang, at.timestamp()))
    }

    /// An error of a field, from the key of its sentence.
    pub fn error(self, field: impl Into<String>, key: &str) -> FieldError {
        FieldError { field: field.into(), text: self.say(key) }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Heading,
    #[default]
    Text,
    Email,
    Phone,
    Area,
    Number,
    Amount,
    Select,
    Radios,
    Checks,
    Check,
    Date,
    Moment,
    /// Fields beside each other under one label.
    Group,
    /// The button that shows the form again without saving.
    Look,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Field {
    pub kind: Kind,
    pub id: String,
    /// Name in the form; the id unless two fields fill one list.
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub value: String,
    /// Clock time of a moment.
    pub time: String,
    pub values: Vec<String>,
    pub options: Vec<Choice>,
    /// First, empty choice of a select.
    pub empty: Option<String>,
    pub unit: Option<String>,
    pub rows: u8,
    pub required: bool,
    pub group: Vec<Field>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into(), hint: None }
    }

    pub fn with_hint(self, hint: impl Into<String>) -> Choice {
        Choice { hint: Some(hint.into()).filter(|h| !h.is_empty()), ..self }
    }
}

impl Field {
    /// A field whose label is the text `setup-<id>`.
    pub fn new(kind: Kind, id: &str, words: Words<'_>) -> Field {
        let label = words.say(&format!("setup-{}", id.replace('_', "-")));
        Field::labelled(kind, id, label)
    }

    pub fn labelled(kind: Kind, id: impl Into<String>, label: impl Into<String>) -> Field {
        let id = id.into();
        let name = id.clone();
        Field { kind, id, name, label: label.into(), rows: 6, required: true, ..Field::default() }
    }

    pub fn value(self, value: impl Into<String>) -> Field {
        Field { value: value.into(), ..self }
    }

    pub fn time(self, time: impl Into<String>) -> Field {
        Field { time: time.into(), ..self }
    }

    pub fn values(self, values: Vec<String>) -> Field {
        Field { values, ..self }
    }

    pub fn options(self, options: Vec<Choice>) -> Field {
        Field { options, ..self }
    }

    pub fn hint(self, hint: impl Into<String>) -> Field {
        Field { hint: Some(hint.into()), ..self }
    }

    pub fn unit(self, unit: impl Into<String>) -> Field {
        Field { unit: Some(unit.into()), ..self }
    }

    pub fn empty(self, empty: impl Into<String>) -> Field {
        Field { empty: Some(empty.into()), ..self }
    }

    pub fn rows(self, rows: u8) -> Field {
        Field { rows, ..self }
    }

    pub fn name(self, name: &str) -> Field {
        Field { name: name.to_owned(), ..self }
    }

    pub fn optional(self) -> Field {
        Field { required: false, ..self }
    }

    pub fn group(id: &str, label: String, group: Vec<Field>) -> Field {
        Field { group, ..Field::labelled(Kind::Group, id, label) }
    }

    /// Puts in what was typed.
    fn fill(&mut self, typed: &Typed) {
        match self.kind {
            Kind::Heading | Kind::Look => {}
            Kind::Checks => self.values = typed.all(&self.name).to_vec(),
            Kind::Moment => {
                self.value = typed.text(&format!("{}_date", self.name)).to_owned();
                self.time = typed.text(&format!("{}_time", self.name)).to_owned();
            }
            Kind::Group => self.group.iter_mut().for_each(|field| field.fill(typed)),
            Kind::Text
            | Kind::Email
            | Kind::Phone
            | Kind::Area
            | Kind::Number
            | Kind::Amount
            | Kind::Select
            | Kind::Radios
            | Kind::Check
            | Kind::Date => self.value = typed.text(&self.name).to_owned(),
        }
    }

    /// What it holds, as one text that a person can compare.
    fn shown(&self, words: Words<'_>) -> String {
        let labels = |chosen: &[String]| -> String {
            let found = self.options.iter().filter(|o| chosen.contains(&o.value));
            found.map(|o| o.label.as_str()).collect::<Vec<_>>().join(", ")
        };
        match self.kind {
            Kind::Heading | Kind::Look | Kind::Group => String::new(),
            Kind::Checks => labels(&self.values),
            Kind::Select | Kind::Radios => labels(std::slice::from_ref(&self.value)),
            Kind::Check if self.value.is_empty() => words.say("no"),
            Kind::Check => words.say("yes"),
            Kind::Moment => format!("{} {}", self.value, self.time),
            Kind::Text
            | Kind::Email
            | Kind::Phone
            | Kind::Area
            | Kind::Number
            | Kind::Amount
            | Kind::Date => self.value.clone(),
        }
    }
}

/// One field that two people filled in differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clash {
    pub label: String,
    pub theirs: String,
    pub yours: String,
}

pub fn fill(fields: &mut [Field], typed: &Typed) {
    fields.iter_mut().for_each(|field| field.fill(typed));
}

/// The fields in which what is kept now differs from what was typed. Fields inside groups count.
pub fn clashes(kept: &[Field], typed: &[Field], words: Words<'_>) -> Vec<Clash> {
    let mut found = vec![];
    for (kept, typed) in kept.iter().zip(typed) {
        let (theirs, yours) = (kept.shown(words), typed.shown(words));
        if theirs != yours {
            found.push(Clash { label: typed.label.clone(), theirs, yours });
        }
        found.extend(clashes(&kept.group, &typed.group, words));
    }
    found
}

/// A link in a list on a form page: a criterion, a requirement, a lot.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub name: String,
    pub note: String,
    pub href: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Link {
    pub href: String,
    pub text: String,
}

/// Everything that `rounds/form.html` draws.
#[derive(Serialize)]
pub struct FormPage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    pub above: String,
    pub title: String,
    pub intro: String,
    /// A sentence about the whole, such as what all points add up to.
    pub remark: Option<Remark>,
    pub items_title: String,
    pub items: Vec<Item>,
    pub add: Option<Link>,
    /// Where to pick from, or what to look at.
    pub links: Vec<Link>,
    pub fields: Vec<Field>,
    pub version: String,
    pub action: String,
    pub back: Link,
    pub clashed: bool,
    pub clashes: Vec<Clash>,
    pub remove: Option<Link>,
    pub map: Option<super::map::Preview>,
    pub map_url: String,
    /// What the rules would make of invented bids.
    pub example: Option<super::example::ExampleView>,
    /// What earlier rounds taught about this part.
    pub lessons: Vec<super::lessons::Learnt>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Remark {
    /// A kind of notice.
    pub kind: &'static str,
    pub text: String,
}
