//! The minutes: they follow from the acts, so nobody types them and nobody can alter them.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::acts::{No, act};
use super::board::{Door, difference};
use super::draw_view::undrawn;
use super::ranked::{self, Ranked};
use super::ranking_view::{Draw, Out, draw, out, places};
use super::sight::{Sight, Words, see};
use crate::actions::tables as acts;
use crate::documents::draw_record::Told;
use crate::documents::exports::Words as PaperWords;
use crate::documents::minutes_paper::{MinutesFacts, minutes_paper};
use crate::domain::ids::TableId;
use crate::domain::journal::Row;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::definition::Criterion;
use crate::domain::tables::{
    Item, Outside, Phase, Presence, Remark, Seat, TableRefusal, key_subject,
};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, StoreError};
use crate::web::App;
use crate::web::bids::documents::{as_pdf, printed};
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::score_table;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct MinutesPage {
    page: Page,
    above: String,
    lot_title: String,
    round_title: String,
    /// What is written down so far may still change.
    open: bool,
    moments: Vec<Moment>,
    people: Vec<Present>,
    questions: Vec<Question>,
    taken_back: Vec<TakenBack>,
    keys: Vec<Signed>,
    places: Vec<score_table::Row>,
    out: Vec<Out>,
    /// Places that a draw gave before draws were planned.
    draw: Option<Draw>,
    /// What there is to tell of a draw.
    lots: Vec<Told>,
    /// Where there is nothing: why.
    undrawn: Option<String>,
    commitment: String,
    table: Option<Door>,
    pdf: String,
    /// What everybody signed, as SHA-256; none before that.
    record: Option<String>,
    remarks: Vec<RemarkView>,
    /// Where one more remark goes, for who may write it now.
    add: Option<String>,
    remark: String,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct RemarkView {
    text: String,
    by: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Moment {
    text: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Present {
    name: String,
    role: String,
    presence: String,
    signed_at: Option<Timestamp>,
}

#[derive(Serialize)]
struct Question {
    name: String,
    points: String,
    items: Vec<MinuteItem>,
}

#[derive(Serialize)]
struct MinuteItem {
    title: String,
    first: Vec<First>,
    difference: String,
    revealed_at: Option<Timestamp>,
    fixed: Option<FixedItem>,
}

#[derive(Serialize)]
struct First {
    who: String,
    grade: String,
}

#[derive(Serialize)]
struct FixedItem {
    grade: String,
    reason: String,
    outside: Option<String>,
    /// The votes, and how they ended.
    talk: Vec<String>,
    by: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct TakenBack {
    at: Timestamp,
    what: String,
    by: String,
    reason: String,
}

#[derive(Serialize)]
struct Signed {
    name: String,
    at: Timestamp,
}

pub async fn page(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let id = *table;
    let sight = see(&app, &me, id, Act::ViewMinutes).await?;
    let ranked = ranked::of(&app, &sight).await?;
    let kept = kept(&app, &sight).await?;
    let page = MinutesPage::new(&app, &me, (&sight, ranked.as_ref(), kept));
    pages::html(&app, &me, "tables/minutes.html", &page)
}

fn may_add(me: &SignedIn, sight: &Sight) -> bool {
    me.can(Act::AddRemark, &sight.place) && !matches!(sight.table.phase, Phase::Closed { .. })
}

impl From<Remark> for RemarkView {
    fn from(Remark { by, text, at }: Remark) -> RemarkView {
        RemarkView { text, by, at }
    }
}

/// `POST /tables/{table}/minutes`: one more remark. What stands is never changed.
pub async fn add(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    form: Posted<AnyFields>,
) -> Answer {
    let (id, text) = (*table, form.typed.text("remark").to_owned());
    let said = text.clone();
    let done = act(&app, &me, (id, Act::AddRemark), move |tx, by, now| {
        acts::add_remark(tx, id, &said, by, now)
    })
    .await;
    let why = match done {
        Ok(()) => return Ok(pages::see_other(urls::table_part(id, "minutes"))),
        Err(No::Refused(why @ (TableRefusal::NoReason | TableRefusal::TooLong))) => why,
        Err(no) => return Err(no.into()),
    };
    came_back(&app, &me, id, (text, why)).await
}

/// The minutes with what was typed, and what is wrong with it.
async fn came_back(
    app: &Data<App>,
    me: &SignedIn,
    id: TableId,
    (typed, why): (String, TableRefusal),
) -> Answer {
    let sight = see(app, me, id, Act::AddRemark).await?;
    let ranked = ranked::of(app, &sight).await?;
    let kept = kept(app, &sight).await?;
    let mut page = MinutesPage::new(app, me, (&sight, ranked.as_ref(), kept));
    let text = Words::of(app, me).say(why.key(), &[]);
    page.errors = vec![FieldError { field: "remark".into(), text }];
    (page.remark, page.page.fault) = (typed, true);
    pages::faulty(app, me, "tables/minutes.html", &page)
}

/// `GET /tables/{table}/minutes.pdf`
pub async fn pdf(me: SignedIn, app: Data<App>, table: Path<TableId>) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewMinutes).await?;
    let kept = kept(&app, &sight).await?;
    let ranked = ranked::of(&app, &sight).await?;
    let draw = ranked.map(|ranked| ranked.told(&app, &me, &sight)).unwrap_or_default();
    let keys: Vec<_> = kept.keys.into_iter().map(|key| (key.name, key.at)).collect();
    let (renderer, lang, at) = (&app.renderer, me.lang, me.now);
    let round = sight.round.definition.title.as_str();
    let facts = MinutesFacts {
        municipality: &sight.municipality.name,
        round: &sight.round,
        lot: &sight.lot,
        table: &sight.table,
        codes: &sight.codes,
        names: &sight.names,
        first: &sight.first,
        keys: &keys,
        remarks: &kept.remarks,
        draw: &draw,
    };
    let paper = minutes_paper(PaperWords { renderer, lang, round, at }, &facts);
    let bytes = printed(&app, paper, as_pdf).await?;
    Ok(downloads::bytes("minutes.pdf", "application/pdf", bytes))
}

/// What the minutes take from elsewhere: keys, reopenings, and the promise of the draw.
struct Kept {
    keys: Vec<Signed>,
    reopened: Vec<Row>,
    /// Who took over from the chair, and when the chair ran the table again.
    led: Vec<Row>,
    commitment: String,
    remarks: Vec<Remark>,
}

async fn kept(app: &App, sight: &Sight) -> Result<Kept, Error> {
    let (id, round, object) = (sight.table.id, sight.round.id, sight.lot.label());
    let opened = sight.table.open_price().is_some();
    app.read(move |conn| {
        let turns = match opened {
            true => store::keys::turns(conn, &key_subject(id))?,
            false => vec![],
        };
        let seed = store::tables::seed(conn, id)?;
        Ok::<_, StoreError>(Kept {
            keys: turns.into_iter().map(|t| Signed { name: t.name, at: t.turn.at }).collect(),
            reopened: store::journal::of_object(conn, round, &object, &["reopened_item"])?,
            led: store::journal::of_object(conn, round, &object, &LED)?,
            commitment: seed.commitment(),
            remarks: store::minute_remarks::of_table(conn, id)?,
        })
    })
    .await
    .map_err(Error::from)
}

impl MinutesPage {
    fn new(
        app: &App,
        me: &SignedIn,
        (sight, ranked, kept): (&Sight, Option<&Ranked>, Kept),
    ) -> MinutesPage {
        let words = Words::of(app, me);
        let number = i64::from(sight.lot.number);
        MinutesPage {
            page: sight.frame_below(app, me, "minutes-title"),
            above: words.say("table-above", &[("number", number.into())]),
            lot_title: sight.lot_title(),
            round_title: sight.round.definition.title.clone(),
            open: sight.table.phase.moments()[2].is_none(),
            moments: with_leads(moments(sight, words), words, &kept.led),
            people: people(sight, words),
            questions: questions(sight, words),
            taken_back: kept.reopened.iter().map(|row| taken_back(words, row)).collect(),
            keys: kept.keys,
            places: ranked.map(|r| places(sight, words, r).rows).unwrap_or_default(),
            out: ranked.map(|r| out(sight, words, r)).unwrap_or_default(),
            draw: ranked.and_then(|r| draw(sight, r)),
            lots: ranked.map(|r| r.told(app, me, sight)).unwrap_or_default(),
            undrawn: ranked.and_then(undrawn).map(|key| words.say(key, &[])),
            commitment: kept.commitment,
            pdf: urls::table_part(sight.table.id, "minutes.pdf"),
            record: sight.table.record_hash(),
            remarks: kept.remarks.into_iter().map(RemarkView::from).collect(),
            add: may_add(me, sight).then(|| urls::table_part(sight.table.id, "minutes")),
            remark: String::new(),
            errors: vec![],
            table: me.can(Act::ViewTable, &sight.place).then(|| Door {
                href: urls::table(sight.table.id),
                text: words.say("back-to-table", &[]),
            }),
        }
    }
}

const LED: [&str; 2] = ["took_over_table", "gave_back_table"];

/// The moments with those at which somebody else ran the table, in the order they happened.
fn with_leads(mut moments: Vec<Moment>, words: Words<'_>, led: &[Row]) -> Vec<Moment> {
    moments.extend(led.iter().map(|row| Moment {
        text: match row.entry.verb == LED[0] {
            true => {
                words.say("moment-took-over", &[("name", row.entry.actor_name.as_str().into())])
            }
            false => words.say("moment-gave-back", &[]),
        },
        at: row.entry.at,
    }));
    moments.sort_by_key(|moment| moment.at);
    moments
}

fn moments(sight: &Sight, words: Words<'_>) -> Vec<Moment> {
    let opening = if sight.has_price() { "moment-price" } else { "moment-names" };
    let keys = ["moment-opened", "moment-fixed", "moment-signed", opening, "moment-closed"];
    let moment =
        |(key, at): (&str, Option<Timestamp>)| Some(Moment { text: words.say(key, &[]), at: at? });
    keys.into_iter().zip(sight.table.phase.moments()).filter_map(moment).collect()
}

fn people(sight: &Sight, words: Words<'_>) -> Vec<Present> {
    let mut seats: Vec<&Seat> = sight.table.seats.iter().collect();
    seats.sort_by_key(|seat| (seat.role, sight.name(seat.person)));
    let line = |seat: &Seat| Present {
        name: sight.name(seat.person).to_owned(),
        role: words.say(&format!("role-{}", seat.role.as_str()), &[]),
        presence: match seat.presence {
            Presence::Absent => words.say("presence-absent", &[]),
            Presence::Present { since } => {
                words.say("presence-since", &[("since", words.datetime(since).into())])
            }
            Presence::Left { since, at } => words.say(
                "presence-left",
                &[("since", words.datetime(since).into()), ("at", words.datetime(at).into())],
            ),
        },
        signed_at: seat.signed_at,
    };
    seats.into_iter().map(line).collect()
}

fn questions(sight: &Sight, words: Words<'_>) -> Vec<Question> {
    let agenda = sight.agenda();
    let item = |item: &Item| {
        let line = agenda.iter().find(|line| line.key == item.key);
        let mut first = sight.shown(item);
        first.sort_by_key(|f| sight.number_of(f.assessor));
        let who = |n: usize| words.say("assessor-number", &[("number", n.into())]);
        MinuteItem {
            title: words.say("bid-word", &[("bid", sight.code(item.key.bid).into())]),
            first: first
                .into_iter()
                .map(|f| First {
                    who: who(sight.number_of(f.assessor)),
                    grade: words.number(&f.grade),
                })
                .collect(),
            difference: difference(words, item, line),
            revealed_at: item.revealed_at(),
            fixed: item.consensus().map(|c| FixedItem {
                grade: words.number(&c.grade),
                reason: c.reason.clone(),
                outside: match &c.outside {
                    Outside::No => None,
                    Outside::Because(why) => Some(why.clone()),
                },
                talk: words.scores(sight).talk(item),
                by: sight.name(c.by).to_owned(),
                at: c.at,
            }),
        }
    };
    let question = |criterion: &Criterion| {
        let of = |i: &&Item| i.key.criterion == criterion.code;
        let mut items: Vec<&Item> = sight.table.items.iter().filter(of).collect();
        items.sort_by_key(|i| (sight.code(i.key.bid).len(), sight.code(i.key.bid).to_owned()));
        Question {
            name: criterion.name.clone(),
            points: words.scores(sight).weight(&criterion.weight),
            items: items.into_iter().map(item).collect(),
        }
    };
    sight.round.definition.criteria.iter().map(question).collect()
}

fn taken_back(words: Words<'_>, row: &Row) -> TakenBack {
    let said = |name: &str| row.entry.particulars.get(name).map(String::as_str).unwrap_or_default();
    TakenBack {
        at: row.entry.at,
        what: words.say(
            "item-title",
            &[("bid", said("bid").into()), ("criterion", said("criterion").into())],
        ),
        by: row.entry.actor_name.clone(),
        reason: said("reason").to_owned(),
    }
}
