//! Meetings: called, in everybody's calendar, with decisions, dissent and minutes.

use super::{HANNEKE, INGRID, KLAAS, MIEKE, RIA, ROB, at, link_to, on, subjects, table};
use crate::databases::on_both;
use crate::html;
use crate::world::{Page, Person, World};

impl Person {
    fn calls(&mut self, (day, starts, ends): (&str, &str, &str)) -> Page {
        let meetings = format!("{}/meetings", table());
        self.get(&meetings).is(200);
        let fields = [
            ("title", "Derde vergadering"),
            ("place", "Dorpshuis; zaal 2, boven"),
            ("starts_date", day),
            ("starts_time", starts),
            ("ends_date", day),
            ("ends_time", ends),
        ];
        self.post(&meetings, &fields)
    }
}

/// The address of the calendar, without its host.
fn feed(world: &World) -> String {
    let text = at(world, RIA).get(&format!("{}/desk", table())).is(200).text_of("code");
    text[text.find("/calendars/").expect("an address")..].to_owned()
}

#[test]
fn a_meeting_stands_in_the_calendar() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ingrid = at(&world, INGRID);
        let meeting = ingrid.calls(("2027-01-14", "14:00", "16:00")).redirects();
        assert_eq!(subjects(&world, MIEKE), ["De tafel vergadert"]);
        let address = feed(&world);
        let calendar = world.visitor().get(&address).is(200);
        assert_eq!(calendar.kind.as_deref(), Some("text/calendar; charset=utf-8"));
        let plain = calendar.body.replace("\r\n ", "");
        let id = meeting.rsplit('/').next().expect("an id");
        assert!(plain.contains(&format!("UID:{id}@")), "{plain}");
        assert!(plain.contains("DTSTART:20270114T130000Z\r\n"), "{plain}");
        assert!(plain.contains("LOCATION:Dorpshuis\\; zaal 2\\, boven\r\n"), "{plain}");
        let event = |body: &str| {
            let body = body.replace("\r\n ", "");
            let events = body.split("BEGIN:VEVENT").skip(1).map(str::to_owned);
            events.into_iter().find(|event| event.contains(id)).expect("the event")
        };
        assert!(event(&calendar.body).contains("SEQUENCE:0\r\n"));

        let action = format!("{meeting}/move");
        let form = ingrid.get(&meeting).is(200).form(&action);
        ingrid
            .sends(&form.clone().with("starts_time", "15:00").with("ends_time", "17:00"))
            .redirects();
        ingrid.sends(&form.with("starts_time", "16:00").with("ends_time", "17:00")).is(409);
        assert!(event(&world.visitor().get(&address).body).contains("SEQUENCE:1\r\n"));
        ingrid.post(&format!("{meeting}/cancellation"), &[("reason", "")]).is(422);
        ingrid.post(&format!("{meeting}/cancellation"), &[("reason", "Ziek.")]).redirects();
        let gone = event(&world.visitor().get(&address).body);
        assert!(gone.contains("STATUS:CANCELLED\r\n") && gone.contains("SEQUENCE:2\r\n"), "{gone}");
        assert!(!gone.contains("Ziek"), "no reason in a calendar");

        ingrid.post(&format!("{}/calendar", table()), &[]).redirects();
        world.visitor().get(&address).is(404);
        assert_ne!(feed(&world), address);
        for wrong in
            [("2027-01-14", "16:00", "14:00"), ("2026-11-01", "14:00", "16:00"), ("", "", "")]
        {
            ingrid.calls(wrong).is(422);
        }
        at(&world, RIA).calls(("2027-01-14", "14:00", "16:00")).is(403);
    });
}

