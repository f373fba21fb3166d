//! The draw of lots: invited, witnessed, held at its moment, and to be done again by anybody.

use serde_json::Value;

use super::{ASSESSORS, CHAIR, KEYS, LEAD, REST, fix, ranked, settle, sign, turn_key};
use crate::contract::answer;
use crate::databases::{Kind, on_both};
use crate::html;
use crate::journal::sql;
use crate::world::{PASSWORD, Page, Person, World, id_of};

/// Two working days after the Monday on which the price opens.
const WEDNESDAY: [(&str, &str); 2] = [("at_date", "2026-11-25"), ("at_time", "10:00")];
const PLACE: (&str, &str) = ("place", "Dorpshuis Elsbroek, zaal 2");
const NOTARY: (&str, &str) = ("witnesses", "Joke Prins, notaris");
const NABUUR: &str = "jan@denabuur.example";
const ZORGKRING: &str = "klaas@zorgkringnoord.example";
const OTHER: &str = "rob@rietmeer.example";

/// Elsbroek with its price open. A (De Nabuur) and D (Zorgkring) end with the same points, and the
/// same grades on both questions that settle equal totals.
pub fn tied(world: &World) -> (String, Person) {
    let table = super::elsbroek();
    let mut chair = world.person(CHAIR);
    for (item, grade) in REST {
        let grade = if item == "D.q3" { "8" } else { grade };
        settle(&mut chair, &table, (item, grade));
    }
    chair.get(&table).is(200);
    let again = [("reopening", "Een bijlage was over het hoofd gezien.")];
    chair.post(&format!("{table}/items/D.q1/reopening"), &again).redirects_to(&table);
    let fields = [
        ("grade", "10"),
        ("reason", "Met de bijlage is dit veel meer dan gevraagd."),
        ("outside", "De bijlage met eigen cijfers bracht de tafel hier."),
    ];
    fix(&mut chair, (&table, "D.q1"), &fields).redirects_to(&table);
    chair.post(&format!("{table}/quality"), &[]).redirects_to(&format!("{table}/signature"));
    sign(&mut chair, &table);
    for email in ASSESSORS {
        sign(&mut world.person(email), &table);
    }
    for email in KEYS {
        turn_key(&mut world.person(email), &table).redirects_to(&format!("{table}/price"));
    }
    (table, chair)
}

fn tied_world(kind: Kind) -> (World, String, Person) {
    let world = World::demo(kind);
    let (table, chair) = tied(&world);
    (world, table, chair)
}

fn draw(table: &str) -> String {
    format!("{table}/draw")
}

pub fn own(cooperative: &str) -> String {
    format!("/bids/{}/draw", id_of("bid", &format!("table-1-{cooperative}")))
}

fn plan(chair: &mut Person, table: &str, changed: &[(&str, &str)]) -> Page {
    let page = draw(table);
    let mut form = chair.get(&page).is(200).form(&page);
    for (name, value) in WEDNESDAY.iter().chain([&PLACE, &NOTARY]).chain(changed) {
        form = form.with(name, value);
    }
    chair.sends(&form)
}

fn planned(chair: &mut Person, table: &str) {
    plan(chair, table, &[]).redirects_to(&draw(table));
}

fn holds(chair: &mut Person, table: &str, password: &str) -> Page {
    chair.get(&draw(table)).is(200);
    let there = ("there", "Joke Prins, notaris\nAli Kaya, cliëntenraad");
    let fields = [("bidders", "A"), there, ("password", password)];
    chair.post(&format!("{}/holding", draw(table)), &fields)
}

fn confirm(person: &mut Person, cooperative: &str) {
    let page = own(cooperative);
    let form = person.get(&page).is(200).form(&page);
    person.sends(&form).redirects_to(&page);
}

fn says(page: &Page, text: &str) {
    assert!(page.main_text().contains(text), "{text:?} is not on {page:?}");
}

fn places(page: &Page) -> Vec<String> {
    page.texts_of("main .app-place")
}

fn calculation(person: &mut Person, table: &str) -> Value {
    let file = person.get(&format!("{table}/ranking/calculation")).is(200);
    serde_json::from_str(&file.body).expect("JSON")
}

