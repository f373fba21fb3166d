//! The item that the table talks about: who thought what, and the form of the chair.

use serde::Serialize;

use super::board::Door;
use super::sight::{Sight, Words};
use super::talk::{Talk, decide as by_votes, talk};
use crate::domain::ids::BidId;
use crate::domain::review::notes::Note;
use crate::domain::scoring::Exact;
use crate::domain::tables::{
    AgendaLine, Basis, Consensus, Item, ItemKey, ItemState, Outside, Phase, Settling, Way,
    grades_of,
};
use crate::rendering::layout::FieldError;
use crate::web::urls;

/// What a reader asked to see, and what a form came back with.
#[derive(Default)]
pub struct Asked {
    /// Name of an item other than the current one, `B.q2`.
    pub item: Option<String>,
    pub typed: Option<TypedDecision>,
}

#[derive(Clone, Default)]
pub struct TypedDecision {
    pub grade: String,
    pub reason: String,
    pub outside: String,
    pub minority: String,
    pub vote: String,
    pub vote_reason: String,
    pub why_not: String,
    pub reopening: String,
    pub errors: Vec<FieldError>,
}

#[derive(Serialize)]
pub struct ItemView {
    /// `B.q2`
    pub name: String,
    pub above: String,
    pub title: String,
    pub question: String,
    pub scale: Vec<GradeText>,
    pub voices: Vec<Voice>,
    /// What the reader wrote down alone.
    pub points: Vec<Point>,
    /// Why there are no voices to read.
    pub silent: Option<String>,
    /// Where the chair shows the first grades.
    pub reveal: Option<Door>,
    /// Votes and the proposal, where the round announced votes.
    pub talk: Option<Talk>,
    pub decide: Option<Decide>,
    pub fixed: Option<Fixed>,
    pub reopen: Option<Reopen>,
    /// Back from an item that was looked up to the one the table talks about.
    pub back: Option<Door>,
}

#[derive(Serialize)]
pub struct GradeText {
    pub value: String,
    pub label: String,
    pub text: String,
}

#[derive(Serialize)]
pub struct Voice {
    pub score: String,
    pub who: String,
    pub text: String,
    pub low: bool,
}

#[derive(Serialize)]
pub struct Point {
    pub kind: String,
    pub place: String,
    pub text: String,
}

#[derive(Serialize)]
pub struct Decide {
    pub id: String,
    pub href: String,
    pub later: String,
    pub version: i32,
    pub values: Vec<String>,
    pub grade: Option<String>,
    pub reason: String,
    pub outside: String,
    /// The grade lies outside the first grades: say what brought the table there.
    pub asks_outside: bool,
    /// Why this grade can be written down.
    pub agreed: Option<String>,
    /// What the minority says; none where there is no such thing.
    pub minority: Option<String>,
    pub button: String,
    /// The words look like a comparison with another bid.
    pub compares: bool,
}

#[derive(Serialize)]
pub struct Fixed {
    pub grade: String,
    pub label: String,
    pub reason: String,
    pub outside: Option<String>,
    /// How the table came to it, where it voted.
    pub way: Option<String>,
    pub minority: Option<String>,
    pub at: jiff::Timestamp,
    pub by: String,
}

#[derive(Serialize)]
pub struct Reopen {
    pub href: String,
    pub reason: String,
    /// The form came back: show it open.
    pub open: bool,
}

