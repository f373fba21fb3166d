//! Documents of a profile, each with the day until which it holds.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::organisation::{Dossier, TEMPLATE, address, page};
use super::organisation_form::Kept;
use crate::actions::{self, Failure};
use crate::domain::accounts::documents::{ProfileFile, Validity, last_day, validity};
use crate::domain::bids::attachments::{Check, FileRefusal};
use crate::domain::ids::{OrganisationId, ProfileFileId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::layout::FieldError;
use crate::store;
use crate::web::bids::files_part::size_words;
use crate::web::bids::keep_own_file;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::{Me, SignedIn};
use crate::web::pages;
use crate::web::state::App;
use crate::web::uploads::{self, Sent, SentFile, Upload};

#[derive(Serialize)]
pub struct FileLine {
    name: String,
    href: String,
    note: String,
    /// Says that it ends, or ended.
    warning: Option<String>,
    removal: String,
    restoration: String,
}

pub fn lines(app: &App, me: &Me, files: &[&ProfileFile]) -> Vec<FileLine> {
    let line = |file: &&ProfileFile| {
        let href = format!("{}/documents/{}", address(file.organisation), file.id);
        let (until, warning) = ends(app, me, file);
        let size = size_words(app, me, file.size);
        FileLine {
            name: file.name.clone(),
            note: until.map_or_else(|| size.clone(), |until| format!("{size}, {until}")),
            warning,
            removal: format!("{href}/removal"),
            restoration: format!("{href}/restoration"),
            href,
        }
    };
    files.iter().map(line).collect()
}

/// Until when a document holds, and a warning around that day.
pub fn ends(app: &App, me: &Me, file: &ProfileFile) -> (Option<String>, Option<String>) {
    let say = |key: &str, day| {
        let day = app.renderer.day(me.lang, day);
        Some(app.renderer.translate(me.lang, key, &[("day", day.into())]))
    };
    let today = app.renderer.local_day(me.now);
    match validity(file.valid_until, today) {
        Validity::NoEnd => (None, None),
        Validity::Valid(day) => (say("profile-file-until", day), None),
        Validity::EndsSoon(day) => (None, say("profile-file-soon", day)),
        Validity::JustEnded(day) => (None, say("profile-file-just-ended", day)),
        Validity::Ended(day) => (None, say("profile-file-ended", day)),
    }
}

/// `POST /organisations/{organisation}/profile/documents`
pub async fn add(
    me: SignedIn,
    id: Path<OrganisationId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let dossier = Dossier::open(&app, &me, *id, Act::EditProfile).await?;
    let mut upload = uploads::receive(&app, &req, form).await?;
    match keep(&app, &me, *id, &mut upload).await {
        Ok(()) => Ok(pages::see_other(format!("{}?done=file", address(*id)))),
        Err(Failure::Refused((field, key))) => again(&app, &me, (&dossier, &upload), (field, key)),
        Err(Failure::Store(error)) => Err(error.into()),
    }
}

/// The field that is wrong and its sentence.
type Wrong = Failure<(&'static str, &'static str)>;

async fn keep(
    app: &App,
    me: &SignedIn,
    id: OrganisationId,
    upload: &mut Upload,
) -> Result<(), Wrong> {
    let no = |why: FileRefusal| Failure::Refused(("file", why.key()));
    let valid_until = last_day(upload.text("valid_until"))
        .map_err(|why| Failure::Refused(("valid_until", why.key())))?;
    let file: SentFile = match std::mem::replace(&mut upload.file, Sent::Nothing) {
        Sent::Nothing => return Err(no(FileRefusal::None)),
        Sent::TooLarge(_) => return Err(Failure::Refused(("file", "profile-file-too-large"))),
        Sent::File(file) => file,
    };
    let (name, kind, kept) = keep_own_file(app, file).await.map_err(plain)?;
    let file = ProfileFile {
        id: ProfileFileId::new(store::new_id()),
        organisation: id,
        name,
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        hash: kept.hash,
        valid_until,
        added_at: me.now,
        removed_at: None,
    };
    let by = (me.id, me.name().to_owned());
    let added = app.write(move |tx| actions::add_profile_file(tx, &file, &by)).await;
    added.map_err(plain)
}

fn plain(failure: Failure<FileRefusal>) -> Wrong {
    match failure {
        Failure::Refused(FileRefusal::TooMany) => {
            Failure::Refused(("file", "profile-file-too-many"))
        }
        Failure::Refused(why) => Failure::Refused(("file", why.key())),
        Failure::Store(error) => Failure::Store(error),
    }
}

fn again(
    app: &App,
    me: &SignedIn,
    (dossier, upload): (&Dossier, &Upload),
    (field, key): (&str, &str),
) -> Answer {
    let kept = Kept::new(&dossier.organisation, &dossier.profile);
    let mut page = page(app, me, dossier, &kept);
    page.page.fault = true;
    upload.text("valid_until").clone_into(&mut page.valid_until);
    let args = [("max", i64::from(app.limits.largest_file_mb).into())];
    let text = app.renderer.translate(me.lang, key, &args);
    page.errors = vec![FieldError { field: field.to_owned(), text }];
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (TEMPLATE, &page))
}

type Ids = (OrganisationId, ProfileFileId);

/// `GET /organisations/{organisation}/profile/documents/{document}`
pub async fn download(me: SignedIn, ids: Path<Ids>, app: Data<App>) -> Answer {
    let (id, file) = ids.into_inner();
    let dossier = Dossier::open(&app, &me, id, Act::ViewProfile).await?;
    let file = dossier.files.into_iter().find(|one| one.id == file).ok_or(Error::Missing)?;
    let media_type = file.kind.media_type().to_owned();
    let ProfileFile { name, hash, size, .. } = file;
    // Its own people put it there; nobody else reads it.
    downloads::send(&app, Download { name, media_type, hash, size }, Check::Unchecked).await
}

/// `POST /organisations/{organisation}/profile/documents/{document}/removal`
pub async fn remove(
    me: SignedIn,
    ids: Path<Ids>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), me.now);
    Dossier::open(&app, &me, ids.0, Act::EditProfile).await?;
    let done = app.write(move |tx| actions::remove_profile_file(tx, ids, &by, now)).await;
    done.map(|()| pages::see_other(address(ids.0))).map_err(Error::from)
}

/// `POST /organisations/{organisation}/profile/documents/{document}/restoration`
pub async fn restore(
    me: SignedIn,
    ids: Path<Ids>,
    _form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, by, now) = (ids.into_inner(), (me.id, me.name().to_owned()), me.now);
    Dossier::open(&app, &me, ids.0, Act::EditProfile).await?;
    let done = app.write(move |tx| actions::restore_profile_file(tx, ids, &by, now)).await;
    done.map(|()| pages::see_other(address(ids.0))).map_err(Error::from)
}