#[test]
fn until_it_is_held_nothing_follows_from_the_seed() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        let ranking = chair.get(&format!("{table}/ranking")).is(200);
        assert_eq!(html::faults(&ranking), Vec::<String>::new());
        assert_eq!(places(&ranking), ["1", "1", "3", "4"]);
        says(&ranking, "Alleen een loting kan hier beslissen.");
        says(&ranking, "De loting moet nog komen.");
        assert!(!ranking.body.contains("Startgetal"), "{ranking:?}");
        let file = calculation(&mut chair, &table);
        assert!(file["input"].get("seed").is_none() && file["result"]["seed"].is_null());
        let (code, again) = answer(&["rank"], &file["input"].to_string());
        assert_eq!((code, &again), (Some(0), &file["result"]));
        let minutes = chair.get(&format!("{table}/minutes")).is(200);
        says(&minutes, "Die loting is nog niet gepland.");
        assert!(!minutes.main_text().contains("Er was geen loting nodig."), "{minutes:?}");
        let page = chair.get(&draw(&table)).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert!(!page.body.contains("Startgetal"), "{page:?}");
        says(&page, "Zorgcoöperatie De Nabuur (Inschrijving A)");
        says(&page, "Coöperatie Zorgkring Noord (Inschrijving D)");
        assert!(!page.main_text().contains("Hulp Direct"), "{page:?}");
        // Nothing is closed or decided before it.
        let shut = chair.post(&format!("{table}/closure"), &[]).is(409);
        says(&shut, "Houd eerst de loting.");
        let lot = id_of("lot", "table-1");
        let decision = format!("/manage/rounds/{}/decision/lots/{lot}", id_of("round", "table"));
        let carla = world.person("carla@waldervoort.example").get(&decision).is(200);
        says(&carla, "Over dit perceel kunt u nog niet besluiten.");
        let firm = world.person(LEAD).get(&format!("{table}/firmness")).is(200);
        assert!(!firm.body.contains("Startgetal"), "{firm:?}");
        assert!(world.mails().iter().all(|mail| !mail.subject.contains("Loting")));
    });
}

#[test]
fn a_plan_gives_time_and_names_a_witness() {
    on_both(|kind| {
        let (_world, table, mut chair) = tied_world(kind);
        let wrong = [
            (("at_date", "2026-11-24"), "Dit is te snel."),
            (("at_date", ""), "Vul een dag en een tijd in."),
            (("place", ""), "Vul in waar de loting is."),
            (("witnesses", ""), "Vul minstens één getuige in."),
            (("witnesses", "Joke Prins"), "Schrijf elke getuige op een eigen regel"),
            (("witnesses", "Marijke Zandstra, voorzitter"), "iemand anders dan wie de tafel leidt"),
        ];
        for (change, said) in wrong {
            let page = plan(&mut chair, &table, &[change]).is(422);
            let errors = page.texts_of(".app-error-summary a");
            assert!(errors.len() == 1 && errors[0].contains(said), "{errors:?}");
            assert_eq!(html::faults(&page), Vec::<String>::new());
            let kept = page.value("place").unwrap_or_default();
            assert_eq!(kept, if change.0 == "place" { "" } else { PLACE.1 });
        }
        planned(&mut chair, &table);
        let page = chair.get(&draw(&table)).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        says(&page, "De loting is gepland op woensdag 25 november 2026, 10.00 uur.");
        says(&page, "Het moment van de loting is er nog niet.");
        assert!(!page.addresses().contains(&format!("{}/holding", draw(&table))), "{page:?}");
    });
}

