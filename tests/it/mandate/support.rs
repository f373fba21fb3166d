use super::bid;
use crate::bids::sound;
use crate::databases::on_both;
use crate::world::{Page, Person, World};

/// Opens a page; answers its address.
fn opened(hanneke: &mut Person, bid: &str) -> String {
    let page = format!("{bid}/support");
    hanneke.get(&page).is(200);
    hanneke.post(&page, &[("about", "Hulp van buren.")]).redirects_to(&page);
    let code = hanneke.get(&page).is(200).text_of(".app-facts dd.bold");
    format!("/support/{code}")
}

/// Somebody signs; answers the page of their own.
#[track_caller]
fn signs(world: &World, page: &str, changes: &[(&str, &str)]) -> (Person, String) {
    let mut visitor = world.visitor();
    let first = visitor.get(page).is(200);
    let area = first.values("area")[0].clone();
    let usual =
        [("name", "Jan de Wit"), ("area", area.as_str()), ("consent", "yes"), ("publish", "count")];
    let kept = usual.into_iter().filter(|(name, _)| changes.iter().all(|(new, _)| new != name));
    let fields: Vec<_> = kept.chain(changes.iter().copied()).collect();
    let own = visitor.post(page, &fields).redirects();
    (visitor, own)
}

fn counts(person: &mut Person, page: &str) -> Vec<String> {
    person.get(page).is(200).texts_of("table tbody td")
}

#[test]
fn residents_support_a_bid_count_once_and_can_take_it_back() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let (own, page) = (format!("{bid}/support"), opened(&mut hanneke, &bid));
        let sign = sound(world.visitor().get(&page).is(200));
        assert!(
            sign.main_text().contains("Steunt u het plan van Coöperatie De Dijkgenoten?"),
            "{sign:?}"
        );
        assert!(!sign.main_text().contains("bewoners steunen"), "no count is public: {sign:?}");
        let changes = [("sentence", "Goed\r\nplan"), ("publish", "sentence_and_name")];
        let (mut jan, statement) = signs(&world, &page, &changes);
        let thanks = sound(jan.get(&statement).is(200));
        assert!(thanks.main_text().contains("Uw zin Goed plan"), "{thanks:?}");
        // The same person again, and others elsewhere.
        signs(&world, &page, &[("name", "JAN  de-wit")]);
        signs(&world, &page, &[("name", "\u{202E}Truus\r\nBakker"), ("area", "elsewhere")]);
        let last = counts(&mut hanneke, &own);
        assert_eq!(
            (last.first().map(String::as_str), last.last().map(String::as_str)),
            (Some("1"), Some("1"))
        );
        let list = sound(hanneke.get(&own).is(200));
        assert!(list.main_text().contains("Truus Bakker"), "{list:?}");
        assert!(list.main_text().contains("2 bewoners steunen uw plan"), "{list:?}");
        // Taken over, it is the answer.
        let section = hanneke.post(&format!("{own}/adoption"), &[]);
        if section.status == 303 {
            assert!(section.redirects().ends_with("/sections/support"));
        }
        jan.post(&format!("{statement}/withdrawal"), &[]).is(200);
        jan.get(&statement).is(410);
        jan.post(&format!("{statement}/withdrawal"), &[]).is(410);
        // His double counts now; the sentence is gone.
        let after = hanneke.get(&own).is(200);
        assert!(after.main_text().contains("2 bewoners steunen uw plan"), "{after:?}");
        assert!(!after.body.contains("Goed plan"), "{after:?}");
    });
}

