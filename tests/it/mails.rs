//! Mails of a municipality: texts of its own, what did not arrive, and nothing that a mail may not say.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Person, World, id_of};

const LEAD: &str = "rob@rietmeer.example";
const THEO: &str = "theo@rietmeer.example";

fn of_rietmeer(page: &str) -> String {
    format!("/organisations/{}/{page}", id_of("organisation", "rietmeer"))
}

/// A mail server that refuses one address for good, until it is told to take everything.
fn mail_server(refused: &'static str) -> (u16, Arc<AtomicBool>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let takes_all = Arc::new(AtomicBool::new(false));
    let open = takes_all.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let open = open.clone();
            std::thread::spawn(move || talk(stream, refused, &open));
        }
    });
    (port, takes_all)
}

/// As much SMTP as one mail needs; ends when the other side does.
fn talk(stream: TcpStream, refused: &str, takes_all: &AtomicBool) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines().map_while(Result::ok);
    let mut out = stream;
    let mut say = |text: &str| write!(out, "{text}\r\n").ok();
    say("220 ready")?;
    while let Some(line) = lines.next() {
        match line.to_uppercase() {
            word if word.starts_with("RCPT") => {
                let shut = line.contains(refused) && !takes_all.load(Ordering::Relaxed);
                say(if shut { "550 5.1.1 no such mailbox" } else { "250 ok" })?;
            }
            word if word.starts_with("DATA") => {
                say("354 go on")?;
                lines.by_ref().find(|line| line == ".")?;
                say("250 ok")?;
            }
            word if word.starts_with("QUIT") => {
                say("221 bye")?;
                return None;
            }
            _ => say("250 ok")?,
        };
    }
    None
}

fn with_smtp(kind: Kind, port: u16) -> World {
    let own = format!(
        "[mail]\ntransport = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\nencryption = \"none\"\n"
    );
    World::demo_set(kind, &own)
}

/// Rob asks Theo for an answer; the mail waits.
fn asks_theo(rob: &mut Person) {
    let manage = format!("/manage/rounds/{}/questions", id_of("round", "open"));
    let page = crate::answers::page_of(rob, &manage, "alleen in Wilgenhoek");
    let hand = format!("{page}/handler");
    let form = rob.get(&page).is(200).form(&hand).with("handler", &id_of("person", "theo"));
    rob.sends(&form).redirects();
}

fn lines(person: &mut Person, of: &str) -> Vec<String> {
    let page = person.get(&of_rietmeer("mail")).is(200);
    assert_eq!(html::faults(&page), Vec::<String>::new());
    page.texts_of(&format!("section[aria-labelledby={of}] li"))
}

#[test]
fn a_mail_that_is_refused_is_tried_again_given_up_and_sent_again() {
    on_both(|kind| {
        let (port, takes_all) = mail_server("theo@");
        let world = with_smtp(kind, port);
        let mut rob = world.person(LEAD);
        asks_theo(&mut rob);
        let theos = |lines: Vec<String>| {
            let asked = |line: &String| line.contains("Theo Maas") && !line.starts_with("Klacht");
            lines.into_iter().find(asked)
        };
        let waits = theos(lines(&mut rob, "outbox-others")).expect("a line");
        assert!(waits.contains("Wacht op verzending"), "{waits}");
        // Each time well after it is due: the clock of a test runs on while it works.
        for moment in ["2026-11-23T09:00:30+01:00", "2026-11-23T09:05:00+01:00"] {
            world.set_clock(moment);
            world.house.run_errands();
            let line = theos(lines(&mut rob, "outbox-others")).expect("a line");
            assert!(line.contains("Wordt opnieuw geprobeerd"), "{line}");
        }
        world.set_clock("2026-11-23T09:20:00+01:00");
        world.house.run_errands();
        let failed = theos(lines(&mut rob, "outbox-failed")).expect("a line");
        assert!(
            failed.contains("Niet aangekomen") && failed.contains("no such mailbox"),
            "{failed}"
        );
        // It shows at the person, to who looks after people and to the person too.
        let members = rob.get(&of_rietmeer("members")).is(200).main_text();
        assert!(!members.contains("Mail komt niet aan"), "only for who manages people: {members}");
        let mut nynke = world.person("nynke@rietmeer.example");
        let members = nynke.get(&of_rietmeer("members")).is(200).main_text();
        assert!(members.contains("Mail komt niet aan sinds"), "{members}");
        let mut theo = world.person(THEO);
        let account = theo.get("/account").is(200);
        assert!(
            account.main_text().contains("Onze mail naar theo@rietmeer.example"),
            "{account:?}"
        );
        assert_eq!(html::faults(&account), Vec::<String>::new());
        // Nothing happens by itself any more.
        world.set_clock("2026-11-23T10:00:00+01:00");
        world.house.run_errands();
        assert!(theos(lines(&mut rob, "outbox-failed")).is_some());
        theo.get(&of_rietmeer("mail")).is(403);

        takes_all.store(true, Ordering::Relaxed);
        let page = rob.get(&of_rietmeer("mail")).is(200);
        let again = page.attribute("section[aria-labelledby=outbox-failed] form", "action");
        theo.post(&again, &[]).is(403);
        rob.get(&of_rietmeer("mail"));
        rob.post(&again, &[]).redirects_to(&of_rietmeer("mail?done=resent"));
        rob.post(&again, &[]).is(409);
        world.house.run_errands();
        let sent = theos(lines(&mut rob, "outbox-others")).expect("a line");
        assert!(sent.contains("Verstuurd"), "{sent}");
        let members = nynke.get(&of_rietmeer("members")).is(200).main_text();
        assert!(!members.contains("Mail komt niet aan"), "{members}");
    });
}

