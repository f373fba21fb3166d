//! The page of the residents who support a bid, with every answer ready.

use serde::Serialize;

use super::desk::{Below, Pen, reader};
use super::support::{Part, Shown};
use super::vote::Fact;
use crate::domain::bids::support::{
    AreaCount, Consent, ELSEWHERE, HERE, MOST_ABOUT_WORDS, Statement, Support, areas_of,
};
use crate::domain::ids::StatementId;
use crate::domain::words::count_words;
use crate::rendering::layout::{FieldError, Page};
use crate::web::forms::Typed;
use crate::web::me::Me;
use crate::web::public::views::Reader;
use crate::web::{App, urls};

/// The section that the support belongs to.
pub const SECTION: &str = "support";
/// Statements on one page.
const AT_ONCE: usize = 50;

#[derive(Serialize)]
pub struct SupportView {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    action: String,
    why_not: Option<&'static str>,
    can_write: bool,
    /// Opening a page; also when what was typed for it comes back.
    form: bool,
    open: Option<OpenPage>,
    about: String,
    words: usize,
    most_words: usize,
    total: u32,
    areas: Vec<AreaLine>,
    statements: Vec<StatementLine>,
    part: usize,
    newer: Option<String>,
    older: Option<String>,
    /// The round asks how many signed.
    can_adopt: bool,
}

#[derive(Serialize)]
struct OpenPage {
    code: String,
    href: String,
    address: String,
    poster: String,
    about: String,
}

#[derive(Serialize)]
struct AreaLine {
    name: String,
    count: u32,
}

#[derive(Serialize)]
struct StatementLine {
    id: StatementId,
    name: String,
    note: String,
    sentence: String,
    hidden: Option<String>,
    reason: String,
}

pub fn page(
    app: &App,
    me: &Me,
    (shown, part): (&Shown, Part),
    (typed, errors): (&Typed, Vec<FieldError>),
) -> SupportView {
    let (r, desk) = (reader(app, me), &shown.desk);
    let mut page = desk.page(app, me, r.say("support-title"), Below::Bid);
    page.fault = !errors.is_empty();
    let action = format!("{}/support", urls::bid(desk.bid.id));
    let support = Support::of(&desk.lot.details, &shown.statements);
    let open = shown.page.as_ref().filter(|page| page.closed_at.is_none());
    let (from, all) = (part.page.saturating_mul(AT_ONCE), shown.statements.len());
    let statements = shown.statements.iter().skip(from).take(AT_ONCE);
    let last = shown.page.as_ref().map(|page| page.about.clone()).unwrap_or_default();
    let can_open = open.is_none() && desk.pen == Pen::Ready;
    let form = can_open || errors.iter().any(|error| error.field == "about");
    let about = if typed.has("about") { typed.text("about").to_owned() } else { last };
    SupportView {
        page,
        errors,
        lot: desk.lot_name(r),
        back: match desk.section(SECTION) {
            Ok(_) => urls::bid_section(desk.bid.id, SECTION),
            Err(_) => urls::bid(desk.bid.id),
        },
        why_not: why_not(desk.pen),
        can_write: desk.pen == Pen::Ready,
        form,
        open: open.map(|page| OpenPage {
            code: page.code.clone(),
            href: format!("/support/{}", page.code),
            address: format!("{}/support/{}", app.limits.public_url, page.code),
            poster: format!("/support/{}/poster", page.code),
            about: page.about.clone(),
        }),
        words: count_words(&about),
        about,
        most_words: MOST_ABOUT_WORDS,
        total: support.total,
        areas: support.areas.iter().map(|area| area_line(r, area)).collect(),
        statements: statements.map(|one| line(r, shown, one, typed)).collect(),
        part: part.page,
        newer: (part.page > 0).then(|| format!("{action}?page={}", part.page - 1)),
        older: (from + AT_ONCE < all).then(|| format!("{action}?page={}", part.page + 1)),
        can_adopt: desk.pen == Pen::Ready && !answers(shown).is_empty(),
        action,
    }
}

fn why_not(pen: Pen) -> Option<&'static str> {
    match pen {
        Pen::Ready => None,
        Pen::ReadsAlong => Some("support-reads-along"),
        Pen::Submitted => Some("bid-submitted"),
        Pen::Closed => Some("bid-closed"),
    }
}

/// What an area is called; those without a name of their own get one.
pub fn area_name(r: Reader<'_>, (code, name): (&str, Option<&str>)) -> String {
    match (code, name) {
        (_, Some(name)) => name.to_owned(),
        (HERE, None) => r.say("support-area-here"),
        (ELSEWHERE, None) => r.say("support-area-elsewhere"),
        (code, None) => code.to_owned(),
    }
}

/// The counts of what was handed in, in words.
pub fn support_facts(r: Reader<'_>, support: &Support) -> Vec<Fact> {
    let count = |n: u32| r.renderer.number(r.lang, i64::from(n));
    let total = Fact { term: r.say("support-people"), text: count(support.total) };
    let area = |area: &AreaCount| {
        let line = area_line(r, area);
        Fact { term: line.name, text: count(line.count) }
    };
    std::iter::once(total).chain(support.areas.iter().map(area)).collect()
}

fn area_line(r: Reader<'_>, area: &AreaCount) -> AreaLine {
    AreaLine { name: area_name(r, (&area.area, area.name.as_deref())), count: area.count }
}

fn line(r: Reader<'_>, shown: &Shown, one: &Statement, typed: &Typed) -> StatementLine {
    let areas = areas_of(&shown.desk.lot.details);
    let area = areas.iter().find(|(code, _)| *code == one.area);
    let area =
        area.map_or_else(|| one.area.clone(), |(code, name)| area_name(r, (code, name.as_deref())));
    let day = r.renderer.day(r.lang, one.signed_on);
    let consent = match one.consent {
        Consent::Count => "support-consent-count-said",
        Consent::Sentence => "support-consent-sentence-said",
        Consent::SentenceAndName => "support-consent-sentence_and_name-said",
    };
    let own = typed.text("statement") == one.id.as_str();
    StatementLine {
        id: one.id,
        name: if one.name.is_empty() { r.say("support-forgotten-name") } else { one.name.clone() },
        note: format!("{area}, {day}. {}", r.say(consent)),
        sentence: one.sentence.clone(),
        hidden: one.hidden.clone(),
        reason: if own { typed.text("reason").to_owned() } else { String::new() },
    }
}

/// The answer that the count gives, if the round asks it.
pub fn answers(shown: &Shown) -> Vec<(String, String)> {
    let field = format!("{SECTION}.signatures");
    if shown.page.is_none() || shown.desk.form().field(&field).is_none() {
        return vec![];
    }
    let support = Support::of(&shown.desk.lot.details, &shown.statements);
    vec![(field, support.total.to_string())]
}
