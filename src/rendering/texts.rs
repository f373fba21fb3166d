//! The sentences of `locales/{nl,en}/*.ftl`, read with Fluent.

use std::collections::HashMap;
use std::path::Path;

use fluent_templates::FluentBundle;
use fluent_templates::fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_templates::loader::langid;
use rust_embed::RustEmbed;
use tera::{Kwargs, TeraResult, Value};

use super::figures::grouped;
use super::{Lang, RenderError};

/// A value inside a sentence: `"text".into()`, or a number that chooses between one and many.
/// Whole numbers get a thousands mark; pass a year as text.
pub type Arg<'a> = FluentValue<'a>;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// All sentences in all languages. A sentence without arguments is looked up ready-made,
/// because filling in templates costs a page more than its queries do.
pub(super) struct Texts {
    nl: Sentences,
    en: Sentences,
}

struct Sentences {
    ready: HashMap<String, Value>,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    pub(super) fn load() -> Result<Texts, RenderError> {
        Ok(Texts { nl: Sentences::load(Lang::Nl)?, en: Sentences::load(Lang::En)? })
    }

    /// The sentence as a template value. Falls back on Dutch; `None` when Dutch has no such key either,
    /// or when an argument that the sentence needs is missing.
    fn value(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Value> {
        self.of(lang).value(key, args).or_else(|| self.nl.value(key, args))
    }

    /// The sentence as text. A missing one stops the tests; in use it is logged and its key shows.
    pub(super) fn text(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let found = self.value(lang, key, args);
        debug_assert!(found.is_some(), "no text `{key}`, or an argument of it is missing");
        match found.as_ref().and_then(Value::as_str) {
            Some(text) => text.to_owned(),
            None => {
                tracing::error!(key, %lang, "text or one of its arguments is missing");
                key.to_owned()
            }
        }
    }

    pub(super) fn known(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.value(lang, key, args)?.as_str().map(str::to_owned)
    }

    /// The template function `t(key="…", name=value, …)`.
    pub(super) fn call(&self, lang: Lang, kwargs: &Kwargs) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        if let Some(ready) = self.of(lang).ready.get(key) {
            return Ok(ready.clone());
        }
        let args: Vec<_> =
            kwargs.iter().filter_map(|(name, value)| arg(name.as_str()?, value)).collect();
        match self.value(lang, key, &args) {
            Some(value) => Ok(value),
            None if cfg!(debug_assertions) => Err(tera::Error::message(format!(
                "no text `{key}` in locales/{lang}, or an argument of it is missing"
            ))),
            None => Ok(self.text(lang, key, &args).into()),
        }
    }

    #[cfg(test)]
    pub(super) fn has(&self, key: &str) -> bool {
        self.nl.bundle.has_message(key)
    }

    fn of(&self, lang: Lang) -> &Sentences {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

impl Sentences {
    fn load(lang: Lang) -> Result<Sentences, RenderError> {
        let mut bundle = empty_bundle(lang);
        let mut ready = HashMap::new();
        let mut keys = Vec::new();
        for (file, source) in sources(lang) {
            keys.extend(keys_of(&source).map(str::to_owned));
            let resource = fluent_templates::fs::resource_from_str(&source)
                .map_err(|why| RenderError::Texts { file: file.clone(), why: why.to_string() })?;
            bundle
                .add_resource(resource)
                .map_err(|why| RenderError::Texts { file, why: format!("{why:?}") })?;
        }
        for key in keys {
            if let Some(text) = format(&bundle, &key, &[]) {
                ready.insert(key, Value::normal_string(&text));
            }
        }
        Ok(Sentences { ready, bundle })
    }

    fn value(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<Value> {
        if let Some(ready) = self.ready.get(key) {
            return Some(ready.clone());
        }
        format(&self.bundle, key, args).map(|text| Value::normal_string(&text))
    }
}

fn empty_bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let (id, formatter) = match lang {
        Lang::Nl => (langid!("nl"), number_nl as fn(&FluentValue, &_) -> _),
        Lang::En => (langid!("en"), number_en as fn(&FluentValue, &_) -> _),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false); // the marks would end up in titles, mails and files
    bundle.set_formatter(Some(formatter));
    bundle
}

fn number_nl<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(Lang::Nl, value)
}

fn number_en<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(Lang::En, value)
}

fn number(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value.fract() == 0.0 => Some(grouped(lang, n.value as i64)),
        _ => None,
    }
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: &[(&str, Arg<'_>)],
) -> Option<String> {
    let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let pattern = bundle.get_message(key)?.value()?;
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

fn arg<'a>(name: &'a str, value: &'a Value) -> Option<(&'a str, Arg<'a>)> {
    if name == "key" {
        return None;
    }
    let value = match (value.as_i64(), value.as_f64(), value.as_str()) {
        (Some(whole), _, _) => whole.into(),
        (None, Some(number), _) => number.into(),
        (None, None, Some(text)) => text.into(),
        (None, None, None) => return None,
    };
    Some((name, value))
}

fn sources(lang: Lang) -> impl Iterator<Item = (String, String)> {
    Locales::iter().filter_map(move |file| {
        let path = Path::new(file.as_ref());
        let is_ours = path.starts_with(lang.as_str()) && path.extension()? == "ftl";
        let content = is_ours.then(|| Locales::get(&file)).flatten()?;
        Some((file.to_string(), String::from_utf8_lossy(&content.data).into_owned()))
    })
}

/// The keys of a file: a message starts at the first column, its next lines are indented.
fn keys_of(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        line.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| key.trim_end())
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(lang: Lang) -> BTreeSet<String> {
        sources(lang)
            .flat_map(|(_, source)| keys_of(&source).map(str::to_owned).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn both_languages_have_exactly_the_same_texts() {
        let (nl, en) = (keys(Lang::Nl), keys(Lang::En));
        assert!(nl.len() > 50);
        let only_nl: Vec<_> = nl.difference(&en).collect();
        let only_en: Vec<_> = en.difference(&nl).collect();
        assert_eq!((only_nl, only_en), (vec![], vec![]));
    }

    #[test]
    fn both_languages_use_the_same_arguments() {
        let names = |lang: Lang| -> BTreeSet<(String, String)> {
            let mut found = BTreeSet::new();
            for (_, source) in sources(lang) {
                let mut key = String::new();
                for line in source.lines().filter(|line| !line.starts_with('#')) {
                    key = keys_of(line).next().map_or(key, str::to_owned);
                    for rest in line.split('$').skip(1) {
                        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
                        found.insert((key.clone(), rest[..end.unwrap_or(rest.len())].to_owned()));
                    }
                }
            }
            found
        };
        let (nl, en) = (names(Lang::Nl), names(Lang::En));
        assert_eq!(
            nl.symmetric_difference(&en).collect::<Vec<_>>(),
            Vec::<&(String, String)>::new()
        );
    }

    #[test]
    fn numbers_choose_the_plural_and_get_a_thousands_mark() {
        let texts = Texts::load().unwrap();
        let say =
            |lang, count: i64| texts.text(lang, "error-summary-title", &[("count", count.into())]);
        assert_eq!(say(Lang::Nl, 1), "Er is 1 ding dat nog niet goed is");
        assert_eq!(say(Lang::Nl, 1200), "Er zijn 1.200 dingen die nog niet goed zijn");
        assert_eq!(say(Lang::En, 1200), "There are 1,200 problems");
    }

    #[test]
    #[should_panic(expected = "no text `nonsense`")]
    fn a_missing_text_stops_a_test() {
        Texts::load().unwrap().text(Lang::Nl, "nonsense", &[]);
    }
}
