//! What the municipality asks one bidder after the opening.

use super::{admit, at_work, manage, opened};
use crate::attachments::PDF;
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const QUESTION: &str = "Stuur het blad met het bedrag van de polis.";
const ANSWER: &str = "Het bedrag is twee miljoen euro.";
/// Thursday, the day of the opening; the answer may come until the next Thursday.
const DUE: (&str, &str) = ("2026-12-24", "17:00");

fn bid() -> String {
    id_of("bid", "open-2-kolkhuis")
}

fn judged() -> String {
    manage("open", &format!("admissibility/{}", bid()))
}

fn asks(lead: &mut Person, inquiry: &str, (day, time): (&str, &str)) -> Page {
    let place = format!("{}/supplements/Q16", judged());
    lead.get(&place).is(200);
    let fields =
        [("inquiry", inquiry), ("question", QUESTION), ("due_date", day), ("due_time", time)];
    lead.post(&place, &fields)
}

/// Rob asked for a supplement; its id.
fn asked(world: &World) -> (Person, String) {
    let mut rob = world.person("rob@rietmeer.example");
    let id = id_of("inquiry", "q16");
    asks(&mut rob, &id, DUE).redirects_to(&format!("{}?asked=1", judged()));
    (rob, id)
}

/// Rob and Gerda, who signed in again.
fn people(world: &World) -> (Person, Person) {
    (world.person("rob@rietmeer.example"), world.person("gerda@kolkhuis.example"))
}

fn own(id: &str) -> String {
    format!("/bids/{}/inquiries/{id}", bid())
}

fn answers(bidder: &mut Person, id: &str, act: &str, text: &str) -> Page {
    bidder.post(&own(id), &[("answer", text), ("act", act)])
}

#[test]
fn a_supplement_opens_one_part_and_stops_the_clock() {
    on_both(|kind| {
        let world = opened(kind);
        drop(world.mails());
        let before = world.house.mails().len();
        let (mut rob, id) = asked(&world);
        let mails = world.mails();
        assert_eq!(mails[before].to, "gerda@kolkhuis.example");
        assert!(mails[before].body.contains("24 december 2026"), "{}", mails[before].body);
        assert!(!mails[before].body.contains("polis"), "{}", mails[before].body);

        // As long as there is time, nothing is decided.
        let place = judged();
        let held = rob.post(&place, &[("verdict.Q16", "accepted"), ("reason.Q16", "Gezien.")]);
        assert!(held.is(422).main_text().contains("U vroeg een aanvulling."));

        let mut gerda = world.person("gerda@kolkhuis.example");
        let tasks = gerda.get(&format!("/bids/{}", bid())).is(200);
        assert!(tasks.main_text().contains("De gemeente vroeg u om een aanvulling."), "{tasks:?}");
        let page = gerda.get(&own(&id)).is(200);
        assert!(page.main_text().contains(QUESTION), "{page:?}");
        answers(&mut gerda, &id, "save", "Het bedrag is").redirects();
        let files = format!("{}/files", own(&id));
        gerda.get(&own(&id)).is(200);
        gerda.uploads(&files, &[], ("virus.pdf", b"MZ\x90\x00\x03 a program")).is(422);
        gerda.uploads(&files, &[], ("Polis.pdf", PDF)).redirects_to(&own(&id));
        // The same file twice is one file.
        gerda.uploads(&files, &[], ("Polis.pdf", PDF)).redirects_to(&own(&id));

        // What is not sent, nobody of the municipality reads.
        let inquiry = format!("{place}/inquiries/{id}");
        let open = rob.get(&inquiry).is(200).main_text();
        assert!(!open.contains("Het bedrag is") && !open.contains("Polis.pdf"), "{open}");

        world.set_clock("2026-12-21T10:00:00+01:00");
        let (mut rob, mut gerda) = people(&world);
        gerda.get(&own(&id)).is(200);
        answers(&mut gerda, &id, "send", ANSWER).redirects();
        answers(&mut gerda, &id, "send", "Nog iets.").is(409);
        let page = rob.get(&inquiry).is(200);
        assert!(page.main_text().contains(ANSWER), "{page:?}");
        assert!(page.main_text().contains("Dit stond in de inschrijving"));
        let file = page.attribute(".app-file a", "href");
        assert_eq!(rob.bytes_of(&file), PDF);

        // Asked on the 17th, answered on the 21st: the 18th, 19th and 20th do not count.
        let list = rob.get(&manage("open", "admissibility")).is(200).main_text();
        let moved = "Tot nu toe 3 dagen. Gepland was een besluit op donderdag 28 januari 2027; \
                     dat wordt zondag 31 januari 2027.";
        assert!(list.contains(moved), "{list}");
        admit(&mut rob);
    });
}

