//! Refusing a bid takes two people, and ends with a letter.

use super::{admit, at_work, judgement, manage, opened};
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const REASON: &str = "Zonder VOG kan het niet.";

fn bid() -> String {
    id_of("bid", "open-2-kolkhuis")
}

fn refusal() -> String {
    manage("open", &format!("admissibility/{}/refusal", bid()))
}

/// Everything is fine but Q06, and the bid is to be refused for that.
fn proposes(lead: &mut Person) -> Page {
    let address = manage("open", &format!("admissibility/{}", bid()));
    let page = lead.get(&address).is(200);
    let mut fields = judgement(&page, "accepted", "Bekeken.");
    for (name, value) in &mut fields {
        if name == "verdict.Q06" {
            *value = "refused".into();
        }
    }
    let whole = [
        ("ground.Q06", "requirement_not_met"),
        ("verdict", "refused"),
        ("reason", REASON),
        ("ground", "requirement_not_met"),
    ];
    let fields = fields.iter().map(|(k, v)| (k.as_str(), v.as_str()));
    lead.post(&address, &fields.chain(whole).collect::<Vec<_>>())
}

fn confirms(person: &mut Person) -> Page {
    let page = person.get(&refusal()).is(200);
    let seen = page.value("seen").unwrap_or_default();
    person.post(&refusal(), &[("seen", &seen)])
}

fn status(world: &World) -> Vec<String> {
    let list = manage("open", "admissibility");
    world.person("rob@rietmeer.example").get(&list).is(200).texts_of(".app-status")
}

#[test]
fn two_people_refuse_a_bid_and_a_letter_goes() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, sheet) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        drop(world.mails());
        let before = world.house.mails().len();
        proposes(&mut rob).redirects();
        // It is a proposal: nothing is in force, and the bidder hears nothing.
        assert_eq!(status(&world), ["Wacht op een tweede persoon"]);
        let mails = world.mails();
        let to: Vec<&str> = mails[before..].iter().map(|m| m.to.as_str()).collect();
        assert_eq!(to, ["paul@rietmeer.example"]);
        assert!(!mails[before].body.contains("VOG"), "{}", mails[before].body);
        let outbox = format!("/organisations/{}/mail", id_of("organisation", "rietmeer"));
        let outbox = rob.get(&outbox).is(200).main_text();
        assert!(outbox.contains("Bericht aan een collega over een inschrijving"), "{outbox}");
        let mut gerda = world.person("gerda@kolkhuis.example");
        gerda.get(&format!("/bids/{}/letter", bid())).is(404);

        // Who proposed it cannot confirm it, whatever the page shows.
        let own = rob.get(&refusal()).is(200);
        assert_eq!(own.value("seen"), None);
        assert!(own.main_text().contains("U stelde dit zelf voor."), "{own:?}");
        let mut paul = world.person("paul@rietmeer.example");
        let seen = paul.get(&refusal()).is(200).value("seen").expect("a letter");
        rob.post(&refusal(), &[("seen", &seen)]).is(409);
        assert_eq!(status(&world), ["Wacht op een tweede persoon"]);

        // Another letter than the one on the screen does not go out.
        paul.post(&refusal(), &[("seen", "0")]).is(409);
        let page = paul.get(&refusal()).is(200);
        assert!(page.main_text().contains("Een eis die moet, is niet gehaald."), "{page:?}");
        assert!(page.main_text().contains(REASON));
        confirms(&mut paul).redirects_to(&refusal());
        assert_eq!(status(&world), ["Niet toegelaten"]);
        confirms(&mut paul).is(409);

        // The bid left the review.
        aicha.get(&sheet).is(404);
        let desk = aicha.get("/review").is(200).main_text();
        assert!(desk.contains("U heeft op dit perceel niets te beoordelen."), "{desk}");

        let before = mails.len();
        let mails = world.mails();
        let letter: Vec<_> = mails[before..].iter().collect();
        assert_eq!(letter.len(), 1, "{letter:?}");
        assert_eq!(letter[0].to, "gerda@kolkhuis.example");
        assert!(!letter[0].body.contains("mag niet meedoen"), "{}", letter[0].body);
        let page = gerda.get(&format!("/bids/{}/letter", bid())).is(200);
        for part in [REASON, "Bent u het niet met ons eens?", "Q06. VOG voor betaalde krachten"] {
            assert!(page.main_text().contains(part), "{part}: {page:?}");
        }
        let tasks = gerda.get(&format!("/bids/{}", bid())).is(200).main_text();
        assert!(tasks.contains("Uw inschrijving mag niet meedoen."), "{tasks}");
        // Another bidder has no such letter.
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        hanneke.get(&format!("/bids/{}/letter", bid())).is(404);
    });
}

