//! Who may do what: every route as every role, in one committed table. Forms are posted empty, so
//! that an allowed act mostly changes nothing; where it did, the next one gets a fresh copy of the
//! world, and no row depends on another.
//!
//! After a change of routes: `INSTA_UPDATE=always cargo test --test it permissions`, and read the
//! difference as a wall that moved.

mod examples;
mod walk;

use std::sync::LazyLock;

use insta::assert_snapshot;

use walk::Walk;

/// Walked once, looked at by every test below.
static WALK: LazyLock<Walk> = LazyLock::new(Walk::take);

#[test]
fn every_route_answers_every_role_as_written_down() {
    assert_snapshot!("table", WALK.table());
}

#[test]
fn every_route_has_an_example() {
    assert_eq!(WALK.without_example, Vec::<String>::new());
}

#[test]
fn no_answer_is_a_breakdown() {
    assert_eq!(WALK.broken, Vec::<String>::new());
}

#[test]
fn no_form_is_read_without_its_token() {
    assert_eq!(WALK.tokenless, Vec::<String>::new());
}

#[test]
fn every_page_can_be_read_by_everybody() {
    assert_eq!(WALK.faults, Vec::<String>::new());
}
