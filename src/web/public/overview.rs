//! The start page and the page of one municipality: what runs now.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::views::{Reader, RoundCard};
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::permission::Stage;
use crate::domain::rounds::Round;
use crate::domain::rounds::lots::LotDetails;
use crate::rendering::layout::Page;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::pages;

#[derive(Serialize)]
struct Overview {
    page: Page,
    /// Name of the municipality whose page this is.
    of: Option<String>,
    open: Vec<RoundCard>,
    closed: Vec<RoundCard>,
}

struct Facts {
    rounds: Vec<Round>,
    lots: Vec<(crate::domain::ids::RoundId, LotDetails)>,
    municipalities: Vec<Organisation>,
}

/// Three queries, however many rounds there are.
fn facts(conn: &mut Conn) -> Result<Facts, StoreError> {
    let rounds = store::rounds::published(conn)?;
    let ids: Vec<_> = rounds.iter().map(|r| r.id).collect();
    Ok(Facts {
        lots: store::rounds::lot_details(conn, &ids)?,
        municipalities: store::accounts::municipalities(conn)?,
        rounds,
    })
}

fn cards(facts: &Facts, r: Reader<'_>) -> (Vec<RoundCard>, Vec<RoundCard>) {
    let card = |round: &Round| {
        let owner = facts.municipalities.iter().find(|m| m.id == round.municipality);
        let lots: Vec<&LotDetails> =
            facts.lots.iter().filter(|(of, _)| *of == round.id).map(|(_, lot)| lot).collect();
        RoundCard::new(round, owner.map_or("", |m| &m.name), &lots, r)
    };
    let (open, closed): (Vec<&Round>, Vec<&Round>) =
        facts.rounds.iter().partition(|round| round.stage(r.now) == Stage::Open);
    (open.into_iter().map(card).collect(), closed.into_iter().map(card).collect())
}

/// `GET /`
pub async fn start(me: Me, app: Data<App>) -> Answer {
    let facts = app.read::<_, Error, _>(|conn| Ok(facts(conn)?)).await?;
    let reader = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let (open, closed) = cards(&facts, reader);
    let page = Overview { page: pages::frame(&app, &me, "start-title"), of: None, open, closed };
    pages::html(&app, &me, "public/start.html", &page)
}

/// `GET /m/{slug}`
pub async fn municipality(me: Me, slug: Path<String>, app: Data<App>) -> Answer {
    let slug = slug.into_inner();
    let read = move |conn: &mut Conn| {
        let owner = store::accounts::organisation_by_slug(conn, &slug)?
            .filter(|o| o.kind == OrganisationKind::Municipality)
            .ok_or(Error::Missing)?;
        let mut facts = facts(conn)?;
        facts.rounds.retain(|round| round.municipality == owner.id);
        Ok::<_, Error>((owner, facts))
    };
    let (owner, facts) = app.read(read).await?;
    let reader = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let (open, closed) = cards(&facts, reader);
    let frame = pages::frame_of(&app, &me, "municipality-title", &owner);
    let page = Overview { page: frame, of: Some(owner.name), open, closed };
    pages::html(&app, &me, "public/municipality.html", &page)
}
