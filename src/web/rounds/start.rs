//! A new round: empty, from the template library, or as a copy of an earlier one.

use actix_web::web::{Data, Query};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::dashboard;
use super::draft;
use super::form::{Choice, Field, Kind, Words, fill};
use super::lessons::{self, Lessons};
use super::procedure;
use crate::actions::{self, CreateRound, Origin};
use crate::documents::library::{QuestionSet, Template, library};
use crate::documents::shelves::shelves;
use crate::domain::bids::rule;
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::moments::day_of;
use crate::domain::permission::Act;
use crate::domain::rounds::definition::{Contact, Dates, Definition};
use crate::domain::rounds::joined::ForWhom;
use crate::domain::rounds::procedure::Procedure;
use crate::domain::rounds::timeline::Timeline;
use crate::domain::rounds::{Lot, Round};
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATES: [(&str, Template); 2] =
    [("fixed", Template::FixedPrice), ("weighted", Template::WeightedPrice)];

/// The word for beginning with nothing.
const EMPTY: &str = "empty";

const QUESTIONS: [(&str, QuestionSet); 3] =
    [("full", QuestionSet::Full), ("base", QuestionSet::Base), ("light", QuestionSet::Light)];

fn question_set(word: &str, words: Words<'_>) -> Choice {
    Choice::new(word, words.say(&format!("setup-questions-{word}")))
        .with_hint(words.say(&format!("setup-questions-{word}-hint")))
}

#[derive(Serialize)]
struct StartPage {
    page: Page,
    errors: Vec<FieldError>,
    fields: Vec<Field>,
    /// What earlier rounds taught, before anything is chosen.
    lessons: Vec<Lessons>,
}

/// What one can start from: whose rounds one makes, the earlier ones, and what those taught.
struct Sources {
    owners: Vec<(OrganisationId, String)>,
    earlier: Vec<Round>,
    lessons: Vec<Lessons>,
}

async fn sources(app: &App, me: &SignedIn) -> Result<Sources, Error> {
    let owners: Vec<_> = dashboard::own(me, Act::SetUpRound).into_iter().collect();
    if owners.is_empty() {
        return Err(Error::Forbidden);
    }
    let ids: Vec<OrganisationId> = owners.iter().map(|(id, _)| *id).collect();
    let lessons = lessons::all(app, me, ids.clone(), None).await?;
    let read = move |conn: &mut Conn| Ok::<_, Error>(store::rounds::of_all(conn, &ids)?);
    let mut earlier = app.read(read).await?;
    earlier.retain(|round| round.amends().is_none());
    Ok(Sources { owners, earlier, lessons })
}

#[derive(Deserialize)]
pub struct Chosen {
    /// The round to copy, when one comes from there.
    #[serde(default)]
    copy: String,
}

/// `GET /manage/rounds/new`
pub async fn page(me: SignedIn, chosen: Query<Chosen>, app: Data<App>) -> Answer {
    let sources = sources(&app, &me).await?;
    let mut page = start_page(&app, &me, &sources);
    for field in page.fields.iter_mut().filter(|field| field.id == "start") {
        field.value.clone_from(&chosen.copy);
    }
    pages::html(&app, &me, "rounds/start.html", &page)
}

fn start_page(app: &App, me: &SignedIn, sources: &Sources) -> StartPage {
    let words = Words::of(app, me);
    let mut page = pages::frame(app, me, "manage-new-title");
    page.crumbs =
        vec![pages::crumb("/manage", words.say("manage-title")), pages::here(page.title.clone())];
    let starts = TEMPLATES.iter().map(|(word, _)| *word).chain([EMPTY]);
    let mut options: Vec<Choice> = starts
        .map(|word| {
            Choice::new(word, words.say(&format!("setup-start-{word}")))
                .with_hint(words.say(&format!("setup-start-{word}-hint")))
        })
        .collect();
    options.extend(sources.earlier.iter().map(|round| {
        let name = draft::name(app, me, round);
        Choice::new(round.id.to_string(), words.with("setup-start-copy", &[("name", name.into())]))
            .with_hint(words.say("setup-start-copy-hint"))
    }));
    let mut fields = vec![
        Field::new(Kind::Text, "title", words).hint(words.say("setup-title-hint")),
        Field::new(Kind::Radios, "start", words).options(options),
        Field::new(Kind::Select, "procedure", words)
            .hint(words.say("setup-start-procedure-hint"))
            .options(procedure::choices(words))
            .empty(words.say("setup-start-procedure-later"))
            .optional(),
        Field::new(Kind::Date, "published_on", words)
            .hint(words.say("setup-published-on-hint"))
            .optional(),
        Field::new(Kind::Radios, "questions", words)
            .value(QUESTIONS[0].0)
            .hint(words.say("setup-questions-hint"))
            .options(QUESTIONS.map(|(word, _)| question_set(word, words)).into()),
    ];
    if sources.owners.len() > 1 {
        let owners = sources.owners.iter().map(|(id, name)| Choice::new(id.to_string(), name));
        fields.push(Field::new(Kind::Select, "owner", words).options(owners.collect()));
    }
    StartPage { page, errors: vec![], fields, lessons: sources.lessons.clone() }
}

/// `POST /manage/rounds/new`
pub async fn create(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let sources = sources(&app, &me).await?;
    let typed = &form.typed;
    let start = match begin(typed, &sources, (Words::of(&app, &me), day_of(me.now))) {
        Ok(start) => start,
        Err(errors) => {
            let mut page = start_page(&app, &me, &sources);
            fill(&mut page.fields, typed);
            page.page.fault = true;
            page.errors = errors;
            return pages::faulty(&app, &me, "rounds/start.html", &page);
        }
    };
    let id = make(&app, &me, (&sources, typed), start).await?;
    Ok(pages::see_other(urls::manage_round(id)))
}

