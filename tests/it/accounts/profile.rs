//! What a cooperative tells about itself: once, for its own people, and again in each bid.

use std::io::{Read, Write};
use std::net::TcpListener;

use buurtbod::testing::Instance;

use crate::databases::{Database, Kind, on_both};
use crate::world::{Form, Page, Person, START, World, id_of};

const WRITER: &str = "yvonne@dijkgenoten.example";

fn address() -> String {
    format!("/organisations/{}/profile", id_of("organisation", "dijkgenoten"))
}

/// The bid of De Dijkgenoten in the open round.
fn bid() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

fn form(person: &mut Person) -> Form {
    person.get(&address()).is(200).form(&address())
}

fn complaints(page: &Page) -> Vec<String> {
    page.texts_of(".app-error-summary li")
}

/// The smallest thing that counts as a PDF.
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

#[test]
fn a_profile_is_filled_in_once_and_shows_what_the_board_lacks() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person(WRITER);
        let page = yvonne.get(&address()).is(200);
        assert_eq!(page.value("board.2.name").as_deref(), Some("Arie Slagter"));
        assert_eq!(page.value("years.1.members").as_deref(), Some("182"));
        let holes = "Niemand in uw bestuur heeft verstand van: recht en contracten, personeel, computers en privacy.";
        assert!(page.main_text().contains(holes), "{page:?}");
        let more = form(&mut yvonne)
            .with("board.4.name", "Mo Yassine")
            .and("board.4.skills", "digital")
            .and("board.4.skills", "law")
            .with("kind", "multi_stakeholder");
        yvonne.sends(&more).redirects_to(&format!("{}?done=saved", address()));
        let page = yvonne.get(&address()).is(200);
        assert!(page.main_text().contains("heeft verstand van: personeel."), "{page:?}");
        assert_eq!(page.value("kind").as_deref(), Some("multi_stakeholder"));
        assert_eq!(page.value("board.5.name").as_deref(), Some(""), "one empty row more");

        // Who does not write reads along.
        let mut mo = world.person("mo@dijkgenoten.example");
        let read = mo.get(&address()).is(200);
        assert!(read.main_text().contains("Mo Yassine"), "{read:?}");
        assert!(!read.addresses().contains(&address()), "no form");
        mo.post(&address(), &[("version", "2")]).is(403);
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn a_stranger_and_the_municipality_see_no_profile() {
    on_both(|kind| {
        let world = World::demo(kind);
        let statutes = id_of("profile-file", "dijkgenoten-Statuten.pdf");
        let pages = [
            address(),
            format!("{}/documents/{statutes}", address()),
            format!("{}/profile", bid()),
        ];
        for email in ["rob@rietmeer.example", "nynke@rietmeer.example", "jan@denabuur.example"] {
            let mut other = world.person(email);
            for page in &pages {
                other.get(page).is(404);
            }
            other.get("/");
            other.post(&address(), &[("introduction", "x")]).is(404);
        }
        world.visitor().get(&address()).redirects();
        let municipality = format!("/organisations/{}/profile", id_of("organisation", "rietmeer"));
        world.person(WRITER).get(&municipality).is(404);
        world.person("rob@rietmeer.example").get(&municipality).is(403);
    });
}

#[test]
fn nothing_typed_is_lost_when_something_is_wrong() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person(WRITER);
        for number in ["9900206", "990020688", "9900206a", "٩٩٠٠٢٠٦٨", "99-00-20-68"] {
            let typed = form(&mut yvonne)
                .with("number", number)
                .with("introduction", "Wij zijn een nieuw verhaal.")
                .with("board.4.name", "Nog iemand");
            let back = yvonne.sends(&typed).is(422);
            assert_eq!(complaints(&back).len(), 1, "{back:?}");
            assert_eq!(back.value("number").as_deref(), Some(number));
            assert_eq!(back.value("introduction").as_deref(), Some("Wij zijn een nieuw verhaal."));
            assert_eq!(back.value("board.4.name").as_deref(), Some("Nog iemand"));
        }
        let wrong = form(&mut yvonne)
            .with("board.1.name", "")
            .with("years.2.year", "2027")
            .with("years.3.turnout", "9.999")
            .with("track.1.since", "-1")
            .with("kind", "king");
        let back = yvonne.sends(&wrong).is(422);
        assert_eq!(complaints(&back).len(), 5, "{back:?}");
        // Nothing of it was saved.
        assert_eq!(form(&mut yvonne).value("board.1.name"), "Hanneke van Rossum");
        let spaced = form(&mut yvonne).with("number", "9900 20.68");
        yvonne.sends(&spaced).redirects();
        assert_eq!(form(&mut yvonne).value("number"), "99002068");
    });
}

