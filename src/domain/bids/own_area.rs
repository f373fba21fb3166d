//! The part of its lot that a cooperative takes on: all of it, some of its areas, or what somebody
//! drew. What is known of the people there comes from the areas as they were imported.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Shut;
use crate::domain::areas::{Area, Level, Point, Shape};
use crate::domain::ids::PersonId;
use crate::domain::overlap::{crosses, share_on, share_outside};
use crate::domain::refusal::Refusal;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Pick {
    Whole,
    /// Codes with their years, such as `BU99020301-2024`.
    Areas {
        keys: Vec<String>,
    },
    /// Corner points in order; the last is joined to the first.
    Drawn {
        points: Vec<Point>,
    },
}

/// A pick as it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnArea {
    pub pick: Pick,
    /// 0: nothing was chosen yet.
    pub version: i32,
    pub by: PersonId,
    pub by_name: String,
    pub at: Timestamp,
}

/// The areas of a lot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ground {
    /// As the municipality named them.
    pub whole: Vec<Area>,
    /// The smallest that can be picked; no two lie on each other.
    pub parts: Vec<Area>,
}

/// An area, or a part of it, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub code: String,
    pub year: i16,
    pub name: String,
    /// Thousandths of the area that count.
    pub share: u16,
    pub inhabitants: Option<u32>,
    pub share_65: Option<u8>,
    pub households: Option<u32>,
}

/// What goes into the bid as it is handed in: with the figures as they were then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    pub pick: Pick,
    pub parts: Vec<Part>,
    /// Of what was picked or drawn, so that it can be shown when the areas are others.
    pub shape: Shape,
}

impl Eq for Taken {}

/// A total over areas of which some may not be known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub inhabitants: Option<u32>,
    pub households: Option<u32>,
    /// Percent, weighed by inhabitants and rounded once.
    pub share_65: Option<u8>,
    /// Areas of which a figure is missing.
    pub unknown: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AreaRefusal {
    #[error("no area was picked")]
    Nothing,
    #[error("an area is not of this lot")]
    NotInLot,
    #[error("there is no map of this lot")]
    NoMap,
    #[error("three corners make an area")]
    FewPoints,
    #[error("too many corners")]
    ManyPoints,
    #[error("a line is not a place on earth")]
    NotAPoint,
    #[error("the line crosses itself")]
    Crosses,
    #[error("{percent} percent lies outside the lot")]
    Outside { percent: u8 },
    #[error("the file holds no area")]
    File,
    #[error("somebody else chose another area")]
    Changed,
    #[error(transparent)]
    Shut(#[from] Shut),
}

impl Refusal for AreaRefusal {
    fn key(&self) -> &'static str {
        match self {
            AreaRefusal::Nothing => "area-refused-nothing",
            AreaRefusal::NotInLot => "area-refused-not-in-lot",
            AreaRefusal::NoMap => "area-refused-no-map",
            AreaRefusal::FewPoints => "area-refused-few-points",
            AreaRefusal::ManyPoints => "area-refused-many-points",
            AreaRefusal::NotAPoint => "area-refused-not-a-point",
            AreaRefusal::Crosses => "area-refused-crosses",
            AreaRefusal::Outside { .. } => "area-refused-outside",
            AreaRefusal::File => "area-refused-file",
            AreaRefusal::Changed => "area-refused-changed",
            AreaRefusal::Shut(why) => why.key(),
        }
    }
}

/// Corners of something drawn by hand.
const MOST_POINTS: usize = 500;
/// A hand is not exact: so much of a drawing may lie outside the lot.
const SLIP: f64 = 0.02;
/// An area that counts in full.
pub const WHOLE: u16 = 1000;

pub fn key(area: &Area) -> String {
    format!("{}-{}", area.code, area.year)
}

impl Ground {
    /// Neighbourhoods go in the place of the district they are part of; their codes begin with its
    /// digits. `all` are the areas of the same municipalities.
    pub fn new(whole: Vec<Area>, all: &[Area]) -> Ground {
        let within = |outer: &Area| -> Vec<Area> {
            let level = match outer.level {
                Level::Municipality => Level::District,
                Level::District | Level::Neighbourhood => Level::Neighbourhood,
            };
            let inside = |a: &&Area| {
                let digits = |code: &str| code.chars().skip(2).collect::<String>();
                a.level == level
                    && a.level != outer.level
                    && a.year == outer.year
                    && digits(&a.code).starts_with(&digits(&outer.code))
            };
            all.iter().filter(inside).cloned().collect()
        };
        let mut parts: Vec<Area> = vec![];
        for outer in &whole {
            let inner = within(outer);
            let found = if inner.is_empty() { vec![outer.clone()] } else { inner };
            parts.extend(
                found
                    .into_iter()
                    .filter(|a| parts.iter().all(|b| key(a) != key(b)))
                    .collect::<Vec<_>>(),
            );
        }
        Ground { whole, parts }
    }

    /// Is this a pick that can be made here?
    pub fn check(&self, pick: &Pick) -> Result<(), AreaRefusal> {
        match pick {
            Pick::Whole => Ok(()),
            Pick::Areas { keys } if keys.is_empty() => Err(AreaRefusal::Nothing),
            Pick::Areas { keys } => {
                let known = |k: &String| self.parts.iter().any(|area| key(area) == *k);
                if keys.iter().all(known) { Ok(()) } else { Err(AreaRefusal::NotInLot) }
            }
            Pick::Drawn { points } => self.check_drawn(points),
        }
    }

