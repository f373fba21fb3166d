//! A file in pieces, for scripts: begin it, add a piece, and with the last piece it is added like
//! any other file. Each answer says how much is here (`Upload-Offset`); a refusal is a sentence.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::attachments::{facts, own_place};
use super::facts::Facts;
use super::intake;
use crate::actions::{self, Failure};
use crate::documents::parts_of_files::Elsewhere;
use crate::domain::bids::attachments::{FileRefusal, clean_name};
use crate::domain::bids::uploads::Upload;
use crate::domain::ids::{AttachmentId, BidId, UploadId};
use crate::domain::permission::Act;
use crate::store;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;
use crate::web::uploads::{Piece, SentFile, blocking, receive_piece};
use crate::web::{App, urls};

const OFFSET: &str = "upload-offset";
/// Characters of a mark that the script makes of the first piece.
const LONGEST_MARK: usize = 64;

/// `POST /bids/{bid}/uploads`
pub async fn begin(
    me: SignedIn,
    bid: Path<BidId>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let facts = facts(&app, &me, bid.into_inner(), Act::WriteBid).await?;
    let (new, quota, now) = (wanted(&me, &facts, &form.typed), app.limits.quota, form.at);
    let section = new.section.clone();
    match app.write(move |tx| actions::begin_upload(tx, new, quota, now)).await {
        Ok(upload) => {
            let (files, name) = (app.files.clone(), upload.id);
            let here = blocking(move || files.length_of_part(name.as_str())).await??;
            let place = format!("{}/uploads/{}", urls::bid(upload.bid), upload.id);
            Ok(at(StatusCode::CREATED, here).insert_header((LOCATION, place)).finish())
        }
        Err(failure) => refused(&app, &me, &facts, (&section, failure)),
    }
}

fn wanted(me: &SignedIn, facts: &Facts, typed: &Typed) -> Upload {
    Upload {
        id: UploadId::new(store::new_id()),
        bid: facts.bid.id,
        section: typed.text("section").to_owned(),
        by: me.id,
        name: clean_name(typed.text("name")),
        size: typed.text("size").parse().unwrap_or(0),
        mark: typed.text("mark").chars().take(LONGEST_MARK).collect(),
        begun_at: me.now,
    }
}

/// `POST /bids/{bid}/uploads/{upload}`
pub async fn add_piece(
    me: SignedIn,
    ids: Path<(BidId, UploadId)>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let (bid, id) = ids.into_inner();
    let facts = facts(&app, &me, bid, Act::WriteBid).await?;
    let piece = receive_piece(&req, form).await?;
    let me = me.at(app.clock.now());
    let Some(upload) = find(&app, &me, (bid, id)).await? else {
        return already(&app, &me, (bid, id)).await;
    };
    if let Err(why) = facts.bid.may_change(&facts.round, me.now) {
        return refused(&app, &me, &facts, (&upload.section, FileRefusal::from(why).into()));
    }
    let size = u64::try_from(upload.size).unwrap_or_default();
    match put(&app, (&upload, size), piece).await? {
        Ok(here) if here == size => finish(&app, &me, &facts, upload).await,
        Ok(here) => Ok(at(StatusCode::NO_CONTENT, here).finish()),
        Err(Elsewhere(here)) => Ok(at(StatusCode::CONFLICT, here).finish()),
    }
}

/// Only of the person who began it.
async fn find(
    app: &App,
    me: &SignedIn,
    (bid, id): (BidId, UploadId),
) -> Result<Option<Upload>, Error> {
    let (person, now) = (me.id, me.now);
    let found = app.read::<_, Error, _>(move |c| Ok(store::uploads::find(c, id)?)).await?;
    Ok(found.filter(|u| u.bid == bid && u.by == person && !u.is_over(now)))
}

/// A file that became whole before is as good as one that becomes so now.
async fn already(app: &App, me: &SignedIn, (bid, id): (BidId, UploadId)) -> Answer {
    // Read again: another window may have finished it a moment ago.
    let facts = facts(app, me, bid, Act::WriteBid).await?;
    let file = facts.files.iter().find(|file| file.id.as_str() == id.as_str());
    Ok(done(&facts, &file.ok_or(Error::Missing)?.section))
}

/// More than was said is none of this file.
async fn put(
    app: &App,
    (upload, size): (&Upload, u64),
    piece: Piece,
) -> Result<Result<u64, Elsewhere>, Error> {
    let end = piece.offset.saturating_add(piece.bytes.len() as u64);
    if end > size {
        return Err(Error::TooLarge);
    }
    let (files, name) = (app.files.clone(), upload.id);
    let add = move || files.add_part(name.as_str(), (piece.offset, &piece.bytes));
    Ok(blocking(add).await??)
}

async fn finish(app: &App, me: &SignedIn, facts: &Facts, upload: Upload) -> Answer {
    let (files, name) = (app.files.clone(), upload.id);
    let new = store::new_id().to_string();
    let whole = blocking(move || files.whole(name.as_str(), &new)).await??;
    // Another request is at it; asking again tells how it went.
    let Some(content) = whole else { return Ok(at(StatusCode::CONFLICT, 0).finish()) };
    let id: AttachmentId = upload.id.as_str().parse().map_err(|_| Error::Missing)?;
    let file = SentFile { name: upload.name.clone(), content };
    match intake::take_in(app, me, facts, (id, &upload.section, file)).await {
        Ok(()) => Ok(done(facts, &upload.section)),
        Err(Failure::Refused(why)) => {
            app.write(move |tx| actions::end_upload(tx, upload.id)).await?;
            refused(app, me, facts, (&upload.section, why.into()))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn done(facts: &Facts, section: &str) -> HttpResponse {
    let place = own_place(facts, section, "");
    HttpResponse::Created().insert_header((LOCATION, place)).finish()
}

fn at(status: StatusCode, here: u64) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer.insert_header((OFFSET, here));
    answer
}

fn refused(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (section, failure): (&str, Failure<FileRefusal>),
) -> Answer {
    let Failure::Refused(why) = failure else { return Err(failure.into()) };
    let text = intake::sentence(app, me, facts, (section, why));
    Ok(HttpResponse::UnprocessableEntity().content_type("text/plain; charset=utf-8").body(text))
}
