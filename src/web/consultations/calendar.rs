//! The meetings for somebody's own calendar, at an address that only the table knows.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};

use super::desk::{by, href};
use crate::actions::{consultations as acts, new_secret};
use crate::documents::calendar::calendar;
use crate::domain::ids::ConsultationId;
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::pages;

use super::desk::Desk;

/// `GET /calendars/{secret}`: programs have no session, so whoever knows the address reads it.
pub async fn feed(secret: Path<String>, app: Data<App>) -> Answer {
    let secret = secret.into_inner();
    let load = move |conn: &mut Conn| {
        let table = store::consultations::by_calendar(conn, &secret)?;
        let meetings = store::consultations::items(conn, table.id)?;
        Ok::<_, Error>((table, meetings))
    };
    let (table, meetings) = app.read(load).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((CACHE_CONTROL, "private, no-cache"))
        .body(calendar(&table, &meetings, &app.limits.public_url)))
}

/// `POST /consultations/{consultation}/calendar`
pub async fn renew(
    me: SignedIn,
    id: Path<ConsultationId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    Desk::open(&app, &me, *id, Act::RunConsultation).await?;
    let (id, by, now, secret) = (*id, by(&me), me.now, new_secret());
    app.write(move |tx| acts::renew_calendar(tx, id, secret, &by, now)).await?;
    Ok(pages::see_other(href(id, "desk")))
}
