//! The main journey once more, by plain forms, on lots that consist of real districts.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::wins::{Journey, bid, review, set_up};
use crate::databases::on_both;
use crate::review::judgement;
use crate::world::{PASSWORD, Page, Person, World};

/// Two districts of Asten, as they stand in the file.
const AREAS: [(&str, &str); 2] =
    [("WK074303-2024", "Asten noord"), ("WK074304-2024", "Asten oost")];
/// A copy keeps the rhythm of the round at the table: eight weeks, to a Monday.
const CLOSED: &str = "2027-01-18T12:00:01+01:00";
const REASON: &str = "Duidelijk en passend bij het dorp. Meten kan nog beter.";

/// Real areas of seven municipalities; the file does not come with the source.
fn file() -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/peel-buurten.geojson");
    file.exists().then_some(file)
}

#[test]
fn a_cooperative_bids_and_wins_on_real_areas() {
    let Some(file) = file() else {
        eprintln!("skipped: ../shared/data/peel-buurten.geojson is not there");
        return;
    };
    on_both(|kind| {
        let world = World::demo(kind);
        import(&world, &file);
        let journey = published(&world);
        everybody_finds_the_areas(&journey);
        bid::hands_in(&journey, "nabuur", ["truus@denabuur.example"; 2], "Truus Vermeer");
        bid::zorgkring_hands_in_too(&journey);
        opened_and_admitted(&journey);
        scored(&journey);
        let table = settled(&journey);
        ranked(&journey, &table);
        decided(&journey);
        world.house.verify_journal().expect("the chain holds");
    });
}

/// With the program itself, while the house is open.
fn import(world: &World, file: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_buurtbod"))
        .args(["areas", "import"])
        .arg(file)
        .env("BUURTBOD__DATABASE__URL", world.database.url())
        .env("BUURTBOD__DATA_DIR", world.database.folder())
        .stderr(Stdio::inherit())
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && told.contains("202 areas read"), "{told}");
}

fn someone(journey: &Journey, name: &str) -> Person {
    let mut person = journey.world.person(&format!("{name}@waldervoort.example"));
    person.get("/").is(200);
    person
}

fn published(world: &World) -> Journey<'_> {
    let mut ingrid = world.person("ingrid@waldervoort.example");
    let page = ingrid.get("/manage/rounds/new").is(200);
    let copied = page.texts_of("label").iter().any(|l| l.contains("Hulp dichtbij in Waldervoort"));
    assert!(copied, "{page:?}");
    let start = crate::world::id_of("round", "table");
    let made = page.form("/manage/rounds/new").with("title", set_up::ROUND).with("start", &start);
    let manage = ingrid.sends(&made).redirects();
    let round = manage.rsplit('/').next().expect("an id").to_owned();
    let journey = Journey { world, round, lot: String::new(), screens: vec![] };
    let lot = set_up::keep_one_lot(&journey);

    let address = journey.manage(&lot);
    let asten = ingrid.get(&address).is(200).form(&address).with("of", "GM0743");
    let page = ingrid.sends(&asten.with("show", "look")).is(200);
    let offered = page.values("areas");
    assert!(AREAS.iter().all(|(code, _)| offered.iter().any(|o| o == code)), "{offered:?}");
    let lot_form = page.form(&address).with("areas", AREAS[0].0).and("areas", AREAS[1].0);
    ingrid.sends(&lot_form.with("name", "Asten noord en oost")).redirects();
    let publication = journey.manage("/publication");
    let form = ingrid.get(&publication).is(200).form(&publication).with("sure", "yes");
    ingrid.sends(&form).redirects();
    Journey { lot, ..journey }
}

fn everybody_finds_the_areas(journey: &Journey) {
    let mut visitor = journey.world.visitor();
    let round = visitor.get(&journey.public("")).is(200);
    let lot = visitor.get(&journey.lot).is(200);
    for page in [&round, &lot] {
        assert!(page.body.contains("<path"), "a map: {page:?}");
        for (_, name) in AREAS {
            assert!(page.main_text().contains(name), "{name} on {page:?}");
        }
    }
    assert_eq!(lot.text_of("h1"), "Perceel 1: Asten noord en oost");
}

