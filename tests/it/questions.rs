//! What bidders are asked: a set to start from, sections on and off, questions of one's own, and
//! how they reach the builder.

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Form, Page, Person, World};

const LEAD: &str = "ingrid@waldervoort.example";

fn begun(lead: &mut Person, questions: &str) -> String {
    lead.get("/manage/rounds/new").is(200);
    let fields = [("title", "Samen oud worden"), ("start", "fixed"), ("questions", questions)];
    lead.post("/manage/rounds/new", &fields).redirects()
}

fn form(lead: &mut Person, address: &str) -> Form {
    let page = lead.get(address).is(200);
    assert_eq!(html::faults(&page), Vec::<String>::new());
    page.form(address)
}

fn complaints(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}

#[test]
fn a_round_starts_with_the_whole_list_a_short_one_or_an_idea() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    for (set, sections) in [("full", 19), ("base", 12), ("light", 5), ("unknown", 19)] {
        let round = begun(&mut ingrid, set);
        let parts = form(&mut ingrid, &format!("{round}/parts/sections"));
        assert_eq!(parts.count("asked"), sections, "{set}");
        let check = ingrid.get(&format!("{round}/publication")).is(200).main_text();
        assert!(check.contains("Er zijn nog 2 dingen te doen"), "{set}: {check}");
    }
}

#[test]
fn sections_and_questions_change_and_are_read_as_a_bidder_does() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "base");
        let parts = format!("{round}/parts/sections");
        let all = form(&mut ingrid, &parts)
            .and("asked", "people")
            .and("asked", "transition")
            .and("asked", "nonsense");
        ingrid.sends(&all).redirects_to(&format!("{parts}?saved=1"));

        let section = format!("{round}/sections/people");
        let named = form(&mut ingrid, &section).with("name", "De mensen van het dorp");
        ingrid.sends(&named).redirects_to(&format!("{section}?saved=1"));
        let address = format!("{section}/questions/new");
        let own = form(&mut ingrid, &address)
            .with("question_label", "Wie rijdt de bus?")
            .with("answer_kind", "choice")
            .with("answer_options", "Een vrijwilliger\nEen chauffeur")
            .with("question_when", "professionals=hired");
        ingrid.sends(&own).redirects_to(&format!("{section}?saved=1"));
        let again = form(&mut ingrid, &format!("{section}/questions/own1"));
        assert_eq!(again.value("answer_options"), "Een vrijwilliger\nEen chauffeur");
        assert_eq!(again.value("question_when"), "professionals=hired");
        let gone = form(&mut ingrid, &format!("{section}/questions/training"));
        ingrid.sends(&gone.with("question_removed", "yes")).redirects();

        let read = ingrid.get(&format!("{round}/sections")).is(200).main_text();
        let expected = [
            "De mensen van het dorp",
            "Wie rijdt de bus?",
            "Keuze uit 2",
            "Een vrijwilliger Een chauffeur",
            // After which answer it is asked only.
            "Alleen als u bij ‘Werken er beroepskrachten mee?’ kiest voor ‘Ja, via een andere organisatie’.",
            // The columns of a table, the parts of a commitment, an example.
            "Wanneer Wat gebeurt er Wie zorgt daarvoor",
            "Waar gaat het over? Wat belooft u?",
            "Bekijk een voorbeeld",
        ];
        for text in expected {
            assert!(read.contains(text), "{text}: {read}");
        }
        assert!(!read.contains("Hoe leert u nieuwe mensen het werk?"), "{read}");
    });
}

#[test]
fn a_question_that_cannot_be_asked_comes_back_with_what_to_do() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, "full");
    let address = format!("{round}/sections/people/questions/new");
    let most = "Vul een heel getal in dat bij deze soort vraag past.";
    let options =
        "Geef ten minste 2 en ten hoogste 20 verschillende keuzes, elk op een eigen regel.";
    let required = "Vul dit veld in.";
    let many = (0..21).map(|n| format!("keuze {n}")).collect::<Vec<_>>().join("\n");
    let wrong: [(&[(&str, &str)], &str); 8] = [
        (&[("question_label", "")], required),
        (&[("answer_kind", "drawing")], "Maak een keuze."),
        (&[("answer_kind", "text"), ("answer_most", "2001")], most),
        (&[("answer_kind", "line"), ("answer_most", "0")], most),
        (&[("answer_kind", "number"), ("answer_most", "1e999")], most),
        (&[("answer_kind", "files"), ("answer_most", "-1")], most),
        (&[("answer_kind", "choice"), ("answer_options", "Ja")], options),
        (&[("answer_kind", "choice"), ("answer_options", &many)], options),
    ];
    for (fields, sentence) in wrong {
        let typed = fields.iter().fold(
            form(&mut ingrid, &address).with("question_label", "Hoe oud bent u?"),
            |form, (name, value)| form.with(name, value),
        );
        assert_eq!(complaints(&ingrid.sends(&typed).is(422)), [sentence], "{fields:?}");
    }
    ingrid.get(&format!("{round}/sections/nowhere")).is(404);
    ingrid.get(&format!("{round}/sections/people/questions/nothing")).is(404);
    // A section without questions, and a condition whose question is gone, keep the round shut.
    let lonely = format!("{round}/sections/risks/questions/risks");
    let gone = form(&mut ingrid, &lonely).with("question_removed", "yes");
    ingrid.sends(&gone).redirects();
    let needed = format!("{round}/sections/people/questions/professionals");
    let gone = form(&mut ingrid, &needed).with("question_removed", "yes");
    ingrid.sends(&gone).redirects();
    let check = ingrid.get(&format!("{round}/publication")).is(200).main_text();
    assert!(check.contains("Het onderdeel ‘Wat er mis kan gaan’ heeft geen vragen."), "{check}");
    let condition = "In het onderdeel ‘De mensen die het doen’ hangt een vraag af van een antwoord";
    assert!(check.contains(condition), "{check}");
}

