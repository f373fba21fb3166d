//! From the ranking of the tables to a decision per lot, a letter to every bidder and the result
//! for everybody.

use buurtbod::testing::SentMail;
use insta::assert_snapshot;

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Page, Person, World, id_of};

pub const CARLA: &str = "carla@waldervoort.example";
const INGRID: &str = "ingrid@waldervoort.example";
pub const HULP_DIRECT: &str = "monique@hulpdirect.example";

/// The example after all tables of Waldervoort ended.
fn ranked(kind: Kind) -> World {
    let world = World::demo(kind);
    world.house.finish_tables();
    world
}

pub fn round() -> String {
    id_of("round", "table")
}

pub fn decision() -> String {
    format!("/manage/rounds/{}/decision", round())
}

pub fn of_lot(number: u16) -> String {
    format!("{}/lots/{}", decision(), id_of("lot", &format!("table-{number}")))
}

pub fn bid(name: &str) -> String {
    id_of("bid", &format!("table-{name}"))
}

const REASONS: &str = "De Nabuur scoort het hoogst op kennis van het gebied en op samenwerken.";
const ADVANTAGES: &str = "Noemt 4 problemen met eigen cijfers. 41% van de cliënten is geen lid.";

/// Signs what the page of the lot proposes.
pub fn award(carla: &mut Person, number: u16) -> Page {
    let page = carla.get(&of_lot(number)).is(200);
    let verdict = page.value("verdict").expect("a proposal is chosen");
    let seen = page.value("seen").unwrap_or_default();
    let fields = [
        ("verdict", verdict.as_str()),
        ("reasons", REASONS),
        ("advantages", ADVANTAGES),
        ("seen", &seen),
    ];
    carla.post(&of_lot(number), &fields)
}

/// Decides every lot and publishes.
pub fn publish(carla: &mut Person) -> Page {
    for number in 1..=4 {
        award(carla, number).redirects_to(&decision());
    }
    let publication = format!("{}/publication", decision());
    let page = carla.get(&publication).is(200);
    assert_eq!(html::faults(&page), Vec::<String>::new());
    let record = page.value("record").expect("the record that was read");
    carla.post(&publication, &[("record", &record), ("confirmed", "yes")])
}

#[test]
fn nothing_can_be_decided_before_the_table_ends() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut carla = world.person(CARLA);
        let overview = carla.get(&decision()).is(200);
        assert!(overview.main_text().contains("Wacht op de tafel"), "{overview:?}");
        let lot = carla.get(&of_lot(1)).is(200);
        assert!(lot.main_text().ends_with("Eerst moeten de tafels klaar zijn."), "{lot:?}");
        let names = ["Nabuur", "Zorgkring", "Hulp Direct"];
        assert!(!names.iter().any(|name| lot.body.contains(name)), "the table knows no names");
        let fields = [("verdict", bid("1-nabuur")), ("reasons", REASONS.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let early = carla.post(&of_lot(1), &fields).is(409);
        assert!(early.main_text().contains("Over dit perceel kunt u nog niet besluiten."));
        world.visitor().get(&format!("/rounds/{}/result", round())).is(404);
    });
}

#[test]
fn a_decision_says_why_and_a_form_that_lacks_it_comes_back_as_typed() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut carla = world.person(CARLA);
        carla.get(&of_lot(1)).is(200);
        let second = bid("1-zorgkring");
        let fields =
            [("verdict", second.as_str()), ("reasons", "Goed."), ("advantages", ADVANTAGES)];
        let back = carla.post(&of_lot(1), &fields).is(422);
        assert_eq!(html::faults(&back), Vec::<String>::new());
        assert_eq!(
            back.texts_of(".app-error-summary a"),
            [
                "Schrijf in een paar woorden waarom u dit besluit.",
                "Uw besluit is anders dan het voorstel. Schrijf in een paar woorden waarom.",
            ]
        );
        let typed = ["verdict", "reasons", "advantages"].map(|name| back.value(name));
        assert_eq!(typed, [Some(second), Some("Goed.".into()), Some(ADVANTAGES.into())]);

        award(&mut carla, 1).redirects_to(&decision());
        let overview = carla.get(&decision()).is(200);
        let first = overview.text_of("section[aria-labelledby=lot-1]");
        assert!(first.contains("Besloten"), "{overview:?}");
        assert!(first.ends_with("Besluit Zorgcoöperatie De Nabuur"), "{first}");
        assert!(overview.main_text().contains("3 percelen hebben nog geen besluit."));
    });
}

