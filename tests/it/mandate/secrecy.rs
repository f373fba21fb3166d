//! No table links a member to what was voted in secret.

use diesel::prelude::*;
use diesel::sql_types::Text;
use regex::Regex;

use super::{bid, vote};
use crate::databases::{Kind, on_both};
use crate::world::World;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Every row of every table as one line, without what is made by chance or by the clock.
fn dump(world: &World, kind: Kind) -> Vec<String> {
    let mut tables = std::collections::BTreeMap::<String, Vec<String>>::new();
    for (table, column, _) in world.house.columns() {
        tables.entry(table).or_default().push(column);
    }
    let chance = Regex::new("[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{15,}");
    let chance = chance.expect("a pattern");
    let mut all = vec![];
    for (table, columns) in tables.into_iter().filter(|(table, _)| !table.starts_with("__")) {
        let texts: Vec<String> =
            columns.iter().map(|c| format!("COALESCE(CAST(\"{c}\" AS TEXT), '')")).collect();
        let query = format!("SELECT {} AS line FROM \"{table}\"", texts.join(" || '|' || "));
        let query = diesel::sql_query(query);
        let url = world.database.url();
        let rows: Vec<Line> = match kind {
            Kind::Sqlite => {
                let path = url.trim_start_matches("sqlite:");
                let mut link = SqliteConnection::establish(path).expect("the file opens");
                query.load(&mut link).expect("rows")
            }
            Kind::Postgres => {
                let mut link = PgConnection::establish(&url).expect("the server answers");
                query.load(&mut link).expect("rows")
            }
        };
        let rows = rows.iter().map(|row| chance.replace_all(&row.line, "*").into_owned());
        all.extend(rows.map(|row| format!("{table}: {row}")));
    }
    all.sort();
    all
}

/// Six members vote, one after the other.
fn voted(kind: Kind, choices: [&str; 6]) -> Vec<String> {
    let (world, mut hanneke, bid) = bid(kind);
    let names = ["a", "b", "c", "d", "e", "f"].map(|who| format!("{who}@leden.example"));
    hanneke.sets_up(&bid, &vote(&[("members", &names.join("\n"))]));
    for (name, choice) in names.iter().zip(choices) {
        let link = world.link_of(name);
        world.visitor().casts(&link, choice);
    }
    dump(&world, kind)
}

#[test]
fn a_secret_vote_leaves_no_link_in_any_table() {
    on_both(|kind| {
        let one = voted(kind, ["for", "against", "blank", "for", "for", "against"]);
        let other = voted(kind, ["against", "for", "for", "against", "for", "blank"]);
        assert_eq!(one, other);
        // The columns stand in the order of the alphabet.
        let counts = one.iter().filter(|line| *line == "tallies: 2|1|3|*").count();
        assert_eq!(counts, 1, "the counts are there");
        let own = one.iter().filter(|line| line.contains("a@leden.example"));
        assert_eq!(own.collect::<Vec<_>>(), ["voters: |a@leden.example|*|*|1"]);
    });
}
