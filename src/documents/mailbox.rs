//! Reads back the mails that were kept as files, for the mailbox of the example and for tests.

use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;

/// A mail as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentMail {
    /// Name of its file, without the ending.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// When it was written to the folder.
    pub kept_at: Timestamp,
}

/// All mails in the folder, oldest first; none when the folder is not there yet.
pub fn kept(folder: &Path) -> std::io::Result<Vec<SentMail>> {
    if !folder.exists() {
        return Ok(vec![]);
    }
    let mut found: Vec<SentMail> = vec![];
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".eml") {
            let text = std::fs::read_to_string(file.path())?;
            let kept_at = Timestamp::try_from(file.metadata()?.modified()?).unwrap_or_default();
            found.push(parse((id, kept_at), &text));
        }
    }
    found.sort_by_key(|mail| mail.kept_at);
    Ok(found)
}

fn parse((id, kept_at): (&str, Timestamp), text: &str) -> SentMail {
    let parsed = mail_parser::MessageParser::default().parse(text);
    let parsed = parsed.as_ref();
    let to = parsed.and_then(|m| m.to()).and_then(|to| to.first()).and_then(|a| a.address());
    SentMail {
        id: id.to_owned(),
        to: to.unwrap_or_default().to_owned(),
        subject: parsed.and_then(|m| m.subject()).unwrap_or_default().to_owned(),
        body: parsed
            .and_then(|m| m.body_text(0))
            .map(|b| b.replace("\r\n", "\n"))
            .unwrap_or_default(),
        kept_at,
    }
}
