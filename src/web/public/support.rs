//! Where residents say that they support a bid: a page with a code, a poster to find it, and a page
//! of one's own where one can take it back.

use actix_web::web::{Data, Path, Query};
use qrcode::{Color, QrCode};
use serde::{Deserialize, Serialize};

use super::views::Reader;
use crate::actions::{self, Failure};
use crate::domain::accounts::throttle::Gate;
use crate::domain::bids::support::{
    self as rules, Consent, MOST_SENTENCE_CHARS, Statement, SupportPage, SupportRefusal, areas_of,
};
use crate::domain::ids::StatementId;
use crate::domain::journal::sha256_hex;
use crate::domain::moments::day_of;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, StoreError};
use crate::web::accounts::gate;
use crate::web::bids::area_name;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::Me;
use crate::web::{App, pages};

const TEMPLATE: &str = "public/support.html";

#[derive(Serialize)]
struct SignPage {
    page: Page,
    errors: Vec<FieldError>,
    cooperative: String,
    municipality: String,
    about: String,
    action: String,
    open: bool,
    areas: Vec<AreaChoice>,
    until: String,
    longest: usize,
    name: String,
    area: String,
    sentence: String,
    publish: String,
    consent: bool,
}

#[derive(Serialize)]
struct AreaChoice {
    value: String,
    label: String,
}

struct Shown {
    page: SupportPage,
    round: Round,
    lot: Lot,
    cooperative: String,
    municipality: String,
}

async fn shown(app: &App, code: &str) -> Result<Shown, Error> {
    let code = rules::typed_code(code);
    let load = move |conn: &mut Conn| {
        let page = store::support::page_with(conn, &code)?.ok_or(Error::Missing)?;
        let bid = store::bids::find(conn, page.bid)?;
        let round = store::rounds::find(conn, bid.round)?;
        Ok::<_, Error>(Shown {
            lot: store::rounds::find_lot(conn, bid.lot)?,
            cooperative: store::accounts::organisation(conn, bid.cooperative)?.name,
            municipality: store::accounts::organisation(conn, round.municipality)?.name,
            page,
            round,
        })
    };
    app.read(load).await
}

#[derive(Deserialize)]
pub struct Typing {
    #[serde(default)]
    code: String,
}

#[derive(Serialize)]
struct FindPage {
    page: Page,
    errors: Vec<FieldError>,
    code: String,
}

/// `GET /support`: for who has a code on paper.
pub async fn find(me: Me, typing: Query<Typing>, app: Data<App>) -> Answer {
    let code = rules::typed_code(&typing.code);
    let mut page = FindPage {
        page: pages::frame(&app, &me, "support-find-title"),
        errors: vec![],
        code: typing.code.clone(),
    };
    if typing.code.trim().is_empty() {
        return pages::html(&app, &me, "public/support_find.html", &page);
    }
    if shown(&app, &code).await.is_ok() {
        return Ok(pages::see_other(format!("/support/{code}")));
    }
    let text = app.renderer.translate(me.lang, "support-find-unknown", &[]);
    (page.errors, page.page.fault) = (vec![FieldError { field: "code".into(), text }], true);
    pages::faulty(&app, &me, "public/support_find.html", &page)
}

/// `GET /support/{code}`
pub async fn show(me: Me, code: Path<String>, app: Data<App>) -> Answer {
    let shown = shown(&app, &code).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &shown, (&Typed::default(), vec![])))
}

/// `POST /support/{code}`
pub async fn sign(me: Me, code: Path<String>, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let shown = shown(&app, &code).await?;
    let statement = match read(&app, &me, &shown, &form.typed) {
        Ok(statement) => statement,
        Err(errors) => {
            let page = view(&app, &me, &shown, (&form.typed, errors));
            return pages::faulty(&app, &me, TEMPLATE, &page);
        }
    };
    let visitor = format!("{}:{}", shown.page.code, me.address);
    gate::pass(&app, &me, Gate::Support, &visitor).await?;
    let (code, secret, now) = (shown.page.code.clone(), actions::new_secret(), form.at);
    let own = format!("/statements/{secret}");
    let act =
        move |tx: &mut store::Tx| actions::sign_support(tx, (&code, &secret), &statement, now);
    app.write(act).await.map_err(|why: Failure<SupportRefusal>| Error::from(why))?;
    Ok(pages::see_other(own))
}

fn read(app: &App, me: &Me, shown: &Shown, typed: &Typed) -> Result<Statement, Vec<FieldError>> {
    let mut errors = vec![];
    let mut wrong = |field: &str, why: SupportRefusal| {
        let text = app.renderer.translate(me.lang, why.key(), &[]);
        errors.push(FieldError { field: field.to_owned(), text });
    };
    let name = rules::name(typed.text("name")).map_err(|why| wrong("name", why));
    let area = typed.text("area");
    if areas_of(&shown.lot.details).iter().all(|(code, _)| code != area) {
        wrong("area", SupportRefusal::Area);
    }
    let sentence = rules::sentence(typed.text("sentence")).map_err(|why| wrong("sentence", why));
    if typed.text("consent") != "yes" {
        wrong("consent", SupportRefusal::Consent);
    }
    match (name, sentence, errors.is_empty()) {
        (Ok(name), Ok(sentence), true) => Ok(Statement {
            id: StatementId::new(store::new_id()),
            name,
            area: area.to_owned(),
            sentence,
            consent: typed.text("publish").parse().unwrap_or(Consent::Count),
            signed_on: day_of(me.now),
            hidden: None,
        }),
        _ => Err(errors),
    }
}