#[test]
fn a_report_that_a_mail_came_back_shows_at_the_person_and_the_round() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(LEAD);
        asks_theo(&mut rob);
        world.mails();
        let bounce = |address: &str| {
            let data = tempfile::tempdir().expect("a temporary folder");
            let run = Command::new(env!("CARGO_BIN_EXE_buurtbod"))
                .args(["bounce", address, "550 mailbox\nfull"])
                .env("BUURTBOD__DATABASE__URL", world.database.url())
                .env("BUURTBOD__DATA_DIR", data.path())
                .output()
                .expect("the program runs");
            let said = if run.status.success() { &run.stdout } else { &run.stderr };
            (run.status.success(), String::from_utf8_lossy(said).trim().to_owned())
        };
        let noted = (true, "Noted: mail to THEO@rietmeer.example comes back.".to_owned());
        assert_eq!(bounce("THEO@rietmeer.example"), noted);
        assert_eq!(bounce("nobody@example.org"), (false, "nobody has this address".to_owned()));
        let failed = lines(&mut rob, "outbox-failed");
        assert_eq!(failed.len(), 1, "{failed:?}");
        assert!(failed[0].contains("Theo Maas") && failed[0].contains("550 mailbox full"));
    });
}

#[test]
fn who_bids_is_not_in_the_outbox_before_the_opening() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(LEAD);
        let manage = format!("/manage/rounds/{}/questions", id_of("round", "open"));
        crate::answers::prepares(&mut rob, &manage, "alleen in Wilgenhoek", ("Nee.", ""));
        crate::answers::publishes(&mut rob, &manage).redirects();
        assert!(world.mails().len() > 5, "mails to who bids and asked");
        let page = rob.get(&of_rietmeer("mail")).is(200).main_text();
        for hidden in ["Yvonne", "Hanneke", "Jan de Wit", "Nota van inlichtingen", "Bewijs"] {
            assert!(!page.contains(hidden), "{hidden}: {page}");
        }
        let full = id_of("round", "full");
        assert!(!page.contains(&full));
        // The bids of the other round are open: there who handed in is known.
        let mut ingrid = world.person("ingrid@waldervoort.example");
        let address = format!("/organisations/{}/mail", id_of("organisation", "waldervoort"));
        let page = ingrid.get(&address).is(200).main_text();
        assert!(page.contains("Bewijs van ontvangst") && page.contains("Jan de Wit"), "{page}");
        assert!(page.contains("Bericht over de inschrijving"), "{page}");
        // A mail of elsewhere, one that is not there, and one that arrived.
        let nowhere = format!("{address}/{}/resending", id_of("errand", "none"));
        ingrid.post(&nowhere, &[]).is(404);
        rob.get(&address).is(404);
        rob.post(&nowhere, &[]).is(404);
        let cooperative = format!("/organisations/{}/mail", id_of("organisation", "nabuur"));
        world.person("jan@denabuur.example").get(&cooperative).is(403);
    });
}

