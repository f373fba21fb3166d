use super::{ARIE, DIJK, GERDA, HANNEKE, MEER, SJAAK, at, joined, parties, signed};
use crate::databases::{Kind, on_both};
use crate::review::{judgement, manage, opened_in};
use crate::submission::{complete, sign};
use crate::world::{Person, World};

const SECRET: &str = "Dit geheim is van de dijk alleen.";

/// A field of the part of somebody.
fn field(part: &str, tail: &str) -> String {
    format!("party.{}.{tail}", part.rsplit('/').next().expect("an id"))
}

#[test]
fn only_the_own_people_hear_who_is_at_work_in_a_part() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, parts) = joined(&world);
        let present = format!("{}/presence", parts[0]);
        let mut arie = at(&world, ARIE);
        assert_eq!(arie.get(&present).is(200).body.trim(), "");
        let mut hanneke = at(&world, HANNEKE);
        assert!(hanneke.get(&present).is(200).body.contains("Arie Slagter is hier nu ook."));
        gerda.get(&present).is(404);
        at(&world, SJAAK).get(&present).is(404);
        let tasks = gerda.get(&complete()).is(200).main_text();
        assert!(!tasks.contains("Arie Slagter is hier nu."), "{tasks}");
    });
}

#[test]
fn a_party_reads_what_the_lead_shares_and_nothing_else() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, _]) = joined(&world);
        let mut arie = at(&world, ARIE);
        let bid = complete();
        let shut = [
            "/sections/price",
            "/sections/way_of_working",
            "/check",
            "/journal",
            "/todos",
            "/submission",
            "/withdrawal",
            "/receipt",
            "/result",
            "/costs.xlsx",
            "/costs/import",
            "/attachments/members_mandate",
            "/fields/price.costs.pay/clash",
            "/fields/price.costs.pay/versions",
            "/fields/way_of_working.week/versions",
            "/fields/way_of_working.week/comments",
        ];
        for page in shut {
            arie.get(&format!("{bid}{page}")).is(404);
        }
        // Writing what is the lead's is as if the bid were not there.
        let typed = [("field", "way_of_working.week"), ("value", "Van mij."), ("version", "1")];
        arie.post(&format!("{bid}/answers"), &typed).is(404);
        for act in ["", "/work", "/walls"] {
            arie.post(&format!("{}{act}", parties()), &[]).is(404);
        }
        arie.post(&format!("{dijk}/removal"), &[]).is(404);

        let reading = format!("{}/reading", parties());
        let shared = arie.get(&reading).is(200);
        assert!(shared.texts_of("h2").contains(&"Zo werkt u".to_owned()), "{shared:?}");
        let price = |page: &crate::world::Page| page.body.contains("section-price");
        assert!(!price(&shared), "the price is the lead's own");
        // The lead opens and shuts what it wants.
        let form = gerda.get(&parties()).is(200).form(&format!("{}/walls", parties()));
        let form = form.with("kept", "way_of_working");
        gerda.sends(&form).redirects_to(&format!("{}#walls", parties()));
        // The same form from an older window: told so, and what was chosen there still stands in it.
        let stale = gerda.sends(&form.with("kept", "need_and_gap")).is(409);
        let kept = stale.form(&format!("{}/walls", parties()));
        assert_eq!(kept.value("kept"), "need_and_gap");
        let shared = arie.get(&reading).is(200);
        assert!(price(&shared), "{shared:?}");
        assert!(!shared.texts_of("h2").contains(&"Zo werkt u".to_owned()), "{shared:?}");
    });
}