#[test]
fn a_lot_can_go_to_nobody_on_a_ground() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut carla = world.person(CARLA);
        carla.get(&of_lot(3)).is(200);
        let mut fields = vec![
            ("verdict", "nobody"),
            ("reasons", "Beide inschrijvingen zijn duurder dan het budget."),
            ("deviation", "Het voorstel past niet binnen het budget."),
        ];
        let back = carla.post(&of_lot(3), &fields).is(422);
        assert_eq!(
            back.texts_of(".app-error-summary a"),
            ["Kies een grond. Zo weten inschrijvers waarom niemand het perceel krijgt."]
        );
        fields.push(("ground", "over_budget"));
        carla.post(&of_lot(3), &fields).redirects_to(&decision());
        let overview = carla.get(&decision()).is(200);
        let third = overview.text_of("section[aria-labelledby=lot-3]");
        let end = "Besluit Niemand, want het past niet in het budget Dit besluit is anders dan het voorstel.";
        assert!(third.ends_with(end), "{third}");
        // The form was filled in from a page that showed no decision yet.
        let stale = carla.post(&of_lot(3), &fields).is(409);
        assert!(stale.main_text().contains("Er is iets veranderd"), "{stale:?}");
    });
}

#[test]
fn the_process_lead_reads_along_and_does_not_decide() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut ingrid = world.person(INGRID);
        let lot = ingrid.get(&of_lot(1)).is(200);
        assert!(lot.main_text().contains("Zorgcoöperatie De Nabuur"), "{lot:?}");
        assert_eq!(lot.texts_of("form[action*=decision]"), Vec::<String>::new());
        ingrid.post(&of_lot(1), &[("verdict", "nobody")]).is(403);
        let mut carla = world.person(CARLA);
        award(&mut carla, 1).redirects();
        let publication = ingrid.get(&format!("{}/publication", decision())).is(200);
        assert!(publication.main_text().contains("Zorgcoöperatie De Nabuur, perceel 1. Elsbroek"));
        let record = "0".repeat(64);
        let fields = [("record", record.as_str()), ("confirmed", "yes")];
        ingrid.post(&format!("{}/publication", decision()), &fields).is(403);
        let early = carla.post(&format!("{}/publication", decision()), &fields).is(409);
        assert!(early.main_text().contains("Nog niet elk perceel heeft een besluit."));
        assert_eq!(world.mails().iter().filter(|m| m.subject.contains("Besluit")).count(), 0);
    });
}

#[test]
fn every_bidder_gets_its_letter_once() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut carla = world.person(CARLA);
        let before = world.mails().len();
        let letters = format!("/manage/rounds/{}/letters", round());
        publish(&mut carla).redirects_to(&letters);
        let mails = world.mails().split_off(before);
        let letter = |mail: &SentMail| (mail.subject.clone(), mail.to.clone());
        let mut sent: Vec<(String, String)> = mails.iter().map(letter).collect();
        sent.sort();
        let lines = sent.iter().map(|(subject, to)| format!("{subject} | {to}"));
        assert_snapshot!(
            "letters",
            lines.collect::<Vec<_>>().join(
                "
"
            )
        );
        let mail = mails.iter().find(|m| m.to == HULP_DIRECT && m.subject.contains("perceel 1"));
        // The mail says that there is a letter, and nothing of what it says.
        let mail = mail.expect("a mail to Hulp Direct");
        let own = format!("/bids/{}/result", bid("1-hulpdirect"));
        assert!(mail.body.contains(&own) && mail.body.contains("tot en met welke dag"), "{mail:?}");
        for word in ["punten", "cijfer", "Nabuur", REASONS, ADVANTAGES] {
            assert!(mails.iter().all(|mail| !mail.body.contains(word)), "{word}: {mails:?}");
        }
        let letter = world.person(HULP_DIRECT).get(&own).is(200).text_of("#letter");
        assert_snapshot!("letter", without_hashes(&letter));

        let page = carla.get(&letters).is(200);
        assert_eq!(page.texts_of("details").len(), 10);
        let publication = format!("{}/publication", decision());
        let record = "0".repeat(64);
        let again = carla.post(&publication, &[("record", &record), ("confirmed", "yes")]).is(409);
        assert!(again.main_text().contains("al gepubliceerd"), "{again:?}");
        assert_eq!(world.mails().len(), before + mails.len());
    });
}

/// Hashes follow from ids that differ per database.
pub fn without_hashes(text: &str) -> String {
    let hash = regex::Regex::new("[0-9a-f]{64}").expect("a pattern");
    hash.replace_all(text, "[hash]").into_owned()
}

