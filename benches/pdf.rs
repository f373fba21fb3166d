//! How long a bid takes to become a file. `cargo bench --bench pdf`; the goal is a bid of 40 pages
//! under a second.

#![allow(clippy::print_stdout, reason = "a measuring tool prints what it measured")]
#![expect(clippy::unwrap_used, reason = "a measuring tool stops where its example is wrong")]

#[path = "../src/documents/paper/mod.rs"]
#[allow(dead_code, unused_imports, reason = "a library of its own, used in part")]
mod paper;

#[path = "../src/rendering/lang.rs"]
#[allow(dead_code, unused_imports, reason = "a library of its own, used in part")]
mod lang;

/// What papers need of the floor below theirs.
mod rendering {
    pub use crate::lang::Lang;
}

use divan::{Bencher, black_box_drop};
use paper::{Block, Cover, Fact, Paper, Part, Row, Table, Words};
use rendering::Lang;

/// The allocator of the program.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let whole = lopdf::Document::load_mem(&paper::pdf(&bid()).unwrap()).unwrap();
    println!("The bid has {} pages.", whole.get_pages().len());
    divan::main();
}

const TEXT: &str = "Wij werken in kleine teams die elke dag in dezelfde straat komen. Zo kennen wij \
    de mensen, en de mensen ons. Wie 's ochtends hulp nodig heeft, ziet om acht uur iemand die hij \
    kent. Dat scheelt reistijd, en het scheelt onrust.";

/// 23 sections with texts, facts and a table each: some 40 pages.
fn bid() -> Paper {
    let fact = |n: usize| Fact::new(format!("Vraag {n}"), TEXT);
    let row =
        |n: usize| Row { cells: vec![TEXT[..60].into(), format!("€ {n}.000,00")], total: false };
    let table = |n: usize| {
        let heads = vec!["Onderdeel".into(), "Per jaar".into()];
        let caption = format!("Kosten {n}");
        Block::Table(Table { caption, heads, rows: (1..12).map(row).collect(), figures: true })
    };
    let part = |n: usize| {
        let mut blocks = vec![];
        for question in 0..5 {
            blocks.push(Block::heading(format!("Vraag {n}.{question}")));
            blocks.push(Block::text(&[TEXT, TEXT].join("\n\n")));
        }
        blocks.push(Block::Facts { items: (1..6).map(fact).collect() });
        blocks.push(table(n));
        Part { title: format!("{n}. Onderdeel"), blocks }
    };
    Paper {
        lang: Lang::Nl,
        title: "Inschrijving".into(),
        author: "Zorgcoöperatie".into(),
        ident: "bench".into(),
        at: jiff::Timestamp::UNIX_EPOCH,
        mark: None,
        footer: vec!["BB-7K2M-X9QP".into(), paper::in_eights(&"9f86d081".repeat(8))],
        words: Words { page: "Pagina".into(), of: "van".into(), contents: Some("Inhoud".into()) },
        cover: Cover {
            above: "Gemeente".into(),
            title: "Inschrijving op perceel 6".into(),
            below: "Ronde".into(),
            facts: (1..4).map(fact).collect(),
            note: vec![TEXT.into()],
        },
        parts: (1..=23).map(part).collect(),
    }
}

#[divan::bench]
fn pdf(bencher: Bencher) {
    let bid = bid();
    bencher.bench_local(|| black_box_drop(paper::pdf(&bid).unwrap()));
}

#[divan::bench]
fn odt(bencher: Bencher) {
    let bid = bid();
    bencher.bench_local(|| black_box_drop(paper::odt(&bid).unwrap()));
}
