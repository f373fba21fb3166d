//! Scoring without a network: a form out, and back in.

use super::form_file::{GRADE, KEY, REASON, filled, page, text};
use super::{at_work, declare, give, manage, opened, takes_off};
use crate::databases::{Kind, on_both};
use crate::world::{Page, Person, World, id_of};

const FIRST: &str = "Duidelijk wie er komt (1.1 ¶2).";
const SECOND: &str = "De planning ontbreekt.\nDat kan beter.";

fn sheet_of(address: &str) -> String {
    address.split("/bids/").next().expect("a sheet").to_owned()
}

fn offline(address: &str) -> String {
    format!("{}/offline", sheet_of(address))
}

/// The form as this person gets it.
fn form(person: &mut Person, address: &str) -> Vec<u8> {
    person.get(&offline(address)).is(200);
    person.posts_for_bytes(&format!("{}/form", offline(address)))
}

fn sends(person: &mut Person, address: &str, file: &[u8]) -> Page {
    person.get(&offline(address)).is(200);
    person.uploads(&offline(address), &[], ("cijfers.xlsx", file))
}

/// Takes over what a page shows, with these choices.
fn takes_over(person: &mut Person, address: &str, look: &Page, choices: &[(&str, &str)]) -> Page {
    let mut form = look.form(&format!("{}/choices", offline(address)));
    for (name, value) in choices {
        form = form.with(name, value);
    }
    person.sends(&form)
}

#[test]
fn a_form_goes_out_and_comes_back() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let file = form(&mut aicha, &first);
        let (name, marks) = page(&file, 0);
        assert_eq!(name, "Cijfers");
        let reading = text(&file, 1);
        assert!(reading.contains(" | 1.1 ¶1 | ") || reading.contains(" ¶1 | "), "{reading}");
        assert!(!reading.contains("Kolkhuis") && !reading.contains("29,"), "{reading}");
        assert!(text(&file, 2).contains("8 | Goed"), "{}", text(&file, 2));

        // Untouched it changes nothing.
        let same = sends(&mut aicha, &first, &filled(&file, &[])).is(200);
        assert!(same.main_text().contains("In dit bestand staat niets anders dan hier."));

        let cells = [(0, GRADE, "8"), (0, REASON, FIRST), (1, GRADE, "6"), (1, REASON, SECOND)];
        let file = filled(&file, &cells);
        let look = sends(&mut aicha, &first, &file).is(200);
        assert!(look.main_text().contains("Dit verandert: 4 dingen"), "{look:?}");
        assert_eq!(aicha.get(&first).is(200).value("grade"), None, "looking changes nothing");
        let sheet = format!("{}?saved=form", sheet_of(&first));
        takes_over(&mut aicha, &first, &look, &[]).redirects_to(&sheet);
        assert!(aicha.get(&sheet).is(200).main_text().contains("U gaf 2 van de"));
        // The same form again changes nothing more.
        takes_over(&mut aicha, &first, &look, &[]).redirects_to(&sheet);
        let scored = aicha.get(&first).is(200);
        assert_eq!(scored.value("grade").as_deref(), Some("8"));
        assert_eq!(scored.value("reason").as_deref(), Some(FIRST));
        assert_eq!(scored.value("version.reason").as_deref(), Some("1"));
        let again = sends(&mut aicha, &first, &file).is(200);
        assert!(again.main_text().contains("In dit bestand staat niets anders dan hier."));

        // The journal tells that the texts left, and no grade.
        let mut rob = world.person("rob@rietmeer.example");
        let journal = rob.get(&manage("open", "journal")).is(200).main_text();
        assert!(journal.contains("haalde het formulier met de teksten van perceel"), "{journal}");
        assert!(!journal.contains(FIRST));
        assert!(marks.len() > 3 && marks[3][KEY].to_string().contains('/'));
    });
}

