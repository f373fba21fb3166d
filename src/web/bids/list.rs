//! All bids of one's own cooperatives, each with the one thing to do next.

use actix_web::web::Data;
use jiff::Timestamp;
use serde::Serialize;

use super::desk::{Desk, reader};
use super::parties::{is_mine, phrases};
use super::tasks::step;
use super::words::Words;
use crate::domain::bids::gaps::{Meter, Progress};
use crate::domain::bids::parties::PartyStanding;
use crate::domain::bids::{Receipt, Standing};
use crate::domain::ids::BidId;
use crate::domain::permission::{Act, Place, Stage};
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::public::views;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ListPage {
    page: Page,
    bids: Vec<Card>,
    /// Bids of others in which one's own organisation takes part.
    joint: Vec<JointCard>,
    /// Those in which it takes part no more.
    left: Vec<LeftCard>,
    /// Works for a cooperative; others hear how they could.
    member: bool,
}

#[derive(Serialize)]
struct Card {
    lot: String,
    href: String,
    theme: String,
    round: String,
    municipality: String,
    cooperative: String,
    status: &'static str,
    status_text: String,
    done: usize,
    total: usize,
    steps: Vec<&'static str>,
    left: Option<String>,
    closes_at: Timestamp,
    receipt: Option<ReceiptLine>,
    next: Next,
}

#[derive(Serialize)]
struct JointCard {
    lot: String,
    href: String,
    round: String,
    municipality: String,
    lead: String,
    /// One's own organisation, and how its part stands.
    own: String,
    status: &'static str,
    status_text: String,
    left: Option<String>,
    closes_at: Timestamp,
}

#[derive(Serialize)]
struct LeftCard {
    lot: String,
    own: String,
    at: Timestamp,
    /// As it was given; may be empty.
    reason: String,
}

#[derive(Serialize)]
struct ReceiptLine {
    number: String,
    at: Timestamp,
}

#[derive(Serialize)]
struct Next {
    text: String,
    href: String,
    /// There is something to do, not only to look at.
    urgent: bool,
}

struct Facts {
    desk: Desk,
    meter: Meter,
    cooperative: String,
    receipt: Option<Receipt>,
}

/// `GET /bids`
pub async fn page(me: SignedIn, app: Data<App>) -> Answer {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        Ok::<_, Error>((facts(conn, &asker)?, joint(conn, &asker)?, left(conn, &asker)?))
    };
    let (bids, joint, left) = app.read(load).await?;
    let mut bids: Vec<Card> = bids.iter().map(|bid| card(&app, &me, bid)).collect();
    // What can still be done comes first, and of that what closes first.
    bids.sort_by_key(|bid| (bid.left.is_none(), bid.closes_at));
    let page = ListPage {
        page: pages::frame(&app, &me, "menu-bids"),
        bids,
        joint: joint
            .iter()
            .filter_map(|(desk, lead)| joint_card(&app, &me, (desk, lead)))
            .collect(),
        left,
        member: !cooperatives(&me).is_empty(),
    };
    pages::html(&app, &me, "bids/list.html", &page)
}

fn cooperatives(me: &Me) -> Vec<&crate::domain::accounts::Membership> {
    let mut own: Vec<_> = me
        .actor
        .memberships
        .iter()
        .filter(|m| me.can(Act::ReadBid, &Place::organisation(m.organisation)))
        .collect();
    own.sort_by_key(|m| m.organisation);
    own.dedup_by_key(|m| m.organisation);
    own
}

fn facts(conn: &mut Conn, me: &Me) -> Result<Vec<Facts>, Error> {
    let mut all = vec![];
    for own in cooperatives(me) {
        let bids = store::bids::of_cooperative(conn, own.organisation)?;
        let ids: Vec<BidId> = bids.iter().map(|bid| bid.id).collect();
        let receipts = store::submissions::receipts(conn, &ids)?;
        for bid in ids {
            let desk = Desk::load(conn, me, bid, Act::ReadBid)?;
            let standing = |r: &&Receipt| r.bid == bid && r.withdrawn.is_none();
            all.push(Facts {
                meter: desk.meter(),
                cooperative: own.organisation_name.clone(),
                receipt: receipts.iter().find(standing).cloned(),
                desk,
            });
        }
    }
    Ok(all)
}

/// With the name of the lead.
fn joint(conn: &mut Conn, me: &Me) -> Result<Vec<(Desk, String)>, Error> {
    let own: Vec<_> = cooperatives(me).into_iter().map(|own| own.organisation).collect();
    let mut all = vec![];
    for bid in store::parties::bids_of(conn, &own)? {
        let desk = Desk::joint(conn, me, bid)?;
        let lead = store::accounts::organisation(conn, desk.bid.cooperative)?.name;
        all.push((desk, lead));
    }
    Ok(all)
}

