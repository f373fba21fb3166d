use super::on_both_from_the_example;
use crate::browser::Browser;
use crate::world::{PASSWORD, World, id_of};

/// The round of Rietmeer closes at noon, inclusive.
const OPEN: &str = "2026-12-17T11:00:00+01:00";
const CLOSED: &str = "2026-12-17T12:00:01+01:00";

/// What nobody of the municipality may see before the opening.
const SECRETS: [&str; 4] = ["Kolkhuis", "Dijkgenoten", "Nijland", "BB-"];

const PAGES: [&str; 8] = [
    "",
    "/bids",
    "/opening",
    "/admissibility",
    "/assignments",
    "/progress",
    "/journal",
    "/conflicts",
];

const PEOPLE: [&str; 5] = ["rob", "wouter", "aicha", "kees", "paul"];

/// Everything that somebody of the municipality finds about the round: the text of each page.
async fn all_pages(browser: &Browser) -> Vec<String> {
    let round = format!("/manage/rounds/{}", id_of("round", "open"));
    let manage = PAGES.iter().map(|page| format!("{round}{page}"));
    let public = [format!("/rounds/{}", id_of("round", "open")), "/review".into(), "/".into()];
    let mut seen = vec![];
    for address in manage.chain(public) {
        browser.visit(&address).await;
        seen.push(format!("{address}: {}", browser.text().await));
    }
    seen
}

#[test]
fn nobody_sees_a_bid_before_opening() {
    on_both_from_the_example(async |world: &World| {
        world.set_clock(OPEN);
        let mut municipality = vec![];
        for name in PEOPLE {
            let browser = world.browser_of(&format!("{name}@rietmeer.example")).await;
            let seen = all_pages(&browser).await;
            for secret in SECRETS {
                assert!(!seen.iter().any(|page| page.contains(secret)), "{name} reads {secret}");
            }
            municipality.push((name, browser, seen));
        }
        let gerda = world.browser_of("gerda@kolkhuis.example").await;
        gerda.hands_in(&id_of("bid", "open-4-kolkhuis")).await;
        for (name, browser, before) in &municipality {
            assert_eq!(all_pages(browser).await, *before, "{name} can tell that a bid came in");
            for page in ["", "/check", "/receipt", "/journal", "/todos"] {
                browser.visit(&format!("/bids/{}{page}", id_of("bid", "open-4-kolkhuis"))).await;
                assert_eq!(browser.status().await, 404, "{name}: {page}");
            }
        }

        world.set_clock(CLOSED);
        let opening = format!("/manage/rounds/{}/opening", id_of("round", "open"));
        let wouter = world.browser_of("wouter@rietmeer.example").await;
        let marianne = world.browser_of("marianne@rietmeer.example").await;
        wouter.visit(&opening).await;
        wouter.looks_right("sealed/shut").await;
        wouter.fill("Uw wachtwoord", PASSWORD).await;
        wouter.press("Draai uw sleutel").await;
        wouter.wait_for_text("U draaide de eerste sleutel.").await;
        for secret in SECRETS {
            assert!(!wouter.text().await.contains(secret), "one key shows {secret}");
        }
        marianne.visit(&opening).await;
        marianne.wait_for_text("Wouter Slot draaide de eerste sleutel.").await;
        marianne.fill("Uw wachtwoord", PASSWORD).await;
        marianne.press("Draai uw sleutel").await;
        marianne.wait_for_text("2 inschrijvingen ontvangen").await;
        marianne.wait_for_text("Zorgcoöperatie Het Kolkhuis").await;
        marianne.looks_right("sealed/opened").await;
        // Who never handed in stays unknown for ever.
        assert!(!marianne.text().await.contains("Dijkgenoten"));
    });
}

impl Browser {
    /// Checks, signs as Gerda and sees the receipt.
    pub async fn hands_in(&self, bid: &str) {
        self.visit(&format!("/bids/{bid}/submission")).await;
        self.check("Wij hebben alles naar waarheid ingevuld.").await;
        self.check("Ik mag namens de coöperatie tekenen.").await;
        self.check("Krijgen wij de opdracht?").await;
        self.fill("Teken met uw naam", "Gerda Nijland").await;
        self.press("Onderteken en dien in").await;
        self.wait_for_heading("Gelukt. Uw inschrijving is binnen.").await;
    }
}
