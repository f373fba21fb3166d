//! From the last check to the receipt, and back.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

pub const GERDA: &str = "gerda@kolkhuis.example";

/// Withdrawn in the example, and complete; the cooperative has two bids.
pub fn complete() -> String {
    format!("/bids/{}", id_of("bid", "open-4-kolkhuis"))
}

fn draft() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

/// What Gerda fills in.
fn signed<'a>(once: &'a str, preference: &'a str) -> Vec<(&'a str, &'a str)> {
    let declared = ["truth", "mandate", "promise"].map(|declaration| (declaration, "yes"));
    let own = [("once", once), ("preference", preference), ("name", "Gerda Nijland")];
    own.into_iter().chain(declared).collect()
}

/// The form as it stands on the page, signed; `changes` are typed over it.
pub fn sign(person: &mut Person, bid: &str, changes: &[(&str, &str)]) -> Page {
    let page = person.get(&format!("{bid}/submission")).is(200);
    let held = |name: &str| page.value(name).expect("a field");
    let (once, preference) = (held("once"), held("preference"));
    let mut fields = signed(&once, &preference);
    for change in changes {
        fields.retain(|(name, _)| *name != change.0);
        fields.push(*change);
    }
    person.post(&format!("{bid}/submission"), &fields)
}

fn closing_time(world: &World) -> Timestamp {
    let tasks = world.person(GERDA).get(&complete());
    tasks.attribute(".app-strip time", "datetime").parse().expect("a time")
}

fn faults(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary a")
}

#[test]
fn a_signatory_checks_signs_and_gets_a_receipt_that_can_be_verified() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let card = gerda.get("/bids").is(200);
        let check = card.link("Controleer en dien in");
        let check = gerda.get(&check).is(200);
        assert!(check.main_text().contains("Alles is ingevuld."), "{check:?}");
        check.link("Ga door naar indienen");
        sign(&mut gerda, &complete(), &[]).redirects_to(&format!("{}/receipt", complete()));

        let receipt = gerda.get(&format!("{}/receipt", complete())).is(200);
        assert_eq!(receipt.text_of("h1"), "Gelukt. Uw inschrijving is binnen.");
        let facts = receipt.texts_of(".app-facts dd");
        assert!(facts[1].starts_with("maandag 23 november 2026, 09.00."), "{}", facts[1]);
        assert_eq!(facts[2], "Gerda Nijland, Zorgcoöperatie Het Kolkhuis");
        let hash = facts[4].replace(' ', "");
        let file = gerda.get(&receipt.link("Download wat u indiende")).is(200);
        assert_eq!(hex(&Sha256::digest(file.body.as_bytes())), hash);
        assert!(file.body.contains("\"cooperative_name\":\"Zorgcoöperatie Het Kolkhuis\""));

        let mails = world.mails();
        let subject = format!("Ontvangen: uw inschrijving {}", facts[0]);
        let mail = mails.iter().find(|m| m.subject == subject).expect("a mail");
        assert_eq!(mail.to, GERDA);
        assert!(mail.body.contains(&hash), "{}", mail.body);
        let tasks = gerda.get(&complete()).is(200);
        assert!(tasks.main_text().contains(&facts[0]), "{tasks:?}");
        world.house.verify_journal().expect("the chain holds");
    });
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn one_second_late_is_refused_and_nothing_is_lost() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = complete();
        let closes = closing_time(&world);
        world.house.set_clock(closes - SignedDuration::from_mins(1));
        let mut gerda = world.person(GERDA);
        let page = gerda.get(&format!("{bid}/submission")).is(200);
        let once = page.value("once").expect("a field");
        world.house.set_clock(closes + SignedDuration::from_secs(1));
        let late = gerda.post(&format!("{bid}/submission"), &signed(&once, "2")).is(409);
        let told = late.main_text();
        assert!(told.contains("De tijd is voorbij. U kunt niet meer indienen."), "{told}");
        assert!(told.contains("Uw teksten en bestanden zijn bewaard."), "{told}");
        let check = gerda.get(&late.link("Bekijk uw antwoorden")).is(200);
        assert!(check.main_text().contains("mantelzorger"), "the text is kept: {check:?}");
        let journal = gerda.get(&format!("{bid}/journal")).is(200).main_text();
        assert!(journal.contains("wilde de inschrijving op perceel"), "{journal}");
        // No form is left to sign, and an empty one says the same.
        let page = gerda.get(&format!("{bid}/submission")).is(200);
        assert_eq!(page.value("once"), None);
        gerda.post(&format!("{bid}/submission"), &[]).is(409);
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn the_last_second_is_in_time() {
    on_both(|kind| {
        let world = World::demo(kind);
        let closes = closing_time(&world);
        world.house.set_clock(closes - SignedDuration::from_mins(1));
        let mut gerda = world.person(GERDA);
        let place = format!("{}/submission", complete());
        let once = gerda.get(&place).is(200).value("once").expect("a field");
        // The clock runs on from here; the second that it closes in still counts.
        world.house.set_clock(closes);
        gerda.post(&place, &signed(&once, "2")).redirects();
    });
}

