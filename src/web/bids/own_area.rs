//! The page where a cooperative chooses the part of the lot that it takes on: everything, areas from
//! a list, or a shape drawn on the map, typed as corner points or read from a file.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::area_view::{AreaView, PickMap, pick_map};
use super::desk::reader;
use super::facts::Facts;
use super::when;
use crate::actions::{self, Failure, PickArea};
use crate::documents::geojson;
use crate::domain::areas::{Point, Shape};
use crate::domain::bids::own_area::{
    AreaRefusal, Ground, OwnArea, Pick, key, read_points, write_points,
};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::uploads::{self, Sent, SentFile, blocking};
use crate::web::{App, pages, urls};

/// Bytes of a file with one shape.
const LARGEST_FILE: usize = 512 * 1024;

#[derive(Serialize)]
struct AreaPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    action: String,
    file_action: String,
    version: i32,
    /// Who chose last, and when.
    saved: Option<String>,
    /// Somebody else chose meanwhile; what they chose, in words.
    clash: Option<String>,
    may_change: bool,
    choices: Vec<Choice>,
    choice: &'static str,
    areas: Vec<Choice>,
    picked: Vec<String>,
    points: String,
    map: Option<PickMap>,
    view: Option<AreaView>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    hint: Option<String>,
}

/// What the page is made of.
struct Shown {
    facts: Facts,
    ground: Ground,
    own: Option<OwnArea>,
}

async fn shown(app: &App, me: &SignedIn, bid: BidId, act: Act) -> Result<Shown, Error> {
    let asker = me.me.clone();
    app.read::<_, Error, _>(move |conn| {
        let facts = Facts::load(conn, &asker, bid, act)?;
        Ok(Shown {
            ground: store::own_areas::ground(conn, &facts.round, &facts.lot)?,
            own: store::own_areas::find(conn, bid)?,
            facts,
        })
    })
    .await
}

/// Can it be changed now?
fn must_be_open(shown: &Shown, me: &SignedIn) -> Result<(), Error> {
    let open = shown.facts.bid.may_change(&shown.facts.round, me.now);
    open.map_err(|why| Error::Refused(why.key()))
}

/// What was typed, and what is wrong with it.
struct Fault {
    typed: Option<Pick>,
    points: Option<String>,
    why: AreaRefusal,
}

/// `GET /bids/{bid}/area`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let shown = shown(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    pages::html(&app, &me, "bids/area.html", &view(&app, &me, &shown, None))
}

/// `POST /bids/{bid}/area`
pub async fn pick(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let seen = form.typed.number("version");
    let facts = shown(&app, &me, bid, Act::WriteBid).await?;
    let me = me.at(form.at);
    must_be_open(&facts, &me)?;
    let points = form.typed.text("points").to_owned();
    match read_pick(&form.typed) {
        Ok(pick) => save(&app, &me, bid, (pick, seen, Some(points))).await,
        Err(why) => {
            let drawn = form.typed.text("choice") == "drawn";
            let typed = drawn.then(|| Pick::Drawn { points: vec![] });
            let fault = Fault { typed, points: Some(points), why };
            faulty(&app, &me, &facts, fault)
        }
    }
}

fn read_pick(typed: &Typed) -> Result<Pick, AreaRefusal> {
    match typed.text("choice") {
        "whole" => Ok(Pick::Whole),
        "areas" => Ok(Pick::Areas { keys: typed.all("areas").to_vec() }),
        "drawn" => Ok(Pick::Drawn { points: read_points(typed.text("points"))? }),
        _ => Err(AreaRefusal::Nothing),
    }
}

/// `POST /bids/{bid}/area/file`
pub async fn read_file(
    me: SignedIn,
    bid: Path<BidId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let facts = shown(&app, &me, bid, Act::WriteBid).await?;
    let upload = uploads::receive(&app, &req, form).await?;
    let me = me.at(app.clock.now());
    must_be_open(&facts, &me)?;
    let seen = upload.text("version").parse().unwrap_or(0);
    let points = match upload.file {
        Sent::File(file) => blocking(move || outline(file)).await?,
        Sent::Nothing | Sent::TooLarge(_) => None,
    };
    match points {
        Some(points) => save(&app, &me, bid, (Pick::Drawn { points }, seen, None)).await,
        None => {
            faulty(&app, &me, &facts, Fault { typed: None, points: None, why: AreaRefusal::File })
        }
    }
}

fn outline(mut file: SentFile) -> Option<Vec<Point>> {
    // One more than it may be: then it is too large.
    let bytes = file.content.bytes(LARGEST_FILE as u64 + 1).ok()?;
    let bytes = Some(bytes).filter(|bytes| bytes.len() <= LARGEST_FILE)?;
    geojson::outline(std::str::from_utf8(&bytes).ok()?)
}

async fn save(
    app: &App,
    me: &SignedIn,
    bid: BidId,
    (pick, seen, points): (Pick, i32, Option<String>),
) -> Answer {
    let (typed, now) = (pick.clone(), me.now);
    let new = PickArea { bid, pick, seen, by: (me.id, me.name().to_owned()) };
    match app.write(move |tx| actions::pick_area(tx, new, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}/area", urls::bid(bid)))),
        Err(Failure::Store(error)) => Err(error.into()),
        Err(Failure::Refused(AreaRefusal::Shut(why))) => Err(Error::Refused(why.key())),
        Err(Failure::Refused(why)) => {
            let shown = shown(app, me, bid, Act::WriteBid).await?;
            faulty(app, me, &shown, Fault { typed: Some(typed), points, why })
        }
    }
}

