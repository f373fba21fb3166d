//! What is typed wrong, or comes when it cannot be done.

use super::{HANNEKE, bid, vote};
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::World;

#[test]
fn a_form_that_is_not_right_comes_back_with_a_sentence() {
    on_both(|kind| {
        let (_world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        hanneke.get(&page).is(200);
        let many: String = (0..6_000).map(|n| format!("lid{n}@leden.example\n")).collect();
        let cases: [(&[(&str, &str)], &str); 12] = [
            (&[("question", " \n")], "Schrijf een vraag van ten hoogste 200 tekens."),
            (&[("about", "")], "Schrijf waarover uw leden stemmen, in ten hoogste 500 woorden."),
            (&[("secrecy", "x")], "Kies of de stemming geheim of open is."),
            (
                &[("quorum_kind", "share"), ("quorum", "101")],
                "Vul een heel getal in: een aantal leden, of een percentage van 1 tot en met 100.",
            ),
            (
                &[("quorum_kind", "number"), ("quorum", "4")],
                "Het minimum is hoger dan het aantal leden in uw lijst.",
            ),
            (
                &[("opens_date", "2026-11-22"), ("opens_time", "09:00")],
                "Dit moment is voorbij. Kies een later moment, of laat het leeg.",
            ),
            (
                &[("closes_date", "2026-11-23"), ("closes_time", "09:30")],
                "Geef uw leden ten minste een uur om te stemmen.",
            ),
            (
                &[("closes_date", "2028-11-23")],
                "Sluit de stemming voordat de inschrijving binnen moet zijn.",
            ),
            (&[("closes_date", "31-11-2026")], "Vul een dag in, zoals 15-01-2027."),
            (
                &[("members", "an@leden.example\nAN@leden.example")],
                "Vul ten minste 2 verschillende e-mailadressen in.",
            ),
            (
                &[("members", &many)],
                "Dit zijn meer dan 5.000 adressen. Zoveel uitnodigingen kunnen wij niet versturen. Houd dan een vergadering en voeg het verslag toe.",
            ),
            (
                &[("members", "an@leden.example\nBo de Vries\n\u{202E}co@leden\r\nBcc: x")],
                "Niet alle regels zijn een e-mailadres. Regel 2: Bo de Vries. Regel 4: Bcc: x.",
            ),
        ];
        for (changes, sentence) in cases {
            let back = sound(hanneke.post(&page, &vote(changes)).is(422));
            assert_eq!(back.texts_of(".app-error-summary a"), [sentence]);
            // What was right is still there.
            let kept = back.value("members").expect("the list");
            assert!(kept.contains("leden"), "{sentence}");
        }
    });
}

#[test]
fn doubles_are_told_before_anything_is_sent() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        hanneke.get(&page).is(200);
        let list = "an@leden.example, AN@leden.example\nBo <bo@leden.example>\nco@leden.example";
        let look =
            sound(hanneke.post(&page, &vote(&[("step", "look"), ("members", list)])).is(200));
        let text = look.main_text();
        assert!(
            text.contains("1 adres stond er vaker in en telt één keer: an@leden.example."),
            "{text}"
        );
        assert!(text.contains("Leden die mogen stemmen 3 leden"), "{text}");
        assert!(text.contains("geheimhouding zwak"), "{text}");
        assert!(world.mails().iter().all(|m| !m.to.ends_with("leden.example")));
        // Back to the form with everything in it, and then sent, twice over: one vote.
        let form = look.form(&page);
        let change = sound(hanneke.sends(&form.clone().with("step", "change")).is(200));
        assert_eq!(change.value("members").as_deref(), Some(list));
        let send = form.with("step", "send");
        hanneke.sends(&send).redirects_to(&page);
        hanneke.sends(&send).redirects_to(&page);
        let mut told: Vec<String> = world
            .mails()
            .into_iter()
            .map(|m| m.to)
            .filter(|to| to.ends_with("@leden.example"))
            .collect();
        told.sort();
        assert_eq!(told, ["an@leden.example", "bo@leden.example", "co@leden.example"]);
        let other = hanneke.post(&page, &vote(&[])).is(422);
        assert_eq!(
            other.texts_of(".app-error-summary a"),
            ["Er loopt al een stemming voor deze inschrijving, of die begint nog. Stop die eerst."]
        );
    });
}

#[test]
fn a_link_that_is_not_there_says_so_and_one_of_another_vote_changes_nothing_here() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        hanneke.sets_up(&bid, &vote(&[]));
        let mut nobody = world.visitor();
        nobody.get("/votes/1234").is(410);
        nobody.get(&format!("/votes/{}", "0".repeat(64))).is(410);
        // A vote of another bid cannot be ended here.
        let draft = format!("/bids/{}", crate::world::id_of("bid", "open-1-dijkgenoten"));
        let foreign = crate::world::id_of("vote", "open-1-dijkgenoten");
        let page = format!("{bid}/vote");
        hanneke.get(&page).is(200);
        for act in ["closure", "stop", "reminder", "minutes", "adoption"] {
            let fields =
                [("vote", foreign.as_str()), ("sure", "yes"), ("reason", "x"), ("minutes", "x")];
            hanneke.post(&format!("{page}/{act}"), &fields).is(404);
        }
        let still = hanneke.get(&format!("{draft}/vote")).is(200).main_text();
        assert!(still.contains("Loopt nu"), "{still}");
    });
}

#[test]
fn members_read_along_and_the_municipality_sees_nothing() {
    on_both(|kind| {
        let world = World::demo(kind);
        let draft = format!("/bids/{}", crate::world::id_of("bid", "open-1-dijkgenoten"));
        let mut mo = world.person("mo@dijkgenoten.example");
        let page = sound(mo.get(&format!("{draft}/vote")).is(200));
        assert!(page.main_text().contains("U leest mee."), "{page:?}");
        assert!(!page.main_text().contains("Stop de stemming"), "{page:?}");
        mo.post(&format!("{draft}/vote"), &vote(&[])).is(403);
        let mut rob = world.person("rob@rietmeer.example");
        rob.get(&format!("{draft}/vote")).is(404);
        rob.get(&format!("{draft}/support")).is(404);
        let journal =
            rob.get(&format!("/manage/rounds/{}/journal", crate::world::id_of("round", "open")));
        assert!(!journal.is(200).main_text().contains("stemming"));
        world.person(HANNEKE).get(&format!("{draft}/vote")).is(200);
    });
}
