//! The page of the meeting, its live part, and the picture on the big screen.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use serde::{Deserialize, Serialize};

use super::board::Board;
use super::item_view::{Asked, TypedDecision};
use super::lead::{heard, pulse};
use super::sight::{Sight, Words, see};
use crate::domain::ids::TableId;
use crate::domain::permission::{Act, SeatRole};
use crate::domain::tables::join_code;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

/// `?item=B.q2` looks something up while the table goes on.
#[derive(Clone, Default, Deserialize)]
pub struct Looking {
    #[serde(default)]
    item: String,
}

impl Looking {
    fn asked(&self) -> Asked {
        let item = Some(self.item.clone()).filter(|item| !item.is_empty());
        Asked { item, typed: None }
    }

    fn query(&self) -> String {
        match self.item.is_empty() {
            true => String::new(),
            false => format!("?item={}", self.item),
        }
    }
}

#[derive(Serialize)]
struct SessionPage {
    page: Page,
    above: String,
    title: String,
    version: i32,
    now: jiff::Timestamp,
    here: String,
    events: String,
    ask: String,
    /// How often the screen asks anyway, in seconds; 0 is never.
    pulse: i64,
    /// Seconds of the Dutch day by the clock of this server.
    seconds: i32,
    part: String,
    screen: String,
    price_open: bool,
    /// By which people who have a seat find this table.
    code: String,
    board: Board,
    errors: Vec<FieldError>,
}

impl SessionPage {
    fn new(app: &App, me: &SignedIn, (sight, asked, query): (&Sight, &Asked, String)) -> Self {
        let words = Words::of(app, me);
        let id = sight.table.id;
        let number = i64::from(sight.lot.number);
        SessionPage {
            page: sight.frame(app, me, "table-title"),
            above: words.say("table-above", &[("number", number.into())]),
            title: sight.lot_title(),
            version: sight.table.version,
            now: me.now,
            here: format!("{}{query}", urls::table(id)),
            events: urls::table_part(id, "events"),
            ask: urls::table_part(id, "version"),
            pulse: pulse(sight),
            seconds: app.renderer.second_of_day(me.now),
            part: format!("{}{query}", urls::table_part(id, "board")),
            screen: urls::table_part(id, "screen"),
            price_open: sight.place.price_open,
            code: join_code(id),
            board: Board::new(sight, words, asked),
            errors: asked.typed.as_ref().map(|t| t.errors.clone()).unwrap_or_default(),
        }
    }
}

pub async fn session(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    looking: Query<Looking>,
) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewTable).await?;
    if sight.place.seat == Some(SeatRole::Chair) {
        heard(&app, &me, (*table, &sight.lead)).await?;
    }
    let page = SessionPage::new(&app, &me, (&sight, &looking.asked(), looking.query()));
    pages::html(&app, &me, "tables/session.html", &page)
}

/// The part that changes, alone.
pub async fn board(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    looking: Query<Looking>,
) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewTable).await?;
    let page = SessionPage::new(&app, &me, (&sight, &looking.asked(), looking.query()));
    pages::html(&app, &me, "tables/_board.html", &page)
}

/// Seconds after which the big screen asks again when scripts are off.
const REFRESH: u32 = 20;

/// For the wall: larger, nothing to press, and only what everybody in the room may see.
pub async fn screen(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewTable).await?.for_the_wall();
    let mut page = SessionPage::new(&app, &me, (&sight, &Asked::default(), String::new()));
    page.page.projected = true;
    page.page.refresh = Some(REFRESH);
    page.part = urls::table_part(*table, "screen/board");
    pages::html(&app, &me, "tables/screen.html", &page)
}

pub async fn screen_board(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewTable).await?.for_the_wall();
    let mut page = SessionPage::new(&app, &me, (&sight, &Asked::default(), String::new()));
    page.page.projected = true;
    pages::html(&app, &me, "tables/_wall.html", &page)
}

/// The page of the meeting with a form that came back.
pub fn came_back(
    app: &App,
    me: &SignedIn,
    (sight, item): (&Sight, &str),
    (status, typed): (StatusCode, TypedDecision),
) -> Answer {
    let query = format!("?item={item}");
    let asked = Asked { item: Some(item.to_owned()), typed: Some(typed) };
    let mut page = SessionPage::new(app, me, (sight, &asked, query));
    page.page.fault = true;
    pages::with_status(app, me, status, ("tables/session.html", &page))
}

/// Back to the page of the meeting.
pub fn back(table: TableId) -> HttpResponse {
    pages::see_other(urls::table(table))
}
