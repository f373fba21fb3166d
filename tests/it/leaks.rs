//! Nothing tells about what is hidden. Two houses that are the same but for one hidden thing: each
//! role asks for every page of both, and every answer has to be the same to the letter: text, length,
//! order, counts, files, live parts. The pages come from the table of routes, so that a new page is
//! asked as well.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use buurtbod::testing::routes;
use regex::Regex;

use crate::databases::Kind;
use crate::journal::sql;
use crate::review::{CLOSED, at_work, give, opened};
use crate::world::{Page, Person, World, id_of};

/// A house with something hidden, and the same house without it.
struct Twins {
    with: World,
    without: World,
}

impl Twins {
    /// Copies a house, and takes something out of the copy.
    fn new(with: World, take_out: &[String]) -> Twins {
        let without = with.copy();
        sql(&without, &take_out.iter().map(String::as_str).collect::<Vec<_>>());
        Twins { with, without }
    }

    /// What differs for this person at any of these places.
    fn leaks(&self, email: &str, places: &Places) -> Vec<String> {
        let mut person = self.with.person(email);
        let mut other = self.without.person(email);
        // Who was seen is written down the first time.
        person.get("/");
        other.get("/");
        let mut leaks = vec![];
        for address in places.all() {
            // A moment that goes by between two questions is no leak; a leak is there every time.
            let found: Option<Vec<_>> =
                (0..3).map(|_| differs((&mut person, &mut other), &address)).collect();
            leaks.extend(found.map(|lines| format!("{email} at {address}: {lines:?}")));
        }
        leaks
    }
}

/// The first line that is another one for the other of the two.
fn differs((person, other): (&mut Person, &mut Person), address: &str) -> Option<(String, String)> {
    let (mut here, mut there) = (answer(person, address), answer(other, address));
    if here != there {
        (here, there) = (steady(person, address, &here), steady(other, address, &there));
    }
    let mut lines = here.lines().zip(there.lines());
    let line = lines.find(|(a, b)| a != b).map(|(a, b)| (a.to_owned(), b.to_owned()));
    line.or_else(|| (here != there).then_some((here.clone(), there.clone())))
}

/// Everything that comes back, but for the token of the form and the clock.
fn answer(person: &mut Person, address: &str) -> String {
    static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
        let times = r#"\b\d{1,2}[.:]\d\d(:\d\d(\.\d+)?Z?)?\b|\bseconds="\d+""#;
        Regex::new(times).expect("a pattern")
    });
    let page = person.get(address);
    let Page { status, location, etag, kind, disposition, .. } = &page;
    let body = match page.value("csrf").filter(|token| !token.is_empty()) {
        Some(token) => page.body.replace(&token, "token"),
        None => page.body.clone(),
    };
    let body = match kind.as_deref() {
        Some(kind) if kind.starts_with("text/html") => {
            CLOCK.replace_all(&body, "clock").into_owned()
        }
        _ => body,
    };
    format!("{status} {location:?} {etag:?} {kind:?} {disposition:?}\n{body}")
}

/// The same without ids that are made anew each time the page is asked.
fn steady(person: &mut Person, address: &str, seen: &str) -> String {
    static ID: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
            .expect("a pattern")
    });
    let again = answer(person, address);
    let steady = |found: &regex::Captures<'_>| match again.contains(&found[0]) {
        true => found[0].to_owned(),
        false => "new".to_owned(),
    };
    ID.replace_all(seen, steady).into_owned()
}

/// What to fill in for the parameters of routes: every value of a word that an address can have.
struct Places {
    values: Vec<(&'static str, Vec<String>)>,
    /// Where a difference is no leak: the page is about the hidden thing for those who know it.
    but: Vec<String>,
    /// Only addresses with one of these in them; none: all.
    only: Vec<&'static str>,
}

impl Places {
    fn of(round: &str, bids: &[&str]) -> Places {
        let lots = (1..=4).map(|n| id_of("lot", &format!("{round}-{n}"))).collect();
        let tables = (1..=4).map(|n| id_of("table", &format!("{round}-{n}"))).collect();
        let mut bids: Vec<String> = bids.iter().map(|name| id_of("bid", name)).collect();
        bids.push(id_of("bid", "none"));
        let values = vec![
            ("{round}", vec![id_of("round", round)]),
            ("{lot}", lots),
            ("{bid}", bids),
            ("{table}", tables),
            ("{criterion}", vec!["q1".to_owned()]),
            ("{item}", vec!["A.q1".to_owned()]),
            ("{section}", vec!["way_of_working".to_owned()]),
            ("{field}", vec!["way_of_working.week".to_owned()]),
            ("{slug}", vec!["rietmeer".to_owned(), "waldervoort".to_owned()]),
            ("{person}", vec![id_of("person", "ruud"), id_of("person", "aicha")]),
        ];
        Places { values, but: vec![], only: vec![] }
    }

