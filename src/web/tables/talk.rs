//! The talk about one item where the round announced votes: who speaks, the secret votes, and the
//! proposal that everybody answers.

use jiff::Timestamp;
use serde::Serialize;

use super::board::Door;
use super::item_view::{Decide, TypedDecision};
use super::sight::{Sight, Words};
use crate::domain::ids::PersonId;
use crate::domain::scoring::Exact;
use crate::domain::tables::{
    Basis, Fallback, Item, ItemState, MOST_VOTES, Outcome, Proposal, Says, Settling, Vote,
    grades_of, rapporteur, speaking_order,
};
use crate::rendering::Arg;
use crate::web::urls;

#[derive(Serialize)]
pub struct Talk {
    pub turns: Option<Turns>,
    pub clock: Option<Clock>,
    pub votes: Vec<VoteView>,
    /// The vote that goes on, for who votes in it.
    pub ballot: Option<BallotForm>,
    /// What the chair can press.
    pub ask: Option<Door>,
    pub close: Option<Door>,
    pub proposal: Option<ProposalView>,
    pub answer: Option<AnswerForm>,
    pub take_back: Option<Door>,
    /// What happens now, for who has nothing to press.
    pub now: String,
}

#[derive(Serialize)]
pub struct Turns {
    pub reads: String,
    pub speaks: Vec<String>,
    /// Which of them I am.
    pub mine: Option<String>,
}

/// The time that was meant for the item. Nobody is cut off.
#[derive(Serialize)]
pub struct Clock {
    pub since: Timestamp,
    pub minutes: u16,
}

#[derive(Serialize)]
pub struct VoteView {
    pub title: String,
    /// While it goes on: how many voted. No name, no grade.
    pub progress: Option<String>,
    pub grades: Vec<GradeCount>,
    pub reasons: Vec<String>,
}

#[derive(Serialize)]
pub struct GradeCount {
    pub grade: String,
    pub count: usize,
}

#[derive(Serialize)]
pub struct BallotForm {
    pub id: String,
    pub href: String,
    pub values: Vec<String>,
    pub grade: Option<String>,
    pub reason: String,
    /// I voted already; this is what.
    pub cast: Option<String>,
}

#[derive(Serialize)]
pub struct ProposalView {
    pub grade: String,
    pub label: String,
    pub reason: String,
    pub outside: Option<String>,
    pub by: String,
    pub progress: String,
    /// Why somebody said no.
    pub refusals: Vec<String>,
}

#[derive(Serialize)]
pub struct AnswerForm {
    pub id: String,
    pub href: String,
    pub why_not: String,
    /// The form came back.
    pub open: bool,
}

/// None where the round announced no votes, nothing is shown yet, or I may not hear of the bid.
pub fn talk(
    sight: &Sight,
    words: Words<'_>,
    (item, typed): (&Item, &TypedDecision),
) -> Option<Talk> {
    let Settling::Votes(rule) = sight.round.definition.meeting.settling else { return None };
    let hidden = sight.barred.contains(&item.key.bid) || item.revealed_at().is_none();
    if hidden {
        return None;
    }
    let desk = Desk::new(sight, words, (item, rule))?;
    let votes = item.talk.votes.iter().enumerate();
    Some(Talk {
        turns: desk.talks().then(|| desk.turns()).flatten(),
        clock: desk.clock(),
        votes: votes.map(|(place, vote)| desk.vote(place, vote)).collect(),
        ballot: desk.ballot(typed),
        ask: desk.chair("votes", "talk-ask").filter(|_| desk.may_ask()),
        close: desk
            .chair("votes/closing", "talk-close")
            .filter(|_| desk.outcome == Outcome::Voting),
        proposal: item.talk.proposal.as_ref().filter(|_| desk.open).map(|p| desk.proposal(p)),
        answer: desk.answer(typed),
        take_back: desk
            .chair("proposal/withdrawal", "talk-take-back")
            .filter(|_| desk.outcome == Outcome::Answering),
        now: words.say(desk.now(), &[]),
    })
}

