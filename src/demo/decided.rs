//! The round of last year: from publication to letters, so that a visitor finds a result and a
//! bidder finds a letter. What it says stands in `config/demo/round-decided.toml`.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::world::{World, organisation};
use super::{DemoError, bids, inquiries, meeting, review, rounds};
use crate::actions::{self, CreateRound, Written};
use crate::documents::letters;
use crate::documents::library::library;
use crate::domain::decisions::proofs::{Proof, ProofVerdict};
use crate::domain::decisions::{Desk, Draft, Verdict};
use crate::domain::ids::{BidId, LotId, PersonId, RoundId};
use crate::domain::journal::By;
use crate::domain::moments::day_of;
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::definition::{Criterion, Dates, Definition, ProofDue};
use crate::domain::rounds::sections::{Kind, Section};
use crate::rendering::Renderer;
use crate::store::{self, Database, Tx};

const STORY: &str = include_str!("../../config/demo/round-decided.toml");

#[derive(Clone, Deserialize)]
struct Story {
    round: rounds::Example,
    criteria: Vec<Criterion>,
    sections: Vec<String>,
    requirements: Vec<String>,
    decision: Decision,
    proof: ShownLate,
}

/// A proof that could wait for the award; hours count from the closing time.
#[derive(Clone, Deserialize)]
struct ShownLate {
    asked: inquiries::Asked,
    seen: i64,
    note: String,
}

#[derive(Clone, Deserialize)]
struct Decision {
    by: String,
    cooperative: String,
    reasons: String,
    advantages: String,
}

/// Days before this week's Monday on which it all happened, on Mondays too.
const PUBLISHED: i64 = 61 * 7;
const CLOSED: i64 = 57 * 7;
const MET: i64 = 53 * 7;
const DECIDED: i64 = 52 * 7;

pub fn load(db: &Database, world: &World, now: Timestamp) -> Result<(), DemoError> {
    let story: Story = toml::from_str(STORY).map_err(DemoError::content)?;
    let calendar = calendar(now)?;
    let (closed, round) = (calendar.dates.closes_at, RoundId::named(&story.round.key));
    let (told, world_of) = (story.clone(), world.clone());
    db.write_now(move |tx| publish(tx, &world_of, told.clone(), &calendar))?;
    let world_of = world.clone();
    db.write_now(move |tx| hand_in(tx, &world_of, round))?;
    review::play(db, world, STORY)?;
    let world = world.clone();
    let renderer = Renderer::load().map_err(DemoError::content)?;
    db.write_now(move |tx| {
        let after = |days: i64| closed + SignedDuration::from_hours(24 * days);
        let lot = LotId::named(&format!("{}-1", story.round.key));
        meeting::hold(tx, (&world, meeting::WALDERVOORT), lot, after(CLOSED - MET))?;
        decide(tx, &world, (&story, lot), after(CLOSED - DECIDED - 3))?;
        let by = by(&world, &story.decision.by);
        announce(tx, &renderer, (round, &by), after(CLOSED - DECIDED))?;
        show_proof(tx, &world, &story, |hours| closed + SignedDuration::from_hours(hours))
    })
}

fn calendar(now: Timestamp) -> Result<rounds::Calendar, DemoError> {
    let today = rounds::today(now);
    let since_monday = i64::from(today.weekday().to_monday_zero_offset());
    let day = |before: i64| rounds::shifted(&today, -before - since_monday);
    Ok(rounds::Calendar {
        published_at: rounds::moment(day(PUBLISHED)?, 9)?,
        dates: Dates {
            questions_until: rounds::moment(day(CLOSED + 10)?, 12)?,
            closes_at: rounds::moment(day(CLOSED)?, 12)?,
            scores_due: day(MET + 6)?,
            table_on: day(MET)?,
            decision_on: day(DECIDED)?,
            starts_on: day(DECIDED - 90)?,
        },
    })
}

fn by(world: &World, key: &str) -> By {
    (PersonId::named(key), world.name_of(key))
}