#[test]
fn what_changed_on_both_sides_is_shown_and_chosen() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let file = form(&mut aicha, &first);
        let file = filled(&file, &[(0, GRADE, "6"), (0, REASON, FIRST)]);
        give(&mut aicha, &first, "8", "Hier geschreven.").redirects();
        let look = sends(&mut aicha, &first, &file).is(200);
        let said = look.main_text();
        assert!(said.contains("2 dingen veranderden ook hier."), "{said}");
        assert!(said.contains("Hier geschreven.") && said.contains(FIRST), "{said}");
        let keeps = look.names("keep.");
        assert_eq!(keeps.len(), 2, "{keeps:?}");
        // Whoever chooses nothing keeps what is here.
        takes_over(&mut aicha, &first, &look, &[]).redirects();
        assert_eq!(aicha.get(&first).value("reason").as_deref(), Some("Hier geschreven."));
        let reason = keeps.iter().find(|name| name.contains("reason")).expect("a reason");
        takes_over(&mut aicha, &first, &look, &[(reason, "file")]).redirects();
        let scored = aicha.get(&first).is(200);
        assert_eq!(scored.value("reason").as_deref(), Some(FIRST));
        assert_eq!(scored.value("grade").as_deref(), Some("8"));
    });
}

#[test]
fn what_changes_after_the_look_is_kept_beside_it() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let file = form(&mut aicha, &first);
        let look = sends(&mut aicha, &first, &filled(&file, &[(0, REASON, FIRST)])).is(200);
        give(&mut aicha, &first, "8", "Net nog geschreven.").redirects();
        let sheet = format!("{}?saved=clash", sheet_of(&first));
        takes_over(&mut aicha, &first, &look, &[]).redirects_to(&sheet);
        let both = aicha.get(&format!("{first}/clash")).is(200).main_text();
        assert!(both.contains("Net nog geschreven.") && both.contains(FIRST), "{both}");
    });
}

#[test]
fn a_wrong_file_is_refused_with_a_sentence() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let mut joost = world.person("joost@rietmeer.example");
        let sheet = declare(&mut joost, "none", "").redirects();
        let of_joost = joost.get(&sheet).is(200).attribute(".app-table tbody a", "href");
        let own = form(&mut aicha, &first);
        let other = form(&mut joost, &of_joost);
        let zeros = vec![0; 300_000];
        let large = vec![b'x'; 12 << 20];
        let unreadable = "Dit bestand kunnen wij niet lezen.";
        let theirs = "Dit formulier is van een andere beoordelaar";
        let shopping = {
            let mut book = rust_xlsxwriter::Workbook::new();
            book.add_worksheet().write_string(0, 0, "Boodschappen").expect("a text");
            book.save_to_buffer().expect("a workbook")
        };
        let formula = filled(&own, &[(0, GRADE, "=4+4")]);
        let files: [(&str, &[u8], &str); 8] = [
            ("", &[], "Kies eerst een bestand."),
            ("a.xlsx", b"PK\x03\x04 half", unreadable),
            ("a.xlsx", b"%PDF-1.7", unreadable),
            ("a.xlsx", &zeros, unreadable),
            ("a.xlsx", &large, "Dit bestand is te groot."),
            ("a.xlsx", &shopping, "Dit is niet het formulier van deze website."),
            ("a.xlsx", &other, theirs),
            ("a.xlsx", &formula, "In het formulier staat een formule."),
        ];
        for (name, content, sentence) in files {
            aicha.get(&offline(&first)).is(200);
            let back = aicha.uploads(&offline(&first), &[], (name, content)).is(422);
            let said = back.texts_of(".app-error-summary li").concat();
            assert!(said.contains(sentence), "{sentence}: {said}");
        }
        assert_eq!(aicha.get(&first).is(200).value("grade"), None);
    });
}

