//! Files that go with a bid: known by their content, kept by their hash, given out to be saved.

use crate::databases::{Kind, on_both};
use crate::world::{Page, Person, World, id_of};

/// Begins as a PDF does; more is not asked.
pub const PDF: &[u8] = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n";
pub const SECTION: &str = "members_mandate";

pub fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

pub fn files() -> String {
    format!("{}/attachments/{SECTION}", bid())
}

/// A container with these parts, as a document has them.
fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut directory) = (vec![], vec![]);
    for (name, bytes) in parts {
        let mut to = flate2::write::DeflateEncoder::new(vec![], flate2::Compression::best());
        std::io::Write::write_all(&mut to, bytes).expect("memory");
        let packed = to.finish().expect("memory");
        let offset = u32::try_from(file.len()).expect("small");
        let mut common = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for length in [packed.len(), bytes.len()] {
            common.extend(u32::try_from(length).expect("small").to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).expect("short").to_le_bytes());
        common.extend([0, 0]);
        file.extend([b"PK\x03\x04", &common[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10]].concat());
        directory.extend(offset.to_le_bytes());
        directory.extend(name.bytes());
    }
    let count = u16::try_from(parts.len()).expect("few").to_le_bytes();
    let lengths = [directory.len(), file.len()];
    file.extend(directory);
    file.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count].concat());
    for number in lengths {
        file.extend(u32::try_from(number).expect("small").to_le_bytes());
    }
    file.extend([0, 0]);
    file
}

/// A photo with a place on earth in it, and the same photo without.
fn photo() -> (Vec<u8>, Vec<u8>) {
    let start = b"\xFF\xD8\xFF\xE0\0\x09JFIF\0\x01\x01";
    let place = b"\xFF\xE1\0\x1CExif\0\0MM\0* GPS 52.09N 5.12";
    let rest =
        b"\xFF\xC0\0\x0B\x08\0\x10\0\x10\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\0\x3F\0scan\xFF\xD9";
    ([&start[..], place, rest].concat(), [&start[..], rest].concat())
}

#[test]
fn a_photo_does_not_tell_where_it_was_made() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    let (with, without) = photo();
    add(&mut hanneke, "Buurthuis.jpg", &with).redirects_to(&files());
    let file = address_of(&hanneke.get(&files()), "Buurthuis.jpg").expect("a link");
    assert_eq!(hanneke.bytes_of(&file), without);
}

/// Somebody of De Dijkgenoten in front of the files of one section.
pub fn writer(world: &World) -> Person {
    let mut writer = world.person("hanneke@dijkgenoten.example");
    writer.get(&files()).is(200);
    writer
}

pub fn add(person: &mut Person, name: &str, content: &[u8]) -> Page {
    person.uploads(&format!("{}/attachments", bid()), &[("section", SECTION)], (name, content))
}

/// Where the file of this name can be fetched.
pub fn address_of(page: &Page, name: &str) -> Option<String> {
    let html = scraper::Html::parse_document(&page.body);
    let links = scraper::Selector::parse("main a[href*='/attachments/']").expect("a selector");
    let found = html.select(&links).find(|link| link.text().collect::<String>().contains(name));
    found.and_then(|link| link.value().attr("href")).map(str::to_owned)
}

#[test]
fn a_file_is_added_fetched_taken_out_and_put_back() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        add(&mut hanneke, "Notulen van de leden.pdf", PDF).redirects_to(&files());
        let page = hanneke.get(&files()).is(200);
        let file = address_of(&page, "Notulen van de leden.pdf").expect("a link");

        let got = hanneke.get(&file).is(200);
        assert_eq!(got.kind.as_deref(), Some("application/pdf"));
        let saved = "attachment; filename=\"Notulen van de leden.pdf\"; \
             filename*=UTF-8''Notulen%20van%20de%20leden.pdf";
        assert_eq!(got.disposition.as_deref(), Some(saved));

        hanneke.get(&format!("{file}/removal")).is(200);
        hanneke.post(&format!("{file}/removal"), &[]).redirects_to(&files());
        let without = hanneke.get(&files()).is(200);
        assert_eq!(address_of(&without, "Notulen van de leden.pdf"), None);
        hanneke.post(&format!("{file}/restoration"), &[]).redirects_to(&files());
        let again = hanneke.get(&files()).is(200);
        assert_eq!(address_of(&again, "Notulen van de leden.pdf"), Some(file));
    });
}

