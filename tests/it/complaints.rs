//! Complaints about the rules of a round: somebody who did not make them answers before the closing
//! time, and everybody reads it without a name.

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Person, World, id_of};

const LEAD: &str = "rob@rietmeer.example";
const JAN: &str = "jan@denabuur.example";
const THEO: &str = "theo@rietmeer.example";
const BODY: &str = "Een keurmerk is te duur voor een kleine club.";

fn public() -> String {
    format!("/rounds/{}/complaints", id_of("round", "open"))
}

fn manage() -> String {
    format!("/manage{}", public())
}

fn files(person: &mut Person) {
    person.get(&public()).is(200);
    person.post(&public(), &[("body", BODY)]).redirects_to(&format!("{}?filed=1", public()));
}

/// The page of the municipality about the newest complaint.
fn newest(lead: &mut Person) -> String {
    let list = lead.get(&manage()).is(200);
    assert_eq!(html::faults(&list), Vec::<String>::new());
    let own = format!("{}/", manage());
    list.addresses().into_iter().rfind(|address| address.starts_with(&own)).expect("a complaint")
}

fn hands(lead: &mut Person, page: &str, to: &str) {
    let address = format!("{page}/handler");
    let form = lead.get(page).is(200).form(&address).with("handler", &id_of("person", to));
    lead.sends(&form).redirects_to(page);
}

#[test]
fn a_complaint_is_answered_by_somebody_else_and_read_by_everybody() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
        files(&mut jan);
        assert!(jan.get(&public()).main_text().contains("De gemeente antwoordt uiterlijk"));
        // Who names the handler waits for a mail; nobody outside reads the complaint yet.
        let told: Vec<String> = world.mails().into_iter().map(|mail| mail.to).collect();
        assert!(told.contains(&LEAD.to_owned()), "{told:?}");
        assert!(!world.visitor().get(&public()).is(200).main_text().contains("keurmerk"));
        let page = newest(&mut rob);
        let shown = rob.get(&page).is(200);
        assert!(shown.main_text().contains(BODY), "{shown:?}");
        assert!(!shown.body.contains("Jan de Wit") && !shown.body.contains("Nabuur"), "no name");

        let mut theo = world.person(THEO);
        theo.get(&page).is(403);
        let before = world.mails().len();
        hands(&mut rob, &page, "theo");
        let mails = world.mails().split_off(before);
        let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, [THEO]);
        assert!(!mails[0].body.contains("keurmerk"), "{:?}", mails[0]);

        let answer = format!("{page}/answer");
        let form = theo.get(&page).is(200).form(&answer);
        let form = form
            .with("ruling", "founded")
            .with("measure", "amendment")
            .with("grounds", "Een keurmerk is niet nodig.");
        // The lead does not judge the own rules.
        rob.get(&page).is(200);
        rob.post(&answer, &[("ruling", "unfounded")]).is(403);
        theo.sends(&form).redirects_to(&page);
        theo.sends(&form).is(409);
        let page = world.visitor().get(&public()).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        let text = page.main_text();
        for said in [BODY, "De klacht klopt", "Een keurmerk is niet nodig.", "worden gewijzigd"] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("Jan") && !text.contains("Theo"), "{text}");
        let mails = world.mails().split_off(before + 1);
        let to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to, [JAN]);
        assert!(world.house.verify_journal().is_ok());
        let journal = rob.get(&manage().replace("complaints", "journal")).is(200).main_text();
        assert!(!journal.contains("stuurde een klacht"), "who complained is sealed: {journal}");
    });
}

#[test]
fn a_complaint_that_waits_reminds_who_has_to_do_something() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
        files(&mut jan);
        let page = newest(&mut rob);
        hands(&mut rob, &page, "theo");
        world.mails();
        // Two days before it is due.
        world.set_clock("2026-11-28T09:05:00+01:00");
        let waits: Vec<(String, String)> = world
            .mails()
            .into_iter()
            .filter(|mail| mail.subject.contains("wacht op antwoord"))
            .map(|mail| (mail.to, mail.subject))
            .collect();
        let subject = "Een klacht over Samen zorgen in Rietmeer wacht op antwoord".to_owned();
        assert!(waits.contains(&(THEO.to_owned(), subject)), "{waits:?}");
        world.set_clock("2026-11-30T09:05:00+01:00");
        rob.signs_in(LEAD, "samen-zorgen-2027");
        let list = rob.get(&manage()).is(200).main_text();
        assert!(list.contains("Te laat: antwoord zo snel mogelijk"), "{list}");
    });
}

