//! Pictures without what else they carry: where and when they were made, with what, by whom, small
//! copies of what was cut away, and anything behind their end. The picture itself stays as it is,
//! byte for byte; a camera's note which side is up stays too.

/// More pixels than this is no photo; it is made to fill the memory of who looks at it.
const MOST_PIXELS: u64 = 100_000_000;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What a PNG needs to look the same.
const CHUNKS: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"bKGD", b"pHYs", b"cICP", b"mDCV", b"cLLI",
];

/// A PNG with only what is needed to show it; none when it is damaged or far too large.
pub fn bare_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut kept = SIGNATURE.to_vec();
    let (mut first, mut drawn) = (true, false);
    loop {
        let length = usize::try_from(u32::from_be_bytes(*rest.first_chunk()?)).ok()?;
        // Length, name, content, check.
        let (chunk, after) = rest.split_at_checked(length.checked_add(12)?)?;
        let name: &[u8; 4] = chunk[4..].first_chunk()?;
        if first && (name != b"IHDR" || !is_small(size_of(&chunk[8..])?)) {
            return None;
        }
        drawn |= name == b"IDAT";
        if CHUNKS.contains(&name) {
            kept.extend(chunk);
        }
        if name == b"IEND" {
            return drawn.then_some(kept);
        }
        (first, rest) = (false, after);
    }
}

fn size_of(header: &[u8]) -> Option<(u64, u64)> {
    let (width, rest) = header.split_first_chunk()?;
    Some((u32::from_be_bytes(*width).into(), u32::from_be_bytes(*rest.first_chunk()?).into()))
}

fn is_small((width, height): (u64, u64)) -> bool {
    width > 0 && height > 0 && width.saturating_mul(height) <= MOST_PIXELS
}

const START: u8 = 0xD8;
const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;
const EXIF: &[u8] = b"Exif\0\0";

/// A JPEG with only what is needed to show it; none when it is damaged or far too large. One that
/// stops in the middle, as a lost connection leaves it, gets an end.
pub fn bare_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, START])?;
    let mut kept = vec![0xFF, START];
    let (mut sized, mut drawn) = (false, false);
    loop {
        let Some((marker, after)) = marker(rest) else {
            kept.extend([0xFF, END]);
            return drawn.then_some(kept);
        };
        if marker == END {
            kept.extend([0xFF, END]);
            return drawn.then_some(kept);
        }
        let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
        let (segment, after) = after.split_at_checked(length)?;
        let content = segment.get(2..)?;
        if is_frame(marker) {
            sized = is_small(frame_size(content)?);
        }
        if shows(marker, content) {
            kept.extend([0xFF, marker]);
            kept.extend(segment);
        } else if let Some(side) = (marker == 0xE1).then(|| side_up(content)).flatten() {
            kept.extend(only_side_up(side));
        }
        rest = after;
        if marker == SCAN {
            let (scan, after) = after.split_at(scan_length(after));
            kept.extend(scan);
            rest = after;
            drawn = sized;
        }
    }
}

/// The next marker; more than one 0xFF may stand before it.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let after = bytes.strip_prefix(&[0xFF])?;
    let at = after.iter().position(|byte| *byte != 0xFF)?;
    Some((after[at], &after[at + 1..]))
}

