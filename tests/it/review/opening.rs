use super::{CLOSED, manage, opened};
use crate::databases::on_both;
use crate::world::{PASSWORD, Person, World, id_of};

fn holder(world: &World, key: &str) -> Person {
    let mut holder = world.person(&format!("{key}@rietmeer.example"));
    holder.get(&manage("open", "opening")).is(200);
    holder
}

fn turn(holder: &mut Person) -> u16 {
    holder.post(&manage("open", "opening"), &[("password", PASSWORD)]).status
}

fn shown(holder: &mut Person) -> String {
    holder.get(&manage("open", "opening")).is(200).main_text()
}

#[test]
fn two_key_holders_open_after_the_closing_second() {
    on_both(|kind| {
        let world = World::demo(kind);
        // The clock goes on while a test runs, so not the last second itself: `rounds` has that.
        world.set_clock("2026-12-17T11:50:00+01:00");
        let mut wouter = holder(&world, "wouter");
        assert!(shown(&mut wouter).contains("Inschrijven kan nog."));
        let early = wouter.post(&manage("open", "opening"), &[("password", PASSWORD)]).is(409);
        let sentence = "Inschrijven kan nog. U kunt pas openen als de tijd voorbij is.";
        assert!(early.main_text().contains(sentence), "{early:?}");

        world.set_clock(CLOSED);
        assert_eq!(turn(&mut wouter), 303);
        assert!(shown(&mut wouter).contains("U draaide de eerste sleutel. Nog 10 minuten, tot"));
        // Looking changes nothing, and one person has one key.
        assert_eq!(turn(&mut wouter), 409);
        let mut marianne = holder(&world, "marianne");
        assert!(shown(&mut marianne).contains("Wouter Slot draaide de eerste sleutel."));
        assert_eq!(turn(&mut marianne), 303);

        let record = marianne.get(&manage("open", "opening")).is(200);
        assert_eq!(record.text_of("h1"), "De opening");
        let text = record.main_text();
        assert!(text.contains("1 inschrijving ontvangen"), "{text}");
        assert!(text.contains("Weer ingetrokken op"), "{text}");
        assert_eq!(record.texts_of(".app-facts dt"), ["Wouter Slot", "Marianne de Groot"]);
        assert_eq!(turn(&mut marianne), 409, "what is open stays open");
    });
}

#[test]
fn the_second_key_comes_within_ten_minutes() {
    on_both(|kind| {
        let world = World::demo(kind);
        world.set_clock("2026-12-17T12:30:00+01:00");
        let (mut wouter, mut marianne) = (holder(&world, "wouter"), holder(&world, "marianne"));
        assert_eq!(turn(&mut wouter), 303);
        world.set_clock("2026-12-17T12:41:00+01:00");
        let lapsed = "De sleutel van Wouter Slot gold tot 12.40 uur.";
        assert!(shown(&mut marianne).contains(lapsed), "{}", shown(&mut marianne));
        assert_eq!(turn(&mut marianne), 303);
        assert!(shown(&mut marianne).contains("U draaide de eerste sleutel."));
        // Marianne's key is the first now, and its ten minutes are not over.
        world.set_clock("2026-12-17T12:50:30+01:00");
        assert_eq!(turn(&mut wouter), 303);
        assert!(shown(&mut wouter).contains("Geopend op"));
    });
}

#[test]
fn bidders_and_assessors_hear_of_the_opening() {
    on_both(|kind| {
        let world = World::demo(kind);
        super::assign(&mut world.person("rob@rietmeer.example"), &[("aicha", 2), ("joost", 1)]);
        drop(world.mails());
        let before = world.house.mails().len();
        world.set_clock(CLOSED);
        for key in ["wouter", "marianne"] {
            assert_eq!(turn(&mut holder(&world, key)), 303);
        }
        let mails = world.mails();
        let mut sent: Vec<(&str, &str)> =
            mails[before..].iter().map(|m| (m.to.as_str(), m.subject.as_str())).collect();
        // Another round of the example is still open, and reminds its writers.
        let elsewhere = ["Uw inschrijving: nog", "Een klacht over"];
        sent.retain(|(_, subject)| !elsewhere.iter().any(|start| subject.starts_with(start)));
        sent.sort();
        // Joost assesses a lot without a bid: there is nothing to read for him. A bid that was
        // taken back, or never handed in, gets no mail.
        let wanted = [
            ("aicha@rietmeer.example", "U kunt beoordelen: Samen zorgen in Rietmeer"),
            ("gerda@kolkhuis.example", "De inschrijvingen voor Samen zorgen in Rietmeer zijn open"),
        ];
        assert_eq!(sent, wanted);
    });
}

#[test]
fn the_journal_of_the_round_holds_both_keys() {
    on_both(|kind| {
        let world = opened(kind);
        let page = world.person("rob@rietmeer.example").get(&manage("open", "journal")).is(200);
        let text = page.main_text();
        assert!(text.contains("Wouter Slot gebruikte de sleutel"), "{text}");
        assert!(text.contains("Marianne de Groot opende de inschrijvingen"), "{text}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_key_turns_only_with_the_password_of_its_holder() {
    on_both(|kind| {
        let world = World::demo(kind);
        world.set_clock(CLOSED);
        let mut wouter = holder(&world, "wouter");
        for typed in ["", "samen-zorgen-2026"] {
            let page = wouter.post(&manage("open", "opening"), &[("password", typed)]).is(422);
            let said = page.texts_of(".app-error-summary li");
            assert_eq!(said, ["Dit is niet uw wachtwoord. Probeer het nog een keer."]);
        }
        assert!(!shown(&mut wouter).contains("draaide de eerste sleutel"));
        // Two windows of one person are one key.
        assert_eq!(turn(&mut wouter), 303);
        assert_eq!(turn(&mut holder(&world, "wouter")), 409);
        // Nobody without a key gets as far as the question.
        let mut rob = holder(&world, "rob");
        rob.post(&manage("open", "opening"), &[("password", PASSWORD)]).is(403);
    });
}

#[test]
fn the_record_lists_who_came_late_and_is_there_as_a_pdf() {
    on_both(|kind| {
        let world = World::demo(kind);
        world.set_clock(CLOSED);
        let mut rob = holder(&world, "rob");
        rob.get(&manage("open", "opening/record.pdf")).is(404);
        let mut arie = world.person("arie@dijkgenoten.example");
        let bid = id_of("bid", "open-1-dijkgenoten");
        arie.get(&format!("/bids/{bid}")).is(200);
        let boxes = [("truth", "yes"), ("mandate", "yes"), ("promise", "yes")];
        let late = arie.post(&format!("/bids/{bid}/submission"), &boxes);
        assert_eq!(late.status, 409, "{late:?}");
        super::opened_in(&world);
        let page = rob.get(&manage("open", "opening")).is(200);
        assert_eq!(page.texts_of("#late"), ["Te laat gekomen"]);
        let late = "Dijkgenoten";
        assert!(page.main_text().contains(late), "{}", page.main_text());
        assert_eq!(page.texts_of(".app-table tbody th").len(), 2, "one counts, one was withdrawn");
        let pdf = rob.bytes_of(&manage("open", "opening/record.pdf"));
        assert!(pdf.starts_with(b"%PDF-"));
    });
}