#[test]
fn a_municipality_writes_around_its_mails_and_goes_back_to_the_standard() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut rob = world.person(LEAD);
        let list = rob.get(&of_rietmeer("mail-texts")).is(200);
        assert_eq!(html::faults(&list), Vec::<String>::new());
        let address = of_rietmeer("mail-texts/note_published");
        let form = rob.get(&format!("{address}?lang=nl")).is(200).form(&address);
        let own = form
            .with("subject", "{gemeente}: nieuws over {ronde}")
            .with("intro", "Fijn dat u meedoet, {naam}.")
            .with("closing", "Tot ziens op de dijk.");
        let look = rob.sends(&own.clone().with("step", "look")).is(200);
        assert_eq!(html::faults(&look), Vec::<String>::new());
        let preview = look.text_of("section[aria-labelledby=preview]");
        for said in ["Rietmeer: nieuws over Samen zorgen", "Fijn dat u meedoet, Jan de Wit."] {
            assert!(preview.contains(said), "{said}: {preview}");
        }
        let kept = rob.get(&format!("{address}?lang=nl"));
        assert_eq!(kept.value("intro").as_deref(), Some(""), "looking keeps nothing");
        let saved = format!("{address}?lang=nl&done=mail-text");
        rob.sends(&own.with("step", "save")).redirects_to(&saved);

        let manage = format!("/manage/rounds/{}/questions", id_of("round", "open"));
        crate::answers::prepares(&mut rob, &manage, "alleen in Wilgenhoek", ("Nee.", ""));
        world.mails();
        crate::answers::publishes(&mut rob, &manage).redirects();
        let mails = world.mails();
        let mail = mails.iter().find(|m| m.to == "truus@denabuur.example").expect("a mail");
        assert_eq!(mail.subject, "Rietmeer: nieuws over Samen zorgen in Rietmeer");
        let parts: Vec<&str> = mail.body.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(parts[..2], ["Beste Truus Vermeer,", "Fijn dat u meedoet, Truus Vermeer."]);
        assert!(mail.body.contains("/notes/3\n\nTot ziens op de dijk.\n\nMet vriendelijke groet,"));

        let removal = format!("{address}/removal");
        let form = rob.get(&saved).is(200).form(&removal);
        rob.sends(&form).redirects_to(&format!("{address}?lang=nl&done=mail-standard"));
        let back = rob.get(&format!("{address}?lang=nl")).is(200);
        assert_eq!(back.value("subject").as_deref(), Some(""));
    });
}

#[test]
fn a_supplement_and_an_assignment_have_a_text_of_the_municipality() {
    on_both(|kind| {
        let world = crate::review::opened(kind);
        let mut rob = world.person(LEAD);
        for kind in ["supplement_asked", "assessment_assigned"] {
            let address = of_rietmeer(&format!("mail-texts/{kind}"));
            let form = rob.get(&format!("{address}?lang=nl")).is(200).form(&address);
            let own = form.with("subject", &format!("{{gemeente}}: {kind}"));
            rob.sends(&own.with("intro", "Fijn dat u meehelpt.").with("step", "save")).redirects();
        }
        let before = world.mails().len();
        crate::review::assign(&mut rob, &[("aicha", 2)]).redirects();
        let bid = id_of("bid", "open-2-kolkhuis");
        let ask = crate::review::manage("open", &format!("admissibility/{bid}/supplements/Q16"));
        rob.get(&ask).is(200);
        let due = [("due_date", "2026-12-24"), ("due_time", "17:00")];
        let id = id_of("inquiry", "q16");
        let asked = [("inquiry", id.as_str()), ("question", "Stuur de polis.")];
        rob.post(&ask, &[asked, due].concat()).redirects();
        let mails = world.mails().split_off(before);
        let subjects: BTreeSet<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
        let own = ["Rietmeer: assessment_assigned", "Rietmeer: supplement_asked"];
        assert_eq!(subjects, BTreeSet::from(own));
        for mail in &mails {
            assert!(mail.body.contains(",\n\nFijn dat u meehelpt.\n\n"), "{mail:?}");
            assert!(!mail.body.contains("polis"), "{mail:?}");
        }
    });
}

#[test]
fn a_text_that_cannot_be_sent_comes_back_with_what_to_do() {
    let world = World::demo(Kind::Sqlite);
    let mut rob = world.person(LEAD);
    let address = of_rietmeer("mail-texts/bid_deadline");
    let form = rob.get(&address).is(200).form(&address).with("step", "save");
    let places = "Tussen accolades kunnen alleen deze woorden staan: {naam}, {gemeente}.";
    for (field, text, sentence) in [
        ("subject", "Over {ronde}", places),
        ("intro", "{cijfer}", places),
        ("closing", "}", places),
        ("intro", "<b>Dag</b>", "Gebruik geen < of >. Een mail is gewone tekst."),
        ("subject", "een\ntwee", "Deze tekst heeft tekens die hier niet kunnen."),
        ("subject", &*"x".repeat(121), "Deze tekst is te lang. Gebruik ten hoogste 120 tekens."),
        ("intro", &*"x".repeat(601), "Deze tekst is te lang. Gebruik ten hoogste 600 tekens."),
        ("closing", &*"x".repeat(401), "Deze tekst is te lang. Gebruik ten hoogste 400 tekens."),
    ] {
        let page = rob.sends(&form.clone().with(field, text)).is(422);
        let said = page.texts_of(".app-error-summary a");
        assert!(said.len() == 1 && said[0].starts_with(sentence), "{said:?}");
        assert_eq!(page.value(field).as_deref(), Some(text), "what was typed stays");
        assert_eq!(html::faults(&page), Vec::<String>::new());
    }
    rob.sends(&form.clone().with("lang", "fr")).is(404);
    rob.get(&format!("{address}?lang=fr")).is(404);
    rob.get(&of_rietmeer("mail-texts/verify_email")).is(404);
    rob.post(&of_rietmeer("mail-texts/nothing"), &[("lang", "nl")]).is(404);
    // Signs that nobody sees are taken out; empty fields are the standard text.
    let empty = form.with("intro", "\u{202E} \u{0}");
    rob.sends(&empty).redirects();
    assert!(rob.get(&address).is(200).value("intro").as_deref() == Some(""));
    for kind in ["note_published", "question_answered", "complaint_answered", "round_amended"] {
        for lang in ["nl", "en"] {
            let page = rob.get(&of_rietmeer(&format!("mail-texts/{kind}?lang={lang}"))).is(200);
            assert!(page.text_of("section[aria-labelledby=preview]").len() > 80, "{page:?}");
        }
    }
    for kind in [
        "deadline_moved",
        "bid_deadline",
        "bid_receipt",
        "bid_withdrawn",
        "round_opened",
        "supplement_asked",
        "clarification_asked",
        "inquiry_extended",
        "inquiry_reminder",
        "refusal_letter",
        "decision_letter",
        "assessment_assigned",
        "assessment_reminder",
    ] {
        for lang in ["nl", "en"] {
            let page = rob.get(&of_rietmeer(&format!("mail-texts/{kind}?lang={lang}"))).is(200);
            assert!(page.text_of("section[aria-labelledby=preview]").len() > 80, "{page:?}");
        }
    }
}

