//! The whole bid as a file, the file as a new bid, and anybody who wants to know whether a file is
//! what was handed in.

use jiff::{SignedDuration, Timestamp};
use lopdf::Document;
use serde_json::{Value, json};

use crate::databases::on_both;
use crate::html;
use crate::submission::{GERDA, complete, sign};
use crate::world::{Page, Person, World, id_of};

/// Has a bid on lot 2 that stands, and one on lot 4 that was withdrawn.
fn handed_in() -> String {
    format!("/bids/{}", id_of("bid", "open-2-kolkhuis"))
}

fn lot(number: u8) -> String {
    format!("/lots/{}", id_of("lot", &format!("open-{number}")))
}

#[track_caller]
fn sound(page: Page) -> Page {
    assert_eq!(html::faults(&page), Vec::<String>::new(), "{page:?}");
    page
}

/// The words of every page of a PDF, without white space.
fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a PDF");
    let text = |number: &u32| document.extract_text(&[*number]).expect("text");
    let bare = |text: String| {
        text.chars().filter(|sign| !sign.is_whitespace() && *sign != '\u{200B}').collect()
    };
    document.get_pages().keys().map(|number| bare(text(number))).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

fn json_of(person: &mut Person, address: &str) -> Value {
    let bytes = person.bytes_of(address);
    serde_json::from_slice(&bytes).expect("JSON")
}

/// Where the newest receipt of this bid has its files.
fn newest(person: &mut Person, bid: &str) -> String {
    let page = sound(person.get(&format!("{bid}/documents")).is(200));
    let file = page.addresses().into_iter().find(|a| a.contains("/receipt/")).expect("a file");
    file.trim_end_matches("/document.pdf").to_owned()
}

/// Receipt number, as the page of the receipt shows it.
fn number_of(person: &mut Person, bid: &str) -> String {
    person.get(&format!("{bid}/receipt")).is(200).texts_of(".app-facts dd")[0].clone()
}

#[test]
fn a_draft_says_on_every_page_that_it_is_one() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let tasks = gerda.get(&complete()).is(200);
        let documents = sound(gerda.get(&tasks.link("Download uw inschrijving")).is(200));
        assert_eq!(documents.text_of("h1"), "Download uw inschrijving");
        let address = format!("{}/document", complete());
        for file in ["pdf", "odt", "json"] {
            assert!(documents.addresses().contains(&format!("{address}.{file}")), "{file}");
        }
        let pdf = gerda.bytes_of(&format!("{address}.pdf"));
        let pages = pages(&pdf);
        assert!(pages.len() > 4, "{}", pages.len());
        for page in &pages {
            assert!(page.contains("Concept:nietingediend"), "{page}");
        }
        let said = json_of(&mut gerda, &format!("{address}.json"));
        assert_eq!(said["receipt"], Value::Null);
        let answers = said["content"]["answers"].as_object().expect("answers");
        let text = answers["way_of_working.week"].as_str().expect("a text");
        let whole = pages.concat();
        let first = text.split_whitespace().take(6).collect::<String>();
        assert!(whole.contains(&first), "{first} in {whole}");
        let kept = gerda.get(&format!("{address}.json")).is(200);
        let name = kept.disposition.unwrap_or_default();
        assert!(name.starts_with("attachment; filename=\"inschrijving-perceel-4-concept.json\""));
        let odt = gerda.bytes_of(&format!("{address}.odt"));
        assert_eq!(&odt[38..77], b"application/vnd.oasis.opendocument.text");
    });
}

#[test]
fn what_was_handed_in_is_the_same_file_every_time() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let (address, number) =
            (newest(&mut gerda, &handed_in()), number_of(&mut gerda, &handed_in()));
        let receipt = gerda.get(&format!("{}/receipt", handed_in())).is(200);
        let hash = receipt.texts_of(".app-facts dd")[4].clone();
        let pdf = gerda.bytes_of(&format!("{address}/document.pdf"));
        let pages = pages(&pdf);
        let count = pages.len();
        for (place, page) in (1..).zip(&pages) {
            for part in [format!("Pagina{place}van{count}"), number.clone(), bare(&hash)] {
                assert!(page.contains(&part), "{part} on {page}");
            }
            assert!(!page.contains("Concept"), "{page}");
        }
        world.house.set_clock(world.house.now() + SignedDuration::from_hours(1));
        assert!(gerda.bytes_of(&format!("{address}/document.pdf")) == pdf, "the same bytes");
        let said = json_of(&mut gerda, &format!("{address}/document.json"));
        assert_eq!(said["receipt"]["number"], number.as_str());
        assert_eq!(said["receipt"]["sha256"], hash.replace(' ', "").as_str());
        assert_eq!(said["content"]["cooperative_name"], "Zorgcoöperatie Het Kolkhuis");
        // What stands as handed in is no draft, whatever the address.
        let stands = gerda.bytes_of(&format!("{}/document.pdf", handed_in()));
        assert!(stands == pdf, "the same bytes");
        // Anybody else's receipt is not found below this bid.
        let other = newest(&mut gerda, &complete()).replace(&complete(), &handed_in());
        gerda.get(&format!("{other}/document.pdf")).is(404);
    });
}

