//! The mails of a municipality: what waits, what went, and what did not arrive. Who bids is not here
//! before the bids are open.

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::Done;
use super::members::frame;
use crate::actions;
use crate::domain::accounts::{Organisation, OrganisationKind};
use crate::domain::ids::{ErrandId, OrganisationId};
use crate::domain::permission::{Act, Place};
use crate::rendering::layout::Page;
use crate::store::mail_log::{Fate, Line};
use crate::store::{self, Conn};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;
use crate::web::state::App;

#[derive(Serialize)]
struct OutboxPage {
    page: Page,
    above: String,
    texts: String,
    /// What did not arrive, and then everything else.
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    id: &'static str,
    title: String,
    lines: Vec<LineView>,
}

#[derive(Serialize)]
struct LineView {
    what: String,
    to: String,
    round: Option<String>,
    at: Timestamp,
    status: &'static str,
    status_text: String,
    /// What the other side said.
    error: Option<String>,
    again: Option<String>,
}

pub fn address(id: OrganisationId) -> String {
    format!("/organisations/{id}/mail")
}

/// The municipality, for who may look at its mails; a cooperative has none of its own.
pub fn owner(
    conn: &mut Conn,
    me: &Me,
    (id, act): (OrganisationId, Act),
) -> Result<Organisation, Error> {
    me.may(act, &Place::organisation(id))?;
    let owner = store::accounts::organisation(conn, id)?;
    match owner.kind {
        OrganisationKind::Municipality => Ok(owner),
        OrganisationKind::Cooperative => Err(Error::Missing),
    }
}

/// `GET /organisations/{organisation}/mail`
pub async fn show(
    me: SignedIn,
    id: Path<OrganisationId>,
    done: Query<Done>,
    app: Data<App>,
) -> Answer {
    let (id, asker) = (id.into_inner(), me.me.clone());
    let read = move |conn: &mut Conn| {
        let owner = owner(conn, &asker, (id, Act::ViewOutbox))?;
        Ok::<_, Error>((owner, store::mail_log::of_municipality(conn, id)?))
    };
    let (owner, lines) = app.read(read).await?;
    let mut page = titled(&app, &me, (&owner, "outbox-title"));
    done.tell(&app, &mut page);
    let (failed, others): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| line.fate == Fate::Failed);
    let group = |key, lines| group(&app, &me, (key, id), lines);
    let groups = vec![group("outbox-failed", failed), group("outbox-others", others)];
    let texts = super::mail_texts::address(id);
    let page = OutboxPage { page, above: owner.name, texts, groups };
    pages::html(&app, &me, "accounts/outbox.html", &page)
}

/// The frame of a page about the mails of a municipality.
pub fn titled(app: &App, me: &Me, (owner, title): (&Organisation, &str)) -> Page {
    let mut page = frame(app, me, owner);
    page.title = say(app, me, title);
    page.crumbs.pop();
    page.crumbs.push(pages::here(&page.title));
    page
}

fn say(app: &App, me: &Me, key: &str) -> String {
    app.renderer.translate(me.lang, key, &[])
}

fn group(
    app: &App,
    me: &Me,
    (id, owner): (&'static str, OrganisationId),
    lines: Vec<Line>,
) -> Group {
    let lines = lines.into_iter().map(|one| line(app, me, (one, owner))).collect();
    Group { id, title: say(app, me, id), lines }
}

fn line(app: &App, me: &Me, (line, id): (Line, OrganisationId)) -> LineView {
    LineView {
        what: say(app, me, &format!("outbox-kind-{}", line.kind)),
        to: match line.person {
            Some((_, name)) => name,
            None => say(app, me, "outbox-invited"),
        },
        round: line.round,
        at: line.at,
        status: match line.fate {
            Fate::Waiting => "todo",
            Fate::Retrying => "busy",
            Fate::Sent => "done",
            Fate::Failed => "action",
        },
        status_text: say(app, me, &format!("outbox-fate-{}", line.fate.as_str())),
        error: line.error,
        again: line.again.then(|| format!("{}/{}/resending", address(id), line.id)),
    }
}

/// `POST /organisations/{organisation}/mail/{errand}/resending`
pub async fn again(
    me: SignedIn,
    of: Path<(OrganisationId, ErrandId)>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let ((id, errand), asker) = (of.into_inner(), me.me.clone());
    let read = move |conn: &mut Conn| {
        owner(conn, &asker, (id, Act::ViewOutbox))?;
        let lines = store::mail_log::of_municipality(conn, id)?;
        // One that is not in the list does not exist here.
        let found = lines.into_iter().find(|line| line.id == errand);
        Ok::<_, Error>(found.ok_or(Error::Missing)?.kind)
    };
    let kind = app.read(read).await?;
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    app.write(move |tx| actions::send_again(tx, (errand, &kind), &by, now)).await?;
    Ok(pages::see_other(format!("{}?done=resent", address(id))))
}