#[test]
fn names_cannot_hide_or_turn() {
    let world = World::demo(Kind::Sqlite);
    let mut yvonne = world.person(WRITER);
    let turned = form(&mut yvonne)
        .with("board.1.name", "Han\u{202E}ne\u{200B}ke\u{0}\r\nvan Rossum")
        .with("board.1.role", "<script>alert(1)</script>")
        .with("track.1.what", "=HYPERLINK(\"x\") {{ 7*7 }}");
    yvonne.sends(&turned).redirects();
    let page = yvonne.get(&address()).is(200);
    assert_eq!(page.value("board.1.name").as_deref(), Some("Hannekevan Rossum"));
    assert_eq!(page.value("board.1.role").as_deref(), Some("<script>alert(1)</script>"));
    assert!(!page.body.contains("<script>alert"), "shown as text");
    assert!(page.main_text().contains("Hannekevan Rossum"));
}

#[test]
fn two_writers_at_once_lose_nothing() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut yvonne, mut hanneke) =
            (world.person(WRITER), world.person("hanneke@dijkgenoten.example"));
        let (first, second) = (form(&mut yvonne), form(&mut hanneke));
        yvonne.sends(&first.with("introduction", "Van Yvonne.")).redirects();
        let clash = hanneke.sends(&second.with("introduction", "Van Hanneke.")).is(409);
        assert_eq!(clash.value("introduction").as_deref(), Some("Van Hanneke."));
        assert!(clash.main_text().contains("Iemand anders bewaarde het profiel"), "{clash:?}");
        // Saving again is a choice.
        hanneke.sends(&clash.form(&address())).redirects();
        assert_eq!(form(&mut yvonne).value("introduction"), "Van Hanneke.");
    });
}

#[test]
fn documents_warn_around_their_end_and_go_into_a_bid_as_a_copy() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person(WRITER);
        let page = yvonne.get(&address()).is(200).main_text();
        for said in [
            "Loopt bijna af: geldig tot en met donderdag 31 december 2026",
            "Net afgelopen: geldig tot en met woensdag 11 november 2026",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let documents = format!("{}/documents", address());
        let until = [("valid_until", "2026-08-01")];
        let added = yvonne.uploads(&documents, &until, ("Oude polis.pdf", PDF));
        added.redirects_to(&format!("{}?done=file", address()));
        let page = yvonne.get(&address()).is(200).main_text();
        assert!(page.contains("Niet meer geldig: afgelopen op zaterdag 1 augustus 2026"), "{page}");
        let wrong = [("valid_until", "31-02-2027")];
        let back = yvonne.uploads(&documents, &wrong, ("Polis.pdf", PDF)).is(422);
        assert_eq!(complaints(&back).len(), 1, "{back:?}");
        assert_eq!(back.value("valid_until").as_deref(), Some("31-02-2027"));
        yvonne.uploads(&documents, &[], ("raar.pdf", b"MZ\x90")).is(422);
        yvonne.uploads(&documents, &[], ("", b"")).is(422);

        let copies = format!("{}/profile", bid());
        let action = format!("{copies}/files");
        let page = yvonne.get(&copies).is(200);
        assert!(page.main_text().contains("Niet meer geldig"), "{page:?}");
        let statutes = id_of("profile-file", "dijkgenoten-Statuten.pdf");
        let copy = [("file", statutes.as_str()), ("section", "members_mandate")];
        yvonne.post(&action, &copy).redirects_to(&copies);
        let page = yvonne.get(&copies).is(200);
        assert!(page.main_text().contains("Staat bij deze inschrijving"), "{page:?}");

        // Taken out of the profile, it stays with the bid.
        let removal = format!("{documents}/{statutes}/removal");
        yvonne.post(&removal, &[]).redirects_to(&address());
        let files = yvonne.get(&format!("{}/attachments/members_mandate", bid())).is(200);
        assert!(files.main_text().contains("Statuten.pdf"), "{files:?}");
        yvonne.post(&action, &copy).is(404);
        yvonne.post(&format!("{documents}/{statutes}/restoration"), &[]).redirects();
        let nowhere = [("file", statutes.as_str()), ("section", "need_and_gap")];
        yvonne.post(&action, &nowhere).is(422);
        let foreign = id_of("profile-file", "nabuur-Statuten.pdf");
        yvonne.post(&action, &[("file", &foreign), ("section", "members_mandate")]).is(404);
    });
}

