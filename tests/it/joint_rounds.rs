//! Joint rounds: several municipalities buy together under one centre, each by mandate for exactly
//! one text.

use crate::bids::sound;
use crate::databases::{Kind, on_both};
use crate::world::{PASSWORD, Page, Person, World, id_of};

const ROB: &str = "rob@rietmeer.example";
const CARLA: &str = "carla@waldervoort.example";
const MARIT: &str = "marit@duinrade.example";

/// The draft of the example: Waldervoort gave its mandate, Duinrade was asked for it.
fn draft() -> String {
    format!("/manage/rounds/{}", id_of("round", "joint"))
}

fn mandate() -> String {
    format!("{}/mandate", draft())
}

/// Fills in the form on this page and sends it.
fn gives(person: &mut Person, page: &Page) -> Page {
    let form = page.form(&mandate()).with("reference", "B&W 14").with("decided_on", "2026-11-20");
    person.sends(&form.with("sure", "yes").with("password", PASSWORD))
}

/// Duinrade gives the mandate for what is there now.
fn marit_gives(world: &World) -> Person {
    let mut marit = world.person(MARIT);
    let page = marit.get(&mandate()).is(200);
    gives(&mut marit, &page).redirects_to(&format!("{}?given=1", mandate()));
    marit
}

fn publishes(rob: &mut Person) -> Page {
    let address = format!("{}/publication", draft());
    let version = rob.get(&address).is(200).value("version").unwrap_or_default();
    rob.post(&address, &[("sure", "yes"), ("version", &version)])
}

/// A comma more in the summary.
fn changes_a_word(rob: &mut Person) {
    let basics = format!("{}/parts/basics", draft());
    let form = rob.get(&basics).is(200).form(&basics).with("contact_phone", "088 990 00 77");
    rob.sends(&form).redirects();
}

/// What each question is worth on the public page of a lot.
fn points(world: &World, number: u8) -> Vec<String> {
    let address = format!("/lots/{}", id_of("lot", &format!("joint-{number}")));
    let page = sound(world.visitor().get(&address).is(200));
    page.texts_of("section[aria-labelledby=criteria] td.number")
}

#[test]
fn a_round_is_published_with_every_mandate_and_says_so() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(ROB);
        let page = sound(rob.get(&format!("{}/joint", draft())).is(200)).main_text();
        for said in ["Waldervoort", "Mandaat gegeven", "B&W 2026-311", "Nog geen mandaat"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let check = rob.get(&format!("{}/publication", draft())).is(200).main_text();
        assert!(check.contains("De gemeente Duinrade gaf nog geen mandaat"), "{check}");
        publishes(&mut rob).is(409);

        let mut marit = world.person(MARIT);
        let desk = sound(marit.get("/manage").is(200));
        assert!(desk.main_text().contains("Samen over de gemeentegrens"), "{desk:?}");
        let text = sound(marit.get(&mandate()).is(200));
        for said in
            ["Dit perceel is voor u.", "Punten per gemeente", "35 punten", "Kennis van het gebied"]
        {
            assert!(text.main_text().contains(said), "{said}: {text:?}");
        }
        let before = world.mails().len();
        gives(&mut marit, &text).redirects_to(&format!("{}?given=1", mandate()));
        let told = world.mails().split_off(before);
        let told: Vec<_> = told.into_iter().map(|m| (m.to, m.subject)).collect();
        let subject = "Mandaat gegeven: Samen over de gemeentegrens".to_owned();
        assert_eq!(told, [(ROB.to_owned(), subject)]);

        publishes(&mut rob).redirects_to(&format!("{}?published=1", draft()));
        let public = draft().replace("/manage", "");
        let page = sound(world.visitor().get(&public).is(200)).main_text();
        for said in [
            "De gemeente Rietmeer is de centrumgemeente",
            "Waldervoort: mandaat B&W 2026-311 van",
            "Duinrade: mandaat B&W 14 van vrijdag 20 november 2026",
            "Voor: Alle deelnemende gemeenten samen",
            "Rietmeer en gezamenlijk",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // The lot of Duinrade has the points of Duinrade, that of all together those of the round.
        let lot = |number: u8| points(&world, number);
        assert_eq!(lot(3), ["35 punten", "20 punten", "20 punten", "15 punten", "10 punten"]);
        assert_eq!(lot(1), ["20 punten", "25 punten", "20 punten", "15 punten", "20 punten"]);
        // Who takes part keeps reading along; the page says how it stands.
        let after = sound(marit.get(&mandate()).is(200));
        assert!(after.main_text().contains("Mandaat gegeven"), "{after:?}");
        assert!(after.links().contains(&public), "{after:?}");
        let journal = rob.get(&format!("{}/journal", draft())).is(200).main_text();
        for said in ["vroeg om mandaten", "gaf mandaat voor", "B&W 14"] {
            assert!(journal.contains(said), "{said}: {journal}");
        }
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_mandate_is_for_the_text_that_was_read() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut rob, mut marit) = (world.person(ROB), world.person(MARIT));
        let read = marit.get(&mandate()).is(200);
        changes_a_word(&mut rob);
        let refused = gives(&mut marit, &read).is(409);
        assert!(refused.main_text().contains("De tekst is veranderd nadat u hem opende."));
        assert!(refused.main_text().contains("088 990 00 77"), "the text of now: {refused:?}");
        assert_eq!(refused.value("reference").as_deref(), Some("B&W 14"));
        // The mandate of Waldervoort was for the old text too.
        let page = rob.get(&format!("{}/joint", draft())).is(200);
        assert!(page.main_text().contains("Dat mandaat telt niet meer."), "{page:?}");
        let before = world.mails().len();
        let ask = page.form(&format!("{}/mandates", draft()));
        rob.sends(&ask).redirects_to(&format!("{}/joint?asked=1", draft()));
        let told = world.mails().split_off(before);
        let mut told: Vec<_> = told.into_iter().map(|mail| mail.to).collect();
        told.sort();
        assert_eq!(told, [CARLA, MARIT]);
        for who in [CARLA, MARIT] {
            let mut person = world.person(who);
            let page = person.get(&mandate()).is(200);
            gives(&mut person, &page).redirects();
        }
        // Nobody has to be asked any more.
        let again = rob.post(&format!("{}/mandates", draft()), &[]).is(409);
        assert!(again.main_text().contains("Alle mandaten zijn er al."), "{again:?}");
        publishes(&mut rob).redirects();
    });
}

