//! A proof that may wait until a bid wins for now: asked, sent, seen.

use crate::databases::{Kind, on_both};
use crate::decisions::{CARLA, award, bid, decision, of_lot, publish, round};
use crate::html;
use crate::world::{Page, Person, World, id_of};

const INGRID: &str = "ingrid@waldervoort.example";
const JAN: &str = "jan@denabuur.example";
const QUESTION: &str = "Stuur het bewijs bij deze eis.";
const ANSWER: &str = "Het certificaat ligt bij de notaris, nummer 41.";

fn ranked(kind: Kind) -> World {
    let world = World::demo(kind);
    world.house.finish_tables();
    world
}

fn proofs(name: &str) -> String {
    format!("{}/proofs/{}", decision(), bid(name))
}

fn judged() -> String {
    format!("/manage/rounds/{}/admissibility/{}", round(), bid("1-nabuur"))
}

fn own() -> String {
    format!("/bids/{}/inquiries/{}", bid("1-nabuur"), id_of("inquiry", "q06"))
}

/// Asks De Nabuur for the proof of a requirement, ten days ahead.
fn asks(lead: &mut Person, world: &World, code: &str) -> Page {
    let due = world.house.now() + jiff::SignedDuration::from_hours(240);
    let due = due.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    let id = id_of("inquiry", "q06");
    let place = format!("{}/supplements/{code}", judged());
    lead.get(&place).is(200);
    let fields = [
        ("inquiry", id.as_str()),
        ("question", QUESTION),
        ("due_date", due.as_str()),
        ("due_time", "17:00"),
    ];
    lead.post(&place, &fields)
}

fn sees(lead: &mut Person, verdict: &str, note: &str) -> Page {
    let place = proofs("1-nabuur");
    lead.get(&place).is(200);
    lead.post(&place, &[("requirement", "Q06"), ("verdict", verdict), ("note", note)])
}

#[test]
fn a_proof_that_could_wait_is_asked_sent_and_seen_after_the_award() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut ingrid = world.person(INGRID);
        // Before the decision there is no winner whom one could ask.
        ingrid.get(&proofs("1-nabuur")).is(404);
        asks(&mut ingrid, &world, "Q06").is(409);
        let mut carla = world.person(CARLA);
        award(&mut carla, 1).redirects();
        let warned = "Nog niet gezien bewijs 1. Elsbroek, Zorgcoöperatie De Nabuur: Q06.";
        for address in [decision(), of_lot(1), format!("{}/publication", decision())] {
            let page = carla.get(&address).is(200);
            assert_eq!(html::faults(&page), Vec::<String>::new());
            assert!(page.main_text().contains(warned), "{address}: {page:?}");
        }
        // It is no obstacle, and who did not win is not asked.
        publish(&mut carla).redirects();
        ingrid.get(&proofs("1-hulpdirect")).is(404);

        let mut jan = world.person(JAN);
        let result = format!("/bids/{}/result", bid("1-nabuur"));
        let told = jan.get(&result).is(200).main_text();
        assert!(told.contains("Nog niet gevraagd: u krijgt een mail"), "{told}");
        asks(&mut ingrid, &world, "Q01").is(409);
        asks(&mut ingrid, &world, "Q06").redirects();
        let page = ingrid.get(&proofs("1-nabuur")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("Wacht op antwoord"), "{page:?}");
        let mails = world.mails();
        assert!(mails.iter().any(|m| m.to == JAN && m.body.contains(&own())), "{mails:?}");

        let page = jan.get(&result).is(200);
        assert!(page.main_text().contains("Gevraagd: stuur het nu"), "{page:?}");
        assert!(page.addresses().contains(&own()), "{page:?}");
        let page = jan.get(&own()).is(200);
        assert!(!page.main_text().contains("staat de klok van het besluit stil"), "{page:?}");
        jan.post(&own(), &[("answer", ANSWER), ("act", "send")]).redirects();
        assert!(jan.get(&result).main_text().contains("Verstuurd, de gemeente kijkt ernaar"));

        let faults = |page: Page| page.is(422).texts_of(".app-error-summary a");
        assert_eq!(faults(sees(&mut ingrid, "", "")), ["Kies wat u van het bewijs vindt."]);
        let no_note = "Schrijf wat er mist. Dan weet de inschrijver wat te doen.";
        assert_eq!(faults(sees(&mut ingrid, "not_enough", " ")), [no_note]);
        sees(&mut ingrid, "not_enough", "De datum mist.").redirects_to(&proofs("1-nabuur"));
        let page = jan.get(&result).is(200).main_text();
        assert!(page.contains("De datum mist."), "{page}");
        assert!(carla.get(&decision()).main_text().contains(warned));
        sees(&mut ingrid, "seen", "Certificaat 41.").redirects_to(&proofs("1-nabuur"));

        let page = ingrid.get(&proofs("1-nabuur")).is(200).main_text();
        assert!(page.contains("Gezien op") && page.contains("door Ingrid"), "{page}");
        let page = jan.get(&result).is(200).main_text();
        assert!(page.contains("Gezien op") && page.contains("Certificaat 41."), "{page}");
        assert!(!carla.get(&decision()).main_text().contains(warned));
        let journal = ingrid.get(&format!("/manage/rounds/{}/journal", round())).is(200);
        assert!(journal.main_text().contains("keek naar bewijs van de winnaar van perceel 1."));
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn only_the_lead_says_what_a_proof_is_worth() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut carla = world.person(CARLA);
        award(&mut carla, 1).redirects();
        carla.get(&proofs("1-nabuur")).is(200);
        sees(&mut carla, "seen", "").is(403);
        let mut ingrid = world.person(INGRID);
        let page = ingrid.get(&proofs("1-nabuur")).is(200).main_text();
        assert!(page.contains("De uitslag is nog niet gepubliceerd."), "{page}");
        let place = proofs("1-nabuur");
        let other = [("requirement", "Q01"), ("verdict", "seen"), ("note", "")];
        ingrid.post(&place, &other).is(409);
        for stranger in [JAN, "rob@rietmeer.example", "fatima@waldervoort.example"] {
            let status = world.person(stranger).get(&place).status;
            assert!([403, 404].contains(&status), "{stranger}: {status}");
        }
        // Another winner is chosen: the proof is no longer asked of this one.
        let page = carla.get(&of_lot(1)).is(200);
        let (second, seen) = (bid("1-zorgkring"), page.value("seen").expect("a decision"));
        let words = "De Zorgkring kent het gebied beter, vinden wij.";
        let fields = [
            ("verdict", second.as_str()),
            ("reasons", words),
            ("advantages", words),
            ("deviation", words),
            ("seen", &seen),
        ];
        carla.post(&of_lot(1), &fields).redirects();
        ingrid.get(&place).is(404);
        ingrid.get(&proofs("1-zorgkring")).is(200);
    });
}
