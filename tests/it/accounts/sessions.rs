use super::complaints;
use crate::databases::{Kind, on_both};
use crate::world::{PASSWORD, World};

const JAN: &str = "jan@denabuur.example";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

#[test]
fn a_person_signs_in_and_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        assert_eq!(jan.get("/sign-in").redirects(), "/");
        jan.get("/sign-nowhere").is(404);
        let mut thief = jan.also_at(&world.house);
        jan.get("/").is(200);
        jan.post("/sign-out", &[]).redirects_to("/");
        jan.get("/sign-in").is(200);
        thief.get("/account").redirects_to("/sign-in?next=%2Faccount");
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    on_both(|kind| {
        let world = World::demo(kind);
        let answers = [JAN, "niemand@nergens.example"].map(|email| {
            world.visitor().signs_in(email, "een-ander-wachtwoord").is(422).main_text()
        });
        assert_eq!(answers[0], answers[1]);
        let empty = world.visitor().signs_in(JAN, "").is(422);
        assert_eq!(complaints(&empty), ["Vul uw e-mailadres en uw wachtwoord in."]);
        assert_eq!(empty.value("email").as_deref(), Some(JAN));
    });
}

#[test]
fn one_comes_back_where_one_wanted_to_be_and_nowhere_else() {
    let world = World::demo(Kind::Sqlite);
    let mut jan = world.visitor();
    let asked = jan.get("/account").redirects();
    assert_eq!(asked, "/sign-in?next=%2Faccount");
    let page = jan.get(&asked).is(200);
    assert_eq!(page.value("next").as_deref(), Some("/account"));
    for (next, place) in [
        ("/account", "/account"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
    ] {
        let mut jan = world.visitor();
        jan.get("/sign-in");
        let fields = [("email", JAN), ("password", PASSWORD), ("next", next)];
        jan.post("/sign-in", &fields).redirects_to(place);
    }
}

#[test]
fn signing_in_gives_a_new_token() {
    let world = World::demo(Kind::Sqlite);
    let mut jan = world.visitor();
    jan.get("/sign-in");
    let before = jan.cookie("buurtbod").expect("a cookie").to_owned();
    jan.signs_in(JAN, PASSWORD).redirects();
    let after = jan.cookie("buurtbod").expect("a cookie").to_owned();
    assert_ne!(before, after);
    let page = jan.get("/account").is(200);
    let kept = jan.also_at(&world.house);
    // The token of the page before signing in is worth nothing.
    assert_eq!(kept.cookie("buurtbod"), Some(after.as_str()));
    assert!(page.set_cookie.is_none(), "{:?}", page.set_cookie);
    let mut fresh = world.visitor();
    let set = fresh.get("/sign-in").set_cookie.expect("a cookie");
    assert!(set.ends_with("; HttpOnly; SameSite=Lax; Path=/"), "{set}");
}

#[test]
fn sessions_are_listed_and_can_be_ended() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        let mut phone = world.visitor().named(FIREFOX);
        phone.signs_in(JAN, PASSWORD).redirects();
        let mut tablet = world.person(JAN);
        let mut truus = world.person("truus@denabuur.example");
        let account = jan.get("/account").is(200);
        assert!(account.main_text().contains("Firefox op Linux"), "{account:?}");
        let forms = account.addresses();
        let ends: Vec<_> = forms
            .iter()
            .filter(|a| a.starts_with("/account/sessions/") && a.len() > 40)
            .cloned()
            .collect();
        assert_eq!(ends.len(), 2, "{forms:?}");

        // Nobody ends another's session.
        truus.get("/account");
        truus.post(&ends[0], &[]).is(404);
        phone.get("/account").is(200);
        jan.get("/account");
        jan.post("/account/sessions/closure", &[]).redirects_to("/account?done=sessions");
        phone.get("/account").redirects();
        tablet.get("/account").redirects();
        jan.get("/account").is(200);

        let mut phone = world.person(JAN);
        let list = jan.get("/account").is(200).addresses();
        let end = list.iter().find(|a| a.starts_with("/account/sessions/") && a.len() > 40);
        jan.post(end.expect("the phone"), &[]).redirects_to("/account?done=session");
        phone.get("/account").redirects();
        jan.post(end.expect("the phone"), &[]).is(404);
    });
}

#[test]
fn a_session_ends_when_it_is_not_used_and_ends_anyway() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut idle) = (world.person(JAN), world.person(JAN));
        // Used every hour and a half it lives; two hours and a bit without use is over.
        for time in ["10:30", "12:00", "13:30", "15:00", "16:30", "18:00", "19:30", "20:55"] {
            world.set_clock(&format!("2026-11-23T{time}:00+01:00"));
            jan.get("/account").is(200);
        }
        idle.get("/account").redirects();
        // Twelve hours after signing in it is over, used or not.
        world.set_clock("2026-11-23T21:01:00+01:00");
        jan.get("/account").redirects();
        let mut again = world.person(JAN);
        let account = again.get("/account").is(200);
        assert!(!account.main_text().contains("Log alle andere apparaten uit"), "{account:?}");
    });
}

#[test]
fn a_form_needs_the_token_of_its_own_page_and_site() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut truus) = (world.person(JAN), world.person("truus@denabuur.example"));
        let foreign = truus.get("/account").is(200).value("csrf").expect("a token");
        jan.get("/account").is(200);
        let fields = [("name", "Jan"), ("language", "en")];
        let bare = jan.post_raw("/account", &fields).is(403);
        assert_eq!(bare.text_of("h1"), "Deze pagina stond te lang open");
        let taken = [("csrf", foreign.as_str()), ("name", "Jan"), ("language", "en")];
        jan.post_raw("/account", &taken).is(403);
        jan.get("/account");
        jan.post_from_elsewhere("/account", &fields).is(403);
        jan.post_nothing("/sign-out").is(403);
        assert_eq!(jan.get("/account").is(200).value("name").as_deref(), Some("Jan de Wit"));
        jan.post("/account", &fields).redirects_to("/account?done=name");
        assert_eq!(jan.get("/account").is(200).value("name").as_deref(), Some("Jan"));
    });
}

#[test]
fn name_and_language_are_ones_own() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        jan.get("/account");
        let wrong = jan.post("/account", &[("name", " "), ("language", "fr")]).is(422);
        assert_eq!(complaints(&wrong), ["Vul uw naam in.", "Maak een keuze."]);
        let fields = [
            ("name", "Jan\nde\tWit"),
            ("language", "en"),
            ("email", "x@y.nl"),
            ("role", "administrator"),
        ];
        let done = jan.post("/account", &fields);
        let account = jan.follow(&done).is(200);
        assert_eq!(account.text_of("h1"), "Your account");
        assert_eq!(account.value("name").as_deref(), Some("Jan de Wit"));
        assert!(account.main_text().contains(JAN), "the address cannot be changed: {account:?}");
    });
}
