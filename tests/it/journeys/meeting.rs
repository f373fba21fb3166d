//! A table of a round that announced votes: chair, secretary, six assessors and the wall, each at
//! a screen of their own.

use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::tables::votes::{emails, opened};
use crate::tables::{ASSESSORS, CHAIR, KEYS, LEAD, settled_in, sign, sit};
use crate::world::{PASSWORD, Person, World};

const SECRETARY: &str = "daan@waldervoort.example";
const REASON: &str = "Het plan noemt eigen cijfers en een bijlage.";

/// Who sits at the table; people press, browsers look.
struct Room<'w> {
    world: &'w World,
    table: String,
    chair: Browser,
    secretary: Browser,
    wall: Browser,
    assessors: Vec<Browser>,
    /// The same assessors without a screen, for what is not looked at.
    hands: Vec<Person>,
}

impl<'w> Room<'w> {
    async fn enter(world: &'w World, assessors: usize) -> Room<'w> {
        let table = opened(world, assessors);
        let mut hands: Vec<Person> =
            emails(assessors).iter().map(|email| world.person(email)).collect();
        hands.iter_mut().for_each(|one| sit(one, &table));
        sit(&mut world.person(CHAIR), &table);
        let chair = world.browser_of(CHAIR).await;
        let secretary = world.browser_of(SECRETARY).await;
        let wall = world.browser_of(LEAD).await;
        let mut screens = vec![];
        for email in emails(assessors) {
            let browser = world.browser_of(&email).await;
            browser.visit(&table).await;
            screens.push(browser);
        }
        chair.visit(&table).await;
        secretary.visit(&table).await;
        wall.visit(&format!("{table}/screen")).await;
        Room { world, table, chair, secretary, wall, assessors: screens, hands }
    }

    /// The name of the item on the screen of the chair, `A.q1`.
    async fn item(&self) -> String {
        let script = "return document.querySelector('[id^=item-]')?.id.slice(5) ?? ''";
        self.chair.script(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    fn vote(&mut self, who: usize, item: &str, grade: &str) {
        let address = format!("{}/items/{item}/votes/ballot", self.table);
        self.hands[who].get(&self.table).is(200);
        let fields = [("vote", grade), ("vote_reason", "Wij lazen de bijlage samen.")];
        self.hands[who].post(&address, &fields).redirects();
    }

    fn say_yes(&mut self, who: usize, item: &str) {
        let address = format!("{}/items/{item}/proposal/answer", self.table);
        self.hands[who].get(&self.table).is(200);
        self.hands[who].post(&address, &[("says", "yes")]).redirects();
    }

    async fn propose(&self) {
        self.chair.wait_for_text("schrijft het voorstel op").await;
        self.chair.fill("Waarom dit cijfer?", REASON).await;
        self.chair.press("Doe dit voorstel").await;
        self.chair.wait_for_text("0 van").await;
    }

    /// One item from the first grades to the grade of the table, with everybody agreeing.
    async fn settle(&mut self) {
        let item = self.item().await;
        let title = self.chair.heading_of_item().await;
        self.chair.press("Toon de cijfers").await;
        self.chair.press("Vraag om een geheime stemming").await;
        self.chair.wait_for_text("Niemand ziet een stem").await;
        (0..self.hands.len()).for_each(|who| self.vote(who, &item, "8"));
        self.propose().await;
        (0..self.hands.len()).for_each(|who| self.say_yes(who, &item));
        let gone = async || self.chair.heading_of_item().await != title;
        assert!(self.chair.comes_true(gone).await, "{title} stays");
    }
}

#[test]
fn a_table_meets_for_two_hours() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let mut room = Room::enter(world, 6).await;
        // The code on the wall leads a seat to its table.
        room.wall.wait_for_text("Code van deze tafel:").await;
        room.wall.looks_right("meeting/wall").await;
        let code = "return document.body.innerText.match(/Code van deze tafel: (\\w{6})/)[1]";
        let code = room.wall.script(code, vec![]).await;
        let phone = &room.assessors[0];
        phone.visit("/tables").await;
        phone.fill("Code van de tafel", code.as_str().unwrap_or_default()).await;
        phone.press("Ga naar de tafel").await;
        assert_eq!(phone.path().await, room.table);

        first_item(&mut room).await;

        // The other items, then all bids side by side.
        for _ in 1..8 {
            room.settle().await;
        }
        room.chair.follow("Vergelijk per vraag").await;
        room.chair.wait_for_heading("Vergelijk de inschrijvingen").await;
        room.chair.looks_right("meeting/comparison").await;
        let questions = "return [...document.querySelectorAll('main h2')].map((h) => h.innerText)";
        let questions = room.chair.script(questions, vec![]).await;
        for name in questions.as_array().into_iter().flatten().filter_map(|name| name.as_str()) {
            let button = format!("De tafel heeft “{name}” vergeleken");
            room.chair.press(&button).await;
            room.chair.wait_until_gone(&button).await;
        }
        room.chair.visit(&room.table).await;
        room.chair.press("Stel alle cijfers vast").await;

        signed_minutes(&mut room).await;
        room.world.house.verify_journal().expect("the chain holds");
    });
}

