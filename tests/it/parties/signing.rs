use super::{ARIE, DIJK, HANNEKE, MEER, SJAAK, at, joined, parties, signed};
use crate::databases::on_both;
use crate::submission::{complete, sign};
use crate::world::World;

#[test]
fn each_party_writes_and_signs_its_own_part_and_the_bid_is_handed_in() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = joined(&world);
        gerda.gives_work_to(&["lead", &dijk]).redirects_to(&format!("{}#work", parties()));
        assert_eq!(
            gerda.missing(),
            [
                format!("Het deel van {DIJK} is nog niet klaar."),
                format!("Het deel van {MEER} is nog niet klaar."),
                format!("{MEER} heeft nog geen werk. Zet erbij wat deze partij doet."),
            ]
        );
        let mut arie = at(&world, ARIE);
        let page = arie.get(&dijk).is(200).main_text();
        assert!(page.contains("Vul eerst alle vragen over uw deel in."), "{page}");
        arie.fills(&dijk, "Wij geven veel.");
        // Without script, a whole page at once.
        let form = arie.get(&dijk).is(200).form(&dijk);
        let gains = form.with(&format!("party.{}.gains", id(&dijk)), "Wij krijgen ook veel.");
        arie.sends(&gains).redirects_to(&dijk);
        // A writer cannot sign, and a signatory only under their own name, with the box ticked.
        let mut hanneke = at(&world, HANNEKE);
        let told = hanneke.get(&dijk).is(200).main_text();
        assert!(told.contains("Iemand die voor uw organisatie mag tekenen"), "{told}");
        hanneke.post(&format!("{dijk}/signature"), &[]).is(403);
        let wrong = arie.signs(&dijk, "Jan Jansen").is(422);
        assert_eq!(wrong.texts_of(".app-error-summary a").len(), 1);
        arie.post(&format!("{dijk}/signature"), &[]).is(422);
        arie.signs(&dijk, "arie  slagter").redirects_to(&dijk);
        let twice = [("agree", "yes"), ("name", "Arie Slagter"), ("shown", "x")];
        arie.post(&format!("{dijk}/signature"), &twice).is(409);
        // What one's neighbour shares can be read.
        let mut sjaak = at(&world, SJAAK);
        let shared = sjaak.get(&dijk).is(200).main_text();
        assert!(shared.contains("Wij krijgen ook veel."), "{shared}");

        let place = format!("{}/submission", complete());
        gerda.get(&place).is(200);
        let early = gerda.post(&place, &[]).is(409);
        assert!(early.main_text().contains(&format!("{MEER} is nog niet klaar.")), "{early:?}");
        gerda.gives_work_to(&[&meer]).redirects();
        sjaak.fills(&meer, "Wij doen de rest.");
        sjaak.signs(&meer, "Sjaak Verbruggen").redirects_to(&meer);
        let ready = gerda.get(&parties()).is(200).main_text();
        assert!(ready.contains("Iedereen heeft getekend en al het werk is verdeeld."), "{ready}");
        sign(&mut gerda, &complete(), &[]).redirects();
        let receipt = gerda.get(&format!("{}/receipt", complete())).is(200);
        let file = gerda.get(&receipt.link("Download wat u indiende")).is(200).body;
        let content: serde_json::Value = serde_json::from_str(&file).expect("JSON");
        let joint = &content["joint"];
        assert_eq!(joint["work"][0]["hands"], serde_json::json!(["lead", "A", "B"]));
        assert_eq!(joint["parties"][0]["name"], DIJK);
        assert_eq!(joint["parties"][0]["texts"]["gains"], "Wij krijgen ook veel.");
        assert_eq!(joint["parties"][1]["signed_by"], "Sjaak Verbruggen");
        // Nothing of a part stands among the answers of the bid.
        assert!(
            content["answers"]
                .as_object()
                .expect("answers")
                .keys()
                .all(|k| !k.starts_with("party"))
        );
        // What is handed in is shut for parties too.
        sjaak.answers(&meer, "gives", ("Nog iets.", "1")).is(409);
        world.house.verify_journal().expect("the chain holds");
    });
}

fn id(part: &str) -> &str {
    part.rsplit('/').next().expect("an id")
}

