//! An assessor who leaves halfway, and one who goes on.

use super::{at_work, declare, give, manage, opened};
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const REASON: &str = "Aïcha is langer afwezig.";

/// Where the lead replaces somebody on lot 2.
fn replacement(lead: &mut Person, name: &str) -> String {
    let board = lead.get(&manage("open", "progress")).is(200);
    let label = board.addresses().into_iter().filter(|a| a.ends_with("/replacement"));
    for address in label {
        if lead.get(&address).is(200).text_of("h1").contains(name) {
            return address;
        }
    }
    panic!("nobody called {name} on {board:?}");
}

fn replace(lead: &mut Person, address: &str, (to, reason): (&str, &str)) -> Page {
    lead.get(address).is(200);
    let to = if to == "nobody" { to.to_owned() } else { id_of("person", to) };
    lead.post(address, &[("to", to.as_str()), ("reason", reason)])
}

#[test]
fn who_is_replaced_is_out_at_once_and_who_goes_on_begins_anew() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
        let mut rob = world.person("rob@rietmeer.example");
        world.mails();
        let address = replacement(&mut rob, "Aïcha");
        replace(&mut rob, &address, ("tomasz", " ")).is(422);
        replace(&mut rob, &address, ("joost", REASON)).is(422);
        replace(&mut rob, &address, ("fatima", REASON)).is(422);
        rob.post(&address, &[("reason", REASON)]).is(422);
        aicha.get(&first).is(200);

        let before = world.mails().len();
        replace(&mut rob, &address, ("tomasz", REASON))
            .redirects_to(&format!("{}?replaced=1", manage("open", "progress")));
        // Twice is refused: it is done.
        rob.post(&address, &[("to", "nobody"), ("reason", REASON)]).is(404);
        let sheet = first.split("/bids/").next().expect("a sheet").to_owned();
        for page in [&first, &sheet, &format!("{sheet}/lock"), &super::declarations()] {
            aicha.get(page).is(404);
        }
        aicha.post(&first, &[("grade", "6"), ("reason", "Toch minder.")]).is(404);
        let field = [("field", "grade"), ("value", "6"), ("version", "1")];
        aicha.post(&format!("{first}/fields"), &field).is(404);
        assert!(aicha.get("/review").main_text().contains("U heeft nu niets te beoordelen."));

        let mails = world.mails();
        assert_eq!(mails.len(), before + 1);
        assert_eq!(mails[before].to, "tomasz@rietmeer.example");
        let mut tomasz = world.person("tomasz@rietmeer.example");
        let own = declare(&mut tomasz, "none", "").redirects();
        let page = tomasz.get(&own).is(200);
        assert!(page.main_text().contains("U gaf 0 van de"), "{page:?}");
        assert!(!page.body.contains("Duidelijk plan."));
        let board = rob.get(&manage("open", "progress")).is(200).main_text();
        assert!(board.contains("1 cijfer blijft in het dossier. Het telt niet mee."), "{board}");
        assert!(board.contains(REASON), "{board}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn who_comes_back_finds_the_own_marks() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
        let mut rob = world.person("rob@rietmeer.example");
        let address = replacement(&mut rob, "Aïcha");
        replace(&mut rob, &address, ("nobody", REASON)).redirects();
        aicha.get(&first).is(404);
        super::assign(&mut rob, &[("aicha", 2)]).redirects();
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("reason").as_deref(), Some("Duidelijk plan."));
    });
}

#[test]
fn marks_of_who_was_replaced_count_nowhere() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let board = format!("/manage/rounds/{}/progress", id_of("round", "table"));
        let page = ingrid.get(&board).is(200);
        let lot = page.texts_of("main section h2").into_iter().position(|h| h.starts_with("3."));
        let section = format!("main section:nth-of-type({})", lot.expect("lot 3") + 1);
        assert!(page.text_of(&section).contains("Els"), "{page:?}");
        let mut found = None;
        for address in page.addresses().into_iter().filter(|a| a.ends_with("/replacement")) {
            let page = ingrid.get(&address).is(200);
            if page.text_of("main").contains("3. Waterrijk") && page.text_of("h1").contains("Els") {
                found = Some((address, page));
            }
        }
        let (address, page) = found.expect("Els on lot 3");
        // Yusuf was named as reserve: one act.
        let form = page.form(&address).with("reason", "Els is verhuisd.");
        ingrid.sends(&form).redirects();
        let tables = format!("/manage/rounds/{}/tables", id_of("round", "table"));
        let told = ingrid.get(&tables).is(200).main_text();
        assert!(told.contains("4 van de 5"), "Yusuf has to score first: {told}");
    });
}
