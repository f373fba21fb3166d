//! Questions about a round: public or private, handed to a colleague, answered together in a note, and
//! never with the name of who asked.

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Page, Person, World, id_of};

const LEAD: &str = "rob@rietmeer.example";
const JAN: &str = "jan@denabuur.example";
const ASKED: &str = "Mag een chauffeur ook boodschappen doen?";
const ANSWER: &str = "Ja, als de rit er niet langer van duurt.";
/// After the last day for answers, before the closing time.
const LATE: &str = "2026-12-12T09:00:00+01:00";

fn round() -> String {
    format!("/rounds/{}", id_of("round", "open"))
}

fn questions() -> String {
    format!("{}/questions", round())
}

fn manage() -> String {
    format!("/manage{}", questions())
}

/// The page of the municipality about the waiting question with these words.
pub fn page_of(lead: &mut Person, manage: &str, words: &str) -> String {
    let list = lead.get(manage).is(200);
    let addresses = list.addresses().into_iter().filter(|a| a.starts_with(&format!("{manage}/")));
    let all: Vec<String> = addresses.collect();
    let found = all.iter().find(|address| lead.get(address).main_text().contains(words));
    found.unwrap_or_else(|| panic!("no question with {words:?} in {list:?}")).clone()
}

/// Writes an answer with a topic, for the question with these words.
pub fn prepares(lead: &mut Person, manage: &str, words: &str, (answer, topic): (&str, &str)) {
    let address = page_of(lead, manage, words);
    let form = lead.get(&address).is(200).form(&address);
    lead.sends(&form.with("answer", answer).with("topic", topic)).redirects_to(&address);
}

/// Publishes everything that is ready.
pub fn publishes(lead: &mut Person, manage: &str) -> Page {
    let address = manage.replace("/questions", "/note");
    let form = lead.get(&address).is(200).form(&address);
    lead.sends(&form.with("sure", "yes"))
}

fn asks(person: &mut Person, body: &str, private: Option<&str>) -> Page {
    person.get(&questions()).is(200);
    let mut fields = vec![("body", body), ("lot", "")];
    fields.extend(
        private.iter().flat_map(|reason| [("private", "yes"), ("private_reason", *reason)]),
    );
    person.post(&questions(), &fields)
}

#[test]
fn answers_reach_everybody_together_in_a_numbered_note() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
        asks(&mut jan, ASKED, None).redirects_to(&format!("{}?asked=1", questions()));
        prepares(&mut rob, &manage(), "chauffeur", (ANSWER, "Vervoer"));
        prepares(&mut rob, &manage(), "alleen in Wilgenhoek", ("Nee, 1 aanbieder.", "Het gebied"));
        // Nobody outside knows yet.
        for person in [&mut jan, &mut world.visitor()] {
            let text = person.get(&questions()).is(200).main_text();
            assert!(!text.contains(ANSWER), "{text}");
        }
        let look = rob.get(&manage().replace("/questions", "/note")).is(200);
        assert_eq!(html::faults(&look), Vec::<String>::new());
        assert!(look.main_text().contains("Nota van inlichtingen 3"), "{look:?}");
        let before = world.mails().len();
        let note = publishes(&mut rob, &manage()).redirects();
        assert_eq!(note, format!("{}/notes/3", round()));

        let page = world.visitor().get(&note).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        let text = page.main_text();
        // By topic; numbers go on where the note before ended.
        let [area, transport] = ["Het gebied Vraag 4.", "Vervoer Vraag 5."]
            .map(|said| text.find(said).unwrap_or_else(|| panic!("{said} in {text}")));
        assert!(area < transport, "{text}");
        assert!(
            text.contains(ANSWER) && !text.contains("Jan") && !text.contains("Nabuur"),
            "{text}"
        );
        let hash = page.text_of("code");
        assert_eq!(hash.len(), 64);
        let pdf = world.visitor().bytes_of(&format!("{note}/document.pdf"));
        assert!(pdf.starts_with(b"%PDF-1.7"), "a PDF");
        assert_eq!(pdf, world.visitor().bytes_of(&format!("{note}/document.pdf")), "the same");

        // One mail each: who bids, who takes part, who asked.
        let mails = world.mails().split_off(before);
        let mut told: Vec<String> = mails.into_iter().map(|mail| mail.to).collect();
        assert!(told.contains(&JAN.to_owned()), "{told:?}");
        assert!(told.contains(&"yvonne@dijkgenoten.example".to_owned()), "{told:?}");
        assert!(!told.contains(&LEAD.to_owned()), "{told:?}");
        let all = told.len();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), all, "one mail per person");
        let journal = rob.get(&format!("/manage{}/journal", round())).is(200).main_text();
        assert!(journal.contains("publiceerde een nota") && journal.contains(&hash), "{journal}");
        assert!(!journal.contains("Jan de Wit"), "{journal}");
        assert!(world.house.verify_journal().is_ok());
    });
}

