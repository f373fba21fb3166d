//! The list of files of one section, with the form to add one: `bids/_attachments.html`. A page
//! that shows it has this as `part`.

use serde::Serialize;

use super::facts::Facts;
use crate::domain::bids::attachments::{Check, most_files};
use crate::domain::bids::{Attachment, FileKind};
use crate::domain::rounds::sections::{Kind, Section};
use crate::web::App;
use crate::web::me::Me;
use crate::web::previews::first_page;
use crate::web::public::views::Reader;
use crate::web::urls;

#[derive(Serialize)]
pub struct FilesPart {
    section: String,
    label: String,
    hint: String,
    files: Vec<FileLine>,
    removed: Vec<FileLine>,
    /// Files can be taken out and put back now.
    may_change: bool,
    /// There is room for one more.
    may_add: bool,
    most: usize,
    action: String,
    accept: String,
    largest_mb: u32,
    /// Where to go on after adding one.
    here: String,
    /// Where a script sends it in pieces.
    uploads: String,
    /// Names of files that are half here: chosen again, they go on.
    unfinished: Vec<String>,
}

#[derive(Serialize)]
pub struct FileLine {
    name: String,
    /// None: nobody can have it now; the note says why.
    href: Option<String>,
    /// Its first page as a picture, for files that have pages.
    look: Option<String>,
    note: String,
    removal: String,
    /// None: it cannot come back.
    restoration: Option<String>,
}

impl FilesPart {
    pub fn new(app: &App, me: &Me, facts: &Facts, section: &Section) -> FilesPart {
        let asked = section.questions.iter().find(|q| matches!(q.kind, Kind::Files { .. }));
        let most = most_files(section).unwrap_or_default();
        let own = facts.files.iter().filter(|file| file.section == section.code);
        let (there, gone): (Vec<_>, Vec<_>) = own.partition(|file| file.removed_at.is_none());
        let lines = |files: &[&Attachment]| {
            files.iter().map(|f| line(app, me, (f, facts.check_of(f)))).collect()
        };
        let half = facts.unfinished.iter().filter(|upload| upload.section == section.code);
        let may_change = facts.bid.may_change(&facts.round, me.now).is_ok();
        FilesPart {
            section: section.code.clone(),
            label: asked.map(|q| q.label.clone()).unwrap_or_default(),
            hint: asked.and_then(|q| q.hint.clone()).unwrap_or_default(),
            files: lines(&there),
            removed: lines(&gone),
            may_change,
            may_add: may_change && there.len() < most,
            most,
            action: format!("{}/attachments", urls::bid(facts.bid.id)),
            accept: FileKind::accepted(),
            largest_mb: app.limits.largest_file_mb,
            here: me.path.clone(),
            uploads: format!("{}/uploads", urls::bid(facts.bid.id)),
            unfinished: half.map(|upload| upload.name.clone()).collect(),
        }
    }
}

fn line(app: &App, me: &Me, (file, check): (&Attachment, Check)) -> FileLine {
    let href = format!("{}/attachments/{}", urls::bid(file.bid), file.id);
    let given = check.gives_out().is_ok().then_some(href.clone());
    FileLine {
        name: file.name.clone(),
        note: note(app, me, (file, check)),
        removal: format!("{href}/removal"),
        restoration: (check != Check::Infected).then(|| format!("{href}/restoration")),
        look: given.as_deref().and_then(|href| first_page(href, file.kind.media_type())),
        href: given,
    }
}

/// `PDF, 120 kB`, and whether it waits for the virus scanner.
pub fn note(app: &App, me: &Me, (file, check): (&Attachment, Check)) -> String {
    let kind = file.kind.extensions().first().copied().unwrap_or_default().to_uppercase();
    let what = format!("{kind}, {}", size_words(app, me, file.size));
    match check {
        Check::Unchecked | Check::Clean => what,
        Check::Waiting | Check::Infected => {
            let key = format!("file-check-{}", check.as_str());
            format!("{what}, {}", app.renderer.translate(me.lang, &key, &[]))
        }
    }
}

/// `120 kB` or `2,4 MB`.
pub fn size_words(app: &App, me: &Me, bytes: i64) -> String {
    size_said(Reader { renderer: &app.renderer, lang: me.lang, now: me.now }, bytes)
}

/// The same for whoever has no page before them.
pub fn size_said(r: Reader<'_>, bytes: i64) -> String {
    const KB: i64 = 1024;
    let say = |key: &str, args: &[(&str, i64)]| {
        let args: Vec<_> = args.iter().map(|(name, number)| (*name, (*number).into())).collect();
        r.renderer.translate(r.lang, key, &args)
    };
    if bytes < KB * KB {
        return say("size-kb", &[("count", (bytes + KB - 1) / KB)]);
    }
    let tenths = (bytes * 10 + KB * KB / 2) / (KB * KB);
    say("size-mb", &[("whole", tenths / 10), ("tenth", tenths % 10)])
}
