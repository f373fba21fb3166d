//! Who runs the table when its chair cannot: the secretary, until the chair is back.

use serde_json::Value;

use super::{ASSESSORS, CHAIR, elsbroek, sit};
use crate::databases::on_both;
use crate::html;
use crate::world::{Page, Person, World, id_of};

const SECRETARY: &str = "daan@waldervoort.example";

/// More than the twenty seconds after which a silent chair has lost the line.
fn some_time_later(world: &World) {
    let later = world.house.now() + jiff::SignedDuration::from_secs(60);
    world.house.set_clock(later);
}

/// What a screen is told that asks how far the table is.
fn asks(person: &mut Person, table: &str) -> Value {
    let told = person.get(&format!("{table}/version")).is(200);
    serde_json::from_str(&told.body).expect("an answer in JSON")
}

fn takes_over(person: &mut Person, table: &str) -> Page {
    person.get(table).is(200);
    person.post(&format!("{table}/stand-in"), &[])
}

fn gives_back(person: &mut Person, table: &str) -> Page {
    person.get(table).is(200);
    person.post(&format!("{table}/stand-in/end"), &[])
}

fn postpones(person: &mut Person, table: &str, item: &str) -> Page {
    person.get(table).is(200);
    person.post(&format!("{table}/items/{item}/postponement"), &[])
}

#[test]
fn the_secretary_takes_over_from_a_chair_who_lost_the_line() {
    on_both(|kind| {
        let (world, table) = (World::demo(kind), elsbroek());
        let (mut chair, mut daan) = (world.person(CHAIR), world.person(SECRETARY));
        chair.get(&table).is(200);
        // While the chair is heard nobody can take over.
        let page = daan.get(&table).is(200);
        assert!(!page.main_text().contains("Ik neem het over"), "{page:?}");
        assert_eq!(asks(&mut daan, &table)["chair"], "here");
        takes_over(&mut daan, &table).is(409);
        some_time_later(&world);
        asks(&mut chair, &table);
        assert_eq!(asks(&mut daan, &table)["chair"], "here");
        some_time_later(&world);
        assert_eq!(asks(&mut daan, &table)["chair"], "silent");
        let page = daan.get(&table).is(200);
        assert!(page.main_text().contains("niets van het scherm van de voorzitter"), "{page:?}");
        // Nobody but the secretary is offered it, or can do it.
        let mut fatima = world.person(ASSESSORS[0]);
        assert!(!fatima.get(&table).main_text().contains("Ik neem het over"));
        takes_over(&mut fatima, &table).is(403);
        takes_over(&mut daan, &table).redirects_to(&table);
        takes_over(&mut daan, &table).is(409);

        let page = daan.get(&table).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("U leidt de tafel sinds"), "{page:?}");
        for path in [table.clone(), format!("{table}/screen")] {
            let page = fatima.get(&path).is(200);
            assert!(page.main_text().contains("Daan Wolters leidt de tafel sinds"), "{page:?}");
        }
        // The secretary runs, and does not sign; two people never run at once.
        postpones(&mut daan, &table, "A.q2").redirects_to(&table);
        daan.get(&format!("{table}/signature")).is(200);
        daan.post(&format!("{table}/signature"), &[("read", "1")]).is(403);
        let page = chair.get(&table).is(200);
        assert!(page.main_text().contains("omdat uw verbinding weg was"), "{page:?}");
        postpones(&mut chair, &table, "B.q4").is(403);

        gives_back(&mut chair, &table).redirects_to(&table);
        gives_back(&mut chair, &table).is(409);
        postpones(&mut daan, &table, "B.q4").is(403);
        chair.get(&table).is(200);
        let minutes = chair.get(&format!("{table}/minutes")).is(200).main_text();
        assert!(minutes.contains("Daan Wolters nam de leiding over"), "{minutes}");
        assert!(minutes.contains("De voorzitter leidt de tafel weer"), "{minutes}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn the_quorum_stays_what_it_is_when_the_secretary_runs() {
    on_both(|kind| {
        let (world, table) = (World::demo(kind), elsbroek());
        let (mut chair, mut daan) = (world.person(CHAIR), world.person(SECRETARY));
        chair.get(&table).is(200);
        let me = id_of("person", "marijke");
        chair.post(&format!("{table}/seats/{me}/departure"), &[]).redirects_to(&table);
        assert_eq!(asks(&mut daan, &table)["chair"], "away");
        takes_over(&mut daan, &table).redirects_to(&table);
        daan.get(&table).is(200);
        let page = daan.post(&format!("{table}/items/C.q3/reveal"), &[]).is(409);
        assert!(page.main_text().contains("te weinig mensen aan tafel"), "{page:?}");
        // What needs no decision goes on.
        postpones(&mut daan, &table, "A.q2").redirects_to(&table);
        sit(&mut chair, &table);
        gives_back(&mut daan, &table).redirects_to(&table);
        chair.get(&table).is(200);
        chair.post(&format!("{table}/items/C.q3/reveal"), &[]).redirects_to(&table);
        assert!(world.house.verify_journal().is_ok());
    });
}
