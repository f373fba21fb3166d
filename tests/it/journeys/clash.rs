use super::on_both_from_the_example;
use crate::world::{World, id_of};

const WEEK: &str = "Hoe ziet een gewone week eruit?";
const OF_HANNEKE: &str = "Op maandag komt de vaste hulp. Op donderdag eten wij samen.";
const OF_YVONNE: &str = "Elke ochtend belt iemand van het belrondje. De hulp komt op dinsdag.";
const OF_BOTH: &str = "Elke ochtend belt iemand. Op maandag komt de vaste hulp.";
const IN_A_HURRY: &str = "De hulp maakt schoon. De buurvrouw doet de boodschappen.";

fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

fn section() -> String {
    format!("{}/sections/way_of_working", bid())
}

#[test]
fn two_writers_clash_and_nothing_is_lost() {
    on_both_from_the_example(async |world: &World| {
        let hanneke = world.browser_of("hanneke@dijkgenoten.example").await;
        let yvonne = world.browser_of("yvonne@dijkgenoten.example").await;
        hanneke.visit(&section()).await;
        yvonne.visit(&section()).await;
        hanneke.write(WEEK, OF_HANNEKE).await;

        // Her page still shows what was there before.
        yvonne.fill(WEEK, OF_YVONNE).await;
        yvonne.wait_for_text("Iemand anders heeft deze tekst ook veranderd.").await;
        assert_eq!(yvonne.value(WEEK).await, OF_YVONNE);
        yvonne.looks_right("clash/told").await;
        yvonne.follow("Bekijk het verschil").await;
        yvonne.wait_for_heading("Kies welke tekst u houdt").await;
        for text in [OF_HANNEKE, OF_YVONNE] {
            yvonne.wait_for_text(text).await;
        }
        yvonne.looks_right("clash/both").await;
        yvonne.fill("Samen één tekst", OF_BOTH).await;
        yvonne.press("Bewaar deze tekst").await;
        yvonne.wait_for_heading("Zo werkt u").await;
        assert_eq!(yvonne.value(WEEK).await, OF_BOTH);

        // Now hers is the older page. She takes the text of the other.
        hanneke.fill(WEEK, "Nog een idee van Hanneke.").await;
        hanneke.wait_for_text("Iemand anders heeft deze tekst ook veranderd.").await;
        hanneke.follow("Bekijk het verschil").await;
        hanneke.press("Houd de tekst van Yvonne Claessen").await;
        hanneke.wait_for_heading("Zo werkt u").await;
        assert_eq!(hanneke.value(WEEK).await, OF_BOTH);

        hanneke.visit(&format!("{}/fields/way_of_working.week/versions", bid())).await;
        for text in [OF_HANNEKE, OF_YVONNE, OF_BOTH, "Nog een idee van Hanneke."] {
            hanneke.wait_for_text(text).await;
        }
        hanneke.looks_right("clash/versions").await;
    });
}

#[test]
fn the_line_drops_for_ten_minutes() {
    on_both_from_the_example(async |world: &World| {
        let hanneke = world.browser_of("hanneke@dijkgenoten.example").await;
        let yvonne = world.browser_of("yvonne@dijkgenoten.example").await;
        yvonne.visit(&section()).await;
        yvonne.write(WEEK, OF_YVONNE).await;
        hanneke.visit(&section()).await;

        // She writes on in the train; at home somebody else works at the same text.
        yvonne.loses_the_line();
        yvonne.fill(WEEK, &format!("{OF_YVONNE}\n\nOp vrijdag zingen wij.")).await;
        yvonne.wait_for_text("Uw tekst staat nog op dit scherm.").await;
        yvonne.fill("Wie doet wat?", IN_A_HURRY).await;
        yvonne.looks_right("clash/no-line").await;
        hanneke.write(WEEK, &format!("{OF_HANNEKE}\n\n{OF_YVONNE}")).await;

        yvonne.has_a_line_again();
        yvonne.wait_for_text("Iemand anders heeft deze tekst ook veranderd.").await;
        let there = async || {
            hanneke.visit(&section()).await;
            hanneke.value("Wie doet wat?").await == IN_A_HURRY
        };
        assert!(hanneke.comes_true(there).await, "what nobody else wrote is saved by itself");

        // Each changed another paragraph, so nothing is left to think about.
        yvonne.follow("Bekijk het verschil").await;
        yvonne.wait_for_text("Kies per stuk").await;
        yvonne.looks_right("clash/parts").await;
        yvonne.press("Bewaar de gekozen stukken").await;
        yvonne.wait_for_heading("Zo werkt u").await;
        let whole = format!("{OF_HANNEKE}\n\n{OF_YVONNE}\n\nOp vrijdag zingen wij.");
        assert_eq!(yvonne.value(WEEK).await, whole);
    });
}

#[test]
fn a_page_that_is_opened_again_without_a_line_loses_nothing() {
    on_both_from_the_example(async |world: &World| {
        let hanneke = world.browser_of("hanneke@dijkgenoten.example").await;
        let yvonne = world.browser_of("yvonne@dijkgenoten.example").await;
        hanneke.visit(&section()).await;
        yvonne.visit(&section()).await;
        // Who was first sees the second arrive, without opening the page again.
        let look = "document.dispatchEvent(new Event('visibilitychange'))";
        hanneke.script(look, vec![]).await;
        hanneke.wait_for_text("Yvonne Claessen is hier nu ook.").await;

        yvonne.loses_the_line();
        yvonne.fill("Wie doet wat?", IN_A_HURRY).await;
        yvonne.wait_for_text("Wij bewaren de tekst zolang dit tabblad open is").await;
        // Her telephone opens the page again, and shows that there is no line.
        yvonne.tries_to_reload().await;
        yvonne.has_a_line_again();
        yvonne.visit(&section()).await;
        assert_eq!(yvonne.value("Wie doet wat?").await, IN_A_HURRY);
        let there = async || {
            hanneke.visit(&section()).await;
            hanneke.value("Wie doet wat?").await == IN_A_HURRY
        };
        assert!(hanneke.comes_true(there).await, "the text came back and is not saved");
    });
}

#[test]
fn a_writer_who_leaves_at_once_keeps_what_was_typed() {
    on_both_from_the_example(async |world: &World| {
        let yvonne = world.browser_of("yvonne@dijkgenoten.example").await;
        yvonne.visit(&section()).await;
        yvonne.fill("Wie doet wat?", IN_A_HURRY).await;
        yvonne.visit(&bid()).await;
        let hanneke = world.browser_of("hanneke@dijkgenoten.example").await;
        let there = async || {
            hanneke.visit(&section()).await;
            hanneke.value("Wie doet wat?").await == IN_A_HURRY
        };
        assert!(hanneke.comes_true(there).await, "the text is lost");
    });
}