/// Whoever is out has no other page about it.
fn left(conn: &mut Conn, me: &Me) -> Result<Vec<LeftCard>, Error> {
    let own: Vec<_> = cooperatives(me).into_iter().map(|own| own.organisation).collect();
    let mut all = vec![];
    for party in store::parties::left_of(conn, &own)? {
        let PartyStanding::Left { at, reason } = party.standing else { continue };
        let bid = store::bids::find(conn, party.bid)?;
        let lot = store::rounds::find_lot(conn, bid.lot)?.label();
        all.push(LeftCard { lot, own: party.name, at, reason });
    }
    Ok(all)
}

fn joint_card(app: &App, me: &SignedIn, (desk, lead): (&Desk, &str)) -> Option<JointCard> {
    let r = reader(app, me);
    let party = desk.joint.parties.iter().find(|party| is_mine(me, party))?;
    let (status, status_text) = phrases::standing(r, party);
    Some(JointCard {
        lot: desk.lot_name(r),
        href: urls::bid_party(desk.bid.id, party.id),
        round: desk.round.definition.title.clone(),
        municipality: desk.municipality.name.clone(),
        lead: lead.to_owned(),
        own: party.name.clone(),
        status,
        status_text,
        left: views::left(&desk.round, r),
        closes_at: desk.round.definition.dates.closes_at,
    })
}

fn card(app: &App, me: &Me, facts: &Facts) -> Card {
    let desk = &facts.desk;
    let words = Words::new(reader(app, me), desk.form());
    let stage = desk.round.stage(me.now);
    let (status, key) = status(stage, desk.bid.standing);
    let next = next(words, facts, stage);
    Card {
        lot: desk.lot_name(words.r),
        href: urls::bid(desk.bid.id),
        theme: desk.lot.details.theme.clone(),
        round: desk.round.definition.title.clone(),
        municipality: desk.municipality.name.clone(),
        cooperative: facts.cooperative.clone(),
        status,
        status_text: words.r.say(key),
        done: facts.meter.done(),
        total: facts.meter.sections.len(),
        steps: facts.meter.sections.iter().map(|section| step(section.progress)).collect(),
        left: views::left(&desk.round, words.r),
        closes_at: desk.round.closes_at(),
        receipt: facts
            .receipt
            .as_ref()
            .map(|receipt| ReceiptLine { number: receipt.number.clone(), at: receipt.at }),
        next,
    }
}

/// How it stands, as a sign and as words.
fn status(stage: Stage, standing: Standing) -> (&'static str, &'static str) {
    match (stage, standing) {
        (Stage::Decided, Standing::Submitted) => ("done", "bids-standing-decided"),
        (Stage::Opened | Stage::Closed, Standing::Submitted) => ("done", "bids-standing-judged"),
        (_, Standing::Submitted) => ("done", "bids-standing-submitted"),
        (Stage::Open | Stage::Draft, Standing::Draft) => ("busy", "bids-standing-draft"),
        (Stage::Open | Stage::Draft, Standing::Withdrawn) => ("action", "bids-standing-withdrawn"),
        (_, Standing::Draft) => ("closed", "bids-standing-missed"),
        (_, Standing::Withdrawn) => ("closed", "bids-standing-withdrawn"),
    }
}

fn next(words: Words<'_>, facts: &Facts, stage: Stage) -> Next {
    let bid = facts.desk.bid.id;
    let to = |urgent, key, href| Next { text: words.r.say(key), href, urgent };
    match (stage, facts.desk.bid.standing) {
        (Stage::Decided, Standing::Submitted) => {
            to(true, "bids-next-result", format!("{}/result", urls::bid(bid)))
        }
        (_, Standing::Submitted) => to(false, "bids-next-receipt", urls::bid_receipt(bid)),
        (Stage::Open | Stage::Draft, Standing::Draft | Standing::Withdrawn) => {
            writing(words, facts)
        }
        (_, Standing::Draft | Standing::Withdrawn) => to(false, "bids-next-read", urls::bid(bid)),
    }
}

/// The first section that is not ready, or the check when all are.
fn writing(words: Words<'_>, facts: &Facts) -> Next {
    let bid = facts.desk.bid.id;
    let open = facts.meter.sections.iter().find(|s| s.progress != Progress::Done);
    match open.and_then(|open| words.form.section(&open.code)) {
        Some(section) => Next {
            text: words.say("bid-tasks-next", &[("section", section.title.as_str().into())]),
            href: urls::bid_section(bid, &section.code),
            urgent: true,
        },
        None => Next {
            text: words.r.say("bid-tasks-check-and-submit"),
            href: urls::bid_check(bid),
            urgent: true,
        },
    }
}
