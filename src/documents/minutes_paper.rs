//! The minutes of a table as a paper: who sat there, what was settled on each bid and why.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::draw_record::Told;
use super::exports::Words;
use super::paper::{Block, Cover, Fact, Paper, Part, Words as PaperWords};
use super::score_words::ScoreWords;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::rounds::definition::Criterion;
use crate::domain::rounds::{Lot, Round};
use crate::domain::tables::{FirstGrade, Item, Outside, Presence, Remark, Seat, Table};

/// What the minutes are made of.
pub struct MinutesFacts<'a> {
    pub municipality: &'a str,
    pub round: &'a Round,
    pub lot: &'a Lot,
    pub table: &'a Table,
    /// Letters of the bids, and names of everybody with a seat.
    pub codes: &'a BTreeMap<BidId, String>,
    pub names: &'a BTreeMap<PersonId, String>,
    pub first: &'a [FirstGrade],
    /// Who turned a key for the price, and when.
    pub keys: &'a [(String, Timestamp)],
    pub remarks: &'a [Remark],
    /// What there is to tell of a draw.
    pub draw: &'a [Told],
}

pub fn minutes_paper(words: Words<'_>, facts: &MinutesFacts<'_>) -> Paper {
    let scribe = Scribe { words, facts };
    let municipality = scribe.say_with("municipality-of", facts.municipality);
    let title = scribe.say("minutes-title");
    let label = facts.lot.label();
    let mut parts = vec![scribe.meeting()];
    parts.extend(facts.round.definition.criteria.iter().map(|one| scribe.question(one)));
    parts.extend(scribe.draw());
    parts.extend(scribe.remarks());
    Paper {
        lang: words.lang,
        title: format!("{title}: {label}"),
        author: municipality.clone(),
        ident: format!("minutes {} {}", facts.table.id, facts.table.version),
        at: words.at,
        mark: None,
        footer: vec![words.round.to_owned(), label.clone()],
        words: PaperWords {
            page: scribe.say("paper-page"),
            of: scribe.say("paper-of"),
            contents: Some(scribe.say("paper-contents")),
        },
        cover: Cover {
            above: municipality,
            title,
            below: label,
            facts: scribe.moments(),
            note: vec![words.round.to_owned()],
        },
        parts,
    }
}

struct Scribe<'a> {
    words: Words<'a>,
    facts: &'a MinutesFacts<'a>,
}

