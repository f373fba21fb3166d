//! Two people changed one text. Paragraph by paragraph: what stayed, what one of them changed, and
//! what both changed, so that one text can be made of the parts that people choose. The comparison
//! with the text that both began with is that of `diff3` (Khanna, Kunal and Pierce, 2007).

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::domain::accounts::words;

/// A stretch of the two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// Both have it.
    Same(String),
    /// They differ here; one side is empty where the other added something.
    Apart(Apart),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    pub mine: String,
    pub theirs: String,
    pub changed: Changed,
}

/// Who changed it since the text that both began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Mine,
    Theirs,
    Both,
}

words! {
    /// Which text to keep of a stretch that differs.
    Pick {
        Mine = "mine",
        Theirs = "theirs",
        /// One after the other, theirs first: it was saved first.
        Both = "both",
    }
}

impl Apart {
    /// What nobody has to think about: the text of the only one who changed it.
    pub fn natural(&self) -> Option<Pick> {
        match self.changed {
            Changed::Mine => Some(Pick::Mine),
            Changed::Theirs => Some(Pick::Theirs),
            Changed::Both => None,
        }
    }
}

/// A line with what follows it: its own end and blank lines. Only the words tell whether two are the
/// same.
#[derive(Clone, Copy)]
struct Paragraph<'t> {
    words: &'t str,
    whole: &'t str,
}

fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let mut all: Vec<Paragraph<'_>> = vec![];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let words = line.trim();
        match all.last_mut() {
            Some(last) if words.is_empty() => {
                let begin = end - line.len() - last.whole.len();
                last.whole = &text[begin..end];
            }
            None if words.is_empty() => {}
            _ => all.push(Paragraph { words, whole: &text[start..end] }),
        }
        start = end;
    }
    all
}

fn words<'t>(paragraphs: &[Paragraph<'t>]) -> Vec<&'t str> {
    paragraphs.iter().map(|paragraph| paragraph.words).collect()
}

/// Where each paragraph of the base stands in the other text; none where it is gone.
fn places(base: &[Paragraph<'_>], other: &[Paragraph<'_>]) -> Vec<Option<usize>> {
    let mut places = vec![None; base.len()];
    for op in capture_diff_slices(Algorithm::Myers, &words(base), &words(other)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            for step in 0..len {
                places[old_index + step] = Some(new_index + step);
            }
        }
    }
    places
}

struct Texts<'t> {
    base: Vec<Paragraph<'t>>,
    mine: Vec<Paragraph<'t>>,
    theirs: Vec<Paragraph<'t>>,
}

impl Texts<'_> {
    /// What stands between two paragraphs that all three have.
    fn between(
        &self,
        base: Range<usize>,
        mine: Range<usize>,
        theirs: Range<usize>,
    ) -> Option<Stretch> {
        let (base, mine, theirs) = (&self.base[base], &self.mine[mine], &self.theirs[theirs]);
        if mine.is_empty() && theirs.is_empty() {
            return None;
        }
        if words(mine) == words(theirs) {
            return Some(Stretch::Same(joined(theirs)));
        }
        let changed = match (words(mine) == words(base), words(theirs) == words(base)) {
            (false, true) => Changed::Mine,
            (true, false) => Changed::Theirs,
            _ => Changed::Both,
        };
        Some(Stretch::Apart(Apart { mine: joined(mine), theirs: joined(theirs), changed }))
    }
}

