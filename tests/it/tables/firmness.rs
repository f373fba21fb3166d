//! How firm a ranking is: for the process lead, and of the weights only after the decision.

use super::{CHAIR, LEAD, oosterveen};
use crate::databases::{Kind, on_both};
use crate::html;
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