#[test]
fn a_private_question_is_answered_to_its_asker_alone() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
        asks(&mut jan, ASKED, Some("Ons idee.")).redirects();
        let address = page_of(&mut rob, &manage(), "chauffeur");
        let page = rob.get(&address).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(page.main_text().contains("Reden van de vrager: Ons idee."), "{page:?}");
        assert!(!page.body.contains("Jan de Wit") && !page.body.contains("Nabuur"), "no name");
        // Nothing to send yet, and it goes in no note.
        rob.post(&format!("{address}/answer"), &[("version", "1")]).is(422);
        prepares(&mut rob, &manage(), "chauffeur", (ANSWER, ""));
        let note = rob.get(&manage().replace("/questions", "/note")).is(200);
        assert!(!note.main_text().contains("chauffeur"), "{note:?}");
        let before = world.mails().len();
        let form = rob.get(&address).is(200).form(&format!("{address}/answer"));
        rob.sends(&form).redirects_to(&address);
        let mails = world.mails().split_off(before);
        let told: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(told, [JAN]);
        assert!(!mails[0].body.contains("chauffeur"), "{:?}", mails[0]);
        assert!(jan.get(&questions()).is(200).main_text().contains(ANSWER));
        let mut tjitske = world.person("tjitske@meeroever.example");
        for person in [&mut tjitske, &mut rob, &mut world.visitor()] {
            let text = person.get(&questions()).is(200).main_text();
            assert!(!text.contains("chauffeur"), "{text}");
        }
        let count = world.visitor().get(&round()).is(200).main_text();
        assert!(count.contains("Er zijn 3 antwoorden."), "{count}");
        // Answered is answered.
        rob.sends(&form).is(409);
    });
}

#[test]
fn the_asker_decides_whether_everybody_reads_a_private_question() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
        asks(&mut jan, ASKED, Some("Ons idee.")).redirects();
        let address = page_of(&mut rob, &manage(), "chauffeur");
        let disclosure = format!("{address}/disclosure");
        let form = rob.get(&address).is(200).form(&disclosure);
        let empty = rob.sends(&form).is(422);
        assert_eq!(empty.texts_of(".app-error-summary a"), ["Schrijf op waarom."]);
        let before = world.mails().len();
        rob.sends(&form.with("reason", "Dit geldt voor alle ritten.")).redirects_to(&address);
        let mails = world.mails().split_off(before);
        assert_eq!(mails.iter().map(|m| m.to.as_str()).collect::<Vec<_>>(), [JAN]);

        let own = jan.get(&questions()).is(200);
        assert!(own.main_text().contains("Dit geldt voor alle ritten."), "{own:?}");
        let id = address.rsplit('/').next().expect("an id");
        let yes = format!("{}/{id}/disclosure", questions());
        // For others the question does not exist.
        let mut tjitske = world.person("tjitske@meeroever.example");
        tjitske.get(&questions()).is(200);
        tjitske.post(&yes, &[]).is(404);
        tjitske.post(&yes.replace("disclosure", "withdrawal"), &[]).is(404);
        rob.post(&yes, &[]).is(404);
        jan.post(&yes, &[]).redirects_to(&questions());
        jan.post(&yes, &[]).is(409);
        prepares(&mut rob, &manage(), "chauffeur", (ANSWER, ""));
        publishes(&mut rob, &manage()).redirects();
        assert!(world.visitor().get(&questions()).main_text().contains(ANSWER));

        // Another one is taken back; then it is nobody's business.
        asks(&mut jan, "Mag de bus geel zijn?", Some("Ons idee.")).redirects();
        let address = page_of(&mut rob, &manage(), "geel");
        let id = address.rsplit('/').next().expect("an id");
        jan.post(&format!("{}/{id}/withdrawal", questions()), &[]).redirects();
        rob.get(&address).is(404);
        rob.post(&address, &[("version", "1"), ("answer", "Ja.")]).is(404);
        assert!(!rob.get(&manage()).is(200).main_text().contains("geel"));
        assert!(jan.get(&questions()).main_text().contains("U nam deze vraag terug."));
    });
}