#[test]
fn every_bid_of_the_example_can_be_printed_in_both_languages() {
    let world = World::demo(crate::databases::Kind::Sqlite);
    let bids = [
        ("gerda@kolkhuis.example", "open-2-kolkhuis"),
        ("tjitske@meeroever.example", "open-3-meeroever"),
        ("klaas@zorgkringnoord.example", "table-1-zorgkring"),
        ("bas@waterrijksamen.example", "table-3-waterrijk"),
    ];
    for (email, bid) in bids {
        let mut person = world.person(email);
        for (lang, page) in [("nl", "Pagina1van"), ("en", "Page1of")] {
            person.get("/bids").is(200);
            person.post("/language", &[("lang", lang), ("back", "/bids")]).redirects();
            let address = format!("/bids/{}/document", id_of("bid", bid));
            let pdf = person.bytes_of(&format!("{address}.pdf"));
            assert!(pages(&pdf)[0].contains(page), "{bid} in {lang}");
            assert!(!person.bytes_of(&format!("{address}.odt")).is_empty());
        }
    }
}

#[test]
fn a_file_becomes_a_new_bid_with_the_same_answers() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let address = newest(&mut gerda, &handed_in());
        let file = gerda.bytes_of(&format!("{address}/document.json"));
        let start = gerda.get(&format!("{}/bids?cooperative=", lot(3))).is(200);
        let place = start.link("Begin met een bestand");
        sound(gerda.get(&place).is(200));
        let preview = sound(gerda.uploads(&place, &[], ("bid.json", &file)).is(200));
        assert!(preview.text_of("h2").ends_with("antwoorden passen"), "{preview:?}");
        let save = format!("{place}/bid");
        let bid = gerda.sends(&preview.form(&save)).redirects();
        let said = json_of(&mut gerda, &format!("{bid}/document.json"));
        let before: Value = serde_json::from_slice(&file).expect("JSON");
        assert_eq!(said["content"]["answers"], before["content"]["answers"]);
        assert_eq!(said["content"]["lot_number"], 3);
        assert_eq!(said["content"]["attachments"], json!([]));
        // Once more: something stands in it now, and nothing is written over that.
        let again = gerda.sends(&preview.form(&save)).is(409);
        assert!(again.main_text().contains("Wij schrijven daar niets overheen."), "{again:?}");
        // A text that a writer saved is a version like any other.
        let field = "way_of_working.week";
        let versions = gerda.get(&format!("{bid}/fields/{field}/versions")).is(200);
        assert!(versions.main_text().contains("Gerda Nijland"), "{versions:?}");
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn what_does_not_fit_is_named_and_stays_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let file = json!({
            "format": "buurtbod-bid", "version": 1, "receipt": null, "round": "Elders",
            "later": { "a": 1 },
            "content": {
                "lot_name": "<b>Elders</b>", "parties": [],
                "answers": {
                    "way_of_working.week": "Wij komen <script>alert(1)</script> langs.",
                    "way_of_working.start_days": "5",
                    "elsewhere.text": "x",
                    "quality.requirements.Q01.status": "maybe",
                    "support.done": "yes",
                    "members_mandate.decision": "om\u{202E}gekeerd",
                },
                "attachments": [{ "name": "brief.pdf" }],
            },
        });
        let place = format!("{}/bids/file", lot(3));
        gerda.get(&place).is(200);
        let sent = file.to_string();
        let preview = sound(gerda.uploads(&place, &[], ("bid.json", sent.as_bytes())).is(200));
        let text = preview.main_text();
        for part in [
            "2 antwoorden passen",
            "Het bestand is gemaakt voor: <b>Elders</b>.",
            "elsewhere.text : Deze ronde vraagt dit niet.",
            "Deze keuze is er niet in deze ronde.",
            "Er zitten onzichtbare tekens in.",
            "brief.pdf",
            "later",
            "parties",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let bid = gerda.sends(&preview.form(&format!("{place}/bid"))).redirects();
        let said = json_of(&mut gerda, &format!("{bid}/document.json"));
        let expected = json!({
            "way_of_working.start_days": "5",
            "way_of_working.week": "Wij komen <script>alert(1)</script> langs.",
        });
        assert_eq!(said["content"]["answers"], expected);
    });
}