/// What the chair can write down now where votes were announced; none: first something else.
pub fn decide(
    sight: &Sight,
    words: Words<'_>,
    (item, typed): (&Item, &TypedDecision),
    rule: Fallback,
) -> Option<Decide> {
    let desk = Desk::new(sight, words, (item, rule))?;
    let alone = item.talk.votes.is_empty();
    let (grade, act, key) = match &desk.outcome {
        Outcome::Consensus(grade) if alone => (grade, "score", "item-fix"),
        Outcome::Consensus(grade) => (grade, "proposal", "talk-propose"),
        Outcome::Fallback(grade) => (grade, "score", "item-fix"),
        Outcome::Open | Outcome::Voting | Outcome::Answering => return None,
    };
    let fallback = matches!(desk.outcome, Outcome::Fallback(_));
    let shown = words.number(grade);
    let why = match (fallback, alone) {
        (true, _) => format!("talk-fallback-{}", rule.as_str()),
        (false, true) => "item-agreed".to_owned(),
        (false, false) => "talk-consensus".to_owned(),
    };
    Some(Decide {
        id: format!("decide-{}", sight.name_of(&item.key)),
        href: sight.act(item, act),
        later: sight.act(item, "postponement"),
        version: item.version,
        values: vec![grade.plain()],
        grade: Some(grade.plain()),
        asks_outside: desk.basis().is_outside(grade),
        agreed: Some(words.say(&why, &[("grade", shown.into())])),
        compares: crate::domain::review::reasons::compares(&typed.reason),
        reason: typed.reason.clone(),
        outside: typed.outside.clone(),
        minority: fallback.then(|| typed.minority.clone()),
        button: words.say(key, &[]),
    })
}

struct Desk<'a> {
    sight: &'a Sight,
    words: Words<'a>,
    item: &'a Item,
    scale: &'a crate::domain::scoring::Scale,
    first: Vec<Exact>,
    outcome: Outcome,
    /// Shown, not settled, not put off.
    open: bool,
    voters: Vec<PersonId>,
}

impl<'a> Desk<'a> {
    fn new(
        sight: &'a Sight,
        words: Words<'a>,
        (item, rule): (&'a Item, Fallback),
    ) -> Option<Desk<'a>> {
        let scale = &sight.scheme.criterion(&item.key.criterion)?.scale;
        let first = grades_of(&sight.first, &item.key);
        let settling = Settling::Votes(rule);
        let outcome = item.talk.outcome(&Basis { scale, first: &first, settling }, rule);
        let open = matches!(item.state, ItemState::Revealed { .. }) && sight.is_discussing();
        let barred = sight.kept_out.get(&item.key.bid).cloned().unwrap_or_default();
        let voters = sight.table.voters(&barred);
        Some(Desk { sight, words, item, scale, first, outcome, open, voters })
    }

    /// Who speaks when no longer matters once people vote or answer.
    fn talks(&self) -> bool {
        self.open && self.outcome == Outcome::Open
    }

