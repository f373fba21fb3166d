use std::collections::{BTreeMap, BTreeSet};

use super::{at_work, declarations, declare, manage, opened};
use crate::databases::on_both;
use crate::world::{Person, World, id_of};

#[derive(serde::Deserialize)]
struct Example {
    cooperatives: Vec<Cooperative>,
}

#[derive(serde::Deserialize)]
struct Cooperative {
    name: String,
    people: Vec<Someone>,
}

#[derive(serde::Deserialize)]
struct Someone {
    name: String,
    email: String,
}

#[derive(serde::Deserialize)]
struct Bids {
    bids: Vec<Bid>,
}

#[derive(serde::Deserialize)]
struct Bid {
    answers: BTreeMap<String, String>,
}

impl Bid {
    fn price(&self) -> impl Iterator<Item = &String> {
        let parts = ["price.costs.pay", "price.costs.rate", "price.explanation"];
        parts.into_iter().filter_map(|part| self.answers.get(part))
    }

    fn read(&self) -> impl Iterator<Item = &String> {
        let others = self.answers.iter().filter(|(field, _)| !field.starts_with("price."));
        others.map(|(_, answer)| answer)
    }
}

#[derive(serde::Deserialize)]
struct Story {
    scores: Vec<Scored>,
}

#[derive(serde::Deserialize)]
struct Scored {
    marks: Vec<Mark>,
}

#[derive(serde::Deserialize)]
struct Mark {
    assessor: String,
    reason: String,
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the example can be read")
}

/// Names, prices and reasons that an assessor must not meet.
fn secrets(own: &str) -> Vec<String> {
    let example: Example = read(include_str!("../../../config/demo/world.toml"));
    let mut secrets = vec![];
    for cooperative in example.cooperatives {
        secrets.push(cooperative.name);
        secrets.extend(cooperative.people.into_iter().flat_map(|p| [p.name, p.email]));
    }
    let bids: Bids = read(include_str!("../../../config/demo/bids.toml"));
    // A figure that stands in what they may read too, by chance, is no secret.
    let known: BTreeSet<String> = bids.bids.iter().flat_map(|bid| bid.read().cloned()).collect();
    let prices = bids.bids.iter().flat_map(Bid::price).filter(|price| !known.contains(*price));
    secrets.extend(prices.cloned());
    let story: Story = read(include_str!("../../../config/demo/scores.toml"));
    let others = story.scores.into_iter().flat_map(|s| s.marks).filter(|m| m.assessor != own);
    secrets.extend(others.map(|m| m.reason));
    secrets
}

/// Every page below `/review` that can be reached by links, except where names are declared about.
fn crawl(person: &mut Person) -> BTreeMap<String, String> {
    let (mut open, mut seen) = (vec!["/review".to_owned()], BTreeMap::new());
    while let Some(address) = open.pop() {
        if seen.contains_key(&address) {
            continue;
        }
        let page = person.get(&address).is(200);
        let links = page.addresses().into_iter().filter(|a| a.starts_with("/review"));
        let elsewhere = ["/conflicts", "/notes", "/removal"];
        let shown =
            |a: &String| !a.contains("/files/") && !elsewhere.iter().any(|e| a.ends_with(e));
        open.extend(links.filter(shown));
        seen.insert(address, page.body);
    }
    seen
}

#[test]
fn an_assessor_reads_no_name_no_price_and_nobody_elses_score() {
    on_both(|kind| {
        let world = World::demo(kind);
        let pages = crawl(&mut world.person("fatima@waldervoort.example"));
        // Ten bids, four questions each, four sheets, the list, what one knows about, and the sample.
        assert_eq!(pages.len(), 47);
        let secrets = secrets("fatima");
        for (address, body) in &pages {
            for secret in &secrets {
                let written = secret.replace('&', "&amp;");
                assert!(!body.contains(&written), "{address} says {secret:?}");
            }
        }
    });
}

#[test]
fn names_and_letters_never_meet() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut fatima = world.person("fatima@waldervoort.example");
        let bids: BTreeSet<String> = crawl(&mut fatima)
            .into_keys()
            .filter_map(|a| Some(a.split("/bids/").nth(1)?.split('/').next()?.to_owned()))
            .collect();
        assert_eq!(bids.len(), 10);
        for lot in 1..=4 {
            let lot = id_of("lot", &format!("table-{lot}"));
            let page = fatima.get(&format!("/review/lots/{lot}/conflicts")).is(200);
            assert!(page.body.contains("oöperatie") || page.body.contains("Hulp Direct"));
            assert!(!bids.iter().any(|bid| page.body.contains(bid.as_str())));
        }
    });
}

