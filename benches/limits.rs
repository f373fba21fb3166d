//! The machine's own limits, to hold our figures against in the same run:
//! `serve FILE PORT` serves the bytes of a file from memory through the same web server;
//! `commits FOLDER SECONDS` commits one row after another to SQLite with `synchronous=FULL`.
#![allow(clippy::print_stdout, reason = "a measuring tool prints what it measured")]

use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|w| w != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", file, port] => serve(std::fs::read(file)?.into(), port.parse()?),
        ["commits", folder, seconds] => commits(folder, Duration::from_secs(seconds.parse()?)),
        _ => {
            println!("limits serve FILE PORT | limits commits FOLDER SECONDS");
            Ok(())
        }
    }
}

fn serve(bytes: web::Bytes, port: u16) -> Result<(), Box<dyn std::error::Error>> {
    let cores = std::thread::available_parallelism()?.get();
    actix_web::rt::System::new().block_on(async move {
        HttpServer::new(move || {
            let bytes = bytes.clone();
            App::new().default_service(web::to(move || {
                let bytes = bytes.clone();
                async move { HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes) }
            }))
        })
        .workers(cores)
        .bind(("127.0.0.1", port))?
        .run()
        .await
    })?;
    Ok(())
}

fn commits(folder: &str, limit: Duration) -> Result<(), Box<dyn std::error::Error>> {
    let file = format!("{folder}/limits.sqlite");
    let mut link = SqliteConnection::establish(&file)?;
    link.batch_execute(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
         CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT);",
    )?;
    let (start, mut done) = (Instant::now(), 0_u32);
    while start.elapsed() < limit {
        link.batch_execute("BEGIN IMMEDIATE; INSERT INTO t (text) VALUES ('one row'); COMMIT;")?;
        done += 1;
    }
    println!("{:.0}", f64::from(done) / start.elapsed().as_secs_f64());
    Ok(())
}
