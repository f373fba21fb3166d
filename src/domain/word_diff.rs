//! What changed between two texts, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A part of two texts; all but `Added` in a row are the old text, all but `Removed` the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Removed(String),
    Added(String),
}

/// Above so many words and gaps the whole middle counts as replaced: nobody reads such a patchwork,
/// and comparing takes the square of it.
const MOST: usize = 4_000;

/// Words, gaps and signs: together they are the text.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| (c.is_alphanumeric(), c.is_whitespace());
    let mut tokens = vec![];
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let sign = kind(c) == (false, false);
        if at > start && (before != Some(kind(c)) || sign) {
            tokens.push(&text[start..at]);
            start = at;
        }
        before = Some(kind(c));
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// The pieces in reading order; what went stands before what came in its place.
pub fn word_diff(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(|(a, b)| a == b).count();
    let (old_middle, new_middle) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut page = Page::default();
    page.same(&old[..head]);
    if old_middle.len() + new_middle.len() > MOST {
        page.change(old_middle, new_middle);
    } else {
        let ops = capture_diff_slices(Algorithm::Myers, old_middle, new_middle);
        for op in &ops {
            page.add(op, old_middle, new_middle);
        }
    }
    page.same(&old[old.len() - tail..]);
    page.finish()
}

/// Puts changes that have only a gap between them together, so that whole phrases are marked.
#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    removed: String,
    added: String,
    /// Gap after a change, which belongs to it when another change follows.
    gap: String,
}

impl Page {
    fn add(&mut self, op: &DiffOp, old: &[&str], new: &[&str]) {
        let (before, after) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => self.same(before),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                self.change(before, after);
            }
        }
    }

    fn same(&mut self, tokens: &[&str]) {
        let text = tokens.concat();
        if text.is_empty() {
            return;
        }
        let changed = !self.removed.is_empty() || !self.added.is_empty();
        if changed && self.gap.is_empty() && text.trim().is_empty() {
            self.gap = text;
            return;
        }
        self.flush();
        match self.pieces.last_mut() {
            Some(Piece::Same(last)) => last.push_str(&text),
            _ => self.pieces.push(Piece::Same(text)),
        }
    }

    fn change(&mut self, before: &[&str], after: &[&str]) {
        let gap = std::mem::take(&mut self.gap);
        self.removed.push_str(&gap);
        self.added.push_str(&gap);
        self.removed.extend(before.iter().copied());
        self.added.extend(after.iter().copied());
    }

    fn flush(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        if !removed.is_empty() {
            self.pieces.push(Piece::Removed(removed));
        }
        if !added.is_empty() {
            self.pieces.push(Piece::Added(added));
        }
        let gap = std::mem::take(&mut self.gap);
        if !gap.is_empty() {
            self.pieces.push(Piece::Same(gap));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.pieces
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[-went-]` and `[+came+]`.
    fn marked(old: &str, new: &str) -> String {
        let mark = |piece: Piece| match piece {
            Piece::Same(text) => text,
            Piece::Removed(text) => format!("[-{text}-]"),
            Piece::Added(text) => format!("[+{text}+]"),
        };
        word_diff(old, new).into_iter().map(mark).collect()
    }

    fn side(pieces: &[Piece], without: fn(&Piece) -> bool) -> String {
        let text = |piece: &Piece| match piece {
            Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => text.clone(),
        };
        pieces.iter().filter(|piece| !without(piece)).map(text).collect()
    }

    #[test]
    fn words_that_changed_are_marked() {
        let cases = [
            (
                "Op maandag komt de hulp.",
                "Op dinsdag komt de hulp.",
                "Op [-maandag-][+dinsdag+] komt de hulp.",
            ),
            ("De hulp komt", "De vaste hulp komt", "De [+vaste +]hulp komt"),
            ("een oude kar", "een nieuwe wagen", "een [-oude kar-][+nieuwe wagen+]"),
            ("Klaar.", "Klaar!", "Klaar[-.-][+!+]"),
            ("", "Nieuw", "[+Nieuw+]"),
            ("Gelijk", "Gelijk", "Gelijk"),
            ("<b>x</b>", "<b>y</b>", "<b>[-x-][+y+]</b>"),
        ];
        for (old, new, expected) in cases {
            assert_eq!(marked(old, new), expected);
        }
    }

    #[test]
    fn a_very_long_text_is_replaced_as_a_whole() {
        let (old, new) = ("a ".repeat(MOST), "b ".repeat(MOST));
        assert_eq!(word_diff(&old, &new).len(), 3);
    }

    proptest! {
        #[test]
        fn either_side_comes_back_whole(
            old in "[ab \n.é👍]{0,40}|(de|het|een| |\n|,){0,30}",
            new in "[ab \n.é👍]{0,40}|(de|het|een| |\n|,){0,30}",
        ) {
            let pieces = word_diff(&old, &new);
            prop_assert_eq!(side(&pieces, |p| matches!(p, Piece::Added(_))), old);
            prop_assert_eq!(side(&pieces, |p| matches!(p, Piece::Removed(_))), new);
        }

        #[test]
        fn any_two_texts_come_back_whole(old in "\\PC{0,80}", new in "\\PC{0,80}") {
            let pieces = word_diff(&old, &new);
            prop_assert_eq!(side(&pieces, |p| matches!(p, Piece::Added(_))), old);
            prop_assert_eq!(side(&pieces, |p| matches!(p, Piece::Removed(_))), new);
        }
    }
}
