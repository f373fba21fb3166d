//! The page of a members' vote, with every answer ready.

use serde::Serialize;

use super::{Followed, SECTION, Shown};
use crate::domain::bids::answers::Form;
use crate::domain::bids::mandate::{
    MOST_ABOUT_WORDS, MOST_MINUTES_WORDS, Mandate, MemberList, Secrecy, Vote, VoteStage, WEAK_BELOW,
};
use crate::domain::ids::VoteId;
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::bids::desk::{Below, Pen, reader};
use crate::web::forms::Typed;
use crate::web::me::Me;
use crate::web::public::views::Reader;
use crate::web::{App, urls};

#[derive(Serialize)]
pub struct VotePage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    action: String,
    /// Who cannot write now is told why.
    why_not: Option<&'static str>,
    current: Option<Current>,
    form: Option<SetUpForm>,
    /// What was read, to look at once more before it is sent.
    pub preview: Option<Preview>,
    earlier: Vec<Earlier>,
}

/// The newest vote.
#[derive(Serialize)]
struct Current {
    vote: VoteId,
    status: &'static str,
    status_text: String,
    facts: Vec<Fact>,
    about: String,
    /// It runs, and this reader may end it.
    can_end: bool,
    can_remind: bool,
    reason: String,
    weak: bool,
    outcome: Option<Outcome>,
    stopped: Option<String>,
}

#[derive(Serialize)]
struct Outcome {
    text: String,
    kind: &'static str,
    facts: Vec<Fact>,
    choices: Vec<Fact>,
    can_record: bool,
    minutes: String,
    words: usize,
    most_words: usize,
    statement: String,
    /// The answers that the outcome would become.
    adoption: Vec<Fact>,
    can_adopt: bool,
}

#[derive(Serialize)]
struct Earlier {
    question: String,
    text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub term: String,
    pub text: String,
}

#[derive(Serialize)]
struct SetUpForm {
    vote: VoteId,
    question: String,
    about: String,
    words: usize,
    most_words: usize,
    secrecy: String,
    quorum_kind: String,
    quorum: String,
    opens_date: String,
    opens_time: String,
    closes_date: String,
    closes_time: String,
    members: String,
    until: String,
}

#[derive(Serialize)]
pub struct Preview {
    facts: Vec<Fact>,
    about: String,
    doubles: Option<String>,
    weak: bool,
    send: String,
    fields: Vec<(&'static str, String)>,
}

const FIELDS: [&str; 11] = [
    "vote",
    "question",
    "about",
    "secrecy",
    "quorum_kind",
    "quorum",
    "opens_date",
    "opens_time",
    "closes_date",
    "closes_time",
    "members",
];

/// Fields of the form that faults are about.
const TYPED: [&str; 7] = ["question", "about", "secrecy", "quorum", "opens", "closes", "members"];

pub fn page(
    app: &App,
    me: &Me,
    shown: &Shown,
    (typed, errors): (&Typed, Vec<FieldError>),
) -> VotePage {
    let (r, desk) = (reader(app, me), &shown.desk);
    let mut page = desk.page(app, me, r.say("vote-title"), Below::Bid);
    page.fault = !errors.is_empty();
    let newest = shown.votes.first();
    let over = newest.is_none_or(|one| one.vote.must_be_over(me.now).is_ok());
    // What was typed comes back even where it cannot be sent any more: it can still be copied.
    let typed_in = errors.iter().any(|error| TYPED.contains(&error.field.as_str()));
    let can_set_up = typed_in || (over && desk.pen == Pen::Ready);
    let back = match desk.section(SECTION) {
        Ok(_) => urls::bid_section(desk.bid.id, SECTION),
        Err(_) => urls::bid(desk.bid.id),
    };
    VotePage {
        page,
        errors,
        lot: desk.lot_name(r),
        back,
        action: format!("{}/vote", urls::bid(desk.bid.id)),
        why_not: why_not(desk.pen),
        current: newest.map(|one| current(r, shown, one, typed)),
        form: can_set_up.then(|| form(r, shown, typed)),
        preview: None,
        earlier: shown.votes.iter().skip(1).map(|one| earlier(r, one)).collect(),
    }
}

fn why_not(pen: Pen) -> Option<&'static str> {
    match pen {
        Pen::Ready => None,
        Pen::ReadsAlong => Some("vote-reads-along"),
        Pen::Submitted => Some("bid-submitted"),
        Pen::Closed => Some("bid-closed"),
    }
}

fn say(r: Reader<'_>, key: &str, args: &[(&str, crate::rendering::Arg<'_>)]) -> String {
    r.renderer.translate(r.lang, key, args)
}

fn number(n: u32) -> crate::rendering::Arg<'static> {
    i64::from(n).into()
}

