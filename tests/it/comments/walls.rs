use super::{HANNEKE, WEEK, at, draft};
use crate::databases::{Kind, on_both};
use crate::journal::sql;
use crate::world::{Person, World, id_of};

/// Of the example, in a round whose bids are open.
const SECRETS: [&str; 4] = [
    "Deze zin over de vrijdag",
    "De bijlagen nog een keer",
    "schreef een opmerking",
    "vroeg iemand iets te doen",
];

/// Everything somebody can reach from these pages, up to three steps away.
fn reachable(person: &mut Person, starts: &[&str]) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = vec![];
    let mut next: Vec<String> = starts.iter().map(|start| (*start).to_owned()).collect();
    for _ in 0..3 {
        let mut found = vec![];
        for address in next {
            let address = address.split('#').next().unwrap_or_default().to_owned();
            let ours = address.starts_with('/') && !address.starts_with("/mailbox");
            if !ours || address.contains("events") || pages.iter().any(|(seen, _)| *seen == address)
            {
                continue;
            }
            let page = person.get(&address);
            found.extend(page.addresses());
            pages.push((address, page.body));
        }
        next = found;
    }
    pages
}

#[test]
fn the_municipality_never_reads_them_not_even_when_the_bids_are_open() {
    let world = World::demo(Kind::Sqlite);
    let round = format!("/manage/rounds/{}", id_of("round", "table"));
    let journal = format!("{round}/journal");
    let bid = format!("/bids/{}", id_of("bid", "table-1-zorgkring"));
    let starts = ["/manage", "/review", "/tables", round.as_str(), journal.as_str()];
    for name in ["ingrid", "fatima", "marijke", "carla", "bert"] {
        let mut person = world.person(&format!("{name}@waldervoort.example"));
        let pages = reachable(&mut person, &starts);
        assert!(pages.len() > 20, "{name} reaches {} pages", pages.len());
        for (address, body) in pages {
            for secret in SECRETS {
                assert!(!body.contains(secret), "{name} reads {secret} on {address}");
            }
        }
        for page in ["", "/todos", "/journal", &format!("/fields/{WEEK}/comments")] {
            person.get(&format!("{bid}{page}")).is(404);
        }
        person.says(&bid, WEEK, &[("body", "Hallo")]).is(404);
    }
    // Those whose bid it is do, and their own file has every act without a word of what was said.
    let mut klaas = world.person("klaas@zorgkringnoord.example");
    let own = klaas.get(&format!("{bid}/journal")).is(200).main_text();
    for line in
        ["Mehmet Aydın schreef een opmerking bij de inschrijving", "vroeg iemand iets te doen"]
    {
        assert!(own.contains(line), "{line} in {own}");
    }
    assert!(!own.contains(SECRETS[0]) && !own.contains(SECRETS[1]), "{own}");
    // Neither is it part of what was handed in.
    let handed_in = id_of("submission", "table-1-zorgkring");
    let content = klaas.get(&format!("{bid}/receipt/{handed_in}")).is(200);
    assert!(SECRETS.iter().all(|secret| !content.body.contains(secret)), "{content:?}");
}

#[test]
fn they_go_when_the_bid_goes() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        hanneke.says(&draft(), WEEK, &[("body", "@Yvonne, dag.")]).redirects();
        let own = format!("= '{}'", id_of("bid", "open-1-dijkgenoten"));
        let gone = ["clashes", "answer_versions", "answers", "attachments", "submissions"]
            .map(|table| format!("DELETE FROM {table} WHERE bid_id {own}"));
        let bid = format!("DELETE FROM bids WHERE id {own}");
        // Each of these fails when a row of the bid is left.
        let left = ["comments", "mention_mails", "todos", "visits"]
            .map(|table| format!("INSERT INTO {table} SELECT * FROM {table} WHERE bid_id {own}"));
        let statements: Vec<&str> =
            gone.iter().chain([&bid]).chain(&left).map(String::as_str).collect();
        sql(&world, &statements);
        hanneke.get(&draft()).is(404);
    });
}

#[test]
fn pages_ask_no_more_of_the_database_when_there_is_more() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let section = format!("{}/sections/way_of_working", draft());
        let todos = format!("{}/todos", draft());
        let pages = [section.as_str(), &draft(), &todos];
        let count = |person: &mut Person| {
            pages.map(|page| {
                let before = world.house.statements();
                person.get(page).is(200);
                world.house.statements() - before
            })
        };
        let few = count(&mut hanneke);
        let own = id_of("person", "hanneke");
        for n in 0..20 {
            hanneke.says(&draft(), WEEK, &[("body", &format!("Nummer {n}"))]).redirects();
            hanneke.post(&todos, &[("what", &format!("Ding {n}")), ("who", &own)]).redirects();
        }
        assert_eq!(count(&mut hanneke), few);
        assert!(hanneke.get(&section).talk_summary(WEEK).starts_with("21 opmerkingen"));
    });
}
