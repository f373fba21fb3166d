//! From the opening to locked sheets: pages of key holders, process lead and assessors.

mod admissibility;
mod admission_page;
mod ask;
mod assignments;
mod declarations;
mod desk;
mod equivalents;
mod expertise;
mod files;
mod inquiry;
mod inquiry_lines;
mod items;
mod judged;
mod notes;
mod offline;
mod offline_file;
mod opening;
mod opening_record;
mod parties;
mod pause;
mod progress;
mod reading;
mod refusal;
mod replacement;
mod requirements;
mod rulings;
mod sample;
mod scores;
mod scoring_page;
mod sheets;
mod staff;
mod way;

pub use admissibility::{bid as admission, judge, list as admissibility};
pub use ask::{ask_clarification, ask_supplement, clarification, supplement};
pub use assignments::{assign, name_reserves, page as assignments, set_terms};
pub use declarations::{declare, page as declarations};
pub use desk::desk;
pub use equivalents::{
    keep as keep_equivalent, list as equivalents, offer as equivalent,
    removal as equivalent_removal, take_out as take_out_equivalent,
};
pub use expertise::{page as expertise, save as save_expertise};
pub use files::{
    for_assessor as read_file, for_lead as lead_file, look_as_assessor as read_file_page,
    look_as_lead as lead_file_page,
};
pub use inquiry::{
    bid_answers, file as inquiry_file, page as inquiry, send_file, step as step_inquiry,
};
pub use inquiry_lines::{Asked, line as inquiry_line};
pub use items::{confirm as confirm_items, page as items};
pub use notes::{remove as remove_note, write as write_note};
pub use offline::{page as offline, read as read_form, take as take_form, take_over};
pub use opening::{page as opening, turn};
pub use opening_record::record_pdf as opening_pdf;
pub use pause::{page as pause, turn as turn_pause};
pub use progress::{page as progress, remind, reopen, reopening};
pub use refusal::{
    confirm as confirm_refusal, list as refusals, page as refusal, send_back as return_refusal,
};
pub use replacement::{page as replacement, replace};
pub use requirements::{RequirementAnswer, requirement_answers};
pub use rulings::{list as rulings, page as ruling, rule};
pub use sample::{lead as sample_of_lead, page as sample, practise, set as set_sample};
pub use scores::{autosave, clash, page as score, save as save_score};
pub use sheets::{lock, locking, overview};

use std::collections::BTreeSet;

use actix_web::web::Data;

use crate::domain::accounts::Organisation;
use crate::domain::bids::{Bid, Content};
use crate::domain::ids::{BidId, LotId, RoundId};
use crate::domain::journal::By;
use crate::domain::permission::Act;
use crate::domain::review::assignment::{Assignment, Pause, Scope};
use crate::domain::rounds::definition::Criterion;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::Arg;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

/// A round as its municipality's people see it.
pub struct Facts {
    pub round: Round,
    pub owner: Organisation,
    pub lots: Vec<Lot>,
    /// Why scoring stands still now, if it does.
    pub pause: Option<Pause>,
}

impl Facts {
    fn of(conn: &mut Conn, round: Round) -> Result<Facts, Error> {
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let lots = store::rounds::lots_of(conn, round.id)?;
        let pause = store::reviews::pause(conn, round.id)?;
        Ok(Facts { round, owner, lots, pause })
    }

    /// The round as somebody sees it who assesses a part of a lot: with the criteria of that part and
    /// the weights of that lot.
    fn asked(conn: &mut Conn, round: Round, of: &Assignment) -> Result<Facts, Error> {
        let mut facts = Facts::of(conn, round)?;
        if let Some(lot) = facts.lots.iter().find(|lot| lot.id == of.lot) {
            facts.round = facts.round.for_lot(&lot.details);
        }
        of.scope.narrow(&mut facts.round.definition.criteria);
        Ok(facts)
    }

    /// What is scored: all criteria, or those of the part of who asked.
    fn criteria(&self) -> &[Criterion] {
        &self.round.definition.criteria
    }

    /// What somebody with a part of the criteria reads of a bid: no files of other sections.
    fn readable(&self, mut content: Content, scope: &Scope) -> Content {
        if *scope == Scope::Whole {
            return content;
        }
        let criteria = self.criteria();
        content.attachments.retain(|f| criteria.iter().any(|c| c.sections.contains(&f.section)));
        content
    }

    /// The frame of a page of an assessor; above it stands why scoring stands still.
    fn own_frame(&self, app: &App, me: &Me, title: &str) -> Page {
        let mut page = pages::frame_of(app, me, title, &self.owner);
        let text =
            |pause: &Pause| say(app, me, "paused-for", &[("reason", pause.reason.as_str().into())]);
        page.notice = self.pause.as_ref().map(|pause| pages::warning(text(pause)));
        page
    }

    fn lot(&self, id: LotId) -> Option<&Lot> {
        self.lots.iter().find(|lot| lot.id == id)
    }

    fn lot_label(&self, id: LotId) -> String {
        self.lot(id).map(Lot::label).unwrap_or_default()
    }
}

/// Reads a round for somebody who may do this there.
fn facts(conn: &mut Conn, me: &Me, id: RoundId, act: Act) -> Result<Facts, Error> {
    me.may(act, &store::places::round(conn, id, me.now)?)?;
    let round = store::rounds::find(conn, id)?;
    Facts::of(conn, round)
}

/// Whoever has an interest in a bid reads nothing of it, with whichever role they come.
fn not_barred(conn: &mut Conn, me: &Me, bid: &Bid) -> Result<(), Error> {
    let Some(person) = me.actor.person else { return Ok(()) };
    match store::seats::barred(conn, bid.lot, person)?.contains(&bid.id) {
        true => Err(Error::Missing),
        false => Ok(()),
    }
}

/// The bids of a round that this person reads nothing of.
fn barred_in(conn: &mut Conn, me: &Me, round: RoundId) -> Result<BTreeSet<BidId>, Error> {
    match me.actor.person {
        Some(person) => Ok(store::seats::barred_in(conn, round, person)?),
        None => Ok(BTreeSet::new()),
    }
}

/// The frame of a page about the management of a round.
fn frame(app: &Data<App>, me: &Me, title: &str, facts: &Facts) -> Page {
    let mut page = pages::frame_of(app, me, title, &facts.owner);
    page.crumbs = vec![
        pages::crumb("/manage", say(app, me, "menu-manage", &[])),
        pages::crumb(urls::manage_round(facts.round.id), &facts.round.definition.title),
        pages::here(page.title.clone()),
    ];
    page
}

fn say(app: &App, me: &Me, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    app.renderer.translate(me.lang, key, args)
}

fn by(me: &SignedIn) -> By {
    (me.id, me.name().to_owned())
}

/// A number for a sentence.
fn count(number: usize) -> Arg<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}