#[test]
fn what_was_refused_by_letter_stays_refused() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        proposes(&mut rob).redirects();
        confirms(&mut world.person("paul@rietmeer.example")).redirects();
        let address = manage("open", &format!("admissibility/{}", bid()));
        let page = rob.get(&address).is(200);
        assert!(page.main_text().contains("Dit kan in deze fase niet meer veranderen."));
        let change = [("verdict.Q06", "accepted"), ("reason.Q06", "Toch wel.")];
        let late = rob.post(&address, &change).is(422).main_text();
        assert!(late.contains("Dit besluit staat vast."), "{late}");
        let journal = rob.get(&manage("open", "journal")).is(200).main_text();
        for act in ["Rob Verhagen stelde voor om", "bevestigde als tweede de afwijzing"] {
            assert!(journal.contains(act), "{act}: {journal}");
        }
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn who_does_not_agree_sends_it_back() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let mut paul = world.person("paul@rietmeer.example");
        paul.get(&refusal()).is(404);
        proposes(&mut rob).redirects();
        paul.get(&refusal()).is(200);
        let back = format!("{}/return", refusal());
        let silent = paul.post(&back, &[("return_reason", " ")]).is(422);
        let said = ["Schrijf waarom. Dit komt in het dossier."];
        assert_eq!(silent.texts_of(".app-error-summary li"), said);
        paul.post(&back, &[("return_reason", "De VOG zit er wel bij.")]).redirects_to(&refusal());
        assert_eq!(status(&world), ["Bezig"]);
        let seen = paul.get(&refusal()).is(200).value("seen");
        assert_eq!(seen, None, "there is nothing to confirm");
        paul.post(&refusal(), &[("seen", "0")]).is(409);
        let text = rob.get(&manage("open", &format!("admissibility/{}", bid()))).is(200);
        assert!(text.main_text().contains("De VOG zit er wel bij."), "{text:?}");
        // Then it is admitted after all.
        admit(&mut rob);
        assert_eq!(status(&world), ["Toegelaten"]);
    });
}

/// The round announced five grounds: the page offers those, and another one is not accepted.
#[test]
fn a_bid_is_refused_on_a_ground_that_was_announced() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let address = manage("open", &format!("admissibility/{}", bid()));
        let page = rob.get(&address).is(200);
        let offered: Vec<String> = page.texts_of("select[name=ground] option");
        let grounds = offered.iter().filter(|text| !text.starts_with("Maak"));
        let grounds: Vec<&String> = grounds.filter(|text| !text.is_empty()).collect();
        assert_eq!(grounds.len(), 5, "{offered:?}");
        assert!(grounds.iter().any(|text| *text == "Een eis die moet, is niet gehaald"));
        let fields = judgement(&page, "accepted", "Bekeken.");
        let whole = |ground: &'static str| {
            let own = [("verdict", "refused"), ("reason", REASON), ("ground", ground)];
            let fields = fields.iter().map(|(k, v)| (k.as_str(), v.as_str()));
            fields.chain(own).collect::<Vec<_>>()
        };
        let other = rob.post(&address, &whole("not_municipal_task")).is(422);
        let said = ["Kies op welke grond u dit afwijst."];
        assert_eq!(other.texts_of(".app-error-summary li"), said);
        rob.get(&address).is(200);
        rob.post(&address, &whole("unsafe")).redirects();
        let letter = rob.get(&refusal()).is(200).main_text();
        assert!(letter.contains("De grond: "), "{letter}");
    });
}
