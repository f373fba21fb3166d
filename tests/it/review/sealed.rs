use std::collections::{BTreeMap, BTreeSet};

use buurtbod::testing::routes;

use super::{CLOSED, without_token};
use crate::databases::on_both;
use crate::journal::sql;
use crate::world::{Person, World, id_of};

/// Everybody of Rietmeer, in every role a municipality has.
const PEOPLE: [&str; 9] =
    ["nynke", "rob", "aicha", "wouter", "kees", "merel", "theo", "esra", "paul"];

/// Takes away everything that the bids of the open round left in the database.
fn without_bids(world: &World) {
    let round = id_of("round", "open");
    let own = format!("(SELECT id FROM bids WHERE round_id = '{round}')");
    let of_bids = ["clashes", "answer_versions", "answers", "attachments", "submissions"];
    let mut statements: Vec<String> =
        of_bids.iter().map(|table| format!("DELETE FROM {table} WHERE bid_id IN {own}")).collect();
    statements.push(format!("DELETE FROM bids WHERE round_id = '{round}'"));
    statements.push(format!("DELETE FROM journal WHERE sealed AND round_id = '{round}'"));
    statements.push("DELETE FROM errands".to_owned());
    sql(world, &statements.iter().map(String::as_str).collect::<Vec<_>>());
}

/// An address for a pattern, with the things of the open round in it. Bids are those that are
/// there and one that never was.
fn addresses(pattern: &str, bid: &str) -> Option<String> {
    let mut address = pattern
        .replace("{round}", &id_of("round", "open"))
        .replace("{lot}", &id_of("lot", "open-2"))
        .replace("{bid}", bid)
        .replace("{slug}", "rietmeer")
        .replace("{person}", &id_of("person", "aicha"))
        .replace("{criterion}", "q1");
    while let (Some(from), Some(to)) = (address.find('{'), address.find('}')) {
        address.replace_range(from..=to, &id_of("thing", "unknown"));
    }
    Some(address).filter(|a| !a.starts_with("/assets/") && !a.starts_with("/mailbox"))
}

/// What everybody sees everywhere at this moment, by person and address.
fn seen(
    (world, now): (&World, &str),
    people: &mut [(&str, Person)],
    bids: &[String],
) -> BTreeMap<(String, String), String> {
    let patterns = routes().into_iter().filter(|(method, _)| *method == "GET");
    let places: BTreeSet<String> = patterns
        .flat_map(|(_, pattern)| bids.iter().filter_map(|bid| addresses(pattern, bid)))
        .collect();
    let mut seen = BTreeMap::new();
    for (who, person) in people {
        for address in &places {
            // Pages tell the time, and the clock goes on.
            world.set_clock(now);
            let page = person.get(address);
            let answer = format!("{} {:?} {}", page.status, page.location, without_token(&page));
            seen.insert(((*who).to_owned(), address.clone()), answer);
        }
    }
    seen
}

/// Bids on the open round: drafts, one handed in, one withdrawn, and one that never was.
const BIDS: [&str; 5] =
    ["open-1-dijkgenoten", "open-3-meeroever", "open-2-kolkhuis", "open-4-kolkhuis", "none"];

#[test]
fn before_the_opening_no_page_of_the_municipality_tells_that_there_are_bids() {
    on_both(|kind| {
        for now in [crate::world::START, CLOSED] {
            let world = World::demo(kind);
            world.set_clock(now);
            let bids = BIDS.map(|name| id_of("bid", name));
            let mut people =
                PEOPLE.map(|who| (who, world.person(&format!("{who}@rietmeer.example"))));
            let with = seen((&world, now), &mut people, &bids);
            without_bids(&world);
            let without = seen((&world, now), &mut people, &bids);
            assert!(with.len() > 200, "{} pages", with.len());
            for (place, page) in &with {
                let line = page.lines().zip(without[place].lines()).find(|(a, b)| a != b);
                assert_eq!(line, None, "{place:?} at {now}");
                assert_eq!(page.len(), without[place].len(), "{place:?} at {now}");
            }
        }
    });
}
