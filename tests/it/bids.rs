//! Writing a bid: start, fill in, save while typing, and two writers at once.

use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Page, Person, World};

/// Where a bid on this lot of the open round is begun. De Dijkgenoten have one on lot 1 only.
pub fn bids_of_lot(person: &mut Person, number: usize) -> String {
    let round = person.get("/").link("Samen zorgen in Rietmeer");
    let mut lots: Vec<String> = vec![];
    for address in person.get(&round).addresses() {
        if address.starts_with("/lots/") && !lots.contains(&address) {
            lots.push(address);
        }
    }
    format!("{}/bids", lots[number - 1])
}

/// After the open round closed.
const LATE: &str = "2027-03-01T09:00:00+01:00";

/// A new bid of De Dijkgenoten with its lead, and the address of the bid.
pub fn begun(world: &World) -> (Person, String) {
    let mut hanneke = world.person("hanneke@dijkgenoten.example");
    let lot = bids_of_lot(&mut hanneke, 2);
    let bid = hanneke.post(&lot, &[("chosen", "yes")]).redirects();
    (hanneke, bid)
}

impl Person {
    /// What the script sends at a pause in typing.
    pub fn types(&mut self, bid: &str, (field, value): (&str, &str), seen: &str) -> Page {
        let fields = [("field", field), ("value", value), ("version", seen)];
        self.post(&format!("{bid}/answers"), &fields)
    }
}

pub const WEEK: &str = "way_of_working.week";

/// The page without faults, and its text.
#[track_caller]
pub fn sound(page: Page) -> Page {
    assert_eq!(html::faults(&page), Vec::<String>::new(), "{page:?}");
    page
}

#[test]
fn a_cooperative_has_one_bid_on_a_lot_and_only_its_writers_begin_it() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let tasks = sound(hanneke.get(&bid).is(200));
        assert_eq!(tasks.text_of("h1"), "Uw inschrijving voor begeleiding thuis");
        assert!(tasks.main_text().contains("0 van de 12 onderdelen zijn klaar"), "{tasks:?}");
        assert!(tasks.main_text().contains("Ga verder met: Uw coöperatie"), "{tasks:?}");
        let lot = bids_of_lot(&mut hanneke, 2);
        let mut arie = world.person("arie@dijkgenoten.example");
        arie.get("/").is(200);
        arie.post(&lot, &[]).redirects_to(&bid);
        for email in ["mo@dijkgenoten.example", "rob@rietmeer.example"] {
            let mut other = world.person(email);
            other.get("/").is(200);
            other.get(&lot).is(403);
            other.post(&lot, &[]).is(403);
        }
        assert!(world.visitor().get(&lot).redirects().starts_with("/sign-in"));
    });
}

#[test]
fn a_text_is_saved_while_it_is_typed_and_every_version_stays() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let first = hanneke.types(&bid, (WEEK, "Op maandag komt de hulp."), "0").is(204);
        assert_eq!(first.etag.as_deref(), Some("\"1\""));
        let second = hanneke.types(&bid, (WEEK, "Op dinsdag komt de hulp."), "1").is(204);
        assert_eq!(second.etag.as_deref(), Some("\"2\""));
        let page = sound(hanneke.get(&format!("{bid}/sections/way_of_working")).is(200));
        assert_eq!(page.value(WEEK).as_deref(), Some("Op dinsdag komt de hulp."));
        assert_eq!(page.value(&format!("version.{WEEK}")).as_deref(), Some("2"));
        assert!(page.main_text().contains("U schreef 5 van 250 woorden"), "{page:?}");
        assert!(page.main_text().contains("Opgeslagen om 09.00 uur"), "{page:?}");
        // An hour later somebody else goes on; the first sitting ends with its last text.
        world.set_clock("2026-11-23T10:00:00+01:00");
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        yvonne.get(&bid).is(200);
        yvonne.types(&bid, (WEEK, "Op woensdag komt de hulp."), "2").is(204);
        let versions = format!("{bid}/fields/{WEEK}/versions");
        let seen = sound(yvonne.get(&versions).is(200));
        let titles = seen.texts_of(".app-card h2");
        let expected =
            ["vandaag, 10.00 uur, Yvonne Claessen", "vandaag, 09.00 uur, Hanneke van Rossum"];
        assert_eq!(titles, expected);
        yvonne.post(&versions, &[("number", "2"), ("version", "3")]).redirects();
        let page = yvonne.get(&format!("{bid}/sections/way_of_working"));
        assert_eq!(page.value(WEEK).as_deref(), Some("Op dinsdag komt de hulp."));
    });
}

