use super::{Journey, answers_of};
use crate::journeys::people::small_pdf;
use crate::world::Person;

const JAN: &str = "jan@denabuur.example";
const SPACE: &str = " ";

/// Jan begins; the others of De Nabuur write their sections while he writes his. Answers the bid.
pub async fn de_nabuur_writes_together(journey: &Journey<'_>) -> String {
    let jan = journey.first(JAN).await;
    jan.visit(&journey.lot).await;
    jan.press("Begin uw inschrijving").await;
    jan.wait_for_heading("Uw inschrijving voor hulp bij het huishouden").await;
    jan.wait_for_text("0 van de 12 onderdelen zijn klaar").await;
    let bid = jan.path().await;

    let own = "way_of_working.";
    let (of_jan, of_others): (Vec<_>, Vec<_>) =
        answers_of("nabuur").into_iter().partition(|(field, _)| field.starts_with(own));
    write_all(&mut journey.world.person("truus@denabuur.example"), &bid, &of_others);

    jan.reload().await;
    jan.wait_for_text("11 van de 12 onderdelen zijn klaar").await;
    jan.wait_for_text("Truus Vermeer").await;
    jan.looks_right("main/14-tasks").await;
    jan.follow("Zo werkt u").await;
    let labels = [
        ("week", "Hoe ziet een gewone week eruit?"),
        ("waiting", "Hoe zorgt u ervoor dat inwoners niet lang op hulp wachten?"),
        ("start_days", "Binnen hoeveel werkdagen begint de hulp?"),
        ("roles", "Wie doet wat?"),
    ];
    for (question, label) in labels {
        let wanted = format!("{own}{question}");
        let (_, text) = of_jan.iter().find(|(field, _)| *field == wanted).expect("an answer");
        jan.write(label, text).await;
    }
    jan.choose("Ja, dit onderdeel is klaar").await;
    jan.looks_right("main/15-section").await;
    jan.press("Opslaan en terug naar de takenlijst").await;
    jan.wait_for_text("12 van de 12 onderdelen zijn klaar").await;

    jan.follow("Het besluit van uw leden").await;
    jan.attach("Kies een bestand", &small_pdf("ledenbesluit.pdf")).await;
    jan.press("Voeg bestand toe").await;
    jan.wait_for_text("ledenbesluit.pdf").await;
    jan.looks_right("main/16-files").await;
    bid
}

/// Saves every answer as the script of the page does.
fn write_all(writer: &mut Person, bid: &str, answers: &[(String, String)]) {
    writer.get(bid).is(200);
    for (field, text) in answers {
        let fields = [("field", field.as_str()), ("value", text.as_str()), ("version", "0")];
        writer.post(&format!("{bid}/answers"), &fields).is(204);
    }
}

/// Without a mouse, from the task list to the receipt.
pub async fn it_is_handed_in_by_keyboard(journey: &Journey<'_>, bid: &str) {
    let jan = journey.first(JAN).await;
    jan.visit(bid).await;
    jan.looks_right("main/17-ready").await;
    jan.tab_to("Controleer en dien in").await;
    jan.enter().await;
    jan.wait_for_heading("Controleer uw antwoorden").await;
    jan.wait_for_text("ledenbesluit.pdf").await;
    jan.looks_right("main/18-check").await;
    jan.tab_to("Ga door naar indienen").await;
    jan.enter().await;
    jan.wait_for_heading("Dien uw inschrijving in").await;
    jan.looks_right("main/19-submission").await;

    jan.tab_to("Onderteken en dien in").await;
    jan.enter().await;
    jan.wait_for_text("Zet een vinkje als alles naar waarheid is ingevuld.").await;
    jan.looks_right("main/20-unsigned").await;
    for declared in [
        "Wij hebben alles naar waarheid ingevuld.",
        "Ik mag namens de coöperatie tekenen.",
        "Krijgen wij de opdracht?",
    ] {
        jan.tab_to(declared).await;
        jan.type_keys(SPACE).await;
    }
    jan.tab_to("Teken met uw naam").await;
    jan.type_keys("Jan de Wit").await;
    jan.tab_to("Onderteken en dien in").await;
    jan.enter().await;
    jan.wait_for_heading("Gelukt. Uw inschrijving is binnen.").await;
    jan.looks_right("main/21-receipt").await;

    let receipt = jan.text().await;
    let mails = journey.world.mails();
    let mail = mails.iter().find(|m| m.to == JAN && m.subject.starts_with("Ontvangen:"));
    let number = mail.expect("a receipt by mail").subject.rsplit(' ').next().expect("a number");
    assert!(receipt.contains(number), "{number} in {receipt}");
    jan.visit("/bids").await;
    jan.looks_right("main/22-bids").await;
}

/// The other bidder, who does the same by plain forms.
pub fn zorgkring_hands_in_too(journey: &Journey) {
    let people = ["klaas@zorgkringnoord.example", "nel@zorgkringnoord.example"];
    hands_in(journey, "zorgkring", people, "Nel Boersma");
}

/// A writer begins and writes what the cooperative has in the example; somebody signs with a name.
pub fn hands_in(journey: &Journey, cooperative: &str, [writer, signatory]: [&str; 2], name: &str) {
    let mut writer = journey.world.person(writer);
    writer.get(&format!("{}/bids", journey.lot)).is(200);
    let bid = writer.post(&format!("{}/bids", journey.lot), &[("chosen", "yes")]).redirects();
    let answers: Vec<_> = answers_of(cooperative).into_iter().collect();
    write_all(&mut writer, &bid, &answers);
    let mut signatory = journey.world.person(signatory);
    let place = format!("{bid}/submission");
    let mut form = signatory.get(&place).is(200).form(&place).with("name", name);
    for declaration in ["truth", "mandate", "promise"] {
        form = form.with(declaration, "yes");
    }
    signatory.sends(&form).redirects_to(&format!("{bid}/receipt"));
}
