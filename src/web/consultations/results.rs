//! What decided rounds teach the table, and what the table says of the method for the next.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, No, Opt, Said, at, by, href, say, settle, show};
use crate::actions::consultations as acts;
use crate::domain::consultations::{ConsultationRefusal, Item, Lesson, LotLesson, note};
use crate::domain::ids::{ConsultationId, ItemId, RoundId};
use crate::domain::permission::{Act, Stage};
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::Band;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct View {
    title: String,
    rounds: Vec<RoundView>,
    lessons: Vec<Shared>,
    form: Option<Form>,
}

#[derive(Serialize)]
struct RoundView {
    title: String,
    href: String,
    lots: Vec<LotView>,
}

#[derive(Serialize)]
struct LotView {
    label: String,
    bids: usize,
    /// None when there are too few bids to say something without naming one.
    agreement: Option<String>,
    criteria: Vec<Line>,
    refused: Vec<String>,
}

#[derive(Serialize)]
struct Line {
    name: String,
    band: String,
}

#[derive(Serialize)]
struct Shared {
    text: String,
    holder: String,
    round: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Form {
    action: String,
    rounds: Vec<Opt>,
    round: String,
    text: String,
}

type Told = Vec<(Round, Vec<(Lot, LotLesson)>)>;

fn told(conn: &mut Conn, desk: &Desk, me: &Me) -> Result<Told, Error> {
    let mut told = vec![];
    for round in store::rounds::published(conn)? {
        let ours = desk.table.tells_of(round.municipality, &desk.seats, me.now);
        if ours && round.stage(me.now) == Stage::Decided {
            let lots = acts::lot_lessons(conn, &round, me.now)?;
            told.push((round, lots));
        }
    }
    Ok(told)
}

/// `GET /consultations/{consultation}/results`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let (held, asker) = (desk.clone(), me.clone());
    let load = move |conn: &mut Conn| {
        let lessons: Vec<Item<Lesson>> = store::consultations::items(conn, held.table.id)?;
        Ok::<_, Error>((told(conn, &held, &asker)?, lessons))
    };
    let (told, lessons) = app.read(load).await?;
    let body = body((app, me), desk, (&told, &lessons), &said);
    let page = desk.page(app, me, "consultation-results");
    show((app, me), "consultations/results.html", (page, body), &said)
}

fn body(
    (app, me): (&App, &Me),
    desk: &Desk,
    (told, lessons): (&Told, &[Item<Lesson>]),
    said: &Said<'_>,
) -> View {
    let name = |id: RoundId| {
        let round = told.iter().find(|(round, _)| round.id == id);
        round.map(|(round, _)| round.definition.title.clone()).unwrap_or_default()
    };
    let lesson = |one: &Item<Lesson>| Shared {
        text: one.body.text.clone(),
        holder: one.body.holder.clone(),
        round: name(one.body.round),
        at: one.at,
    };
    let opt = |(round, _): &(Round, Vec<(Lot, LotLesson)>)| Opt {
        value: round.id.to_string(),
        label: round.definition.title.clone(),
    };
    View {
        title: desk.table.details.title.clone(),
        rounds: told.iter().map(|one| round_view(app, me, one)).collect(),
        lessons: lessons.iter().rev().map(lesson).collect(),
        form: (desk.own.is_some() && !told.is_empty()).then(|| Form {
            action: desk.href("lessons"),
            rounds: told.iter().map(opt).collect(),
            round: said.typed.text("round").to_owned(),
            text: said.typed.text("text").to_owned(),
        }),
    }
}

fn round_view(app: &App, me: &Me, (round, lots): &(Round, Vec<(Lot, LotLesson)>)) -> RoundView {
    RoundView {
        title: round.definition.title.clone(),
        href: urls::result(round.id),
        lots: lots.iter().map(|one| lot_view(app, me, one)).collect(),
    }
}

/// How far bids lay apart, in words.
pub fn band_word(band: Band) -> &'static str {
    match band {
        Band::Green => "consultation-lesson-same",
        Band::Orange => "consultation-lesson-some",
        Band::Red => "consultation-lesson-much",
    }
}

fn lot_view(app: &App, me: &Me, (lot, lesson): &(Lot, LotLesson)) -> LotView {
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let agreement = lesson.agreement.map(|[close, apart, far]| {
        let args = [
            ("close", count(close).into()),
            ("apart", count(apart).into()),
            ("far", count(far).into()),
        ];
        say(app, me, "consultation-lesson-agreement", &args)
    });
    let refused = lesson.refused.iter().map(|one| {
        let args = [("title", one.title.as_str().into()), ("bids", count(one.bids).into())];
        say(app, me, "consultation-lesson-refused", &args)
    });
    LotView {
        label: lot.label(),
        bids: lesson.bids,
        agreement,
        criteria: lesson
            .criteria
            .iter()
            .map(|(name, b)| Line { name: name.clone(), band: say(app, me, band_word(*b), &[]) })
            .collect(),
        refused: refused.collect(),
    }
}

/// `POST /consultations/{consultation}/lessons`
pub async fn share(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::SpeakAtConsultation).await?;
    let read = |typed: &Typed| -> Result<(RoundId, String), No> {
        let round = typed.text("round").parse().map_err(|_| ConsultationRefusal::Choice);
        Ok((at("round", round)?, at("text", note(typed.text("text")))?))
    };
    let lesson = match read(&form.typed) {
        Ok(lesson) => lesson,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let done = app.write(move |tx| acts::share_lesson(tx, ids, lesson, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, "results#lessons"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("text".into(), why))).await,
    }
}
