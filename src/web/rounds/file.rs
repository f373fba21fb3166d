//! The file of one round: the task list while it is a draft, and afterwards what was published and
//! what comes next.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::checks::{self, Check};
use super::draft::{self, Draft};
use super::form::Words;
use super::lessons::{self, Lessons};
use super::sentences;
use crate::domain::ids::RoundId;
use crate::domain::permission::{Act, Place};
use crate::domain::rounds::Publication;
use crate::domain::rounds::publication::{Part, Problem};
use crate::rendering::layout::{Page, Task, TaskGroup};
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::routes::is_there;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct DraftPage {
    page: Page,
    title: String,
    left: usize,
    groups: Vec<TaskGroup>,
    steps: Vec<&'static str>,
    /// The published round whose new terms these are.
    amends: Option<String>,
    /// What could turn against the municipality; nothing for who only looks.
    checks: Vec<Check>,
    /// The reader sets it up, and hears what earlier rounds taught.
    sets_up: bool,
    lessons: Vec<Lessons>,
}

#[derive(Serialize)]
struct PublishedPage {
    page: Page,
    title: String,
    stage: &'static str,
    publication: Publication,
    closes_at: jiff::Timestamp,
    public: String,
    /// Where a copy is begun.
    copy: Option<String>,
    /// Where new terms are begun; none when bids cannot be made any more.
    amend: Option<String>,
    /// What was changed since, when anything was.
    amendments: String,
    groups: Vec<TaskGroup>,
}

/// `GET /manage/rounds/{round}`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let found = draft::read(&app, &me, (id.into_inner(), Act::ViewRoundFile)).await?;
    let title = draft::name(&app, &me, &found.round);
    let mut frame = pages::frame_of(&app, &me, "manage-title", &found.owner);
    frame.crumbs = vec![pages::crumb("/manage", frame.title.clone()), pages::here(&title)];
    frame.title.clone_from(&title);
    match found.round.publication() {
        None => draft_page(&app, &me, &found, (frame, title)).await,
        Some(publication) => published_page(&app, &me, (&found, publication), (frame, title)).await,
    }
}

async fn published_page(
    app: &Data<App>,
    me: &SignedIn,
    (found, publication): (&Draft, &Publication),
    (mut frame, title): (Page, String),
) -> Answer {
    if me.path.ends_with("?published=1") {
        let text = Words::of(app, me).say("publication-done");
        frame.notice = Some(pages::success(text));
    }
    let place = place(app, me, found).await?;
    let page = PublishedPage {
        page: frame,
        title,
        stage: found.round.stage(me.now).as_str(),
        publication: publication.clone(),
        closes_at: found.round.closes_at(),
        public: urls::round(found.round.id),
        copy: copy(me, found, &place),
        amend: amend(me, found, &place),
        amendments: format!("{}/amendments", urls::round(found.round.id)),
        groups: next_steps(app, me, found, &place),
    };
    pages::html(app, me, "rounds/file.html", &page)
}

/// Where one begins a copy of this round.
fn copy(me: &SignedIn, found: &Draft, place: &Place) -> Option<String> {
    let may = me.can(Act::SetUpRound, place);
    may.then(|| format!("/manage/rounds/new?copy={}", found.round.id))
}

/// Terms change only while everybody can still bid on them.
fn amend(me: &SignedIn, found: &Draft, place: &Place) -> Option<String> {
    let may = found.round.takes_bids(me.now) && me.can(Act::SetUpRound, place);
    may.then(|| format!("{}/amendments", urls::manage_round(found.round.id)))
}

async fn place(app: &App, me: &SignedIn, found: &Draft) -> Result<Place, Error> {
    let (id, person, now) = (found.round.id, me.id, me.now);
    app.read(move |conn| Ok(store::places::files(conn, id, Some(person), now)?)).await
}

async fn draft_page(
    app: &App,
    me: &SignedIn,
    found: &Draft,
    (page, title): (Page, String),
) -> Answer {
    let wrong = found.problems(me.now);
    let words = Words::of(app, me);
    let may = me.can(Act::SetUpRound, &Place::organisation(found.round.municipality));
    let known = checks::facts(app, me, found).await?;
    let checks = if may { checks::checks(found, &known, words) } else { vec![] };
    let groups = tasks(found, (&wrong, &checks), (words, may));
    let steps = groups.iter().flat_map(|g| g.tasks.iter().map(|t| block(t.status))).collect();
    let amends = found.round.amends().map(urls::manage_round);
    let lessons = match may {
        true => taught(app, me, found).await?,
        false => vec![],
    };
    let left = wrong.len();
    let page =
        DraftPage { page, title, left, groups, steps, amends, checks, sets_up: may, lessons };
    pages::html(app, me, "rounds/tasks.html", &page)
}

