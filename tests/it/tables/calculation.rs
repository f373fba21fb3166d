//! The ranking as a file: with it anyone can do the sums again, and it tells no name.

use serde_json::Value;

use super::{CHAIR, LEAD, elsbroek, oosterveen, ranked};
use crate::contract::answer;
use crate::databases::{Kind, on_both};
use crate::world::{Page, Person, World, id_of};

/// The page of a ranking and the file that it links to.
fn page_and_file(person: &mut Person, table: &str) -> (Page, Value) {
    let page = person.get(&format!("{table}/ranking")).is(200);
    let file = person.get(&page.link("Download de berekening (JSON)")).is(200);
    assert_eq!(file.kind.as_deref(), Some("application/json"));
    let read = serde_json::from_str(&file.body).expect("JSON");
    (page, read)
}

/// Feeds the input to the program, and compares its answer with the file and with the page.
fn check(page: &Page, file: &Value) {
    let (code, again) = answer(&["rank"], &file["input"].to_string());
    assert_eq!((code, &again), (Some(0), &file["result"]));
    let ranking = again["ranking"].as_array().expect("a list");
    let ranked: Vec<&Value> = ranking.iter().filter(|line| line["rank"].is_u64()).collect();
    let places: Vec<String> = ranked.iter().map(|line| line["rank"].to_string()).collect();
    assert_eq!(page.texts_of("main .app-place"), places);
    let ids = ranked.iter().map(|line| text(&line["id"]));
    let codes: Vec<String> = ids.clone().map(|id| format!("Inschrijving {id}")).collect();
    assert_eq!(page.texts_of("main .app-matrix tbody th small"), codes);
    let totals: Vec<String> =
        ranked.iter().map(|line| text(&line["total"]).replace('.', ",")).collect();
    assert_eq!(page.texts_of("main .app-total"), totals);
    let mut sums = vec![];
    for id in ids {
        sums_of(&again["trace"][id], &mut sums);
    }
    let cells = "main details table:has(.app-tree-1) td:not(.number):has(+ td.number)";
    let shown: Vec<String> = page.texts_of(cells).iter().map(|sum| bare(sum)).collect();
    assert_eq!(shown, sums);
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// The calculation of a line of the trace and of all lines under it.
fn sums_of(branch: &Value, sums: &mut Vec<String>) {
    sums.push(bare(&text(&branch["formula"])));
    for part in branch["parts"].as_array().expect("a list") {
        sums_of(part, sums);
    }
}

/// A calculation without the marks in which languages differ.
fn bare(sum: &str) -> String {
    let same = |c: char| if c == '−' { '-' } else { c };
    sum.chars().map(same).filter(|c| !c.is_whitespace() && !".,".contains(*c)).collect()
}

#[test]
fn with_the_file_anyone_gets_the_same_ranking_totals_and_trace() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (page, file) = page_and_file(&mut world.person(CHAIR), &oosterveen());
        check(&page, &file);
        let whole = file.to_string();
        for name in bidders(&page) {
            assert!(!whole.contains(&name), "{name} stands in {whole}");
        }
        assert!(text(&file["input"]["title"]).starts_with("Perceel 2, Oosterveen"), "{whole}");
        let decided = format!("/tables/{}", id_of("table", &id_of("lot", "decided-1")));
        let (page, file) = page_and_file(&mut world.person(LEAD), &decided);
        check(&page, &file);
        assert_eq!(file["input"]["method"], "quality_only");
    });
}

/// The bidders on a page with a ranking.
fn bidders(page: &Page) -> Vec<String> {
    let names = page.texts_of("main .app-money tbody th");
    assert!(names.len() > 1, "{page:?}");
    names
}

#[test]
fn equal_totals_are_settled_in_the_same_way() {
    let (_world, table, mut chair) = ranked(Kind::Sqlite);
    let (page, file) = page_and_file(&mut chair, &table);
    check(&page, &file);
    let settled = |line: &Value| line["tie"]["settled"]["by_key"]["criterion"].clone();
    let lines = file["result"]["ranking"].as_array().expect("a list");
    let settled: Vec<Value> = lines.iter().map(settled).collect();
    assert_eq!(settled, ["q3".into(), "q3".into(), Value::Null, Value::Null]);
    // Whoever falls away later, the draw can be done again.
    assert_eq!(text(&file["input"]["seed"]).len(), 64);
}

#[test]
fn the_file_has_a_name_and_is_there_when_the_ranking_is() {
    let world = World::demo(Kind::Sqlite);
    let mut chair = world.person(CHAIR);
    let file = chair.get(&format!("{}/ranking/calculation", oosterveen())).is(200);
    let named = file.disposition.unwrap_or_default();
    assert!(named.starts_with("attachment; filename=\"berekening-perceel-2.json\""), "{named}");
    chair.get(&format!("{}/ranking/calculation", elsbroek())).is(403);
    world.visitor().get(&format!("{}/ranking/calculation", oosterveen())).redirects();
}
