//! The rounds of one's own municipality, each with what comes next.

use std::collections::BTreeMap;

use actix_web::web::Data;
use serde::Serialize;

use super::draft;
use super::form::{Link, Words};
use crate::domain::accounts::OrganisationKind;
use crate::domain::ids::OrganisationId;
use crate::domain::permission::{Act, Place, Stage};
use crate::domain::rounds::Round;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::accounts::outbox_address;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct DashboardPage {
    page: Page,
    rounds: Vec<Card>,
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
    let rounds = app
        .read::<_, Error, _>(move |conn: &mut Conn| Ok(store::rounds::of_all(conn, &ids)?))
        .await?;
    let makes = |id: &OrganisationId| me.can(Act::SetUpRound, &Place::organisation(*id));
    let keeps = |id: &OrganisationId| me.can(Act::KeepEquivalents, &Place::organisation(*id));
    let page = DashboardPage {
        page: pages::frame(&app, &me, "manage-title"),
        mails: mails(&app, &me, &own),
        rounds: rounds.iter().map(|round| card(&app, &me, round, &own)).collect(),
        library: own.keys().any(keeps).then_some("/manage/equivalents"),
        new: own.keys().any(makes).then(|| "/manage/rounds/new".to_owned()),
    };
    pages::html(&app, &me, "rounds/dashboard.html", &page)
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
