//! The pictures of the README, taken from the example. `scripts/pictures` runs this and puts them in
//! their place.

use super::from_the_example;
use crate::databases::Kind;
use crate::world::{World, id_of};

/// What the assessor reads.
const ANSWER: &str = "Inschrijving A, Wachttijd: 8";

#[test]
fn the_readme_shows_the_real_thing() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let writer = world.browser_of("hanneke@dijkgenoten.example").await;
        writer.visit(&format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))).await;
        writer.picture_of_the_window("readme/task-list").await;

        // All grades of the example are locked; one sheet is opened again to show somebody at work.
        let lead = world.browser_of("ingrid@waldervoort.example").await;
        lead.visit(&format!("/manage/rounds/{}/progress", id_of("round", "table"))).await;
        lead.within("4. Heel Waldervoort").within("Fatima el Amrani").follow("Zet weer open").await;
        lead.fill("Waarom zet u de cijfers weer open?", "Een bijlage was niet gelezen.").await;
        lead.press("Zet open").await;
        let assessor = world.browser_of("fatima@waldervoort.example").await;
        assessor.visit("/review").await;
        assessor.follow("4. Heel Waldervoort").await;
        assessor.follow(ANSWER).await;
        assessor.picture_of_the_window("readme/assessor").await;

        let chair = world.browser_of("marijke@waldervoort.example").await;
        chair.visit("/tables").await;
        chair.follow("1. Elsbroek").await;
        chair.wait_for_text("Live").await;
        chair.picture_of_the_window("readme/table").await;

        let visitor = world.stranger().await;
        visitor.visit(&format!("/rounds/{}/result", id_of("round", "decided"))).await;
        assert_eq!(visitor.status().await, 200);
        visitor.picture_of_the_window("readme/result").await;
    });
}
