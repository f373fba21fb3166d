//! The page of one section, its facts gathered and its answers ready for the template.

use serde::Serialize;

use super::beside::{self, BesideLink};
use super::desk::{Below, Desk, Pen, reader};
use super::files_part::FilesPart;
use super::inputs::{Errors, Input, Inputs, Opt};
use super::own_profile::OwnProfile;
use super::presence::{Presence, writers};
use super::requirement_cards;
use super::section_questions::{QuestionView, questions};
use super::talk::{Talk, TalkPost, Talks};
use super::todos::TodoLine;
use super::when;
use super::words::{Fact, Words};
use crate::domain::bids::answers::section_of;
use crate::domain::bids::attachments::most_files;
use crate::domain::bids::comments::Comment;
use crate::domain::bids::gaps::{Meter, Progress};
use crate::domain::bids::presence::Visit;
use crate::domain::bids::todos::Todo;
use crate::domain::ids::{BidId, PersonId};
use crate::domain::permission::Act;
use crate::domain::review::equivalents::Accepted;
use crate::domain::rounds::sections::{Kind, Section};
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::accounts::Member;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::SignedIn;
use crate::web::public::views::Reader;
use crate::web::urls;

/// What the page rests on.
pub struct Shown {
    pub desk: Desk,
    members: Vec<Member>,
    /// Fields on which this person still has to choose between two texts.
    clashes: Vec<String>,
    /// Of this section.
    comments: Vec<Comment>,
    todos: Vec<Todo>,
    pub visits: Vec<Visit>,
    /// What this municipality accepted before; empty where no requirement is answered.
    pub accepted: Vec<Accepted>,
    /// Empty where the profile knows nothing of what is asked.
    pub own: OwnProfile,
}

impl Shown {
    /// Others who are here now.
    pub fn presence(&self, who: (Reader<'_>, PersonId), section: &Section) -> Option<Presence> {
        let writers = writers(&self.members);
        Presence::of(who, (&self.desk, &self.visits, &writers), &section.code)
    }

    /// `what` is the bid and the code of the section.
    pub async fn load(
        app: &App,
        me: &SignedIn,
        what: (BidId, &str),
        act: Act,
    ) -> Result<Shown, Error> {
        let (asker, person) = (me.me.clone(), me.id);
        let (bid, section) = (what.0, what.1.to_owned());
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, bid, act)?;
            Ok::<_, Error>(Shown {
                members: store::accounts::members(conn, desk.bid.cooperative)?,
                clashes: store::clashes::fields_of(conn, bid, person)?,
                comments: store::comments::of_section(conn, bid, &section)?,
                todos: store::todos::of_bid(conn, bid)?,
                visits: store::visits::of_bid(conn, bid)?,
                accepted: requirement_cards::accepted(conn, &desk, &section)?,
                own: OwnProfile::of_section(conn, &desk, &section)?,
                desk,
            })
        };
        app.read(load).await
    }
}

/// Why the page is shown.
pub enum Fate {
    /// Somebody opened it.
    Fresh(Errors),
    /// All was saved, but something is not right yet.
    Saved(Errors),
    /// Nothing was saved.
    Refused(Errors),
    /// Nothing was saved: the time is over, or the bid is handed in.
    Shut(String),
}

#[derive(Serialize)]
pub struct SectionPage {
    page: Page,
    errors: Vec<FieldError>,
    /// `Onderdeel 5 van 12`
    above: String,
    title: String,
    purpose: String,
    /// Who else is at work here.
    presence: Option<Presence>,
    presence_url: String,
    /// Questions of the municipality that this section counts for.
    counts: Vec<Counts>,
    lot: String,
    bid: String,
    action: String,
    autosave: String,
    sections: Vec<SectionLink>,
    /// Empty when nobody can write here; then `facts` shows what was written.
    questions: Vec<QuestionView>,
    /// There are buttons between the fields; the Enter key must not press one of those.
    helps: bool,
    facts: Vec<Fact>,
    can_write: bool,
    why_not: Option<String>,
    part: Option<FilesPart>,
    has_files: bool,
    clashes: Vec<Link>,
    done: Option<Input>,
    versions: Vec<Link>,
    /// Says how many comments are open here.
    open_comments: Option<String>,
    /// Where the comments of this page are posted, outside the form of the answers.
    talk_forms: Vec<TalkPost>,
    /// About questions that are not in the form: files, or all of them when it is only read.
    talks: Vec<Talk>,
    todos: Vec<TodoLine>,
    todos_href: String,
    /// Pages of the bid that belong to this section.
    beside: Vec<BesideLink>,
}

