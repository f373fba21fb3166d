//! One round for everybody: map, lots, days, money, and how bids are judged.

use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::method::Method;
use super::requirement::RequirementView;
use super::route::RouteView;
use super::views::{self, LotCard, MapView, Moment, Moved, Reader};
use super::weights::JoinedView;
use crate::domain::accounts::Organisation;
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::joined::{Mandate, MandateState, Participant};
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Deserialize)]
pub struct Filter {
    #[serde(default)]
    theme: String,
}

#[derive(Serialize)]
struct RoundPage {
    page: Page,
    title: String,
    summary: String,
    stage: &'static str,
    left: Option<String>,
    closes_at: jiff::Timestamp,
    moved: Option<Moved>,
    budget: i64,
    count: usize,
    answers: usize,
    lots: Vec<LotCard>,
    themes: Vec<Theme>,
    theme: String,
    map: Option<MapView>,
    map_lots: Vec<ListedArea>,
    timeline: Vec<Moment>,
    method: Method,
    /// Who buys together.
    joined: Option<JoinedView>,
    requirements: Vec<RequirementView>,
    route: RouteView,
    contact: crate::domain::rounds::definition::Contact,
    hash: String,
    questions_href: String,
    complaints_href: String,
    amendments_href: String,
    result_href: Option<String>,
    attribution: bool,
}

#[derive(Serialize)]
struct Theme {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct ListedArea {
    number: u16,
    name: String,
    href: String,
    text: String,
}

/// `GET /rounds/{round}`
pub async fn round(me: Me, id: Path<RoundId>, query: Query<Filter>, app: Data<App>) -> Answer {
    let id = id.into_inner();
    let now = me.now;
    let asker = me.clone();
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewPublic, &store::places::round(conn, id, now)?)?;
        let round = store::rounds::find(conn, id)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let answered = store::questions::of_round(conn, id)?;
        let answers = answered.iter().filter(|q| q.is_public()).count();
        let moved = Moved::of(&round, &store::extensions::of_round(conn, id)?);
        let accepted = store::equivalents::in_force(conn, round.municipality)?;
        let requirements = RequirementView::all(&round.definition, &accepted);
        let told = (answers, requirements, given(conn, &round)?);
        Ok::<_, Error>((store::rounds::lots_of(conn, id)?, round, (owner, moved), told))
    };
    let (lots, round, (owner, moved), told) = app.read(read).await?;
    let reader = Reader { renderer: &app.renderer, lang: me.lang, now };
    let frame = frame(&app, &me, (&owner, &round));
    let page = round_page((frame, told), &round, &lots, (&query.theme, reader));
    let page = RoundPage { moved, ..page };
    pages::html(&app, &me, "public/round.html", &page)
}

/// The mandates of a joint round.
fn given(conn: &mut Conn, round: &Round) -> Result<Vec<Mandate>, Error> {
    match round.definition.participants.is_empty() {
        true => Ok(vec![]),
        false => Ok(store::joined::mandates(conn, round.id)?),
    }
}

fn frame(app: &App, me: &Me, (owner, round): (&Organisation, &Round)) -> Page {
    let mut frame = pages::frame_of(app, me, "round-title", owner);
    frame.title.clone_from(&round.definition.title);
    frame.crumbs = vec![
        pages::crumb(format!("/m/{}", owner.slug), owner.name.clone()),
        pages::here(round.definition.title.clone()),
    ];
    frame
}

/// Answers so far, what is demanded, and the mandates of a joint round.
type Told = (usize, Vec<RequirementView>, Vec<Mandate>);

fn round_page(
    (page, (answers, requirements, mandates)): (Page, Told),
    round: &Round,
    lots: &[Lot],
    (theme, r): (&str, Reader<'_>),
) -> RoundPage {
    let definition = &round.definition;
    let centre = page.municipality.as_ref().map(|m| m.name.clone()).unwrap_or_default();
    let hash = round.publication().map(|p| p.hash.clone()).unwrap_or_default();
    let state = |own: &Participant| MandateState::of(&mandates, own.municipality, &hash);
    let shown = lots.iter().filter(|l| theme.is_empty() || l.details.theme == theme);
    let about = |lot: &Lot| ("open", lot.details.theme.clone());
    RoundPage {
        page,
        title: definition.title.clone(),
        summary: definition.summary.clone(),
        stage: round.stage(r.now).as_str(),
        left: views::left(round, r),
        closes_at: round.closes_at(),
        moved: None,
        budget: lots.iter().map(|l| l.details.budget.0).sum(),
        count: lots.len(),
        answers,
        lots: shown.map(|lot| LotCard::new(lot, (definition, &centre), r)).collect(),
        themes: themes(lots),
        theme: theme.to_owned(),
        map: views::map(lots, &about),
        map_lots: lots.iter().map(listed).collect(),
        timeline: views::timeline(round, r),
        method: Method::new(definition, r),
        joined: JoinedView::new((definition, &centre), state, r),
        requirements,
        route: RouteView::new(definition, r),
        contact: definition.contact.clone(),
        hash: hash.clone(),
        questions_href: format!("{}/questions", urls::round(round.id)),
        complaints_href: format!("{}/complaints", urls::round(round.id)),
        amendments_href: format!("{}/amendments", urls::round(round.id)),
        result_href: result(round),
        attribution: lots.iter().any(|l| !l.details.areas.is_empty()),
    }
}

fn result(round: &Round) -> Option<String> {
    let decided = matches!(round.phase, crate::domain::rounds::Phase::Decided { .. });
    decided.then(|| format!("{}/result", urls::round(round.id)))
}

fn listed(lot: &Lot) -> ListedArea {
    ListedArea {
        number: lot.number,
        name: lot.details.name.clone(),
        href: urls::lot(lot.id),
        text: lot.details.theme.clone(),
    }
}

fn themes(lots: &[Lot]) -> Vec<Theme> {
    let mut all: Vec<String> = lots.iter().map(|l| l.details.theme.clone()).collect();
    all.sort();
    all.dedup();
    all.into_iter().map(|theme| Theme { value: theme.clone(), label: theme }).collect()
}