/// The head of the request was in time. What counts is when all of it was here.
#[test]
fn a_form_that_begins_in_time_and_ends_too_late_is_late() {
    on_both(|kind| {
        let world = World::demo(kind);
        let closes = closing_time(&world);
        world.house.set_clock(closes - SignedDuration::from_mins(1));
        let mut gerda = world.person(GERDA);
        let bid = complete();
        let place = format!("{bid}/submission");
        let once = gerda.get(&place).is(200).value("once").expect("a field");
        let later = || world.house.set_clock(closes + SignedDuration::from_secs(1));
        assert_eq!(gerda.posts_slowly(&place, &signed(&once, "2"), later), 409);

        world.house.set_clock(closes - SignedDuration::from_mins(1));
        let section = gerda.get(&format!("{bid}/sections/way_of_working")).is(200);
        let field = [("field", "way_of_working.week"), ("value", "Elke dag."), ("version", "1")];
        let later = || world.house.set_clock(closes + SignedDuration::from_secs(1));
        assert_eq!(gerda.posts_slowly(&format!("{bid}/answers"), &field, later), 409);
        world.house.set_clock(closes - SignedDuration::from_mins(1));
        let again = gerda.get(&format!("{bid}/sections/way_of_working")).is(200);
        assert_eq!(again.value("way_of_working.week"), section.value("way_of_working.week"));
    });
}

#[test]
fn the_same_form_twice_is_one_submission() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = complete();
        let mut gerda = world.person(GERDA);
        let once = id_of("submission", "twice");
        let first = sign(&mut gerda, &bid, &[("once", &once)]).redirects();
        // The page is a receipt by now; the old form is sent again.
        gerda.post(&format!("{bid}/submission"), &signed(&once, "2")).redirects_to(&first);
        gerda.post(&format!("{bid}/submission"), &[]).redirects_to(&first);
        gerda.get(&format!("{bid}/submission")).redirects_to(&first);
        let receipt = gerda.get(&first).is(200);
        // One that counts, one that was withdrawn in the example.
        assert_eq!(receipt.texts_of("a[download]").len(), 2, "{receipt:?}");
    });
}

#[test]
fn bad_input_comes_back_with_what_was_typed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let bid = complete();
        let unsigned =
            sign(&mut gerda, &bid, &[("promise", ""), ("name", "Gerda Nieland")]).is(422);
        let told = [
            "Zet een vinkje als u zich houdt aan wat hier staat.",
            "Typ uw eigen naam zoals die bij uw account staat: Gerda Nijland.",
        ];
        assert_eq!(faults(&unsigned), told);
        assert_eq!(unsigned.value("name").as_deref(), Some("Gerda Nieland"));
        assert_eq!(unsigned.texts_of("input[name=truth][checked]").len(), 1);
        assert_eq!(unsigned.texts_of("input[name=promise][checked]").len(), 0);
        let taken = sign(&mut gerda, &bid, &[("preference", "1")]).is(422);
        let told = "Deze plek gaf u al aan een inschrijving die is ingediend. Kies een andere \
                    plek. Of trek die inschrijving eerst in.";
        assert_eq!(faults(&taken), [told]);
        assert_eq!(taken.value("name").as_deref(), Some("Gerda Nijland"));
        let none = sign(&mut gerda, &bid, &[("preference", "9")]).is(422);
        assert_eq!(faults(&none), ["Kies een plek uit de lijst."]);
        gerda.get(&format!("{bid}/submission")).is(200);
    });
}

