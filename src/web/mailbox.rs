//! The mailbox of the example: mail that goes nowhere can be read here. Nowhere else: the links in
//! mails open accounts.

use actix_web::web::{Data, Path};
use jiff::Timestamp;
use serde::Serialize;

use super::errors::{Answer, Error};
use super::me::Me;
use super::pages::{self, crumb, here};
use super::state::App;
use crate::documents::mailbox::{self, SentMail};
use crate::rendering::layout::Page;

#[derive(Serialize)]
struct ListPage {
    page: Page,
    mails: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    subject: String,
    to: String,
    at: Timestamp,
    href: String,
}

#[derive(Serialize)]
struct MailPage {
    page: Page,
    subject: String,
    to: String,
    at: Timestamp,
    paragraphs: Vec<Vec<Piece>>,
}

/// A line of a mail: plain, or a link into this site.
#[derive(Serialize)]
struct Piece {
    text: String,
    href: Option<String>,
}

async fn kept(app: &App) -> Result<Vec<SentMail>, Error> {
    if !app.demo {
        return Err(Error::Missing);
    }
    let folder = app.limits.data_dir.join("mail");
    let read = tokio::task::spawn_blocking(move || mailbox::kept(&folder));
    let mails = read.await.map_err(|_| Error::Busy)?;
    mails.map_err(|e| Error::Broken(e.to_string()))
}

/// `GET /demo/mail`: the newest first.
pub async fn list(me: Me, app: Data<App>) -> Answer {
    let line = |mail: SentMail| Line {
        href: format!("/demo/mail/{}", mail.id),
        subject: mail.subject,
        to: mail.to,
        at: mail.kept_at,
    };
    let mails = kept(&app).await?.into_iter().rev().map(line).collect();
    let page = ListPage { page: pages::frame(&app, &me, "mailbox-title"), mails };
    pages::html(&app, &me, "texts/mailbox.html", &page)
}

/// `GET /demo/mail/{mail}`
pub async fn show(me: Me, id: Path<String>, app: Data<App>) -> Answer {
    let mails = kept(&app).await?;
    let mail = mails.into_iter().find(|mail| mail.id == *id).ok_or(Error::Missing)?;
    let mut page = pages::frame(&app, &me, "mailbox-title");
    page.crumbs = vec![crumb("/demo/mail", page.title.clone()), here(mail.subject.as_str())];
    page.title.clone_from(&mail.subject);
    let paragraphs = mail.body.split("\n\n").map(|part| pieces(part, &app.limits.public_url));
    let page = MailPage {
        page,
        paragraphs: paragraphs.collect(),
        subject: mail.subject,
        to: mail.to,
        at: mail.kept_at,
    };
    pages::html(&app, &me, "texts/mail.html", &page)
}

/// A line that is an address of this site becomes a link, without its host: in the example that
/// may be another than the settings say.
fn pieces(part: &str, public_url: &str) -> Vec<Piece> {
    let piece = |line: &str| Piece {
        text: line.to_owned(),
        href: line.strip_prefix(public_url).filter(|path| path.starts_with('/')).map(str::to_owned),
    };
    part.lines().map(piece).collect()
}