#[test]
fn abuse_is_hidden_with_a_reason_and_a_closed_page_takes_nothing() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let (own, page) = (format!("{bid}/support"), opened(&mut hanneke, &bid));
        signs(&world, &page, &[("sentence", "Koop hier goedkope pillen")]);
        let list = hanneke.get(&own).is(200);
        let id = list.attribute("input[name=statement]", "value");
        let hiding = format!("{own}/{id}/hiding");
        let empty = sound(hanneke.post(&hiding, &[("statement", &id), ("reason", " ")]).is(422));
        assert_eq!(
            empty.texts_of(".app-error-summary a"),
            ["Schrijf waarom u dit verbergt, in ten hoogste 200 tekens."]
        );
        hanneke.post(&hiding, &[("statement", &id), ("reason", "reclame")]).redirects_to(&own);
        let hidden = sound(hanneke.get(&own).is(200)).main_text();
        assert!(hidden.contains("0 bewoners steunen uw plan"), "{hidden}");
        assert!(hidden.contains("Verborgen: reclame"), "{hidden}");
        hanneke.post(&format!("{own}/{id}/restoration"), &[]).redirects_to(&own);
        assert!(hanneke.get(&own).main_text().contains("1 bewoner steunt uw plan"));
        let other = format!("{}/support", crate::comments::draft());
        hanneke.post(&format!("{other}/{id}/hiding"), &[("reason", "x")]).is(404);
        hanneke.get(&own).is(200);
        hanneke.post(&format!("{own}/closure"), &[]).redirects_to(&own);
        let shut = sound(world.visitor().get(&page).is(200));
        assert!(shut.main_text().contains("Deze pagina is gesloten."), "{shut:?}");
        let mut late = world.visitor();
        late.get(&page);
        let area = "elsewhere";
        late.post(&page, &[("name", "An"), ("area", area), ("consent", "yes")]).is(409);
        assert_ne!(opened(&mut hanneke, &bid), page);
    });
}

#[test]
fn what_is_typed_wrong_comes_back() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let page = opened(&mut hanneke, &bid);
        let mut visitor = world.visitor();
        visitor.get(&page).is(200);
        let back = |visitor: &mut Person, fields: &[(&str, &str)]| -> (Page, Vec<String>) {
            let back = sound(visitor.post(&page, fields).is(422));
            let errors = back.texts_of(".app-error-summary a");
            (back, errors)
        };
        let (_, errors) = back(&mut visitor, &[]);
        assert_eq!(
            errors,
            [
                "Vul uw naam in.",
                "Kies waar u woont.",
                "Zet een vinkje als u het goed vindt dat wij dit bewaren.",
            ]
        );
        let fields =
            [("name", "Jan\r\nBcc: x@y.example"), ("area", "elsewhere"), ("consent", "yes")];
        let (kept, errors) = back(&mut visitor, &fields);
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(kept.value("area").as_deref(), Some("elsewhere"));
        let long = "a".repeat(201);
        let fields = [
            ("name", "Jan"),
            ("area", "elsewhere"),
            ("consent", "yes"),
            ("sentence", long.as_str()),
        ];
        assert_eq!(back(&mut visitor, &fields).1, ["Gebruik ten hoogste 200 tekens."]);
        world.visitor().get("/support/XXXX-XXXX").is(404);
        let find = sound(world.visitor().get("/support?code=xxxx").is(422));
        assert_eq!(find.value("code").as_deref(), Some("xxxx"));
        let typed = page.trim_start_matches("/support/").to_lowercase().replace('-', "+");
        world.visitor().get(&format!("/support?code={typed}")).redirects_to(&page);
        let poster = sound(world.visitor().get(&format!("{page}/poster")).is(200));
        assert!(poster.attribute("svg[role=img] path", "d").starts_with("M4 4h1v1h-1z"));
    });
}

#[test]
fn names_are_forgotten_a_month_after_the_deadline() {
    on_both(|kind| {
        let (world, mut hanneke, bid) = bid(kind);
        let (own, page) = (format!("{bid}/support"), opened(&mut hanneke, &bid));
        let (mut jan, statement) = signs(&world, &page, &[("sentence", "Goed plan")]);
        let (mut again, second) = signs(&world, &page, &[]);
        hanneke.sets_up(&bid, &super::vote(&[("secrecy", "open")]));
        let link = world.link_of("an@leden.example");
        world.visitor().casts(&link, "for");
        world.set_clock("2027-06-01T09:00:00+02:00");
        world.mails();
        let mut hanneke = world.person(super::HANNEKE);
        let list = hanneke.get(&own).is(200);
        assert!(list.main_text().contains("1 bewoner steunt uw plan"), "{list:?}");
        assert!(list.main_text().contains("Naam gewist"), "{list:?}");
        assert!(!list.body.contains("Jan de Wit") && !list.body.contains("Goed plan"), "{list:?}");
        let vote = hanneke.get(&format!("{bid}/vote")).is(200);
        assert!(vote.main_text().contains("Voor 1 stem"), "{vote:?}");
        assert!(!vote.body.contains("an@leden.example"), "{vote:?}");
        world.visitor().get(&link).is(410);
        // Of two under one name one is left, and that can still be taken back.
        let mut left = [jan.get(&statement).status, again.get(&second).status];
        left.sort_unstable();
        assert_eq!(left, [200, 410]);
    });
}
