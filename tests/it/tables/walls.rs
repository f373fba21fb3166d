//! Nothing is seen before its moment, or by whom it is not for.

use super::{
    ASSESSORS, CHAIR, KEYS, LEAD, elsbroek, oosterveen, opened, ranked, reveal, settle, settled,
    sign, turn_key, waterrijk,
};
use crate::databases::on_both;
use crate::html;
use crate::world::{Page, Person, World};

/// Every way to look at a table while it meets.
fn looks(person: &mut Person, table: &str) -> Vec<Page> {
    ["", "?item=A.q3", "/board", "/board?item=A.q3", "/screen", "/screen/board", "/signature"]
        .map(|part| person.get(&format!("{table}{part}")).is(200))
        .into()
}

/// Words of assessors about the bid of Waterrijk: its quality, and what it knows of the area.
const ABOUT_Q3: [&str; 4] = [
    "rooster voor avond en weekend",
    "ontbreken medicijnen en hygiëne",
    "waar ook de kinderen meepraten",
    "bezoek van een oud-verpleegkundige",
];
const ABOUT_Q1: [&str; 4] = [
    "2.140 huizen bezocht",
    "proef van 5 maanden en 43 telefoontjes",
    "Zij spraken met 6 kinderen",
    "mijn kinderen eten chips",
];

#[test]
fn first_grades_are_shut_until_the_chair_shows_them_to_all() {
    on_both(|kind| {
        let (world, table, mut chair) = waterrijk(kind);
        let audience = [LEAD, CHAIR, "fatima@waldervoort.example", "gerard@waldervoort.example"];
        for email in audience {
            for page in looks(&mut world.person(email), &table) {
                let told = |words: &&&str| page.body.contains(**words);
                assert_eq!(ABOUT_Q3.iter().chain(&ABOUT_Q1).find(told), None, "{page:?}");
                assert!(!page.body.contains("class=\"dot\""), "{page:?}");
                assert!(!page.body.contains("app-voice"), "{page:?}");
            }
        }
        reveal(&mut chair, &table, "A.q3");
        for email in audience {
            let page = world.person(email).get(&table).is(200);
            assert!(ABOUT_Q3.iter().all(|words| page.body.contains(words)), "{page:?}");
            assert!(!ABOUT_Q1.iter().any(|words| page.body.contains(words)), "{page:?}");
            assert_eq!(page.texts_of(".app-voice__score"), ["8", "6", "4", "2"]);
        }
    });
}

#[test]
fn who_has_a_conflict_sees_nothing_of_that_bid() {
    on_both(|kind| {
        let (world, table, mut chair) = waterrijk(kind);
        reveal(&mut chair, &table, "A.q3");
        settle(&mut chair, &table, ("A.q1", "10"));
        reveal(&mut chair, &table, "A.q3");
        let mut ruud = world.person("ruud@waldervoort.example");
        for page in looks(&mut ruud, &table) {
            let told = |words: &&&str| page.body.contains(**words);
            assert_eq!(ABOUT_Q3.iter().chain(&ABOUT_Q1).find(told), None, "{page:?}");
            assert!(!page.body.contains("Dit past bij de woorden van het cijfer 10."), "{page:?}");
            assert!(!page.body.contains("Verschil 6"), "{page:?}");
        }
        let page = ruud.get(&table).is(200);
        assert!(page.main_text().contains("U heeft een belang bij deze inschrijver."), "{page:?}");
        assert_eq!(page.texts_of("#row-A .app-cell__note")[..4], ["Niet voor u"; 4]);
        ruud.get(&format!("{table}/minutes")).is(403);
        ruud.get(&format!("{table}/ranking")).is(403);
        assert!(!page.addresses().iter().any(|a| a.contains("minutes")), "{page:?}");
    });
}

