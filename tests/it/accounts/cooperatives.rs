use super::{complaints, link_in, mails_to};
use crate::databases::{Kind, on_both};
use crate::world::World;

const BRAM: &str = "bram@denabuur.example";

#[test]
fn who_founds_a_cooperative_leads_it_and_may_submit() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut bram = world.person(BRAM);
        bram.get("/cooperatives/new").is(200);
        let fields = [
            ("name", "Zorgcoöperatie De Nieuwe"),
            ("place", "Elsbroek"),
            ("legal_form", "in_formation"),
            ("number", ""),
        ];
        let founded = bram.post("/cooperatives/new", &fields);
        let members = bram.follow(&founded).is(200);
        assert!(members.main_text().starts_with("Uw coöperatie is gemaakt."), "{members:?}");
        let roles = members.texts_of("main li li");
        assert_eq!(roles.len(), 2);
        assert!(roles[0].starts_with("Trekker, sinds 23 november 2026"), "{roles:?}");
        assert!(roles[1].starts_with("Mag indienen, sinds"), "{roles:?}");
        let account = bram.get("/account").is(200).main_text();
        assert!(account.contains("Zorgcoöperatie De Nieuwe Trekker, Mag indienen"), "{account}");
        // The same name is no problem; the address of pages differs.
        bram.post("/cooperatives/new", &fields).redirects();
    });
}

#[test]
fn every_field_says_what_to_do() {
    let world = World::demo(Kind::Sqlite);
    let mut bram = world.person(BRAM);
    bram.get("/cooperatives/new");
    let long = "a".repeat(121);
    let right = [
        ("name", "De Nieuwe"),
        ("place", "Elsbroek"),
        ("legal_form", "cooperative"),
        ("number", ""),
    ];
    let number = "Vul het KvK-nummer in. Dat heeft 8 cijfers. Nog geen nummer? Laat dit leeg.";
    let form = "Kies een rechtsvorm. Weet u het nog niet? Kies: in oprichting.";
    let cases = [
        ("name", "", "Vul dit veld in."),
        ("name", &long, "Maak deze tekst korter: ten hoogste 120 tekens."),
        ("place", "\n", "Vul dit veld in."),
        ("legal_form", "", form),
        ("legal_form", "bv", form),
        ("number", "1234567", number),
        ("number", "1234567a", number),
        ("number", "99001012; drop", number),
    ];
    for (field, value, sentence) in cases {
        let fields: Vec<_> =
            right.iter().map(|(k, v)| (*k, if *k == field { value } else { *v })).collect();
        let page = bram.post("/cooperatives/new", &fields).is(422);
        assert_eq!(complaints(&page), [sentence], "{field} {value:?}");
        if field != "place" {
            assert_eq!(page.value("place").as_deref(), Some("Elsbroek"));
        }
    }
}

#[test]
fn a_name_never_becomes_a_line_of_a_mail_header() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut bram = world.person(BRAM);
        bram.get("/cooperatives/new");
        let name = "De Nieuwe\r\nBcc: ander@evil.example\r\n\r\nKlik hier";
        let fields =
            [("name", name), ("place", "X"), ("legal_form", "cooperative"), ("number", "")];
        let members = bram.post("/cooperatives/new", &fields).redirects();
        let members = members.split('?').next().expect("a path").to_owned();
        bram.get(&members);
        bram.post(&members, &[("email", "gast@nieuw.example"), ("role", "writer")]).redirects();
        let mails = mails_to(&world, "gast@nieuw.example");
        assert_eq!(
            mails[0].subject,
            "Uitnodiging voor De Nieuwe Bcc: ander@evil.example Klik hier"
        );
        link_in(&mails[0], "/invitations/");
        let folder = world.database.folder().join("mail");
        let file = std::fs::read_to_string(folder.join(format!("{}.eml", mails[0].id)));
        let file = file.expect("the mail is a file");
        let head = file.split("\r\n\r\n").next().expect("a head");
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
    });
}
