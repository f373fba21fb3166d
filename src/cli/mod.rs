//! The door for people at a terminal. Each command is one function; what it prints is for them.
#![expect(clippy::print_stdout, reason = "a command line talks to its user on standard output")]

mod bounce;
mod draw_page;
mod open_files;
mod rank;
mod serve;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::House;
use crate::clock::Clock;
use crate::config::{LogFormat, Settings};
use crate::domain::accounts::Role;
use crate::domain::journal::Verifier;
use crate::store::{self, StoreError, migrate};

/// Buurtbod: zorgcoöperaties dagen hun gemeente uit.
///
/// The service with which care cooperatives challenge their municipality. Without settings it runs
/// on SQLite in ./data and keeps mail as files there.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    /// File with settings (TOML); environment variables such as BUURTBOD__SERVER__PORT go first.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the website and, unless jobs.in_serve is off, the worker that sends mail.
    Serve,
    /// Load the example rounds into an empty database and run the website with them.
    Demo(DemoArgs),
    /// Bring the database schema up to date and stop.
    Migrate,
    /// Print the settings as they were understood, secrets masked.
    CheckConfig,
    /// Run only the worker, beside one or more `serve` with jobs.in_serve off.
    Worker,
    /// Areas for the map: districts and neighbourhoods.
    #[command(subcommand)]
    Areas(Areas),
    /// Check that nobody changed the journal: follow the chain from the first row to the last.
    VerifyJournal,
    /// People who can sign in.
    #[command(subcommand)]
    User(User),
    /// Note that mail to an address comes back, as your mail server reported it. The last mail to this
    /// person then shows as not delivered.
    Bounce {
        /// E-mail address of somebody who has an account.
        address: String,
        /// What the mail server said, in one line.
        reason: String,
    },
    /// Rank bids: reads one JSON document and writes one. Exit code 2 and a list of faults when
    /// the document is wrong.
    Rank(rank::Source),
    /// Divide lots over bidders: reads one JSON document and writes one, as `rank` does.
    Allocate(rank::Source),
    /// Draw one page of a PDF from standard input; the service asks this of itself.
    #[command(hide = true)]
    DrawPage {
        /// Counted from 1.
        page: u32,
    },
}

#[derive(clap::Args)]
pub struct DemoArgs {
    /// Print the address and the accounts as JSON, for scripts.
    #[arg(long)]
    json: bool,
    /// Make a large round with this many bids, for measuring.
    #[arg(long, default_value_t = 0)]
    bids: u32,
    /// Number of assessors in the large round.
    #[arg(long, default_value_t = 5)]
    assessors: u32,
    /// Lots of the large round: every assessor on each, half scored, with a joint bid, a refused bid
    /// and a conflict. 0: one for every 50 bids, all scored.
    #[arg(long, default_value_t = 0)]
    lots: u32,
    /// Load the data and stop, without running the website.
    #[arg(long)]
    load_only: bool,
}

#[derive(Subcommand)]
enum Areas {
    /// Read areas from a GeoJSON file with CBS codes (gemeenten, wijken, buurten; WGS84).
    Import {
        /// The file.
        file: PathBuf,
    },
}

#[derive(Subcommand)]
enum User {
    /// Add somebody with a role in an organisation; prints the link with which they choose a password.
    Add {
        /// E-mail address, which is also the name to sign in with.
        #[arg(long)]
        email: String,
        /// Name as others see it.
        #[arg(long)]
        name: String,
        /// Organisation by its short name (slug); made when new, as a municipality.
        #[arg(long)]
        organisation: String,
        /// Role: administrator, process_lead, assessor, key_holder, chair, secretary, adviser,
        /// observer, decision_maker; or lead, writer, signatory, member of a cooperative.
        #[arg(long)]
        role: Role,
    },
}

/// What a command ends with when it fails: one sentence.
type Done = Result<(), Box<dyn std::error::Error + Send + Sync>>;

pub fn run() -> ExitCode {
    let cli = Cli::parse();
    match &cli.command {
        Command::Rank(source) => return rank::rank(source),
        Command::Allocate(source) => return rank::allocate(source),
        Command::DrawPage { page } => return draw_page::draw_page(*page),
        _ => {}
    }
    let done = Settings::load(cli.config.as_deref()).map_err(Into::into).and_then(|settings| {
        start_log(&settings);
        act(cli.command, settings)
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn act(command: Command, settings: Settings) -> Done {
    match command {
        Command::Serve => serve::serve(settings),
        Command::Demo(args) => serve::demo(settings, &args),
        Command::Migrate => migrate(settings),
        Command::CheckConfig => check_config(&settings),
        Command::Worker => serve::worker(settings),
        Command::Areas(Areas::Import { file }) => import_areas(settings, &file),
        Command::VerifyJournal => verify_journal(settings),
        Command::Bounce { address, reason } => bounce::note(settings, &address, &reason),
        // Answered before settings are read.
        Command::Rank(_) | Command::Allocate(_) | Command::DrawPage { .. } => Ok(()),
        Command::User(User::Add { email, name, organisation, role }) => {
            user::add(settings, user::NewUser { email, name, organisation, role })
        }
    }
}

fn migrate(settings: Settings) -> Done {
    std::fs::create_dir_all(&settings.data_dir)?;
    let ran = migrate::run(&mut store::db::connect(&settings.database_url())?)?;
    match ran.len() {
        0 => println!("The schema was up to date."),
        n => println!("{n} migration(s) ran: {}", ran.join(", ")),
    }
    Ok(())
}

fn check_config(settings: &Settings) -> Done {
    for (key, value) in settings.describe() {
        println!("{key} = {value}");
    }
    Ok(())
}

fn import_areas(settings: Settings, file: &std::path::Path) -> Done {
    let house = House::open(settings, Clock::default())?;
    let areas = crate::documents::geojson::read(&std::fs::read_to_string(file)?)?;
    let read = areas.len();
    house.db.write_now(move |tx| store::areas::put(tx, &areas))?;
    println!("{read} areas read from {}.", file.display());
    Ok(())
}

fn verify_journal(settings: Settings) -> Done {
    let house = House::open(settings, Clock::default())?;
    let end = house.db.read_now::<_, JournalError>(|conn| {
        let mut verifier = Verifier::default();
        loop {
            let rows = store::journal::after(conn, verifier.end().0, 1000)?;
            if rows.is_empty() {
                return Ok((verifier.end().0, verifier.end().1.to_owned()));
            }
            for row in &rows {
                verifier.next(row)?;
            }
        }
    })?;
    println!("The journal holds: {} rows, last hash {}.", end.0, end.1);
    Ok(())
}

#[derive(Debug, thiserror::Error)]
enum JournalError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("The journal does not hold. {0}.")]
    Broken(#[from] crate::domain::journal::Break),
}

fn start_log(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::try_new(&settings.log.level)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process (tests) keeps the first log.
    let _ = match settings.log.format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().try_init(),
    };
}
