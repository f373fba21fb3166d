use buurtbod::testing::Instance;

use super::mails_to;
use crate::databases::{Database, Kind};
use crate::world::{Person, START, World};

#[test]
fn pages_that_only_tell_are_there_in_both_languages() {
    let world = World::empty(Kind::Sqlite);
    let mut visitor = world.visitor();
    let titles = |visitor: &mut Person| {
        ["/guide", "/help", "/privacy", "/accessibility", "/about"]
            .map(|path| visitor.get(path).is(200).text_of("h1"))
    };
    assert_eq!(
        titles(&mut visitor),
        ["Hoe het werkt", "Hulp en contact", "Privacy", "Toegankelijkheid", "Over deze website"]
    );
    visitor.post("/language", &[("lang", "en"), ("back", "/guide")]).redirects_to("/guide");
    assert_eq!(
        titles(&mut visitor),
        ["How it works", "Help and contact", "Privacy", "Accessibility", "About this website"]
    );
    let guide = visitor.get("/guide").is(200);
    assert_eq!(guide.texts_of("h3").len(), 9);
    let words = guide.texts_of("dt");
    assert_eq!(words.len(), 28);
    assert!(words.is_sorted_by_key(|word| word.to_lowercase()), "{words:?}");
    visitor.post("/language", &[("lang", "fr"), ("back", "//evil.example")]).redirects_to("/");
    assert_eq!(visitor.get("/help").is(200).text_of("h1"), "Help and contact");
}

#[test]
fn licences_can_be_read() {
    let world = World::empty(Kind::Sqlite);
    let mut visitor = world.visitor();
    let about = visitor.get("/about").is(200);
    for licence in ["EUPL-1.2", "OFL-1.1"] {
        let text = visitor.get(&about.link(&format!("Lees de licentie {licence}"))).is(200);
        assert!(text.main_text().len() > 4_000, "{licence}");
    }
    visitor.get("/about/licences/Cargo").is(404);
    visitor.get("/about/licences/..%2FCargo").is(404);
}

#[test]
fn the_mailbox_of_the_example_shows_mails_with_their_links() {
    let world = World::demo(Kind::Sqlite);
    let mut jan = world.visitor();
    assert!(jan.get("/demo/mail").is(200).main_text().contains("Er is nog geen mail."));
    jan.get("/password-reset");
    jan.post("/password-reset", &[("email", "jan@denabuur.example")]).redirects();
    let id = mails_to(&world, "jan@denabuur.example")[0].id.clone();
    let list = jan.get("/demo/mail").is(200);
    assert_eq!(list.link("Kies een nieuw wachtwoord"), format!("/demo/mail/{id}"));
    let mail = jan.get(&format!("/demo/mail/{id}")).is(200);
    let link = mail.addresses().into_iter().find(|a| a.starts_with("/password-reset/"));
    jan.get(&link.expect("a link")).is(200);
    jan.get("/demo/mail/onzin").is(404);
}

#[test]
fn outside_the_example_there_is_no_mailbox() {
    let database = Database::fresh(Kind::Sqlite);
    let now = START.parse().expect("a time");
    let house = Instance::start_real(&database.url(), database.folder(), now);
    let mut visitor = Person::at_house(&house);
    visitor.get("/demo/mail").is(404);
    visitor.get("/demo/mail/x").is(404);
    assert!(!visitor.get("/help").is(200).body.contains("app-demo"));
}
