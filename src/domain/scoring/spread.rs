//! How far assessors lie apart, and in which order the table talks about it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::exact::Exact;
use super::scheme::{Criterion, Scale};

/// How much a difference asks for discussion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Small: only when somebody asks.
    Green,
    /// In between, both limits included.
    Orange,
    /// Large.
    Red,
}

/// Where the bands of a round begin and end, in whole percents of the scale. Always
/// 0 < orange < red < 100, so that each band can happen on a scale that is fine enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Limits", deny_unknown_fields)]
pub struct Bands {
    orange: u8,
    red: u8,
}

/// The same as it was written down, before anybody looked at it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    orange: u8,
    red: u8,
}

impl TryFrom<Limits> for Bands {
    type Error = &'static str;

    fn try_from(limits: Limits) -> Result<Bands, &'static str> {
        Bands::new(limits.orange, limits.red).ok_or("bands in a wrong order or off the scale")
    }
}

impl Bands {
    /// None unless 0 < orange < red < 100.
    pub fn new(orange: u8, red: u8) -> Option<Bands> {
        (0 < orange && orange < red && red < 100).then_some(Bands { orange, red })
    }

    /// What holds where a round says nothing.
    ///
    /// Source: `evaluation.md` chapter 10, step 4; boundaries as in the reference cases of the
    /// consensus triggers: exactly 20 % and exactly 50 % are orange.
    pub fn usual() -> Bands {
        Bands { orange: 20, red: 50 }
    }

    pub fn is_usual(&self) -> bool {
        *self == Bands::usual()
    }

    /// The first percent that is orange.
    pub fn orange(self) -> u8 {
        self.orange
    }

    /// The last percent that is not yet red.
    pub fn red(self) -> u8 {
        self.red
    }

    /// The band of a spread in percent of the scale.
    pub fn of(self, percent: &Exact) -> Band {
        if percent < &Exact::from(i64::from(self.orange)) {
            Band::Green
        } else if percent <= &Exact::from(i64::from(self.red)) {
            Band::Orange
        } else {
            Band::Red
        }
    }
}

/// The distance between the highest and the lowest grade in percent of the scale. `None` without
/// grades, or on a scale without a range.
///
/// Source: `evaluation.md` chapter 10: (max - min) / (scale max - scale min).
pub fn spread(scale: &Scale, grades: &[Exact]) -> Option<Exact> {
    let distance = grades.iter().max()? - grades.iter().min()?;
    (&distance * &Exact::from(100)).divided_by(&scale.width())
}

/// The grades all assessors gave one bid on one criterion.
#[derive(Clone, Debug)]
pub struct ItemGrades<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The code letter of the bid.
    pub bid: String,
    /// One grade per assessor who gave one.
    pub grades: Vec<Exact>,
}

/// One bid on one criterion, as the table meets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgendaItem {
    /// The code of the criterion.
    pub criterion: String,
    /// The code letter of the bid.
    pub bid: String,
    /// The spread in percent of the scale; `None` when nobody gave a grade.
    pub spread: Option<Exact>,
    /// The band of the spread; `None` when nobody gave a grade.
    pub band: Option<Band>,
    /// Some grades keep the bid out and others do not.
    pub knock_out_split: bool,
}

impl AgendaItem {
    fn new(item: &ItemGrades<'_>, bands: Bands) -> AgendaItem {
        let spread = spread(&item.criterion.scale, &item.grades);
        let fails = item.grades.iter().filter(|grade| item.criterion.fails(grade)).count();
        AgendaItem {
            criterion: item.criterion.code.clone(),
            bid: item.bid.clone(),
            band: spread.as_ref().map(|percent| bands.of(percent)),
            spread,
            knock_out_split: fails > 0 && fails < item.grades.len(),
        }
    }

    /// When the table talks about this item.
    pub fn turn(&self) -> Turn {
        match self.band {
            _ if self.knock_out_split => Turn::First,
            None | Some(Band::Red) => Turn::First,
            Some(Band::Orange) => Turn::Next,
            Some(Band::Green) => Turn::OnRequest,
        }
    }
}