/// With the line ends as they were typed.
fn joined(paragraphs: &[Paragraph<'_>]) -> String {
    paragraphs.iter().map(|paragraph| paragraph.whole).collect()
}

/// The two texts in reading order. `base` is the text that the writer of `mine` began with.
pub fn stretches(base: &str, mine: &str, theirs: &str) -> Vec<Stretch> {
    let texts =
        Texts { base: paragraphs(base), mine: paragraphs(mine), theirs: paragraphs(theirs) };
    let (in_mine, in_theirs) =
        (places(&texts.base, &texts.mine), places(&texts.base, &texts.theirs));
    let mut all = vec![];
    let (mut b, mut m, mut t) = (0, 0, 0);
    for (here, place) in in_mine.iter().zip(&in_theirs).enumerate() {
        let (Some(in_mine), Some(in_theirs)) = (*place.0, *place.1) else { continue };
        all.extend(texts.between(b..here, m..in_mine, t..in_theirs));
        all.push(Stretch::Same(joined(&texts.theirs[in_theirs..=in_theirs])));
        (b, m, t) = (here + 1, in_mine + 1, in_theirs + 1);
    }
    all.extend(texts.between(b..texts.base.len(), m..texts.mine.len(), t..texts.theirs.len()));
    all
}

/// One text of the chosen parts: a pick for every stretch that differs, in order. None when there
/// are not as many picks as choices.
pub fn compose(stretches: &[Stretch], picks: &[Pick]) -> Option<String> {
    let mut picks = picks.iter();
    let mut text = String::new();
    // What was the end of one text may be the middle of this one.
    let mut add = |part: &str| {
        if !text.is_empty() && !part.is_empty() && !text.ends_with('\n') {
            text.push_str("\n\n");
        }
        text.push_str(part);
    };
    for stretch in stretches {
        match stretch {
            Stretch::Same(part) => add(part),
            Stretch::Apart(apart) => match picks.next()? {
                Pick::Mine => add(&apart.mine),
                Pick::Theirs => add(&apart.theirs),
                Pick::Both => {
                    add(&apart.theirs);
                    add(&apart.mine);
                }
            },
        }
    }
    picks.next().is_none().then(|| text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(text: &str) -> Stretch {
        Stretch::Same(text.into())
    }

    fn apart(mine: &str, theirs: &str, changed: Changed) -> Stretch {
        Stretch::Apart(Apart { mine: mine.into(), theirs: theirs.into(), changed })
    }

    #[test]
    fn what_only_one_changed_needs_no_thought() {
        let base = "Een.\n\nTwee.\n\nDrie.";
        let all = stretches(base, "Een!\n\nTwee.\n\nDrie.", "Een.\n\nTwee.\n\nDrie.\n\nVier.");
        assert_eq!(
            all,
            [
                apart("Een!\n\n", "Een.\n\n", Changed::Mine),
                same("Twee.\n\n"),
                same("Drie.\n\n"),
                apart("", "Vier.", Changed::Theirs),
            ]
        );
        let natural: Vec<Pick> = all
            .iter()
            .filter_map(|s| match s {
                Stretch::Same(_) => None,
                Stretch::Apart(apart) => apart.natural(),
            })
            .collect();
        assert_eq!(compose(&all, &natural).unwrap(), "Een!\n\nTwee.\n\nDrie.\n\nVier.");
    }

    #[test]
    fn what_both_changed_is_a_choice() {
        let all = stretches("Een.\nTwee.", "Een.\nTwee, van mij.", "Een.\nTwee, van haar.");
        assert_eq!(
            all,
            [same("Een.\n"), apart("Twee, van mij.", "Twee, van haar.", Changed::Both)]
        );
        assert_eq!(compose(&all, &[Pick::Mine]).unwrap(), "Een.\nTwee, van mij.");
        let both = compose(&all, &[Pick::Both]).unwrap();
        assert_eq!(both, "Een.\nTwee, van haar.\n\nTwee, van mij.");
        assert_eq!(compose(&all, &[]), None);
        assert_eq!(compose(&all, &[Pick::Mine, Pick::Mine]), None);
    }

    #[test]
    fn the_same_change_twice_is_one_change() {
        assert_eq!(stretches("Een.", "Een en twee.", "Een en twee."), [same("Een en twee.")]);
        assert_eq!(stretches("Een.\n\nTwee.", "Een.", "Een."), [same("Een.")]);
        assert_eq!(stretches("", "", ""), []);
    }

    /// Lines and paragraphs, as people type them.
    fn text() -> impl Strategy<Value = String> {
        let line = prop::sample::select(vec!["a\n", "b\n", "c\n\n", "d\n\n", "e\n\n"]);
        let text = |all: Vec<&str>| all.concat().trim_end().to_owned();
        prop::collection::vec(line, 0..8).prop_map(text)
    }

    proptest! {
        #[test]
        fn always_mine_is_my_text_and_always_theirs_is_theirs(
            base in text(), mine in text(), theirs in text()
        ) {
            let all = stretches(&base, &mine, &theirs);
            let choices = all.iter().filter(|s| matches!(s, Stretch::Apart(_))).count();
            let always = |pick| compose(&all, &vec![pick; choices]).unwrap();
            let lines = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(lines(&always(Pick::Mine)), lines(&mine));
            prop_assert_eq!(always(Pick::Theirs), theirs);
        }

        #[test]
        fn nothing_is_a_choice_when_only_one_wrote(base in text(), mine in text()) {
            for stretch in stretches(&base, &mine, &base) {
                if let Stretch::Apart(apart) = stretch {
                    prop_assert_eq!(apart.natural(), Some(Pick::Mine));
                }
            }
        }
    }
}
