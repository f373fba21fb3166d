use super::{HANNEKE, YVONNE, at, draft};
use crate::bids::{begun, sound};
use crate::databases::on_both;
use crate::world::{Person, World, id_of};

/// What there is to do, as the page lists it.
fn listed(person: &mut Person, bid: &str) -> Vec<String> {
    sound(person.get(&format!("{bid}/todos")).is(200)).texts_of(".app-tasks > li")
}

#[test]
fn somebody_is_asked_does_it_and_says_so() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let todos = format!("{bid}/todos");
        let empty = sound(hanneke.get(&todos).is(200)).main_text();
        let sentence = "Er is nu niets te doen. Spreek hieronder af wie wat doet.";
        assert!(empty.contains(sentence), "{empty}");
        assert!(hanneke.get(&bid).main_text().contains("Er is nu niets afgesproken."));

        let yvonne_id = id_of("person", "yvonne");
        let asked = [
            ("what", "De  begroting\nnakijken"),
            ("who", yvonne_id.as_str()),
            ("due", "2026-11-27"),
            ("section", "price"),
        ];
        hanneke.post(&todos, &asked).redirects_to(&todos);
        let own = id_of("person", "hanneke");
        hanneke.post(&todos, &[("what", "De zaal huren"), ("who", &own)]).redirects();
        let budget = "De begroting nakijken Yvonne Claessen. Klaar op vrijdag 27 november 2026. \
            Onderdeel: Prijs en begroting.";
        let expected = [
            format!("{budget} Klaar : De begroting nakijken"),
            "De zaal huren Hanneke van Rossum. Klaar : De zaal huren".to_owned(),
        ];
        assert_eq!(listed(&mut hanneke, &bid), expected);
        let tasks = sound(hanneke.get(&bid).is(200)).text_of("aside");
        assert!(tasks.contains(&format!("YC {budget}")), "{tasks}");
        assert!(tasks.contains("HR De zaal huren Hanneke van Rossum."), "{tasks}");
        let price = sound(hanneke.get(&format!("{bid}/sections/price")).is(200)).text_of("aside");
        assert!(price.contains(budget) && !price.contains("De zaal huren"), "{price}");

        let mails = world.mails();
        assert_eq!(mails.len(), 1);
        assert_eq!(
            (mails[0].to.as_str(), mails[0].subject.as_str()),
            (YVONNE, "Hanneke van Rossum vraagt u iets te doen")
        );
        let start = "Beste Yvonne Claessen,\n\nHanneke van Rossum vraagt u om iets te doen voor uw \
            inschrijving.\n\nKlaar op: vrijdag 27 november 2026\nPerceel: 2. ";
        assert!(mails[0].body.starts_with(start), "{}", mails[0].body);
        assert!(mails[0].body.contains(&format!("{todos}\n")), "{}", mails[0].body);
        assert!(!mails[0].body.contains("begroting"), "what it is stands on the page");

        let mut yvonne = at(&world, YVONNE, &todos);
        let done = yvonne.get(&todos).attribute(".app-task form", "action");
        yvonne.post(&done, &[]).redirects_to(&todos);
        yvonne.post(&done, &[]).redirects();
        let page = sound(yvonne.get(&todos).is(200));
        assert!(page.main_text().contains("1 ding is klaar"), "{page:?}");
        let line = "De begroting nakijken Yvonne Claessen. Klaar: vandaag, 09.00 uur. Onderdeel: \
            Prijs en begroting. Toch niet klaar : De begroting nakijken";
        assert_eq!(page.text_of(".app-details li"), line);
        let again = page.attribute(".app-details form", "action");
        yvonne.post(&again, &[]).redirects_to(&todos);
        assert_eq!(listed(&mut yvonne, &bid), expected);
    });
}

#[test]
fn a_day_that_is_over_says_so_in_words() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut hanneke, bid) = begun(&world);
        let own = id_of("person", "hanneke");
        let asked = [("what", "Bellen"), ("who", own.as_str()), ("due", "2026-11-23")];
        hanneke.post(&format!("{bid}/todos"), &asked).redirects();
        let line = |person: &mut Person| listed(person, &bid).remove(0);
        assert_eq!(line(&mut hanneke), "Bellen Hanneke van Rossum. Vandaag klaar Klaar : Bellen");
        world.set_clock("2026-11-24T00:00:01+01:00");
        let over =
            "Bellen Hanneke van Rossum. De dag is voorbij: maandag 23 november 2026 Klaar : Bellen";
        assert_eq!(line(&mut at(&world, HANNEKE, &bid)), over);
    });
}

#[test]
fn what_cannot_be_kept_comes_back_with_sentences() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = at(&world, HANNEKE, &draft());
        let todos = format!("{}/todos", draft());
        let before = listed(&mut hanneke, &draft());
        let empty = sound(hanneke.post(&todos, &[]).is(422));
        let expected = ["Schrijf op wat er moet gebeuren.", "Kies wie dit doet."];
        assert_eq!(empty.texts_of(".app-error-summary a"), expected);
        let (stranger, long) = (id_of("person", "tjitske"), "a".repeat(10_000));
        let fields = [
            ("what", long.as_str()),
            ("who", stranger.as_str()),
            ("due", "30 februari"),
            ("section", "elsewhere"),
        ];
        let all = sound(hanneke.post(&todos, &fields).is(422));
        let expected = [
            "Dit is te lang. Gebruik ten hoogste 200 tekens.",
            "Kies wie dit doet.",
            "Vul een dag in, zoals 15-01-2027.",
            "Kies een onderdeel dat op de lijst staat.",
        ];
        assert_eq!(all.texts_of(".app-error-summary a"), expected);
        assert_eq!(all.value("what").as_deref(), Some(long.as_str()));
        assert_eq!(listed(&mut hanneke, &draft()), before);
        // What belongs to another bid is not there.
        let (mut lead, other) = begun(&world);
        let theirs = id_of("todo", "open-1-dijkgenoten-open");
        for act in ["completion", "reopening"] {
            lead.post(&format!("{other}/todos/{theirs}/{act}"), &[]).is(404);
        }
        // The same form twice is one thing to do.
        let form = lead.get(&format!("{other}/todos")).form(&format!("{other}/todos"));
        let form = form.with("what", "Eén keer").with("who", &id_of("person", "yvonne"));
        lead.sends(&form).redirects();
        lead.sends(&form).redirects();
        assert_eq!(listed(&mut lead, &other).len(), 1);
        assert_eq!(world.mails().len(), 1);
    });
}

#[test]
fn after_the_deadline_one_reads_who_did_what() {
    on_both(|kind| {
        let world = World::demo(kind);
        let bid = format!("/bids/{}", id_of("bid", "table-1-zorgkring"));
        let mut nel = at(&world, "nel@zorgkringnoord.example", &bid);
        let expected = ["De bijlagen nog een keer openen Nel Boersma."];
        assert_eq!(listed(&mut nel, &bid), expected);
        let own = id_of("person", "nel");
        let fields = [("what", "Te laat"), ("who", own.as_str())];
        let late = sound(nel.post(&format!("{bid}/todos"), &fields).is(409));
        assert_eq!(late.value("what").as_deref(), Some("Te laat"));
        let theirs = id_of("todo", "table-1-zorgkring-table");
        nel.post(&format!("{bid}/todos/{theirs}/completion"), &[]).is(409);
    });
}
