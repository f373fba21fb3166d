//! Files that go with a bid: add, take out, put back, download.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::facts::Facts;
use super::files_part::{FilesPart, size_words};
use super::intake;
use crate::actions::{self, Failure};
use crate::domain::bids::Attachment;
use crate::domain::bids::attachments::{FileRefusal, most_files};
use crate::domain::ids::{AttachmentId, BidId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::sections::Section;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::web::App;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::previews::{self, Shown};
use crate::web::uploads::{self, Sent};
use crate::web::{pages, urls};

#[derive(Serialize)]
struct FilesPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    purpose: String,
    back: String,
    part: FilesPart,
}

#[derive(Serialize)]
struct RemovalPage {
    page: Page,
    lot: String,
    name: String,
    action: String,
    back: String,
}

pub(super) async fn facts(app: &App, me: &SignedIn, bid: BidId, act: Act) -> Result<Facts, Error> {
    let asker = me.me.clone();
    app.read(move |conn| Facts::load(conn, &asker, bid, act)).await
}

/// `GET /bids/{bid}/attachments/{section}`
pub async fn page(me: SignedIn, ids: Path<(BidId, String)>, app: Data<App>) -> Answer {
    let (bid, section) = ids.into_inner();
    let facts = facts(&app, &me, bid, Act::ReadBid).await?;
    let page = files_page(&app, &me, &facts, &section)?;
    pages::html(&app, &me, "bids/attachments.html", &page)
}

/// `POST /bids/{bid}/attachments`
pub async fn add(
    me: SignedIn,
    bid: Path<BidId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let facts = facts(&app, &me, bid.into_inner(), Act::WriteBid).await?;
    let upload = uploads::receive(&app, &req, form).await?;
    let me = me.at(app.clock.now());
    let section = upload.text("section").to_owned();
    let back = own_place(&facts, &section, upload.text("back"));
    let added = match upload.file {
        Sent::Nothing => Err(FileRefusal::None.into()),
        Sent::TooLarge(bytes) => return too_large(&app, &me, &facts, (&section, bytes)),
        Sent::File(file) => {
            let id = AttachmentId::new(store::new_id());
            intake::take_in(&app, &me, &facts, (id, &section, file)).await
        }
    };
    match added {
        Ok(()) => Ok(pages::see_other(back)),
        Err(failure) => refused(&app, &me, &facts, (&section, failure)),
    }
}

fn refused(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (section, failure): (&str, Failure<FileRefusal>),
) -> Answer {
    let why = match failure {
        Failure::Refused(FileRefusal::Shut(why)) => return Err(Error::Refused(why.key())),
        Failure::Refused(why) => why,
        Failure::Store(error) => return Err(error.into()),
    };
    let text = intake::sentence(app, me, facts, (section, why));
    come_back(app, me, facts, (section, StatusCode::UNPROCESSABLE_ENTITY, text))
}

/// `GET /bids/{bid}/attachments/{attachment}`
pub async fn download(me: SignedIn, ids: Path<(BidId, AttachmentId)>, app: Data<App>) -> Answer {
    let (bid, file) = ids.into_inner();
    let mut facts = facts(&app, &me, bid, Act::ReadBid).await?;
    let file = one(std::mem::take(&mut facts.files), file)?;
    let check = facts.check_of(&file);
    downloads::send(&app, Download::of(file), check).await
}

/// `GET /bids/{bid}/attachments/{attachment}/pages/{page}`
pub async fn look(me: SignedIn, ids: Path<(BidId, AttachmentId, u32)>, app: Data<App>) -> Answer {
    let (bid, file, number) = ids.into_inner();
    let mut facts = facts(&app, &me, bid, Act::ReadBid).await?;
    let file = one(std::mem::take(&mut facts.files), file)?;
    let shown = Shown {
        check: facts.check_of(&file),
        href: format!("{}/attachments/{}", urls::bid(bid), file.id),
        back: urls::bid_files(bid, &file.section),
        file: Download::of(file),
    };
    previews::show(&app, &me, shown, number).await
}

