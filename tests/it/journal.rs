//! The journal: every act has a sentence, the file of a round keeps its walls, and the chain shows
//! what was changed, taken away or slipped in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use diesel::prelude::*;
use diesel::sql_types::Text;
use regex::Regex;

use crate::databases::{Kind, on_both};
use crate::world::{World, id_of};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, found),
            false if path.extension().is_some_and(|e| e == "rs") => found.push(path),
            false => {}
        }
    }
}

/// Verbs as they stand in the code: after `verb:`, and in actions every text that begins with a
/// past tense.
fn verbs_in_code() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let named = Regex::new(r#"verb: "([a-z_]+)""#).expect("a pattern");
    let past = Regex::new(r#""((?:[a-z]+ed|withdrew|began|took|sent|chose|left)_[a-z_]+)""#)
        .expect("a pattern");
    let found = |folder: &Path, pattern: &Regex| {
        let mut files = vec![];
        sources(folder, &mut files);
        let texts = files.iter().map(|file| std::fs::read_to_string(file).expect("a source"));
        let all = texts.flat_map(|text| {
            pattern.captures_iter(&text).map(|m| m[1].to_owned()).collect::<Vec<_>>()
        });
        all.collect::<BTreeSet<_>>()
    };
    &found(&root, &named) | &found(&root.join("actions"), &past)
}

fn keys(lang: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("locales/{lang}"));
    let files = std::fs::read_dir(folder).expect("the sentences").map(|file| {
        std::fs::read_to_string(file.expect("a file").path()).expect("a file of sentences")
    });
    let text: String = files.collect();
    let message = |line: &str| Some(line.split_once(" =")?.0.to_owned());
    text.lines().filter(|l| l.starts_with("journal-")).filter_map(message).collect()
}

/// A door that the product does not have: straight into the database.
pub fn sql(world: &World, statements: &[&str]) {
    for statement in statements {
        let done = with(world, |link| match link {
            Link::Sqlite(c) => diesel::sql_query(*statement).execute(c),
            Link::Pg(c) => diesel::sql_query(*statement).execute(c),
        });
        done.unwrap_or_else(|e| panic!("{statement}: {e}"));
    }
}

enum Link {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

fn with<T>(world: &World, act: impl FnOnce(&mut Link) -> T) -> T {
    let url = world.database.url();
    let mut link = match url.strip_prefix("sqlite:") {
        Some(file) => Link::Sqlite(SqliteConnection::establish(file).expect("the file")),
        None => Link::Pg(PgConnection::establish(&url).expect("the database")),
    };
    act(&mut link)
}

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    verb: String,
    #[diesel(sql_type = Text)]
    particulars: String,
}

fn told(world: &World) -> Vec<Told> {
    let query = diesel::sql_query("SELECT DISTINCT verb, particulars FROM journal");
    with(world, |link| match link {
        Link::Sqlite(c) => query.load(c),
        Link::Pg(c) => query.load(c),
    })
    .expect("the journal can be read")
}

#[test]
fn every_act_has_a_sentence_and_every_particular_a_label() {
    let world = World::demo(Kind::Sqlite);
    let mut needed = BTreeSet::new();
    for verb in verbs_in_code() {
        needed.insert(format!("journal-{verb}"));
    }
    for row in told(&world) {
        needed.insert(format!("journal-{}", row.verb));
        let particulars: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&row.particulars).expect("particulars are JSON");
        needed.extend(particulars.keys().map(|key| format!("journal-label-{key}")));
    }
    assert!(needed.len() > 4, "{needed:?}");
    for lang in ["nl", "en"] {
        let missing: Vec<_> = needed.difference(&keys(lang)).cloned().collect();
        assert_eq!(missing, Vec::<String>::new(), "locales/{lang}");
    }
}

/// What `buurtbod verify-journal` says and whether it is content.
fn verify(world: &World) -> (bool, String) {
    let data = tempfile::tempdir().expect("a temporary folder");
    let run = Command::new(env!("CARGO_BIN_EXE_buurtbod"))
        .arg("verify-journal")
        .env("BUURTBOD__DATABASE__URL", world.database.url())
        .env("BUURTBOD__DATA_DIR", data.path())
        .output()
        .expect("the program runs");
    let said = if run.status.success() { &run.stdout } else { &run.stderr };
    (run.status.success(), String::from_utf8_lossy(said).trim().to_owned())
}