#[test]
fn a_bad_file_comes_back_with_a_sentence() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let place = format!("{}/bids/file", lot(3));
        let large = format!("{{\"format\":\"{}\"}}", "x".repeat(2 * 1024 * 1024));
        let wide = json!({
            "format": "buurtbod-bid", "version": 1,
            "content": { "answers": { "way_of_working.week": "\n".repeat(1_000_000) } },
        });
        let bad: [(&[u8], &str); 8] = [
            (b"", "Dit bestand kunnen wij niet lezen."),
            (b"%PDF-1.7 ...", "Dit bestand kunnen wij niet lezen."),
            (b"{\"format\":\"buurtbod-bid\",\"version\":1", "Dit bestand kunnen wij niet lezen."),
            (b"{\"format\":\"a\",\"format\":\"b\"}", "Dit bestand kunnen wij niet lezen."),
            (b"{\"a\":1}", "Dit is geen inschrijving van deze dienst."),
            (b"{\"format\":\"buurtbod-bid\",\"version\":2}", "met een andere versie"),
            (large.as_bytes(), "Dit bestand is te groot."),
            (
                br#"{"format":"buurtbod-bid","version":1,"content":{"answers":{"a.b":"\ud800"}}}"#,
                "Dit is geen inschrijving van deze dienst.",
            ),
        ];
        for (file, sentence) in bad {
            gerda.get(&place).is(200);
            let answer = sound(gerda.uploads(&place, &[], ("bid.json", file)).is(422));
            let told = answer.texts_of(".app-error-summary a");
            assert!(told.len() == 1 && told[0].contains(sentence), "{told:?}");
        }
        gerda.get(&place).is(200);
        let wide = wide.to_string();
        // Nothing but line ends is no answer at all.
        let answer = gerda.uploads(&place, &[], ("bid.json", wide.as_bytes())).is(200);
        assert!(answer.main_text().contains("Geen enkel antwoord past"), "{answer:?}");
        gerda.get(&place).is(200);
        gerda.post(&format!("{place}/bid"), &[("answers", "[]")]).redirects_to(&place);
        // Nothing was begun.
        assert!(!gerda.get("/bids").is(200).main_text().contains("Perceel 3"));
    });
}

#[test]
fn a_round_that_is_closed_takes_no_file() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let place = format!("{}/bids/file", lot(3));
        gerda.get(&place).is(200);
        let tasks = gerda.get(&complete()).is(200);
        let closes: Timestamp =
            tasks.attribute(".app-strip time", "datetime").parse().expect("a time");
        world.house.set_clock(closes + SignedDuration::from_secs(1));
        let mut gerda = world.person(GERDA);
        gerda.get(&place).is(409);
        let answers = json!({ "way_of_working.start_days": "5" }).to_string();
        gerda.post(&format!("{place}/bid"), &[("answers", &answers)]).is(409);
    });
}

#[test]
fn anybody_with_the_number_sees_when_and_nothing_of_who_or_what() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let number = number_of(&mut gerda, &handed_in());
        let mut visitor = world.visitor();
        let form = sound(visitor.get("/receipts").is(200)).form("/receipts");
        let typed = number.to_lowercase().replace('-', " ");
        let place = visitor.uploads("/receipts", &[("number", &typed)], ("", b"")).redirects();
        assert_eq!((place.as_str(), form.value("number")), (&*format!("/receipts/{number}"), ""));
        let found = sound(visitor.get(&place).is(200));
        let receipt = gerda.get(&format!("{}/receipt", handed_in())).is(200);
        let facts = receipt.texts_of(".app-facts dd");
        let shown = [0, 1, 4].map(|place: usize| facts[place].clone());
        assert_eq!(found.texts_of(".app-facts dd"), shown);
        let text = found.main_text();
        for hidden in ["Kolkhuis", "Gerda", "Rietmeer", "Perceel"] {
            assert!(!text.contains(hidden), "{hidden} in {text}");
        }
        // Unknown and impossible numbers look the same.
        for unknown in ["BB-2222-2222", "BB-0000-0000", "x", "%00"] {
            let answer = visitor.get(&format!("/receipts/{unknown}")).is(404);
            assert_eq!(html::faults(&answer), Vec::<String>::new(), "{unknown}");
            assert!(answer.main_text().contains("Dit nummer kennen wij niet."), "{answer:?}");
        }
        for (typed, sentence) in [("", "Vul een nummer in"), ("BB-12", "Dit is geen nummer")] {
            visitor.get("/receipts").is(200);
            let answer = visitor.uploads("/receipts", &[("number", typed)], ("", b"")).is(422);
            assert!(answer.main_text().contains(sentence), "{answer:?}");
        }
    });
}