#[test]
fn what_does_not_fit_is_refused_with_the_way_out() {
    let world = World::demo(Kind::Sqlite);
    let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
    jan.get(&public()).is(200);
    for (body, sentence) in [
        (" ", "Schrijf uw klacht op."),
        (&*"woord ".repeat(601), "Uw klacht is te lang. Gebruik ten hoogste 600 woorden."),
        (&*"a".repeat(8001), "Deze tekst is te lang. Gebruik ten hoogste 8.000 tekens."),
    ] {
        let page = jan.post(&public(), &[("body", body)]).is(422);
        assert_eq!(page.texts_of(".app-error-summary a"), [sentence]);
    }
    files(&mut jan);
    let page = newest(&mut rob);
    let hand = format!("{page}/handler");
    let form = rob.get(&page).is(200).form(&hand);
    for (handler, reason, sentence) in [
        ("", "", "Kies iemand van uw gemeente."),
        (&*id_of("person", "ingrid"), "", "Kies iemand van uw gemeente."),
        (&*id_of("person", "rob"), " ", "Deze persoon leidt zelf rondes."),
    ] {
        let sent = form.clone().with("handler", handler).with("reason", reason);
        let refused = rob.sends(&sent).is(422);
        let said = refused.texts_of(".app-error-summary a");
        assert!(said.len() == 1 && said[0].starts_with(sentence), "{said:?}");
    }
    hands(&mut rob, &page, "theo");
    rob.sends(&form.with("handler", &id_of("person", "theo"))).is(422);
    let mut theo = world.person(THEO);
    let answer = format!("{page}/answer");
    let form = theo.get(&page).is(200).form(&answer);
    let whole = form.with("ruling", "partly").with("measure", "extension").with("grounds", "Zo.");
    for (field, value, sentence) in [
        ("ruling", "maybe", "Kies of de klacht klopt."),
        ("measure", "", "Kies wat de gemeente doet."),
        ("measure", "nothing", "Dit past niet bij uw oordeel."),
        ("ruling", "unfounded", "Dit past niet bij uw oordeel."),
        ("grounds", "  ", "Schrijf waarom u dit vindt."),
        ("grounds", &*"woord ".repeat(1001), "Uw uitleg is te lang."),
    ] {
        let refused = theo.sends(&whole.clone().with(field, value)).is(422);
        let said = refused.texts_of(".app-error-summary a");
        assert!(said.len() == 1 && said[0].starts_with(sentence), "{said:?}");
        assert_eq!(html::faults(&refused), Vec::<String>::new());
    }
    // Others know of no complaint.
    let mut ingrid = world.person("ingrid@waldervoort.example");
    ingrid.get(&page).is(404);
    jan.get(&page).is(404);

    // After the closing time the terms stay; the answer can still say what is better next time.
    world.set_clock("2026-12-18T09:00:00+01:00");
    jan.signs_in(JAN, "samen-zorgen-2027");
    let closed = jan.get(&public()).is(200);
    assert!(closed.main_text().contains("De regels kunnen niet meer veranderen"), "{closed:?}");
    let late = jan.post(&public(), &[("body", BODY)]).is(409);
    assert!(late.main_text().contains("In de brief staat wat u dan kunt doen."), "{late:?}");
    theo.signs_in(THEO, "samen-zorgen-2027");
    let shown = theo.get(&page).is(200);
    assert!(shown.main_text().contains("De inschrijving is gesloten."), "{shown:?}");
    let refused = theo.sends(&whole).is(422).main_text();
    assert!(refused.contains("Kies ‘Beter in een volgende ronde’"), "{refused}");
    theo.sends(&whole.with("measure", "next_round")).redirects_to(&page);
}
