//! An assessor who finds a conflict halfway, and one who is replaced.

use super::from_the_example;
use crate::databases::Kind;
use crate::review::{at_work, give, manage, opened_in, pair};
use crate::world::{World, id_of};

const NOTE: &str = "Ik las nu pas dat mijn broer er de boekhouding doet.";
const GRADE_REASON: &str = "Duidelijke tijden. Beter kan: noem wie er invalt.";

#[test]
fn a_conflict_appears_halfway() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        opened_in(world);
        let (mut aicha, first) = at_work(world);
        give(&mut aicha, &first, "8", GRADE_REASON).redirects();

        let browser = world.browser_of("aicha@rietmeer.example").await;
        browser.visit(&first).await;
        browser.follow("Meld het").await;
        browser.wait_for_heading("Kent u een inschrijver?").await;
        browser.within("Zorgcoöperatie Het Kolkhuis").choose("Ja").await;
        browser.within("Zorgcoöperatie Het Kolkhuis").fill("Wat is het?", NOTE).await;
        browser.looks_right("assessors/halfway").await;
        browser.press("Bewaar").await;
        browser.visit(&first).await;
        assert_eq!(browser.status().await, 404);
        browser.visit("/review").await;
        assert!(!browser.text().await.contains("U gaf 1 van"), "the mark counts no more");

        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&manage("open", "conflicts")).await;
        rob.wait_for_text(NOTE).await;
        rob.follow("Neem een besluit").await;
        rob.choose("De beoordelaar doet niet mee bij deze inschrijving").await;
        rob.fill("Waarom?", "De broer van Aïcha heeft er belang bij.").await;
        rob.press("Opslaan").await;
        rob.wait_for_heading("Belangen").await;
        rob.visit(&manage("open", "progress")).await;
        rob.wait_for_text("Niets te beoordelen").await;
        rob.looks_right("assessors/board").await;
        browser.visit(&first).await;
        assert_eq!(browser.status().await, 404);
    });
}

#[test]
fn the_lead_replaces_an_assessor() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        opened_in(world);
        let (mut aicha, first) = at_work(world);
        give(&mut aicha, &first, "8", GRADE_REASON).redirects();
        let mut lead = world.person("rob@rietmeer.example");
        lead.get(&manage("open", "assignments")).is(200);
        let reserve = pair("greetje", 2);
        lead.post(&manage("open", "assignments/reserves"), &[("reserve", &reserve)]).redirects();

        let reading = world.browser_of("aicha@rietmeer.example").await;
        reading.visit(&first).await;
        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&manage("open", "assignments")).await;
        rob.looks_right("assessors/assignments").await;
        rob.follow("Per perceel en vraag").await;
        rob.wait_for_text("Dit is een voorstel.").await;
        rob.looks_right("assessors/proposal").await;
        rob.visit(&manage("open", "progress")).await;
        let name = "Aïcha";
        rob.script(
            "const row = [...document.querySelectorAll('tr')].find(r => r.textContent.includes(arguments[0]));\
             row.querySelector('a[href$=replacement]').click()",
            vec![name.into()],
        )
        .await;
        rob.wait_for_text("Wie neemt het over?").await;
        rob.looks_right("assessors/replacement").await;
        rob.press("Vervang").await;
        rob.wait_for_text("Schrijf waarom.").await;
        rob.fill("Waarom?", "Aïcha is langer afwezig.").await;
        rob.press("Vervang").await;
        rob.wait_for_text("De beoordelaar is vervangen.").await;
        rob.wait_for_text("1 cijfer blijft in het dossier.").await;

        reading.reload().await;
        assert_eq!(reading.status().await, 404);
        let greetje = world.browser_of("greetje@rietmeer.example").await;
        greetje.visit(&format!("/review/lots/{}/conflicts", id_of("lot", "open-2"))).await;
        greetje.within("Zorgcoöperatie Het Kolkhuis").choose("Nee").await;
        greetje.press("Bewaar").await;
        greetje.wait_for_heading("Uw cijfers").await;
        greetje.wait_for_text("U gaf 0 van de").await;
        greetje.looks_right("assessors/successor").await;
    });
}
