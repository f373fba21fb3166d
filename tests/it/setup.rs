//! Preparing a round: a copy of an earlier one, dates from the day of publication, the library, the
//! live check, a rehearsal, and what one does wrong.

use crate::bids::sound;
use crate::databases::{Kind, on_both};
use crate::world::{Form, Person, World, id_of};

const LEAD: &str = "ingrid@waldervoort.example";

/// A new round of Waldervoort; answers its address.
fn begun(lead: &mut Person, fields: &[(&str, &str)]) -> String {
    lead.get("/manage/rounds/new").is(200);
    let all = [&[("title", "Samen oud worden")], fields].concat();
    lead.post("/manage/rounds/new", &all).redirects()
}

fn form(lead: &mut Person, address: &str) -> Form {
    sound(lead.get(address).is(200)).form(address)
}

fn picked(lead: &mut Person, shelf: &str, codes: &[&str]) -> Form {
    let version = lead.get(shelf).is(200).value("version").expect("a version");
    let start = lead.get(shelf).form(shelf).with("version", &version);
    codes.iter().fold(start, |form, code| form.and("pick", code))
}

#[test]
fn a_copy_moves_the_dates_and_the_journal_says_of_what() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let old = id_of("round", "table");
        let file = ingrid.get(&format!("/manage/rounds/{old}")).is(200);
        let start = file.link("Maak een nieuwe ronde met een kopie hiervan");
        assert_eq!(start, format!("/manage/rounds/new?copy={old}"));
        let form_at = "/manage/rounds/new";
        assert_eq!(ingrid.get(&start).is(200).form(form_at).value("start"), old);
        let round = begun(&mut ingrid, &[("start", &old), ("published_on", "2027-02-01")]);
        let dates = form(&mut ingrid, &format!("{round}/parts/dates"));
        // 41 days for questions end on a Sunday, 14 days more on Easter Monday: both move on.
        let told = ["questions_until_date", "closes_at_date", "closes_at_time"];
        assert_eq!(told.map(|name| dates.value(name)), ["2027-03-15", "2027-03-30", "12:00"]);
        let journal = ingrid.get(&format!("{round}/journal")).is(200).main_text();
        for part in ["als kopie van een eerdere ronde", "Kopie van", &old] {
            assert!(journal.contains(part), "{part}: {journal}");
        }
        assert!(!journal.contains("inschrijving op perceel"), "nothing of bids: {journal}");
        let page = ingrid
            .post(form_at, &[("title", "Terug"), ("start", &old), ("published_on", "2026-11-01")]);
        assert_eq!(page.is(422).texts_of(".app-error-summary a").len(), 1);
    });
}

