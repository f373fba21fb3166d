//! Files by what is in them: a content is kept once, under its SHA-256, and is never changed. A row
//! that names a content is only written after the content is safe. Contents stand on the disk or in
//! a store that speaks S3 (`far_files`); what is still on its way in is always on this disk.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::far_files::{FarContent, FarFiles};

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    /// The folder of all files; it is made when it is needed.
    root: PathBuf,
    /// None: contents stand below `root`.
    far: Option<FarFiles>,
}

/// A file on its way in: it has no name yet, and it is gone unless it is kept.
pub struct Incoming {
    files: Files,
    path: PathBuf,
    file: Option<File>,
    digest: Sha256,
    size: u64,
}

/// What was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256, lower-case hexadecimal.
    pub hash: String,
    /// Bytes.
    pub size: u64,
}

/// A content to read from the start.
pub enum Content {
    Near(File),
    Far(FarContent),
}

impl Read for Content {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        match self {
            Content::Near(file) => file.read(to),
            Content::Far(far) => far.read(to),
        }
    }
}

impl Files {
    pub fn on_disk(root: PathBuf) -> Files {
        Files { root, far: None }
    }

    /// Contents go to `far`; `root` only holds what is on its way in.
    pub fn far(root: PathBuf, far: FarFiles) -> Files {
        Files { root, far: Some(far) }
    }

    /// `name` is a random one.
    pub fn incoming(&self, name: &str) -> io::Result<Incoming> {
        let path = self.on_its_way(name)?;
        let file = File::options().read(true).write(true).create_new(true).open(&path)?;
        Ok(Incoming { files: self.clone(), path, file: Some(file), digest: Sha256::new(), size: 0 })
    }

    /// Where a file of this name stands until it is kept.
    pub(super) fn on_its_way(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.root.join("incoming");
        fs::create_dir_all(&folder)?;
        Ok(folder.join(name))
    }

    /// Opens a content to read it.
    pub fn open(&self, hash: &str) -> io::Result<Content> {
        let place = place(&self.root, hash)?;
        match &self.far {
            None => Ok(Content::Near(File::open(place)?)),
            Some(far) => Ok(Content::Far(far.open(hash)?)),
        }
    }

    /// Throws a content away; one that is not there is no error.
    pub fn remove(&self, hash: &str) -> io::Result<()> {
        let place = place(&self.root, hash)?;
        match &self.far {
            None => gone(fs::remove_file(place)),
            Some(far) => gone(far.remove(hash)),
        }
    }
}

/// Done, or there was nothing to do.
pub(super) fn gone(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

impl Incoming {
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.open()?.write_all(bytes)?;
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// To look into it.
    pub fn open(&mut self) -> io::Result<&mut File> {
        self.file.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// What is in it, from the beginning, and no more than `most` bytes of it.
    pub fn bytes(&mut self, most: u64) -> io::Result<Vec<u8>> {
        let file = self.open()?;
        file.rewind()?;
        let mut bytes = vec![];
        file.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts other bytes in the place of those that came.
    pub fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = self.open()?;
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        (self.digest, self.size) = (Sha256::new(), 0);
        self.write(bytes)
    }

    /// Brings it to its place, safe against a loss of power.
    pub fn keep(mut self) -> io::Result<Kept> {
        let hash: String =
            self.digest.finalize_reset().iter().map(|b| format!("{b:02x}")).collect();
        let kept = Kept { hash, size: self.size };
        match self.files.far.clone() {
            Some(far) => far.keep(&kept.hash, self.bytes(u64::MAX)?)?,
            None => self.settle(&kept.hash)?,
        }
        Ok(kept)
    }

    fn settle(&mut self, hash: &str) -> io::Result<()> {
        let place = place(&self.files.root, hash)?;
        let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
        self.open()?.sync_all()?;
        self.file = None;
        fs::create_dir_all(folder)?;
        // Another upload of the same content may have been first; its bytes are the same.
        fs::rename(&self.path, &place)?;
        for folder in folder.ancestors().take(3) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

impl Write for Incoming {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Incoming::write(self, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open()?.flush()
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        self.file = None;
        // After `keep` there is nothing here any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// `ab/cd/abcd…` below `root`. Anything but a hash is refused, so no name leads elsewhere.
fn place(root: &Path, hash: &str) -> io::Result<PathBuf> {
    let sound = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    if !sound {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok(root.join(&hash[..2]).join(&hash[2..4]).join(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files_below(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|e| if e.path().is_dir() { files_below(&e.path()) } else { 1 }).sum()
    }

    fn incoming(files: &Files, name: &str) -> Incoming {
        let mut file = files.incoming(name).unwrap();
        file.write(b"he").unwrap();
        file.write(b"llo").unwrap();
        file
    }

    fn text(mut content: Content) -> String {
        let mut text = String::new();
        content.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_same_content_is_kept_once_and_thrown_away_once() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        let one = incoming(&files, "a").keep().unwrap();
        let two = incoming(&files, "b").keep().unwrap();
        assert_eq!(one, two);
        assert_eq!(one.size, 5);
        assert_eq!(files_below(root.path()), 1);
        assert_eq!(text(files.open(&one.hash).unwrap()), "hello");
        files.remove(&one.hash).unwrap();
        files.remove(&one.hash).unwrap();
        assert_eq!(files_below(root.path()), 0);
    }

    #[test]
    fn other_bytes_have_another_name() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        let mut file = incoming(&files, "a");
        assert_eq!(file.bytes(u64::MAX).unwrap(), b"hello");
        file.replace(b"bye").unwrap();
        let kept = file.keep().unwrap();
        assert_eq!(kept.size, 3);
        assert_eq!(kept.hash, crate::domain::journal::sha256_hex(b"bye"));
        assert_eq!(text(files.open(&kept.hash).unwrap()), "bye");
    }

    #[test]
    fn what_is_not_kept_is_gone() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        drop(incoming(&files, "a"));
        assert_eq!(files_below(root.path()), 0);
        assert!(files.open("../../etc/passwd").is_err());
    }
}
