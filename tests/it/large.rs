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
const LISTS: [&str; 18] = [
    "bids",
    "bids?page=2",
    "progress",
    "admissibility",
    "admissibility?page=2",
    "refusals",
    "assignments",
    "conflicts",
    "opening",
    "opening?page=2",
    "tables",
    "decision",
    "decision/publication",
    "letters",
    "exports",
    "exports/bids.csv",
    "exports/progress.xlsx",
    "exports/questions.csv",
];

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
    on_both(|kind| assert_eq!(statements(kind, 3), statements(kind, 301)));
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

#[test]
fn a_list_that_is_longer_than_a_page_goes_on_on_the_next() {
    on_both(|kind| {
        let world = World::demo(kind);
        let large = world.house.load_large(301, 1);
        let list = large["bid_list"].as_str().expect("an address");
        let mut lead = world.person(large["process_lead"].as_str().expect("an address"));
        let first = lead.get(list).is(200);
        assert_eq!(first.texts_of("tbody tr").len(), 300);
        assert!(first.main_text().contains("301"), "all of them are counted");
        let next = first.attribute(".app-pages a[rel=next]", "href");
        let second = lead.get(&next).is(200);
        assert_eq!(second.texts_of("tbody tr").len(), 1);
        assert_eq!(second.attribute(".app-pages a[rel=prev]", "href"), format!("{list}?page=1"));
        lead.get(&format!("{list}?page=99")).is(200);
        lead.get(&format!("{list}?page=x")).is(400);
    });
}

/// Lines of a long list, page by page: `what` stands once on each.
fn lines_of_pages(lead: &mut Person, list: &str, what: &str) -> Vec<usize> {
    let mut counts = vec![];
    let mut page = lead.get(list).is(200);
    loop {
        counts.push(page.texts_of(what).len());
        let next = ".app-pages a[rel=next]";
        if page.texts_of(next).is_empty() {
            return counts;
        }
        page = lead.get(&page.attribute(next, "href")).is(200);
    }
}

#[test]
fn long_lists_of_the_review_go_on_on_the_next_page() {
    on_both(|kind| {
        let world = World::demo(kind);
        let large = world.house.load_large(230, 1);
        let mut lead = world.person(large["process_lead"].as_str().expect("an address"));
        let round = format!("/manage/rounds/{}", id_of("round", "large"));
        let mut pages =
            |list: &str, what| lines_of_pages(&mut lead, &format!("{round}/{list}"), what);
        assert_eq!(pages("admissibility", ".app-task"), [100, 100, 30]);
        assert_eq!(pages("opening", "tbody tr"), [100, 100, 30]);
        for list in ["admissibility", "opening", "refusals", "conflicts", "letters"] {
            lead.get(&format!("{round}/{list}?page=99")).is(200);
            lead.get(&format!("{round}/{list}?page=x")).is(400);
        }
    });
}

#[test]
fn a_round_of_twelve_lots_has_what_rounds_have() {
    on_both(|kind| {
        let world = World::demo(kind);
        let large = world.house.load_round_of(12, 36, 3);
        let address = |key: &str| large[key].as_str().expect("an address").to_owned();
        let mut lead = world.person(&address("process_lead"));
        let list = lead.get(&address("bid_list")).is(200);
        let rows = list.texts_of("tbody tr");
        assert_eq!(rows.len(), 36, "three bidders on twelve lots");
        assert_eq!(
            rows.iter().filter(|row| row.contains("Niet toegelaten")).count(),
            1,
            "{rows:?}"
        );
        let board = lead.get(&address("board")).is(200);
        assert_eq!(board.texts_of("h2").len(), 12);
        assert_eq!(board.texts_of("tbody tr").len(), 36, "three assessors on twelve lots");
        let conflicts = format!("/manage/rounds/{}/conflicts", id_of("round", "large"));
        assert!(lead.get(&conflicts).is(200).main_text().contains("Mijn zus zit in het bestuur."));
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn more_lots_do_not_ask_the_database_more_often() {
    let sent = |lots: u32| {
        let world = World::demo(Kind::Sqlite);
        let large = world.house.load_round_of(lots, 3 * lots, 3);
        let address = |key: &str| large[key].as_str().expect("an address").to_owned();
        let mut lead = world.person(&address("process_lead"));
        let tables = format!("/manage/rounds/{}/tables", id_of("round", "large"));
        [address("board"), tables].map(|page| {
            lead.get(&page).is(200);
            let before = world.house.statements();
            lead.get(&page).is(200);
            world.house.statements() - before
        })
    };
    assert_eq!(sent(4), sent(12));
}
