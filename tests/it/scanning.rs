//! The virus scanner: it says clean, it says infected, it is not there, it is slow, it talks
//! nonsense. It is played by a thread that speaks as clamd does.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use buurtbod::testing::SentMail;

use crate::attachments::{PDF, add, address_of, bid, files, writer};
use crate::databases::{Kind, on_both};
use crate::review::{manage, opened_in};
use crate::submission::{GERDA, complete, sign};
use crate::world::{Page, World};

/// What this scanner takes for a virus.
const MARKER: &[u8] = b"EICAR-LIKE-MARKER";

#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Well,
    /// Hangs up at once.
    Down,
    /// Never answers.
    Slow,
    Nonsense,
}

#[derive(Clone)]
struct Clamd {
    mood: Arc<Mutex<Mood>>,
    port: u16,
}

impl Clamd {
    fn start(mood: Mood) -> Clamd {
        let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = socket.local_addr().expect("an address").port();
        let clamd = Clamd { mood: Arc::new(Mutex::new(mood)), port };
        let own = clamd.clone();
        std::thread::spawn(move || {
            for line in socket.incoming().flatten() {
                // Somebody who hangs up is no reason to stop.
                let _ = own.answer(line);
            }
        });
        clamd
    }

    fn is(&self, mood: Mood) {
        *self.mood.lock().expect("nobody panicked") = mood;
    }

    fn settings(&self) -> String {
        format!("[scan]\nclamd = \"tcp:127.0.0.1:{}\"\nseconds = 1\n", self.port)
    }

    fn answer(&self, mut line: TcpStream) -> std::io::Result<()> {
        let mood = *self.mood.lock().expect("nobody panicked");
        if mood == Mood::Down {
            return Ok(());
        }
        let mut command = [0; 10];
        line.read_exact(&mut command)?;
        assert_eq!(&command, b"zINSTREAM\0");
        let mut content = vec![];
        loop {
            let mut length = [0; 4];
            line.read_exact(&mut length)?;
            let length = u32::from_be_bytes(length) as usize;
            if length == 0 {
                break;
            }
            let mut piece = vec![0; length];
            line.read_exact(&mut piece)?;
            content.extend(piece);
        }
        let found = content.windows(MARKER.len()).any(|part| part == MARKER);
        match (mood, found) {
            (Mood::Well, false) => line.write_all(b"stream: OK\0"),
            (Mood::Well, true) => line.write_all(b"stream: Like-Eicar-Test FOUND\0"),
            (Mood::Nonsense, _) => line.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
            // Waits until the other side gives up.
            (Mood::Slow | Mood::Down, _) => line.read(&mut [0]).map(|_| ()),
        }
    }
}

fn infected() -> Vec<u8> {
    [PDF, MARKER].concat()
}

const VIRUS: &str = "In dit bestand zit een virus. Wij hebben het niet bewaard. Kijk uw computer \
                     na en kies een ander bestand.";

