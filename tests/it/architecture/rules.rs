//! The rules of `docs/architecture.md` that a program can check, each answering with sentences.

use super::source::{Named, Tree, blank, handlers, names};
use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = "docs/architecture.md";
const FILE_LINES: usize = 400;
const HANDLER_LINES: usize = 25;

/// Crates that belong to some layers only.
const HOMES: [(&str, &[&str]); 11] = [
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("tera", &["rendering"]),
    ("fluent_templates", &["rendering"]),
    ("lettre", &["mail", "config"]),
    ("rust_xlsxwriter", &["documents"]),
    ("calamine", &["documents"]),
    ("reqwest", &["web", "documents"]),
    ("typst", &["documents"]),
    ("zip", &["documents"]),
    ("actix_web", &["web", "live", "app", "testing"]),
];

/// Parts of the standard library that a pure rule has no use for. Threads that end with the sum
/// they share (`std::thread::scope`) are no exception to that: nobody can tell they were there.
const IMPURE: [&str; 5] = ["fs", "net", "env", "process", "thread"];

/// Parts of pages choose between ways of drawing what they get, so they may compare.
const PARTS: &str = "templates/parts/";

/// Comparisons in templates that had to stay: file and condition.
const COMPARISONS: [(&str, &str); 0] = [];

/// Everything that is wrong, one sentence each.
pub fn complaints(tree: &Tree) -> Vec<String> {
    [arrows(tree), crates(tree), long_files(tree), long_handlers(tree), templates(tree)].concat()
}

/// Which layers a layer may use, as the table in the architecture page has it.
pub struct Arrows(pub BTreeMap<String, BTreeSet<String>>);

impl Arrows {
    pub fn read(page: &str) -> Arrows {
        let ticked = |cell: &str| -> BTreeSet<String> {
            cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        let rows = page
            .lines()
            .skip_while(|line| !line.starts_with("| Layer | May use |"))
            .skip(2)
            .take_while(|line| line.starts_with('|'));
        let mut arrows = BTreeMap::new();
        for row in rows {
            let cells: Vec<&str> = row.split('|').collect();
            for layer in ticked(cells[1]) {
                arrows.insert(layer, ticked(cells[2]));
            }
        }
        Arrows(arrows)
    }

    /// A layer that can be reached from itself.
    pub fn circle(&self) -> Option<&str> {
        self.0.keys().map(String::as_str).find(|layer| self.reaches(layer, layer, 0))
    }

    fn reaches(&self, from: &str, to: &str, steps: usize) -> bool {
        let next = self.0.get(from).into_iter().flatten();
        steps <= self.0.len() && next.into_iter().any(|n| n == to || self.reaches(n, to, steps + 1))
    }
}

fn arrows(tree: &Tree) -> Vec<String> {
    let page = tree.0.get(TABLE).map(String::as_str).unwrap_or_default();
    let Arrows(allowed) = Arrows::read(page);
    let mut wrong = Vec::new();
    for (file, text) in tree.files("src/", ".rs").filter(|(file, _)| *file != "src/lib.rs") {
        let layer = layer(file);
        let Some(may_use) = allowed.get(layer) else {
            wrong.push(format!("{file}: the layer `{layer}` is not in the table of {TABLE}."));
            continue;
        };
        for Named { line, path } in names(text) {
            let Some(used) = layer_of(file, &path) else { continue };
            if used == layer || may_use.contains(used) {
                continue;
            }
            wrong.push(format!(
                "{file}:{line} uses `{used}`, and the table of {TABLE} does not let `{layer}` do that."
            ));
        }
    }
    wrong
}

fn layer(file: &str) -> &str {
    let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap_or(inside)
}

/// The layer that a path leads to, if it leads to one of ours.
fn layer_of<'a>(file: &str, path: &'a [String]) -> Option<&'a str> {
    let up = path.iter().take_while(|step| *step == "super").count();
    let depth = file.trim_end_matches("/mod.rs").matches('/').count();
    match path[up..].iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["crate" | "buurtbod", used, ..] => Some(used),
        [used, ..] if up > 0 && up >= depth && used != "*" => Some(used),
        _ => None,
    }
}

fn crates(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in tree.files("src/", ".rs") {
        let layer = layer(file);
        for Named { line, path } in names(text) {
            let home = HOMES.iter().find(|(name, _)| *name == path[0]);
            if let Some((name, _)) = home.filter(|(_, layers)| !layers.contains(&layer)) {
                wrong.push(format!(
                    "{file}:{line} uses the crate `{name}`; `{layer}` must do without."
                ));
            }
            let outside = path.get(1).filter(|part| path[0] == "std" && IMPURE.contains(&&***part));
            let outside = outside.filter(|_| path[1..] != ["thread", "scope"]);
            if let Some(part) = outside.filter(|_| layer == "domain") {
                wrong
                    .push(format!("{file}:{line} uses `std::{part}`; a rule of `domain` is pure."));
            }
        }
    }
    wrong
}

