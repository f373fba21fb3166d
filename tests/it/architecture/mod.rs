//! The house of `docs/architecture.md`, held up by a test: which layer may use which, and how
//! long a file, a handler and a template's patience may be.

mod rules;
mod source;

use insta::assert_snapshot;
use rules::{Arrows, complaints};
use source::{Named, Tree, names};
use std::path::Path;

const TABLE: &str = "\
| Layer | May use | Must not |
|---|---|---|
| `domain`, `config` | nothing of ours | |
| `store` | `domain` | |
| `web` | `domain`, `store` | |
| `main` | `config` | |
| `mail` | `domain` | |

| `app` | `domain` | not a row of the table |
";

#[test]
fn the_source_keeps_to_the_architecture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = Tree::read(root, &["src", "templates", "docs"]);
    let wrong = complaints(&tree);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    let page = include_str!("../../../docs/architecture.md");
    assert_eq!(Arrows::read(page).circle(), None);
    let planted = "| Layer | May use |\n|-|-|\n| `a` | `b` |\n| `b` | `c` |\n| `c` | `a` |";
    assert_eq!(Arrows::read(planted).circle(), Some("a"));
}

#[test]
fn a_planted_arrow_is_caught() {
    let tree = Tree::of([
        ("docs/architecture.md", TABLE),
        (
            "src/domain/bid.rs",
            "use serde::Serialize;\nuse crate::{domain::money::Cents, store::bids};",
        ),
        (
            "src/domain/lot.rs",
            "fn a() { crate::web::urls::bid(1) } // crate::store\nconst B: &str = \"crate::store::c\";",
        ),
        ("src/store/bids.rs", "use crate::domain::{bid::Bid, lot};\nuse super::super::web;"),
        ("src/config.rs", "use super::store;"),
        ("src/main.rs", "fn main() { buurtbod::config::read(); buurtbod::store::open(); }"),
        ("src/extra/mod.rs", ""),
    ]);
    assert_snapshot!(complaints(&tree).join("\n"), @"
    src/config.rs:1 uses `store`, and the table of docs/architecture.md does not let `config` do that.
    src/domain/bid.rs:2 uses `store`, and the table of docs/architecture.md does not let `domain` do that.
    src/domain/lot.rs:1 uses `web`, and the table of docs/architecture.md does not let `domain` do that.
    src/extra/mod.rs: the layer `extra` is not in the table of docs/architecture.md.
    src/main.rs:1 uses `store`, and the table of docs/architecture.md does not let `main` do that.
    src/store/bids.rs:2 uses `web`, and the table of docs/architecture.md does not let `store` do that.
    ");
}

#[test]
fn a_crate_away_from_home_is_caught() {
    let tree = Tree::of([
        ("docs/architecture.md", TABLE),
        ("src/domain/bid.rs", "use diesel::prelude::*;\nuse std::{fmt, fs};\nuse actix_web::web;"),
        ("src/store/bids.rs", "use diesel::prelude::*;\nuse std::fs;"),
        ("src/web/bids.rs", "fn a() { lettre::Message::builder() }\nuse tera::Tera;"),
    ]);
    assert_snapshot!(complaints(&tree).join("\n"), @"
    src/domain/bid.rs:1 uses the crate `diesel`; `domain` must do without.
    src/domain/bid.rs:2 uses `std::fs`; a rule of `domain` is pure.
    src/domain/bid.rs:3 uses the crate `actix_web`; `domain` must do without.
    src/web/bids.rs:1 uses the crate `lettre`; `web` must do without.
    src/web/bids.rs:2 uses the crate `tera`; `web` must do without.
    ");
}

#[test]
fn what_grew_too_long_is_caught() {
    let long = "// line\n".repeat(401);
    let tested = "// line\n".repeat(400) + "#[cfg(test)]\nmod tests {}\n";
    let body = "    // {\n    let a = '{';\n".repeat(12);
    let handlers = format!(
        "async fn short(a: A) -> Answer {{\n}}\nasync fn long(a: A)\n-> Answer {{\n{body}}}\nfn other() -> Page {{\n{body}{body}}}"
    );
    let tree = Tree::of([
        ("docs/architecture.md", TABLE),
        ("src/store/bids.rs", &long),
        ("src/store/lots.rs", &tested),
        ("src/store/schema.rs", &long),
        ("src/web/bids.rs", &handlers),
    ]);
    assert_snapshot!(complaints(&tree).join("\n"), @"
    src/store/bids.rs has 401 lines without its tests; 400 is the most.
    src/web/bids.rs:3 `long` has 27 lines; a handler has at most 25.
    ");
}

#[test]
fn a_template_that_reasons_is_caught() {
    let tree = Tree::of([
        ("docs/architecture.md", TABLE),
        ("src/web/bids.rs", "const PAGE: &str = \"bids/show.html\";"),
        ("src/mail/receipt.rs", "const PAGE: &str = \"receipt\";"),
        (
            "templates/bids/show.html",
            "{% if can_bid %}{% include \"bids/_form.html\" %}{% elif a == \"b\" %}x{% endif %}",
        ),
        (
            "templates/bids/_form.html",
            "<p class=\"a\" style=\"color:red\">{{ 1 < 2 }}</p><a on-hover=x onclick='x'>",
        ),
        (
            "templates/bids/old.html",
            "<script src=\"a.js\"></script><script>alert(1)</script><style>a{}</style>",
        ),
        ("templates/mail/receipt/body.txt", "{% if bids -%}{% endif %}{{ icon(name=\"lock\") }}"),
        ("templates/mail/old/body.txt", ""),
        ("templates/icons/lock.svg", "<svg/>"),
        ("templates/icons/key.svg", "<svg/>"),
        ("templates/parts/buttons.html", "{% component button(text) %}{% endcomponent button %}"),
        (
            "templates/parts/lists.html",
            "{% component list() %}{{<button text=\"a\"/>}}{% endcomponent %}",
        ),
        ("src/web/errors.rs", "fn a() { format!(\"errors/{status}.html\") }"),
        ("templates/errors/404.html", ""),
    ]);
    assert_snapshot!(complaints(&tree).join("\n"), @r#"
    templates/bids/_form.html has the attribute `style`; the content security policy blocks it.
    templates/bids/_form.html has the attribute `onclick`; the content security policy blocks it.
    templates/bids/old.html has an inline `<script>`; the content security policy blocks it.
    templates/bids/old.html has an inline `<style>`; the content security policy blocks it.
    templates/bids/old.html is named nowhere; use it or delete it.
    templates/bids/show.html compares in `a == "b"`; let the page struct answer the question.
    templates/icons/key.svg is named nowhere; use it or delete it.
    templates/mail/old/body.txt is named nowhere; use it or delete it.
    templates/parts/lists.html is named nowhere; use it or delete it.
    "#);
}

#[test]
fn paths_are_read_from_any_notation() {
    let found = names(
        "use a::{b::{self, C as D}, e::*};\nlet x: Vec<f::G> = <h::I>::new::<j::K>(l::m!());",
    );
    let shown: Vec<String> =
        found.iter().map(|Named { line, path }| format!("{line} {}", path.join("::"))).collect();
    assert_snapshot!(shown.join("\n"), @"
    1 a::b::self
    1 a::b::C
    1 a::e
    2 f::G
    2 h::I
    2 j::K
    ");
    assert_eq!(names("r#\"a::b\"#; b'\"'; 'x'; \"\\\"c::d\"; &'e /* f::g */; //! h::i"), []);
}
