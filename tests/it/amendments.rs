//! The terms of a round change while bids are open: everybody hears it at once, a bid goes on as it
//! began, and its writers take the new terms over when they have read them.

use crate::databases::{Kind, on_both};
use crate::submission::{GERDA, complete, sign};
use crate::world::{Person, World, id_of};

const LEAD: &str = "rob@rietmeer.example";
const REASON: &str = "Wij vragen ook wat u doet bij hitte. Daarom krijgt u een week langer.";

fn round() -> String {
    format!("/manage/rounds/{}", id_of("round", "open"))
}

fn public() -> String {
    round().replace("/manage", "")
}

fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

/// Begins a draft of new terms; answers its place below `/manage/rounds`.
fn begun(rob: &mut Person) -> String {
    rob.get(&round()).is(200);
    rob.post(&format!("{}/amendments", round()), &[]).redirects()
}

/// A new question in the section on the way of working.
fn asks_about_heat(rob: &mut Person, draft: &str) {
    let address = format!("{draft}/sections/way_of_working/questions/new");
    let question = rob
        .get(&address)
        .is(200)
        .form(&address)
        .with("question_label", "Wat doet u als het heet is?")
        .with("answer_kind", "text")
        .with("answer_most", "100");
    rob.sends(&question).redirects();
}

fn publishes(rob: &mut Person, draft: &str) {
    let address = format!("{draft}/amendment");
    let form = rob.get(&address).is(200).form(&address).with("reason", REASON).with("sure", "yes");
    rob.sends(&form).redirects_to(&format!("{}/amendments", public()));
}

#[test]
fn new_terms_reach_every_bidder_and_change_no_bid_by_themselves() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(LEAD);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        let before = world.visitor().get(&public()).is(200).text_of("code");
        let draft = begun(&mut rob);
        // Going on with it is the same draft; nobody outside sees it.
        rob.get(&round()).is(200);
        assert_eq!(rob.post(&format!("{}/amendments", round()), &[]).redirects(), draft);
        world.visitor().get(&draft.replace("/manage", "")).is(404);
        asks_about_heat(&mut rob, &draft);
        assert!(!yvonne.get(&bid()).is(200).main_text().contains("wijzigde de voorwaarden"));

        let check = rob.get(&format!("{draft}/amendment")).is(200);
        assert!(
            check.main_text().contains("Nieuwe vraag: Wat doet u als het heet is?"),
            "{check:?}"
        );
        world.mails();
        publishes(&mut rob, &draft);
        rob.get(&draft).is(404);

        // Public, with the reason, the difference and another hash.
        let page = world.visitor().get(&format!("{}/amendments", public()));
        let text = page.is(200).main_text();
        for said in ["Wijziging 1", REASON, "Nieuwe vraag: Wat doet u als het heet is?", &before] {
            assert!(text.contains(said), "{said} in {text}");
        }
        let after = world.visitor().get(&public()).text_of("code");
        assert_ne!(before, after);
        let told: Vec<String> = world.mails().into_iter().map(|mail| mail.to).collect();
        assert!(told.contains(&"yvonne@dijkgenoten.example".to_owned()), "{told:?}");
        assert!(!told.contains(&LEAD.to_owned()), "{told:?}");

        // The bid goes on as it began, and says that something changed.
        let section = format!("{}/sections/way_of_working", bid());
        assert!(!yvonne.get(&section).is(200).main_text().contains("als het heet is"));
        let tasks = yvonne.get(&bid()).is(200);
        let terms = tasks.link("Bekijk wat er anders is");
        let page = yvonne.get(&terms).is(200);
        assert!(page.main_text().contains("Nieuwe vraag: Wat doet u als het heet is?"), "{page:?}");
        // What is typed on the old form is still checked by the old form, and kept.
        let gap = yvonne.get(&format!("{}/sections/need_and_gap", bid())).is(200);
        let seen = gap.attribute("[name='need_and_gap.gap']", "data-version");
        yvonne.types(&bid(), ("need_and_gap.gap", "Nog een zin."), &seen).is(204);

        yvonne.sends(&page.form(&terms)).redirects_to(&bid());
        assert!(yvonne.get(&section).is(200).main_text().contains("Wat doet u als het heet is?"));
        assert!(!yvonne.get(&bid()).is(200).main_text().contains("wijzigde de voorwaarden"));
        assert!(yvonne.get(&terms).is(200).main_text().contains("op de voorwaarden van nu"));
        assert!(world.house.verify_journal().is_ok());
        // What a bidder does about it is not the municipality's business yet.
        let journal = rob.get(&format!("{}/journal", round())).is(200).main_text();
        assert!(journal.contains("wijzigde de voorwaarden"), "{journal}");
        assert!(!journal.contains("nam de gewijzigde voorwaarden over"), "{journal}");
    });
}