#[test]
fn a_colleague_writes_the_answer_and_the_lead_publishes_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut rob, mut theo) = (world.person(LEAD), world.person("theo@rietmeer.example"));
        let address = page_of(&mut rob, &manage(), "alleen in Wilgenhoek");
        theo.get(&address).is(403);
        let before = world.mails().len();
        let hand = format!("{address}/handler");
        let form = rob.get(&address).is(200).form(&hand);
        for nobody in [id_of("person", "ingrid"), "nobody".to_owned()] {
            rob.sends(&form.clone().with("handler", &nobody)).is(422);
        }
        rob.sends(&form.with("handler", &id_of("person", "theo"))).redirects_to(&address);
        let mails = world.mails().split_off(before);
        assert_eq!(mails[0].to, "theo@rietmeer.example");
        assert!(mails[0].body.contains(&address), "{:?}", mails[0]);
        let page = theo.get(&address).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        let form = page.form(&address).with("answer", "Nee, 1 aanbieder.");
        theo.sends(&form).redirects_to(&address);
        // Everything else stays with the lead.
        theo.post(&hand, &[("handler", "")]).is(403);
        theo.post(&manage().replace("/questions", "/note"), &[("sure", "yes")]).is(403);
        theo.get(&manage()).is(403);
        // Who wrote at the same time is told, and keeps the text.
        let stale = rob.sends(&form.with("answer", "Anders.")).is(422);
        assert!(stale.main_text().contains("Iemand anders"), "{stale:?}");
        assert_eq!(stale.value("answer").as_deref(), Some("Anders."));
        assert!(rob.get(&manage()).main_text().contains("Antwoord staat klaar"));
    });
}

