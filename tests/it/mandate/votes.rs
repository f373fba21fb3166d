use super::{HANNEKE, bid, vote};
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::{Person, World};

/// What the page says about the vote, as terms and texts.
fn facts(person: &mut Person, page: &str) -> String {
    sound(person.get(page).is(200)).text_of(".app-facts")
}

#[test]
fn members_vote_once_and_the_outcome_shows_after_the_closing() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        let id = hanneke.sets_up(&bid, &vote(&[("quorum_kind", "share"), ("quorum", "60")]));
        let links = ["an", "bo", "co"].map(|who| world.link_of(&format!("{who}@leden.example")));
        let mut an = world.visitor();
        let first = sound(an.get(&links[0]).is(200));
        assert!(first.main_text().contains("Niemand ziet wat u stemt."), "{first:?}");
        assert!(first.main_text().contains("geheimhouding zwak"), "{first:?}");
        assert!(!first.main_text().contains("Uitslag"), "{first:?}");
        // Without a choice one stays at the first step.
        let none = sound(an.post(&links[0], &[]).is(422));
        assert_eq!(none.texts_of(".app-error-summary a"), ["Maak een keuze."]);
        let check = sound(an.post(&links[0], &[("choice", "for")]).is(200));
        assert!(check.main_text().contains("Stap 2 van 2"), "{check:?}");
        assert!(check.main_text().contains("U stemt: Voor"), "{check:?}");
        let after = an.casts(&links[0], "for");
        assert!(after.main_text().contains("Bedankt, uw stem is geteld."), "{after:?}");
        assert_eq!(after.names("choice"), Vec::<String>::new());
        // A used link votes no more, at neither step.
        let ballot = format!("{}/ballot", links[0]);
        let again = an.post(&ballot, &[("choice", "against")]).is(409);
        assert!(again.main_text().contains("U heeft al gestemd."), "{again:?}");
        an.post(&links[0], &[("choice", "against")]).is(409);
        assert!(facts(&mut hanneke, &page).contains("Opkomst 1 van de 3 leden"));
        assert!(!hanneke.get(&page).is(200).main_text().contains("Uitslag"));
        world.visitor().casts(&links[1], "blank");
        // The outcome waits for the end: one second later the last member is too late.
        world.set_clock("2026-12-01T12:00:01+01:00");
        let mut hanneke = world.person(HANNEKE);
        let late = world.visitor().get(&links[2]).is(200);
        assert!(late.main_text().contains("De stemming is gesloten."), "{late:?}");
        let mut co = world.visitor();
        co.get(&links[2]);
        co.post(&format!("{}/ballot", links[2]), &[("choice", "for")]).is(409);
        let outcome = sound(hanneke.get(&page).is(200))
            .text_of("section[aria-labelledby=outcome] .app-facts");
        assert_eq!(
            outcome,
            "De vraag Doen wij mee? Uitslag Uw leden zijn voor. Voor 1 stem Tegen 0 stemmen \
             Blanco 1 stem Opkomst 2 van de 3 leden Hoeveel leden moeten stemmen Gehaald: er \
             waren 2 stemmen nodig Soort stemming Geheim Gesloten op dinsdag 1 december 2026 Let op \
             Er zijn minder dan 5 stemmen. Dan is de geheimhouding zwak: anderen kunnen soms \
             raden wie wat stemde."
        );
        assert!(late.main_text().contains("Uw leden zijn voor."), "{late:?}");
        let words = [
            ("vote", id.as_str()),
            ("minutes", "Er waren zorgen."),
            ("statement", "Wij\ndoen mee."),
        ];
        hanneke.post(&format!("{page}/minutes"), &words).redirects_to(&page);
        let kept = hanneke.get(&page).is(200);
        assert_eq!(kept.value("statement").as_deref(), Some("Wij doen mee."));
        // Taken over, it stands in the section.
        let section = hanneke.post(&format!("{page}/adoption"), &[("vote", &id)]).redirects();
        let section = sound(hanneke.get(&section).is(200));
        let votes = "2 van de 3 leden; 1 voor, 0 tegen, 1 blanco";
        assert_eq!(section.value("members_mandate.votes").as_deref(), Some(votes));
        assert_eq!(section.value("members_mandate.decided_on").as_deref(), Some("2026-12-01"));
    });
}