fn publish(
    tx: &mut Tx,
    world: &World,
    story: Story,
    calendar: &rounds::Calendar,
) -> Result<(), DemoError> {
    let id = RoundId::named(&story.round.key);
    let lead = by(world, meeting::WALDERVOORT.lead);
    let new = CreateRound {
        origin: actions::Origin::Library,
        id,
        municipality: organisation(&story.round.municipality),
        by: lead.clone(),
        lots: rounds::lots(tx, &story.round)?,
        definition: definition(story, calendar.dates.clone()),
    };
    actions::create_round(tx, new, calendar.published_at - SignedDuration::from_hours(24))?;
    actions::publish_round(tx, id, lead, 1, calendar.published_at)?;
    Ok(())
}

/// Less of the library than a large round asks.
fn definition(story: Story, dates: Dates) -> Definition {
    let mut definition = rounds::definition(&story.round, dates);
    definition.criteria = story.criteria;
    definition.sections.retain(|section| story.sections.contains(&section.code));
    definition.sections.iter_mut().for_each(ask_one_promise);
    definition.requirements = library().requirements.clone();
    definition.requirements.retain(|one| story.requirements.contains(&one.code));
    for one in &mut definition.requirements {
        if one.code == story.proof.asked.about {
            one.proof = ProofDue::BeforeAward;
        }
    }
    definition
}

/// One promise is enough for a small lot, and no text around it.
fn ask_one_promise(section: &mut Section) {
    let promises = |kind: &Kind| matches!(kind, Kind::Commitments { .. });
    if section.questions.iter().any(|one| promises(&one.kind)) {
        section.questions.retain(|one| promises(&one.kind));
    }
    for one in &mut section.questions {
        if let Kind::Commitments { min, also, .. } = &mut one.kind {
            *min = 1;
            also.clear();
        }
    }
}

fn hand_in(tx: &mut Tx, world: &World, round: RoundId) -> Result<(), DemoError> {
    let bids::Bids { bids } = toml::from_str(STORY).map_err(DemoError::content)?;
    let round = store::rounds::find(tx, round)?;
    for (turn, bid) in (0..).zip(bids) {
        bids::live(tx, world, (&bid, vec![]), bids::Calendar::new(&round, turn)?)?;
    }
    Ok(())
}

fn decide(
    tx: &mut Tx,
    world: &World,
    (story, lot): (&Story, LotId),
    now: Timestamp,
) -> Result<(), DemoError> {
    let Decision { by: key, cooperative, reasons, advantages } = &story.decision;
    let winner = BidId::named(&format!("{}-1-{cooperative}", story.round.key));
    let draft = Draft {
        verdict: Some(Verdict::Award(winner)),
        reasons: reasons.trim().to_owned(),
        advantages: advantages.trim().to_owned(),
        deviation: String::new(),
        seen: None,
    };
    Ok(actions::decide_lot(tx, lot, &by(world, key), draft, now)?)
}

/// The winner shows what could wait, and the process lead looks at it.
fn show_proof(
    tx: &mut Tx,
    world: &World,
    story: &Story,
    after: impl Fn(i64) -> Timestamp,
) -> Result<(), DemoError> {
    let ShownLate { asked, seen, note } = &story.proof;
    let bid = BidId::named(&format!("{}-1-{}", story.round.key, asked.cooperative));
    let (lead, bidder) = (by(world, meeting::WALDERVOORT.lead), by(world, &asked.answered_by));
    inquiries::play(tx, (bid, asked), (&lead, &bidder), &after)?;
    let proof = Proof {
        requirement: asked.about.clone(),
        verdict: ProofVerdict::Seen,
        note: note.clone(),
        by: Signed { by: lead.0, name: lead.1.clone(), at: after(*seen) },
    };
    Ok(actions::see_proof(tx, bid, proof, &lead)?)
}

fn announce(
    tx: &mut Tx,
    renderer: &Renderer,
    (round, by): (RoundId, &By),
    now: Timestamp,
) -> Result<(), DemoError> {
    let file = store::decisions::file(tx, round)?;
    let owner = store::accounts::organisation(tx, file.round.municipality)?;
    let desk = Desk::new(&file, day_of(now));
    let written = letters::write_all(renderer, &file, &desk, &owner.name);
    let letters = written.map_err(DemoError::content)?.into_iter().map(|(_, to, text)| Written {
        bid: to.bid,
        subject: text.subject,
        body: text.body,
    });
    let letters = (desk.record(), letters.collect());
    Ok(actions::publish_decisions(tx, round, by, letters, now)?)
}
