//! Every way in which price and quality come together: chosen in the set-up, and on the pages and
//! letters of a round that published it.

use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::databases::{Kind, on_both};
use crate::decisions::{CARLA, HULP_DIRECT, award, bid, decision, publish, round, without_hashes};
use crate::html;
use crate::world::{Form, Page, Person, World, id_of};

const LEAD: &str = "ingrid@waldervoort.example";

/// A draft to set up; answers the address of the part where its method is chosen.
fn begun(lead: &mut Person) -> String {
    lead.get("/manage/rounds/new").is(200);
    let made = [("title", "Samen oud worden"), ("start", "weighted")];
    let round = lead.post("/manage/rounds/new", &made).redirects();
    format!("{round}/parts/method")
}

fn form(lead: &mut Person, address: &str) -> Form {
    lead.get(address).is(200).form(address)
}

fn chosen(form: Form, fields: &[(&str, &str)]) -> Form {
    fields.iter().fold(form, |form, (name, value)| form.with(name, value))
}

fn complaints(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}

/// Fields of the form with what is typed in them.
type Typed = &'static [(&'static str, &'static str)];

/// What a lead fills in per method.
const CHOICES: [Typed; 9] = [
    &[("price_rule", "fixed")],
    &[("price_rule", "weighted_absolute"), ("price_weight", "15")],
    &[("price_rule", "award_on_value")],
    &[("price_rule", "value_for_money")],
    &[("price_rule", "price_per_point")],
    &[("price_rule", "log_price"), ("price_weight", "15"), ("price_multiple", "2")],
    &[("price_rule", "low_bid_inverse"), ("price_weight", "15"), ("falls_away", "keep_order")],
    &[
        ("price_rule", "low_bid_linear"),
        ("price_weight", "15"),
        ("price_multiple", "1,5"),
        ("falls_away", "recompute"),
    ],
    &[("price_rule", "utility_index"), ("price_weight", "15"), ("falls_away", "recompute")],
];

#[test]
fn a_method_is_chosen_and_comes_back_as_it_was_chosen() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let address = begun(&mut ingrid);
        for fields in CHOICES {
            let typed = chosen(form(&mut ingrid, &address), fields);
            ingrid.sends(&typed).redirects();
            let page = ingrid.get(&address).is(200);
            assert_eq!(html::faults(&page), Vec::<String>::new());
            let kept = page.form(&address);
            for (name, value) in fields {
                assert_eq!(kept.value(name), *value, "{fields:?}");
            }
        }
    });
}

#[test]
fn what_a_method_needs_is_asked_for() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let address = begun(&mut ingrid);
    let weight = "Vul in hoeveel punten de prijs telt: meer dan 0 en minder dan 100.";
    let multiple = "Vul een getal in dat hoger is dan 1, bijvoorbeeld 2.";
    let choose = "Maak een keuze.";
    const LINEAR: (&str, &str) = ("price_rule", "low_bid_linear");
    let wrong: [(Typed, &[&str]); 9] = [
        (&[("price_rule", "average")], &[choose]),
        (&[("price_rule", "weighted_absolute"), ("price_weight", "")], &[weight]),
        (&[("price_rule", "weighted_absolute"), ("price_weight", "0")], &[weight]),
        (&[("price_rule", "weighted_absolute"), ("price_weight", "100")], &[weight]),
        (&[("price_rule", "weighted_absolute"), ("price_weight", "-5")], &[weight]),
        (&[("price_rule", "log_price"), ("price_multiple", "1")], &[multiple]),
        (&[("price_rule", "log_price"), ("price_multiple", "1/0")], &[multiple]),
        (&[("price_rule", "low_bid_inverse"), ("falls_away", "")], &[choose]),
        (&[LINEAR, ("price_weight", "x"), ("price_multiple", "0,5")], &[weight, multiple, choose]),
    ];
    for (fields, sentences) in wrong {
        let typed = chosen(form(&mut ingrid, &address), fields);
        assert_eq!(complaints(&ingrid.sends(&typed).is(422)), sentences, "{fields:?}");
        // Trying it out says the same, and saves nothing either.
        let tried = typed.to(&format!("{address}/example"));
        assert_eq!(complaints(&ingrid.sends(&tried).is(422)), sentences, "{fields:?}");
    }
    assert_eq!(form(&mut ingrid, &address).value("price_rule"), "weighted_absolute");
}

#[test]
fn the_example_follows_what_is_typed_and_saves_nothing() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let address = begun(&mut ingrid);
    let tried = |fields: &[(&str, &str)], ingrid: &mut Person| {
        let typed = chosen(form(ingrid, &address), fields).to(&format!("{address}/example"));
        let page = ingrid.sends(&typed).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        page
    };
    for fields in CHOICES {
        let page = tried(fields, &mut ingrid);
        let word = fields[0].1;
        assert_snapshot!(format!("example_{word}"), page.text_of("app-example"));
    }
    assert_eq!(form(&mut ingrid, &address).value("price_rule"), "weighted_absolute");

    let points = address.replace("method", "criteria");
    let typed = form(&mut ingrid, &points).with("weight-q1", "26").to(&format!("{points}/example"));
    let page = ingrid.sends(&typed).is(200);
    assert!(page.text_of("app-example").contains("De punten zijn samen 101."), "{page:?}");
    ingrid.post(&format!("{}/example", address.replace("method", "dates")), &[]).is(404);
}

