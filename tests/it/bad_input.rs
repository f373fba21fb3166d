//! What careless hands, odd programs and two people at once send to a bid.

use crate::bids::{WEEK, begun, sound};
use crate::databases::on_both;
use crate::submission::{GERDA, complete, sign};
use crate::world::{Person, World, id_of};

/// As it comes out of a word processor: its HTML, smart quotes, signs that nobody sees.
const PASTED: &str = "\u{FEFF}<p class=MsoNormal><span lang=NL style='mso-fareast-language:NL'>\u{201C}Elke \
                      dag\u{201D}\u{A0}\u{2026} belt iemand\u{2014}ook zo\u{AD}ndags.<o:p></o:p></span></p>\r\n\
                      \u{200B}\u{200D}<script>alert(1)</script>\u{B}\u{C}\u{202E}Tot zo";
/// What stays: every sign that one can see or that has a meaning.
const KEPT: &str = "<p class=MsoNormal><span lang=NL style='mso-fareast-language:NL'>\u{201C}Elke \
                    dag\u{201D}\u{A0}\u{2026} belt iemand\u{2014}ook zo\u{AD}ndags.<o:p></o:p></span></p>\n\
                    \u{200B}\u{200D}<script>alert(1)</script>Tot zo";

#[test]
fn a_pasted_document_is_text_and_nothing_else() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, PASTED), "0").is(204);
        let section = format!("{bid}/sections/way_of_working");
        let versions = format!("{bid}/fields/{WEEK}/versions");
        for address in [&section, &versions, &format!("{bid}/check")] {
            let page = sound(hanneke.get(address).is(200));
            assert!(!page.body.contains("<p class=MsoNormal"), "{page:?}");
            assert!(!page.body.contains("<script>alert"), "{page:?}");
        }
        let page = hanneke.get(&section);
        assert_eq!(page.value(WEEK).as_deref(), Some(KEPT));
        // The same form without script keeps the same text, so nothing has changed.
        let fields = [(WEEK, PASTED), ("version.way_of_working.week", "1")];
        hanneke.post(&section, &fields);
        let page = hanneke.get(&section).is(200);
        assert_eq!(page.value(&format!("version.{WEEK}")).as_deref(), Some("1"));
        assert!(hanneke.bytes_of(&format!("{bid}/document.pdf")).starts_with(b"%PDF"));
    });
}

#[test]
fn ten_megabytes_in_a_field_are_refused_and_the_text_stays() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Op maandag komt de hulp."), "0").is(204);
        let huge = "a".repeat(10 << 20);
        let typed = [("field", WEEK), ("value", huge.as_str()), ("version", "1")];
        let section = format!("{bid}/sections/way_of_working");
        let posted = [(WEEK, huge.as_str()), ("version.way_of_working.week", "1")];
        // The house hangs up, or says that it is too much.
        for (address, fields) in
            [(format!("{bid}/answers"), &typed[..]), (section.clone(), &posted)]
        {
            let answer = hanneke.try_post(&address, fields);
            assert!(answer.is_none_or(|page| page.status == 413));
        }
        let page = hanneke.get(&section).is(200);
        assert_eq!(page.value(WEEK).as_deref(), Some("Op maandag komt de hulp."));
        assert_eq!(page.value(&format!("version.{WEEK}")).as_deref(), Some("1"));
    });
}

#[test]
fn half_a_sign_becomes_a_mark_that_one_can_see() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.get(&format!("{bid}/sections/way_of_working")).is(200);
        // U+D800 as bytes, a byte that is no text at all, and a sign that is cut off.
        let odd = "Hulp%ED%A0%80%FFkomt%E2%82";
        let body = format!("field={WEEK}&version=0&value={odd}");
        hanneke.posts_body(&format!("{bid}/answers"), &body).is(204);
        let page = sound(hanneke.get(&format!("{bid}/sections/way_of_working")).is(200));
        let value = page.value(WEEK).expect("a field");
        assert_eq!(value.replace('\u{FFFD}', ""), "Hulpkomt");
        assert!(value.contains('\u{FFFD}'), "{value}");
        // In the name of a field it is no field.
        let body = format!("field={WEEK}%ED%A0%80&version=0&value=a");
        hanneke.posts_body(&format!("{bid}/answers"), &body).is(422);
        // In JSON in a form it is not read, and begins no bid.
        let lot = format!("/lots/{}/bids/file", id_of("lot", "open-4"));
        hanneke.get(&lot).is(200);
        let answers = r#"{"way_of_working.week":"\ud800"}"#;
        hanneke.post(&format!("{lot}/bid"), &[("answers", answers)]).redirects_to(&lot);
        assert!(hanneke.bytes_of(&format!("{bid}/document.pdf")).starts_with(b"%PDF"));
    });
}