#[test]
fn every_seat_asks_for_the_agenda_and_gets_an_answer() {
    on_both(|kind| {
        let world = World::demo(kind);
        let requests = format!("{}/requests", table());
        for email in [ROB, RIA, HANNEKE, MIEKE] {
            let asked = [("topic", email), ("why", "Het is belangrijk.")];
            at(&world, email).post(&requests, &asked).redirects();
        }
        at(&world, KLAAS).post(&requests, &[("topic", "x"), ("why", "y")]).is(403);
        at(&world, RIA).post(&requests, &[("topic", ""), ("why", "y")]).is(422);
        let mut ingrid = at(&world, INGRID);
        let page = ingrid.get(&format!("{}/meetings", table())).is(200);
        let open: Vec<String> =
            page.addresses().into_iter().filter(|a| a.ends_with("/answer")).collect();
        assert_eq!(open.len(), 4);
        let next = on("meetings", "next");
        let id = next.rsplit('/').next().expect("an id");
        ingrid.post(&open[0], &[("meeting", id)]).redirects();
        ingrid.post(&open[0], &[("meeting", id)]).is(409);
        ingrid.post(&open[1], &[("meeting", ""), ("text", "")]).is(422);
        ingrid.post(&open[1], &[("meeting", ""), ("text", "Dat hoort bij de raad.")]).redirects();
        let text = at(&world, RIA).get(&next).is(200).main_text();
        let asked = [ROB, RIA, HANNEKE, MIEKE].into_iter().filter(|email| text.contains(email));
        assert_eq!(asked.count(), 1, "one request is on the agenda: {text}");
        let text = at(&world, RIA).get(&format!("{}/meetings", table())).is(200).main_text();
        assert!(text.contains("Dat hoort bij de raad."), "{text}");
    });
}

#[test]
fn what_is_wrong_is_the_moment_whatever_was_typed() {
    on_both(|kind| {
        let world = World::demo(kind);
        let meeting = on("meetings", "next");
        let mut ingrid = at(&world, INGRID);
        let decisions = format!("{meeting}/decisions");
        let advice = [("kind", "agreed_text"), ("decision", "Een rit kost <b>niets</b>.")];
        ingrid.post(&decisions, &advice).is(409);
        // What is wrong is the moment, whatever was typed.
        for (part, fields) in [
            ("minutes", &[("notes", "Alvast."), ("version", "1")][..]),
            ("approval", &[("version", "1")]),
            ("decisions", &[("decision", "")]),
            ("tasks", &[("what", "")]),
        ] {
            ingrid.get(&meeting).is(200);
            let early = ingrid.post(&format!("{meeting}/{part}"), fields).is(409);
            assert!(early.main_text().contains("nog niet begonnen"), "{part}: {early:?}");
            assert_eq!(html::faults(&early), Vec::<String>::new(), "{part}");
        }
        world.set_clock("2026-12-10T10:00:00+01:00");
        let mut ingrid = at(&world, INGRID);
        for (part, field) in [("cancellation", "reason"), ("move", "title")] {
            let late = ingrid.post(&format!("{meeting}/{part}"), &[(field, "")]).is(409);
            assert!(late.main_text().contains("De vergadering is al begonnen."), "{late:?}");
            assert_eq!(html::faults(&late), Vec::<String>::new(), "{part}");
        }
    });
}

