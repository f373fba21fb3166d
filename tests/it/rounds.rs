//! A process lead makes a round: from a template or a copy, part by part, until it is published and
//! frozen.

use crate::databases::{Kind, on_both};
use crate::world::{Form, Page, Person, World, id_of};

const LEAD: &str = "ingrid@waldervoort.example";

/// A new round of Waldervoort; answers its place below `/manage/rounds`.
fn begun(lead: &mut Person, start: &str) -> String {
    lead.get("/manage/rounds/new").is(200);
    let made = lead.post("/manage/rounds/new", &[("title", "Samen oud worden"), ("start", start)]);
    made.redirects()
}

fn form(lead: &mut Person, address: &str) -> Form {
    lead.get(address).is(200).form(address)
}

/// A lot that nothing is missing from.
fn lot(lead: &mut Person, round: &str) -> Form {
    let page = lead.get(&format!("{round}/lots/new")).is(200);
    let area = page.attribute("input[name=areas]", "value");
    page.form(&format!("{round}/lots/new"))
        .with("name", "Elsbroek")
        .with("theme", "Hulp bij het huishouden")
        .with("description", "In Elsbroek krijgen 96 mensen hulp bij het huishouden.")
        .and("categories", &page.attribute("input[name=categories]", "value"))
        .and("areas", &area)
        .with("clients", "96")
        .with("budget", "540.000")
        .with("volume", "13.550")
        .with("rate", "39,85")
}

fn complaints(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}

#[test]
fn a_round_is_made_checked_published_and_frozen() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "fixed");
        let basics = format!("{round}/parts/basics");
        let summary = "Waldervoort zoekt coöperaties die ouderen helpen in hun eigen dorp.";
        let typed = form(&mut ingrid, &basics).with("summary", summary);
        ingrid.sends(&typed).redirects_to(&round);
        let first = lot(&mut ingrid, &round);
        ingrid.sends(&first).redirects();

        // Nobody sees it yet.
        let public = round.replace("/manage", "");
        world.visitor().get(&public).is(404);

        let address = format!("{round}/publication");
        let check = ingrid.get(&address).is(200);
        let unsure = check.form(&address);
        assert_eq!(complaints(&ingrid.sends(&unsure).is(422)).len(), 1);
        let sure = unsure.with("sure", "yes");
        ingrid.sends(&sure).redirects_to(&format!("{round}?published=1"));
        let file = ingrid.get(&round).is(200);
        let hash = file.text_of("code");
        assert_eq!(hash.len(), 64, "{hash}");

        let page = world.visitor().get(&public).is(200);
        assert_eq!(page.text_of("h1"), "Samen oud worden");
        assert!(page.main_text().contains("Elsbroek"));
        // Frozen: nothing of it can be changed any more, and it is published once.
        ingrid.get(&round).is(200);
        ingrid.sends(&typed).is(409);
        ingrid.sends(&first).is(409);
        ingrid.sends(&sure).is(409);
        let journal = ingrid.get(&format!("{round}/journal")).is(200).main_text();
        assert!(journal.contains(&hash), "the journal holds the hash: {journal}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_copy_brings_lots_and_questions_along_and_new_dates() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &id_of("round", "table"));
        let lots = ingrid.get(&format!("{round}/lots")).is(200).main_text();
        for name in ["Elsbroek", "Oosterveen en Rietakker", "Waterrijk", "Heel Waldervoort"] {
            assert!(lots.contains(name), "{lots}");
        }
        let old = id_of("lot", "table-1");
        ingrid.get(&format!("{round}/lots/{old}")).is(404);
        let dates = form(&mut ingrid, &format!("{round}/parts/dates"));
        assert!(dates.value("closes_at_date") > "2026-11-23", "{}", dates.value("closes_at_date"));
        let criteria = ingrid.get(&format!("{round}/parts/criteria")).is(200).main_text();
        assert!(criteria.contains("Samenwerken in de buurt"), "{criteria}");
    });
}

#[test]
fn a_round_says_in_which_order_assessors_read() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "weighted");
        let rules = format!("{round}/parts/rules");
        assert_eq!(form(&mut ingrid, &rules).value("reading"), "across_bids");
        let typed = form(&mut ingrid, &rules).with("reading", "bid_by_bid");
        ingrid.sends(&typed).redirects();
        assert_eq!(form(&mut ingrid, &rules).value("reading"), "bid_by_bid");
        let odd = form(&mut ingrid, &rules).with("reading", "backwards");
        ingrid.sends(&odd).redirects();
        assert_eq!(form(&mut ingrid, &rules).value("reading"), "bid_by_bid");
    });
}