#[test]
fn the_price_opens_after_the_last_signature_and_with_two_keys() {
    on_both(|kind| {
        let (world, table, mut chair) = settled(kind);
        let [mut henk, mut shanti] = KEYS.map(|email| world.person(email));
        let shut = |page: Page| {
            assert!(
                page.main_text().contains("De tafel is al verder of nog niet zover."),
                "{page:?}"
            );
        };
        sign(&mut chair, &table);
        for email in &ASSESSORS[..4] {
            sign(&mut world.person(email), &table);
            shut(turn_key(&mut henk, &table).is(409));
        }
        let mut last = world.person(ASSESSORS[4]);
        last.get(&table).is(200);
        let unread = last.post(&format!("{table}/signature"), &[]);
        assert_eq!(unread.is(422).texts_of(".app-error-summary a").len(), 1);
        // Els leaves; those who are present have all signed.
        let els = crate::world::id_of("person", "els");
        chair.post(&format!("{table}/seats/{els}/departure"), &[]).redirects_to(&table);

        let names = ["Nabuur", "Zorgkring", "Hulp Direct", "39,10", "37,90"];
        let nobody_knows = |page: &Page| {
            assert_eq!(names.iter().find(|name| page.body.contains(**name)), None, "{page:?}");
        };
        turn_key(&mut henk, &table).redirects_to(&format!("{table}/price"));
        let waiting = henk.get(&format!("{table}/price")).is(200);
        assert!(waiting.main_text().contains("Nog 10 minuten."), "{waiting:?}");
        assert_eq!(html::faults(&waiting), Vec::<String>::new());
        turn_key(&mut henk, &table).is(409);
        chair.get(&format!("{table}/ranking")).is(403);
        nobody_knows(&chair.get(&table).is(200));
        nobody_knows(&chair.get(&format!("{table}/minutes")).is(200));

        turn_key(&mut shanti, &table).redirects_to(&format!("{table}/price"));
        let ranking = chair.get(&format!("{table}/ranking")).is(200);
        assert!(names.iter().all(|name| ranking.body.contains(name)), "{ranking:?}");
        let late = chair.post(
            &format!("{table}/items/A.q2/reopening"),
            &[("reopening", "Toch maar anders dan.")],
        );
        shut(late.is(409));
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_key_that_waited_too_long_does_not_count() {
    on_both(|kind| {
        let (world, table, mut chair) = settled(kind);
        sign(&mut chair, &table);
        for email in ASSESSORS {
            sign(&mut world.person(email), &table);
        }
        let [mut henk, mut shanti] = KEYS.map(|email| world.person(email));
        turn_key(&mut henk, &table).redirects();
        world.set_clock("2026-11-23T09:20:00+01:00");
        turn_key(&mut shanti, &table).redirects();
        chair.get(&format!("{table}/ranking")).is(403);
        turn_key(&mut henk, &table).redirects();
        chair.get(&format!("{table}/ranking")).is(200);
    });
}

#[test]
fn for_everybody_else_there_is_no_table() {
    on_both(|kind| {
        let world = World::demo(kind);
        let parts = [
            "",
            "/board",
            "/events",
            "/screen",
            "/agreed",
            "/signature",
            "/price",
            "/ranking",
            "/minutes",
        ];
        let strangers =
            ["jan@denabuur.example", "rob@rietmeer.example", "yusuf@waldervoort.example"];
        for email in strangers {
            let mut stranger = world.person(email);
            for part in parts {
                stranger.get(&format!("{}{part}", oosterveen())).is(404);
            }
            stranger.post(&format!("{}/seat", elsbroek()), &[]).is(404);
            let list = stranger.get("/tables").is(200);
            assert!(!list.body.contains("Elsbroek"), "{list:?}");
        }
    });
}

#[test]
fn the_wall_has_nothing_to_press() {
    on_both(|kind| {
        let (world, table, mut chair) = ranked(kind);
        let fresh = opened(&mut world.person(LEAD), "table-4");
        for table in [table, oosterveen(), fresh] {
            let page = chair.get(&format!("{table}/screen")).is(200);
            assert_eq!(html::faults(&page), Vec::<String>::new());
            let pressable = page.texts_of("a, button, form, input, select, textarea, summary");
            assert_eq!(pressable, Vec::<String>::new());
            let part = chair.get(&format!("{table}/screen/board")).is(200);
            assert!(part.addresses().is_empty() && !part.body.contains("<button"), "{part:?}");
        }
    });
}