fn view(app: &App, me: &Me, shown: &Shown, (typed, errors): (&Typed, Vec<FieldError>)) -> SignPage {
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let mut page = pages::frame(app, me, "support-sign-title");
    page.fault = !errors.is_empty();
    let text = |name: &str| typed.text(name).to_owned();
    let choice = |(value, name): (String, Option<String>)| AreaChoice {
        label: area_name(r, (&value, name.as_deref())),
        value,
    };
    SignPage {
        page,
        errors,
        cooperative: shown.cooperative.clone(),
        municipality: shown.municipality.clone(),
        about: shown.page.about.clone(),
        action: format!("/support/{}", shown.page.code),
        open: shown.page.closed_at.is_none() && shown.round.takes_bids(me.now),
        areas: areas_of(&shown.lot.details).into_iter().map(choice).collect(),
        until: r.renderer.datetime(r.lang, shown.round.closes_at()),
        longest: MOST_SENTENCE_CHARS,
        name: text("name"),
        area: text("area"),
        sentence: text("sentence"),
        publish: if typed.has("publish") { text("publish") } else { "count".to_owned() },
        consent: typed.text("consent") == "yes",
    }
}

#[derive(Serialize)]
struct Poster {
    page: Page,
    cooperative: String,
    about: String,
    address: String,
    start: String,
    code: String,
    until: String,
    qr: Qr,
}

/// A code as squares of a drawing.
#[derive(Serialize)]
struct Qr {
    size: usize,
    path: String,
}

/// `GET /support/{code}/poster`: to print and hang up.
pub async fn poster(me: Me, code: Path<String>, app: Data<App>) -> Answer {
    let shown = shown(&app, &code).await?;
    let base = &app.limits.public_url;
    let address = format!("{base}/support/{}", shown.page.code);
    let closes_at = shown.round.closes_at();
    let page = Poster {
        page: pages::frame(&app, &me, "support-poster-title"),
        qr: qr(&address)?,
        cooperative: shown.cooperative,
        about: shown.page.about,
        start: format!("{base}/support"),
        code: shown.page.code,
        until: app.renderer.datetime(me.lang, closes_at),
        address,
    };
    pages::html(&app, &me, "public/support_poster.html", &page)
}

/// Around it stays the quiet edge of four squares that readers need.
fn qr(address: &str) -> Result<Qr, Error> {
    const EDGE: usize = 4;
    let code = QrCode::new(address).map_err(|why| Error::Broken(format!("qr: {why}")))?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, one)| *one == Color::Dark);
    let square =
        |(i, _): (usize, Color)| format!("M{} {}h1v1h-1z", i % width + EDGE, i / width + EDGE);
    Ok(Qr { size: width + 2 * EDGE, path: dark.map(square).collect() })
}

#[derive(Serialize)]
struct StatementPage {
    page: Page,
    cooperative: String,
    name: String,
    area: String,
    sentence: String,
    consent: String,
    address: String,
    action: String,
}

/// `GET /statements/{secret}`: what somebody said, and the way to take it back.
pub async fn statement(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let hash = sha256_hex(secret.as_bytes());
    let load = move |conn: &mut Conn| {
        let (bid, statement) = store::support::by_secret(conn, &hash)?.ok_or(Error::Gone)?;
        let bid = store::bids::find(conn, bid)?;
        let lot = store::rounds::find_lot(conn, bid.lot)?;
        let cooperative = store::accounts::organisation(conn, bid.cooperative)?.name;
        Ok::<_, Error>((statement, lot, cooperative))
    };
    let (statement, lot, cooperative) = app.read(load).await?;
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let areas = areas_of(&lot.details);
    let area = areas.iter().find(|(code, _)| *code == statement.area);
    let page = StatementPage {
        page: pages::frame(&app, &me, "support-own-title"),
        cooperative,
        area: area.map_or_else(String::new, |(code, name)| area_name(r, (code, name.as_deref()))),
        name: statement.name,
        sentence: statement.sentence,
        consent: r.say(&format!("support-consent-{}", statement.consent.as_str())),
        address: format!("{}/statements/{secret}", app.limits.public_url),
        action: format!("/statements/{secret}/withdrawal"),
    };
    pages::html(&app, &me, "public/statement.html", &page)
}

#[derive(Serialize)]
struct GonePage {
    page: Page,
}

/// `POST /statements/{secret}/withdrawal`: gone for good; twice is no fault.
pub async fn take_back(
    me: Me,
    secret: Path<String>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let secret = secret.into_inner();
    let done = app.write::<_, StoreError, _>(move |tx| actions::take_back_support(tx, &secret));
    if !done.await? {
        return Err(Error::Gone);
    }
    let page = GonePage { page: pages::frame(&app, &me, "support-gone-title") };
    pages::html(&app, &me, "public/statement_gone.html", &page)
}
