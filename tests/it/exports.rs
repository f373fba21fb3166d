//! Files for the process lead: at the right moment, with nothing in them that is still a secret, and
//! written down in the journal.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::databases::{Kind, on_both};
use crate::decisions::{CARLA, bid, publish};
use crate::html;
use crate::journal::sql;
use crate::review::{CLOSED, manage};
use crate::world::{Person, World, id_of};

const INGRID: &str = "ingrid@waldervoort.example";
const ROB: &str = "rob@rietmeer.example";
const LISTS: [&str; 8] =
    ["bids", "requirements", "progress", "questions", "journal", "scores", "ranking", "decisions"];

fn file(round: &str, name: &str) -> String {
    manage(round, &format!("exports/{name}"))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Statuses of all lists, in their order.
fn statuses(person: &mut Person, round: &str) -> Vec<u16> {
    let status = |list: &&str| person.get(&file(round, &format!("{list}.csv"))).status;
    LISTS.iter().map(status).collect()
}

/// CSV by the rules of RFC 4180: the head and the rows.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut inside) = (vec![], vec![], String::new(), false);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, inside) {
            ('"', true) if signs.peek() == Some(&'"') => {
                cell.push('"');
                signs.next();
            }
            ('"', _) => inside = !inside,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (other, _) => cell.push(other),
        }
    }
    assert!(!inside && cell.is_empty() && row.is_empty(), "the last line has an end");
    rows
}

/// Rows by the names of their columns.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = cells(text).into_iter();
    let head = rows.next().expect("a head");
    rows.map(|row| {
        assert_eq!(row.len(), head.len(), "{row:?}");
        head.iter().cloned().zip(row).collect()
    })
    .collect()
}

fn list(person: &mut Person, round: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    rows(&person.get(&file(round, &format!("{name}.csv"))).is(200).body)
}

fn of<'r>(rows: &'r [BTreeMap<String, String>], column: &str) -> Vec<&'r str> {
    rows.iter().map(|row| row[column].as_str()).collect()
}

