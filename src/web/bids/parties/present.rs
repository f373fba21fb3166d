//! Who else of the same party is at work in its part. Nobody of another organisation is told.

use actix_web::web::{Data, Path};

use super::part::Shown;
use crate::domain::bids::answers::section_of;
use crate::domain::bids::parties::statement;
use crate::domain::ids::{BidId, PartyId};
use crate::domain::permission::Act;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::bids::desk::reader;
use crate::web::bids::presence::{Presence, PresencePart, note, writers};
use crate::web::errors::{Answer, Error};
use crate::web::me::Unattended;
use crate::web::pages;

/// `GET /bids/{bid}/parties/{party}/presence`: for a page that stays open.
pub async fn present(
    Unattended(me): Unattended,
    ids: Path<(BidId, PartyId)>,
    app: Data<App>,
) -> Answer {
    let ids = ids.into_inner();
    let shown = Shown::own(&app, &me, ids, Act::ReadOwnPart).await?;
    let party = shown.party.member().ok_or(Error::Missing)?;
    let read = move |conn: &mut Conn| {
        let members = store::accounts::members(conn, party)?;
        Ok::<_, StoreError>((store::visits::of_bid(conn, ids.0)?, writers(&members)))
    };
    let (visits, writers) = app.read(read).await?;
    let field = statement::named(ids.1, "");
    let section = section_of(&field);
    note(&app, &me, (&shown.desk, &visits), section).await?;
    let r = reader(&app, &me);
    let presence = Presence::of((r, me.id), (&shown.desk, &visits, &writers), section);
    pages::html(&app, &me, "bids/_presence.html", &PresencePart { presence })
}
