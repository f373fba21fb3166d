//! The part of the lot that a bid takes on: picked, drawn, read from a file; two people at once;
//! nobody else before the opening.

use serde_json::json;

use crate::attachments::bid;
use crate::databases::{Kind, on_both};
use crate::review::{manage, opened_in};
use crate::submission::{GERDA, complete, sign};
use crate::world::{Page, Person, World, id_of};

fn area() -> String {
    format!("{}/area", bid())
}

fn faults(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}

fn hanneke(world: &World) -> Person {
    let mut hanneke = world.person("hanneke@dijkgenoten.example");
    hanneke.get(&area()).is(200);
    hanneke
}

fn pick(person: &mut Person, version: &str, fields: &[(&str, &str)]) -> Page {
    let fields: Vec<_> =
        std::iter::once(("version", version)).chain(fields.iter().copied()).collect();
    person.post(&area(), &fields)
}

/// The first areas of the list, as they stand in the form.
fn listed(page: &Page) -> Vec<String> {
    let html = scraper::Html::parse_document(&page.body);
    let boxes = scraper::Selector::parse("input[name=areas]").expect("a selector");
    html.select(&boxes).filter_map(|one| one.value().attr("value")).map(str::to_owned).collect()
}

#[test]
fn an_area_is_picked_from_the_list_with_what_is_known_of_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = hanneke(&world);
        let version = hanneke.get(&area()).value("version").expect("a field");
        let keys = listed(&hanneke.get(&area()));
        assert!(!keys.is_empty());
        pick(&mut hanneke, &version, &[("choice", "areas"), ("areas", &keys[0])])
            .redirects_to(&area());
        let page = hanneke.get(&area()).is(200);
        let text = page.main_text();
        assert!(text.contains("Een deel van het perceel: 1 gebied"), "{text}");
        assert!(text.contains("Wie er wonen") && text.contains("Huishoudens"), "{text}");
        let journal = hanneke.get(&format!("{}/journal", bid())).is(200).main_text();
        assert!(journal.contains("koos het gebied van de inschrijving"), "{journal}");
        let next = page.value("version").expect("a field");
        pick(&mut hanneke, &next, &[("choice", "whole")]).redirects_to(&area());
        let text = hanneke.get(&area()).is(200).main_text();
        assert!(text.contains("Het hele perceel"), "{text}");
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn of_two_who_choose_at_once_the_second_is_told() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, mut yvonne) =
            (hanneke(&world), world.person("yvonne@dijkgenoten.example"));
        let page = yvonne.get(&area()).is(200);
        let (version, keys) = (page.value("version").expect("a field"), listed(&page));
        pick(&mut hanneke, &version, &[("choice", "whole")]);
        let own = [("choice", "areas"), ("areas", keys[0].as_str())];
        // What Hanneke chose may be what stood there; another choice is never lost unseen.
        pick(&mut hanneke, "7", &own).is(409);
        let current = hanneke.get(&area()).value("version").expect("a field");
        pick(&mut hanneke, &current, &own).redirects_to(&area());
        let told = pick(&mut yvonne, &current, &[("choice", "whole")]).is(409);
        let text = told.main_text();
        assert!(text.contains("Iemand anders koos intussen een ander gebied."), "{text}");
        assert!(text.contains("Een deel van het perceel: 1 gebied"), "{text}");
        // Saving once more is choosing.
        let fresh = told.value("version").expect("a field");
        pick(&mut yvonne, &fresh, &[("choice", "whole")]).redirects_to(&area());
    });
}