#[test]
fn one_second_before_the_opening_nothing_and_from_that_second_on_the_bids() {
    on_both(|kind| {
        let world = World::demo(kind);
        world.set_clock(CLOSED);
        let mut rob = world.person(ROB);
        let page = rob.get(&manage("open", "exports")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("De inschrijvingen zijn nog dicht."), "{page:?}");
        assert!(!page.addresses().iter().any(|a| a.contains("/exports/")), "{page:?}");
        assert_eq!(statuses(&mut rob, "open"), [403; 8]);
        rob.post(&manage("open", "exports"), &[]).is(403);

        let turn = |key: &str| {
            let mut holder = world.person(&format!("{key}@rietmeer.example"));
            holder.get(&manage("open", "opening")).is(200);
            holder
                .post(&manage("open", "opening"), &[("password", "samen-zorgen-2027")])
                .redirects();
        };
        world.set_clock("2026-12-17T12:30:00+01:00");
        turn("wouter");
        assert_eq!(statuses(&mut rob, "open"), [403; 8], "one key opens nothing");
        world.set_clock("2026-12-17T12:30:59+01:00");
        assert_eq!(statuses(&mut rob, "open"), [403; 8], "one second before");
        world.set_clock("2026-12-17T12:31:00+01:00");
        turn("marianne");
        assert_eq!(statuses(&mut rob, "open"), [200, 200, 200, 200, 200, 409, 409, 409]);

        let bids = list(&mut rob, "open", "bids");
        assert_eq!(of(&bids, "bid_code"), ["A", ""], "one was taken back in time");
        assert!(!bids[1]["withdrawn_at"].is_empty());
        assert_eq!(of(&bids, "municipality"), ["Rietmeer", "Rietmeer"]);
        assert_eq!(of(&bids, "price"), ["", ""]);
        let journal = rob.get(&manage("open", "journal")).is(200).main_text();
        assert!(journal.contains("Rob Verhagen haalde het bestand bids.csv op."), "{journal}");
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn each_list_waits_for_its_moment() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(INGRID);
        // The table of lot 2 has ended, that of lot 1 still sits.
        assert_eq!(statuses(&mut ingrid, "table"), [200, 200, 200, 200, 200, 200, 200, 409]);
        let page = ingrid.get(&manage("table", "exports")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("Nu van 1 van de 4 percelen."), "{page:?}");
        let early = ingrid.get(&file("table", "decisions.xlsx")).is(409);
        assert!(early.main_text().contains("Wat hierin staat, is nu nog geheim."), "{early:?}");
        for name in ["scores", "ranking"] {
            let rows = list(&mut ingrid, "table", name);
            let lots: BTreeSet<&str> = of(&rows, "lot_number").into_iter().collect();
            assert_eq!(lots, BTreeSet::from(["2"]), "{name}");
        }
        let bids = list(&mut ingrid, "table", "bids");
        let priced = bids.iter().filter(|row| !row["price"].is_empty());
        let priced: BTreeSet<&str> = priced.map(|row| row["lot_number"].as_str()).collect();
        assert_eq!(priced, BTreeSet::from(["2"]), "other prices are shut");
        let progress = list(&mut ingrid, "table", "progress");
        let columns: Vec<&str> = progress[0].keys().map(String::as_str).collect();
        let known = ["assessor", "given", "locked_at", "lot", "lot_number", "of", "reminded_at"];
        assert_eq!(columns, known, "no grade");

        world.house.finish_tables();
        let scores = list(&mut ingrid, "table", "scores");
        let settled: Vec<_> = scores.iter().filter(|row| row["given_by"] == "table").collect();
        assert!(!settled.is_empty() && settled.len() < scores.len());
        assert!(settled.iter().all(|row| !row["grade"].is_empty() && !row["reason"].is_empty()));
        let ranking = list(&mut ingrid, "table", "ranking");
        let first = ranking.iter().find(|row| row["rank"] == "1").expect("somebody is first");
        assert_eq!(first["step"], "total");
        let bids = list(&mut ingrid, "table", "bids");
        let of_first = |row: &&BTreeMap<String, String>| row["lot_number"] == "1";
        let one = bids.iter().filter(of_first).any(|row| !row["price"].is_empty());
        assert!(one, "the price was opened");
        ingrid.get(&manage("table", "exports")).is(200);
        ingrid.post(&manage("table", "exports"), &[]).is(409);

        publish(&mut world.person(CARLA)).redirects();
        assert_eq!(statuses(&mut ingrid, "table"), [200; 8]);
        let decisions = list(&mut ingrid, "table", "decisions");
        assert_eq!(decisions.len(), 4);
        assert!(of(&decisions, "reasons").iter().all(|reason| !reason.is_empty()));
    });
}

/// What is wrong with one cell after the description of its column.
fn misfit(datatype: &str, cell: &str) -> bool {
    if cell.is_empty() {
        return false;
    }
    match datatype {
        "string" => false,
        "integer" => cell.parse::<i64>().is_err(),
        "decimal" => {
            let unsigned = cell.strip_prefix('-').unwrap_or(cell);
            !unsigned.chars().all(|c| c.is_ascii_digit() || c == '.')
                || cell.parse::<f64>().is_err()
        }
        "dateTimeStamp" => cell.parse::<jiff::Timestamp>().is_err(),
        _ => true,
    }
}

