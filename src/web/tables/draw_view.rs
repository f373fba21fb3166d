//! What stands on the page of a draw.

use serde::Serialize;

use super::board::Door;
use super::ranked::Ranked;
use super::sight::{Sight, Words};
use crate::documents::draw_record::Told;
use crate::domain::ids::{BidId, DrawId};
use crate::domain::moments::typed as fields_of;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::tables::{DrawState, Plan, Witness, first_day};
use crate::rendering::layout::{FieldError, Page};
use crate::store::new_id;
use crate::web::App;
use crate::web::forms::Typed;
use crate::web::me::SignedIn;
use crate::web::urls;

#[derive(Serialize)]
pub struct DrawPage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    above: String,
    lot_title: String,
    /// How far it is, in a sentence.
    now: String,
    kind: &'static str,
    /// Whom it concerns.
    tied: Vec<String>,
    /// The plan that stands.
    plan: Option<Told>,
    /// Every plan that does not stand any more, or all of the draw once it was held.
    record: Vec<Told>,
    commitment: String,
    /// The form for a plan, for who runs the table.
    form: Option<PlanForm>,
    /// Where a plan is called off.
    cancel: Option<CancelForm>,
    hold: Option<HoldForm>,
    /// Why the draw cannot be held yet.
    waits: Option<String>,
    ranking: String,
}

#[derive(Serialize)]
struct PlanForm {
    action: String,
    /// There is a plan already: this one takes its place.
    moves: bool,
    /// How the button looks.
    kind: &'static str,
    /// The plan that this one is to follow, if one stands.
    seen: String,
    /// The same form twice is one plan.
    draw: String,
    date: String,
    time: String,
    place: String,
    witnesses: String,
    hint: String,
}

#[derive(Serialize)]
struct CancelForm {
    action: String,
    /// The plan that is called off.
    seen: String,
    reason: String,
}

#[derive(Serialize)]
struct HoldForm {
    action: String,
    bidders: Vec<Choice>,
    chosen: Vec<String>,
    there: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

impl DrawPage {
    pub fn new(
        app: &App,
        me: &SignedIn,
        (sight, ranked): (&Sight, &Ranked),
        typed: &Typed,
    ) -> DrawPage {
        let words = Words::of(app, me);
        let (kind, now) = now(words, ranked);
        let record = ranked.record(app, me, sight);
        let plan = ranked.draw.standing().ok();
        let mut all = record.told();
        if plan.is_some() {
            all.pop();
        }
        let runs = me.can(Act::DrawLots, &sight.place) && sight.table.may_draw().is_ok();
        let forms = Forms { sight, words, ranked, typed };
        DrawPage {
            page: sight.frame_below(app, me, "draw-title"),
            errors: vec![],
            above: words.say("table-above", &[("number", i64::from(sight.lot.number).into())]),
            lot_title: sight.lot_title(),
            now,
            kind,
            tied: ranked.draw.tied.iter().map(|bid| called(sight, words, *bid)).collect(),
            plan: plan.map(|plan| record.plan(plan)),
            record: all,
            commitment: ranked.sealed.commitment(),
            form: forms.plan(plan).filter(|_| runs),
            cancel: plan.filter(|_| runs).map(|plan| forms.cancel(plan)),
            hold: plan.filter(|_| runs).and_then(|plan| forms.hold(plan)),
            waits: plan.and_then(|plan| waits(sight, words, (ranked, plan))),
            ranking: urls::table_part(sight.table.id, "ranking"),
        }
    }
}

/// A bidder with the letter of the bid.
fn called(sight: &Sight, words: Words<'_>, bid: BidId) -> String {
    let code = sight.code(bid);
    let word = words.say("bid-word", &[("bid", code.into())]);
    format!("{} ({word})", sight.bidder(code))
}

fn now(words: Words<'_>, ranked: &Ranked) -> (&'static str, String) {
    match ranked.draw.state() {
        DrawState::NotNeeded => ("success", words.say("draw-now-not-needed", &[])),
        // It closed when tables drew by themselves.
        DrawState::Due if ranked.ranking.seed.is_some() => {
            ("info", words.say("draw-now-before", &[]))
        }
        DrawState::Due => ("warning", words.say("draw-now-due", &[])),
        DrawState::Planned(plan) => {
            let when = words.datetime(plan.at);
            ("info", words.say("draw-now-planned", &[("when", when.into())]))
        }
        DrawState::Held(_, held) => {
            let when = words.datetime(held.at);
            ("success", words.say("draw-now-held", &[("when", when.into())]))
        }
    }
}

/// Why nobody can draw yet; none once that is possible.
fn waits(sight: &Sight, words: Words<'_>, (ranked, plan): (&Ranked, &Plan)) -> Option<String> {
    let why = ranked.draw.may_hold(plan, sight.now).err()?;
    Some(words.say(why.key(), &[]))
}

struct Forms<'a> {
    sight: &'a Sight,
    words: Words<'a>,
    ranked: &'a Ranked,
    typed: &'a Typed,
}

