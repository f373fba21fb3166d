//! Tables of rounds that announced votes.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::deliberation::{consensus, fallback};
use super::*;
use crate::domain::tables::TableRefusal::*;

const FIRST: [i64; 3] = [4, 6, 8];
const VOTERS: [&str; 3] = ["fatima", "peter", "sanne"];

fn votes() -> Meeting {
    Meeting { settling: Settling::Votes(Fallback::Median), ..Meeting::usual() }
}

fn voters() -> Vec<PersonId> {
    VOTERS.map(person).to_vec()
}

/// What happens at one item of a table with votes.
struct Talk {
    table: Table,
    key: ItemKey,
    first: Vec<Exact>,
}

impl Talk {
    fn new(first: &[i64]) -> Talk {
        let mut table = table();
        let key = key("A", "q1");
        table.reveal(&key, now()).unwrap();
        Talk { table, key, first: first.iter().map(|grade| x(*grade)).collect() }
    }

    fn item(&self) -> &Item {
        self.table.item(&self.key).unwrap()
    }

    fn outcome(&self) -> Outcome {
        let scale = scale();
        let settling = votes().settling;
        let basis = Basis { scale: &scale, first: &self.first, settling };
        self.item().talk.outcome(&basis, Fallback::Median)
    }

    fn ask(&mut self) -> Result<(), TableRefusal> {
        let scale = scale();
        let basis = Basis { scale: &scale, first: &self.first, settling: votes().settling };
        self.table.ask_vote(&self.key, &basis, later(1))
    }

    fn cast(&mut self, name: &str, grade: i64, reason: &str) -> Result<(), TableRefusal> {
        let scale = scale();
        let basis = Basis { scale: &scale, first: &self.first, settling: votes().settling };
        let ballot =
            Ballot { person: person(name), grade: x(grade), reason: reason.into(), at: later(2) };
        self.table.cast(&self.key, ballot, (&voters(), &basis))
    }

    fn vote(&mut self, grades: [i64; 3]) {
        self.ask().unwrap();
        for (name, grade) in VOTERS.iter().zip(grades) {
            self.cast(name, grade, "Wij lazen de bijlage samen.").unwrap();
        }
    }

    fn decide(&mut self, grade: i64, minority: &str, how: How) -> Result<(), TableRefusal> {
        let scale = scale();
        let basis = Basis { scale: &scale, first: &self.first, settling: votes().settling };
        let said =
            Decision { minority: minority.into(), ..decision(&self.table, &self.key, grade) };
        match how {
            How::Fix => self.table.fix((&self.key, said), &basis, person("marijke"), later(3)),
            How::Propose => {
                self.table.propose((&self.key, said), &basis, person("marijke"), later(3))
            }
        }
    }

    fn say(&mut self, name: &str, says: Says) -> Result<(), TableRefusal> {
        let answer = Answer { person: person(name), says, at: later(4) };
        self.table.answer(&self.key, answer, &voters())
    }
}

#[derive(Clone, Copy)]
enum How {
    Fix,
    Propose,
}

fn no() -> Says {
    Says::No("De reden mist de bijlage.".into())
}

#[test]
fn a_vote_a_proposal_and_three_times_yes_make_a_grade() {
    let mut talk = Talk::new(&FIRST);
    assert_eq!(talk.outcome(), Outcome::Open);
    assert_eq!(talk.decide(6, "", How::Fix), Err(VoteFirst));
    assert_eq!(talk.decide(6, "", How::Propose), Err(VoteFirst));
    assert_eq!(talk.cast("fatima", 6, ""), Err(NoVoteOpen));
    talk.ask().unwrap();
    assert_eq!(talk.ask(), Err(VoteOpen));
    talk.cast("fatima", 6, "").unwrap();
    talk.cast("peter", 8, "").unwrap();
    // A second tab, or another thought: the last ballot counts.
    talk.cast("peter", 6, "").unwrap();
    assert_eq!(talk.outcome(), Outcome::Voting);
    talk.cast("sanne", 8, "").unwrap();
    assert_eq!(talk.outcome(), Outcome::Consensus(x(6)));
    assert_eq!(talk.cast("sanne", 6, ""), Err(NoVoteOpen));
    assert_eq!(talk.decide(8, "", How::Propose), Err(VoteFirst), "the majority gave a 6");
    talk.decide(6, "", How::Propose).unwrap();
    assert_eq!(talk.decide(6, "", How::Propose), Err(ProposalOpen));
    talk.say("fatima", Says::Yes).unwrap();
    talk.say("fatima", Says::Yes).unwrap();
    assert_eq!(talk.say("fatima", no()), Err(AlreadyAnswered));
    talk.say("peter", Says::Yes).unwrap();
    assert!(!talk.item().is_fixed());
    talk.say("sanne", Says::Yes).unwrap();
    let consensus = talk.item().consensus().unwrap();
    assert_eq!((consensus.grade.clone(), &consensus.way), (x(6), &Way::Agreed));
    assert_eq!(talk.table.current, None);
    assert_eq!(talk.ask(), Err(AlreadyFixed));
}