#[test]
fn an_empty_round_is_filled_from_the_library() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &[("start", "empty"), ("procedure", "grant_call")]);
        let route = form(&mut ingrid, &format!("{round}/parts/procedure"));
        assert_eq!(route.value("procedure"), "grant_call");
        let rules = form(&mut ingrid, &format!("{round}/parts/rules"));
        assert_eq!((rules.value("remedy"), rules.value("remedy_length")), ("objection", "6"));

        let shelf = format!("{round}/library/requirements");
        let all = ingrid.get(&shelf).is(200).values("pick");
        assert_eq!(all.len(), 28);
        let welfare = sound(ingrid.get(&format!("{shelf}?class=A")).is(200)).values("pick");
        assert!(welfare.contains(&"Q06".to_owned()) && !welfare.contains(&"Q11".to_owned()));
        let some = picked(&mut ingrid, &shelf, &["Q06", "Q02", "L01"]);
        ingrid.sends(&some).redirects_to(&format!("{round}/parts/requirements?saved=1"));
        assert_eq!(
            form(&mut ingrid, &format!("{round}/parts/requirements")).count("requirements"),
            3
        );
        // What is there already cannot be picked twice.
        assert_eq!(ingrid.get(&shelf).is(200).values("pick").len(), 25);
        let again = picked(&mut ingrid, &shelf, &["Q06"]);
        ingrid.sends(&again).is(422);

        for (shelf, codes) in
            [("quality", &["K01", "K04"][..]), ("social_value", &["SV01", "SV04", "SV20"])]
        {
            let some = picked(&mut ingrid, &format!("{round}/library/{shelf}"), codes);
            ingrid.sends(&some).redirects_to(&format!("{round}/parts/criteria?saved=1"));
        }
        let criteria = ingrid.get(&format!("{round}/parts/criteria")).is(200);
        assert_eq!(criteria.names("weight-").len(), 5);
        assert!(criteria.main_text().contains("Rust voor mantelzorgers"), "{criteria:?}");
        let scale = picked(&mut ingrid, &format!("{round}/library/scales"), &["commitment"]);
        ingrid.sends(&scale).redirects_to(&format!("{round}/parts/scale?saved=1"));
        assert_eq!(form(&mut ingrid, &format!("{round}/parts/scale")).value("label-1"), "Bewezen");

        let grounds = form(&mut ingrid, &format!("{round}/parts/grounds"));
        let grounds = grounds.and("grounds", "unsafe").and("grounds", "no_mandate");
        ingrid.sends(&grounds).redirects_to(&round);
        assert_eq!(form(&mut ingrid, &format!("{round}/parts/grounds")).count("grounds"), 2);
        let letters = picked(&mut ingrid, &format!("{round}/library/letters"), &["talk", "staff"]);
        ingrid.sends(&letters).redirects_to(&format!("{round}/parts/letters?saved=1"));
        let letters = form(&mut ingrid, &format!("{round}/parts/letters"));
        assert!(letters.value("letter_won").contains("overnemen van personeel"));
        assert!(letters.value("letter_lost").contains("Bel onze contactpersoon"));
        assert_eq!(letters.value("letter_refused"), "");
        let public = round.replace("/manage", "");
        world.visitor().get(&public).is(404);
        // Somebody else's people have no shelf here.
        let mut rob = world.person("rob@rietmeer.example");
        for path in ["library/quality", "timeline", "rehearsal"] {
            rob.get(&format!("{round}/{path}")).is(404);
        }
    });
}

#[test]
fn two_leads_pick_at_once_and_nothing_is_lost() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &[("start", "fixed")]);
        let mut again = world.person(LEAD);
        let shelf = format!("{round}/library/social_value");
        let first = picked(&mut ingrid, &shelf, &["SV01"]);
        let second = picked(&mut again, &shelf, &["SV02", "SV03"]);
        ingrid.sends(&first).redirects();
        let clash = sound(again.sends(&second).is(409));
        let both = clash.form(&shelf);
        assert_eq!(both.count("pick"), 2, "what was ticked is still ticked");
        again.sends(&both).redirects();
        let criteria = again.get(&format!("{round}/parts/criteria")).is(200).main_text();
        for name in ["Minder eenzaamheid", "Zelf doen en zelf kiezen", "Langer thuis"] {
            assert!(criteria.contains(name), "{name}: {criteria}");
        }
    });
}

#[test]
fn remarks_stand_in_the_task_list_with_their_reason_and_source() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &[("start", "fixed"), ("procedure", "light_regime")]);
        let some = picked(&mut ingrid, &format!("{round}/library/requirements"), &["L01"]);
        ingrid.sends(&some).redirects();
        let hard = form(&mut ingrid, &format!("{round}/requirements/L01")).with("knock_out", "yes");
        ingrid.sends(&hard.with("equivalent", "")).redirects();
        let route = form(&mut ingrid, &format!("{round}/parts/procedure"));
        let route = route.with("entry-1", "2027-12-25").with("entry-2", "2026-12-01");
        ingrid.sends(&route).redirects();
        let dates = form(&mut ingrid, &format!("{round}/parts/dates"));
        let dates = dates.with("closes_at_date", "2027-01-03").with("closes_at_time", "23:59");
        ingrid.sends(&dates.with("questions_until_date", "2026-12-30")).redirects();
        let said = [
            "De eis ‘Geworteld in het gebied’ vraagt een plek in het gebied, en wie die niet heeft, valt af.",
            "Bron: Hof van Justitie EU, C-436/20",
            "Wie de eis ‘Geworteld in het gebied’ niet haalt, valt af. Er staat niet wat even goed is.",
            "Tussen de laatste vraag en de sluiting zitten maar 4 dagen.",
            "‘De inschrijving sluit op’ valt buiten kantooruren.",
            "Bron: Algemene termijnenwet, artikel 1 en 3",
        ];
        for path in [round.clone(), format!("{round}/publication")] {
            let text = sound(ingrid.get(&path).is(200)).main_text();
            for part in said {
                assert!(text.contains(part), "{part}: {text}");
            }
        }
        // A day to step in that comes too early is no remark but an error.
        let list = ingrid.get(&round).is(200).main_text();
        assert!(list.contains("komt niet na de sluiting van deze ronde"), "{list}");
    });
}

