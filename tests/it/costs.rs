//! The cost sheet of a bid: what it comes to, what it warns of, and the workbook that goes out and
//! comes back.

use rust_xlsxwriter::{Formula, Workbook};

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Page, Person, World, id_of};

const HANNEKE: &str = "hanneke@dijkgenoten.example";
/// The draft of De Dijkgenoten for a lot with a fixed price.
fn draft() -> String {
    format!("/bids/{}", id_of("bid", "open-1-dijkgenoten"))
}

/// The page without faults, and its text.
#[track_caller]
fn sound(page: Page) -> Page {
    assert_eq!(html::faults(&page), Vec::<String>::new(), "{page:?}");
    page
}

#[track_caller]
fn says(page: &Page, sentences: &[&str]) {
    let text = page.main_text().replace('\u{a0}', " ");
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence} in {text}");
    }
}

/// Saves these fields of the cost sheet as a form without script does, and stays.
fn fills(person: &mut Person, bid: &str, fields: &[(&str, &str)]) -> Page {
    let section = format!("{bid}/sections/price");
    let page = person.get(&section).is(200);
    let named: Vec<(String, &str)> =
        fields.iter().map(|(tail, text)| (format!("price.{tail}"), *text)).collect();
    let versions: Vec<(String, String)> = named
        .iter()
        .map(|(name, _)| {
            let version = format!("version.{name}");
            let seen = page.value(&version).unwrap_or_else(|| "0".into());
            (version, seen)
        })
        .collect();
    let mut all: Vec<(&str, &str)> = vec![("to", "here")];
    all.extend(named.iter().map(|(name, text)| (name.as_str(), *text)));
    all.extend(versions.iter().map(|(name, seen)| (name.as_str(), seen.as_str())));
    let answer = person.post(&section, &all);
    if answer.status == 303 { person.get(&section).is(200) } else { answer }
}

/// A round of Waldervoort that is open and lets the price count, and a new bid on its first lot
/// by De Nabuur: the address of the bid.
pub fn priced_bid(world: &World, jan: &mut Person) -> String {
    let mut ingrid = world.person("ingrid@waldervoort.example");
    ingrid.get("/manage/rounds/new").is(200);
    let made = [("title", "Nog een ronde"), ("start", &id_of("round", "table"))];
    let round = ingrid.post("/manage/rounds/new", &made).redirects();
    let address = format!("{round}/publication");
    let sure = ingrid.get(&address).is(200).form(&address).with("sure", "yes");
    ingrid.sends(&sure).redirects_to(&format!("{round}?published=1"));
    let public = jan.get(&round.replace("/manage", "")).is(200);
    let lots = public.addresses();
    let lot = lots.iter().find(|a| a.starts_with("/lots/")).expect("a lot");
    jan.get(lot).is(200);
    jan.post(&format!("{lot}/bids"), &[("chosen", "yes")]).redirects()
}

#[test]
fn the_costs_fall_under_the_floor() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person("jan@denabuur.example");
        let bid = priced_bid(&world, &mut jan);
        let costs = [
            ("costs.pay", "230000"),
            ("costs.overhead", "40000"),
            ("costs.non_productive", "57500"),
            ("costs.travel_training", "23000"),
            ("costs.indexation", "8000"),
            ("costs.other", "9155"),
            ("costs.volume", "13550"),
            ("costs.rate", "29,50"),
        ];
        let back = sound(fills(&mut jan, &bid, &costs).is(422));
        let too_low = "Uw prijs is lager dan de laagste prijs (€ 35,00). De wet wil een eerlijke \
             prijs: daaronder kan niemand loon, reistijd en ziekte betalen.";
        says(&back, &["Uw tekst is opgeslagen.", too_low]);
        says(
            &back,
            &["Uw kosten zijn € 27,13 per uur. Dat is minder dan de gemeente als eerlijke \
             prijs berekende (€ 35,00)."],
        );
        let missing = sound(jan.get(&format!("{bid}/check")).is(200));
        says(&missing, &[too_low]);
        // Jan had forgotten what illness costs, and asks a price that pays for it.
        let mended =
            [("costs.pay", "325000"), ("costs.non_productive", "81000"), ("costs.rate", "38")];
        let page = sound(fills(&mut jan, &bid, &mended).is(200));
        let text = page.main_text();
        assert!(!text.contains("laagste prijs") && !text.contains("eerlijke prijs ber"), "{text}");
        let missing = jan.get(&format!("{bid}/check")).is(200).main_text();
        assert!(!missing.contains("laagste prijs"), "{missing}");
    });
}

