use super::{admit, judgement, manage, opened};
use crate::databases::on_both;
use crate::journal::sql;
use crate::world::id_of;

#[test]
fn a_bid_is_admitted_after_every_requirement() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let list = rob.get(&manage("open", "admissibility")).is(200);
        assert_eq!(list.texts_of(".app-task__name"), ["Zorgcoöperatie Het Kolkhuis"]);
        let address = list.link("Zorgcoöperatie Het Kolkhuis");

        // Too early: nothing was judged yet.
        rob.get(&address).is(200);
        let early =
            rob.post(&address, &[("verdict", "admitted"), ("reason", "Ik ken hen.")]).is(422);
        assert!(early.main_text().contains("Geef eerst een oordeel over elke eis."), "{early:?}");
        assert_eq!(early.value("reason").as_deref(), Some("Ik ken hen."));

        // A verdict without a reason comes back with what was typed.
        let silent =
            rob.post(&address, &[("verdict.Q01", "accepted"), ("reason.Q03", "Gezien.")]).is(422);
        let sentences = silent.texts_of(".app-error-summary li");
        assert_eq!(sentences, ["Schrijf waarom. Dit komt in het dossier.", "Maak een keuze."]);
        assert_eq!(silent.value("verdict.Q01").as_deref(), Some("accepted"));
        assert_eq!(silent.value("reason.Q03").as_deref(), Some("Gezien."));

        admit(&mut rob);
        let list = rob.get(&manage("open", "admissibility")).is(200);
        assert_eq!(list.texts_of(".app-status"), ["Toegelaten"]);
        assert!(list.main_text().contains("14 van de 14 eisen bekeken"), "{list:?}");
    });
}

#[test]
fn a_refused_must_keeps_the_bid_out() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let address = admit(&mut rob);
        let page = rob.get(&address).is(200);
        let mut fields = judgement(&page, "accepted", "Bekeken.");
        for (name, value) in &mut fields {
            if name == "verdict.Q06" {
                *value = "refused".into();
            }
        }
        let with = |verdict: &'static str| {
            let own = [
                ("verdict", verdict),
                ("reason", "Zonder VOG kan het niet."),
                ("ground", "requirement_not_met"),
                ("ground.Q06", "requirement_not_met"),
            ];
            let fields = fields.iter().map(|(k, v)| (k.as_str(), v.as_str()));
            fields.chain(own).collect::<Vec<_>>()
        };
        let still_in = rob.post(&address, &with("admitted_with_condition")).is(422);
        let sentence = "Een eis die moet, is niet akkoord. Dan kan deze inschrijving niet meedoen.";
        assert!(still_in.main_text().contains(sentence), "{still_in:?}");
        rob.post(&address, &with("refused")).redirects();
        let list = rob.get(&manage("open", "admissibility")).is(200);
        assert_eq!(list.texts_of(".app-status"), ["Wacht op een tweede persoon"]);
    });
}

#[test]
fn a_new_verdict_asks_for_a_new_decision() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let address = admit(&mut rob);
        rob.get(&address).is(200);
        let change =
            [("verdict.Q01", "accepted_with_condition"), ("reason.Q01", "Na het eerste bezoek.")];
        let no_day = rob.post(&address, &change).is(422);
        let said = ["Kies een dag waarop aan de voorwaarde is voldaan."];
        assert_eq!(no_day.texts_of(".app-error-summary li"), said);
        let change = [change[0], change[1], ("due.Q01", "2027-06-01")];
        rob.post(&address, &change).redirects();
        let list = rob.get(&manage("open", "admissibility")).is(200);
        assert_eq!(list.texts_of(".app-status"), ["Bezig"]);
    });
}

#[test]
fn the_price_is_not_on_the_page_of_the_process_lead() {
    on_both(|kind| {
        let world = crate::world::World::demo(kind);
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let list = ingrid.get(&manage("table", "admissibility")).is(200);
        let page = ingrid.get(&list.link("Zorgcoöperatie De Nabuur")).is(200);
        assert!(page.body.contains("Eigen handboek (juni 2026)."));
        assert!(!page.body.contains("39,10"), "the price of this bid");
    });
}

/// Gives an assessor two more roles in the own municipality.
pub fn leads_too(world: &crate::world::World, who: &str) {
    let role = |role: &str| {
        format!(
            "INSERT INTO memberships (person_id, organisation_id, role, since) \
             VALUES ('{}', '{}', '{role}', 0)",
            id_of("person", who),
            id_of("organisation", "waldervoort")
        )
    };
    sql(world, &[&role("process_lead"), &role("decision_maker")]);
}

/// Ruud was recused from the bid of Waterrijk as an assessor. With another role he reads it no more.
#[test]
fn who_has_an_interest_reads_nothing_of_a_bid_with_any_role() {
    on_both(|kind| {
        let world = crate::world::World::demo(kind);
        leads_too(&world, "ruud");
        let bid = id_of("bid", "table-3-waterrijk");
        let rooms = manage("table", &format!("admissibility/{bid}"));
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let page = ingrid.get(&rooms).is(200);
        let name = page.text_of("main h1");
        let file = page.addresses().into_iter().find(|a| a.starts_with(&format!("{rooms}/files/")));
        let mut ruud = world.person("ruud@waldervoort.example");
        let list = ruud.get(&manage("table", "admissibility")).is(200);
        assert!(list.addresses().iter().any(|a| a.contains("/admissibility/")), "{list:?}");
        assert!(!list.addresses().iter().any(|a| a.contains(&bid)), "{list:?}");
        assert!(!list.main_text().contains(&name), "{list:?}");
        let below = ["", "/clarifications", "/supplements/Q01", "/equivalents/Q01", "/refusal"];
        for part in below.map(|part| format!("{rooms}{part}")).into_iter().chain(file) {
            ruud.get(&part).is(404);
        }
        for part in ["", "/clarifications", "/supplements/Q01", "/equivalents/Q01", "/refusal"] {
            ruud.get(&manage("table", "admissibility"));
            ruud.post(&format!("{rooms}{part}"), &[("verdict", "admitted")]).is(404);
        }

        // And he cannot say himself that it is nothing.
        let own = manage("table", &format!("conflicts/{bid}/{}", id_of("person", "ruud")));
        let harmless = [("ruling", "harmless"), ("reason", "Ver weg.")];
        ruud.get(&own).is(200);
        let page = ruud.post(&own, &harmless).is(422);
        assert!(page.main_text().contains("U kunt niet over uzelf beslissen."), "{page:?}");
        ruud.get(&rooms).is(404);
        ingrid.get(&own).is(200);
        ingrid.post(&own, &harmless).redirects();
        ruud.get(&rooms).is(200);
    });
}