#[test]
fn what_is_no_area_of_the_lot_is_refused_with_a_reason() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = hanneke(&world);
    let version = hanneke.get(&area()).value("version").expect("a field");
    let mut said = |fields: &[(&str, &str)]| {
        let page = pick(&mut hanneke, &version, fields).is(422);
        (faults(&page).join("; "), page.body.contains("rare tekst"))
    };
    let nothing = "Kies het hele perceel, of kies ten minste 1 gebied.";
    assert_eq!(said(&[]).0, nothing);
    assert_eq!(said(&[("choice", "areas")]).0, nothing);
    assert_eq!(said(&[("choice", "overal")]).0, nothing);
    let other = "Een van de gebieden hoort niet bij dit perceel. Kies opnieuw.";
    assert_eq!(said(&[("choice", "areas"), ("areas", "WK990204-2024")]).0, other);
    assert_eq!(said(&[("choice", "areas"), ("areas", "'; DROP TABLE bids")]).0, other);
    let place = "Een regel is geen plaats. Schrijf eerst de breedte en dan de lengte, bijvoorbeeld \
                 53.5866 3.5388.";
    let typed = said(&[("choice", "drawn"), ("points", "rare tekst")]);
    assert_eq!(typed, (place.to_owned(), true), "what was typed comes back");
    let few = "Een gebied heeft ten minste 3 hoekpunten. Zet er punten bij.";
    assert_eq!(said(&[("choice", "drawn"), ("points", "53.5 3.5")]).0, few);
    let far = "100 procent van wat u tekende ligt buiten het perceel. Teken binnen de lijnen van het \
               perceel.";
    assert_eq!(said(&[("choice", "drawn"), ("points", "52.0 5.0\n52.1 5.0\n52.1 5.1")]).0, far);
}

/// A small square in the middle of the first area of the list.
fn square(world: &World) -> Vec<[f64; 2]> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/config/demo/areas-rietmeer.geojson");
    let text = std::fs::read_to_string(path).expect("the areas of the example");
    let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let first = listed(&hanneke(world).get(&area()))[0].clone();
    let code = first.split('-').next().expect("a code");
    let found = all["features"].as_array().expect("a list").iter();
    let feature = found.into_iter().find(|f| f["properties"]["code"] == code).expect("the area");
    let label = |name: &str| feature["properties"][name].as_f64().expect("a number");
    let (east, north) = (label("label_lon"), label("label_lat"));
    [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]
        .map(|[x, y]| [east + x * 0.006, north + y * 0.0035])
        .into()
}

#[test]
fn an_area_is_drawn_or_read_from_a_file_and_figures_are_an_estimate() {
    on_both(|kind| {
        let world = World::demo(kind);
        let corners = square(&world);
        let lines: Vec<String> = corners.iter().map(|p| format!("{} {}", p[1], p[0])).collect();
        let mut hanneke = hanneke(&world);
        let version = hanneke.get(&area()).value("version").expect("a field");
        let drawn = [("choice", "drawn"), ("points", &lines.join("\n"))];
        pick(&mut hanneke, &version, &drawn).redirects_to(&area());
        let page = hanneke.get(&area()).is(200);
        let text = page.main_text();
        assert!(text.contains("Een eigen gebied, op de kaart getekend"), "{text}");
        assert!(text.contains("Dit is een schatting."), "{text}");
        assert!(text.contains("procent van het gebied"), "{text}");

        let mut ring = corners.clone();
        ring[2] = [ring[2][0] + 0.0002, ring[2][1]];
        ring.push(ring[0]);
        let feature = json!({"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}});
        let version = page.value("version").expect("a field");
        let file = format!("{}/file", area());
        let sent = |person: &mut Person, version: &str, bytes: &[u8]| {
            person.uploads(&file, &[("version", version)], ("gebied.geojson", bytes))
        };
        sent(&mut hanneke, &version, feature.to_string().as_bytes()).redirects_to(&area());
        let version = hanneke.get(&area()).value("version").expect("a field");
        let unread = "Wij kunnen hier geen gebied uit lezen. Kies een GeoJSON-bestand met 1 gebied \
                      zonder gaten.";
        let line = json!({"type": "LineString", "coordinates": [[3.5, 53.5], [3.6, 53.6]]});
        for bytes in [&b"{}"[..], b"", b"\xFF\xFE", line.to_string().as_bytes()] {
            assert_eq!(faults(&sent(&mut hanneke, &version, bytes).is(422)), [unread]);
        }
        let huge = vec![b' '; 600 * 1024];
        assert_eq!(faults(&sent(&mut hanneke, &version, &huge).is(422)), [unread]);
    });
}

#[test]
fn the_municipality_sees_the_area_after_the_opening_and_nothing_before() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let place = format!("{}/area", complete());
        let page = gerda.get(&place).is(200);
        let version = page.value("version").expect("a field");
        gerda.post(&place, &[("version", &version), ("choice", "whole")]).redirects_to(&place);
        sign(&mut gerda, &complete(), &[]).redirects();
        // What is handed in stays what it is.
        gerda.post(&place, &[("version", "1"), ("choice", "areas")]).is(409);
        for email in ["rob@rietmeer.example", "jan@denabuur.example", "aicha@rietmeer.example"] {
            world.person(email).get(&place).is(404);
        }
        opened_in(&world);
        let mut rob = world.person("rob@rietmeer.example");
        rob.get(&place).is(404);
        let list = rob.get(&manage("open", "admissibility")).is(200);
        let own =
            list.addresses().into_iter().find(|a| a.contains(&id_of("bid", "open-4-kolkhuis")));
        let page = rob.get(&own.expect("the bid")).is(200);
        let text = page.main_text();
        assert!(text.contains("Het gebied dat deze inschrijver neemt"), "{text}");
        assert!(text.contains("Het hele perceel"), "{text}");
    });
}

