//! How shapes lie on each other. Shares are near enough in degrees: within one municipality a square
//! degree is the same everywhere.

use geo::{Area as _, BooleanOps, LineString, MultiPolygon, Polygon};

use crate::domain::areas::{Point, Shape};

fn polygons(shape: &Shape) -> MultiPolygon<f64> {
    let ring =
        |ring: &Vec<Point>| LineString::from(ring.iter().map(|p| (p[0], p[1])).collect::<Vec<_>>());
    let polygon = |rings: &Vec<Vec<Point>>| {
        let mut rings = rings.iter().map(ring);
        let outer = rings.next().unwrap_or_else(|| LineString::new(vec![]));
        Polygon::new(outer, rings.collect())
    };
    MultiPolygon::new(shape.iter().map(polygon).collect())
}

/// The part of `shape`, from 0 to 1, that lies on `ground`. Nothing of something without a size.
pub fn share_on(shape: &Shape, ground: &Shape) -> f64 {
    let (shape, ground) = (polygons(shape), polygons(ground));
    let size = shape.unsigned_area();
    if size <= 0.0 {
        return 0.0;
    }
    (shape.intersection(&ground).unsigned_area() / size).clamp(0.0, 1.0)
}

/// The part of `shape` that lies on none of these, which do not lie on each other.
pub fn share_outside(shape: &Shape, grounds: &[&Shape]) -> f64 {
    let on: f64 = grounds.iter().map(|ground| share_on(shape, ground)).sum();
    (1.0 - on).clamp(0.0, 1.0)
}

/// Does a line around these points cross itself?
pub fn crosses(points: &[Point]) -> bool {
    let side = |i: usize| (points[i], points[(i + 1) % points.len()]);
    (0..points.len()).any(|i| {
        // The next side begins where this one ends.
        (i + 2..points.len()).any(|j| (i > 0 || j + 1 < points.len()) && meet(side(i), side(j)))
    })
}

fn meet((a, b): (Point, Point), (c, d): (Point, Point)) -> bool {
    let turn = |p: Point, q: Point, r: Point| {
        let way = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
        way.partial_cmp(&0.0).map(|o| o as i8).unwrap_or_default()
    };
    turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn square(x: f64, y: f64, side: f64) -> Shape {
        vec![vec![vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]]
    }

    #[test]
    fn parts_of_shapes_are_counted() {
        let near = |share: f64, wanted: f64| assert!((share - wanted).abs() < 1e-6, "{share}");
        near(share_on(&square(0.0, 0.0, 2.0), &square(1.0, 0.0, 2.0)), 0.5);
        near(share_on(&square(0.0, 0.0, 1.0), &square(5.0, 5.0, 1.0)), 0.0);
        let (west, east) = (square(0.0, 0.0, 1.0), square(1.0, 0.0, 1.0));
        let both = vec![vec![vec![[0.5, 0.0], [1.5, 0.0], [1.5, 1.0], [0.5, 1.0], [0.5, 0.0]]]];
        near(share_outside(&both, &[&west, &east]), 0.0);
        near(share_outside(&both, &[&west]), 0.5);
        near(share_on(&vec![], &west), 0.0);
    }

    #[test]
    fn a_line_that_crosses_itself_is_seen() {
        assert!(!crosses(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]));
        assert!(crosses(&[[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0]]));
        assert!(!crosses(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]));
    }

    proptest! {
        #[test]
        fn a_share_is_a_share(x in -2.0..2.0f64, y in -2.0..2.0f64, side in 0.01..3.0f64) {
            let (one, other) = (square(0.0, 0.0, 1.0), square(x, y, side));
            let on = share_on(&one, &other);
            prop_assert!((0.0..=1.0).contains(&on));
            prop_assert!((share_outside(&one, &[&other]) + on - 1.0).abs() < 1e-9);
        }
    }
}
