//! What the table may write down, and in which order it talks.

use super::{CHAIR, LEAD, elsbroek, fix, opened, reveal, settle, waterrijk};
use crate::databases::on_both;
use crate::html;
use crate::world::{Page, World};

#[test]
fn the_biggest_difference_comes_first() {
    on_both(|kind| {
        let world = World::demo(kind);
        let agenda = world.person(CHAIR).get(&elsbroek()).is(200).texts_of("#agenda li");
        assert_eq!(
            agenda,
            [
                "A: Wachttijd Verschil 6",
                "C: Samenwerken in de buurt Groot verschil",
                "D: Wachttijd Verschil",
                "C: Kwaliteit en veiligheid Verschil",
                "D: Kwaliteit en veiligheid Verschil",
                "B: Samenwerken in de buurt Verschil"
            ]
        );
        let mut lead = world.person(LEAD);
        let table = opened(&mut lead, "table-3");
        let page = lead.get(&table).is(200);
        assert_eq!(
            page.texts_of("#agenda li"),
            [
                "A: Kwaliteit en veiligheid Groot verschil",
                "A: Wachttijd Verschil",
                "B: Wachttijd Verschil",
                "B: Kennis van het gebied Verschil",
                "B: Samenwerken in de buurt Verschil",
                "A: Samenwerken in de buurt Verschil",
                "A: Kennis van het gebied Geen verschil",
                "B: Kwaliteit en veiligheid Geen verschil"
            ]
        );
        assert!(page.text_of("main").contains("De tafel kan nu niet beslissen."), "{page:?}");
    });
}

#[test]
fn a_grade_needs_a_reason_and_typed_text_stays() {
    on_both(|kind| {
        let (_world, table, mut chair) = waterrijk(kind);
        reveal(&mut chair, &table, "A.q3");
        let before = version(&chair.get(&table));
        let errors = |page: &Page| {
            assert_eq!(html::faults(page), Vec::<String>::new());
            page.texts_of(".app-error-summary a").join(" ")
        };
        let reason = "Wie gaat vervangen is nog niet duidelijk genoeg.";
        let none = fix(&mut chair, (&table, "A.q3"), &[("reason", reason)]).is(422);
        assert_eq!(errors(&none), "Kies een cijfer.");
        assert_eq!(none.value("reason").as_deref(), Some(reason));

        let bare =
            fix(&mut chair, (&table, "A.q3"), &[("grade", "4"), ("reason", "Goed.")]).is(422);
        assert_eq!(errors(&bare), "Schrijf in een paar woorden waarom de tafel dit cijfer geeft.");
        assert_eq!(
            [bare.value("grade"), bare.value("reason")],
            [Some("4".into()), Some("Goed.".into())]
        );

        let off = [("grade", "7"), ("reason", reason)];
        assert_eq!(errors(&fix(&mut chair, (&table, "A.q3"), &off).is(422)), "Kies een cijfer.");
        assert_eq!(version(&chair.get(&table)), before, "nothing was written");

        let good = [("grade", "4"), ("reason", reason)];
        fix(&mut chair, (&table, "A.q3"), &good).redirects_to(&table);
        let page = chair.get(&format!("{table}?item=A.q3")).is(200);
        assert!(page.text_of("#item-A\\.q3").contains(reason), "{page:?}");
        assert_eq!(page.text_of("#cell-A\\.q3 .app-cell__number"), "4");
        let again = fix(&mut chair, (&table, "A.q3"), &good).is(409);
        assert!(
            again.main_text().contains("Dit punt heeft al een cijfer van de tafel."),
            "{again:?}"
        );
    });
}

#[test]
fn a_grade_that_nobody_gave_needs_a_second_reason() {
    on_both(|kind| {
        let (_world, table, mut chair) = waterrijk(kind);
        reveal(&mut chair, &table, "A.q2");
        let mut fields = vec![("grade", "10"), ("reason", "De termijn is heel kort en bewezen.")];
        let page = fix(&mut chair, (&table, "A.q2"), &fields).is(422);
        assert_eq!(
            page.texts_of(".app-error-summary a"),
            [
                "Geen beoordelaar gaf eerst dit cijfer. Schrijf wat de tafel hierheen bracht, of kies een ander cijfer."
            ]
        );
        assert_eq!(html::faults(&page), Vec::<String>::new());
        fields.push(("outside", "Sanne wees op de bijlage met tijden."));
        fix(&mut chair, (&table, "A.q2"), &fields).redirects_to(&table);
        let page = chair.get(&format!("{table}?item=A.q2")).is(200);
        assert!(page.main_text().contains("Sanne wees op de bijlage met tijden."), "{page:?}");
    });
}