#[test]
fn what_is_not_on_the_scale_or_too_long_stays_out_and_the_rest_goes_in() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let long = "woord ".repeat(151);
        let cells = [
            (0, GRADE, "7"),
            (0, REASON, FIRST),
            (1, GRADE, "6"),
            (1, REASON, long.as_str()),
            (2, KEY, "geen rij van ons"),
        ];
        let own = form(&mut aicha, &first);
        let look = sends(&mut aicha, &first, &filled(&own, &cells)).is(200);
        let said = look.main_text();
        assert!(said.contains("Dit cijfer staat niet in de schaal."), "{said}");
        assert!(said.contains("Deze uitleg is te lang"), "{said}");
        assert!(said.contains("1 regel hoort niet (meer) bij uw cijfers."), "{said}");
        assert!(said.contains("Dit verandert: 2 dingen"), "{said}");
        takes_over(&mut aicha, &first, &look, &[]).redirects();
        let scored = aicha.get(&first).is(200);
        assert_eq!((scored.value("grade"), scored.value("reason")), (None, Some(FIRST.into())));
        // A grade that no page of ours sent.
        let choices = format!("{}/choices", offline(&first));
        let name =
            format!("grade.{}", first.split("/bids/").nth(1).expect("a bid").replace('/', "."));
        aicha.post(&choices, &[(&name, "7")]).is(409);
        aicha.post(&choices, &[(&name, "zeven")]).is(409);
        assert_eq!(aicha.get(&first).is(200).value("grade"), None);
    });
}

#[test]
fn the_form_is_for_its_own_assessor_while_the_sheet_is_open() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let page = offline(&first);
        let file = filled(&form(&mut aicha, &first), &[(0, GRADE, "8"), (0, REASON, FIRST)]);
        let look = sends(&mut aicha, &first, &file).is(200);
        for stranger in ["joost@rietmeer.example", "fatima@waldervoort.example"] {
            let mut stranger = world.person(stranger);
            stranger.get("/review").is(200);
            stranger.get(&page).is(404);
            stranger.post(&format!("{page}/form"), &[]).is(404);
            stranger.uploads(&page, &[], ("a.xlsx", &file)).is(404);
            stranger.post(&format!("{page}/choices"), &[]).is(404);
        }
        let mut rob = world.person("rob@rietmeer.example");
        rob.get("/manage").is(200);
        assert_ne!(rob.get(&page).status, 200);
        // The lead takes her off the lot while the form is out.
        takes_off(&mut rob, ("aicha", 2));
        aicha.get("/review").is(200);
        assert_eq!(aicha.uploads(&page, &[], ("a.xlsx", &file)).status, 404);
        takes_over(&mut aicha, &first, &look, &[]).is(404);
    });
}

#[test]
fn nothing_goes_out_or_comes_in_after_locking() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let sheet = sheet_of(&first);
        let all: Vec<String> = aicha
            .get(&sheet)
            .is(200)
            .addresses()
            .into_iter()
            .filter(|a| a.contains("/bids/"))
            .collect();
        let file = filled(&form(&mut aicha, &first), &[(0, GRADE, "6")]);
        let look = sends(&mut aicha, &first, &file).is(200);
        for address in &all {
            give(&mut aicha, address, "8", FIRST).redirects();
        }
        aicha.get(&format!("{sheet}/lock")).is(200);
        aicha.post(&format!("{sheet}/lock"), &[]).redirects();
        aicha.uploads(&offline(&first), &[], ("a.xlsx", &file)).is(409);
        aicha.post(&format!("{}/form", offline(&first)), &[]).is(409);
        takes_over(&mut aicha, &first, &look, &[]).is(409);
        assert!(aicha.get(&offline(&first)).is(200).main_text().contains("staan vast"));
    });
}

#[test]
fn a_form_that_does_not_exist_is_not_there() {
    let world: World = opened(Kind::Sqlite);
    let mut aicha = world.person("aicha@rietmeer.example");
    let nothing = format!("/review/assignments/{}/offline", id_of("assignment", "nothing"));
    aicha.get(&nothing).is(404);
}
