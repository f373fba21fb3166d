//! What earlier rounds taught, beside the part of the set-up that it is about. A round tells nothing
//! before its decision is published.

use serde::Serialize;

use super::form::Words;
use crate::actions::consultations::lot_lessons;
use crate::domain::consultations::{Consultation, Item, Lesson, LotLesson};
use crate::domain::ids::OrganisationId;
use crate::domain::permission::Stage;
use crate::domain::rounds::publication::Part;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::Arg;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::consultations::{band_word, lessons_place};
use crate::web::errors::Error;
use crate::web::me::Me;
use crate::web::urls;

/// So many decided rounds are told of, the newest first.
const ROUNDS: usize = 3;

/// Parts that a lesson can be about, in the order of the task list.
const PARTS: [Part; 4] = [Part::Requirements, Part::Method, Part::Criteria, Part::Scale];

/// The lessons of one part of the set-up.
#[derive(Clone, Debug, Serialize)]
pub struct Lessons {
    pub part: &'static str,
    pub name: String,
    /// Where that part is changed; none while there is no round yet.
    pub href: Option<String>,
    pub learnt: Vec<Learnt>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Learnt {
    text: String,
    /// The round or the table that it comes from.
    source: String,
    href: String,
}

type Decided = Vec<(Round, Vec<(Lot, LotLesson)>)>;
type Said = Vec<(Consultation, Item<Lesson>)>;

#[derive(Default)]
struct Found {
    rounds: Decided,
    said: Said,
}

/// Everything these municipalities learnt, part by part; parts without a lesson are left out.
/// `base` is the address of the draft, if there is one.
pub async fn all(
    app: &App,
    me: &Me,
    owners: Vec<OrganisationId>,
    base: Option<&str>,
) -> Result<Vec<Lessons>, Error> {
    let now = me.now;
    let load = move |conn: &mut Conn| {
        let rounds = decided(conn, &owners, now)?;
        Ok::<_, Error>(Found { rounds, said: heard(conn, &owners)? })
    };
    let found = app.read(load).await?;
    let words = Words::of(app, me);
    let of_part = |part: &Part| Lessons {
        part: part.as_str(),
        name: words.say(&format!("part-{}", part.as_str())),
        href: base.map(|base| format!("{base}/parts/{}", part.as_str())),
        learnt: learnt(&found, *part, words),
    };
    Ok(PARTS.iter().map(of_part).filter(|one| !one.learnt.is_empty()).collect())
}

/// Those of one part only; no more is read than that part is about.
pub async fn of_part(
    app: &App,
    me: &Me,
    owner: OrganisationId,
    part: Part,
) -> Result<Vec<Learnt>, Error> {
    let now = me.now;
    let mut found = Found::default();
    if part == Part::Method {
        found.said = app.read(move |conn| heard(conn, &[owner])).await?;
    } else if PARTS.contains(&part) {
        found.rounds = app.read(move |conn| decided(conn, &[owner], now)).await?;
    }
    Ok(learnt(&found, part, Words::of(app, me)))
}

/// The newest rounds that are decided, with what their lots teach.
fn decided(
    conn: &mut Conn,
    owners: &[OrganisationId],
    now: jiff::Timestamp,
) -> Result<Decided, Error> {
    let mut rounds = vec![];
    let decided = store::rounds::of_all(conn, owners)?.into_iter();
    let decided = decided.filter(|round| round.stage(now) == Stage::Decided);
    for round in decided.take(ROUNDS) {
        let lots = lot_lessons(conn, &round, now)?;
        rounds.push((round, lots));
    }
    Ok(rounds)
}

/// What was said at the tables of these municipalities.
fn heard(conn: &mut Conn, owners: &[OrganisationId]) -> Result<Said, Error> {
    let mut said = vec![];
    for owner in owners {
        said.extend(store::consultations::lessons_for(conn, *owner)?);
    }
    Ok(said)
}

fn learnt(found: &Found, part: Part, words: Words<'_>) -> Vec<Learnt> {
    if part == Part::Method {
        return found.said.iter().map(|one| said(one, words)).collect();
    }
    let of_round = |(round, lots): &(Round, Vec<(Lot, LotLesson)>)| -> Vec<Learnt> {
        let texts = lots.iter().filter_map(|(lot, lesson)| {
            let text = sentence(part, lesson, words)?;
            Some(
                words.with("lessons-of-lot", &[("lot", lot.label().into()), ("text", text.into())]),
            )
        });
        let source = || (round.definition.title.clone(), urls::result(round.id));
        texts
            .map(|text| {
                let (source, href) = source();
                Learnt { text, source, href }
            })
            .collect()
    };
    found.rounds.iter().flat_map(of_round).collect()
}

fn said((table, lesson): &(Consultation, Item<Lesson>), words: Words<'_>) -> Learnt {
    let text = lesson.body.text.as_str();
    let args = [("holder", lesson.body.holder.as_str().into()), ("text", text.into())];
    Learnt {
        text: words.with("lessons-said", &args),
        source: table.details.title.clone(),
        href: lessons_place(table.id),
    }
}

/// What a lot teaches about this part; none where it teaches nothing, or had too few bids.
fn sentence(part: Part, lesson: &LotLesson, words: Words<'_>) -> Option<String> {
    let count = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
    match part {
        Part::Scale => lesson.agreement.map(|[close, apart, far]| {
            let args = [("close", count(close)), ("apart", count(apart)), ("far", count(far))];
            words.with("consultation-lesson-agreement", &args)
        }),
        Part::Criteria => listed(
            "lessons-criteria",
            lesson
                .criteria
                .iter()
                .map(|(name, band)| format!("{name} ({})", words.say(band_word(*band)))),
            words,
        ),
        Part::Requirements => listed(
            "lessons-requirements",
            lesson.refused.iter().map(|one| {
                let args = [("title", one.title.as_str().into()), ("bids", count(one.bids))];
                words.with("consultation-lesson-refused", &args)
            }),
            words,
        ),
        _ => None,
    }
}

fn listed(key: &str, all: impl Iterator<Item = String>, words: Words<'_>) -> Option<String> {
    let list = all.collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| words.with(key, &[("list", list.into())]))
}
