//! The draw of lots: planned with an invitation to every bidder it concerns, and held before witnesses.
//! Whoever runs the table plans and draws; who reads the ranking reads how it goes.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};

use super::acts::{No, act};
use super::draw_view::DrawPage;
use super::ranked::{Ranked, of, ranked};
use super::sight::{Sight, Words, see};
use crate::actions::tables as acts;
use crate::domain::ids::{BidId, DrawId, TableId};
use crate::domain::moments::moment;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::tables::{Company, DrawRefusal, TableRefusal, Wish, Witness};
use crate::rendering::layout::FieldError;
use crate::store::new_id;
use crate::web::App;
use crate::web::accounts::confirms;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "tables/draw.html";

/// `GET /tables/{table}/draw`
pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let (sight, ranked) = ranked(&app, &me, *table).await?;
    let page = DrawPage::new(&app, &me, (&sight, &ranked), &Typed::default());
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /tables/{table}/draw`: a plan, or another one in its place.
pub async fn plan(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let at = running(&app, &me, id).await?;
    let done = match wish(&form.typed) {
        Ok(wish) => {
            act(&app, &me, (id, Act::DrawLots), move |tx, by, now| {
                acts::plan_draw(tx, id, wish, by, now)
            })
            .await
        }
        Err(why) => Err(No::Refused(why.into())),
    };
    answer((&app, &me), &at, &form.typed, (done, plan_field))
}

/// `POST /tables/{table}/draw/cancellation`
pub async fn cancel(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let at = running(&app, &me, id).await?;
    let (reason, seen) = (form.typed.text("reason").to_owned(), seen(&form.typed));
    let done = act(&app, &me, (id, Act::DrawLots), move |tx, by, now| {
        acts::cancel_draw(tx, id, (seen, &reason), by, now)
    })
    .await;
    answer((&app, &me), &at, &form.typed, (done, cancel_field))
}

/// `POST /tables/{table}/draw/holding`: with the password once more, because a draw cannot be undone.
pub async fn hold(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let at = running(&app, &me, id).await?;
    // Who cannot draw now hears that from the rule.
    may_hold(&at)?;
    if !confirms(&app, &me, form.typed.exact("password")).await? {
        return faulty((&app, &me), &at, &form.typed, ("password", "opening-password-wrong"));
    }
    let done = drawn(&app, &me, id, company(&at.0, &form.typed)).await;
    answer((&app, &me), &at, &form.typed, (done, hold_field))
}

async fn drawn(
    app: &App,
    me: &SignedIn,
    id: TableId,
    company: Result<Company, DrawRefusal>,
) -> Result<(), No> {
    let company = company.map_err(|why| No::Refused(why.into()))?;
    act(app, me, (id, Act::DrawLots), move |tx, by, now| acts::hold_draw(tx, id, company, by, now))
        .await
}

/// A table with its ranking.
type At = (Sight, Ranked);

/// The table for who runs it; before its price is open there is nothing to draw.
async fn running(app: &App, me: &SignedIn, id: TableId) -> Result<At, Error> {
    let sight = see(app, me, id, Act::DrawLots).await?;
    let shut = || No::Refused(TableRefusal::OtherPhase);
    let ranked = of(app, &sight).await?.ok_or_else(shut)?;
    Ok((sight, ranked))
}

fn may_hold((sight, ranked): &At) -> Result<(), No> {
    sight.table.may_draw().map_err(No::Refused)?;
    let held = ranked.draw.standing().and_then(|plan| ranked.draw.may_hold(plan, sight.now));
    held.map_err(|why| No::Refused(why.into()))
}

fn wish(typed: &Typed) -> Result<Wish, DrawRefusal> {
    let at = moment(typed.text("at_date"), typed.text("at_time"));
    Ok(Wish {
        id: typed.text("draw").parse().unwrap_or_else(|_| DrawId::new(new_id())),
        at: at.map_err(|_| DrawRefusal::NoMoment)?,
        place: typed.text("place").to_owned(),
        witnesses: Witness::read(typed.text("witnesses"))?,
        seen: seen(typed),
    })
}

/// The plan that stood on the page of the form.
fn seen(typed: &Typed) -> Option<DrawId> {
    typed.text("seen").parse().ok()
}

/// Who was there: bids by their letters, and witnesses line by line.
fn company(sight: &Sight, typed: &Typed) -> Result<Company, DrawRefusal> {
    let bids: BTreeMap<&str, BidId> =
        sight.codes.iter().map(|(bid, code)| (code.as_str(), *bid)).collect();
    let bidders = typed.all("bidders").iter().filter_map(|code| bids.get(code.as_str()).copied());
    let witnesses = Witness::read(typed.text("there"))?;
    Ok(Company { bidders: bidders.collect(), witnesses })
}

/// The field of a form that a refusal is about.
type FieldOf = fn(DrawRefusal) -> Option<&'static str>;

fn plan_field(why: DrawRefusal) -> Option<&'static str> {
    match why {
        DrawRefusal::NoMoment | DrawRefusal::TooSoon => Some("at"),
        DrawRefusal::NoPlace | DrawRefusal::TooLong => Some("place"),
        DrawRefusal::NoWitness | DrawRefusal::NoFunction | DrawRefusal::OnlyRunners => {
            Some("witnesses")
        }
        _ => None,
    }
}

fn cancel_field(why: DrawRefusal) -> Option<&'static str> {
    matches!(why, DrawRefusal::NoReason | DrawRefusal::TooLong).then_some("reason")
}

fn hold_field(why: DrawRefusal) -> Option<&'static str> {
    match why {
        DrawRefusal::NoWitness
        | DrawRefusal::NoFunction
        | DrawRefusal::OnlyRunners
        | DrawRefusal::TooLong => Some("there"),
        _ => None,
    }
}

/// Back to the page, or the form with what was typed and what is wrong with it.
fn answer(
    (app, me): (&Data<App>, &SignedIn),
    at: &At,
    typed: &Typed,
    (done, field): (Result<(), No>, FieldOf),
) -> Answer {
    let no = match done {
        Ok(()) => return Ok(pages::see_other(urls::table_part(at.0.table.id, "draw"))),
        Err(no) => no,
    };
    match &no {
        No::Refused(TableRefusal::Draw(why)) => match field(*why) {
            Some(field) => faulty((app, me), at, typed, (field, why.key())),
            None => Err(no.into()),
        },
        No::Refused(_) | No::Other(_) => Err(no.into()),
    }
}

fn faulty(
    (app, me): (&Data<App>, &SignedIn),
    (sight, ranked): &At,
    typed: &Typed,
    (field, key): (&str, &str),
) -> Answer {
    let mut page = DrawPage::new(app, me, (sight, ranked), typed);
    let text = Words::of(app, me).say(key, &[]);
    page.errors = vec![FieldError { field: field.to_owned(), text }];
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}
