//! Proofs that the winner of a lot may show late: what was asked, what came, who saw it.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{Opened, below_overview, by, frame, open, say};
use crate::actions::{self, Failure};
use crate::domain::decisions::proofs::{self, Proof, ProofRefusal, ProofVerdict};
use crate::domain::decisions::{Entrant, LotFile};
use crate::domain::ids::{BidId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::inquiry::{Inquiry, InquiryKind, State};
use crate::domain::review::rejection::Signed;
use crate::domain::rounds::definition::Requirement;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::review::{Asked, RequirementAnswer, inquiry_line, requirement_answers};
use crate::web::{pages, urls};

const TEMPLATE: &str = "decisions/proofs.html";

#[derive(Serialize)]
struct ProofsPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: String,
    action: String,
    cards: Vec<Card>,
    options: Vec<Choice>,
    may_judge: bool,
    /// The bidder can tell from a question that it wins, and nothing is published.
    secret: bool,
}

#[derive(Serialize)]
struct Card {
    code: String,
    title: String,
    text: String,
    usual_proof: String,
    answer: RequirementAnswer,
    asked: Vec<Asked>,
    ask: Option<String>,
    /// Who saw it when, or that nobody did yet.
    status: &'static str,
    status_text: String,
    verdict: String,
    note: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

type Ids = (RoundId, BidId);

/// The bid that gets a lot by what was decided; what it says and what was asked about it.
struct Read {
    opened: Opened,
    content: crate::domain::bids::Content,
    asked: Vec<Inquiry>,
    bid: BidId,
}

impl Read {
    fn won(&self) -> Option<(&LotFile, &Entrant)> {
        let won = |lot: &&LotFile| lot.winner().is_some_and(|winner| winner.bid == self.bid);
        let lot = self.opened.file.lots.iter().find(won)?;
        Some((lot, lot.winner()?))
    }
}

async fn read(app: &App, me: &Me, (round, bid): Ids, act: Act) -> Result<Read, Error> {
    let opened = open(app, me, round, act).await?;
    let load = move |conn: &mut Conn| {
        let content = store::submissions::opened(conn, bid)?.ok_or(Error::Missing)?.content;
        Ok::<_, Error>((content.without_price(), store::inquiries::of_bid(conn, bid)?))
    };
    let (content, asked) = app.read(load).await?;
    let read = Read { opened, content, asked, bid };
    if read.won().is_none() { Err(Error::Missing) } else { Ok(read) }
}

/// `GET /manage/rounds/{round}/decision/proofs/{bid}`
pub async fn page(me: Me, ids: Path<Ids>, app: Data<App>) -> Answer {
    let read = read(&app, &me, ids.into_inner(), Act::ViewDecision).await?;
    pages::html(&app, &me, TEMPLATE, &view((&app, &me), &read, None)?)
}

/// `POST /manage/rounds/{round}/decision/proofs/{bid}`: what the process lead makes of one proof.
pub async fn judge(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, typed) = (ids.into_inner(), &form.typed);
    let read = read(&app, &me, ids, Act::CheckAdmissibility).await?;
    let who = by(&me)?;
    let Some(proof) = proof(typed, Signed { by: who.0, name: who.1.clone(), at: me.now }) else {
        return again((&app, &me), &read, (typed, ProofRefusal::NoVerdict));
    };
    match app.write(move |tx| actions::see_proof(tx, ids.1, proof.clone(), &who)).await {
        Ok(()) => Ok(pages::see_other(address(ids))),
        Err(Failure::Refused(ProofRefusal::NotThis)) => {
            Err(Error::Refused(ProofRefusal::NotThis.key()))
        }
        Err(Failure::Refused(why)) => again((&app, &me), &read, (typed, why)),
        Err(broken) => Err(broken.into()),
    }
}

/// None where no verdict was chosen.
fn proof(typed: &Typed, by: Signed) -> Option<Proof> {
    Some(Proof {
        requirement: typed.text("requirement").to_owned(),
        verdict: typed.text("verdict").parse().ok()?,
        note: typed.text("note").to_owned(),
        by,
    })
}

fn again((app, me): (&App, &Me), read: &Read, (typed, why): (&Typed, ProofRefusal)) -> Answer {
    let mut page = view((app, me), read, Some(typed))?;
    page.page.fault = true;
    let field = if why == ProofRefusal::NoVerdict { "verdict" } else { "note" };
    let field = format!("{field}-{}", typed.text("requirement"));
    page.errors = vec![FieldError { field, text: say(app, me, why.key()) }];
    pages::faulty(app, me, TEMPLATE, &page)
}

fn address((round, bid): Ids) -> String {
    format!("{}/proofs/{bid}", urls::decision(round))
}

fn view(reader: (&App, &Me), read: &Read, typed: Option<&Typed>) -> Result<ProofsPage, Error> {
    let (app, me) = reader;
    let (lot, winner) = read.won().ok_or(Error::Missing)?;
    let round = &read.opened.file.round;
    let mut page = frame(app, me, "proofs-title", &read.opened);
    page.crumbs.push(below_overview(app, me, round.id));
    page.crumbs.push(pages::here(page.title.clone()));
    let may_judge = me.can(Act::CheckAdmissibility, &read.opened.place);
    let mut answers = requirement_answers(&round.definition, &read.content, reader);
    let cards = proofs::awaited(&round.definition).map(|one| Card {
        answer: answers.remove(&one.code).unwrap_or_default(),
        ..card(reader, read, (one, typed))
    });
    let option = |one: &ProofVerdict| Choice {
        value: one.as_str(),
        label: say(app, me, &format!("proof-verdict-{}", one.as_str())),
    };
    Ok(ProofsPage {
        cards: cards.collect(),
        errors: vec![],
        above: format!("{}, {}", winner.name, lot.lot.label()),
        back: urls::lot_decision(round.id, lot.lot.id),
        action: address((round.id, read.bid)),
        options: ProofVerdict::ALL.iter().map(option).collect(),
        secret: may_judge && round.is_under_review(),
        may_judge,
        page,
    })
}