fn opened_and_admitted(journey: &Journey) {
    journey.world.set_clock(CLOSED);
    for name in ["henk", "shanti"] {
        let opening = journey.manage("/opening");
        someone(journey, name).post(&opening, &[("password", PASSWORD)]).redirects();
    }
    let mut ingrid = someone(journey, "ingrid");
    for bidder in [review::NABUUR, review::ZORGKRING] {
        let address = ingrid.get(&journey.manage("/admissibility")).is(200).link(bidder);
        let page = ingrid.get(&address).is(200);
        let judged = judgement(&page, "accepted", "Bekeken.");
        let mut fields: Vec<(&str, &str)> =
            judged.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        fields.extend([("verdict", "admitted"), ("reason", "Alles is akkoord.")]);
        ingrid.post(&address, &fields).redirects();
    }
    let assignments = journey.manage("/assignments");
    let page = ingrid.get(&assignments).is(200);
    let mut form = page.form(&assignments);
    for name in ["Fatima el Amrani", "Peter Kuiper", "Els de Boer"] {
        form = form.and("assigned", &page.attribute(&format!("[aria-label^='{name}']"), "value"));
    }
    ingrid.sends(&form).redirects();
}

fn scored(journey: &Journey) {
    for (name, grades) in [("fatima", ["8", "6"]), ("peter", ["8", "8"]), ("els", ["4", "8"])] {
        review::scores(journey, &mut someone(journey, name), grades);
    }
}

/// The table meets, agrees and signs. Answers its address.
fn settled(journey: &Journey) -> String {
    let manage = journey.manage("/tables");
    let mut ingrid = someone(journey, "ingrid");
    let form = ingrid.get(&manage).is(200).form(&manage);
    ingrid.sends(&form).redirects();
    let table = ingrid.get(&manage).is(200).link("Naar de tafel");
    for name in ["marijke", "fatima", "peter", "els"] {
        someone(journey, name).post(&format!("{table}/seat"), &[("still", "same")]).redirects();
    }
    let mut marijke = someone(journey, "marijke");
    while let Some(page) = undecided(&mut marijke, &table) {
        let action = with_ending(&page, "/score").expect("a form for the grade");
        let form = page.form(&action).with("grade", "8").with("reason", REASON);
        marijke.sends(&form).redirects();
    }
    marijke.post(&format!("{table}/quality"), &[]).redirects();
    for name in ["marijke", "fatima", "peter", "els"] {
        let place = format!("{table}/signature");
        someone(journey, name).post(&place, &[("read", "1")]).redirects();
    }
    table
}

/// The page of the table with the next item, its grades shown; none when all have one.
fn undecided(chair: &mut Person, table: &str) -> Option<Page> {
    let page = chair.get(table).is(200);
    let reveal = with_ending(&page, "/reveal")?;
    let form = page.form(&reveal);
    chair.sends(&form).redirects();
    Some(chair.get(table).is(200))
}

fn with_ending(page: &Page, ending: &str) -> Option<String> {
    page.addresses().into_iter().find(|address| address.ends_with(ending))
}

fn ranked(journey: &Journey, table: &str) {
    for name in ["henk", "shanti"] {
        let password = [("password", PASSWORD)];
        someone(journey, name).post(&format!("{table}/price"), &password).redirects();
    }
    let mut marijke = someone(journey, "marijke");
    let ranking = marijke.get(&format!("{table}/ranking")).is(200);
    assert!(ranking.text_of("h1").starts_with("Uitslag: "), "{ranking:?}");
    marijke.post(&format!("{table}/closure"), &[]).redirects();
    let minutes = marijke.get(&format!("{table}/minutes")).is(200);
    assert!(minutes.main_text().contains(REASON));
}

fn decided(journey: &Journey) {
    let mut carla = someone(journey, "carla");
    let address = journey.manage(&format!("/decision{}", journey.lot));
    let form = carla.get(&address).is(200).form(&address);
    let form = form.with("reasons", "Het hoogste totaal, met de beste kennis van het gebied.");
    let form = form.with("advantages", "Begint eerder en laat elke maand zien hoe het gaat.");
    carla.sends(&form).redirects();
    let publication = journey.manage("/decision/publication");
    let form = carla.get(&publication).is(200).form(&publication).with("confirmed", "yes");
    carla.sends(&form).redirects();
    let letters = journey.world.mails().into_iter().filter(|m| m.body.contains("Asten noord"));
    assert!(letters.count() >= 2);
    let result = journey.world.visitor().get(&journey.public("/result")).is(200);
    assert!(result.main_text().contains("Asten noord en oost"), "{result:?}");
}
