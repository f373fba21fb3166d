//! A walk along every page of the example, as everybody in it, on a laptop and on a phone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use regex::Regex;

use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::world::World;

/// So many pages of one kind are enough for one person.
const OF_ONE_KIND: usize = 2;
/// So many are enough to look at closely; for the rest it is enough that they are there.
const CLOSELY: usize = 4;

#[test]
fn every_page_of_the_example_can_be_used_by_everybody() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let mut walk = Walk::default();
        walk.along(&world.stranger().await, "visitor").await;
        for email in PEOPLE {
            let (name, _) = email.split_once('@').expect("an address");
            walk.along(&world.browser_of(email).await, name).await;
        }
        walk.report();
    });
}

/// One for each role, in both municipalities where they see different phases.
const PEOPLE: [&str; 19] = [
    "jan@denabuur.example",
    "truus@denabuur.example",
    "hanneke@dijkgenoten.example",
    "gerda@kolkhuis.example",
    "ingrid@waldervoort.example",
    "rob@rietmeer.example",
    "fatima@waldervoort.example",
    "els@waldervoort.example",
    "aicha@rietmeer.example",
    "henk@waldervoort.example",
    "wouter@rietmeer.example",
    "marijke@waldervoort.example",
    "daan@waldervoort.example",
    "mieke@waldervoort.example",
    "gerard@waldervoort.example",
    "carla@waldervoort.example",
    "paul@rietmeer.example",
    "bert@waldervoort.example",
    "nynke@rietmeer.example",
];

#[derive(Default)]
struct Walk {
    /// What was wrong, each with the pages where it was.
    faults: BTreeMap<String, BTreeSet<String>>,
    /// Kinds of pages, with how often they were looked at closely.
    seen: BTreeMap<String, usize>,
}

impl Walk {
    async fn along(&mut self, browser: &Browser, who: &str) {
        let mut known = BTreeSet::from(["/".to_owned()]);
        let mut kinds = BTreeMap::<String, usize>::new();
        let mut ahead = VecDeque::from(["/".to_owned()]);
        while let Some(path) = ahead.pop_front() {
            let kind = kind_of(&path);
            let count = kinds.entry(kind.clone()).or_default();
            *count += 1;
            if *count > OF_ONE_KIND {
                continue;
            }
            let links = self.pass(browser, who, &path).await;
            let closely = self.seen.entry(kind).or_default();
            *closely += 1;
            if *closely <= CLOSELY {
                self.look(browser, who, &path).await;
            }
            ahead.extend(links.into_iter().filter(|link| known.insert(link.clone())));
        }
    }

    /// Opens a page; answers the pages it leads to.
    async fn pass(&mut self, browser: &Browser, who: &str, path: &str) -> Vec<String> {
        browser.visit(path).await;
        let status = browser.status().await;
        if status != 200 {
            self.fault(format!("status {status}"), who, path);
        }
        for complaint in browser.console_errors() {
            self.fault(complaint, who, path);
        }
        browser.links().await
    }

    async fn look(&mut self, browser: &Browser, who: &str, path: &str) {
        for width in [1280, 390] {
            browser.resize(width);
            for fault in browser.faults().await {
                self.fault(format!("{width}: {fault}"), who, path);
            }
            for wide in browser.too_wide().await {
                self.fault(format!("{width}: too wide: {wide}"), who, path);
            }
            browser.screenshot(&format!("pages/{}-{who}", file_name(path))).await;
        }
        browser.resize(1280);
    }

    fn fault(&mut self, what: String, who: &str, path: &str) {
        self.faults.entry(what).or_default().insert(format!("{path} ({who})"));
    }

    fn report(&self) {
        eprintln!("{} kinds of pages seen", self.seen.len());
        let lines = self.faults.iter().map(|(fault, places)| {
            let first: Vec<&str> = places.iter().take(3).map(String::as_str).collect();
            format!("{fault}\n  {} times, as on {}", places.len(), first.join(", "))
        });
        let lines: Vec<String> = lines.collect();
        assert!(lines.is_empty(), "{}", lines.join("\n"));
    }
}

impl Browser {
    /// Pages of this house that the page links to, without downloads.
    async fn links(&self) -> Vec<String> {
        let links = "return [...document.querySelectorAll('a[href]')]
            .filter((a) => a.origin === location.origin && !a.hasAttribute('download'))
            .map((a) => a.pathname + a.search)";
        let found = self.script(links, vec![]).await;
        let found = found.as_array().into_iter().flatten().filter_map(|link| link.as_str());
        found.filter(|link| !link.starts_with("/assets/")).map(str::to_owned).collect()
    }
}

/// The address without what differs between two pages of one kind.
fn kind_of(path: &str) -> String {
    let id = Regex::new("[0-9a-f]{8}-[0-9a-f-]{27}").expect("a pattern");
    let path = id.replace_all(path, "id").into_owned();
    path.split_once('?').map(|(path, _)| format!("{path}?")).unwrap_or(path)
}

fn file_name(path: &str) -> String {
    let kind = kind_of(path);
    let words = kind.split(['/', '?']).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if name.is_empty() { "start".to_owned() } else { name }
}
