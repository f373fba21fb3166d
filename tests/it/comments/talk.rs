use super::{CHANGE, HANNEKE, WEEK, YVONNE, at, draft};
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::{Page, Person, World, id_of};

const FORM: &str = "Uw opmerking Alleen uw coöperatie leest dit. De gemeente ziet het nooit. \
    Wie moet dit lezen? (hoeft niet) Die persoon krijgt een mail. U kunt ook @ en een naam in \
    uw tekst zetten.";

fn section(person: &mut Person, code: &str) -> Page {
    sound(person.get(&format!("{}/sections/{code}", draft())).is(200))
}

/// What stands below the question about the change, without the form.
fn said(person: &mut Person) -> String {
    let talk = section(person, "better_than_now").talk(CHANGE);
    format!(" {talk}").split(" Uw opmerking").next().unwrap_or_default().trim().to_owned()
}

fn mails(world: &World) -> Vec<(String, String)> {
    let mut mails: Vec<_> = world.mails().into_iter().map(|mail| (mail.to, mail.body)).collect();
    mails.sort();
    mails
}

#[test]
fn writers_talk_below_a_question_until_it_is_talked_through() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let mut yvonne = at(&world, YVONNE, &draft());
        let page = section(&mut hanneke, "better_than_now");
        assert_eq!(
            page.talk_summary(CHANGE),
            "Schrijf een opmerking : Wat wordt er beter voor de inwoner?"
        );
        assert!(page.talk(CHANGE).starts_with(FORM), "{}", page.talk(CHANGE));

        let place = format!("{}/sections/better_than_now#talk-{CHANGE}", draft());
        hanneke.says(&draft(), CHANGE, &[("body", "Klopt dit?")]).redirects_to(&place);
        world.set_clock("2026-11-23T09:05:00+01:00");
        yvonne.says(&draft(), CHANGE, &[("body", "Ja.\n\nIk belde <b>Mo</b>.")]).redirects();
        let page = section(&mut hanneke, "better_than_now");
        assert_eq!(
            page.talk_summary(CHANGE),
            "2 opmerkingen : Wat wordt er beter voor de inwoner?"
        );
        assert!(page.main_text().contains("Op deze pagina staan 2 opmerkingen open."), "{page:?}");
        let both = "HR Hanneke van Rossum vandaag, 09.00 uur Klopt dit? Neem terug : vandaag, 09.00 uur \
            YC Yvonne Claessen vandaag, 09.05 uur Ja. Ik belde <b>Mo</b>.";
        assert_eq!(said(&mut hanneke), both);
        let tasks = sound(hanneke.get(&draft()).is(200)).main_text();
        assert!(tasks.contains("Er staan 2 opmerkingen open."), "{tasks}");

        let all = format!("{}/fields/{CHANGE}/comments", draft());
        yvonne.post(&format!("{all}/resolution"), &[]).redirects_to(&place);
        let page = section(&mut hanneke, "better_than_now");
        let expected = "Opmerkingen, alles is besproken : Wat wordt er beter voor de inwoner?";
        assert_eq!(page.talk_summary(CHANGE), expected);
        assert!(page.talk(CHANGE).starts_with("2 opmerkingen zijn besproken"), "{page:?}");
        assert!(!page.main_text().contains("staan 2 opmerkingen open"), "{page:?}");

        hanneke.post(&format!("{all}/reopening"), &[]).redirects_to(&place);
        assert_eq!(said(&mut hanneke), both);
        let alone = sound(hanneke.get(&all).is(200));
        assert!(alone.talk(CHANGE).contains("Ik belde <b>Mo</b>."), "{alone:?}");
    });
}

#[test]
fn one_takes_back_ones_own_comment_and_nobody_elses() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let mut yvonne = at(&world, YVONNE, &draft());
        hanneke.says(&draft(), CHANGE, &[("body", "Dit was boos.")]).redirects();
        let page = section(&mut hanneke, "better_than_now");
        let back =
            page.attribute(&format!("[form='say-{CHANGE}'][formaction$=withdrawal]"), "formaction");
        let others = yvonne.post(&back, &[]).is(409);
        let sentence = "Alleen wie een opmerking schreef, kan die terugnemen.";
        assert!(others.main_text().contains(sentence), "{others:?}");
        hanneke.post(&back, &[]).redirects();
        hanneke.post(&back, &[]).redirects();
        let expected = "HR Hanneke van Rossum vandaag, 09.00 uur Deze opmerking is teruggenomen.";
        assert_eq!(said(&mut yvonne), expected);
        let page = section(&mut yvonne, "better_than_now");
        assert!(!page.body.contains("Dit was boos."));
        assert!(page.talk_summary(CHANGE).starts_with("Opmerkingen, alles is besproken"));
        // By way of another bid of theirs it is not there.
        let (mut lead, other) = crate::bids::begun(&world);
        let id = back.split('/').nth(4).expect("an id");
        lead.post(&format!("{other}/comments/{id}/withdrawal"), &[]).is(404);
    });
}