#[test]
fn what_cannot_be_answered_is_refused_with_the_way_out() {
    let world = World::demo(Kind::Sqlite);
    let (mut jan, mut rob) = (world.person(JAN), world.person(LEAD));
    let long = "woord ".repeat(301);
    for (body, private, sentence) in [
        ("  ", None, "Schrijf uw vraag op."),
        (long.as_str(), None, "Uw vraag is te lang. Gebruik ten hoogste 300 woorden."),
        (ASKED, Some(" "), "Schrijf op waarom."),
        (&*"a".repeat(4001), None, "Deze tekst is te lang. Gebruik ten hoogste 4.000 tekens."),
        (
            ASKED,
            Some(&*"a".repeat(4001)),
            "Deze tekst is te lang. Gebruik ten hoogste 4.000 tekens.",
        ),
    ] {
        let page = asks(&mut jan, body, private).is(422);
        assert_eq!(page.texts_of(".app-error-summary a"), [sentence]);
        assert_eq!(html::faults(&page), Vec::<String>::new());
    }
    prepares(&mut rob, &manage(), "alleen in Wilgenhoek", ("Nee, 1 aanbieder.", ""));
    let address = page_of(&mut rob, &manage(), "alleen in Wilgenhoek");
    let note = manage().replace("/questions", "/note");
    let form = rob.get(&note).is(200).form(&note);
    assert!(rob.sends(&form).is(422).main_text().contains("Zet een vinkje"), "unsure");
    let none = rob.post(&note, &[("sure", "yes")]).is(422);
    assert!(none.main_text().contains("Kies ten minste 1 antwoord."), "{none:?}");
    let sure = form.with("sure", "yes");
    // A question of elsewhere, one that is not there, and one that changed meanwhile.
    rob.sends(&sure.clone().and("chosen", &id_of("question", "none"))).is(404);
    let own = rob.get(&address).is(200).form(&address);
    rob.sends(&own.with("answer", "Nee, er is plek voor 1 aanbieder.")).redirects();
    assert!(rob.sends(&sure).is(409).main_text().contains("Iemand anders"), "changed");
    let own = rob.get(&address).is(200).form(&address);
    rob.sends(&own.clone().with("topic", &"t".repeat(81))).is(422);
    rob.sends(&own.clone().with("answer", &"woord ".repeat(1001))).is(422);
    for nowhere in ["notes/0", "notes/9", "notes/x", "notes/99999999999/document.pdf"] {
        world.visitor().get(&format!("{}/{nowhere}", round())).is(404);
    }
    let other = id_of("round", "full");
    rob.get(&address.replace(&id_of("round", "open"), &other)).is(404);

    // After the last day for answers, until there is more time for everybody.
    world.set_clock(LATE);
    rob.signs_in(LEAD, "samen-zorgen-2027");
    let page = rob.get(&address).is(200);
    assert!(page.main_text().contains("De laatste dag voor antwoorden is voorbij"), "{page:?}");
    rob.sends(&own).is(409);
    rob.get(&note).is(200);
    assert!(rob.post(&note, &[("sure", "yes")]).is(409).main_text().contains("meer tijd"));
    let extension = format!("/manage{}/extension", round());
    rob.get(&extension).is(200);
    let longer = [
        ("closes_date", "2026-12-21"),
        ("closes_time", "12:00"),
        ("reason", "Er komt nog een antwoord."),
        ("step", "send"),
    ];
    rob.post(&extension, &longer).redirects();
    publishes(&mut rob, &manage()).redirects_to(&format!("{}/notes/3", round()));
    // After the closing time nothing changes any more.
    world.set_clock("2026-12-21T12:00:01+01:00");
    rob.signs_in(LEAD, "samen-zorgen-2027");
    rob.get(&note).is(200);
    let closed = rob.post(&note, &[("sure", "yes")]).is(409);
    assert!(closed.main_text().contains("De inschrijving is gesloten"), "{closed:?}");
}

#[test]
fn nobody_asks_without_end() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        for _ in 0..20 {
            asks(&mut jan, ASKED, None).redirects();
        }
        assert_eq!(asks(&mut jan, ASKED, None).status, 429);
        let complaints = format!("{}/complaints", round());
        jan.get(&complaints).is(200);
        assert_eq!(jan.post(&complaints, &[("body", ASKED)]).status, 429);
        asks(&mut world.person("tjitske@meeroever.example"), ASKED, None).redirects();
    });
}

/// After the opening the municipality reads the journal and the list of questions.
#[test]
fn a_private_question_is_not_in_the_journal_and_a_withdrawn_one_in_no_list() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person(JAN);
        asks(&mut jan, "Mag onze eigen bus rijden?", Some("Ons idee.")).redirects();
        asks(&mut jan, "Mag een vrijwilliger ook koken?", None).redirects();
        asks(&mut jan, "Deze vraag was een vergissing?", None).redirects();
        let page = jan.get(&questions()).is(200);
        let last = page.addresses().into_iter().rfind(|a| a.ends_with("/withdrawal"));
        jan.post(&last.expect("three of them"), &[]).redirects();
        crate::review::opened_in(&world);
        let mut rob = world.person(LEAD);
        let journal = rob.get(&crate::review::manage("open", "journal")).is(200).main_text();
        assert!(!journal.contains("eigen bus"), "{journal}");
        let list = rob.get(&crate::review::manage("open", "exports/questions.csv")).is(200).body;
        assert!(list.starts_with("number,lot,secrecy,asked_at,"), "{list}");
        for told in [",public,", ",private,", "koken", "eigen bus"] {
            assert!(list.contains(told), "{told} in {list}");
        }
        assert!(!list.contains("vergissing"), "{list}");
    });
}