async fn taught(app: &App, me: &SignedIn, found: &Draft) -> Result<Vec<Lessons>, Error> {
    let base = urls::manage_round(found.round.id);
    lessons::all(app, me, vec![found.round.municipality], Some(&base)).await
}

/// The block of the progress bar for a status.
fn block(status: &'static str) -> &'static str {
    match status {
        "todo" | "closed" => "open",
        other => other,
    }
}

/// Headings of the task list with their parts.
const GROUPS: [(&str, &[Part]); 2] = [
    (
        "setup-group-ask",
        &[
            Part::Basics,
            Part::Procedure,
            Part::Dates,
            Part::Lots,
            Part::Joint,
            Part::Requirements,
            Part::Grounds,
        ],
    ),
    (
        "setup-group-judge",
        &[
            Part::Method,
            Part::Criteria,
            Part::Scale,
            Part::Rules,
            Part::Sections,
            Part::SelfCheck,
            Part::Letters,
        ],
    ),
];

fn tasks(
    found: &Draft,
    (wrong, checks): (&[Problem], &[Check]),
    (words, may): (Words<'_>, bool),
) -> Vec<TaskGroup> {
    let base = urls::manage_round(found.round.id);
    let link = |path: String| may.then(|| format!("{base}/{path}"));
    let task = |part: &Part| {
        let mut of_part = wrong.iter().filter(|p| p.part() == *part).peekable();
        let first = of_part.peek().map(|p| sentences::problem(p, words));
        let path = match part {
            Part::Lots | Part::Joint => part.as_str().to_owned(),
            other => format!("parts/{}", other.as_str()),
        };
        let (status, hint) = match first {
            Some(sentence) => ("action", Some(sentence)),
            None => ("done", remarks(checks, *part, words)),
        };
        let name = words.say(&format!("part-{}", part.as_str()));
        Task { name, hint, href: link(path), status, status_text: String::new() }
    };
    let mut groups: Vec<TaskGroup> = GROUPS
        .iter()
        .map(|(title, parts)| TaskGroup {
            title: words.say(title),
            tasks: parts.iter().map(task).collect(),
        })
        .collect();
    let publish = match found.round.amends() {
        Some(_) => "part-amendment",
        None => "part-publication",
    };
    groups.push(TaskGroup {
        title: words.say("setup-group-publish"),
        tasks: vec![
            rehearsal(link("rehearsal".into()), words),
            Task {
                name: words.say(publish),
                hint: Some(words.say(&format!("{publish}-hint"))),
                href: link("publication".into()),
                status: if wrong.is_empty() { "todo" } else { "closed" },
                status_text: String::new(),
            },
        ],
    });
    groups
}

/// How many remarks there are on a part that is complete.
fn remarks(checks: &[Check], part: Part, words: Words<'_>) -> Option<String> {
    let count = checks.iter().filter(|check| check.part == part).count();
    let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
    Some(words.with("checks-of-part", &[("count", count.into())]))
}

/// It is never finished and keeps nobody from publishing.
fn rehearsal(href: Option<String>, words: Words<'_>) -> Task {
    Task {
        name: words.say("rehearsal-title"),
        hint: Some(words.say("rehearsal-hint")),
        href,
        status: "todo",
        status_text: words.say("rehearsal-status"),
    }
}

/// What a published round asks of the people of the municipality, in the order of the work.
const STEPS: [(&str, Act); 14] = [
    ("questions", Act::AnswerQuestion),
    ("complaints", Act::ViewComplaints),
    ("extension", Act::SetUpRound),
    ("assignments", Act::AssignAssessors),
    ("opening", Act::ViewOpening),
    ("bids", Act::ViewProgress),
    ("admissibility", Act::CheckAdmissibility),
    ("refusals", Act::ConfirmRefusal),
    ("conflicts", Act::RuleOnConflict),
    ("progress", Act::ViewProgress),
    ("tables", Act::OpenTable),
    ("decision", Act::ViewDecision),
    ("journal", Act::ViewJournal),
    ("exports", Act::ViewExports),
];

fn next_steps(app: &App, me: &Me, found: &Draft, place: &Place) -> Vec<TaskGroup> {
    let words = Words::of(app, me);
    let base = urls::manage_round(found.round.id);
    let step = |(name, act): &(&str, Act)| {
        let allowed = me.can(*act, place);
        Task {
            name: words.say(&format!("manage-step-{name}")),
            hint: None,
            href: allowed.then(|| format!("{base}/{name}")),
            status: if allowed { "todo" } else { "closed" },
            status_text: words.say(if allowed { "manage-step-open" } else { "manage-step-closed" }),
        }
    };
    let there = |(name, _): &&(&str, Act)| is_there(&format!("/manage/rounds/{{round}}/{name}"));
    let tasks = STEPS.iter().filter(there).map(step).collect();
    vec![TaskGroup { title: words.say("manage-steps"), tasks }]
}
