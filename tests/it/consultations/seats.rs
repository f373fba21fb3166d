//! Joining and leaving, and the agreement that says how.

use super::{HANNEKE, INGRID, JAN, KLAAS, MIEKE, RIA, ROB, at, link_to, on, subjects, table};
use crate::databases::on_both;
use crate::world::World;

#[test]
fn everybody_reads_the_public_page_and_only_seats_the_rest() {
    on_both(|kind| {
        let world = World::demo(kind);
        let page = world.visitor().get(&table()).is(200);
        let text = page.main_text();
        for shown in [
            "Overlegtafel hulp dichtbij",
            "Waldervoort, Rietmeer",
            "Wmo-raad Waldervoort (Cliëntenraad)",
            "Coöperatie De Dijkgenoten (Coöperatie)",
            "Eerste vergadering",
        ] {
            assert!(text.contains(shown), "{shown} in {text}");
        }
        for hidden in ["Mieke", "Hoe lang duurt een overeenkomst", "Zes maanden", "Zorgkring"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        let list = world.visitor().get("/consultations").is(200);
        assert_eq!(list.link("Overlegtafel hulp dichtbij"), table());
        let parts = ["desk", "seats", "papers", "meetings", "agreement", "results", "monitoring"];
        for part in parts {
            let path = format!("{}/{part}", table());
            assert!(world.visitor().get(&path).redirects().starts_with("/sign-in"));
            at(&world, JAN).get(&path).is(403);
            for email in [INGRID, ROB, RIA, HANNEKE, MIEKE] {
                at(&world, email).get(&path).is(200);
            }
        }
    });
}

#[test]
fn an_organisation_asks_for_a_seat_and_sits_from_the_entry_moment() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = at(&world, JAN);
        let ask = [("holder", "De Nabuur"), ("kind", "cooperative"), ("why", "Wij willen mee.")];
        jan.post(&format!("{}/seats", table()), &ask).redirects_to(&table());
        let again = jan.post(&format!("{}/seats", table()), &ask).is(409);
        assert!(again.main_text().contains("Deze persoon zit al aan tafel."), "{again:?}");
        assert_eq!(subjects(&world, INGRID), ["Iemand vraagt een stoel aan"]);

        let mut ingrid = at(&world, INGRID);
        let seats = ingrid.get(&format!("{}/seats", table())).is(200);
        let answers: Vec<String> =
            seats.addresses().into_iter().filter(|a| a.ends_with("/answer")).collect();
        assert_eq!(answers.len(), 2, "of Zorgkring and De Nabuur");
        let asked = "Wij helpen in zes dorpen";
        assert!(seats.main_text().contains(asked), "{seats:?}");
        let others = at(&world, RIA).get(&format!("{}/seats", table())).is(200).main_text();
        assert!(!others.contains(asked) && !others.contains("Zorgkring"), "{others}");
        let odd = [("answer", "misschien"), ("reason", "Nee.")];
        ingrid.post(&answers[0], &odd).is(409);
        let bare = ingrid.post(&answers[0], &[("answer", "no"), ("reason", " ")]).is(422);
        assert!(bare.main_text().contains("Vul dit in."));
        ingrid.post(&answers[0], &[("answer", "no"), ("reason", "Wij zitten vol.")]).redirects();
        ingrid.post(&answers[1], &[("answer", "yes")]).redirects();
        ingrid.post(&answers[1], &[("answer", "yes")]).is(409);

        assert_eq!(subjects(&world, JAN), ["U krijgt een stoel"]);
        let text = jan.get(&table()).is(200).main_text();
        assert!(text.contains("U zit aan deze tafel vanaf vrijdag 1 januari 2027."), "{text}");
        jan.get(&format!("{}/desk", table())).is(403);
        world.set_clock("2027-01-01T09:00:00+01:00");
        at(&world, JAN).get(&format!("{}/desk", table())).is(200);
        let text = at(&world, KLAAS).get(&table()).is(200).main_text();
        assert!(text.contains("De reden: Wij zitten vol."), "{text}");
        let others = at(&world, RIA).get(&format!("{}/seats", table())).is(200).main_text();
        assert!(!others.contains("Wij zitten vol."), "{others}");
    });
}

