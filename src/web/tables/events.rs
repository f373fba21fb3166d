//! The live stream of a table: version numbers, nothing else.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING};
use actix_web::web::{Data, Path};

use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::live::{Pace, Who, follow};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Unattended;

/// `GET /tables/{table}/events`: reads no more than it must, for a restart brings everybody at once.
pub async fn events(me: Unattended, app: Data<App>, table: Path<TableId>) -> Answer {
    let (id, asker) = (*table, me.0);
    let session = asker.session.ok_or(Error::Missing)?;
    let version = app
        .read(move |conn| {
            let place = store::places::table(conn, id, Some(asker.id), asker.now)?;
            asker.may(Act::ViewTable, &place)?;
            Ok::<_, Error>(store::tables::version(conn, id)?)
        })
        .await?;
    let ear = app.live.listen(Who { session, table: id }, version);
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(follow(ear, Pace::new(rand::random()))))
}