#[test]
fn a_round_can_ask_for_the_area_and_the_meter_knows() {
    let world = World::demo(Kind::Sqlite);
    world.house.republish(&id_of("round", "open"), |definition| {
        let sections = definition["sections"].as_array_mut().expect("sections");
        let section = sections.iter_mut().find(|s| s["code"] == "lot_and_task").expect("it");
        let questions = section["questions"].as_array_mut().expect("questions");
        questions.push(
            json!({"code": "area", "label": "Welk gebied neemt u?", "kind": {"type": "area"}}),
        );
        questions.push(json!({"code": "hours", "label": "Hoeveel uur per week?",
            "kind": {"type": "decimal", "min": 0, "max": 40, "places": 1, "unit": "uur"}}));
    });
    let mut hanneke = hanneke(&world);
    let check = || format!("{}/check", bid());
    let asked = "Welk gebied neemt u?";
    let missing = |page: &Page| page.texts_of("a[href$='#lot_and_task.area']").join("; ");
    assert!(missing(&hanneke.get(&check()).is(200)).contains(asked));
    let section = hanneke.get(&format!("{}/sections/lot_and_task", bid())).is(200);
    assert_eq!(section.link("Kies uw gebied op de kaart"), area());
    // Nobody answers it by typing.
    let fields = [("field", "lot_and_task.area"), ("value", "whole"), ("version", "0")];
    hanneke.post(&format!("{}/answers", bid()), &fields).is(422);
    let version = hanneke.get(&area()).value("version").expect("a field");
    let keys = listed(&hanneke.get(&area()));
    pick(&mut hanneke, &version, &[("choice", "areas"), ("areas", &keys[0])]).redirects_to(&area());
    assert_eq!(missing(&hanneke.get(&check()).is(200)).matches("moet").count(), 0);
    let section = hanneke.get(&format!("{}/sections/lot_and_task", bid())).is(200);
    assert!(section.main_text().contains("Een deel van het perceel"), "{section:?}");
    for (value, status) in [("38,5", 204), ("40,1", 204)] {
        let version = if value == "38,5" { "0" } else { "1" };
        let fields = [("field", "lot_and_task.hours"), ("value", value), ("version", version)];
        hanneke.post(&format!("{}/answers", bid()), &fields).is(status);
    }
    let wrong = hanneke.get(&check()).is(200).main_text();
    assert!(wrong.contains("Vul een getal in van 0 tot en met 40"), "{wrong}");
}