fn card((app, me): (&App, &Me), read: &Read, (one, typed): (&Requirement, Option<&Typed>)) -> Card {
    let typed = typed.filter(|typed| typed.text("requirement") == one.code);
    let kept = read.opened.proofs_of(read.bid).iter().find(|p| p.requirement == one.code);
    let or = |name: &str, kept: &str| typed.map_or(kept, |t| t.text(name)).to_owned();
    let round = read.opened.file.round.id;
    let here = format!("{}/admissibility/{}", urls::manage_round(round), read.bid);
    let own: Vec<&Inquiry> = read.asked.iter().filter(|asked| is_about(asked, one)).collect();
    let waits = own.iter().any(|one| matches!(one.state(me.now), State::Open | State::Overdue));
    let line =
        |one: &&Inquiry| inquiry_line((app, me), one, format!("{here}/inquiries/{}", one.id));
    let (status, status_text) = status((app, me), kept);
    let may_ask = me.can(Act::CheckAdmissibility, &read.opened.place) && !waits;
    Card {
        code: one.code.clone(),
        title: one.title.clone(),
        text: one.text.clone(),
        usual_proof: one.usual_proof.clone(),
        answer: RequirementAnswer::default(),
        asked: own.iter().map(line).collect(),
        ask: may_ask.then(|| format!("{here}/supplements/{}", one.code)),
        status,
        status_text,
        verdict: or("verdict", kept.map_or("", |proof| proof.verdict.as_str())),
        note: or("note", kept.map_or("", |proof| &proof.note)),
    }
}

fn is_about(asked: &Inquiry, one: &Requirement) -> bool {
    asked.kind == InquiryKind::Supplement && asked.about == one.code
}

/// Kind of the label, and who saw it on which day.
fn status((app, me): (&App, &Me), kept: Option<&Proof>) -> (&'static str, String) {
    let Some(proof) = kept else { return ("todo", say(app, me, "proof-status-open")) };
    let day = app.renderer.day(me.lang, crate::domain::moments::day_of(proof.by.at));
    let args = [("day", day.into()), ("name", proof.by.name.as_str().into())];
    let (kind, key) = match proof.verdict {
        ProofVerdict::Seen => ("done", "proof-status-seen"),
        ProofVerdict::NotEnough => ("action", "proof-status-not-enough"),
    };
    (kind, app.renderer.translate(me.lang, key, &args))
}

/// A lot whose winner did not show everything yet.
#[derive(Serialize)]
pub(super) struct Missing {
    text: String,
    href: String,
}

/// Per lot which proofs nobody saw yet.
pub(super) fn missing((app, me): (&App, &Me), opened: &Opened, lots: &[LotFile]) -> Vec<Missing> {
    let round = &opened.file.round;
    let line = |lot: &LotFile| {
        let winner = lot.winner()?;
        let missing = proofs::missing(&round.definition, opened.proofs_of(winner.bid));
        let named: Vec<String> =
            missing.iter().map(|one| format!("{}. {}", one.code, one.title)).collect();
        let args = [
            ("lot", lot.lot.label().into()),
            ("name", winner.name.as_str().into()),
            ("proofs", named.join("; ").into()),
        ];
        (!named.is_empty()).then(|| Missing {
            text: app.renderer.translate(me.lang, "proofs-missing-line", &args),
            href: address((round.id, winner.bid)),
        })
    };
    lots.iter().filter_map(line).collect()
}

/// Where the proofs of the winner of a lot stand, if it has any to show.
pub(super) fn of_winner(opened: &Opened, lot: &LotFile) -> Option<String> {
    let round = &opened.file.round;
    proofs::awaited(&round.definition).next()?;
    Some(address((round.id, lot.winner()?.bid)))
}

/// What the winner of a lot reads about one proof.
#[derive(Serialize)]
pub(super) struct Own {
    title: String,
    status: &'static str,
    status_text: String,
    /// What the municipality wrote about it.
    note: String,
    /// Where it hands the proof in, or what it handed in.
    link: Option<OwnLink>,
}

#[derive(Serialize)]
struct OwnLink {
    href: String,
    label: String,
}

/// The proofs that this winner still shows or showed.
pub(super) fn own(
    (app, me): (&App, &Me),
    round: &crate::domain::rounds::Round,
    (bid, kept, asked): (BidId, &[Proof], &[Inquiry]),
) -> Vec<Own> {
    let one = |one: &Requirement| {
        let kept = kept.iter().find(|proof| proof.requirement == one.code);
        let last = asked.iter().rev().find(|asked| is_about(asked, one));
        let open = last.is_some_and(|last| last.state(me.now) == State::Open);
        let (status, status_text) = match (kept, open) {
            (Some(_), false) => status((app, me), kept),
            (_, true) => ("action", say(app, me, "own-proof-asked")),
            (None, false) if last.is_some_and(|last| last.answered.is_some()) => {
                ("busy", say(app, me, "own-proof-sent"))
            }
            (None, false) => ("todo", say(app, me, "own-proof-later")),
        };
        let label = if open { "own-proof-send" } else { "own-proof-look" };
        Own {
            title: format!("{}. {}", one.code, one.title),
            status,
            status_text,
            note: kept.map(|proof| proof.note.clone()).unwrap_or_default(),
            link: last.map(|last| OwnLink {
                href: format!("{}/inquiries/{}", urls::bid(bid), last.id),
                label: say(app, me, label),
            }),
        }
    };
    proofs::awaited(&round.definition).map(one).collect()
}
