//! A strict reader of ZIP containers, as office documents are: it reads the directory, refuses
//! what is odd (parts that overlap, more than it says, more than a document needs) and reads one
//! small part. Nothing is ever unpacked to disk.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;

/// A text document has some dozens of parts, one with many pictures some hundreds.
const MOST_PARTS: u16 = 4000;
/// Bytes of all parts together, unpacked. A larger document does no work any more, a bomb does.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// So many times its size may a large container unpack. Text packs to a twentieth, a sheet full of
/// the same to a hundredth.
const MOST_TIMES: u64 = 250;
/// Below this any packing is harmless.
const HARMLESS: u64 = 16 * 1024 * 1024;
/// A document within a document, such as a sheet in a letter, is looked into up to this size.
const LARGEST_INNER: u64 = 32 * 1024 * 1024;
/// A part that says what a document is, is small.
const LARGEST_PART: u64 = 1024 * 1024;

const END: [u8; 4] = *b"PK\x05\x06";
const END_LENGTH: usize = 22;
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;
const LOCAL: [u8; 4] = *b"PK\x03\x04";
const LOCAL_LENGTH: u64 = 30;

#[derive(Debug, thiserror::Error)]
pub enum Flaw {
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// Damaged, protected by a password, or built to mislead.
    #[error("the container is not sound")]
    Unsound,
}

#[derive(Clone, Debug)]
pub struct Part {
    pub name: String,
    packing: u16,
    packed: u64,
    unpacked: u64,
    offset: u64,
}

impl Part {
    /// Its bytes when unpacked, as it says itself.
    pub fn unpacked(&self) -> u64 {
        self.unpacked
    }
}

/// The parts of a container in the order in which they stand in the file.
pub fn parts(file: &mut (impl Read + Seek)) -> Result<Vec<Part>, Flaw> {
    let size = file.seek(SeekFrom::End(0))?;
    let (count, start, length) = directory(file, size)?;
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = vec![0; usize::try_from(length).map_err(|_| Flaw::Unsound)?];
    file.read_exact(&mut bytes)?;
    let mut parts = Vec::with_capacity(usize::from(count));
    let mut rest = bytes.as_slice();
    for _ in 0..count {
        let (part, after) = part(rest)?;
        parts.push(part);
        rest = after;
    }
    parts.sort_by_key(|part| part.offset);
    check(&parts, start)?;
    Ok(parts)
}

/// Unpacks everything and forgets it again, to see that each part is as long as it says; answers
/// the parts of the containers inside. A container inside one that is inside is refused.
pub fn unpack(file: &mut (impl Read + Seek), parts: &[Part]) -> Result<Vec<Vec<Part>>, Flaw> {
    let mut inner = Vec::new();
    for part in parts {
        let bytes = whole(file, part)?;
        if !bytes.starts_with(&LOCAL) {
            continue;
        }
        let mut inside = io::Cursor::new(bytes);
        let own = self::parts(&mut inside)?;
        for part in &own {
            if whole(&mut inside, part)?.starts_with(&LOCAL) {
                return Err(Flaw::Unsound);
            }
        }
        inner.push(own);
    }
    Ok(inner)
}

/// One part: all of it when it is a container itself, otherwise only how it begins.
fn whole(file: &mut (impl Read + Seek), part: &Part) -> Result<Vec<u8>, Flaw> {
    let packed = packed(file, part)?;
    // One byte more than it says shows a part that lies.
    let mut content: Box<dyn Read + '_> = match part.packing {
        0 => Box::new(packed.take(part.unpacked + 1)),
        8 => Box::new(DeflateDecoder::new(packed).take(part.unpacked + 1)),
        _ => return Err(Flaw::Unsound),
    };
    let mut bytes = Vec::new();
    let mut length = (&mut content).take(LOCAL.len() as u64).read_to_end(&mut bytes)? as u64;
    if bytes == LOCAL {
        if part.unpacked > LARGEST_INNER {
            return Err(Flaw::Unsound);
        }
        length += content.read_to_end(&mut bytes)? as u64;
    } else {
        length += io::copy(&mut content, &mut io::sink())?;
    }
    if length == part.unpacked { Ok(bytes) } else { Err(Flaw::Unsound) }
}

