use super::NEW;
use crate::databases::{Database, Kind, on_both};
use crate::world::{PASSWORD, World};
use buurtbod::testing::Instance;

const JAN: &str = "jan@denabuur.example";

#[test]
fn who_guesses_has_to_wait_and_nobody_is_locked_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut guesser = world.visitor();
        for email in [JAN, "niemand@nergens.example"] {
            for _ in 0..10 {
                guesser.signs_in(email, "een-ander-wachtwoord").is(422);
            }
            // The right password does not help either: the answer tells nothing.
            let wait = guesser.signs_in(email, PASSWORD).is(429);
            assert_eq!(wait.text_of("h1"), "Even wachten");
            assert!(wait.main_text().contains("Probeer het over 15 minuten opnieuw."), "{wait:?}");
        }
        // Somebody else is not held up.
        world.person("truus@denabuur.example");
        world.set_clock("2026-11-23T09:14:00+01:00");
        guesser.signs_in(JAN, PASSWORD).is(429);
        world.set_clock("2026-11-23T09:16:00+01:00");
        guesser.signs_in(JAN, PASSWORD).redirects_to("/");
    });
}

#[test]
fn signing_in_wipes_the_slate() {
    let world = World::demo(Kind::Sqlite);
    for _ in 0..3 {
        for _ in 0..9 {
            world.visitor().signs_in(JAN, "een-ander-wachtwoord").is(422);
        }
        world.visitor().signs_in(JAN, PASSWORD).redirects_to("/");
    }
}

#[test]
fn one_address_cannot_try_everybody() {
    let world = World::demo(Kind::Sqlite);
    let mut guesser = world.visitor();
    for n in 0..50 {
        guesser.signs_in(&format!("mens{n}@nergens.example"), "een-ander-wachtwoord").is(422);
    }
    guesser.signs_in("mens51@nergens.example", "een-ander-wachtwoord").is(429);
}

#[test]
fn mails_are_not_sent_without_end() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        visitor.get("/register");
        let fields = [("name", "Noor Bos"), ("email", "noor@bos.example"), ("password", NEW)];
        for _ in 0..5 {
            visitor.post("/register", &fields).redirects();
            visitor.post("/password-reset", &[("email", JAN)]).redirects();
        }
        visitor.post("/register", &fields).is(429);
        visitor.post("/password-reset", &[("email", JAN)]).is(429);
        assert_eq!(world.mails().len(), 10);
    });
}

#[test]
fn all_instances_count_together() {
    let database = Database::fresh(Kind::Postgres);
    let now = crate::world::START.parse().expect("a time");
    let start = || Instance::start(&database.url(), database.folder(), now);
    let (first, second) = (start(), start());
    let mut guesser = crate::world::Person::at_house(&first);
    for n in 0..10 {
        if n % 2 == 0 {
            guesser.moves_to(&second)
        } else {
            guesser.moves_to(&first)
        }
        guesser.signs_in(JAN, "een-ander-wachtwoord").is(422);
    }
    guesser.signs_in(JAN, "een-ander-wachtwoord").is(429);
    guesser.moves_to(&second);
    guesser.signs_in(JAN, "een-ander-wachtwoord").is(429);
}
