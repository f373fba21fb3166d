//! Files that go with a bid: which kinds there are, what their names may be, and how many.

use jiff::Timestamp;

use crate::domain::accounts::words;
use crate::domain::bids::{ListedAttachment, Shut};
use crate::domain::ids::{AttachmentId, BidId};
use crate::domain::refusal::Refusal;
use crate::domain::rounds::sections::{Kind, Section};

words! {
    /// The kinds of files that are taken; the content decides, the name must agree.
    FileKind {
        Pdf = "pdf",
        Odt = "odt",
        Docx = "docx",
        Xlsx = "xlsx",
        Png = "png",
        Jpeg = "jpeg",
    }
}

impl FileKind {
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Odt => "application/vnd.oasis.opendocument.text",
            FileKind::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Png => "image/png",
            FileKind::Jpeg => "image/jpeg",
        }
    }

    /// Ends of names, without the dot, in small letters.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            FileKind::Pdf => &["pdf"],
            FileKind::Odt => &["odt"],
            FileKind::Docx => &["docx"],
            FileKind::Xlsx => &["xlsx"],
            FileKind::Png => &["png"],
            FileKind::Jpeg => &["jpg", "jpeg"],
        }
    }

    /// For the file chooser of a browser: `.pdf,.odt,…`.
    pub fn accepted() -> String {
        let all = FileKind::ALL.iter().flat_map(|kind| kind.extensions());
        all.map(|end| format!(".{end}")).collect::<Vec<_>>().join(",")
    }

    /// Does this name belong to a file of this kind?
    pub fn agrees_with(self, name: &str) -> bool {
        let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
        end.is_some_and(|end| self.extensions().contains(&end.as_str()))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub bid: BidId,
    /// Code of the section it belongs to.
    pub section: String,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of its bytes; also the name under which they are kept.
    pub hash: String,
    pub added_at: Timestamp,
    /// Taken out, but it can be put back until the bid is handed in.
    pub removed_at: Option<Timestamp>,
}

words! {
    /// What a virus scanner said of a content.
    Check {
        /// It was never asked.
        Unchecked = "unchecked",
        /// It did not answer yet; nobody gets the file until it did.
        Waiting = "waiting",
        Clean = "clean",
        /// The content is thrown away.
        Infected = "infected",
    }
}

impl Check {
    /// May somebody who may see the file have its content?
    pub fn gives_out(self) -> Result<(), FileRefusal> {
        match self {
            Check::Unchecked | Check::Clean => Ok(()),
            Check::Waiting => Err(FileRefusal::Waiting),
            Check::Infected => Err(FileRefusal::Infected),
        }
    }
}

