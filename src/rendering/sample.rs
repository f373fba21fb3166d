//! Every part of `templates/parts/` on two pages, in both languages, checked as HTML.
//! With `BUURTBOD_SAMPLE_DIR` set, the pages and their files are left there to be looked at.

use std::collections::HashSet;
use std::path::Path;

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

use super::layout::{Crumb, Me, MenuItem, Municipality, Notice, NoticeKind, Page};
use super::*;

fn renderer() -> Renderer {
    let mut renderer = Renderer::load().unwrap_or_else(|why| panic!("{why}"));
    for voice in [&mut renderer.nl, &mut renderer.en] {
        let pages = [
            ("sample.html", include_str!("sample.html")),
            ("sample_session.html", include_str!("sample_session.html")),
            ("sample_review.html", include_str!("sample_review.html")),
        ];
        voice.tera.add_raw_templates(pages).unwrap_or_else(|why| panic!("{why}"));
    }
    renderer
}

fn page(lang: Lang) -> Page {
    let item = |label: &str, current, count| MenuItem {
        href: "/bids".into(),
        label: label.into(),
        current,
        count,
    };
    let crumb = |href: Option<&str>, label: &str| Crumb {
        href: href.map(str::to_owned),
        label: label.into(),
    };
    Page {
        lang,
        title: "Uw inschrijving".into(),
        fault: true,
        municipality: Some(Municipality {
            name: "Waldervoort".into(),
            theme: "waldervoort".into(),
            slug: "waldervoort".into(),
        }),
        me: Some(Me { name: "Jan de Wit".into(), role_line: "Zorgcoöperatie De Nabuur".into() }),
        csrf: "token".into(),
        menu: vec![item("Mijn inschrijvingen", true, None), item("Vragen", false, Some(3))],
        path: "/bids/1".into(),
        crumbs: vec![crumb(Some("/bids"), "Mijn inschrijvingen"), crumb(None, "Perceel 6")],
        notice: Some(Notice { kind: NoticeKind::Warning, text: "Let op: <nog 1 dag>.".into() }),
        refresh: Some(20),
        demo: true,
        ..Page::default()
    }
}

fn facts(page: &Page) -> Value {
    let task = |name: &str, hint: &str, status: &str, href: Option<&str>| json!({"name": name, "hint": hint, "href": href, "status": status, "status_text": ""});
    let area = |number: u32, name: &str, x: u32, state: &str| {
        json!({"number": number, "name": name, "path": format!("M{x} 0h400v500h-400z"), "x": x + 200, "y": 250,
            "state": state, "href": format!("/lots/{number}"), "label": format!("Perceel {number}: {name}"), "text": state})
    };
    json!({
        "page": page,
        "closes": "2027-01-15T11:00:00Z",
        "answer": "In Elsbroek wonen 4.180 mensen.\n\nWij kennen het dorp goed.",
        "wordcount": 9,
        "errors": [
            {"field": "days", "text": "Vul een getal in van 1 tot en met 30."},
            {"field": "finished", "text": "Kies of dit onderdeel klaar is."},
        ],
        "groups": [
            {"title": "Uw coöperatie", "tasks": [
                task("Gegevens van uw coöperatie", "", "done", Some("/1")),
                task("Bewijsstukken", "Voeg nog 1 bestand toe", "action", Some("/2")),
                task("Wachttijd", "Telt voor 20 punten", "busy", Some("/3")),
                task("Samenwerken", "", "todo", Some("/4"))]},
            {"title": "Indienen", "tasks": [task("Dien uw inschrijving in", "", "closed", None)]},
        ],
        "moments": [
            {"at": "2026-11-02", "exact": false, "text": "Start van de inschrijving", "state": "past"},
            {"at": "2027-01-15T11:00:00Z", "exact": true, "text": "Uiterlijk indienen", "state": "current"},
            {"at": "2027-04-01", "exact": false, "text": "De hulp begint", "state": "future"},
        ],
        "ranking": {
            "columns": [{"name": "Kennis", "note": "30 punten", "part": 1}, {"name": "Prijs", "note": "15 punten", "part": 5}],
            "has_price": true, "total_note": "van 100", "width": 4,
            "rows": [
                {"place": 1, "first": true, "name": "De Nabuur", "note": "Inschrijving B",
                    "cells": [{"points": "25,0", "note": "cijfer 8"}, {"points": "13,6", "note": "€ 35,00"}],
                    "total": "38,6", "bar": [25.0, 13.6], "tie": "Gelijk totaal met: Zorgkring.", "reasons": []},
                {"place": null, "first": false, "name": "Zorgkring", "note": "", "cells": [], "total": null,
                    "bar": null, "tie": null, "reasons": ["De prijs is te hoog."]},
            ],
        },
        "budgets": [{"name": "Elsbroek", "cost": 52_962_000, "budget": 54_000_000},
            {"name": "De Haven", "cost": 64_000_000, "budget": 60_000_000}],
        "map": {"view_box": "-14 -14 1228 528", "river": "M0 300L1200 200", "areas": [
            area(1, "Binnenstad", 0, "fixed"), area(2, "Elsbroek", 400, "current"), area(3, "Nieuwland", 800, "waiting")]},
    })
}

fn all(html: &Html, selector: &str) -> Vec<(String, String)> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|e| (e.value().name().to_owned(), e.html())).collect()
}

fn attributes<'a>(html: &'a Html, name: &'a str) -> impl Iterator<Item = &'a str> {
    let every = html.tree.nodes().filter_map(ElementRef::wrap);
    every.filter_map(move |element| element.value().attr(name))
}

