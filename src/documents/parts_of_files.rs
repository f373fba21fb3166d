//! Files that come in piece by piece. How much of one is here is the length of what stands on the
//! disk; a piece is there whole or not at all, and two browsers cannot write at once.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::files::{Files, Incoming, gone};

/// Where a piece must go, because it was not there that it came for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere(pub u64);

impl Files {
    /// Bytes that are here of the file with this name.
    pub fn length_of_part(&self, name: &str) -> io::Result<u64> {
        match fs::metadata(self.part(name)?) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
            Err(error) => Err(error),
        }
    }

    /// Adds a piece at `offset`; answers how much is here now.
    pub fn add_part(
        &self,
        name: &str,
        (offset, piece): (u64, &[u8]),
    ) -> io::Result<Result<u64, Elsewhere>> {
        let path = self.part(name)?;
        let mut file = File::options().append(true).create(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            // Another piece of it is being written: what is here now says how far we are.
            Err(TryLockError::WouldBlock) => return Ok(Err(Elsewhere(file.metadata()?.len()))),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let length = file.metadata()?.len();
        if length != offset {
            return Ok(Err(Elsewhere(length)));
        }
        match file.write_all(piece) {
            Ok(()) => Ok(Ok(length + piece.len() as u64)),
            Err(error) => {
                // The disk is full: half a piece is none.
                file.set_len(length)?;
                Err(error)
            }
        }
    }

    /// Takes the whole file out of its pieces. Of two that try, one gets it. `new` is a name of
    /// chance.
    pub fn whole(&self, name: &str, new: &str) -> io::Result<Option<Incoming>> {
        let Some(mut part) = self.taken(name)? else { return Ok(None) };
        let mut incoming = self.incoming(new)?;
        let mut piece = vec![0; 256 * 1024];
        part.seek(SeekFrom::Start(0))?;
        loop {
            match part.read(&mut piece)? {
                0 => return Ok(Some(incoming)),
                length => incoming.write(&piece[..length])?,
            }
        }
    }

    /// Opened, and without a name from here on.
    fn taken(&self, name: &str) -> io::Result<Option<File>> {
        let path = self.part(name)?;
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        match fs::remove_file(path) {
            Ok(()) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Throws the pieces away.
    pub fn forget_part(&self, name: &str) -> io::Result<()> {
        gone(fs::remove_file(self.part(name)?))
    }

    fn part(&self, name: &str) -> io::Result<std::path::PathBuf> {
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !plain {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.on_its_way(&format!("part-{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_become_a_file_once() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        assert_eq!(files.length_of_part("a").unwrap(), 0);
        assert_eq!(files.add_part("a", (0, b"he")).unwrap(), Ok(2));
        assert_eq!(files.add_part("a", (0, b"he")).unwrap(), Err(Elsewhere(2)));
        assert_eq!(files.add_part("a", (9, b"he")).unwrap(), Err(Elsewhere(2)));
        assert_eq!(files.add_part("a", (2, b"llo")).unwrap(), Ok(5));
        assert_eq!(files.length_of_part("a").unwrap(), 5);
        let kept = files.whole("a", "b").unwrap().unwrap().keep().unwrap();
        assert_eq!(kept.hash, crate::domain::journal::sha256_hex(b"hello"));
        assert!(files.whole("a", "b").unwrap().is_none());
        assert_eq!(files.length_of_part("a").unwrap(), 0);
    }

    #[test]
    fn two_tabs_never_mix_their_pieces() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        let tab = |sign: u8| {
            let files = files.clone();
            std::thread::spawn(move || {
                let mut at = 0;
                while at < 4000 {
                    at = match files.add_part("a", (at, &[sign; 100])).unwrap() {
                        Ok(at) | Err(Elsewhere(at)) => at,
                    };
                }
            })
        };
        let tabs = [tab(b'x'), tab(b'y')];
        tabs.into_iter().for_each(|tab| tab.join().unwrap());
        let bytes = files.whole("a", "b").unwrap().unwrap().bytes(u64::MAX).unwrap();
        assert_eq!(bytes.len(), 4000);
        assert!(bytes.chunks(100).all(|piece| piece.iter().all(|sign| *sign == piece[0])));
    }

    #[test]
    fn names_lead_nowhere_else_and_what_is_forgotten_is_gone() {
        let root = tempfile::tempdir().unwrap();
        let files = Files::on_disk(root.path().to_owned());
        assert!(files.add_part("../a", (0, b"x")).is_err());
        files.add_part("a", (0, b"x")).unwrap().unwrap();
        files.forget_part("a").unwrap();
        files.forget_part("a").unwrap();
        assert_eq!(files.length_of_part("a").unwrap(), 0);
    }
}
