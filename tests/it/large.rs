//! The large round for measuring is a round like any other, only larger.

use std::collections::BTreeMap;

use crate::databases::{Kind, on_both};
use crate::world::{Person, World, id_of};

#[test]
fn a_large_round_says_where_to_look() {
    on_both(|kind| {
        let world = World::demo(kind);
        let large = world.house.load_large(7, 5);
        let text = |key: &str| large[key].as_str().expect("a text").to_owned();
        let list = world.person(&text("process_lead")).get(&text("bid_list")).is(200);
        let rows = list.texts_of("tbody tr");
        assert_eq!(rows.len(), 7, "{list:?}");
        // Four assessors, five questions.
        assert!(
            rows.iter().all(|row| row.contains("Toegelaten") && row.contains("20")),
            "{rows:?}"
        );
        let page = world.person(&text("assessor")).get(&text("score_page")).is(200);
        assert!(page.main_text().contains("Het plan noemt eigen cijfers"), "{page:?}");
        let bids = world.person(&text("writer")).get("/bids").is(200);
        let links = bids.addresses().into_iter().filter(|a| a.starts_with("/bids/"));
        let first = links.collect::<Vec<_>>().swap_remove(0);
        let section = format!("{first}/sections/way_of_working");
        world.person(&text("writer")).get(&section).is(200);
        assert_eq!(world.house.load_large(7, 5), large, "made once");
        world.house.verify_journal().expect("the chain holds");
    });
}

/// Pages of the process lead that grow with the round.
const LISTS: [&str; 7] =
    ["bids", "progress", "admissibility", "assignments", "conflicts", "opening", "decision"];

/// Statements that each page sends, by page, in a round of so many bids.
fn statements(kind: Kind, bids: u32) -> BTreeMap<String, usize> {
    let world = World::demo(kind);
    let large = world.house.load_large(bids, 1);
    let text = |key: &str| large[key].as_str().expect("a text").to_owned();
    let round = id_of("round", "large");
    let mut lead = world.person(&text("process_lead"));
    let mut assessor = world.person(&text("assessor"));
    let mut visitor = world.visitor();
    let mut sent = BTreeMap::new();
    let mut count = |name: &str, person: &mut Person, address: &str| {
        // The first time people are seen, it is written down.
        person.get(address).is(200);
        let before = world.house.statements();
        person.get(address).is(200);
        sent.insert(name.to_owned(), world.house.statements() - before);
    };
    for page in LISTS {
        count(page, &mut lead, &format!("/manage/rounds/{round}/{page}"));
    }
    count("file", &mut lead, &format!("/manage/rounds/{round}"));
    count("journal", &mut lead, &format!("/manage/rounds/{round}/journal"));
    count("desk", &mut assessor, "/review");
    count("score", &mut assessor, &text("score_page"));
    count("round", &mut visitor, &format!("/rounds/{round}"));
    count("start", &mut visitor, "/");
    sent
}

#[test]
fn a_longer_list_does_not_ask_the_database_more_often() {
    on_both(|kind| assert_eq!(statements(kind, 3), statements(kind, 300)));
}

/// Statements that the pages of a bid send, by page.
fn bid_statements(world: &World, person: &mut Person, bid: &str) -> BTreeMap<String, usize> {
    let pages = ["", "/check", "/sections/way_of_working", "/sections/price", "/todos"];
    let field = "/fields/way_of_working.week";
    let texts = ["/versions", "/comments"].map(|page| format!("{field}{page}"));
    let all = pages.into_iter().map(str::to_owned).chain(texts);
    all.map(|page| {
        let address = format!("{bid}{page}");
        // The first time people are seen, it is written down.
        person.get(&address).is(200);
        let before = world.house.statements();
        person.get(&address).is(200);
        (page, world.house.statements() - before)
    })
    .collect()
}

#[test]
fn a_full_bid_does_not_ask_the_database_more_often_than_an_empty_one() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        let full = format!("/bids/{}", id_of("bid", "full-1-dijkgenoten"));
        let lot = format!("/lots/{}", id_of("lot", "full-2"));
        hanneke.get(&lot).is(200);
        let empty = hanneke.post(&format!("{lot}/bids"), &[("chosen", "yes")]).redirects();
        let with_nothing = bid_statements(&world, &mut hanneke, &empty);
        // Fifty versions of one text.
        let section = hanneke.get(&format!("{full}/sections/way_of_working")).is(200);
        let seen = section.attribute("[name='way_of_working.week']", "data-version");
        let first: i32 = seen.parse().expect("a version");
        for number in 0..50 {
            let text = format!("Versie {number} van een gewone week.");
            let save = ("way_of_working.week", text.as_str());
            hanneke.types(&full, save, &(first + number).to_string()).is(204);
        }
        assert_eq!(bid_statements(&world, &mut hanneke, &full), with_nothing);
    });
}

/// One lead, many lots and people: what is proposed and what is lacking costs no more statements.
#[test]
fn more_assessors_do_not_ask_the_database_more_often() {
    let sent = |assessors: u32| {
        let world = World::demo(Kind::Sqlite);
        let large = world.house.load_large(2, assessors);
        let mut lead = world.person(large["process_lead"].as_str().expect("a text"));
        let round = id_of("round", "large");
        let pages = ["progress", "assignments", "assignments/items", "assignments/items?way=lot"];
        pages.map(|page| {
            let address = format!("/manage/rounds/{round}/{page}");
            lead.get(&address).is(200);
            let before = world.house.statements();
            lead.get(&address).is(200);
            world.house.statements() - before
        })
    };
    assert_eq!(sent(2), sent(9));
}
