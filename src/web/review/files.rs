//! Files of opened bids, as downloads: only what was handed in, and never the price.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{facts, not_barred, scores};
use crate::domain::bids::attachments::Check;
use crate::domain::bids::{Content, ListedAttachment};
use crate::domain::ids::{AssignmentId, BidId, RoundId};
use crate::domain::permission::Act;
use crate::store::file_checks::Checks;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::previews::{self, Shown, first_page};
use crate::web::urls;

#[derive(Serialize)]
pub struct FileLink {
    /// None for assessors: a name may tell who bids.
    pub name: Option<String>,
    pub number: usize,
    pub kind: String,
    pub size: String,
    /// None: nobody gets it now.
    pub href: Option<String>,
    /// Its first page as a picture, for files that have pages.
    pub look: Option<String>,
    /// Message that says what the virus scanner said, if that is not "clean".
    pub check: Option<&'static str>,
}

/// Files with what the virus scanner said of them.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    pub content: &'a Content,
    pub checks: &'a Checks,
}

impl Checked<'_> {
    fn of(&self, hash: &str) -> Check {
        self.checks.get(hash).copied().unwrap_or(Check::Unchecked)
    }
}

pub fn checks(conn: &mut Conn, content: &Content) -> Result<Checks, StoreError> {
    store::file_checks::of(conn, content.attachments.iter().map(|file| file.hash.as_str()))
}

fn word(check: Check) -> Option<&'static str> {
    match check {
        Check::Unchecked => Some("file-check-unchecked"),
        Check::Waiting => Some("file-check-waiting"),
        Check::Infected => Some("file-check-infected"),
        Check::Clean => None,
    }
}

/// The files of a content with their names.
pub fn links(files: Checked<'_>, href: impl Fn(&str) -> String) -> Vec<FileLink> {
    let link = |(index, file): (usize, &ListedAttachment)| {
        let given = files.of(&file.hash).gives_out().is_ok().then(|| href(&file.hash));
        FileLink {
            name: Some(file.name.clone()),
            number: index + 1,
            kind: extension(file),
            size: size(file.size),
            look: given.as_deref().and_then(|href| first_page(href, &file.media_type)),
            href: given,
            check: word(files.of(&file.hash)),
        }
    };
    files.content.attachments.iter().enumerate().map(link).collect()
}

/// Files of some sections without their names; the number is their place in the whole bid.
pub fn nameless_links(
    files: Checked<'_>,
    sections: &[String],
    href: impl Fn(&str) -> String,
) -> Vec<FileLink> {
    let all = files.content.attachments.iter().zip(links(files, href));
    let read = all.filter(|(file, _)| sections.contains(&file.section));
    read.map(|(_, link)| FileLink { name: None, ..link }).collect()
}

fn extension(file: &ListedAttachment) -> String {
    file.name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default()
}

/// `180 kB`, `2 MB`: rounded up, so that nothing is 0.
pub fn size(bytes: i64) -> String {
    let bytes = bytes.max(1);
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_euclid(1000) + i64::from(bytes % 1000 > 0)),
        _ => format!("{} MB", bytes.div_euclid(1_000_000) + i64::from(bytes % 1_000_000 > 0)),
    }
}

fn found(content: &Content, hash: &str) -> Result<ListedAttachment, Error> {
    content.attachments.iter().find(|file| file.hash == hash).cloned().ok_or(Error::Missing)
}

async fn check_of(app: &App, hash: &str) -> Result<Check, Error> {
    let hash = hash.to_owned();
    app.read(move |conn| Ok::<_, Error>(store::file_checks::one(conn, &hash)?)).await
}

fn download(file: ListedAttachment, name: String) -> Download {
    let ListedAttachment { media_type, hash, size, .. } = file;
    Download { name, media_type, hash, size }
}

async fn lead_reads(app: &App, me: &SignedIn, ids: &LeadFile) -> Result<Download, Error> {
    let ((round, bid, hash), asker) = (ids.clone(), me.me.clone());
    let load = move |conn: &mut Conn| {
        facts(conn, &asker, round, Act::CheckAdmissibility)?;
        let bid = store::bids::find(conn, bid)?;
        not_barred(conn, &asker, &bid)?;
        let opened = store::submissions::opened(conn, bid.id)?.filter(|_| bid.round == round);
        found(&opened.ok_or(Error::Missing)?.content.without_price(), &hash)
    };
    let file = app.read::<_, Error, _>(load).await?;
    let name = file.name.clone();
    Ok(download(file, name))
}

/// A name may tell who bids: an assessor sees the code of the bid and the number of the file.
async fn assessor_reads(app: &App, me: &SignedIn, ids: &OwnFile) -> Result<Download, Error> {
    let ((assignment, bid, hash), asker) = (ids.clone(), me.clone());
    let load = move |conn: &mut Conn| {
        let read = scores::read(conn, &asker, (assignment, bid))?;
        let file = found(&read.content, &hash)?;
        let number = read.content.attachments.iter().position(|f| f.hash == hash);
        Ok((read.code, number.unwrap_or(0) + 1, file))
    };
    let (code, number, file) = app.read::<_, Error, _>(load).await?;
    let name = format!("{code}-{number}.{}", extension(&file));
    Ok(download(file, name))
}

type LeadFile = (RoundId, BidId, String);
type OwnFile = (AssignmentId, BidId, String);

/// `GET /manage/rounds/{round}/admissibility/{bid}/files/{file}`
pub async fn for_lead(me: SignedIn, ids: Path<LeadFile>, app: Data<App>) -> Answer {
    let file = lead_reads(&app, &me, &ids).await?;
    let check = check_of(&app, &file.hash).await?;
    downloads::send(&app, file, check).await
}

/// `GET /review/assignments/{assignment}/bids/{bid}/files/{file}`
pub async fn for_assessor(me: SignedIn, ids: Path<OwnFile>, app: Data<App>) -> Answer {
    let file = assessor_reads(&app, &me, &ids).await?;
    let check = check_of(&app, &file.hash).await?;
    downloads::send(&app, file, check).await
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/files/{file}/pages/{page}`
pub async fn look_as_lead(
    me: SignedIn,
    ids: Path<(RoundId, BidId, String, u32)>,
    app: Data<App>,
) -> Answer {
    let (round, bid, hash, number) = ids.into_inner();
    let back = format!("{}/admissibility/{bid}", urls::manage_round(round));
    let href = format!("{back}/files/{hash}");
    let file = lead_reads(&app, &me, &(round, bid, hash)).await?;
    let check = check_of(&app, &file.hash).await?;
    previews::show(&app, &me, Shown { file, check, href, back }, number).await
}

/// `GET /review/assignments/{assignment}/bids/{bid}/files/{file}/pages/{page}`
pub async fn look_as_assessor(
    me: SignedIn,
    ids: Path<(AssignmentId, BidId, String, u32)>,
    app: Data<App>,
) -> Answer {
    let (assignment, bid, hash, number) = ids.into_inner();
    let back = format!("/review/assignments/{assignment}");
    let href = format!("{back}/bids/{bid}/files/{hash}");
    let file = assessor_reads(&app, &me, &(assignment, bid, hash)).await?;
    let check = check_of(&app, &file.hash).await?;
    previews::show(&app, &me, Shown { file, check, href, back }, number).await
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_said_in_round_numbers() {
        let said = [0, 1, 1000, 179_500, 999_999, 1_000_000, 20_000_001].map(size);
        assert_eq!(said, ["1 kB", "1 kB", "1 kB", "180 kB", "1000 kB", "1 MB", "21 MB"]);
    }
}