#[test]
fn what_a_party_keeps_private_is_read_by_nobody_else_in_the_bid() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, meer]) = joined(&world);
        let mut arie = at(&world, ARIE);
        arie.fills(&dijk, SECRET);
        assert!(gerda.get(&dijk).is(200).body.contains(SECRET), "shared until it says otherwise");
        arie.answers(&dijk, "reading", ("private", "0")).is(204);
        gerda.gives_work_to(&["lead", &dijk, &meer]).redirects();
        arie.signs(&dijk, "Arie Slagter").redirects();
        let mut sjaak = at(&world, SJAAK);
        sjaak.fills(&meer, "Het onze.");
        sjaak.signs(&meer, "Sjaak Verbruggen").redirects();
        sign(&mut gerda, &complete(), &[]).redirects();

        let gives = field(&dijk, "gives");
        for person in [&mut gerda, &mut sjaak] {
            for page in readable(person, &dijk) {
                assert!(!page.1.contains(SECRET), "{} has it", page.0);
            }
            for page in ["versions", "clash", "comments"] {
                person.get(&format!("{}/fields/{gives}/{page}", complete())).is(404);
            }
            person.answers(&dijk, "gives", ("Van een ander.", "1")).is(404);
            person.post(&dijk, &[(&gives, "Van een ander.")]).is(404);
            person.post(&format!("{dijk}/signature"), &[]).is(404);
            person.post(&format!("{dijk}/departure"), &[]).is(404);
        }
        let told = gerda.get(&dijk).is(200).main_text();
        assert!(told.contains("Deze partij houdt haar teksten voor zichzelf."), "{told}");
        // Its own people do.
        assert!(arie.get(&dijk).is(200).body.contains(SECRET));
        arie.get(&format!("{}/fields/{gives}/versions", complete())).is(200);
    });
}

/// Everything of this bid that somebody reaches from their own list, up to three steps away.
fn readable(person: &mut Person, part: &str) -> Vec<(String, String)> {
    let mut next = vec!["/bids".to_owned(), parties(), part.to_owned(), complete()];
    let mut pages: Vec<(String, String)> = vec![];
    for _ in 0..3 {
        let mut found = vec![];
        for address in next {
            let address = address.split('#').next().unwrap_or_default().to_owned();
            let ours = address == "/bids" || address.starts_with(&complete());
            if !ours || pages.iter().any(|(seen, _)| *seen == address) {
                continue;
            }
            let page = person.get(&address);
            found.extend(page.addresses());
            pages.push((address, page.body));
        }
        next = found;
    }
    assert!(pages.len() > 3, "{}", pages.len());
    pages
}

#[test]
fn for_strangers_and_the_municipality_there_is_nothing_before_the_opening() {
    let world = World::demo(Kind::Sqlite);
    let (_, [dijk, _]) = signed(&world);
    let people = ["hassan@denabuur.example", "rob@rietmeer.example", "aicha@rietmeer.example"];
    for email in people {
        let mut person = at(&world, email);
        for page in [complete(), parties(), format!("{}/reading", parties()), dijk.clone()] {
            person.get(&page).is(404);
        }
        for act in ["", "/signature", "/departure", "/removal"] {
            person.post(&format!("{dijk}{act}"), &[]).is(404);
        }
        assert!(!person.get("/bids").is(200).body.contains("Kolkhuis"));
    }
    let mut visitor = world.visitor();
    visitor.get("/sign-in");
    visitor.get(&parties()).redirects();
    let mut rob = at(&world, "rob@rietmeer.example");
    let journal = rob.get(&manage("open", "journal")).is(200).main_text();
    for word in ["tekende het deel", "nodigde", "Dijkgenoten"] {
        assert!(!journal.contains(word), "{word} in {journal}");
    }
}