/// The terms of a vote, in words.
fn terms(r: Reader<'_>, vote: &Vote, members: u32) -> Vec<Fact> {
    let fact = |key: &str, text: String| Fact { term: r.say(key), text };
    let moment = |at| r.renderer.datetime(r.lang, at);
    let quorum = match vote.quorum.needed(members) {
        0 => r.say("vote-quorum-none"),
        needed => say(r, "vote-quorum-needed", &[("count", number(needed))]),
    };
    vec![
        fact("vote-question", vote.question.clone()),
        fact("vote-secrecy", r.say(&format!("vote-secrecy-{}", vote.secrecy.as_str()))),
        fact("vote-quorum", quorum),
        fact("vote-opens", moment(vote.opens_at)),
        fact("vote-closes", moment(vote.closes_at)),
    ]
}

fn current(r: Reader<'_>, shown: &Shown, one: &Followed, typed: &Typed) -> Current {
    let (vote, stage) = (&one.vote, one.vote.stage(r.now));
    let may_write = matches!(shown.desk.pen, Pen::Ready | Pen::Submitted);
    let (status, key) = match stage {
        VoteStage::Planned => ("todo", "vote-stage-planned"),
        VoteStage::Open => ("busy", "vote-stage-open"),
        VoteStage::Closed { .. } => ("done", "vote-stage-closed"),
        VoteStage::Stopped { .. } => ("closed", "vote-stage-stopped"),
    };
    let mut facts = terms(r, vote, one.turnout.invited);
    let turnout = [("voted", number(one.turnout.voted)), ("count", number(one.turnout.invited))];
    facts.push(Fact { term: r.say("vote-turnout"), text: say(r, "vote-turnout-of", &turnout) });
    if let Some(at) = vote.reminded_at {
        facts.push(Fact { term: r.say("vote-reminded"), text: r.renderer.datetime(r.lang, at) });
    }
    let running = matches!(stage, VoteStage::Planned | VoteStage::Open);
    let open = stage == VoteStage::Open;
    Current {
        vote: vote.id,
        status,
        status_text: r.say(key),
        facts,
        about: vote.about.clone(),
        can_end: running && may_write,
        can_remind: open && may_write && one.turnout.voted < one.turnout.invited,
        reason: typed.text("reason").to_owned(),
        weak: running && vote.secrecy == Secrecy::Secret && one.turnout.voted < WEAK_BELOW,
        outcome: outcome(r, shown, one, typed),
        stopped: match stage {
            VoteStage::Stopped { reason, .. } => Some(reason),
            VoteStage::Planned | VoteStage::Open | VoteStage::Closed { .. } => None,
        },
    }
}

fn outcome(r: Reader<'_>, shown: &Shown, one: &Followed, typed: &Typed) -> Option<Outcome> {
    let found = Mandate::of(&one.vote, one.turnout.invited, one.count?, r.now)?;
    let kept = |name: &str, kept: &str| match typed.has(name) {
        true => typed.text(name).to_owned(),
        false => kept.to_owned(),
    };
    let minutes = kept("minutes", &one.vote.minutes);
    let form = shown.desk.form();
    let adoption = answers(r, &form, &found).into_iter().map(|(field, text)| Fact {
        term: form.question(&field).map(|q| q.label.clone()).unwrap_or_default(),
        text: match text.parse::<jiff::civil::Date>() {
            Ok(day) => r.renderer.day(r.lang, day),
            Err(_) => text,
        },
    });
    let choice = |(email, choice): &(String, Option<_>)| Fact {
        term: email.clone(),
        text: match choice {
            Some(choice) => choice_word(r, *choice),
            None => r.say("vote-choice-none"),
        },
    };
    let adoption: Vec<Fact> = adoption.collect();
    Some(Outcome {
        text: r.say(outcome_key(&found)),
        kind: if found.is_adopted() { "success" } else { "warning" },
        facts: outcome_facts(r, &found),
        choices: one.choices.iter().map(choice).collect(),
        can_record: matches!(shown.desk.pen, Pen::Ready | Pen::Submitted),
        words: count_words(&minutes),
        minutes,
        most_words: MOST_MINUTES_WORDS,
        statement: kept("statement", &one.vote.statement),
        can_adopt: shown.desk.pen == Pen::Ready && !adoption.is_empty(),
        adoption,
    })
}

pub fn choice_word(r: Reader<'_>, choice: crate::domain::bids::mandate::BallotChoice) -> String {
    r.say(&format!("vote-choice-{}", choice.as_str()))
}

fn outcome_key(found: &Mandate) -> &'static str {
    match (found.quorum_reached, found.is_adopted()) {
        (false, _) => "vote-outcome-no-quorum",
        (true, true) => "vote-outcome-adopted",
        (true, false) => "vote-outcome-rejected",
    }
}

