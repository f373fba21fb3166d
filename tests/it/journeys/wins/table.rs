use super::Journey;
use super::review::{NABUUR, ZORGKRING};
use crate::browser::Browser;
use crate::world::PASSWORD;

/// The day that the table meets.
const FRIDAY: &str = "2027-01-15T09:30:00+01:00";
const REASON: &str = "Alles is duidelijk en past bij het dorp. Meten kan nog beter.";

/// Ingrid opens the table; answers its address.
pub async fn the_table_meets(journey: &Journey<'_>) -> String {
    journey.world.set_clock(FRIDAY);
    let ingrid = journey.first("ingrid@waldervoort.example").await;
    ingrid.visit(&journey.manage("/tables")).await;
    ingrid.wait_for_text("3 van de 3 beoordelaars zetten hun cijfers vast").await;
    ingrid.looks_right("main/35-tables").await;
    ingrid.press("Open de tafel").await;
    ingrid.wait_for_text("Aan tafel").await;
    ingrid.follow("Naar de tafel").await;
    ingrid.wait_for_heading("Elsbroek: hulp bij het huishouden").await;
    let table = ingrid.path().await;
    for name in ["daan", "peter", "els", "mieke", "gerard"] {
        let mut person = journey.world.person(&format!("{name}@waldervoort.example"));
        person.get(&table).is(200);
        person.post(&format!("{table}/seat"), &[("still", "same")]).redirects();
    }
    table
}

/// Everybody follows at a screen of their own; Marijke leads. The bid of De Nabuur, whose name
/// nobody at the table knows, gets the better grades.
pub async fn the_table_agrees(journey: &Journey<'_>, table: &str) {
    let better = code_of(journey, NABUUR);
    let marijke = journey.first("marijke@waldervoort.example").await;
    let fatima = journey.second("fatima@waldervoort.example").await;
    for browser in [&marijke, &fatima] {
        browser.visit(table).await;
        browser.follow("Ik ben aanwezig").await;
        browser
            .choose("Ja. Wat ik eerder zei klopt nog, of ik heb met niemand iets te maken.")
            .await;
        browser.press("Ik ben aanwezig").await;
        browser.wait_for_text("Ik ga van tafel").await;
    }
    marijke.looks_right("main/36-table").await;
    let step = "Alle punten hebben een cijfer";
    for turn in 0.. {
        let more = async || {
            marijke.text().await.contains(step) || !marijke.heading_of_item().await.is_empty()
        };
        assert!(marijke.comes_true(more).await, "the table has nothing to do");
        let title = marijke.heading_of_item().await;
        if title.is_empty() {
            break;
        }
        marijke.press("Toon de cijfers").await;
        let voices = marijke.voices().await;
        if turn == 0 {
            fatima.voices().await;
            fatima.looks_right("main/37-assessor").await;
            marijke.looks_right("main/38-revealed").await;
        }
        let grade = if title.contains(&better) { voices.first() } else { voices.last() };
        marijke.within("Cijfer van de tafel").choose(grade.expect("a grade")).await;
        marijke.fill("Waarom dit cijfer?", REASON).await;
        marijke.press("Stel het cijfer vast").await;
        let gone = async || marijke.heading_of_item().await != title;
        assert!(marijke.comes_true(gone).await, "{title} stays");
    }
    for name in [NABUUR, ZORGKRING] {
        assert!(!marijke.text().await.contains(name), "{name} at the table");
    }
    marijke.press("Stel alle cijfers vast").await;
    marijke.wait_for_heading("Ondertekenen").await;
    everybody_signs(journey, (&marijke, &fatima), table).await;
}

/// Under which letter the assessors know a bidder: `Inschrijving A`.
fn code_of(journey: &Journey, cooperative: &str) -> String {
    let mut ingrid = journey.world.person("ingrid@waldervoort.example");
    let address = ingrid.get(&journey.manage("/admissibility")).is(200).link(cooperative);
    let text = ingrid.get(&address).is(200).main_text();
    let (_, rest) = text.split_once("heet dit inschrijving ").expect("a code");
    let (code, _) = rest.split_once('.').expect("the end of a sentence");
    format!("Inschrijving {code}:")
}

async fn everybody_signs(
    journey: &Journey<'_>,
    (marijke, fatima): (&Browser, &Browser),
    table: &str,
) {
    let place = format!("{table}/signature");
    fatima.visit(&place).await;
    fatima.looks_right("main/39-signature").await;
    for browser in [marijke, fatima] {
        browser.check("Ik heb alle cijfers en redenen gelezen").await;
        browser.press("Onderteken de cijfers").await;
        browser.wait_for_text("U tekende op").await;
    }
    for name in ["peter", "els"] {
        let mut assessor = journey.world.person(&format!("{name}@waldervoort.example"));
        assessor.get(&place).is(200);
        assessor.post(&place, &[("read", "1")]).redirects();
    }
}

pub async fn two_keys_open_the_price(journey: &Journey<'_>, table: &str) {
    let henk = journey.first("henk@waldervoort.example").await;
    let shanti = journey.second("shanti@waldervoort.example").await;
    let place = format!("{table}/price");
    henk.visit(&place).await;
    henk.looks_right("main/40-price").await;
    henk.fill("Uw wachtwoord", PASSWORD).await;
    henk.press("Gebruik uw sleutel").await;
    henk.wait_for_text("Nu is een andere sleutelhouder aan de beurt.").await;
    shanti.visit(&place).await;
    shanti.wait_for_text("Henk Brouwer gebruikte de eerste sleutel.").await;
    shanti.fill("Uw wachtwoord", PASSWORD).await;
    shanti.press("Gebruik uw sleutel").await;
    shanti.wait_for_text("Wie openden").await;
    shanti.looks_right("main/41-price-open").await;
}

pub async fn the_ranking_explains_every_point(journey: &Journey<'_>, table: &str) {
    let marijke = journey.first("marijke@waldervoort.example").await;
    marijke.visit(&format!("{table}/ranking")).await;
    marijke.wait_for_heading(&format!("Uitslag: {NABUUR} staat op plek 1")).await;
    marijke.wait_for_text("Waar komt elk punt vandaan?").await;
    marijke.looks_right("main/42-ranking").await;
    marijke.press("Sluit de tafel af").await;
    marijke.visit(&format!("{table}/minutes")).await;
    marijke.wait_for_text("Marijke Zandstra").await;
    marijke.looks_right("main/43-minutes").await;
    let daan = journey.first("daan@waldervoort.example").await;
    daan.visit(&format!("{table}/minutes")).await;
    daan.wait_for_text(REASON).await;
}
