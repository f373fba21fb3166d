//! How firm a ranking is: for the process lead, and of the weights only after the decision.

use super::{CHAIR, LEAD, oosterveen};
use crate::databases::{Kind, on_both};
use crate::html;
use crate::journal::sql;
use crate::world::{Page, World, id_of};

#[test]
fn before_the_decision_the_lead_sees_which_grades_decide_and_nothing_of_the_weights() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut lead = world.person(LEAD);
        let ranking = lead.get(&format!("{}/ranking", oosterveen())).is(200);
        let page = lead.get(&ranking.link("Hoe stevig is deze uitslag?")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert_eq!(
            page.texts_of("main h2"),
            [
                "Welke cijfers geven de doorslag?",
                "Hoe eens waren de beoordelaars het voor de tafel?",
                "Hoe ver lagen de cijfers uit elkaar?"
            ]
        );
        let asked = format!("{}/firmness?weights=within-10&scores=settled", oosterveen());
        assert_eq!(lead.get(&asked).is(200).main_text(), page.main_text());
        assert!(page.main_text().contains("ziet u hier pas na het besluit"), "{page:?}");
        // Whoever scores must not know which grade decides.
        let mut chair = world.person(CHAIR);
        chair.get(&format!("{}/firmness", oosterveen())).is(403);
        let seen = chair.get(&format!("{}/ranking", oosterveen())).is(200);
        assert!(!seen.addresses().iter().any(|a| a.ends_with("/firmness")), "{seen:?}");
    });
}

#[test]
fn after_the_decision_the_file_says_how_far_a_weight_could_move() {
    on_both(|kind| {
        let world = World::demo(kind);
        let table = format!("/tables/{}", id_of("table", &id_of("lot", "decided-1")));
        let page = world.person(LEAD).get(&format!("{table}/firmness")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        insta::allow_duplicates! {
            insta::assert_snapshot!(page.main_text());
        }
    });
}

/// How far is far, is what the round published.
#[test]
fn the_bands_of_the_round_count_what_lay_apart() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bands =
            r#"{"meeting":{"settling":{"by":"chair"},"minutes":5,"bands":{"orange":5,"red":10}},"#;
        let round = id_of("round", "decided");
        sql(
            &world,
            &[&format!(
                "UPDATE rounds SET definition = '{bands}' || substr(definition, 2) WHERE id = '{round}'"
            )],
        );
        let table = format!("/tables/{}", id_of("table", &id_of("lot", "decided-1")));
        let page = world.person(LEAD).get(&format!("{table}/firmness")).is(200).main_text();
        for row in [
            "Groot: meer dan 10% van de schaal 7",
            "Middel: van 5% tot en met 10% van de schaal 0",
            "Klein: minder dan 5% van de schaal 1",
        ] {
            assert!(page.contains(row), "{row} in {page}");
        }
        // The consultation table hears the same.
        let results = format!("/consultations/{}/results", id_of("consultation", "region"));
        let told = world.person(LEAD).get(&results).is(200).main_text();
        let said = "De beoordelaars lagen bij 1 punten dicht bij elkaar, bij 0 verschilden zij, bij 7 veel.";
        assert!(told.contains(said), "{told}");
    });
}

/// The places and the other answers of the draws.
fn drawn(page: &Page) -> Vec<String> {
    let rows = page.texts_of("#firm-draws tbody tr");
    [vec![page.value("weights"), page.value("scores")].into_iter().flatten().collect(), rows]
        .concat()
}

#[test]
fn after_the_decision_the_lead_chooses_which_weights_and_grades_are_drawn() {
    let world = World::demo(Kind::Sqlite);
    let table = format!("/tables/{}", id_of("table", &id_of("lot", "decided-1")));
    let mut lead = world.person(LEAD);
    let mut seen = |query: &str| {
        let page = lead.get(&format!("{table}/firmness{query}")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new(), "{query}");
        drawn(&page)
    };
    let usual = seen("");
    let known = seen("?weights=uniform&scores=assessors");
    assert_eq!((&usual, seen("?weights=heavy&scores=&x=y")), (&known, known.clone()));
    insta::assert_debug_snapshot!([
        usual,
        seen("?scores=settled"),
        seen("?weights=ordinal&scores=settled"),
        seen("?weights=within-10&scores=settled"),
        seen("?weights=within-50"),
    ]);
}
