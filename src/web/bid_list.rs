//! The process lead's list of all opened bids with how far each is.

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use super::App;
use super::errors::{Answer, Error};
use super::me::SignedIn;
use super::paging::{Pages, Wanted};
use super::{pages, urls};
use crate::domain::accounts::Organisation;
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::Round;
use crate::rendering::layout::Page;
use crate::store::bid_lines::{self, BidLine};
use crate::store::{self, Conn};

#[derive(Serialize)]
struct BidListPage {
    page: Page,
    title: String,
    lines: Vec<Line>,
    /// Of all pages.
    count: u32,
    /// None where one page is enough.
    pages: Option<Pages>,
}

/// Texts ready to show: the list can be long, so nothing is looked up per row.
#[derive(Serialize)]
struct Line {
    lot: String,
    code: String,
    cooperative: String,
    /// Where its admission is judged.
    href: String,
    received: String,
    admission_kind: &'static str,
    admission: String,
    given: i64,
    settled: i64,
}

/// `GET /manage/rounds/{round}/bids`
pub async fn show(
    me: SignedIn,
    id: Path<RoundId>,
    wanted: Query<Wanted>,
    app: Data<App>,
) -> Answer {
    let (id, asker, number) = (id.into_inner(), me.me.clone(), wanted.page());
    let read = move |conn: &mut Conn| {
        asker.may(Act::ViewProgress, &store::places::round(conn, id, asker.now)?)?;
        let round = store::rounds::find(conn, id)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let lines = (bid_lines::count(conn, id)?, bid_lines::of_round(conn, id, number)?);
        Ok::<_, Error>((round, owner, lines))
    };
    let (round, owner, lines) = app.read(read).await?;
    let page = view((&app, &me), (&round, &owner), (number, lines));
    pages::html(&app, &me, "review/bid_list.html", &page)
}

fn view(
    (app, me): (&Data<App>, &SignedIn),
    (round, owner): (&Round, &Organisation),
    (number, (count, lines)): (u32, (u32, Vec<BidLine>)),
) -> BidListPage {
    let id = round.id;
    let mut page = pages::frame_of(app, me, "bid-list-title", owner);
    page.crumbs = vec![
        pages::crumb("/manage", app.renderer.translate(me.lang, "menu-manage", &[])),
        pages::crumb(urls::manage_round(id), round.definition.title.clone()),
        pages::here(page.title.clone()),
    ];
    let words = Words::new(app, me, id);
    BidListPage {
        page,
        title: round.definition.title.clone(),
        count,
        lines: lines.into_iter().map(|line| words.line(line, app, me)).collect(),
        pages: Pages::new(
            &format!("{}/bids", urls::manage_round(id)),
            number,
            count.div_ceil(bid_lines::PAGE),
        ),
    }
}

/// What is said on every row, made once.
struct Words {
    admissibility: String,
    checking: String,
    admitted: String,
    conditional: String,
    refused: String,
}

impl Words {
    fn new(app: &App, me: &SignedIn, id: RoundId) -> Words {
        let say = |key: &str| app.renderer.translate(me.lang, key, &[]);
        Words {
            admissibility: format!("{}/admissibility", urls::manage_round(id)),
            checking: say("bid-list-checking"),
            admitted: say("bid-list-admitted"),
            conditional: say("bid-list-conditional"),
            refused: say("bid-list-refused"),
        }
    }

    fn line(&self, line: BidLine, app: &App, me: &SignedIn) -> Line {
        let (kind, text) = match line.admission.as_deref() {
            None => ("todo", &self.checking),
            Some("admitted") => ("done", &self.admitted),
            Some("refused") => ("action", &self.refused),
            Some(_) => ("busy", &self.conditional),
        };
        Line {
            lot: format!("{}. {}", line.lot_number, line.lot_name),
            code: line.code,
            cooperative: line.cooperative,
            href: format!("{}/{}", self.admissibility, line.bid),
            received: line
                .received_at
                .map_or_else(String::new, |at| app.renderer.datetime(me.lang, at)),
            admission_kind: kind,
            admission: text.clone(),
            given: line.given,
            settled: line.settled,
        }
    }
}