#[test]
fn two_writers_clash_and_neither_text_is_lost() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        yvonne.get(&bid).is(200);
        hanneke.types(&bid, (WEEK, "De tekst van Hanneke."), "0").is(204);
        let lost = yvonne.types(&bid, (WEEK, "De tekst van Yvonne."), "0").is(412);
        let clash = format!("{bid}/fields/{WEEK}/clash");
        assert_eq!(lost.location.as_deref(), Some(clash.as_str()));
        // She types on before she looks.
        yvonne.types(&bid, (WEEK, "De langere tekst van Yvonne."), "0").is(412);
        let section = yvonne.get(&format!("{bid}/sections/way_of_working")).is(200);
        assert!(section.main_text().contains("Wij bewaarden beide teksten"), "{section:?}");
        assert_eq!(section.link("Hoe ziet een gewone week eruit?"), clash);
        let both = sound(yvonne.get(&clash).is(200));
        assert_eq!(both.value("merged").as_deref(), Some("De langere tekst van Yvonne."));
        assert!(both.main_text().contains("De tekst van Hanneke."), "{both:?}");
        assert!(both.main_text().contains("Houd de tekst van Hanneke van Rossum"), "{both:?}");
        // Somebody was faster again: she chooses anew, with what is there now.
        hanneke.types(&bid, (WEEK, "Nog een keer Hanneke."), "1").is(204);
        let merged = [("choice", "merged"), ("merged", "Samen één tekst."), ("version", "1")];
        let again = yvonne.post(&clash, &merged).is(409);
        assert_eq!(again.value("merged").as_deref(), Some("Samen één tekst."));
        assert!(again.main_text().contains("Nog een keer Hanneke."), "{again:?}");
        let merged = [("choice", "merged"), ("merged", "Nu echt samen."), ("version", "2")];
        yvonne.post(&clash, &merged).redirects();
        let versions = yvonne.get(&format!("{bid}/fields/{WEEK}/versions")).is(200).main_text();
        for text in ["Nu echt samen.", "Nog een keer Hanneke.", "De langere tekst van Yvonne."] {
            assert!(versions.contains(text), "{text} in {versions}");
        }
        assert_eq!(yvonne.get(&clash).redirects(), format!("{bid}/sections/way_of_working"));
    });
}

#[test]
fn a_clash_is_settled_paragraph_by_paragraph() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        yvonne.get(&bid).is(200);
        let clash = format!("{bid}/fields/{WEEK}/clash");
        hanneke.types(&bid, (WEEK, "Maandag.\n\nDinsdag.\n\nWoensdag."), "0").is(204);
        let of_hanneke = "Maandag: wassen.\n\nDinsdag.\n\nWoensdag: bellen.";
        hanneke.types(&bid, (WEEK, of_hanneke), "1").is(204);
        let of_yvonne = "Maandag.\n\nDinsdag.\n\nWoensdag: koken.\n\nDonderdag.";
        yvonne.types(&bid, (WEEK, of_yvonne), "1").is(412);

        // What only Hanneke changed is chosen already; what both changed is asked.
        let page = sound(yvonne.get(&clash).is(200));
        let text = page.main_text();
        for said in [
            "Stuk 1: alleen Hanneke van Rossum veranderde dit",
            "Stuk 2: u en Hanneke van Rossum schreven dit allebei anders",
        ] {
            assert!(text.contains(said), "{text}");
        }
        let mine = page.value("mine").expect("which text was shown");
        let of = |picks: &[(&'static str, &'static str)]| {
            let mut form = vec![("choice", "parts"), ("version", "2")];
            form.extend_from_slice(picks);
            form
        };
        let with_mine = |picks| {
            let mut form = of(picks);
            form.push(("mine", mine.as_str()));
            form
        };
        let unchosen = sound(yvonne.post(&clash, &with_mine(&[("part.1", "theirs")])).is(422));
        assert!(unchosen.main_text().contains("Kies welke tekst u hier houdt."), "{unchosen:?}");
        // Not the texts that were shown: she looks again.
        yvonne.post(&clash, &of(&[("part.1", "theirs"), ("part.2", "both")])).is(409);
        yvonne.post(&clash, &with_mine(&[("part.1", "theirs"), ("part.2", "both")])).redirects();
        let section = yvonne.get(&format!("{bid}/sections/way_of_working")).is(200);
        assert_eq!(
            section.value(WEEK).as_deref(),
            Some(
                "Maandag: wassen.\n\nDinsdag.\n\nWoensdag: bellen.\n\nWoensdag: koken.\n\nDonderdag."
            )
        );
    });
}