#[test]
fn what_a_file_is_shows_in_its_content_and_not_in_its_name() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    let mut said = |name: &str, content: &[u8]| {
        let page = add(&mut hanneke, name, content).is(422);
        page.texts_of(".app-error-summary a").join("; ")
    };
    let unknown = "Wij kunnen dit soort bestand niet aannemen. Kies een pdf, odt, docx, xlsx, png \
                   of jpg.";
    assert_eq!(said("virus.pdf", b"MZ\x90\x00\x03 a program"), unknown);
    assert_eq!(said("pagina.pdf", b"<!doctype html><script>alert(1)</script>"), unknown);
    assert_eq!(said("plaatje.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), unknown);
    let name = "De naam past niet bij wat er in het bestand zit. Bewaar het opnieuw, bijvoorbeeld \
                als pdf. Kies daarna dat bestand.";
    assert_eq!(said("begroting.xlsx", PDF), name);
    assert_eq!(said("zonder punt", PDF), name);
    assert_eq!(said("leeg.pdf", b""), "Dit bestand is leeg. Kies een ander bestand.");
    assert_eq!(said("", b""), "Kies eerst een bestand.");
    let damaged = "Wij kunnen dit bestand niet openen. Zit er een wachtwoord op, of is het \
                   beschadigd? Bewaar het als pdf zonder wachtwoord.";
    assert_eq!(said("plan.docx", b"PK\x03\x04 and nothing of an archive"), damaged);
    let two = [PDF, b"%%EOF\n", &container(&[("a.txt", b"x")])].concat();
    let two_kinds = "Dit bestand is van twee soorten tegelijk. Dat nemen wij niet aan. Bewaar het \
                     opnieuw, bijvoorbeeld als pdf. Kies daarna dat bestand.";
    assert_eq!(said("twee.pdf", &two), two_kinds);
    assert_eq!(said("plaatje.jpg", b"GIF89a/*....*/=1;alert(1)"), unknown);
    assert_eq!(said("foto.jpg", b"\xFF\xD8\xFF\xE0 and then nothing of a picture"), damaged);
    assert_eq!(said("klein.png", b"\x89PNG\r\n\x1a\n and nothing"), damaged);
    let macros = "In dit document zitten macro’s (kleine programma’s). Bewaar het zonder macro’s, \
                  bijvoorbeeld als pdf. Kies daarna dat bestand.";
    let sheet = container(&[("xl/vbaProject.bin", b"x")]);
    assert_eq!(said("plan.docx", &container(&[("word/vbaProject.bin", b"x")])), macros);
    assert_eq!(said("plan.xlsx", &sheet), macros);
    assert_eq!(said("plan.docx", &container(&[("word/a.xlsm", &sheet)])), macros);
    let zeros = vec![0; 20 << 20];
    assert_eq!(said("bom.docx", &container(&[("word/a.xml", &zeros)])), damaged);
    let bomb = container(&[("a.xml", &zeros)]);
    assert_eq!(said("bom.docx", &container(&[("word/a.xlsx", &bomb)])), damaged);
    let many: Vec<(String, &[u8])> = (0..4001).map(|n| (format!("{n}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(n, b)| (n.as_str(), *b)).collect();
    assert_eq!(said("veel.docx", &container(&many)), damaged);
    assert_eq!(hanneke.get(&files()).main_text().matches("virus").count(), 0, "nothing was kept");
}

#[test]
fn a_file_that_is_too_large_is_refused_with_the_limit() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    let large = [PDF, &vec![b' '; 21 * 1024 * 1024]].concat();
    let page = add(&mut hanneke, "alle-foto's.pdf", &large).is(413);
    let said = page.texts_of(".app-error-summary a").join("; ");
    assert_eq!(said, "Dit bestand is te groot (21,0 MB). Kies een bestand van ten hoogste 20 MB.");
}

#[test]
fn a_name_cannot_lead_out_of_its_folder_or_write_a_header() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    add(&mut hanneke, "../../etc/crontab.pdf", PDF).redirects();
    let page = hanneke.get(&files()).is(200);
    let file = address_of(&page, "crontab.pdf").expect("a link");
    let got = hanneke.get(&file).is(200);
    let name = got.disposition.expect("a disposition");
    assert!(!name.contains("..") && !name.contains('/'), "{name}");
}

#[test]
fn files_of_a_bid_exist_for_its_own_people_only() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        add(&mut hanneke, "notulen.pdf", PDF).redirects();
        let file = address_of(&hanneke.get(&files()), "notulen.pdf").expect("a link");
        for email in ["jan@denabuur.example", "rob@rietmeer.example", "aicha@rietmeer.example"] {
            let mut other = world.person(email);
            for address in [files(), file.clone(), format!("{file}/removal")] {
                other.get(&address).is(404);
            }
            add(&mut other, "erbij.pdf", PDF).is(404);
            other.post(&format!("{file}/removal"), &[]).is(404);
        }
        // Whoever only reads along may fetch it and not take it out.
        let mut reader = world.person("mo@dijkgenoten.example");
        reader.get(&file).is(200);
        reader.post(&format!("{file}/removal"), &[]).is(403);
    });
}

#[test]
fn after_the_deadline_files_stay_as_they_are() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    add(&mut hanneke, "notulen.pdf", PDF).redirects();
    let file = address_of(&hanneke.get(&files()), "notulen.pdf").expect("a link");
    world.set_clock("2026-12-17T12:00:01+01:00");
    let mut hanneke = writer(&world);
    add(&mut hanneke, "te-laat.pdf", PDF).is(409);
    hanneke.post(&format!("{file}/removal"), &[]).is(409);
    hanneke.get(&file).is(200);
}
