//! The process that draws one page of a PDF from standard input, for `documents::preview`.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use rlimit::Resource;

use crate::documents::preview;

/// So much memory in bytes and so many seconds of the processor; the system ends what needs more.
const MEMORY: u64 = 1024 * 1024 * 1024;
const SECONDS: u64 = 5;

pub fn draw_page(page: u32) -> ExitCode {
    match draw(page) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn draw(page: u32) -> io::Result<()> {
    Resource::AS.set(MEMORY, MEMORY)?;
    Resource::CPU.set(SECONDS, SECONDS)?;
    Resource::CORE.set(0, 0)?;
    let mut pdf = vec![];
    io::stdin().lock().read_to_end(&mut pdf)?;
    let Some(picture) = preview::draw(pdf, page) else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let mut out = io::stdout().lock();
    picture.write(&mut out)?;
    out.flush()
}
