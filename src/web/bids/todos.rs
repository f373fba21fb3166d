//! Who does what for a bid, and by when: the page with all of it, and the lines for other pages.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, Pen, reader};
use super::inputs::Opt;
use super::presence::writers;
use super::words::Words;
use crate::actions::{self, Failure, Mark};
use crate::domain::bids::comments::Writer;
use crate::domain::bids::todos::{Due, Todo, TodoRefusal, TodoState, due_on, what};
use crate::domain::ids::{BidId, TodoId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Notice, NoticeKind, Page};
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/todos.html";

#[derive(Serialize)]
struct TodosPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    open: Vec<TodoLine>,
    done: Vec<TodoLine>,
    done_summary: String,
    /// None for who cannot write now.
    form: Option<TodoForm>,
}

#[derive(Serialize)]
struct TodoForm {
    action: String,
    /// Name of the next one, so that a form that comes twice is one thing to do.
    todo: TodoId,
    what: String,
    who: String,
    due: String,
    section: String,
    writers: Vec<Opt>,
    sections: Vec<Opt>,
}

/// One thing to do, for the part `bid.todos`.
#[derive(Serialize)]
pub struct TodoLine {
    what: String,
    name: String,
    /// Who does it, by when, and where.
    hint: String,
    /// Says that the day has come or is over.
    warning: Option<String>,
    /// Where to say that it is done, or that it is not after all.
    action: Option<String>,
}

struct Shown {
    desk: Desk,
    todos: Vec<Todo>,
    writers: Vec<Writer>,
}

impl Shown {
    async fn load(app: &App, me: &SignedIn, bid: BidId, act: Act) -> Result<Shown, Error> {
        let asker = me.me.clone();
        let load = move |conn: &mut Conn| {
            let desk = Desk::load(conn, &asker, bid, act)?;
            Ok::<_, Error>(Shown {
                todos: store::todos::of_bid(conn, bid)?,
                writers: writers(&store::accounts::members(conn, desk.bid.cooperative)?),
                desk,
            })
        };
        app.read(load).await
    }
}

