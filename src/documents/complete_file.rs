//! Many files as one: a ZIP that is written from front to back while its parts are made, with the
//! SHA-256 of each and an index that people and screen readers can read.

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::exports::Words;
use super::files::{Incoming, Kept};
use super::paper::{
    Block, Cover, Fact, Paper, Part, PdfError, Words as PaperWords, in_eights, pdf,
};

/// What is in the file, or is missing from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Below the folder into which the file is unpacked, with `/` between.
    pub path: String,
    /// What it is, in words.
    pub about: String,
    /// None: it could not be had; `about` says why.
    pub content: Option<Kept>,
}

pub struct CompleteFile {
    zip: ZipWriter<StreamWriter<Incoming>>,
    listed: Vec<Listed>,
}

const PIECE: usize = 64 * 1024;
/// Names for programs and for the command line.
const INDEX: &str = "index.pdf";
const SUMS: &str = "SHA256SUMS";

impl CompleteFile {
    pub fn new(to: Incoming) -> CompleteFile {
        CompleteFile { zip: ZipWriter::new_stream(to), listed: vec![] }
    }

    /// Adds what can be read from `content`, piece by piece.
    pub fn add(&mut self, path: &str, about: String, content: &mut dyn Read) -> io::Result<()> {
        self.begin(path)?;
        let (mut digest, mut size, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
        loop {
            let length = content.read(&mut piece)?;
            let Some(bytes) = piece.get(..length).filter(|bytes| !bytes.is_empty()) else { break };
            digest.update(bytes);
            size += bytes.len() as u64;
            self.zip.write_all(bytes)?;
        }
        let hash = digest.finalize().iter().map(|b| format!("{b:02x}")).collect();
        self.listed.push(Listed {
            path: path.to_owned(),
            about,
            content: Some(Kept { hash, size }),
        });
        Ok(())
    }

    pub fn bytes(&mut self, path: &str, about: String, bytes: &[u8]) -> io::Result<()> {
        self.add(path, about, &mut &bytes[..])
    }

    /// Says that something should be here and is not.
    pub fn missing(&mut self, path: &str, about: String) {
        self.listed.push(Listed { path: path.to_owned(), about, content: None });
    }

    fn begin(&mut self, path: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        Ok(self.zip.start_file(path, options)?)
    }

    /// Adds the index and the list of sums, and brings the whole to its place. Answers also how
    /// many files are in it.
    pub fn finish(mut self, words: Words<'_>, author: &str) -> Result<(Kept, u32), FinishError> {
        let index = pdf(&index(words, author, &self.listed))?;
        self.bytes(INDEX, words.renderer.translate(words.lang, "complete-index", &[]), &index)?;
        let sums = sums(&self.listed);
        self.begin(SUMS)?;
        self.zip.write_all(sums.as_bytes())?;
        let files = self.listed.iter().filter(|one| one.content.is_some()).count() + 1;
        let written = self.zip.finish().map_err(io::Error::from)?.into_inner();
        Ok((written.keep()?, u32::try_from(files).unwrap_or(u32::MAX)))
    }
}

#[derive(Debug, thiserror::Error)]
pub enum FinishError {
    #[error(transparent)]
    Pdf(#[from] PdfError),
    #[error(transparent)]
    Files(#[from] io::Error),
}

/// As `sha256sum --check` reads it.
fn sums(listed: &[Listed]) -> String {
    let line = |one: &Listed| Some(format!("{}  {}\n", one.content.as_ref()?.hash, one.path));
    listed.iter().filter_map(line).collect()
}

/// A name of somebody's file as the last part of a path: no way out of the folder, nothing that a
/// program reads as a command.
pub fn safe_name(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || "-_. ".contains(c) { c } else { '_' };
    let name: String = name.chars().map(plain).take(100).collect();
    let name = name.trim_matches(['.', ' ', '-']).to_owned();
    if name.is_empty() { "_".to_owned() } else { name }
}

fn index(words: Words<'_>, author: &str, listed: &[Listed]) -> Paper {
    let say = |key: &str| words.renderer.translate(words.lang, key, &[]);
    let mut parts: Vec<Part> = vec![Part {
        title: say("complete-check"),
        blocks: vec![Block::text(&say("complete-check-text"))],
    }];
    for one in listed {
        let folder = one.path.rsplit_once('/').map(|(folder, _)| folder).unwrap_or("/");
        let fact = fact(words, one);
        match parts.last_mut() {
            Some(Part { title, blocks }) if title == folder => match blocks.last_mut() {
                Some(Block::Facts { items }) => items.push(fact),
                _ => blocks.push(Block::Facts { items: vec![fact] }),
            },
            _ => parts.push(Part {
                title: folder.to_owned(),
                blocks: vec![Block::Facts { items: vec![fact] }],
            }),
        }
    }
    let count = i64::try_from(listed.len()).unwrap_or(i64::MAX);
    let files = words.renderer.number(words.lang, count);
    Paper {
        lang: words.lang,
        title: format!("{}: {}", say("complete-title"), words.round),
        author: author.to_owned(),
        ident: format!("complete {} {}", words.round, words.at),
        at: words.at,
        mark: None,
        footer: vec![words.round.to_owned()],
        words: PaperWords {
            page: say("paper-page"),
            of: say("paper-of"),
            contents: Some(say("paper-contents")),
        },
        cover: Cover {
            above: author.to_owned(),
            title: say("complete-title"),
            below: words.round.to_owned(),
            facts: vec![
                Fact::new(
                    say("complete-made-at"),
                    &words.renderer.exact_moment(words.lang, words.at),
                ),
                Fact::new(say("complete-files"), &files),
            ],
            note: vec![],
        },
        parts,
    }
}

fn fact(words: Words<'_>, one: &Listed) -> Fact {
    let mut text = vec![one.about.clone()];
    if let Some(kept) = &one.content {
        let size = words.renderer.number(words.lang, i64::try_from(kept.size).unwrap_or(i64::MAX));
        let args = [("bytes", size.into())];
        text.push(words.renderer.translate(words.lang, "complete-bytes", &args));
        text.push(in_eights(&kept.hash));
    }
    let name = one.path.rsplit_once('/').map(|(_, name)| name).unwrap_or(&one.path);
    Fact { term: name.to_owned(), text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::files::Files;
    use crate::domain::journal::sha256_hex;
    use crate::rendering::{Lang, Renderer};

    #[test]
    fn what_goes_in_can_be_checked() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        let renderer = Renderer::load().unwrap();
        let at = "2027-03-01T09:30:00Z".parse().unwrap();
        let words = Words { renderer: &renderer, lang: Lang::Nl, round: "Ronde", at };
        let mut whole = CompleteFile::new(files.incoming("a").unwrap());
        whole.bytes("README.txt", "Uitleg".into(), b"Lees mij").unwrap();
        let large = vec![7; 200_000];
        whole.add("bids/1-A/een.bin", "Bijlage".into(), &mut large.as_slice()).unwrap();
        whole.missing("bids/1-A/virus.pdf", "Weggehaald".into());
        let (kept, count) = whole.finish(words, "Gemeente").unwrap();
        assert_eq!(count, 4);
        let mut bytes = vec![];
        files.open(&kept.hash).unwrap().read_to_end(&mut bytes).unwrap();
        assert_eq!(sha256_hex(&bytes), kept.hash);
        let mut zip = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
        let mut names: Vec<String> =
            zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        names.sort();
        assert_eq!(names, ["README.txt", "SHA256SUMS", "bids/1-A/een.bin", "index.pdf"]);
        let mut sums = String::new();
        zip.by_name("SHA256SUMS").unwrap().read_to_string(&mut sums).unwrap();
        for line in sums.lines() {
            let (hash, path) = line.split_once("  ").unwrap();
            let mut content = vec![];
            zip.by_name(path).unwrap().read_to_end(&mut content).unwrap();
            assert_eq!(sha256_hex(&content), hash, "{path}");
        }
        assert_eq!(sums.lines().count(), 3);
    }

    #[test]
    fn a_name_stays_in_its_folder() {
        assert_eq!(safe_name("Begroting 2027.pdf"), "Begroting 2027.pdf");
        assert_eq!(safe_name("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(safe_name("..."), "_");
        assert_eq!(safe_name("-rf"), "rf");
        assert_eq!(safe_name("a\0b\r\nc:d\\e"), "a_b__c_d_e");
    }
}
