//! A bid that joins on a condition: the bidder reads it, and the lead hears that its day went by.

use super::{judgement, manage, opened};
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const CONDITION: &str = "Voorwaarde: wij zien de nieuwe polis.";

fn bid() -> String {
    id_of("bid", "open-2-kolkhuis")
}

fn judged() -> String {
    manage("open", &format!("admissibility/{}", bid()))
}

/// Everything is fine, and Q16 on a condition; `whole` is what is said of the bid.
fn judges(lead: &mut Person, due: &str, whole: &str) -> Page {
    let page = lead.get(&judged()).is(200);
    let mut fields = judgement(&page, "accepted", "Bekeken.");
    for (name, value) in &mut fields {
        match name.as_str() {
            "verdict.Q16" => *value = "accepted_with_condition".into(),
            "reason.Q16" => *value = CONDITION.into(),
            _ => {}
        }
    }
    let mut fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.push(("due.Q16", due));
    if !whole.is_empty() {
        fields.extend([("verdict", whole), ("reason", "Op een voorwaarde.")]);
    }
    lead.post(&judged(), &fields)
}

/// To whom a mail about a condition goes at this moment.
fn told(world: &World, now: &str) -> Vec<String> {
    let before = world.mails().len();
    world.set_clock(now);
    let mails = world.mails().split_off(before);
    let about = mails.into_iter().filter(|mail| mail.subject.starts_with("De dag van een voorw"));
    let to = about.map(|mail| {
        assert!(!mail.body.contains("polis"), "{}", mail.body);
        mail.to
    });
    to.collect()
}

#[test]
fn the_bidder_reads_its_conditions_and_the_lead_hears_when_the_day_went_by() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        let mut gerda = world.person("gerda@kolkhuis.example");
        let own = format!("/bids/{}", bid());
        judges(&mut rob, "2026-12-19", "").redirects();
        let tasks = gerda.get(&own).is(200).main_text();
        assert!(!tasks.contains("polis"), "nothing is decided yet: {tasks}");
        judges(&mut rob, "2026-12-19", "admitted_with_condition").redirects();
        judges(&mut rob, "2026-12-21", "admitted_with_condition").redirects();
        let tasks = gerda.get(&own).is(200).main_text();
        for said in ["Uw inschrijving doet mee op deze voorwaarden:", CONDITION, "21 december 2026"]
        {
            assert!(tasks.contains(said), "{said}: {tasks}");
        }
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        let other = format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"));
        assert!(!hanneke.get(&other).is(200).main_text().contains("polis"));

        let list = manage("open", "exports/requirements.csv");
        let list = rob.get(&list).is(200).body;
        assert!(list.lines().next().is_some_and(|head| head.ends_with("condition_by,ground")));
        assert!(list.contains("2026-12-21"), "{list}");
        let page = rob.get(&judged()).is(200).main_text();
        assert!(!page.contains("De dag van deze voorwaarde is voorbij"), "{page}");

        let nobody: Vec<String> = vec![];
        assert_eq!(told(&world, "2026-12-20T09:30:00+01:00"), nobody, "there is another day");
        assert_eq!(told(&world, "2026-12-21T23:00:00+01:00"), nobody);
        let to = told(&world, "2026-12-22T09:30:00+01:00");
        assert!(to.contains(&"rob@rietmeer.example".to_owned()), "{to:?}");
        assert!(to.iter().all(|one| one.ends_with("@rietmeer.example")), "{to:?}");
        assert_eq!(told(&world, "2026-12-23T09:30:00+01:00"), nobody, "once");
        let mut rob = world.person("rob@rietmeer.example");
        let page = rob.get(&judged()).is(200).main_text();
        let passed = "De dag van deze voorwaarde is voorbij: maandag 21 december 2026.";
        assert!(page.contains(passed), "{page}");
    });
}
