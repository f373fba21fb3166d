use super::{at_work, give, manage, opened, without_token};
use crate::databases::on_both;
use crate::world::{Page, Person, id_of};

const REASON: &str = "Duidelijke tijden (alinea 2). Beter kan: noem hoeveel mensen er invallen.";

/// All questions of the one bid, from the sheet.
fn questions(assessor: &mut Person, address: &str) -> Vec<String> {
    let sheet = address.split("/bids/").next().expect("a sheet");
    let page = assessor.get(sheet).is(200);
    let mut found: Vec<String> =
        page.addresses().into_iter().filter(|a| a.contains("/bids/")).collect();
    found.dedup();
    found
}

fn sheet_of(address: &str) -> String {
    address.split("/bids/").next().expect("a sheet").to_owned()
}

fn reopening(address: &str) -> String {
    let id = sheet_of(address).rsplit('/').next().expect("an id").to_owned();
    manage("open", &format!("assignments/{id}/reopening"))
}

#[test]
fn a_score_is_kept_and_leads_to_the_next_question() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let all = questions(&mut aicha, &first);
        let saved = give(&mut aicha, &first, "8", REASON);
        assert_eq!(saved.redirects(), all[1]);
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("grade").as_deref(), Some("8"));
        assert_eq!(page.value("reason").as_deref(), Some(REASON));
        assert_eq!(page.value("version.grade").as_deref(), Some("1"));
    });
}

#[test]
fn a_grade_without_a_reason_comes_back_and_is_kept() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let page = give(&mut aicha, &first, "8", "").is(422);
        let sentence = "Schrijf waarom u dit cijfer geeft. De inschrijver krijgt dit te lezen.";
        assert_eq!(page.texts_of(".app-error-summary li"), [sentence]);
        assert_eq!(aicha.get(&first).value("grade").as_deref(), Some("8"));
        let page = give(&mut aicha, &first, "", REASON).is(422);
        assert_eq!(page.texts_of(".app-error-summary li"), ["Kies een cijfer."]);
        let page = give(&mut aicha, &first, "7", REASON).is(422);
        assert_eq!(page.texts_of(".app-error-summary li"), ["Kies een cijfer uit de lijst."]);
        let long = "woord ".repeat(151);
        let page = give(&mut aicha, &first, "8", long.trim()).is(422);
        let sentence = "Maak uw uitleg korter: ten hoogste 150 woorden.";
        assert_eq!(page.texts_of(".app-error-summary li"), [sentence]);
    });
}

#[test]
fn comparing_bids_gives_a_hint_once() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let reason = "Dit plan is veel beter dan inschrijving B.";
        give(&mut aicha, &first, "8", reason).redirects_to(&first);
        let page = aicha.get(&first).is(200);
        assert!(page.main_text().contains("U vergelijkt met een andere inschrijving."));
        let on = aicha.post(
            &first,
            &[
                ("grade", "8"),
                ("version.grade", "1"),
                ("reason", reason),
                ("version.reason", "1"),
                ("hinted", "yes"),
            ],
        );
        assert_ne!(on.redirects(), first);
    });
}

fn autosave(
    person: &mut Person,
    address: &str,
    field: &str,
    (value, version): (&str, &str),
) -> Page {
    let fields = [("field", field), ("value", value), ("version", version)];
    person.post(&format!("{address}/fields"), &fields)
}