#[test]
fn an_open_vote_can_change_until_it_closes_and_only_the_cooperative_sees_who() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        let id = hanneke.sets_up(&bid, &vote(&[("secrecy", "open")]));
        let link = world.link_of("an@leden.example");
        let mut an = world.visitor();
        let first = an.casts(&link, "against");
        assert!(first.main_text().contains("U stemde: Tegen."), "{first:?}");
        let second = an.casts(&link, "for");
        assert!(second.main_text().contains("U stemde: Voor."), "{second:?}");
        assert!(facts(&mut hanneke, &page).contains("Opkomst 1 van de 3 leden"));
        assert!(!hanneke.get(&page).is(200).body.contains("an@leden.example"));
        // Closing early must be meant.
        let unsure = sound(hanneke.post(&format!("{page}/closure"), &[("vote", &id)]).is(422));
        assert_eq!(
            unsure.texts_of(".app-error-summary a"),
            ["Zet een vinkje als u de stemming nu wilt sluiten."]
        );
        hanneke
            .post(&format!("{page}/closure"), &[("vote", &id), ("sure", "yes")])
            .redirects_to(&page);
        let closed = sound(hanneke.get(&page).is(200)).main_text();
        assert!(closed.contains("an@leden.example Voor"), "{closed}");
        assert!(closed.contains("bo@leden.example Stemde niet"), "{closed}");
        assert!(closed.contains("maandag 23 november 2026, eerder dan aangekondigd"), "{closed}");
        an.get(&link).is(200);
        an.post(&format!("{link}/ballot"), &[("choice", "blank")]).is(409);
    });
}

#[test]
fn who_did_not_vote_is_reminded_once_a_day_and_both_links_work() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        let id = hanneke.sets_up(&bid, &vote(&[]));
        let (an, bo) = (world.link_of("an@leden.example"), world.link_of("bo@leden.example"));
        world.visitor().casts(&an, "for");
        let reminder = format!("{page}/reminder");
        hanneke.get(&page).is(200);
        hanneke.post(&reminder, &[("vote", &id)]).redirects_to(&page);
        let subject = "Herinnering: stem mee bij Coöperatie De Dijkgenoten";
        let told = |world: &World| -> Vec<String> {
            let mails = world.mails();
            mails.into_iter().filter(|m| m.subject == subject).map(|m| m.to).collect()
        };
        let mut reminded = told(&world);
        reminded.sort();
        assert_eq!(reminded, ["bo@leden.example", "co@leden.example"]);
        let newer = world.link_of("bo@leden.example");
        assert_ne!(newer, bo);
        world.visitor().casts(&newer, "against");
        let old = world.visitor().get(&bo).is(200);
        assert!(old.main_text().contains("Bedankt, uw stem is geteld."), "{old:?}");
        let again = hanneke.post(&reminder, &[("vote", &id)]).is(409);
        assert!(again.main_text().contains("Wacht 24 uur."), "{again:?}");
    });
}

#[test]
fn a_vote_that_is_stopped_says_why_and_makes_room_for_another() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = format!("{bid}/vote");
        let later = vote(&[("opens_date", "2026-11-25"), ("opens_time", "09:00")]);
        let id = hanneke.sets_up(&bid, &later);
        let to_an = |world: &World| world.mails().iter().any(|m| m.to == "an@leden.example");
        assert!(!to_an(&world), "the mail goes when the vote opens");
        let empty = sound(hanneke.post(&format!("{page}/stop"), &[("vote", &id)]).is(422));
        assert_eq!(
            empty.texts_of(".app-error-summary a"),
            ["Schrijf waarom u stopt, in ten hoogste 500 tekens."]
        );
        let reason = [("vote", id.as_str()), ("reason", "De lijst klopt niet.")];
        hanneke.post(&format!("{page}/stop"), &reason).redirects_to(&page);
        world.set_clock("2026-11-25T10:00:00+01:00");
        assert!(!to_an(&world), "nobody is asked for a vote that was stopped");
        let mut hanneke = world.person(HANNEKE);
        hanneke.get(&page).is(200);
        hanneke.post(&page, &vote(&[])).redirects_to(&page);
        let link = world.link_of("an@leden.example");
        let second = sound(hanneke.get(&page).is(200));
        assert!(second.main_text().contains("Reden: De lijst klopt niet."), "{second:?}");
        let id = second.attribute("input[name=vote]", "value");
        hanneke
            .post(&format!("{page}/stop"), &[("vote", &id), ("reason", "Toch niet.")])
            .redirects();
        let told = world.visitor().get(&link).is(200);
        assert!(told.main_text().contains("De reden: Toch niet."), "{told:?}");
        let page = hanneke.get(&format!("{bid}/journal")).is(200).main_text();
        assert!(page.contains("stopte de stemming onder de leden"), "{page}");
    });
}

#[test]
fn after_the_opening_the_municipality_reads_the_counts_and_no_names() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = crate::world::id_of("bid", "table-1-nabuur");
        let round = crate::world::id_of("round", "table");
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let page = ingrid.get(&format!("/manage/rounds/{round}/admissibility/{bid}")).is(200);
        let text = sound(page).text_of("section[aria-labelledby=mandate]");
        assert!(text.contains("Voor 38 stemmen Tegen 3 stemmen Blanco 5 stemmen"), "{text}");
        assert!(text.contains("Opkomst 46 van de 84 leden"), "{text}");
        assert!(text.contains("Gehaald: er waren 9 stemmen nodig"), "{text}");
        let mut jan = world.person("jan@denabuur.example");
        let receipt = jan.get(&format!("/bids/{bid}/receipt")).is(200);
        let file = jan.get(&receipt.link("Download wat u indiende")).is(200).body;
        assert!(file.contains("\"mandate\":{") && !file.contains("leden.denabuur"), "{file}");
    });
}