#[test]
fn a_bid_on_old_terms_is_not_handed_in() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let mut rob = world.person(LEAD);
        let draft = begun(&mut rob);
        let basics = format!("{draft}/parts/basics");
        let form = rob.get(&basics).is(200).form(&basics).with("contact_phone", "088 990 01 99");
        rob.sends(&form).redirects();
        publishes(&mut rob, &draft);
        let refused = sign(&mut gerda, &complete(), &[]).is(409);
        assert!(refused.main_text().contains("neem de wijziging over"), "{refused:?}");
        // Read and taken over, it goes in.
        let terms = format!("{}/terms", complete());
        let form = gerda.get(&terms).is(200).form(&terms);
        gerda.sends(&form).redirects();
        sign(&mut gerda, &complete(), &[]).redirects_to(&format!("{}/receipt", complete()));
    });
}

#[test]
fn what_may_not_change_is_refused_with_a_sentence() {
    let world = World::demo(Kind::Sqlite);
    let mut rob = world.person(LEAD);
    let draft = begun(&mut rob);
    let address = format!("{draft}/amendment");
    // Nothing changed yet: there is nothing to publish.
    let page = rob.get(&address).is(200);
    assert!(page.main_text().contains("U veranderde nog niets"), "{page:?}");
    let empty = [("reason", REASON), ("sure", "yes"), ("version", "1")];
    assert!(rob.post(&address, &empty).is(409).main_text().contains("nog niets veranderd"));
    asks_about_heat(&mut rob, &draft);
    let form = rob.get(&address).is(200).form(&address);
    let unsure = rob.sends(&form.with("reason", REASON)).is(422);
    assert_eq!(unsure.value("reason").as_deref(), Some(REASON));
    let form = rob.get(&address).is(200).form(&address).with("sure", "yes");
    assert!(rob.sends(&form).is(422).main_text().contains("Schrijf wat er verandert en waarom."));
    // Somebody else worked on it meanwhile.
    let stale = rob.get(&address).is(200).form(&address).with("reason", REASON).with("sure", "yes");
    asks_about_heat_again(&mut rob, &draft);
    assert!(rob.sends(&stale).is(409).main_text().contains("Iemand anders"), "told so");
    // Thrown away: the terms are as they were, and one can begin anew.
    let removal = format!("{address}/removal");
    let form = rob.get(&removal).is(200).form(&removal);
    rob.sends(&form).redirects_to(&round());
    rob.get(&draft).is(404);
    assert_ne!(begun(&mut rob), draft);
    // Other municipalities and bidders have no business here.
    let mut ingrid = world.person("ingrid@waldervoort.example");
    ingrid.get("/manage").is(200);
    ingrid.post(&format!("{}/amendments", round()), &[]).is(404);
}

fn asks_about_heat_again(rob: &mut Person, draft: &str) {
    let basics = format!("{draft}/parts/basics");
    let form = rob.get(&basics).is(200).form(&basics).with("contact_phone", "088 990 01 98");
    rob.sends(&form).redirects();
}

#[test]
fn after_the_deadline_terms_stay_as_they_are() {
    let world = World::demo(Kind::Sqlite);
    let mut rob = world.person(LEAD);
    let draft = begun(&mut rob);
    asks_about_heat(&mut rob, &draft);
    let address = format!("{draft}/amendment");
    let form = rob.get(&address).is(200).form(&address).with("reason", REASON).with("sure", "yes");
    world.set_clock("2027-06-01T12:00:00Z");
    rob.signs_in(LEAD, "samen-zorgen-2027");
    rob.get(&address);
    let refused = rob.sends(&form).is(409);
    assert!(refused.main_text().contains("neemt geen inschrijvingen meer aan"), "{refused:?}");
}