#[test]
fn minutes_write_themselves_and_stay() {
    on_both(|kind| {
        let world = World::demo(kind);
        let meeting = on("meetings", "next");
        world.set_clock("2026-12-10T10:00:00+01:00");
        let mut ingrid = at(&world, INGRID);
        let decisions = format!("{meeting}/decisions");
        let advice = [("kind", "agreed_text"), ("decision", "Een rit kost <b>niets</b>.")];
        ingrid.post(&decisions, &[("kind", "bevel"), ("decision", "x")]).is(422);
        ingrid.post(&decisions, &advice).redirects();
        let seat = on("seats", "ria");
        let seat = seat.rsplit('/').next().expect("an id");
        let task = [("what", "Ritten tellen"), ("seat", seat), ("due", "2027-02-01")];
        ingrid.post(&format!("{meeting}/tasks"), &task).redirects();

        let mut ria = at(&world, RIA);
        let page = ria.get(&meeting).is(200);
        let dissent = page.addresses().into_iter().find(|a| a.ends_with("/dissent")).expect("one");
        ria.post(&dissent, &[("dissent", "Een euro is redelijk."), ("named", "yes")]).redirects();
        let mut mieke = at(&world, MIEKE);
        mieke.post(&dissent, &[("dissent", "Alleen binnen het dorp.")]).redirects();
        at(&world, KLAAS).post(&dissent, &[("dissent", "x")]).is(403);

        let minutes = format!("{meeting}/minutes");
        world.visitor().get(&minutes).is(404);
        let form = ingrid.get(&meeting).is(200).form(&minutes);
        ingrid.sends(&form.clone().and("attended", seat).with("notes", "Rustig.")).redirects();
        ingrid.sends(&form.with("notes", "Onrustig.")).is(409);
        let approval = format!("{meeting}/approval");
        at(&world, RIA).post(&approval, &[]).is(403);
        let form = ingrid.get(&meeting).is(200).form(&approval);
        ingrid.sends(&form).redirects_to(&minutes);
        let nothing: &[(&str, &str)] = &[];
        let again = [("dissent", "x")];
        let late = [(&decisions, &advice[..]), (&approval, nothing), (&dissent, &again[..])];
        for (path, fields) in late {
            let mut who = if path == &dissent { at(&world, RIA) } else { at(&world, INGRID) };
            let late = who.post(path, fields).is(409);
            assert!(late.main_text().contains("Het verslag is goedgekeurd."), "{late:?}");
        }

        let text = world.visitor().get(&minutes).is(200).main_text();
        for shown in [
            "Een rit kost <b>niets</b>.",
            "Coöperatie Thuis in Waldervoort denkt er anders over: Een euro is redelijk.",
            "Een van de stoelen denkt er anders over: Alleen binnen het dorp.",
            "Ritten tellen",
            "Rustig.",
        ] {
            assert!(text.contains(shown), "{shown} in {text}");
        }
        assert!(!text.contains("Wmo-raad"), "who wants no name gets none: {text}");
        let pdf = world.visitor().bytes_of(&format!("{meeting}/minutes.pdf"));
        assert!(pdf.starts_with(b"%PDF-"), "a paper");
        let public = world.visitor().get(&table()).is(200).main_text();
        assert!(public.contains("Een rit kost <b>niets</b>."), "an agreed text: {public}");

        let desk = at(&world, RIA).get(&format!("{}/desk", table())).is(200);
        let done = desk.addresses().into_iter().find(|a| a.ends_with("/completion")).expect("one");
        at(&world, MIEKE).post(&done, &[]).is(409);
        at(&world, RIA).post(&done, &[]).redirects();
    });
}

#[test]
fn results_come_after_the_decision_and_lessons_stay() {
    on_both(|kind| {
        let world = World::demo(kind);
        let results = format!("{}/results", table());
        let mut ria = at(&world, RIA);
        let page = ria.get(&results).is(200);
        let text = page.main_text();
        assert!(text.contains("Samen eten in Lindenhof"), "{text}");
        assert!(text.contains("De beoordelaars lagen bij"), "{text}");
        assert!(text.contains("Vraag minder bijlagen bij een klein perceel."), "{text}");
        assert!(!text.contains("Hulp Direct") && !text.contains("Ria"), "no names: {text}");
        let lesson = |round: &str| [("round", round.to_owned()), ("text", "Korter.".to_owned())];
        let decided = crate::world::id_of("round", "decided");
        let open = crate::world::id_of("round", "open");
        for (round, status) in [(decided.as_str(), 303), (open.as_str(), 404), ("x", 422)] {
            let fields = lesson(round);
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            ria.post(&format!("{}/lessons", table()), &fields).is(status);
        }
        let report = [("bid", "x"), ("field", "x"), ("year", "2026"), ("value", "3")];
        ria.post(&format!("{}/reports", table()), &report).is(404);
        let bid = crate::world::id_of("bid", "decided-1-thuis");
        let report = [("bid", bid.as_str()), ("field", "x.y.1"), ("year", "2026"), ("value", "3")];
        let page = ria.post(&format!("{}/reports", table()), &report).is(409);
        assert!(page.main_text().contains("Deze belofte staat niet in de inschrijving."));
        for (year, value) in
            [("2019", "3"), ("2031", "3"), ("x", "3"), ("2026", "-3"), ("2026", "")]
        {
            let report =
                [("bid", bid.as_str()), ("field", "x.y.1"), ("year", year), ("value", value)];
            ria.post(&format!("{}/reports", table()), &report).is(422);
        }
    });
}

