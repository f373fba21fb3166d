//! Opening price and names: two key holders, ten minutes.

use actix_web::web::{Data, Path};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::sight::{Sight, Words, see};
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::tables::{Phase, key_subject};
use crate::rendering::layout::Page;
use crate::store;
use crate::store::keys::NamedTurn;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct PricePage {
    page: Page,
    title: String,
    intro: String,
    action: String,
    back: Option<String>,
    checks: Vec<Check>,
    opened_at: Option<Timestamp>,
    keys: Vec<Key>,
    /// The first key, while it waits for the second.
    waiting: Option<Waiting>,
    may_turn: bool,
    ranking: Option<String>,
    /// Seconds after which the page asks again by itself, while a key waits.
    here: String,
}

/// Something that has to be done before the price opens.
#[derive(Serialize)]
struct Check {
    text: String,
    done: bool,
}

#[derive(Serialize)]
struct Key {
    name: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Waiting {
    text: String,
    until: Timestamp,
    left: String,
}

pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::ViewPriceOpening).await?;
    let turned =
        app.read(move |conn| Ok::<_, Error>(store::keys::turns(conn, &key_subject(id))?)).await?;
    let page = PricePage::new(&app, &me, (&sight, &turned));
    pages::html(&app, &me, "tables/price.html", &page)
}

impl PricePage {
    fn new(app: &App, me: &SignedIn, (sight, turned): (&Sight, &[NamedTurn])) -> PricePage {
        let words = Words::of(app, me);
        let name = if sight.has_price() { "price" } else { "names" };
        let say = |tail: &str| words.say(&format!("{name}-{tail}"), &[]);
        let id = sight.table.id;
        let opened_at = sight.table.open_price().map(|proof| proof.at());
        let waiting = waiting(sight, words, (turned, me.now));
        let ready = matches!(sight.table.phase, Phase::Signed(_));
        let holds = me.can(Act::OpenPrice, &sight.place) && sight.seat().is_none();
        let mine = turned.last().is_some_and(|t| t.turn.by == me.id);
        let sees = |act| me.can(act, &sight.place);
        let mut page = sight.frame_below(app, me, &format!("{name}-title"));
        page.refresh = waiting.as_ref().map(|_| 10);
        PricePage {
            page,
            title: say("title"),
            intro: say("intro"),
            action: urls::table_part(id, "price"),
            back: sees(Act::ViewTable).then(|| urls::table(id)),
            checks: checks(sight, words),
            keys: match opened_at {
                Some(_) => turned.iter().map(key).collect(),
                None => vec![],
            },
            may_turn: ready && holds && !(waiting.is_some() && mine),
            waiting,
            ranking: (opened_at.is_some() && sees(Act::ViewRanking))
                .then(|| urls::table_part(id, "ranking")),
            opened_at,
            here: urls::table_part(id, "price"),
        }
    }
}

fn key(turned: &NamedTurn) -> Key {
    Key { name: turned.name.clone(), at: turned.turn.at }
}

fn checks(sight: &Sight, words: Words<'_>) -> Vec<Check> {
    let reached = match sight.table.phase {
        Phase::Discussing { .. } => 0,
        Phase::QualityFixed { .. } => 1,
        Phase::Signed(_) => 2,
        Phase::Ranked { .. } | Phase::Closed { .. } => 4,
    };
    let keys = ["price-check-fixed", "price-check-signed", "price-check-two", "price-check-open"];
    let check =
        |(place, key): (usize, &str)| Check { text: words.say(key, &[]), done: place < reached };
    keys.into_iter().enumerate().map(check).collect()
}

fn waiting(
    sight: &Sight,
    words: Words<'_>,
    (turned, now): (&[NamedTurn], Timestamp),
) -> Option<Waiting> {
    let last = turned.last().filter(|t| t.turn.stands(now))?;
    if !matches!(sight.table.phase, Phase::Signed(_)) {
        return None;
    }
    let left = last.turn.until().duration_since(now).max(SignedDuration::ZERO);
    // Rounded up: the last minute is one minute, not none.
    let minutes = (left.as_secs() + 59) / 60;
    Some(Waiting {
        text: words.say("price-first-key", &[("name", last.name.as_str().into())]),
        until: last.turn.until(),
        left: words.say("minutes-left", &[("count", minutes.into())]),
    })
}
