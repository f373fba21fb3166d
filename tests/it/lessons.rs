//! What a decided round taught comes back where the next one is set up.

use crate::bids::sound;
use crate::consultations::table;
use crate::databases::on_both;
use crate::journal::sql;
use crate::world::{Page, Person, World, id_of};

const LEAD: &str = "ingrid@waldervoort.example";
const OTHER: &str = "rob@rietmeer.example";
const RIA: &str = "ria@thuisinwaldervoort.example";
const NONE: &str = "Er zijn nog geen lessen.";

/// The lessons on a page, with their sources.
fn told(page: &Page) -> Vec<String> {
    page.texts_of("section[aria-labelledby=lessons] li")
}

fn begun(lead: &mut Person) -> String {
    lead.get("/manage/rounds/new").is(200);
    let fields = [("title", "Samen oud worden"), ("start", "fixed")];
    lead.post("/manage/rounds/new", &fields).redirects()
}

const SAID: &str = "Vraag minder bijlagen bij een klein perceel. \
    Dit zei Coöperatie Thuis in Waldervoort. ( Overlegtafel hulp dichtbij )";
const OUT: &str = "1. Lindenhof: deze eis hield inschrijvingen tegen: Rechtsvorm (1 keer). \
    ( Samen eten in Lindenhof )";
const APART: &str = "1. Lindenhof: zo ver lagen de inschrijvingen uit elkaar: \
    Kennis van de buurt (veel verschil), Steun in de buurt (veel verschil), \
    Veilig eten (verschil), Manier van werken (weinig verschil). ( Samen eten in Lindenhof )";
const AGREED: &str = "1. Lindenhof: De beoordelaars lagen bij 1 punten dicht bij elkaar, \
    bij 7 verschilden zij, bij 0 veel. ( Samen eten in Lindenhof )";

#[test]
fn a_new_round_begins_with_what_earlier_rounds_taught() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let start = sound(ingrid.get("/manage/rounds/new").is(200));
        let all = told(&start);
        assert_eq!(all, [OUT, SAID, APART, AGREED]);
        // What is not decided tells nothing.
        assert!(!all.join(" ").contains("Elsbroek"), "{all:?}");

        let round = begun(&mut ingrid);
        let tasks = sound(ingrid.get(&round).is(200));
        assert_eq!(told(&tasks), all);
        assert_eq!(
            tasks.link("Samen eten in Lindenhof"),
            format!("/rounds/{}/result", id_of("round", "decided"))
        );
        assert_eq!(tasks.link("Overlegtafel hulp dichtbij"), format!("{}#lessons", table()));
        for (part, own) in [("requirements", 0), ("method", 1), ("criteria", 2), ("scale", 3)] {
            let page = sound(ingrid.get(&format!("{round}/parts/{part}")).is(200));
            assert_eq!(told(&page), [all[own].clone()], "{part}");
        }
        assert_eq!(told(&ingrid.get(&format!("{round}/criteria/new")).is(200)), [all[2].clone()]);
        assert_eq!(told(&ingrid.get(&format!("{round}/parts/basics")).is(200)), [""; 0]);
        // A form that came back still has them.
        let method = format!("{round}/parts/method");
        let form = ingrid.get(&method).is(200).form(&method).with("price_rule", "gratis");
        assert_eq!(told(&ingrid.sends(&form).is(422)), [all[1].clone()]);
    });
}

/// What was said at a table needs nothing of the rounds that were decided.
#[test]
fn the_method_reads_no_decided_rounds() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid);
        sql(&world, &["ALTER TABLE submissions RENAME TO lost"]);
        let page = ingrid.get(&format!("{round}/parts/method")).is(200);
        assert_eq!(told(&page), [SAID]);
        for part in ["requirements", "criteria", "scale"] {
            ingrid.get(&format!("{round}/parts/{part}")).is(500);
        }
    });
}

#[test]
fn a_municipality_without_a_decision_learnt_nothing_yet() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(OTHER);
        let start = sound(rob.get("/manage/rounds/new").is(200));
        assert_eq!(told(&start), [""; 0]);
        assert!(start.main_text().contains(NONE), "{start:?}");
        let round = begun(&mut rob);
        assert!(sound(rob.get(&round).is(200)).main_text().contains(NONE));
        // What its own table says of the method is its own as well.
        let mut ria = world.person(RIA);
        ria.get(&table()).is(200);
        let lesson =
            [("round", id_of("round", "decided")), ("text", "Kies kortere vragen.".to_owned())];
        let lesson = lesson.each_ref().map(|(name, value)| (*name, value.as_str()));
        ria.post(&format!("{}/lessons", table()), &lesson).redirects();
        assert_eq!(told(&rob.get(&round).is(200)), [""; 0]);
        let newest = told(&world.person(LEAD).get("/manage/rounds/new").is(200));
        assert!(newest[1].starts_with("Kies kortere vragen. Dit zei"), "{newest:?}");
    });
}

/// Who reads the file of a draft and cannot change it gets no lessons with it.
#[test]
fn lessons_stand_where_somebody_can_act_on_them() {
    on_both(|kind| {
        let world = World::demo(kind);
        let round = begun(&mut world.person(LEAD));
        let page = world.person("carla@waldervoort.example").get(&round).is(200);
        assert_eq!(told(&page), [""; 0]);
        assert!(!page.main_text().contains("Wat leerde u"), "{page:?}");
    });
}