/// When the table talks about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Red, a knock-out split, or nobody gave a grade.
    First,
    /// Orange.
    Next,
    /// Green: only when somebody asks.
    OnRequest,
}

/// The items in the order of the table: by turn; within a turn per criterion across all bids,
/// the criterion with the biggest difference first; within a criterion the biggest difference
/// first. What is equal keeps the order it came in, so the caller decides how bids are called.
///
/// Source: `evaluation.md` chapter 10, step 5.
pub fn agenda(items: &[ItemGrades<'_>], bands: Bands) -> Vec<AgendaItem> {
    let mut places = BTreeMap::new();
    let mut biggest: BTreeMap<(Turn, usize), Exact> = BTreeMap::new();
    let mut lines = Vec::with_capacity(items.len());
    for item in items {
        let next = places.len();
        let criterion = *places.entry(&item.criterion.code).or_insert(next);
        let item = AgendaItem::new(item, bands);
        let (group, size) = ((item.turn(), criterion), size(&item));
        let so_far = biggest.entry(group).or_insert_with(|| size.clone());
        *so_far = size.clone().max(so_far.clone());
        lines.push((group, size, item));
    }
    lines.sort_by_cached_key(|((turn, criterion), size, _)| {
        let of_criterion = biggest.get(&(*turn, *criterion)).cloned();
        (*turn, Reverse(of_criterion), *criterion, Reverse(size.clone()))
    });
    lines.into_iter().map(|(_, _, item)| item).collect()
}

/// The spread for comparing; an item without grades is as open as can be.
fn size(item: &AgendaItem) -> Exact {
    item.spread.clone().unwrap_or_else(|| Exact::from(100))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{criterion, worded, x};
    use super::*;
    use proptest::prelude::*;

    /// The reference cases of the consensus triggers.
    #[test]
    fn the_bands_and_their_boundaries() {
        let cases = [
            ("10", ["8", "8", "7"], "10", Band::Green),
            ("10", ["8", "6", "6"], "20", Band::Orange),
            ("10", ["10", "6", "8"], "40", Band::Orange),
            ("10", ["9", "4", "6"], "50", Band::Orange),
            ("10", ["10", "4", "8"], "60", Band::Red),
            ("5", ["5", "3", "3"], "40", Band::Orange),
            ("5", ["4", "2", "1"], "60", Band::Red),
            ("100", ["100", "60", "60"], "40", Band::Orange),
        ];
        for (max, grades, percent, band) in cases {
            let scale = Scale::range(x("0"), x(max));
            let found = spread(&scale, &grades.map(x)).unwrap();
            assert_eq!((&found, Bands::usual().of(&found)), (&x(percent), band), "{grades:?}");
        }
        assert_eq!(spread(&Scale::range(x("0"), x("10")), &[]), None);
        assert_eq!(spread(&Scale::range(x("0"), x("10")), &[x("7")]), Some(x("0")));
    }

    fn lines(agenda: &[AgendaItem]) -> Vec<String> {
        let line = |item: &AgendaItem| {
            let split = if item.knock_out_split { " split" } else { "" };
            let spread = item.spread.as_ref().map(Exact::plain).unwrap_or("-".into());
            format!("{} {} {spread}{split}", item.criterion, item.bid)
        };
        agenda.iter().map(line).collect()
    }

    #[test]
    fn the_table_talks_about_the_biggest_difference_first_per_criterion() {
        let mut plan = criterion("plan", "60", "10");
        plan.scale = worded(&["0", "2", "4", "6", "8", "10"], 1);
        let mut reach = criterion("reach", "40", "10");
        reach.threshold = Some(x("4"));
        let item = |criterion, bid: &str, grades: &[&str]| ItemGrades {
            criterion,
            bid: bid.into(),
            grades: grades.iter().map(|grade| x(grade)).collect(),
        };
        let items = [
            item(&plan, "K", &["6", "6", "8"]),
            item(&plan, "M", &["2", "8", "4"]),
            item(&plan, "P", &["0", "2", "2"]),
            item(&reach, "K", &["7", "7", "8"]),
            item(&reach, "M", &["2", "10", "6"]),
            item(&reach, "P", &["4", "3.5", "4"]),
            item(&reach, "Q", &["1", "3", "1"]),
        ];
        assert_eq!(
            lines(&agenda(&items, Bands::usual())),
            [
                "reach M 80 split",
                "reach P 5 split",
                "plan M 60",
                "plan P 20 split",
                "plan K 20",
                "reach Q 20",
                "reach K 10",
            ]
        );
    }

    #[test]
    fn limits_are_ordered_and_on_the_scale() {
        for (orange, red) in [(0, 50), (50, 50), (60, 40), (20, 100), (20, 255), (0, 0)] {
            assert_eq!(Bands::new(orange, red), None, "{orange} {red}");
            let text = format!(r#"{{"orange":{orange},"red":{red}}}"#);
            assert!(serde_json::from_str::<Bands>(&text).is_err(), "{text}");
        }
        let wide = Bands::new(1, 99).unwrap();
        let text = serde_json::to_string(&wide).unwrap();
        assert_eq!(text, r#"{"orange":1,"red":99}"#);
        assert_eq!(serde_json::from_str::<Bands>(&text).unwrap(), wide);
    }

    #[test]
    fn the_bands_of_a_round_decide_what_comes_first() {
        let plan = criterion("plan", "100", "10");
        let item = |bid: &str, grades: [&str; 2]| ItemGrades {
            criterion: &plan,
            bid: bid.into(),
            grades: grades.map(x).into(),
        };
        let items = [item("K", ["6", "8"]), item("M", ["2", "5"])];
        let turns = |bands: Bands| -> Vec<Turn> {
            agenda(&items, bands).iter().map(AgendaItem::turn).collect()
        };
        assert_eq!(turns(Bands::usual()), [Turn::Next, Turn::Next]);
        assert_eq!(turns(Bands::new(25, 29).unwrap()), [Turn::First, Turn::OnRequest]);
        assert_eq!(turns(Bands::new(31, 99).unwrap()), [Turn::OnRequest, Turn::OnRequest]);
    }

    proptest! {
        /// A larger spread never gets a smaller band, and both limits are orange.
        #[test]
        fn bands_grow_with_the_spread(orange in 0_u8..=255, red in 0_u8..=255, tenths in 0_i64..=1000) {
            let ordered = 0 < orange && orange < red && red < 100;
            prop_assert_eq!(Bands::new(orange, red).is_some(), ordered);
            if let Some(bands) = Bands::new(orange, red) {
                let percent = |tenths: i64| Exact::from(tenths).divided_by(&Exact::from(10)).unwrap();
                prop_assert!(bands.of(&percent(tenths)) <= bands.of(&percent(tenths + 1)));
                for limit in [orange, red] {
                    prop_assert_eq!(bands.of(&Exact::from(i64::from(limit))), Band::Orange);
                }
                prop_assert_eq!(bands.of(&percent(i64::from(orange) * 10 - 1)), Band::Green);
                prop_assert_eq!(bands.of(&percent(i64::from(red) * 10 + 1)), Band::Red);
            }
        }

        #[test]
        fn nothing_is_lost_and_turns_come_in_order(
            grades in prop::collection::vec(prop::collection::vec(0_i64..=10, 0..5), 0..12)
        ) {
            let criteria = [criterion("a", "50", "10"), criterion("b", "50", "10")];
            let items: Vec<ItemGrades<'_>> = grades.iter().enumerate().map(|(at, grades)| ItemGrades {
                criterion: &criteria[at % 2],
                bid: at.to_string(),
                grades: grades.iter().map(|grade| Exact::from(*grade)).collect(),
            }).collect();
            let agenda = agenda(&items, Bands::usual());
            prop_assert_eq!(agenda.len(), items.len());
            for pair in agenda.windows(2) {
                prop_assert!(pair[0].turn() <= pair[1].turn());
            }
        }
    }
}