    fn check_drawn(&self, points: &[Point]) -> Result<(), AreaRefusal> {
        let on_earth = |p: &Point| p[0].abs() <= 180.0 && p[1].abs() <= 90.0;
        if self.parts.is_empty() {
            return Err(AreaRefusal::NoMap);
        }
        if points.len() < 3 {
            return Err(AreaRefusal::FewPoints);
        }
        if points.len() > MOST_POINTS {
            return Err(AreaRefusal::ManyPoints);
        }
        if !points.iter().all(on_earth) {
            return Err(AreaRefusal::NotAPoint);
        }
        if crosses(points) {
            return Err(AreaRefusal::Crosses);
        }
        let whole: Vec<&Shape> = self.whole.iter().map(|area| &area.shape).collect();
        let outside = share_outside(&ring(points), &whole);
        if outside > SLIP {
            let percent = (outside * 100.0).round().clamp(1.0, 100.0) as u8;
            return Err(AreaRefusal::Outside { percent });
        }
        Ok(())
    }

    /// The pick with the figures and the shape of today.
    pub fn take(&self, pick: &Pick) -> Taken {
        let all = |areas: Vec<&Area>| -> (Vec<Part>, Shape) {
            let parts = areas.iter().map(|area| part(area, WHOLE)).collect();
            (parts, areas.into_iter().flat_map(|area| area.shape.clone()).collect())
        };
        let (parts, shape) = match pick {
            Pick::Whole => all(self.whole.iter().collect()),
            Pick::Areas { keys } => {
                all(self.parts.iter().filter(|area| keys.contains(&key(area))).collect())
            }
            Pick::Drawn { points } => {
                let drawn = ring(points);
                (self.under(&drawn), drawn)
            }
        };
        Taken { pick: pick.clone(), parts, shape }
    }

    /// The areas that a drawing covers, each as far as it does; the edge of one that the drawing
    /// hardly touches is a slip.
    fn under(&self, drawn: &Shape) -> Vec<Part> {
        let touched = self.parts.iter().filter(|area| share_on(drawn, &area.shape) > SLIP);
        let thousandths = |area: &Area| {
            let share = share_on(&area.shape, drawn) * f64::from(WHOLE);
            share.round().clamp(1.0, f64::from(WHOLE)) as u16
        };
        touched.map(|area| part(area, thousandths(area))).collect()
    }
}

fn part(area: &Area, share: u16) -> Part {
    Part {
        code: area.code.clone(),
        year: area.year,
        name: area.name.clone(),
        share,
        inhabitants: area.inhabitants,
        share_65: area.share_65,
        households: area.households,
    }
}

/// A closed shape of corner points.
pub fn ring(points: &[Point]) -> Shape {
    let closed = points.iter().chain(points.first()).copied().collect();
    vec![vec![closed]]
}

/// Totals of what is known. A part of an area counts for its share, as if people lived evenly.
pub fn sums(parts: &[Part]) -> Sums {
    let total = |of: fn(&Part) -> Option<u32>| -> Option<u32> {
        let known = parts.iter().filter_map(|p| Some(u64::from(of(p)?) * u64::from(p.share)));
        let (count, sum) = known.fold((0, 0), |(count, sum), n| (count + 1, sum + n));
        (count > 0).then(|| u32::try_from((sum + 500) / u64::from(WHOLE)).unwrap_or(u32::MAX))
    };
    let weighed = parts.iter().filter_map(|p| {
        let weight = u64::from(p.inhabitants?) * u64::from(p.share);
        Some((weight, weight * u64::from(p.share_65?)))
    });
    let (weight, old) = weighed.fold((0, 0), |(w, o), (weight, old)| (w + weight, o + old));
    let unknown =
        |p: &&Part| p.inhabitants.is_none() || p.households.is_none() || p.share_65.is_none();
    Sums {
        inhabitants: total(|p| p.inhabitants),
        households: total(|p| p.households),
        share_65: (weight > 0)
            .then(|| u8::try_from((old * 2 + weight) / (2 * weight)).unwrap_or(100)),
        unknown: parts.iter().filter(unknown).count(),
    }
}

/// Corner points as people write them: one a line, first the latitude, then the longitude, such as
/// `52.1234 5.1234` or `52,1234; 5,1234`.
pub fn read_points(text: &str) -> Result<Vec<Point>, AreaRefusal> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| read_point(line).ok_or(AreaRefusal::NotAPoint)).collect()
}

fn read_point(line: &str) -> Option<Point> {
    let mut numbers = line.split([' ', ';', '\t']).filter(|part| !part.is_empty()).map(|part| {
        let plain = part.trim_end_matches(',').replace(',', ".");
        plain.parse::<f64>().ok().filter(|n| n.is_finite())
    });
    match (numbers.next()??, numbers.next()??, numbers.next()) {
        (north, east, None) => Some([east, north]),
        _ => None,
    }
}

pub fn write_points(points: &[Point]) -> String {
    let line = |p: &Point| format!("{:.5} {:.5}", p[1], p[0]);
    points.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
#[path = "own_area_tests.rs"]
mod tests;
