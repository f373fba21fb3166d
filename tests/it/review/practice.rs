//! Practising on a sample answer: feedback for who did it, names for the lead, nothing for the figures.

use super::{assign, at_work, manage, opened, without_token};
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const SAMPLE: &str = "Wij kennen het dorp.\n\nElke cliënt krijgt één vaste hulp.";
const WHY: &str = "De vaste hulp is helder (¶2). Hoe zij het dorp kennen, staat er niet.";

fn own() -> String {
    format!("/review/rounds/{}/sample", id_of("round", "open"))
}

fn sets(lead: &mut Person, fields: &[(&str, &str)]) -> Page {
    let address = manage("open", "sample");
    let mut form = lead
        .get(&address)
        .is(200)
        .form(&address)
        .with("criterion", "q1")
        .with("text", SAMPLE)
        .with("grade", "6")
        .with("explanation", WHY);
    for (name, value) in fields {
        form = form.with(name, value);
    }
    lead.sends(&form)
}

fn judges(world: &World, name: &str, grade: &str) -> Person {
    let mut person = world.person(&format!("{name}@rietmeer.example"));
    person.get(&own()).is(200);
    person.post(&own(), &[("grade", grade), ("reason", "Dit staat er wel.")]).redirects_to(&own());
    person
}

#[test]
fn assessors_practise_and_see_the_lead_and_the_group() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, _) = at_work(&world);
        aicha.get(&own()).is(404);
        assert!(!aicha.get("/review").is(200).addresses().contains(&own()));
        let mut rob = world.person("rob@rietmeer.example");
        let saved = format!("{}?saved=1", manage("open", "sample"));
        sets(&mut rob, &[]).redirects_to(&saved);
        assert!(aicha.get("/review").is(200).addresses().contains(&own()));

        // Before one's own there is nothing of anybody.
        let page = aicha.get(&own()).is(200);
        assert!(page.main_text().contains("Elke cliënt krijgt één vaste hulp."));
        assert!(!page.main_text().contains(WHY));
        let mut aicha = judges(&world, "aicha", "8");
        let said = aicha.get(&own()).is(200).main_text();
        assert!(said.contains(WHY) && said.contains("Cijfer van de procesleider: 6"), "{said}");
        assert!(said.contains("als ten minste 3 mensen oefenden"), "{said}");
        judges(&world, "joost", "6");
        assert_eq!(aicha.get(&own()).is(200).main_text(), said, "two are no group");
        judges(&world, "lies", "6");
        let group = aicha.get(&own()).is(200).texts_of(".app-bullets li");
        assert_eq!(group.len(), 2, "{group:?}");
        assert!(group[0].starts_with("8 ") && group[0].ends_with("1 keer (ook u)"), "{group:?}");
        assert!(group[1].starts_with("6 ") && group[1].ends_with("2 keer"), "{group:?}");

        // The lead reads names and no grades; what was practised on stays.
        let page = rob.get(&manage("open", "sample")).is(200);
        assert_eq!(page.texts_of(".app-bullets li").len(), 3);
        assert!(!page.main_text().contains("keer"), "{page:?}");
        let fields = [("criterion", "q1"), ("text", "x"), ("grade", "6"), ("explanation", "x")];
        rob.post(&manage("open", "sample"), &fields).is(422);
        assert!(aicha.get(&own()).is(200).main_text().contains(WHY));
        // Once is enough.
        aicha.post(&own(), &[("grade", "2"), ("reason", "Toch anders.")]).is(409);
        aicha.post(&own(), &[("grade", "8"), ("reason", "Dit staat er wel.")]).redirects();
    });
}

#[test]
fn practice_counts_for_nothing() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, _) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        sets(&mut rob, &[]).redirects();
        let mut look = || {
            let page = |name: &str| without_token(&rob.get(&manage("open", name)).is(200));
            ["progress", "assignments", "bids", "journal"].map(page)
        };
        let before = look();
        let given = aicha.get("/review").is(200).text_of(".app-strip__big");
        judges(&world, "aicha", "8");
        judges(&world, "joost", "10");
        judges(&world, "lies", "2");
        assert_eq!(before, look());
        assert_eq!(aicha.get("/review").is(200).text_of(".app-strip__big"), given);
    });
}

#[test]
fn what_is_missing_comes_back_with_a_sentence() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, _) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        let long = "a".repeat(10_001);
        let wrong = [
            ("criterion", "q99", "Kies een vraag van deze ronde."),
            ("text", " ", "Schrijf een voorbeeld."),
            ("text", long.as_str(), "Deze tekst is te lang om te bewaren. Maak hem korter."),
            ("grade", "7", "Kies een cijfer uit de lijst."),
            ("grade", "zes", "Kies een cijfer uit de lijst."),
            ("explanation", "", "Schrijf waarom u dit cijfer geeft."),
        ];
        for (field, value, sentence) in wrong {
            let back = sets(&mut rob, &[(field, value)]).is(422);
            assert_eq!(back.texts_of(".app-error-summary li"), [sentence]);
        }
        // Two leads at once: the second sees that something changed.
        sets(&mut rob, &[]).redirects();
        let back = sets(&mut rob, &[("version", "0"), ("text", "Iets anders")]).is(422);
        let sentence = back.texts_of(".app-error-summary li").concat();
        assert!(sentence.starts_with("Iemand anders veranderde dit voorbeeld."), "{sentence}");
        assert_eq!(back.value("text").as_deref(), Some("Iets anders"));

        aicha.get(&own()).is(200);
        let many = "woord ".repeat(151);
        let wrong = [
            ("", "Goed.", "Kies een cijfer."),
            ("7", "Goed.", "Kies een cijfer."),
            ("8", "", "Schrijf waarom u dit cijfer geeft."),
            ("8", many.trim(), "Maak uw uitleg korter: ten hoogste 150 woorden."),
        ];
        for (grade, reason, sentence) in wrong {
            let back = aicha.post(&own(), &[("grade", grade), ("reason", reason)]).is(422);
            assert_eq!(back.texts_of(".app-error-summary li"), [sentence]);
            assert_eq!(back.value("reason").as_deref(), Some(reason));
        }
    });
}

#[test]
fn a_sample_is_for_assessors_of_the_round() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        assign(&mut rob, &[("aicha", 2)]).redirects();
        sets(&mut rob, &[]).redirects();
        for stranger in ["joost@rietmeer.example", "fatima@waldervoort.example"] {
            let mut stranger = world.person(stranger);
            stranger.get("/review").is(200);
            stranger.get(&own()).is(404);
            stranger.post(&own(), &[("grade", "8"), ("reason", "x")]).is(404);
        }
        let mut aicha = world.person("aicha@rietmeer.example");
        aicha.get(&own()).is(200);
        aicha.get(&manage("open", "sample")).is(403);
        aicha.post(&manage("open", "sample"), &[]).is(403);
        world.visitor().get(&own()).redirects();
    });
}