#[test]
fn what_was_promised_stands_beside_how_far_it_is() {
    on_both(|kind| {
        let world = World::demo(kind);
        let monitoring = format!("{}/monitoring", table());
        let rows = |email: &str| {
            let page = at(&world, email).get(&monitoring).is(200);
            assert_eq!(html::faults(&page), Vec::<String>::new());
            page.texts_of("tbody tr")
        };
        let served =
            "Mensen die hier elke week eten en anders alleen aten Voor vrijdag 31 december 2027";
        let seen = rows(MIEKE);
        assert_eq!(seen.len(), 3, "{seen:?}");
        assert!(seen[0].starts_with(served), "{seen:?}");
        assert!(seen[0].contains("34 mensen per week 87 120 mensen per week"), "{seen:?}");
        assert!(seen[2].contains("0 mensen per week 7,5 18 mensen per week"), "{seen:?}");
        // A later figure for the same year takes its place, and who is no party to it cannot report.
        let bid = crate::world::id_of("bid", "decided-1-thuis");
        let report = [
            ("bid", bid.as_str()),
            ("field", "social_value.commitments.1"),
            ("year", "2026"),
            ("value", "90"),
        ];
        at(&world, HANNEKE).post(&format!("{}/reports", table()), &report).is(409);
        at(&world, RIA).post(&format!("{}/reports", table()), &report).redirects_to(&monitoring);
        let seen = rows(HANNEKE);
        assert!(seen[0].contains("34 mensen per week 90 120 mensen per week"), "{seen:?}");
    });
}

/// The chair can write any municipality into the region. That gives nothing of that municipality
/// before it sits at the table itself.
#[test]
fn a_table_hears_only_of_municipalities_that_sit_there() {
    on_both(|kind| {
        let world = World::demo(kind);
        let new = "/manage/consultations/new";
        let mut rob = at(&world, ROB);
        rob.get(new).is(200);
        let fields = [
            ("title", "Onze tafel"),
            ("theme", "Vervoer"),
            ("about", "Wij praten over ritten."),
            ("entry", "continuous"),
            ("region", &crate::world::id_of("organisation", "waldervoort")),
        ];
        let seats = rob.post(new, &fields).redirects();
        let own = seats.trim_end_matches("/seats").to_owned();
        let bid = crate::world::id_of("bid", "decided-1-thuis");
        let report = [("bid", bid.as_str()), ("field", "x.y.1"), ("year", "2026"), ("value", "3")];
        // A promise that was not made is refused; a bid that the table does not hear of is not there.
        let told = |person: &mut Person| {
            let results = person.get(&format!("{own}/results")).is(200).main_text();
            let lot = results.contains("Samen eten in Lindenhof");
            let status = if lot { 409 } else { 404 };
            person.post(&format!("{own}/reports"), &report).is(status);
            lot
        };
        assert!(rob.get(&own).is(200).main_text().contains("Waldervoort"), "in the region");
        assert!(!rob.get(&format!("{own}/results")).is(200).main_text().contains("Lindenhof"));
        let mut invites = |email: &str, kind: &str| {
            let fields = [("email", email), ("holder", "Een stoel"), ("kind", kind)];
            rob.get(&seats).is(200);
            rob.post(&format!("{own}/invitations"), &fields).redirects();
            let link = link_to(&world, email);
            let mut guest = at(&world, email);
            guest.get(&link).is(200);
            guest.post(&link, &[]).redirects();
        };
        invites(HANNEKE, "buyer");
        invites(MIEKE, "adviser");
        assert!(!told(&mut at(&world, HANNEKE)), "neither sits there as that municipality");
        let decided = crate::world::id_of("round", "decided");
        let lesson = [("round", decided.as_str()), ("text", "Korter.")];
        at(&world, HANNEKE).post(&format!("{own}/lessons"), &lesson).is(404);
        invites(INGRID, "buyer");
        assert!(told(&mut at(&world, HANNEKE)));
        at(&world, HANNEKE).post(&format!("{own}/lessons"), &lesson).redirects();
    });
}
