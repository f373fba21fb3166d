//! Beginning a bid: for which cooperative, and with which texts.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::desk::reader;
use super::inputs::Opt;
use crate::actions::{self, Failure, StartBid, StartRefusal};
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::bids::Bid;
use crate::domain::ids::{BidId, LotId, OrganisationId};
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Posted;
use crate::web::me::{Me, SignedIn};
use crate::web::public::views::lot_label;
use crate::web::{pages, urls};

#[derive(Deserialize)]
pub struct StartForm {
    #[serde(default)]
    cooperative: String,
    #[serde(default)]
    copy_from: String,
    /// The form of this page was answered, so an empty `copy_from` means: begin empty.
    #[serde(default)]
    chosen: String,
}

#[derive(Default, Deserialize)]
pub struct Chosen {
    #[serde(default)]
    cooperative: String,
}

#[derive(Serialize)]
struct StartPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    theme: String,
    action: String,
    back: String,
    cooperatives: Vec<Opt>,
    cooperative: String,
    /// Bids of these cooperatives in this round, whose texts can come along.
    copies: Vec<Opt>,
    /// Where one begins from a file.
    from_file: String,
}

/// A lot with what somebody could begin there.
pub struct Chances {
    pub lot: Lot,
    pub round: Round,
    pub municipality: Organisation,
    /// Cooperatives for which this person writes.
    pub own: Vec<(OrganisationId, String)>,
    /// Their bids in this round, with the name of the lot.
    pub bids: Vec<(Bid, String)>,
}

pub async fn chances(app: &App, me: &SignedIn, lot: LotId) -> Result<Chances, Error> {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        asker.may(Act::ViewPublic, &store::places::lot(conn, lot, None, asker.now)?)?;
        let lot = store::rounds::find_lot(conn, lot)?;
        let round = store::rounds::find(conn, lot.round)?;
        let lots = store::rounds::lots_of(conn, round.id)?;
        let own = own(&asker);
        let mut bids = vec![];
        for (cooperative, _) in &own {
            bids.extend(store::bids::of_cooperative(conn, *cooperative)?);
        }
        let named = |bid: Bid| {
            let lot = lots.iter().find(|lot| lot.id == bid.lot)?;
            Some((bid, format!("{}. {}", lot.number, lot.details.name)))
        };
        let bids = bids.into_iter().filter_map(named).collect();
        let municipality = store::accounts::organisation(conn, round.municipality)?;
        Ok::<_, Error>(Chances { lot, round, municipality, own, bids })
    };
    app.read(load).await
}

fn own(me: &Me) -> Vec<(OrganisationId, String)> {
    let mut own: Vec<(OrganisationId, String)> = vec![];
    for m in &me.actor.memberships {
        let may = me.can(Act::StartBid, &Place::organisation(m.organisation));
        let is_new = own.iter().all(|(id, _)| *id != m.organisation);
        if m.kind == OrganisationKind::Cooperative && may && is_new {
            own.push((m.organisation, m.organisation_name.clone()));
        }
    }
    own
}

/// `GET /lots/{lot}/bids`
pub async fn page(me: SignedIn, lot: Path<LotId>, chosen: Query<Chosen>, app: Data<App>) -> Answer {
    let chances = chances(&app, &me, lot.into_inner()).await?;
    may_begin(&me, &chances)?;
    let mut page = view(&app, &me, &chances);
    if chances.own.iter().any(|(id, _)| id.as_str() == chosen.cooperative) {
        page.cooperative.clone_from(&chosen.cooperative);
    }
    pages::html(&app, &me, "bids/start.html", &page)
}

/// Only for who writes for a cooperative, and only while the round takes bids.
pub fn may_begin(me: &Me, chances: &Chances) -> Result<(), Error> {
    must_write(chances)?;
    if !chances.round.takes_bids(me.now) {
        return Err(Error::Refused(StartRefusal::Closed.key()));
    }
    Ok(())
}

pub fn must_write(chances: &Chances) -> Result<(), Error> {
    if chances.own.is_empty() { Err(Error::Forbidden) } else { Ok(()) }
}

