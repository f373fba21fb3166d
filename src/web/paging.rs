//! Long lists, page by page.

use serde::{Deserialize, Serialize};

/// So many lines stand on one page of a list.
pub const LINES: usize = 100;
/// Letters are long.
pub const LETTERS: usize = 20;

/// `?page=2`, counted from 1.
#[derive(Clone, Copy, Deserialize)]
pub struct Wanted {
    #[serde(default = "first")]
    page: u32,
}

fn first() -> u32 {
    1
}

impl Wanted {
    pub fn page(self) -> u32 {
        self.page.max(1)
    }
}

impl Default for Wanted {
    fn default() -> Wanted {
        Wanted { page: first() }
    }
}

/// The way to the other pages.
#[derive(Debug, Serialize)]
pub struct Pages {
    all: Vec<PageLink>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct PageLink {
    number: u32,
    href: String,
    current: bool,
}

impl Pages {
    /// None where one page is enough.
    pub fn new(base: &str, current: u32, last: u32) -> Option<Pages> {
        let href = |number: u32| format!("{base}?page={number}");
        let link = |number| PageLink { number, href: href(number), current: number == current };
        (last > 1).then(|| Pages {
            all: (1..=last).map(link).collect(),
            previous: (current > 1).then(|| href((current - 1).min(last))),
            next: (current < last).then(|| href(current + 1)),
        })
    }

    /// Leaves one page of a list that is read as a whole.
    pub fn cut<T>(list: &mut Vec<T>, wanted: Wanted, (base, size): (&str, usize)) -> Option<Pages> {
        let last = u32::try_from(list.len().div_ceil(size)).unwrap_or(u32::MAX);
        let page = wanted.page();
        let before = usize::try_from(page - 1).unwrap_or(usize::MAX).saturating_mul(size);
        list.drain(..before.min(list.len()));
        list.truncate(size);
        Pages::new(base, page, last)
    }

    /// The same for lines under heads. A head without lines counts as one line.
    pub fn cut_groups<T>(
        groups: &mut Vec<(String, Vec<T>)>,
        wanted: Wanted,
        of: (&str, usize),
    ) -> Option<Pages> {
        let mut all = vec![];
        for (head, lines) in groups.drain(..) {
            if lines.is_empty() {
                all.push((head.clone(), None));
            }
            all.extend(lines.into_iter().map(|line| (head.clone(), Some(line))));
        }
        let pages = Pages::cut(&mut all, wanted, of);
        for (head, line) in all {
            if groups.last().is_none_or(|(last, _)| *last != head) {
                groups.push((head, vec![]));
            }
            if let Some((_, lines)) = groups.last_mut() {
                lines.extend(line);
            }
        }
        pages
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pages_together_are_the_list(count in 0usize..300, size in 1usize..40) {
            let whole: Vec<usize> = (0..count).collect();
            let mut read = vec![];
            for page in 1..=u32::try_from(count.div_ceil(size).max(1)).unwrap() {
                let mut list = whole.clone();
                let pages = Pages::cut(&mut list, Wanted { page }, ("/x", size));
                prop_assert!(list.len() <= size);
                prop_assert_eq!(pages.is_some(), count > size);
                read.extend(list);
            }
            prop_assert_eq!(read, whole);
        }

        #[test]
        fn heads_keep_their_lines(sizes in prop::collection::vec(0usize..9, 0..9), size in 1usize..7) {
            let whole: Vec<(String, Vec<usize>)> =
                sizes.iter().enumerate().map(|(n, s)| (n.to_string(), (0..*s).collect())).collect();
            let mut read: Vec<(String, Vec<usize>)> = vec![];
            for page in 1..=100 {
                let mut groups = whole.clone();
                Pages::cut_groups(&mut groups, Wanted { page }, ("/x", size));
                for (head, lines) in groups {
                    match read.last_mut() {
                        Some((last, known)) if *last == head => known.extend(lines),
                        _ => read.push((head, lines)),
                    }
                }
            }
            prop_assert_eq!(read, whole);
        }

        #[test]
        fn no_page_is_too_far(count in 0usize..50, page: u32) {
            let mut list: Vec<usize> = (0..count).collect();
            let pages = Pages::cut(&mut list, Wanted { page }, ("/x", 7));
            prop_assert!(list.len() <= 7);
            let next = pages.and_then(|pages| pages.next);
            prop_assert!(next.is_none() || usize::try_from(page).unwrap_or(0) * 7 < count.max(7));
        }
    }
}
