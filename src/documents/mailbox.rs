//! Reads back the mails that were kept as files, for the mailbox of the example and for tests.

use std::path::Path;
use std::time::SystemTime;

use serde::Serialize;

/// A mail as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentMail {
    /// Name of its file, without the ending.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
}

/// All mails in the folder, oldest first; none when the folder is not there yet.
pub fn kept(folder: &Path) -> std::io::Result<Vec<SentMail>> {
    if !folder.exists() {
        return Ok(vec![]);
    }
    let mut found: Vec<(SystemTime, SentMail)> = vec![];
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if let Some(id) = name.strip_suffix(".eml") {
            let text = std::fs::read_to_string(file.path())?;
            found.push((file.metadata()?.modified()?, parse(id, &text)));
        }
    }
    found.sort_by_key(|(written, _)| *written);
    Ok(found.into_iter().map(|(_, mail)| mail).collect())
}

fn parse(id: &str, text: &str) -> SentMail {
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
    }
}