#[derive(Serialize)]
struct Counts {
    name: String,
    question: String,
    weight: String,
}

#[derive(Serialize)]
struct SectionLink {
    label: String,
    href: String,
    status: &'static str,
    status_text: String,
    current: bool,
}

#[derive(Serialize)]
struct Link {
    label: String,
    href: String,
    note: Option<String>,
}

pub fn page(
    app: &App,
    me: &SignedIn,
    (shown, section): (&Shown, &Section),
    fate: Fate,
) -> SectionPage {
    let desk = &shown.desk;
    let words = Words::new(reader(app, me), desk.form());
    let mut page = desk.page(app, me, section.title.clone(), Below::Bid);
    // Typed text shows in its fields even when the time is over: it can still be copied.
    let fresh = matches!(fate, Fate::Fresh(_));
    let writes = desk.pen == Pen::Ready || !fresh;
    let (errors, listed) = told(words, fate, &mut page);
    let inputs = Inputs { words, answers: &desk.answers, errors: &errors };
    let bid = urls::bid(desk.bid.id);
    let writers = writers(&shown.members);
    let beside = requirement_cards::Beside { files: &desk.files, accepted: &shown.accepted };
    let mut questions = if writes { questions(inputs, section, beside) } else { vec![] };
    let talks = Talks {
        words,
        bid: desk.bid.id,
        comments: &shown.comments,
        writers: &writers,
        writer: (desk.pen == Pen::Ready).then_some(me.id),
    };
    let open_comments = talks.open();
    let (placed, talks) = talks.of_section(section, questions.len());
    for (view, (question, talk)) in questions.iter_mut().zip(section.questions.iter().zip(placed)) {
        let field = format!("{}.{}", section.code, question.code);
        view.own = shown.own.beside(words, &field, desk.answers.text(&field));
        view.talk = talk;
    }
    let said = questions.iter().filter_map(|q| q.talk.as_ref()).chain(&talks);
    let talk_forms = said.filter_map(|talk| Some(talk.form.as_ref()?.post.clone())).collect();
    let asks_files = most_files(section).is_some();
    SectionPage {
        errors: listed,
        above: above(words, section),
        title: section.title.clone(),
        purpose: section.purpose.clone(),
        presence: shown.presence((words.r, me.id), section),
        presence_url: format!("{}/presence", urls::bid_section(desk.bid.id, &section.code)),
        counts: counts(words, section),
        lot: desk.lot_name(words.r),
        action: urls::bid_section(desk.bid.id, &section.code),
        autosave: format!("{bid}/answers"),
        bid,
        sections: section_links(words, desk, section),
        helps: questions.iter().any(|q| q.own.is_some() || q.requirements.is_some()),
        questions,
        facts: if writes { vec![] } else { words.facts(section, &desk.answers) },
        can_write: writes,
        why_not: desk.pen.why_not(words.r).filter(|_| fresh),
        has_files: writes && asks_files,
        part: asks_files.then(|| FilesPart::new(app, me, &desk.facts, section)),
        clashes: clashes(words, shown, section),
        done: done(inputs, section),
        versions: versions(words, shown, section),
        open_comments,
        talk_forms,
        talks,
        todos: TodoLine::open(words, desk, &shown.todos, Some(&section.code)),
        todos_href: urls::bid_todos(desk.bid.id),
        beside: beside::of_section(words.r, desk.bid.id, &section.code),
        page,
    }
}

