//! Scoring that stands still with a reason, and reminders of the day on which it is due.

use super::{at_work, manage, opened};
use crate::databases::on_both;
use crate::world::{Person, World};

const REASON: &str = "Er kwam een klacht over vraag 2. Wij zoeken dit uit.";

fn turn(lead: &mut Person, to: &str, reason: &str) -> crate::world::Page {
    let page = manage("open", "pause");
    lead.get(&page).is(200);
    lead.post(&page, &[("to", to), ("reason", reason)])
}

#[test]
fn nothing_is_saved_while_scoring_stands_still_and_nothing_typed_is_lost() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        super::give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
        let mut rob = world.person("rob@rietmeer.example");
        turn(&mut rob, "stop", " ").is(422);
        turn(&mut rob, "stop", REASON).redirects_to(&manage("open", "progress"));
        // A second lead who pressed at the same moment does not start it again.
        turn(&mut rob, "stop", REASON).is(409);
        let sheet = first.split("/bids/").next().expect("a sheet").to_owned();
        for page in ["/review", &first, &sheet] {
            assert!(aicha.get(page).is(200).body.contains("Er kwam een klacht"), "{page}");
        }
        let page = super::give(&mut aicha, &first, "6", "Nieuwe tekst die blijft staan.").is(409);
        assert!(page.body.contains("Nieuwe tekst die blijft staan."), "{page:?}");
        assert!(page.main_text().contains("is niet bewaard"), "{page:?}");
        let field = [("field", "grade"), ("value", "6"), ("version", "1")];
        aicha.post(&format!("{first}/fields"), &field).is(409);
        aicha.post(&format!("{sheet}/lock"), &[]).is(409);
        rob.post(&manage("open", "reminders"), &[]).is(409);

        let before = world.mails().len();
        turn(&mut rob, "start", "De klacht is opgelost.").redirects();
        turn(&mut rob, "start", "Nog eens.").is(409);
        let mails = world.mails();
        let to: Vec<&str> = mails[before..].iter().map(|mail| mail.to.as_str()).collect();
        assert_eq!(to.len(), 3, "{to:?}");
        assert!(mails[before].body.contains("gaat weer verder"));
        assert!(!mails[before].body.contains("klacht"), "a mail says nothing of the reason");
        let page = aicha.get(&first).is(200);
        assert_eq!(page.value("reason").as_deref(), Some("Duidelijk plan."));
        super::give(&mut aicha, &first, "6", "Nieuwe tekst.").redirects();
    });
}

/// Subjects of the mails that go out at this moment.
fn at(world: &World, now: &str) -> Vec<(String, String)> {
    let before = world.mails().len();
    world.set_clock(now);
    let mut told: Vec<(String, String)> =
        world.mails()[before..].iter().map(|m| (m.to.clone(), m.subject.clone())).collect();
    told.sort();
    told
}

#[test]
fn reminders_go_out_by_themselves_to_who_has_something_left() {
    on_both(|kind| {
        let world = opened(kind);
        at_work(&world);
        let due = scores_due(&world);
        let day = |days: i64| {
            let day = due.checked_add(jiff::Span::new().days(days)).expect("a day");
            format!("{day}T09:30:00+01:00")
        };
        assert_eq!(at(&world, &day(-4)), []);
        let three = at(&world, &day(-2));
        assert_eq!(three.len(), 3, "{three:?}");
        assert!(three.iter().all(|(_, subject)| subject.starts_with("Nog 2 dagen")), "{three:?}");
        let today = at(&world, &day(0));
        assert!(today.iter().all(|(_, subject)| subject.starts_with("Vandaag")), "{today:?}");
        assert_eq!(today.len(), 3);
        let mut rob = world.person("rob@rietmeer.example");
        turn(&mut rob, "stop", REASON).redirects();
        assert_eq!(at(&world, &day(1)), [], "nobody is chased while scoring stands still");
        assert_eq!(at(&world, &day(2)), [], "nor the day after");
        let mut rob = world.person("rob@rietmeer.example");
        turn(&mut rob, "start", "De klacht is opgelost.").redirects();
        world.set_clock(&day(3));
        let late =
            world.mails().iter().filter(|m| m.subject.starts_with("De dag is voorbij")).count();
        assert_eq!(late, 3, "the reminder was not lost");
    });
}

fn scores_due(world: &World) -> jiff::civil::Date {
    let mut rob = world.person("rob@rietmeer.example");
    let text = rob.get(&manage("open", "progress")).is(200).main_text();
    let day = text.split("Klaar vóór ").nth(1).expect("a day").split('.').next().expect("a day");
    let words: Vec<&str> = day.split_whitespace().collect();
    let months = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let [number, month, year] = words[words.len() - 3..] else { panic!("{day}") };
    let month = months.iter().position(|m| *m == month).expect("a month") as i8 + 1;
    jiff::civil::date(year.parse().expect("a year"), month, number.parse().expect("a day"))
}
