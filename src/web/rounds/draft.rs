//! What every page of the set-up begins with: the draft, and whether this person may change it.

use jiff::Timestamp;

use crate::domain::accounts::Organisation;
use crate::domain::ids::{PersonId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::joined::{Mandate, without_mandate};
use crate::domain::rounds::publication::{Problem, problems};
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

pub struct Draft {
    pub round: Round,
    pub lots: Vec<Lot>,
    pub owner: Organisation,
    /// Of the municipalities that take part, oldest first.
    pub mandates: Vec<Mandate>,
}

impl Draft {
    /// Everything that keeps it from being published at this moment.
    pub fn problems(&self, now: Timestamp) -> Vec<Problem> {
        let definition = &self.round.definition;
        let mut all = problems(definition, &self.lots, now);
        all.extend(without_mandate(definition, &self.lots, &self.mandates));
        all
    }
}

/// The round with its lots, for who may set it up; a published one is refused with a sentence.
pub async fn draft(app: &App, me: &SignedIn, id: RoundId) -> Result<Draft, Error> {
    let draft = read(app, me, (id, Act::SetUpRound)).await?;
    draft.round.may_change().map_err(|why| Error::Refused(why.key()))?;
    Ok(draft)
}

/// The same for who may look at the file, in any phase.
pub async fn read(app: &App, me: &SignedIn, (id, act): (RoundId, Act)) -> Result<Draft, Error> {
    let asker = me.me.clone();
    app.read(move |conn: &mut Conn| {
        asker.may(act, &store::places::round(conn, id, asker.now)?)?;
        let round = store::rounds::find(conn, id)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let mandates = store::joined::mandates(conn, id)?;
        Ok(Draft { lots: store::rounds::lots_of(conn, id)?, round, owner, mandates })
    })
    .await
}

pub fn by(me: &SignedIn) -> (PersonId, String) {
    (me.id, me.name().to_owned())
}

/// The frame of a page below the set-up of this round.
pub fn frame(app: &App, me: &Me, (draft, title): (&Draft, &str)) -> Page {
    let mut page = pages::frame_of(app, me, "manage-title", &draft.owner);
    let manage = pages::crumb("/manage", page.title.clone());
    let round = pages::crumb(urls::manage_round(draft.round.id), name(app, me, &draft.round));
    page.crumbs = vec![manage, round, pages::here(title)];
    title.clone_into(&mut page.title);
    page
}

/// The title, or words for a round that has none yet.
pub fn name(app: &App, me: &Me, round: &Round) -> String {
    match round.definition.title.as_str() {
        "" => app.renderer.translate(me.lang, "round-untitled", &[]),
        title => title.to_owned(),
    }
}
