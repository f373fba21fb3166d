//! All lots of a round: how far they are, what the lot rule says, what was decided.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::proofs::{Missing, missing};
use super::{Opened, frame, open, say, teller};
use crate::documents::findings::Teller;
use crate::domain::decisions::{LotFile, Proposal, Verdict};
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::Phase;
use crate::domain::scoring::LotRule;
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::Answer;
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct OverviewPage {
    page: Page,
    round_title: String,
    lots: Vec<LotRow>,
    rule: String,
    lots_per_bidder: Option<u16>,
    may_decide: bool,
    /// Every lot has its decision and nothing is published.
    ready: bool,
    open: usize,
    published_at: Option<Timestamp>,
    publication_href: String,
    letters_href: String,
    result_href: String,
    /// Proofs of winners that nobody saw yet.
    missing: Vec<Missing>,
}

#[derive(Serialize)]
struct LotRow {
    href: String,
    number: u16,
    name: String,
    theme: String,
    status: &'static str,
    status_text: String,
    bids: usize,
    proposal: Option<String>,
    passed: Vec<String>,
    decision: Option<String>,
    deviates: bool,
}

/// `GET /manage/rounds/{round}/decision`
pub async fn show(me: Me, id: Path<RoundId>, app: Data<App>) -> Answer {
    let id = id.into_inner();
    let opened = open(&app, &me, id, Act::ViewDecision).await?;
    let mut page = frame(&app, &me, "decision-title", &opened);
    page.crumbs.push(pages::here(page.title.clone()));
    let page = overview(&app, &me, &opened, page);
    pages::html(&app, &me, "decisions/overview.html", &page)
}

fn overview(app: &App, me: &Me, opened: &Opened, page: Page) -> OverviewPage {
    let file = &opened.file;
    let round = &file.round;
    let published_at = match &round.phase {
        Phase::Decided { decided_at, .. } => Some(*decided_at),
        Phase::Draft | Phase::Amending(_) | Phase::Published(_) | Phase::Opened { .. } => None,
    };
    let proposals = file.proposals();
    let teller = teller(app, me, opened);
    let row = |lot: &LotFile| {
        let proposal = proposals.get(&lot.lot.id).unwrap_or(&Proposal::Waiting);
        lot_row((app, me), &teller, opened, (lot, proposal))
    };
    OverviewPage {
        page,
        round_title: round.definition.title.clone(),
        lots: file.lots.iter().map(row).collect(),
        rule: say(
            app,
            me,
            match round.definition.lot_rule {
                LotRule::BidderPreference => "lot-rule-bidder-preference",
                LotRule::FixedLotOrder => "lot-rule-fixed-order",
                LotRule::BestPerLot => "lot-rule-best-per-lot",
                LotRule::LargestLeadFirst => "lot-rule-largest-lead",
                LotRule::MaxTotal => "lot-rule-max-total",
            },
        ),
        lots_per_bidder: round.definition.lots_per_bidder,
        may_decide: me.can(Act::Decide, &opened.place) && published_at.is_none(),
        ready: file.is_decided() && published_at.is_none(),
        open: file.lots.iter().filter(|lot| lot.decision.is_none()).count(),
        published_at,
        publication_href: urls::publication(round.id),
        letters_href: urls::letters(round.id),
        result_href: urls::result(round.id),
        missing: missing((app, me), opened, &file.lots),
    }
}

fn lot_row(
    (app, me): (&App, &Me),
    teller: &Teller<'_>,
    opened: &Opened,
    (lot, proposal): (&LotFile, &Proposal),
) -> LotRow {
    let (status, status_text) = match &lot.decision {
        Some(_) => ("done", "decision-status-decided"),
        None if lot.waits() => ("closed", "decision-status-waiting"),
        None if opened.file.is_ripe(lot) => ("action", "decision-status-ripe"),
        None => ("closed", "decision-status-others"),
    };
    LotRow {
        href: urls::lot_decision(opened.file.round.id, lot.lot.id),
        number: lot.lot.number,
        name: lot.lot.details.name.clone(),
        theme: lot.lot.details.theme.clone(),
        status,
        status_text: say(app, me, status_text),
        bids: lot.entrants.len(),
        proposal: proposed(app, me, lot, proposal),
        passed: passed(teller, lot, proposal),
        decision: lot.decision.as_ref().map(|decision| match decision.verdict {
            Verdict::Award(_) => lot.winner().map(|w| w.name.clone()).unwrap_or_default(),
            Verdict::NoAward(ground) => nobody(app, me, &teller.ground(ground)),
        }),
        deviates: lot.decision.as_ref().is_some_and(|decision| !decision.deviation.is_empty()),
    }
}

fn nobody(app: &App, me: &Me, ground: &str) -> String {
    app.renderer.translate(me.lang, "decision-nobody-because", &[("ground", ground.into())])
}

/// The proposal in words; none while the lot waits.
pub(super) fn proposed(app: &App, me: &Me, lot: &LotFile, proposal: &Proposal) -> Option<String> {
    let name = |bid| lot.entrant(bid).map(|entrant| entrant.name.clone()).unwrap_or_default();
    match proposal {
        Proposal::Waiting => None,
        Proposal::Award(award) => Some(name(award.winner)),
        Proposal::Nobody(_) => Some(say(app, me, "decision-nobody")),
        Proposal::Shared(bids) => {
            let names: Vec<String> = bids.iter().map(|bid| name(*bid)).collect();
            let args = [("names", names.join(", ").into())];
            Some(app.renderer.translate(me.lang, "decision-shared", &args))
        }
    }
}

/// Why bids do not get the lot, one sentence each, with their names.
pub(super) fn passed(teller: &Teller<'_>, lot: &LotFile, proposal: &Proposal) -> Vec<String> {
    let line = |passed: &crate::domain::decisions::Passed| {
        let name = &lot.entrant(passed.bid)?.name;
        Some(format!("{name}: {}", teller.why(&passed.why)))
    };
    proposal.passed().iter().filter_map(line).collect()
}