#[test]
fn every_table_is_as_its_description_says() {
    on_both(|kind| {
        let world = World::demo(kind);
        world.house.finish_tables();
        publish(&mut world.person(CARLA)).redirects();
        let mut ingrid = world.person(INGRID);
        for name in LISTS {
            let told = ingrid.get(&file("table", &format!("{name}.csv-metadata.json"))).is(200);
            assert_eq!(told.kind.as_deref(), Some("application/csvm+json"));
            let told: Value = serde_json::from_str(&told.body).expect("JSON");
            assert_eq!(told["@context"][0], "http://www.w3.org/ns/csvw");
            assert_eq!(told["url"], format!("{name}.csv"));
            let page = ingrid.get(&file("table", &format!("{name}.csv"))).is(200);
            assert_eq!(
                page.disposition.as_deref().map(|d| d.contains(&format!("{name}.csv"))),
                Some(true)
            );
            assert!(!page.body.starts_with('\u{FEFF}') && page.body.contains("\r\n"));
            let columns = told["tableSchema"]["columns"].as_array().expect("columns");
            let head = cells(&page.body).remove(0);
            let names: Vec<&str> =
                columns.iter().filter_map(|c| c["titles"]["und"].as_str()).collect();
            assert_eq!(head, names, "{name}");
            let rows = rows(&page.body);
            assert!(!rows.is_empty(), "{name}");
            for column in columns {
                let (title, datatype) = (column["name"].as_str(), column["datatype"].as_str());
                let (title, datatype) = (title.expect("a name"), datatype.expect("a kind"));
                let wrong = rows.iter().find(|row| misfit(datatype, &row[title]));
                assert_eq!(wrong, None, "{name}: {title} is no {datatype}");
            }
            let key: Vec<&str> = told["tableSchema"]["primaryKey"]
                .as_array()
                .expect("a key")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            let keys: BTreeSet<Vec<&str>> =
                rows.iter().map(|row| key.iter().map(|k| row[*k].as_str()).collect()).collect();
            assert_eq!(keys.len(), rows.len(), "{name}: {key:?} tells rows apart");
            let book = ingrid.bytes_of(&file("table", &format!("{name}.xlsx")));
            assert!(book.starts_with(b"PK"), "{name}");
        }
    });
}

#[test]
fn nobody_but_the_lead_takes_files_along() {
    on_both(|kind| {
        let world = World::demo(kind);
        let own = ["bert", "fatima", "henk", "marijke", "daan", "mieke", "gerard", "carla"]
            .map(|who| format!("{who}@waldervoort.example"));
        let others =
            [ROB, "klaas@zorgkringnoord.example", "monique@hulpdirect.example"].map(str::to_owned);
        let mut visitor = world.visitor();
        let walk = |visitor: &mut Person| {
            for email in &own {
                let mut person = world.person(email);
                person.get(&manage("table", "exports")).is(403);
                assert_eq!(statuses(&mut person, "table"), [403; 8], "{email}");
                person.get("/manage");
                person.post(&manage("table", "exports"), &[]).is(403);
            }
            for email in &others {
                let mut person = world.person(email);
                person.get(&manage("table", "exports")).is(404);
                assert_eq!(statuses(&mut person, "table"), [404; 8], "{email}");
            }
            assert_eq!(statuses(visitor, "table"), [303; 8]);
        };
        walk(&mut visitor);
        world.house.finish_tables();
        walk(&mut visitor);
        publish(&mut world.person(CARLA)).redirects();
        walk(&mut visitor);
    });
}

#[test]
fn a_lead_with_a_conflict_gets_nothing() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(INGRID);
        ingrid.get(&file("table", "bids.csv")).is(200);
        let (person, of) = (id_of("person", "ingrid"), bid("1-nabuur"));
        sql(
            &world,
            &[&format!(
                "INSERT INTO conflicts (person_id, bid_id, answer, note, declared_at) \
                 VALUES ('{person}', '{of}', 'yes', 'Mijn broer.', 0)"
            )],
        );
        ingrid.get(&manage("table", "exports")).is(403);
        assert_eq!(statuses(&mut ingrid, "table"), [403; 8]);
        let round = ingrid.get(&format!("/manage/rounds/{}", id_of("round", "table"))).is(200);
        assert!(!round.addresses().iter().any(|a| a.ends_with("/exports")), "no dead door");
        sql(
            &world,
            &[&format!(
                "UPDATE conflicts SET ruling = 'harmless', ruling_reason = 'Ver weg.', \
                 ruled_by = '{person}', ruled_at = 0 WHERE person_id = '{person}'"
            )],
        );
        ingrid.get(&file("table", "bids.csv")).is(200);
    });
}