/// What it starts from and the day of its publication, or what is wrong with the form.
fn begin(
    typed: &Typed,
    sources: &Sources,
    (words, today): (Words<'_>, Date),
) -> Result<(Source, Date), Vec<FieldError>> {
    let mut errors = vec![];
    if typed.text("title").is_empty() {
        errors.push(words.error("title", "error-required"));
    }
    let start = Source::read(typed, sources);
    if start.is_none() {
        errors.push(words.error("start", "error-choose"));
    }
    let published = first_day(typed, today);
    if published.is_none() {
        errors.push(words.error("published_on", "setup-published-on-wrong"));
    }
    start.zip(published).filter(|_| errors.is_empty()).ok_or(errors)
}

/// The day on which it will be published: today when nothing is said, never a day that is over.
fn first_day(typed: &Typed, today: Date) -> Option<Date> {
    match typed.text("published_on") {
        "" => Some(today),
        text => rule::day(text).filter(|day| *day >= today),
    }
}

/// What a new round starts from.
enum Source {
    Nothing,
    Library(Template, QuestionSet),
    Copy(Box<Round>),
}

impl Source {
    fn read(typed: &Typed, sources: &Sources) -> Option<Source> {
        let word = typed.text("start");
        if let Some((_, template)) = TEMPLATES.iter().find(|(w, _)| *w == word) {
            let chosen = QUESTIONS.iter().find(|(w, _)| *w == typed.text("questions"));
            let (_, questions) = chosen.unwrap_or(&QUESTIONS[0]);
            return Some(Source::Library(*template, *questions));
        }
        if word == EMPTY {
            return Some(Source::Nothing);
        }
        let id: RoundId = word.parse().ok()?;
        let round = sources.earlier.iter().find(|round| round.id == id)?;
        Some(Source::Copy(Box::new(round.clone())))
    }

    /// The draft of a round that is published on this day.
    fn definition(&self, me: &SignedIn, (procedure, day): (Option<Procedure>, Date)) -> Definition {
        let dates = shelves().timeline(procedure).dates(day);
        let begun = |start| library().start(start, contact(me), dates.clone());
        let mut definition = match self {
            Source::Nothing => Definition {
                ties: Default::default(),
                scale: vec![],
                criteria: vec![],
                requirements: vec![],
                sections: vec![],
                ..begun((Template::FixedPrice, QuestionSet::Light))
            },
            Source::Library(template, questions) => begun((*template, *questions)),
            Source::Copy(round) => copy_of(round, day, dates.clone()),
        };
        if let Some(procedure) = procedure {
            definition.procedure = Some(procedure);
            definition.remedy = procedure.usual_remedy();
        }
        definition
    }

    fn origin(&self) -> Origin {
        match self {
            Source::Nothing => Origin::Nothing,
            Source::Library(..) => Origin::Library,
            Source::Copy(round) => Origin::Copy(round.definition.title.clone(), round.id),
        }
    }
}

/// The terms of an earlier round, in the rhythm it had; `proposed` where it never was published.
/// Days on which one could step in stay when they still come after the deadline.
fn copy_of(round: &Round, day: Date, proposed: Dates) -> Definition {
    let old = &round.definition;
    let dates = match round.publication() {
        Some(publication) => Timeline::of(day_of(publication.at), &old.dates).dates(day),
        None => proposed,
    };
    let closing = day_of(dates.closes_at);
    let later = old.entry_moments.iter().copied().filter(|moment| *moment > closing);
    Definition { entry_moments: later.collect(), dates, ..old.clone() }
}

fn contact(me: &SignedIn) -> Contact {
    let email = me.person.as_ref().map(|p| p.email.clone()).unwrap_or_default();
    Contact { name: me.name().to_owned(), email, phone: String::new() }
}

async fn make(
    app: &App,
    me: &SignedIn,
    (sources, typed): (&Sources, &Typed),
    (start, day): (Source, Date),
) -> Result<RoundId, Error> {
    let id = RoundId::new(store::new_id());
    let chosen = sources.owners.iter().find(|(owner, _)| owner.as_str() == typed.text("owner"));
    let owner = chosen.or(sources.owners.first()).ok_or(Error::Forbidden)?.0;
    let title = typed.text("title").to_owned();
    let procedure = typed.text("procedure").parse().ok();
    let mut definition = Definition { title, ..start.definition(me, (procedure, day)) };
    // Whose round it becomes does not take part in it beside itself.
    definition.participants.retain(|one| one.municipality != owner);
    let (by, now) = (draft::by(me), me.now);
    app.write::<_, StoreError, _>(move |tx| {
        let lots = match &start {
            Source::Nothing | Source::Library(..) => vec![],
            Source::Copy(round) => copies(store::rounds::lots_of(tx, round.id)?, (id, owner)),
        };
        actions::create_round(
            tx,
            CreateRound { id, municipality: owner, by, definition, origin: start.origin(), lots },
            now,
        )
    })
    .await?;
    Ok(id)
}

fn copies(lots: Vec<Lot>, (round, owner): (RoundId, OrganisationId)) -> Vec<Lot> {
    let copy = |lot: Lot| {
        let mut details = lot.details;
        if details.for_whom == ForWhom::Participant(owner) {
            details.for_whom = ForWhom::Centre;
        }
        Lot { id: LotId::new(store::new_id()), round, details, ..lot }
    };
    lots.into_iter().map(copy).collect()
}
