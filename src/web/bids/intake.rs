//! A file on its way into a bid, however it came: looked into, scanned, kept, and only then written
//! down.

use std::io::{Seek, SeekFrom};
use std::time::Duration;

use tokio::time::timeout;

use super::facts::Facts;
use crate::actions::{self, AddAttachment, Failure};
use crate::documents::examine::examine;
use crate::documents::files::{Incoming, Kept};
use crate::documents::scanner::{Scanner, Verdict};
use crate::domain::bids::attachments::{Check, FileRefusal, clean_name, most_files, room_for_one};
use crate::domain::bids::{Attachment, FileKind};
use crate::domain::ids::AttachmentId;
use crate::domain::refusal::Refusal;
use crate::store::StoreError;
use crate::web::App;
use crate::web::me::SignedIn;
use crate::web::uploads::{SentFile, blocking};

/// So long a file waits for its turn at the scanner before it waits in quarantine.
const TURN: Duration = Duration::from_secs(10);

type Taken<T> = Result<T, Failure<FileRefusal>>;

/// Takes a whole file into a section of the bid.
pub async fn take_in(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (id, section, file): (AttachmentId, &str, SentFile),
) -> Taken<()> {
    facts.bid.may_change(&facts.round, me.now).map_err(FileRefusal::from)?;
    let present = facts.files.iter().filter(|f| f.section == section && f.removed_at.is_none());
    room_for_one(facts.round.definition.section(section), present.count())?;
    let Seen { name, kind, verdict, content } = look_into(app, file).await?;
    let check = match verdict {
        None => Check::Unchecked,
        Some(Asked::Nothing) => Check::Waiting,
        Some(Asked::Said(Verdict::Clean)) => Check::Clean,
        Some(Asked::Said(Verdict::Infected(found))) => {
            return refuse(app, me, facts, (name, found)).await;
        }
    };
    let kept = work(move || content.keep()).await?;
    let file = Attachment {
        id,
        bid: facts.bid.id,
        section: section.to_owned(),
        name,
        kind,
        size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        hash: kept.hash,
        added_at: me.now,
        removed_at: None,
    };
    let (quota, by) = (app.limits.quota, (me.id, me.name().to_owned()));
    app.write(move |tx| actions::add_attachment(tx, AddAttachment { file, check, quota, by })).await
}

/// A file with a clean name whose content was looked into and scanned.
struct Seen {
    name: String,
    kind: FileKind,
    verdict: Option<Asked>,
    content: Incoming,
}

async fn look_into(app: &App, file: SentFile) -> Taken<Seen> {
    let SentFile { name, mut content } = file;
    let name = clean_name(&name);
    let examined = name.clone();
    let (kind, content) = work(move || Ok((examine(&mut content, &examined)?, content))).await?;
    let kind = kind?;
    let (verdict, content) = scan(app, content).await?;
    Ok(Seen { name, kind, verdict, content })
}

/// Keeps a file that belongs to no bid. When the scanner does not answer it is scanned once it goes
/// into a bid; nobody but its owners reads it before.
pub async fn keep_own(app: &App, file: SentFile) -> Taken<(String, FileKind, Kept)> {
    let Seen { name, kind, verdict, content } = look_into(app, file).await?;
    match verdict {
        Some(Asked::Said(Verdict::Infected(_))) => Err(FileRefusal::Infected.into()),
        None | Some(Asked::Nothing | Asked::Said(Verdict::Clean)) => {
            Ok((name, kind, work(move || content.keep()).await?))
        }
    }
}

/// Keeps a file beside a bid, with what the virus scanner said of it.
pub async fn keep_aside(app: &App, file: SentFile) -> Taken<(String, FileKind, Kept, Check)> {
    let Seen { name, kind, verdict, content } = look_into(app, file).await?;
    let check = match verdict {
        None => Check::Unchecked,
        Some(Asked::Nothing) => Check::Waiting,
        Some(Asked::Said(Verdict::Clean)) => Check::Clean,
        Some(Asked::Said(Verdict::Infected(_))) => return Err(FileRefusal::Infected.into()),
    };
    Ok((name, kind, work(move || content.keep()).await?, check))
}

/// What is said of a content that is here already and comes into a bid.
pub fn check_of_kept(app: &App) -> Check {
    match app.scanner {
        Some(_) => Check::Waiting,
        None => Check::Unchecked,
    }
}

async fn refuse(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (name, found): (String, String),
) -> Taken<()> {
    let (bid, by, now) = (facts.bid.id, (me.id, me.name().to_owned()), me.now);
    app.write(move |tx| actions::refuse_virus(tx, bid, (&name, &found), by, now)).await?;
    Err(FileRefusal::Infected.into())
}

/// Work on files, away from the threads that answer requests.
async fn work<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> Taken<T> {
    let done = blocking(work).await.map_err(|_| StoreError::Busy)?;
    Ok(done.map_err(|e| StoreError::Broken(format!("files: {e}")))?)
}

enum Asked {
    Said(Verdict),
    /// It did not answer: the file waits.
    Nothing,
}

/// None: there is no scanner.
async fn scan(app: &App, content: Incoming) -> Taken<(Option<Asked>, Incoming)> {
    let Some(scanner) = app.scanner.clone() else { return Ok((None, content)) };
    let Ok(Ok(turn)) = timeout(TURN, app.scans.clone().acquire_owned()).await else {
        return Ok((Some(Asked::Nothing), content));
    };
    let (asked, content) = work(move || ask(&scanner, content)).await?;
    drop(turn);
    Ok((Some(asked), content))
}

fn ask(scanner: &Scanner, mut content: Incoming) -> std::io::Result<(Asked, Incoming)> {
    let file = content.open()?;
    file.seek(SeekFrom::Start(0))?;
    let asked = match scanner.scan(file) {
        Ok(verdict) => Asked::Said(verdict),
        Err(error) => {
            tracing::warn!(%error, scanner = %scanner.address, "the virus scanner does not answer");
            Asked::Nothing
        }
    };
    Ok((asked, content))
}

/// Why a file was not taken that belongs to no section.
pub fn why_not(app: &App, me: &SignedIn, why: FileRefusal) -> String {
    let max = app.limits.quota.file >> 20;
    app.renderer.translate(me.lang, why.key(), &[("max", max.into())])
}

/// Why a file was not taken, with the number that goes with it.
pub fn sentence(
    app: &App,
    me: &SignedIn,
    facts: &Facts,
    (section, why): (&str, FileRefusal),
) -> String {
    let quota = app.limits.quota;
    let max = match why {
        FileRefusal::TooLarge => quota.file >> 20,
        FileRefusal::BidFull => quota.bid >> 20,
        FileRefusal::CooperativeFull => quota.cooperative >> 20,
        _ => {
            let most = facts.round.definition.section(section).and_then(most_files);
            most.and_then(|most| i64::try_from(most).ok()).unwrap_or_default()
        }
    };
    app.renderer.translate(me.lang, why.key(), &[("max", max.into())])
}