#[test]
fn every_field_saves_itself_with_a_version_of_its_own() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        aicha.get(&first).is(200);
        let tags = [
            autosave(&mut aicha, &first, "grade", ("8", "0")).is(204).etag,
            autosave(&mut aicha, &first, "reason", ("Eerst", "0")).is(204).etag,
            autosave(&mut aicha, &first, "reason", ("Eerst dit", "1")).is(204).etag,
            // The answer got lost and the browser asks again.
            autosave(&mut aicha, &first, "reason", ("Eerst dit", "1")).is(204).etag,
        ];
        assert_eq!(tags.map(Option::unwrap), ["\"1\"", "\"1\"", "\"2\"", "\"2\""]);
        autosave(&mut aicha, &first, "grade", ("7", "1")).is(422);
        autosave(&mut aicha, &first, "sheet", ("x", "1")).is(404);
        let clash = autosave(&mut aicha, &first, "reason", ("Iets anders", "1")).is(412);
        assert_eq!(clash.location.as_deref(), Some(format!("{first}/clash").as_str()));
        let page = aicha.get(&format!("{first}/clash")).is(200);
        let text = page.main_text();
        assert!(text.contains("Eerst dit") && text.contains("Iets anders"), "{text}");
    });
}

#[test]
fn two_windows_clash_and_nothing_is_lost() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        give(&mut aicha, &first, "8", "De eerste tekst.").redirects();
        // A window that was opened before that.
        let old = [
            ("grade", "6"),
            ("version.grade", "0"),
            ("reason", "De tweede tekst."),
            ("version.reason", "0"),
        ];
        let clash = aicha.post(&first, &old).is(412);
        let text = clash.main_text();
        assert!(text.contains("De eerste tekst.") && text.contains("De tweede tekst."), "{text}");
        assert!(text.contains("8 Goed") && text.contains("6 Voldoende"), "{text}");
        assert_eq!(aicha.get(&first).value("reason").as_deref(), Some("De eerste tekst."));
        assert!(aicha.get(&first).main_text().contains("Er staan nu twee teksten."));
        let chosen = [
            ("grade", "6"),
            ("version.grade", "1"),
            ("reason", "De eerste tekst. De tweede tekst."),
            ("version.reason", "1"),
            ("chosen", "yes"),
        ];
        aicha.post(&first, &chosen).redirects();
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("reason").as_deref(), Some("De eerste tekst. De tweede tekst."));
        assert!(!page.main_text().contains("twee teksten"));
        aicha.get(&format!("{first}/clash")).redirects_to(&first);
    });
}

#[test]
fn a_full_sheet_is_locked_for_good_and_only_the_lead_reopens_it() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let lock = format!("{}/lock", sheet_of(&first));
        aicha.get(&lock).redirects_to(&sheet_of(&first));
        aicha.post(&lock, &[]).is(409);
        let all = questions(&mut aicha, &first);
        for address in &all {
            give(&mut aicha, address, "8", REASON).redirects();
        }
        assert!(aicha.get(&lock).is(200).main_text().contains("Daarna kunt u ze niet meer"));
        aicha.post(&lock, &[]).redirects_to(&format!("{}?locked=1", sheet_of(&first)));
        let refused = aicha.post(&first, &[("grade", "6"), ("reason", "Toch minder.")]).is(409);
        assert!(refused.main_text().contains("Uw cijfers staan vast."), "{refused:?}");
        aicha.get(&first).is(200);
        autosave(&mut aicha, &first, "grade", ("6", "1")).is(409);
        // Nobody else reopens, and not without a reason.
        aicha.get(&reopening(&first)).is(403);
        let mut rob = world.person("rob@rietmeer.example");
        rob.get(&reopening(&first)).is(200);
        rob.post(&reopening(&first), &[("reason", " ")]).is(422);
        let reason = [("reason", "Zij las een bijlage niet.")];
        rob.post(&reopening(&first), &reason).redirects_to(&manage("open", "progress"));
        assert_eq!(aicha.get(&first).value("grade").as_deref(), Some("8"));
        give(&mut aicha, &first, "6", REASON).redirects();
        let journal = rob.get(&manage("open", "journal")).is(200).main_text();
        assert!(journal.contains("Zij las een bijlage niet."), "{journal}");
    });
}

#[test]
fn the_lead_sees_how_many_and_never_which() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        let pages = ["progress", "conflicts", "assignments", "journal", "bids", "admissibility"];
        let mut look = || {
            let page = |name: &str| without_token(&rob.get(&manage("open", name)).is(200));
            pages.map(page)
        };
        give(&mut aicha, &first, "8", REASON).redirects();
        let before = look();
        assert!(before[0].contains("1 van 5") || before[0].contains("1 van 4"), "{}", before[0]);
        give(&mut aicha, &first, "2", "Weinig antwoord op de vraag.").redirects();
        assert_eq!(before, look());
    });
}

