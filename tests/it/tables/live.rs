//! Acts are heard on every screen at once: a stream says only which version the table is at.

use super::{CHAIR, LEAD, elsbroek, sit};
use crate::databases::{Kind, on_both};
use crate::world::World;

/// What the page says to its script.
fn version(world: &World, email: &str) -> i32 {
    let page = world.person(email).get(&elsbroek()).is(200);
    page.attribute("app-live", "version").parse().expect("a number")
}

#[test]
fn a_stream_tells_every_act_as_a_version_and_nothing_else() {
    on_both(|kind| {
        let world = World::demo(kind);
        let known = version(&world, LEAD);
        let mut stream = world.person(LEAD).listen(&format!("{}/events", elsbroek()));
        assert_eq!(stream.next(), known.to_string());
        sit(&mut world.person("gerard@waldervoort.example"), &elsbroek());
        // The interests at the door, and the seat.
        assert_eq!(stream.next(), (known + 2).to_string());
        let mut chair = world.person(CHAIR);
        chair.get(&elsbroek()).is(200);
        // A refused act changes nothing, so nobody hears of it.
        chair.post(&format!("{}/items/A.q1/reveal", elsbroek()), &[]).is(409);
        chair.post(&format!("{}/items/A.q2/postponement", elsbroek()), &[]).redirects();
        assert_eq!(stream.next(), (known + 3).to_string());
        assert_eq!(version(&world, LEAD), known + 3);
    });
}

#[test]
fn two_instances_serve_one_live_table() {
    // One file of SQLite has one program; only PostgreSQL serves several.
    let world = World::demo(Kind::Postgres);
    let other = world.beside();
    let known = version(&world, LEAD);
    let mut gerard = world.person("gerard@waldervoort.example");
    let at_other = world.person(LEAD).also_at(&other);
    let mut stream = at_other.listen(&format!("{}/events", elsbroek()));
    assert_eq!(stream.next(), known.to_string());
    sit(&mut gerard, &elsbroek());
    assert_eq!(stream.next(), (known + 2).to_string());
    let board = at_other.also_at(&other).get(&format!("{}/board", elsbroek())).is(200);
    assert!(board.body.contains("9 van de 9 mensen zijn er."), "{}", board.body);
}

#[test]
fn streams_end_when_the_house_stops_or_the_session_does() {
    on_both(|kind| {
        let mut world = World::demo(kind);
        let events = format!("{}/events", elsbroek());
        let mut mieke = world.person("mieke@waldervoort.example");
        let mut signed_out = mieke.listen(&events);
        let mut stopped = world.person(LEAD).listen(&events);
        assert!(!signed_out.next().is_empty() && !stopped.next().is_empty());
        mieke.get("/account").is(200);
        mieke.post("/sign-out", &[]).redirects();
        assert_eq!(signed_out.next(), "");
        world.house.stop();
        assert_eq!(stopped.next(), "");
    });
}