impl Scribe<'_> {
    fn say(&self, key: &str) -> String {
        self.words.renderer.translate(self.words.lang, key, &[])
    }

    fn say_with(&self, key: &str, name: &str) -> String {
        self.words.renderer.translate(self.words.lang, key, &[("name", name.into())])
    }

    fn moment(&self, at: Timestamp) -> String {
        self.words.renderer.exact_moment(self.words.lang, at)
    }

    fn name(&self, person: PersonId) -> &str {
        self.facts.names.get(&person).map(String::as_str).unwrap_or_default()
    }

    fn moments(&self) -> Vec<Fact> {
        let keys =
            ["moment-opened", "moment-fixed", "moment-signed", "moment-price", "moment-closed"];
        let fact = |(key, at): (&str, Option<Timestamp>)| {
            Some(Fact::new(self.say(key), &self.moment(at?)))
        };
        keys.into_iter().zip(self.facts.table.phase.moments()).filter_map(fact).collect()
    }

    fn meeting(&self) -> Part {
        let mut seats: Vec<&Seat> = self.facts.table.seats.iter().collect();
        seats.sort_by_key(|seat| (seat.role, self.name(seat.person)));
        let people = seats.into_iter().map(|seat| self.seat(seat)).collect();
        let mut blocks = vec![Block::Facts { items: people }];
        let turns: Vec<String> = self
            .facts
            .keys
            .iter()
            .map(|(name, at)| format!("{name}: {}", self.moment(*at)))
            .collect();
        if !turns.is_empty() {
            blocks.push(Block::heading(self.say("complete-keys")));
            blocks.push(Block::List { items: turns });
        }
        Part { title: self.say("complete-present"), blocks }
    }

    fn seat(&self, seat: &Seat) -> Fact {
        let said = |key: &str, args: &[(&str, String)]| {
            let args: Vec<_> =
                args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
            self.words.renderer.translate(self.words.lang, key, &args)
        };
        let presence = match seat.presence {
            Presence::Absent => said("presence-absent", &[]),
            Presence::Present { since } => said("presence-since", &[("since", self.moment(since))]),
            Presence::Left { since, at } => {
                let args = [("since", self.moment(since)), ("at", self.moment(at))];
                said("presence-left", &args)
            }
        };
        let signed = seat.signed_at.map(|at| said("complete-signed", &[("when", self.moment(at))]));
        let role = self.say(&format!("role-{}", seat.role.as_str()));
        let text = [Some(role), Some(presence), signed].into_iter().flatten().collect();
        Fact { term: self.name(seat.person).to_owned(), text }
    }

    /// The draw of lots, where one was planned.
    fn draw(&self) -> Option<Part> {
        let told = self.facts.draw.iter();
        let blocks: Vec<Block> = told
            .flat_map(|one| {
                let items = one.facts.clone();
                [Block::heading(one.title.clone()), Block::Facts { items }]
            })
            .collect();
        (!blocks.is_empty()).then(|| Part { title: self.say("draw-title"), blocks })
    }

    /// What chair or secretary added, and the hash of what was signed; nothing where there is none.
    fn remarks(&self) -> Vec<Part> {
        let fact = |one: &Remark| Fact {
            term: format!("{}, {}", one.by, self.moment(one.at)),
            text: vec![one.text.clone()],
        };
        let mut items: Vec<Fact> = self.facts.remarks.iter().map(fact).collect();
        if let Some(hash) = self.facts.table.record_hash() {
            items.push(Fact { term: self.say("minutes-record"), text: vec![hash] });
        }
        let part =
            Part { title: self.say("minutes-remarks"), blocks: vec![Block::Facts { items }] };
        let empty = self.facts.remarks.is_empty() && self.facts.table.record_hash().is_none();
        if empty { vec![] } else { vec![part] }
    }

    fn question(&self, criterion: &Criterion) -> Part {
        let of = |item: &&Item| item.key.criterion == criterion.code;
        let mut items: Vec<&Item> = self.facts.table.items.iter().filter(of).collect();
        items.sort_by_key(|item| (self.letter(item).len(), self.letter(item).to_owned()));
        let told = items.into_iter().map(|item| self.item(item)).collect();
        Part { title: criterion.name.clone(), blocks: vec![Block::Facts { items: told }] }
    }

    fn letter(&self, item: &Item) -> &str {
        self.facts.codes.get(&item.key.bid).map(String::as_str).unwrap_or_default()
    }

    fn item(&self, item: &Item) -> Fact {
        let Words { renderer, lang, .. } = self.words;
        let scores = ScoreWords::new(renderer, lang, &self.facts.round.definition);
        let args = [("bid", self.letter(item).into())];
        let term = renderer.translate(lang, "bid-word", &args);
        // What nobody was shown stays with who wrote it.
        let shown = self
            .facts
            .first
            .iter()
            .filter(|one| item.revealed_at().is_some() && one.item == item.key);
        let alone: Vec<String> = shown.map(|one| scores.number(&one.grade)).collect();
        let mut text = vec![];
        if !alone.is_empty() {
            let args = [("grades", alone.join(", ").into())];
            text.push(renderer.translate(lang, "complete-alone", &args));
        }
        match item.consensus() {
            None => text.push(self.say("complete-not-settled")),
            Some(settled) => {
                let args = [
                    ("grade", scores.number(&settled.grade).into()),
                    ("when", self.moment(settled.at).into()),
                    ("by", self.name(settled.by).into()),
                ];
                text.push(renderer.translate(lang, "complete-settled", &args));
                text.push(settled.reason.clone());
                if let Outside::Because(why) = &settled.outside {
                    text.push(renderer.translate(
                        lang,
                        "complete-outside",
                        &[("why", why.as_str().into())],
                    ));
                }
                text.extend(scores.talk(item));
            }
        }
        Fact { term, text }
    }
}
