//! Whether a bid may join: the list of bids, and one page per bid with every requirement beside
//! what the bidder answered.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::files::{self, Checked, FileLink, links};
use super::judged::{Judged, judged};
use super::parties::{self, Kept, PartiesView};
use super::requirements::{RequirementAnswer, requirement_answers};
use super::{Facts, by, facts, frame, say};
use crate::actions::{self, Failure};
use crate::domain::bids::mandate::Mandate;
use crate::domain::bids::own_area::Taken;
use crate::domain::bids::support::{Sentence, Support};
use crate::domain::bids::{Bid, Content};
use crate::domain::ids::{BidId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::review::admissibility::{
    AdmissibilityRefusal, Admission, AdmissionVerdict, Check, CheckVerdict,
};
use crate::domain::review::equivalents::can_be_kept;
use crate::domain::rounds::definition::{ProofDue, Requirement};
use crate::rendering::layout::{FieldError, Page};
use crate::store::admissibility::{Given, Line};
use crate::store::file_checks::Checks;
use crate::store::{self, Conn, Tx};
use crate::web::App;
use crate::web::bids::area_view::AreaView;
use crate::web::bids::vote_words::{Fact, outcome_facts};
use crate::web::bids::{reader, support_facts};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ListPage {
    page: Page,
    round_title: String,
    lots: Vec<LotLines>,
    requirements: usize,
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
pub async fn list(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let (facts, lines) = app
        .read::<_, Error, _>(move |conn| {
            let facts = facts(conn, &asker, id, Act::CheckAdmissibility)?;
            Ok((facts, store::admissibility::lines(conn, id)?))
        })
        .await?;
    let of_lot = |lot: &crate::domain::rounds::Lot| LotLines {
        label: lot.label(),
        bids: lines
            .iter()
            .filter(|l| l.lot == lot.id)
            .map(|l| bid_line(&app, &me, id, l))
            .collect(),
    };
    let page = ListPage {
        page: frame(&app, &me, "admission-title", &facts),
        round_title: facts.round.definition.title.clone(),
        lots: facts.lots.iter().map(of_lot).collect(),
        requirements: facts.round.definition.requirements.len(),
    };
    pages::html(&app, &me, "review/admissibility.html", &page)
}

fn bid_line(app: &App, me: &Me, round: RoundId, line: &Line) -> BidLine {
    let (status, key) = match line.verdict {
        Some(AdmissionVerdict::Admitted) => ("done", "admission-admitted"),
        Some(AdmissionVerdict::AdmittedWithCondition) => {
            ("done", "admission-admitted_with_condition")
        }
        Some(AdmissionVerdict::Refused) => ("closed", "admission-refused"),
        None if line.checked > 0 => ("busy", "status-busy"),
        None => ("todo", "status-todo"),
    };
    BidLine {
        href: address(round, line.bid),
        code: line.code.clone(),
        cooperative: line.cooperative.clone(),
        checked: line.checked,
        status,
        status_text: say(app, me, key, &[]),
    }
}

fn address(round: RoundId, bid: BidId) -> String {
    format!("{}/admissibility/{bid}", urls::manage_round(round))
}

#[derive(Serialize)]
struct BidPage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    code: String,
    /// It was made on terms that changed since.
    old_terms: Option<String>,
    cooperative: String,
    action: String,
    back: String,
    files: Vec<FileLink>,
    parties: Option<PartiesView>,
    /// The part of the lot that the bidder takes on.
    view: Option<AreaView>,
    requirements: Vec<RequirementCard>,
    check_options: Vec<Choice>,
    options: Vec<Choice>,
    verdict: String,
    reason: String,
    decided: Option<By>,
    can_change: bool,
    /// What members and residents said, when they said it here.
    mandate: Vec<Fact>,
    support: Vec<Fact>,
    sentences: Vec<Sentence>,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
    hint: Option<String>,
}

#[derive(Serialize)]
struct By {
    name: String,
    at: jiff::Timestamp,
}

#[derive(Serialize)]
struct RequirementCard {
    code: String,
    title: String,
    text: String,
    usual_proof: String,
    knock_out: bool,
    /// The proof may wait until the bid wins for now.
    waits: bool,
    answer: RequirementAnswer,
    verdict: String,
    reason: String,
    checked: Option<By>,
    /// Where an accepted other way is kept for next time.
    keep: Option<String>,
}

struct Read {
    facts: Facts,
    bid: Bid,
    cooperative: String,
    content: Content,
    /// The number of its terms when they changed since.
    old_terms: Option<i32>,
    /// Who else takes part, in a joint bid.
    parties: Option<Kept>,
    people: (Option<Mandate>, Option<Support>),
    checks: Vec<Given<Check>>,
    admission: Option<Given<Admission>>,
    table_has_met: bool,
    scanned: Checks,
    area: Option<Taken>,
}

fn read(conn: &mut Conn, me: &Me, (round, bid): (RoundId, BidId)) -> Result<Read, Error> {
    let facts = facts(conn, me, round, Act::CheckAdmissibility)?;
    let bid = store::bids::find(conn, bid)?;
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
    let said = [("saved=1", "admission-saved"), ("kept=1", "equivalent-kept")];
    let said = said.into_iter().find(|(done, _)| me.path.ends_with(done));
    page.page.notice = said.map(|(_, key)| pages::success(say(&app, &me, key, &[])));
    pages::html(&app, &me, "review/admissibility_bid.html", &page)
}

fn view(app: &Data<App>, me: &Me, read: &Read, typed: Option<&Typed>) -> BidPage {
    let Read { facts, bid, checks, admission, .. } = read;
    let (r, (mandate, support)) = (reader(app, me), &read.people);
    let definition = &facts.round.definition;
    let mut answers = requirement_answers(definition, &read.content, (app, me));
    let decided = admission.as_ref();
    let mut page = frame(app, me, "admission-title", facts);
    page.title = format!("{}: {}", page.title, read.cooperative);
    page.crumbs.pop();
    let list = format!("{}/admissibility", urls::manage_round(facts.round.id));
    page.crumbs.push(pages::crumb(&list, say(app, me, "admission-title", &[])));
    page.crumbs.push(pages::here(&read.cooperative));
    let or = |name: &str, kept: &str| typed.map_or(kept, |t| t.text(name)).to_owned();
    let cards = definition.requirements.iter().map(|r| {
        let answer = answers.remove(&r.code).unwrap_or_default();
        let equivalents = format!("{}/equivalents", address(facts.round.id, bid.id));
        RequirementCard {
            keep: keep_at(equivalents, &answer, (checks, r)),
            ..card(r, answer, checks, typed)
        }
    });
    BidPage {
        requirements: cards.collect(),
        page,
        errors: vec![],
        above: facts.lot_label(bid.lot),
        code: bid.code.clone().unwrap_or_default(),
        old_terms: read
            .old_terms
            .map(|own| say(app, me, "terms-old", &[("number", i64::from(own).into())])),
        cooperative: read.cooperative.clone(),
        action: address(facts.round.id, bid.id),
        back: list,
        files: links(Checked { content: &read.content, checks: &read.scanned }, |hash| {
            format!("{}/files/{hash}", address(facts.round.id, bid.id))
        }),
        parties: read.parties.as_ref().map(|kept| parties::view(app, me, (kept, definition))),
        view: read.area.as_ref().map(|area| AreaView::new(reader(app, me), area, &[])),
        check_options: choices(app, me, "check", CheckVerdict::ALL.iter().map(|v| v.as_str())),
        options: choices(app, me, "admission", AdmissionVerdict::ALL.iter().map(|v| v.as_str())),
        verdict: or("verdict", decided.map_or("", |d| d.what.verdict.as_str())),
        reason: or("reason", decided.map_or("", |d| &d.what.reason)),
        decided: decided.map(|d| By { name: d.by.clone(), at: d.at }),
        can_change: facts.round.is_under_review() && !read.table_has_met,
        mandate: mandate.as_ref().map(|m| outcome_facts(r, m)).unwrap_or_default(),
        support: support.as_ref().map(|s| support_facts(r, s)).unwrap_or_default(),
        sentences: support.as_ref().map(|s| s.sentences.clone()).unwrap_or_default(),
    }
}

fn choices(
    app: &App,
    me: &Me,
    kind: &str,
    words: impl Iterator<Item = &'static str>,
) -> Vec<Choice> {
    let choice =
        |value| Choice { value, label: say(app, me, &format!("{kind}-{value}"), &[]), hint: None };
    words.map(choice).collect()
}

fn card(
    requirement: &Requirement,
    answer: RequirementAnswer,
    checks: &[Given<Check>],
    typed: Option<&Typed>,
) -> RequirementCard {
    let given = checks.iter().find(|c| c.what.requirement == requirement.code);
    let or = |name: &str, kept: &str| {
        typed.map_or(kept, |t| t.text(&format!("{name}.{}", requirement.code))).to_owned()
    };
    RequirementCard {
        code: requirement.code.clone(),
        title: requirement.title.clone(),
        text: requirement.text.clone(),
        usual_proof: requirement.usual_proof.clone(),
        knock_out: requirement.knock_out,
        waits: requirement.proof == ProofDue::BeforeAward,
        answer,
        verdict: or("verdict", given.map_or("", |g| g.what.verdict.as_str())),
        reason: or("reason", given.map_or("", |g| &g.what.reason)),
        checked: given.map(|g| By { name: g.by.clone(), at: g.at }),
        keep: None,
    }
}

/// Only what was accepted as another way can be kept for next time.
fn keep_at(
    base: String,
    answer: &RequirementAnswer,
    (checks, requirement): (&[Given<Check>], &Requirement),
) -> Option<String> {
    let given = checks.iter().find(|c| c.what.requirement == requirement.code);
    let kept = can_be_kept(answer.answered, given.map(|given| &given.what));
    kept.then(|| format!("{base}/{}", requirement.code))
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
    let said = judged(&read.facts.round.definition.requirements, &form.typed);
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
