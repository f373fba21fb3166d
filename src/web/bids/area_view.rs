//! The area that a bid takes on, to read: a picture, and what is known of the people there.

use serde::Serialize;

use super::cost_tables::{RowView, TableView};
use crate::domain::areas::{Projection, Shape, map};
use crate::domain::bids::own_area::{Part, Pick, Sums, Taken, WHOLE, sums};
use crate::web::public::views::Reader;
use crate::web::rounds::map::{Drawn, Preview};

#[derive(Serialize)]
pub struct AreaView {
    /// `Een deel van het perceel: 3 gebieden`.
    pub picked: String,
    pub table: TableView,
    pub map: Option<Preview>,
}

impl AreaView {
    /// As it stands in a bid. `ground` are the shapes that lie below it.
    pub fn new(r: Reader<'_>, taken: &Taken, ground: &[&Shape]) -> AreaView {
        AreaView {
            picked: picked(r, taken),
            table: table(r, taken),
            map: picture(r, taken, ground),
        }
    }
}

pub fn picked(r: Reader<'_>, taken: &Taken) -> String {
    let count = i64::try_from(taken.parts.len()).unwrap_or_default();
    match taken.pick {
        Pick::Whole => r.say("area-picked-whole"),
        Pick::Areas { .. } => {
            r.renderer.translate(r.lang, "area-picked-areas", &[("count", count.into())])
        }
        Pick::Drawn { .. } => r.say("area-picked-drawn"),
    }
}

/// One row per area and one for all of them.
pub fn table(r: Reader<'_>, taken: &Taken) -> TableView {
    let sums = sums(&taken.parts);
    let mut rows: Vec<RowView> = taken.parts.iter().map(|part| row(r, part)).collect();
    let total = [count(r, sums.inhabitants), percent(r, sums.share_65), count(r, sums.households)];
    rows.push(RowView {
        head: r.say("area-total"),
        cells: total.into(),
        total: true,
        amounts: vec![],
    });
    let heads = ["area-name", "area-inhabitants", "area-share-65", "area-households"];
    TableView {
        caption: r.say("area-facts"),
        heads: heads.map(|key| r.say(key)).into(),
        rows,
        notes: notes(r, taken, sums),
        workings: vec![],
    }
}

fn row(r: Reader<'_>, part: &Part) -> RowView {
    let head = match part.share {
        WHOLE => part.name.clone(),
        share => {
            let key = if share < 10 { "area-part-of-little" } else { "area-part-of" };
            let percent = i64::from((share + 5) / 10);
            let args = [("name", part.name.as_str().into()), ("share", percent.into())];
            r.renderer.translate(r.lang, key, &args)
        }
    };
    let cells =
        [count(r, part.inhabitants), percent(r, part.share_65), count(r, part.households)].into();
    RowView { head, cells, total: false, amounts: vec![] }
}

fn count(r: Reader<'_>, number: Option<u32>) -> String {
    match number {
        Some(number) => r.renderer.number(r.lang, number.into()),
        None => r.say("area-no-data"),
    }
}

fn percent(r: Reader<'_>, share: Option<u8>) -> String {
    match share {
        Some(share) => format!("{share} %"),
        None => r.say("area-no-data"),
    }
}

fn notes(r: Reader<'_>, taken: &Taken, sums: Sums) -> Vec<String> {
    let mut notes = vec![];
    if let Some(part) = taken.parts.first() {
        let year = part.year.to_string();
        notes.push(r.renderer.translate(r.lang, "area-note-year", &[("year", year.into())]));
    }
    if sums.unknown > 0 {
        let count = i64::try_from(sums.unknown).unwrap_or_default();
        notes.push(r.renderer.translate(r.lang, "area-note-unknown", &[("count", count.into())]));
    }
    match taken.pick {
        Pick::Drawn { .. } => notes.push(r.say("area-note-estimate")),
        Pick::Whole | Pick::Areas { .. } => {}
    }
    notes
}

fn picture(r: Reader<'_>, taken: &Taken, ground: &[&Shape]) -> Option<Preview> {
    let shapes: Vec<&Shape> = ground.iter().copied().chain([&taken.shape]).collect();
    let drawing = map(&shapes)?;
    let below = ground.len();
    let drawn = drawing.areas.into_iter().enumerate();
    Some(Preview {
        label: picked(r, taken),
        view_box: view_box(drawing.width, drawing.height),
        areas: drawn
            .map(|(n, a)| Drawn { path: a.path, state: if n < below { "open" } else { "current" } })
            .collect(),
    })
}

fn view_box(width: u32, height: u32) -> String {
    format!("-10 -10 {} {}", width + 20, height + 20)
}

/// The map to pick on: the areas of the lot, and what is drawn.
#[derive(Serialize)]
pub struct PickMap {
    pub label: String,
    pub view_box: String,
    pub areas: Vec<PickArea>,
    /// Corners of the drawing, as the attribute `points` of a polygon.
    pub drawn: String,
    pub on: Projection,
}

#[derive(Serialize)]
pub struct PickArea {
    pub key: String,
    pub name: String,
    pub path: String,
    pub state: &'static str,
}

/// `areas`: key, name, shape, and whether it is picked.
pub fn pick_map(
    label: String,
    areas: &[(String, &str, &Shape, bool)],
    points: &[[f64; 2]],
) -> Option<PickMap> {
    let shapes: Vec<&Shape> = areas.iter().map(|(_, _, shape, _)| *shape).collect();
    let (on, drawing) = (Projection::of(&shapes)?, map(&shapes)?);
    let corner = |point: &[f64; 2]| {
        let (x, y) = on.place(point);
        format!("{x:.0},{y:.0}")
    };
    let area = |(path, (key, name, _, picked)): (String, &(String, &str, &Shape, bool))| PickArea {
        key: key.clone(),
        name: (*name).to_owned(),
        path,
        state: if *picked { "current" } else { "open" },
    };
    Some(PickMap {
        label,
        view_box: view_box(drawing.width, drawing.height),
        areas: drawing.areas.into_iter().map(|a| a.path).zip(areas).map(area).collect(),
        drawn: points.iter().map(corner).collect::<Vec<_>>().join(" "),
        on,
    })
}
