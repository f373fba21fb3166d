use super::Journey;

const INGRID: &str = "ingrid@waldervoort.example";
pub const ROUND: &str = "Samen sterk in Elsbroek";
const QUESTION: &str = "Mogen wij de boodschappendienst meetellen als hulp bij het huishouden?";
const ANSWER: &str = "Nee. U mag die wel noemen bij de meerwaarde voor de buurt.";

/// Ingrid copies an earlier round, changes what is different, and publishes.
pub async fn a_round_is_published(journey: Journey<'_>) -> Journey<'_> {
    let ingrid = journey.first(INGRID).await;
    ingrid.visit("/manage").await;
    ingrid.looks_right("main/01-rounds").await;
    ingrid.follow("Maak een nieuwe ronde").await;
    ingrid.fill("Naam van de ronde", ROUND).await;
    ingrid.choose("Met een kopie van ‘Hulp dichtbij in Waldervoort’").await;
    ingrid.looks_right("main/02-new-round").await;
    ingrid.press("Maak de ronde").await;
    ingrid.wait_for_heading(ROUND).await;
    ingrid.looks_right("main/03-set-up").await;
    let path = ingrid.path().await;
    let round = path.rsplit('/').next().expect("an id").to_owned();
    let journey = Journey { round, ..journey };

    ingrid.follow("Data").await;
    ingrid.within("Vragen stellen kan tot en met").fill("Dag", "2026-12-07").await;
    ingrid.within("De inschrijving sluit op").fill("Dag", "2026-12-14").await;
    ingrid.fill("Beoordelaars zijn klaar op", "2027-01-08").await;
    ingrid.fill("De tafel komt bij elkaar op", "2027-01-15").await;
    ingrid.fill("Het besluit valt op", "2027-01-29").await;
    ingrid.looks_right("main/04-dates").await;
    ingrid.press("Opslaan").await;

    let lot = keep_one_lot(&journey);
    ingrid.visit(&journey.manage("/lots")).await;
    ingrid.follow("1. Elsbroek").await;
    ingrid.wait_for_heading("Perceel 1").await;
    ingrid.looks_right("main/05-lot").await;

    ingrid.visit(&journey.manage("/publication")).await;
    ingrid.wait_for_text("Alles is ingevuld. U kunt publiceren.").await;
    ingrid.press("Publiceer").await;
    ingrid.wait_for_text("Lees alles na en zet hier een vinkje.").await;
    ingrid.check("Ik heb alles nagelezen.").await;
    ingrid.looks_right("main/06-publication").await;
    ingrid.press("Publiceer").await;
    ingrid.wait_for_text("Alles wat toen is gepubliceerd, ligt vast.").await;
    ingrid.looks_right("main/07-published").await;
    Journey { lot, ..journey }
}

/// Takes the other lots of the copy away; answers the public address of the one that stays.
pub fn keep_one_lot(journey: &Journey) -> String {
    let mut ingrid = journey.world.person(INGRID);
    let lots = journey.manage("/lots/");
    let mut found: Vec<String> = ingrid.get(&journey.manage("/lots")).addresses();
    found.retain(|address| address.starts_with(&lots) && !address.ends_with("/new"));
    for lot in found.split_off(1) {
        let page = ingrid.get(&format!("{lot}/removal")).is(200);
        let version = page.value("version").expect("a version");
        ingrid.post(&format!("{lot}/removal"), &[("version", &version)]).redirects();
    }
    found[0].replace(&lots, "/lots/")
}

/// Jan asks without a name, Ingrid answers, a visitor reads.
pub async fn a_question_is_answered_for_everybody(journey: &Journey<'_>) {
    let jan = journey.first("jan@denabuur.example").await;
    jan.visit("/").await;
    jan.looks_right("main/08-start").await;
    jan.follow(ROUND).await;
    jan.wait_for_heading(ROUND).await;
    jan.looks_right("main/09-round").await;
    jan.within("Percelen").follow("Elsbroek").await;
    jan.wait_for_heading("Perceel 1: Elsbroek").await;
    jan.looks_right("main/10-lot").await;
    jan.follow("Lees de antwoorden of stel een vraag").await;
    jan.fill("Uw vraag", QUESTION).await;
    jan.press("Verstuur uw vraag").await;
    jan.wait_for_text("Uw vraag is verstuurd.").await;

    let ingrid = journey.second(INGRID).await;
    ingrid.visit(&journey.manage("/questions")).await;
    ingrid.wait_for_text(QUESTION).await;
    assert!(!ingrid.text().await.contains("De Nabuur"), "the asker has a name");
    ingrid.follow("Beantwoord deze vraag").await;
    ingrid.fill("Uw antwoord", ANSWER).await;
    ingrid.looks_right("main/11-question").await;
    ingrid.press("Bewaar het antwoord").await;
    ingrid.wait_for_text("Antwoord staat klaar").await;
    ingrid.visit(&journey.manage("/note")).await;
    ingrid.check("Ik heb de antwoorden gelezen en wil ze publiceren").await;
    ingrid.press("Publiceer de nota").await;
    ingrid.wait_for_heading("Nota van inlichtingen 1").await;

    let visitor = journey.visitor(0).await;
    visitor.visit(&journey.public("/questions")).await;
    visitor.wait_for_text(ANSWER).await;
    visitor.looks_right("main/12-answers").await;
}
