//! Areas from a GeoJSON file with the fields of the Dutch statistics office.

use geojson::{Feature, GeoJson, GeometryValue};
use thiserror::Error;

use crate::domain::areas::{Area, Level, Shape};

/// Names the feature, so that the one who made the file can find it.
#[derive(Debug, Error)]
pub enum GeoJsonError {
    #[error("This file is not GeoJSON: {0}.")]
    Unreadable(String),
    #[error("This file holds no list of areas (FeatureCollection).")]
    NoCollection,
    #[error("Area {0} ({1}): {2}.")]
    Feature(usize, String, &'static str),
}

/// Reads all areas; one wrong area refuses the file, because half a map is worse than none.
pub fn read(text: &str) -> Result<Vec<Area>, GeoJsonError> {
    let parsed: GeoJson =
        text.parse().map_err(|e: geojson::Error| GeoJsonError::Unreadable(e.to_string()))?;
    let GeoJson::FeatureCollection(collection) = parsed else {
        return Err(GeoJsonError::NoCollection);
    };
    let areas = collection.features.iter().enumerate();
    areas.map(|(i, f)| area(f).map_err(|why| GeoJsonError::Feature(i + 1, label(f), why))).collect()
}

/// The one area that somebody drew elsewhere: its outer line, whatever else the file says of it.
pub fn outline(text: &str) -> Option<Vec<[f64; 2]>> {
    let geometry = match text.parse::<GeoJson>().ok()? {
        GeoJson::Geometry(geometry) => geometry,
        GeoJson::Feature(feature) => feature.geometry?,
        GeoJson::FeatureCollection(mut all) if all.features.len() == 1 => {
            all.features.pop()?.geometry?
        }
        GeoJson::FeatureCollection(_) => return None,
    };
    let rings = match geometry.value {
        GeometryValue::Polygon { coordinates } => coordinates,
        GeometryValue::MultiPolygon { mut coordinates } if coordinates.len() == 1 => {
            coordinates.pop()?
        }
        _ => return None,
    };
    // A hole would have to be said in words.
    let [outer] = rings.as_slice() else { return None };
    let point = |p: &geojson::Position| match p.as_slice() {
        [east, north, ..] => Some([*east, *north]),
        _ => None,
    };
    let mut points = outer.iter().map(point).collect::<Option<Vec<_>>>()?;
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    Some(points)
}

fn label(feature: &Feature) -> String {
    text(feature, "code").unwrap_or_else(|| "without a code".to_owned())
}

fn text(feature: &Feature, name: &str) -> Option<String> {
    feature.property(name)?.as_str().map(str::to_owned)
}

/// Numbers below zero mean "not known" in the files of the statistics office.
fn number(feature: &Feature, name: &str) -> Option<u32> {
    feature.property(name)?.as_f64().filter(|n| *n >= 0.0).map(|n| n.round() as u32)
}

fn area(feature: &Feature) -> Result<Area, &'static str> {
    let code = text(feature, "code").ok_or("the field code is missing")?;
    let level: Level = text(feature, "niveau")
        .and_then(|l| l.parse().ok())
        .ok_or("the field niveau must be gemeente, wijk or buurt")?;
    let year = number(feature, "peiljaar")
        .and_then(|y| i16::try_from(y).ok())
        .ok_or("the field peiljaar (year) is missing")?;
    Ok(Area {
        name: text(feature, "naam").ok_or("the field naam is missing")?,
        municipality_code: text(feature, "gemeentecode")
            .ok_or("the field gemeentecode is missing")?,
        inhabitants: number(feature, "inwoners"),
        share_65: number(feature, "pct_65plus").and_then(|n| u8::try_from(n).ok()),
        households: number(feature, "huishoudens"),
        shape: shape(feature)?,
        code,
        year,
        level,
    })
}

fn shape(feature: &Feature) -> Result<Shape, &'static str> {
    let geometry = feature.geometry.as_ref().ok_or("it has no shape")?;
    let polygons = match &geometry.value {
        GeometryValue::Polygon { coordinates } => vec![coordinates.clone()],
        GeometryValue::MultiPolygon { coordinates } => coordinates.clone(),
        _ => return Err("its shape must be a Polygon or MultiPolygon"),
    };
    let shape: Shape = polygons
        .iter()
        .map(|rings| rings.iter().map(|ring| ring.iter().map(|p| [p[0], p[1]]).collect()).collect())
        .collect();
    let inside = |p: &[f64; 2]| p[0].abs() <= 180.0 && p[1].abs() <= 90.0;
    if !shape.iter().flatten().flatten().all(inside) {
        return Err("its coordinates must be longitude and latitude (WGS84), not RD metres");
    }
    Ok(shape)
}