/// When the table talks about an item is a part of what is published.
#[test]
fn a_round_says_from_which_difference_on_its_table_talks() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "fixed");
        let rules = format!("{round}/parts/rules");
        let typed = form(&mut ingrid, &rules);
        assert_eq!(["bands_orange", "bands_red"].map(|name| typed.value(name)), ["20", "50"]);
        for (orange, red) in [
            ("0", "50"),
            ("20", "100"),
            ("50", "50"),
            ("60", "40"),
            ("", "50"),
            ("20", "2,5"),
            ("-1", "50"),
        ] {
            let odd = typed.clone().with("bands_orange", orange).with("bands_red", red);
            let page = ingrid.sends(&odd).is(422);
            assert_eq!(complaints(&page).len(), 1, "{orange} {red}: {page:?}");
            assert_eq!(page.form(&rules).value("bands_red"), red);
        }
        ingrid.sends(&typed.with("bands_orange", "25").with("bands_red", "60")).redirects();
        assert_eq!(form(&mut ingrid, &rules).value("bands_red"), "60");
        let first = lot(&mut ingrid, &round);
        ingrid.sends(&first).redirects();
        let basics = format!("{round}/parts/basics");
        let typed = form(&mut ingrid, &basics).with("summary", "Waldervoort zoekt hulp.");
        ingrid.sends(&typed).redirects();
        let address = format!("{round}/publication");
        let sure = form(&mut ingrid, &address).with("sure", "yes");
        ingrid.sends(&sure).redirects();
        let told = |address: &str| world.visitor().get(address).is(200).main_text();
        let public = told(&round.replace("/manage", ""));
        for said in [
            "Is dat meer dan 60% van de schaal, dan bespreekt de tafel dit als eerste.",
            "Is het verschil kleiner dan 25%,",
        ] {
            assert!(public.contains(said), "{said} in {public}");
        }
        let before = told(&format!("/rounds/{}", id_of("round", "open")));
        assert!(before.contains("Is dat meer dan 50% van de schaal"), "{before}");
    });
}

#[test]
fn what_is_missing_is_listed_and_keeps_the_round_shut() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, "weighted");
    let address = format!("{round}/publication");
    let page = ingrid.get(&address).is(200);
    assert!(page.main_text().contains("perceel"), "{page:?}");
    ingrid.post(&address, &[("sure", "yes"), ("version", "1")]).is(409);
    world.visitor().get(&round.replace("/manage", "")).is(404);
}

#[test]
fn nothing_is_begun_without_a_name_and_a_start() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    ingrid.get("/manage/rounds/new").is(200);
    let page = ingrid.post("/manage/rounds/new", &[("title", ""), ("start", "")]).is(422);
    assert_eq!(complaints(&page).len(), 2);
    // Somebody else's round is no template.
    let theirs = id_of("round", "open");
    let fields = [("title", "Samen oud worden"), ("start", theirs.as_str())];
    let page = ingrid.post("/manage/rounds/new", &fields).is(422);
    assert_eq!(page.value("title").as_deref(), Some("Samen oud worden"));
}

#[test]
fn every_form_comes_back_with_what_was_typed_and_what_to_do() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, "weighted");
    // Part, field, what is typed there, sentences.
    let wrong = [
        ("parts/basics", "title", "", 1),
        ("parts/basics", "contact_email", "ingrid", 1),
        ("parts/dates", "closes_at_date", "31-02-2027", 1),
        ("parts/dates", "closes_at_time", "25.00", 1),
        ("parts/dates", "scores_due", "gisteren", 1),
        ("parts/dates", "closes_at_date", "2026-11-01", 2),
        ("parts/rules", "total_threshold", "veel", 1),
        ("parts/rules", "total_threshold", "0", 1),
        ("parts/scale", "value-1", "-5", 1),
        ("criteria/q1", "name", "", 1),
        ("lots/new", "name", "", 2),
        ("lots/new", "budget", "veel", 3),
        ("lots/new", "clients", "-1", 3),
        ("lots/new", "areas", "WK000000-1999", 3),
    ];
    for (part, field, value, sentences) in wrong {
        let address = format!("{round}/{part}");
        let typed = form(&mut ingrid, &address).with(field, value);
        let page = ingrid.sends(&typed).is(422);
        let said = complaints(&page);
        assert_eq!(said.len(), sentences, "{part} {field}: {said:?}");
        if field != "areas" {
            assert_eq!(page.form(&address).value(field), value, "{part} {field}");
        }
    }
}

#[test]
fn two_leads_change_the_same_part_and_both_texts_stay() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "fixed");
        let address = format!("{round}/parts/basics");
        let mut again = world.person(LEAD);
        let (first, second) = (form(&mut ingrid, &address), form(&mut again, &address));
        ingrid.sends(&first.with("summary", "Eerst dit.")).redirects();
        let clash = again.sends(&second.with("summary", "En dan dat.")).is(409);
        assert!(clash.main_text().contains("Eerst dit."), "{clash:?}");
        let both = clash.form(&address);
        assert_eq!(both.value("summary"), "En dan dat.");
        // Who saves again has seen what they replace.
        again.sends(&both).redirects();
        assert_eq!(form(&mut again, &address).value("summary"), "En dan dat.");
    });
}

#[test]
fn a_lot_and_a_question_are_taken_out_after_a_confirmation() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, &id_of("round", "table"));
    let lots = ingrid.get(&format!("{round}/lots")).is(200);
    let first = lots.addresses().into_iter().find(|a| a.contains("/lots/") && !a.ends_with("new"));
    let removal = format!("{}/removal", first.expect("a lot"));
    let sure = form(&mut ingrid, &removal);
    ingrid.sends(&sure).redirects();
    let left = ingrid.get(&format!("{round}/lots")).is(200).main_text();
    assert!(!left.contains("Elsbroek") && left.contains("Waterrijk"), "{left}");

    let removal = format!("{round}/criteria/q1/removal");
    let sure = form(&mut ingrid, &removal);
    ingrid.sends(&sure).redirects();
    let left = ingrid.get(&format!("{round}/parts/criteria")).is(200).main_text();
    assert!(!left.contains("Kennis van het gebied"), "{left}");
}