#[test]
fn a_mandate_is_given_once_and_taken_back_until_the_publication() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(ROB);
        let mut late = world.person(MARIT);
        let page = late.get(&mandate()).is(200);
        let mut marit = marit_gives(&world);
        let refused = gives(&mut late, &page).is(409);
        assert!(refused.main_text().contains("Een collega gaf dit mandaat al."), "{refused:?}");

        let withdrawal = format!("{}/withdrawal", mandate());
        let form = marit.get(&mandate()).is(200).form(&withdrawal);
        let empty = marit.sends(&form).is(422);
        assert!(empty.main_text().contains("Schrijf waarom u het mandaat intrekt."), "{empty:?}");
        marit
            .sends(&form.clone().with("reason", "De raad wil eerst praten."))
            .redirects_to(&mandate());
        let page = rob.get(&format!("{}/joint", draft())).is(200).main_text();
        assert!(page.contains("De raad wil eerst praten."), "{page}");
        publishes(&mut rob).is(409);
        marit_gives(&world);
        let stale = marit.get(&mandate()).is(200).form(&withdrawal).with("reason", "Te laat.");
        publishes(&mut rob).redirects();
        let refused = marit.sends(&stale).is(409);
        assert!(refused.main_text().contains("De ronde is gepubliceerd."), "{refused:?}");
        let given = [("municipality", id_of("organisation", "duinrade"))];
        let given: Vec<(&str, &str)> = given.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert!(marit.post(&mandate(), &given).is(409).main_text().contains("is gepubliceerd"));
    });
}

#[test]
fn new_terms_need_the_mandates_anew() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(ROB);
        let mut marit = marit_gives(&world);
        publishes(&mut rob).redirects();
        rob.get(&draft()).is(200);
        let new = rob.post(&format!("{}/amendments", draft()), &[]).redirects();
        let basics = format!("{new}/parts/basics");
        let form = rob.get(&basics).is(200).form(&basics).with("contact_phone", "088 990 00 77");
        rob.sends(&form).redirects();
        let address = format!("{new}/amendment");
        let check = rob.get(&address).is(200);
        assert!(check.main_text().contains("Duinrade gaf nog geen mandaat"), "{check:?}");
        let form = |version: &str| {
            let version = ("version", version.to_owned());
            [("reason", "Een ander nummer.".to_owned()), ("sure", "yes".to_owned()), version]
        };
        let sends = |rob: &mut Person, version: &str| {
            let form = form(version);
            let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            rob.post(&address, &fields)
        };
        sends(&mut rob, "2").is(409);
        for who in [CARLA, MARIT] {
            let mut person = world.person(who);
            let page = person.get(&format!("{new}/mandate")).is(200);
            let give = page
                .form(&format!("{new}/mandate"))
                .with("reference", "B&W 15")
                .with("decided_on", "2026-11-22")
                .with("sure", "yes")
                .with("password", PASSWORD);
            person.sends(&give).redirects();
        }
        let version = rob.get(&address).is(200).value("version").expect("nothing is missing");
        sends(&mut rob, &version).redirects();
        let public = draft().replace("/manage", "");
        let page = world.visitor().get(&public).is(200).main_text();
        assert!(page.contains("Duinrade: mandaat B&W 15 van zondag 22 november 2026"), "{page}");
        // The draft is gone, and with it the page of its mandate.
        marit.get(&format!("{new}/mandate")).is(404);
        assert!(marit.get(&mandate()).is(200).main_text().contains("B&W 15"));
    });
}

