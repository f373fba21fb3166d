use super::on_both_from_the_example;
use crate::review::CLOSED;
use crate::world::{PASSWORD, World, id_of};

#[test]
fn two_keys_open_the_round() {
    on_both_from_the_example(async |world: &World| {
        world.set_clock(CLOSED);
        let opening = format!("/manage/rounds/{}/opening", id_of("round", "open"));
        let wouter = world.browser_of("wouter@rietmeer.example").await;
        let marianne = world.browser_of("marianne@rietmeer.example").await;
        wouter.visit(&opening).await;
        wouter.fill("Uw wachtwoord", "niet-het-mijne").await;
        wouter.press("Draai uw sleutel").await;
        wouter.wait_for_text("Dit is niet uw wachtwoord.").await;
        wouter.looks_right("opening/wrong").await;
        wouter.fill("Uw wachtwoord", PASSWORD).await;
        wouter.press("Draai uw sleutel").await;
        wouter.wait_for_text("U draaide de eerste sleutel.").await;
        wouter.looks_right("opening/first").await;

        // Too late: it says so, and one starts again.
        world.set_clock("2026-12-17T12:15:00+01:00");
        marianne.visit(&opening).await;
        marianne.wait_for_text("De sleutel van Wouter Slot gold tot 12.10 uur.").await;
        marianne.looks_right("opening/lapsed").await;
        marianne.fill("Uw wachtwoord", PASSWORD).await;
        marianne.press("Draai uw sleutel").await;
        marianne.wait_for_text("U draaide de eerste sleutel.").await;

        wouter.visit(&opening).await;
        wouter.wait_for_text("Marianne de Groot draaide de eerste sleutel.").await;
        wouter.fill("Uw wachtwoord", PASSWORD).await;
        wouter.press("Draai uw sleutel").await;
        wouter.wait_for_text("1 inschrijving ontvangen").await;
        wouter.wait_for_text("Zorgcoöperatie Het Kolkhuis").await;
        wouter.wait_for_text("De opening als pdf").await;
        wouter.looks_right("opening/record").await;
        marianne.visit(&opening).await;
        marianne.wait_for_text("Geopend op").await;
    });
}
