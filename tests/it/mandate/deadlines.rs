//! Reminders of a deadline, and a deadline that moves for everybody.

use super::{HANNEKE, bid};
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::{Person, World, id_of};

const ROB: &str = "rob@rietmeer.example";

fn round() -> String {
    format!("/rounds/{}", id_of("round", "open"))
}

fn extension() -> String {
    format!("/manage{}/extension", round())
}

/// When the open round of the example closes: noon, 24 days after the world begins.
const DAY: &str = "2026-12-17";

/// About the bid with 12 sections; the same people write another one, in a round with 23.
fn reminders(world: &World, to: &str) -> Vec<String> {
    let own = world.mails().into_iter();
    let own = own.filter(|m| m.to == to && m.subject.starts_with("Uw inschrijving: nog"));
    own.map(|m| format!("{} | {}", m.subject, m.body.lines().nth(4).unwrap_or_default()))
        .filter(|told| !told.contains("van de 23 onderdelen"))
        .collect()
}

#[test]
fn who_writes_a_bid_that_is_not_handed_in_is_reminded_until_they_mute_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let draft = format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"));
        let page = sound(world.person(HANNEKE).get(&format!("{draft}/reminders")).is(200));
        let moments = [
            "donderdag 3 december 2026, 12.00 uur",
            "donderdag 10 december 2026, 12.00 uur",
            "dinsdag 15 december 2026, 12.00 uur",
            "woensdag 16 december 2026, 12.00 uur",
            "donderdag 17 december 2026, 09.00 uur",
        ];
        assert_eq!(page.texts_of("main .app-bullets li"), moments);
        assert_eq!(reminders(&world, HANNEKE), Vec::<String>::new());
        // The service was away for two weeks: one reminder, the one that fits now.
        world.set_clock("2026-12-15T15:00:00+01:00");
        let first = reminders(&world, HANNEKE);
        assert_eq!(first.len(), 1, "{first:?}");
        assert!(first[0].starts_with("Uw inschrijving: nog 2 dagen | "), "{first:?}");
        let mails = world.mails();
        let about = |m: &&buurtbod::testing::SentMail| {
            m.to == HANNEKE && m.subject.contains("nog 2 dagen") && m.body.contains("van de 12")
        };
        let mail = mails.iter().find(about);
        let body = &mail.expect("a reminder").body;
        assert!(body.contains("onderdelen"), "{body}");
        assert!(mails.iter().all(|m| !(m.to.starts_with("mo@") && m.subject.contains("nog 2"))));
        // By the link, without signing in; only the button changes anything.
        let at = body.find("/reminders/").expect("a link");
        let link = body[at..].split_whitespace().next().expect("a link");
        let mut nobody = world.visitor();
        let look = sound(nobody.get(link).is(200));
        assert!(!look.main_text().contains("geen herinneringen voor"), "{look:?}");
        nobody.post(link, &[("wish", "mute")]).redirects_to(link);
        assert!(nobody.get(link).main_text().contains("U krijgt geen herinneringen"));
        world.visitor().get("/reminders/0000").is(410);
        world.set_clock("2026-12-16T12:00:00+01:00");
        assert_eq!(reminders(&world, HANNEKE).len(), 1, "muted");
        assert!(!reminders(&world, "yvonne@dijkgenoten.example").is_empty());
        // And back again on the page.
        let mut hanneke = world.person(HANNEKE);
        let own = format!("{draft}/reminders");
        hanneke.get(&own).is(200);
        hanneke.post(&own, &[("wish", "remind")]).redirects_to(&own);
        world.set_clock("2026-12-17T09:00:00+01:00");
        assert_eq!(reminders(&world, HANNEKE).len(), 2);
        world.set_clock("2026-12-17T12:00:01+01:00");
        assert_eq!(reminders(&world, HANNEKE).len(), 2);
    });
}

/// What the page of an extension asks.
fn typed<'a>(day: &'a str, time: &'a str, step: &'a str) -> [(&'a str, &'a str); 4] {
    let reason = "De website deed het niet.";
    [("closes_date", day), ("closes_time", time), ("reason", reason), ("step", step)]
}

fn open(world: &World) -> Person {
    let mut rob = world.person(ROB);
    sound(rob.get(&extension()).is(200));
    rob
}