impl ItemView {
    pub fn new(
        sight: &Sight,
        words: Words<'_>,
        (asked, agenda): (&Asked, &[AgendaLine]),
    ) -> Option<ItemView> {
        let (item, above) = chosen(sight, asked, agenda)?;
        let criterion = sight.criterion(&item.key.criterion)?;
        let name = sight.name_of(&item.key);
        let barred = sight.barred.contains(&item.key.bid);
        let consensus = item.consensus().filter(|_| !barred);
        let typed = asked.typed.clone().unwrap_or_default();
        let may_decide = sight.runs() && sight.is_discussing() && !barred;
        Some(ItemView {
            above: words.say(above, &[]),
            title: words.say(
                "item-title",
                &[
                    ("bid", sight.code(item.key.bid).into()),
                    ("criterion", criterion.name.as_str().into()),
                ],
            ),
            question: criterion.question.clone(),
            scale: scale(sight, words, &criterion.code),
            voices: voices(sight, words, item),
            points: points(sight, words, item),
            silent: silent(sight, item).map(|key| words.say(key, &[])),
            reveal: reveal(sight, words, item).filter(|_| may_decide),
            talk: talk(sight, words, (item, &typed)),
            decide: match (may_decide && is_open(item), sight.round.definition.meeting.settling) {
                (false, _) => None,
                (true, Settling::Chair) => Some(decide(sight, words, (item, &typed))),
                (true, Settling::Votes(rule)) => by_votes(sight, words, (item, &typed), rule),
            },
            fixed: consensus.map(|c| fixed(sight, words, c)),
            reopen: reopen(sight, item, &typed),
            back: back(sight, words, item),
            name,
        })
    }
}

/// The item asked for, else the current one, else the next on the agenda.
fn chosen<'a>(
    sight: &'a Sight,
    asked: &Asked,
    agenda: &[AgendaLine],
) -> Option<(&'a Item, &'static str)> {
    let current = sight.table.current.as_ref().and_then(|key| sight.table.item(key));
    let named = asked.item.as_ref().and_then(|name| sight.find(name));
    match (named, current) {
        (Some(named), Some(now)) if named.key == now.key => Some((named, "item-now")),
        (Some(named), _) => Some((named, "item-looked-up")),
        (None, Some(now)) => Some((now, "item-now")),
        (None, None) if sight.is_discussing() => {
            let open = agenda.iter().filter_map(|line| sight.table.item(&line.key));
            Some((open.into_iter().find(|item| !item.is_fixed())?, "item-next"))
        }
        (None, None) => None,
    }
}

fn is_open(item: &Item) -> bool {
    item.revealed_at().is_some() && !item.is_fixed() && !item.is_postponed()
}

fn scale(sight: &Sight, words: Words<'_>, criterion: &str) -> Vec<GradeText> {
    let text = |grade: &crate::domain::scoring::Grade| GradeText {
        value: words.number(&grade.value),
        label: grade.label.clone(),
        text: grade.text.clone(),
    };
    sight.scheme.grades_of(criterion).into_iter().map(text).collect()
}

fn voices(sight: &Sight, words: Words<'_>, item: &Item) -> Vec<Voice> {
    let shown = sight.shown(item);
    let lowest = shown.last().map(|f| f.grade.clone());
    let highest = shown.first().map(|f| f.grade.clone());
    let voice = |first: &&crate::domain::tables::FirstGrade| Voice {
        score: words.number(&first.grade),
        who: words.say("assessor-number", &[("number", sight.number_of(first.assessor).into())]),
        text: first.reason.clone(),
        low: lowest != highest && Some(&first.grade) == lowest.as_ref(),
    };
    shown.iter().map(voice).collect()
}

fn points(sight: &Sight, words: Words<'_>, item: &Item) -> Vec<Point> {
    let ItemKey { bid, criterion } = &item.key;
    let own = sight.points.iter().filter(|(on, note)| on == bid && note.criterion == *criterion);
    let point = |(_, note): &(BidId, Note)| Point {
        kind: words.say(&format!("note-kind-{}", note.kind.as_str()), &[]),
        place: note.spot.to_string(),
        text: note.text.clone(),
    };
    own.filter(|(bid, _)| !sight.barred.contains(bid)).map(point).collect()
}

fn silent(sight: &Sight, item: &Item) -> Option<&'static str> {
    match (sight.barred.contains(&item.key.bid), item.revealed_at()) {
        (true, _) => Some("item-barred-long"),
        (false, None) => Some("item-not-shown"),
        (false, Some(_)) => None,
    }
}

