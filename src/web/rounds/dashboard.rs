//! The rounds of one's own municipality, each with what comes next.

use std::collections::BTreeMap;

use actix_web::web::Data;
use serde::Serialize;

use super::draft;
use super::form::{Link, Words};
use super::joint::status;
use crate::domain::accounts::OrganisationKind;
use crate::domain::ids::OrganisationId;
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::rounds::joined::{Mandate, MandateState};
use crate::domain::rounds::{Lot, Round, publication_hash};
use crate::rendering::layout::Page;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::accounts::outbox_address;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct DashboardPage {
    page: Page,
    rounds: Vec<Card>,
    /// Rounds of others in which the own municipality takes part.
    asked: Vec<AskedCard>,
    /// For who may make one.
    new: Option<String>,
    /// What the municipality accepted before, for who keeps that.
    library: Option<&'static str>,
    /// The mails of each municipality, for who looks after them.
    mails: Vec<Link>,
}

#[derive(Serialize)]
struct Card {
    title: String,
    href: String,
    municipality: String,
    stage: &'static str,
    /// None for a draft: its dates are a proposal.
    closes_at: Option<jiff::Timestamp>,
    next: Link,
}

#[derive(Serialize)]
struct AskedCard {
    title: String,
    href: String,
    /// Whose round it is.
    centre: String,
    stage: &'static str,
    /// The own municipality, with how it stands with its mandate.
    own: String,
    status: &'static str,
    status_text: String,
}

/// The municipalities whose file this person may look at, by name.
pub fn own(me: &Me, act: Act) -> BTreeMap<OrganisationId, String> {
    let staff = me.actor.memberships.iter().filter(|m| m.kind == OrganisationKind::Municipality);
    let allowed = staff.filter(|m| me.can(act, &Place::organisation(m.organisation)));
    allowed.map(|m| (m.organisation, m.organisation_name.clone())).collect()
}

/// `GET /manage`
pub async fn page(me: SignedIn, app: Data<App>) -> Answer {
    let own = own(&me, Act::ViewRoundFile);
    if own.is_empty() {
        return Err(Error::Forbidden);
    }
    let ids: Vec<OrganisationId> = own.keys().copied().collect();
    let asked = own_asked(&me);
    let takes_part = asked.clone();
    let read = move |conn: &mut Conn| {
        Ok::<_, Error>((store::rounds::of_all(conn, &ids)?, joined(conn, &takes_part)?))
    };
    let (rounds, joined) = app.read(read).await?;
    let makes = |id: &OrganisationId| me.can(Act::SetUpRound, &Place::organisation(*id));
    let keeps = |id: &OrganisationId| me.can(Act::KeepEquivalents, &Place::organisation(*id));
    let page = DashboardPage {
        page: pages::frame(&app, &me, "manage-title"),
        mails: mails(&app, &me, &own),
        rounds: rounds.iter().map(|round| card(&app, &me, round, &own)).collect(),
        asked: asked_cards((&app, &me), &asked, &joined),
        library: own.keys().any(keeps).then_some("/manage/equivalents"),
        new: own.keys().any(makes).then(|| "/manage/rounds/new".to_owned()),
    };
    pages::html(&app, &me, "rounds/dashboard.html", &page)
}

/// The municipalities for which this person follows rounds of others.
fn own_asked(me: &Me) -> Vec<OrganisationId> {
    let asked = |id| Place { asked: vec![id], ..Place::nowhere() };
    let mut own: Vec<_> = me.actor.memberships.iter().map(|m| m.organisation).collect();
    own.sort();
    own.dedup();
    own.retain(|id| me.can(Act::ViewJointRound, &asked(*id)));
    own
}

/// A round of somebody else, whose it is, and how it stands with its mandates.
struct Joined {
    round: Round,
    centre: String,
    mandates: Vec<Mandate>,
    terms: String,
}

fn joined(conn: &mut Conn, own: &[OrganisationId]) -> Result<Vec<Joined>, StoreError> {
    let ids = store::joined::rounds_of(conn, own)?;
    let (rounds, lots) = store::rounds::several(conn, &ids)?;
    let mut mandates = store::joined::mandates_of(conn, &ids)?;
    let mut all = vec![];
    for round in rounds {
        let mut own: Vec<Lot> =
            lots.values().filter(|lot| lot.round == round.id).cloned().collect();
        own.sort_by_key(|lot| lot.number);
        all.push(Joined {
            centre: store::accounts::organisation(conn, round.municipality)?.name,
            mandates: mandates.remove(&round.id).unwrap_or_default(),
            terms: match round.publication() {
                Some(publication) => publication.hash.clone(),
                None => publication_hash(&round.definition, &own),
            },
            round,
        });
    }
    Ok(all)
}

fn asked_cards(
    (app, me): (&App, &Me),
    own: &[OrganisationId],
    joined: &[Joined],
) -> Vec<AskedCard> {
    let words = Words::of(app, me);
    let card = |one: &Joined| {
        let participants = &one.round.definition.participants;
        let own = participants.iter().find(|p| own.contains(&p.municipality))?;
        let state = MandateState::of(&one.mandates, own.municipality, &one.terms);
        Some(AskedCard {
            title: draft::name(app, me, &one.round),
            href: format!("{}/mandate", urls::manage_round(one.round.id)),
            centre: one.centre.clone(),
            stage: one.round.stage(me.now).as_str(),
            own: own.name.clone(),
            status: status(state),
            status_text: words.say(&format!("mandate-state-{}", state.word())),
        })
    };
    joined.iter().filter_map(card).collect()
}

fn mails(app: &App, me: &Me, own: &BTreeMap<OrganisationId, String>) -> Vec<Link> {
    let mail = |(id, name): (&OrganisationId, &String)| Link {
        href: outbox_address(*id),
        text: Words::of(app, me).with("outbox-link", &[("name", name.as_str().into())]),
    };
    let sends = |id: &OrganisationId| me.can(Act::ViewOutbox, &Place::organisation(*id));
    own.iter().filter(|(id, _)| sends(id)).map(mail).collect()
}

fn card(app: &App, me: &Me, round: &Round, own: &BTreeMap<OrganisationId, String>) -> Card {
    let stage = round.stage(me.now);
    let href = urls::manage_round(round.id);
    let place = Place::organisation(round.municipality);
    // Those who may not do the next step read the file instead.
    let path = match stage {
        Stage::Open if me.can(Act::AnswerQuestion, &place) => "/questions",
        Stage::Closed if me.can(Act::ViewOpening, &place) => "/opening",
        Stage::Draft | Stage::Open | Stage::Closed | Stage::Opened | Stage::Decided => "",
    };
    let text = Words::of(app, me).say(&format!("manage-next-{}", stage.as_str()));
    let next = Link { href: format!("{href}{path}"), text };
    Card {
        title: match round.amends() {
            Some(_) => {
                let name = draft::name(app, me, round);
                Words::of(app, me).with("amendment-of", &[("name", name.into())])
            }
            None => draft::name(app, me, round),
        },
        href,
        municipality: own.get(&round.municipality).cloned().unwrap_or_default(),
        stage: stage.as_str(),
        closes_at: round.publication().map(|_| round.closes_at()),
        next,
    }
}
