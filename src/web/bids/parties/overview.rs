//! Who takes part in a joint bid, what they do where, and what is still missing.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::frame;
use super::phrases;
use crate::domain::bids::parties::work::{Cell, Grid, Hand};
use crate::domain::bids::parties::{Party, PartyRefusal, PartyRole, PartyStanding};
use crate::domain::ids::BidId;
use crate::domain::permission::{Act, Place};
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::desk::{Desk, Pen, reader};
use crate::web::bids::inputs::Opt;
use crate::web::errors::{Answer, Error};
use crate::web::forms::Typed;
use crate::web::me::SignedIn;
use crate::web::public::views::Reader;
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/parties.html";

#[derive(Serialize)]
struct OverviewPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    /// The task list, for whose bid it is.
    back: Option<String>,
    lead: String,
    parties: Vec<PartyLine>,
    /// The part of the reader's own organisation.
    own: Option<String>,
    reading: Option<String>,
    gaps: Vec<GapLine>,
    invite: Option<InviteForm>,
    work: Option<WorkTable>,
    walls: Option<WallsForm>,
    shut: Option<String>,
}

#[derive(Serialize)]
struct PartyLine {
    id: String,
    name: String,
    role: String,
    kind: &'static str,
    standing: String,
    /// The address that was invited, or why it left.
    note: Option<String>,
    href: Option<String>,
    /// Where the lead takes it out.
    removal: Option<String>,
    removal_text: String,
}

#[derive(Serialize)]
struct GapLine {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct InviteForm {
    action: String,
    name: String,
    email: String,
    role: String,
    roles: Vec<Opt>,
}

#[derive(Serialize)]
struct WorkTable {
    /// None for who only reads it.
    action: Option<String>,
    version: i32,
    services: Vec<String>,
    rows: Vec<WorkRow>,
}

#[derive(Serialize)]
struct WorkRow {
    area: String,
    cells: Vec<WorkCell>,
}

#[derive(Serialize)]
struct WorkCell {
    label: String,
    /// Names of who works there.
    names: Vec<String>,
    boxes: Vec<Tick>,
}

#[derive(Serialize)]
struct Tick {
    id: String,
    value: String,
    label: String,
    checked: bool,
}

#[derive(Serialize)]
struct WallsForm {
    action: String,
    version: i32,
    sections: Vec<Opt>,
    kept: Vec<String>,
}

/// What the page rests on.
pub struct Shown {
    pub desk: Desk,
    lead: String,
}

impl Shown {
    /// For everybody in the bid.
    pub async fn load(app: &App, me: &SignedIn, bid: BidId) -> Result<Shown, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::joint(conn, &asker, bid)?;
            Shown::of(conn, desk)
        };
        app.read(load).await
    }

    /// For the lead, who changes it.
    pub async fn to_change(app: &App, me: &SignedIn, bid: BidId) -> Result<Shown, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, bid, Act::WriteBid)?;
            Shown::of(conn, desk)
        };
        app.read(load).await
    }

    fn of(conn: &mut Conn, desk: Desk) -> Result<Shown, Error> {
        let lead = store::accounts::organisation(conn, desk.bid.cooperative)?.name;
        Ok(Shown { desk, lead })
    }
}

/// `GET /bids/{bid}/parties`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let shown = Shown::load(&app, &me, bid.into_inner()).await?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &shown, &Typed::default()))
}

/// The page with what was typed, and why it was not kept.
pub fn refused(
    app: &App,
    me: &SignedIn,
    shown: &Shown,
    (typed, field, why): (&Typed, &str, PartyRefusal),
) -> Answer {
    let mut page = view(app, me, shown, typed);
    page.page.fault = true;
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    if why.is_about_a_field() {
        page.errors.push(FieldError { field: field.to_owned(), text });
        return pages::faulty(app, me, TEMPLATE, &page);
    }
    page.page.notice = Some(Notice { kind: NoticeKind::Error, text });
    pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page))
}

fn view(app: &App, me: &SignedIn, shown: &Shown, typed: &Typed) -> OverviewPage {
    let desk = &shown.desk;
    let r = reader(app, me);
    let (bid, grid) = (desk.bid.id, Grid::of(&desk.lot.details));
    let leads = me.can(Act::ReadBid, &Place::organisation(desk.bid.cooperative));
    let ready = desk.pen == Pen::Ready;
    let own = desk.joint.parties.iter().find(|party| is_mine(me, party));
    let gap =
        |gap| GapLine { text: phrases::gap(r, &grid, gap), href: phrases::gap_href(bid, gap) };
    let any = !desk.joint.parties.is_empty();
    let line = |party: &Party| party_line((r, me), desk, party);
    OverviewPage {
        page: frame(app, me, desk, r.say("parties-title")),
        errors: vec![],
        lot: desk.lot_name(r),
        back: leads.then(|| urls::bid(bid)),
        lead: shown.lead.clone(),
        parties: desk.joint.parties.iter().map(line).collect(),
        own: own.map(|party| urls::bid_party(bid, party.id)),
        reading: any.then(|| format!("{}/reading", urls::bid_parties(bid))),
        gaps: desk.joint.gaps(&desk.answers, &desk.lot.details).iter().map(gap).collect(),
        invite: (ready || typed.has("email")).then(|| invite_form(r, bid, typed)),
        work: any.then(|| work_table(r, shown, &grid, typed)),
        walls: (any && ready).then(|| walls_form(desk, typed)),
        shut: shut(r, desk),
    }
}