#[test]
fn an_answer_comes_in_time_and_from_the_bidder() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut rob, id) = asked(&world);
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        hanneke.get("/bids").is(200);
        hanneke.get(&own(&id)).is(404);
        answers(&mut hanneke, &id, "send", ANSWER).is(404);
        // Not through a bid of one's own either.
        let theirs = format!("/bids/{}/inquiries/{id}", id_of("bid", "open-1-dijkgenoten"));
        hanneke.get(&theirs).is(404);
        hanneke.post(&theirs, &[("answer", ANSWER), ("act", "send")]).is(404);

        let mut gerda = world.person("gerda@kolkhuis.example");
        gerda.get(&own(&id)).is(200);
        let empty = answers(&mut gerda, &id, "send", " ").is(422);
        assert_eq!(empty.texts_of(".app-error-summary li"), ["Vul hier iets in."]);
        answers(&mut gerda, &id, "save", &"a".repeat(3001)).is(422);

        let step = format!("{}/inquiries/{id}", judged());
        rob.get(&step).is(200);
        rob.post(&step, &[("step", "lapse"), ("reason", "Te lang.")]).is(409);
        world.set_clock("2026-12-24T17:00:01+01:00");
        let (mut rob, mut gerda) = people(&world);
        rob.get(&step).is(200);
        gerda.get(&own(&id)).is(200);
        answers(&mut gerda, &id, "send", ANSWER).is(409);
        gerda.uploads(&format!("{}/files", own(&id)), &[], ("Polis.pdf", PDF)).is(409);

        // Once more time, with a reason.
        let more = |reason, day| {
            [("step", "extend"), ("reason", reason), ("due_date", day), ("due_time", "17:00")]
        };
        rob.post(&step, &more("", "2026-12-28")).is(422);
        rob.post(&step, &more("Ziekte.", "2027-04-01")).is(422);
        rob.post(&step, &more("Ziekte.", "2026-12-28")).redirects_to(&step);
        rob.post(&step, &more("Weer ziek.", "2027-01-04")).is(409);
        let page = gerda.get(&own(&id)).is(200).main_text();
        assert!(page.contains("Ziekte."), "{page}");

        world.set_clock("2026-12-29T09:00:00+01:00");
        let (mut rob, mut gerda) = people(&world);
        rob.get(&step).is(200);
        rob.post(&step, &[("step", "lapse"), ("reason", " ")]).is(422);
        rob.post(&step, &[("step", "lapse"), ("reason", "Er kwam niets.")]).redirects_to(&step);
        let page = gerda.get(&own(&id)).is(200).main_text();
        assert!(page.contains("De gemeente gaat verder zonder uw antwoord."), "{page}");
        // The bidder reads in its own journal what was asked and what came of it, and nobody else.
        let journal = gerda.get(&format!("/bids/{}/journal", bid())).is(200).main_text();
        for act in ["Rob Verhagen vroeg een aanvulling", "ging verder zonder antwoord"] {
            assert!(journal.contains(act), "{act}: {journal}");
        }
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        let other = format!("/bids/{}/journal", id_of("bid", "open-1-dijkgenoten"));
        let other = hanneke.get(&other).is(200).main_text();
        assert!(!other.contains("vroeg een aanvulling"), "{other}");
        let file = rob.get(&manage("open", "journal")).is(200).main_text();
        assert!(file.contains("Rob Verhagen vroeg een aanvulling"), "{file}");
        admit(&mut rob);
    });
}

#[test]
fn a_supplement_is_about_a_requirement_and_before_the_decision() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut rob, id) = asked(&world);
        // The same form twice is one question; another one has to wait.
        asks(&mut rob, &id, DUE).redirects();
        asks(&mut rob, &id_of("inquiry", "other"), DUE).is(409);
        let page = rob.get(&judged()).is(200).main_text();
        assert_eq!(page.matches("Aanvulling gevraagd op").count(), 1, "{page}");
        // What is scored cannot be completed.
        rob.get(&format!("{}/supplements/q1", judged())).is(404);
        rob.post(&format!("{}/supplements/q1", judged()), &[("question", QUESTION)]).is(404);
        let place = format!("{}/supplements/Q15", judged());
        rob.get(&place).is(200);
        for (day, time) in [("2026-12-17", "17:00"), ("2027-06-01", "17:00"), ("", "17:00")] {
            let fields = [("question", QUESTION), ("due_date", day), ("due_time", time)];
            rob.post(&place, &fields).is(422);
        }
        world.set_clock("2026-12-21T10:00:00+01:00");
        let (mut rob, mut gerda) = people(&world);
        gerda.get(&own(&id)).is(200);
        answers(&mut gerda, &id, "send", ANSWER).redirects();
        admit(&mut rob);
        asks(&mut rob, &id_of("inquiry", "late"), ("2026-12-30", "17:00")).is(409);
    });
}

