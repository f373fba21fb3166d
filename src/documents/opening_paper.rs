//! The record of an opening as a paper: who opened when, and what had come in. Nothing of what the bids
//! say.

use jiff::Timestamp;

use super::paper::{Block, Cover, Fact, Paper, Part, Row, Table, Words, in_eights};
use crate::rendering::{Arg, Lang, Renderer};

/// What the record tells.
pub struct OpeningFacts<'a> {
    pub municipality: &'a str,
    pub round: &'a str,
    pub opened_at: Timestamp,
    pub closed_at: Timestamp,
    /// Who turned a key, and when.
    pub keys: Vec<(String, Timestamp)>,
    pub lots: Vec<OpenedLot>,
    /// Lot, cooperative and moment of who came too late.
    pub late: Vec<(String, String, Timestamp)>,
}

pub struct OpenedLot {
    pub label: String,
    /// In the order in which they came in.
    pub bids: Vec<OpenedBid>,
}

pub struct OpenedBid {
    /// None: it was taken back.
    pub code: Option<String>,
    pub cooperative: String,
    pub number: String,
    pub hash: String,
    pub received_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

#[derive(Clone, Copy)]
struct Teller<'a> {
    renderer: &'a Renderer,
    lang: Lang,
}

impl Teller<'_> {
    fn word(&self, key: &str) -> String {
        self.renderer.translate(self.lang, key, &[])
    }

    fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }

    fn moment(&self, at: Timestamp) -> String {
        self.renderer.exact_moment(self.lang, at)
    }
}

pub fn opening_paper(renderer: &Renderer, lang: Lang, facts: &OpeningFacts<'_>) -> Paper {
    let t = Teller { renderer, lang };
    let municipality = t.with("municipality-of", &[("name", facts.municipality.into())]);
    let mut told = vec![
        Fact::new(t.word("opening-opened"), &t.moment(facts.opened_at)),
        Fact::new(t.word("opening-closed-at"), &t.moment(facts.closed_at)),
    ];
    for (name, at) in &facts.keys {
        told.push(Fact::new(
            t.with("opening-paper-key", &[("name", name.as_str().into())]),
            &t.moment(*at),
        ));
    }
    let mut parts: Vec<Part> = facts.lots.iter().map(|lot| of_lot(t, lot)).collect();
    if !facts.late.is_empty() {
        parts.push(Part { title: t.word("opening-late"), blocks: late(t, &facts.late) });
    }
    Paper {
        lang,
        title: format!("{}: {}", t.word("opening-record-title"), facts.round),
        author: municipality.clone(),
        ident: format!("opening {} {}", facts.round, facts.opened_at),
        at: facts.opened_at,
        mark: None,
        footer: vec![facts.round.to_owned()],
        words: Words { page: t.word("paper-page"), of: t.word("paper-of"), contents: None },
        cover: Cover {
            above: municipality,
            title: t.word("opening-record-title"),
            below: facts.round.to_owned(),
            facts: told,
            note: vec![],
        },
        parts,
    }
}

fn of_lot(t: Teller<'_>, lot: &OpenedLot) -> Part {
    let title = lot.label.clone();
    if lot.bids.is_empty() {
        let text = vec![t.word("opening-none")];
        return Part { title, blocks: vec![Block::Text { text }] };
    }
    let heads = ["opening-code", "opening-bidder", "opening-received", "opening-receipt"];
    let row = |bid: &OpenedBid| {
        let code = bid.code.clone().unwrap_or_else(|| t.word("opening-no-code"));
        let received = match bid.withdrawn_at {
            Some(at) => format!(
                "{}. {} {}",
                t.moment(bid.received_at),
                t.word("opening-withdrawn"),
                t.moment(at)
            ),
            None => t.moment(bid.received_at),
        };
        Row {
            cells: vec![code, bid.cooperative.clone(), received, bid.number.clone()],
            total: false,
        }
    };
    let table = Table {
        caption: title.clone(),
        heads: heads.map(|key| t.word(key)).to_vec(),
        rows: lot.bids.iter().map(row).collect(),
        figures: false,
    };
    let mut blocks = vec![Block::Table(table), Block::heading(t.word("opening-hashes"))];
    for bid in &lot.bids {
        blocks.push(Block::Text { text: vec![bid.number.clone()] });
        blocks.push(Block::Code { text: in_eights(&bid.hash) });
    }
    Part { title, blocks }
}

fn late(t: Teller<'_>, late: &[(String, String, Timestamp)]) -> Vec<Block> {
    let line = |(lot, cooperative, at): &(String, String, Timestamp)| {
        format!("{cooperative}, {lot}: {}", t.moment(*at))
    };
    vec![
        Block::Text { text: vec![t.word("opening-late-text")] },
        Block::List { items: late.iter().map(line).collect() },
    ]
}
