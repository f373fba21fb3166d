//! The base agreement: the newest version, what changed since any earlier one, and changing it.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::desk::{Desk, No, Said, at, by, href, settle, show};
use crate::actions::consultations as acts;
use crate::domain::consultations::{Agreement, Item, line, text};
use crate::domain::ids::{ConsultationId, ItemId};
use crate::domain::permission::Act;
use crate::domain::word_diff::{Piece, word_diff};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Deserialize, Default)]
pub struct Against {
    /// Number of the version to compare the newest with.
    #[serde(default)]
    against: String,
}

#[derive(Serialize)]
struct View {
    title: String,
    number: i32,
    text: String,
    versions: Vec<Version>,
    /// The newest beside an earlier one.
    diff: Option<Diff>,
    change: Option<Change>,
}

#[derive(Serialize)]
struct Version {
    number: i32,
    why: String,
    by: String,
    at: Timestamp,
    href: String,
}

#[derive(Serialize)]
struct Diff {
    against: i32,
    pieces: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    /// `same`, `removed` or `added`.
    kind: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Change {
    action: String,
    seen: i32,
    text: String,
    why: String,
}

/// `GET /consultations/{consultation}/agreement`
pub async fn page(
    me: SignedIn,
    id: Path<ConsultationId>,
    query: Query<Against>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view((&app, &me), &desk, query.against.parse().ok(), Said::nothing(&Typed::default())).await
}

async fn view((app, me): (&App, &Me), desk: &Desk, against: Option<i32>, said: Said<'_>) -> Answer {
    let of = desk.table.id;
    let versions: Vec<Item<Agreement>> =
        app.read::<_, Error, _>(move |conn| Ok(store::consultations::items(conn, of)?)).await?;
    let newest = versions.last().map(|one| &one.body);
    let (number, text) = newest.map(|one| (one.number, one.text.clone())).unwrap_or_default();
    let earlier = versions.iter().find(|one| Some(one.body.number) == against);
    let body = View {
        title: desk.table.details.title.clone(),
        diff: earlier.map(|one| diff(&one.body, &text)),
        change: desk.runs(me).then(|| change_form(desk, (number, &text), &said)),
        versions: versions.iter().rev().map(|one| version(desk, one)).collect(),
        number,
        text,
    };
    let page = desk.page(app, me, "consultation-agreement");
    show((app, me), "consultations/agreement.html", (page, body), &said)
}

fn version(desk: &Desk, one: &Item<Agreement>) -> Version {
    Version {
        number: one.body.number,
        why: one.body.why.clone(),
        by: one.body.by.clone(),
        at: one.at,
        href: format!("{}?against={}#changes", desk.href("agreement"), one.body.number),
    }
}

fn diff(earlier: &Agreement, newest: &str) -> Diff {
    let part = |piece| match piece {
        Piece::Same(text) => Part { kind: "same", text },
        Piece::Added(text) => Part { kind: "added", text },
        Piece::Removed(text) => Part { kind: "removed", text },
    };
    let pieces = word_diff(&earlier.text, newest).into_iter().map(part).collect();
    Diff { against: earlier.number, pieces }
}

/// A form that came back keeps the version it was begun on, so that nothing is overwritten unseen;
/// the newest text stands above it.
fn change_form(desk: &Desk, (number, text): (i32, &str), said: &Said<'_>) -> Change {
    let typed = said.typed.has("text");
    Change {
        action: desk.href("agreement"),
        seen: number,
        text: if typed { said.typed.text("text").to_owned() } else { text.to_owned() },
        why: said.typed.text("why").to_owned(),
    }
}

/// `POST /consultations/{consultation}/agreement`
pub async fn change(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::RunConsultation).await?;
    let new = match read(&form.typed) {
        Ok(new) => new,
        Err(no) => return view((&app, &me), &desk, None, Said::no(&form.typed, no)).await,
    };
    let (ids, by, now) = ((*id, ItemId::new(store::new_id())), by(&me), me.now);
    let seen = form.typed.number("seen");
    let done = app.write(move |tx| acts::agree_text(tx, ids, (new.0, new.1, seen), by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(*id, "agreement"))),
        Err(why) => {
            let said = Said::no(&form.typed, ("text".into(), why));
            view((&app, &me), &desk, Some(seen), said).await
        }
    }
}

fn read(typed: &Typed) -> Result<(String, String), No> {
    Ok((at("text", text(typed.text("text")))?, at("why", line(typed.text("why")))?))
}
