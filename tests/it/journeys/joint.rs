use super::on_both_from_the_example;
use crate::browser::Browser;
use crate::parties::{ARIE, GERDA, SJAAK, link_to, parties};
use crate::submission::complete;
use crate::world::{World, id_of};

const QUESTIONS: [&str; 7] = [
    "Wat geven wij?",
    "Wat krijgen wij?",
    "Wat is voor ons goede zorg?",
    "Waar gaan wij samen voor?",
    "Hoe werken wij samen?",
    "Wie belt wie?",
    "Wat spraken wij af over geld?",
];

/// The lead invites by mail; whoever opens the link is in.
async fn comes_in(world: &World, lead: &Browser, (name, email): (&str, &str)) -> Browser {
    lead.visit(&parties()).await;
    lead.fill("Naam van de organisatie", name).await;
    lead.fill("E-mailadres", email).await;
    lead.choose("Partner").await;
    lead.press("Stuur de uitnodiging").await;
    lead.wait_for_text(name).await;
    let person = world.browser_of(email).await;
    person.visit(&link_to(world, email)).await;
    person.looks_right("joint/invitation").await;
    person.press("Doe mee").await;
    person.wait_for_heading("Samen inschrijven").await;
    person.follow("Naar ons deel").await;
    person
}

impl Browser {
    async fn signs(&self, (organisation, name): (&str, &str)) {
        self.reload().await;
        self.check(&format!("Ik teken namens {organisation}. Wij doen wat hier staat.")).await;
        self.fill("Teken met uw naam", name).await;
        self.press("Teken").await;
        self.wait_for_text("Getekend,").await;
    }
}

#[test]
fn three_volunteers_write_one_joint_bid() {
    on_both_from_the_example(async |world: &World| {
        let gerda = world.browser_of(GERDA).await;
        let arie = comes_in(world, &gerda, ("De Dijk", ARIE)).await;
        let sjaak = comes_in(world, &gerda, ("Het meer", SJAAK)).await;

        // Two write at once, each their own part.
        for question in QUESTIONS {
            arie.write(question, "De dijk geeft elke week twee dagen.").await;
            sjaak.write(question, "Het meer geeft een zaal en acht mensen.").await;
        }
        arie.looks_right("joint/part").await;

        // The lead divides the work, and reads what the others wrote meanwhile.
        gerda.visit(&parties()).await;
        for name in [
            "Zorgcoöperatie Het Kolkhuis",
            "Coöperatie De Dijkgenoten",
            "Dorpscoöperatie Meeroever",
        ] {
            gerda.check(name).await;
        }
        gerda.press("Bewaar de verdeling").await;
        gerda.wait_for_text("Coöperatie De Dijkgenoten heeft nog niet getekend.").await;
        gerda.looks_right("joint/parties").await;
        gerda.follow("Coöperatie De Dijkgenoten").await;
        gerda.wait_for_text("De dijk geeft elke week twee dagen.").await;

        arie.signs(("Coöperatie De Dijkgenoten", "Arie Slagter")).await;
        sjaak.signs(("Dorpscoöperatie Meeroever", "Sjaak Verbruggen")).await;
        gerda.visit(&parties()).await;
        gerda.wait_for_text("Iedereen heeft getekend en al het werk is verdeeld.").await;
        gerda.hands_in(&id_of("bid", "open-4-kolkhuis")).await;
        sjaak.visit(&parties()).await;
        sjaak.wait_for_text("Het plan is ingediend.").await;
        sjaak.visit(&complete()).await;
        sjaak.wait_for_heading("Samen inschrijven").await;
    });
}