/// The record of a vote in words: for the board, for members and for who reads the bid.
pub fn outcome_facts(r: Reader<'_>, found: &Mandate) -> Vec<Fact> {
    let fact = |key: &str, text: String| Fact { term: r.say(key), text };
    let votes = |n: u32| say(r, "vote-votes", &[("count", number(n))]);
    let quorum = match (found.quorum, found.quorum_reached) {
        (0, _) => r.say("vote-quorum-none"),
        (needed, true) => say(r, "vote-quorum-reached", &[("count", number(needed))]),
        (needed, false) => say(r, "vote-quorum-missed", &[("count", number(needed))]),
    };
    let turnout = [("voted", number(found.cast())), ("count", number(found.members))];
    let closed = r.renderer.day(r.lang, found.closed_on);
    let closed = match found.closed_early {
        true => say(r, "vote-closed-early", &[("day", closed.into())]),
        false => closed,
    };
    let mut facts = vec![
        fact("vote-outcome", r.say(outcome_key(found))),
        fact("vote-choice-for", votes(found.in_favour)),
        fact("vote-choice-against", votes(found.against)),
        fact("vote-choice-blank", votes(found.blank)),
        fact("vote-turnout", say(r, "vote-turnout-of", &turnout)),
        fact("vote-quorum", quorum),
        fact("vote-secrecy", r.say(&format!("vote-secrecy-{}", found.secrecy.as_str()))),
        fact("vote-closed-on", closed),
    ];
    if !found.question.is_empty() {
        facts.insert(0, fact("vote-question", found.question.clone()));
    }
    if found.is_weakly_secret() {
        facts.push(fact("vote-weak-term", r.say("vote-weak")));
    }
    facts
}

/// The answers of the section that the outcome gives, as far as the round asks them.
pub fn answers(r: Reader<'_>, form: &Form<'_>, found: &Mandate) -> Vec<(String, String)> {
    let counts = [
        ("voted", number(found.cast())),
        ("members", number(found.members)),
        ("for", number(found.in_favour)),
        ("against", number(found.against)),
        ("blank", number(found.blank)),
    ];
    let all = [
        (format!("{SECTION}.votes"), say(r, "vote-as-answer", &counts)),
        (format!("{SECTION}.decided_on"), found.closed_on.to_string()),
    ];
    all.into_iter().filter(|(field, _)| form.field(field).is_some()).collect()
}

fn earlier(r: Reader<'_>, one: &Followed) -> Earlier {
    let text = match one.vote.stage(r.now) {
        VoteStage::Stopped { at, reason } => {
            let day = r.renderer.date(r.lang, at);
            say(r, "vote-earlier-stopped", &[("day", day.into()), ("reason", reason.into())])
        }
        VoteStage::Closed { at } => {
            let day = r.renderer.date(r.lang, at);
            say(r, "vote-earlier-closed", &[("day", day.into())])
        }
        VoteStage::Planned | VoteStage::Open => r.say("vote-stage-open"),
    };
    Earlier { question: one.vote.question.clone(), text }
}

fn form(r: Reader<'_>, shown: &Shown, typed: &Typed) -> SetUpForm {
    let text = |name: &str| typed.text(name).to_owned();
    let or = |name: &str, key: &str| match typed.has(name) {
        true => text(name),
        false => r.say(key),
    };
    let or_word = |name: &str, word: &str| match typed.has(name) {
        true => text(name),
        false => word.to_owned(),
    };
    let ends = shown.desk.round.closes_at();
    SetUpForm {
        vote: typed.text("vote").parse().unwrap_or_else(|_| VoteId::new(store::new_id())),
        question: or("question", "vote-question-usual"),
        about: text("about"),
        words: count_words(typed.text("about")),
        most_words: MOST_ABOUT_WORDS,
        secrecy: or_word("secrecy", Secrecy::Secret.as_str()),
        quorum_kind: or_word("quorum_kind", "none"),
        quorum: text("quorum"),
        opens_date: text("opens_date"),
        opens_time: text("opens_time"),
        closes_date: text("closes_date"),
        closes_time: text("closes_time"),
        members: text("members"),
        until: r.renderer.datetime(r.lang, ends),
    }
}

impl Preview {
    pub fn new((app, me): (&App, &Me), vote: &Vote, list: &MemberList, typed: &Typed) -> Preview {
        let r = reader(app, me);
        let count = u32::try_from(list.emails.len()).unwrap_or(u32::MAX);
        let doubles = u32::try_from(list.doubles.len()).unwrap_or(u32::MAX);
        let first: Vec<&str> = list.doubles.iter().take(5).map(String::as_str).collect();
        let args = [("count", number(doubles)), ("names", first.join(", ").into())];
        let mut facts = terms(r, vote, count);
        let members = say(r, "vote-members-count", &[("count", number(count))]);
        facts.push(Fact { term: r.say("vote-members"), text: members });
        Preview {
            facts,
            about: vote.about.clone(),
            doubles: (doubles > 0).then(|| say(r, "vote-doubles", &args)),
            weak: vote.secrecy == Secrecy::Secret && count < WEAK_BELOW,
            send: say(r, "vote-send", &[("count", number(count))]),
            fields: FIELDS.map(|name| (name, value(name, vote, typed))).into(),
        }
    }
}

/// What was typed, and the name that the vote got.
fn value(name: &str, vote: &Vote, typed: &Typed) -> String {
    match name {
        "vote" => vote.id.to_string(),
        _ => typed.text(name).to_owned(),
    }
}