#[test]
fn somebody_with_two_windows_reads_which_window_is_which() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Maandag.\n\nDinsdag."), "0").is(204);
        hanneke.types(&bid, (WEEK, "Maandag.\n\nDinsdag: wassen."), "1").is(204);
        hanneke.types(&bid, (WEEK, "Maandag.\n\nDinsdag: bellen."), "1").is(412);
        let page = sound(hanneke.get(&format!("{bid}/fields/{WEEK}/clash")).is(200));
        let text = page.main_text();
        for said in ["dit schreef u in twee vensters anders", "De tekst uit het andere venster"] {
            assert!(text.contains(said), "{text}");
        }
    });
}

#[test]
fn a_writer_may_let_the_other_text_stand() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        yvonne.get(&bid).is(200);
        hanneke.types(&bid, ("lot_and_task.scope", "whole"), "0").is(204);
        yvonne.types(&bid, ("lot_and_task.scope", "part"), "0").is(412);
        let clash = format!("{bid}/fields/lot_and_task.scope/clash");
        let both = sound(yvonne.get(&clash).is(200));
        assert!(both.main_text().contains("Een deel van het perceel"), "{both:?}");
        assert_eq!(both.value("merged"), None);
        yvonne.post(&clash, &[("choice", "theirs"), ("version", "1")]).redirects();
        let section = yvonne.get(&format!("{bid}/sections/lot_and_task")).is(200);
        assert_eq!(section.value("lot_and_task.scope").as_deref(), Some("whole"));
        let versions = yvonne.get(&format!("{bid}/fields/lot_and_task.scope/versions")).main_text();
        assert!(versions.contains("Een deel van het perceel"), "{versions}");
    });
}

#[test]
fn the_same_text_twice_is_no_clash() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Eén keer."), "0").is(204);
        let again = hanneke.types(&bid, (WEEK, "Eén keer."), "0").is(204);
        assert_eq!(again.etag.as_deref(), Some("\"1\""));
    });
}

#[test]
fn a_draft_that_is_not_right_yet_is_kept_and_explained() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let section = format!("{bid}/sections/way_of_working");
        hanneke.get(&section).is(200);
        let long = "woord ".repeat(252);
        let long = long.trim();
        hanneke.types(&bid, (WEEK, long), "0").is(204);
        let fields = [
            (WEEK, long),
            ("version.way_of_working.week", "1"),
            ("way_of_working.start_days", "vijf"),
            ("version.way_of_working.start_days", "0"),
        ];
        let back = sound(hanneke.post(&section, &fields).is(422));
        let expected = [
            "Hoe ziet een gewone week eruit?: U schreef 2 woorden te veel. Maak uw tekst korter.",
            "Binnen hoeveel werkdagen begint de hulp?: Vul een getal in van 1 tot en met 30.",
        ];
        assert_eq!(back.texts_of(".app-error-summary a"), expected);
        assert_eq!(back.value("way_of_working.start_days").as_deref(), Some("vijf"));
        assert_eq!(back.text_of("[data-visible]"), "U schreef 2 woorden te veel");
        assert!(back.main_text().contains("Uw tekst is opgeslagen."), "{back:?}");
        let tasks = hanneke.get(&bid).is(200);
        assert!(tasks.main_text().contains("Zo werkt u"), "{tasks:?}");
        assert!(tasks.main_text().contains("Nog iets nodig"), "{tasks:?}");
        // Called done too early: everything that is missing is named.
        let done = [("need_and_gap.gap", "De bus rijdt niet."), ("need_and_gap.done", "yes")];
        let early = sound(hanneke.post(&format!("{bid}/sections/need_and_gap"), &done).is(422));
        let expected = ["Aan wie vroeg u dit?: Schrijf een antwoord."];
        assert_eq!(early.texts_of(".app-error-summary a"), expected);
    });
}

