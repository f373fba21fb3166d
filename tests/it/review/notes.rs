//! Marks and points of an assessor: for oneself, at a paragraph, and never in the way of what is typed.

use super::{at_work, declare, give, manage, opened, without_token};
use crate::databases::{Kind, on_both};
use crate::world::{Page, Person, World, id_of};

const WORDS: &str = "Noemt wie er invalt.";

/// A note at the first paragraph that the page offers; answers what came back.
fn notes(person: &mut Person, address: &str, (kind, text): (&str, &str)) -> Page {
    let page = person.get(address).is(200);
    let (id, at) = (page.value("note_id").expect("an id"), first_place(&page));
    let fields = [
        ("note_id", id.as_str()),
        ("note_at", at.as_str()),
        ("note_kind", kind),
        ("note_text", text),
    ];
    person.post(&format!("{address}/notes"), &fields)
}

fn first_place(page: &Page) -> String {
    page.attribute("select[name=note_at] option", "value")
}

#[test]
fn paragraphs_have_numbers_to_go_to() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let page = aicha.get(&first).is(200);
        let place = first_place(&page);
        assert_eq!(place.split('.').count(), 3, "{place}");
        let (section, rest) = place.split_once('.').expect("a section");
        let (question, paragraph) = rest.split_once('.').expect("a question");
        let label = format!("{section}.{question} ¶{paragraph}");
        assert_eq!(page.text_of(&format!("[id='p-{place}'] .app-para__number")), label);
        // No number stands there twice.
        let mut numbers = page.texts_of(".app-para__number");
        let count = numbers.len();
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), count);
    });
}

#[test]
fn a_note_is_kept_at_its_paragraph_and_can_be_taken_away() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let here = format!("{first}#notes");
        notes(&mut aicha, &first, ("mark", "")).redirects_to(&here);
        notes(&mut aicha, &first, ("strength", WORDS)).redirects_to(&here);
        let page = aicha.get(&first).is(200);
        let kept = page.texts_of(".app-note");
        assert_eq!(kept.len(), 2, "{kept:?}");
        assert!(kept[0].contains("Sterk punt") && kept[0].contains(WORDS), "{kept:?}");
        assert!(kept[1].starts_with("Markering"), "{kept:?}");
        assert_eq!(page.texts_of(".app-para__note"), [WORDS]);
        assert_eq!(page.texts_of(".app-para--marked").len(), 1);
        let removal = page.attribute(".app-note button", "formaction");
        aicha.post(&removal, &[]).redirects_to(&here);
        aicha.post(&removal, &[]).is(404);
        assert_eq!(aicha.get(&first).is(200).texts_of(".app-note").len(), 1);
    });
}

#[test]
fn what_was_typed_beside_a_note_is_saved_with_it() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let page = aicha.get(&first).is(200);
        let at = first_place(&page);
        let typed = page
            .form(&first)
            .with("grade", "8")
            .with("reason", "Nog niet klaar")
            .with("note_at", &at)
            .with("note_kind", "weakness")
            .with("note_text", "Geen planning.");
        let twice = typed.clone();
        aicha.sends(&typed.to(&format!("{first}/notes"))).redirects_to(&format!("{first}#notes"));
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("grade").as_deref(), Some("8"));
        assert_eq!(page.value("reason").as_deref(), Some("Nog niet klaar"));
        // The same form twice is one note, and changes no grade.
        aicha.sends(&twice.to(&format!("{first}/notes"))).redirects();
        let page = aicha.get(&first).is(200);
        assert_eq!(page.texts_of(".app-note").len(), 1);
        assert_eq!(page.value("version.reason").as_deref(), Some("1"));
    });
}

#[test]
fn a_note_that_cannot_be_kept_comes_back_with_what_was_typed() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let place = first_place(&aicha.get(&first).is(200));
        let long = "é".repeat(501);
        let wrong = [
            (place.as_str(), "strength", " ", "Schrijf wat er sterk of zwak aan is."),
            (
                place.as_str(),
                "mark",
                long.as_str(),
                "Maak deze notitie korter: ten hoogste 500 tekens.",
            ),
            ("99.1.1", "mark", "x", "Kies een alinea uit de lijst."),
            ("1.1.0", "mark", "x", "Kies een alinea uit de lijst."),
            ("' OR 1=1", "mark", "x", "Kies een alinea uit de lijst."),
        ];
        for (at, kind, text, sentence) in wrong {
            let page = aicha.get(&first).is(200);
            let typed = page
                .form(&first)
                .with("reason", "Dit typte ik.")
                .with("note_at", at)
                .with("note_kind", kind)
                .with("note_text", text);
            let back = aicha.sends(&typed.to(&format!("{first}/notes"))).is(422);
            assert_eq!(back.texts_of(".app-error-summary li"), [sentence]);
            assert_eq!(back.value("reason").as_deref(), Some("Dit typte ik."));
            assert_eq!(back.value("note_text").as_deref().map(str::trim), Some(text.trim()));
        }
        // Signs that nobody sees go away; an unknown kind is a mark; a word of HTML stays a word.
        notes(&mut aicha, &first, ("other", "a\u{202E}b\u{0}<b>c")).redirects();
        let page = aicha.get(&first).is(200);
        assert_eq!(page.texts_of(".app-para__note"), ["ab<b>c"]);
        assert!(page.texts_of(".app-note")[0].starts_with("Markering"));
    });
}

