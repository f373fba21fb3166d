use super::from_the_example;
use crate::consultations::{INGRID, MIEKE, RIA, on, table};
use crate::databases::Kind;
use crate::world::World;

#[test]
fn an_overlegtafel_comments_and_dissents() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let ingrid = world.browser_of(INGRID).await;
        ingrid.visit(&format!("{}/papers", table())).await;
        ingrid.looks_right("consultation/papers").await;
        ingrid.fill("Titel", "Vervoer naar de eettafel").await;
        ingrid.fill("Tekst", "Wie niet kan lopen, wordt gehaald.\n\nEen rit kost niets.").await;
        let closes = ingrid.within("Reageren tot en met");
        closes.fill("Dag", "2026-12-20").await;
        closes.fill("Tijd", "12:00").await;
        ingrid.press("Leg op tafel").await;
        ingrid.wait_for_heading("Vervoer naar de eettafel").await;
        let paper = ingrid.path().await;

        let ria = world.browser_of(RIA).await;
        ria.visit(&paper).await;
        ria.fill("Reactie", "Een rit kost ons wel iets.").await;
        ria.looks_right("consultation/comment").await;
        ria.press("Plaats reactie").await;
        ria.wait_for_text("Een rit kost ons wel iets.").await;
        let mieke = world.browser_of(MIEKE).await;
        mieke.visit(&paper).await;
        mieke.wait_for_text("zien alle stoelen pas als de ronde sluit").await;
        assert!(!mieke.text().await.contains("Een rit kost ons wel iets."));

        // Sessions do not last that long.
        world.set_clock("2026-12-21T10:00:00+01:00");
        let mieke = world.browser_of(MIEKE).await;
        let ria = world.browser_of(RIA).await;
        mieke.visit(&paper).await;
        mieke.wait_for_text("Een rit kost ons wel iets.").await;
        mieke.looks_right("consultation/round-over").await;
        let ingrid = world.browser_of(INGRID).await;
        ingrid.visit(&on("meetings", "next")).await;
        ingrid.choose("Advies").await;
        ingrid.fill("Tekst", "De tafel adviseert om ritten gratis te houden.").await;
        ingrid.looks_right("consultation/meeting").await;
        ingrid.press("Leg vast").await;
        ingrid.wait_for_text("De tafel adviseert om ritten gratis te houden.").await;

        ria.visit(&on("meetings", "next")).await;
        ria.script("document.querySelector('main summary').click()", vec![]).await;
        ria.fill("Wat vindt u?", "Een euro per rit is redelijk.").await;
        ria.check("Zet de naam van onze organisatie erbij").await;
        ria.press("Zet het in het verslag").await;
        ria.wait_for_text("Coöperatie Thuis in Waldervoort denkt er anders over").await;

        ingrid.visit(&on("meetings", "next")).await;
        ingrid.press("Keur het verslag goed").await;
        ingrid.wait_for_text("Goedgekeurd op").await;
        ingrid.looks_right("consultation/minutes").await;
        for (part, name) in [
            ("", "public"),
            ("/desk", "desk"),
            ("/seats", "seats"),
            ("/agreement?against=1", "agreement"),
            ("/meetings", "meetings"),
            ("/results", "results"),
            ("/monitoring", "monitoring"),
            ("/details", "details"),
        ] {
            ingrid.visit(&format!("{}{part}", table())).await;
            ingrid.looks_right(&format!("consultation/{name}")).await;
        }
    });
}
