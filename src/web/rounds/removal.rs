//! Taking a lot or a criterion out of a draft, after asking.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::criteria;
use super::draft::{self, Draft};
use super::form::{Link, Words};
use super::participants;
use crate::actions;
use crate::actions::Failure;
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::rounds::changes::fingerprint;
use crate::domain::rounds::publication::{Part, SetUpRefusal};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct RemovalPage {
    page: Page,
    above: String,
    title: String,
    text: String,
    action: String,
    version: String,
    back: Link,
}

fn page(
    app: &App,
    me: &SignedIn,
    draft: &Draft,
    (path, version, title): (String, String, String),
) -> Answer {
    let words = Words::of(app, me);
    let href = format!("{}/{path}", urls::manage_round(draft.round.id));
    let page = RemovalPage {
        page: draft::frame(app, me, (draft, &title)),
        above: draft::name(app, me, &draft.round),
        title,
        text: words.say("setup-removal-text"),
        action: format!("{href}/removal"),
        version,
        back: Link { href, text: words.say("cancel") },
    };
    pages::html(app, me, "rounds/removal.html", &page)
}

/// `GET /manage/rounds/{round}/lots/{lot}/removal`
pub async fn lot(me: SignedIn, path: Path<(RoundId, LotId)>, app: Data<App>) -> Answer {
    let (id, lot_id) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let lot = draft.lots.iter().find(|lot| lot.id == lot_id).ok_or(Error::Missing)?;
    let name = format!("{}. {}", lot.number, lot.details.name);
    let title = Words::of(&app, &me).with("setup-lot-removal", &[("name", name.into())]);
    page(&app, &me, &draft, (format!("lots/{lot_id}"), fingerprint(&lot.details), title))
}

/// `POST /manage/rounds/{round}/lots/{lot}/removal`
pub async fn remove_lot(
    me: SignedIn,
    path: Path<(RoundId, LotId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, lot) = path.into_inner();
    draft::draft(&app, &me, id).await?;
    let (by, now, seen) = (draft::by(&me), me.now, form.typed.text("version").to_owned());
    app.write::<_, Failure<SetUpRefusal>, _>(move |tx| {
        actions::remove_lot(tx, id, by, (lot, seen), now)
    })
    .await?;
    Ok(pages::see_other(format!("{}/lots", urls::manage_round(id))))
}

/// `GET /manage/rounds/{round}/criteria/{criterion}/removal`
pub async fn criterion(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (id, code) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let criteria = &draft.round.definition.criteria;
    let found = criteria.iter().find(|c| c.code == code).ok_or(Error::Missing)?;
    let words = Words::of(&app, &me);
    let title = words.with("setup-criterion-removal", &[("name", found.name.as_str().into())]);
    let version = draft.round.definition.fingerprint(Part::Criteria);
    page(&app, &me, &draft, (format!("criteria/{code}"), version, title))
}

/// `POST /manage/rounds/{round}/criteria/{criterion}/removal`
pub async fn remove_criterion(
    me: SignedIn,
    path: Path<(RoundId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, code) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let change = criteria::without(&code, &draft.round.definition);
    let (by, now, seen) = (draft::by(&me), me.now, form.typed.text("version").to_owned());
    app.write::<_, Failure<SetUpRefusal>, _>(move |tx| {
        actions::change_round(tx, id, by, (change, seen), now)
    })
    .await?;
    Ok(pages::see_other(format!("{}/parts/criteria", urls::manage_round(id))))
}

/// `GET /manage/rounds/{round}/joint/{participant}/removal`
pub async fn participant(
    me: SignedIn,
    path: Path<(RoundId, OrganisationId)>,
    app: Data<App>,
) -> Answer {
    let (id, own) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let found = draft.round.definition.participant(own).ok_or(Error::Missing)?;
    let words = Words::of(&app, &me);
    let title = words.with("joint-removal", &[("name", found.name.as_str().into())]);
    let version = draft.round.definition.fingerprint(Part::Joint);
    page(&app, &me, &draft, (format!("joint/{own}"), version, title))
}

/// `POST /manage/rounds/{round}/joint/{participant}/removal`
pub async fn remove_participant(
    me: SignedIn,
    path: Path<(RoundId, OrganisationId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, own) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let change = participants::without(own, &draft.round.definition);
    let (by, now, seen) = (draft::by(&me), me.now, form.typed.text("version").to_owned());
    app.write::<_, Failure<SetUpRefusal>, _>(move |tx| {
        actions::change_round(tx, id, by, (change, seen), now)
    })
    .await?;
    Ok(pages::see_other(format!("{}/joint", urls::manage_round(id))))
}
