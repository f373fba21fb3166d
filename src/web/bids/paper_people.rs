//! On paper, after the sections: the own area, the vote of the members, the support of residents and
//! the partners, each as it is handed in.

use super::area_view;
use super::parties::phrases;
use super::support_page::support_facts;
use super::vote_words::outcome_facts;
use crate::documents::paper::{Block, Fact, Part, Row, Table, paragraphs};
use crate::domain::bids::Content;
use crate::domain::bids::own_area::Taken;
use crate::domain::bids::parties::handed_in::{HandedCell, HandedPart, HandedParties};
use crate::domain::bids::parties::statement::{Reading, Topic};
use crate::web::public::views::Reader;

/// Only what there is.
pub fn parts(r: Reader<'_>, content: &Content) -> Vec<Part> {
    let area = content.area.as_ref().map(|taken| area(r, taken));
    let mandate = content.mandate.as_ref().map(|mandate| {
        let facts = outcome_facts(r, mandate).into_iter();
        let items = facts.map(|fact| line(fact.term, &fact.text)).collect();
        Part { title: r.say("content-members_mandate"), blocks: vec![Block::Facts { items }] }
    });
    let support = content.support.as_ref().map(|support| {
        let facts = support_facts(r, support).into_iter();
        let items = facts.map(|fact| line(fact.term, &fact.text)).collect();
        let said: Vec<String> = support.sentences.iter().map(|one| one.text.clone()).collect();
        let mut blocks = vec![Block::Facts { items }];
        if !said.is_empty() {
            blocks.push(Block::Heading { text: r.say("content-support-sentences") });
            blocks.push(Block::List { items: said });
        }
        Part { title: r.say("content-support"), blocks }
    });
    let joint = content.joint.as_ref().map(|joint| parties(r, joint));
    [area, mandate, support, joint].into_iter().flatten().collect()
}

fn line(term: String, text: &str) -> Fact {
    Fact { term, text: paragraphs(text) }
}

fn area(r: Reader<'_>, taken: &Taken) -> Part {
    let view = area_view::table(r, taken);
    let row = |row: super::cost_tables::RowView| Row {
        cells: std::iter::once(row.head).chain(row.cells).collect(),
        total: row.total,
    };
    let rows = view.rows.into_iter().map(row).collect();
    let table = Table { caption: view.caption, heads: view.heads, rows, figures: true };
    let mut blocks = vec![Block::text(&area_view::picked(r, taken)), Block::Table(table)];
    if !view.notes.is_empty() {
        blocks.push(Block::List { items: view.notes });
    }
    Part { title: r.say("area-title"), blocks }
}

fn parties(r: Reader<'_>, joint: &HandedParties) -> Part {
    let cell = |cell: &HandedCell| {
        let term = format!("{}: {}", cell.area_name, phrases::service(r, &cell.service));
        line(term, &hands(r, joint, &cell.hands))
    };
    let mut blocks = vec![Block::Facts { items: joint.work.iter().map(cell).collect() }];
    blocks.extend(joint.parties.iter().flat_map(|part| party(r, part)));
    Part { title: r.say("parties-title"), blocks }
}

fn hands(r: Reader<'_>, joint: &HandedParties, letters: &[String]) -> String {
    let name = |letter: &String| {
        let part = joint.parties.iter().find(|part| part.letter == *letter);
        part.map_or_else(|| r.say("admission-party-lead"), |part| part.name.clone())
    };
    letters.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn party(r: Reader<'_>, part: &HandedPart) -> Vec<Block> {
    let when = r.renderer.exact_moment(r.lang, part.signed_at);
    let args = [("name", part.signed_by.as_str().into()), ("when", when.into())];
    let signed = r.renderer.translate(r.lang, "admission-party-signed", &args);
    let role = r.say(&format!("party-role-{}", part.role.as_str()));
    let mut blocks =
        vec![Block::Heading { text: part.name.clone() }, Block::text(&format!("{role}. {signed}"))];
    let topic = |topic: &Topic| {
        let term = r.say(&format!("party-field-{}", topic.as_str()));
        Some(line(term, part.texts.get(topic.as_str())?))
    };
    match part.reading {
        Reading::Private => blocks.push(Block::text(&r.say("admission-party-private"))),
        Reading::Shared => {
            blocks.push(Block::Facts { items: Topic::ALL.iter().filter_map(topic).collect() });
        }
    }
    blocks
}
