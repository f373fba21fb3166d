//! A new round: from the template library, or as a copy of an earlier one.

use actix_web::web::Data;
use serde::Serialize;

use super::dashboard;
use super::draft;
use super::form::{Choice, Field, Kind, Words, fill};
use crate::actions::{self, CreateRound};
use crate::documents::library::{QuestionSet, Template, library};
use crate::domain::ids::{LotId, OrganisationId, RoundId};
use crate::domain::permission::Act;
use crate::domain::rounds::definition::{Contact, Dates, Definition};
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
}

/// What one can start from: whose rounds one makes, and the earlier ones.
struct Sources {
    owners: Vec<(OrganisationId, String)>,
    earlier: Vec<Round>,
}

async fn sources(app: &App, me: &SignedIn) -> Result<Sources, Error> {
    let owners: Vec<_> = dashboard::own(me, Act::SetUpRound).into_iter().collect();
    if owners.is_empty() {
        return Err(Error::Forbidden);
    }
    let ids: Vec<OrganisationId> = owners.iter().map(|(id, _)| *id).collect();
    let read = move |conn: &mut Conn| Ok::<_, Error>(store::rounds::of_all(conn, &ids)?);
    Ok(Sources { owners, earlier: app.read(read).await? })
}

/// `GET /manage/rounds/new`
pub async fn page(me: SignedIn, app: Data<App>) -> Answer {
    let sources = sources(&app, &me).await?;
    let page = start_page(&app, &me, &sources);
    pages::html(&app, &me, "rounds/start.html", &page)
}

fn start_page(app: &App, me: &SignedIn, sources: &Sources) -> StartPage {
    let words = Words::of(app, me);
    let mut page = pages::frame(app, me, "manage-new-title");
    page.crumbs =
        vec![pages::crumb("/manage", words.say("manage-title")), pages::here(page.title.clone())];
    let mut options: Vec<Choice> = TEMPLATES
        .iter()
        .map(|(word, _)| {
            Choice::new(*word, words.say(&format!("setup-start-{word}")))
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
        Field::new(Kind::Radios, "questions", words)
            .value(QUESTIONS[0].0)
            .hint(words.say("setup-questions-hint"))
            .options(QUESTIONS.map(|(word, _)| question_set(word, words)).into()),
    ];
    if sources.owners.len() > 1 {
        let owners = sources.owners.iter().map(|(id, name)| Choice::new(id.to_string(), name));
        fields.push(Field::new(Kind::Select, "owner", words).options(owners.collect()));
    }
    StartPage { page, errors: vec![], fields }
}

/// `POST /manage/rounds/new`
pub async fn create(me: SignedIn, form: Posted<AnyFields>, app: Data<App>) -> Answer {
    let sources = sources(&app, &me).await?;
    let typed = &form.typed;
    let words = Words::of(&app, &me);
    let mut errors = vec![];
    if typed.text("title").is_empty() {
        errors.push(words.error("title", "error-required"));
    }
    let start = Source::read(typed, &sources);
    if start.is_none() {
        errors.push(words.error("start", "error-choose"));
    }
    let (Some(start), true) = (start, errors.is_empty()) else {
        let mut page = start_page(&app, &me, &sources);
        fill(&mut page.fields, typed);
        page.page.fault = true;
        page.errors = errors;
        return pages::faulty(&app, &me, "rounds/start.html", &page);
    };
    let id = make(&app, &me, (&sources, typed), start).await?;
    Ok(pages::see_other(urls::manage_round(id)))
}

/// What a new round starts from.
enum Source {
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
        let id: RoundId = word.parse().ok()?;
        let round = sources.earlier.iter().find(|round| round.id == id)?;
        Some(Source::Copy(Box::new(round.clone())))
    }

    fn definition(&self, me: &SignedIn) -> Definition {
        let dates = Dates::proposed(me.now);
        match self {
            Source::Library(template, questions) => {
                library().start((*template, *questions), contact(me), dates)
            }
            Source::Copy(round) => Definition { dates, ..round.definition.clone() },
        }
    }
}

fn contact(me: &SignedIn) -> Contact {
    let email = me.person.as_ref().map(|p| p.email.clone()).unwrap_or_default();
    Contact { name: me.name().to_owned(), email, phone: String::new() }
}

async fn make(
    app: &App,
    me: &SignedIn,
    (sources, typed): (&Sources, &Typed),
    start: Source,
) -> Result<RoundId, Error> {
    let id = RoundId::new(store::new_id());
    let chosen = sources.owners.iter().find(|(owner, _)| owner.as_str() == typed.text("owner"));
    let owner = chosen.or(sources.owners.first()).ok_or(Error::Forbidden)?.0;
    let title = typed.text("title").to_owned();
    let definition = Definition { title, ..start.definition(me) };
    let (by, now) = (draft::by(me), me.now);
    app.write::<_, StoreError, _>(move |tx| {
        let lots = match &start {
            Source::Library(..) => vec![],
            Source::Copy(round) => copies(store::rounds::lots_of(tx, round.id)?, id),
        };
        actions::create_round(
            tx,
            CreateRound { id, municipality: owner, by, definition, lots },
            now,
        )
    })
    .await?;
    Ok(id)
}

fn copies(lots: Vec<Lot>, round: RoundId) -> Vec<Lot> {
    lots.into_iter().map(|lot| Lot { id: LotId::new(store::new_id()), round, ..lot }).collect()
}