#[test]
fn a_file_is_held_against_what_was_handed_in() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        let address = newest(&mut gerda, &handed_in());
        let number = number_of(&mut gerda, &handed_in());
        let pdf = gerda.bytes_of(&format!("{address}/document.pdf"));
        let receipt = gerda.bytes_of(&format!("{address}/receipt.pdf"));
        let json = gerda.bytes_of(&format!("{address}/document.json"));
        let content = gerda.bytes_of(&address);
        let mut visitor = world.visitor();
        let mut shows = |number: &str, name: &str, bytes: &[u8]| {
            visitor.get("/receipts").is(200);
            let answer = visitor.uploads("/receipts", &[("number", number)], (name, bytes));
            (answer.status, sound(answer).main_text())
        };
        for (number, name, bytes) in [
            ("", "a.pdf", &pdf),
            ("", "receipt.pdf", &receipt),
            ("", "a.json", &json),
            (number.as_str(), "content.json", &content),
        ] {
            let (status, text) = shows(number, name, bytes);
            assert_eq!(status, 200, "{text}");
            assert!(text.contains("Dit bestand klopt."), "{name}: {text}");
            assert!(text.contains("Perceel 2"), "{name}: {text}");
            assert!(!text.contains("Kolkhuis"), "{name}: {text}");
        }
        let mut other = pdf.clone();
        let last = other.len() - 200;
        other[last] ^= 1;
        let changed = String::from_utf8(json).expect("text").replacen(
            "\"preference\":",
            " \"preference\":",
            1,
        );
        for (name, bytes) in [("a.pdf", &other[..]), ("a.json", changed.as_bytes())] {
            let (status, text) = shows("", name, bytes);
            assert_eq!(status, 200, "{text}");
            assert!(text.contains("onder dit nummer"), "{name}: {text}");
            assert!(!text.contains("Perceel 2"), "{name}: {text}");
        }
        for (number, name, bytes, status) in [
            ("", "a.txt", &b"hallo"[..], 422),
            ("", "content.json", &content, 422),
            ("", "a.pdf", b"%PDF-1.7 leeg", 422),
            ("BB-2222-2222", "a.pdf", &pdf, 404),
        ] {
            assert_eq!(shows(number, name, bytes).0, status, "{name}");
        }
    });
}

#[test]
fn a_version_that_was_taken_back_says_so() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = world.person(GERDA);
        sign(&mut gerda, &complete(), &[]).redirects();
        let number = number_of(&mut gerda, &complete());
        let mut visitor = world.visitor();
        let place = format!("/receipts/{number}");
        assert!(!visitor.get(&place).is(200).main_text().contains("ingetrokken"));
        let withdrawal = format!("{}/withdrawal", complete());
        gerda.get(&withdrawal).is(200);
        let why = [("reason", "Wij maken er iets beters van."), ("confirmed", "yes")];
        gerda.post(&withdrawal, &why).redirects();
        let text = sound(visitor.get(&place).is(200)).main_text();
        assert!(text.contains("Deze versie is ingetrokken op"), "{text}");
        assert!(!text.contains("iets beters"), "{text}");
        let documents = sound(gerda.get(&format!("{}/documents", complete())).is(200));
        assert_eq!(documents.texts_of("h2").len(), 3, "{documents:?}");
    });
}

#[test]
fn after_the_opening_the_page_says_for_which_lot() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut klaas = world.person("klaas@zorgkringnoord.example");
        let bid = format!("/bids/{}", id_of("bid", "table-1-zorgkring"));
        let number = number_of(&mut klaas, &bid);
        let text = sound(world.visitor().get(&format!("/receipts/{number}")).is(200)).main_text();
        assert!(text.contains("Perceel 1") && !text.contains("Zorgkring"), "{text}");
    });
}

#[test]
fn whoever_tries_number_after_number_has_to_wait() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut visitor = world.visitor();
        let mut tries = 0;
        while visitor.get("/receipts/BB-2222-2222").status == 404 {
            tries += 1;
            assert!(tries <= 300, "nobody is stopped");
        }
        assert_eq!(tries, 300);
        visitor.get("/receipts/BB-2222-2222").is(429);
        visitor.get("/receipts").is(200);
        visitor.uploads("/receipts", &[], ("", b"")).is(429);
        world.house.set_clock(world.house.now() + SignedDuration::from_mins(15));
        visitor.get("/receipts/BB-2222-2222").is(404);
    });
}