#[test]
fn what_is_missing_is_told_and_cannot_be_signed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut arie = world.person("arie@dijkgenoten.example");
        let check = arie.get(&format!("{}/check", draft())).is(200);
        assert!(check.main_text().contains("U kunt nog niet indienen."), "{check:?}");
        let gap = check.attribute("#missing li a", "href");
        assert!(gap.starts_with(&format!("{}/sections/", draft())), "{gap}");
        let page = arie.get(&format!("{}/submission", draft())).is(200);
        assert_eq!(page.value("once"), None);
        let name = arie.get("/account").value("name").expect("a name");
        let mut form = signed("", "1");
        form.retain(|(field, _)| *field != "name");
        form.push(("name", &name));
        let refused = arie.post(&format!("{}/submission", draft()), &form).is(409);
        let told = "Er is iets veranderd sinds u deze pagina opende. Er ontbreekt nu iets. Vul dat \
                    eerst aan.";
        assert_eq!(faults(&refused), [told]);
        arie.get(&format!("{}/receipt", draft())).is(404);
    });
}

#[test]
fn a_bid_is_taken_back_with_a_reason_and_handed_in_again() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let bid = complete();
        sign(&mut gerda, &bid, &[]).redirects();
        let place = format!("{bid}/withdrawal");
        gerda.get(&place).is(200);
        let empty = gerda.post(&place, &[("reason", " ")]).is(422);
        let told = [
            "Schrijf kort op waarom u intrekt.",
            "Zet een vinkje als u zeker weet dat u wilt intrekken.",
        ];
        assert_eq!(faults(&empty), told);
        let reason = "Wij willen eerst de kosten nog eens narekenen.";
        let unsure = gerda.post(&place, &[("reason", reason)]).is(422);
        assert_eq!(unsure.value("reason").as_deref(), Some(reason));
        gerda.post(&place, &[("reason", reason), ("confirmed", "yes")]).redirects_to(&bid);
        let receipt = gerda.get(&format!("{bid}/receipt")).is(200);
        assert!(receipt.main_text().contains(reason), "{receipt:?}");
        gerda.post(&place, &[("reason", reason), ("confirmed", "yes")]).is(409);
        let mails = world.mails();
        let mail = mails.iter().find(|m| m.subject.starts_with("Ingetrokken: uw inschrijving"));
        assert!(!mail.expect("a mail").body.contains(reason), "that stands on the page");
        sign(&mut gerda, &bid, &[]).redirects();
        let receipt = gerda.get(&format!("{bid}/receipt")).is(200);
        assert_eq!(receipt.text_of("h1"), "Gelukt. Uw inschrijving is binnen.");
        assert_eq!(receipt.texts_of("a[download]").len(), 3);
    });
}

#[test]
fn only_who_may_sign_hands_in_and_strangers_find_nothing() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = complete();
        for (email, reads) in [("ben@kolkhuis.example", 200), ("rajesh@kolkhuis.example", 200)] {
            let mut member = world.person(email);
            let check = member.get(&format!("{bid}/check")).is(reads);
            let told = "Alles is klaar. Alleen Gerda Nijland mag indienen.";
            assert!(check.main_text().contains(told), "{check:?}");
            assert!(!check.addresses().contains(&format!("{bid}/submission")), "{check:?}");
            member.get(&format!("{bid}/submission")).is(403);
            member.post(&format!("{bid}/submission"), &[]).is(403);
            member.post(&format!("{bid}/withdrawal"), &[]).is(403);
        }
        let mut stranger = world.person("tjitske@meeroever.example");
        let mut lead = world.person("rob@rietmeer.example");
        for person in [&mut stranger, &mut lead] {
            for page in ["check", "submission", "receipt", "withdrawal"] {
                person.get(&format!("{bid}/{page}")).is(404);
            }
            person.post(&format!("{bid}/submission"), &[]).is(404);
        }
        let own =
            world.person(GERDA).get(&format!("{bid}/receipt")).link("Download wat u indiende");
        stranger.get(&own).is(404);
        let other = own.replace(&id_of("bid", "open-4-kolkhuis"), &id_of("bid", "open-2-kolkhuis"));
        world.person(GERDA).get(&other).is(404);
    });
}