/// The page with what was typed; 409 when somebody else was first.
fn faulty(app: &App, me: &SignedIn, shown: &Shown, fault: Fault) -> Answer {
    let status = match fault.why {
        AreaRefusal::Changed => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = view(app, me, shown, Some(fault));
    pages::with_status(app, me, status, ("bids/area.html", &page))
}

fn view(app: &App, me: &SignedIn, shown: &Shown, fault: Option<Fault>) -> AreaPage {
    let Shown { facts, ground, own } = shown;
    let r = reader(app, me);
    let typed = fault.as_ref().and_then(|fault| fault.typed.as_ref());
    let pick = typed.or(own.as_ref().map(|own| &own.pick));
    let clash = matches!(fault, Some(Fault { why: AreaRefusal::Changed, .. }));
    let section = urls::bid_section(facts.bid.id, "lot_and_task");
    let mut page = facts.frame(app, me, "area-title", &[]);
    page.fault = fault.is_some();
    let points = match pick {
        Some(Pick::Drawn { points }) => points.as_slice(),
        _ => &[],
    };
    let may_change = facts.bid.may_change(&facts.round, me.now).is_ok();
    let typed_points = fault.as_ref().and_then(|fault| fault.points.clone());
    AreaPage {
        page,
        errors: fault.iter().filter_map(|fault| error(app, me, (fault.why, ground))).collect(),
        lot: facts.lot_title(),
        back: if facts.round.definition.section("lot_and_task").is_some() {
            section
        } else {
            urls::bid(facts.bid.id)
        },
        action: format!("{}/area", urls::bid(facts.bid.id)),
        file_action: format!("{}/area/file", urls::bid(facts.bid.id)),
        version: own.as_ref().map_or(0, |own| own.version),
        saved: own.as_ref().map(|own| format!("{}, {}", own.by_name, when::ago(r, own.at))),
        clash: own.as_ref().filter(|_| clash).map(|own| {
            let taken = ground.take(&own.pick);
            format!("{}: {}", own.by_name, super::area_view::picked(r, &taken))
        }),
        may_change,
        choices: choices(app, me, ground),
        choice: pick.map_or("", word),
        areas: ground.parts.iter().map(|area| listed(app, me, area)).collect(),
        picked: match pick {
            Some(Pick::Areas { keys }) => keys.clone(),
            _ => vec![],
        },
        points: typed_points.unwrap_or_else(|| write_points(points)),
        map: the_map(r.say("area-map"), ground, (pick, points)),
        view: own.as_ref().map(|own| {
            let below: Vec<&Shape> = ground.parts.iter().map(|area| &area.shape).collect();
            let view = AreaView::new(r, &ground.take(&own.pick), &below);
            // Who can change it has the map to pick on.
            AreaView { map: view.map.filter(|_| !may_change), ..view }
        }),
    }
}

fn word(pick: &Pick) -> &'static str {
    match pick {
        Pick::Whole => "whole",
        Pick::Areas { .. } => "areas",
        Pick::Drawn { .. } => "drawn",
    }
}

/// Without a map there is only the whole lot.
fn choices(app: &App, me: &SignedIn, ground: &Ground) -> Vec<Choice> {
    let words: &[&str] =
        if ground.parts.is_empty() { &["whole"] } else { &["whole", "areas", "drawn"] };
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: app.renderer.translate(me.lang, &format!("area-choice-{word}"), &[]),
        hint: None,
    };
    words.iter().map(choice).collect()
}

fn listed(app: &App, me: &SignedIn, area: &crate::domain::areas::Area) -> Choice {
    let hint = area.inhabitants.map(|count| {
        app.renderer.translate(me.lang, "area-people", &[("count", i64::from(count).into())])
    });
    Choice { value: key(area), label: area.name.clone(), hint }
}

fn the_map(
    label: String,
    ground: &Ground,
    (pick, points): (Option<&Pick>, &[Point]),
) -> Option<PickMap> {
    let picked = |area: &crate::domain::areas::Area| match pick {
        Some(Pick::Whole) => true,
        Some(Pick::Areas { keys }) => keys.contains(&key(area)),
        Some(Pick::Drawn { .. }) | None => false,
    };
    let areas: Vec<(String, &str, &Shape, bool)> = ground
        .parts
        .iter()
        .map(|area| (key(area), area.name.as_str(), &area.shape, picked(area)))
        .collect();
    pick_map(label, &areas, points)
}

/// The sentence of a refusal at its field; a clash is told apart.
fn error(app: &App, me: &SignedIn, (why, ground): (AreaRefusal, &Ground)) -> Option<FieldError> {
    let field = match why {
        AreaRefusal::Changed => return None,
        // Without a map there is only the choice.
        _ if ground.parts.is_empty() => "choice",
        AreaRefusal::NotInLot => "areas",
        AreaRefusal::File => "file",
        AreaRefusal::Nothing | AreaRefusal::NoMap | AreaRefusal::Shut(_) => "choice",
        AreaRefusal::FewPoints
        | AreaRefusal::ManyPoints
        | AreaRefusal::NotAPoint
        | AreaRefusal::Crosses
        | AreaRefusal::Outside { .. } => "points",
    };
    let percent = match why {
        AreaRefusal::Outside { percent } => i64::from(percent),
        _ => 0,
    };
    let text = app.renderer.translate(me.lang, why.key(), &[("percent", percent.into())]);
    Some(FieldError { field: field.into(), text })
}
