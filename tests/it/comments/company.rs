use super::{HANNEKE, YVONNE, at, draft};
use crate::bids::{WEEK, begun, sound};
use crate::databases::on_both;
use crate::world::{Person, World};

/// Who a page says is there.
fn present(person: &mut Person, page: &str) -> String {
    sound(person.get(page).is(200)).text_of(".app-present")
}

#[test]
fn a_section_says_who_else_is_there_now() {
    on_both(|kind| {
        let world = World::demo(kind);
        let section = format!("{}/sections/way_of_working", draft());
        let mut hanneke = at(&world, HANNEKE, &section);
        assert_eq!(present(&mut hanneke, &section), "");
        let mut yvonne = at(&world, YVONNE, &section);
        let mut mo = at(&world, "mo@dijkgenoten.example", &section);
        let keeps = "Schrijft u in hetzelfde vak? Dan bewaren wij alle teksten.";
        let one = format!("YC Yvonne Claessen is hier nu ook. {keeps}");
        assert_eq!(present(&mut hanneke, &section), one);
        let tasks = sound(hanneke.get(&draft()).is(200));
        assert!(tasks.main_text().contains("Yvonne Claessen is hier nu."), "{tasks:?}");
        assert!(tasks.text_of("aside").contains("Nu bezig met: Zo werkt u"), "{tasks:?}");
        at(&world, "arie@dijkgenoten.example", &section);
        let two = format!("AS YC Arie Slagter en Yvonne Claessen zijn hier nu ook. {keeps}");
        assert_eq!(present(&mut hanneke, &section), two);
        // Who only reads along is told, and is not told about.
        let all = "Arie Slagter, Hanneke van Rossum en Yvonne Claessen zijn hier nu ook.";
        assert!(present(&mut mo, &section).contains(all));

        world.set_clock("2026-11-23T09:01:30+01:00");
        assert_eq!(present(&mut hanneke, &section), two);
        world.set_clock("2026-11-23T09:02:30+01:00");
        assert_eq!(present(&mut hanneke, &section), "");
        // Who types is there, without any page.
        yvonne.types(&draft(), ("way_of_working.start_days", "9"), "1").is(204);
        assert_eq!(present(&mut hanneke, &section), one);
    });
}

#[test]
fn a_page_that_stays_open_hears_who_came_later() {
    on_both(|kind| {
        let world = World::demo(kind);
        let section = format!("{}/sections/way_of_working", draft());
        let part = format!("{section}/presence");
        let mut hanneke = at(&world, HANNEKE, &section);
        assert_eq!(hanneke.get(&part).is(200).body.trim(), "");
        world.set_clock("2026-11-23T09:01:30+01:00");
        let mut yvonne = at(&world, YVONNE, &section);
        assert!(hanneke.get(&part).is(200).body.contains("Yvonne Claessen is hier nu ook."));
        // To ask is to be there.
        world.set_clock("2026-11-23T09:03:00+01:00");
        assert!(yvonne.get(&part).is(200).body.contains("Hanneke van Rossum is hier nu ook."));
        world.person("tjitske@meeroever.example").get(&part).is(404);
        world.visitor().get(&part).redirects();
    });
}

#[test]
fn the_list_of_versions_shows_what_changed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        hanneke.types(&bid, (WEEK, "Op maandag komt <i>de</i> hulp."), "0").is(204);
        let mut yvonne = at(&world, YVONNE, &bid);
        yvonne.types(&bid, (WEEK, "Op dinsdag komt <i>de</i> vaste hulp."), "1").is(204);
        let page = sound(yvonne.get(&format!("{bid}/fields/{WEEK}/versions")).is(200));
        assert_eq!(page.texts_of("summary"), ["Wat veranderde (2 erbij, 1 weg)"]);
        let (end, html) = ("<span class=\"visually-hidden\"> einde] </span>", page.body);
        let changes = html.split("<p class=\"app-changes\">").nth(1).expect("changes");
        let changes = changes.split("</p>").next().expect("an end");
        let expected = format!(
            "Op <del><span class=\"visually-hidden\"> [weg: </span>maandag{end}</del>\
             <ins><span class=\"visually-hidden\"> [erbij: </span>dinsdag{end}</ins> komt \
             &lt;i&gt;de&lt;/i&gt;<ins><span class=\"visually-hidden\"> [erbij: </span> \
             vaste{end}</ins> hulp."
        );
        assert_eq!(changes, expected);
    });
}
