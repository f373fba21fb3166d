//! A table of a round that announced votes: a secret vote, a proposal, yes or no, and the way out.

use super::{CHAIR, LEAD, reveal, sit};
use crate::databases::{Kind, on_both};
use crate::html;
use crate::world::{Page, Person, World, id_of};

/// The large round announced votes: two bids, and assessors who scored all of it.
struct Meeting {
    world: World,
    table: String,
    chair: Person,
    assessors: Vec<Person>,
}

/// Addresses of so many assessors of the large round.
pub fn emails(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("beoordelaar{n}@waldervoort.example")).collect()
}

/// The table of the large round with so many assessors, all of whom locked their scores.
pub fn opened(world: &World, assessors: usize) -> String {
    world.house.load_large(2, u32::try_from(assessors).expect("a few"));
    emails(assessors).iter().for_each(|email| lock(&mut world.person(email)));
    let mut lead = world.person(LEAD);
    let manage = format!("/manage/rounds/{}/tables", id_of("round", "large"));
    let fields = [("lot", id_of("lot", "large-1")), ("chair", id_of("person", "marijke"))];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    lead.get(&manage).is(200);
    lead.post(&manage, &fields).redirects_to(&manage);
    let addresses = lead.get(&manage).is(200).addresses();
    addresses.into_iter().find(|a| a.starts_with("/tables/")).expect("a table")
}

fn meeting(kind: Kind) -> Meeting {
    let world = World::demo(kind);
    let table = opened(&world, 3);
    let mut assessors: Vec<Person> = emails(3).iter().map(|email| world.person(email)).collect();
    let mut chair = world.person(CHAIR);
    sit(&mut chair, &table);
    assessors.iter_mut().for_each(|one| sit(one, &table));
    Meeting { world, table, chair, assessors }
}

/// Locks all scores of somebody who gave them.
fn lock(assessor: &mut Person) {
    let desk = assessor.get("/review").is(200).addresses();
    let sheet = desk.iter().find(|a| a.starts_with("/review/assignments/")).expect("a sheet");
    let sheet: String = sheet.split('/').take(4).collect::<Vec<_>>().join("/");
    assessor.get(&format!("{sheet}/lock")).is(200);
    assessor.post(&format!("{sheet}/lock"), &[]).redirects();
}

impl Meeting {
    fn act(&self, item: &str, act: &str) -> String {
        format!("{}/items/{item}/{act}", self.table)
    }

    fn run(&mut self, item: &str, act: &str) -> Page {
        let address = self.act(item, act);
        self.chair.get(&self.table).is(200);
        self.chair.post(&address, &[])
    }

    fn vote(&mut self, who: usize, item: &str, (grade, reason): (&str, &str)) -> Page {
        let address = self.act(item, "votes/ballot");
        self.assessors[who].get(&self.table).is(200);
        self.assessors[who].post(&address, &[("vote", grade), ("vote_reason", reason)])
    }

    fn all_vote(&mut self, item: &str, grades: [&str; 3]) {
        self.run(item, "votes").redirects_to(&self.table);
        for (who, grade) in grades.into_iter().enumerate() {
            self.vote(who, item, (grade, "Wij lazen de bijlage samen.")).redirects_to(&self.table);
        }
    }

    fn decide(&mut self, item: &str, (act, grade, minority): (&str, &str, &str)) -> Page {
        let seen = self.chair.get(&format!("{}?item={item}", self.table)).is(200);
        let version = seen.value("version").unwrap_or_default();
        let address = self.act(item, act);
        let fields = [
            ("grade", grade),
            ("reason", "Het plan noemt eigen cijfers en een bijlage."),
            ("outside", "De bijlage bracht de tafel hier."),
            ("minority", minority),
            ("version", version.as_str()),
        ];
        self.chair.post(&address, &fields)
    }

    fn says(&mut self, who: usize, item: &str, fields: &[(&str, &str)]) -> Page {
        let address = self.act(item, "proposal/answer");
        self.assessors[who].get(&self.table).is(200);
        self.assessors[who].post(&address, fields)
    }

