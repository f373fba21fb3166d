//! Files in pieces: begun, lost, gone on with, and finished once.

use crate::attachments::{PDF, SECTION, add, address_of, bid, files, writer};
use crate::databases::{Kind, on_both};
use crate::world::{Page, Person, World, id_of};

const MIB: usize = 1024 * 1024;

fn begin(person: &mut Person, name: &str, size: usize) -> Page {
    let size = size.to_string();
    let fields = [("section", SECTION), ("name", name), ("size", &size), ("mark", "a1")];
    person.post(&format!("{}/uploads", bid()), &fields)
}

/// Where the pieces go, and how much is here.
fn begun(page: &Page) -> (String, usize) {
    assert_eq!(page.status, 201, "{page:?}");
    (page.location.clone().expect("a place"), page.offset.expect("an offset"))
}

fn here(page: &Page) -> (u16, Option<usize>) {
    (page.status, page.offset)
}

fn large(size: usize) -> Vec<u8> {
    let mut bytes = PDF.to_vec();
    bytes.extend((0..size - PDF.len()).map(|n| (n % 251) as u8));
    bytes
}

#[test]
fn a_file_in_pieces_goes_on_where_it_stopped_and_is_added_once() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        let bytes = large(2 * MIB + 500);
        let (place, at) = begun(&begin(&mut hanneke, "Groot verslag.pdf", bytes.len()));
        assert_eq!(at, 0);
        let sent = hanneke.sends_piece(&place, 0, &bytes[..MIB]);
        assert_eq!(here(&sent), (204, Some(MIB)));
        // The answer was lost: the same piece again is told where we are.
        let again = hanneke.sends_piece(&place, 0, &bytes[..MIB]);
        assert_eq!(here(&again), (409, Some(MIB)));
        assert_eq!(here(&hanneke.sends_piece(&place, MIB + 7, b"x")), (409, Some(MIB)));

        // Another day at the kitchen table: the page says so, and the same file goes on.
        let page = hanneke.get(&files()).is(200);
        let told = "U was bezig met ‘Groot verslag.pdf’. Kies hetzelfde bestand.";
        assert!(page.main_text().contains(told), "{page:?}");
        assert_eq!(
            begun(&begin(&mut hanneke, "Groot verslag.pdf", bytes.len())),
            (place.clone(), MIB)
        );
        let sent = hanneke.sends_piece(&place, MIB, &bytes[MIB..2 * MIB]);
        assert_eq!(here(&sent), (204, Some(2 * MIB)));
        let done = hanneke.sends_piece(&place, 2 * MIB, &bytes[2 * MIB..]).is(201);
        assert_eq!(done.location, Some(files()));
        // Once more is as good as once.
        let twice = hanneke.sends_piece(&place, 2 * MIB, &bytes[2 * MIB..]).is(201);
        assert_eq!(twice.location, Some(files()));

        let page = hanneke.get(&files()).is(200);
        assert_eq!(
            page.main_text().matches("Groot verslag.pdf").count(),
            3,
            "link, pages and removal"
        );
        let file = address_of(&page, "Groot verslag.pdf").expect("a link");
        assert_eq!(hanneke.bytes_of(&file), bytes);
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn two_tabs_that_finish_at_once_add_one_file() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        let bytes = large(5000);
        let (place, _) = begun(&begin(&mut hanneke, "Samen.pdf", bytes.len()));
        hanneke.sends_piece(&place, 0, &bytes[..4000]).is(204);
        let tabs = [hanneke.also_at(&world.house), hanneke.also_at(&world.house)];
        let sends = tabs.map(|mut tab| {
            let (place, last) = (place.clone(), bytes[4000..].to_vec());
            std::thread::spawn(move || tab.sends_piece(&place, 4000, &last).status)
        });
        let mut answers = sends.map(|sent| sent.join().expect("an answer"));
        answers.sort_unstable();
        assert!(answers == [201, 201] || answers == [201, 409], "{answers:?}");
        let page = hanneke.get(&files()).is(200);
        assert_eq!(page.main_text().matches("Samen.pdf").count(), 3, "link, pages and removal");
    });
}

#[test]
fn what_is_wrong_with_a_whole_file_is_said_at_its_end() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    let mut finish = |name: &str, bytes: &[u8]| {
        let (place, _) = begun(&begin(&mut hanneke, name, bytes.len()));
        let said = hanneke.sends_piece(&place, 0, bytes).is(422);
        // It is forgotten: nothing to go on with.
        hanneke.sends_piece(&place, 0, bytes).is(404);
        said.body
    };
    let unknown = "Wij kunnen dit soort bestand niet aannemen. Kies een pdf, odt, docx, xlsx, png \
                   of jpg.";
    assert_eq!(finish("virus.pdf", b"MZ\x90\x00\x03 a program"), unknown);
    assert_eq!(finish("plaatje.svg", b"<svg onload='alert(1)'/>"), unknown);
    let name = "De naam past niet bij wat er in het bestand zit. Bewaar het opnieuw, bijvoorbeeld \
                als pdf. Kies daarna dat bestand.";
    assert_eq!(finish("begroting.xlsx", PDF), name);
    let page = hanneke.get(&files()).is(200);
    assert_eq!(page.main_text().matches("begroting").count(), 0);
}