#[test]
fn an_invitation_is_for_one_address_and_one_seat() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = at(&world, INGRID);
        let invitations = format!("{}/invitations", table());
        let own = [("email", HANNEKE), ("holder", "Tweede stoel"), ("kind", "adviser")];
        let twice = ingrid.post(&invitations, &own).is(409);
        assert!(twice.main_text().contains("Een persoon spreekt voor één organisatie."));
        let new = [("email", JAN), ("holder", "Zorgcoöperatie De Nabuur"), ("kind", "provider")];
        ingrid.post(&invitations, &new).redirects();
        let link = link_to(&world, JAN);
        at(&world, RIA).get(&link).is(200);
        at(&world, RIA).post(&link, &[]).is(409);
        let mut jan = at(&world, JAN);
        jan.get(&link).is(200);
        jan.post(&link, &[]).redirects_to(&format!("{}/desk", table()));
        jan.post(&link, &[]).is(410);
        for wrong in ["", "geen adres", "a@b@c"] {
            let fields = [("email", wrong), ("holder", "X"), ("kind", "provider")];
            ingrid.post(&invitations, &fields).is(422);
        }
        let unknown = [("email", "nieuw@een.example"), ("holder", "X"), ("kind", "koning")];
        ingrid.post(&invitations, &unknown).is(422);
        // Others invite to their own seat only.
        jan.post(&invitations, &[("email", "x@een.example"), ("holder", "Y"), ("kind", "buyer")])
            .is(403);
    });
}

#[test]
fn a_seat_that_left_neither_reads_nor_speaks() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE);
        let paper = on("papers", "open");
        hanneke.get(&paper).is(200);
        let departure = format!("{}/departure", on("seats", "hanneke"));
        hanneke.post(&departure, &[("reason", "")]).is(422);
        at(&world, RIA).post(&departure, &[("reason", "Weg ermee.")]).is(403);
        hanneke.post(&departure, &[("reason", "Het is te ver.")]).redirects_to(&table());
        hanneke.get(&paper).is(403);
        hanneke.get(&table()).is(200);
        hanneke.comments(&paper, "1", "Nog iets.").is(403);
        let ask = [("topic", "Nog iets"), ("why", "Daarom.")];
        hanneke.post(&format!("{}/requests", table()), &ask).is(403);
        let text = at(&world, INGRID).get(&format!("{}/seats", table())).is(200).main_text();
        assert!(text.contains("Het is te ver."), "{text}");
        // What it said stays.
        world.set_clock("2027-06-01T09:00:00+02:00");
        let text = at(&world, RIA).get(&paper).is(200).main_text();
        assert!(text.contains("Wij vragen negen maanden."), "{text}");
    });
}

#[test]
fn two_people_change_the_agreement_and_one_is_told() {
    on_both(|kind| {
        let world = World::demo(kind);
        let agreement = format!("{}/agreement", table());
        let mut ingrid = at(&world, INGRID);
        let mut daan = at(&world, "daan@waldervoort.example");
        let form = ingrid.get(&agreement).is(200).form(&agreement);
        let other = daan.get(&agreement).is(200).form(&agreement);
        let first = form.clone().with("text", "Wij praten samen.").with("why", "Korter.");
        ingrid.sends(&first).redirects_to(&agreement);
        let late = other.with("text", "Wij praten <b>vaak</b>.").with("why", "Vaker.");
        let page = daan.sends(&late).is(409);
        assert!(page.main_text().contains("Iemand anders was u voor."), "{page:?}");
        assert_eq!(page.value("text").as_deref(), Some("Wij praten <b>vaak</b>."));
        assert!(page.main_text().contains("Wij praten samen."));
        let page = daan.get(&format!("{agreement}?against=2")).is(200);
        assert!(page.texts_of("ins").join(" ").contains("Wij"), "{page:?}");
        daan.get(&format!("{agreement}?against=nee")).is(200);
        ingrid
            .post(&agreement, &[("text", "Wij praten samen."), ("why", "x"), ("seen", "3")])
            .is(422);
        at(&world, RIA).post(&agreement, &[("text", "Mijn tekst"), ("why", "x")]).is(403);
        let long = "a".repeat(60_001);
        ingrid.post(&agreement, &[("text", &long), ("why", "x"), ("seen", "3")]).is(422);
    });
}

#[test]
fn a_municipality_sets_up_a_table() {
    on_both(|kind| {
        let world = World::demo(kind);
        let new = "/manage/consultations/new";
        let mut rob = at(&world, ROB);
        rob.get(new).is(200);
        let fields = [
            ("title", "Tafel <i>vervoer</i>"),
            ("theme", "Vervoer"),
            ("about", "Wij praten over ritten."),
            ("entry", "yearly"),
        ];
        let place = rob.post(new, &fields).redirects();
        let text = rob.get(place.trim_end_matches("/seats")).is(200).main_text();
        assert!(text.contains("Tafel <i>vervoer</i>"), "shown as typed: {text}");
        rob.post(new, &[("title", ""), ("theme", "x")]).is(422);
        let bad = [("title", "x"), ("theme", "x"), ("about", "x"), ("entry", "soms")];
        rob.post(new, &bad).is(422);
        at(&world, HANNEKE).get(new).is(403);
    });
}
