//! Rehearsing a round: invented bids, scored with the rules of the draft and with other weights
//! beside them. Everything is in the address; nothing is kept.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use super::criteria::{lack_of_points, read_number};
use super::draft::{self, Draft};
use super::example::{shared_lot, table};
use super::form::{Field, Kind, Link, Words};
use super::sentences::typed_number;
use crate::domain::bids::rule::whole_number;
use crate::domain::ids::RoundId;
use crate::domain::rounds::definition::Definition;
use crate::domain::rounds::lots::LotPrice;
use crate::domain::rounds::rehearsal::{FEWEST_BIDS, MOST_BIDS, Moved, RUNS, Tally, Trial, moved};
use crate::domain::scoring::{BidGrades, Exact, Outcome, ScoreError};
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::me::SignedIn;
use crate::web::score_table::ScoreTable;
use crate::web::{pages, urls};

/// Enough to look at, few enough to read.
const USUAL_BIDS: usize = 5;
const LARGEST_SEED: i64 = 999_999;

#[derive(Serialize)]
struct RehearsalPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    fields: Vec<Field>,
    action: String,
    /// The weights of a municipality that weighs in its own way, to try.
    weighed: Vec<Link>,
    /// None: something is missing yet, or a field is wrong.
    result: Option<ResultView>,
    incomplete: bool,
}

#[derive(Serialize)]
struct ResultView {
    seed: String,
    prices: String,
    table: ScoreTable,
    tally: Vec<String>,
    other: Option<OtherView>,
    again: String,
}

/// What other weights make of the same bids.
#[derive(Serialize)]
struct OtherView {
    /// That the points are not a hundred together.
    lack: Option<String>,
    table: ScoreTable,
    moves: Vec<String>,
    tally: Vec<String>,
}

type Typed = BTreeMap<String, String>;

/// `GET /manage/rounds/{round}/rehearsal`
pub async fn page(me: SignedIn, id: Path<RoundId>, typed: Query<Typed>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let words = Words::of(&app, &me);
    let asked = Asked::read(&draft.round.definition, &typed, words);
    let mut page = frame(&app, &me, (&draft, &typed));
    match asked {
        Ok(asked) => {
            page.result = rehearsed(&draft, &asked, (&page.action, words)).ok();
            page.incomplete = page.result.is_none();
            pages::html(&app, &me, "rounds/rehearsal.html", &page)
        }
        Err(errors) => {
            page.errors = errors;
            page.page.fault = true;
            pages::faulty(&app, &me, "rounds/rehearsal.html", &page)
        }
    }
}

/// What somebody wants to try.
struct Asked {
    trial: Trial,
    /// The rules with other weights, where those differ.
    other: Option<Definition>,
}