    fn basis(&self) -> Basis<'_> {
        let settling = self.sight.round.definition.meeting.settling;
        Basis { scale: self.scale, first: &self.first, settling }
    }

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say(key, args)
    }

    fn number(&self, person: PersonId) -> String {
        let number = self.sight.number_of(person);
        self.say("assessor-number", &[("number", number.into())])
    }

    fn turns(&self) -> Option<Turns> {
        let (table, key, first) = (self.sight.table.id, &self.item.key, &self.sight.first);
        let order = speaking_order(table, key, first);
        let mine = order.contains(&self.sight.me).then(|| self.number(self.sight.me));
        Some(Turns {
            reads: self.number(rapporteur(table, key, first)?),
            speaks: order.into_iter().map(|person| self.number(person)).collect(),
            mine: mine.filter(|_| !self.sight.on_wall),
        })
    }

    fn clock(&self) -> Option<Clock> {
        let minutes = self.sight.round.definition.meeting.minutes;
        let current = self.sight.table.current.as_ref() == Some(&self.item.key);
        let since = self.item.revealed_at().filter(|_| self.open && current)?;
        Some(Clock { since, minutes })
    }

    fn vote(&self, place: usize, vote: &Vote) -> VoteView {
        let progress = vote.is_open().then(|| {
            let args = [
                ("count", vote.ballots.len().into()),
                ("total", self.voters.len().max(vote.ballots.len()).into()),
            ];
            self.say("talk-progress", &args)
        });
        let cast: &[_] = if vote.is_open() { &[] } else { &vote.ballots };
        let mut grades: Vec<GradeCount> = vec![];
        for grade in vote.grades().iter().filter(|_| !vote.is_open()) {
            let grade = self.words.number(grade);
            match grades.last_mut().filter(|last| last.grade == grade) {
                Some(last) => last.count += 1,
                None => grades.push(GradeCount { grade, count: 1 }),
            }
        }
        let reason = |b: &&crate::domain::tables::Ballot| !b.reason.is_empty();
        VoteView {
            title: self.say("talk-vote", &[("number", (place + 1).into())]),
            progress,
            grades,
            reasons: cast.iter().filter(reason).map(|ballot| ballot.reason.clone()).collect(),
        }
    }

    /// I vote here, and nothing about the wall can be pressed.
    fn votes(&self) -> bool {
        self.open && !self.sight.on_wall && self.voters.contains(&self.sight.me)
    }

    fn ballot(&self, typed: &TypedDecision) -> Option<BallotForm> {
        let vote = self.item.talk.open_vote().filter(|_| self.votes())?;
        let mine = vote.of(self.sight.me);
        let grades = self.sight.scheme.grades_of(&self.item.key.criterion);
        let mut values: Vec<String> = grades.iter().map(|grade| grade.value.plain()).collect();
        values.reverse();
        let again = Some(typed.vote.clone()).filter(|grade| !grade.is_empty());
        let reason = match typed.vote_reason.is_empty() {
            true => mine.map(|ballot| ballot.reason.clone()).unwrap_or_default(),
            false => typed.vote_reason.clone(),
        };
        let said = |grade: String| self.say("talk-cast", &[("grade", grade.into())]);
        Some(BallotForm {
            id: format!("ballot-{}", self.sight.name_of(&self.item.key)),
            href: self.sight.act(self.item, "votes/ballot"),
            values,
            grade: again.or_else(|| mine.map(|ballot| ballot.grade.plain())),
            reason,
            cast: mine.map(|ballot| said(self.words.number(&ballot.grade))),
        })
    }

    fn may_ask(&self) -> bool {
        self.outcome == Outcome::Open && self.item.talk.votes.len() < MOST_VOTES
    }

    fn chair(&self, act: &str, key: &str) -> Option<Door> {
        let may = self.open && self.sight.runs() && !self.sight.on_wall;
        may.then(|| Door { href: self.sight.act(self.item, act), text: self.say(key, &[]) })
    }

    fn proposal(&self, proposal: &Proposal) -> ProposalView {
        let grade = self.scale.grade(&proposal.grade);
        let yes = proposal.answers.iter().filter(|answer| answer.says == Says::Yes).count();
        let no = |answer: &crate::domain::tables::Answer| match &answer.says {
            Says::Yes => None,
            Says::No(why) => Some(why.clone()),
        };
        let args = [("count", yes.into()), ("total", self.voters.len().into())];
        ProposalView {
            grade: self.words.number(&proposal.grade),
            label: grade.map(|grade| grade.label.clone()).unwrap_or_default(),
            reason: proposal.reason.clone(),
            outside: Some(proposal.outside.clone()).filter(|why| !why.is_empty()),
            by: self.sight.name(proposal.by).to_owned(),
            progress: self.say("talk-yes", &args),
            refusals: proposal.answers.iter().filter_map(no).collect(),
        }
    }

    fn answer(&self, typed: &TypedDecision) -> Option<AnswerForm> {
        let proposal = self.item.talk.proposal.as_ref().filter(|_| self.votes())?;
        let asked = self.outcome == Outcome::Answering;
        (asked && proposal.answer_of(self.sight.me).is_none()).then(|| AnswerForm {
            id: format!("answer-{}", self.sight.name_of(&self.item.key)),
            href: self.sight.act(self.item, "proposal/answer"),
            why_not: typed.why_not.clone(),
            open: typed.errors.iter().any(|error| error.field == "why_not"),
        })
    }

    fn now(&self) -> &'static str {
        match &self.outcome {
            _ if !self.open => "talk-now-over",
            Outcome::Open => "talk-now-open",
            Outcome::Voting => "talk-now-voting",
            Outcome::Consensus(_) => "talk-now-consensus",
            Outcome::Answering => "talk-now-answering",
            Outcome::Fallback(_) => "talk-now-fallback",
        }
    }
}

impl Sight {
    /// Address of an act on one item.
    pub fn act(&self, item: &Item, act: &str) -> String {
        urls::table_part(self.table.id, &format!("items/{}/{act}", self.name_of(&item.key)))
    }
}
