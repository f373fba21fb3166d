use super::on_both_from_the_example;
use crate::review::{manage, opened_in};
use crate::world::{World, id_of};

const QUESTION: &str = "Stuur het blad met het bedrag van de polis.";

#[test]
fn a_supplement_stops_the_clock() {
    on_both_from_the_example(async |world: &World| {
        opened_in(world);
        let bid = id_of("bid", "open-2-kolkhuis");
        let judged = manage("open", &format!("admissibility/{bid}"));
        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&judged).await;
        rob.within("Q16. Verzekering").follow("Vraag een aanvulling").await;
        rob.wait_for_text("Zolang u wacht, staat de klok van uw besluit stil.").await;
        rob.fill("Wat vraagt u precies?", QUESTION).await;
        rob.looks_right("supplement/ask").await;
        rob.press("Stel de vraag").await;
        rob.wait_for_text("De vraag is gesteld.").await;

        world.set_clock("2026-12-20T09:00:00+01:00");
        let rob = world.browser_of("rob@rietmeer.example").await;
        rob.visit(&judged).await;
        rob.wait_for_text("De klok staat stil").await;
        rob.looks_right("supplement/judged").await;

        let gerda = world.browser_of("gerda@kolkhuis.example").await;
        gerda.visit(&format!("/bids/{bid}")).await;
        gerda.wait_for_text("De gemeente heeft een vraag aan u.").await;
        gerda.looks_right("supplement/tasks").await;
        gerda.follow("Beantwoord de vraag").await;
        gerda.wait_for_text(QUESTION).await;
        gerda.looks_right("supplement/own").await;
        gerda.fill("Uw antwoord", "Het bedrag is twee miljoen euro.").await;
        gerda.press("Verstuur uw antwoord").await;
        gerda.wait_for_text("Uw antwoord is verstuurd.").await;

        rob.visit(&judged).await;
        rob.wait_for_text("De klok heeft stilgestaan").await;
        rob.wait_for_text("Tot nu toe 2 dagen.").await;
        rob.within("Q16. Verzekering").follow("Aanvulling gevraagd op").await;
        rob.wait_for_text("Het bedrag is twee miljoen euro.").await;
        rob.wait_for_text("Dit stond in de inschrijving").await;
        rob.looks_right("supplement/both").await;
    });
}