/// Up to the next marker that is no part of the scan.
fn scan_length(bytes: &[u8]) -> usize {
    let inside = |next: u8| matches!(next, 0 | 0xD0..=0xD7 | 0xFF);
    let end = bytes.windows(2).position(|pair| pair[0] == 0xFF && !inside(pair[1]));
    end.unwrap_or(bytes.len())
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn frame_size(content: &[u8]) -> Option<(u64, u64)> {
    let (height, rest) = content.get(1..)?.split_first_chunk()?;
    Some((u16::from_be_bytes(*rest.first_chunk()?).into(), u16::from_be_bytes(*height).into()))
}

/// Everything but comments and what applications add; of those only what colours need.
fn shows(marker: u8, content: &[u8]) -> bool {
    match marker {
        0xE0 => content.starts_with(b"JFIF\0"),
        0xE2 => content.starts_with(b"ICC_PROFILE\0"),
        0xEE => content.starts_with(b"Adobe"),
        0xE1..=0xEF | 0xFE => false,
        _ => true,
    }
}

/// Which side is up (2 to 8; 1 needs no words), as the camera noted it.
fn side_up(content: &[u8]) -> Option<u8> {
    let tiff = content.strip_prefix(EXIF)?;
    let little = tiff.starts_with(b"II");
    let two = |at: usize| {
        let bytes: [u8; 2] = *tiff.get(at..)?.first_chunk()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let (one, other) = (u32::from(two(at)?), u32::from(two(at + 2)?));
        Some(if little { one | other << 16 } else { one << 16 | other })
    };
    let list = usize::try_from(four(4)?).ok()?;
    let entries = (0..usize::from(two(list)?)).map(|entry| list + 2 + entry * 12);
    let mut found = entries.filter(|at| two(*at) == Some(0x0112));
    let side = u8::try_from(two(found.next()? + 8)?).ok()?;
    (2..=8).contains(&side).then_some(side)
}

/// A note of the camera with nothing else in it.
fn only_side_up(side: u8) -> Vec<u8> {
    let mut note = vec![0xFF, 0xE1, 0, 34];
    note.extend(EXIF);
    note.extend(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
    note.extend([side, 0, 0, 0, 0, 0, 0, 0]);
    note
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker], &length[..], content].concat()
    }

    /// A note of a camera: which side is up, and a place on earth.
    fn exif(side: u8) -> Vec<u8> {
        let mut tiff = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
        tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0]);
        tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
        tiff.extend(b"\0\0\0\0GPS 52.0907N 5.1214E");
        tiff
    }

    const FRAME: &[u8] = &[8, 0, 16, 0, 16, 1, 1, 0x11, 0];

    fn jpeg(notes: &[Vec<u8>]) -> Vec<u8> {
        let head = [&[0xFF, 0xD8][..], &segment(0xE0, b"JFIF\0\x01\x01")].concat();
        let picture = [
            segment(0xDB, &[0; 65]),
            segment(0xC0, FRAME),
            segment(0xC4, &[0; 20]),
            segment(0xDA, &[1, 1, 0, 0, 63, 0]),
            b"scan \xFF\0 \xFF\xD0 data".to_vec(),
            vec![0xFF, 0xD9],
        ];
        [head, notes.concat(), picture.concat()].concat()
    }

    #[test]
    fn a_photo_loses_its_place_and_stays_the_same_picture() {
        let notes = [
            segment(0xE1, &exif(1)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Truus</x:xmpmeta>"),
            segment(0xED, b"Photoshop 3.0\0Truus"),
            segment(0xFE, b"made at home"),
            segment(0xE2, b"MPF\0 small copies"),
        ];
        let bare = bare_jpeg(&jpeg(&notes)).unwrap();
        assert_eq!(bare, jpeg(&[]));
        let behind = [jpeg(&[]), b"PK\x03\x04 a second file".to_vec()].concat();
        assert_eq!(bare_jpeg(&behind).unwrap(), jpeg(&[]));
        let colours = [segment(0xE2, b"ICC_PROFILE\0\x01\x01"), segment(0xEE, b"Adobe\0d")];
        assert_eq!(bare_jpeg(&jpeg(&colours)).unwrap(), jpeg(&colours));
    }

    #[test]
    fn which_side_is_up_stays() {
        let bare = bare_jpeg(&jpeg(&[segment(0xE1, &exif(6))])).unwrap();
        let place = b"GPS 52.0907N 5.1214E";
        assert!(!bare.windows(place.len()).any(|w| w == place));
        assert_eq!(bare, jpeg(&[only_side_up(6)]));
        assert_eq!(bare_jpeg(&bare).unwrap(), bare);
    }

    #[test]
    fn notes_between_two_scans_go_too() {
        let mut bytes = jpeg(&[]);
        bytes.truncate(bytes.len() - 2);
        let second = [segment(0xDA, &[1, 1, 0, 0, 63, 0]), b"more\xFF\xD9".to_vec()].concat();
        let with = [bytes.clone(), segment(0xFE, b"Truus"), second.clone()].concat();
        assert_eq!(bare_jpeg(&with).unwrap(), [bytes, second].concat());
    }

    #[test]
    fn a_photo_that_stops_in_the_middle_gets_an_end() {
        let whole = jpeg(&[]);
        assert_eq!(bare_jpeg(&whole[..whole.len() - 2]).unwrap(), whole);
        assert_eq!(bare_jpeg(&whole[..30]), None);
        let huge = whole.iter().position(|byte| *byte == 0xC0).unwrap();
        let mut huge_one = whole.clone();
        huge_one[huge + 4..huge + 8].fill(0xFF);
        assert_eq!(bare_jpeg(&huge_one), None);
    }

    fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], name, content, b"crc!"].concat()
    }

    fn png(side: u32, notes: &[Vec<u8>]) -> Vec<u8> {
        let header = [side.to_be_bytes(), side.to_be_bytes()].concat();
        let head = chunk(b"IHDR", &[&header[..], &[8, 2, 0, 0, 0]].concat());
        let end = [chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")].concat();
        [SIGNATURE.to_vec(), head, notes.concat(), end].concat()
    }

    #[test]
    fn a_drawing_loses_its_texts_and_stays_the_same_picture() {
        let notes = [
            chunk(b"tEXt", b"Author\0Truus"),
            chunk(b"iTXt", b"XML:com.adobe.xmp"),
            chunk(b"eXIf", b"MM GPS"),
            chunk(b"tIME", b"1234567"),
        ];
        assert_eq!(bare_png(&png(16, &notes)).unwrap(), png(16, &[]));
        let colours = [chunk(b"gAMA", &[0; 4]), chunk(b"tRNS", &[0; 6])];
        assert_eq!(bare_png(&png(16, &colours)).unwrap(), png(16, &colours));
        let behind = [png(16, &[]), b"<script>".to_vec()].concat();
        assert_eq!(bare_png(&behind).unwrap(), png(16, &[]));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(bare_png(&png(100_000, &[])), None);
        let whole = png(16, &[]);
        assert_eq!(bare_png(&whole[..whole.len() - 12]), None);
        assert_eq!(bare_png(SIGNATURE), None);
        assert_eq!(bare_jpeg(&[0xFF, 0xD8, 0xFF, 0xD9]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0usize..200, flip: u8) {
            let _ = bare_jpeg(&[&[0xFF, 0xD8][..], &bytes].concat());
            let _ = bare_png(&[SIGNATURE, &bytes].concat());
            for mut whole in [jpeg(&[segment(0xE1, &exif(6))]), png(16, &[])] {
                if let Some(byte) = whole.get_mut(at) {
                    *byte ^= flip;
                }
                let _ = (bare_jpeg(&whole), bare_png(&whole));
            }
        }
    }
}
