//! Papers on the table, and laying a new one on it.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, No, Said, at, by, href, settle, show};
use crate::actions::consultations as acts;
use crate::domain::consultations::{ConsultationRefusal, Item, Paper, line};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::moments::moment;
use crate::domain::permission::Act;
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct Papers {
    title: String,
    papers: Vec<Line>,
    form: Option<std::collections::BTreeMap<&'static str, String>>,
    action: String,
}

#[derive(Serialize)]
struct Line {
    title: String,
    href: String,
    opens_at: Timestamp,
    closes_at: Timestamp,
    waits: bool,
    open: bool,
}

const FIELDS: [&str; 6] =
    ["title", "body", "opens_date", "opens_time", "closes_date", "closes_time"];

/// `GET /consultations/{consultation}/papers`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let of = desk.table.id;
    let papers: Vec<Item<Paper>> =
        app.read::<_, Error, _>(move |conn| Ok(store::consultations::items(conn, of)?)).await?;
    let runs = desk.runs(me);
    let line = |one: &Item<Paper>| Line {
        title: one.body.title.clone(),
        href: desk.href(&format!("papers/{}", one.id)),
        opens_at: one.body.opens_at,
        closes_at: one.body.closes_at,
        waits: !one.body.is_out(me.now),
        open: one.body.takes_comments(me.now),
    };
    // A paper that waits for its moment is the municipality's own until then.
    let seen = papers.iter().rev().filter(|one| runs || one.body.is_out(me.now));
    let body = Papers {
        title: desk.table.details.title.clone(),
        papers: seen.map(line).collect(),
        form: runs.then(|| said.fields(&FIELDS)),
        action: desk.href("papers"),
    };
    let page = desk.page(app, me, "consultation-papers");
    show((app, me), "consultations/papers.html", (page, body), &said)
}

/// `POST /consultations/{consultation}/papers`
pub async fn publish(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::RunConsultation).await?;
    let paper = match read(&me, &form.typed) {
        Ok(paper) => paper,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let done = app.write(move |tx| acts::publish_paper(tx, ids, paper, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, &format!("papers/{}", ids.1)))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("title".into(), why))).await,
    }
}

/// Without a moment it is out at once.
fn read(me: &SignedIn, typed: &Typed) -> Result<Paper, No> {
    let title = at("title", line(typed.text("title")))?;
    let opens = match (typed.text("opens_date"), typed.text("opens_time")) {
        ("", "") => me.now,
        _ => at("opens", moment_of(typed, "opens"))?,
    };
    let closes = at("closes", moment_of(typed, "closes"))?;
    let body = typed.text("body");
    let paper = Paper::new((title, body), (opens, closes), me.name().to_owned(), me.now);
    paper.map_err(|why| match why {
        ConsultationRefusal::Order | ConsultationRefusal::Past => ("closes".to_owned(), why),
        other => ("body".to_owned(), other),
    })
}

/// The day and the time that a field of moments holds.
pub fn moment_of(typed: &Typed, name: &str) -> Result<Timestamp, ConsultationRefusal> {
    let part = |tail: &str| typed.text(&format!("{name}_{tail}")).to_owned();
    moment(&part("date"), &part("time")).map_err(|_| ConsultationRefusal::Moment)
}