#[test]
fn a_vote_outside_the_first_grades_says_why() {
    let mut talk = Talk::new(&FIRST);
    talk.ask().unwrap();
    assert_eq!(talk.cast("fatima", 10, ""), Err(NoBallotReason));
    assert_eq!(talk.cast("fatima", 10, "Tja."), Err(NoBallotReason));
    assert_eq!(talk.cast("fatima", 7, ""), Err(NotOnScale));
    assert_eq!(talk.cast("daan", 6, ""), Err(NoVoter), "a secretary does not vote");
    talk.cast("fatima", 10, "Wij lazen de bijlage samen.").unwrap();
    talk.cast("peter", 8, "Dit staat er niet bij.").unwrap();
    let vote = talk.item().talk.open_vote().unwrap();
    let reasons: Vec<&str> = vote.ballots.iter().map(|b| b.reason.as_str()).collect();
    assert_eq!(reasons, ["Wij lazen de bijlage samen.", ""], "only where it is asked");
}

#[test]
fn two_votes_without_consensus_lead_to_what_was_announced() {
    let mut talk = Talk::new(&[0, 4, 10]);
    talk.vote([2, 6, 10]);
    assert_eq!(talk.outcome(), Outcome::Open);
    talk.vote([2, 4, 10]);
    assert_eq!(talk.outcome(), Outcome::Fallback(x(4)));
    assert_eq!(talk.ask(), Err(NoMoreVotes));
    assert_eq!(talk.decide(6, "Eén vindt het beter.", How::Fix), Err(VoteFirst));
    assert_eq!(talk.decide(4, "", How::Fix), Err(NoMinority));
    talk.decide(4, "Eén leest de bijlage anders.", How::Fix).unwrap();
    let way = Way::Fallback { minority: "Eén leest de bijlage anders.".into() };
    assert_eq!(talk.item().consensus().unwrap().way, way);
}

#[test]
fn a_no_sends_the_table_back_to_talk_and_after_the_last_vote_to_the_way_out() {
    let mut talk = Talk::new(&FIRST);
    talk.vote([6, 6, 8]);
    talk.decide(6, "", How::Propose).unwrap();
    assert_eq!(talk.ask(), Err(ProposalOpen));
    assert_eq!(talk.say("daan", Says::Yes), Err(NoVoter));
    assert_eq!(talk.say("peter", Says::No("Nee.".into())), Err(NoReason));
    talk.say("peter", no()).unwrap();
    talk.say("fatima", Says::Yes).unwrap();
    talk.say("sanne", Says::Yes).unwrap();
    assert!(!talk.item().is_fixed());
    assert_eq!(talk.outcome(), Outcome::Open);
    talk.vote([6, 6, 6]);
    talk.decide(6, "", How::Propose).unwrap();
    talk.say("peter", no()).unwrap();
    assert_eq!(talk.outcome(), Outcome::Fallback(x(6)));
}

#[test]
fn what_everybody_gave_alone_needs_no_vote() {
    let mut talk = Talk::new(&[8, 8, 8]);
    assert_eq!(talk.outcome(), Outcome::Consensus(x(8)));
    assert_eq!(talk.decide(6, "", How::Fix), Err(VoteFirst));
    talk.decide(8, "", How::Fix).unwrap();
    assert_eq!(talk.item().consensus().unwrap().way, Way::Chair);
}

#[test]
fn the_chair_ends_a_vote_that_most_took_part_in() {
    let mut talk = Talk::new(&FIRST);
    talk.ask().unwrap();
    talk.cast("fatima", 6, "").unwrap();
    assert_eq!(talk.table.close_vote(&talk.key, &voters(), later(5)), Err(TooFewBallots));
    talk.cast("peter", 6, "").unwrap();
    talk.table.close_vote(&talk.key, &voters(), later(5)).unwrap();
    assert_eq!(talk.outcome(), Outcome::Consensus(x(6)));
    assert_eq!(talk.table.close_vote(&talk.key, &voters(), later(5)), Err(NoVoteOpen));
}

