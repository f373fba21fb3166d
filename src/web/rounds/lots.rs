//! The lots of a draft: list, add, change, remove.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::draft::{self, Draft};
use super::form::{self, Field, FormPage, Item, Link, Words};
use super::lot_form::{self, Areas};
use super::map;
use crate::actions::{self, Failure, SaveLot};
use crate::domain::ids::{LotId, RoundId};
use crate::domain::rounds::Lot;
use crate::domain::rounds::changes::fingerprint;
use crate::domain::rounds::lots::{AreaRef, LotDetails};
use crate::domain::rounds::publication::SetUpRefusal;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct LotsPage {
    page: Page,
    above: String,
    back: Link,
    items: Vec<Item>,
    add: Link,
}

/// `GET /manage/rounds/{round}/lots`
pub async fn list(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let words = Words::of(&app, &me);
    let base = urls::manage_round(draft.round.id);
    let item = |lot: &Lot| Item {
        name: format!("{}. {}", lot.number, lot.details.name),
        note: lot.details.theme.clone(),
        href: format!("{base}/lots/{}", lot.id),
    };
    let page = LotsPage {
        page: draft::frame(&app, &me, (&draft, &words.say("part-lots"))),
        above: draft::name(&app, &me, &draft.round),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        items: draft.lots.iter().map(item).collect(),
        add: Link { href: format!("{base}/lots/new"), text: words.say("setup-lot-add") },
    };
    pages::html(&app, &me, "rounds/lots.html", &page)
}

/// A lot that is there, or one to be made.
enum Which {
    New,
    Known(Box<Lot>),
}

impl Which {
    fn find(draft: &Draft, text: &str) -> Result<Which, Error> {
        if text == "new" {
            return Ok(Which::New);
        }
        let id: LotId = text.parse().map_err(|_| Error::Missing)?;
        let lot = draft.lots.iter().find(|lot| lot.id == id).ok_or(Error::Missing)?;
        Ok(Which::Known(Box::new(lot.clone())))
    }

    /// A lot that somebody removed meanwhile is made again, rather than losing what was typed.
    fn to_save(draft: &Draft, text: &str) -> Result<Which, Error> {
        let is_id = text.parse::<LotId>().is_ok();
        Which::find(draft, text).or_else(|why| if is_id { Ok(Which::New) } else { Err(why) })
    }

    fn details(&self, draft: &Draft) -> LotDetails {
        match self {
            Which::New => lot_form::blank(&draft.round.definition.price),
            Which::Known(lot) => lot.details.clone(),
        }
    }
}

/// `GET /manage/rounds/{round}/lots/{lot}`
pub async fn lot(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (id, lot) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let which = Which::find(&draft, &lot)?;
    let chosen = which.details(&draft).areas;
    let areas = areas(&app, &draft, (String::new(), chosen)).await?;
    pages::html(&app, &me, "rounds/form.html", &page(&app, &me, (&draft, &which), &areas))
}

async fn areas(
    app: &App,
    draft: &Draft,
    (of, chosen): (String, Vec<AreaRef>),
) -> Result<Areas, Error> {
    let name = draft.owner.name.clone();
    app.read(move |conn| Ok(map::areas(conn, (&of, &name), &chosen)?)).await
}

/// `POST /manage/rounds/{round}/lots/{lot}`; with `show` the page only comes back with another map.
pub async fn save(
    me: SignedIn,
    path: Path<(RoundId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (id, lot) = path.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let which = Which::to_save(&draft, &lot)?;
    let typed = &form.typed;
    let chosen = map::references(typed.all("areas"));
    let areas = areas(&app, &draft, (typed.text("of").to_owned(), chosen)).await?;
    if typed.has("show") {
        return again(&app, &me, (&draft, &which), (&areas, typed), Again::Shown);
    }
    let words = Words::of(&app, &me);
    match lot_form::read(typed, &draft.round.definition, &areas.chosen, words) {
        Err(errors) => again(&app, &me, (&draft, &which), (&areas, typed), Again::Faulty(errors)),
        Ok(details) => keep(&app, &me, (&draft, &which), (&areas, typed), details).await,
    }
}

async fn keep(
    app: &App,
    me: &SignedIn,
    (draft, which): (&Draft, &Which),
    (areas, typed): (&Areas, &Typed),
    details: LotDetails,
) -> Answer {
    let save = match which {
        Which::New => SaveLot { id: LotId::new(store::new_id()), details, seen: None },
        Which::Known(lot) => {
            SaveLot { id: lot.id, details, seen: Some(typed.text("version").to_owned()) }
        }
    };
    let (id, by, now) = (draft.round.id, draft::by(me), me.now);
    match app.write(move |tx| actions::save_lot(tx, id, by, save, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}/lots", urls::manage_round(id)))),
        Err(Failure::Refused(SetUpRefusal::Changed)) => {
            again(app, me, (draft, which), (areas, typed), Again::Clashed)
        }
        Err(failure) => Err(failure.into()),
    }
}

/// Why the form comes back with what was typed.
enum Again {
    Shown,
    Faulty(Vec<FieldError>),
    Clashed,
}

fn again(
    app: &App,
    me: &SignedIn,
    (draft, which): (&Draft, &Which),
    (areas, typed): (&Areas, &Typed),
    why: Again,
) -> Answer {
    let mut page = page(app, me, (draft, which), areas);
    let kept = page.fields.clone();
    form::fill(&mut page.fields, typed);
    let status = mark(&mut page, (&kept, typed), (why, Words::of(app, me)));
    pages::with_status(app, me, status, ("rounds/form.html", &page))
}

/// Puts on the page why it comes back; answers the status that goes with it.
fn mark(
    page: &mut FormPage,
    (kept, typed): (&[Field], &Typed),
    (why, words): (Again, Words<'_>),
) -> StatusCode {
    if !matches!(why, Again::Clashed) {
        typed.text("version").clone_into(&mut page.version);
    }
    page.page.fault = !matches!(why, Again::Shown);
    match why {
        Again::Shown => StatusCode::OK,
        Again::Faulty(errors) => {
            page.errors = errors;
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Again::Clashed => {
            page.clashes = form::clashes(kept, &page.fields, words);
            page.clashed = true;
            StatusCode::CONFLICT
        }
    }
}

fn page(app: &App, me: &SignedIn, (draft, which): (&Draft, &Which), areas: &Areas) -> FormPage {
    let words = Words::of(app, me);
    let details = which.details(draft);
    let base = urls::manage_round(draft.round.id);
    let (title, path, version, remove) = match which {
        Which::New => (words.say("setup-lot-new"), "new".to_owned(), String::new(), None),
        Which::Known(lot) => {
            let title = words.with("setup-lot", &[("number", lot.number.to_string().into())]);
            let href = format!("{base}/lots/{}/removal", lot.id);
            let remove = Link { href, text: words.say("setup-lot-remove") };
            (title, lot.id.to_string(), fingerprint(&details), Some(remove))
        }
    };
    FormPage {
        page: draft::frame(app, me, (draft, &title)),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        title,
        intro: words.say("setup-lot-intro"),
        remark: None,
        items_title: String::new(),
        items: vec![],
        add: None,
        links: vec![],
        fields: lot_form::fields(
            &details,
            (&draft.round.definition, &draft.owner.name),
            areas,
            words,
        ),
        version,
        action: format!("{base}/lots/{path}"),
        back: Link { href: format!("{base}/lots"), text: words.say("setup-back-lots") },
        clashed: false,
        clashes: vec![],
        remove,
        map: map::preview(areas, words),
        map_url: format!("{base}/map"),
        example: None,
        lessons: vec![],
    }
}