#[test]
fn a_clarification_reaches_the_assessors_without_a_name() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, sheet) = at_work(&world);
        let criterion = sheet.rsplit('/').next().expect("a question").to_owned();
        let mut rob = world.person("rob@rietmeer.example");
        let place = format!("{}/clarifications", judged());
        let id = id_of("inquiry", "uitleg");
        rob.get(&place).is(200);
        let fields = |about| {
            [
                ("inquiry", id.as_str()),
                ("criterion", about),
                ("question", "Wie komt er op zondag?"),
                ("due_date", "2026-12-24"),
                ("due_time", "17:00"),
            ]
        };
        rob.post(&place, &fields("")).is(422);
        rob.post(&place, &fields("Q16")).is(422);
        rob.post(&place, &fields(&criterion)).redirects_to(&format!("{}?asked=1", judged()));

        let mut gerda = world.person("gerda@kolkhuis.example");
        gerda.get(&own(&id)).is(200);
        gerda.uploads(&format!("{}/files", own(&id)), &[], ("Plan.pdf", PDF)).is(409);
        let answer = "Een vaste hulp van Zorgcoöperatie Het Kolkhuis.";
        answers(&mut gerda, &id, "send", answer).redirects();
        let told = |page: Page| page.is(200).main_text().contains("De inschrijver legde uit");
        assert!(!told(aicha.get(&sheet)), "nobody released it yet");

        let step = format!("{}/inquiries/{id}", judged());
        let page = rob.get(&step).is(200);
        let blank = "Een vaste hulp van [inschrijver].";
        assert_eq!(page.value("text").as_deref(), Some(blank));
        let named = [("step", "release"), ("text", answer), ("reason", "Legt alleen uit.")];
        let held = rob.post(&step, &named).is(422).main_text();
        assert!(held.contains("waaraan men de inschrijver herkent"), "{held}");
        let plain = [("step", "release"), ("text", blank), ("reason", "Legt alleen uit.")];
        rob.post(&step, &plain).redirects_to(&step);
        rob.post(&step, &plain).is(409);
        let page = aicha.get(&sheet).is(200).main_text();
        assert!(page.contains(blank) && !page.contains("Kolkhuis"), "{page}");
        // Not beside another question.
        let desk = sheet.rsplit_once('/').expect("a bid").0;
        let other = if criterion == "q1" { "q2" } else { "q1" };
        assert!(!told(aicha.get(&format!("{desk}/{other}"))));
    });
}

#[test]
fn what_improves_a_bid_stays_with_the_lead() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, sheet) = at_work(&world);
        let criterion = sheet.rsplit('/').next().expect("a question").to_owned();
        let mut rob = world.person("rob@rietmeer.example");
        let id = id_of("inquiry", "plan");
        let place = format!("{}/clarifications", judged());
        rob.get(&place).is(200);
        let fields = [
            ("inquiry", id.as_str()),
            ("criterion", &criterion),
            ("question", "Wie komt er op zondag?"),
            ("due_date", "2026-12-24"),
            ("due_time", "17:00"),
        ];
        rob.post(&place, &fields).redirects();
        let mut gerda = world.person("gerda@kolkhuis.example");
        gerda.get(&own(&id)).is(200);
        answers(&mut gerda, &id, "send", "Wij nemen er twee mensen bij.").redirects();
        let step = format!("{}/inquiries/{id}", judged());
        rob.get(&step).is(200);
        rob.post(&step, &[("step", "withhold"), ("reason", "Dit is nieuw.")]).redirects();
        assert!(!aicha.get(&sheet).is(200).main_text().contains("twee mensen bij"));
        let own_page = gerda.get(&own(&id)).is(200).main_text();
        assert!(own_page.contains("Uw uitleg ging niet naar de beoordelaars."), "{own_page}");
        assert!(own_page.contains("Dit is nieuw."));
    });
}
