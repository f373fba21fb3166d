//! How a mail leaves: over SMTP, or as an `.eml` file in a folder.

use std::path::{Path, PathBuf};

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{SmtpTransport, Transport as _};
use thiserror::Error;

use super::Rendered;

pub struct Mailer {
    from: Mailbox,
    way: Way,
}

/// Where mail is handed over, and how.
pub struct SmtpServer {
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    /// Empty: no login.
    pub username: String,
    pub password: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    Starttls,
    Tls,
    None,
}

enum Way {
    Folder(PathBuf),
    Smtp(Box<SmtpTransport>),
}

#[derive(Debug, Error)]
pub enum SendError {
    #[error("the address {0} cannot be used")]
    Address(String),
    #[error("the mail cannot be written: {0}")]
    Message(#[from] lettre::error::Error),
    #[error("the mail server did not take it: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the file {0} cannot go with the mail: {1}")]
    File(String, String),
    #[error("the mail cannot be kept: {0}")]
    Folder(#[from] std::io::Error),
}

impl SendError {
    /// The address does not work, or the other side said no for good (SMTP 5xx).
    pub fn is_permanent(&self) -> bool {
        match self {
            SendError::Address(_) => true,
            SendError::Smtp(error) => error.is_permanent(),
            SendError::Message(_) | SendError::File(..) | SendError::Folder(_) => false,
        }
    }
}

impl Mailer {
    /// Keeps every mail as a file in `folder`, which is made.
    pub fn to_folder(from: &str, folder: PathBuf) -> Result<Mailer, SendError> {
        std::fs::create_dir_all(&folder)?;
        Ok(Mailer { from: sender(from)?, way: Way::Folder(folder) })
    }

    pub fn to_server(from: &str, server: &SmtpServer) -> Result<Mailer, SendError> {
        Ok(Mailer { from: sender(from)?, way: Way::Smtp(Box::new(smtp(server)?)) })
    }

    pub fn send(&self, mail: &Rendered) -> Result<(), SendError> {
        let to: Mailbox = mail.to.parse().map_err(|_| SendError::Address(mail.to.clone()))?;
        let message = Message::builder()
            .message_id(Some(format!("<{}@buurtbod>", mail.id)))
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject);
        let message = match mail.files.is_empty() {
            true => message.header(ContentType::TEXT_PLAIN).body(mail.body.clone())?,
            false => message.multipart(with_files(mail)?)?,
        };
        match &self.way {
            Way::Folder(folder) => keep(folder, &mail.id, &message.formatted())?,
            Way::Smtp(server) => {
                server.send(&message)?;
            }
        }
        Ok(())
    }
}

fn with_files(mail: &Rendered) -> Result<MultiPart, SendError> {
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(mail.body.clone()));
    for file in &mail.files {
        let kind = ContentType::parse(file.media_type)
            .map_err(|why| SendError::File(file.name.clone(), why.to_string()))?;
        let part = Attachment::new(file.name.clone()).body(file.bytes.clone(), kind);
        parts = parts.singlepart(part);
    }
    Ok(parts)
}

/// Written under another name first: whoever reads the folder never sees half a mail.
fn keep(folder: &Path, id: &str, bytes: &[u8]) -> std::io::Result<()> {
    let half = folder.join(format!(".{id}.half"));
    std::fs::write(&half, bytes)?;
    std::fs::rename(half, folder.join(format!("{id}.eml")))
}

fn sender(from: &str) -> Result<Mailbox, SendError> {
    from.parse().map_err(|_| SendError::Address(from.to_owned()))
}

fn smtp(server: &SmtpServer) -> Result<SmtpTransport, SendError> {
    let builder = match server.encryption {
        Encryption::Starttls => SmtpTransport::starttls_relay(&server.host)?,
        Encryption::Tls => SmtpTransport::relay(&server.host)?,
        Encryption::None => SmtpTransport::builder_dangerous(&server.host),
    };
    let builder = builder.port(server.port).timeout(Some(std::time::Duration::from_secs(30)));
    Ok(match server.username.as_str() {
        "" => builder.build(),
        user => {
            let login = Credentials::new(user.to_owned(), server.password.clone());
            builder.credentials(login).build()
        }
    })
}

#[cfg(test)]
mod tests {
    use mail_parser::{MessageParser, MimeHeaders};

    use super::*;
    use crate::mail::MailFile;

    #[test]
    fn a_file_goes_with_a_mail_and_the_text_stays_readable() {
        let folder = tempfile::tempdir().unwrap();
        let mailer =
            Mailer::to_folder("Buurtbod <post@example.org>", folder.path().to_owned()).unwrap();
        let bytes = b"%PDF-1.7\r\n\x00\xff".to_vec();
        let file = MailFile {
            name: "BB-7K2M-X9QP.pdf".into(),
            media_type: "application/pdf",
            bytes: bytes.clone(),
        };
        let mail = Rendered {
            id: "one".into(),
            to: "gerda@kolkhuis.example".into(),
            subject: "Ontvangen".into(),
            body: "Beste Gerda,\n\ncoöperatie\n".into(),
            files: vec![file],
        };
        mailer.send(&mail).unwrap();
        let sent = std::fs::read(folder.path().join("one.eml")).unwrap();
        let read = MessageParser::default().parse(&sent).unwrap();
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), mail.body);
        let files: Vec<_> =
            read.attachments().map(|file| (file.attachment_name(), file.contents())).collect();
        assert_eq!(files, [(Some("BB-7K2M-X9QP.pdf"), bytes.as_slice())]);
    }
}