fn shut(r: Reader<'_>, desk: &Desk) -> Option<String> {
    match desk.pen {
        Pen::Ready | Pen::ReadsAlong => None,
        Pen::Submitted => Some(r.say("party-submitted")),
        Pen::Closed => Some(r.say("bid-closed")),
    }
}

/// Somebody may work for several organisations.
pub fn is_mine(me: &SignedIn, party: &Party) -> bool {
    party.member().is_some_and(|organisation| me.actor.belongs_to(organisation))
}

fn party_line((r, me): (Reader<'_>, &SignedIn), desk: &Desk, party: &Party) -> PartyLine {
    let (kind, standing) = phrases::standing(r, party);
    let ready = desk.pen == Pen::Ready;
    let href = urls::bid_party(desk.bid.id, party.id);
    let (note, removal, text) = match &party.standing {
        PartyStanding::Invited { email, .. } => {
            (Some(email.clone()).filter(|_| ready), ready, "party-uninvite")
        }
        // Why somebody stopped is between them and the lead.
        PartyStanding::Left { reason, .. } => {
            let leads = me.actor.belongs_to(desk.bid.cooperative);
            (Some(reason.clone()).filter(|_| leads), false, "party-remove")
        }
        PartyStanding::Joined { .. } | PartyStanding::Signed(_) => {
            (is_mine(me, party).then(|| r.say("party-is-yours")), ready, "party-remove")
        }
    };
    PartyLine {
        id: party.id.to_string(),
        name: party.name.clone(),
        role: phrases::role(r, party),
        kind,
        standing,
        note: note.filter(|note| !note.is_empty()),
        removal: removal.then(|| format!("{href}/removal")),
        removal_text: r.say(text),
        href: party.member().is_some().then_some(href),
    }
}

fn invite_form(r: Reader<'_>, bid: BidId, typed: &Typed) -> InviteForm {
    let role = |role: &PartyRole| {
        let key = format!("party-role-{}", role.as_str());
        Opt::new(role.as_str(), &r.say(&key))
    };
    InviteForm {
        action: urls::bid_parties(bid),
        name: typed.text("name").to_owned(),
        email: typed.text("email").to_owned(),
        role: typed.text("role").to_owned(),
        roles: PartyRole::ALL.iter().map(role).collect(),
    }
}

fn work_table(r: Reader<'_>, shown: &Shown, grid: &Grid, typed: &Typed) -> WorkTable {
    let desk = &shown.desk;
    let ready = desk.pen == Pen::Ready || typed.has("work");
    let row = |(row, (area, _)): (usize, &(String, String))| WorkRow {
        area: phrases::area(r, grid, area),
        cells: grid
            .services
            .iter()
            .enumerate()
            .map(|(column, service)| {
                let cell = Cell { area: area.clone(), service: service.clone() };
                let names = desk.joint.hands(&cell).into_iter();
                let names = names.filter_map(|h| phrases::hand(&desk.joint, &shown.lead, h));
                WorkCell {
                    label: phrases::cell(r, grid, &cell),
                    names: names.collect(),
                    boxes: if ready { boxes(shown, &cell, (row, column), typed) } else { vec![] },
                }
            })
            .collect(),
    };
    WorkTable {
        action: ready.then(|| format!("{}/work", urls::bid_parties(desk.bid.id))),
        version: desk.joint.board.version,
        services: grid.services.iter().map(|code| phrases::service(r, code)).collect(),
        rows: grid.areas.iter().enumerate().map(row).collect(),
    }
}

/// One box for the lead and for every party that is still in.
fn boxes(shown: &Shown, cell: &Cell, (row, column): (usize, usize), typed: &Typed) -> Vec<Tick> {
    let joint = &shown.desk.joint;
    let hands = joint.active().map(|party| Hand::Party(party.id));
    let one = |(n, hand): (usize, Hand)| {
        let value = format!("{}|{}|{}", cell.area, cell.service, String::from(hand));
        Tick {
            id: format!("work-{row}-{column}-{n}"),
            label: phrases::hand(joint, &shown.lead, hand).unwrap_or_default(),
            checked: match typed.has("work") {
                true => typed.all("cell").contains(&value),
                false => joint.board.work.has(cell, hand),
            },
            value,
        }
    };
    std::iter::once(Hand::Lead).chain(hands).enumerate().map(one).collect()
}

fn walls_form(desk: &Desk, typed: &Typed) -> WallsForm {
    let sections = desk.round.definition.sections.iter();
    WallsForm {
        action: format!("{}/walls", urls::bid_parties(desk.bid.id)),
        version: desk.joint.board.version,
        sections: sections.map(|section| Opt::new(&section.code, &section.title)).collect(),
        kept: match typed.has("walls") {
            true => typed.all("kept").iter().map(|code| (*code).to_owned()).collect(),
            false => desk.joint.board.kept.iter().cloned().collect(),
        },
    }
}
