use super::{ARIE, DIJK, GERDA, HANNEKE, SJAAK, at, joined, link_to, parties};
use crate::databases::on_both;
use crate::submission::complete;
use crate::world::{World, id_of};

#[test]
fn an_organisation_is_invited_and_joins_with_its_own_account() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = at(&world, GERDA);
        let alone = gerda.get(&parties()).is(200).main_text();
        assert!(alone.contains("U schrijft dit plan alleen. Dat mag."), "{alone}");
        gerda.invites("De Dijk", ARIE).redirects_to(&format!("{}#who", parties()));
        assert_eq!(
            gerda.missing(),
            [
                "De Dijk heeft de uitnodiging nog niet aangenomen.",
                "De Dijk heeft nog geen werk. Zet erbij wat deze partij doet.",
                "Heel het perceel: niemand doet hier Overige ondersteuning gericht op het individu of huishouden/gezin.",
            ]
        );
        // The mail says nothing of the bid: neither its lot nor its round.
        let mails = world.mails();
        let mail = mails.iter().find(|mail| mail.to == ARIE).expect("a mail");
        assert_eq!(mail.subject, "Zorgcoöperatie Het Kolkhuis vraagt of u meedoet");
        assert!(
            !mail.body.contains("erceel") && !mail.body.contains("mantelzorg"),
            "{}",
            mail.body
        );

        // For others there is no bid, and no link that works without an account.
        let mut arie = at(&world, ARIE);
        arie.get(&parties()).is(404);
        let link = link_to(&world, ARIE);
        let mut visitor = world.visitor();
        let page = visitor.get(&link).is(200);
        assert!(page.main_text().contains("Log in en kom dan hier terug."), "{page:?}");
        visitor.post(&link, &[]).redirects();
        let mut hanneke = at(&world, HANNEKE);
        let other = hanneke.get(&link).is(200).main_text();
        assert!(other.contains("Deze uitnodiging is voor arie@dijkgenoten.example."), "{other}");
        hanneke.post(&link, &[("organisation", &id_of("organisation", "dijkgenoten"))]).is(409);

        arie.joins(&world, ARIE, "dijkgenoten").redirects_to(&parties());
        let page = arie.get(&parties()).is(200);
        page.link(DIJK);
        assert!(page.main_text().contains("Dit is uw organisatie"), "{page:?}");
        let list = arie.get("/bids").is(200).main_text();
        assert!(list.contains("Trekker: Zorgcoöperatie Het Kolkhuis. U doet mee voor"), "{list}");
        arie.get(&complete()).redirects_to(&parties());
        // The link worked once.
        arie.get(&link).is(410);
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn a_second_invitation_to_the_same_address_replaces_the_first() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = at(&world, GERDA);
        gerda.invites("Een", ARIE).redirects();
        let first = link_to(&world, ARIE);
        gerda.invites("Twee", ARIE).redirects();
        let page = gerda.get(&parties()).is(200);
        assert_eq!(page.texts_of(".app-task__name"), ["Zorgcoöperatie Het Kolkhuis", "Twee"]);
        let mut arie = at(&world, ARIE);
        arie.get(&first).is(410);
        arie.joins(&world, ARIE, "dijkgenoten").redirects();
        // Another person of an organisation that is in already cannot bring it in twice.
        gerda.invites("Drie", HANNEKE).redirects();
        let again = at(&world, HANNEKE).joins(&world, HANNEKE, "dijkgenoten").is(409);
        assert!(again.main_text().contains("Deze organisatie doet al mee aan dit plan."));
    });
}

#[test]
fn the_lead_is_no_party_of_its_own_bid() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut gerda = at(&world, GERDA);
        let own = gerda.invites("Wijzelf", "ben@kolkhuis.example").is(422);
        let sentence = "Deze persoon of organisatie hoort al bij de trekker.";
        assert!(own.main_text().contains(sentence), "{own:?}");
        assert_eq!(own.value("name").as_deref(), Some("Wijzelf"));
        // Nor by a link to somebody who came to work for the lead afterwards.
        gerda.invites("De Dijk", ARIE).redirects();
        let link = link_to(&world, ARIE);
        let members = format!("/organisations/{}/members", id_of("organisation", "kolkhuis"));
        gerda.get(&members).is(200);
        gerda.post(&members, &[("email", ARIE), ("role", "writer")]).redirects();
        let mut arie = at(&world, ARIE);
        let mails = world.mails();
        let mail = mails.iter().find(|m| m.body.contains("/invitations/")).expect("a mail");
        let own = mail.body.lines().find_map(|l| l.split_once("/invitations/")).expect("a link");
        arie.get(&format!("/invitations/{}", own.1)).is(200);
        arie.post(&format!("/invitations/{}", own.1), &[]).redirects();
        let kolkhuis = id_of("organisation", "kolkhuis");
        let page = arie.get(&link).is(200);
        assert!(!page.values("organisation").contains(&kolkhuis), "{page:?}");
        arie.post(&link, &[("organisation", &kolkhuis)]).is(422);
    });
}