fn broken(said: &str) -> (bool, String) {
    (false, format!("The journal does not hold. {said}."))
}

#[test]
fn a_changed_a_removed_and_an_inserted_row_are_found_and_named() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (holds, said) = verify(&world);
        assert!(holds && said.starts_with("The journal holds: "), "{said}");

        sql(&world, &["UPDATE journal SET actor = actor || '!' WHERE seq = 2"]);
        assert_eq!(verify(&world), broken("row 2: its content was changed"));
        sql(&world, &["UPDATE journal SET actor = replace(actor, '!', '') WHERE seq = 2"]);
        assert!(verify(&world).0);

        sql(
            &world,
            &["CREATE TABLE aside AS SELECT * FROM journal", "DELETE FROM journal WHERE seq = 3"],
        );
        assert_eq!(verify(&world), broken("row 4: a row before it is missing"));

        sql(
            &world,
            &[
                "UPDATE journal SET seq = -seq WHERE seq > 3",
                "UPDATE journal SET seq = -seq - 1 WHERE seq < 0",
            ],
        );
        assert_eq!(verify(&world), broken("row 3: it does not follow the row before it"));

        sql(
            &world,
            &[
                "DELETE FROM journal",
                "INSERT INTO journal SELECT * FROM aside WHERE seq < 3",
                "UPDATE aside SET seq = seq + 1 WHERE seq >= 3",
                "INSERT INTO journal SELECT * FROM aside WHERE seq > 3",
                "UPDATE aside SET seq = 3, verb = 'slipped_in' WHERE seq = 4",
                "INSERT INTO journal SELECT * FROM aside WHERE seq = 3",
            ],
        );
        assert_eq!(verify(&world), broken("row 3: its content was changed"));
        drop(world);
    });
}

const AT_THE_TABLE: &str = "table";

fn journal_of(round: &str) -> String {
    format!("/manage/rounds/{}/journal", id_of("round", round))
}

#[test]
fn the_process_lead_reads_the_file_and_filters_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let page = ingrid.get(&journal_of(AT_THE_TABLE)).is(200);
        assert_eq!(page.text_of("h1"), "Logboek");
        let made = ingrid.get(&format!("{}?verb=created_round", page.path)).is(200);
        let lines = made.texts_of(".app-facts dd");
        assert_eq!(lines, ["Ingrid Smeets begon aan de ronde Hulp dichtbij in Waldervoort."]);

        let path = format!("{}?verb=published_round&person=Ingrid+Smeets", page.path);
        let filtered = ingrid.get(&path).is(200);
        let lines = filtered.texts_of(".app-facts dd");
        assert_eq!(lines.len(), 1, "{lines:?}");
        let start = "Ingrid Smeets publiceerde de ronde Hulp dichtbij in Waldervoort.";
        assert!(lines[0].starts_with(start), "{lines:?}");
        assert_eq!(filtered.value("verb").as_deref(), Some("published_round"));
        assert_eq!(filtered.value("person").as_deref(), Some("Ingrid Smeets"));

        let none = ingrid.get(&format!("{}?verb=nothing_like_it", page.path)).is(200);
        assert!(none.main_text().contains("Er staat nog niets in dit logboek."));
    });
}

#[test]
fn only_those_who_answer_for_the_round_read_its_file() {
    on_both(|kind| {
        let world = World::demo(kind);
        let path = journal_of(AT_THE_TABLE);
        world.visitor().get(&path).redirects();
        let answers = [
            ("carla@waldervoort.example", 200),
            ("bert@waldervoort.example", 200),
            ("fatima@waldervoort.example", 403),
            ("gerard@waldervoort.example", 403),
            ("rob@rietmeer.example", 404),
            ("jan@denabuur.example", 404),
        ];
        for (email, status) in answers {
            world.person(email).get(&path).is(status);
        }
    });
}