/// The first item, with everything that people see.
async fn first_item(room: &mut Room<'_>) {
    let item = room.item().await;
    room.chair.press("Toon de cijfers").await;
    for browser in [&room.chair, &room.secretary, &room.wall, &room.assessors[5]] {
        browser.wait_for_text("Volgorde van spreken").await;
    }
    room.chair.looks_right("meeting/talk").await;
    room.chair.press("Vraag om een geheime stemming").await;
    for browser in &room.assessors {
        browser.wait_for_text("Uw stem").await;
    }
    room.assessors[0].looks_right("meeting/ballot").await;
    room.assessors[0].within("Uw stem").choose("8").await;
    room.assessors[0].press("Stem").await;
    room.assessors[0].wait_for_text("U stemde een 8").await;
    room.wall.wait_for_text("1 van 6 hebben gestemd.").await;
    assert!(!room.wall.text().await.contains("Cijfer 8:"), "a vote before all are in");
    (1..6).for_each(|who| room.vote(who, &item, if who < 5 { "8" } else { "6" }));
    for browser in [&room.chair, &room.secretary, &room.wall, &room.assessors[0]] {
        browser.wait_for_text("Cijfer 8: 5 stemmen").await;
    }
    room.wall.looks_right("meeting/wall-votes").await;
    can_be_read_from_four_metres(&room.wall).await;
    room.propose().await;
    room.assessors[0].wait_for_text(REASON).await;
    room.assessors[0].looks_right("meeting/answer").await;
    room.assessors[0].press("Ja, ik ben het eens").await;
    room.wall.wait_for_text("1 van 6 zeggen ja.").await;
    (1..6).for_each(|who| room.say_yes(who, &item));
    let next = async || room.item().await != item;
    assert!(room.chair.comes_true(next).await, "the table goes on");
}

/// On the projected picture no text is smaller than 24 pixels.
async fn can_be_read_from_four_metres(wall: &Browser) {
    let script = "return [...document.querySelectorAll('body *')].filter((e) => \
        [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) \
        && e.getClientRects().length && !e.closest('.visually-hidden') \
        && parseFloat(getComputedStyle(e).fontSize) < 24).map((e) => e.innerText)";
    let small = wall.script(script, vec![]).await;
    assert_eq!(small.as_array().map(Vec::as_slice), Some([].as_slice()), "too small to read");
}

/// The secretary adds a remark, everybody signs, and the minutes are there.
async fn signed_minutes(room: &mut Room<'_>) {
    room.secretary.visit(&format!("{}/minutes", room.table)).await;
    room.secretary.fill("Nieuwe opmerking", "Beoordelaar 4 kwam tien minuten later.").await;
    room.secretary.press("Voeg toe aan het verslag").await;
    room.secretary.wait_for_text("Beoordelaar 4 kwam tien minuten later.").await;
    let page = format!("{}/signature", room.table);
    for one in &mut room.hands {
        one.get(&page).is(200);
        one.post(&page, &[("read", "1")]).redirects();
    }
    let mut chair = room.world.person(CHAIR);
    chair.get(&page).is(200);
    chair.post(&page, &[("read", "1")]).redirects();
    room.secretary.reload().await;
    room.secretary.wait_for_text("Controlegetal van het verslag").await;
    room.secretary.looks_right("meeting/minutes").await;
}