impl Forms<'_> {
    fn action(&self, part: &str) -> String {
        urls::table_part(self.sight.table.id, part)
    }

    /// What was typed in this field, or else what stands.
    fn kept(&self, field: &str, else_: impl FnOnce() -> String) -> String {
        match self.typed.has(field) {
            true => self.typed.text(field).to_owned(),
            false => else_(),
        }
    }

    fn plan(&self, plan: Option<&Plan>) -> Option<PlanForm> {
        match self.ranked.draw.state() {
            DrawState::NotNeeded | DrawState::Held(..) => return None,
            DrawState::Due | DrawState::Planned(_) => {}
        }
        let (date, time) = plan.map(|plan| fields_of(plan.at)).unwrap_or_default();
        let from = self.words.date(first_day(self.sight.now));
        Some(PlanForm {
            action: self.action("draw"),
            moves: plan.is_some(),
            kind: if plan.is_some() { "secondary" } else { "primary" },
            seen: plan.map(|plan| plan.id.to_string()).unwrap_or_default(),
            draw: self.kept("draw", || DrawId::new(new_id()).to_string()),
            date: self.kept("at_date", || date),
            time: self.kept("at_time", || time),
            place: self.kept("place", || plan.map(|p| p.place.clone()).unwrap_or_default()),
            witnesses: self
                .kept("witnesses", || plan.map(|p| lines(&p.witnesses)).unwrap_or_default()),
            hint: self.words.say("draw-at-hint", &[("day", from.into())]),
        })
    }

    fn cancel(&self, plan: &Plan) -> CancelForm {
        let reason = self.kept("reason", String::new);
        CancelForm { action: self.action("draw/cancellation"), seen: plan.id.to_string(), reason }
    }

    /// None while nobody can draw.
    fn hold(&self, plan: &Plan) -> Option<HoldForm> {
        self.ranked.draw.may_hold(plan, self.sight.now).ok()?;
        let choice = |bid: &BidId| Choice {
            value: self.sight.code(*bid).to_owned(),
            label: called(self.sight, self.words, *bid),
            hint: None,
        };
        Some(HoldForm {
            action: self.action("draw/holding"),
            bidders: self.ranked.draw.tied.iter().map(choice).collect(),
            chosen: self.typed.all("bidders").to_vec(),
            there: self.kept("there", String::new),
        })
    }
}

fn lines(witnesses: &[Witness]) -> String {
    witnesses.iter().map(Witness::line).collect::<Vec<_>>().join("\n")
}

/// Why the minutes tell of no draw; none where they do.
pub fn undrawn(ranked: &Ranked) -> Option<&'static str> {
    let places = ranked.ranking.outcome.ranking().next().is_some();
    match ranked.draw.state() {
        DrawState::NotNeeded => places.then_some("minutes-draw-unused"),
        DrawState::Due => Some("minutes-draw-due"),
        DrawState::Planned(_) | DrawState::Held(..) => None,
    }
}

/// The page of the draw.
pub fn door(sight: &Sight, words: Words<'_>) -> Door {
    Door { href: urls::table_part(sight.table.id, "draw"), text: words.say("draw-link", &[]) }
}
