//! One lot for everybody: who lives there, what help, how much money, what counts.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::method::Method;
use super::requirement::RequirementView;
use super::views::{self, LotCard, MapView, Moment, Moved, Reader};
use crate::domain::accounts::{Organisation, Role};
use crate::domain::ids::LotId;
use crate::domain::permission::{Act, Stage};
use crate::domain::review::equivalents::Accepted;
use crate::domain::rounds::lots::{Provision, RunningContract};
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct LotPage {
    page: Page,
    lot: LotCard,
    description: String,
    provision: &'static str,
    categories: Vec<String>,
    running_contract: Option<RunningContract>,
    map: Option<MapView>,
    facts: Vec<AreaFacts>,
    stage: &'static str,
    left: Option<String>,
    closes_at: jiff::Timestamp,
    moved: Option<Moved>,
    timeline: Vec<Moment>,
    method: Method,
    requirements: Vec<RequirementView>,
    round_href: String,
    questions_href: String,
    start: Start,
    cooperatives: Vec<Cooperative>,
}

/// What somebody can do to begin a bid: at most one of the first three; none when it is too late.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Start {
    now: bool,
    sign_in: bool,
    no_cooperative: bool,
    /// They write for more than one cooperative and have to choose.
    several: bool,
}

#[derive(Serialize)]
struct Cooperative {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct AreaFacts {
    name: String,
    inhabitants: Option<u32>,
    share_65: Option<u8>,
    households: Option<u32>,
    year: String,
}

/// `GET /lots/{lot}`
pub async fn lot(me: Me, id: Path<LotId>, app: Data<App>) -> Answer {
    let id = id.into_inner();
    let (now, asker) = (me.now, me.clone());
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewPublic, &store::places::lot(conn, id, None, now)?)?;
        let lot = store::rounds::find_lot(conn, id)?;
        let round = store::rounds::find(conn, lot.round)?;
        let all = store::rounds::lots_of(conn, lot.round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let accepted = store::equivalents::in_force(conn, round.municipality)?;
        let facts = (area_facts(conn, &lot)?, accepted);
        let moved = Moved::of(&round, &store::extensions::of_round(conn, round.id)?);
        Ok::<_, Error>((round, lot, all, owner, (facts, moved)))
    };
    let (round, lot, all, owner, (facts, moved)) = app.read(read).await?;
    let reader = Reader { renderer: &app.renderer, lang: me.lang, now };
    let frame = frame(&app, &me, (&owner, &round, &lot));
    let page = lot_page((frame, facts, &me), &round, (&lot, &all), reader);
    let page = LotPage { moved, ..page };
    pages::html(&app, &me, "public/lot.html", &page)
}

fn frame(app: &App, me: &Me, (owner, round, lot): (&Organisation, &Round, &Lot)) -> Page {
    let mut frame = pages::frame_of(app, me, "lot-title", owner);
    let args =
        [("number", i64::from(lot.number).into()), ("name", lot.details.name.as_str().into())];
    frame.title = app.renderer.translate(me.lang, "lot-named", &args);
    frame.crumbs = vec![
        pages::crumb(format!("/m/{}", owner.slug), owner.name.clone()),
        pages::crumb(urls::round(round.id), round.definition.title.clone()),
        pages::here(frame.title.clone()),
    ];
    frame
}

/// The frame of a page below that of a lot.
pub fn below_lot(app: &App, me: &Me, about: (&Organisation, &Round, &Lot), title: &str) -> Page {
    let mut page = frame(app, me, about);
    let (_, _, lot) = about;
    page.crumbs.pop();
    page.crumbs.push(pages::crumb(urls::lot(lot.id), page.title.clone()));
    page.title = app.renderer.translate(me.lang, title, &[]);
    page.crumbs.push(pages::here(page.title.clone()));
    page
}

fn lot_page(
    (page, (facts, accepted), me): (Page, (Vec<AreaFacts>, Vec<Accepted>), &Me),
    round: &Round,
    (lot, all): (&Lot, &[Lot]),
    r: Reader<'_>,
) -> LotPage {
    let definition = round.definition.for_lot(&lot.details);
    let centre = page.municipality.as_ref().map(|m| m.name.clone()).unwrap_or_default();
    let (start, cooperatives) = start(me, round, r);
    let here = |other: &Lot| {
        (if other.id == lot.id { "current" } else { "open" }, other.details.theme.clone())
    };
    LotPage {
        page,
        lot: LotCard::new(lot, (&definition, &centre), r),
        description: lot.details.description.clone(),
        provision: match lot.details.provision {
            Provision::General => "provision-general",
            Provision::Tailored => "provision-tailored",
        },
        categories: lot
            .details
            .categories
            .iter()
            .map(|c| r.say(&format!("category-{c}")))
            .collect(),
        running_contract: lot.details.running_contract.clone(),
        map: views::map(all, &here).filter(|_| !lot.shapes.is_empty()),
        facts,
        stage: round.stage(r.now).as_str(),
        left: views::left(round, r),
        closes_at: round.closes_at(),
        moved: None,
        timeline: views::timeline(round, r),
        method: Method::new(&definition, r),
        requirements: RequirementView::all(&definition, &accepted),
        round_href: urls::round(round.id),
        questions_href: format!("{}/questions?lot={}", urls::round(round.id), lot.id),
        start,
        cooperatives,
    }
}

fn start(me: &Me, round: &Round, r: Reader<'_>) -> (Start, Vec<Cooperative>) {
    let may_write = |role: Role| matches!(role, Role::Lead | Role::Writer | Role::Signatory);
    let mut own: Vec<Cooperative> = me
        .actor
        .memberships
        .iter()
        .filter(|m| may_write(m.role))
        .map(|m| Cooperative {
            value: m.organisation.to_string(),
            label: m.organisation_name.clone(),
        })
        .collect();
    own.dedup_by(|a, b| a.value == b.value);
    let open = round.stage(r.now) == Stage::Open;
    let start = Start {
        now: open && !own.is_empty(),
        sign_in: open && me.person.is_none(),
        no_cooperative: open && me.person.is_some() && own.is_empty(),
        several: own.len() > 1,
    };
    (start, own)
}

fn area_facts(conn: &mut Conn, lot: &Lot) -> Result<Vec<AreaFacts>, store::StoreError> {
    let fact = |found: crate::domain::areas::Area| AreaFacts {
        name: found.name,
        inhabitants: found.inhabitants,
        share_65: found.share_65,
        households: found.households,
        year: found.year.to_string(),
    };
    let areas = store::areas::find_all(conn, &lot.details.areas)?;
    Ok(areas.into_iter().map(fact).collect())
}
