use super::{NEW, complaints, link_in, mails_to};
use crate::databases::{Kind, on_both};
use crate::world::{PASSWORD, World};

const JAN: &str = "jan@denabuur.example";

#[test]
fn a_forgotten_password_is_replaced_by_mail_and_everybody_is_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut at_home = world.person(JAN);
        let mut jan = world.visitor();
        jan.get("/password-reset").is(200);
        jan.post("/password-reset", &[("email", " JAN@denabuur.example ")]).redirects();
        let mail = &mails_to(&world, JAN)[0];
        assert_eq!(mail.subject, "Kies een nieuw wachtwoord");
        let link = link_in(mail, "/password-reset/");
        world.visitor().get(&link).is(200);
        jan.get(&link).is(200);
        let short = jan.post(&link, &[("password", "kort")]).is(422);
        assert_eq!(complaints(&short), ["Kies een wachtwoord van ten minste 12 tekens."]);
        let own = jan.post(&link, &[("password", "jan@denabuur.example")]).is(422);
        assert_eq!(
            complaints(&own),
            ["Kies een wachtwoord dat niet uw eigen naam of e-mailadres is."]
        );
        let done = jan.post(&link, &[("password", NEW)]);
        let sign_in = jan.follow(&done).is(200);
        assert!(sign_in.main_text().contains("Uw wachtwoord is veranderd."), "{sign_in:?}");

        at_home.get("/account").redirects_to("/sign-in?next=%2Faccount");
        jan.post(&link, &[("password", "nog een heel ander")]).is(410);
        world.visitor().signs_in(JAN, PASSWORD).is(422);
        world.visitor().signs_in(JAN, NEW).redirects_to("/");
        let mails = mails_to(&world, JAN);
        assert_eq!(mails[1].subject, "Uw wachtwoord is veranderd");
    });
}

#[test]
fn asking_for_a_password_tells_nothing_about_an_address() {
    on_both(|kind| {
        let world = World::demo(kind);
        let answers = [JAN, "niemand@nergens.example"].map(|email| {
            let mut visitor = world.visitor();
            visitor.get("/password-reset");
            let answer = visitor.post("/password-reset", &[("email", email)]);
            let page = visitor.follow(&answer).is(200);
            (answer.status, answer.location, page.main_text())
        });
        assert_eq!(answers[0], answers[1]);
        assert_eq!(world.mails().len(), 1);
        let mut visitor = world.visitor();
        visitor.get("/password-reset");
        let empty = visitor.post("/password-reset", &[("email", "jan")]).is(422);
        assert_eq!(complaints(&empty), ["Vul uw e-mailadres in, zoals naam@voorbeeld.nl."]);
        assert_eq!(empty.value("email").as_deref(), Some("jan"));
    });
}

#[test]
fn only_the_link_that_is_used_counts_and_only_for_two_hours() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.visitor();
        jan.get("/password-reset");
        for _ in 0..2 {
            jan.post("/password-reset", &[("email", JAN)]).redirects();
        }
        let links: Vec<_> =
            mails_to(&world, JAN).iter().map(|m| link_in(m, "/password-reset/")).collect();
        world.set_clock("2026-11-23T10:59:00+01:00");
        jan.get(&links[0]).is(200);
        jan.post(&links[0], &[("password", NEW)]).redirects();
        jan.get(&links[1]).is(410);

        jan.get("/password-reset");
        jan.post("/password-reset", &[("email", JAN)]).redirects();
        let all = mails_to(&world, JAN);
        let last = all.iter().rev().find(|m| m.body.contains("/password-reset/")).expect("a link");
        let last = link_in(last, "/password-reset/");
        world.set_clock("2026-11-23T13:01:00+01:00");
        jan.get(&last).is(410);
    });
}

#[test]
fn a_password_is_changed_with_the_old_one_and_other_devices_are_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut elsewhere) = (world.person(JAN), world.person(JAN));
        jan.get("/account").is(200);
        let wrong = jan.post("/account/password", &[("old", "niet dit wachtwoord"), ("new", NEW)]);
        let wrong = wrong.is(422);
        assert_eq!(complaints(&wrong), ["Dit is niet uw wachtwoord van nu. Probeer het opnieuw."]);
        let own = jan.post("/account/password", &[("old", PASSWORD), ("new", "Jan de Wit 2027")]);
        assert_eq!(
            complaints(&own.is(422)),
            ["Kies een wachtwoord dat niet uw eigen naam of e-mailadres is."]
        );
        let done = jan.post("/account/password", &[("old", PASSWORD), ("new", NEW)]);
        assert_eq!(done.redirects(), "/account?done=password");
        jan.follow(&done).is(200);
        elsewhere.get("/account").redirects();
        world.visitor().signs_in(JAN, PASSWORD).is(422);
        assert_eq!(mails_to(&world, JAN)[0].subject, "Uw wachtwoord is veranderd");
    });
}

#[test]
fn a_password_keeps_its_spaces_and_signs() {
    let world = World::demo(Kind::Sqlite);
    let mut jan = world.person(JAN);
    jan.get("/account");
    let odd = "  é & 雨 <b> \" = % + ";
    jan.post("/account/password", &[("old", PASSWORD), ("new", odd)]).redirects();
    world.visitor().signs_in(JAN, odd.trim()).is(422);
    world.visitor().signs_in(JAN, odd).redirects_to("/");
}
