//! Walks the table of routes.

use std::collections::BTreeMap;
use std::sync::Mutex;

use buurtbod::testing::routes;

use super::examples::{LOOK, ROLES, SCENES, Scene};
use crate::databases::Kind;
use crate::html;
use crate::world::{Page, Person, World};

#[derive(Default)]
pub struct Walk {
    /// Status per role, by route and scene.
    rows: BTreeMap<(usize, usize), Row>,
    pub without_example: Vec<String>,
    /// Statuses that no route may answer with.
    pub broken: Vec<String>,
    /// Forms that were read without the token of their page.
    pub tokenless: Vec<String>,
    /// What is wrong with the HTML of a page.
    pub faults: Vec<String>,
}

struct Row {
    method: &'static str,
    pattern: &'static str,
    scene: &'static str,
    answers: Vec<String>,
}

const NEWCOMER: [(&str, &str); 3] = [
    ("name", "Noor Nieuw"),
    ("email", "noor@nieuw.example"),
    ("password", "vier losse woorden hier"),
];

/// One row to walk.
#[derive(Clone)]
struct Task {
    place: (usize, usize),
    method: &'static str,
    pattern: &'static str,
    address: String,
}

impl Walk {
    pub fn take() -> Walk {
        let mut walk = Walk::default();
        let start = Start::new();
        let tasks = walk.tasks(&start);
        let shared = Mutex::new((tasks.into_iter(), walk));
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(|| {
                    let mut crew = Crew::new(&start);
                    loop {
                        let next = shared.lock().expect("no walker panicked").0.next();
                        let Some(task) = next else { return };
                        let seen = crew.walk(&task);
                        shared.lock().expect("no walker panicked").1.add(&task, seen);
                    }
                });
            }
        });
        let (_, mut walk) = shared.into_inner().expect("no walker panicked");
        for list in [&mut walk.broken, &mut walk.tokenless, &mut walk.faults] {
            list.sort();
            list.dedup();
        }
        walk
    }

    fn tasks(&mut self, start: &Start) -> Vec<Task> {
        let mut tasks = vec![];
        for (at, (method, pattern)) in routes().into_iter().enumerate() {
            let mut missing = String::new();
            let mut any = false;
            for (s, scene) in
                SCENES.iter().enumerate().filter(|(s, _)| *s == 0 || pattern.contains('{'))
            {
                let found = |noun: &str| start.found.get(&(s, noun.to_owned())).cloned();
                match scene.address(pattern, &found) {
                    Ok(address) => {
                        any = true;
                        tasks.push(Task { place: (at, s), method, pattern, address });
                    }
                    Err(noun) => missing = noun,
                }
            }
            if !any {
                self.without_example.push(format!(
                    "{method} {pattern}: say in tests/it/permissions/examples.rs what may follow `{missing}`."
                ));
            }
        }
        tasks
    }

    fn add(&mut self, task: &Task, seen: Seen) {
        let row = Row {
            method: task.method,
            pattern: task.pattern,
            scene: SCENES[task.place.1].name,
            answers: seen.answers,
        };
        self.rows.insert(task.place, row);
        self.broken.extend(seen.broken);
        self.tokenless.extend(seen.tokenless);
        self.faults.extend(seen.faults);
    }

    /// One line per route and scene, one column per role.
    pub fn table(&self) -> String {
        let mut text = String::from(
            "`in` means: sign in first. `open` is the round that takes bids, `table` the one at the table.\n\
             First a visitor; then the roles of the cooperative and the municipality concerned; then the\n\
             same roles elsewhere.\n\n",
        );
        for role in ROLES {
            text.push_str(&format!("{:<4}{role}\n", &role[..3]));
        }
        text.push('\n');
        let columns: Vec<String> = ROLES.iter().map(|r| format!("{:<4}", &r[..3])).collect();
        let heads = format!("{:<78} vis | {}| {}", "", columns.join(""), columns.join(""));
        text.push_str(heads.trim_end());
        text.push('\n');
        for row in self.rows.values() {
            let cell =
                |answers: &[String]| answers.iter().map(|a| format!("{a:<4}")).collect::<String>();
            let line = format!(
                "{:<78} {:<4}| {}| {}",
                format!("{:<4} {} ({})", row.method, row.pattern, row.scene),
                row.answers[0],
                cell(&row.answers[1..=ROLES.len()]),
                cell(&row.answers[1 + ROLES.len()..]),
            );
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// The world in which everybody has just signed in.
struct Start {
    world: World,
    people: BTreeMap<&'static str, Person>,
    visitor: Person,
    /// Examples that stand on pages, by scene and noun.
    found: BTreeMap<(usize, String), String>,
}

impl Start {
    fn new() -> Start {
        let world = World::demo(Kind::Sqlite);
        let mut visitor = world.visitor();
        let page = visitor.get("/sign-in").is(200);
        let emails = SCENES.iter().flat_map(|scene| scene.cast()).flatten();
        let signed_in = |email| {
            let mut person = world.person(email);
            // The first page after signing in has the token for forms.
            person.get("/").is(200);
            (email, person)
        };
        let people = emails.map(signed_in).collect();
        let asset = page.attribute("link[rel=stylesheet]", "href");
        let asset = asset.trim_start_matches("/assets/").to_owned();
        let found = BTreeMap::from([((0, "assets".to_owned()), asset)]);
        let mut start = Start { world, people, visitor, found };
        start.ask_for_links();
        start.look();
        start
    }

    /// Somebody registers, forgets a password and is invited; the mails have the secrets. One more
    /// sign-in gives a session that can be ended.
    fn ask_for_links(&mut self) {
        let scene = SCENES[0];
        let lead = scene.own("lead");
        self.world.person(lead);
        self.visitor.post("/register", &NEWCOMER).redirects();
        self.visitor.post("/password-reset", &[("email", scene.own("member"))]).redirects();
        let members = scene.address("/organisations/{organisation}/members", &|_| None);
        let invitation = [("email", "gast@nieuw.example"), ("role", "writer")];
        let inviting = self.people.get_mut(lead).expect("a lead");
        inviting.post(&members.expect("an organisation"), &invitation).redirects();
        let parties = scene.address("/bids/{bid}/parties", &|_| None).expect("a bid");
        let party = [("name", "Gast"), ("email", "dorp@nieuw.example"), ("role", "partner")];
        inviting.post(&parties, &party).redirects();
        for mail in self.world.mails() {
            self.found.insert((0, "mail".to_owned()), mail.id);
            for noun in ["verification", "password-reset", "invitations", "party-invitations"] {
                if let Some(secret) = mail.body.lines().find_map(|line| after(noun, line)) {
                    self.found.insert((0, noun.to_owned()), secret);
                }
            }
        }
    }

    /// Finds the examples that stand on pages.
    fn look(&mut self) {
        for (s, scene) in SCENES.iter().enumerate() {
            for (noun, role, page) in LOOK {
                let known = |noun: &str| self.found.get(&(s, noun.to_owned())).cloned();
                let Ok(address) = scene.address(page, &known) else { continue };
                let page = self.people[scene.own(role)].also_at(&self.world.house).get(&address);
                if let Some(value) = page.addresses().iter().find_map(|a| after(noun, a)) {
                    self.found.insert((s, noun.to_owned()), value);
                }
            }
        }
    }
}

/// Everybody of every scene in a copy of the world.
struct Crew<'s> {
    start: &'s Start,
    world: World,
}

#[derive(Default)]
struct Seen {
    answers: Vec<String>,
    broken: Vec<String>,
    tokenless: Vec<String>,
    faults: Vec<String>,
}

impl<'s> Crew<'s> {
    fn new(start: &'s Start) -> Crew<'s> {
        Crew { start, world: start.world.copy() }
    }

    fn walk(&mut self, task: &Task) -> Seen {
        let mut seen = Seen::default();
        let scene: &Scene = SCENES[task.place.1];
        for who in scene.cast() {
            let page = self.ask(task, who);
            let name =
                format!("{} {} as {}", task.method, task.pattern, who.unwrap_or("a visitor"));
            let upload = page.status == 400 && UPLOADS.contains(&task.pattern);
            if !(upload || FINE.contains(&page.status)) {
                seen.broken.push(format!("{name}: {} {}", page.status, page.main_text()));
            }
            if page.is_html() {
                seen.faults.extend(html::faults(&page).into_iter().map(|f| format!("{name}: {f}")));
            }
            seen.answers.push(short(&page));
        }
        if task.method == "POST" {
            seen.tokenless = self.without_token(task, (scene, &seen.answers));
        }
        seen
    }

    fn ask(&mut self, task: &Task, who: Option<&'static str>) -> Page {
        let mut person = self.person(who);
        if task.method == "GET" {
            return person.get(&task.address);
        }
        let page = person.post(&task.address, &[]);
        if page.status < 400 && short(&page) != "in" {
            self.world = self.start.world.copy();
        }
        page
    }

    fn person(&self, who: Option<&'static str>) -> Person {
        let person = who.map_or(&self.start.visitor, |email| &self.start.people[email]);
        person.also_at(&self.world.house)
    }

    /// Whoever may not do it at all is told so; everybody else, that the token is missing.
    fn without_token(&self, task: &Task, (scene, answers): (&Scene, &[String])) -> Vec<String> {
        let mut read = vec![];
        for (who, allowed) in scene.cast().zip(answers).skip(1).step_by(5) {
            let page = self.person(who).post_raw(&task.address, &[]);
            // Nothing is there to read, or it is no form with files.
            let unread =
                page.status == 404 || (page.status == 400 && UPLOADS.contains(&task.pattern));
            let shut = ["403", "404"].contains(&allowed.as_str());
            if page.status != 403 && !unread && !shut {
                read.push(format!("{} without a token: {}", task.pattern, page.status));
            }
        }
        read
    }
}

/// These take a form with files only; another form is answered with 400.
const UPLOADS: [&str; 9] = [
    "/review/assignments/{assignment}/offline",
    "/bids/{bid}/inquiries/{inquiry}/files",
    "/bids/{bid}/attachments",
    "/bids/{bid}/uploads/{upload}",
    "/bids/{bid}/area/file",
    "/bids/{bid}/costs/import",
    "/organisations/{organisation}/profile/documents",
    "/lots/{lot}/bids/file",
    "/receipts",
];

/// What follows this word in an address.
fn after(noun: &str, address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts = path.split('/').skip_while(|part| *part != noun).skip(1);
    parts.next().filter(|part| [36, 64].contains(&part.len())).map(str::to_owned)
}

const FINE: [u16; 12] = [200, 204, 303, 403, 404, 409, 410, 412, 413, 415, 422, 429];

fn short(page: &Page) -> String {
    match page.location.as_deref() {
        Some(place) if place.starts_with("/sign-in") => "in".to_owned(),
        _ => page.status.to_string(),
    }
}
