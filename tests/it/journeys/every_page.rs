//! A walk along every page of the example, as everybody in it, on a laptop and on a phone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use regex::Regex;

use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::world::{Person, World};

/// So many pages of one kind are enough for one person.
const OF_ONE_KIND: usize = 2;
/// So many people look closely at a kind of page, at a browser; for the others it is enough that it
/// is there.
const CLOSELY: usize = 2;

#[test]
fn every_page_of_the_example_can_be_used_by_everybody() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let mut walk = Walk::default();
        let ahead = walk.pass_all(&mut world.visitor(), "visitor");
        walk.look_at(&world.stranger().await, "visitor", ahead).await;
        for email in PEOPLE {
            let (name, _) = email.split_once('@').expect("an address");
            let ahead = walk.pass_all(&mut world.person(email), name);
            if !ahead.is_empty() {
                walk.look_at(&world.browser_of(email).await, name, ahead).await;
            }
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
    /// Follows every link without a browser; answers the pages to look at closely, one of a kind.
    fn pass_all(&mut self, person: &mut Person, who: &str) -> Vec<String> {
        let mut known = BTreeSet::from(["/".to_owned()]);
        let mut kinds = BTreeMap::<String, usize>::new();
        let mut ahead = VecDeque::from(["/".to_owned()]);
        let mut closely = vec![];
        while let Some(path) = ahead.pop_front() {
            let count = kinds.entry(kind_of(&path)).or_default();
            *count += 1;
            if *count > OF_ONE_KIND {
                continue;
            }
            if *count == 1 && self.seen.get(&kind_of(&path)).is_none_or(|n| *n < CLOSELY) {
                closely.push(path.clone());
            }
            let mut page = person.get(&path);
            if page.status == 303 {
                page = person.follow(&page);
            }
            if page.status != 200 {
                self.fault(format!("status {}", page.status), who, &path);
            }
            ahead.extend(page.links().into_iter().filter(|link| known.insert(link.clone())));
        }
        closely
    }

    async fn look_at(&mut self, browser: &Browser, who: &str, pages: Vec<String>) {
        for path in pages {
            *self.seen.entry(kind_of(&path)).or_default() += 1;
            browser.visit(&path).await;
            self.look(browser, who, &path).await;
            for complaint in browser.console_errors() {
                self.fault(complaint, who, &path);
            }
        }
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
