//! Papers: the same moment for everybody, comments in time, answers after it.

use super::{HANNEKE, INGRID, MIEKE, RIA, ROB, at, on, subjects, table};
use crate::databases::on_both;
use crate::world::World;

#[test]
fn all_seats_read_a_paper_from_the_same_moment() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = at(&world, INGRID);
        let paper = ingrid.lays_a_paper(("2026-12-01 09:00", "2026-12-20 12:00")).redirects();
        ingrid.get(&paper).is(200);
        for email in [ROB, RIA, MIEKE] {
            at(&world, email).get(&paper).is(404);
            let list = at(&world, email).get(&format!("{}/papers", table())).is(200);
            assert!(!list.main_text().contains("Vervoer naar de eettafel"));
        }
        at(&world, RIA).comments(&paper, "", "Te vroeg.").is(404);
        assert_eq!(subjects(&world, RIA), Vec::<String>::new());

        world.set_clock("2026-12-01T09:00:00+01:00");
        assert_eq!(subjects(&world, RIA), ["Er ligt een stuk op tafel"]);
        at(&world, RIA).get(&paper).is(200);
        world.set_clock("2026-12-13T12:00:00+01:00");
        world.mails();
        world.set_clock("2026-12-19T12:00:00+01:00");
        let all = [
            "Er ligt een stuk op tafel",
            "Nog een week om te reageren",
            "Nog een dag om te reageren",
        ];
        assert_eq!(subjects(&world, RIA), all);
        let mails = world.mails();
        assert!(mails.iter().all(|mail| !mail.body.contains("gehaald")), "no text in a mail");
    });
}

#[test]
fn comments_wait_for_the_end_and_get_an_answer() {
    on_both(|kind| {
        let world = World::demo(kind);
        let paper = at(&world, INGRID).lays_a_paper(("", "2026-12-20 12:00")).redirects();
        let mut ria = at(&world, RIA);
        ria.get(&paper).is(200);
        ria.comments(&paper, "2", "Een rit <script>kost</script> tijd.").redirects();
        ria.comments(&paper, "", "Te intrekken.").redirects();
        for (paragraph, text) in
            [("3", "x"), ("0", "x"), ("twee", "x"), ("1", " "), ("1", "\u{0}\u{202e}")]
        {
            ria.comments(&paper, paragraph, text).is(422);
        }
        ria.comments(&paper, "1", &"a".repeat(4_001)).is(422);
        let page = ria.get(&paper).is(200);
        let mine: Vec<String> =
            page.addresses().into_iter().filter(|a| a.ends_with("/withdrawal")).collect();
        assert_eq!(mine.len(), 2);
        let mut hanneke = at(&world, HANNEKE);
        hanneke.get(&paper).is(200);
        hanneke.post(&mine[1], &[]).is(409);
        ria.post(&mine[1], &[]).redirects_to(&paper);
        for email in [INGRID, ROB, HANNEKE] {
            let text = at(&world, email).get(&paper).is(200).main_text();
            assert!(!text.contains("tijd"), "{email} reads along: {text}");
            assert!(text.contains("zien alle stoelen pas als de ronde sluit"), "{text}");
        }

        world.set_clock("2026-12-20T12:00:01+01:00");
        let mut ria = at(&world, RIA);
        let late = ria.comments(&paper, "1", "Nog iets.").is(409);
        assert!(late.main_text().contains("De reactieronde is gesloten."), "{late:?}");
        ria.post(&mine[0], &[]).is(409);
        for email in [INGRID, ROB, HANNEKE, MIEKE] {
            let text = at(&world, email).get(&paper).is(200).main_text();
            assert!(text.contains("Een rit <script>kost</script> tijd."), "{text}");
            assert!(!text.contains("Te intrekken."));
        }
        let mut ingrid = at(&world, INGRID);
        let page = ingrid.get(&paper).is(200);
        let answer = page.addresses().into_iter().find(|a| a.ends_with("/answer")).expect("a form");
        let form = page.form(&answer);
        ingrid.sends(&form.clone().with("answer", "Dat klopt.")).is(422);
        let filled = form.with("outcome", "partly").with("answer", "Dat klopt.");
        ingrid.sends(&filled).redirects();
        let again = ingrid.sends(&filled.with("answer", "Iets anders.")).is(409);
        assert!(again.main_text().contains("Iemand anders was u voor."), "{again:?}");
        let text = at(&world, RIA).get(&paper).is(200).main_text();
        assert!(text.contains("Deels overgenomen"), "{text}");
        assert!(text.contains("Dat klopt."), "{text}");
        at(&world, RIA).post(&answer, &[("outcome", "noted"), ("answer", "x")]).is(403);
    });
}

#[test]
fn a_paper_that_cannot_be_is_refused() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = at(&world, INGRID);
        for (moments, status) in [
            (("2026-12-20 12:00", "2026-12-01 12:00"), 422),
            (("", "2026-11-01 12:00"), 422),
            (("2026-13-40 12:00", "2026-12-20 12:00"), 422),
            (("", "2027-03-28 02:30"), 422),
            (("", ""), 422),
        ] {
            ingrid.lays_a_paper(moments).is(status);
        }
        at(&world, RIA).lays_a_paper(("", "2026-12-20 12:00")).is(403);
        let large = "a".repeat(10 * 1024 * 1024);
        let papers = format!("{}/papers", table());
        if let Some(page) = ingrid.try_post(&papers, &[("title", "x"), ("body", &large)]) {
            page.is(413);
        }
        ingrid.get(&papers).is(200);
        // Of another kind, and of nowhere.
        ingrid.get(&on("papers", "held")).is(404);
        ingrid.get(&on("papers", "none")).is(404);
        ingrid.get(&format!("{}/papers/x", table())).is(404);
    });
}
