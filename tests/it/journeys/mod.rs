//! Whole journeys of several people, each at a real browser of their own.

mod amendment;
mod assessors;
mod chair;
mod clash;
mod conflict;
mod costs;
mod draw;
mod equivalent;
mod every_page;
mod joint;
mod joint_round;
mod mandate;
mod meeting;
mod no_script;
mod offline;
mod opening;
mod overlegtafel;
mod people;
mod pictures;
mod real_areas;
mod rounds;
mod sealed;
mod storm;
mod supplement;
mod table;
mod wins;

use crate::databases::{Kind, on_both};
use crate::world::World;

/// Runs a journey from the example, once on each database.
fn on_both_from_the_example(journey: impl AsyncFn(&World)) {
    on_both(|kind| from_the_example(kind, &journey));
}

/// Runs a journey from the example.
fn from_the_example(kind: Kind, journey: impl AsyncFn(&World)) {
    let world = World::demo(kind);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(journey(&world));
}
