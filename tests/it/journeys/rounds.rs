use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::world::World;

const TITLE: &str = "Samen oud worden in Waldervoort";
const PUBLISHED: &str = "2026-12-01";

impl Browser {
    /// Opens a part of the set-up from the task list.
    async fn opens(&self, round: &str, part: &str) {
        self.visit(round).await;
        self.follow(part).await;
        self.wait_for_heading(part).await;
    }
}

#[test]
fn a_round_from_template_to_publication() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let ingrid = world.browser_of("ingrid@waldervoort.example").await;
        let round = begins(&ingrid).await;
        fills_in(&ingrid, &round).await;
        picks(&ingrid, &round).await;
        adds_a_lot(&ingrid, &round).await;
        rehearses(&ingrid, &round).await;

        ingrid.visit(&round).await;
        ingrid.wait_for_text("Alles is ingevuld.").await;
        ingrid.wait_for_text("Er is maar 1 perceel.").await;
        ingrid.wait_for_text("Bron: Aanbestedingswet 2012, artikel 1.5, derde lid").await;
        ingrid.looks_right("rounds/tasks").await;
        ingrid.follow("Nalezen en publiceren").await;
        ingrid.wait_for_text("Er is maar 1 perceel.").await;
        ingrid.looks_right("rounds/publication").await;
        ingrid
            .check("Ik heb alles nagelezen. Ik weet dat ik hierna niets meer kan veranderen.")
            .await;
        ingrid.press("Publiceer").await;
        ingrid.wait_for_text("De ronde is gepubliceerd. Iedereen kan die nu zien.").await;

        let reader = world.browser_of("jan@denabuur.example").await;
        reader.visit(&round.replace("/manage", "")).await;
        for text in ["Rust voor mantelzorgers", "Geworteld in het gebied", "€ 25.000"] {
            reader.wait_for_text(text).await;
        }
        reader.wait_for_text("Later instappen").await;
        reader.wait_for_text("Verlicht regime voor sociale diensten.").await;
        reader.looks_right("rounds/public").await;
        world.house.verify_journal().expect("the chain holds");
    });
}

async fn begins(ingrid: &Browser) -> String {
    ingrid.visit("/manage").await;
    ingrid.follow("Maak een nieuwe ronde").await;
    ingrid.fill("Naam van de ronde", TITLE).await;
    ingrid.choose("Met een vaste prijs").await;
    ingrid.fill("Welke route volgt u?", "Verlicht regime voor sociale diensten").await;
    ingrid.fill("Wanneer wilt u publiceren?", PUBLISHED).await;
    ingrid.looks_right("rounds/start").await;
    ingrid.press("Maak de ronde").await;
    ingrid.wait_for_heading(TITLE).await;
    ingrid.path().await
}

async fn fills_in(ingrid: &Browser, round: &str) {
    ingrid.opens(round, "Naam, uitleg en contact").await;
    ingrid.fill("Waar gaat het over?", "Wij zoeken hulp van bewoners voor bewoners.").await;
    ingrid.press("Opslaan").await;

    ingrid.opens(round, "Route en instappen").await;
    ingrid.fill("Hoeveel geld is er?", "25000").await;
    ingrid.fill("Waarvoor is het, en wie kan het vragen?", "Voor een begin. Bel ons.").await;
    ingrid.fill("Instapmoment 1", "2027-09-01").await;
    ingrid.looks_right("rounds/route").await;
    ingrid.press("Opslaan").await;

    ingrid.opens(round, "Data").await;
    ingrid.follow("Reken de data uit vanaf de dag van publicatie").await;
    ingrid.wait_for_heading("Data uitrekenen").await;
    ingrid.fill("Wanneer wilt u publiceren?", "2026-12-02").await;
    ingrid.press("Reken uit").await;
    ingrid.wait_for_text("woensdag 30 december 2026").await;
    ingrid.looks_right("rounds/timeline").await;
    ingrid.press("Neem deze data over").await;
    ingrid.wait_for_text("Opgeslagen.").await;
    assert_eq!(ingrid.within("De inschrijving sluit op").value("Dag").await, "2027-01-13");
}

async fn picks(ingrid: &Browser, round: &str) {
    ingrid.opens(round, "Eisen").await;
    ingrid.follow("Kies eisen uit de bibliotheek, per soort hulp").await;
    ingrid.wait_for_heading("Eisen per soort hulp").await;
    ingrid.check("Geworteld in het gebied").await;
    ingrid.check("Eerlijk loon").await;
    ingrid.looks_right("rounds/shelf").await;
    ingrid.press("Zet in de ronde").await;
    ingrid.wait_for_text("Opgeslagen.").await;

    ingrid.opens(round, "Vragen en punten").await;
    ingrid.follow("Kies vragen over meerwaarde uit de bibliotheek").await;
    ingrid.wait_for_heading("Vragen over meerwaarde").await;
    ingrid.check("Rust voor mantelzorgers").await;
    ingrid.press("Zet in de ronde").await;
    ingrid.wait_for_text("Opgeslagen.").await;
    ingrid.fill("Rust voor mantelzorgers", "5").await;
    ingrid.fill("Meerwaarde voor de buurt", "15").await;
    ingrid.press("Opslaan").await;
    ingrid.wait_for_text("Opgeslagen.").await;

    ingrid.opens(round, "Gronden voor weigering").await;
    ingrid.check("Niet veilig genoeg").await;
    ingrid.press("Opslaan").await;
}

async fn adds_a_lot(ingrid: &Browser, round: &str) {
    ingrid.opens(round, "Percelen").await;
    ingrid.follow("Voeg een perceel toe").await;
    ingrid.wait_for_heading("Een nieuw perceel").await;
    ingrid.fill("Naam", "Elsbroek").await;
    ingrid.fill("Welke hulp?", "Hulp bij het huishouden").await;
    ingrid.fill("Hoe is het nu?", "In Elsbroek krijgen 96 mensen hulp.").await;
    ingrid.check("Hulp bij het huishouden").await;
    ingrid.check("Elsbroek").await;
    ingrid.fill("Hoeveel mensen krijgen deze hulp nu?", "96").await;
    ingrid.fill("Hoeveel geld is er ten hoogste?", "540000").await;
    ingrid.fill("Hoeveel hulp is dat per jaar?", "13000").await;
    ingrid.fill("Vaste prijs", "39,85").await;
    ingrid.press("Opslaan").await;
    ingrid.wait_for_heading("Percelen").await;
}

async fn rehearses(ingrid: &Browser, round: &str) {
    ingrid.opens(round, "Oefenen").await;
    ingrid.wait_for_text("Dit is verzonnen").await;
    ingrid.fill("Kennis van het gebied", "1").await;
    ingrid.fill("Rust voor mantelzorgers", "90").await;
    ingrid.press("Laat zien").await;
    ingrid.wait_for_text("Met uw andere punten").await;
    ingrid.looks_right("rounds/rehearsal").await;
}
