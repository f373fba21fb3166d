use super::on_both_from_the_example;
use crate::world::{World, id_of};

const QUESTION: &str = "Wat doet u als het heet is?";
const REASON: &str = "Wij vragen ook wat u doet bij hitte, omdat dat in de zomer misging.";
const SAID: &str = "Bij hitte gaan wij elke dag langs.";

#[test]
#[expect(clippy::too_many_lines, reason = "one journey from the change to the last bidder")]
fn an_amendment_reaches_every_bidder() {
    on_both_from_the_example(async |world: &World| {
        let round = format!("/rounds/{}", id_of("round", "open"));
        let bid = format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"));
        let section = format!("{bid}/sections/way_of_working");
        let yvonne = world.browser_of("yvonne@dijkgenoten.example").await;
        yvonne.visit(&section).await;
        assert!(!yvonne.text().await.contains(QUESTION));

        // Rob changes the terms in a draft that nobody outside sees.
        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&format!("/manage{round}")).await;
        rob.press("Wijzig de voorwaarden").await;
        rob.wait_for_text("U werkt aan een wijziging.").await;
        rob.looks_right("amendment/draft").await;
        let draft = rob.path().await;
        rob.visit(&format!("{draft}/sections/way_of_working/questions/new")).await;
        rob.fill("De vraag", QUESTION).await;
        rob.press("Opslaan").await;
        rob.wait_for_text(QUESTION).await;
        yvonne.reload().await;
        assert!(!yvonne.text().await.contains(QUESTION), "before it is published");
        rob.visit(&format!("{draft}/amendment")).await;
        rob.wait_for_text(&format!("Nieuwe vraag: {QUESTION}")).await;
        rob.fill("Wat verandert er, en waarom?", REASON).await;
        rob.check("Ik maak deze wijziging bekend. Dat kan ik niet terugdraaien.").await;
        rob.looks_right("amendment/publish").await;
        let before = world.mails().len();
        rob.press("Maak de wijziging bekend").await;
        rob.wait_for_heading("Wijzigingen van de voorwaarden").await;
        rob.looks_right("amendment/public").await;

        // Everybody who bids, takes part in a bid or asked a question gets one mail.
        let mails = world.mails().split_off(before);
        let told: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
        for person in [
            "yvonne@dijkgenoten.example",
            "gerda@kolkhuis.example",
            "tjitske@meeroever.example",
            "truus@denabuur.example",
        ] {
            let times = told.iter().filter(|to| **to == person).count();
            assert_eq!(times, 1, "{person} in {told:?}");
        }
        assert!(mails.iter().all(|mail| mail.subject.starts_with("De voorwaarden zijn gewijzigd")));

        // A bid goes on as it began, until its writer takes the change over.
        yvonne.reload().await;
        yvonne.wait_for_text("De gemeente wijzigde de voorwaarden.").await;
        assert!(!yvonne.text().await.contains(QUESTION));
        yvonne.visit(&bid).await;
        yvonne.follow("Bekijk wat er anders is").await;
        yvonne.wait_for_text(REASON).await;
        yvonne.looks_right("amendment/terms").await;
        yvonne.press("Neem de wijziging over").await;
        yvonne.visit(&section).await;
        yvonne.write(QUESTION, SAID).await;
        yvonne.reload().await;
        assert_eq!(yvonne.value(QUESTION).await, SAID);

        // So does a bidder whose bid is finished, and anybody else.
        let gerda = world.browser_of("gerda@kolkhuis.example").await;
        gerda.visit(&crate::submission::complete()).await;
        gerda.follow("Bekijk wat er anders is").await;
        gerda.wait_for_text(&format!("Nieuwe vraag: {QUESTION}")).await;
        let visitor = world.stranger().await;
        visitor.visit(&round).await;
        visitor.follow("Wijzigingen van de voorwaarden").await;
        visitor.wait_for_text(REASON).await;
    });
}
