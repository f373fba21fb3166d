//! Pages that only tell: how it works, help, privacy, accessibility, what this is made of; and in
//! the example the mailbox.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::errors::{Answer, Error};
use super::me::Me;
use super::pages::{self, crumb, here};
use super::routes::Table;
use super::state::App;
use crate::documents::licences::{self, Part};
use crate::rendering::layout::Page;

pub fn routes(t: &mut Table) {
    t.get("/guide", guide);
    t.get("/help", help);
    t.get("/privacy", privacy);
    t.get("/accessibility", accessibility);
    t.get("/about", about);
    t.get("/about/licences/{licence}", licence);
    t.get("/demo/mail", super::mailbox::list);
    t.get("/demo/mail/{mail}", super::mailbox::show);
}

#[derive(Serialize)]
struct TextPage {
    page: Page,
    intro: String,
    parts: Vec<TextPart>,
}

#[derive(Serialize)]
struct TextPart {
    title: String,
    text: String,
}

/// The sentences `<name>-<n>-title` and `<name>-<n>-text`, counted from 1.
fn parts(app: &App, me: &Me, (name, count): (&str, usize)) -> Vec<TextPart> {
    let say = |key: String| app.renderer.translate(me.lang, &key, &[]);
    let part = |n| TextPart {
        title: say(format!("{name}-{n}-title")),
        text: say(format!("{name}-{n}-text")),
    };
    (1..=count).map(part).collect()
}

fn text_page(app: &App, me: &Me, (name, count): (&str, usize)) -> Answer {
    let page = TextPage {
        page: pages::frame(app, me, &format!("{name}-title")),
        intro: app.renderer.translate(me.lang, &format!("{name}-intro"), &[]),
        parts: parts(app, me, (name, count)),
    };
    pages::html(app, me, "texts/text.html", &page)
}

/// `GET /help`
async fn help(me: Me, app: Data<App>) -> Answer {
    text_page(&app, &me, ("help", 8))
}

/// `GET /privacy`
async fn privacy(me: Me, app: Data<App>) -> Answer {
    text_page(&app, &me, ("privacy", 8))
}

/// `GET /accessibility`
async fn accessibility(me: Me, app: Data<App>) -> Answer {
    text_page(&app, &me, ("accessibility", 5))
}

#[derive(Serialize)]
struct GuidePage {
    page: Page,
    steps: Vec<TextPart>,
    words: Vec<TextPart>,
}

/// `GET /guide`: nine steps, then the words in the order of the alphabet.
async fn guide(me: Me, app: Data<App>) -> Answer {
    let mut words = parts(&app, &me, ("word", 28));
    words.sort_by_key(|word| word.title.to_lowercase());
    let page = GuidePage {
        page: pages::frame(&app, &me, "guide-title"),
        steps: parts(&app, &me, ("guide", 9)),
        words,
    };
    pages::html(&app, &me, "texts/guide.html", &page)
}

#[derive(Serialize)]
struct AboutPage {
    page: Page,
    version: &'static str,
    parts: Vec<Part>,
    licences: Vec<String>,
}

/// `GET /about`
async fn about(me: Me, app: Data<App>) -> Answer {
    let page = AboutPage {
        page: pages::frame(&app, &me, "about-title"),
        version: env!("CARGO_PKG_VERSION"),
        parts: licences::parts().map_err(|e| Error::Broken(e.to_string()))?,
        licences: licences::names(),
    };
    pages::html(&app, &me, "texts/about.html", &page)
}

#[derive(Serialize)]
struct LicencePage {
    page: Page,
    text: String,
}

/// `GET /about/licences/{licence}`
async fn licence(me: Me, name: Path<String>, app: Data<App>) -> Answer {
    let text = licences::text(&name).ok_or(Error::Missing)?;
    let mut page = pages::frame(&app, &me, "about-title");
    page.crumbs = vec![crumb("/about", page.title.clone()), here(name.as_str())];
    page.title = name.into_inner();
    pages::html(&app, &me, "texts/licence.html", &LicencePage { page, text })
}