fn long_files(tree: &Tree) -> Vec<String> {
    let long = tree.files("src/", ".rs").filter(|(file, _)| *file != "src/store/schema.rs");
    long.filter_map(|(file, text)| {
        let lines = text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        let say =
            || format!("{file} has {lines} lines without its tests; {FILE_LINES} is the most.");
        (lines > FILE_LINES).then(say)
    })
    .collect()
}

fn long_handlers(tree: &Tree) -> Vec<String> {
    let all = tree
        .files("src/web/", ".rs")
        .flat_map(|(file, text)| handlers(text).into_iter().map(move |handler| (file, handler)));
    all.filter(|(_, handler)| handler.lines > HANDLER_LINES)
        .map(|(file, h)| {
            let (line, name, lines) = (h.line, h.name, h.lines);
            format!(
                "{file}:{line} `{name}` has {lines} lines; a handler has at most {HANDLER_LINES}."
            )
        })
        .collect()
}

fn templates(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (file, text) in tree.files("templates/", "") {
        let draws = file.starts_with(PARTS);
        for condition in conditions(text).filter(|_| !draws) {
            let compares = blank(&condition).contains(['=', '<', '>', '!']);
            if compares && !COMPARISONS.contains(&(file, condition.as_str())) {
                wrong.push(format!(
                    "{file} compares in `{condition}`; let the page struct answer the question."
                ));
            }
        }
        if file.ends_with(".html") {
            wrong.extend(
                inline_code(text).map(|what| {
                    format!("{file} has {what}; the content security policy blocks it.")
                }),
            );
        }
        if !is_named(tree, file) {
            wrong.push(format!("{file} is named nowhere; use it or delete it."));
        }
    }
    wrong
}

/// The conditions of `{% if %}` and `{% elif %}`.
fn conditions(text: &str) -> impl Iterator<Item = String> {
    text.split("{%").skip(1).filter_map(|block| {
        let inside = block.split("%}").next()?.trim_matches(['-', ' ', '\n']);
        let condition = inside.strip_prefix("if ").or_else(|| inside.strip_prefix("elif "))?;
        Some(condition.trim().to_owned())
    })
}

/// Script and style that stand in the page itself.
fn inline_code(text: &str) -> impl Iterator<Item = String> {
    let plain = without_blocks(text).to_lowercase();
    let mut found = Vec::new();
    for (at, _) in plain.match_indices('<') {
        let tag = plain[at + 1..].split('>').next().unwrap_or_default();
        let mut words = tag.split([' ', '\n', '\t']);
        let element = words.next().unwrap_or_default();
        for name in words.filter_map(|word| word.split_once('=')).map(|(name, _)| name) {
            let event = name.len() > 2 && name.starts_with("on") && !name.contains('-');
            if name == "style" || event {
                found.push(format!("the attribute `{name}`"));
            }
        }
        let filled =
            plain[at..].split_once('>').is_some_and(|(_, rest)| !rest.starts_with("</script"));
        if element == "style" || (element == "script" && (!tag.contains(" src=") || filled)) {
            found.push(format!("an inline `<{element}>`"));
        }
    }
    found.into_iter()
}

/// The text without what the template engine fills in.
fn without_blocks(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) =
        rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min()
    {
        let end = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once(end).map_or("", |(_, after)| after);
    }
    out + rest
}

/// A file is named by its path from `templates/`, in the source or in another template. Other ways:
/// a mail by its folder, an icon by its name, a part by one of its components, and any file by a
/// path that is put together, such as `errors/{status}.html`.
fn is_named(tree: &Tree, file: &str) -> bool {
    let path = file.trim_start_matches("templates/");
    let (folder, last) = path.rsplit_once('/').unwrap_or(("", path));
    let mut wanted = vec![path.to_owned(), format!("\"{folder}/{{")];
    match folder.split_once('/').unwrap_or((folder, "")) {
        ("mail", name) if !name.is_empty() => wanted.push(format!("\"{name}\"")),
        ("icons", _) => wanted.push(format!("\"{}\"", last.trim_end_matches(".svg"))),
        ("parts", _) => wanted.extend(components(&tree.0[file])),
        _ => {}
    }
    let mut others = tree.0.iter().filter(|(other, _)| *other != file && !other.ends_with(".md"));
    others.any(|(_, text)| wanted.iter().any(|name| text.contains(name)))
}

/// How the components that a file defines are called: `<name `.
fn components(text: &str) -> impl Iterator<Item = String> {
    text.split("{% component ").skip(1).filter_map(|rest| {
        let name = rest.split(['(', ' ']).next()?;
        Some(format!("<{name} "))
    })
}
