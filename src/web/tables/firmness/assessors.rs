//! How far the assessors lay apart before the table: how many items in each band, and who gave
//! higher or lower grades than the others. Assessors go by the number that they have in the
//! minutes.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::sight::{Sight, Words};
use crate::domain::scoring::panel::{AssessorProfile, Ratings, assessor_profiles};
use crate::domain::scoring::{Band, Exact};
use crate::domain::tables::FirstGrade;

#[derive(Serialize)]
pub struct Bands {
    rows: Vec<BandRow>,
    /// Some assessors let a bid fall out and others did not.
    split: Option<String>,
}

#[derive(Serialize)]
struct BandRow {
    name: String,
    count: usize,
    /// Percents for the drawing.
    width: usize,
}

#[derive(Serialize)]
pub struct Severity {
    name: String,
    text: String,
    spread: String,
    /// How many grades it rests on, and of how many bids.
    grades: usize,
    bids: usize,
    /// Percents for the drawing. Half is as the others, and an end is a quarter of the scale away.
    from: f64,
    width: f64,
}

const BANDS: [(Option<Band>, &str); 4] = [
    (Some(Band::Red), "firm-band-red"),
    (Some(Band::Orange), "firm-band-orange"),
    (Some(Band::Green), "firm-band-green"),
    (None, "firm-band-none"),
];

/// How many items lay how far apart.
pub fn bands(sight: &Sight, words: Words<'_>) -> Bands {
    let agenda = sight.agenda();
    let limits = sight.round.definition.meeting.bands;
    let percent = |limit: u8| i64::from(limit).into();
    let limits = [("orange", percent(limits.orange())), ("red", percent(limits.red()))];
    let row = |(band, key): (Option<Band>, &str)| {
        let count = agenda.iter().filter(|line| line.band == band).count();
        BandRow { name: words.say(key, &limits), count, width: 100 * count / agenda.len().max(1) }
    };
    let rows = BANDS.map(|band| (band.0, row(band)));
    let told =
        |(band, row): (Option<Band>, BandRow)| (band.is_some() || row.count > 0).then_some(row);
    let splits = agenda.iter().filter(|line| line.knock_out_split).count();
    let count = i64::try_from(splits).unwrap_or(i64::MAX);
    Bands {
        rows: rows.into_iter().filter_map(told).collect(),
        split: (splits > 0).then(|| words.say("firm-band-split", &[("count", count.into())])),
    }
}

/// Every assessor beside the others, over all criteria together, in percents of the scale.
pub fn severity(sight: &Sight, words: Words<'_>) -> Vec<Severity> {
    let items: BTreeSet<_> = sight.first.iter().map(|first| &first.item).collect();
    let places: BTreeMap<_, usize> = items.into_iter().zip(0..).collect();
    let mut lists: BTreeMap<usize, Vec<Option<f64>>> = BTreeMap::new();
    for first in &sight.first {
        let number = sight.number_of(first.assessor);
        let list = lists.entry(number).or_insert_with(|| vec![None; places.len()]);
        list[places[&first.item]] = percent_of_scale(sight, first);
    }
    let numbers: Vec<usize> = lists.keys().copied().collect();
    let Ok(ratings) = Ratings::new(&lists.into_values().collect::<Vec<_>>()) else {
        return vec![];
    };
    let profiles = assessor_profiles(&ratings);
    let view = |(number, profile): (&usize, &AssessorProfile)| {
        one(words, (*number, graded_bids(sight, *number)), profile)
    };
    numbers.iter().zip(&profiles).map(view).collect()
}

fn percent_of_scale(sight: &Sight, first: &FirstGrade) -> Option<f64> {
    let share = sight.scheme.criterion(&first.item.criterion)?.scale.share(&first.grade)?;
    Some((&Exact::from(100) * &share).to_f64())
}

fn graded_bids(sight: &Sight, number: usize) -> usize {
    let own = sight.first.iter().filter(|first| sight.number_of(first.assessor) == number);
    own.map(|first| first.item.bid).collect::<BTreeSet<_>>().len()
}

fn one(words: Words<'_>, (number, bids): (usize, usize), profile: &AssessorProfile) -> Severity {
    let text = |value: f64| words.figures(&format!("{value:.1}"));
    let severity = profile.severity.unwrap_or_default();
    let key = match (severity.abs() < 0.05, severity > 0.0) {
        (true, _) => "firm-severity-same",
        (false, true) => "firm-severity-higher",
        (false, false) => "firm-severity-lower",
    };
    let said = match profile.severity {
        Ok(_) => words.say(key, &[("percent", text(severity.abs()).into())]),
        Err(_) => words.say("firm-severity-none", &[]),
    };
    let drawn = (severity * 2.0).clamp(-50.0, 50.0);
    Severity {
        name: words.say("assessor-number", &[("number", number.into())]),
        text: said,
        spread: profile.spread.map_or_else(|_| "–".to_owned(), |value| text(value) + "%"),
        grades: profile.bids,
        bids,
        from: 50.0 + drawn.min(0.0),
        width: drawn.abs(),
    }
}