/// What makes a page hard to use or breaks the content policy; empty when all is well.
fn faults(source: &str) -> Vec<String> {
    let html = Html::parse_document(source);
    let mut faults = Vec::new();
    let h1 = all(&html, "h1").len();
    if h1 != 1 {
        faults.push(format!("{h1} main headings"));
    }
    let mut ids = HashSet::new();
    faults.extend(
        attributes(&html, "id").filter(|id| !ids.insert(*id)).map(|id| format!("id {id} twice")),
    );
    for name in ["for", "aria-describedby", "aria-labelledby"] {
        let targets = attributes(&html, name).flat_map(str::split_whitespace);
        faults
            .extend(targets.filter(|id| !ids.contains(id)).map(|id| format!("{name}: no id {id}")));
    }
    let mut level = 1;
    for (name, text) in all(&html, "h1, h2, h3, h4") {
        let this = name[1..].parse().unwrap();
        if this > level + 1 {
            faults.push(format!("heading skips a level: {text}"));
        }
        level = this;
    }
    let labelled: HashSet<_> = attributes(&html, "for").collect();
    let fields = Selector::parse("input:not([type=hidden]), textarea, select").unwrap();
    for field in html.select(&fields) {
        let inside =
            field.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "label");
        if !inside && !labelled.contains(field.value().id().unwrap_or_default()) {
            faults.push(format!("no label: {}", field.html()));
        }
    }
    for link in html.select(&Selector::parse("a, button").unwrap()) {
        if link.value().attr("aria-label").is_none()
            && link.text().all(|text| text.trim().is_empty())
        {
            faults.push(format!("no words: {}", link.html()));
        }
    }
    for element in html.tree.nodes().filter_map(ElementRef::wrap) {
        let inline =
            element.value().attrs().find(|(name, _)| *name == "style" || name.starts_with("on"));
        faults.extend(inline.map(|(name, _)| format!("inline {name}")));
    }
    faults
}

fn leave(renderer: &Renderer, name: &str, html: &str) {
    let Ok(dir) = std::env::var("BUURTBOD_SAMPLE_DIR") else { return };
    let dir = Path::new(&dir);
    std::fs::create_dir_all(dir.join("assets")).unwrap();
    for (path, asset) in renderer.assets.all() {
        let text = asset.bytes.to_vec();
        let text = match path.ends_with(".css") {
            true => String::from_utf8(text).unwrap().replace("/assets/", "").into_bytes(),
            false => text,
        };
        std::fs::write(dir.join("assets").join(path), text).unwrap();
    }
    std::fs::write(dir.join(name), html.replace("\"/assets/", "\"assets/")).unwrap();
}

#[test]
fn every_part_renders_without_faults_in_both_languages() {
    let renderer = renderer();
    for lang in Lang::ALL {
        for name in ["sample", "sample_session", "sample_review"] {
            let html = renderer.html(lang, &format!("{name}.html"), &facts(&page(lang))).unwrap();
            leave(&renderer, &format!("{name}-{lang}.html"), &html);
            assert_eq!(faults(&html), Vec::<String>::new(), "{name} in {lang}");
            assert!(html.contains("<title>") && !html.contains("<nog 1 dag>"));
        }
    }
}

#[test]
fn the_big_screen_shows_no_controls() {
    let renderer = renderer();
    let page = Page { projected: true, wide: true, fault: false, ..page(Lang::Nl) };
    let html = renderer.html(Lang::Nl, "sample_session.html", &facts(&page)).unwrap();
    leave(&renderer, "projected.html", &html);
    let parsed = Html::parse_document(&html);
    assert_eq!(all(&parsed, "form, button, .app-header, .app-footer, .app-menu"), vec![]);
    assert!(html.contains("nlds-theme theme-waldervoort projected"));
}

#[test]
fn a_page_without_municipality_or_person_wears_the_product() {
    let renderer = renderer();
    let page = Page { municipality: None, me: None, fault: false, notice: None, ..page(Lang::En) };
    let html = renderer.html(Lang::En, "errors/fault.html", &fault(&page)).unwrap();
    assert!(html.contains("theme-buurtbod"));
    assert!(html.contains("Go to the start"));
    assert!(html.contains("href=\"/sign-in\""));
    assert_eq!(faults(&html), Vec::<String>::new());
}

fn fault(page: &Page) -> Value {
    json!({"page": page, "sentence": "Reden.", "text": "Doe dit.", "reference": "A1B2"})
}

#[test]
fn the_page_of_an_error_is_sound() {
    let html = renderer().html(Lang::Nl, "errors/fault.html", &fault(&page(Lang::Nl))).unwrap();
    assert_eq!(faults(&html), Vec::<String>::new());
}

#[test]
fn mail_is_not_escaped_and_pages_are() {
    let renderer = renderer();
    let facts = json!({"sender": "Gemeente <Waldervoort> & co"});
    let mail = renderer.text(Lang::Nl, "mail/_footer.txt", &facts).unwrap();
    assert!(mail.contains("Gemeente <Waldervoort> & co"));
    let html =
        renderer.html(Lang::Nl, "sample.html", &super::sample::facts(&page(Lang::Nl))).unwrap();
    assert!(html.contains("Let op: &lt;nog 1 dag&gt;."));
    assert!(html.contains("De Nabuur &lt;b&gt;"));
}

/// Every `t(key="…")` with a fixed key, in all templates.
#[test]
fn templates_use_only_texts_that_exist() {
    let renderer = renderer();
    let mut missing = Vec::new();
    for (file, source) in sources() {
        for rest in source.split("t(key=\"").skip(1) {
            let (key, after) = rest.split_once('"').unwrap();
            let is_whole = !after.trim_start().starts_with('~');
            if is_whole && !renderer.texts.has(key) {
                missing.push(format!("{file}: {key}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