/// Another price rule in the round at the table, with weights that fit it.
fn republished(world: &World, price: &Value) {
    world.house.republish(&round(), |definition| {
        let weights: &[&str] = match price["type"].as_str() {
            Some("award_on_value") => &["2.50", "2", "2.50", "1.50"],
            Some("value_for_money" | "price_per_point") => &["30", "20", "30", "20"],
            _ => &["25", "20", "25", "15"],
        };
        for (place, weight) in weights.iter().enumerate() {
            definition["criteria"][place]["weight"] = json!(weight);
        }
        definition["price"] = price.clone();
        if price["type"] == "award_on_value" {
            let scale = definition["scale"].as_array_mut().expect("grades");
            let lowest = scale.last_mut().expect("a lowest grade");
            lowest["value"] = json!("-5");
        }
    });
}

fn published_rules() -> [Value; 8] {
    [
        json!({"type": "weighted_absolute", "weight": "15"}),
        json!({"type": "award_on_value"}),
        json!({"type": "value_for_money"}),
        json!({"type": "price_per_point"}),
        json!({"type": "log_price", "weight": "15", "multiple": "2"}),
        json!({"type": "low_bid_inverse", "weight": "15", "falls_away": "keep_order"}),
        json!({"type": "low_bid_linear", "weight": "15", "multiple": "2", "falls_away": "recompute"}),
        json!({"type": "utility_index", "weight": "15", "falls_away": "recompute"}),
    ]
}

/// From the page of the round to the ranking with its sums.
#[test]
fn every_method_is_shown_with_its_sums() {
    for price in published_rules() {
        let word = price["type"].as_str().expect("a word").to_owned();
        let world = World::demo(Kind::Sqlite);
        republished(&world, &price);
        let public = world.visitor().get(&format!("/rounds/{}", round())).is(200);
        let mut fatima = world.person("fatima@waldervoort.example");
        fatima.get("/review").is(200);
        world.house.finish_tables();
        let mut ingrid = world.person(LEAD);
        let table = format!("/tables/{}", id_of("table", "table-1"));
        let ranking = ingrid.get(&format!("{table}/ranking")).is(200);
        for page in [&public, &ranking, &ingrid.get(&format!("{table}/firmness")).is(200)] {
            assert_eq!(html::faults(page), Vec::<String>::new(), "{word}");
        }
        let seen = format!(
            "{}\n\n{}\n\n{}",
            public.text_of("section[aria-labelledby=criteria]"),
            ranking.text_of(".app-matrix"),
            ranking.text_of("details"),
        );
        assert_snapshot!(format!("shown_{word}"), seen);
    }
}

/// Where the outcome is no sum of points, the decision and the letter say it in euros.
#[test]
fn a_round_that_awards_on_value_ends_in_letters_with_amounts() {
    on_both(|kind| {
        let world = World::demo(kind);
        republished(&world, &json!({"type": "award_on_value"}));
        world.house.finish_tables();
        let mut carla = world.person(CARLA);
        publish(&mut carla).redirects();
        let own = format!("/bids/{}/result", bid("1-hulpdirect"));
        let letter = world.person(HULP_DIRECT).get(&own).is(200).text_of("#letter");
        assert_snapshot!("letter_award_on_value", without_hashes(&letter));
        let result = world.visitor().get(&format!("/rounds/{}/result", round())).is(200);
        assert!(result.main_text().contains("€ "), "{result:?}");
    });
}

#[test]
fn a_relative_formula_is_decided_on_like_any_other() {
    let world = World::demo(Kind::Sqlite);
    republished(&world, &published_rules()[6]);
    world.house.finish_tables();
    let mut carla = world.person(CARLA);
    award(&mut carla, 1).redirects_to(&decision());
    let overview = carla.get(&decision()).is(200);
    assert!(overview.text_of("section[aria-labelledby=lot-1]").contains("Besloten"));
}

#[test]
fn a_bid_below_the_total_that_is_needed_gets_no_place() {
    let world = World::demo(Kind::Sqlite);
    world.house.republish(&round(), |definition| definition["threshold"] = json!("60"));
    let public = world.visitor().get(&format!("/rounds/{}", round())).is(200);
    let needed = "Het totaal moet ten minste 60,00 zijn. Anders krijgt een inschrijving geen plek.";
    assert!(public.main_text().contains(needed), "{public:?}");
    world.house.finish_tables();
    let mut ingrid = world.person(LEAD);
    let ranking = format!("/tables/{}/ranking", id_of("table", "table-1"));
    let page = ingrid.get(&ranking).is(200).main_text();
    assert!(page.contains(
        "Zonder plek Hulp Direct Inschrijving C Het totaal is 50,75. De grens is 60,00."
    ));
}
