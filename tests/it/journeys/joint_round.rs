use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::world::{PASSWORD, World};

const TITLE: &str = "Samen thuis in drie gemeenten";

#[test]
fn three_municipalities_buy_together() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let rob = world.browser_of("rob@rietmeer.example").await;
        let round = begins(&rob).await;
        let mandate = format!("{round}/mandate");
        joins(&rob, &round).await;
        adds_lots(&rob, &round).await;

        // Everything else is there: only the mandates are missing.
        rob.visit(&format!("{round}/publication")).await;
        rob.wait_for_text("De gemeente Waldervoort gaf nog geen mandaat voor deze tekst.").await;
        rob.visit(&format!("{round}/joint")).await;
        rob.looks_right("joint_round/asking").await;
        let before = world.mails().len();
        rob.press("Vraag om de mandaten").await;
        rob.wait_for_text("De deelnemende gemeenten krijgen een e-mail.").await;
        let mut told: Vec<String> =
            world.mails().split_off(before).into_iter().map(|mail| mail.to).collect();
        told.sort();
        assert_eq!(told, ["carla@waldervoort.example", "marit@duinrade.example"]);

        let carla = world.browser_of("carla@waldervoort.example").await;
        gives(&carla, "B&W 2026-400").await;
        // Rob changes a word while Marit reads: her mandate would be for another text.
        let marit = world.browser_of("marit@duinrade.example").await;
        marit.visit(&mandate).await;
        rob.visit(&format!("{round}/parts/basics")).await;
        rob.fill("Waar gaat het over?", "Drie gemeenten zoeken hulp van bewoners.").await;
        rob.press("Opslaan").await;
        fills_in(&marit, "2026-77").await;
        marit.wait_for_text("De tekst is veranderd nadat u hem opende.").await;
        marit.looks_right("joint_round/changed").await;
        fills_in(&marit, "2026-77").await;
        marit.wait_for_text("Uw mandaat is gegeven.").await;
        rob.visit(&format!("{round}/joint")).await;
        rob.wait_for_text("Vraagt een nieuw mandaat").await;
        gives(&carla, "B&W 2026-401").await;

        rob.visit(&format!("{round}/publication")).await;
        rob.check("Ik heb alles nagelezen. Ik weet dat ik hierna niets meer kan veranderen.").await;
        rob.press("Publiceer").await;
        rob.wait_for_text("De ronde is gepubliceerd. Iedereen kan die nu zien.").await;

        let jan = world.browser_of("jan@denabuur.example").await;
        jan.visit(&round.replace("/manage", "")).await;
        jan.wait_for_text("De gemeente Rietmeer is de centrumgemeente").await;
        jan.wait_for_text("Waldervoort: mandaat B&W 2026-401 van vrijdag 20 november 2026").await;
        jan.wait_for_text("Duinrade: mandaat 2026-77 van vrijdag 20 november 2026").await;
        jan.looks_right("joint_round/public").await;
        jan.follow("Duinrade-Noord").await;
        jan.wait_for_text("Voor welke gemeente").await;
        jan.wait_for_text("40 punten").await;
        carla.visit("/manage").await;
        carla.follow(TITLE).await;
        carla.wait_for_text("Mandaat gegeven").await;
        world.house.verify_journal().expect("the chain holds");
    });
}

async fn begins(rob: &Browser) -> String {
    rob.visit("/manage/rounds/new").await;
    rob.fill("Naam van de ronde", TITLE).await;
    rob.choose("Met een vaste prijs").await;
    rob.fill("Wanneer wilt u publiceren?", "2026-12-01").await;
    rob.press("Maak de ronde").await;
    rob.wait_for_heading(TITLE).await;
    let round = rob.path().await;
    rob.follow("Naam, uitleg en contact").await;
    rob.fill("Waar gaat het over?", "Wij zoeken hulp van bewoners voor bewoners.").await;
    rob.press("Opslaan").await;
    round
}

/// Waldervoort weighs as the round does, Duinrade in its own way.
async fn joins(rob: &Browser, round: &str) {
    rob.visit(round).await;
    rob.follow("Samen met andere gemeenten").await;
    rob.wait_for_text("Deze ronde is van uw gemeente alleen.").await;
    for name in ["Waldervoort", "Duinrade"] {
        rob.fill("Welke gemeente?", name).await;
        rob.press("Voeg toe").await;
        rob.wait_for_text("Opgeslagen.").await;
    }
    rob.follow("Duinrade").await;
    rob.choose("Eigen punten").await;
    rob.fill("Kennis van het gebied", "40").await;
    rob.press("Opslaan").await;
    rob.wait_for_text("Punten per gemeente").await;
    rob.visit(round).await;
    rob.wait_for_text("De punten van Duinrade zijn samen 120. Maak er 100 van.").await;
    rob.follow("Samen met andere gemeenten").await;
    rob.follow("Duinrade").await;
    rob.fill("Manier van werken en wachttijd", "15").await;
    rob.fill("Meerwaarde voor de buurt", "10").await;
    rob.looks_right("joint_round/weights").await;
    rob.press("Opslaan").await;
    rob.wait_for_text("Punten per gemeente").await;
}

async fn adds_lots(rob: &Browser, round: &str) {
    for (name, whose) in [
        ("Alle dorpen", "Alle deelnemende gemeenten samen"),
        ("Rietmeer-Dorp", "Rietmeer (centrumgemeente)"),
        ("Waldervoort-Zuid", "Waldervoort"),
        ("Duinrade-Noord", "Duinrade"),
    ] {
        rob.visit(&format!("{round}/lots/new")).await;
        rob.fill("Naam", name).await;
        rob.fill("Welke hulp?", "Hulp bij het huishouden").await;
        rob.fill("Hoe is het nu?", "96 mensen krijgen hulp.").await;
        rob.fill("Voor welke gemeente is dit perceel?", whose).await;
        rob.check("Hulp bij het huishouden").await;
        rob.fill("Hoeveel mensen krijgen deze hulp nu?", "96").await;
        rob.fill("Hoeveel geld is er ten hoogste?", "540000").await;
        rob.fill("Hoeveel hulp is dat per jaar?", "13000").await;
        rob.fill("Vaste prijs", "39,85").await;
        rob.press("Opslaan").await;
        rob.wait_for_heading("Percelen").await;
    }
}

/// From the own desk to the round, and gives the mandate.
async fn gives(person: &Browser, reference: &str) {
    person.visit("/manage").await;
    person.follow(TITLE).await;
    person.wait_for_text("Lees de tekst.").await;
    fills_in(person, reference).await;
    person.wait_for_text("Uw mandaat is gegeven.").await;
    person.looks_right("joint_round/mandate").await;
}

async fn fills_in(person: &Browser, reference: &str) {
    person.fill("Nummer van het collegebesluit", reference).await;
    person.fill("Datum van het collegebesluit", "2026-11-20").await;
    person.check("Ik heb de hele tekst gelezen. Mijn college geeft hiervoor mandaat.").await;
    person.fill("Uw wachtwoord", PASSWORD).await;
    person.press("Geef mandaat").await;
}