/// Every mail of the example, also those of acts on top of it.
#[test]
fn no_mail_says_what_a_bid_says() {
    let world = World::empty(Kind::Sqlite);
    world.house.load_demo();
    let mut rob = world.person(LEAD);
    asks_theo(&mut rob);
    let manage = format!("/manage/rounds/{}/questions", id_of("round", "open"));
    crate::answers::prepares(&mut rob, &manage, "alleen in Wilgenhoek", ("Nee.", ""));
    crate::answers::publishes(&mut rob, &manage).redirects();
    let (texts, names, circle) = (texts_of_bids(), names(), circle());
    let mails = world.mails();
    assert!(mails.len() > 60 && texts.len() > 200, "{} mails, {} texts", mails.len(), texts.len());
    let mut seen = BTreeSet::new();
    for mail in &mails {
        let said = format!("{}\n{}", mail.subject, mail.body);
        let folded = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for text in &texts {
            assert!(!folded.contains(text), "a text of a bid: {text}\n{mail:?}");
        }
        for word in ["€", "cijfer ", "punten", "score"] {
            assert!(!said.contains(word), "{word}: {mail:?}");
        }
        let domain = mail.to.split('@').nth(1).unwrap_or_default().to_owned();
        // Members of a cooperative have their own mail.
        let domain = domain.trim_start_matches("leden.").to_owned();
        for (other, name) in names.iter().filter(|(other, _)| **other != domain) {
            let together = circle.contains(&domain) && circle.contains(other);
            assert!(together || !said.contains(name.as_str()), "{name}: {mail:?}");
        }
        seen.insert(mail.subject.split(':').next().unwrap_or_default().to_owned());
    }
    assert!(seen.len() > 8, "{seen:?}");
}

fn example(file: &str) -> toml::Value {
    let path = format!("{}/config/demo/{file}.toml", env!("CARGO_MANIFEST_DIR"));
    toml::from_str(&std::fs::read_to_string(path).expect("an example")).expect("TOML")
}

/// What bidders wrote, as far as it is a sentence.
fn texts_of_bids() -> Vec<String> {
    let mut found = vec![];
    for file in ["bids", "bids-full"] {
        for bid in example(file)["bids"].as_array().expect("bids") {
            let answers = bid.get("answers").and_then(|answers| answers.as_table());
            let texts = answers.into_iter().flatten().filter_map(|(_, text)| text.as_str());
            let sentences = texts
                .flat_map(|text| text.split(['.', '\n']))
                .map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" "));
            found.extend(sentences.filter(|sentence| sentence.chars().count() > 30));
        }
    }
    found
}

/// The cooperatives by the domain of their mail.
fn names() -> BTreeMap<String, String> {
    let world = example("world");
    let all = world["cooperatives"].as_array().expect("cooperatives").iter();
    all.map(|one| {
        let email = one["people"][0]["email"].as_str().expect("an address");
        let domain = email.split('@').nth(1).expect("a domain").to_owned();
        (domain, one["name"].as_str().expect("a name").to_owned())
    })
    .collect()
}

/// Those who bid together in the example, and so know each other.
fn circle() -> BTreeSet<String> {
    let domains = ["dijkgenoten.example", "kolkhuis.example", "waterrijksamen.example"];
    domains.into_iter().chain(["meeroever.example"]).map(str::to_owned).collect()
}