#[test]
fn who_takes_part_is_chosen_and_weighs_as_it_likes() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person("ingrid@waldervoort.example");
        ingrid.get("/manage/rounds/new").is(200);
        let fields = [("title", "Samen"), ("start", "fixed")];
        let round = ingrid.post("/manage/rounds/new", &fields).redirects();
        let joint = format!("{round}/joint");
        let page = sound(ingrid.get(&joint).is(200));
        assert!(page.main_text().contains("Deze ronde is van uw gemeente alleen."), "{page:?}");
        let duinrade = id_of("organisation", "duinrade");
        let add = page.form(&joint);
        for wrong in ["", "nobody", &id_of("organisation", "waldervoort")] {
            ingrid.sends(&add.clone().with("municipality", wrong)).is(422);
        }
        ingrid.sends(&add.clone().with("municipality", &duinrade)).redirects();
        // The same choice from an older page.
        let rietmeer = id_of("organisation", "rietmeer");
        let clash = ingrid.sends(&add.with("municipality", &rietmeer)).is(409);
        assert!(clash.main_text().contains("Duinrade"), "{clash:?}");
        let own = format!("{joint}/{duinrade}");
        let weights = sound(ingrid.get(&own).is(200)).form(&own).with("weights", "own");
        let wrong = ingrid.sends(&weights.clone().with("weight-q1", "veel")).is(422);
        assert_eq!(wrong.value("weight-q1").as_deref(), Some("veel"));
        ingrid.sends(&weights.with("weight-q1", "30")).redirects_to(&format!("{joint}?saved=1"));
        let tasks = sound(ingrid.get(&round).is(200));
        assert!(tasks.main_text().contains("De punten van Duinrade zijn samen 110."), "{tasks:?}");
        assert!(ingrid.get(&joint).is(200).main_text().contains("30 punten"));
        let rehearsal = sound(ingrid.get(&format!("{round}/rehearsal")).is(200));
        rehearsal.link("Oefen met de punten van Duinrade");
        // Duinrade reads along; nobody else does.
        let mut koen = world.person("koen@duinrade.example");
        let page = sound(koen.get(&format!("{round}/mandate")).is(200));
        assert!(!page.addresses().contains(&format!("{round}/mandate")), "{page:?}");
        koen.get(&format!("{round}/mandate/text")).is(200);
        koen.get(&round).is(404);
        for stranger in [ROB, "jan@denabuur.example", "ingrid@waldervoort.example"] {
            world.person(stranger).get(&format!("{round}/mandate")).is(404);
        }
        let removal = format!("{own}/removal");
        let form = sound(ingrid.get(&removal).is(200)).form(&removal);
        ingrid.sends(&form).redirects_to(&joint);
        koen.get(&format!("{round}/mandate")).is(404);
    });
}

#[test]
fn bad_forms_of_a_mandate_come_back_with_a_sentence() {
    use sha2::Digest;
    let world = World::demo(Kind::Sqlite);
    let mut marit = world.person(MARIT);
    let page = marit.get(&mandate()).is(200);
    let right = page
        .form(&mandate())
        .with("reference", "B&W 14")
        .with("decided_on", "2026-11-20")
        .with("sure", "yes")
        .with("password", PASSWORD);
    let wrong = [
        ("reference", " ", "Vul het nummer van het collegebesluit in."),
        ("decided_on", "20-11", "Vul een dag in"),
        ("decided_on", "2026-11-24", "Deze datum is nog niet geweest."),
        ("password", "iets anders", "wachtwoord"),
    ];
    for (field, value, said) in wrong {
        let page = sound(marit.sends(&right.clone().with(field, value)).is(422));
        assert!(page.main_text().contains(said), "{said}: {page:?}");
        assert_eq!(page.texts_of(".app-error-summary a").len(), 1, "{page:?}");
    }
    let unsure = page
        .form(&mandate())
        .with("reference", "B&W 14")
        .with("decided_on", "2026-11-20")
        .with("password", PASSWORD);
    marit.sends(&unsure).is(422);
    // In the name of a municipality that is not theirs.
    let other = right.clone().with("municipality", &id_of("organisation", "waldervoort"));
    marit.sends(&other).is(404);
    // Who prepares it does not decide.
    let mut koen = world.person("koen@duinrade.example");
    koen.get(&mandate()).is(200);
    koen.sends(&right).is(403);
    // What is hashed is what can be kept.
    let text = marit.get(&format!("{}/text", mandate())).is(200);
    let hash: String =
        sha2::Sha256::digest(&text.body).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(page.value("terms"), Some(hash));
    // A copy keeps who takes part and whose lots they are, not the mandates.
    let mut rob = world.person(ROB);
    rob.get("/manage/rounds/new").is(200);
    let original = id_of("round", "joint");
    let fields = [("title", "Nog eens"), ("start", original.as_str())];
    let copy = rob.post("/manage/rounds/new", &fields).redirects();
    let joint = rob.get(&format!("{copy}/joint")).is(200).main_text();
    assert_eq!(joint.matches("Nog geen mandaat").count(), 2, "{joint}");
    assert!(joint.contains("35 punten"), "{joint}");
    rob.get(&format!("{}/mandate", draft())).is(404);
}