fn reveal(sight: &Sight, words: Words<'_>, item: &Item) -> Option<Door> {
    let key = match &item.state {
        ItemState::Waiting => "item-reveal",
        ItemState::Postponed { .. } => "item-resume",
        // Shown before, and the table went on with another one.
        ItemState::Revealed { .. } if sight.table.current.as_ref() != Some(&item.key) => {
            "item-resume"
        }
        ItemState::Revealed { .. } | ItemState::Fixed { .. } => return None,
    };
    Some(Door { href: sight.act(item, "reveal"), text: words.say(key, &[]) })
}

fn decide(sight: &Sight, words: Words<'_>, (item, typed): (&Item, &TypedDecision)) -> Decide {
    let scale = sight.scheme.criterion(&item.key.criterion).map(|c| &c.scale);
    let first: Vec<Exact> = grades_of(&sight.first, &item.key);
    let basis = scale.map(|scale| Basis { scale, first: &first, settling: Settling::Chair });
    let agreed = basis.as_ref().and_then(|basis| basis.agreed().map(Exact::plain));
    let outside = |basis: &Basis<'_>| typed.grade.parse().is_ok_and(|g| basis.is_outside(&g));
    let mut values: Vec<String> =
        sight.scheme.grades_of(&item.key.criterion).iter().map(|g| g.value.plain()).collect();
    values.reverse();
    let grade = Some(typed.grade.clone()).filter(|g| !g.is_empty()).or_else(|| agreed.clone());
    Decide {
        id: format!("decide-{}", sight.name_of(&item.key)),
        href: sight.act(item, "score"),
        later: sight.act(item, "postponement"),
        version: item.version,
        values,
        grade,
        asks_outside: basis.as_ref().is_some_and(outside),
        agreed: agreed.map(|g| words.say("item-agreed", &[("grade", g.into())])),
        compares: crate::domain::review::reasons::compares(&typed.reason),
        reason: typed.reason.clone(),
        outside: typed.outside.clone(),
        minority: None,
        button: words.say("item-fix", &[]),
    }
}

fn fixed(sight: &Sight, words: Words<'_>, consensus: &Consensus) -> Fixed {
    let scales = sight.scheme.criteria.iter().map(|c| &c.scale);
    let grade = scales.filter_map(|scale| scale.grade(&consensus.grade)).next();
    Fixed {
        grade: words.number(&consensus.grade),
        label: grade.map(|g| g.label.clone()).unwrap_or_default(),
        reason: consensus.reason.clone(),
        outside: match &consensus.outside {
            Outside::No => None,
            Outside::Because(why) => Some(why.clone()),
        },
        way: match &consensus.way {
            Way::Chair => None,
            Way::Agreed => Some(words.say("way-agreed", &[])),
            Way::Fallback { .. } => Some(words.say("way-fallback", &[])),
        },
        minority: match &consensus.way {
            Way::Chair | Way::Agreed => None,
            Way::Fallback { minority } => Some(minority.clone()),
        },
        at: consensus.at,
        by: sight.name(consensus.by).to_owned(),
    }
}

fn reopen(sight: &Sight, item: &Item, typed: &TypedDecision) -> Option<Reopen> {
    let early = matches!(sight.table.phase, Phase::Discussing { .. } | Phase::QualityFixed { .. });
    let heard = !sight.barred.contains(&item.key.bid);
    (sight.runs() && early && heard && item.is_fixed()).then(|| Reopen {
        href: sight.act(item, "reopening"),
        reason: typed.reopening.clone(),
        open: typed.errors.iter().any(|e| e.field == "reopening"),
    })
}

fn back(sight: &Sight, words: Words<'_>, item: &Item) -> Option<Door> {
    let current = sight.table.current.as_ref()?;
    (current != &item.key)
        .then(|| Door { href: urls::table(sight.table.id), text: words.say("item-back", &[]) })
}
