//! What stands on the page of a joint round for a municipality that takes part.

use serde::Serialize;

use super::form::Words;
use super::joint::{status, told};
use super::mandate::Asked;
use super::sections::{self, GroupView};
use crate::domain::permission::Act;
use crate::domain::rounds::Lot;
use crate::domain::rounds::definition::Contact;
use crate::domain::rounds::joined::{ForWhom, MandateState};
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::me::SignedIn;
use crate::web::public::method::Method;
use crate::web::public::requirement::RequirementView;
use crate::web::public::route::RouteView;
use crate::web::public::views::{self, LotCard, Moment, Reader};
use crate::web::public::weights::WeightTable;
use crate::web::{pages, urls};

pub const TEMPLATE: &str = "rounds/mandate.html";

#[derive(Serialize)]
pub struct MandatePage {
    pub page: Page,
    pub errors: Vec<FieldError>,
    title: String,
    stage: &'static str,
    centre: String,
    own: String,
    /// How this municipality weighs.
    weighs: String,
    status: &'static str,
    status_text: String,
    told: String,
    /// A form is there for who can give the mandate now.
    give: Option<GiveForm>,
    /// Where a mandate is taken back.
    withdrawal: Option<String>,
    municipality: String,
    typing: Typing,
    /// The public page, once there is one.
    public: Option<String>,
    lots: Vec<LotView>,
    text: TextView,
    hash: String,
    text_href: String,
}

/// What was typed before.
#[derive(Default, Serialize)]
pub struct Typing {
    pub reference: String,
    pub decided_on: String,
    pub reason: String,
}

#[derive(Serialize)]
struct GiveForm {
    action: String,
    terms: String,
}

/// Everything by which bids will be made and judged.
#[derive(Serialize)]
struct TextView {
    summary: String,
    timeline: Vec<Moment>,
    route: RouteView,
    method: Method,
    weights: Option<WeightTable>,
    requirements: Vec<RequirementView>,
    groups: Vec<GroupView>,
    contact: Contact,
}

#[derive(Serialize)]
struct LotView {
    lot: LotCard,
    own: bool,
    description: String,
    /// Once it is decided.
    outcome: Option<String>,
    result: Option<String>,
}

pub fn view(app: &App, me: &SignedIn, asked: &Asked, typing: Typing) -> MandatePage {
    let words = Words::of(app, me);
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let (round, state) = (&asked.round, asked.state());
    let base = urls::manage_round(round.id);
    let title = round.definition.title.clone();
    let mut page = pages::frame(app, me, "mandate-title");
    page.crumbs =
        vec![pages::crumb("/manage", words.say("manage-title")), pages::here(title.clone())];
    let can = me.can(Act::GiveMandate, &asked.place);
    let holds = matches!(state, MandateState::Holds(_));
    let stands = state.mandate().is_some_and(|one| one.withdrawn.is_none());
    let ready = round.may_be_mandated(&asked.lots, me.now).is_ok();
    let weighs = match asked.own.weights {
        Some(_) => "mandate-weighs-own",
        None => "mandate-weighs-shared",
    };
    MandatePage {
        page,
        errors: vec![],
        stage: round.stage(me.now).as_str(),
        centre: asked.centre.name.clone(),
        own: asked.own.name.clone(),
        weighs: words.say(weighs),
        status: status(state),
        status_text: words.say(&format!("mandate-state-{}", state.word())),
        told: told(state, words),
        give: (can && !holds && ready)
            .then(|| GiveForm { action: format!("{base}/mandate"), terms: asked.terms.clone() }),
        withdrawal: (can && stands).then(|| format!("{base}/mandate/withdrawal")),
        municipality: asked.own.municipality.to_string(),
        typing,
        public: round.publication().map(|_| urls::round(round.id)),
        lots: asked.lots.iter().map(|lot| lot_view(asked, lot, r)).collect(),
        text: text(asked, (words, r)),
        hash: asked.terms.clone(),
        text_href: format!("{base}/mandate/text"),
        title,
    }
}

fn text(asked: &Asked, (words, r): (Words<'_>, Reader<'_>)) -> TextView {
    let d = &asked.round.definition;
    TextView {
        summary: d.summary.clone(),
        timeline: views::timeline(&asked.round, r),
        route: RouteView::new(d, r),
        method: Method::new(d, r),
        weights: WeightTable::new(d, &asked.centre.name, r),
        requirements: RequirementView::all(d, &[]),
        groups: sections::groups(d, words),
        contact: d.contact.clone(),
    }
}

fn lot_view(asked: &Asked, lot: &Lot, r: Reader<'_>) -> LotView {
    let outcome = asked.outcome.iter().find(|(id, _)| *id == lot.id);
    LotView {
        own: lot.details.for_whom == ForWhom::Participant(asked.own.municipality),
        description: lot.details.description.clone(),
        outcome: outcome.map(|(_, winner)| match winner {
            Some(winner) => winner.clone(),
            None => r.say("result-nobody"),
        }),
        result: outcome
            .map(|_| format!("{}/result#lot-{}", urls::round(asked.round.id), lot.number)),
        lot: LotCard::new(lot, (&asked.round.definition, &asked.centre.name), r),
    }
}