impl Asked {
    fn read(d: &Definition, typed: &Typed, words: Words<'_>) -> Result<Asked, Vec<FieldError>> {
        let mut errors = vec![];
        let text = |name: &str| typed.get(name).map(|t| t.trim()).filter(|t| !t.is_empty());
        let mut whole = |name: &str, usual: i64, limits: (i64, i64)| match text(name) {
            None => usual,
            Some(text) => {
                let read = whole_number(text).filter(|n| (limits.0..=limits.1).contains(n));
                if read.is_none() {
                    let args = [("least", limits.0.into()), ("most", limits.1.into())];
                    let text = words.with("rehearsal-wrong-number", &args);
                    errors.push(FieldError { field: name.into(), text });
                }
                read.unwrap_or(usual)
            }
        };
        let bids = whole("bids", to_i64(USUAL_BIDS), (to_i64(FEWEST_BIDS), to_i64(MOST_BIDS)));
        let seed = whole("seed", 1, (1, LARGEST_SEED));
        let mut weights = BTreeMap::new();
        let mut weight = |name: &str| {
            let text = text(name)?;
            let read = read_number(text);
            if read.is_none() {
                errors.push(words.error(name, "wrong-weight"));
            }
            read
        };
        for criterion in &d.criteria {
            if let Some(read) = weight(&field_of(&criterion.code)) {
                weights.insert(criterion.code.clone(), read);
            }
        }
        let other = d.with_weights(&weights, weight("price_weight"));
        if !errors.is_empty() {
            return Err(errors);
        }
        let trial = Trial {
            bids: usize::try_from(bids).unwrap_or(USUAL_BIDS),
            seed: u64::try_from(seed).unwrap_or(1),
        };
        Ok(Asked { trial, other: (other != *d).then_some(other) })
    }
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn field_of(code: &str) -> String {
    format!("weight-{code}")
}

fn frame(app: &App, me: &SignedIn, (draft, typed): (&Draft, &Typed)) -> RehearsalPage {
    let words = Words::of(app, me);
    let d = &draft.round.definition;
    let base = urls::manage_round(draft.round.id);
    let number = |name: String, label: String, usual: String| {
        let value = typed.get(&name).cloned().filter(|t| !t.is_empty()).unwrap_or(usual);
        Field::labelled(Kind::Number, name, label).value(value)
    };
    let mut fields = vec![
        number("bids".into(), words.say("rehearsal-bids"), USUAL_BIDS.to_string()),
        number("seed".into(), words.say("rehearsal-seed"), "1".into())
            .hint(words.say("rehearsal-seed-hint")),
        Field::labelled(Kind::Heading, "weights", words.say("rehearsal-weights"))
            .hint(words.say("rehearsal-weights-hint")),
    ];
    fields.extend(
        d.criteria
            .iter()
            .map(|c| number(field_of(&c.code), c.name.clone(), typed_number(&c.weight))),
    );
    fields.extend(d.price.weight().map(|weight| {
        number("price_weight".into(), words.say("setup-price-weight"), typed_number(weight))
    }));
    RehearsalPage {
        page: draft::frame(app, me, (draft, &words.say("rehearsal-title"))),
        errors: vec![],
        above: draft::name(app, me, &draft.round),
        back: Link { href: base.clone(), text: words.say("back-to-tasks") },
        fields,
        weighed: weighed(d, &format!("{base}/rehearsal"), words),
        action: format!("{base}/rehearsal"),
        result: None,
        incomplete: false,
    }
}

/// The same bids with the weights of each municipality that has its own.
fn weighed(d: &Definition, action: &str, words: Words<'_>) -> Vec<Link> {
    let usual = Trial { bids: USUAL_BIDS, seed: 1 };
    let own = d.participants.iter().filter(|one| one.weights.is_some());
    own.map(|one| Link {
        href: format!("{action}?{}", query(Some(&d.weighed_by(one)), usual)),
        text: words.with("rehearsal-weighed", &[("name", one.name.as_str().into())]),
    })
    .collect()
}

fn rehearsed(
    draft: &Draft,
    asked: &Asked,
    (action, words): (&str, Words<'_>),
) -> Result<ResultView, ScoreError> {
    let d = &draft.round.definition;
    let lot = shared_lot(draft).map(|lot| &lot.details.price);
    let bids = d.invent(lot, asked.trial);
    let outcome = d.rehearse(lot, &bids, asked.trial.seed)?;
    let other = match &asked.other {
        Some(other) => Some(compared(other, (&outcome, &bids), (lot, asked.trial), words)?),
        None => None,
    };
    let next = Trial { seed: asked.trial.seed % LARGEST_SEED.unsigned_abs() + 1, ..asked.trial };
    Ok(ResultView {
        seed: asked.trial.seed.to_string(),
        prices: prices(d, lot, words),
        table: table(words.scores(d), &outcome, words),
        tally: tallied(&d.tally(lot, asked.trial)?, d, words),
        other,
        again: format!("{action}?{}", query(asked.other.as_ref(), next)),
    })
}

fn compared(
    other: &Definition,
    (before, bids): (&Outcome, &[BidGrades]),
    (lot, trial): (Option<&LotPrice>, Trial),
    words: Words<'_>,
) -> Result<OtherView, ScoreError> {
    let after = other.rehearse(lot, bids, trial.seed)?;
    let mut moves: Vec<String> =
        moved(before, &after).iter().map(|one| sentence(one, words)).collect();
    if moves.is_empty() {
        moves.push(words.say("rehearsal-same"));
    }
    Ok(OtherView {
        lack: lack_of_points(other, words),
        table: table(words.scores(other), &after, words),
        moves,
        tally: tallied(&other.tally(lot, trial)?, other, words),
    })
}

fn sentence(one: &Moved, words: Words<'_>) -> String {
    let bid = ("bid", one.bid.clone().into());
    let place = |place: usize| to_i64(place).into();
    match (one.from, one.to) {
        (Some(from), Some(to)) => {
            words.with("rehearsal-moved", &[bid, ("from", place(from)), ("to", place(to))])
        }
        (None, Some(to)) => words.with("rehearsal-moved-in", &[bid, ("to", place(to))]),
        (Some(_) | None, None) => words.with("rehearsal-moved-out", &[bid]),
    }
}

fn prices(d: &Definition, lot: Option<&LotPrice>, words: Words<'_>) -> String {
    let of_lot = lot.is_some_and(|lot| matches!(lot, LotPrice::Between { .. }));
    match (d.price.bids_name_prices(), of_lot) {
        (false, _) => words.say("rehearsal-no-prices"),
        (true, true) => words.say("rehearsal-lot-prices"),
        (true, false) => words.say("rehearsal-invented-prices"),
    }
}

fn tallied(tally: &Tally, d: &Definition, words: Words<'_>) -> Vec<String> {
    let said = |key: &str, times: u64| {
        let number = |n: u64| i64::try_from(n).unwrap_or_default().into();
        words.with(key, &[("times", number(times)), ("runs", number(RUNS))])
    };
    let mut all = vec![said("rehearsal-best-wins", tally.best_quality)];
    if d.price.bids_name_prices() {
        all.push(said("rehearsal-cheapest-wins", tally.cheapest));
    }
    if tally.nobody > 0 {
        all.push(said("rehearsal-nobody-wins", tally.nobody));
    }
    all
}

/// The same question once more.
fn query(other: Option<&Definition>, trial: Trial) -> String {
    let mut fields =
        vec![("bids".to_owned(), trial.bids.to_string()), ("seed".into(), trial.seed.to_string())];
    let plain = |weight: &Exact| weight.plain();
    if let Some(other) = other {
        fields.extend(other.criteria.iter().map(|c| (field_of(&c.code), plain(&c.weight))));
        fields.extend(other.price.weight().map(|w| ("price_weight".to_owned(), plain(w))));
    }
    serde_urlencoded::to_string(fields).unwrap_or_default()
}
