//! One page of a PDF as a picture, so that a file can be looked at where it is. A PDF comes from
//! outside and may be made to break what reads it: a process of its own draws it, which has little
//! memory, few seconds and nothing to lose (`buurtbod draw-page`).

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};

/// Width of the picture in pixels, and the greatest height: a poster stays a picture.
const WIDTH: f32 = 900.0;
const HIGHEST: f32 = 2_000.0;
/// A longer answer is no picture of one page.
const LARGEST: u64 = 16 * 1024 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pages of the whole file.
    pub pages: u32,
    /// Empty when there is no page of this number.
    pub png: Vec<u8>,
}

/// Draws one page, counted from 1. None: this is nothing that can be drawn.
pub fn draw(pdf: Vec<u8>, page: u32) -> Option<Picture> {
    let pdf = Pdf::new(pdf).ok()?;
    let pages = u32::try_from(pdf.pages().len()).ok()?;
    let place = usize::try_from(page.checked_sub(1)?).ok()?;
    let Some(page) = pdf.pages().get(place) else {
        return Some(Picture { pages, png: vec![] });
    };
    let (width, height) = page.render_dimensions();
    let scale = (WIDTH / width.max(1.0)).min(HIGHEST / height.max(1.0));
    let settings =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    Some(Picture { pages, png: drawn.into_png().ok()? })
}

impl Picture {
    /// What the drawing process says: the number of pages, then the picture.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        to.write_all(&self.pages.to_be_bytes())?;
        to.write_all(&self.png)
    }

    fn read(from: impl Read) -> io::Result<Option<Picture>> {
        let mut said = vec![];
        from.take(LARGEST + 1).read_to_end(&mut said)?;
        let Some((pages, png)) = said.split_first_chunk::<4>() else { return Ok(None) };
        let is_png = png.is_empty() || png.starts_with(b"\x89PNG\r\n\x1a\n");
        let fits = said.len() as u64 <= LARGEST;
        let picture = Picture { pages: u32::from_be_bytes(*pages), png: png.to_vec() };
        Ok((is_png && fits).then_some(picture))
    }
}

/// Has `program`, which is this program, draw a page of a content. None: it could not, or it
/// needed more than it may have.
pub fn ask(
    program: &Path,
    content: &mut (impl Read + Send),
    page: u32,
) -> io::Result<Option<Picture>> {
    let mut command = Command::new(program);
    command.arg("draw-page").arg(page.to_string()).env_clear();
    // KiB that the allocator sets aside at once: by itself it would take all that there may be.
    command.env("MIMALLOC_ARENA_RESERVE", "65536");
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = pipes.spawn()?;
    let (to, from) = (child.stdin.take(), child.stdout.take());
    let said = std::thread::scope(|scope| {
        // One that stops before it has read everything breaks this pipe; its answer says enough.
        scope.spawn(move || to.map(|mut to| io::copy(content, &mut to)));
        from.map_or(Ok(None), Picture::read)
    });
    // An answer that is too long is not waited for.
    let _ = child.kill();
    child.wait()?;
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_is_not_drawn() {
        assert_eq!(draw(b"not a pdf".to_vec(), 1), None);
        assert_eq!(draw(vec![], 1), None);
    }

    #[test]
    fn an_answer_is_read_as_it_was_written() {
        let said = Picture { pages: 3, png: b"\x89PNG\r\n\x1a\nrest".to_vec() };
        let mut bytes = vec![];
        said.write(&mut bytes).expect("memory takes everything");
        assert_eq!(Picture::read(bytes.as_slice()).expect("memory gives everything"), Some(said));
        for wrong in [&b"abc"[..], b"\0\0\0\x01<html>"] {
            assert_eq!(Picture::read(wrong).expect("memory gives everything"), None);
        }
    }
}