#[test]
fn a_bid_shows_where_it_deviates_and_takes_over_on_one_press() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut yvonne = world.person(WRITER);
        let check = format!("{}/check", bid());
        let listed = yvonne.get(&check).is(200).texts_of(".app-notice--info .app-bullets li");
        let members = "Hoeveel leden heeft u? In uw profiel staat: 182 leden";
        assert_eq!((listed.len(), listed[0].as_str()), (2, members));
        let section = format!("{}/sections/who_we_are", bid());
        let page = yvonne.get(&section).is(200);
        assert!(page.main_text().contains("In uw profiel: 182 leden"), "{page:?}");
        let take = page.values("to").into_iter().find(|to| to.ends_with(".members"));
        let pressed = page.form(&section).with("to", &take.expect("a button"));
        yvonne.sends(&pressed).redirects_to(&format!("{section}#who_we_are.members"));
        let page = yvonne.get(&section).is(200);
        assert_eq!(page.value("who_we_are.members").as_deref(), Some("182"));
        let listed = yvonne.get(&check).is(200).texts_of(".app-notice--info .app-bullets li");
        assert_eq!(listed.len(), 1, "{listed:?}");
    });
}

/// A register that answers each question with the next of these; then it is silent.
fn register(answers: &'static [&'static str]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        let mut waiting = vec![];
        let mut left = answers.iter();
        for stream in listener.incoming() {
            let mut stream = stream.expect("a question");
            let mut asked = [0; 2048];
            let _ = stream.read(&mut asked);
            match left.next() {
                Some(answer) => {
                    let length = answer.len();
                    let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length";
                    let _ =
                        stream.write_all(format!("{head}: {length}\r\n\r\n{answer}").as_bytes());
                }
                None => waiting.push(stream),
            }
        }
    });
    address
}

#[test]
fn whatever_the_register_says_the_profile_is_saved() {
    on_both(|kind| {
        let known = r#"{"kvkNummer":"99002068","naam":"De Dijkgenoten U.A.","_embedded":{"hoofdvestiging":{"adressen":[{"plaats":"Vossendijk"}]}}}"#;
        let answers = vec![known.to_owned(), "<html>nee</html>".to_owned()];
        let answers: Vec<&'static str> = answers.into_iter().map(|a| &*a.leak()).collect();
        let database = Database::fresh(kind);
        let now = START.parse().expect("a time");
        let place = (database.url(), database.folder());
        let own = format!("[register]\nurl = \"{}\"\n", register(answers.leak()));
        let house = Instance::start_set((&place.0, place.1), now, &own);
        house.load_demo();
        let mut yvonne = Person::at_house(&house);
        yvonne.signs_in(WRITER, crate::world::PASSWORD).redirects();
        let save = |person: &mut Person, number: &str, text: &str| {
            let typed = form(person).with("number", number).with("introduction", text);
            person.sends(&typed).redirects()
        };
        assert!(save(&mut yvonne, "99002068", "Een.").ends_with("?done=known"));
        let page = yvonne.get(&address()).is(200).main_text();
        assert!(page.contains("kent 99002068 als De Dijkgenoten U.A. in Vossendijk."), "{page}");
        // The same number is not asked twice; another gets a wrong answer, and then none.
        assert!(save(&mut yvonne, "99002068", "Twee.").ends_with("?done=saved"));
        assert!(save(&mut yvonne, "99002069", "Drie.").ends_with("?done=down"));
        assert!(save(&mut yvonne, "99002070", "Vier.").ends_with("?done=down"));
        let told = yvonne.get(&format!("{}?done=down", address())).is(200).main_text();
        assert!(told.contains("Het handelsregister gaf geen antwoord."), "{told}");
        assert_eq!(form(&mut yvonne).value("introduction"), "Vier.");
        assert_eq!(form(&mut yvonne).value("number"), "99002070");
    });
}