#[test]
fn every_tied_bidder_is_invited_and_nobody_else_hears_of_it() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        world.mails();
        planned(&mut chair, &table);
        let before = chair.get(&draw(&table)).is(200);
        says(&before, "Jan de Wit: de e-mail wacht op verzending");
        let mails = world.mails();
        let told: Vec<_> = mails.iter().filter(|mail| mail.subject.contains("Loting")).collect();
        assert!(told.iter().any(|mail| mail.to.contains(NABUUR)), "{told:?}");
        assert!(told.iter().any(|mail| mail.to.contains(ZORGKRING)), "{told:?}");
        for mail in &told {
            assert!(mail.body.contains("woensdag 25 november 2026"), "{mail:?}");
            for secret in ["Nabuur", "Zorgkring", "80,75", "Dorpshuis", "Prins"] {
                assert!(!mail.body.contains(secret), "{secret} in {mail:?}");
            }
            let ends = [".denabuur.example", ".zorgkringnoord.example"];
            assert!(ends.iter().any(|end| mail.to.contains(&end[1..])), "{mail:?}");
        }
        says(
            &chair.get(&draw(&table)).is(200),
            "Jan de Wit: e-mail verstuurd op maandag 23 november",
        );

        let mut jan = world.person(NABUUR);
        let tasks = jan.get(&own("nabuur").replace("/draw", "")).is(200);
        says(&tasks, "Er is een loting op woensdag 25 november 2026, 10.00 uur.");
        let page = jan.get(&tasks.link("Lees meer over de loting")).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        says(&page, "Dorpshuis Elsbroek, zaal 2");
        says(&page, "Joke Prins, notaris");
        for secret in ["Zorgkring", "80,75", "Startgetal"] {
            assert!(!page.body.contains(secret), "{secret} on {page:?}");
        }
        confirm(&mut jan, "nabuur");
        says(&jan.get(&own("nabuur")).is(200), "Jan de Wit las deze uitnodiging op maandag 23");
        says(&chair.get(&draw(&table)).is(200), "Jan de Wit las de uitnodiging op maandag 23");
        // Whoever bids elsewhere, was not tied, or is of the municipality has no such page.
        let mut klaas = world.person(ZORGKRING);
        klaas.get(&own("zorgkring")).is(200);
        klaas.get(&own("nabuur")).is(404);
        klaas.post(&own("nabuur"), &[]).is(404);
        for email in [OTHER, CHAIR, LEAD] {
            world.person(email).get(&own("nabuur")).is(404);
        }
        world.person(NABUUR).get(&draw(&table)).is(404);
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn another_moment_invites_again_and_the_earlier_stays() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        planned(&mut chair, &table);
        world.mails();
        let mut jan = world.person(NABUUR);
        let old = jan.get(&own("nabuur")).is(200).form(&own("nabuur"));
        confirm(&mut jan, "nabuur");
        plan(&mut chair, &table, &[("at_date", "2026-11-26")]).redirects_to(&draw(&table));
        let moved = world.mails();
        let again = |mail: &&buurtbod::testing::SentMail| mail.subject.contains("Ander moment");
        assert!(moved.iter().filter(again).any(|mail| mail.to.contains(NABUUR)), "{moved:?}");
        let page = jan.get(&own("nabuur")).is(200);
        says(&page, "donderdag 26 november 2026, 10.00 uur");
        says(&page, "woensdag 25 november 2026, 10.00 uur. Dit moment is vervangen.");
        // What was read of the earlier moment does not count for the new one.
        assert!(!page.main_text().contains("las deze uitnodiging"), "{page:?}");
        jan.sends(&old).redirects();
        assert!(!jan.get(&own("nabuur")).is(200).main_text().contains("las deze uitnodiging"));

        let cancel = format!("{}/cancellation", draw(&table));
        let form = chair.get(&draw(&table)).is(200).form(&cancel);
        let page = chair.sends(&form.with("reason", "")).is(422);
        assert_eq!(
            page.texts_of(".app-error-summary a"),
            ["Schrijf waarom de loting niet doorgaat."]
        );
        // Nobody calls off a moment that they did not see.
        says(&chair.post(&cancel, &[("reason", "Ziek.")]).is(409), "een ander moment dan u zag");
        let form = chair.get(&draw(&table)).is(200).form(&cancel);
        chair.sends(&form.with("reason", "De notaris is ziek.")).redirects_to(&draw(&table));
        let off = world.mails();
        assert!(off.iter().any(|mail| mail.subject.contains("Afgezegd")), "{off:?}");
        says(&jan.get(&own("nabuur")).is(200), "Deze loting ging niet door. De reden: De notaris");
        let minutes = chair.get(&format!("{table}/minutes")).is(200);
        for told in [
            "Loting van woensdag 25 november 2026, 10.00 uur",
            "Loting van donderdag 26 november 2026, 10.00 uur",
            "Vervangen door een ander moment",
            "De notaris is ziek.",
        ] {
            says(&minutes, told);
        }
        chair.post(&cancel, &[("reason", "Nog eens.")]).is(409);
        chair.post(&format!("{table}/closure"), &[]).is(409);
    });
}