#[test]
fn points_are_fixed_with_the_grades_and_marks_stay_free() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        notes(&mut aicha, &first, ("strength", WORDS)).redirects();
        let sheet = first.split("/bids/").next().expect("a sheet").to_owned();
        let all = aicha.get(&sheet).is(200).addresses();
        for address in all.into_iter().filter(|a| a.contains("/bids/")) {
            give(&mut aicha, &address, "8", "Goed uitgewerkt.").redirects();
        }
        // Everything is there to look at before it is fixed.
        let look = aicha.get(&format!("{sheet}/lock")).is(200);
        assert!(look.main_text().contains("Goed uitgewerkt."), "{look:?}");
        let removal = aicha.get(&first).is(200).attribute(".app-note button", "formaction");
        aicha.post(&format!("{sheet}/lock"), &[]).redirects();
        aicha.post(&removal, &[]).is(409);
        notes(&mut aicha, &first, ("weakness", "Toch iets.")).is(409);
        notes(&mut aicha, &first, ("mark", "Voor aan tafel.")).redirects();
        let page = aicha.get(&first).is(200);
        assert_eq!(page.values("note_kind").len(), 0, "a select has no value of its own");
        let kinds = page.texts_of("select[name=note_kind] option");
        assert_eq!(kinds, ["Markering"]);
        assert_eq!(page.texts_of(".app-note").len(), 2);
    });
}

#[test]
fn nobody_else_finds_a_trace_of_notes() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        let mut joost = world.person("joost@rietmeer.example");
        let sheet = declare(&mut joost, "none", "").redirects();
        let of_joost = joost.get(&sheet).is(200).attribute(".app-table tbody a", "href");
        let mut look = || {
            let pages =
                ["progress", "conflicts", "assignments", "journal", "bids", "admissibility"];
            let mut seen: Vec<String> =
                pages.iter().map(|p| without_token(&rob.get(&manage("open", p)).is(200))).collect();
            for address in ["/review", sheet.as_str()] {
                seen.push(without_token(&joost.get(address).is(200)));
            }
            seen.push(joost.get(&of_joost).is(200).main_text());
            seen
        };
        let before = look();
        notes(&mut aicha, &first, ("strength", WORDS)).redirects();
        notes(&mut aicha, &first, ("mark", "Alleen voor mij.")).redirects();
        let removal = aicha.get(&first).is(200).attribute(".app-note button", "formaction");
        assert_eq!(before, look());
        // Not on her sheet, not with her note under his own.
        let id = removal.split("/notes/").nth(1).expect("a note");
        joost.post(&removal, &[]).is(404);
        joost.post(&format!("{of_joost}/notes/{id}"), &[]).is(404);
        joost.post(&format!("{first}/notes"), &[("note_at", "1.1.1")]).is(404);
        rob.get("/manage").is(200);
        assert_ne!(rob.post(&format!("{first}/notes"), &[]).status, 303);
        assert_eq!(aicha.get(&first).is(200).texts_of(".app-note").len(), 2);
    });
}

#[test]
fn points_come_back_at_the_table_to_their_owner_alone() {
    let world = World::demo(Kind::Sqlite);
    let point = "Noemt wie er belt en wanneer.";
    for name in ["peter", "sanne", "ruud", "marijke", "daan", "gerard", "ingrid"] {
        let mut person = world.person(&format!("{name}@waldervoort.example"));
        assert_eq!(items_with(&mut person, point), Vec::<String>::new(), "{name} reads it");
    }
    let mut fatima = world.person("fatima@waldervoort.example");
    let items = items_with(&mut fatima, point);
    assert_eq!(items.len(), 1, "{items:?}");
    let wall = items[0].replace("?item", "/screen?item");
    assert!(!fatima.get(&wall).body.contains(point), "the wall shows it");
    // Her mark for herself does not come along.
    assert!(!fatima.get(&items[0]).body.contains("Hier wil ik aan tafel op terugkomen."));
}

/// Items on the first question where this person finds these words.
fn items_with(person: &mut Person, words: &str) -> Vec<String> {
    let lots = (1..=4).map(|lot| format!("/tables/{}", id_of("table", &format!("table-{lot}"))));
    let items = lots
        .flat_map(|table| ["A", "B", "C", "D", "E"].map(|code| format!("{table}?item={code}.q1")));
    items.filter(|item| person.get(item).body.contains(words)).collect()
}