#[test]
fn limits_are_said_before_the_first_piece() {
    let world =
        World::demo_set(Kind::Sqlite, "[files]\nlargest_mb = 2\nbid_mb = 3\ncooperative_mb = 4\n");
    let mut hanneke = writer(&world);
    let mut said = |name: &str, size: usize| begin(&mut hanneke, name, size).is(422).body;
    assert_eq!(said("leeg.pdf", 0), "Dit bestand is leeg. Kies een ander bestand.");
    let too_large = "Dit bestand is te groot. Kies een bestand van ten hoogste 2 MB.";
    assert_eq!(said("groot.pdf", 2 * MIB + 1), too_large);
    begin(&mut hanneke, "een.pdf", 2 * MIB).is(201);
    // What is on its way counts as if it were whole.
    let full = "De bestanden bij deze inschrijving worden samen groter dan 3 MB. Verwijder eerst \
                een bestand, of maak dit bestand kleiner.";
    assert_eq!(begin(&mut hanneke, "twee.pdf", 2 * MIB).is(422).body, full);
    let page = add(&mut hanneke, "drie.pdf", &large(2 * MIB)).is(422);
    assert_eq!(page.texts_of(".app-error-summary a").join(""), full);
}

#[test]
fn a_piece_is_never_more_than_it_may_be() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    let (place, _) = begun(&begin(&mut hanneke, "groot.pdf", 5 * MIB));
    hanneke.sends_piece(&place, 0, &vec![b'x'; MIB + 1]).is(413);
    assert_eq!(here(&hanneke.sends_piece(&place, 0, &[b'x'; 10])), (204, Some(10)));
    // Past the size that was said.
    let (small, _) = begun(&begin(&mut hanneke, "klein.pdf", 10));
    hanneke.sends_piece(&small, 0, &[b'x'; 11]).is(413);
    hanneke.sends_piece(&small, usize::MAX, &[b'x'; 11]).is(413);
    hanneke.post(&small, &[]).is(400);
}

#[test]
fn five_files_of_one_person_are_on_their_way_and_no_more() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    for n in 0..5 {
        begin(&mut hanneke, &format!("{n}.pdf"), 100).is(201);
    }
    let said = begin(&mut hanneke, "6.pdf", 100).is(422).body;
    assert!(said.starts_with("U verstuurt al veel bestanden tegelijk."), "{said}");
    // The same file is not one more.
    begin(&mut hanneke, "0.pdf", 100).is(201);
}

#[test]
fn what_is_not_finished_is_gone_after_a_day() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        let (place, _) = begun(&begin(&mut hanneke, "half.pdf", 100));
        hanneke.sends_piece(&place, 0, &[b'x'; 40]).is(204);
        let incoming = world.database.folder().join("files/incoming");
        let waiting = || std::fs::read_dir(&incoming).expect("a folder").count();
        assert_eq!(waiting(), 1);
        world.set_clock("2026-11-24T08:59:00+01:00");
        world.house.run_errands();
        assert_eq!(waiting(), 1);
        world.set_clock("2026-11-24T09:05:00+01:00");
        world.house.run_errands();
        assert_eq!(waiting(), 0);
        let mut hanneke = writer(&world);
        hanneke.sends_piece(&place, 40, &[b'x'; 40]).is(404);
        let (other, at) = begun(&begin(&mut hanneke, "half.pdf", 100));
        assert!(other != place && at == 0);
    });
}

#[test]
fn nobody_else_adds_a_piece_and_after_the_deadline_nobody_does() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        let (place, _) = begun(&begin(&mut hanneke, "half.pdf", PDF.len()));
        let mut yvonne = writer_named(&world, "yvonne@dijkgenoten.example");
        yvonne.sends_piece(&place, 0, PDF).is(404);
        let mut reader = world.person("mo@dijkgenoten.example");
        reader.get(&files()).is(200);
        begin(&mut reader, "half.pdf", 100).is(403);
        for email in ["jan@denabuur.example", "rob@rietmeer.example"] {
            let mut other = world.person(email);
            other.get("/account").is(200);
            begin(&mut other, "half.pdf", 100).is(404);
            other.sends_piece(&place, 0, PDF).is(404);
        }
        // The place of one bid is no place of another.
        let elsewhere =
            place.replace(&bid(), &format!("/bids/{}", id_of("bid", "open-2-kolkhuis")));
        hanneke.sends_piece(&elsewhere, 0, PDF).is(404);
        hanneke.post_from_elsewhere(&place, &[]).is(403);

        world.set_clock("2026-12-17T12:00:01+01:00");
        let mut hanneke = writer(&world);
        let late = begin(&mut hanneke, "te laat.pdf", 100).is(422).body;
        assert_eq!(
            late,
            "De tijd om in te schrijven is voorbij. U kunt uw inschrijving niet meer wijzigen."
        );
    });
}

fn writer_named(world: &World, email: &str) -> Person {
    let mut writer = world.person(email);
    writer.get(&files()).is(200);
    writer
}

#[test]
fn one_file_more_than_the_section_takes_is_refused() {
    let world = World::demo(Kind::Sqlite);
    world.house.republish(&id_of("round", "open"), |definition| {
        let sections = definition["sections"].as_array_mut().expect("sections");
        let section = sections.iter_mut().find(|s| s["code"] == SECTION).expect("the section");
        let questions = section["questions"].as_array_mut().expect("questions");
        for question in questions.iter_mut().filter(|q| q["kind"]["type"] == "files") {
            question["kind"]["max"] = 20.into();
        }
    });
    let mut hanneke = writer(&world);
    for n in 0..20 {
        add(&mut hanneke, &format!("stuk {n}.pdf"), PDF).redirects();
    }
    let page = add(&mut hanneke, "stuk 21.pdf", PDF).is(422);
    let said = "Bij dit onderdeel passen 20 bestanden. Verwijder eerst een bestand.";
    assert_eq!(page.texts_of(".app-error-summary a").join(""), said);
    assert_eq!(begin(&mut hanneke, "stuk 21.pdf", 100).is(422).body, said);
}