#[test]
fn a_member_votes_outside_the_range() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let mut room = Room::enter(world, 3).await;
        let item = room.item().await;
        room.chair.press("Toon de cijfers").await;
        room.chair.press("Vraag om een geheime stemming").await;
        let member = &room.assessors[1];
        member.wait_for_text("Uw stem").await;
        member.within("Uw stem").choose("0").await;
        member.press("Stem").await;
        member.wait_for_text("De stemming loopt.").await;
        member.looks_right("meeting/outside").await;
        assert!(!member.text().await.contains("U stemde een 0"), "a vote without its reason");
        member.fill("Waarom dit cijfer?", "Het plan noemt geen enkel aantal.").await;
        member.within("Uw stem").choose("0").await;
        member.press("Stem").await;
        member.wait_for_text("U stemde een 0").await;
        room.vote(0, &item, "8");
        room.vote(2, &item, "8");
        for browser in [&room.chair, &room.wall, &room.assessors[0]] {
            browser.wait_for_text("Het plan noemt geen enkel aantal.").await;
        }
    });
}

#[test]
fn no_consensus_after_two_rounds() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let mut room = Room::enter(world, 3).await;
        let item = room.item().await;
        room.chair.press("Toon de cijfers").await;
        for _ in 0..2 {
            room.chair.press("Vraag om een geheime stemming").await;
            room.chair.wait_for_text("Niemand ziet een stem").await;
            for (who, grade) in ["2", "6", "10"].into_iter().enumerate() {
                room.vote(who, &item, grade);
            }
            room.chair.wait_until_gone("Niemand ziet een stem").await;
        }
        room.chair.wait_for_text("Afgesproken is dan het middelste cijfer: een 6.").await;
        room.chair.looks_right("meeting/fallback").await;
        room.chair.fill("Waarom dit cijfer?", REASON).await;
        room.chair.press("Stel het cijfer vast").await;
        room.chair.wait_for_text("Schrijf op wat de minderheid vindt, in een paar woorden.").await;
        room.chair.fill("Wat vindt de minderheid?", "Eén beoordelaar mist de avond.").await;
        room.chair.press("Stel het cijfer vast").await;
        let next = async || room.item().await != item;
        assert!(room.chair.comes_true(next).await, "the table goes on");
        room.secretary.visit(&format!("{}/minutes", room.table)).await;
        room.secretary.wait_for_text("De minderheid vindt: Eén beoordelaar mist de avond.").await;
        room.secretary.wait_for_text("Tweede stemming: 2; 6; 10.").await;
    });
}

#[test]
fn the_price_opens_after_the_last_signature() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let (table, mut chair) = settled_in(world);
        let page = format!("{table}/price");
        let holder = world.browser_of(KEYS[0]).await;
        holder.visit(&page).await;
        assert!(!holder.text().await.contains("Gebruik uw sleutel"), "nobody signed yet");
        holder.looks_right("meeting/price-shut").await;
        let mut last = world.person(ASSESSORS[0]);
        sign(&mut chair, &table);
        for email in &ASSESSORS[1..] {
            sign(&mut world.person(email), &table);
        }
        holder.visit(&page).await;
        assert!(!holder.text().await.contains("Gebruik uw sleutel"), "one signature is missing");
        sign(&mut last, &table);
        holder.visit(&page).await;
        holder.fill("Uw wachtwoord", PASSWORD).await;
        holder.press("Gebruik uw sleutel").await;
        let second = world.browser_of(KEYS[1]).await;
        second.visit(&page).await;
        second.fill("Uw wachtwoord", PASSWORD).await;
        second.press("Gebruik uw sleutel").await;
        second.visit(&format!("{table}/price")).await;
        second.looks_right("meeting/price-open").await;
        chair.get(&format!("{table}/ranking")).is(200);
        world.house.verify_journal().expect("the chain holds");
    });
}
