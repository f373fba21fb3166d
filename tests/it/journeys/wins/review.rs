use super::Journey;
use crate::browser::Browser;
use crate::review::{give, judgement};
use crate::world::{PASSWORD, Person};

pub const NABUUR: &str = "Zorgcoöperatie De Nabuur";
pub const ZORGKRING: &str = "Coöperatie Zorgkring Noord";
/// One second after the round closed.
const CLOSED: &str = "2026-12-14T12:00:01+01:00";
const MONDAY: &str = "2026-12-21T09:00:00+01:00";

pub async fn two_keys_open_the_round(journey: &Journey<'_>) {
    journey.world.set_clock(CLOSED);
    let henk = journey.first("henk@waldervoort.example").await;
    let shanti = journey.second("shanti@waldervoort.example").await;
    henk.visit(&journey.manage("/opening")).await;
    assert!(!henk.text().await.contains(NABUUR));
    henk.looks_right("main/23-shut").await;
    henk.fill("Uw wachtwoord", PASSWORD).await;
    henk.press("Draai uw sleutel").await;
    henk.wait_for_text("U draaide de eerste sleutel.").await;
    shanti.visit(&journey.manage("/opening")).await;
    shanti.wait_for_text("Henk Brouwer draaide de eerste sleutel.").await;
    shanti.looks_right("main/24-one-key").await;
    shanti.fill("Uw wachtwoord", PASSWORD).await;
    shanti.press("Draai uw sleutel").await;
    shanti.wait_for_text("2 inschrijvingen ontvangen").await;
    shanti.looks_right("main/25-opened").await;
}

/// Ingrid judges one bid requirement by requirement in her browser, the other one by plain forms.
pub async fn the_bids_are_admitted(journey: &Journey<'_>) {
    let ingrid = journey.first("ingrid@waldervoort.example").await;
    ingrid.visit(&journey.manage("/admissibility")).await;
    ingrid.looks_right("main/26-admission").await;
    ingrid.follow(NABUUR).await;
    ingrid.wait_for_heading(NABUUR).await;
    let requirements = ingrid.headings_of_cards().await;
    assert!(requirements.len() > 10, "{requirements:?}");
    for requirement in requirements.iter().filter(|name| name.starts_with('Q')) {
        let part = ingrid.within(requirement);
        part.choose("Akkoord").await;
        part.fill("Waarom?", "Het bewijs is duidelijk.").await;
    }
    let whole = ingrid.within("De hele inschrijving");
    whole.choose("Toegelaten").await;
    whole.fill("Waarom?", "Alle eisen zijn akkoord.").await;
    ingrid.looks_right("main/27-requirements").await;
    ingrid.press("Opslaan").await;
    ingrid.wait_for_text("Uw oordeel is bewaard.").await;
    admit_zorgkring(journey);
    ingrid.visit(&journey.manage("/admissibility")).await;
    ingrid.wait_until_gone("Bezig").await;

    ingrid.visit(&journey.manage("/assignments")).await;
    for name in ["Fatima el Amrani", "Peter Kuiper", "Els de Boer"] {
        ingrid.check(name).await;
    }
    ingrid.looks_right("main/28-assignments").await;
    ingrid.press("Opslaan").await;
    ingrid.wait_for_text("De verdeling is bewaard.").await;
}

fn admit_zorgkring(journey: &Journey) {
    let mut ingrid = journey.world.person("ingrid@waldervoort.example");
    let address = ingrid.get(&journey.manage("/admissibility")).is(200).link(ZORGKRING);
    let page = ingrid.get(&address).is(200);
    let fields = judgement(&page, "accepted", "Bekeken.");
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    fields.extend([("verdict", "admitted"), ("reason", "Alles is akkoord.")]);
    ingrid.post(&address, &fields).redirects();
}

impl Browser {
    /// Headings of the cards on the page.
    async fn headings_of_cards(&self) -> Vec<String> {
        let headings = "return [...document.querySelectorAll('.app-card h2')]
            .map((h) => h.innerText.split('\\n')[0].trim())";
        let found = self.script(headings, vec![]).await;
        let found = found.as_array().into_iter().flatten();
        found.filter_map(|h| h.as_str().map(str::to_owned)).collect()
    }
}

/// Fatima scores in her browser; Peter and Els do the same by plain forms, and differ.
pub async fn assessors_score_alone(journey: &Journey<'_>) {
    journey.world.set_clock(MONDAY);
    let fatima = journey.second("fatima@waldervoort.example").await;
    fatima.visit("/review").await;
    fatima.looks_right("main/29-desk").await;
    fatima.visit(&format!("/review{}/conflicts", journey.lot)).await;
    fatima.within(NABUUR).choose("Nee").await;
    fatima.within(ZORGKRING).choose("Nee").await;
    fatima.looks_right("main/30-conflicts").await;
    fatima.press("Bewaar").await;
    fatima.wait_for_heading("Uw cijfers").await;
    fatima.looks_right("main/31-sheet").await;
    let sheet = fatima.path().await;
    for (turn, address) in cells(&fatima).await.iter().enumerate() {
        fatima.visit(address).await;
        assert!(!fatima.text().await.contains("Nabuur"), "a name on {address}");
        fatima.choose(["8", "6"][turn % 2]).await;
        fatima.fill("Waarom dit cijfer?", "Noemt tijden en namen. Meten kan beter.").await;
        if turn == 0 {
            fatima.looks_right("main/32-score").await;
        }
        fatima.press("Opslaan en").await;
        assert!(fatima.comes_true(async || fatima.path().await != *address).await);
    }
    fatima.visit(&format!("{sheet}/lock")).await;
    fatima.looks_right("main/33-lock").await;
    fatima.press("Zet vast").await;
    fatima.wait_for_text("Gelukt. Uw cijfers staan vast.").await;

    for (name, grades) in [("peter", ["6", "8"]), ("els", ["4", "6"])] {
        let mut assessor = journey.world.person(&format!("{name}@waldervoort.example"));
        scores(journey, &mut assessor, grades);
    }
    let ingrid = journey.first("ingrid@waldervoort.example").await;
    ingrid.visit(&journey.manage("/progress")).await;
    ingrid.wait_for_text("3 van de 3 beoordelaars zijn klaar.").await;
    ingrid.looks_right("main/34-progress").await;
}

/// Pages where a grade is given, of the sheet on the screen.
async fn cells(browser: &Browser) -> Vec<String> {
    let links = "return [...new Set([...document.querySelectorAll('.app-table tbody a')]
        .map((a) => a.pathname))]";
    let found = browser.script(links, vec![]).await;
    let found = found.as_array().into_iter().flatten();
    found.filter_map(|a| a.as_str().map(str::to_owned)).collect()
}

/// Declares no interest, gives these grades in turn and locks.
pub fn scores(journey: &Journey, assessor: &mut Person, grades: [&str; 2]) {
    let place = format!("/review{}/conflicts", journey.lot);
    let page = assessor.get(&place).is(200);
    let names = page.names("interest.");
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "none")).collect();
    let sheet = assessor.post(&place, &fields).redirects();
    let mut cells = assessor.get(&sheet).is(200).addresses();
    cells.retain(|address| address.contains("/bids/"));
    cells.dedup();
    for (turn, address) in cells.iter().enumerate() {
        let reason = "Helder geschreven. Een paar punten zijn nog vaag.";
        give(assessor, address, grades[turn % 2], reason).redirects();
    }
    assessor.post(&format!("{sheet}/lock"), &[]).redirects();
}
