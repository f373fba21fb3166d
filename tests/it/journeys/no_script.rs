use super::on_both_from_the_example;
use super::people::small_pdf;
use crate::world::{World, id_of};

const WAITING: &str = "Wij beginnen binnen 10 werkdagen. Is een oppas ziek? Dan belt de coördinator \
                       dezelfde ochtend een van de 6 invallers.";

#[test]
fn a_bidder_without_script_submits() {
    on_both_from_the_example(async |world: &World| {
        let gerda = world.browser_without_script("gerda@kolkhuis.example").await;
        gerda.follow("Mijn inschrijvingen").await;
        gerda.within("Perceel 4: Heel Rietmeer").follow("Perceel 4: Heel Rietmeer").await;
        gerda.wait_for_text("Uw inschrijving is ingetrokken.").await;
        gerda.follow("Zo werkt u").await;
        gerda.fill("Hoe zorgt u ervoor dat inwoners niet lang op hulp wachten?", WAITING).await;
        gerda.press("Opslaan en verder").await;
        gerda.wait_for_heading("Kwaliteit en veiligheid").await;

        gerda.visit(&section("members_mandate")).await;
        gerda.attach("Kies een bestand", &small_pdf("besluit.pdf")).await;
        gerda.press("Voeg bestand toe").await;
        gerda.wait_for_text("besluit.pdf").await;

        gerda.visit(&bid()).await;
        gerda.follow("Controleer en dien in").await;
        gerda.wait_for_text(WAITING).await;
        gerda.wait_for_text("besluit.pdf").await;
        gerda.follow("Ga door naar indienen").await;
        gerda.press("Onderteken en dien in").await;
        gerda.wait_for_text("Zet een vinkje als alles naar waarheid is ingevuld.").await;
        assert_eq!(gerda.too_wide().await, [""; 0]);
        gerda.screenshot("no-script/unsigned").await;

        gerda.fill("Hoe graag wilt u dit perceel?", "2e keus").await;
        gerda.check("Wij hebben alles naar waarheid ingevuld.").await;
        gerda.check("Ik mag namens de coöperatie tekenen.").await;
        gerda.check("Krijgen wij de opdracht?").await;
        gerda.fill("Teken met uw naam", "Gerda Nijland").await;
        gerda.press("Onderteken en dien in").await;
        gerda.wait_for_heading("Gelukt. Uw inschrijving is binnen.").await;
        gerda.screenshot("no-script/receipt").await;
        let mails = world.mails();
        assert!(mails.iter().any(|m| m.subject.starts_with("Ontvangen: uw inschrijving BB-")));
    });
}

fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-4-kolkhuis"))
}

fn section(code: &str) -> String {
    format!("{}/sections/{code}", bid())
}