#[test]
fn dates_are_worked_out_shown_and_then_taken_over() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &[("start", "weighted")]);
        let parts = format!("{round}/parts/dates");
        let before = form(&mut ingrid, &parts);
        let timeline = format!("{round}/timeline");
        let asked = format!("{timeline}?procedure=open_house&from=2027-03-01");
        let page = sound(ingrid.get(&asked).is(200));
        let text = page.main_text();
        for part in ["maandag 22 maart 2027", "maandag 5 april 2027", "C-410/14", "artikel 1"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(
            form(&mut ingrid, &parts).value("closes_at_date"),
            before.value("closes_at_date")
        );
        let version = page.value("version").expect("a version");
        let fields = [("procedure", "open_house"), ("from", "2027-03-01"), ("version", &version)];
        ingrid.post(&timeline, &fields).redirects_to(&format!("{parts}?saved=1"));
        let after = form(&mut ingrid, &parts);
        let told = ["questions_until_date", "closes_at_date", "closes_at_time"];
        assert_eq!(told.map(|name| after.value(name)), ["2027-03-22", "2027-04-05", "12:00"]);
        // Somebody was faster; a day that is over; no day at all.
        ingrid.post(&timeline, &fields).is(409);
        for from in ["2026-09-01", "gisteren", ""] {
            let fields = [("procedure", "open_house"), ("from", from), ("version", &version)];
            ingrid.post(&timeline, &fields).is(422);
        }
    });
}

#[test]
fn a_rehearsal_is_invented_and_keeps_nothing() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = begun(&mut ingrid, &[("start", "weighted")]);
        let address = format!("{round}/rehearsal");
        let journal = |lead: &mut Person| lead.get(&format!("{round}/journal")).main_text();
        let before = journal(&mut ingrid);
        let page = sound(ingrid.get(&format!("{address}?bids=6&seed=42")).is(200));
        let text = page.main_text();
        for part in ["Dit is verzonnen", "getal 42", "Inschrijving F", "In 50 keer oefenen"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(ingrid.get(&format!("{address}?bids=6&seed=42")).main_text(), text);
        assert_ne!(ingrid.get(&format!("{address}?bids=6&seed=43")).main_text(), text);
        let other = format!(
            "{address}?bids=6&seed=42&weight-q1=1&weight-q2=1&weight-q3=1&weight-q4=1&price_weight=96"
        );
        let other = sound(ingrid.get(&other).is(200)).main_text();
        assert!(other.contains("Met uw andere punten"), "{other}");
        assert!(other.contains("gaat van plaats"), "{other}");
        for wrong in ["bids=1", "bids=13", "seed=0", "seed=veel", "weight-q1=-3"] {
            let page = sound(ingrid.get(&format!("{address}?{wrong}")).is(422));
            assert_eq!(page.texts_of(".app-error-summary a").len(), 1, "{wrong}");
        }
        assert_eq!(journal(&mut ingrid), before);
        let weights = form(&mut ingrid, &format!("{round}/parts/criteria"));
        assert_eq!(weights.value("weight-q1"), "25");
        let empty = begun(&mut ingrid, &[("start", "empty")]);
        let page = ingrid.get(&format!("{empty}/rehearsal")).is(200).main_text();
        assert!(page.contains("Dit is verzonnen"), "{page}");
    });
}