    fn text_for(&mut self, who: usize) -> String {
        self.assessors[who].get(&self.table).is(200).main_text()
    }
}

const ITEM: &str = "A.q1";
const YES: [(&str, &str); 1] = [("says", "yes")];

#[test]
fn nobody_sees_a_vote_before_all_are_in() {
    on_both(|kind| {
        let mut m = meeting(kind);
        reveal(&mut m.chair, &m.table, ITEM);
        let page = m.assessors[0].get(&m.table).is(200);
        assert!(page.main_text().contains("Volgorde van spreken"), "{page:?}");
        assert_eq!(html::faults(&page), Vec::<String>::new());
        m.decide(ITEM, ("score", "6", "")).is(409);
        m.decide(ITEM, ("proposal", "6", "")).is(409);
        m.vote(0, ITEM, ("6", "")).is(409);
        // Only the chair asks, and only assessors vote.
        let asks = m.act(ITEM, "votes");
        m.assessors[0].post(&asks, &[]).is(403);
        m.run(ITEM, "votes").redirects_to(&m.table);
        let ballot = m.act(ITEM, "votes/ballot");
        m.chair.post(&ballot, &[("vote", "6")]).is(403);
        m.run(ITEM, "votes/closing").is(409);
        m.vote(0, ITEM, ("10", "Wij lazen de bijlage samen.")).redirects_to(&m.table);
        let seen = m.text_for(1);
        assert!(seen.contains("1 van 3 hebben gestemd."), "{seen}");
        assert!(!seen.contains("Wij lazen de bijlage samen."), "{seen}");
        assert!(m.text_for(0).contains("U stemde een 10"));
        // From a second tab: the last one counts, and there is one ballot.
        m.vote(0, ITEM, ("8", "Wij lazen de bijlage samen.")).redirects_to(&m.table);
        m.vote(1, ITEM, ("8", "Wij lazen de bijlage samen.")).redirects_to(&m.table);
        assert!(m.text_for(2).contains("2 van 3 hebben gestemd."));
        m.vote(2, ITEM, ("8", "Wij lazen de bijlage samen.")).redirects_to(&m.table);
        let seen = m.text_for(1);
        assert!(seen.contains("Cijfer 8: 3 stemmen"), "{seen}");
        m.vote(2, ITEM, ("6", "")).is(409);
        let wall = m.world.person(LEAD).get(&format!("{}/screen", m.table)).is(200);
        assert!(wall.main_text().contains("Cijfer 8: 3 stemmen"), "{wall:?}");
        m.world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn a_vote_that_says_too_little_comes_back_as_it_was_typed() {
    on_both(|kind| {
        let mut m = meeting(kind);
        reveal(&mut m.chair, &m.table, ITEM);
        m.run(ITEM, "votes").redirects_to(&m.table);
        let page = m.vote(0, ITEM, ("0", "Tja."));
        let page = page.is(422);
        assert_eq!(page.value("vote_reason").as_deref(), Some("Tja."));
        assert_eq!(html::faults(&page), Vec::<String>::new());
        m.vote(0, ITEM, ("", "")).is(422);
        m.vote(0, ITEM, ("7", "")).is(422);
        m.vote(0, "Z.q1", ("8", "")).is(404);
        m.vote(0, "B.q1", ("8", "")).is(409);
    });
}

#[test]
fn a_proposal_stands_when_everybody_says_yes() {
    on_both(|kind| {
        let mut m = meeting(kind);
        reveal(&mut m.chair, &m.table, ITEM);
        m.all_vote(ITEM, ["8", "8", "6"]);
        m.decide(ITEM, ("proposal", "6", "")).is(409);
        m.decide(ITEM, ("proposal", "8", "")).redirects_to(&m.table);
        m.run(ITEM, "votes").is(409);
        m.run(ITEM, "proposal/withdrawal").redirects_to(&m.table);
        m.says(0, ITEM, &YES).is(409);
        m.decide(ITEM, ("proposal", "8", "")).redirects_to(&m.table);
        m.says(0, ITEM, &[("says", "maybe")]).is(409);
        m.says(0, ITEM, &YES).redirects_to(&m.table);
        m.says(0, ITEM, &YES).redirects_to(&m.table);
        m.says(0, ITEM, &[("says", "no"), ("why_not", "De reden mist de bijlage.")]).is(409);
        m.says(1, ITEM, &YES).redirects_to(&m.table);
        m.says(2, ITEM, &YES).redirects_to(&m.table);
        let text = m.assessors[0].get(&format!("{}?item={ITEM}", m.table)).is(200).main_text();
        assert!(text.contains("Iedere beoordelaar die erbij was, zei ja."), "{text}");
        m.says(2, ITEM, &YES).is(409);
    });
}

#[test]
fn no_agreement_after_two_votes_leads_to_what_was_announced() {
    on_both(|kind| {
        let mut m = meeting(kind);
        reveal(&mut m.chair, &m.table, ITEM);
        m.all_vote(ITEM, ["8", "8", "8"]);
        m.decide(ITEM, ("proposal", "8", "")).redirects_to(&m.table);
        m.says(0, ITEM, &[("says", "no"), ("why_not", "")]).is(422);
        let no = [("says", "no"), ("why_not", "De reden mist de bijlage.")];
        m.says(0, ITEM, &no).redirects_to(&m.table);
        assert!(m.text_for(1).contains("De reden mist de bijlage."));
        m.all_vote(ITEM, ["2", "6", "10"]);
        m.run(ITEM, "votes").is(409);
        m.decide(ITEM, ("score", "10", "Eén leest het anders.")).is(409);
        m.decide(ITEM, ("score", "6", "")).is(422);
        m.decide(ITEM, ("score", "6", "Eén leest het anders.")).redirects_to(&m.table);
        let minutes = m.chair.get(&format!("{}/minutes", m.table)).is(200).main_text();
        for told in [
            "Eerste stemming: 8; 8; 8.",
            "Tweede stemming: 2; 6; 10.",
            "De minderheid vindt: Eén leest het anders.",
        ] {
            assert!(minutes.contains(told), "{told} in {minutes}");
        }
        let pdf = m.chair.bytes_of(&format!("{}/minutes.pdf", m.table));
        assert!(pdf.starts_with(b"%PDF"));
    });
}

#[test]
fn questions_are_compared_across_bids_before_people_sign() {
    on_both(|kind| {
        let mut m = meeting(kind);
        let page = format!("{}/comparison", m.table);
        m.chair.get(&page).is(200);
        let confirm = |code: &str| format!("{page}/{code}");
        m.chair.post(&confirm("q1"), &[]).is(409);
        for code in ["q1", "q2", "q3", "q4"] {
            for bid in ["A", "B"] {
                let item = format!("{bid}.{code}");
                reveal(&mut m.chair, &m.table, &item);
                m.all_vote(&item, ["8", "8", "8"]);
                m.decide(&item, ("proposal", "8", "")).redirects_to(&m.table);
                for who in 0..3 {
                    m.says(who, &item, &YES).redirects_to(&m.table);
                }
            }
        }
        let quality = format!("{}/quality", m.table);
        m.chair.post(&quality, &[]).is(409);
        let shown = m.chair.get(&page).is(200);
        assert_eq!(html::faults(&shown), Vec::<String>::new());
        assert_eq!(shown.texts_of("tbody tr").len(), 8, "{shown:?}");
        m.assessors[0].post(&confirm("q1"), &[]).is(403);
        m.chair.post(&confirm("q9"), &[]).is(409);
        for code in ["q1", "q2", "q3", "q4"] {
            m.chair.post(&confirm(code), &[]).redirects_to(&page);
        }
        m.chair.post(&quality, &[]).redirects_to(&format!("{}/signature", m.table));
    });
}
