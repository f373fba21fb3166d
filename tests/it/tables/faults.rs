//! What goes wrong in a village hall: two tabs, a clock that is wrong, a screen that stays on, a
//! database that restarts, a program that is killed in the middle of a save.

use diesel::sql_types::{BigInt, Text};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, sql_query};
use serde_json::Value;

use super::{ASSESSORS, CHAIR, LEAD, elsbroek, reveal, sit, waterrijk};
use crate::bids::{WEEK, begun};
use crate::databases::{Database, Kind, on_both};
use crate::html;
use crate::journal::sql;
use crate::program::{Program, run};
use crate::world::{PASSWORD, Page, Person, World};

const SECRETARY: &str = "daan@waldervoort.example";
const LOOK_FIRST: &str = "Kijk eerst of het al gelukt is voor u het opnieuw verstuurt.";
const REASON: &str = "De tafel ziet een duidelijk plan.";

fn version(person: &mut Person, table: &str) -> i64 {
    let page = person.get(table).is(200);
    page.attribute("app-live", "version").parse().expect("a number")
}

fn fields(version: &str) -> [(&str, &str); 4] {
    let outside = "Na lang praten zag de tafel meer.";
    [("grade", "8"), ("reason", REASON), ("outside", outside), ("version", version)]
}

/// The form for one item, as two tabs have it.
fn grade(tab: &mut Person, table: &str, version: &str) -> Page {
    tab.post(&format!("{table}/items/A.q2/score"), &fields(version))
}