/// `GET /bids/{bid}/todos`
pub async fn show(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let shown = Shown::load(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    let page = view(&app, &me, &shown, (&Typed::default(), vec![]));
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /bids/{bid}/todos`
pub async fn ask(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let bid = bid.into_inner();
    let shown = Shown::load(&app, &me, bid, Act::WriteBid).await?;
    let todo = match read(&me, &shown, &form.typed) {
        Ok(todo) => todo,
        Err(wrong) => return refused(&app, &me, &shown, (&form.typed, wrong)),
    };
    let (by, now) = ((me.id, me.name().to_owned()), form.at);
    match app.write(move |tx| actions::ask_todo(tx, bid, &todo, by, now)).await {
        Ok(()) => Ok(pages::see_other(urls::bid_todos(bid))),
        Err(Failure::Refused(why)) => {
            refused(&app, &me, &shown, (&form.typed, vec![("what", why)]))
        }
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// Fields with what is wrong about them.
type Wrong = Vec<(&'static str, TodoRefusal)>;

fn read(me: &SignedIn, shown: &Shown, typed: &Typed) -> Result<Todo, Wrong> {
    let shut = shown.desk.bid.may_change(&shown.desk.round, me.now);
    shut.map_err(|why| vec![("what", TodoRefusal::Shut(why))])?;
    let mut wrong = Wrong::new();
    let what = what(typed.text("what")).map_err(|why| wrong.push(("what", why)));
    let who = shown.writers.iter().find(|writer| writer.id.as_str() == typed.text("who"));
    let who = who.ok_or(()).map_err(|()| wrong.push(("who", TodoRefusal::Nobody)));
    let due = due_on(typed.text("due")).map_err(|why| wrong.push(("due", why)));
    let section = Some(typed.text("section")).filter(|code| !code.is_empty());
    if section.is_some_and(|code| shown.desk.form().section(code).is_none()) {
        wrong.push(("section", TodoRefusal::NoSection));
    }
    let id = typed.text("todo").parse().unwrap_or_else(|_| TodoId::new(store::new_id()));
    match (what, who, due, wrong.is_empty()) {
        (Ok(what), Ok(who), Ok(due), true) => Ok(Todo {
            id,
            what,
            person: who.id,
            name: who.name.clone(),
            due,
            section: section.map(str::to_owned),
            asked_by: me.id,
            asked_at: me.now,
            state: TodoState::Open,
        }),
        _ => Err(wrong),
    }
}

/// The page with what was typed, and why it was not kept.
fn refused(app: &App, me: &SignedIn, shown: &Shown, (typed, wrong): (&Typed, Wrong)) -> Answer {
    let say = |why: &TodoRefusal| app.renderer.translate(me.lang, why.key(), &[]);
    // There may be no form any more to point at.
    if let Some((_, shut)) = wrong.iter().find(|(_, why)| matches!(why, TodoRefusal::Shut(_))) {
        let mut page = view(app, me, shown, (typed, vec![]));
        page.page.notice = Some(Notice { kind: NoticeKind::Error, text: say(shut) });
        return pages::with_status(app, me, StatusCode::CONFLICT, (TEMPLATE, &page));
    }
    let error = |(field, why): &(&str, TodoRefusal)| FieldError {
        field: (*field).to_owned(),
        text: say(why),
    };
    let errors = wrong.iter().map(error).collect();
    pages::faulty(app, me, TEMPLATE, &view(app, me, shown, (typed, errors)))
}

fn view(
    app: &App,
    me: &SignedIn,
    shown: &Shown,
    (typed, errors): (&Typed, Vec<FieldError>),
) -> TodosPage {
    let desk = &shown.desk;
    let words = Words::new(reader(app, me), desk.form());
    let mut page = desk.page(app, me, words.r.say("todo-title"), Below::Bid);
    page.fault = !errors.is_empty();
    let line = |todo: &Todo| TodoLine::new(words, desk, todo);
    let done: Vec<TodoLine> =
        shown.todos.iter().rev().filter(|todo| !todo.is_open()).map(line).collect();
    let count = i64::try_from(done.len()).unwrap_or(i64::MAX);
    TodosPage {
        page,
        errors,
        lot: desk.lot_name(words.r),
        back: urls::bid(desk.bid.id),
        open: shown.todos.iter().filter(|todo| todo.is_open()).map(line).collect(),
        done_summary: words.say("todo-done-count", &[("count", count.into())]),
        done,
        form: form(shown, typed),
    }
}

/// With what was typed, even where nobody can write any more: it can still be copied.
fn form(shown: &Shown, typed: &Typed) -> Option<TodoForm> {
    if shown.desk.pen != Pen::Ready && !typed.has("what") {
        return None;
    }
    let sections = shown.desk.round.definition.sections.iter();
    Some(TodoForm {
        action: urls::bid_todos(shown.desk.bid.id),
        todo: TodoId::new(store::new_id()),
        what: typed.text("what").to_owned(),
        who: typed.text("who").to_owned(),
        due: typed.text("due").to_owned(),
        section: typed.text("section").to_owned(),
        writers: shown.writers.iter().map(|w| Opt::new(w.id.as_str(), &w.name)).collect(),
        sections: sections.map(|section| Opt::new(&section.code, &section.title)).collect(),
    })
}

impl TodoLine {
    pub fn new(words: Words<'_>, desk: &Desk, todo: &Todo) -> TodoLine {
        let (r, section) = (words.r, todo.section.as_deref());
        let section = section.and_then(|code| words.form.section(code));
        let day = |day| r.renderer.day(r.lang, day);
        let today = r.renderer.local_day(r.now);
        let (by, warning) = match (todo.state, todo.due(today)) {
            (TodoState::Done { at }, _) => (Some(("todo-done-at", super::when::ago(r, at))), None),
            (TodoState::Open, Due::Whenever) => (None, None),
            (TodoState::Open, Due::Later(due)) => (Some(("todo-by", day(due))), None),
            (TodoState::Open, Due::Today) => (None, Some(r.say("todo-today"))),
            (TodoState::Open, Due::Over(due)) => {
                (None, Some(words.say("todo-over", &[("day", day(due).into())])))
            }
        };
        let parts = [
            Some(words.say("todo-who", &[("name", todo.name.as_str().into())])),
            by.map(|(key, day)| words.say(key, &[("day", day.into())])),
            section.map(|s| words.say("todo-section-of", &[("section", s.title.as_str().into())])),
        ];
        let act = if todo.is_open() { "completion" } else { "reopening" };
        let action = format!("{}/{}/{act}", urls::bid_todos(desk.bid.id), todo.id);
        TodoLine {
            what: todo.what.clone(),
            name: todo.name.clone(),
            hint: parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
            warning,
            action: (desk.pen == Pen::Ready).then_some(action),
        }
    }

    /// What is open, of one section or of the whole bid.
    pub fn open(
        words: Words<'_>,
        desk: &Desk,
        todos: &[Todo],
        section: Option<&str>,
    ) -> Vec<TodoLine> {
        let here = |todo: &&Todo| section.is_none() || todo.section.as_deref() == section;
        let open = todos.iter().filter(|todo| todo.is_open()).filter(here);
        open.map(|todo| TodoLine::new(words, desk, todo)).collect()
    }
}

/// `POST /bids/{bid}/todos/{todo}/completion`
pub async fn finish(
    me: SignedIn,
    ids: Path<(BidId, TodoId)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    mark(me, ids, app, Mark::Done).await
}

/// `POST /bids/{bid}/todos/{todo}/reopening`
pub async fn reopen(
    me: SignedIn,
    ids: Path<(BidId, TodoId)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    mark(me, ids, app, Mark::Open).await
}

async fn mark(me: SignedIn, ids: Path<(BidId, TodoId)>, app: Data<App>, mark: Mark) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), me.now);
    Desk::open(&app, &me, ids.0, Act::WriteBid).await?;
    let done = app.write(move |tx| actions::mark_todo(tx, ids, mark, by, now)).await;
    done.map(|()| pages::see_other(urls::bid_todos(ids.0))).map_err(Error::from)
}
