use crate::answers;
use crate::databases::on_both;
use crate::world::World;

const ROUND: &str = "Samen zorgen in Rietmeer";

#[test]
fn a_visitor_sees_what_is_open_and_how_much_money_there_is() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        let start = visitor.get("/").is(200);
        assert!(start.main_text().contains("5 percelen, € 1.112.000 per jaar"), "{start:?}");
        let round = visitor.get(&start.link(ROUND)).is(200);
        let lots = round.texts_of("table tbody tr th a");
        let names = ["Wilgenhoek en Vossendijk", "Kolkerzijl", "Hemmerloo", "Heel Rietmeer"];
        assert_eq!(lots[..4], names, "{round:?}");
        let lot = visitor.get(&round.link("Kolkerzijl")).is(200);
        assert_eq!(lot.text_of("h1"), "Perceel 2: Kolkerzijl");
        assert!(lot.main_text().contains("Stichting Koers Begeleiding"), "{lot:?}");
    });
}

#[test]
fn a_theme_narrows_the_list_and_an_unknown_one_says_so() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        let round = visitor.get("/").link(ROUND);
        let narrowed = visitor.get(&format!("{round}?theme=Begeleiding%20thuis")).is(200);
        let of_lots = "section[aria-labelledby=lots] tbody th a";
        assert_eq!(narrowed.texts_of(of_lots), ["Kolkerzijl"]);
        let none = visitor.get(&format!("{round}?theme=Zang")).is(200);
        assert!(none.main_text().contains("geen percelen met deze soort hulp"), "{none:?}");
    });
}

#[test]
fn a_question_is_answered_for_everybody_and_nobody_sees_who_asked() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person("jan@denabuur.example");
        let questions = format!("{}/questions", jan.get("/").link(ROUND));
        jan.get(&questions).is(200);
        let empty = jan.post(&questions, &[("body", "  "), ("lot", "")]).is(422);
        assert_eq!(empty.texts_of(".app-error-summary a"), ["Schrijf uw vraag op."]);
        let asked = [("body", "Mag een chauffeur ook boodschappen doen?"), ("lot", "")];
        let asked = jan.post(&questions, &asked);
        let seen = jan.follow(&asked).is(200);
        assert!(seen.main_text().contains("Uw vraag is verstuurd"), "{seen:?}");
        let public = world.visitor().get(&questions).is(200);
        assert!(!public.main_text().contains("chauffeur ook"), "not public before the answer");

        let mut lead = world.person("rob@rietmeer.example");
        let manage = format!("/manage{questions}");
        let waiting = lead.get(&manage).is(200);
        assert!(waiting.main_text().contains("chauffeur ook boodschappen"), "{waiting:?}");
        assert!(!waiting.body.contains("De Nabuur") && !waiting.body.contains("Jan de Wit"));
        answers::prepares(&mut lead, &manage, "chauffeur", ("Ja, als de rit het toelaat.", ""));
        let nothing = world.visitor().get(&questions).is(200).main_text();
        assert!(!nothing.contains("chauffeur ook"), "not public before the note");
        answers::publishes(&mut lead, &manage)
            .redirects_to(&format!("{}/notes/3", questions.trim_end_matches("/questions")));

        let public = world.visitor().get(&questions).is(200);
        assert!(public.main_text().contains("Ja, als de rit het toelaat."));
        let mails = world.mails();
        let mail = mails.iter().find(|m| m.to == "jan@denabuur.example");
        let subject = mail.map(|m| m.subject.as_str());
        assert_eq!(subject, Some("Nota van inlichtingen 3 bij Samen zorgen in Rietmeer"));
    });
}

#[test]
fn questions_end_when_their_time_is_over() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person("jan@denabuur.example");
        let questions = format!("{}/questions", jan.get("/").link(ROUND));
        jan.get(&questions);
        world.set_clock("2026-12-10T12:00:00+01:00");
        let mut jan = world.person("jan@denabuur.example");
        jan.get(&questions);
        let late = jan.post(&questions, &[("body", "Nog iets?"), ("lot", "")]).is(409);
        assert!(late.main_text().contains("De tijd voor vragen is voorbij"), "{late:?}");
    });
}