/// A table and a question with a condition, from the builder to what is handed in and read.
#[test]
fn rows_and_conditions_are_written_checked_and_handed_in() {
    on_both(|kind| {
        let world = World::demo(kind);
        let round = crate::world::id_of("round", "open");
        let library: serde_json::Value = people_and_risks();
        world.house.republish(&round, |definition| {
            let sections = definition["sections"].as_array_mut().expect("sections");
            sections.extend(library.as_array().expect("two sections").clone());
        });
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        let bid = format!("/bids/{}", crate::world::id_of("bid", "open-1-dijkgenoten"));
        let tasks = hanneke.get(&bid).is(200).main_text();
        assert!(tasks.contains("van de 14 onderdelen"), "{tasks}");
        let people = format!("{bid}/sections/people");
        let page = hanneke.get(&people).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("Alleen als u bij ‘Werken er beroepskrachten mee?’"));
        let typed = page.form(&people).with("people.paid", "no").with("people.done", "yes");
        hanneke.sends(&typed).redirects();

        let risks = format!("{bid}/sections/risks");
        let half = form(&mut hanneke, &risks)
            .with("risks.risks.1.risk", "De bus gaat stuk")
            .with("risks.done", "yes");
        let page = hanneke.sends(&half).is(422);
        let said = complaints(&page);
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[1].contains("ten minste 2 rijen"), "{said:?}");
        let whole = form(&mut hanneke, &risks)
            .with("risks.risks.1.measure", "Een tweede bus")
            .with("risks.risks.2.risk", "Ziekte")
            .with("risks.risks.2.measure", "Een achterwacht");
        hanneke.sends(&whole).redirects();
        let tasks = hanneke.get(&bid).is(200);
        let status = tasks.texts_of(".app-task");
        let risks = status.iter().find(|text| text.contains("mis kan gaan")).expect("the section");
        assert!(risks.contains("Klaar"), "{tasks:?}");
    });
}

fn people_and_risks() -> serde_json::Value {
    serde_json::json!([
        {
            "number": 9, "code": "people", "title": "De mensen die het doen", "group": "quality",
            "purpose": "Wie komt er?",
            "questions": [
                { "code": "paid", "label": "Werken er beroepskrachten mee?", "kind": {
                    "type": "choice", "options": [
                        { "code": "yes", "label": "Ja" }, { "code": "no", "label": "Nee" }] } },
                { "code": "fte", "label": "Hoeveel banen?",
                    "when": { "question": "paid", "is": ["yes"] },
                    "kind": { "type": "number", "min": 1, "max": 99, "unit": "banen" } },
            ],
        },
        {
            "number": 21, "code": "risks", "title": "Wat er mis kan gaan", "group": "quality",
            "purpose": "Wat dan?",
            "questions": [{ "code": "risks", "label": "Wat kan er misgaan?", "kind": {
                "type": "table", "min": 2, "max": 4, "columns": [
                    { "code": "risk", "label": "Wat" }, { "code": "measure", "label": "En dan" }] } }],
        },
    ])
}

#[test]
fn the_questions_beforehand_are_chosen_and_added() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, "light");
        let part = format!("{round}/parts/self_check");
        // An idea says nothing of requirements, of a legal form or of support.
        let usual = form(&mut ingrid, &part);
        assert_eq!(usual.count("self_check"), 3);
        let half = form(&mut ingrid, &part).with("self_check_advice_1", "Bel ons eerst.");
        let told = complaints(&ingrid.sends(&half).is(422));
        assert_eq!(told, ["Schrijf ook de vraag, of haal de tip weg."]);
        let whole = half.with("self_check_text_1", "Kunt u op 1 maart beginnen?");
        let whole = whole.with("self_check", "area");
        ingrid.sends(&whole).redirects_to(&round);
        let again = form(&mut ingrid, &part);
        assert_eq!(again.value("self_check_text_1"), "Kunt u op 1 maart beginnen?");
        assert_eq!(again.count("self_check"), 1);
    });
}