#[test]
fn the_same_submit_twice_at_once_is_one_submission() {
    on_both(|kind| {
        let world = World::demo(kind);
        let gerda = world.person(GERDA);
        let once = id_of("submission", "at-once");
        let statuses: Vec<(u16, Option<String>)> = std::thread::scope(|scope| {
            // Everybody has the form before the first one sends it.
            let reader = |_| {
                let mut person = gerda.also_at(&world.house);
                person.get(&format!("{}/submission", complete())).is(200);
                person
            };
            let readers: Vec<Person> = (0..4).map(reader).collect();
            let submit = |mut person: Person| {
                let once = once.as_str();
                scope.spawn(move || {
                    let page = person.post(&format!("{}/submission", complete()), &form(once));
                    (page.status, page.location.clone())
                })
            };
            let all: Vec<_> = readers.into_iter().map(submit).collect();
            all.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        let receipt = format!("{}/receipt", complete());
        assert_eq!(statuses, vec![(303, Some(receipt.clone())); 4]);
        let mut gerda = world.person(GERDA);
        // One that counts, one that was withdrawn in the example.
        assert_eq!(gerda.get(&receipt).is(200).texts_of("a[download]").len(), 2);
        let sent = world.mails();
        let sent = sent.iter().filter(|m| m.subject.starts_with("Ontvangen: uw inschrijving"));
        assert_eq!(sent.filter(|m| m.to == GERDA).count(), 1);
        world.house.verify_journal().expect("the chain holds");
    });
}

fn form(once: &str) -> [(&str, &str); 6] {
    let yes = |name| (name, "yes");
    let own = [("once", once), ("preference", "2"), ("name", "Gerda Nijland")];
    [own[0], own[1], own[2], yes("truth"), yes("mandate"), yes("promise")]
}

/// Ben writes on until the house says that the bid is handed in; the last text it took.
fn writes_on(ben: &mut Person, mut seen: String) -> String {
    let mut last = String::new();
    for number in 0..2_000 {
        let text = format!("Elke dag belt iemand, en dat is keer {number}.");
        let page = ben.types(&complete(), (WEEK, &text), &seen);
        match page.status {
            204 => {
                last = text;
                seen = page.etag.expect("a version").trim_matches('"').to_owned();
            }
            409 => return last,
            status => panic!("{status}: {}", page.body),
        }
    }
    panic!("the bid was never handed in")
}

#[test]
fn what_is_handed_in_is_the_last_text_that_was_saved() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ben = world.person("ben@kolkhuis.example");
        let section = format!("{}/sections/way_of_working", complete());
        let page = ben.get(&section).is(200);
        let seen = page.value(&format!("version.{WEEK}")).expect("a version");
        let mut gerda = world.person(GERDA);
        let last = std::thread::scope(|scope| {
            let writer = scope.spawn(move || writes_on(&mut ben, seen));
            sign(&mut gerda, &complete(), &[]).redirects();
            writer.join().expect("a writer")
        });
        let receipt = gerda.get(&format!("{}/receipt", complete())).is(200);
        let file = gerda.get(&receipt.link("Download wat u indiende")).is(200);
        let content: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
        let read = gerda.get(&section).is(200).main_text();
        // The signature may have come before the first text.
        if !last.is_empty() {
            assert!(content.to_string().contains(&last), "{last}");
            assert!(read.contains(&last), "{last}");
        }
        world.house.verify_journal().expect("the chain holds");
    });
}
