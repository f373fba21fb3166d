//! The result of a table: places, points, prices and names, and why.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::board::Door;
use super::draw_view::door;
use super::ranked::{Ranked, ranked};
use super::ranking_view::{Draw, Money, Out, Steps, draw, money, out, places, steps};
use super::sight::{Sight, Words};
use super::trace_view::{TraceView, traces};
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::tables::{DrawState, Phase};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::score_table::ScoreTable;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct RankingPage {
    page: Page,
    above: String,
    lot_title: String,
    title: String,
    opened_at: Option<Timestamp>,
    signed_at: Option<Timestamp>,
    places: ScoreTable,
    out: Vec<Out>,
    traces: Vec<TraceView>,
    steps: Vec<Steps>,
    /// For the process lead only.
    firmness: Option<String>,
    money: Option<Money>,
    draw: Option<Draw>,
    /// Where the draw stands that has to order bids, or did so.
    lots: Option<Lots>,
    table: String,
    minutes: String,
    /// Where the chair ends the meeting.
    close: Option<Door>,
}

pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let (sight, ranked) = ranked(&app, &me, *table).await?;
    let page = RankingPage::new(&app, &me, (&sight, &ranked))?;
    pages::html(&app, &me, "tables/ranking.html", &page)
}

impl RankingPage {
    fn new(
        app: &App,
        me: &SignedIn,
        (sight, ranked): (&Sight, &Ranked),
    ) -> Result<RankingPage, Error> {
        let words = Words::of(app, me);
        let [_, _, signed_at, opened_at, _] = sight.table.phase.moments();
        let id = sight.table.id;
        Ok(RankingPage {
            page: sight.frame_below(app, me, "rank-title"),
            above: words.say("table-above", &[("number", i64::from(sight.lot.number).into())]),
            lot_title: sight.lot_title(),
            title: title(sight, words, ranked),
            opened_at,
            signed_at,
            places: places(sight, words, ranked),
            out: out(sight, words, ranked),
            traces: traces(sight, words, ranked),
            steps: match me.can(Act::ViewSensitivity, &sight.place) {
                true => steps(sight, words, ranked)?,
                false => vec![],
            },
            firmness: me
                .can(Act::ViewSensitivity, &sight.place)
                .then(|| urls::table_part(id, "firmness")),
            money: money(sight, ranked),
            draw: draw(sight, ranked),
            lots: Lots::new(sight, words, ranked),
            table: urls::table(id),
            minutes: urls::table_part(id, "minutes"),
            close: (sight.runs()
                && ranked.draw.may_close().is_ok()
                && matches!(sight.table.phase, Phase::Ranked { .. }))
            .then(|| Door {
                href: urls::table_part(id, "closure"),
                text: words.say("close-table", &[]),
            }),
        })
    }
}

/// What the ranking says of a draw.
#[derive(Serialize)]
struct Lots {
    kind: &'static str,
    text: String,
    door: Door,
}

impl Lots {
    fn new(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> Option<Lots> {
        let (kind, text) = match ranked.draw.state() {
            DrawState::NotNeeded => return None,
            // It closed when tables drew by themselves.
            DrawState::Due if ranked.ranking.seed.is_some() => return None,
            DrawState::Due => ("warning", words.say("rank-draw-due", &[])),
            DrawState::Planned(plan) => {
                let when = words.datetime(plan.at);
                ("warning", words.say("rank-draw-planned", &[("when", when.into())]))
            }
            DrawState::Held(_, held) => {
                let when = words.datetime(held.at);
                ("info", words.say("rank-draw-held", &[("when", when.into())]))
            }
        };
        Some(Lots { kind, text, door: door(sight, words) })
    }
}

/// Who came first, in one line.
fn title(sight: &Sight, words: Words<'_>, ranked: &Ranked) -> String {
    let first: Vec<String> = ranked
        .ranking
        .outcome
        .ranking()
        .filter(|(place, _)| *place == 1)
        .map(|(_, bid)| sight.bidder(&bid.id).to_owned())
        .collect();
    match first.as_slice() {
        [] => words.say("rank-nobody", &[]),
        [one] => words.say("rank-first", &[("name", one.as_str().into())]),
        more => words.say("rank-shared", &[("names", more.join(", ").into())]),
    }
}
