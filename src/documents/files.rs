//! Files on disk, by what is in them: a content is kept once, under its SHA-256, and is never
//! changed. A row that names a content is only written after the content is safe on disk.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// A file on its way in: it has no name yet, and it is gone unless it is kept.
pub struct Incoming {
    root: PathBuf,
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

impl Incoming {
    /// `name` is a random one; `root` is the folder of all files, which is made.
    pub fn start(root: &Path, name: &str) -> io::Result<Incoming> {
        let folder = root.join("incoming");
        fs::create_dir_all(&folder)?;
        let path = folder.join(name);
        let file = File::options().read(true).write(true).create_new(true).open(&path)?;
        Ok(Incoming {
            root: root.to_owned(),
            path,
            file: Some(file),
            digest: Sha256::new(),
            size: 0,
        })
    }

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

    /// Brings it to its place, safe against a loss of power.
    pub fn keep(mut self) -> io::Result<Kept> {
        let hash: String =
            self.digest.finalize_reset().iter().map(|b| format!("{b:02x}")).collect();
        let kept = Kept { hash, size: self.size };
        let place = place(&self.root, &kept.hash)?;
        let folder = place.parent().ok_or(io::ErrorKind::InvalidInput)?;
        self.open()?.sync_all()?;
        self.file = None;
        fs::create_dir_all(folder)?;
        // Another upload of the same content may have been first; its bytes are the same.
        fs::rename(&self.path, &place)?;
        for folder in folder.ancestors().take(3) {
            File::open(folder)?.sync_all()?;
        }
        Ok(kept)
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        self.file = None;
        // After `keep` there is nothing here any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// Opens a content to read it.
pub fn open(root: &Path, hash: &str) -> io::Result<File> {
    File::open(place(root, hash)?)
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

    fn incoming(root: &Path, name: &str) -> Incoming {
        let mut file = Incoming::start(root, name).unwrap();
        file.write(b"he").unwrap();
        file.write(b"llo").unwrap();
        file
    }

    #[test]
    fn the_same_content_is_kept_once() {
        let root = tempfile::tempdir().unwrap();
        let one = incoming(root.path(), "a").keep().unwrap();
        let two = incoming(root.path(), "b").keep().unwrap();
        assert_eq!(one, two);
        assert_eq!(one.size, 5);
        assert_eq!(files_below(root.path()), 1);
        let mut text = String::new();
        open(root.path(), &one.hash).unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "hello");
    }

    #[test]
    fn what_is_not_kept_is_gone() {
        let root = tempfile::tempdir().unwrap();
        drop(incoming(root.path(), "a"));
        assert_eq!(files_below(root.path()), 0);
        assert!(open(root.path(), "../../etc/passwd").is_err());
    }
}
