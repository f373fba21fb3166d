//! All answers on one page, what is missing on top, before somebody signs.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, Pen, reader};
use super::files_part::note;
use super::own_profile::{Deviation, OwnProfile};
use super::parties::phrases;
use super::requirement_cards::file_names;
use super::words::Words;
use crate::domain::accounts::Role;
use crate::domain::bids::Standing;
use crate::domain::bids::answers::section_of;
use crate::domain::bids::attachments::most_files;
use crate::domain::bids::parties::gaps::PartyGap;
use crate::domain::bids::parties::work::Grid;
use crate::domain::bids::requirements::{ProofWarning, question_of, warnings};
use crate::domain::ids::BidId;
use crate::domain::permission::{Act, Place};
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct CheckPage {
    page: Page,
    lot: String,
    missing: Missing,
    /// What to look at once more; it keeps no bid back.
    doubts: Vec<MissingItem>,
    /// Where the bid says something else than the profile of the cooperative.
    deviations: Vec<MissingItem>,
    sections: Vec<Summary>,
    /// All is there, and the bid can be handed in now.
    ready: bool,
    submitted: bool,
    closed: bool,
    /// Where this person signs; others hear who can.
    submission: Option<String>,
    /// So many files wait for the virus scanner; the bid can be handed in with them.
    waiting: usize,
    signatories: String,
    receipt: String,
    documents: String,
    tasks: String,
}

/// Everything that keeps a bid from being handed in.
#[derive(Serialize)]
pub struct Missing {
    count: usize,
    sections: Vec<MissingSection>,
}

#[derive(Serialize)]
struct MissingSection {
    title: String,
    gaps: Vec<MissingItem>,
}

#[derive(Serialize)]
struct MissingItem {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct Summary {
    id: String,
    title: String,
    href: Option<String>,
    facts: Vec<CheckedFact>,
    /// None where the section asks for no files.
    files: Option<Vec<CheckedFile>>,
}

#[derive(Serialize)]
struct CheckedFact {
    term: String,
    text: String,
    /// Where to change it; none when that is over.
    href: Option<String>,
    link: String,
}

#[derive(Serialize)]
struct CheckedFile {
    name: String,
    href: Option<String>,
    note: String,
}

/// `GET /bids/{bid}/check`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::ReadBid)?;
        let names = signatories(conn, &desk)?;
        let own = OwnProfile::read(conn, desk.bid.cooperative)?;
        Ok::<_, Error>((desk, names, own))
    };
    let (desk, names, own) = app.read(load).await?;
    pages::html(&app, &me, "bids/check.html", &view(&app, &me, (&desk, &own), &names))
}

/// Names of everybody who may hand in.
pub fn signatories(conn: &mut Conn, desk: &Desk) -> Result<Vec<String>, Error> {
    let members = store::accounts::members(conn, desk.bid.cooperative)?;
    let sign = members.into_iter().filter(|member| member.role == Role::Signatory);
    Ok(sign.map(|member| member.name).collect())
}

fn view(app: &App, me: &Me, (desk, own): (&Desk, &OwnProfile), names: &[String]) -> CheckPage {
    let words = Words::new(reader(app, me), desk.form());
    let bid = desk.bid.id;
    let open = matches!(desk.pen, Pen::Ready | Pen::ReadsAlong);
    let signs = me.can(Act::SubmitBid, &Place::organisation(desk.bid.cooperative));
    let ready = open && desk.meter().is_complete();
    CheckPage {
        page: desk.page(app, me, words.r.say("check-title"), Below::Bid),
        lot: desk.lot_name(words.r),
        missing: Missing::of(words, desk),
        doubts: doubts(words, desk),
        deviations: own.deviations(words, desk).iter().map(|d| deviation(words, desk, d)).collect(),
        sections: desk
            .round
            .definition
            .sections
            .iter()
            .map(|section| summary(app, me, desk, section))
            .collect(),
        ready,
        submitted: desk.bid.standing == Standing::Submitted,
        closed: desk.pen == Pen::Closed,
        waiting: desk.waiting(),
        submission: (ready && signs).then(|| urls::bid_submission(bid)),
        signatories: joined(words, names),
        receipt: urls::bid_receipt(bid),
        documents: urls::bid_documents(bid),
        tasks: urls::bid(bid),
    }
}