#[test]
fn who_has_work_left_is_reminded_once() {
    on_both(|kind| {
        let world = opened(kind);
        let (_, _) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        let before = world.mails().len();
        let progress = manage("open", "progress");
        rob.get(&progress).is(200);
        let reminders = manage("open", "reminders");
        rob.post(&reminders, &[]).redirects_to(&format!("{progress}?reminded=3"));
        let page = rob.get(&format!("{progress}?reminded=3")).is(200);
        assert!(page.main_text().contains("Er gaan 3 herinneringen uit."));
        rob.post(&reminders, &[]).redirects_to(&format!("{progress}?reminded=0"));
        let mails = world.mails();
        let mut sent: Vec<&str> = mails[before..].iter().map(|m| m.to.as_str()).collect();
        sent.sort();
        let wanted = ["aicha@rietmeer.example", "joost@rietmeer.example", "lies@rietmeer.example"];
        assert_eq!(sent, wanted);
    });
}

#[test]
fn somebody_elses_sheet_does_not_exist() {
    on_both(|kind| {
        let world = opened(kind);
        let (_, first) = at_work(&world);
        let mut joost = world.person("joost@rietmeer.example");
        super::declare(&mut joost, "none", "").redirects();
        joost.get(&first).is(404);
        joost.get(&sheet_of(&first)).is(404);
        joost.post(&first, &[("grade", "0"), ("reason", "Sabotage.")]).is(404);
        joost.post(&format!("{}/lock", sheet_of(&first)), &[]).is(404);
        let unknown = format!("/review/assignments/{}", id_of("assignment", "none"));
        joost.get(&unknown).is(404);
    });
}

#[test]
fn what_no_honest_form_sends_changes_nothing() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        give(&mut aicha, &first, "8", REASON).redirects();
        // Ten megabytes: the house hangs up, or says that it is too much.
        let huge = "a".repeat(10 << 20);
        let fields = [("field", "reason"), ("value", huge.as_str()), ("version", "1")];
        let answer = aicha.try_post(&format!("{first}/fields"), &fields);
        assert!(answer.is_none_or(|page| page.status == 413));
        autosave(&mut aicha, &first, "reason", (&"a".repeat(10_001), "1")).is(422);
        let off = ["-8", "8.0000001", "16/3"].map(|odd| (odd, 422));
        let none = ["1e99", "NaN", "８", "acht", "1/0", "\u{FFFD}"].map(|odd| (odd, 400));
        for (odd, status) in off.into_iter().chain(none) {
            let said = autosave(&mut aicha, &first, "grade", (odd, "1")).status;
            assert_eq!((odd, said), (odd, status));
        }
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("grade").as_deref(), Some("8"));
        assert_eq!(page.value("reason").as_deref(), Some(REASON));
        // Eight is eight, however it is written; and signs that nobody sees go away.
        autosave(&mut aicha, &first, "grade", ("8.0", "1")).is(204);
        autosave(&mut aicha, &first, "reason", ("a\u{202E}b\u{0}c", "1")).is(204);
        assert_eq!(aicha.get(&first).value("reason").as_deref(), Some("abc"));
    });
}

#[test]
fn whoever_is_taken_off_a_lot_saves_nothing_any_more() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        aicha.get(&first).is(200);
        let mut rob = world.person("rob@rietmeer.example");
        super::takes_off(&mut rob, ("aicha", 2));
        autosave(&mut aicha, &first, "grade", ("8", "0")).is(404);
        aicha.post(&first, &[("grade", "8"), ("reason", REASON)]).is(404);
        aicha.post(&format!("{first}/notes"), &[("note_at", "1.1.1")]).is(404);
    });
}
