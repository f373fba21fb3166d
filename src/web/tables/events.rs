//! The live stream of a table: version numbers, nothing else.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING};
use actix_web::web::{Data, Path};

use super::sight::see;
use crate::domain::ids::{SessionId, TableId};
use crate::domain::permission::{Act, Verdict, may};
use crate::live;
use crate::store::{self, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::{SignedIn, still_signed_in};

pub async fn events(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::ViewTable).await?;
    let session = me.session.ok_or(Error::Missing)?;
    let ear = app.live.listen(id, sight.table.version);
    let asked = app.clone();
    let stream = live::follow(ear, live::BEAT, move || {
        let app = asked.clone();
        async move { may_listen(&app, session, id).await.unwrap_or(false) }
    });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(stream))
}

/// The session still stands and the seat is still theirs.
async fn may_listen(app: &App, session: SessionId, table: TableId) -> Result<bool, StoreError> {
    let (limits, now) = (app.limits.clone(), app.clock.now());
    app.read(move |conn| {
        let Some(actor) = still_signed_in(conn, session, &limits, now)? else { return Ok(false) };
        let place = store::places::table(conn, table, actor.person, now)?;
        Ok(may(&actor, Act::ViewTable, &place) == Verdict::Allowed)
    })
    .await
}
