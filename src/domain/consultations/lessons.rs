//! What a round that is decided teaches, per lot and without anybody's name: how far the panel
//! agreed, which criteria told bids apart, which requirement kept bids out. Grades of one person and
//! of one bid never come here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::{BidId, RoundId};
use crate::domain::scoring::{Band, Bands, Exact, Scale, spread};

/// Fewer bids than this would tell about one bid in particular.
pub const FEWEST: usize = 2;

/// Something to do better in a next round, said at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    pub text: String,
    /// Name of the organisation that said it.
    pub holder: String,
    /// The round it is about.
    pub round: RoundId,
}

/// Grades of one lot: those that assessors gave alone, and those of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// Criterion code and name, in the order of the round.
    pub criteria: Vec<(String, String)>,
    pub first: Vec<(BidId, String, Exact)>,
    pub agreed: Vec<(BidId, String, Exact)>,
    /// Requirement that a bid was refused on, by its title, once per bid.
    pub refused: Vec<String>,
    pub bids: usize,
}

/// A requirement, and how many bids it kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub title: String,
    pub bids: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LotLesson {
    pub bids: usize,
    /// Grades on which the panel was close, differed, and differed much; none for too few bids.
    pub agreement: Option<[usize; 3]>,
    /// Criteria with how far the bids lay apart, the furthest first.
    pub criteria: Vec<(String, Band)>,
    /// The requirement that kept most out first; empty for too few bids.
    pub refused: Vec<Refused>,
}

/// What the table may know of a lot.
pub fn lessons_of(told: &Told, scale: &Scale, bands: Bands) -> LotLesson {
    let enough = told.bids >= FEWEST;
    let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
    for title in &told.refused {
        *refused.entry(title).or_default() += 1;
    }
    let mut refused: Vec<Refused> = refused
        .into_iter()
        .map(|(title, bids)| Refused { title: title.to_owned(), bids })
        .collect();
    refused.sort_by(|a, b| b.bids.cmp(&a.bids).then_with(|| a.title.cmp(&b.title)));
    LotLesson {
        bids: told.bids,
        agreement: enough.then(|| agreement(told, scale, bands)),
        criteria: if enough { apart(told, scale, bands) } else { vec![] },
        refused: if enough { refused } else { vec![] },
    }
}

/// How far the assessors lay apart, per bid and criterion, counted per band.
fn agreement(told: &Told, scale: &Scale, limits: Bands) -> [usize; 3] {
    let mut grades: BTreeMap<(BidId, &str), Vec<Exact>> = BTreeMap::new();
    for (bid, criterion, grade) in &told.first {
        grades.entry((*bid, criterion.as_str())).or_default().push(grade.clone());
    }
    let mut bands = [0; 3];
    for grades in grades.values() {
        match spread(scale, grades).map(|percent| limits.of(&percent)) {
            Some(Band::Green) => bands[0] += 1,
            Some(Band::Orange) => bands[1] += 1,
            Some(Band::Red) => bands[2] += 1,
            None => {}
        }
    }
    bands
}

/// How far the bids lay apart on each criterion, by the grades of the table.
fn apart(told: &Told, scale: &Scale, bands: Bands) -> Vec<(String, Band)> {
    let one = |(code, name): &(String, String)| {
        let grades: Vec<Exact> =
            told.agreed.iter().filter(|(_, c, _)| c == code).map(|(.., g)| g.clone()).collect();
        let percent = spread(scale, &grades).filter(|_| grades.len() >= FEWEST)?;
        Some((percent, name.clone()))
    };
    let mut found: Vec<(Exact, String)> = told.criteria.iter().filter_map(one).collect();
    // A stable sort: equal criteria stay in the order of the round.
    found.sort_by(|a, b| b.0.cmp(&a.0));
    found.into_iter().map(|(percent, name)| (name, bands.of(&percent))).collect()
}