/// Does the file end as a container does? A reader of containers would then open it, whatever it
/// begins with.
pub fn ends_as_one(file: &mut (impl Read + Seek)) -> io::Result<bool> {
    let size = file.seek(SeekFrom::End(0))?;
    Ok(end_of(&tail(file, size)?).is_some())
}

/// Unpacks one small part.
pub fn read(file: &mut (impl Read + Seek), part: &Part) -> Result<Vec<u8>, Flaw> {
    if part.unpacked > LARGEST_PART {
        return Err(Flaw::Unsound);
    }
    let packed = packed(file, part)?;
    let mut bytes = Vec::new();
    let read = match part.packing {
        0 => packed.take(LARGEST_PART).read_to_end(&mut bytes)?,
        8 => DeflateDecoder::new(packed).take(LARGEST_PART).read_to_end(&mut bytes)?,
        _ => return Err(Flaw::Unsound),
    };
    if read as u64 == part.unpacked { Ok(bytes) } else { Err(Flaw::Unsound) }
}

fn packed<'f, F: Read + Seek>(file: &'f mut F, part: &Part) -> Result<io::Take<&'f mut F>, Flaw> {
    let mut head = [0; LOCAL_LENGTH as usize];
    file.seek(SeekFrom::Start(part.offset))?;
    file.read_exact(&mut head)?;
    if head[..4] != LOCAL {
        return Err(Flaw::Unsound);
    }
    let skip = i64::from(u16_at(&head, 26)) + i64::from(u16_at(&head, 28));
    file.seek(SeekFrom::Current(skip))?;
    Ok(file.take(part.packed))
}

