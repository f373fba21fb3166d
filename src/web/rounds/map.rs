//! The picture of the areas that were chosen for a lot.

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use super::draft;
use super::form::Words;
use super::lot_form::Areas;
use crate::domain::areas::{Area, Level, map};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::lots::AreaRef;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::pages;

#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    pub label: String,
    pub view_box: String,
    pub areas: Vec<Drawn>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Drawn {
    pub path: String,
    pub state: &'static str,
}

/// An area in a form: codes come back in other years for other areas.
pub fn area_key(code: &str, year: i16) -> String {
    format!("{code}-{year}")
}

pub fn read_area_key(key: &str) -> Option<(&str, i16)> {
    let (code, year) = key.rsplit_once('-')?;
    Some((code, year.parse().ok()?))
}

pub fn references(keys: &[String]) -> Vec<AreaRef> {
    let read = |key: &String| {
        let (code, year) = read_area_key(key)?;
        Some(AreaRef { code: code.to_owned(), year, name: String::new() })
    };
    keys.iter().filter_map(read).collect()
}

/// The areas to choose from: of the municipality that was asked for, or else of the one whose name
/// the organisation has, or else of the first.
pub fn areas(
    conn: &mut Conn,
    (asked, name): (&str, &str),
    chosen: &[AreaRef],
) -> Result<Areas, StoreError> {
    let municipalities = store::areas::municipalities(conn)?;
    let named =
        |wanted: &str| municipalities.iter().find(|(code, n)| code == wanted || n == wanted);
    let of = named(asked).or_else(|| named(name)).or_else(|| municipalities.first());
    let of = of.map(|(code, _)| code.clone()).unwrap_or_default();
    let shown = store::areas::within(conn, &of)?;
    let chosen = store::areas::find_all(conn, chosen)?;
    Ok(Areas { shown, chosen, municipalities, of })
}

/// The chosen areas on the others of their level; nothing when there is nothing to draw.
pub fn preview(areas: &Areas, words: Words<'_>) -> Option<Preview> {
    let chosen =
        |area: &Area| areas.chosen.iter().any(|c| (&c.code, c.year) == (&area.code, area.year));
    let districts = areas.shown.iter().any(|a| a.level == Level::District);
    let ground = if districts { Level::District } else { Level::Neighbourhood };
    let behind = areas.shown.iter().filter(|a| a.level == ground && !chosen(a));
    let all: Vec<(&Area, &'static str)> =
        behind.map(|a| (a, "open")).chain(areas.chosen.iter().map(|a| (a, "current"))).collect();
    let shapes: Vec<_> = all.iter().map(|(area, _)| &area.shape).collect();
    let drawing = map(&shapes)?;
    let drawn = drawing.areas.into_iter().zip(&all);
    let names: Vec<&str> = areas.chosen.iter().map(|a| a.name.as_str()).collect();
    let label = match names.is_empty() {
        true => words.say("setup-map-none"),
        false => words.with("setup-map-chosen", &[("names", names.join(", ").into())]),
    };
    Some(Preview {
        label,
        view_box: format!("-10 -10 {} {}", drawing.width + 20, drawing.height + 20),
        areas: drawn.map(|(a, (_, state))| Drawn { path: a.path, state }).collect(),
    })
}

#[derive(Serialize)]
struct MapPart {
    map: Preview,
}

/// `GET /manage/rounds/{round}/map`: the picture alone, for the script of the lot form.
pub async fn part(
    me: SignedIn,
    id: Path<RoundId>,
    query: Query<Vec<(String, String)>>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let found = draft::read(&app, &me, (id, Act::SetUpRound)).await?;
    let value = |name: &str| query.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let of = value("of").unwrap_or_default();
    let keys: Vec<String> =
        query.iter().filter(|(name, _)| name == "areas").map(|(_, key)| key.clone()).collect();
    let chosen = references(&keys);
    let name = found.owner.name;
    let areas =
        app.read::<_, Error, _>(move |conn| Ok(areas(conn, (&of, &name), &chosen)?)).await?;
    let map = preview(&areas, Words::of(&app, &me)).ok_or(Error::Missing)?;
    pages::html(&app, &me, "rounds/_map.html", &MapPart { map })
}
