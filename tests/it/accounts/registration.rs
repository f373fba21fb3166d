use super::{NEW, complaints, link_in, mails_to};
use crate::databases::{Kind, on_both};
use crate::world::World;

const NOOR: [(&str, &str); 3] =
    [("name", "Noor Bos"), ("email", "Noor@Bos.example"), ("password", NEW)];

#[test]
fn somebody_registers_confirms_by_mail_and_is_in() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut noor = world.visitor();
        noor.get("/register").is(200);
        let sent = noor.post("/register", &NOOR);
        let sent = noor.follow(&sent).is(200);
        assert_eq!(sent.text_of("h1"), "Kijk in uw mail");
        let mails = mails_to(&world, "noor@bos.example");
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "Bevestig uw e-mailadres");
        assert!(mails[0].body.starts_with("Beste Noor Bos,"), "{}", mails[0].body);
        let link = link_in(&mails[0], "/verification/");

        noor.signs_in("noor@bos.example", NEW).is(422);
        // A scanner of mails opens every link; that must not use it up.
        world.visitor().get(&link).is(200);
        let page = noor.get(&link).is(200);
        assert!(page.main_text().contains("noor@bos.example"), "{page:?}");
        let wrong = noor.post(&link, &[("password", "een heel ander woord")]).is(422);
        assert_eq!(
            complaints(&wrong),
            [
                "Dit is niet het wachtwoord dat u koos. Probeer het opnieuw, of maak opnieuw een account."
            ]
        );
        let done = noor.post(&link, &[("password", NEW)]);
        assert_eq!(done.redirects(), "/account?done=welcome");
        let account = noor.follow(&done).is(200);
        assert_eq!(account.value("name").as_deref(), Some("Noor Bos"));
        assert!(account.main_text().contains("Welkom. Uw account is klaar."), "{account:?}");

        noor.get(&link).is(410);
        noor.post(&link, &[("password", NEW)]).is(410);
        world.visitor().signs_in("noor@bos.example", NEW).redirects_to("/");
        assert_eq!(world.house.verify_journal().map(|rows| rows > 0), Ok(true));
    });
}

#[test]
fn a_known_address_gets_the_same_answer_and_another_mail() {
    on_both(|kind| {
        let world = World::demo(kind);
        let answers = ["jan@denabuur.example", "niemand@nergens.example"].map(|email| {
            let mut visitor = world.visitor();
            visitor.get("/register");
            let fields = [("name", "Jan de Wit"), ("email", email), ("password", NEW)];
            let answer = visitor.post("/register", &fields);
            let page = visitor.follow(&answer).is(200);
            (answer.status, answer.location, page.main_text())
        });
        assert_eq!(answers[0], answers[1]);
        let mails = mails_to(&world, "jan@denabuur.example");
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].subject, "U heeft al een account bij Buurtbod");
        assert!(!mails[0].body.contains("/verification/"), "{}", mails[0].body);
        // Nothing changed for Jan.
        world.person("jan@denabuur.example");
    });
}

#[test]
fn nobody_confirms_the_password_of_another() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut evil = world.visitor();
        evil.get("/register");
        let early = [
            ("name", "Noor Bos"),
            ("email", "noor@bos.example"),
            ("password", "woorden van een ander"),
        ];
        evil.post("/register", &early).redirects();
        let mut noor = world.visitor();
        noor.get("/register");
        noor.post("/register", &NOOR).redirects();
        let mails = mails_to(&world, "noor@bos.example");
        let links: Vec<_> = mails.iter().map(|mail| link_in(mail, "/verification/")).collect();
        assert_eq!(links.len(), 2);
        // Whichever link she opens, only her own works with her password.
        let opened = links.iter().map(|link| match noor.get(link).status {
            200 => noor.post(link, &[("password", NEW)]).status,
            gone => gone,
        });
        let mut opened: Vec<_> = opened.collect();
        opened.sort_unstable();
        // The mails come in any order: once hers is used, the other is gone.
        assert!(opened == [303, 422] || opened == [303, 410], "{opened:?}");
        for link in links {
            evil.get(&link).is(410);
        }
        evil.signs_in("noor@bos.example", "woorden van een ander").is(422);
    });
}

#[test]
fn a_link_is_good_for_two_days_and_for_one_purpose() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut noor = world.visitor();
        noor.get("/register");
        noor.post("/register", &NOOR).redirects();
        let link = link_in(&mails_to(&world, "noor@bos.example")[0], "/verification/");
        let secret = link.trim_start_matches("/verification/").to_owned();
        for other in ["/password-reset", "/invitations"] {
            noor.get(&format!("{other}/{secret}")).is(410);
            noor.post(&format!("{other}/{secret}"), &[("password", NEW)]).is(410);
        }
        world.set_clock("2026-11-25T08:59:00+01:00");
        noor.get(&link).is(200);
        world.set_clock("2026-11-25T09:01:00+01:00");
        let late = noor.get(&link).is(410);
        assert_eq!(late.text_of("h1"), "Deze link werkt niet meer");
        noor.post(&link, &[("password", NEW)]).is(410);
        noor.get("/verification/onzin").is(410);
    });
}

#[test]
fn every_field_says_what_to_do() {
    let world = World::demo(Kind::Sqlite);
    let mut visitor = world.visitor();
    visitor.get("/register");
    let long = "a".repeat(81);
    let address = format!("{}@bos.example", "a".repeat(250));
    let name = "Vul uw naam in.";
    let email = "Vul uw e-mailadres in, zoals naam@voorbeeld.nl.";
    let signs = "Vul alleen uw naam in, zonder link en zonder tekens als / @ en :.";
    let cases = [
        ("name", "", name),
        ("name", "\u{202E}\0\t ", name),
        ("name", &long, "Maak uw naam korter: ten hoogste 80 tekens."),
        ("name", "Noor\r\nBcc: a@evil.example", signs),
        ("name", "Win nu op https://evil.example", signs),
        ("email", "", email),
        ("email", "noor", email),
        ("email", &address, email),
        ("email", "noor@bos.example\r\nBcc: a@evil.example", email),
        ("password", "", "Kies een wachtwoord van ten minste 12 tekens."),
        ("password", "kort", "Kies een wachtwoord van ten minste 12 tekens."),
        (
            "password",
            "Wachtwoord123",
            "Veel mensen kiezen dit wachtwoord. Kies iets wat niemand kan raden, bijvoorbeeld vier losse woorden.",
        ),
        (
            "password",
            "noor@bos.example",
            "Kies een wachtwoord dat niet uw eigen naam of e-mailadres is.",
        ),
    ];
    for (field, value, sentence) in cases {
        let fields: Vec<_> =
            NOOR.iter().map(|(k, v)| (*k, if *k == field { value } else { *v })).collect();
        let page = visitor.post("/register", &fields).is(422);
        assert_eq!(complaints(&page), [sentence], "{field} {value:?}");
        assert_eq!(page.text_of(&format!("#{field}-error")), format!("Fout: {sentence}"));
        // What was typed stands there again, only a password does not.
        assert_eq!(page.value("password").as_deref(), Some(""));
        if field != "email" {
            assert_eq!(page.value("email").as_deref(), Some("Noor@Bos.example"));
        }
    }
    let long = "a1".repeat(101);
    let page = visitor.post("/register", &[("password", long.as_str())]).is(422);
    assert_eq!(complaints(&page).len(), 3, "{page:?}");
    assert_eq!(world.mails().len(), 0);
}
