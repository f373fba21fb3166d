//! The result for everybody: who got which lot, with how many points, why, and until when one can
//! object. Bidders that did not win stand under their letters.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::publication::{TermView, term};
use super::{Opened, open, say, teller};
use crate::documents::findings::Teller;
use crate::domain::decisions::{Desk, LotFile, Verdict};
use crate::domain::ids::{OrganisationId, RoundId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::domain::rounds::definition::Contact;
use crate::domain::rounds::{Lot, Phase};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::public::views::{self, MapView};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ResultPage {
    page: Page,
    title: String,
    decided_at: Timestamp,
    lots: Vec<LotResult>,
    awarded: usize,
    map: Option<MapView>,
    list: Vec<Listed>,
    legend: Vec<Legend>,
    /// The largest amount of the table, so that bars can be compared.
    longest: i64,
    term: TermView,
    contact: Contact,
    publication: String,
    record: String,
    round_href: String,
}

#[derive(Serialize)]
struct LotResult {
    id: String,
    label: String,
    short: String,
    href: String,
    theme: String,
    winner: Option<String>,
    place: String,
    /// Why nobody got it.
    ground: Option<String>,
    total: Option<String>,
    bids: usize,
    reasons: String,
    deviation: String,
    advantages: String,
    rows: Vec<Row>,
    /// Bids without a place.
    out: usize,
    cost: Option<i64>,
    budget: i64,
}

#[derive(Serialize)]
struct Row {
    place: usize,
    first: bool,
    name: String,
    won: bool,
    total: String,
}

#[derive(Serialize)]
struct Listed {
    number: u16,
    name: String,
    href: String,
    text: String,
}

#[derive(Serialize)]
struct Legend {
    state: &'static str,
    text: String,
}

/// `GET /rounds/{round}/result`
pub async fn show(me: Me, id: Path<RoundId>, app: Data<App>) -> Answer {
    let opened = open(&app, &me, id.into_inner(), Act::ViewResult).await?;
    let round = &opened.file.round;
    let Phase::Decided { decided_at, .. } = &round.phase else { return Err(Error::Missing) };
    let mut page = pages::frame_of(&app, &me, "result-title", &opened.owner);
    page.wide = true;
    page.crumbs = vec![
        pages::crumb(format!("/m/{}", opened.owner.slug), opened.owner.name.clone()),
        pages::crumb(urls::round(round.id), round.definition.title.clone()),
        pages::here(page.title.clone()),
    ];
    let page = result_page((&app, &me), &opened, page, *decided_at);
    pages::html(&app, &me, "decisions/result.html", &page)
}

fn result_page(
    (app, me): (&App, &Me),
    opened: &Opened,
    page: Page,
    decided_at: Timestamp,
) -> ResultPage {
    let round = &opened.file.round;
    let desk = Desk::new(&opened.file, day_of(decided_at));
    let teller = teller(app, me, opened);
    let lots: Vec<LotResult> =
        opened.file.lots.iter().map(|lot| lot_result((app, me), &teller, lot)).collect();
    let colours = Colours::new(&opened.file.lots, say(app, me, "result-nobody"));
    let own: Vec<Lot> = opened.file.lots.iter().map(|file| file.lot.clone()).collect();
    ResultPage {
        page,
        title: round.definition.title.clone(),
        decided_at,
        awarded: lots.iter().filter(|lot| lot.winner.is_some()).count(),
        map: views::map(&own, &|lot| colours.of(&opened.file.lots, lot)),
        list: lots.iter().zip(&own).map(|(result, lot)| listed(result, lot, &colours)).collect(),
        legend: colours.legend(),
        longest: lots.iter().map(|l| l.budget.max(l.cost.unwrap_or(0))).max().unwrap_or(1),
        lots,
        term: term(&desk),
        contact: round.definition.contact.clone(),
        publication: round.publication().map(|p| p.hash.clone()).unwrap_or_default(),
        record: desk.record().to_owned(),
        round_href: urls::round(round.id),
    }
}

fn listed(result: &LotResult, lot: &Lot, colours: &Colours) -> Listed {
    Listed {
        number: lot.number,
        name: lot.details.name.clone(),
        href: format!("#lot-{}", lot.number),
        text: result.winner.clone().unwrap_or_else(|| colours.nobody.clone()),
    }
}

fn lot_result((app, me): (&App, &Me), teller: &Teller<'_>, lot: &LotFile) -> LotResult {
    let winner = lot.winner();
    let decision = lot.decision.as_ref();
    let text = |pick: fn(&crate::domain::decisions::Decision) -> &String| {
        decision.map(pick).cloned().unwrap_or_default()
    };
    let rows = rows((app, me), teller, lot);
    LotResult {
        id: format!("lot-{}", lot.lot.number),
        label: views::lot_label(&lot.lot, (&app.renderer, me.lang)),
        short: lot.lot.label(),
        href: urls::lot(lot.lot.id),
        theme: lot.lot.details.theme.clone(),
        winner: winner.map(|winner| winner.name.clone()),
        place: winner.map(|winner| winner.place.clone()).unwrap_or_default(),
        ground: decision.and_then(|decision| match decision.verdict {
            Verdict::Award(_) => None,
            Verdict::NoAward(ground) => Some(teller.ground(ground)),
        }),
        total: rows.iter().find(|row| row.won).map(|row| row.total.clone()),
        bids: lot.entrants.len(),
        reasons: text(|decision| &decision.reasons),
        deviation: text(|decision| &decision.deviation),
        advantages: text(|decision| &decision.advantages),
        out: lot.entrants.len().saturating_sub(rows.len()),
        rows,
        cost: winner.and_then(|winner| lot.yearly_cost(winner.bid)).map(|cost| cost.0),
        budget: lot.lot.details.budget.0,
    }
}

/// Places and totals; only the winner has a name here.
fn rows((app, me): (&App, &Me), teller: &Teller<'_>, lot: &LotFile) -> Vec<Row> {
    let winner = lot.winner();
    let ranked = lot.ranked().map(|ranked| ranked.outcome.ranking()).into_iter().flatten();
    let row = |(place, bid): (usize, &crate::domain::scoring::BidOutcome)| {
        let won = winner.filter(|winner| winner.code == bid.id);
        let letter = || {
            let args = [("code", bid.id.as_str().into())];
            app.renderer.translate(me.lang, "result-bid", &args)
        };
        Some(Row {
            place,
            first: place == 1,
            name: won.map_or_else(letter, |winner| winner.name.clone()),
            won: won.is_some(),
            total: teller.scores.total(bid.total.as_ref()?),
        })
    };
    ranked.filter_map(row).collect()
}

/// One colour per winner, in the order of the lots; the words stand in the list too.
struct Colours {
    winners: Vec<(OrganisationId, String)>,
    nobody: String,
}

const STATES: [&str; 3] = ["win-1", "win-2", "win-3"];

impl Colours {
    fn new(lots: &[LotFile], nobody: String) -> Colours {
        let mut winners: Vec<(OrganisationId, String)> = vec![];
        for winner in lots.iter().filter_map(LotFile::winner) {
            if !winners.iter().any(|(known, _)| *known == winner.cooperative) {
                winners.push((winner.cooperative, winner.name.clone()));
            }
        }
        Colours { winners, nobody }
    }

    fn of(&self, lots: &[LotFile], lot: &Lot) -> (&'static str, String) {
        let winner = lots.iter().find(|file| file.lot.id == lot.id).and_then(LotFile::winner);
        let at = winner.and_then(|w| self.winners.iter().position(|(id, _)| *id == w.cooperative));
        match (at, winner) {
            // Three patterns can be told apart; further winners share the last.
            (Some(at), Some(winner)) => (STATES[at.min(2)], winner.name.clone()),
            _ => ("waiting", self.nobody.clone()),
        }
    }

    fn legend(&self) -> Vec<Legend> {
        let winner = |(at, (_, name)): (usize, &(OrganisationId, String))| Legend {
            state: STATES[at.min(2)],
            text: name.clone(),
        };
        self.winners.iter().enumerate().map(winner).collect()
    }
}
