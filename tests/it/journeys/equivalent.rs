use super::on_both_from_the_example;
use crate::requirements::{OWN_WAY, judged, published};
use crate::world::World;

const REQUIREMENT: &str = "Cliënten praten mee";
const INSTEAD: &str = "Wat doet u in plaats daarvan?";

#[test]
fn an_equivalent_proof_is_explained_and_accepted_next_time() {
    on_both_from_the_example(async |world: &World| {
        let ingrid = world.browser_of("ingrid@waldervoort.example").await;
        ingrid.visit(&judged()).await;
        ingrid.looks_right("equivalent/judged").await;
        ingrid.within(REQUIREMENT).follow("Zet in de bibliotheek").await;
        ingrid.wait_for_heading("Zet in de bibliotheek").await;
        ingrid.fill("Wat heeft u aangenomen?", "De Nabuur houdt een tafel.").await;
        ingrid.press("Zet in de bibliotheek").await;
        ingrid.wait_for_text("de naam: Zorgcoöperatie De Nabuur").await;
        ingrid.looks_right("equivalent/named").await;
        ingrid.fill("Wat heeft u aangenomen?", OWN_WAY).await;
        ingrid.press("Zet in de bibliotheek").await;
        ingrid.wait_for_text("Het staat in de bibliotheek van uw gemeente.").await;
        ingrid.visit("/manage/equivalents").await;
        ingrid.wait_for_text(OWN_WAY).await;
        ingrid.looks_right("equivalent/library").await;

        let lot = published(&mut world.person("ingrid@waldervoort.example"));
        let mut person = world.person("bas@waterrijksamen.example");
        person.get(&lot).is(200);
        let bid = person.post(&format!("{lot}/bids"), &[("chosen", "yes")]).redirects();
        let bas = world.browser_of("bas@waterrijksamen.example").await;
        bas.visit(&format!("{bid}/sections/quality")).await;
        bas.wait_for_heading("Kwaliteit en veiligheid").await;
        assert!(!bas.text().await.contains(INSTEAD), "only for who chooses an own way");
        let card = bas.within(REQUIREMENT);
        card.press("Eerder aangenomen in deze gemeente: 1 manier").await;
        card.press("Gebruik dit als begin").await;
        card.wait_for_text(INSTEAD).await;
        assert_eq!(card.value(INSTEAD).await, OWN_WAY);
        card.fill("Welk risico neemt deze eis weg?", "Mensen worden niet gehoord.").await;
        card.fill("Hoe laat u dat zien?", "Verslag van oktober.").await;
        card.fill("Wanneer mag de gemeente komen kijken?", "2027-09-01").await;
        card.fill("Wie staat ervoor in?", "De huisarts").await;
        bas.looks_right("equivalent/explained").await;
        bas.press("Opslaan en terug naar de takenlijst").await;
        bas.visit(&format!("{bid}/check")).await;
        bas.wait_for_text("Mensen worden niet gehoord.").await;
        assert!(!bas.text().await.contains("Cliënten praten mee, risico:"));
        bas.looks_right("equivalent/check").await;
    });
}