#[test]
fn it_waits_for_its_moment_its_bidders_and_a_password() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        says(&holds(&mut chair, &table, PASSWORD).is(409), "Er is geen loting gepland.");
        planned(&mut chair, &table);
        world.set_clock("2026-11-25T09:59:00+01:00");
        let mut chair = world.person(CHAIR);
        says(&holds(&mut chair, &table, PASSWORD).is(409), "is er nog niet.");
        // No mail went out, and what goes out or is read now is too late to count.
        world.set_clock("2026-11-25T10:00:00+01:00");
        confirm(&mut world.person(NABUUR), "nabuur");
        confirm(&mut world.person(ZORGKRING), "zorgkring");
        world.mails();
        says(&holds(&mut chair, &table, PASSWORD).is(409), "Nog niet van alle inschrijvers");
        // Another moment; De Nabuur reads it, Zorgkring gets the mail.
        plan(&mut chair, &table, &[("at_date", "2026-11-27")]).redirects_to(&draw(&table));
        confirm(&mut world.person(NABUUR), "nabuur");
        world.mails();
        world.set_clock("2026-11-28T00:00:00+01:00");
        let mut chair = world.person(CHAIR);
        says(&holds(&mut chair, &table, PASSWORD).is(409), "De dag van de loting is voorbij.");
        world.set_clock("2026-11-27T23:00:00+01:00");
        let mut chair = world.person(CHAIR);
        let wrong = holds(&mut chair, &table, "niet-het-mijne").is(422);
        assert_eq!(
            wrong.texts_of(".app-error-summary a"),
            ["Dit is niet uw wachtwoord. Probeer het nog een keer."]
        );
        assert_eq!(html::faults(&wrong), Vec::<String>::new());
        assert!(!wrong.body.contains("Startgetal"), "{wrong:?}");
        let mut lead = world.person(LEAD);
        lead.get(&draw(&table)).is(200);
        lead.post(&format!("{}/holding", draw(&table)), &[("password", PASSWORD)]).is(403);
        let alone = [("there", "Marijke Zandstra, voorzitter"), ("password", PASSWORD)];
        let alone = chair.post(&format!("{}/holding", draw(&table)), &alone).is(422);
        says(&alone, "iemand anders dan wie de tafel leidt");
        holds(&mut chair, &table, PASSWORD).redirects_to(&draw(&table));
        holds(&mut chair, &table, PASSWORD).is(409);
    });
}

/// A chair who may not hear of a bid neither reads who is tied nor draws; the secretary stands in.
#[test]
fn who_has_an_interest_in_a_bid_draws_no_lots() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        let (person, bid) = (id_of("person", "marijke"), id_of("bid", "table-1-nabuur"));
        sql(
            &world,
            &[&format!(
                "INSERT INTO conflicts (person_id, bid_id, answer, note, declared_at) \
                 VALUES ('{person}', '{bid}', 'yes', 'Mijn broer.', 0)"
            )],
        );
        chair.get(&draw(&table)).is(403);
        for (part, fields) in [
            ("", vec![PLACE]),
            ("/cancellation", vec![]),
            ("/holding", vec![("password", PASSWORD)]),
        ] {
            let page = chair.post(&format!("{}{part}", draw(&table)), &fields).is(403);
            assert!(!page.body.contains("Nabuur"), "{page:?}");
        }
    });
}