impl Attachment {
    /// As it stands in the content of a bid.
    pub fn listed(&self) -> ListedAttachment {
        ListedAttachment {
            section: self.section.clone(),
            name: self.name.clone(),
            media_type: self.kind.media_type().to_owned(),
            size: self.size,
            hash: self.hash.clone(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileRefusal {
    #[error("the file is empty")]
    Empty,
    #[error("this kind of file is not taken")]
    Unknown,
    #[error("the document holds macros")]
    Macros,
    #[error("the end of the name does not fit what is inside")]
    Name,
    #[error("the document is damaged, or made to be much larger than it looks")]
    Damaged,
    /// Two kinds of readers would each see another document in it.
    #[error("the file is of two kinds at once")]
    TwoKinds,
    #[error("the file holds a virus")]
    Infected,
    #[error("the file waits for a virus scanner")]
    Waiting,
    #[error("the file is too large")]
    TooLarge,
    #[error("the bid holds as much as it may")]
    BidFull,
    #[error("the cooperative sent as much as it may in this round")]
    CooperativeFull,
    #[error("as many files are on their way as may be")]
    TooManyAtOnce,
    #[error("the section has as many files as it may have")]
    TooMany,
    #[error("no file was chosen")]
    None,
    #[error("the section asks for no files")]
    NotAsked,
    #[error(transparent)]
    Shut(#[from] Shut),
}

impl Refusal for FileRefusal {
    fn key(&self) -> &'static str {
        match self {
            FileRefusal::Empty => "file-refused-empty",
            FileRefusal::Unknown => "file-refused-unknown",
            FileRefusal::Macros => "file-refused-macros",
            FileRefusal::Name => "file-refused-name",
            FileRefusal::Damaged => "file-refused-damaged",
            FileRefusal::TwoKinds => "file-refused-two-kinds",
            FileRefusal::Infected => "file-refused-infected",
            FileRefusal::Waiting => "file-refused-waiting",
            FileRefusal::TooLarge => "file-refused-larger",
            FileRefusal::BidFull => "file-refused-bid-full",
            FileRefusal::CooperativeFull => "file-refused-cooperative-full",
            FileRefusal::TooManyAtOnce => "file-refused-at-once",
            FileRefusal::TooMany => "file-refused-too-many",
            FileRefusal::None => "file-refused-none",
            FileRefusal::NotAsked => "file-refused-not-asked",
            FileRefusal::Shut(why) => why.key(),
        }
    }
}

/// So many files a section may have; none when it asks for no files.
pub fn most_files(section: &Section) -> Option<usize> {
    let asked = section.questions.iter().filter_map(|question| match question.kind {
        Kind::Files { max } => Some(usize::from(max)),
        _ => None,
    });
    asked.reduce(|one, two| one + two)
}

/// May one more file come to this section, which has `present` of them?
pub fn room_for_one(section: Option<&Section>, present: usize) -> Result<(), FileRefusal> {
    let most = section.and_then(most_files).ok_or(FileRefusal::NotAsked)?;
    if present < most { Ok(()) } else { Err(FileRefusal::TooMany) }
}

/// Longest name, in characters.
const LONGEST: usize = 120;
/// Longest end of a name, in characters with its dot; what is longer is part of the name.
const LONGEST_END: usize = 11;
/// What a name may be on most disks.
const LONGEST_BYTES: usize = 255;

/// The name of a file without folders, signs that hide or turn text, and signs that mean
/// something to an operating system; at most 120 characters, and never empty.
pub fn clean_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !hides(*c)).map(harmless).collect();
    let folded = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = folded.trim_start_matches(['.', '-', ' ']).trim_end_matches(['.', ' ']);
    let name = if name.is_empty() { "bestand" } else { name };
    let dot = name.rfind('.').filter(|dot| name[*dot..].chars().count() <= LONGEST_END);
    let (stem, end) = name.split_at(dot.unwrap_or(name.len()));
    let room = LONGEST - end.chars().count();
    let mut short: String = stem.chars().take(room).collect();
    while short.len() + end.len() > LONGEST_BYTES {
        short.pop();
    }
    // A cut can lay bare a space or a dot, and only a cut: a name that fits stays as it is.
    if short.len() < stem.len() {
        short.truncate(short.trim_end_matches(['.', ' ']).len());
    }
    short + end
}

/// Control characters, and marks without width or that turn the direction of a text.
pub fn hides(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

fn harmless(c: char) -> char {
    if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_lose_what_could_mislead() {
        let long = format!("{}.pdf", "a".repeat(300));
        let cases = [
            ("Brief dorpsraad.pdf", "Brief dorpsraad.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Mijn map\\verslag.odt", "verslag.odt"),
            ("verslag\u{202E}fdp.exe", "verslagfdp.exe"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"),
            ("  .pdf ", "pdf"),
            ("..", "bestand"),
            ("", "bestand"),
            ("-rf.pdf", "rf.pdf"),
            ("één – twee.PDF", "één – twee.PDF"),
            ("NUL\0.pdf", "NUL.pdf"),
            ("x .pdf", "x .pdf"),
        ];
        for (given, clean) in cases {
            assert_eq!(clean_name(given), clean, "{given:?}");
        }
        assert_eq!(clean_name(&long), format!("{}.pdf", "a".repeat(116)));
        assert_eq!(clean_name(&"€".repeat(120)).len(), 255);
    }

    #[test]
    fn the_end_of_a_name_must_agree() {
        assert!(FileKind::Jpeg.agrees_with("foto.JPG"));
        assert!(FileKind::Jpeg.agrees_with("foto.jpeg"));
        assert!(!FileKind::Pdf.agrees_with("plan.docx"));
        assert!(!FileKind::Pdf.agrees_with("pdf"));
        assert_eq!(FileKind::accepted(), ".pdf,.odt,.docx,.xlsx,.png,.jpg,.jpeg");
    }

    proptest! {
        #[test]
        fn every_name_becomes_one_that_is_safe(given in prop_oneof![".{0,200}", "[a€ .-]{80,140}"]) {
            let name = clean_name(&given);
            prop_assert!(!name.is_empty() && name.chars().count() <= LONGEST);
            prop_assert!(name.len() <= LONGEST_BYTES);
            prop_assert!(!name.contains(['/', '\\', '"', '\r', '\n']));
            prop_assert!(!name.starts_with('.') && !name.starts_with('-') && !name.ends_with('.'));
            prop_assert!(!name.chars().any(hides));
            prop_assert_eq!(clean_name(&name), name);
        }
    }
}
