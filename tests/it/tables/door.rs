//! Before somebody sits down: is there a conflict now? What is said there works at once.

use super::{LEAD, opened, reveal, waterrijk};
use crate::databases::on_both;
use crate::world::{Person, World, id_of};

const NOTE: &str = "Mijn zus werkt er sinds vorige week.";

fn says(person: &mut Person, table: &str, fields: &[(&str, &str)]) -> crate::world::Page {
    person.get(&format!("{table}/door")).is(200);
    person.post(&format!("{table}/seat"), fields)
}

#[test]
fn nobody_sits_down_without_saying_so_again() {
    on_both(|kind| {
        let world = World::demo(kind);
        let table = opened(&mut world.person(LEAD), "table-3");
        let door = format!("{table}/door");
        let mut peter = world.person("peter@waldervoort.example");
        let page = peter.get(&table).is(200);
        assert_eq!(page.link("Ik ben aanwezig"), door);
        peter.post(&format!("{table}/seat"), &[]).redirects_to(&door);
        assert!(peter.get(&table).body.contains("Ik ben aanwezig"), "not seated");
        let page = peter.get(&door).is(200);
        assert_eq!(crate::html::faults(&page), Vec::<String>::new());
        let own = id_of("organisation", "waterrijk");
        for wrong in [
            &[("still", "")][..],
            &[("still", "maybe")],
            &[("still", "changed")],
            &[("still", "changed"), ("about", "somebody"), ("interest", "yes"), ("note", NOTE)],
            &[("still", "changed"), ("about", &own), ("interest", "none"), ("note", NOTE)],
            &[("still", "changed"), ("about", &own), ("interest", "yes"), ("note", " ")],
        ] {
            says(&mut peter, &table, wrong).is(422);
        }
        says(&mut peter, &table, &[("still", "same")]).redirects_to(&table);
        assert!(peter.get(&table).body.contains("Ik ga van tafel"));
        // Who has no seat finds no door.
        world.person(LEAD).get(&door).is(403);
        world.person("aicha@rietmeer.example").get(&door).is(404);
        assert!(world.house.verify_journal().is_ok());
    });
}

/// The grades of A.q3 were 8, 6, 4 and 2; the 8 is Fatima's, or whoever gave it.
#[test]
fn a_conflict_at_the_door_leaves_every_average_at_once() {
    on_both(|kind| {
        let (world, table, mut chair) = waterrijk(kind);
        reveal(&mut chair, &table, "A.q3");
        let voices = |person: &mut Person| person.get(&table).is(200).texts_of(".app-voice__score");
        assert_eq!(voices(&mut chair), ["8", "6", "4", "2"]);
        let mut fatima = world.person("fatima@waldervoort.example");
        fatima.get(&table).is(200);
        let me = id_of("person", "fatima");
        fatima.post(&format!("{table}/seats/{me}/departure"), &[]).redirects();
        let own = id_of("organisation", "waterrijk");
        let changed = [("still", "changed"), ("about", &own), ("interest", "yes"), ("note", NOTE)];
        says(&mut fatima, &table, &changed).redirects_to(&table);

        let left = voices(&mut chair);
        assert_eq!(left.len(), 3, "{left:?}");
        assert_eq!(voices(&mut fatima), Vec::<String>::new());
        let page = fatima.get(&format!("{table}?item=A.q3")).is(200);
        assert!(page.main_text().contains("U heeft een belang bij deze inschrijver."), "{page:?}");
        fatima.get(&format!("{table}/minutes")).is(403);
        for part in ["/board", "/screen", "/screen/board"] {
            let page = chair.get(&format!("{table}{part}")).is(200);
            assert!(page.texts_of(".app-voice__score").len() <= 3, "{page:?}");
        }
        // The lead rules that it is nothing after all: the mark was in the file all the time.
        let mut ingrid = world.person(LEAD);
        let list = format!("/manage/rounds/{}/conflicts", id_of("round", "table"));
        let ruling = ingrid.get(&list).is(200).link("Neem een besluit");
        ingrid.get(&ruling).is(200);
        let harmless = [("ruling", "harmless"), ("reason", "Zij werkt op een andere afdeling.")];
        ingrid.post(&ruling, &harmless).redirects();
        assert_eq!(voices(&mut chair), ["8", "6", "4", "2"]);
        assert!(world.house.verify_journal().is_ok());
    });
}

/// The chair, the secretary and everybody else at the table is asked as well.
#[test]
fn a_chair_with_a_conflict_cannot_lead_that_bid() {
    on_both(|kind| {
        let (world, table, mut chair) = waterrijk(kind);
        let me = id_of("person", "marijke");
        chair.get(&table).is(200);
        chair.post(&format!("{table}/seats/{me}/departure"), &[]).redirects();
        let own = id_of("organisation", "waterrijk");
        let changed = [("still", "changed"), ("about", &own), ("interest", "yes"), ("note", NOTE)];
        says(&mut chair, &table, &changed).redirects_to(&table);
        chair.post(&format!("{table}/items/A.q3/reveal"), &[]).is(404);
        assert!(world.house.verify_journal().is_ok());
    });
}
