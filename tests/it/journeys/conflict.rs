use super::on_both_from_the_example;
use crate::review::{admit, assign, opened_in};
use crate::world::{World, id_of};

const NOTE: &str = "Mijn broer zit in het bestuur van Het Kolkhuis.";
/// The bid has this, and no page about the lot.
const TEXT: &str = "Sluisstraat";

#[test]
fn a_conflicted_assessor_sees_nothing() {
    on_both_from_the_example(async |world: &World| {
        opened_in(world);
        let mut lead = world.person("rob@rietmeer.example");
        assign(&mut lead, &[("aicha", 2), ("joost", 2), ("lies", 2)]).redirects();
        admit(&mut lead);

        let aicha = world.browser_of("aicha@rietmeer.example").await;
        let joost = world.browser_of("joost@rietmeer.example").await;
        let declarations = format!("/review/lots/{}/conflicts", id_of("lot", "open-2"));
        for browser in [&aicha, &joost] {
            browser.visit("/review").await;
            browser.wait_for_text("Geef eerst aan of u een inschrijver kent.").await;
            assert!(!browser.text().await.contains(TEXT), "a text before the declaration");
            browser.visit(&declarations).await;
            browser.wait_for_heading("Kent u een inschrijver?").await;
        }
        joost.looks_right("conflict/declaration").await;
        aicha.within("Zorgcoöperatie Het Kolkhuis").choose("Nee").await;
        aicha.press("Bewaar").await;
        aicha.wait_for_heading("Uw cijfers").await;
        aicha.script("document.querySelector('.app-table tbody a').click()", vec![]).await;
        aicha.wait_for_text(TEXT).await;
        let sheet_of_aicha = aicha.path().await;

        joost.within("Zorgcoöperatie Het Kolkhuis").choose("Ja").await;
        joost.press("Bewaar").await;
        joost.wait_for_text("Schrijf wat het is.").await;
        joost.within("Zorgcoöperatie Het Kolkhuis").fill("Wat is het?", NOTE).await;
        joost.press("Bewaar").await;
        joost.visit("/review").await;
        joost.looks_right("conflict/desk").await;
        assert!(!joost.text().await.contains(TEXT));
        joost.visit(&declarations).await;
        joost.wait_for_text("De procesleider beslist hierover.").await;
        joost.visit(&sheet_of_aicha).await;
        assert_eq!(joost.status().await, 404);

        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&format!("/manage/rounds/{}/conflicts", id_of("round", "open"))).await;
        rob.wait_for_text(NOTE).await;
        rob.looks_right("conflict/rulings").await;
        rob.follow("Neem een besluit").await;
        rob.choose("De beoordelaar doet niet mee bij deze inschrijving").await;
        rob.fill("Waarom?", "Een broer in het bestuur is te dichtbij.").await;
        rob.looks_right("conflict/ruling").await;
        rob.press("Opslaan").await;
        rob.wait_for_heading("Belangen").await;

        joost.visit("/review").await;
        joost.wait_for_text("U heeft op dit perceel niets te beoordelen.").await;
        joost.visit(&sheet_of_aicha).await;
        assert_eq!(joost.status().await, 404);
    });
}