#[test]
fn without_announced_votes_the_chair_writes_the_grade() {
    let mut talk = Talk::new(&FIRST);
    let scale = scale();
    let first = talk.first.clone();
    let basis = Basis { scale: &scale, first: &first, settling: Settling::Chair };
    assert_eq!(talk.table.ask_vote(&talk.key, &basis, now()), Err(NoVotes));
    let said = decision(&talk.table, &talk.key, 6);
    assert_eq!(
        talk.table.propose((&talk.key, said), &basis, person("marijke"), now()),
        Err(NoVotes)
    );
}

#[test]
fn who_may_not_hear_of_a_bid_does_not_vote_on_it() {
    let table = table();
    let here = BTreeSet::from([person("fatima"), person("sanne")]);
    assert_eq!(table.voters(&BTreeSet::new()).into_iter().collect::<BTreeSet<_>>(), here);
    let barred = BTreeSet::from([person("fatima"), person("daan")]);
    assert_eq!(table.voters(&barred), [person("sanne")]);
}

#[test]
fn all_criteria_are_compared_before_people_sign() {
    let mut table = table();
    assert_eq!(table.compare("q1"), Err(ItemsOpen));
    assert_eq!(table.compare("q9"), Err(UnknownItem));
    let mut table = settled();
    assert_eq!(table.fix_quality(&votes(), later(1)), Err(NotCompared));
    table.compare("q1").unwrap();
    table.compare("q2").unwrap();
    table.reopen(&key("A", "q1"), "Dit bleek anders te zijn.").unwrap();
    settle(&mut table, &key("A", "q1"), 8).unwrap();
    assert_eq!(table.fix_quality(&votes(), later(3)), Err(NotCompared), "q1 changed since");
    table.compare("q1").unwrap();
    table.fix_quality(&votes(), later(3)).unwrap();
}

#[test]
fn extremes_speak_first_and_everybody_once() {
    let item = key("A", "q1");
    let first = |name: &str, grade| FirstGrade {
        assessor: person(name),
        item: item.clone(),
        grade: x(grade),
        reason: String::new(),
    };
    let all = [first("a", 6), first("b", 4), first("c", 6), first("d", 8)];
    let order = speaking_order(TableId::named("t"), &item, &all);
    let extremes = BTreeSet::from([person("b"), person("d")]);
    assert_eq!(order[..2].iter().copied().collect::<BTreeSet<_>>(), extremes);
    assert_eq!(order.iter().copied().collect::<BTreeSet<_>>().len(), 4);
    assert_eq!(order, speaking_order(TableId::named("t"), &item, &all), "on every screen the same");
    assert!(rapporteur(TableId::named("t"), &item, &all).is_some());
    assert_eq!(rapporteur(TableId::named("t"), &key("B", "q1"), &all), None);
}

fn grades() -> impl Strategy<Value = Vec<Exact>> {
    prop::collection::vec(prop::sample::select(vec![0, 2, 4, 6, 8, 10]), 1..10)
        .prop_map(|all| all.into_iter().map(x).collect())
}

proptest! {
    #[test]
    fn a_consensus_is_what_most_gave_and_nobody_is_far_from_it(grades in grades()) {
        if let Some(grade) = consensus(&grades, &scale()) {
            let same = grades.iter().filter(|one| **one == grade).count();
            prop_assert!(same * 2 > grades.len());
            prop_assert!(grades.iter().all(|one| (one - &grade).abs() <= x(2)));
        } else {
            let far = grades.iter().max().unwrap() - grades.iter().min().unwrap() > x(2);
            let most = scale().grades.iter().any(|grade| {
                grades.iter().filter(|one| **one == grade.value).count() * 2 > grades.len()
            });
            prop_assert!(far || !most);
        }
    }

    #[test]
    fn the_way_out_is_a_grade_of_the_scale_between_the_votes(grades in grades()) {
        for rule in [Fallback::Median, Fallback::Mean] {
            let grade = fallback(&grades, &scale(), rule).unwrap();
            prop_assert!(scale().has(&grade));
            prop_assert!(grades.iter().min().unwrap() <= &grade);
            prop_assert!(&grade <= grades.iter().max().unwrap());
        }
        // The median is somebody's own grade.
        prop_assert!(grades.contains(&fallback(&grades, &scale(), Fallback::Median).unwrap()));
        prop_assert_eq!(fallback(&[], &scale(), Fallback::Median), None);
        prop_assert_eq!(fallback(&[], &scale(), Fallback::Mean), None);
    }

    #[test]
    fn one_more_vote_for_a_grade_never_takes_its_consensus_away(grades in grades()) {
        if let Some(grade) = consensus(&grades, &scale()) {
            let mut more = grades.clone();
            more.push(grade.clone());
            prop_assert_eq!(consensus(&more, &scale()), Some(grade));
        }
    }
}
