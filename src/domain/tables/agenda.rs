//! What the table talks about, in which order.

use std::collections::BTreeMap;

use super::items::{Item, ItemKey};
use crate::domain::ids::{BidId, PersonId};
use crate::domain::scoring::{self, Band, Bands, Criterion, Exact, ItemGrades, Scheme};

/// What one assessor gave alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstGrade {
    pub assessor: PersonId,
    pub item: ItemKey,
    pub grade: Exact,
    pub reason: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaLine {
    pub key: ItemKey,
    pub code: String,
    /// None when nobody gave a grade.
    pub band: Option<Band>,
    pub knock_out_split: bool,
    /// Points between the lowest and the highest grade.
    pub difference: Option<Exact>,
}

/// The grades of one item, in no order that tells who gave them.
pub fn grades_of(first: &[FirstGrade], key: &ItemKey) -> Vec<Exact> {
    let mut grades: Vec<Exact> =
        first.iter().filter(|f| &f.item == key).map(|f| f.grade.clone()).collect();
    grades.sort();
    grades
}

/// Every item in the order of the table: biggest differences first, per criterion across all
/// bids. Bids are called in the order of their ids, which are random. Items that were put off come
/// last. Items of bids or criteria that the round does not know are left out.
pub fn agenda(
    items: &[Item],
    (scheme, bands): (&Scheme, Bands),
    codes: &BTreeMap<BidId, String>,
    first: &[FirstGrade],
) -> Vec<AgendaLine> {
    let graded = by_item(first);
    let grades = |item: &Item| graded.get(&item.key).cloned().unwrap_or_default();
    let mut called: Vec<(&Item, &String)> =
        items.iter().filter_map(|item| Some((item, codes.get(&item.key.bid)?))).collect();
    called.sort_by_key(|(item, _)| item.key.bid);
    let asked: Vec<ItemGrades<'_>> = scheme
        .criteria
        .iter()
        .flat_map(|c| called.iter().filter(|(i, _)| i.key.criterion == c.code).map(move |i| (c, i)))
        .map(|(criterion, (item, code))| ItemGrades {
            criterion,
            bid: (*code).clone(),
            grades: grades(item),
        })
        .collect();
    let found = |line: &scoring::AgendaItem| {
        called.iter().find(|(i, code)| i.key.criterion == line.criterion && **code == line.bid)
    };
    let mut lines: Vec<(bool, AgendaLine)> = scoring::agenda(&asked, bands)
        .into_iter()
        .filter_map(|line| {
            let (item, _) = found(&line)?;
            Some((item.is_postponed(), AgendaLine::new(item, line, &grades(item))))
        })
        .collect();
    lines.sort_by_key(|(postponed, _)| *postponed);
    lines.into_iter().map(|(_, line)| line).collect()
}

fn by_item(first: &[FirstGrade]) -> BTreeMap<&ItemKey, Vec<Exact>> {
    let mut graded: BTreeMap<&ItemKey, Vec<Exact>> = BTreeMap::new();
    for one in first {
        graded.entry(&one.item).or_default().push(one.grade.clone());
    }
    graded
}

impl AgendaLine {
    fn new(item: &Item, line: scoring::AgendaItem, grades: &[Exact]) -> AgendaLine {
        let ends = grades.iter().min().zip(grades.iter().max());
        AgendaLine {
            key: item.key.clone(),
            code: line.bid,
            band: line.band,
            knock_out_split: line.knock_out_split,
            difference: ends.map(|(low, high)| high - low),
        }
    }

    /// Nobody needs to speak about it unless somebody asks.
    pub fn is_green(&self) -> bool {
        self.band == Some(Band::Green) && !self.knock_out_split
    }

    pub fn is_large(&self) -> bool {
        self.band == Some(Band::Red) || self.knock_out_split
    }
}

impl Scheme {
    /// The grade of the table can be one of these, best first.
    pub fn grades_of(&self, criterion: &str) -> Vec<&scoring::Grade> {
        let listed = self.criterion(criterion).map(|c: &Criterion| c.scale.grades.iter());
        let mut grades: Vec<_> = listed.into_iter().flatten().collect();
        grades.sort_by(|one, two| two.value.cmp(&one.value));
        grades
    }
}
