//! What makes a page hard to use or breaks the content policy, seen from its HTML alone.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};

use crate::world::Page;

/// Empty when all is well.
pub fn faults(page: &Page) -> Vec<String> {
    let html = Html::parse_document(&page.body);
    let mut faults = [language(&html), headings(&html), targets(&html), fields(&html)].concat();
    faults.extend([words(&html), title(&html, page.status), inline(&html), tables(&html)].concat());
    faults
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn every(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    html.tree.nodes().filter_map(ElementRef::wrap)
}

fn attributes<'a>(html: &'a Html, name: &'a str) -> impl Iterator<Item = &'a str> {
    every(html).filter_map(move |element| element.value().attr(name))
}

fn text(element: &ElementRef) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn language(html: &Html) -> Vec<String> {
    let lang = html.root_element().value().attr("lang").unwrap_or_default();
    if ["nl", "en"].contains(&lang) { vec![] } else { vec![format!("language {lang:?}")] }
}

fn headings(html: &Html) -> Vec<String> {
    let mut faults = vec![];
    let main = select(html, "main").len();
    let first = select(html, "h1").len();
    if (main, first) != (1, 1) {
        faults.push(format!("{main} main parts and {first} main headings"));
    }
    let mut level = 1;
    for heading in select(html, "h1, h2, h3, h4, h5, h6") {
        let this = heading.value().name()[1..].parse().unwrap_or(1);
        if this > level + 1 {
            faults.push(format!("skips a level: {}", text(&heading)));
        }
        if text(&heading).is_empty() {
            faults.push("an empty heading".to_owned());
        }
        level = this;
    }
    faults
}

/// Ids are unique, and what points to an id finds it.
fn targets(html: &Html) -> Vec<String> {
    let mut ids = HashSet::new();
    let twice = attributes(html, "id").filter(|id| !ids.insert(*id));
    let mut faults: Vec<String> = twice.map(|id| format!("id {id} twice")).collect();
    for name in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        let wanted = attributes(html, name).flat_map(str::split_whitespace);
        faults
            .extend(wanted.filter(|id| !ids.contains(id)).map(|id| format!("{name}: no id {id}")));
    }
    let inside = attributes(html, "href").filter_map(|href| href.strip_prefix('#'));
    faults.extend(inside.filter(|id| !ids.contains(id)).map(|id| format!("link to no id {id}")));
    faults
}

fn fields(html: &Html) -> Vec<String> {
    let labelled: HashSet<_> = attributes(html, "for").collect();
    let mut faults = vec![];
    for field in select(html, "input:not([type=hidden]), textarea, select") {
        let inside =
            field.ancestors().filter_map(ElementRef::wrap).any(|e| e.value().name() == "label");
        let named = field.value().attr("aria-label").is_some();
        if !inside && !named && !labelled.contains(field.value().id().unwrap_or_default()) {
            faults.push(format!("no label: {}", field.html()));
        }
    }
    for group in select(html, "fieldset") {
        let first = group.children().filter_map(ElementRef::wrap).next();
        if first.is_none_or(|e| e.value().name() != "legend" || text(&e).is_empty()) {
            faults.push(format!("a group without a legend: {}", text(&group)));
        }
    }
    faults
}

/// Links and buttons have words, pictures an alternative, regions a name.
fn words(html: &Html) -> Vec<String> {
    let silent = |e: &ElementRef| e.value().attr("aria-label").is_none() && text(e).is_empty();
    let mut faults: Vec<String> = select(html, "a, button, label, summary")
        .iter()
        .filter(|e| silent(e))
        .map(|e| format!("no words: {}", e.html()))
        .collect();
    let blind = select(html, "img:not([alt])");
    faults.extend(blind.iter().map(|e| format!("no alternative: {}", e.html())));
    let unnamed = select(html, "nav:not([aria-label]):not([aria-labelledby])");
    faults.extend(unnamed.iter().map(|_| "a menu without a name".to_owned()));
    faults
}

/// A form that came back says so in the title and on top; no other page does. What a rule refuses
/// (409, 412) may say it in its own way.
fn title(html: &Html, status: u16) -> Vec<String> {
    let title = select(html, "title").iter().map(text).collect::<String>();
    let says = title.starts_with("Fout:") || title.starts_with("Error:");
    let summary = !select(html, "[data-error-heading]").is_empty();
    let wanted = status == 422;
    let mut faults = vec![];
    let refused = status == 409 || status == 412;
    if !refused && (says != wanted || summary != wanted) {
        faults.push(format!("status {status}, title {title:?}, summary {summary}"));
    }
    if title.split(['–', ':']).any(|part| part.trim().is_empty()) {
        faults.push(format!("title {title:?}"));
    }
    faults
}

fn inline(html: &Html) -> Vec<String> {
    let attribute = |e: ElementRef<'_>| {
        let own = e.value().attrs().find(|(name, _)| *name == "style" || name.starts_with("on"));
        own.map(|(name, _)| format!("inline {name}"))
    };
    let mut faults: Vec<String> = every(html).filter_map(attribute).collect();
    let code = select(html, "style, script:not([src])");
    faults.extend(code.iter().map(|e| format!("inline {}", e.value().name())));
    faults
}

/// A table of figures has heads; forms are posted to ourselves.
fn tables(html: &Html) -> Vec<String> {
    let mut faults = vec![];
    let head = Selector::parse("th").expect("a selector");
    for table in select(html, "table") {
        if table.select(&head).next().is_none() {
            faults.push(format!("a table without heads: {}", text(&table)));
        }
    }
    for form in select(html, "form[method=post]") {
        let token = Selector::parse("input[name=csrf]").expect("a selector");
        if form.select(&token).next().is_none() {
            faults.push(format!(
                "a form without its token: {}",
                form.value().attr("action").unwrap_or("?")
            ));
        }
    }
    faults
}
