//! `rank` and `allocate`: the contract for other tools. Text in, JSON out, and nothing else on
//! standard output; no settings, no database, no log.

use std::fs::File;
use std::io::{Read, Write, stdin, stdout};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::available_parallelism;

use crate::domain::scoring::contract::{self, MOST_BYTES, Problems};

#[derive(clap::Args)]
pub struct Source {
    /// The JSON document; `-` or nothing reads standard input.
    file: Option<PathBuf>,
    /// Print the JSON Schema of input and output instead.
    #[arg(long)]
    schema: bool,
}

/// The exit code of a document with faults.
const FAULTY: u8 = 2;

pub fn rank(source: &Source) -> ExitCode {
    let threads = available_parallelism().unwrap_or(NonZeroUsize::MIN);
    answer(source, contract::rank_schema, |document| contract::rank(document, threads))
}

pub fn allocate(source: &Source) -> ExitCode {
    answer(source, contract::allocate_schema, contract::allocate)
}

fn answer(
    source: &Source,
    schema: impl Fn() -> Result<String, Problems>,
    work: impl Fn(&[u8]) -> Result<String, Problems>,
) -> ExitCode {
    let answer = if source.schema { schema() } else { read(source).and_then(|text| work(&text)) };
    let (text, code) = match answer {
        Ok(text) => (text, ExitCode::SUCCESS),
        Err(problems) => (problems.to_json(), ExitCode::from(FAULTY)),
    };
    // A reader that went away wants no answer any more.
    match writeln!(stdout(), "{text}") {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

fn read(source: &Source) -> Result<Vec<u8>, Problems> {
    match source.file.as_deref() {
        Some(file) if file != Path::new("-") => {
            let opened = File::open(file);
            limited(
                opened
                    .map_err(|error| Problems::one("", format!("{}: {error}", file.display())))?,
            )
        }
        Some(_) | None => limited(stdin()),
    }
}

/// Everything there is to read, unless it is more than any document needs.
fn limited(from: impl Read) -> Result<Vec<u8>, Problems> {
    let mut text = Vec::new();
    let read = from.take(MOST_BYTES + 1).read_to_end(&mut text);
    let read = read.map_err(|error| Problems::one("", error))?;
    if read as u64 > MOST_BYTES {
        return Err(Problems::one("", format!("at most {MOST_BYTES} bytes are read")));
    }
    Ok(text)
}
