//! Files of opened bids, as downloads: only what was handed in, and never the price.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::{facts, scores};
use crate::domain::bids::{Content, ListedAttachment};
use crate::domain::ids::{AssignmentId, BidId, RoundId};
use crate::domain::permission::Act;
use crate::store;
use crate::web::App;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;

#[derive(Serialize)]
pub struct FileLink {
    /// None for assessors: a name may tell who bids.
    pub name: Option<String>,
    pub number: usize,
    pub kind: String,
    pub size: String,
    pub href: String,
}

/// The files of a content with their names.
pub fn links(content: &Content, href: impl Fn(&str) -> String) -> Vec<FileLink> {
    let link = |(index, file): (usize, &ListedAttachment)| FileLink {
        name: Some(file.name.clone()),
        number: index + 1,
        kind: extension(file),
        size: size(file.size),
        href: href(&file.hash),
    };
    content.attachments.iter().enumerate().map(link).collect()
}

/// Files of some sections without their names; the number is their place in the whole bid.
pub fn nameless_links(
    content: &Content,
    sections: &[String],
    href: impl Fn(&str) -> String,
) -> Vec<FileLink> {
    let all = content.attachments.iter().zip(links(content, href));
    let read = all.filter(|(file, _)| sections.contains(&file.section));
    read.map(|(_, link)| FileLink { name: None, ..link }).collect()
}

fn extension(file: &ListedAttachment) -> String {
    file.name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default()
}

/// `180 kB`, `2 MB`: rounded up, so that nothing is 0.
fn size(bytes: i64) -> String {
    let bytes = bytes.max(1);
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_euclid(1000) + i64::from(bytes % 1000 > 0)),
        _ => format!("{} MB", bytes.div_euclid(1_000_000) + i64::from(bytes % 1_000_000 > 0)),
    }
}

fn found(content: &Content, hash: &str) -> Result<ListedAttachment, Error> {
    content.attachments.iter().find(|file| file.hash == hash).cloned().ok_or(Error::Missing)
}

async fn send(app: &App, file: ListedAttachment, name: String) -> Answer {
    let ListedAttachment { media_type, hash, size, .. } = file;
    downloads::send(app, Download { name, media_type, hash, size }).await
}

/// `GET /manage/rounds/{round}/admissibility/{bid}/files/{file}`
pub async fn for_lead(me: SignedIn, ids: Path<(RoundId, BidId, String)>, app: Data<App>) -> Answer {
    let ((round, bid, hash), asker) = (ids.into_inner(), me.me.clone());
    let file = app
        .read::<_, Error, _>(move |conn| {
            facts(conn, &asker, round, Act::CheckAdmissibility)?;
            let own = store::bids::find(conn, bid)?.round == round;
            let opened = store::submissions::opened(conn, bid)?.filter(|_| own);
            found(&opened.ok_or(Error::Missing)?.content.without_price(), &hash)
        })
        .await?;
    let name = file.name.clone();
    send(&app, file, name).await
}

/// `GET /review/assignments/{assignment}/bids/{bid}/files/{file}`
pub async fn for_assessor(
    me: SignedIn,
    ids: Path<(AssignmentId, BidId, String)>,
    app: Data<App>,
) -> Answer {
    let ((assignment, bid, hash), asker) = (ids.into_inner(), me.clone());
    let (code, number, file) = app
        .read::<_, Error, _>(move |conn| {
            let read = scores::read(conn, &asker, (assignment, bid))?;
            let file = found(&read.content, &hash)?;
            let number = read.content.attachments.iter().position(|f| f.hash == hash);
            Ok((read.code, number.unwrap_or(0) + 1, file))
        })
        .await?;
    let name = format!("{code}-{number}.{}", extension(&file));
    send(&app, file, name).await
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
