//! Whether a bid may join: the list of bids, and one page per bid with every requirement beside
//! what the bidder answered.

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use super::admission_page::view;
use super::files;
use super::inquiry_lines::{self, ClockView};
use super::judged::{Judged, judged};
use super::parties::Kept;
use super::{Facts, barred_in, by, facts, frame, not_barred, say};
use crate::actions::{self, Failure};
use crate::domain::bids::mandate::Mandate;
use crate::domain::bids::own_area::Taken;
use crate::domain::bids::support::Support;
use crate::domain::bids::{Bid, Content};
use crate::domain::ids::{BidId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::admissibility::{
    AdmissibilityRefusal, Admission, AdmissionVerdict, Check,
};
use crate::domain::review::inquiry::Inquiry;
use crate::domain::review::rejection::Rejection;
use crate::rendering::layout::{FieldError, Page};
use crate::store::admissibility::{Given, Line};
use crate::store::file_checks::Checks;
use crate::store::{self, Conn, Tx};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::paging::{LINES, Pages, Wanted};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ListPage {
    page: Page,
    round_title: String,
    lots: Vec<LotLines>,
    /// None where one page is enough.
    pages: Option<Pages>,
    requirements: usize,
    /// The decision term stood still for at least one bid.
    clock: Option<ClockView>,
    refusals: String,
}

#[derive(Serialize)]
struct LotLines {
    label: String,
    bids: Vec<BidLine>,
}

#[derive(Serialize)]
struct BidLine {
    href: String,
    code: String,
    cooperative: String,
    checked: usize,
    /// Kind and words of the label.
    status: &'static str,
    status_text: String,
}

/// `GET /manage/rounds/{round}/admissibility`
pub async fn list(
    me: SignedIn,
    id: Path<RoundId>,
    wanted: Query<Wanted>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = app.read(move |conn| read_list(conn, &asker, id)).await?;
    let facts = &read.facts;
    let (lots, pages) = read.page((&app, &me), *wanted);
    let page = ListPage {
        page: frame(&app, &me, "admission-title", facts),
        round_title: facts.round.definition.title.clone(),
        lots,
        pages,
        requirements: facts.round.definition.requirements.len(),
        clock: inquiry_lines::clock_of_round((&app, &me), &facts.round, &read.asked),
        refusals: format!("{}/refusals", urls::manage_round(id)),
    };
    pages::html(&app, &me, "review/admissibility.html", &page)
}

/// What the list rests on.
struct ReadList {
    facts: Facts,
    lines: Vec<Line>,
    asked: Vec<Inquiry>,
    rejections: Vec<Rejection>,
}

impl ReadList {
    /// One page of the bids, lot by lot.
    fn page(&self, (app, me): (&App, &Me), wanted: Wanted) -> (Vec<LotLines>, Option<Pages>) {
        let bids = |lot| self.lines.iter().filter(move |line| line.lot == lot).collect();
        let mut lots: Vec<(String, Vec<&Line>)> =
            self.facts.lots.iter().map(|lot| (lot.label(), bids(lot.id))).collect();
        let base = format!("{}/admissibility", urls::manage_round(self.facts.round.id));
        let pages = Pages::cut_groups(&mut lots, wanted, (&base, LINES));
        let shown = |(label, lines): (String, Vec<&Line>)| LotLines {
            label,
            bids: lines.into_iter().map(|line| bid_line((app, me), self, line)).collect(),
        };
        (lots.into_iter().map(shown).collect(), pages)
    }
}

fn read_list(conn: &mut Conn, me: &Me, id: RoundId) -> Result<ReadList, Error> {
    let facts = facts(conn, me, id, Act::CheckAdmissibility)?;
    let barred = barred_in(conn, me, id)?;
    let mut read = ReadList {
        facts,
        lines: store::admissibility::lines(conn, id)?,
        asked: store::inquiries::of_round(conn, id)?,
        rejections: store::rejections::of_round(conn, id)?,
    };
    read.lines.retain(|line| !barred.contains(&line.bid));
    read.asked.retain(|one| !barred.contains(&one.bid));
    Ok(read)
}

fn bid_line((app, me): (&App, &Me), read: &ReadList, line: &Line) -> BidLine {
    let waits = read.asked.iter().any(|one| one.bid == line.bid && one.holds_up(me.now));
    let proposed = read.rejections.iter().any(|one| one.bid == line.bid && one.is_proposed());
    let (status, key) = match line.verdict {
        Some(AdmissionVerdict::Admitted) => ("done", "admission-admitted"),
        Some(AdmissionVerdict::AdmittedWithCondition) => {
            ("done", "admission-admitted_with_condition")
        }
        Some(AdmissionVerdict::Refused) => ("closed", "admission-refused"),
        None if proposed => ("action", "admission-proposed"),
        None if waits => ("busy", "admission-supplement"),
        None if line.checked > 0 => ("busy", "status-busy"),
        None => ("todo", "status-todo"),
    };
    BidLine {
        href: address(read.facts.round.id, line.bid),
        code: line.code.clone(),
        cooperative: line.cooperative.clone(),
        checked: line.checked,
        status,
        status_text: say(app, me, key, &[]),
    }
}

pub fn address(round: RoundId, bid: BidId) -> String {
    format!("{}/admissibility/{bid}", urls::manage_round(round))
}

pub struct Read {
    pub facts: Facts,
    pub bid: Bid,
    pub cooperative: String,
    pub content: Content,
    /// The number of its terms when they changed since.
    pub old_terms: Option<i32>,
    /// Who else takes part, in a joint bid.
    pub parties: Option<Kept>,
    pub people: (Option<Mandate>, Option<Support>),
    pub checks: Vec<Given<Check>>,
    pub admission: Option<Given<Admission>>,
    pub rejection: Option<Rejection>,
    pub asked: Vec<Inquiry>,
    pub table_has_met: bool,
    pub scanned: Checks,
    pub area: Option<Taken>,
}

fn read(conn: &mut Conn, me: &Me, (round, bid): (RoundId, BidId)) -> Result<Read, Error> {
    let facts = facts(conn, me, round, Act::CheckAdmissibility)?;
    let bid = store::bids::find(conn, bid)?;
    not_barred(conn, me, &bid)?;
    let content = store::submissions::opened(conn, bid.id)?;
    let handed_in = content.filter(|_| bid.round == round).ok_or(Error::Missing)?;
    let own = store::terms::number_of(conn, round, &handed_in.content.terms)?;
    let latest = store::terms::count(conn, round)?;
    let people = (handed_in.content.mandate.clone(), handed_in.content.support.clone());
    let parties = Kept::load(conn, &handed_in)?;
    // The price stays shut for the process lead too.
    let mut content = handed_in.content.without_price();
    Ok(Read {
        old_terms: own.filter(|own| *own < latest),
        parties,
        scanned: files::checks(conn, &content)?,
        area: content.area.take(),
        cooperative: store::accounts::organisation(conn, bid.cooperative)?.name,
        content,
        people,
        checks: store::admissibility::checks(conn, bid.id)?,
        admission: store::admissibility::admission(conn, bid.id)?,
        rejection: store::rejections::find(conn, bid.id)?,
        asked: store::inquiries::of_bid(conn, bid.id)?,
        table_has_met: store::assignments::table_has_met(conn, bid.lot)?,
        facts,
        bid,
    })
}

/// `GET /manage/rounds/{round}/admissibility/{bid}`
pub async fn bid(me: SignedIn, ids: Path<(RoundId, BidId)>, app: Data<App>) -> Answer {
    let (ids, asker) = (ids.into_inner(), me.me.clone());
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    let mut page = view(&app, &me, &read, None);
    let said = [
        ("saved=1", "admission-saved"),
        ("kept=1", "equivalent-kept"),
        ("asked=1", "inquiry-sent"),
        ("returned=1", "refusal-returned-now"),
    ];
    let said = said.into_iter().find(|(done, _)| me.path.ends_with(done));
    page.page.notice = said.map(|(_, key)| pages::success(say(&app, &me, key, &[])));
    pages::html(&app, &me, "review/admissibility_bid.html", &page)
}

/// `POST /manage/rounds/{round}/admissibility/{bid}`: all checks and the decision in one form, so
/// that saving one never loses another.
pub async fn judge(
    me: SignedIn,
    ids: Path<(RoundId, BidId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, asker, who) = (ids.into_inner(), me.me.clone(), by(&me));
    let read = app.read(move |conn| read(conn, &asker, ids)).await?;
    let said = judged(&read.facts.round.definition, &form.typed);
    if !said.faults.is_empty() {
        return again(&app, &me, &read, (&form.typed, said.faults));
    }
    let now = me.now;
    match app.write(move |tx| keep(tx, ids.1, said, &who, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}?saved=1", address(ids.0, ids.1)))),
        Err(Failure::Refused(why)) => {
            again(&app, &me, &read, (&form.typed, vec![("verdict".into(), why.key())]))
        }
        Err(broken) => Err(broken.into()),
    }
}

fn keep(
    tx: &mut Tx,
    bid: BidId,
    said: Judged,
    who: &crate::domain::journal::By,
    now: jiff::Timestamp,
) -> Result<(), Failure<AdmissibilityRefusal>> {
    for check in said.checks {
        actions::check_requirement(tx, bid, check, who, now)?;
    }
    match said.admission {
        Some(admission) => actions::decide_admission(tx, bid, admission, who, now),
        None => Ok(()),
    }
}

fn again(
    app: &Data<App>,
    me: &Me,
    read: &Read,
    (typed, faults): (&Typed, Vec<(String, &'static str)>),
) -> Answer {
    let mut page = view(app, me, read, Some(typed));
    page.page.fault = true;
    let error = |(field, key): (String, &str)| FieldError { field, text: say(app, me, key, &[]) };
    page.errors = faults.into_iter().map(error).collect();
    pages::faulty(app, me, "review/admissibility_bid.html", &page)
}