#[test]
fn residents_money_and_later_days_are_public_and_in_the_reminders() {
    on_both(|kind| {
        let world = World::demo(kind);
        let round = format!("/rounds/{}", id_of("round", "open"));
        let page = sound(world.visitor().get(&round).is(200)).main_text();
        let told = [
            "Maatschappelijk aanbesteden.",
            "Geld voor initiatieven van bewoners",
            "€ 25.000 per jaar",
            "Later instappen",
            "donderdag 17 juni 2027",
            "Niet veilig genoeg.",
        ];
        for part in told {
            assert!(page.contains(part), "{part}: {page}");
        }
        world.set_clock("2026-12-15T15:00:00+01:00");
        let mails = world.mails();
        let mail = mails
            .iter()
            .find(|m| m.subject.contains("nog 2 dagen") && m.body.contains("van de 12"));
        let body = &mail.expect("a reminder").body;
        assert!(body.contains("Het volgende moment om in te stappen is"), "{body}");
        assert!(body.contains("17 juni 2027"), "{body}");
    });
}

#[test]
fn a_deadline_exists_once_and_is_still_to_come() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, &[("start", "fixed")]);
    let parts = format!("{round}/parts/dates");
    let nights = [
        ("2027-03-28", "02:30", "de klok gaat dan een uur vooruit"),
        ("2027-10-31", "02:30", "de klok gaat dan een uur terug"),
        ("2026-11-20", "12:00", "is al voorbij"),
    ];
    for (day, time, why) in nights {
        let dates =
            form(&mut ingrid, &parts).with("closes_at_date", day).with("closes_at_time", time);
        let page = ingrid.sends(&dates).is(422);
        assert!(page.main_text().contains(why), "{day} {time}: {page:?}");
        assert_eq!(page.form(&parts).value("closes_at_date"), day, "nothing typed is lost");
    }
    // The same holds for the deadline of a round that is open.
    let mut rob = world.person("rob@rietmeer.example");
    let extension = format!("/manage/rounds/{}/extension", id_of("round", "open"));
    rob.get(&extension).is(200);
    let fields = [
        ("closes_date", "2027-03-28"),
        ("closes_time", "02:30"),
        ("reason", "Storing"),
        ("step", "look"),
    ];
    assert!(rob.post(&extension, &fields).is(422).main_text().contains("een uur vooruit"));
}

#[test]
fn a_scale_stays_once_there_are_grades_and_the_page_says_what_one_can_do() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = world.person(LEAD);
        let round = format!("/manage/rounds/{}", id_of("round", "table"));
        let page = ingrid.get(&format!("{round}/parts/scale")).is(409);
        assert!(page.main_text().contains("Begin een nieuwe ronde met een kopie"), "{page:?}");
        let fields = [("value-1", "5"), ("label-1", "Top"), ("text-1", "Alles"), ("version", "x")];
        ingrid.post(&format!("{round}/parts/scale"), &fields).is(409);
        ingrid.post(&format!("{round}/library/scales"), &[("pick", "ten")]).is(409);
    });
}

#[test]
fn a_route_says_what_is_wrong_and_keeps_what_was_typed() {
    let world = World::demo(Kind::Sqlite);
    let mut ingrid = world.person(LEAD);
    let round = begun(&mut ingrid, &[("start", "fixed")]);
    let parts = format!("{round}/parts/procedure");
    let typed =
        form(&mut ingrid, &parts).with("residents_amount", "veel").with("entry-1", "31-02-2027");
    let page = ingrid.sends(&typed).is(422);
    // No route, no amount, no purpose, no such day.
    assert_eq!(page.texts_of(".app-error-summary a").len(), 4, "{page:?}");
    let back = page.form(&parts);
    assert_eq!((back.value("residents_amount"), back.value("entry-1")), ("veel", "31-02-2027"));
    let right = back
        .with("procedure", "open_house")
        .with("residents_amount", "12.500,50")
        .with("residents_purpose", "Voor een begin")
        .with("entry-1", "2027-09-01");
    ingrid.sends(&right).redirects_to(&round);
    let kept = form(&mut ingrid, &parts);
    assert_eq!(
        ["procedure", "residents_amount", "entry-1"].map(|name| kept.value(name)),
        ["open_house", "12500,50", "2027-09-01"]
    );
}
