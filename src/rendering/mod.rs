//! Pages, mails and documents from the templates in `templates/` and the texts in `locales/`.
//!
//! Every language has its own set of compiled templates, so functions and filters know their language
//! without asking, also inside components.

mod assets;
mod dates;
mod figures;
mod filters;
mod icons;
mod lang;
pub mod layout;
#[cfg(test)]
mod sample;
mod texts;

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Error, Kwargs, State, Tera};

pub use assets::Assets;
pub use lang::Lang;
pub use texts::Arg;

use dates::Dates;
use icons::Icons;
use texts::Texts;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Templates;

#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    #[error("template: {0}")]
    Template(#[from] tera::Error),
    #[error("locales/{file}: {why}")]
    Texts { file: String, why: String },
    #[error("time zone: {0}")]
    Zone(#[from] jiff::Error),
}

/// Turns a template and the facts of a page into text. Made once at the start, shared by all.
pub struct Renderer {
    texts: Arc<Texts>,
    assets: Arc<Assets>,
    nl: Voice,
    en: Voice,
}

/// Everything that speaks one language.
struct Voice {
    lang: Lang,
    tera: Tera,
    dates: Dates,
}

impl Renderer {
    pub fn load() -> Result<Renderer, RenderError> {
        let texts = Arc::new(Texts::load()?);
        let assets = Arc::new(Assets::load());
        let nl = Voice::load(Lang::Nl, &texts, &assets)?;
        let en = Voice::load(Lang::En, &texts, &assets)?;
        Ok(Renderer { texts, assets, nl, en })
    }

    /// A page or a part of one: values in a template that ends in `.html` are escaped.
    /// The fields of `page` are the variables of the template; `lang` is added.
    pub fn html(
        &self,
        lang: Lang,
        template: &str,
        page: &impl Serialize,
    ) -> Result<String, RenderError> {
        debug_assert!(template.ends_with(".html"));
        self.voice(lang).render(template, page)
    }

    /// A mail or another plain text: a template that ends in `.txt`, nothing is escaped.
    pub fn text(
        &self,
        lang: Lang,
        template: &str,
        page: &impl Serialize,
    ) -> Result<String, RenderError> {
        debug_assert!(template.ends_with(".txt"));
        self.voice(lang).render(template, page)
    }

    /// A sentence from `locales/`, for texts that are made in Rust: menu labels, reasons, errors.
    pub fn translate(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.text(lang, key, args)
    }

    /// The same for a key that is made of data: nothing when there is no such sentence.
    pub fn known(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.texts.known(lang, key, args)
    }

    /// `vrijdag 15 januari 2027`, in Dutch local time.
    pub fn date(&self, lang: Lang, at: Timestamp) -> String {
        let dates = &self.voice(lang).dates;
        dates.date(dates.of(at))
    }

    /// `vrijdag 15 januari 2027` for a day of the calendar.
    pub fn day(&self, lang: Lang, day: Date) -> String {
        self.voice(lang).dates.date(day.into())
    }

    /// `vrijdag 15 januari 2027, 12.00 uur`, in Dutch local time.
    pub fn datetime(&self, lang: Lang, at: Timestamp) -> String {
        let dates = &self.voice(lang).dates;
        dates.datetime(dates.of(at))
    }

    /// `14.32 uur`, in Dutch local time.
    pub fn clock(&self, lang: Lang, at: Timestamp) -> String {
        let dates = &self.voice(lang).dates;
        dates.clock(dates.of(at))
    }

    /// `vrijdag 15 januari 2027, 12.00.01 uur`, in Dutch local time: where a second counts.
    pub fn exact_moment(&self, lang: Lang, at: Timestamp) -> String {
        let dates = &self.voice(lang).dates;
        dates.exact(dates.of(at))
    }

    /// Seconds since midnight, in Dutch local time: what a screen goes on counting from.
    pub fn second_of_day(&self, at: Timestamp) -> i32 {
        let time = self.nl.dates.of(at).time();
        (i32::from(time.hour()) * 60 + i32::from(time.minute())) * 60 + i32::from(time.second())
    }

    /// The calendar day of a moment in Dutch local time.
    pub fn local_day(&self, at: Timestamp) -> jiff::civil::Date {
        self.nl.dates.of(at).date()
    }

    /// `1.234`
    pub fn number(&self, lang: Lang, number: i64) -> String {
        figures::grouped(lang, number)
    }

    /// `€ 1.234,50` for 123450 cents.
    pub fn euro(&self, lang: Lang, cents: i64) -> String {
        figures::euro(lang, cents)
    }

    /// `€ 1.234,505` for the exact text `1234.505`.
    pub fn euros(&self, lang: Lang, exact: &str) -> String {
        figures::euros(lang, exact)
    }

    /// `8,45` for the exact text `8.45`.
    pub fn decimal(&self, lang: Lang, exact: &str) -> String {
        figures::decimal(lang, exact)
    }

    /// The files below `/assets/`.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    fn voice(&self, lang: Lang) -> &Voice {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

impl Voice {
    fn load(lang: Lang, texts: &Arc<Texts>, assets: &Arc<Assets>) -> Result<Voice, RenderError> {
        let dates = Dates::new(lang, texts)?;
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        filters::register(&mut tera, lang, &dates);
        let said = texts.clone();
        tera.register_function("t", move |kwargs: Kwargs, _: &State| said.call(lang, &kwargs));
        let files = assets.clone();
        tera.register_function("asset", move |kwargs: Kwargs, _: &State| {
            let name = kwargs.must_get::<&str>("name")?;
            let found = match kwargs.get::<&str>("otherwise")? {
                Some(other) => files.url(name).or_else(|| files.url(other)),
                None => files.url(name),
            };
            found.ok_or_else(|| Error::message(format!("no asset `{name}`")))
        });
        let icons = Icons::load();
        tera.register_function("icon", move |kwargs: Kwargs, state: &State| {
            icons.call(&kwargs, state)
        });
        tera.add_raw_templates(sources())?;
        Ok(Voice { lang, tera, dates })
    }

    fn render(&self, template: &str, page: &impl Serialize) -> Result<String, RenderError> {
        let mut context = Context::from_serialize(page)?;
        context.insert("lang", self.lang.as_str());
        Ok(self.tera.render(template, &context)?)
    }
}

/// Name and text of every template. Debug builds read them from the disk at each start.
fn sources() -> Vec<(String, String)> {
    Templates::iter()
        .filter(|name| !name.ends_with(".svg"))
        .filter_map(|name| {
            let file = Templates::get(&name)?;
            Some((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}
