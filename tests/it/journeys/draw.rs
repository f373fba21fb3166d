//! Two bids end equal: the chair invites, a bidder reads it on a phone, and the lots are drawn.

use super::from_the_example;
use crate::databases::Kind;
use crate::tables::draw::{own, tied};
use crate::world::{PASSWORD, World};

#[test]
fn a_draw_is_invited_and_held() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let table = tied(world).0;
        let marijke = world.browser_of("marijke@waldervoort.example").await;
        marijke.visit(&format!("{table}/ranking")).await;
        marijke.wait_for_text("Alleen een loting kan hier beslissen.").await;
        marijke.looks_right("draw/due").await;
        marijke.visit(&format!("{table}/draw")).await;
        marijke.fill("Dag", "2026-11-25").await;
        marijke.fill("Tijd", "10:00").await;
        marijke.fill("Waar?", "Dorpshuis Elsbroek, zaal 2").await;
        marijke.fill("Getuigen", "Joke Prins, notaris").await;
        marijke.press("Nodig de inschrijvers uit").await;
        marijke.wait_for_text("De loting is gepland op").await;
        world.mails();
        marijke.visit(&format!("{table}/draw")).await;
        marijke.looks_right("draw/planned").await;

        let jan = world.browser_of("jan@denabuur.example").await;
        jan.visit(&own("nabuur").replace("/draw", "")).await;
        jan.wait_for_text("Er is een loting op woensdag 25 november 2026").await;
        jan.visit(&own("nabuur")).await;
        jan.looks_right("draw/own").await;
        jan.press("Ik heb dit gelezen").await;
        jan.wait_for_text("las deze uitnodiging op").await;

        world.set_clock("2026-11-25T10:02:00+01:00");
        let marijke = world.browser_of("marijke@waldervoort.example").await;
        marijke.visit(&format!("{table}/draw")).await;
        marijke.check("Zorgcoöperatie De Nabuur (Inschrijving A)").await;
        marijke.fill("Getuigen die erbij waren", "Joke Prins, notaris").await;
        marijke.fill("Uw wachtwoord", PASSWORD).await;
        marijke.looks_right("draw/holding").await;
        marijke.press("Trek de loten").await;
        marijke.wait_for_text("Zo kan iedereen de loting nadoen").await;
        marijke.looks_right("draw/held").await;
        let jan = world.browser_of("jan@denabuur.example").await;
        jan.visit(&own("nabuur")).await;
        jan.wait_for_text("Wat er getrokken is").await;
        jan.looks_right("draw/own-held").await;
    });
}
