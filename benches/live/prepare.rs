//! Copies of a table of the example, with people and sessions, straight into the database: signing
//! thousands of people in would measure passwords.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use sha2::{Digest, Sha256};

use crate::Done;

/// How many tables, people at each, and browsers of those people at each.
pub struct Size {
    pub tables: usize,
    pub seats: usize,
    pub windows: usize,
}

enum Link {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

/// Columns that hold ids of what is copied along.
const COPIED: [&str; 7] =
    ["id", "round_id", "lot_id", "bid_id", "table_id", "assignment_id", "current_bid_id"];

impl Link {
    fn open(database: &str) -> Done<Link> {
        Ok(match database.strip_prefix("sqlite:") {
            Some(file) => Link::Sqlite(SqliteConnection::establish(file)?),
            None => Link::Pg(PgConnection::establish(database)?),
        })
    }

    fn run(&mut self, statements: &str) -> Done<()> {
        match self {
            Link::Pg(c) => c.batch_execute(statements)?,
            Link::Sqlite(c) => c.batch_execute(statements)?,
        }
        Ok(())
    }

    fn words(&mut self, query: &str) -> Done<Vec<String>> {
        let rows: Vec<Word> = match self {
            Link::Pg(c) => sql_query(query).load(c)?,
            Link::Sqlite(c) => sql_query(query).load(c)?,
        };
        Ok(rows.into_iter().map(|row| row.word).collect())
    }

    fn word(&mut self, query: &str) -> Done<String> {
        self.words(query)?.into_iter().next().ok_or_else(|| format!("nothing: {query}").into())
    }

    fn columns(&mut self, table: &str) -> Done<Vec<String>> {
        self.words(&match self {
            Link::Pg(_) => format!(
                "SELECT column_name::text AS word FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
            ),
            Link::Sqlite(_) => {
                format!("SELECT name AS word FROM pragma_table_info('{table}') ORDER BY cid")
            }
        })
    }
}

pub fn prepare(database: &str, size: &Size) -> Done<()> {
    let from = &example();
    let mut link = Link::open(database)?;
    let lot = link.word(&format!("SELECT lot_id AS word FROM tables WHERE id = '{from}'"))?;
    let round = link.word(&format!("SELECT round_id AS word FROM lots WHERE id = '{lot}'"))?;
    let owner = format!("SELECT organisation_id AS word FROM rounds WHERE id = '{round}'");
    let owner = link.word(&owner)?;
    let bids = format!("IN (SELECT id FROM bids WHERE lot_id = '{lot}')");
    let sheets = format!("IN (SELECT id FROM assignments WHERE lot_id = '{lot}')");
    let copied = [
        ("rounds", format!("id = '{round}'")),
        ("lots", format!("id = '{lot}'")),
        ("bids", format!("lot_id = '{lot}'")),
        ("conflicts", format!("bid_id {bids}")),
        ("assignments", format!("lot_id = '{lot}'")),
        ("scores", format!("assignment_id {sheets}")),
        ("tables", format!("id = '{from}'")),
        ("table_items", format!("table_id = '{from}'")),
    ];
    let mut copies = vec![];
    for (table, which) in copied {
        copies.push((table, which, link.columns(table)?));
    }
    link.run("BEGIN")?;
    for number in 0..size.tables {
        for (table, which, columns) in &copies {
            link.run(&copy(number, (table, which), columns))?;
        }
        link.run(&people(number, (from, &owner), size))?;
    }
    link.run("COMMIT")
}

/// The table of the example that is at work.
pub fn example() -> String {
    uuid("table:table-1")
}

/// The copy of an id: its first eight signs become the number of the copy.
pub fn copy_of(number: usize, id: &str) -> String {
    format!("{number:08x}{}", &id[8..])
}

fn copy(number: usize, (table, which): (&str, &str), columns: &[String]) -> String {
    let value = |column: &String| match COPIED.contains(&column.as_str()) {
        true => format!("'{number:08x}' || substr({column}, 9)"),
        false => column.clone(),
    };
    let values: Vec<String> = columns.iter().map(value).collect();
    let (names, values) = (columns.join(", "), values.join(", "));
    format!("INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {which}")
}

/// Everybody at one table with a seat and a role, and their browsers. Seat 0 chairs.
fn people(number: usize, (from, owner): (&str, &str), size: &Size) -> String {
    let table = copy_of(number, from);
    let now = now();
    let mut all = String::new();
    for seat in 0..size.seats {
        let (id, role) = (person(number, seat), if seat == 0 { "chair" } else { "observer" });
        all += &format!(
            "INSERT INTO people (id, email, name, lang, verified_at, created_at) VALUES \
             ('{id}', 'p{number}.{seat}@load.example', 'Persoon {seat}', 'nl', {now}, {now}); \
             INSERT INTO memberships (person_id, organisation_id, role, since) VALUES \
             ('{id}', '{owner}', '{role}', {now}); \
             INSERT INTO seats (table_id, person_id, role, present_at) VALUES \
             ('{table}', '{id}', '{role}', {now});"
        );
    }
    for window in 0..size.windows {
        let (id, person) =
            (uuid(&format!("session {number} {window}")), person(number, window % size.seats));
        let hash = hex(token(number, window).as_bytes());
        all += &format!(
            "INSERT INTO sessions (id, token_hash, person_id, created_at, seen_at, agent, address) \
             VALUES ('{id}', '{hash}', '{person}', {now}, {now}, 'load', '127.0.0.1');"
        );
    }
    all
}

#[expect(clippy::disallowed_methods, reason = "a measuring tool has no other clock")]
fn now() -> i64 {
    jiff::Timestamp::now().as_microsecond()
}

pub fn person(number: usize, seat: usize) -> String {
    uuid(&format!("person {number} {seat}"))
}

/// What the browser has as its cookie.
pub fn token(number: usize, window: usize) -> String {
    hex(format!("load {number} {window}").as_bytes())
}

pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

fn uuid(name: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(name.as_bytes())[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}
