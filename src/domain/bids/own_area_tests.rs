use super::*;
use proptest::prelude::*;

fn area(code: &str, level: Level, x: f64, facts: (Option<u32>, Option<u8>, Option<u32>)) -> Area {
    Area {
        code: code.into(),
        year: 2024,
        level,
        name: format!("Gebied {code}"),
        municipality_code: "GM9902".into(),
        inhabitants: facts.0,
        share_65: facts.1,
        households: facts.2,
        shape: vec![vec![vec![[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0], [x, 0.0]]]],
    }
}

/// A district of two neighbourhoods beside a district without.
fn ground() -> Ground {
    let west = Area {
        shape: vec![vec![vec![[0.0, 0.0], [2.0, 0.0], [2.0, 1.0], [0.0, 1.0], [0.0, 0.0]]]],
        ..area("WK990203", Level::District, 0.0, (Some(300), Some(20), Some(140)))
    };
    let east = area("WK990204", Level::District, 2.0, (Some(1000), Some(30), Some(450)));
    let all = [
        west.clone(),
        east.clone(),
        area("BU99020301", Level::Neighbourhood, 0.0, (Some(100), Some(50), Some(60))),
        area("BU99020302", Level::Neighbourhood, 1.0, (Some(200), None, None)),
        area("BU99020501", Level::Neighbourhood, 9.0, (Some(1), Some(1), Some(1))),
    ];
    Ground::new(vec![west, east], &all)
}

fn keys(keys: &[&str]) -> Pick {
    Pick::Areas { keys: keys.iter().map(|k| (*k).to_owned()).collect() }
}

fn drawn(points: &[Point]) -> Pick {
    Pick::Drawn { points: points.to_vec() }
}

#[test]
fn neighbourhoods_stand_in_the_place_of_their_district() {
    let names: Vec<String> = ground().parts.iter().map(key).collect();
    assert_eq!(names, ["BU99020301-2024", "BU99020302-2024", "WK990204-2024"]);
}

#[test]
fn only_what_is_of_the_lot_can_be_picked() {
    let check = |pick: Pick| ground().check(&pick);
    assert_eq!(check(Pick::Whole), Ok(()));
    assert_eq!(check(keys(&["BU99020301-2024", "WK990204-2024"])), Ok(()));
    assert_eq!(check(keys(&[])), Err(AreaRefusal::Nothing));
    assert_eq!(check(keys(&["BU99020501-2024"])), Err(AreaRefusal::NotInLot));
    assert_eq!(check(keys(&["BU99020301-2023"])), Err(AreaRefusal::NotInLot));
    let corners = [[0.5, 0.2], [2.5, 0.2], [2.5, 0.8], [0.5, 0.8]];
    assert_eq!(check(drawn(&corners)), Ok(()));
    assert_eq!(check(drawn(&corners[..2])), Err(AreaRefusal::FewPoints));
    assert_eq!(check(drawn(&[[0.5, 0.2]; 501])), Err(AreaRefusal::ManyPoints));
    assert_eq!(check(drawn(&[[0.0, 0.0], [1.0, 0.0], [500.0, 1.0]])), Err(AreaRefusal::NotAPoint));
    let bow = [[0.5, 0.2], [1.5, 0.8], [1.5, 0.2], [0.5, 0.8]];
    assert_eq!(check(drawn(&bow)), Err(AreaRefusal::Crosses));
    let half = [[2.5, 0.0], [3.5, 0.0], [3.5, 1.0], [2.5, 1.0]];
    assert_eq!(check(drawn(&half)), Err(AreaRefusal::Outside { percent: 50 }));
    let slip = [[0.0, -0.01], [3.0, -0.01], [3.0, 1.0], [0.0, 1.0]];
    assert_eq!(check(drawn(&slip)), Ok(()));
    let none = Ground::default().check(&drawn(&corners));
    assert_eq!(none, Err(AreaRefusal::NoMap));
}

#[test]
fn figures_are_weighed_and_gaps_are_counted() {
    let sums_of = |pick: Pick| sums(&ground().take(&pick).parts);
    let one = sums_of(keys(&["BU99020301-2024"]));
    assert_eq!((one.inhabitants, one.share_65, one.households), (Some(100), Some(50), Some(60)));
    assert_eq!(one.unknown, 0);
    let two = sums_of(keys(&["BU99020301-2024", "BU99020302-2024"]));
    assert_eq!((two.inhabitants, two.share_65, two.households), (Some(300), Some(50), Some(60)));
    assert_eq!(two.unknown, 1);
    // (300 x 20 + 1000 x 30) / 1300 = 27.7
    let whole = sums_of(Pick::Whole);
    assert_eq!((whole.inhabitants, whole.share_65), (Some(1300), Some(28)));
    let unknown = sums_of(keys(&["BU99020302-2024"]));
    assert_eq!((unknown.inhabitants, unknown.share_65), (Some(200), None));
}

#[test]
fn a_drawing_counts_areas_as_far_as_it_covers_them() {
    let half = [[0.5, 0.0], [2.5, 0.0], [2.5, 1.0], [0.5, 1.0]];
    let taken = ground().take(&drawn(&half));
    let shares: Vec<_> = taken.parts.iter().map(|p| (p.code.as_str(), p.share)).collect();
    assert_eq!(shares, [("BU99020301", 500), ("BU99020302", 1000), ("WK990204", 500)]);
    assert_eq!(sums(&taken.parts).inhabitants, Some(50 + 200 + 500));
}

#[test]
fn corners_are_read_as_people_write_them() {
    let points = vec![[5.1234, 52.5], [5.2, 52.6]];
    assert_eq!(read_points("52.5 5.1234\n\n 52,6; 5,2 "), Ok(points.clone()));
    assert_eq!(read_points(&write_points(&points)), Ok(points));
    for wrong in ["52.5", "52.5 5 1", "noord 5", "NaN 5", "inf 5"] {
        assert_eq!(read_points(wrong), Err(AreaRefusal::NotAPoint), "{wrong}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,80}") {
        let _ = read_points(&text);
    }

    #[test]
    fn no_drawing_makes_it_panic(points in proptest::collection::vec((-3.0..6.0f64, -2.0..3.0f64), 0..12)) {
        let points: Vec<Point> = points.into_iter().map(|(x, y)| [x, y]).collect();
        if ground().check(&drawn(&points)).is_ok() {
            let sums = sums(&ground().take(&drawn(&points)).parts);
            prop_assert!(sums.inhabitants.unwrap_or(0) <= 1300);
        }
    }
}