#[test]
fn two_screens_of_the_chair_notice_each_other() {
    on_both(|kind| {
        let (world, table, mut chair) = waterrijk(kind);
        reveal(&mut chair, &table, "B.q1");
        let mut second = world.person(CHAIR);
        let seen = second.get(&table).is(200).value("version").expect("a version");
        chair.post(&format!("{table}/items/B.q1/postponement"), &[]).redirects_to(&table);
        reveal(&mut chair, &table, "B.q1");
        let fields = [("grade", "6"), ("reason", "Dit staat er niet meer."), ("version", &seen)];
        let stale = second.post(&format!("{table}/items/B.q1/score"), &fields).is(409);
        assert!(
            stale.main_text().contains("Iemand anders veranderde dit punt net ook."),
            "{stale:?}"
        );
        assert_eq!(stale.value("reason").as_deref(), Some("Dit staat er niet meer."));
    });
}

#[test]
fn what_everybody_agrees_on_is_settled_together() {
    on_both(|kind| {
        let (_world, table, mut chair) = waterrijk(kind);
        let page = format!("{table}/agreed");
        let shut = chair.get(&page).is(200);
        assert_eq!(html::faults(&shut), Vec::<String>::new());
        let titles =
            ["Inschrijving A: Kennis van het gebied", "Inschrijving B: Kwaliteit en veiligheid"];
        assert_eq!(shut.texts_of("main li"), titles);
        assert!(!shut.body.contains("Cijfers: "), "not even the chair sees them: {shut:?}");
        chair.post(&page, &[("show", "1")]).redirects_to(&page);
        let form = chair.get(&page).is(200);
        assert_eq!(form.texts_of("main h2"), titles);
        assert_eq!(html::faults(&form), Vec::<String>::new());
        let version = |item: &str| form.value(&format!("version.{item}")).expect("a version");
        let seen = version("A.q1");
        let mut fields = vec![("grade.A.q1", "10"), ("version.A.q1", &seen), ("reason.A.q1", "")];
        let empty = chair.post(&page, &fields).is(422);
        assert_eq!(
            empty.texts_of(".app-error-summary a"),
            ["Schrijf in een paar woorden waarom de tafel dit cijfer geeft."]
        );
        assert_eq!(html::faults(&empty), Vec::<String>::new());
        fields[2].1 = "Veel meer dan gevraagd, met eigen cijfers.";
        chair.post(&page, &fields).redirects_to(&table);
        let board = chair.get(&table).is(200);
        assert_eq!(board.text_of("#cell-A\\.q1 .app-cell__number"), "10");
        assert_eq!(board.text_of("#cell-B\\.q3 .app-cell__number"), "–");
    });
}

#[test]
fn a_grade_is_taken_back_for_a_reason_only() {
    on_both(|kind| {
        let (_world, table, mut chair) = waterrijk(kind);
        settle(&mut chair, &table, ("B.q1", "6"));
        let place = format!("{table}/items/B.q1/reopening");
        let page = chair.post(&place, &[("reopening", "Fout.")]).is(422);
        assert_eq!(
            page.texts_of(".app-error-summary a"),
            ["Schrijf in een paar woorden waarom u het cijfer terugneemt."]
        );
        assert_eq!(html::faults(&page), Vec::<String>::new());
        assert_eq!(page.value("reopening").as_deref(), Some("Fout."));
        let reason = [("reopening", "De bijlage is over het hoofd gezien.")];
        chair.post(&place, &reason).redirects_to(&table);
        let board = chair.get(&table).is(200);
        assert_eq!(board.text_of("#cell-B\\.q1 .app-cell__number"), "–");
        let minutes = chair.get(&format!("{table}/minutes")).is(200);
        assert!(
            minutes.main_text().contains("De bijlage is over het hoofd gezien."),
            "{minutes:?}"
        );
    });
}

/// How far the table is, as the page says it to its script.
fn version(page: &Page) -> String {
    page.attribute("app-live", "version")
}