#[test]
fn a_clean_file_is_taken_and_an_infected_one_is_not_kept() {
    on_both(|kind| {
        let clamd = Clamd::start(Mood::Well);
        let world = World::demo_set(kind, &clamd.settings());
        let mut hanneke = writer(&world);
        add(&mut hanneke, "schoon.pdf", PDF).redirects_to(&files());
        let file = address_of(&hanneke.get(&files()), "schoon.pdf").expect("a link");
        assert_eq!(hanneke.bytes_of(&file), PDF);

        let page = add(&mut hanneke, "ziek.pdf", &infected()).is(422);
        assert_eq!(page.texts_of(".app-error-summary a").join(""), VIRUS);
        assert_eq!(hanneke.get(&files()).main_text().matches("ziek").count(), 0);
        let journal = hanneke.get(&format!("{}/journal", bid())).is(200).main_text();
        assert!(journal.contains("zat een virus. Het bestand is niet bewaard."), "{journal}");
        assert!(journal.contains("ziek.pdf") && journal.contains("Like-Eicar-Test"), "{journal}");
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn while_the_scanner_does_not_answer_files_wait_and_nobody_gets_them() {
    for mood in [Mood::Down, Mood::Slow, Mood::Nonsense] {
        let clamd = Clamd::start(mood);
        let world = World::demo_set(Kind::Sqlite, &clamd.settings());
        let mut hanneke = writer(&world);
        add(&mut hanneke, "notulen.pdf", PDF).redirects_to(&files());
        let page = hanneke.get(&files()).is(200);
        assert!(page.main_text().contains("wacht op de viruscontrole"), "{page:?}");
        // The name is there, and leads nowhere but to its removal.
        let removal = page.addresses().into_iter().find(|a| a.ends_with("/removal"));
        let file = removal.expect("a way out").replace("/removal", "");
        assert!(!page.addresses().contains(&file));
        let refused = hanneke.get(&file).is(409);
        assert!(refused.main_text().contains("wacht nog op de viruscontrole"), "{refused:?}");

        world.house.run_errands();
        hanneke.get(&file).is(409);
        clamd.is(Mood::Well);
        world.set_clock("2026-11-23T09:05:00+01:00");
        world.house.run_errands();
        assert_eq!(hanneke.bytes_of(&file), PDF);
        let page = hanneke.get(&files()).is(200);
        assert!(!page.main_text().contains("viruscontrole"), "{page:?}");
    }
}

#[test]
fn a_virus_that_is_found_later_is_taken_out_and_stays_out() {
    on_both(|kind| {
        let clamd = Clamd::start(Mood::Down);
        let world = World::demo_set(kind, &clamd.settings());
        let mut hanneke = writer(&world);
        add(&mut hanneke, "ziek.pdf", &infected()).redirects_to(&files());
        clamd.is(Mood::Well);
        world.house.run_errands();
        let mails = world.mails();
        let virus = |m: &&SentMail| m.subject.starts_with("Een bestand is weggehaald: ");
        let mut told: Vec<&str> = mails.iter().filter(virus).map(|m| m.to.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["arie@dijkgenoten.example", "hanneke@dijkgenoten.example"]);
        assert!(!mails.iter().any(|m| m.body.contains("ziek.pdf")), "the page says which file");
        let page = hanneke.get(&files()).is(200);
        assert!(page.main_text().contains("virus gevonden, weggehaald"), "{page:?}");
        assert!(!page.addresses().iter().any(|a| a.ends_with("/removal")), "{page:?}");
        let journal = hanneke.get(&format!("{}/journal", bid())).is(200).main_text();
        assert!(journal.contains("Buurtbod") || journal.contains("virus"), "{journal}");
        // What is known of a content is not forgotten when the scanner is away.
        clamd.is(Mood::Down);
        let page = add(&mut hanneke, "opnieuw.pdf", &infected()).is(422);
        assert_eq!(page.texts_of(".app-error-summary a").join(""), VIRUS);
    });
}

#[test]
fn a_bid_is_handed_in_with_a_file_that_waits_and_the_municipality_waits_too() {
    let clamd = Clamd::start(Mood::Down);
    let world = World::demo_set(Kind::Sqlite, &clamd.settings());
    let mut gerda = world.person(GERDA);
    let place = format!("{}/attachments", complete());
    gerda.get(&format!("{place}/support")).is(200);
    let added = gerda.uploads(&place, &[("section", "support")], ("nieuw.pdf", PDF));
    added.redirects();
    let check = gerda.get(&format!("{}/check", complete())).is(200);
    assert!(check.main_text().contains("1 bestand wacht nog op de viruscontrole."), "{check:?}");
    sign(&mut gerda, &complete(), &[]).redirects();

    opened_in(&world);
    let mut rob = world.person("rob@rietmeer.example");
    let list = rob.get(&manage("open", "admissibility")).is(200);
    let own: Vec<String> =
        list.addresses().into_iter().filter(|a| a.contains("/admissibility/")).collect();
    let pages: Vec<_> = own.iter().map(|address| rob.get(address).is(200)).collect();
    let page = pages.iter().find(|page| page.body.contains("nieuw.pdf")).expect("the bid");
    let text = page.main_text();
    assert!(text.contains("wacht op de viruscontrole"), "{text}");
    let before = |page: &Page| page.main_text().contains("niet op virussen gecontroleerd");
    assert!(pages.iter().any(before), "files of before were never checked");
    let file = format!("{}/files/{}", page.path, sha256(PDF));
    assert!(!page.addresses().contains(&file));
    rob.get(&file).is(409);
    clamd.is(Mood::Well);
    world.set_clock("2026-12-17T18:30:00+01:00");
    world.house.run_errands();
    let mut rob = world.person("rob@rietmeer.example");
    assert_eq!(rob.bytes_of(&file), PDF);
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
