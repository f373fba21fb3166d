//! The real program in a process of its own, for tests that kill it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program as people start it.
pub struct Program {
    process: Child,
    pub address: String,
    /// Stays open, so that the program can go on saying things.
    _says: Box<dyn Iterator<Item = String>>,
}

impl Program {
    pub fn start(command: &str, data_dir: &Path) -> Program {
        Program::start_at(command, data_dir, &[])
    }

    /// The same with settings of its own.
    pub fn start_at(command: &str, data_dir: &Path, settings: &[(&str, &str)]) -> Program {
        let mut program = program(command, data_dir);
        program.envs(settings.iter().copied());
        let mut process = program.stdout(Stdio::piped()).spawn().expect("it starts");
        let says = BufReader::new(process.stdout.take().expect("what it prints")).lines();
        let mut says = Box::new(says.map_while(Result::ok));
        let ready = says.find(|line| line.contains("http://")).expect("it says where it is");
        let address = ready[ready.find("http://").expect("an address")..].to_owned();
        Program { process, address, _says: says }
    }

    /// SIGKILL, which no program can hear coming.
    pub fn kill(&mut self) {
        self.process.kill().expect("it still ran");
        self.process.wait().expect("it ends");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Killed already, perhaps.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program(command: &str, data_dir: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_buurtbod"));
    program
        .arg(command)
        .env("BUURTBOD__DATA_DIR", data_dir)
        .env("BUURTBOD__SERVER__PORT", "0")
        .env("BUURTBOD__SECURITY__PASSWORD_MEMORY_KIB", "64")
        .env("BUURTBOD__SECURITY__PASSWORD_ROUNDS", "1")
        .env("BUURTBOD__LOG__LEVEL", "warn");
    program
}

pub fn run(command: &str, data_dir: &Path, settings: &[(&str, &str)]) -> std::process::ExitStatus {
    let mut program = program(command, data_dir);
    program.envs(settings.iter().copied());
    program.stdout(Stdio::null()).status().expect("it runs")
}