#[test]
fn what_may_be_added_is_worked_out() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = world.person(HANNEKE);
        let page = sound(hanneke.get(&format!("{}/sections/price", draft())).is(200));
        says(
            &page,
            &[
                "De gemeente stelt € 32.400,00 voor. Dat is 16% van het loon. U mag dit veranderen.",
                "U rekent € 1.400,00 minder dan dit voorstel.",
                "De gemeente rekent hier voor iedereen hetzelfde. Voor u is dat € 7.087,50 per jaar.",
                "Rustig jaar, 7.200 uur",
                "Loon van wie de hulp geeft: € 202.500,00 × 7.200 : 8.100 = € 180.000,00.",
                "Kosten van de organisatie: € 31.000,00. Dit bedrag blijft gelijk.",
                "Andere kosten: € 4.300,00 × (75% + 25% × 7.200 : 8.100) = € 4.180,56.",
                "Een fonds, Dijkfonds Rietmeer",
                "Anderen betalen samen € 8.600,00 per jaar mee.",
                "U legt zelf € 1.500,00 per jaar bij. Dat telt niet mee bij wat u krijgt.",
                "1.400 uur × € 17,50 = € 24.500,00 per jaar. Dit is geen geld en telt niet mee.",
                "De kosten stijgen elk jaar 3,5%, de prijs stijgt 3%.",
                "In het eerste kwartaal komt u € 46.321,87 tekort.",
            ],
        );
        let checked = sound(hanneke.get(&format!("{}/check", draft())).is(200));
        says(
            &checked,
            &["€ 7.087,50 (vast, van de gemeente)", "Een fonds, Dijkfonds Rietmeer: € 5.000,00"],
        );
    });
}

#[test]
fn a_suggestion_that_comes_back_untouched_stays_a_suggestion() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut jan = world.person("jan@denabuur.example");
        let bid = format!("/bids/{}", id_of("bid", "open-1-nabuur"));
        let page = jan.get(&format!("{bid}/sections/price")).is(200);
        assert_eq!(page.value("price.costs.overhead").as_deref(), Some("19840,00"));
        let page =
            fills(&mut jan, &bid, &[("costs.overhead", "19840,00"), ("costs.pay", "125000")]);
        assert_eq!(page.value("price.costs.overhead").as_deref(), Some("20000,00"));
        assert_eq!(page.value("version.price.costs.overhead").as_deref(), Some("0"));
        let page = fills(&mut jan, &bid, &[("costs.overhead", "21000")]);
        assert_eq!(page.value("price.costs.overhead").as_deref(), Some("21000"));
        says(&page, &["U rekent € 1.000,00 meer dan dit voorstel."]);
        // What the municipality gives is no field.
        let refused = [("field", "price.costs.indexation"), ("value", "1"), ("version", "0")];
        jan.post(&format!("{bid}/answers"), &refused).is(422);
    });
}

#[test]
fn bad_input_is_kept_and_explained() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = world.person(HANNEKE);
    let (bid, digits) = (draft(), "9".repeat(400));
    let wrong = [
        ("costs.pay", "-5", "Vul een bedrag in, zoals 29,10."),
        ("costs.pay", "1e999", "Vul een bedrag in, zoals 29,10."),
        ("costs.pay", digits.as_str(), "Vul een bedrag in, zoals 29,10."),
        ("costs.other", "veel", "Vul een bedrag in, zoals 29,10."),
        ("costs.volume", "0", "Vul een getal in van 1 tot en met 100.000.000."),
        ("costs.volume_low", "-1", "Vul een getal in van 1 tot en met 100.000.000."),
        ("costs.volume_low", "9000", "Vul voor een rustig jaar een lager aantal in."),
        ("costs.volume_high", "10", "Vul voor een druk jaar een hoger aantal in."),
        ("costs.variable.pay", "101", "Vul een percentage in van 0 tot en met 100"),
        ("costs.rise.costs", "1e2", "Vul een percentage in van 0 tot en met 100"),
        ("costs.payer.3.amount", "100", "Wie betaalt?"),
        ("costs.volunteers.hours", "-1", "Vul een getal in van 0 tot en met 100.000.000."),
        ("costs.cash.start", "€", "Vul een bedrag in, zoals 29,10."),
    ];
    for (tail, text, sentence) in wrong {
        let name = format!("price.{tail}");
        let before = hanneke.get(&format!("{bid}/sections/price")).value(&name).unwrap_or_default();
        let back = fills(&mut hanneke, &bid, &[(tail, text)]).is(422);
        says(&sound(back), &[sentence]);
        let kept = hanneke.get(&format!("{bid}/sections/price")).is(200);
        assert_eq!(kept.value(&name).as_deref(), Some(text), "{tail}");
        says(&kept, &[sentence]);
        fills(&mut hanneke, &bid, &[(tail, before.as_str())]).is(200);
    }
    let long = "9".repeat(10_000);
    let back = fills(&mut hanneke, &bid, &[("costs.pay", long.as_str())]).is(422);
    says(&sound(back), &["Wij hebben nog niets opgeslagen"]);
    fills(&mut hanneke, &bid, &[("costs.payer.4.who", "koning")]).is(422);
}

