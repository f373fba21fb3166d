//! A draw that orders a bid, as its own people may know it: when, where, who watches, and afterwards
//! what they drew. Nothing here says who else bids.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::facts::Facts;
use crate::actions::tables as acts;
use crate::domain::ids::{BidId, DrawId};
use crate::domain::permission::{Act, Place};
use crate::domain::tables::{Confirmed, Fate, Plan, SealedSeed, Witness};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct OwnDrawPage {
    page: Page,
    lot: String,
    back: String,
    /// The plan that stands, or the draw that was held.
    plan: Option<PlanView>,
    /// Plans that do not stand any more, the latest first.
    earlier: Vec<Earlier>,
    drawn: Option<Drawn>,
    commitment: String,
}

#[derive(Serialize)]
struct PlanView {
    at: Timestamp,
    place: String,
    witnesses: Vec<String>,
    held_at: Option<Timestamp>,
    read: Option<Read>,
    /// Where somebody says to have read it.
    confirm: Option<Confirm>,
}

#[derive(Serialize)]
struct Read {
    by: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Confirm {
    action: String,
    draw: String,
}

#[derive(Serialize)]
struct Earlier {
    text: String,
    reason: Option<String>,
}

/// What was drawn, with what anybody needs to draw it again.
#[derive(Serialize)]
struct Drawn {
    seed: String,
    /// Of every bid that was drawn for, by its letter, the lowest first.
    numbers: Vec<String>,
}

struct Found {
    facts: Facts,
    plans: Vec<Plan>,
    sealed: SealedSeed,
    /// Of all bids that were drawn for; none before the draw.
    letters: Vec<String>,
}

/// `GET /bids/{bid}/draw`: there when the bid was invited to a draw.
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let facts = Facts::load(conn, &asker, bid, Act::ReadBid)?;
        let plans = store::draws::of_bid(conn, bid)?;
        if plans.is_empty() {
            return Err(Error::Missing);
        }
        let table = store::draws::table_of(conn, bid)?;
        let letters = match plans.iter().find(|plan| plan.held().is_some()) {
            Some(plan) => store::draws::letters(conn, plan.id)?,
            None => vec![],
        };
        Ok(Found { sealed: store::tables::seed(conn, table)?, facts, plans, letters })
    };
    let found = app.read(load).await?;
    pages::html(&app, &me, "bids/draw.html", &view(&app, &me, &found))
}

/// `POST /bids/{bid}/draw`: somebody read it.
pub async fn confirm(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, asker, by) = (bid.into_inner(), me.me.clone(), (me.id, me.name().to_owned()));
    let draw = form.typed.text("draw").parse::<DrawId>();
    app.write::<_, Error, _>(move |tx| {
        let place = store::places::bid(tx, bid, asker.actor.person, asker.now)?;
        asker.may(Act::WriteBid, &place)?;
        let draw = draw.map_err(|_| Error::Missing)?;
        Ok(acts::confirm_draw(tx, (bid, draw), &by, asker.now)?)
    })
    .await?;
    app.live.nudge();
    Ok(pages::see_other(urls::bid_draw(bid)))
}

fn view(app: &App, me: &SignedIn, found: &Found) -> OwnDrawPage {
    let Found { facts, plans, sealed, letters } = found;
    let is_over = |plan: &&Plan| matches!(plan.fate, Fate::Moved { .. } | Fate::Cancelled { .. });
    let own = plans.iter().rfind(|plan| !is_over(plan));
    let writes = me.can(Act::WriteBid, &Place::organisation(facts.bid.cooperative));
    let action = urls::bid_draw(facts.bid.id);
    let confirm = |plan: &Plan| Confirm { action, draw: plan.id.to_string() };
    OwnDrawPage {
        page: facts.frame(app, me, "draw-title", &[]),
        lot: facts.lot_title(),
        back: urls::bid(facts.bid.id),
        plan: own.map(|plan| PlanView {
            confirm: (writes && plan.stands() && read_by(plan).is_none()).then(|| confirm(plan)),
            ..PlanView::new(plan)
        }),
        earlier: plans.iter().rev().filter(is_over).map(|plan| earlier(app, me, plan)).collect(),
        drawn: (!letters.is_empty()).then(|| drawn(app, me, found)).flatten(),
        commitment: sealed.commitment(),
    }
}

/// Who of the bidder said to have read it; a plan read here has one invitation.
fn read_by(plan: &Plan) -> Option<&Confirmed> {
    plan.invitations.iter().find_map(|one| one.confirmed.as_ref())
}

impl PlanView {
    fn new(plan: &Plan) -> PlanView {
        PlanView {
            at: plan.at,
            place: plan.place.clone(),
            witnesses: watching(plan).iter().map(Witness::line).collect(),
            held_at: plan.held().map(|held| held.at),
            read: read_by(plan).map(|read| Read { by: read.by.clone(), at: read.at }),
            confirm: None,
        }
    }
}

/// Who watched; before the draw, who will.
fn watching(plan: &Plan) -> &[Witness] {
    plan.held().map_or(&plan.witnesses, |held| &held.witnesses)
}

fn earlier(app: &App, me: &SignedIn, plan: &Plan) -> Earlier {
    let (key, reason) = match &plan.fate {
        Fate::Cancelled { reason, .. } => ("own-draw-cancelled", Some(reason.clone())),
        Fate::Stands | Fate::Moved { .. } | Fate::Held(_) => ("own-draw-moved", None),
    };
    let when = app.renderer.datetime(me.lang, plan.at);
    let text = app.renderer.translate(me.lang, key, &[("when", when.into())]);
    Earlier { text, reason }
}

fn drawn(app: &App, me: &SignedIn, found: &Found) -> Option<Drawn> {
    let (seed, own) = (found.sealed.drawn()?, found.facts.bid.code.clone()?);
    let mut numbers: Vec<(u64, &String)> =
        found.letters.iter().map(|letter| (seed.number_for(letter), letter)).collect();
    numbers.sort_unstable();
    let say = |(number, letter): (u64, &String)| {
        let args = [("bid", letter.as_str().into()), ("number", number.to_string().into())];
        let key = if *letter == own { "own-draw-number" } else { "draw-number-of" };
        app.renderer.translate(me.lang, key, &args)
    };
    let numbers = numbers.into_iter().map(say).collect();
    Some(Drawn { seed: seed.to_string(), numbers })
}
