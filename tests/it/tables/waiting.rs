//! A table opens when every admission of its lot is decided and scoring does not stand still.

use super::{LEAD, opened};
use crate::databases::on_both;
use crate::review::judgement;
use crate::world::{Page, Person, World, id_of};

const SECOND: &str = "carla@waldervoort.example";

fn manage(page: &str) -> String {
    format!("/manage/rounds/{}/{page}", id_of("round", "table"))
}

fn bid() -> String {
    manage(&format!("admissibility/{}", id_of("bid", "table-3-waterrijk")))
}

/// Tries to open the table of lot 3.
fn tries(lead: &mut Person) -> Page {
    lead.get(&manage("tables")).is(200);
    let (lot, chair) = (id_of("lot", "table-3"), id_of("person", "marijke"));
    lead.post(&manage("tables"), &[("lot", &lot), ("chair", &chair)])
}

/// Accepts every requirement, and says this of the whole bid.
fn judges(lead: &mut Person, verdict: &str) -> Page {
    let page = lead.get(&bid()).is(200);
    let fields = judgement(&page, "accepted", "Nog eens bekeken.");
    let fields = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let whole =
        [("verdict", verdict), ("reason", "Bij nader inzien."), ("ground", "requirement_not_met")];
    lead.post(&bid(), &fields.chain(whole).collect::<Vec<_>>())
}

#[test]
fn a_refusal_that_waits_for_a_second_person_holds_up_the_table() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut lead = world.person(LEAD);
        judges(&mut lead, "refused").redirects();
        let said = "nog niet over elke inschrijving besloten";
        assert!(tries(&mut lead).is(409).main_text().contains(said));
        let page = lead.get(&manage("tables")).is(200);
        let lot = format!("#lot-{}", id_of("lot", "table-3"));
        assert!(page.text_of(&lot).contains(said), "{page:?}");
        assert!(page.texts_of(&format!("{lot} form")).is_empty(), "no button that says no");

        let mut second = world.person(SECOND);
        let refusal = format!("{}/refusal", bid());
        second.get(&refusal).is(200);
        let back = [("return_reason", "Dit was op tijd.")];
        second.post(&format!("{refusal}/return"), &back).redirects();
        tries(&mut lead).is(409);
        judges(&mut lead, "admitted").redirects();
        opened(&mut lead, "table-3");
        // Once the table has met, nobody judges the admission any more.
        judges(&mut lead, "refused").is(422);
    });
}

#[test]
fn no_table_opens_while_scoring_stands_still() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut lead = world.person(LEAD);
        let turn = |lead: &mut Person, to: &str| {
            lead.get(&manage("pause")).is(200);
            let fields = [("to", to), ("reason", "Er kwam een klacht over vraag 2.")];
            lead.post(&manage("pause"), &fields).redirects();
        };
        turn(&mut lead, "stop");
        assert!(tries(&mut lead).is(409).main_text().contains("De beoordeling ligt stil."));
        turn(&mut lead, "start");
        opened(&mut lead, "table-3");
    });
}
