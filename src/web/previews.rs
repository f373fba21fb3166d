//! A page of a PDF as a picture in a page of ours: nobody has to save a file of somebody else and
//! open it to see what is in it.

use actix_web::web::Data;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

use super::accounts::pass_gate;
use super::downloads::Download;
use super::errors::{Answer, Error};
use super::me::SignedIn;
use super::state::App;
use super::uploads::blocking;
use super::{pages, urls};
use crate::documents::preview::{self, Picture};
use crate::domain::accounts::throttle::Gate;
use crate::domain::bids::attachments::Check;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::Page;

/// The file that somebody wants to look at.
pub struct Shown {
    pub file: Download,
    pub check: Check,
    /// Address at which it can be saved; its pages are below it.
    pub href: String,
    /// Page to go back to.
    pub back: String,
}

#[derive(Serialize)]
struct PreviewPage {
    page: Page,
    name: String,
    back: String,
    download: String,
    number: u32,
    of: u32,
    /// Address of the picture. None: it cannot be drawn.
    picture: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

const PDF: &str = "application/pdf";

/// Where the pages of a file are, if it is one that has pages to show.
pub fn first_page(href: &str, media_type: &str) -> Option<String> {
    (media_type == PDF).then(|| page_of(href, 1))
}

fn page_of(href: &str, number: u32) -> String {
    format!("{href}/pages/{number}")
}

/// Shows one page, counted from 1.
pub async fn show(app: &Data<App>, me: &SignedIn, shown: Shown, number: u32) -> Answer {
    if shown.file.media_type != PDF || number == 0 {
        return Err(Error::Missing);
    }
    shown.check.gives_out().map_err(|why| Error::Refused(why.key()))?;
    pass_gate(app, me, Gate::Preview, me.id.as_str()).await?;
    let drawn = draw(app, shown.file.hash, number).await?;
    if drawn.as_ref().is_some_and(|picture| picture.png.is_empty()) {
        return Err(Error::Missing);
    }
    let of = drawn.as_ref().map_or(0, |picture| picture.pages);
    let view = PreviewPage {
        page: pages::frame(app, me, "preview-title"),
        name: shown.file.name,
        back: urls::own(&shown.back).to_owned(),
        previous: (number > 1).then(|| page_of(&shown.href, number - 1)),
        next: (number < of).then(|| page_of(&shown.href, number + 1)),
        download: shown.href,
        picture: drawn.map(|picture| address_of(&picture)),
        number,
        of,
    };
    pages::html(app, me, "bids/preview.html", &view)
}

async fn draw(app: &App, hash: String, number: u32) -> Result<Option<Picture>, Error> {
    let _turn = app.printing.acquire().await.map_err(|_| Error::Busy)?;
    let (files, program) = (app.files.clone(), app.program.clone());
    let drawn = blocking(move || preview::ask(&program, &mut files.open(&hash)?, number));
    Ok(drawn.await??)
}

/// The picture itself, so that no second request draws it again.
fn address_of(picture: &Picture) -> String {
    format!("data:image/png;base64,{}", BASE64_STANDARD.encode(&picture.png))
}