/// Sentences at the fields, and the list of them on top of a page that came back.
fn told(words: Words<'_>, fate: Fate, page: &mut Page) -> (Errors, Vec<FieldError>) {
    let (errors, note) = match fate {
        Fate::Fresh(errors) => return (errors, vec![]),
        Fate::Saved(errors) => (errors, ("bid-saved-but", NoticeKind::Info)),
        Fate::Refused(errors) => (errors, ("bid-not-saved", NoticeKind::Warning)),
        Fate::Shut(sentence) => {
            page.notice = Some(Notice { kind: NoticeKind::Error, text: sentence });
            return (Errors::new(), vec![]);
        }
    };
    page.fault = true;
    let (key, kind) = note;
    page.notice = Some(Notice { kind, text: words.r.say(key) });
    let named = |(field, why): (&String, &String)| {
        let args = [("label", words.label(field).into()), ("why", why.as_str().into())];
        FieldError { field: field.clone(), text: words.say("bid-gap-named", &args) }
    };
    let listed = in_page_order(words, errors.iter().map(named).collect());
    (errors, listed)
}

fn in_page_order(words: Words<'_>, mut errors: Vec<FieldError>) -> Vec<FieldError> {
    let section = errors.first().map(|e| section_of(&e.field).to_owned()).unwrap_or_default();
    let fields = words.form.section(&section).map(|s| words.form.fields(s)).unwrap_or_default();
    errors.sort_by_key(|error| fields.iter().position(|field| field.name == error.field));
    errors
}

fn above(words: Words<'_>, section: &Section) -> String {
    let all = &words.form.definition.sections;
    let place = all.iter().position(|s| s.code == section.code).unwrap_or(0) + 1;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
    words.say("bid-section-place", &[("place", number(place)), ("total", number(all.len()))])
}

fn counts(words: Words<'_>, section: &Section) -> Vec<Counts> {
    let definition = words.form.definition.for_lot(words.form.lot);
    let criteria = definition.criteria.iter();
    let own = criteria.filter(|criterion| criterion.sections.contains(&section.code));
    own.map(|criterion| Counts {
        name: criterion.name.clone(),
        question: criterion.question.clone(),
        weight: words.scores().weight(&criterion.weight),
    })
    .collect()
}

fn section_links(words: Words<'_>, desk: &Desk, current: &Section) -> Vec<SectionLink> {
    let meter: Meter = desk.meter();
    let link = |section: &Section| {
        let progress = meter.section(&section.code).map_or(Progress::Todo, |m| m.progress);
        SectionLink {
            label: section.title.clone(),
            href: urls::bid_section(desk.bid.id, &section.code),
            status: progress.as_str(),
            status_text: words.r.say(&format!("status-{}", progress.as_str())),
            current: section.code == current.code,
        }
    };
    words.form.definition.sections.iter().map(link).collect()
}

fn clashes(words: Words<'_>, shown: &Shown, section: &Section) -> Vec<Link> {
    let own = shown.clashes.iter().filter(|field| section_of(field) == section.code);
    own.map(|field| Link {
        label: words.label(field),
        href: urls::bid_clash(shown.desk.bid.id, field),
        note: None,
    })
    .collect()
}

fn done(inputs: Inputs<'_>, section: &Section) -> Option<Input> {
    let r = inputs.words.r;
    let options = [("yes", "bid-done-yes"), ("no", "bid-done-no")];
    let options = options.map(|(value, key)| Opt::new(value, &r.say(key))).into();
    let input = inputs.field(&format!("{}.done", section.code))?;
    Some(Input { options, ..input })
}

/// The last save of each text of this section, with the way to its earlier versions.
fn versions(words: Words<'_>, shown: &Shown, section: &Section) -> Vec<Link> {
    let desk = &shown.desk;
    let saved = |name: &str| {
        let (_, answer) = desk.answers.iter().find(|(field, _)| *field == name)?;
        let last = answer.saved?;
        let who = shown.members.iter().find(|member| member.person == last.by);
        let name_of = who.map(|member| member.name.as_str()).unwrap_or_default();
        Some(Link {
            label: words.label(name),
            href: urls::bid_versions(desk.bid.id, name),
            note: Some(format!("{}, {name_of}", when::ago(words.r, last.at))),
        })
    };
    let texts = section.questions.iter().filter(|q| matches!(q.kind, Kind::Text { .. }));
    texts.filter_map(|q| saved(&format!("{}.{}", section.code, q.code))).collect()
}