fn tail(file: &mut (impl Read + Seek), size: u64) -> io::Result<Vec<u8>> {
    let tail = size.min(END_LENGTH as u64 + u64::from(u16::MAX));
    file.seek(SeekFrom::Start(size - tail))?;
    let mut bytes = Vec::new();
    file.take(tail).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Where the end record stands in the last bytes of a file.
fn end_of(bytes: &[u8]) -> Option<usize> {
    (0..=bytes.len().saturating_sub(END_LENGTH)).rev().find(|at| {
        bytes.get(*at..at + 4) == Some(&END)
            && usize::from(u16_at(&bytes[*at..], 20)) == bytes.len() - at - END_LENGTH
    })
}

/// Number of parts, and where the directory starts and how long it is. The end record must be
/// the last thing in the file: anything behind it is there for another reader.
fn directory(file: &mut (impl Read + Seek), size: u64) -> Result<(u16, u64, u64), Flaw> {
    let bytes = tail(file, size)?;
    let at = end_of(&bytes).ok_or(Flaw::Unsound)?;
    let end = &bytes[at..];
    let (count, start, length) = (u16_at(end, 10), u32_at(end, 16), u32_at(end, 12));
    let whole = u16_at(end, 4) == 0 && u16_at(end, 6) == 0 && u16_at(end, 8) == count;
    let stands = start.checked_add(length) == Some(size - (bytes.len() - at) as u64);
    if whole && stands && count <= MOST_PARTS {
        Ok((count, start, length))
    } else {
        Err(Flaw::Unsound)
    }
}

fn part(bytes: &[u8]) -> Result<(Part, &[u8]), Flaw> {
    if bytes.len() < ENTRY_LENGTH || bytes[..4] != ENTRY {
        return Err(Flaw::Unsound);
    }
    let lengths = [28, 30, 32].map(|at| usize::from(u16_at(bytes, at)));
    let all = ENTRY_LENGTH + lengths.iter().sum::<usize>();
    let name = bytes.get(ENTRY_LENGTH..ENTRY_LENGTH + lengths[0]).ok_or(Flaw::Unsound)?;
    let part = Part {
        name: String::from_utf8_lossy(name).into_owned(),
        packing: u16_at(bytes, 10),
        packed: u32_at(bytes, 20),
        unpacked: u32_at(bytes, 24),
        offset: u32_at(bytes, 42),
    };
    let protected = u16_at(bytes, 8) & 1 == 1;
    let after = bytes.get(all..).ok_or(Flaw::Unsound)?;
    if protected { Err(Flaw::Unsound) } else { Ok((part, after)) }
}

/// Parts lie behind each other before the directory, and are together not too large.
fn check(parts: &[Part], directory: u64) -> Result<(), Flaw> {
    let unpacked: u64 = parts.iter().map(|part| part.unpacked).sum();
    let starts = parts.iter().skip(1).map(|part| part.offset).chain([directory]);
    let apart = parts
        .iter()
        .zip(starts)
        .all(|(part, next)| part.offset + LOCAL_LENGTH + part.packed <= next);
    let small = unpacked <= HARMLESS || unpacked <= directory.saturating_mul(MOST_TIMES);
    if apart && small && unpacked <= MOST_UNPACKED { Ok(()) } else { Err(Flaw::Unsound) }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    match bytes.get(at..at + 2) {
        Some(&[low, high]) => u16::from_le_bytes([low, high]),
        _ => 0,
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u16_at(bytes, at)) | (u64::from(u16_at(bytes, at + 2)) << 16)
}

#[cfg(test)]
pub mod samples {
    use std::io::Write;

    /// A container with these parts, each packed.
    pub fn container(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let packed = parts.iter().map(|(name, bytes)| {
            let mut to = flate2::write::DeflateEncoder::new(vec![], flate2::Compression::best());
            to.write_all(bytes).unwrap();
            (*name, 8, to.finish().unwrap(), bytes.len())
        });
        joined(&packed.collect::<Vec<_>>())
    }

    /// Name, packing, packed bytes and the length it claims to have unpacked.
    pub fn joined(parts: &[(&str, u16, Vec<u8>, usize)]) -> Vec<u8> {
        let (mut file, mut directory) = (vec![], vec![]);
        for (name, packing, packed, unpacked) in parts {
            let offset = u32::try_from(file.len()).unwrap();
            let sizes = [packed.len(), *unpacked].map(|n| u32::try_from(n).unwrap().to_le_bytes());
            let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let common = |to: &mut Vec<u8>| {
                to.extend([20, 0, 0, 0]);
                to.extend(packing.to_le_bytes());
                to.extend([0; 8]);
                to.extend(sizes.concat());
                to.extend(name_length);
                to.extend([0, 0]);
            };
            file.extend(b"PK\x03\x04");
            common(&mut file);
            file.extend(name.bytes());
            file.extend(packed);
            directory.extend(b"PK\x01\x02\x14\x00");
            common(&mut directory);
            directory.extend([0; 10]);
            directory.extend(offset.to_le_bytes());
            directory.extend(name.bytes());
        }
        let (start, length) = (file.len(), directory.len());
        let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
        file.extend(directory);
        file.extend(b"PK\x05\x06\0\0\0\0");
        file.extend([count, count].concat());
        for number in [length, start] {
            file.extend(u32::try_from(number).unwrap().to_le_bytes());
        }
        file.extend([0, 0]);
        file
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{container, joined};
    use super::*;
    use proptest::prelude::*;
    use std::io::Cursor;

    #[test]
    fn a_part_is_found_and_unpacked() {
        let mut file = Cursor::new(container(&[("a.txt", b"one"), ("b/c.xml", &[b'x'; 5000])]));
        let found = parts(&mut file).unwrap();
        let names: Vec<_> = found.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["a.txt", "b/c.xml"]);
        assert_eq!(read(&mut file, &found[1]).unwrap(), vec![b'x'; 5000]);
    }

    #[test]
    fn what_is_odd_is_refused() {
        let sound = container(&[("a.txt", b"one")]);
        let refused = |bytes: Vec<u8>| parts(&mut Cursor::new(bytes)).is_err();
        assert!(!refused(sound.clone()));
        assert!(refused([sound.clone(), b"tail".to_vec()].concat()), "something behind the end");
        assert!(refused([b"head".to_vec(), sound.clone()].concat()), "something before the start");
        assert!(refused(sound[..sound.len() - 3].to_vec()), "cut off");
        let bomb = joined(&[("a", 8, vec![0; 10], 200 << 20), ("b", 8, vec![0; 10], 200 << 20)]);
        assert!(refused(bomb), "far larger than it looks");
        let many: Vec<_> = (0..4001).map(|_| ("a", 0, vec![], 0)).collect();
        assert!(refused(joined(&many)), "too many parts");
        let mut overlap = container(&[("a", b"one"), ("b", b"two")]);
        let second = overlap.windows(4).rposition(|w| w == ENTRY).unwrap();
        overlap[second + 42..second + 46].fill(0);
        assert!(refused(overlap), "two parts on the same bytes");
        let mut locked = sound;
        let entry = locked.windows(4).rposition(|w| w == ENTRY).unwrap();
        locked[entry + 8] |= 1;
        assert!(refused(locked), "a password");
    }

    #[test]
    fn a_part_that_lies_about_its_length_is_refused() {
        let full = container(&[("a", &[0; 4000])]);
        let at = parts(&mut Cursor::new(&full)).unwrap();
        let lying = Part { unpacked: 10, ..at[0].clone() };
        assert!(read(&mut Cursor::new(&full), &lying).is_err());
    }

    /// What becomes of a container that is unpacked.
    fn unpacked(bytes: Vec<u8>) -> Result<usize, Flaw> {
        let mut file = Cursor::new(bytes);
        let found = parts(&mut file)?;
        Ok(unpack(&mut file, &found)?.len())
    }

    #[test]
    fn bombs_are_refused_before_they_go_off() {
        let sheet = container(&[("xl/sheet.xml", b"1")]);
        let letter = container(&[("word/document.xml", b"x"), ("word/sheet.xlsx", &sheet)]);
        assert_eq!(unpacked(sheet.clone()).unwrap(), 0);
        assert_eq!(unpacked(letter.clone()).unwrap(), 1);
        assert!(unpacked(container(&[("a.docx", &letter)])).is_err(), "nested three times");
        let zeros = vec![0; 20 << 20];
        assert!(unpacked(container(&[("a.xml", &zeros)])).is_err(), "a thousand times its size");
        let whole = container(&[("a.xml", &zeros[..15 << 20])]);
        assert!(unpacked(whole).is_ok(), "large, and harmless");
        let mut lying = container(&[("a.xml", &zeros[..4000])]);
        let entry = lying.windows(4).rposition(|w| w == ENTRY).unwrap();
        lying[entry + 24..entry + 28].copy_from_slice(&10_u32.to_le_bytes());
        assert!(unpacked(lying).is_err(), "longer than it says");
        let inner = container(&[("a.xml", &zeros)]);
        assert!(unpacked(container(&[("bomb.xlsx", &inner)])).is_err(), "a bomb inside");
    }

    #[test]
    fn what_ends_as_a_container_is_seen() {
        let sound = container(&[("a.txt", b"one")]);
        let ends = |bytes: Vec<u8>| ends_as_one(&mut Cursor::new(bytes)).unwrap();
        assert!(ends([b"%PDF-1.4 ... %%EOF".to_vec(), sound.clone()].concat()));
        assert!(!ends([sound, b"%%EOF".to_vec()].concat()));
        assert!(!ends(b"%PDF-1.4 PK\x05\x06".to_vec()));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..400) {
            bytes.extend(container(&[("a", b"one")]));
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 0x55;
            }
            let _ = parts(&mut Cursor::new(bytes));
        }

        #[test]
        fn one_changed_byte_never_makes_it_panic(at in 0usize..200, flip in 1u8..=255) {
            let mut bytes = container(&[("a.txt", b"one"), ("b.txt", b"two")]);
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= flip;
            }
            let mut file = Cursor::new(bytes);
            for part in parts(&mut file).unwrap_or_default() {
                let _ = read(&mut file, &part);
            }
        }
    }
}
