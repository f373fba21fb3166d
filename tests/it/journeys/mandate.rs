//! The members of a cooperative vote on their phones, and the board hands in what came out.

use super::on_both_from_the_example;
use crate::browser::Browser;
use crate::submission::{GERDA, complete};
use crate::world::World;

const MEMBERS: [&str; 3] = ["an@leden.example", "bo@leden.example", "co@leden.example"];

/// A member opens the link in the mail, on a phone and without an account.
async fn with_the_link_of(world: &World, email: &str) -> Browser {
    let phone = world.stranger().await;
    phone.resize(390);
    phone.visit(&world.link_of(email)).await;
    phone.wait_for_heading("Doen wij mee met dit plan?").await;
    phone
}

async fn votes(phone: &Browser, choice: &str) {
    phone.choose(choice).await;
    phone.looks_right("mandate/ballot").await;
    phone.press("Ga verder").await;
    phone.wait_for_text("Klopt uw keuze?").await;
    phone.looks_right("mandate/ballot-check").await;
    phone.press("Breng uw stem uit").await;
    phone.wait_for_text("Bedankt, uw stem is geteld.").await;
    phone.looks_right("mandate/ballot-done").await;
}

#[test]
fn members_vote_and_the_board_signs() {
    on_both_from_the_example(async |world: &World| {
        let (gerda, bid) = (world.browser_of(GERDA).await, complete());
        gerda.visit(&format!("{bid}/sections/members_mandate")).await;
        gerda.follow("Laat uw leden stemmen").await;
        gerda.looks_right("mandate/set-up").await;
        gerda.fill("Waarover uw leden stemmen", "Wij geven hulp aan huis in ons dorp.").await;
        let end = gerda.within("Einde van de stemming");
        end.fill("Dag", "2026-12-01").await;
        end.fill("Tijd", "12:00").await;
        gerda.fill("Leden die mogen stemmen", &MEMBERS.join("\n")).await;
        gerda.press("Controleer en ga door").await;
        gerda.wait_for_text("Klopt dit?").await;
        gerda.looks_right("mandate/preview").await;
        gerda.press("Verstuur 3 uitnodigingen").await;
        gerda.wait_for_text("0 van de 3 leden").await;

        // Two members vote at the same time.
        let an = with_the_link_of(world, MEMBERS[0]).await;
        let bo = with_the_link_of(world, MEMBERS[1]).await;
        votes(&an, "Voor").await;
        votes(&bo, "Voor").await;
        gerda.reload().await;
        gerda.wait_for_text("2 van de 3 leden").await;
        gerda.looks_right("mandate/turnout").await;

        gerda
            .script(
                "document.querySelectorAll('details').forEach((d) => { d.open = true; });",
                vec![],
            )
            .await;
        gerda.check("Ja, sluit de stemming nu").await;
        gerda.press("Sluit de stemming").await;
        gerda.wait_for_text("Uw leden zijn voor.").await;
        gerda.looks_right("mandate/outcome").await;
        an.reload().await;
        an.wait_for_text("Uw leden zijn voor.").await;
        an.looks_right("mandate/ballot-outcome").await;
        gerda.press("Neem de uitslag over").await;
        gerda.wait_for_heading("Het besluit van uw leden").await;
        let votes = gerda.value("Hoeveel leden waren er en hoe stemden zij?").await;
        assert_eq!(votes, "2 van de 3 leden; 2 voor, 0 tegen, 0 blanco");

        gerda.visit(&format!("{bid}/submission")).await;
        for declared in [
            "Wij hebben alles naar waarheid ingevuld.",
            "Ik mag namens de coöperatie tekenen.",
            "Krijgen wij de opdracht?",
        ] {
            gerda.check(declared).await;
        }
        gerda.fill("Teken met uw naam", "Gerda Nijland").await;
        gerda.press("Onderteken en dien in").await;
        gerda.wait_for_heading("Gelukt. Uw inschrijving is binnen.").await;
        let mut reader = world.person(GERDA);
        let receipt = reader.get(&format!("{bid}/receipt")).is(200);
        let file = reader.get(&receipt.link("Download wat u indiende")).is(200).body;
        let counts = "\"secrecy\":\"secret\",\"members\":3,\"in_favour\":2,\"against\":0,\"blank\":0,\
             \"quorum\":0,\"quorum_reached\":true,\"opened_on\":\"2026-11-23\",\
             \"closed_on\":\"2026-11-23\",\"closed_early\":true}";
        assert!(file.contains(counts), "{file}");
        assert!(MEMBERS.iter().all(|member| !file.contains(member)), "{file}");
    });
}