/// A workbook with one sheet: codes and values.
fn book(name: &str, rows: &[(&str, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(name).expect("a name");
    for (row, (code, value)) in (0..).zip(rows) {
        page.write_string(row, 0, *code).expect("a code");
        match value.parse::<f64>() {
            Ok(number) => page.write_number(row, 2, number).expect("a number"),
            Err(_) if value.starts_with('=') => {
                let formula = Formula::new(*value).set_result("12000");
                page.write_formula(row, 2, formula).expect("a formula")
            }
            Err(_) => page.write_string(row, 2, *value).expect("a text"),
        };
    }
    book.save_to_buffer().expect("a workbook")
}

fn sends(person: &mut Person, bid: &str, (name, content): (&str, &[u8])) -> Page {
    let address = format!("{bid}/costs/import");
    person.get(&address).is(200);
    person.uploads(&address, &[], (name, content))
}

#[test]
fn a_workbook_goes_out_and_comes_back_after_a_look() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = world.person(HANNEKE);
        let bid = draft();
        let file = hanneke.bytes_of(&format!("{bid}/costs.xlsx"));
        let same = sound(sends(&mut hanneke, &bid, ("begroting.xlsx", &file)).is(200));
        says(&same, &["In dit rekenblad staat hetzelfde als hier. Er verandert niets."]);
        let rows = [
            ("pay", "210000.5"),
            ("overhead", "=1000*12"),
            ("payer.2.name", "@SUM(A1)"),
            ("payer.2.amount", ""),
            ("rise.costs", "101"),
            ("indexation", "1"),
            ("other", "#REF!"),
        ];
        let changed = book("Kosten", &rows);
        let look = sound(sends(&mut hanneke, &bid, ("begroting.xlsx", &changed)).is(200));
        says(
            &look,
            &[
                "Dit verandert er: 4 antwoorden",
                "Er is nog niets veranderd.",
                "€ 210.000,50",
                "€ 12.000,00",
                "Vul een percentage in van 0 tot en met 100",
            ],
        );
        let section = format!("{bid}/sections/price");
        assert_eq!(hanneke.get(&section).value("price.costs.pay").as_deref(), Some("202500"));
        let take = look.form(&section);
        hanneke.sends(&take).is(422);
        let now = hanneke.get(&section).is(200);
        let value = |field: &str| now.value(&format!("price.costs.{field}")).unwrap_or_default();
        assert_eq!(value("pay"), "210000,5");
        assert_eq!(value("overhead"), "12000");
        assert_eq!(value("payer.2.name"), "@SUM(A1)");
        assert_eq!(value("rise.costs"), "3,5");
        // The way back: the earlier text of each field.
        let versions = format!("{bid}/fields/price.costs.pay/versions");
        hanneke.get(&versions).is(200);
        hanneke.post(&versions, &[("number", "1"), ("version", "2")]).redirects();
        assert_eq!(hanneke.get(&section).value("price.costs.pay").as_deref(), Some("202500"));
        // A second copy of the same preview meets what was saved since.
        hanneke.sends(&take).is(409);
    });
}

#[test]
fn files_that_are_no_cost_sheet_are_refused_with_a_sentence() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = world.person(HANNEKE);
    let bid = draft();
    let zeros = vec![b' '; 3 << 20];
    let mut bomb = Workbook::new();
    let page = bomb.add_worksheet();
    page.set_name("Kosten").expect("a name");
    for row in 0..60_000 {
        page.write_string(row, 0, "pay").expect("a code");
    }
    let bomb = bomb.save_to_buffer().expect("a workbook");
    let large = vec![b'x'; 10 << 20];
    let unreadable = "Wij kunnen dit bestand niet lezen.";
    let files: [(&str, &[u8], &str); 8] = [
        ("begroting.xlsx", b"PK\x03\x04 half", unreadable),
        ("begroting.xlsx", b"pay;100", unreadable),
        ("begroting.xlsx", &[], unreadable),
        ("begroting.xlsx", &zeros, "Dit bestand is te groot."),
        ("begroting.xlsx", &large, "Dit bestand is te groot."),
        ("begroting.xlsx", &bomb, unreadable),
        ("andere.xlsx", &book("Blad1", &[("pay", "5")]), "geen blad ‘Kosten’"),
        ("", &[], "Kies eerst een bestand."),
    ];
    for (name, content, sentence) in files {
        let back = sound(sends(&mut hanneke, &bid, (name, content)).is(422));
        says(&back, &[sentence]);
    }
}

#[test]
fn the_workbook_is_for_its_own_people_and_until_the_deadline() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (bid, file) = (draft(), book("Kosten", &[("pay", "1")]));
        let mut mo = world.person("mo@dijkgenoten.example");
        assert_eq!(&mo.bytes_of(&format!("{bid}/costs.xlsx"))[..2], b"PK");
        mo.get(&format!("{bid}/costs/import")).is(403);
        for email in ["rob@rietmeer.example", "tjitske@meeroever.example"] {
            let mut stranger = world.person(email);
            stranger.get("/").is(200);
            stranger.get(&format!("{bid}/costs.xlsx")).is(404);
            stranger.uploads(&format!("{bid}/costs/import"), &[], ("a.xlsx", &file)).is(404);
        }
        world.set_clock("2027-03-01T09:00:00+01:00");
        let mut hanneke = world.person(HANNEKE);
        assert_eq!(&hanneke.bytes_of(&format!("{bid}/costs.xlsx"))[..2], b"PK");
        hanneke.get(&format!("{bid}/costs/import")).is(409);
    });
}