#[test]
fn anybody_can_draw_again_from_the_record() {
    on_both(|kind| {
        let (world, table, mut chair) = tied_world(kind);
        planned(&mut chair, &table);
        world.mails();
        let promise = world.person(NABUUR).get(&own("nabuur")).is(200).text_of(".app-hash");
        world.set_clock("2026-11-25T10:01:00+01:00");
        let mut chair = world.person(CHAIR);
        holds(&mut chair, &table, PASSWORD).redirects_to(&draw(&table));
        let file = calculation(&mut chair, &table);
        let seed = file["input"]["seed"].as_str().expect("a seed").to_owned();
        let (code, again) = answer(&["rank"], &file["input"].to_string());
        assert_eq!((code, &again), (Some(0), &file["result"]));
        let lines = again["ranking"].as_array().expect("a list");
        let drawn: Vec<(String, u64)> = lines[..2]
            .iter()
            .map(|line| {
                let number = line["tie"]["settled"]["by_draw"]["number"].to_string();
                let number = number.trim_matches('"').parse().expect("a number");
                (line["id"].as_str().expect("a letter").to_owned(), number)
            })
            .collect();
        assert!(drawn[0].1 < drawn[1].1, "{drawn:?}");
        let ranking = chair.get(&format!("{table}/ranking")).is(200);
        assert_eq!(places(&ranking), ["1", "2", "3", "4"]);
        assert!(ranking.body.contains(&seed), "{ranking:?}");

        let minutes = chair.get(&format!("{table}/minutes")).is(200);
        assert_eq!(html::faults(&minutes), Vec::<String>::new());
        let numbers = drawn.iter().map(|(bid, number)| format!("Inschrijving {bid}: {number}"));
        let told = [
            "Loting van woensdag 25 november 2026, 10.00 uur",
            "Dorpshuis Elsbroek, zaal 2",
            "Joke Prins, notaris",
            "Ali Kaya, cliëntenraad",
            "Jan de Wit: e-mail verstuurd op",
            "Marijke Zandstra, op woensdag 25 november 2026, 10.0",
            "buurtbod rank",
            &seed,
            &promise,
        ];
        for told in told.map(str::to_owned).into_iter().chain(numbers) {
            says(&minutes, &told);
        }
        assert_eq!(buurtbod_hash(&seed), promise);
        let mut jan = world.person(NABUUR);
        let page = jan.get(&own("nabuur")).is(200);
        says(&page, "De loting is gehouden op woensdag 25 november 2026");
        says(&page, &seed);
        let [first, second] = [&drawn[0], &drawn[1]].map(|(bid, number)| match bid.as_str() {
            "A" => format!("Inschrijving A, de uwe: {number}"),
            other => format!("Inschrijving {other}: {number}"),
        });
        says(&page, &first);
        says(&page, &second);
        // Who watched, not who was to watch; and no mail of later changes the record.
        says(&page, "Ali Kaya, cliëntenraad");
        chair.post(&format!("{table}/closure"), &[]).redirects_to(&format!("{table}/ranking"));
        let journal = format!("/manage/rounds/{}/journal", id_of("round", "table"));
        says(&world.person(LEAD).get(&journal).is(200), &seed);
        world.house.verify_journal().expect("the chain holds");
    });
}

fn buurtbod_hash(seed: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(seed).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn where_the_rules_decide_there_is_nothing_to_draw() {
    on_both(|kind| {
        let (_world, table, mut chair) = ranked(kind);
        let page = chair.get(&draw(&table)).is(200);
        assert_eq!(html::faults(&page), Vec::<String>::new());
        says(&page, "Op dit perceel is geen loting nodig.");
        assert_eq!(page.texts_of("main form").len(), 0);
        let fields: Vec<_> = WEDNESDAY.into_iter().chain([PLACE, NOTARY]).collect();
        says(&chair.post(&draw(&table), &fields).is(409), "Op dit perceel is geen loting nodig.");
        chair.post(&format!("{table}/closure"), &[]).redirects_to(&format!("{table}/ranking"));
    });
}

#[test]
fn a_price_key_asks_for_the_password() {
    on_both(|kind| {
        let (world, table, mut chair) = super::settled(kind);
        sign(&mut chair, &table);
        for email in ASSESSORS {
            sign(&mut world.person(email), &table);
        }
        let mut henk = world.person(KEYS[0]);
        let page = format!("{table}/price");
        henk.get(&page).is(200);
        for password in ["", "niet-het-mijne"] {
            let wrong = henk.post(&page, &[("password", password)]).is(422);
            assert_eq!(
                wrong.texts_of(".app-error-summary a"),
                ["Dit is niet uw wachtwoord. Probeer het nog een keer."]
            );
            assert_eq!(html::faults(&wrong), Vec::<String>::new());
            assert!(!wrong.main_text().contains("gebruikte de eerste sleutel"), "{wrong:?}");
        }
        turn_key(&mut henk, &table).redirects_to(&page);
    });
}