#[test]
fn a_deadline_moves_forward_for_everybody_and_everything_follows() {
    on_both(|kind| {
        let (world, _, bid) = bid(kind);
        let hash = |world: &World| world.visitor().get(&round()).text_of(".app-hash code");
        let before = hash(&world);
        // An hour after the deadline, with nothing open.
        world.set_clock("2026-12-17T13:00:00+01:00");
        world.mails();
        let mut hanneke = world.person(HANNEKE);
        hanneke.get(&bid).is(200);
        hanneke.types(&bid, ("way_of_working.start_days", "9"), "0").is(409);
        let mut rob = open(&world);
        assert!(
            rob.get(&extension())
                .main_text()
                .contains("De tijd is voorbij, maar er is nog niets open.")
        );
        let look = sound(rob.post(&extension(), &typed("2026-12-18", "12:00", "look")).is(200));
        let text = look.main_text();
        assert!(text.contains("Van donderdag 17 december 2026, 12.00 uur naar vrijdag 18 december 2026, 12.00 uur."), "{text}");
        assert!(!text.contains("inschrijvingen:"), "no count: {text}");
        let send = look.form(&extension()).with("step", "send");
        rob.sends(&send).redirects();
        // Everybody hears it, drafts too, and the public page says so.
        let told: Vec<String> = world
            .mails()
            .into_iter()
            .filter(|m| m.subject == "Meer tijd: Samen zorgen in Rietmeer")
            .map(|m| m.to)
            .collect();
        assert!(told.contains(&HANNEKE.to_owned()), "{told:?}");
        let mut once = told.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), told.len(), "each once: {told:?}");
        for page in [round(), bid.clone()] {
            let page = sound(hanneke.get(&page).is(200)).main_text();
            assert!(page.contains("Eerst was het donderdag 17 december 2026, 12.00 uur. Nu is het vrijdag 18 december 2026, 12.00 uur. Reden: De website deed het niet."), "{page}");
        }
        assert_eq!(hash(&world), before, "what was published stays");
        hanneke.types(&bid, ("way_of_working.start_days", "9"), "0").is(204);
        // A new last reminder for the new moment; after it, it is closed again.
        world.set_clock("2026-12-18T09:00:00+01:00");
        let last = reminders(&world, HANNEKE);
        assert!(last.last().is_some_and(|one| one.contains("nog 3 uur")), "{last:?}");
        world.set_clock("2026-12-18T12:00:00+01:00");
        let mut hanneke = world.person(HANNEKE);
        hanneke.get(&bid).is(200);
        hanneke.types(&bid, ("way_of_working.start_days", "8"), "1").is(204);
        world.set_clock("2026-12-18T12:00:01+01:00");
        hanneke.types(&bid, ("way_of_working.start_days", "7"), "2").is(409);
        let mut wouter = world.person("wouter@rietmeer.example");
        // Only now a key can turn.
        let opening = wouter.get(&format!("/manage{}/opening", round())).is(200).main_text();
        assert!(opening.contains("Draai uw sleutel"), "{opening}");
        let journal = world.person(ROB).get(&format!("/manage{}/journal", round())).is(200);
        assert!(
            journal
                .main_text()
                .contains("verschoof de laatste inleverdag van Samen zorgen in Rietmeer"),
            "{journal:?}"
        );
    });
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = open(&world);
        let earlier =
            "Kies een later moment dan de laatste inleverdag van nu. Eerder sluiten kan niet.";
        let cases = [
            (typed(DAY, "12:00", "send"), earlier),
            (typed("2026-11-01", "12:00", "send"), earlier),
            (
                typed("2027-03-28", "02:30", "send"),
                "Deze tijd bestaat niet: de klok gaat dan een uur vooruit. Kies een andere tijd.",
            ),
            (
                typed("2027-10-31", "02:30", "send"),
                "Deze tijd komt 2 keer voor: de klok gaat dan een uur terug. Kies een andere tijd.",
            ),
            (
                typed("2027-11-01", "12:00", "send"),
                "Dit is te laat: op die dag moeten de cijfers al klaar zijn. Kies een dag daarvoor.",
            ),
            (typed("30-02-2027", "12:00", "send"), "Vul een dag in, zoals 15-01-2027."),
        ];
        for (fields, sentence) in cases {
            let back = sound(rob.post(&extension(), &fields).is(422));
            assert_eq!(back.texts_of(".app-error-summary a"), [sentence]);
            assert_eq!(back.value("reason").as_deref(), Some("De website deed het niet."));
        }
        let mut fields = typed("2026-12-18", "12:00", "send");
        fields[2].1 = " ";
        let back = sound(rob.post(&extension(), &fields).is(422));
        assert_eq!(
            back.texts_of(".app-error-summary a"),
            ["Schrijf waarom u verschuift, in ten hoogste 500 tekens."]
        );
        // Nor by another role, nor once the bids are open.
        world.person("wouter@rietmeer.example").get(&extension()).is(403);
        world.person(HANNEKE).get(&extension()).is(404);
        let table = format!("/manage/rounds/{}/extension", id_of("round", "table"));
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let shut = sound(ingrid.get(&table).is(200));
        assert!(shut.main_text().contains("De inschrijvingen zijn open."), "{shut:?}");
        ingrid.post(&table, &typed("2027-01-18", "12:00", "send")).is(409);
    });
}