/// Ruud was recused from the bid of Waterrijk Samen on lot 3.
#[test]
fn a_recused_assessor_finds_no_trace() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut ruud = world.person("ruud@waldervoort.example");
        let mut fatima = world.person("fatima@waldervoort.example");
        let lot3 = |person: &mut Person| person.get("/review").link("3. Waterrijk");
        let (hers, his) = (lot3(&mut fatima), lot3(&mut ruud));
        let bids = |person: &mut Person, sheet: &str| -> BTreeSet<String> {
            let page = person.get(sheet).is(200);
            let all = page.addresses().into_iter();
            all.filter_map(|a| Some(a.split("/bids/").nth(1)?.split('/').next()?.to_owned()))
                .collect()
        };
        let (all, own) = (bids(&mut fatima, &hers), bids(&mut ruud, &his));
        let gone: Vec<&String> = all.difference(&own).collect();
        assert_eq!((all.len(), own.len(), gone.len()), (2, 1, 1));
        let bid = format!("{his}/bids/{}", gone[0]);
        for address in
            [format!("{bid}/q1"), format!("{bid}/q1/clash"), format!("{bid}/files/{:064}", 0)]
        {
            ruud.get(&address).is(404);
        }
        ruud.post(&format!("{bid}/q1"), &[("grade", "10"), ("reason", "Mooi.")]).is(404);
        let field = [("field", "grade"), ("value", "10"), ("version", "0")];
        ruud.post(&format!("{bid}/q1/fields"), &field).is(404);
        for (address, body) in crawl(&mut ruud) {
            assert!(!body.contains(gone[0].as_str()), "{address}");
        }
        assert!(ruud.get(&his).main_text().contains("U gaf 4 van de 4 cijfers."));
    });
}

#[test]
fn texts_open_after_a_declaration_and_shut_with_an_interest() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let sheet = first.split("/bids/").next().expect("a sheet").to_owned();
        let mut joost = world.person("joost@rietmeer.example");
        let desk = joost.get("/review").is(200);
        assert!(desk.main_text().contains("Geef eerst aan of u een inschrijver kent."));
        declare(&mut joost, "", "").is(422);
        declare(&mut joost, "possible", " ").is(422);

        // Aïcha sees later who it is.
        aicha.get(&first).is(200);
        let note = "Ik herken het dorpshuis. Mijn broer beheert het.";
        declare(&mut aicha, "possible", note).redirects_to(&sheet);
        aicha.get(&first).is(404);
        let page = aicha.get(&sheet).is(200);
        assert!(!page.body.contains("/bids/"), "{page:?}");
        declare(&mut aicha, "none", "").is(422);

        let mut rob = world.person("rob@rietmeer.example");
        let list = rob.get(&manage("open", "conflicts")).is(200);
        assert!(list.main_text().contains("1 verklaring wacht op uw besluit"), "{list:?}");
        assert!(list.main_text().contains(note));
        let ruling = list.link("Neem een besluit");
        rob.get(&ruling).is(200);
        rob.post(&ruling, &[("reason", "Broer heeft geen belang.")]).is(422);
        let harmless = [("ruling", "harmless"), ("reason", "Uw broer heeft geen belang.")];
        rob.post(&ruling, &harmless).redirects_to(&manage("open", "conflicts"));
        aicha.get(&first).is(200);
        let shown = aicha.get(&declarations()).is(200).main_text();
        assert!(shown.contains("De procesleider besloot: u mag beoordelen."), "{shown}");
        let recused = [("ruling", "recused"), ("reason", "Bij nader inzien niet.")];
        rob.post(&ruling, &recused).redirects();
        aicha.get(&first).is(404);
    });
}

#[test]
fn who_is_not_assigned_or_not_admitted_for_finds_nothing() {
    on_both(|kind| {
        let world = opened(kind);
        let mut rob = world.person("rob@rietmeer.example");
        super::assign(&mut rob, &[("aicha", 2)]).redirects();
        let mut tomasz = world.person("tomasz@rietmeer.example");
        tomasz.get(&declarations()).is(404);
        assert!(tomasz.get("/review").main_text().contains("U heeft nu niets te beoordelen."));
        let mut aicha = world.person("aicha@rietmeer.example");
        let sheet = declare(&mut aicha, "none", "").redirects();
        let page = aicha.get(&sheet).is(200);
        assert!(
            page.main_text().contains("De gemeente kijkt nog welke inschrijvingen"),
            "{page:?}"
        );
        assert!(!page.body.contains("/bids/"));
        super::admit(&mut rob);
        assert!(aicha.get(&sheet).body.contains("/bids/"));
    });
}

#[test]
fn assessors_come_and_go_until_their_first_score() {
    on_both(|kind| {
        let world = opened(kind);
        let (mut aicha, first) = at_work(&world);
        let mut rob = world.person("rob@rietmeer.example");
        let page = rob.get(&manage("open", "assignments")).is(200);
        assert!(page.main_text().contains("2. "), "{page:?}");
        // Unticking is what was there before and is not now.
        let lies = super::pair("lies", 2);
        rob.post(&manage("open", "assignments"), &[("before", &lies)]).redirects();
        let page = rob.get(&manage("open", "assignments")).is(200);
        assert!(page.main_text().contains("2 beoordelaars. Kies er ten minste 3"), "{page:?}");
        super::give(&mut aicha, &first, "8", "Duidelijk plan.").redirects();
        let own = super::pair("aicha", 2);
        let refused = rob.post(&manage("open", "assignments"), &[("before", &own)]).is(409);
        assert!(refused.main_text().contains("Deze beoordelaar gaf al cijfers."), "{refused:?}");
        let stranger = super::pair("fatima", 2);
        rob.post(&manage("open", "assignments"), &[("assigned", &stranger)]).is(409);
    });
}