#[test]
fn the_same_act_from_two_tabs_counts_once() {
    on_both(|kind| {
        let (world, table) = (World::demo(kind), elsbroek());
        let mut one = world.person(CHAIR);
        let page = one.get(&format!("{table}?item=A.q2")).is(200);
        let seen = page.value("version").expect("the version of the item");
        let mut other = one.also_at(&world.house);
        let before = version(&mut one, &table);
        let answers = std::thread::scope(|scope| {
            let tabs = [&mut one, &mut other].map(|tab| {
                let (table, seen) = (&table, &seen);
                scope.spawn(move || grade(tab, table, seen))
            });
            tabs.map(|tab| tab.join().expect("an answer"))
        });
        let mut statuses = answers.each_ref().map(|page| page.status);
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{answers:?}");
        assert_eq!(version(&mut one, &table), before + 1);
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn every_time_on_the_screen_is_the_time_of_the_server() {
    on_both(|kind| {
        let (world, table) = (World::demo(kind), elsbroek());
        let mut fatima = world.person(ASSESSORS[0]);
        world.set_clock("2026-11-23T10:32:00+01:00");
        let page = fatima.get(&table).is(200);
        assert!(page.text_of("[data-live-status]").ends_with("10.32 uur"), "{page:?}");
        let second: i64 = page.attribute("app-live", "seconds").parse().expect("a number");
        let told = fatima.get(&format!("{table}/version")).is(200);
        let told: Value = serde_json::from_str(&told.body).expect("an answer in JSON");
        let begin = (10 * 60 + 32) * 60;
        for second in [second, told["clock"].as_i64().expect("a number")] {
            assert!((begin..begin + 60).contains(&second), "{second}");
        }
        // There is nothing else: no name, no grade.
        let keys: Vec<&String> = told.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["chair", "clock", "version"]);
        assert_eq!(told["chair"], "");
    });
}

#[test]
fn one_person_at_two_tables_hears_each_apart() {
    on_both(|kind| {
        let (world, waterrijk, mut chair) = waterrijk(kind);
        let mut fatima = world.person(ASSESSORS[0]);
        let tables = [elsbroek(), waterrijk.clone()];
        let known = tables.each_ref().map(|table| version(&mut fatima, table));
        let mut streams = tables.each_ref().map(|t| fatima.listen(&format!("{t}/events")));
        for (stream, known) in streams.iter_mut().zip(known) {
            assert_eq!(stream.next(), known.to_string());
        }
        chair.get(&tables[0]).is(200);
        chair.post(&format!("{}/items/A.q2/postponement", tables[0]), &[]).redirects();
        assert_eq!(streams[0].next(), (known[0] + 1).to_string());
        reveal(&mut chair, &waterrijk, "A.q3");
        assert_eq!(streams[1].next(), (known[1] + 1).to_string());
        // Who leaves one table still sits at the other.
        let me = crate::world::id_of("person", "fatima");
        fatima.get(&waterrijk).is(200);
        fatima.post(&format!("{waterrijk}/seats/{me}/departure"), &[]).redirects();
        assert!(fatima.get(&waterrijk).main_text().contains("Ik ben aanwezig"));
        assert!(fatima.get(&tables[0]).main_text().contains("Ik ga van tafel"));
    });
}

#[test]
fn a_screen_that_stays_on_overnight_ends_with_its_session() {
    on_both(|kind| {
        let (world, table) = (World::demo(kind), elsbroek());
        let mut daan = world.person(SECRETARY);
        daan.get(&format!("{table}/screen")).is(200);
        let mut stream = daan.listen(&format!("{table}/events"));
        assert!(!stream.next().is_empty());
        // The screen asks by itself, and that is no use of the session.
        world.set_clock("2026-11-23T10:40:00+01:00");
        daan.get(&format!("{table}/version")).is(200);
        world.set_clock("2026-11-23T11:20:00+01:00");
        assert_eq!(stream.next(), "", "the stream ends with the session");
        for part in ["version", "events", "screen", "screen/board"] {
            let page = daan.get(&format!("{table}/{part}"));
            assert!(page.redirects().starts_with("/sign-in"), "{page:?}");
            assert_eq!(page.main_text(), "");
        }
    });
}

/// A restart of the database is for its clients the end of every connection.
#[test]
fn a_database_that_restarts_is_not_noticed() {
    let (world, table) = (World::demo(Kind::Postgres), elsbroek());
    let mut chair = world.person(CHAIR);
    let known = version(&mut chair, &table);
    let mut stream = world.person(LEAD).listen(&format!("{table}/events"));
    assert_eq!(stream.next(), known.to_string());
    for _ in 0..3 {
        sql(
            &world,
            &["SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()"],
        );
        chair.get(&table).is(200);
    }
    sql(
        &world,
        &["SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
           WHERE datname = current_database() AND pid <> pg_backend_pid()"],
    );
    chair.post(&format!("{table}/items/A.q2/postponement"), &[]).redirects_to(&table);
    assert_eq!(stream.next(), (known + 1).to_string());
    assert!(world.house.verify_journal().is_ok());
}

/// Away for longer than anybody waits: every answer says so at once, in the same words, and what
/// was typed is saved as soon as the database is back.
#[test]
fn a_database_that_is_away_is_said_and_comes_back() {
    let (world, table) = (World::demo(Kind::Postgres), elsbroek());
    let mut chair = world.person(CHAIR);
    let known = version(&mut chair, &table);
    let act = format!("{table}/items/A.q2/postponement");
    let (mut hanneke, bid) = begun(&world);
    let typed = (WEEK, "Elke ochtend komt de hulp.");
    let mut visitor = world.visitor();
    visitor.get("/").is(200);
    let mut screen = chair.also_at(&world.house);
    screen.get(&table).is(200);

    world.database.stops();
    let answers = std::thread::scope(|scope| {
        let all = [
            scope.spawn(|| chair.post(&act, &[])),
            scope.spawn(|| screen.get(&format!("{table}/version"))),
            scope.spawn(|| hanneke.types(&bid, typed, "0")),
            scope.spawn(|| visitor.get("/")),
        ];
        all.map(|one| one.join().expect("an answer"))
    });
    world.database.starts_again();
    // A form may have been saved after all; a page that was only asked for cannot have been.
    let posted = [true, false, true, false];
    for (answer, posted) in answers.into_iter().zip(posted) {
        let answer = answer.is(503);
        assert_eq!(answer.retry_after.as_deref(), Some("60"), "{answer:?}");
        let text = answer.main_text();
        assert!(
            text.starts_with("Buurtbod is even niet bereikbaar Probeer het over 1 minuut"),
            "{text}"
        );
        assert_eq!(text.contains(LOOK_FIRST), posted, "{text}");
        // Whoever runs the house finds the reason under this number.
        assert!(text.contains("Noem dan dit nummer: "), "{text}");
        assert_eq!(html::faults(&answer), Vec::<String>::new());
    }

    assert_eq!(version(&mut chair, &table), known, "nothing of it was written");
    chair.post(&act, &[]).redirects_to(&table);
    assert_eq!(version(&mut chair, &table), known + 1);
    hanneke.types(&bid, typed, "0").is(204);
    visitor.get("/").is(200);
    assert!(world.house.verify_journal().is_ok());
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// The program is killed while a grade waits to be written: all of it is there afterwards, or nothing.
#[test]
fn a_program_killed_in_the_middle_of_a_save_leaves_nothing_of_it() {
    let database = Database::fresh(Kind::Postgres);
    let start = |command: &str| {
        Program::start_at(
            command,
            database.folder(),
            &[("BUURTBOD__DATABASE__URL", &database.url())],
        )
    };
    let mut program = start("demo");
    let table = elsbroek();
    let mut chair = signed_in(&program, CHAIR);
    let page = chair.get(&format!("{table}?item=A.q2")).is(200);
    let seen = page.value("version").expect("the version of the item");
    let before = version(&mut chair, &table);

    let mut link = PgConnection::establish(&database.url()).expect("the database");
    let id = crate::world::id_of("table", "table-1");
    let waits = "SELECT count(*) AS n FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut watch = PgConnection::establish(&database.url()).expect("the database");
    let address = format!("{table}/items/A.q2/score");
    let answer = link.transaction(|link| {
        let lock = sql_query("SELECT id FROM tables WHERE id = $1 FOR UPDATE");
        lock.bind::<Text, _>(&id).execute(link)?;
        std::thread::scope(|scope| {
            let saving = scope.spawn(|| chair.try_post(&address, &fields(&seen)));
            // The save has begun and waits for us.
            while count(&mut watch, waits) == 0 {
                assert!(!saving.is_finished(), "the save did not wait");
            }
            program.kill();
            Ok::<_, diesel::result::Error>(saving.join().expect("a thread"))
        })
    });
    assert!(answer.expect("the database answers").is_none(), "nobody answered");
    // PostgreSQL sees only now that nobody waits for the answer.
    let others = "SELECT count(*) AS n FROM pg_stat_activity \
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    drop(link);
    while count(&mut watch, others) > 0 {}

    let again = start("serve");
    let mut chair = signed_in(&again, CHAIR);
    let after = version(&mut chair, &table);
    let page = chair.get(&format!("{table}?item=A.q2")).is(200);
    let kept = page.main_text().contains(REASON);
    // PostgreSQL may have had the whole act before the line broke; never a part of it.
    assert_eq!(after - before, i64::from(kept), "{page:?}");
    if !kept {
        let seen = page.value("version").expect("the version of the item");
        grade(&mut chair, &table, &seen).redirects_to(&table);
    }
    drop(again);
    let url = database.url();
    assert!(
        run("verify-journal", database.folder(), &[("BUURTBOD__DATABASE__URL", &url)]).success()
    );
}

fn count(link: &mut PgConnection, query: &str) -> i64 {
    std::thread::park_timeout(std::time::Duration::from_millis(5));
    sql_query(query).get_result::<Count>(link).expect("the database answers").n
}

fn signed_in(program: &Program, email: &str) -> Person {
    let mut person = Person::at(program.address.clone());
    person.signs_in(email, PASSWORD).redirects();
    person
}

/// Notices of PostgreSQL are lost with their connection; the store is asked until they come again.
#[test]
fn instances_hear_of_each_other_with_and_without_notices() {
    const ENDS: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
        WHERE datname = current_database() AND application_name = 'buurtbod live'";
    let (world, table) = (World::demo(Kind::Postgres), elsbroek());
    let other = world.beside();
    let mut chair = world.person(CHAIR);
    let mut known = version(&mut chair, &table);
    let mut stream = world.person(LEAD).also_at(&other).listen(&format!("{table}/events"));
    assert_eq!(stream.next(), known.to_string());
    for round in 0..3 {
        if round == 1 {
            sql(&world, &[ENDS]);
        }
        sits_or_leaves(&world, &table, round);
        known = version(&mut chair, &table);
        let mut last = String::new();
        while last != known.to_string() {
            last = stream.next();
            assert!(last.parse::<i64>().expect("a version") <= known, "{last} of {known}");
        }
    }
}

/// Gerard comes and goes; each is an act.
fn sits_or_leaves(world: &World, table: &str, round: usize) {
    let mut gerard = world.person("gerard@waldervoort.example");
    gerard.get(table).is(200);
    if round.is_multiple_of(2) {
        sit(&mut gerard, table);
    } else {
        let me = crate::world::id_of("person", "gerard");
        gerard.post(&format!("{table}/seats/{me}/departure"), &[]).redirects();
    }
}
