//! What was promised and how far it is, area beside area.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Desk, No, Said, at, by, href, settle, show};
use crate::actions::consultations::{self as acts, ReportIndicator};
use crate::domain::bids::HandedIn;
use crate::domain::consultations::{
    Commitment, ConsultationRefusal, Item, Report, SeatKind, Value, commitments,
};
use crate::domain::ids::{BidId, ConsultationId, ItemId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;

#[derive(Serialize)]
struct View {
    title: String,
    /// Years with a figure, oldest first.
    years: Vec<String>,
    areas: Vec<AreaView>,
    action: String,
    year: String,
}

#[derive(Serialize)]
struct AreaView {
    area: String,
    cooperative: String,
    bid: String,
    rows: Vec<RowView>,
    /// The reader may report for this one.
    reports: bool,
}

#[derive(Serialize)]
struct RowView {
    field: String,
    what: String,
    baseline: String,
    target: String,
    unit: String,
    by: Option<String>,
    values: Vec<String>,
    /// How far the newest figure is between baseline and target, in whole percents.
    share: Option<u8>,
    id: String,
    value: String,
}

type Found = (Vec<HandedIn>, Vec<Item<Report>>);

/// `GET /consultations/{consultation}/monitoring`
pub async fn page(me: SignedIn, id: Path<ConsultationId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::ViewConsultation).await?;
    view(&app, &me, &desk, Said::nothing(&Typed::default())).await
}

async fn view(app: &App, me: &Me, desk: &Desk, said: Said<'_>) -> Answer {
    let (table, now) = (desk.table.clone(), me.now);
    let load = move |conn: &mut Conn| {
        let won = acts::promised(conn, &table, now)?;
        Ok::<Found, Error>((won, store::consultations::items(conn, table.id)?))
    };
    let (won, reports) = app.read(load).await?;
    let years: BTreeSet<i16> = reports.iter().map(|one| one.body.year).collect();
    let years: Vec<i16> = years.into_iter().collect();
    let area = |bid: &HandedIn| area_view((app, me, desk), bid, (&reports, &years), &said);
    let year = match said.typed.has("year") {
        true => said.typed.text("year").to_owned(),
        false => day_of(now).year().to_string(),
    };
    let body = View {
        title: desk.table.details.title.clone(),
        years: years.iter().map(ToString::to_string).collect(),
        areas: won.iter().map(area).filter(|area| !area.rows.is_empty()).collect(),
        action: desk.href("reports"),
        year,
    };
    let mut page = desk.page(app, me, "consultation-monitoring");
    page.wide = true;
    show((app, me), "consultations/monitoring.html", (page, body), &said)
}

fn area_view(
    (app, me, desk): (&App, &Me, &Desk),
    bid: &HandedIn,
    (reports, years): (&[Item<Report>], &[i16]),
    said: &Said<'_>,
) -> AreaView {
    let own = me.actor.belongs_to(bid.content.cooperative);
    let seat = desk.own.as_ref().map(|seat| seat.body.kind);
    let row = |one: &Commitment| row_view((app, me), (bid.bid, one), (reports, years), said);
    AreaView {
        area: bid.content.lot_name.clone(),
        cooperative: bid.content.cooperative_name.clone(),
        bid: bid.bid.to_string(),
        rows: commitments(&bid.content.answers).iter().map(row).collect(),
        reports: seat.is_some_and(|kind| own || kind == SeatKind::Buyer),
    }
}

fn row_view(
    (app, me): (&App, &Me),
    (bid, one): (BidId, &Commitment),
    (reports, years): (&[Item<Report>], &[i16]),
    said: &Said<'_>,
) -> RowView {
    let is_own = |r: &&Item<Report>| r.body.bid == bid && r.body.field == one.field;
    let own: Vec<&Item<Report>> = reports.iter().filter(is_own).collect();
    let plain = |value: &Value| app.renderer.decimal(me.lang, &value.0.plain());
    let of_year =
        |year: &i16| own.iter().find(|r| r.body.year == *year).map(|r| plain(&r.body.value));
    let newest = own.iter().max_by_key(|r| r.body.year);
    let id = field_id(bid, &one.field);
    let typed = said.typed.text("bid") == bid.as_str() && said.typed.text("field") == one.field;
    let day = one.by.parse::<jiff::civil::Date>().ok();
    RowView {
        what: one.what.clone(),
        baseline: one.baseline.clone(),
        target: one.target.clone(),
        unit: one.unit.clone(),
        by: day.map(|day| app.renderer.day(me.lang, day)),
        values: years.iter().map(|year| of_year(year).unwrap_or_default()).collect(),
        share: newest.and_then(|newest| one.share(&newest.body.value)),
        field: one.field.clone(),
        id,
        value: if typed { said.typed.text("value").to_owned() } else { String::new() },
    }
}

fn field_id(bid: BidId, field: &str) -> String {
    format!("value-{bid}-{}", field.replace('.', "-"))
}

/// `POST /consultations/{consultation}/reports`
pub async fn report(
    me: SignedIn,
    id: Path<ConsultationId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, *id, Act::SpeakAtConsultation).await?;
    let bid = form.typed.text("bid").parse().map_err(|_| Error::Missing)?;
    let new = match read(&me, bid, &form.typed) {
        Ok(new) => new,
        Err(no) => return view(&app, &me, &desk, Said::no(&form.typed, no)).await,
    };
    let (of, by, now) = (*id, by(&me), me.now);
    let done = app.write(move |tx| acts::report_indicator(tx, of, new, by, now)).await;
    match settle(done)? {
        Ok(()) => Ok(pages::see_other(href(of, "monitoring"))),
        Err(why) => view(&app, &me, &desk, Said::no(&form.typed, ("year".into(), why))).await,
    }
}

/// A year that is over or runs; nobody reports of the future.
fn read(me: &SignedIn, bid: BidId, typed: &Typed) -> Result<ReportIndicator, No> {
    let field = typed.text("field").to_owned();
    let year = typed.text("year").parse().map_err(|_| ConsultationRefusal::Number);
    let known = |year: &i16| (2020..=day_of(me.now).year()).contains(year);
    let year = year.and_then(|year: i16| match known(&year) {
        true => Ok(year),
        false => Err(ConsultationRefusal::Number),
    });
    let id = field_id(bid, &field);
    let value = at(&id, Value::parse(typed.text("value")))?;
    let year = at(&format!("year-{id}"), year)?;
    Ok(ReportIndicator { id: ItemId::new(store::new_id()), bid, field, year, value })
}
