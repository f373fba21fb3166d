//! How firm a ranking is: for the process lead, and of the weights only after the decision.

use super::{CHAIR, LEAD, oosterveen};
use crate::databases::on_both;
use crate::html;
use crate::world::{World, id_of};

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
                "Hoe eens waren de beoordelaars het voor de tafel?"
            ]
        );
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
