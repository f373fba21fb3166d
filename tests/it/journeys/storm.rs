//! The real program is killed while people write, and starts again.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::program::{Program, run};
use crate::world::{PASSWORD, Person, id_of};

/// Two fields for each of two writers of De Dijkgenoten, all at work at the same time.
const WRITERS: [(&str, &str); 4] = [
    ("hanneke@dijkgenoten.example", "need_and_gap.gap"),
    ("hanneke@dijkgenoten.example", "need_and_gap.asked"),
    ("yvonne@dijkgenoten.example", "better_than_now.change"),
    ("yvonne@dijkgenoten.example", "better_than_now.evidence"),
];

/// The program is killed after so many answers, in the middle of the next.
const SAVES: usize = 400;

#[test]
fn kill_9_during_a_storm_of_autosaves_loses_no_acknowledged_save() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut program = Program::start("demo", folder.path());
    let saved = AtomicUsize::new(0);
    let acknowledged: Vec<Saved> = std::thread::scope(|scope| {
        let writers = WRITERS.map(|(email, field)| {
            let mut writer = Writer::at(&program.address, email, field);
            let saved = &saved;
            scope.spawn(move || writer.writes_until_the_end(saved))
        });
        wait_for(&saved);
        program.kill();
        writers.into_iter().map(|writer| writer.join().expect("a writer")).collect()
    });

    let again = Program::start("serve", folder.path());
    for ((email, field), last) in WRITERS.into_iter().zip(acknowledged) {
        let reader = Writer::at(&again.address, email, field);
        let kept = number_in(&reader.kept);
        // The one after the last may be there too: it was written, but the answer got lost.
        assert!((last.0..=last.0 + 1).contains(&kept), "{field}: saved {}, kept {kept}", last.0);
    }
    drop(again);
    assert!(run("verify-journal", folder.path(), &[]).success(), "the journal holds");
}

/// Number of the last text whose save was answered.
struct Saved(usize);

/// Waits for the storm; for a minute at most.
fn wait_for(saved: &AtomicUsize) {
    let end = Instant::now() + Duration::from_secs(60);
    while saved.load(Ordering::Relaxed) < SAVES {
        assert!(Instant::now() < end, "only {} saves in a minute", saved.load(Ordering::Relaxed));
        std::thread::park_timeout(Duration::from_millis(1));
    }
}

fn text(number: usize) -> String {
    format!("Nog eens opgeschreven, voor de {number}e keer.")
}

fn number_in(text: &str) -> usize {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_default()
}

/// Somebody who writes in one field of the bid of De Dijkgenoten.
struct Writer {
    person: Person,
    field: &'static str,
    version: String,
    kept: String,
}

impl Writer {
    fn at(address: &str, email: &str, field: &'static str) -> Writer {
        let mut person = Person::at(address.to_owned());
        person.get("/sign-in").is(200);
        person.post("/sign-in", &[("email", email), ("password", PASSWORD)]).redirects();
        let (section, _) = field.split_once('.').expect("a section and a question");
        let page = person.get(&format!("{}/sections/{section}", bid())).is(200);
        let version = page.value(&format!("version.{field}")).expect("a version");
        let kept = page.value(field).expect("a field");
        Writer { person, field, version, kept }
    }

    /// Saves again and again, each time the next text, until nobody answers.
    fn writes_until_the_end(&mut self, saved: &AtomicUsize) -> Saved {
        let answers = format!("{}/answers", bid());
        for number in 1.. {
            let value = text(number);
            let form = [("field", self.field), ("value", &value), ("version", &self.version)];
            let Some(answer) = self.person.try_post(&answers, &form) else {
                return Saved(number - 1);
            };
            self.version = answer.is(204).etag.expect("a version").trim_matches('"').to_owned();
            saved.fetch_add(1, Ordering::Relaxed);
        }
        unreachable!("the numbers do not end")
    }
}

fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}