#[test]
fn what_nobody_types_is_refused_with_a_sentence() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let too_long = hanneke.types(&bid, (WEEK, &"a".repeat(14_001)), "0").is(422);
        assert!(too_long.body.starts_with("Deze tekst is veel te lang"), "{}", too_long.body);
        let unknown = hanneke.types(&bid, ("way_of_working.price", "1"), "0").is(422);
        assert!(unknown.body.starts_with("Dit vak hoort niet bij deze ronde"), "{}", unknown.body);
        hanneke.types(&bid, ("lot_and_task.scope", "everything"), "0").is(422);
        let section = format!("{bid}/sections/lot_and_task");
        hanneke.get(&section).is(200);
        let fields = [("lot_and_task.task", "Alles."), ("lot_and_task.scope", "everything")];
        let back = sound(hanneke.post(&section, &fields).is(422));
        assert_eq!(back.value("lot_and_task.task").as_deref(), Some("Alles."));
        assert!(back.main_text().contains("Wij hebben nog niets opgeslagen"), "{back:?}");
        assert_eq!(hanneke.get(&section).value("lot_and_task.task").as_deref(), Some(""));
    });
}

#[test]
fn a_form_without_script_saves_a_section_and_shows_both_texts_of_a_clash() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let section = format!("{bid}/sections/lot_and_task");
        let mut yvonne = world.person("yvonne@dijkgenoten.example");
        yvonne.get(&section).is(200);
        let whole = [
            ("lot_and_task.task", "Wij doen alles."),
            ("version.lot_and_task.task", "0"),
            ("lot_and_task.stays", ""),
            ("version.lot_and_task.stays", "0"),
        ];
        hanneke.get(&section).is(200);
        let next = hanneke.post(&section, &whole).redirects();
        assert_eq!(next, format!("{bid}/sections/need_and_gap"));
        // She touched only the other field: the empty one in her form is no choice for nothing.
        let other = [
            ("lot_and_task.task", ""),
            ("version.lot_and_task.task", "0"),
            ("lot_and_task.stays", "De gemeente beslist."),
            ("version.lot_and_task.stays", "0"),
            ("to", "tasks"),
        ];
        yvonne.post(&section, &other).redirects_to(&bid);
        let now = yvonne.get(&section).is(200);
        assert_eq!(now.value("lot_and_task.task").as_deref(), Some("Wij doen alles."));
        assert_eq!(now.value("lot_and_task.stays").as_deref(), Some("De gemeente beslist."));
        let stale =
            [("lot_and_task.task", "Wij doen een deel."), ("version.lot_and_task.task", "0")];
        let clash = sound(yvonne.post(&section, &stale).is(409));
        assert!(clash.main_text().contains("Wij doen alles."), "{clash:?}");
        assert_eq!(clash.value("merged").as_deref(), Some("Wij doen een deel."));
    });
}

#[test]
fn a_bid_exists_for_its_own_people_only() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (_, bid) = begun(&world);
        let pages = ["", "/sections/price", "/fields/way_of_working.week/versions"];
        for email in ["tjitske@meeroever.example", "rob@rietmeer.example", "nynke@rietmeer.example"]
        {
            let mut stranger = world.person(email);
            stranger.get("/").is(200);
            for page in pages {
                stranger.get(&format!("{bid}{page}")).is(404);
            }
            stranger.types(&bid, (WEEK, "Hallo"), "0").is(404);
            stranger.post(&format!("{bid}/sections/price"), &[]).is(404);
        }
        let mut mo = world.person("mo@dijkgenoten.example");
        let tasks = sound(mo.get(&bid).is(200));
        assert!(tasks.main_text().contains("U leest mee."), "{tasks:?}");
        let section = sound(mo.get(&format!("{bid}/sections/way_of_working")).is(200));
        assert_eq!(section.texts_of("textarea").len(), 0);
        assert!(section.main_text().contains("Nog niet ingevuld"), "{section:?}");
        mo.types(&bid, (WEEK, "Hallo"), "0").is(403);
        mo.post(&format!("{bid}/sections/price"), &[]).is(403);
    });
}

