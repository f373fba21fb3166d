//! The assessment table through the front door: from the biggest difference to the minutes, live on
//! every screen, and nothing to be seen before its moment.

mod calculation;
mod door;
pub mod draw;
mod faults;
mod firmness;
mod lead;
mod live;
mod meeting;
mod rules;
pub mod votes;
mod waiting;
mod walls;

use crate::databases::Kind;
use crate::world::{PASSWORD, Page, Person, World, id_of};

pub const CHAIR: &str = "marijke@waldervoort.example";
pub const LEAD: &str = "ingrid@waldervoort.example";
pub const KEYS: [&str; 2] = ["henk@waldervoort.example", "shanti@waldervoort.example"];
pub const ASSESSORS: [&str; 5] = [
    "fatima@waldervoort.example",
    "peter@waldervoort.example",
    "sanne@waldervoort.example",
    "ruud@waldervoort.example",
    "els@waldervoort.example",
];

/// The table of lot 1, where 10 of the 16 items have a grade.
fn elsbroek() -> String {
    format!("/tables/{}", id_of("table", "table-1"))
}

/// The table of lot 2, which is over.
fn oosterveen() -> String {
    format!("/tables/{}", id_of("table", "table-2"))
}

/// Opens the table of a lot of the example, and answers its address.
fn opened(lead: &mut Person, lot: &str) -> String {
    let manage = format!("/manage/rounds/{}/tables", id_of("round", "table"));
    let before: Vec<String> = lead.get(&manage).is(200).addresses();
    let fields = [("lot", id_of("lot", lot)), ("chair", id_of("person", "marijke"))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    lead.post(&manage, &fields).redirects_to(&manage);
    let new = |address: &String| {
        address.starts_with("/tables/")
            && !address.contains("/minutes")
            && !before.contains(address)
    };
    lead.get(&manage).is(200).addresses().into_iter().find(new).expect("a new table")
}

/// The chair and the assessors at a fresh table of lot 3, Waterrijk; A is the bid for which Ruud
/// has a conflict.
fn waterrijk(kind: Kind) -> (World, String, Person) {
    let world = World::demo(kind);
    let table = opened(&mut world.person(LEAD), "table-3");
    for email in ASSESSORS {
        sit(&mut world.person(email), &table);
    }
    let mut chair = world.person(CHAIR);
    sit(&mut chair, &table);
    (world, table, chair)
}

pub fn sit(person: &mut Person, table: &str) {
    person.get(table).is(200);
    person.get(&format!("{table}/door")).is(200);
    person.post(&format!("{table}/seat"), &[("still", "same")]).redirects_to(table);
}

fn reveal(chair: &mut Person, table: &str, item: &str) {
    chair.get(table).is(200);
    chair.post(&format!("{table}/items/{item}/reveal"), &[]).redirects_to(table);
}

/// Posts a grade for an item, with the version that the chair sees.
fn fix(chair: &mut Person, (table, item): (&str, &str), fields: &[(&str, &str)]) -> Page {
    let version = chair.get(&format!("{table}?item={item}")).is(200).value("version");
    let version = version.unwrap_or_default();
    let fields: Vec<_> = fields.iter().copied().chain([("version", version.as_str())]).collect();
    chair.post(&format!("{table}/items/{item}/score"), &fields)
}

/// Reveals an item and settles it.
fn settle(chair: &mut Person, table: &str, (item, grade): (&str, &str)) {
    reveal(chair, table, item);
    let reason = format!("Dit past bij de woorden van het cijfer {grade}.");
    let fields =
        [("grade", grade), ("reason", &reason), ("outside", "Na lang praten zag de tafel meer.")];
    fix(chair, (table, item), &fields).redirects_to(table);
}

/// What is still open in Elsbroek, with grades that let A and D end with the same points.
const REST: [(&str, &str); 6] =
    [("A.q2", "8"), ("B.q4", "6"), ("C.q3", "6"), ("C.q4", "4"), ("D.q2", "8"), ("D.q3", "10")];

pub fn sign(person: &mut Person, table: &str) {
    let page = format!("{table}/signature");
    person.get(&page).is(200);
    person.post(&page, &[("read", "1")]).redirects_to(&page);
}

fn turn_key(person: &mut Person, table: &str) -> Page {
    let page = format!("{table}/price");
    person.get(&page).is(200);
    person.post(&page, &[("password", PASSWORD)])
}

/// Elsbroek with all grades fixed, and nobody has signed yet.
fn settled(kind: Kind) -> (World, String, Person) {
    let world = World::demo(kind);
    let (table, chair) = settled_in(&world);
    (world, table, chair)
}

/// The same in a world that is there.
pub fn settled_in(world: &World) -> (String, Person) {
    let table = elsbroek();
    let mut chair = world.person(CHAIR);
    for item in REST {
        settle(&mut chair, &table, item);
    }
    chair.post(&format!("{table}/quality"), &[]).redirects_to(&format!("{table}/signature"));
    (table, chair)
}

/// Elsbroek with its price open.
fn ranked(kind: Kind) -> (World, String, Person) {
    let (world, table, mut chair) = settled(kind);
    sign(&mut chair, &table);
    for email in ASSESSORS {
        sign(&mut world.person(email), &table);
    }
    for email in KEYS {
        turn_key(&mut world.person(email), &table).redirects_to(&format!("{table}/price"));
    }
    (world, table, chair)
}
