//! Areas of the map: municipalities, districts and neighbourhoods with their shapes.

use serde::{Deserialize, Serialize};

/// Longitude and latitude in degrees (WGS84).
pub type Point = [f64; 2];

/// Polygons, each a list of rings: the outer one first, then the holes.
pub type Shape = Vec<Vec<Vec<Point>>>;

/// One area of one year. Code and year together name it: codes are used again for other areas.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    pub code: String,
    pub year: i16,
    pub level: Level,
    pub name: String,
    pub municipality_code: String,
    pub inhabitants: Option<u32>,
    /// Percent of the inhabitants that is 65 or older.
    pub share_65: Option<u8>,
    pub households: Option<u32>,
    pub shape: Shape,
}

crate::domain::accounts::words! {
    /// Dutch words of the statistics office, as they stand in its files.
    Level {
        Municipality = "gemeente",
        District = "wijk",
        Neighbourhood = "buurt",
    }
}

/// A map of shapes as SVG paths, made on the server: works in print, offline and without scripts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Width and height of the view box.
    pub width: u32,
    pub height: u32,
    pub areas: Vec<MapArea>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapArea {
    /// `d` of a path.
    pub path: String,
    /// Where its number stands.
    pub x: i32,
    pub y: i32,
}

/// How places on earth become places in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Projection {
    /// Where the picture begins.
    pub west: f64,
    pub north: f64,
    /// Units of the picture per degree.
    pub across: f64,
    pub down: f64,
    pub width: f64,
    pub height: f64,
}

impl Projection {
    /// Fits the shapes in a picture 1000 wide. Near enough to true for one region: a degree of
    /// longitude is narrower by the cosine of the latitude.
    pub fn of(shapes: &[&Shape]) -> Option<Projection> {
        let points = || shapes.iter().flat_map(|s| s.iter().flatten().flatten());
        let (west, east) = ends(points().map(|p| p[0]))?;
        let (south, north) = ends(points().map(|p| p[1]))?;
        let narrow = ((south + north) / 2.0).to_radians().cos();
        let down = 1000.0 / ((east - west) * narrow).max(north - south).max(f64::EPSILON);
        let across = narrow * down;
        let (width, height) = ((east - west) * across, (north - south) * down);
        Some(Projection { west, north, across, down, width, height })
    }

    pub fn place(&self, point: &Point) -> (f64, f64) {
        ((point[0] - self.west) * self.across, (self.north - point[1]) * self.down)
    }
}

pub fn map(shapes: &[&Shape]) -> Option<Map> {
    let on = Projection::of(shapes)?;
    let place = |point: &Point| on.place(point);
    let areas = shapes.iter().map(|shape| draw(shape, &place)).collect();
    Some(Map { width: on.width.ceil() as u32, height: on.height.ceil() as u32, areas })
}

fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |ends, v| match ends {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

fn draw(shape: &Shape, place: &impl Fn(&Point) -> (f64, f64)) -> MapArea {
    let mut path = String::new();
    for ring in shape.iter().flatten() {
        let mut last = None;
        for point in ring {
            let (x, y) = place(point);
            let here = (x.round() as i32, y.round() as i32);
            // Points that fall on one spot of the picture are one point.
            if last == Some(here) {
                continue;
            }
            path.push(if last.is_none() { 'M' } else { 'L' });
            path.push_str(&format!("{} {}", here.0, here.1));
            last = Some(here);
        }
        path.push('Z');
    }
    let (x, y) = middle(shape, place);
    MapArea { path, x, y }
}

/// Centre of mass of the largest outer ring; for odd shapes the nearest point of the ring's middle
/// is good enough, because the number has a disc of its own.
fn middle(shape: &Shape, place: &impl Fn(&Point) -> (f64, f64)) -> (i32, i32) {
    let rings: Vec<Vec<(f64, f64)>> =
        shape.iter().filter_map(|p| p.first()).map(|r| r.iter().map(place).collect()).collect();
    let weighed = rings.iter().map(|ring| centre(ring));
    let best = weighed.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, 0.0, 0.0));
    (best.1.round() as i32, best.2.round() as i32)
}

/// Area and centre of one ring (shoelace formula).
fn centre(ring: &[(f64, f64)]) -> (f64, f64, f64) {
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().skip(1)) {
        let cross = a.0 * b.1 - b.0 * a.1;
        area += cross;
        x += (a.0 + b.0) * cross;
        y += (a.1 + b.1) * cross;
    }
    if area.abs() < f64::EPSILON {
        let first = ring.first().copied().unwrap_or((0.0, 0.0));
        return (0.0, first.0, first.1);
    }
    (area.abs() / 2.0, x / (3.0 * area), y / (3.0 * area))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_squares_make_a_map_with_their_middles() {
        let square =
            |x: f64| vec![vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]]];
        let map = map(&[&square(0.0), &square(1.0)]).unwrap();
        assert_eq!((map.width, map.height), (1000, 501));
        assert_eq!(map.areas[0].path, "M0 500L500 500L500 0L0 0L0 500Z");
        assert_eq!((map.areas[1].x, map.areas[1].y), (750, 250));
    }
}