/// `POST /lots/{lot}/bids`
pub async fn start(
    me: SignedIn,
    lot: Path<LotId>,
    form: Posted<StartForm>,
    app: Data<App>,
) -> Answer {
    let chances = chances(&app, &me, lot.into_inner()).await?;
    let cooperative = match choose(&chances, &form.fields.cooperative)? {
        Some(cooperative) => cooperative,
        None => return ask(&app, &me, &chances),
    };
    let lot = urls::lot(chances.lot.id);
    let own: Vec<&Bid> =
        chances.bids.iter().map(|(bid, _)| bid).filter(|b| b.cooperative == cooperative).collect();
    if let Some(bid) = own.iter().find(|bid| bid.lot == chances.lot.id) {
        return Ok(pages::see_other(urls::bid(bid.id)));
    }
    if form.fields.chosen.is_empty() && !own.is_empty() {
        return Ok(pages::see_other(format!("{lot}/bids?cooperative={cooperative}")));
    }
    begin(&app, &me.at(form.at), chances.lot.id, (cooperative, &form.fields.copy_from)).await
}

async fn begin(
    app: &App,
    me: &SignedIn,
    lot: LotId,
    (cooperative, copy_from): (OrganisationId, &str),
) -> Answer {
    let start = fresh(me, (lot, cooperative), copy_from.parse().ok());
    let now = me.now;
    match app.write(move |tx| actions::start_bid(tx, start, now)).await {
        Ok(bid) | Err(Failure::Refused(StartRefusal::AlreadyBid(bid))) => {
            Ok(pages::see_other(urls::bid(bid)))
        }
        Err(refused) => Err(refused.into()),
    }
}

/// A new bid of this person for one of their cooperatives.
pub fn fresh(
    me: &SignedIn,
    (lot, cooperative): (LotId, OrganisationId),
    copy_from: Option<BidId>,
) -> StartBid {
    StartBid {
        id: BidId::new(store::new_id()),
        lot,
        cooperative,
        by: (me.id, me.name().to_owned()),
        copy_from,
    }
}

/// The cooperative of the form, or the only one; none when somebody has to choose.
pub fn choose(chances: &Chances, cooperative: &str) -> Result<Option<OrganisationId>, Error> {
    let named = chances.own.iter().find(|(id, _)| id.as_str() == cooperative);
    match (named, &chances.own[..]) {
        (Some((id, _)), _) => Ok(Some(*id)),
        (None, []) => Err(Error::Forbidden),
        // Not one of theirs: whose it is, is nobody's business.
        (None, _) if !cooperative.is_empty() => Err(Error::Missing),
        (None, [(id, _)]) => Ok(Some(*id)),
        (None, _) => Ok(None),
    }
}

fn ask(app: &App, me: &SignedIn, chances: &Chances) -> Answer {
    let mut page = view(app, me, chances);
    let text = app.renderer.translate(me.lang, "bid-start-choose-cooperative", &[]);
    page.page.fault = true;
    page.errors.push(FieldError { field: "cooperative".into(), text });
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, ("bids/start.html", &page))
}

/// The frame of a page about beginning on this lot, and what the lot is called.
pub fn frame(app: &App, me: &Me, chances: &Chances, title: &str) -> (Page, String) {
    let mut page = pages::frame_of(app, me, title, &chances.municipality);
    let lot = lot_label(&chances.lot, (&app.renderer, me.lang));
    page.crumbs = vec![
        pages::crumb(urls::round(chances.round.id), chances.round.definition.title.clone()),
        pages::crumb(urls::lot(chances.lot.id), lot.clone()),
        pages::here(page.title.clone()),
    ];
    (page, lot)
}

fn view(app: &App, me: &SignedIn, chances: &Chances) -> StartPage {
    let r = reader(app, me);
    let lot = &chances.lot;
    let (page, lot_title) = frame(app, me, chances, "bid-start-title");
    let copy = |(bid, name): &(Bid, String)| {
        let label =
            r.renderer.translate(r.lang, "bid-start-copy-from", &[("name", name.as_str().into())]);
        Opt::new(bid.id.as_str(), &label)
    };
    StartPage {
        page,
        errors: vec![],
        lot: lot_title,
        theme: lot.details.theme.clone(),
        action: format!("{}/bids", urls::lot(lot.id)),
        back: urls::lot(lot.id),
        cooperatives: chances.own.iter().map(|(id, name)| Opt::new(id.as_str(), name)).collect(),
        cooperative: chances.own.first().map(|(id, _)| id.to_string()).unwrap_or_default(),
        copies: chances.bids.iter().map(copy).collect(),
        from_file: urls::bid_from_file(lot.id),
    }
}