#[test]
fn a_change_of_text_or_work_takes_the_signature_away() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = signed(&world);
        assert_eq!(gerda.missing(), [""; 0]);
        // The same text again changes nothing; another text does.
        let mut hanneke = at(&world, HANNEKE);
        hanneke.answers(&dijk, "gives", ("Het deel van Arie Slagter.", "1")).is(204);
        assert_eq!(gerda.missing(), [""; 0]);
        hanneke.answers(&dijk, "gives", ("Iets anders.", "2")).is(204);
        assert_eq!(gerda.missing(), [format!("{DIJK} heeft nog niet getekend.")]);
        let mut arie = at(&world, ARIE);
        arie.signs(&dijk, "Arie Slagter").redirects();
        // Saving the same division takes nothing away; another row does, of that party only.
        let form = gerda.get(&parties()).is(200).form(&format!("{}/work", parties()));
        gerda.sends(&form).redirects();
        assert_eq!(gerda.missing(), [""; 0]);
        let page = gerda.get(&parties()).is(200);
        let boxes = page.values("cell");
        let version = page.value("work").expect("a version");
        let kept = [("work", version.as_str()), ("cell", &boxes[0]), ("cell", &boxes[1])];
        gerda.post(&format!("{}/work", parties()), &kept).redirects();
        assert_eq!(
            gerda.missing(),
            [
                format!("{MEER} heeft nog niet getekend."),
                format!("{MEER} heeft nog geen werk. Zet erbij wat deze partij doet."),
            ]
        );
        let part = arie.get(&dijk).is(200).main_text();
        assert!(part.contains("Getekend, "), "{part}");
        // Who reads it belongs to what is signed.
        arie.answers(&dijk, "reading", ("private", "0")).is(204);
        assert!(gerda.missing().contains(&format!("{DIJK} heeft nog niet getekend.")));
        // A signature is for the text that was shown.
        let mut sjaak = at(&world, SJAAK);
        gerda.gives_work_to(&[&meer]).redirects();
        let form = sjaak.get(&meer).is(200).form(&format!("{meer}/signature"));
        sjaak.answers(&meer, "care", ("Net veranderd.", "1")).is(204);
        let late = form.with("agree", "yes").with("name", "Sjaak Verbruggen");
        let late = sjaak.sends(&late).is(409);
        assert!(late.main_text().contains("Uw deel is veranderd terwijl u las."), "{late:?}");
        let journal = gerda.get(&format!("{}/journal", complete())).is(200).main_text();
        let line = "Gerda Nijland veranderde iets in de inschrijving op perceel";
        assert!(
            journal.contains(line) && journal.contains(&format!("Partij: {MEER}")),
            "{journal}"
        );
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn two_writers_of_one_party_clash_and_nothing_is_lost() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (_, [dijk, _]) = joined(&world);
        let (mut arie, mut hanneke) = (at(&world, ARIE), at(&world, HANNEKE));
        arie.answers(&dijk, "care", ("Van Arie.", "0")).is(204);
        let lost = hanneke.answers(&dijk, "care", ("Van Hanneke.", "0")).is(412);
        let clash = lost.location.expect("a page");
        let page = hanneke.get(&clash).is(200);
        let text = page.main_text();
        assert!(text.contains("Van Arie.") && text.contains("Van Hanneke."), "{text}");
        let form = page.form(&clash).with("choice", "mine");
        let place = format!("{dijk}#party.{}.care", id(&dijk));
        hanneke.sends(&form).redirects_to(&place);
        assert!(arie.get(&dijk).is(200).body.contains("Van Hanneke."));
        // Too long by far, and not one of the choices.
        arie.answers(&dijk, "care", (&"a".repeat(20_000), "2")).is(422);
        arie.answers(&dijk, "reading", ("everybody", "0")).is(422);
        arie.answers(&dijk, "nothing", ("x", "0")).is(422);
        let form = arie.get(&dijk).is(200).form(&dijk);
        let long = form.with(&format!("party.{}.care", id(&dijk)), &"a".repeat(20_000));
        let back = arie.sends(&long).is(422);
        assert!(back.body.contains(&"a".repeat(20_000)), "it comes back as it was typed");
    });
}

#[test]
fn pages_ask_no_more_of_the_database_when_there_are_more_parties() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, _) = joined(&world);
        let pages = [complete(), parties(), format!("{}/check", complete())];
        let mut count = || {
            pages.each_ref().map(|page| {
                let before = world.house.statements();
                gerda.get(page).is(200);
                world.house.statements() - before
            })
        };
        // Somebody who just came is noted once.
        count();
        let few = count();
        let mut more = at(&world, super::GERDA);
        for n in 3..12 {
            more.invites(&format!("Nummer {n}"), &format!("n{n}@x.example")).redirects();
        }
        assert_eq!(count(), few);
    });
}
