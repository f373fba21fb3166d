//! Who assesses what: by lot or by question, proposed or chosen, and why these people.

use super::{CLOSED, admit, assign, declare, manage, opened, pair};
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

/// A box of the table of items: who, and which question of which lot of the open round.
fn item(who: &str, lot: u16, code: &str) -> String {
    format!("{}.{code}", pair(who, lot))
}

fn items() -> String {
    manage("open", "assignments/items")
}

fn confirm(lead: &mut Person, now: &[String], before: &[String]) -> Page {
    lead.get(&items()).is(200);
    let fields = now.iter().map(|b| ("assigned", b.as_str()));
    let fields = fields.chain(before.iter().map(|b| ("before", b.as_str())));
    lead.post(&items(), &fields.collect::<Vec<_>>())
}

/// Rob of Rietmeer, before anything is assigned.
fn rob(world: &World) -> Person {
    world.person("rob@rietmeer.example")
}

#[test]
fn somebody_with_one_question_is_asked_and_shown_nothing_else() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = rob(&world);
        confirm(&mut rob, &[item("aicha", 2, "q2")], &[]).redirects();
        assign(&mut rob, &[("joost", 2)]).redirects();
        admit(&mut rob);
        let mut aicha = world.person("aicha@rietmeer.example");
        let sheet = declare(&mut aicha, "none", "").redirects();
        let mut joost = world.person("joost@rietmeer.example");
        let whole = declare(&mut joost, "none", "").redirects();
        let rows = |page: &Page| page.texts_of(".app-table tbody th").len();
        let (own, all) = (aicha.get(&sheet).is(200), joost.get(&whole).is(200));
        assert_eq!(rows(&own), 1, "{own:?}");
        assert!(rows(&all) > 1, "{all:?}");
        let first = own.attribute(".app-table tbody a", "href");
        assert!(first.ends_with("/q2"), "{first}");
        aicha.get(&first).is(200);
        let other = first.replace("/q2", "/q1");
        aicha.get(&other).is(404);
        aicha.post(&other, &[("grade", "8"), ("reason", "Mooi.")]).is(404);
        aicha.post(&format!("{other}/fields"), &[("field", "grade"), ("value", "8")]).is(404);
        let desk = aicha.get("/review").is(200).main_text();
        assert!(desk.contains("U beoordeelt alleen:") && desk.contains("0 van de 1 "), "{desk}");
        super::give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
        let page = aicha.get(&sheet).is(200);
        assert!(page.body.contains("/lock"), "one question is all: {page:?}");
        let board = rob.get(&manage("open", "progress")).is(200);
        let cells = board.texts_of("section:nth-of-type(2) tbody tr:first-child td.number");
        assert_eq!(cells.iter().filter(|cell| cell.as_str() == "–").count(), cells.len() - 1);
        assert!(cells.contains(&"1/1".to_owned()), "{cells:?}");
        // With a score, what is asked stands.
        let more = [item("aicha", 2, "q1"), item("aicha", 2, "q2")];
        let refused = confirm(&mut rob, &more, &more[1..]).is(409);
        assert!(refused.main_text().contains("Deze beoordelaar gaf al cijfers."), "{refused:?}");
    });
}

#[test]
fn a_proposal_changes_nothing_before_it_is_confirmed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = rob(&world);
        for way in ["lot", "criterion", "both"] {
            let page = rob.get(&format!("{}?way={way}", items())).is(200);
            assert!(page.main_text().contains("Dit is een voorstel."), "{page:?}");
            assert!(!page.main_text().contains("Dit mist nog"), "{page:?}");
        }
        let before = rob.get(&items()).is(200).form(&items());
        assert_eq!((before.count("assigned"), before.count("before")), (0, 0));
        let page = rob.get(&format!("{}?way=lot", items())).is(200);
        let form = page.form(&items());
        assert!(form.count("assigned") > 10);
        rob.sends(&form).redirects_to(&format!("{}?saved=1", manage("open", "assignments")));
        let after = rob.get(&items()).is(200).form(&items());
        assert_eq!(after.count("assigned"), form.count("assigned"));
        let page = rob.get(&manage("open", "assignments")).is(200).main_text();
        assert!(page.contains("Op elk perceel kijken genoeg mensen naar elke vraag."), "{page}");
        // The same question again proposes nothing more.
        let page = rob.get(&format!("{}?way=lot", items())).is(200).main_text();
        assert!(page.contains("Er komt niets bij."), "{page}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_proposal_says_why_it_falls_short_and_keeps_off_conflicts() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = rob(&world);
        assign(&mut rob, &[("aicha", 2), ("joost", 2), ("lies", 2)]).redirects();
        for who in ["aicha", "joost", "lies"] {
            let mut person = world.person(&format!("{who}@rietmeer.example"));
            declare(&mut person, "yes", "Ik werk er.").redirects();
        }
        let page = rob.get(&format!("{}?way=lot", items())).is(200);
        let told = page.main_text();
        let short = "2. Dijkdorpen West: er zijn maar 2 mensen zonder belang. Nodig: 3.";
        let lot = page.texts_of("form h2")[1].clone();
        assert!(told.contains(&short.replace("2. Dijkdorpen West", &lot)), "{told}");
        assert!(told.contains("Heeft een belang"), "{told}");
    });
}

