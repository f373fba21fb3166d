//! What the writers of the example say to each other and ask each other.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::DemoError;
use super::world::World;
use crate::actions;
use crate::domain::bids::comments::{Comment, CommentState, Writer, mentions};
use crate::domain::bids::todos::{Todo, TodoState};
use crate::domain::ids::{BidId, CommentId, PersonId, TodoId};
use crate::domain::moments::amsterdam;
use crate::store::Tx;

const TOGETHER: &str = include_str!("../../config/demo/together.toml");

#[derive(Deserialize)]
struct Together {
    comments: Vec<Said>,
    todos: Vec<Asked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    bid: String,
    key: String,
    field: String,
    by: String,
    text: String,
    r#for: Option<String>,
    after: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    bid: String,
    key: String,
    what: String,
    by: String,
    who: String,
    section: Option<String>,
    due: Option<i64>,
    after: i64,
}

/// Everything of one bid, counted from the moment that its last text was saved.
pub(super) fn load(
    tx: &mut Tx,
    world: &World,
    (bid, writers): (&str, &[String]),
    last: Timestamp,
) -> Result<(), DemoError> {
    let Together { comments, todos } = toml::from_str(TOGETHER).map_err(DemoError::content)?;
    let writer = |key: &String| Writer { id: PersonId::named(key), name: world.name_of(key) };
    let writers: Vec<Writer> = writers.iter().map(writer).collect();
    let at = |minutes: i64| {
        last.checked_add(SignedDuration::from_mins(minutes)).map_err(DemoError::content)
    };
    for said in comments.iter().filter(|said| said.bid == bid) {
        let comment = said.comment(world, &writers, at(said.after)?)?;
        actions::write_comment(tx, BidId::named(bid), &comment, comment.at)?;
    }
    for asked in todos.iter().filter(|asked| asked.bid == bid) {
        let todo = asked.todo(world, at(asked.after)?)?;
        let by = (todo.asked_by, world.name_of(&asked.by));
        actions::ask_todo(tx, BidId::named(bid), &todo, by, todo.asked_at)?;
    }
    Ok(())
}

impl Said {
    fn comment(
        &self,
        world: &World,
        writers: &[Writer],
        at: Timestamp,
    ) -> Result<Comment, DemoError> {
        let chosen = self.r#for.as_deref().map(PersonId::named);
        let chosen = chosen.map(String::from).unwrap_or_default();
        Ok(Comment {
            id: CommentId::named(&format!("{}-{}", self.bid, self.key)),
            field: self.field.clone(),
            by: PersonId::named(&self.by),
            by_name: world.name_of(&self.by),
            mentions: mentions(&self.text, &chosen, writers).map_err(DemoError::content)?,
            body: self.text.clone(),
            at,
            state: CommentState::Open,
        })
    }
}

impl Asked {
    fn todo(&self, world: &World, at: Timestamp) -> Result<Todo, DemoError> {
        let days = self.due.map(|days| SignedDuration::from_hours(24 * days));
        let due = days.map(|days| at.checked_add(days).map_err(DemoError::content)).transpose()?;
        Ok(Todo {
            id: TodoId::named(&format!("{}-{}", self.bid, self.key)),
            what: self.what.clone(),
            person: PersonId::named(&self.who),
            name: world.name_of(&self.who),
            due: due.map(|due| due.to_zoned(amsterdam()).date()),
            section: self.section.clone(),
            asked_by: PersonId::named(&self.by),
            asked_at: at,
            state: TodoState::Open,
        })
    }
}