    fn with(mut self, word: &'static str, values: Vec<String>) -> Places {
        self.values.retain(|(known, _)| *known != word);
        self.values.push((word, values));
        self
    }

    fn but(mut self, address: String) -> Places {
        self.but.push(address);
        self
    }

    fn only(mut self, parts: &[&'static str]) -> Places {
        self.only = parts.to_vec();
        self
    }

    fn all(&self) -> BTreeSet<String> {
        let patterns = routes().into_iter().filter(|(method, _)| *method == "GET");
        let mut found = BTreeSet::new();
        for (_, pattern) in patterns {
            let mut open = vec![pattern.to_owned()];
            for (word, values) in &self.values {
                open = open.iter().flat_map(|address| fill(address, word, values)).collect();
            }
            found.extend(open.into_iter().map(rest_unknown));
        }
        found.retain(|a| {
            let outside = ["/assets/", "/mailbox", "/health"].iter().any(|s| a.starts_with(s));
            // A stream has no end; the parts that it asks for are pages of their own.
            let wanted = self.only.is_empty() || self.only.iter().any(|part| a.contains(part));
            !outside && wanted && !a.ends_with("/events") && !self.but.contains(a)
        });
        found
    }
}

fn fill(address: &str, word: &str, values: &[String]) -> Vec<String> {
    match address.contains(word) {
        true => values.iter().map(|value| address.replace(word, value)).collect(),
        false => vec![address.to_owned()],
    }
}

/// What nobody has an example for is a thing that never was.
fn rest_unknown(mut address: String) -> String {
    while let (Some(from), Some(to)) = (address.find('{'), address.find('}')) {
        address.replace_range(from..=to, &id_of("thing", "unknown"));
    }
    address
}

/// Takes a bid out of a house, wherever it left something.
fn without_bid(bid: &str) -> Vec<String> {
    let id = id_of("bid", bid);
    // Everything else goes with the bid.
    const OF_BIDS: [&str; 11] = [
        "clashes",
        "answer_versions",
        "answers",
        "attachments",
        "submissions",
        "requirement_checks",
        "admissions",
        "conflicts",
        "party_interests",
        "scores",
        "table_items",
    ];
    let mut all: Vec<String> =
        OF_BIDS.iter().map(|table| format!("DELETE FROM {table} WHERE bid_id = '{id}'")).collect();
    all.push(format!("DELETE FROM bids WHERE id = '{id}'"));
    all
}

/// Ids of assignments that links on a page have.
fn sheets(page: &Page) -> Vec<String> {
    let id = |address: String| {
        let rest = address.split("/assignments/").nth(1)?.to_owned();
        rest.split('/').next().filter(|id| id.len() == 36).map(str::to_owned)
    };
    page.addresses().into_iter().filter_map(id).collect::<BTreeSet<_>>().into_iter().collect()
}

#[track_caller]
fn nothing(leaks: Vec<String>) {
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
}

const RIETMEER: [&str; 9] =
    ["nynke", "rob", "aicha", "wouter", "kees", "merel", "theo", "esra", "paul"];

#[test]
fn before_the_opening_a_draft_and_a_bid_are_nothing_to_the_municipality() {
    for now in [crate::world::START, CLOSED] {
        for bid in ["open-1-dijkgenoten", "open-2-kolkhuis"] {
            let with = World::demo(Kind::Sqlite);
            let round = id_of("round", "open");
            let mut out = without_bid(bid);
            out.push(format!("DELETE FROM journal WHERE sealed AND round_id = '{round}'"));
            let twins = Twins::new(with, &out);
            for world in [&twins.with, &twins.without] {
                world.set_clock(now);
            }
            let places = Places::of("open", &[bid]);
            for who in RIETMEER {
                nothing(twins.leaks(&format!("{who}@rietmeer.example"), &places));
            }
        }
    }
}

/// A competitor is nothing to a bidder, before and after the opening.
#[test]
fn a_bidder_sees_no_trace_of_a_competitor() {
    for world in [World::demo(Kind::Sqlite), opened(Kind::Sqlite)] {
        let twins = Twins::new(world, &without_bid("open-2-kolkhuis"));
        let places = Places::of("open", &["open-1-dijkgenoten", "open-2-kolkhuis"]);
        for email in ["hanneke@dijkgenoten.example", "tjitske@meeroever.example"] {
            nothing(twins.leaks(email, &places));
        }
    }
}

/// Ruud was recused from the bid of Waterrijk. He declared about it, so he knows that it is there
/// where he declares; everywhere else it never was.
#[test]
fn an_assessor_with_a_conflict_sees_no_trace_of_that_bid() {
    let world = World::demo(Kind::Sqlite);
    let own = sheets(&world.person("ruud@waldervoort.example").get("/review"));
    assert_eq!(own.len(), 4);
    let twins = Twins::new(world, &without_bid("table-3-waterrijk"));
    let lot = id_of("lot", "table-3");
    let places = Places::of("table", &["table-3-waterrijk", "table-1-zorgkring"])
        .with("{assignment}", own)
        .but(format!("/review/lots/{lot}/conflicts"));
    nothing(twins.leaks("ruud@waldervoort.example", &places));
}

/// The same with other roles on top: in the rooms of admission that bid never was either.
#[test]
fn a_lead_with_a_conflict_sees_no_trace_of_that_bid_where_bids_are_admitted() {
    let world = World::demo(Kind::Sqlite);
    crate::review::leads_too(&world, "ruud");
    let twins = Twins::new(world, &without_bid("table-3-waterrijk"));
    let places = Places::of("table", &["table-3-waterrijk", "table-1-zorgkring"])
        .with("{requirement}", vec!["Q01".to_owned()])
        .only(&["/admissibility", "/refusals"]);
    nothing(twins.leaks("ruud@waldervoort.example", &places));
    assert!(!twins.leaks("ingrid@waldervoort.example", &places).is_empty());
}

/// What others gave, and whether they gave anything, is nothing to an assessor. The process lead
/// sees how many, and never which.
#[test]
fn scores_of_one_are_nothing_to_another() {
    let world = opened(Kind::Sqlite);
    let (mut aicha, first) = at_work(&world);
    give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
    let mut rob = world.person("rob@rietmeer.example");
    let board = rob.get(&crate::review::manage("open", "progress"));
    let all = sheets(&board);
    assert_eq!(all.len(), 3, "{board:?}");
    let bid = first.split("/bids/").nth(1).and_then(|r| r.split('/').next()).expect("a bid");
    let places = Places::of("open", &["open-2-kolkhuis"]).with("{assignment}", all);
    let places = places.with("{bid}", vec![bid.to_owned()]);
    let twins = Twins::new(world.copy(), &["DELETE FROM scores".to_owned()]);
    for who in ["joost", "lies", "tomasz", "esra", "kees", "nynke", "paul"] {
        nothing(twins.leaks(&format!("{who}@rietmeer.example"), &places));
    }
    nothing(twins.leaks("gerda@kolkhuis.example", &places));
    let other = "UPDATE scores SET grade = '2', reason = 'Onduidelijk plan.'".to_owned();
    let twins = Twins::new(world, &[other]);
    for who in RIETMEER.into_iter().filter(|who| *who != "aicha") {
        nothing(twins.leaks(&format!("{who}@rietmeer.example"), &places));
    }
}

/// Before price and names open, a price is nothing to anybody at a table or beside it.
#[test]
fn a_price_is_nothing_to_a_table_before_it_opens() {
    let world = World::demo(Kind::Sqlite);
    let bid = id_of("bid", "table-1-zorgkring");
    let dearer = format!(
        "UPDATE submissions SET content = json_set(content, '$.answers.\"price.costs.rate\"', '99,99') \
         WHERE bid_id = '{bid}'"
    );
    let twins = Twins::new(world, &[dearer]);
    let places = Places::of("table", &["table-1-zorgkring"]);
    let table =
        ["marijke", "daan", "fatima", "ruud", "mieke", "gerard", "ingrid", "henk", "carla", "bert"];
    for who in table {
        nothing(twins.leaks(&format!("{who}@waldervoort.example"), &places));
    }
}

/// The walls do not stand by chance: the same walk finds what somebody may see.
#[test]
fn the_walk_finds_a_difference_where_there_is_one() {
    let world = World::demo(Kind::Sqlite);
    let twins = Twins::new(world, &without_bid("open-1-dijkgenoten"));
    let places = Places::of("open", &["open-1-dijkgenoten"]);
    assert!(!twins.leaks("hanneke@dijkgenoten.example", &places).is_empty());
}