#[test]
fn two_leads_who_assign_at_once_keep_both() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut rob, mut other) = (rob(&world), rob(&world));
        rob.get(&items()).is(200);
        other.get(&items()).is(200);
        let posts = |person: &mut Person, all: &[String]| {
            let fields: Vec<(&str, &str)> = all.iter().map(|b| ("assigned", b.as_str())).collect();
            person.post(&items(), &fields).redirects();
        };
        posts(&mut rob, &[item("aicha", 1, "q1"), item("joost", 1, "q1")]);
        posts(&mut other, &[item("aicha", 1, "q2"), item("lies", 1, "q1")]);
        let form = rob.get(&items()).is(200).form(&items());
        assert_eq!(form.count("before"), 4);
    });
}

#[test]
fn what_cannot_be_assigned_is_refused() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = rob(&world);
        confirm(&mut rob, &[item("fatima", 2, "q1")], &[]).is(409);
        confirm(&mut rob, &[item("aicha", 2, "q99")], &[]).is(409);
        let foreign = format!("{}.{}.q1", id_of("lot", "table-1"), id_of("person", "aicha"));
        confirm(&mut rob, &[foreign], &[]).is(404);
        confirm(&mut rob, &["nonsense".to_owned(), "a.b.c".to_owned()], &[]).redirects();
        assert_eq!(rob.get(&items()).form(&items()).count("before"), 0);
        let mut ingrid = world.person("ingrid@waldervoort.example");
        ingrid.get(&items()).is(404);
        ingrid.post(&items(), &[]).is(404);
        let terms = manage("open", "assignments/terms");
        for wrong in ["0", "", "vijf", "99"] {
            let page = rob.post(&terms, &[("minimum", wrong)]).is(422);
            assert_eq!(page.value("minimum").as_deref(), Some(wrong));
        }
        let reserves = manage("open", "assignments/reserves");
        rob.post(&reserves, &[("reserve", &pair("fatima", 2))]).is(409);
        assign(&mut rob, &[("aicha", 2)]).redirects();
        rob.post(&reserves, &[("reserve", &pair("aicha", 2))]).is(409);
    });
}

#[test]
fn why_somebody_can_judge_is_written_down_when_they_are_chosen() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut aicha = world.person("aicha@rietmeer.example");
        let page = "/review/expertise";
        aicha.get(page).is(200);
        let missing = aicha.post(page, &[("known-care", "yes")]).is(422);
        assert_eq!(missing.texts_of(".app-error-summary li"), ["Maak een keuze."]);
        let no_note = [("known-care", "yes"), ("source-care", "training")];
        let missing = aicha.post(page, &no_note).is(422);
        assert_eq!(missing.texts_of(".app-error-summary li"), ["Schrijf waarvan u dit weet."]);
        let care = [no_note[0], no_note[1], ("note-care", "Wijkverpleegkundige sinds 2011")];
        aicha.post(page, &care).redirects_to("/review/expertise?saved=1");
        assert_eq!(aicha.get(page).value("note-care").as_deref(), Some(care[2].1));

        let mut rob = rob(&world);
        rob.get(&manage("open", "assignments")).is(200);
        let terms = [("minimum", "2"), ("fields-q1", "care"), ("fields-q2", "finance")];
        rob.post(&manage("open", "assignments/terms"), &terms).redirects();
        assign(&mut rob, &[("aicha", 2), ("joost", 2)]).redirects();
        // What she says later is not why she was chosen.
        aicha.post(page, &[]).redirects();
        let told = rob.get(&manage("open", "assignments")).is(200).main_text();
        assert!(told.contains("Zorg. Opleiding: Wijkverpleegkundige sinds 2011"), "{told}");
        assert!(told.contains("niemand van deze mensen noemt kennis"), "{told}");
        let named = [("reserve", pair("lies", 2))];
        let named = named.each_ref().map(|(k, v)| (*k, v.as_str()));
        rob.post(&manage("open", "assignments/reserves"), &named).redirects();
        let told = rob.get(&manage("open", "assignments")).is(200).main_text();
        assert!(told.contains("Reserve: Lies"), "{told}");
        world.set_clock(CLOSED);
        let mut fatima = world.person("ingrid@waldervoort.example");
        fatima.get(page).is(403);
    });
}

#[test]
fn a_board_member_of_a_bidder_cannot_say_that_there_is_nothing() {
    on_both(|kind| {
        let world = opened(kind);
        let person = id_of("person", "aicha");
        let bidder = id_of("organisation", "kolkhuis");
        crate::journal::sql(
            &world,
            &[&format!(
                "INSERT INTO memberships (person_id, organisation_id, role, since) \
                 VALUES ('{person}', '{bidder}', 'member', 0)"
            )],
        );
        let mut rob = rob(&world);
        assign(&mut rob, &[("aicha", 2)]).redirects();
        let page = rob.get(&format!("{}?way=lot", items())).is(200).main_text();
        assert!(page.contains("Heeft een belang"), "{page}");
        admit(&mut rob);
        let mut aicha = world.person("aicha@rietmeer.example");
        let refused = declare(&mut aicha, "none", "").is(422);
        assert!(refused.main_text().contains("U hoort zelf bij deze inschrijver"), "{refused:?}");
        declare(&mut aicha, "yes", "Ik ben bestuurslid.").redirects();
        let ruling = rob.get(&manage("open", "conflicts")).is(200).link("Neem een besluit");
        rob.get(&ruling).is(200);
        let harmless = [("ruling", "harmless"), ("reason", "Geen probleem.")];
        rob.post(&ruling, &harmless).is(422);
        let recused = [("ruling", "recused"), ("reason", "Bestuurslid.")];
        rob.post(&ruling, &recused).redirects();
    });
}
