//! Writing a bid together: what writers say to each other, ask each other, see of each other and
//! changed. None of it is part of the bid, and nobody else ever reads it.

mod company;
mod talk;
mod todos;
mod walls;

use crate::world::{Page, Person, World, id_of};

/// Yvonne asked something about the week in the example.
pub fn draft() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

pub const HANNEKE: &str = "hanneke@dijkgenoten.example";
pub const YVONNE: &str = "yvonne@dijkgenoten.example";
pub const WEEK: &str = "way_of_working.week";
/// A question about which nobody said anything.
pub const CHANGE: &str = "better_than_now.change";

/// Somebody who has a page before them.
pub fn at(world: &World, email: &str, page: &str) -> Person {
    let mut person = world.person(email);
    person.get(page).is(200);
    person
}

impl Person {
    pub fn says(&mut self, bid: &str, field: &str, fields: &[(&str, &str)]) -> Page {
        self.post(&format!("{bid}/fields/{field}/comments"), fields)
    }
}

impl Page {
    /// What stands below a question.
    pub fn talk(&self, field: &str) -> String {
        self.text_of(&format!("[id='talk-{field}']"))
    }

    /// The line that unfolds it.
    pub fn talk_summary(&self, field: &str) -> String {
        self.text_of(&format!("summary:has(+ [id='talk-{field}'])"))
    }
}
