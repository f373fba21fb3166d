//! The page that lists the files, and the button that asks for everything at once.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::scope;
use crate::actions::{self, Failure};
use crate::domain::accounts::Organisation;
use crate::domain::exports::{
    Availability, Export, ExportRefusal, ExportState, Format, List, Since,
};
use crate::domain::ids::{ExportId, RoundId};
use crate::domain::permission::{Act, Stage};
use crate::rendering::Arg;
use crate::rendering::layout::Page;
use crate::store::exports::Scope;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ExportsPage {
    page: Page,
    round_title: String,
    /// The bids are still shut: there is nothing at all.
    shut: bool,
    lists: Vec<ListView>,
    /// Where everything is asked for; none when that is too early or is being made.
    action: Option<String>,
    too_early: bool,
    /// Something is being made: look again here.
    again: Option<String>,
    asked: Vec<Asked>,
}

#[derive(Serialize)]
struct ListView {
    title: String,
    about: String,
    status: &'static str,
    state: String,
    files: Vec<FileView>,
}

#[derive(Serialize)]
struct FileView {
    text: String,
    href: String,
    of: String,
}

#[derive(Serialize)]
struct Asked {
    by: String,
    at: Timestamp,
    status: &'static str,
    state: String,
    href: Option<String>,
    name: String,
    hash: Option<String>,
}

/// So many complete files are shown.
const SHOWN: i64 = 5;

/// `GET /manage/rounds/{round}/exports`
pub async fn page(me: SignedIn, id: Path<RoundId>, app: Data<App>) -> Answer {
    let (id, asker) = (id.into_inner(), me.clone());
    let read = move |conn: &mut Conn| {
        let scope = scope(conn, &asker, id, Act::ViewExports)?;
        let owner = store::accounts::organisation(conn, scope.round.municipality)?;
        let asked = store::exports::latest(conn, id, SHOWN)?;
        Ok::<_, Error>((scope, owner, asked))
    };
    let (scope, owner, asked) = app.read(read).await?;
    let page = Words { app: &app, me: &me }.page(&scope, &owner, asked);
    pages::html(&app, &me, "exports/page.html", &page)
}

/// `POST /manage/rounds/{round}/exports`
pub async fn ask(
    me: SignedIn,
    id: Path<RoundId>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (round, asker) = (id.into_inner(), me.clone());
    let done = app
        .write::<_, Error, _>(move |tx| {
            scope(tx, &asker, round, Act::ExportFile)?;
            let export = ExportId::new(store::new_id());
            let by = (asker.id, asker.name().to_owned());
            let lang = asker.lang.as_str();
            match actions::ask_export(tx, (export, round), (&by, lang), asker.now) {
                // Pressed twice: the first is being made.
                Ok(()) | Err(Failure::Refused(ExportRefusal::Busy)) => Ok(()),
                Err(failure) => Err(failure.into()),
            }
        })
        .await;
    done.map(|()| pages::see_other(format!("{}/exports#complete", urls::manage_round(round))))
}

#[derive(Clone, Copy)]
struct Words<'a> {
    app: &'a App,
    me: &'a SignedIn,
}

impl Words<'_> {
    fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.app.renderer.translate(self.me.lang, key, args)
    }

    fn page(self, scope: &Scope, owner: &Organisation, asked: Vec<Export>) -> ExportsPage {
        let id = scope.round.id;
        let base = format!("{}/exports", urls::manage_round(id));
        let mut page = pages::frame_of(self.app, self.me, "exports-title", owner);
        page.crumbs = vec![
            pages::crumb("/manage", self.say("menu-manage")),
            pages::crumb(urls::manage_round(id), &scope.round.definition.title),
            pages::here(page.title.clone()),
        ];
        let too_early = scope.reached().may_have(Since::Decision).is_err();
        let making = |one: &Export| matches!(one.state, ExportState::Making { .. });
        let busy = asked.iter().any(making);
        ExportsPage {
            page,
            round_title: scope.round.definition.title.clone(),
            shut: scope.stage < Stage::Opened,
            lists: List::ALL.iter().map(|list| self.list(scope, (*list, &base))).collect(),
            action: (!too_early && !busy).then(|| base.clone()),
            too_early,
            again: busy.then(|| format!("{base}#complete")),
            asked: asked.into_iter().map(|one| self.asked(one, &base)).collect(),
        }
    }

    fn list(self, scope: &Scope, (list, base): (List, &str)) -> ListView {
        let title = self.say(&format!("export-{}", list.as_str()));
        let since = self.say(&format!("export-since-{}", list.since().as_str()));
        let number = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
        let (status, state) = match scope.reached().availability(list.since()) {
            Availability::Later => ("closed", since),
            Availability::Partly { lots, of } => {
                let args = [("lots", number(lots)), ("of", number(of))];
                ("busy", self.with("export-partly", &args))
            }
            Availability::Whole => ("done", self.say("export-now")),
        };
        let file = |format: &Format| FileView {
            text: self.say(match format {
                Format::Xlsx => "export-as-xlsx",
                Format::Csv => "export-as-csv",
                Format::Description => "export-as-description",
            }),
            href: format!("{base}/{}", list.file(*format)),
            of: title.clone(),
        };
        let files =
            if status == "closed" { vec![] } else { Format::ALL.iter().map(file).collect() };
        let about = self.say(&format!("export-{}-about", list.as_str()));
        ListView { title, about, status, state, files }
    }

    fn asked(self, one: Export, base: &str) -> Asked {
        let name = self.say("complete-file-name");
        let (status, state, file) = match one.state {
            ExportState::Making { done, of } => {
                let args = [("done", i64::from(done).into()), ("of", i64::from(of).into())];
                let key = if of == 0 { "complete-waits" } else { "complete-making" };
                ("busy", self.with(key, &args), None)
            }
            ExportState::Ready(file) if file.until() > self.me.now => {
                let until = self.app.renderer.datetime(self.me.lang, file.until());
                let args = [("files", i64::from(file.files).into()), ("until", until.into())];
                ("done", self.with("complete-ready", &args), Some(file))
            }
            ExportState::Ready(_) | ExportState::Gone => {
                ("closed", self.say("complete-gone"), None)
            }
        };
        Asked {
            by: one.by_name,
            at: one.asked_at,
            status,
            state,
            href: file.as_ref().map(|_| format!("{base}/complete/{}", one.id)),
            name,
            hash: file.map(|file| file.hash),
        }
    }
}