#[test]
fn somebody_without_an_account_makes_one_and_an_organisation() {
    on_both(|kind| {
        let world = World::demo(kind);
        at(&world, GERDA).invites("Stichting Avond", "wil@avond.example").redirects();
        let link = link_to(&world, "wil@avond.example");
        let mut wil = world.visitor();
        wil.get(&link).is(200);
        let typed = [("person", "Wil Avond"), ("password", "vier losse woorden hier")];
        let empty = wil.post(&link, &typed).is(422);
        assert_eq!(empty.value("person").as_deref(), Some("Wil Avond"));
        let organisation =
            [("name", "Stichting Avond"), ("place", "Vossendijk"), ("legal_form", "foundation")];
        wil.post(&link, &[&typed[..], &organisation].concat()).redirects_to(&parties());
        let page = wil.get(&parties()).is(200);
        let part = wil.get(&page.link("Stichting Avond")).is(200);
        assert_eq!(part.text_of("h1"), "Stichting Avond");
    });
}

#[test]
fn what_nobody_means_is_refused_and_comes_back() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, _]) = joined(&world);
        let long = "a".repeat(121);
        let role = [("role", "partner")];
        let wrong: [(&[(&str, &str)], &str); 4] = [
            (&[("name", ""), ("email", "x@x.example")], "Vul de naam van de organisatie in."),
            (&[("name", &long), ("email", "x@x.example")], "Vul de naam van de organisatie in."),
            (&[("name", "X"), ("email", "geen adres")], "e-mailadres"),
            (
                &[("name", "X"), ("email", "x@x.example"), ("role", "boss")],
                "Kies wat deze organisatie doet.",
            ),
        ];
        for (typed, why) in wrong {
            let typed: Vec<_> = typed.iter().chain(&role).copied().collect();
            let page = gerda.post(&parties(), &typed).is(422);
            assert!(page.text_of(".app-error-summary").contains(why), "{why}: {page:?}");
        }
        // Marks that turn a name around or break its line are left out.
        let turned =
            [("name", "Nabij\u{202E}\r\n  zorg"), ("email", "y@x.example"), ("role", "partner")];
        gerda.post(&parties(), &turned).redirects();
        let page = gerda.get(&parties()).is(200);
        assert!(page.texts_of(".app-task__name").contains(&"Nabij zorg".to_owned()), "{page:?}");
        // Twelve organisations, and no more.
        for n in 3..12 {
            gerda.invites(&format!("Nummer {n}"), &format!("n{n}@x.example")).redirects();
        }
        let many = gerda.invites("Nummer 13", "n13@x.example").is(422);
        assert!(many.main_text().contains("Er doen al 12 organisaties mee."), "{many:?}");
        // Work: a cell, a hand and a version that are there.
        let work = format!("{}/work", parties());
        let version = gerda.get(&parties()).is(200).value("work").expect("a version");
        for cell in ["", "a|b", "whole|06|lead", "WK990203|06|lead", "whole|99|lead", "whole|06|x"]
        {
            let status = gerda.post(&work, &[("work", &version), ("cell", cell)]).status;
            let there = cell == "whole|06|lead";
            assert_eq!(status, if there { 303 } else { 422 }, "{cell}");
        }
        let hand = dijk.rsplit('/').next().expect("an id");
        let late = [("work", version.as_str()), ("cell", &format!("whole|06|{hand}"))];
        let late = gerda.post(&work, &late).is(409);
        assert!(late.main_text().contains("Iemand anders bewaarde dit net ook."), "{late:?}");
        assert_eq!(late.form(&work).count("cell"), 1);
        gerda.get(&format!("{}/{}", parties(), id_of("party", "none"))).is(404);
        gerda.get(&format!("{}/nothing", parties())).is(404);
        // An invitation can be taken back; the link then leads nowhere.
        let link = link_to(&world, "n5@x.example");
        let page = gerda.get(&parties()).is(200);
        let removals: Vec<String> =
            page.addresses().into_iter().filter(|a| a.ends_with("/removal")).collect();
        for removal in &removals[2..] {
            gerda.post(removal, &[]).redirects_to(&parties());
        }
        world.visitor().get(&link).is(410);
        assert_eq!(gerda.get(&parties()).is(200).texts_of(".app-task__name").len(), 3);
        at(&world, SJAAK).post(&removals[0], &[]).is(404);
    });
}