#[test]
fn what_is_not_public_is_not_there() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        for nowhere in [
            "/rounds/7",
            "/lots/x",
            "/rounds/00000000-0000-4000-8000-000000000000",
            "/m/denabuur",
            "/m/nergens",
        ] {
            visitor.get(nowhere).is(404);
        }
    });
}

#[test]
fn six_questions_say_whether_a_lot_fits_and_nothing_is_kept() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        let round = visitor.get("/").link(ROUND);
        let lot = visitor.get(&round).link("Kolkerzijl");
        let check = format!("{lot}/self-check");
        let link = visitor.get(&lot).is(200);
        assert!(link.addresses().contains(&check), "{link:?}");
        let empty = visitor.get(&check).is(200);
        assert_eq!(crate::html::faults(&empty), Vec::<String>::new());
        assert_eq!(empty.texts_of("fieldset").len(), 6);
        assert_eq!(empty.texts_of("main .app-notice").len(), 0);
        let codes = ["people", "support", "area", "able", "proof", "legal_form"];
        let mut told = |no: usize, of: usize| {
            let answers = codes.iter().enumerate().take(of);
            let pairs =
                answers.map(|(n, code)| format!("{code}={}", if n < no { "no" } else { "yes" }));
            let query = pairs.collect::<Vec<_>>().join("&");
            let page = visitor.get(&format!("{check}?{query}")).is(200);
            assert_eq!(crate::html::faults(&page), Vec::<String>::new());
            page.main_text()
        };
        assert!(told(0, 6).contains("Dit past bij u. U kunt beginnen."));
        assert!(told(1, 6).contains("Doe eerst dit: Zoek eerst een paar mensen."));
        assert!(told(3, 6).contains("Dit past nu misschien nog niet."));
        assert!(told(0, 5).contains("U heeft nog 1 vraag niet beantwoord."));
        let odd = visitor.get(&format!("{check}?people=maybe&nothing=yes")).is(200);
        assert!(odd.main_text().contains("U heeft nog 6 vragen niet beantwoord."), "{odd:?}");
        visitor.post("/language", &[("lang", "en"), ("back", &check)]).redirects_to(&check);
        let query = codes.map(|code| format!("{code}=no")).join("&");
        let english = visitor.get(&format!("{check}?{query}")).is(200).main_text();
        assert!(english.contains("Can you do this work, yourselves or with a partner?"));
        assert!(english.contains("Find a few people first."), "{english}");
        for dutch in ["Kunt u", "Heeft u", "Zoek ", " een ", " de "] {
            assert!(!english.replace("Samen zorgen", "").contains(dutch), "{dutch}: {english}");
        }
    });
}

/// The round asks something else: an idea of half a page, without requirements to answer.
#[test]
fn the_self_check_asks_what_the_round_asks_and_what_the_municipality_adds() {
    on_both(|kind| {
        let world = World::demo(kind);
        let round = crate::world::id_of("round", "open");
        let lot = format!("/lots/{}/self-check", crate::world::id_of("lot", "open-2"));
        world.house.republish(&round, |definition| {
            let sections = definition["sections"].as_array_mut().expect("sections");
            sections.retain(|one| one["code"] == "need_and_gap");
            definition["self_check"] = serde_json::json!({
                "left_out": ["people"],
                "own": [{ "text": "Kunt u op 1 maart beginnen?", "advice": "Bel ons eerst." }],
            });
        });
        let mut visitor = world.visitor();
        let page = visitor.get(&lot).is(200);
        assert_eq!(crate::html::faults(&page), Vec::<String>::new());
        assert_eq!(page.texts_of("fieldset").len(), 3, "{page:?}");
        for code in ["area", "able", "own_1"] {
            assert_eq!(page.values(code), ["yes", "no"], "{code}");
        }
        assert!(page.main_text().contains("3 vragen voordat u begint."), "{page:?}");
        let page = visitor.get(&format!("{lot}?area=yes&able=yes&own_1=no")).is(200);
        assert!(page.main_text().contains("Doe eerst dit: Bel ons eerst."), "{page:?}");
    });
}