#[test]
fn after_the_opening_the_municipality_reads_the_parties_and_assessors_nothing_of_them() {
    on_both(|kind| {
        let world = World::demo(kind);
        let (mut gerda, [dijk, _]) = signed(&world);
        let mut arie = at(&world, ARIE);
        arie.answers(&dijk, "gives", (SECRET, "1")).is(204);
        arie.answers(&dijk, "reading", ("private", "0")).is(204);
        arie.signs(&dijk, "Arie Slagter").redirects();
        sign(&mut gerda, &complete(), &[]).redirects();
        let mut rob = at(&world, "rob@rietmeer.example");
        crate::review::assign(&mut rob, &[("aicha", 4)]).redirects();
        opened_in(&world);
        let mut rob = at(&world, "rob@rietmeer.example");
        let list = rob.get(&manage("open", "admissibility")).is(200);
        let bids: Vec<String> =
            list.addresses().into_iter().filter(|a| a.contains("/admissibility/")).collect();
        let pages: Vec<String> = bids.iter().map(|bid| rob.get(bid).is(200).main_text()).collect();
        let joint = pages.iter().find(|page| page.contains(DIJK)).expect("a joint bid");
        for text in [MEER, SECRET, "Getekend door Arie Slagter", "Trekker, Coöperatie"] {
            assert!(joint.contains(text), "{text} in {joint}");
        }
        assert!(joint.contains("Deze teksten zijn niet gedeeld met de andere partijen."));
        let at_joint = pages.iter().position(|page| page.contains(DIJK)).expect("a joint bid");
        let page = rob.get(&bids[at_joint]).is(200);
        let fields = judgement(&page, "accepted", "Bekeken.");
        let fields = fields.iter().map(|(k, v)| (k.as_str(), v.as_str()));
        let whole = [("verdict", "admitted"), ("reason", "Alles is akkoord.")];
        rob.post(&bids[at_joint], &fields.chain(whole).collect::<Vec<_>>()).redirects();
        // The assessor hears the names where conflicts are declared, and nowhere else.
        let mut aicha = at(&world, "aicha@rietmeer.example");
        let lot = crate::world::id_of("lot", "open-4");
        let declare = format!("/review/lots/{lot}/conflicts");
        let page = aicha.get(&declare).is(200);
        let cards = page.texts_of("form section h2");
        assert_eq!(cards, ["Zorgcoöperatie Het Kolkhuis", DIJK, MEER]);
        let part_of = "Partner in het plan van Zorgcoöperatie Het Kolkhuis";
        assert_eq!(page.texts_of("form section .app-caption")[1..], [part_of; 2]);
        // Every party wants an answer, not the bidder alone.
        let fields = page.names("interest.");
        aicha.post(&declare, &[(&fields[0], "none")]).is(422);
        let none: Vec<(&str, &str)> = fields.iter().map(|f| (f.as_str(), "none")).collect();
        let sheet = aicha.post(&declare, &none).redirects();
        let overview = aicha.get(&sheet).is(200);
        let reads: Vec<String> = overview
            .addresses()
            .into_iter()
            .filter(|a| a.contains("/bids/") && a.starts_with(&sheet))
            .collect();
        assert!(!reads.is_empty(), "{overview:?}");
        for address in reads {
            let body = aicha.get(&address).is(200).body;
            for word in [DIJK, MEER, "Getekend door", "Partij A", SECRET] {
                assert!(!body.contains(word), "{word} on {address}");
            }
        }
        a_conflict_with_a_partner_shuts_the_bid(&world, &mut aicha, (&declare, &fields[2], &sheet));
        at(&world, GERDA).get(&parties()).is(200);
    });
}

/// One party is enough; the process lead rules about that party.
fn a_conflict_with_a_partner_shuts_the_bid(
    world: &World,
    aicha: &mut Person,
    (declare, field, sheet): (&str, &str, &str),
) {
    let read = aicha.get(sheet).is(200).attribute(".app-table tbody a", "href");
    aicha.get(declare).is(200);
    let note = field.replace("interest.", "note.");
    let form = aicha.get(declare).form(declare).with(field, "possible").with(&note, "Mijn zwager.");
    aicha.sends(&form).redirects();
    aicha.get(&read).is(404);
    let mut rob = at(world, "rob@rietmeer.example");
    let list = rob.get(&manage("open", "conflicts")).is(200);
    let told = list.main_text();
    assert!(told.contains(MEER) && told.contains("In het plan van Zorgcoöperatie Het Kolkhuis"));
    let ruling = list.link("Neem een besluit");
    let page = rob.get(&ruling).is(200);
    let action = ruling.split('?').next().expect("an address").to_owned();
    let form = page.form(&action).with("reason", "Een zwager beslist niet mee.");
    rob.sends(&form.with("ruling", "harmless")).redirects();
    aicha.get(&read).is(200);
}
