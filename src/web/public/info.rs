//! Pages that only tell something: how it works, help, privacy, accessibility, whose work this is.

use actix_web::web::Data;
use serde::Serialize;

use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::me::Me;
use crate::web::pages;

#[derive(Serialize)]
struct InfoPage {
    page: Page,
    lead: String,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    id: String,
    title: String,
    text: String,
}

/// `GET /guide`
pub async fn guide(me: Me, app: Data<App>) -> Answer {
    info(&app, &me, "guide", &["lots", "bid", "sealed", "review", "table", "decision", "words"])
}

/// `GET /help`
pub async fn help(me: Me, app: Data<App>) -> Answer {
    info(&app, &me, "help", &["round", "account", "saving", "late", "disruption"])
}

/// `GET /privacy`
pub async fn privacy(me: Me, app: Data<App>) -> Answer {
    info(&app, &me, "privacy", &["what", "why", "who", "long", "cookies", "rights"])
}

/// `GET /accessibility`
pub async fn accessibility(me: Me, app: Data<App>) -> Answer {
    info(&app, &me, "accessibility", &["how", "tested", "not-yet", "tell"])
}

/// `GET /about`
pub async fn about(me: Me, app: Data<App>) -> Answer {
    info(&app, &me, "about", &["what", "source", "others", "maps", "version"])
}

/// The texts `<name>-title`, `<name>-lead`, and `<name>-<part>-title` and `-text` of each part.
fn info(app: &App, me: &Me, name: &str, parts: &[&str]) -> Answer {
    let say = |key: String| {
        app.renderer.translate(me.lang, &key, &[("version", env!("CARGO_PKG_VERSION").into())])
    };
    let part = |part: &&str| Part {
        id: (*part).to_owned(),
        title: say(format!("{name}-{part}-title")),
        text: say(format!("{name}-{part}-text")),
    };
    let mut page = pages::frame(app, me, &format!("{name}-title"));
    page.crumbs = vec![pages::crumb("/", say("menu-rounds".into())), pages::here(&page.title)];
    let parts = parts.iter().map(part).collect();
    let page = InfoPage { page, lead: say(format!("{name}-lead")), parts };
    pages::html(app, me, "public/info.html", &page)
}
