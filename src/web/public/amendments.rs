//! Every publication of the terms of a round, newest first: what changed, why, and the hash.

use actix_web::web::{Data, Path};
use serde::Serialize;

use crate::domain::accounts::Organisation;
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::Round;
use crate::domain::rounds::amendment::differences;
use crate::rendering::layout::Page;
use crate::store::terms::Published;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::differences::{Told, told};
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::rounds::form::Words;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct AmendmentsPage {
    page: Page,
    title: String,
    round: String,
    amendments: Vec<AmendmentView>,
    first: Option<First>,
}

#[derive(Serialize)]
struct AmendmentView {
    title: String,
    id: String,
    at: jiff::Timestamp,
    reason: String,
    differences: Vec<Told>,
    hash: String,
}

/// What the round began with.
#[derive(Serialize)]
struct First {
    at: jiff::Timestamp,
    hash: String,
}

/// `GET /rounds/{round}/amendments`
pub async fn page(me: Me, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewPublic, &store::places::round(conn, id, asker.now)?)?;
        let round = store::rounds::find(conn, id)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        Ok::<_, Error>((store::terms::of_round(conn, id)?, round, owner))
    };
    let found = app.read(read).await?;
    pages::html(&app, &me, "public/amendments.html", &list(&app, &me, &found))
}

fn list(
    app: &App,
    me: &Me,
    (published, round, owner): &(Vec<Published>, Round, Organisation),
) -> AmendmentsPage {
    let mut page = pages::frame_of(app, me, "amendments-title", owner);
    page.crumbs = vec![
        pages::crumb(format!("/m/{}", owner.slug), owner.name.clone()),
        pages::crumb(urls::round(round.id), round.definition.title.clone()),
        pages::here(page.title.clone()),
    ];
    let words = Words::of(app, me);
    let first = published.first().map(|one| First { at: one.at, hash: one.hash.clone() });
    let pairs = published.windows(2).rev();
    AmendmentsPage {
        title: round.definition.title.clone(),
        round: urls::round(round.id),
        amendments: pairs.map(|pair| view(&pair[0], &pair[1], words)).collect(),
        first,
        page,
    }
}

fn view(before: &Published, after: &Published, words: Words<'_>) -> AmendmentView {
    let number = i64::from(after.number - 1);
    AmendmentView {
        title: words.with("amendment-number", &[("number", number.into())]),
        id: format!("amendment-{number}"),
        at: after.at,
        reason: after.reason.clone(),
        differences: told(
            &differences(&before.terms, &after.terms),
            words,
            &after.terms.definition,
        ),
        hash: after.hash.clone(),
    }
}