#[test]
fn after_the_deadline_nothing_changes_and_the_typed_text_stays() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Op tijd."), "0").is(204);
        world.set_clock(LATE);
        let mut hanneke = world.person("hanneke@dijkgenoten.example");
        let tasks = sound(hanneke.get(&bid).is(200));
        assert!(tasks.main_text().contains("De tijd is voorbij"), "{tasks:?}");
        let late = hanneke.types(&bid, (WEEK, "Te laat."), "1").is(409);
        assert!(late.body.contains("voorbij"), "{}", late.body);
        let section = format!("{bid}/sections/way_of_working");
        let fields = [(WEEK, "Veel te laat."), ("version.way_of_working.week", "1")];
        let back = sound(hanneke.post(&section, &fields).is(409));
        assert_eq!(back.value(WEEK).as_deref(), Some("Veel te laat."));
        assert!(back.main_text().contains("Kopieer de tekst"), "{back:?}");
        let read = sound(hanneke.get(&section).is(200));
        assert!(read.main_text().contains("Op tijd."), "{read:?}");
        assert_eq!(read.texts_of("textarea").len(), 0);
        let lot = bids_of_lot(&mut hanneke, 4);
        hanneke.post(&lot, &[("chosen", "yes")]).is(409);
    });
}

#[test]
fn sums_are_made_by_the_server_and_warn() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let section = format!("{bid}/sections/price");
        hanneke.get(&section).is(200);
        let fields = [
            ("price.costs.pay", "200.000"),
            ("price.costs.overhead", "20000"),
            ("price.costs.volume", "2.950"),
            ("to", "here"),
        ];
        hanneke.post(&section, &fields).redirects_to(&section);
        let page = sound(hanneke.get(&section).is(200));
        let sums = page.text_of("#sums");
        for sentence in [
            "Samen zijn uw kosten €\u{a0}227.000,00 per jaar.",
            "€\u{a0}227.000,00 gedeeld door 2.950 uur is €\u{a0}76,95 per uur.",
            "U krijgt €\u{a0}71,40 per uur. Voor 2.950 uur is dat €\u{a0}210.630,00 per jaar.",
        ] {
            assert!(sums.contains(&sentence.replace('\u{a0}', " ")), "{sentence} in {sums}");
        }
    });
}

#[test]
fn texts_come_along_from_another_bid_without_the_marks() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Elke week hetzelfde."), "0").is(204);
        hanneke.types(&bid, ("way_of_working.done", "yes"), "0").is(204);
        let other = bids_of_lot(&mut hanneke, 3);
        let chosen = hanneke.post(&other, &[]);
        let choose = sound(hanneke.follow(&chosen).is(200));
        assert!(choose.main_text().contains("Ja, van 2. Kolkerzijl"), "{choose:?}");
        let id = bid.trim_start_matches("/bids/");
        let copy = hanneke.post(&other, &[("chosen", "yes"), ("copy_from", id)]).redirects();
        let page = hanneke.get(&format!("{copy}/sections/way_of_working")).is(200);
        assert_eq!(page.value(WEEK).as_deref(), Some("Elke week hetzelfde."));
        assert_eq!(page.value("way_of_working.done").as_deref(), None);
        let (fifth, stolen) =
            (bids_of_lot(&mut hanneke, 5), "00000000-0000-4000-8000-000000000007");
        hanneke.post(&fifth, &[("chosen", "yes"), ("copy_from", stolen)]).is(409);
    });
}

#[test]
fn fifty_saves_at_once_are_all_kept() {
    let world = World::demo(Kind::Sqlite);
    let (hanneke, bid) = begun(&world);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let save = |n: usize| {
            let (mut writer, bid) = (hanneke.also_at(&world.house), bid.clone());
            scope.spawn(move || {
                let field = format!("quality.requirements.Q{:02}.proof", [1, 3, 4, 6, 7][n % 5]);
                let seen = if n < 5 { "0" } else { "1" };
                writer.types(&bid, (&field, &format!("Tekst {n}")), seen).status
            })
        };
        let handles: Vec<_> = (0..50).map(save).collect();
        handles.into_iter().map(|h| h.join().expect("a writer")).collect()
    });
    assert!(statuses.iter().all(|s| [204, 412].contains(s)), "{statuses:?}");
    assert!(statuses.iter().filter(|s| **s == 204).count() >= 5, "{statuses:?}");
}