/// The example after its decision, with the complete file asked for.
fn asked(kind: Kind) -> (World, Person) {
    let world = World::demo(kind);
    world.house.finish_tables();
    publish(&mut world.person(CARLA)).redirects();
    let mut ingrid = world.person(INGRID);
    ingrid.get(&manage("table", "exports")).is(200);
    let there = format!("{}#complete", manage("table", "exports"));
    ingrid.post(&manage("table", "exports"), &[]).redirects_to(&there);
    (world, ingrid)
}

fn link(person: &mut Person) -> String {
    let page = person.get(&manage("table", "exports")).is(200);
    let found = page.addresses().into_iter().find(|a| a.contains("/exports/complete/"));
    found.unwrap_or_else(|| panic!("no file yet: {page:?}"))
}

fn part(zip: &mut zip::ZipArchive<Cursor<Vec<u8>>>, path: &str) -> Vec<u8> {
    let mut bytes = vec![];
    zip.by_name(path).expect(path).read_to_end(&mut bytes).expect("whole");
    bytes
}

#[test]
#[expect(clippy::too_many_lines, reason = "one file, looked at from its making to its end")]
fn the_complete_file_can_be_checked_and_goes_after_a_week() {
    on_both(|kind| {
        let (world, mut ingrid) = asked(kind);
        let waits = ingrid.get(&manage("table", "exports")).is(200);
        assert!(waits.main_text().contains("Staat klaar om gemaakt te worden."), "{waits:?}");
        // Pressed twice: one file.
        ingrid.post(&manage("table", "exports"), &[]).redirects();
        world.house.run_errands();
        let page = ingrid.get(&manage("table", "exports")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert_eq!(page.main_text().matches("Klaar: ").count(), 1, "{page:?}");
        let address = link(&mut ingrid);
        let bytes = ingrid.bytes_of(&address);
        assert!(page.body.contains(&sha256(&bytes)), "the page has the hash");

        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
        let sums = String::from_utf8(part(&mut zip, "SHA256SUMS")).expect("text");
        let mut listed: BTreeSet<String> = BTreeSet::from(["SHA256SUMS".to_owned()]);
        for line in sums.lines() {
            let (hash, path) = line.split_once("  ").expect("a sum and a path");
            assert_eq!(sha256(&part(&mut zip, path)), hash, "{path}");
            assert!(listed.insert(path.to_owned()), "{path} once");
        }
        let names: BTreeSet<String> =
            zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        assert_eq!(names, listed);
        for path in [
            "README.txt",
            "index.pdf",
            "journal.jsonl",
            "round/definition.json",
            "round/opening.json",
            "lists/bids.xlsx",
            "lists/scores.csv-metadata.json",
            "bids/1-A/bid.pdf",
            "bids/1-A/bid.json",
            "bids/1-A/receipt.pdf",
            "tables/1/minutes.pdf",
            "tables/1/calculation.json",
            "letters/1-A.txt",
            "round/complaints.json",
            "round/note-1.json",
            "review/assessors.json",
            "review/declarations.json",
            "review/refusals.json",
            "review/replaced.json",
        ] {
            assert!(names.contains(path), "{path} in {names:?}");
        }
        let of_inquiries = |name: &&String| name.ends_with("/inquiries.json");
        let asked: Vec<&String> = names.iter().filter(of_inquiries).collect();
        let [asked] = asked[..] else { panic!("one bidder was asked something: {names:?}") };
        let asked: Value = serde_json::from_slice(&part(&mut zip, asked)).expect("JSON");
        assert_eq!((&asked[0]["kind"], &asked[0]["about"]), (&"supplement".into(), &"Q16".into()));
        let answer = asked[0]["answer"]["text"].as_str().expect("an answer");
        assert!(answer.contains("€ 2.500.000"), "{answer}");
        assert!(asked[1]["ending"]["released"].is_string(), "{asked}");
        let mut json =
            |path: &str| -> Value { serde_json::from_slice(&part(&mut zip, path)).expect("JSON") };
        let people = json("review/assessors.json");
        assert!(people["assessors"][0]["expertise"][0]["note"].is_string(), "{people}");
        let declared = json("review/declarations.json");
        let declared = declared.as_array().expect("a list");
        assert!(declared.iter().any(|one| one["ruling"]["ruling"] == "recused"), "{declared:?}");
        let readme = String::from_utf8(part(&mut zip, "README.txt")).expect("text");
        assert!(readme.contains("sha256sum --check SHA256SUMS"), "{readme}");
        let one: Value =
            serde_json::from_slice(&part(&mut zip, "bids/1-A/bid.json")).expect("JSON");
        let content = String::from_utf8(part(&mut zip, "bids/1-A/bid.json")).expect("text");
        let at = content.find("\"content\":").expect("the content") + "\"content\":".len();
        let handed_in = &content.as_bytes()[at..content.len() - 1];
        assert_eq!(one["receipt"]["sha256"], sha256(handed_in), "to the byte");
        let journal = String::from_utf8(part(&mut zip, "journal.jsonl")).expect("text");
        for line in journal.lines() {
            let act: Value = serde_json::from_str(line).expect("JSON");
            assert!(act.get("seq").is_none() && act["sha256"].as_str().map(str::len) == Some(64));
        }
        let told = ingrid.get(&manage("table", "journal")).is(200).main_text();
        assert!(told.contains("Ingrid Smeets haalde het hele dossier van"), "{told}");
        assert!(told.contains("Buurtbod maakte het hele dossier van"), "{told}");

        world.set_clock("2026-12-01T09:00:00+01:00");
        world.house.run_errands();
        let mut ingrid = world.person(INGRID);
        ingrid.get(&address).is(410);
        let page = ingrid.get(&manage("table", "exports")).is(200);
        assert!(page.main_text().contains("Weggehaald."), "{page:?}");
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn what_the_virus_scanner_holds_back_is_not_in_the_complete_file() {
    on_both(|kind| {
        let (world, mut ingrid) = asked(kind);
        let names = |person: &mut Person| {
            let address = link(person);
            let bytes = person.bytes_of(&address);
            let zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
            let names = zip.file_names().map(|name| name.expect("a name").into_owned());
            names.filter(|name| name.contains("/files/")).collect::<BTreeSet<String>>()
        };
        // Nothing was said of any file yet; then of all: some wait, the others are infected.
        sql(
            &world,
            &[
                "INSERT INTO file_checks (hash, state, found, at) \
               SELECT DISTINCT hash, 'waiting', '', 0 FROM attachments",
                "UPDATE file_checks SET state = 'infected', found = 'Eicar' WHERE hash > '8'",
            ],
        );
        world.house.run_errands();
        assert_eq!(names(&mut ingrid), BTreeSet::new());
        sql(&world, &["UPDATE file_checks SET state = 'clean'"]);
        ingrid.get(&manage("table", "exports")).is(200);
        ingrid.post(&manage("table", "exports"), &[]).redirects();
        world.house.run_errands();
        assert!(!names(&mut ingrid).is_empty());
    });
}

#[test]
fn the_complete_file_is_for_who_may_have_it_when_it_is_made_and_when_it_is_fetched() {
    on_both(|kind| {
        let (world, mut ingrid) = asked(kind);
        world.house.run_errands();
        let address = link(&mut ingrid);
        world.person(CARLA).get(&address).is(403);
        world.person(ROB).get(&address).is(404);
        world.visitor().get(&address).is(303);
        // The file of one round is no file of another.
        let other = address.replace(&id_of("round", "table"), &id_of("round", "open"));
        world.person(ROB).get(&other).is(403);

        ingrid.get(&manage("table", "exports")).is(200);
        ingrid.post(&manage("table", "exports"), &[]).redirects();
        let person = id_of("person", "ingrid");
        sql(
            &world,
            &[&format!(
                "DELETE FROM memberships WHERE person_id = '{person}' AND role = 'process_lead'"
            )],
        );
        world.house.run_errands();
        assert!([403, 404].contains(&ingrid.get(&address).status), "a role that is gone");
        let made = world.house.errands();
        assert!(!made.iter().any(|errand| errand.contains("MakeExport")), "{made:?}");
    });
}