#[test]
fn who_is_mentioned_gets_one_mail_per_question_in_a_quarter_of_an_hour() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let arie = id_of("person", "arie");
        let both = [("body", "@yvonne en Arie, klopt dit?"), ("who", arie.as_str())];
        hanneke.says(&draft(), CHANGE, &both).redirects();
        assert!(said(&mut hanneke).contains("Voor Arie Slagter, Yvonne Claessen"));
        let sent = mails(&world);
        let to: Vec<&str> = sent.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["arie@dijkgenoten.example", YVONNE]);
        assert!(
            sent[1].1.starts_with(
                "Beste Yvonne Claessen,\n\nHanneke van Rossum schreef een opmerking voor u bij de \
                 vraag ‘Wat wordt er beter voor de inwoner?’.\nPerceel: 1. "
            ),
            "{}",
            sent[1].1
        );
        let link = format!("{}/sections/better_than_now#talk-{CHANGE}\n", draft());
        assert!(sent[1].1.contains(&link) && !sent[1].1.contains("klopt"), "{}", sent[1].1);

        // Two more within the quarter are one mail at its end; another question is another mail.
        for (minute, field) in [(3, CHANGE), (5, CHANGE), (6, WEEK)] {
            world.set_clock(&format!("2026-11-23T09:{minute:02}:00+01:00"));
            hanneke.says(&draft(), field, &[("body", "@Yvonne, nog iets.")]).redirects();
        }
        assert_eq!(mails(&world).len(), 3);
        world.set_clock("2026-11-23T09:14:00+01:00");
        assert_eq!(mails(&world).len(), 3);
        world.set_clock("2026-11-23T09:16:00+01:00");
        assert_eq!(mails(&world).len(), 4);
        hanneke.says(&draft(), CHANGE, &[("body", "@Yvonne!")]).redirects();
        assert_eq!(mails(&world).len(), 4);
        // A mention of oneself, or one that is taken back before its mail goes, is no mail.
        hanneke.says(&draft(), CHANGE, &[("body", "@Hanneke")]).redirects();
        world.set_clock("2026-11-23T10:00:00+01:00");
        assert_eq!(mails(&world).len(), 5);
    });
}

#[test]
fn what_cannot_be_kept_comes_back_with_a_sentence() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let long = "é".repeat(10_000);
        let tjitske = id_of("person", "tjitske");
        let mo = id_of("person", "mo");
        let cases = [
            (vec![("body", "  ")], "Schrijf eerst een opmerking."),
            (vec![], "Schrijf eerst een opmerking."),
            (vec![("body", "\u{202e}\u{0}")], "Schrijf eerst een opmerking."),
            (vec![("body", &long)], "Deze opmerking is te lang. Gebruik ten hoogste 2.000 tekens."),
            (
                vec![("body", "Kijk eens"), ("who", &tjitske)],
                "Kies iemand die meeschrijft aan deze inschrijving.",
            ),
            (
                vec![("body", "Kijk eens"), ("who", &mo)],
                "Kies iemand die meeschrijft aan deze inschrijving.",
            ),
            (
                vec![("body", "Kijk eens"), ("who", "iemand")],
                "Kies iemand die meeschrijft aan deze inschrijving.",
            ),
        ];
        for (fields, sentence) in &cases {
            let back = sound(hanneke.says(&draft(), CHANGE, fields).is(422));
            assert_eq!(back.texts_of(".app-error-summary a"), [*sentence]);
            let typed =
                fields.first().map_or("", |(_, body)| body.trim_matches([' ', '\u{202e}', '\0']));
            assert_eq!(back.value("body").as_deref(), Some(typed));
        }
        for nowhere in ["better_than_now.done", "price.costs.pay", "x", "x.y", "way_of_working."] {
            hanneke.says(&draft(), nowhere, &[("body", "Hallo")]).is(404);
        }
        assert_eq!(mails(&world).len(), 0);
        assert_eq!(said(&mut hanneke), "");

        let strange = [("body", "Een \u{202e}omgekeerde\u{7}\r\nzin @Tjitske")];
        hanneke.says(&draft(), CHANGE, &strange).redirects();
        let kept = said(&mut hanneke);
        assert!(kept.contains("Een omgekeerde zin @Tjitske"), "{kept}");
        assert_eq!(mails(&world).len(), 0);
    });
}

#[test]
fn the_same_form_twice_is_one_comment() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let page = section(&mut hanneke, "better_than_now");
        let form = page.form(&format!("{}/fields/{CHANGE}/comments", draft()));
        let form = form.with("body", "Eén keer, @Yvonne.");
        hanneke.sends(&form).redirects();
        hanneke.sends(&form).redirects();
        let page = section(&mut hanneke, "better_than_now");
        assert_eq!(page.talk_summary(CHANGE), "1 opmerking : Wat wordt er beter voor de inwoner?");
        assert_eq!(mails(&world).len(), 1);
    });
}

#[test]
fn once_it_is_handed_in_one_reads_and_says_nothing_more() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = format!("/bids/{}", id_of("bid", "table-1-zorgkring"));
        let mut klaas = at(&world, "klaas@zorgkringnoord.example", &bid);
        let page = sound(klaas.get(&format!("{bid}/sections/way_of_working")).is(200));
        let said = "MA Mehmet Aydın dinsdag 22 september 2026 Deze zin over de vrijdag kan korter.";
        assert_eq!(page.talk(WEEK), said);
        assert_eq!(page.texts_of("textarea").len(), 0);
        let late = sound(klaas.says(&bid, WEEK, &[("body", "Te laat.")]).is(409));
        assert_eq!(late.value("body").as_deref(), Some("Te laat."));
        assert!(late.main_text().contains("voorbij"), "{late:?}");
        let all = format!("{bid}/fields/{WEEK}/comments");
        klaas.post(&format!("{all}/resolution"), &[]).is(409);
        klaas.post(&format!("{all}/reopening"), &[]).is(409);
        let own = id_of("comment", "table-1-zorgkring-table");
        klaas.post(&format!("{bid}/comments/{own}/withdrawal"), &[]).is(409);
    });
}
