//! Opening price and names: two key holders, ten minutes.

use actix_web::web::{Data, Path};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::acts::{No, act};
use super::sight::{Sight, Words, see};
use crate::actions::tables as acts;
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::tables::{Phase, TableRefusal, key_subject};
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::keys::NamedTurn;
use crate::web::App;
use crate::web::accounts::confirms;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "tables/price.html";

#[derive(Serialize)]
struct PricePage {
    page: Page,
    errors: Vec<FieldError>,
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
    let sight = see(&app, &me, *table, Act::ViewPriceOpening).await?;
    let page = PricePage::read(&app, &me, &sight).await?;
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /tables/{table}/price`: with the password once more, because a browser may have been left
/// open. Who has no key to turn hears that from the rule.
pub async fn turn_key(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::OpenPrice).await?;
    let page = PricePage::read(&app, &me, &sight).await?;
    if !page.may_turn {
        let why = sight.table.may_turn_key(me.id).err();
        return Err(No::Refused(why.unwrap_or(TableRefusal::SameKeyHolder)).into());
    }
    if !confirms(&app, &me, form.typed.exact("password")).await? {
        return wrong_password(&app, &me, page);
    }
    act(&app, &me, (id, Act::OpenPrice), move |tx, by, now| acts::turn_price_key(tx, id, by, now))
        .await?;
    Ok(pages::see_other(urls::table_part(id, "price")))
}

fn wrong_password(app: &Data<App>, me: &SignedIn, mut page: PricePage) -> Answer {
    let text = Words::of(app, me).say("opening-password-wrong", &[]);
    page.errors = vec![FieldError { field: "password".to_owned(), text }];
    page.page.fault = true;
    pages::faulty(app, me, TEMPLATE, &page)
}

impl PricePage {
    async fn read(app: &App, me: &SignedIn, sight: &Sight) -> Result<PricePage, Error> {
        let subject = key_subject(sight.table.id);
        let turned =
            app.read(move |conn| Ok::<_, Error>(store::keys::turns(conn, &subject)?)).await?;
        Ok(PricePage::new(app, me, (sight, &turned)))
    }

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
        let may_turn = ready && holds && !(waiting.is_some() && mine);
        // Nobody loses a password that is half typed.
        page.refresh = waiting.as_ref().filter(|_| !may_turn).map(|_| 10);
        PricePage {
            page,
            errors: vec![],
            title: say("title"),
            intro: say("intro"),
            action: urls::table_part(id, "price"),
            back: sees(Act::ViewTable).then(|| urls::table(id)),
            checks: checks(sight, words),
            keys: match opened_at {
                Some(_) => turned.iter().map(key).collect(),
                None => vec![],
            },
            may_turn,
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