#[test]
fn publication_wants_a_confirmation_and_the_record_that_was_read() {
    on_both(|kind| {
        let world = ranked(kind);
        let mut carla = world.person(CARLA);
        for number in 1..=4 {
            award(&mut carla, number).redirects();
        }
        let publication = format!("{}/publication", decision());
        let record = carla.get(&publication).is(200).value("record").expect("a record");
        let unsure = carla.post(&publication, &[("record", &record)]).is(422);
        let said = unsure.texts_of(".app-error-summary a");
        assert_eq!(said, ["Zet een vinkje als u alle brieven heeft gelezen."]);
        // Somebody decides anew while the letters are being read.
        let page = carla.get(&of_lot(2));
        let seen = page.value("seen").expect("a decision stands");
        let other = [("verdict", "nobody"), ("ground", "task_withdrawn"), ("seen", &seen)];
        let why = [("reasons", "Wij doen dit zelf."), ("deviation", "Wij doen dit zelf.")];
        carla.post(&of_lot(2), &[other.as_slice(), &why].concat()).redirects();
        let fields = [("record", record.as_str()), ("confirmed", "yes")];
        let stale = carla.post(&publication, &fields).is(409);
        assert!(stale.main_text().contains("Er is iets veranderd"), "{stale:?}");
        world.visitor().get(&format!("/rounds/{}/result", round())).is(404);
    });
}

#[test]
fn everybody_sees_the_result_and_nothing_private() {
    on_both(|kind| {
        let world = ranked(kind);
        publish(&mut world.person(CARLA)).redirects();
        let result = format!("/rounds/{}/result", round());
        let page = world.visitor().get(&result).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert_snapshot!("result", without_hashes(&page.main_text()));
        // Who did not win, people of the cooperatives, and prices that were not chosen.
        for private in ["Hulp Direct", "Thuis in Waldervoort", "@denabuur", "Jan de Wit", "36,30"] {
            assert!(!page.body.contains(private), "{private}");
        }
        let round_page = world.visitor().get(&format!("/rounds/{}", round())).is(200);
        assert!(round_page.addresses().contains(&result), "{round_page:?}");
    });
}

#[test]
fn a_bidder_reads_its_own_letter_and_no_other() {
    on_both(|kind| {
        let world = ranked(kind);
        let own = format!("/bids/{}/result", bid("1-hulpdirect"));
        let mut monique = world.person(HULP_DIRECT);
        monique.get(&own).is(404);
        publish(&mut world.person(CARLA)).redirects();
        let tasks = monique.get(own.trim_end_matches("/result")).is(200);
        assert!(tasks.addresses().contains(&own), "{tasks:?}");
        let page = monique.get(&own).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        let letter = page.text_of("#letter");
        assert!(letter.contains("U staat op plek 4, met 50,75 punten van de 100."), "{letter}");
        assert!(!letter.contains("39,10"), "the price of the winner is its own business");
        let paper = format!("{own}/letter.pdf");
        assert!(page.addresses().contains(&paper), "{page:?}");
        assert!(monique.bytes_of(&paper).starts_with(b"%PDF-"));
        for other in ["1-nabuur", "1-thuis"] {
            monique.get(&format!("/bids/{}/result", bid(other))).is(404);
            monique.get(&format!("/bids/{}/result/letter.pdf", bid(other))).is(404);
        }
        for stranger in ["jan@denabuur.example", CARLA, INGRID] {
            world.person(stranger).get(&own).is(404);
            world.person(stranger).get(&paper).is(404);
        }
        world.visitor().get(&own).redirects();
    });
}

#[test]
fn the_journal_holds_every_decision_and_every_letter() {
    on_both(|kind| {
        let world = ranked(kind);
        publish(&mut world.person(CARLA)).redirects();
        let mut ingrid = world.person(INGRID);
        let rows = ingrid.get(&format!("/manage/rounds/{}/journal", round())).is(200);
        let text = rows.main_text();
        for line in [
            "Carla van Leeuwen publiceerde de uitslag van Hulp dichtbij in Waldervoort.",
            "Carla van Leeuwen stuurde een brief over perceel 3. Waterrijk.",
            "Carla van Leeuwen besloot over perceel 1. Elsbroek.",
        ] {
            assert!(text.contains(line), "{line}: {text}");
        }
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn own_paragraphs_stand_in_the_letters_they_are_for() {
    let world = ranked(Kind::Sqlite);
    world.house.republish(&round(), |definition| {
        definition["letter_texts"] =
            serde_json::json!({ "won": "Begin nog niet.", "lost": "Bel ons gerust." });
    });
    publish(&mut world.person(CARLA)).redirects();
    let letter = |email: &str, of: &str| {
        let own = format!("/bids/{}/result", bid(of));
        world.person(email).get(&own).is(200).text_of("#letter")
    };
    let lost = letter(HULP_DIRECT, "1-hulpdirect");
    assert!(lost.contains("Daarnaast Bel ons gerust. Vraagt u zich iets af?"), "{lost}");
    assert!(!lost.contains("Begin nog niet."), "{lost}");
    assert!(letter("jan@denabuur.example", "1-nabuur").contains("Begin nog niet."));
}