/// `Jan de Wit en Truus Vermeer`
fn joined(words: Words<'_>, names: &[String]) -> String {
    let and = words.r.say("list-and");
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

impl Missing {
    pub fn of(words: Words<'_>, desk: &Desk) -> Missing {
        let meter = desk.meter();
        let sections = meter.sections.iter().filter(|section| !section.gaps.is_empty());
        let parties = (!meter.parties.is_empty()).then(|| of_parties(words, desk, &meter.parties));
        Missing {
            count: meter.missing(),
            sections: sections
                .map(|section| MissingSection {
                    title: words
                        .form
                        .section(&section.code)
                        .map(|s| s.title.clone())
                        .unwrap_or_default(),
                    gaps: section
                        .gaps
                        .iter()
                        .map(|gap| MissingItem {
                            text: words.gap(gap),
                            href: at_field(desk, &section.code, &gap.field),
                        })
                        .collect(),
                })
                .chain(parties)
                .collect(),
        }
    }
}

/// What the others in a joint bid owe.
fn of_parties(words: Words<'_>, desk: &Desk, gaps: &[PartyGap]) -> MissingSection {
    let grid = Grid::of(&desk.lot.details);
    let item = |gap: &PartyGap| MissingItem {
        text: phrases::gap(words.r, &grid, gap),
        href: phrases::gap_href(desk.bid.id, gap),
    };
    MissingSection { title: words.r.say("parties-title"), gaps: gaps.iter().map(item).collect() }
}

/// Proofs that end too early, or whose file is gone.
fn doubts(words: Words<'_>, desk: &Desk) -> Vec<MissingItem> {
    let definition = &desk.round.definition;
    let Some(question) = question_of(definition) else { return vec![] };
    let found = warnings(definition, (&desk.answers, &question), &file_names(&desk.files));
    let item = |doubt: &ProofWarning| {
        let why = words.proof_warning(doubt);
        let label = words.requirement(&doubt.requirement);
        let args = [("label", label.into()), ("why", why.into())];
        let field = doubt.field(&question);
        MissingItem {
            text: words.say("bid-gap-named", &args),
            href: at_field(desk, section_of(&field), &field),
        }
    };
    found.iter().map(item).collect()
}

fn deviation(words: Words<'_>, desk: &Desk, deviation: &Deviation) -> MissingItem {
    let label = words.label(&deviation.field);
    let args = [("label", label.into()), ("text", deviation.profile.as_str().into())];
    MissingItem {
        text: words.say("check-deviation", &args),
        href: at_field(desk, section_of(&deviation.field), &deviation.field),
    }
}

/// The section, at the place of one field.
fn at_field(desk: &Desk, section: &str, field: &str) -> String {
    format!("{}#{field}", urls::bid_section(desk.bid.id, section))
}

fn summary(app: &App, me: &Me, desk: &Desk, section: &Section) -> Summary {
    let words = Words::new(reader(app, me), desk.form());
    let change = (desk.pen == Pen::Ready).then(|| words.r.say("change"));
    let facts = words.facts(section, &desk.answers).into_iter().map(|fact| CheckedFact {
        href: change.is_some().then(|| at_field(desk, &section.code, &fact.field)),
        link: change.clone().unwrap_or_default(),
        term: fact.term,
        text: fact.text,
    });
    Summary {
        id: format!("section-{}", section.code),
        title: section.title.clone(),
        href: change.is_some().then(|| urls::bid_section(desk.bid.id, &section.code)),
        facts: facts.collect(),
        files: most_files(section).map(|_| files(app, me, desk, section)),
    }
}

fn files(app: &App, me: &Me, desk: &Desk, section: &Section) -> Vec<CheckedFile> {
    let own = desk.files.iter().filter(|f| f.section == section.code && f.removed_at.is_none());
    own.map(|file| CheckedFile {
        name: file.name.clone(),
        href: desk
            .check_of(file)
            .gives_out()
            .is_ok()
            .then(|| format!("{}/attachments/{}", urls::bid(file.bid), file.id)),
        note: note(app, me, (file, desk.check_of(file))),
    })
    .collect()
}