fn one(files: Vec<Attachment>, id: AttachmentId) -> Result<Attachment, Error> {
    files.into_iter().find(|file| file.id == id).ok_or(Error::Missing)
}

/// `GET /bids/{bid}/attachments/{attachment}/removal`
pub async fn removal(me: SignedIn, ids: Path<(BidId, AttachmentId)>, app: Data<App>) -> Answer {
    let (bid, file) = ids.into_inner();
    let mut facts = facts(&app, &me, bid, Act::WriteBid).await?;
    let file = one(std::mem::take(&mut facts.files), file)?;
    let back = urls::bid_files(bid, &file.section);
    let page = RemovalPage {
        page: facts.frame(&app, &me, "file-removal-title", &[]),
        lot: facts.lot_title(),
        name: file.name,
        action: format!("{}/attachments/{}/removal", urls::bid(bid), file.id),
        back,
    };
    pages::html(&app, &me, "bids/attachment_removal.html", &page)
}

/// `POST /bids/{bid}/attachments/{attachment}/removal`
pub async fn remove(
    me: SignedIn,
    ids: Path<(BidId, AttachmentId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), form.at);
    facts(&app, &me, ids.0, Act::WriteBid).await?;
    let file = app.write(move |tx| actions::remove_attachment(tx, ids, by, now)).await;
    Ok(pages::see_other(urls::bid_files(ids.0, &file.map_err(Error::from)?.section)))
}

/// `POST /bids/{bid}/attachments/{attachment}/restoration`
pub async fn restore(
    me: SignedIn,
    ids: Path<(BidId, AttachmentId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), form.at);
    facts(&app, &me, ids.0, Act::WriteBid).await?;
    let file = app.write(move |tx| actions::restore_attachment(tx, ids, by, now)).await;
    Ok(pages::see_other(urls::bid_files(ids.0, &file.map_err(Error::from)?.section)))
}

/// Back to where the form stood; only to a page of this bid.
pub(super) fn own_place(facts: &Facts, section: &str, back: &str) -> String {
    let bid = urls::bid(facts.bid.id);
    match urls::own(back) {
        back if back.starts_with(&format!("{bid}/")) => back.to_owned(),
        _ => urls::bid_files(facts.bid.id, section),
    }
}

fn files_page(app: &App, me: &SignedIn, facts: &Facts, code: &str) -> Result<FilesPage, Error> {
    let section = facts.round.definition.section(code).filter(|s| most_files(s).is_some());
    let section: &Section = section.ok_or(Error::Missing)?;
    let back = urls::bid_section(facts.bid.id, code);
    Ok(FilesPage {
        page: facts.frame(app, me, "files-title", &[(back.clone(), section.title.clone())]),
        errors: vec![],
        lot: facts.lot_title(),
        purpose: section.title.clone(),
        part: FilesPart::new(app, me, facts, section),
        back,
    })
}

fn too_large(app: &App, me: &SignedIn, facts: &Facts, (section, bytes): (&str, u64)) -> Answer {
    let size = size_words(app, me, i64::try_from(bytes).unwrap_or(i64::MAX));
    let args = [("size", size.into()), ("max", i64::from(app.limits.largest_file_mb).into())];
    let text = app.renderer.translate(me.lang, "file-refused-too-large", &args);
    come_back(app, me, facts, (section, StatusCode::PAYLOAD_TOO_LARGE, text))
}

/// The page with what is wrong; where the section asks for no files there is no such page.
fn come_back(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (section, status, text): (&str, StatusCode, String),
) -> Answer {
    let mut page = files_page(app, me, facts, section)?;
    page.page.fault = true;
    page.errors.push(FieldError { field: "file".into(), text });
    pages::with_status(app, me, status, ("bids/attachments.html", &page))
}
