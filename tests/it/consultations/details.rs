//! Name, theme, region and entry, changed by who may set a table up.

use super::{HANNEKE, INGRID, JAN, MIEKE, RIA, ROB, at, subjects, table};
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::{World, id_of};

#[test]
fn the_details_change_and_everybody_at_the_table_hears_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let details = format!("{}/details", table());
        let mut ingrid = at(&world, INGRID);
        let desk = ingrid.get(&format!("{}/desk", table())).is(200);
        assert_eq!(desk.link("De gegevens van de tafel"), details);
        let form = sound(ingrid.get(&details).is(200)).form(&details);
        assert_eq!(form.value("title"), "Overlegtafel hulp dichtbij");
        assert_eq!(form.value("region"), id_of("organisation", "rietmeer"));
        let duinrade = id_of("organisation", "duinrade");
        let new =
            form.clone().with("theme", "Vervoer").with("entry", "yearly").and("region", &duinrade);
        ingrid.sends(&new).redirects_to(&format!("{}/desk", table()));

        let said = "Ingrid Smeets veranderde op maandag 23 november 2026: waarover het gaat, gemeenten, instapmoment.";
        for email in [INGRID, ROB, RIA, HANNEKE, MIEKE] {
            let text =
                sound(at(&world, email).get(&format!("{}/desk", table())).is(200)).main_text();
            assert!(text.contains(said), "{email}: {text}");
        }
        for email in [ROB, RIA, MIEKE] {
            assert_eq!(subjects(&world, email), ["De gegevens van de tafel zijn veranderd"]);
        }
        let mails = world.mails();
        assert!(mails.iter().all(|mail| !mail.body.contains("Vervoer")), "nothing of it in a mail");
        let public = world.visitor().get(&table()).is(200).main_text();
        for shown in ["Vervoer", "Waldervoort, Rietmeer, Duinrade", "Elk jaar op 1 januari"] {
            assert!(public.contains(shown), "{shown} in {public}");
        }
        assert!(
            !public.contains("veranderde op"),
            "who sits there is told, not everybody: {public}"
        );
        assert!(world.house.verify_journal().is_ok());

        // From a page of before, the same form again, and with nothing new.
        ingrid.sends(&new).is(409);
        let same = ingrid.get(&details).is(200).form(&details);
        let page = ingrid.sends(&same).is(422);
        assert!(page.main_text().contains("Er is niets veranderd"), "{page:?}");
    });
}

#[test]
fn two_people_change_the_details_and_one_is_told() {
    on_both(|kind| {
        let world = World::demo(kind);
        let details = format!("{}/details", table());
        let (mut one, mut two) = (at(&world, INGRID), at(&world, INGRID));
        let form = one.get(&details).is(200).form(&details);
        let other = two.get(&details).is(200).form(&details);
        one.sends(&form.with("title", "Tafel voor morgen")).redirects();
        let page = two.sends(&other.with("title", "Tafel <b>voor</b> later")).is(409);
        assert!(page.main_text().contains("Iemand anders was u voor."), "{page:?}");
        assert!(page.main_text().contains("Tafel voor morgen"), "{page:?}");
        let both = page.form(&details);
        assert_eq!(both.value("title"), "Tafel <b>voor</b> later");
        // Who saves again has seen what they replace.
        two.sends(&both).redirects();
        let shown = two.get(&table()).is(200).text_of("h1");
        assert!(shown.contains("Tafel <b>voor</b> later"), "{shown}");
    });
}

#[test]
fn only_who_may_set_up_a_table_changes_it_and_every_field_is_checked() {
    on_both(|kind| {
        let world = World::demo(kind);
        let details = format!("{}/details", table());
        world.visitor().get(&details).redirects();
        let daan = "daan@waldervoort.example";
        for (email, status) in
            [(JAN, 404), (ROB, 404), (RIA, 404), (HANNEKE, 404), (MIEKE, 403), (daan, 403)]
        {
            let mut person = at(&world, email);
            person.get(&details).is(status);
            person.post(&details, &[("title", "")]).is(status);
        }
        let mut ingrid = at(&world, INGRID);
        let form = ingrid.get(&details).is(200).form(&details);
        let long = "a".repeat(151);
        for (field, value) in [
            ("title", " "),
            ("title", &long),
            ("theme", ""),
            ("about", "\u{202e}"),
            ("entry", "soms"),
            ("region", "x"),
        ] {
            let page = ingrid.sends(&form.clone().with(field, value)).is(422);
            assert_eq!(page.texts_of(".app-error-summary a").len(), 1, "{field}: {page:?}");
        }
        // The one in the chair stays in the region, whatever is ticked.
        let mut alone = form.with("region", &id_of("organisation", "waldervoort"));
        alone = alone.with("theme", "Samen");
        ingrid.sends(&alone).is(422);
        let text = ingrid.get(&table()).is(200).main_text();
        assert!(text.contains("Waldervoort, Rietmeer"), "{text}");
    });
}
