//! Dates worked out from the day of publication: what each step takes in a procedure, and why.
//! Nothing changes until somebody takes them over.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::draft::{self, Draft};
use super::form::{Field, Kind, Link, Words};
use super::{procedure, sentences};
use crate::actions::{self, Failure};
use crate::documents::shelves::{ShelfTimeline, shelves};
use crate::domain::bids::rule;
use crate::domain::ids::RoundId;
use crate::domain::moments::day_of;
use crate::domain::rounds::changes::Change;
use crate::domain::rounds::definition::Dates;
use crate::domain::rounds::procedure::Procedure;
use crate::domain::rounds::publication::{Part, SetUpRefusal, Step, date_problems};
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Clone, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    procedure: String,
    /// The day of publication.
    #[serde(default)]
    from: String,
}

#[derive(Serialize)]
struct TimelinePage {
    page: Page,
    errors: Vec<FieldError>,
    above: String,
    back: Link,
    fields: Vec<Field>,
    rows: Vec<RowView>,
    action: String,
    version: String,
    procedure: &'static str,
    /// Empty while the day cannot be read.
    from: String,
    changed: bool,
}

#[derive(Serialize)]
struct RowView {
    step: String,
    days: u16,
    date: String,
    source: String,
}

/// `GET /manage/rounds/{round}/timeline`
pub async fn page(me: SignedIn, id: Path<RoundId>, asked: Query<Asked>, app: Data<App>) -> Answer {
    let draft = draft::draft(&app, &me, id.into_inner()).await?;
    let page = view(&app, &me, &draft, &asked)?;
    pages::html(&app, &me, "rounds/timeline.html", &page)
}

/// `POST /manage/rounds/{round}/timeline`: takes the dates over.
pub async fn take_over(
    me: SignedIn,
    id: Path<RoundId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let id = id.into_inner();
    let draft = draft::draft(&app, &me, id).await?;
    let text = |name: &str| form.typed.text(name).to_owned();
    let asked = Asked { procedure: text("procedure"), from: text("from") };
    let dates = asked.timeline(&draft).zip(asked.day()).map(|(t, day)| t.timeline().dates(day));
    let Some(dates) = dates.filter(|dates| date_problems(dates, me.now).is_empty()) else {
        return come_back(&app, &me, (&draft, &asked));
    };
    let (by, now, seen) = (draft::by(&me), me.now, text("version"));
    let change = (Change::Dates(dates), seen);
    match app.write(move |tx| actions::change_round(tx, id, by, change, now)).await {
        Ok(()) => Ok(pages::see_other(format!("{}/parts/dates?saved=1", urls::manage_round(id)))),
        Err(Failure::Refused(SetUpRefusal::Changed)) => changed(&app, &me, (id, &asked)).await,
        Err(failure) => Err(failure.into()),
    }
}

impl Asked {
    fn day(&self) -> Option<Date> {
        rule::day(&self.from)
    }

    /// That of the procedure that is asked, or of the round, or of a light regime.
    fn timeline(&self, draft: &Draft) -> Option<&'static ShelfTimeline> {
        let of_round = draft.round.definition.procedure.unwrap_or(Procedure::LightRegime);
        let procedure = self.procedure.parse().unwrap_or(of_round);
        shelves().timelines.iter().find(|t| t.procedure == procedure)
    }
}

/// The day is over or cannot be read.
fn come_back(app: &App, me: &SignedIn, (draft, asked): (&Draft, &Asked)) -> Answer {
    let mut page = view(app, me, draft, asked)?;
    if page.errors.is_empty() {
        page.errors = vec![Words::of(app, me).error("from", "timeline-past")];
    }
    page.page.fault = true;
    pages::faulty(app, me, "rounds/timeline.html", &page)
}

/// Somebody else changed the dates: both stand there, and the version of now.
async fn changed(app: &App, me: &SignedIn, (id, asked): (RoundId, &Asked)) -> Answer {
    let draft = draft::draft(app, me, id).await?;
    let mut page = view(app, me, &draft, asked)?;
    page.changed = true;
    page.page.fault = true;
    pages::with_status(app, me, StatusCode::CONFLICT, ("rounds/timeline.html", &page))
}

fn view(app: &App, me: &SignedIn, draft: &Draft, asked: &Asked) -> Result<TimelinePage, Error> {
    let words = Words::of(app, me);
    let timeline = asked.timeline(draft).ok_or(Error::Missing)?;
    let typed = if asked.from.is_empty() { day_of(me.now).to_string() } else { asked.from.clone() };
    let day = rule::day(&typed);
    let dates = day.map(|day| timeline.timeline().dates(day));
    let errors = match day {
        Some(_) => vec![],
        None => vec![words.error("from", "error-date")],
    };
    let base = urls::manage_round(draft.round.id);
    let title = words.say("timeline-page-title");
    let options = procedure::choices(words).into_iter().map(|mut choice| {
        choice.hint = None;
        choice
    });
    Ok(TimelinePage {
        page: draft::frame(app, me, (draft, &title)),
        errors,
        above: draft::name(app, me, &draft.round),
        back: Link { href: format!("{base}/parts/dates"), text: words.say("timeline-back") },
        fields: vec![
            Field::new(Kind::Select, "procedure", words)
                .value(timeline.procedure.as_str())
                .options(options.collect()),
            Field::new(Kind::Date, "from", words).value(typed),
        ],
        rows: dates.map(|dates| rows(timeline, &dates, words)).unwrap_or_default(),
        action: format!("{base}/timeline"),
        version: draft.round.definition.fingerprint(Part::Dates),
        procedure: timeline.procedure.as_str(),
        from: day.map(|day| day.to_string()).unwrap_or_default(),
        changed: false,
    })
}

fn rows(timeline: &ShelfTimeline, dates: &Dates, words: Words<'_>) -> Vec<RowView> {
    let row = |step: &Step| {
        let gap = timeline.gap(*step);
        RowView {
            step: sentences::step_name(*step, words),
            days: gap.days,
            date: match step {
                Step::QuestionsUntil => words.datetime(dates.questions_until),
                Step::ClosesAt => words.datetime(dates.closes_at),
                Step::ScoresDue => words.day(dates.scores_due),
                Step::TableOn => words.day(dates.table_on),
                Step::DecisionOn => words.day(dates.decision_on),
                Step::StartsOn => words.day(dates.starts_on),
            },
            source: gap.source.text(words.lang).to_owned(),
        }
    };
    Step::ALL.iter().map(row).collect()
}
