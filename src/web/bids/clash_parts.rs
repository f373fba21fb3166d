//! Two texts that clash, paragraph by paragraph: what only one of the writers changed is chosen
//! already, what both changed is asked.

use serde::Serialize;

use super::versions::Changes;
use super::words::Words;
use crate::domain::bids::paragraphs::{Apart, Changed, Pick, Stretch, compose};
use crate::domain::journal::sha256_hex;
use crate::web::forms::Typed;

#[derive(Serialize)]
pub struct PartsView {
    pieces: Vec<PieceView>,
    /// Tells whether the text that waits is still the one that was shown.
    mine: String,
}

/// A text that both have, or a choice.
#[derive(Serialize)]
struct PieceView {
    same: Option<String>,
    choice: Option<ChoiceView>,
}

#[derive(Serialize)]
struct ChoiceView {
    id: String,
    legend: String,
    options: Vec<OptionView>,
    value: Option<&'static str>,
    changes: Option<Changes>,
}

#[derive(Serialize)]
struct OptionView {
    value: &'static str,
    label: String,
    hint: Option<String>,
}

/// Whose texts they are.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    pub mine: &'a str,
    pub stretches: &'a [Stretch],
    /// Name of the other writer; none: oneself, in another window.
    pub name: Option<&'a str>,
}

/// Name of the choice at this place, counted from 1.
fn field(place: usize) -> String {
    format!("part.{place}")
}

/// None where the two have nothing in common: then it is one text or the other.
pub fn view(words: Words<'_>, sides: Sides<'_>, typed: Option<&Typed>) -> Option<PartsView> {
    let is_same = |stretch: &&Stretch| matches!(stretch, Stretch::Same(_));
    let same = sides.stretches.iter().filter(is_same).count();
    let apart = sides.stretches.len() - same;
    if apart == 0 || (same == 0 && apart == 1) {
        return None;
    }
    let mut place = 0;
    let piece = |stretch: &Stretch| match stretch {
        Stretch::Same(text) => PieceView { same: Some(text.trim_end().to_owned()), choice: None },
        Stretch::Apart(apart) => {
            place += 1;
            let choice = choice(words, (apart, sides.name), place, typed);
            PieceView { same: None, choice: Some(choice) }
        }
    };
    let pieces = sides.stretches.iter().map(piece).collect();
    Some(PartsView { pieces, mine: sha256_hex(sides.mine.as_bytes()) })
}

fn choice(
    words: Words<'_>,
    (apart, name): (&Apart, Option<&str>),
    place: usize,
    typed: Option<&Typed>,
) -> ChoiceView {
    let id = field(place);
    let say = |key: &str| {
        let number = i64::try_from(place).unwrap_or(i64::MAX);
        let args = [("place", number.into()), ("name", name.unwrap_or_default().into())];
        match name {
            Some(_) => words.say(key, &args),
            None => words.say(&format!("{key}-own"), &args),
        }
    };
    let option = |pick: Pick, text: &str| OptionView {
        value: pick.as_str(),
        label: say(&format!("clash-part-{}", pick.as_str())),
        hint: Some(match text.trim_end() {
            "" => words.r.say("clash-part-nothing"),
            text => text.to_owned(),
        }),
    };
    let mut options = vec![option(Pick::Mine, &apart.mine), option(Pick::Theirs, &apart.theirs)];
    let both = !apart.mine.is_empty() && !apart.theirs.is_empty();
    if both {
        options.push(OptionView { hint: None, ..option(Pick::Both, "") });
    }
    let typed = typed.and_then(|typed| typed.text(&id).parse().ok());
    ChoiceView {
        legend: say(match apart.changed {
            Changed::Mine => "clash-part-changed-mine",
            Changed::Theirs => "clash-part-changed-theirs",
            Changed::Both => "clash-part-changed-both",
        }),
        options,
        value: typed.or(apart.natural()).map(Pick::as_str),
        changes: both
            .then(|| Changes::between(words, apart.theirs.trim_end(), apart.mine.trim_end())),
        id,
    }
}

/// The text of the chosen parts; the field of the first choice that was not made.
pub fn chosen(stretches: &[Stretch], typed: &Typed) -> Result<String, String> {
    let choices = stretches.iter().filter(|stretch| matches!(stretch, Stretch::Apart(_))).count();
    let pick = |place: usize| {
        let id = field(place);
        typed.text(&id).parse::<Pick>().map_err(|_| id)
    };
    let picks = (1..=choices).map(pick).collect::<Result<Vec<Pick>, String>>()?;
    compose(stretches, &picks).ok_or_else(|| field(choices))
}

/// Did the text that waits change since the page was shown?
pub fn moved_on(mine: &str, typed: &Typed) -> bool {
    typed.text("mine") != sha256_hex(mine.as_bytes())
}
