use super::{ARIE, DIJK, GERDA, SJAAK, at, parties, signed};
use crate::databases::on_both;
use crate::review::{CLOSED, manage, opened_in};
use crate::submission::{complete, sign};
use crate::world::{Page, Person, World};

fn leaves(person: &mut Person, part: &str, reason: &str) -> Page {
    person.get(part).is(200);
    person.post(&format!("{part}/departure"), &[("reason", reason)])
}

#[test]
fn before_submission_the_meter_says_so_and_the_work_has_a_hole() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = signed(&world);
        // The two villages do it all; then one of them goes.
        let page = gerda.get(&parties()).is(200);
        let version = page.value("work").expect("a version");
        let boxes = page.values("cell");
        let alone = [("work", version.as_str()), ("cell", &boxes[1])];
        gerda.post(&format!("{}/work", parties()), &alone).redirects();
        let mut arie = at(&world, ARIE);
        leaves(&mut arie, &dijk, "").is(422);
        leaves(&mut arie, &dijk, &"woord ".repeat(201)).is(422);
        leaves(&mut arie, &dijk, "Wij hebben te weinig mensen.").redirects_to("/bids");
        let missing = gerda.missing();
        let left = format!(
            "{DIJK} is vertrokken, maar staat nog in de verdeling. Geef het werk aan een ander en bewaar de verdeling."
        );
        assert!(missing.contains(&left), "{missing:?}");
        assert!(missing.iter().any(|gap| gap.contains("niemand doet hier")), "{missing:?}");
        let page = gerda.get(&parties()).is(200).main_text();
        assert!(page.contains("Wij hebben te weinig mensen."), "{page}");
        // Whoever left is a stranger.
        for page in [&dijk, &parties(), &complete()] {
            arie.get(page).is(404);
        }
        assert!(!arie.get("/bids").is(200).main_text().contains("U doet mee voor"));
        // With the work given to others it is a whole bid again.
        gerda.gives_work_to(&["lead", &meer]).redirects();
        at(&world, SJAAK).signs(&meer, "Sjaak Verbruggen").redirects();
        assert_eq!(gerda.missing(), [""; 0]);
        sign(&mut gerda, &complete(), &[]).redirects();
    });
}

#[test]
fn after_submission_the_lead_hears_it_at_once_and_the_municipality_sees_when() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = signed(&world);
        sign(&mut gerda, &complete(), &[]).redirects();
        let mut arie = at(&world, ARIE);
        leaves(&mut arie, &dijk, "Ons bestuur wil toch niet.").redirects_to("/bids");
        let mails = world.mails();
        let subject = "Een partij stopt: dien uw plan opnieuw in";
        let told: Vec<&str> =
            mails.iter().filter(|m| m.subject == subject).map(|m| m.to.as_str()).collect();
        assert_eq!(told, [GERDA]);
        let mail = mails.iter().find(|m| m.subject == subject).expect("a mail");
        assert!(!mail.body.contains("Dijkgenoten"), "{}", mail.body);
        let tasks = gerda.get(&complete()).is(200).main_text();
        let sentence = format!("{DIJK} doet niet meer mee sinds u indiende. Trek het plan in");
        assert!(tasks.contains(&sentence), "{tasks}");

        // Nobody does anything about it: it stands, and the municipality sees when.
        opened_in(&world);
        let mut rob = at(&world, "rob@rietmeer.example");
        let list = rob.get(&manage("open", "admissibility")).is(200);
        let bids = list.addresses().into_iter().filter(|a| a.contains("/admissibility/"));
        let pages: Vec<String> = bids.map(|bid| rob.get(&bid).is(200).main_text()).collect();
        let left = format!("{DIJK} stopte op maandag 23 november 2026, 09.00.");
        let joint = pages.iter().find(|page| page.contains(&left)).expect("a joint bid");
        assert!(joint.contains("Reden: Ons bestuur wil toch niet."), "{joint}");
        // Signing in again, the night of the world took its sessions.
        let mut gerda = at(&world, GERDA);
        let tasks = gerda.get(&complete()).is(200).main_text();
        assert!(tasks.contains("Wat u indiende blijft staan."), "{tasks}");

        // After the deadline nobody leaves here any more.
        let mut sjaak = at(&world, SJAAK);
        let late = leaves(&mut sjaak, &meer, "Wij ook niet.").is(409);
        let sentence = "U kunt hier niet meer stoppen. Bel de trekker en de contactpersoon";
        assert!(late.main_text().contains(sentence), "{late:?}");
        assert_eq!(late.value("reason").as_deref(), Some("Wij ook niet."));
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn a_bid_that_is_handed_in_again_is_without_who_left() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = signed(&world);
        sign(&mut gerda, &complete(), &[]).redirects();
        leaves(&mut at(&world, ARIE), &dijk, "Wij stoppen.").redirects();
        let withdrawal = format!("{}/withdrawal", complete());
        gerda.get(&withdrawal).is(200);
        let why = [("reason", "Een partij stopt."), ("confirmed", "yes")];
        gerda.post(&withdrawal, &why).redirects();
        gerda.gives_work_to(&["lead", &meer]).redirects();
        sign(&mut gerda, &complete(), &[]).redirects();
        let receipt = gerda.get(&format!("{}/receipt", complete())).is(200);
        let file = gerda.get(&receipt.link("Download wat u indiende")).is(200).body;
        assert!(!file.contains(DIJK), "{file}");
        let tasks = gerda.get(&complete()).is(200).main_text();
        assert!(!tasks.contains("doet niet meer mee"), "{tasks}");
    });
}

#[test]
fn the_lead_takes_a_party_out_and_owes_a_reason_to_who_signed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, _]) = signed(&world);
        gerda.get(&parties()).is(200);
        let removal = format!("{dijk}/removal");
        gerda.post(&removal, &[]).is(422);
        gerda.post(&removal, &[("reason", "Zij vroegen erom.")]).redirects_to(&parties());
        let mut arie = at(&world, ARIE);
        arie.get(&dijk).is(404);
        // The mail leads to the reason and does not say it.
        let mails = world.mails();
        let mail = mails.iter().rfind(|mail| mail.to == ARIE).expect("a mail");
        assert!(mail.body.contains("/bids\n") && !mail.body.contains("Zij vroegen"), "{mail:?}");
        let list = arie.get("/bids").is(200).main_text();
        assert!(list.contains("Reden: Zij vroegen erom."), "{list}");
        let shut = gerda.post(&removal, &[("reason", "Nog een keer.")]).is(409);
        assert!(shut.main_text().contains("Deze organisatie doet niet meer mee."), "{shut:?}");
        world.set_clock(CLOSED);
        let mut gerda = at(&world, GERDA);
        gerda.get(&parties()).is(200);
        gerda.post(&removal, &[("reason", "Te laat.")]).is(409);
    });
}
