//! Tools of `scripts/bench`: the machine's own limits, to hold our figures against in the same
//! run, and writers who save all the time.
//! `serve FILE PORT` serves the bytes of a file from memory through the same web server;
//! `commits FOLDER SECONDS` commits one row after another to SQLite with `synchronous=FULL`;
//! `autosave BASE EMAIL PASSWORD CONNECTIONS SECONDS` saves the fields of a bid, each connection
//! its own field, from the version that the last answer gave;
//! `writers BASE EMAIL PASSWORD WRITERS SECONDS` does the same as people do: each pauses two seconds
//! between saves.
#![allow(clippy::print_stdout, reason = "a measuring tool prints what it measured")]

use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use scraper::{Html, Selector};

type Done<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|w| w != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", file, port] => serve(std::fs::read(file)?.into(), port.parse()?),
        ["commits", folder, seconds] => commits(folder, Duration::from_secs(seconds.parse()?)),
        ["autosave", base, email, password, connections, seconds] => {
            let writer = Writer::sign_in(base, email, password)?;
            writer.storm(connections.parse()?, Duration::from_secs(seconds.parse()?))
        }
        ["writers", base, email, password, writers, seconds] => {
            let mut writer = Writer::sign_in(base, email, password)?;
            writer.pause = Duration::from_secs(2);
            writer.storm(writers.parse()?, Duration::from_secs(seconds.parse()?))
        }
        _ => {
            println!("limits serve | commits | autosave | writers; see benches/limits.rs");
            Ok(())
        }
    }
}

fn serve(bytes: web::Bytes, port: u16) -> Done<()> {
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

fn commits(folder: &str, limit: Duration) -> Done<()> {
    let mut link = SqliteConnection::establish(&format!("{folder}/limits.sqlite"))?;
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

/// Somebody signed in, with the fields of the bids that they are writing.
struct Writer {
    base: String,
    cookie: String,
    csrf: String,
    fields: Vec<Field>,
    /// Between two saves of one field.
    pause: Duration,
}

struct Field {
    bid: String,
    name: String,
    version: u64,
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0);
    config.max_redirects_will_error(false).build().into()
}

impl Writer {
    fn sign_in(base: &str, email: &str, password: &str) -> Done<Writer> {
        let mut writer = Writer {
            base: base.to_owned(),
            cookie: String::new(),
            csrf: String::new(),
            fields: vec![],
            pause: Duration::ZERO,
        };
        let agent = agent();
        let mut page = agent.get(format!("{base}/sign-in")).call()?;
        writer.keep_cookie(&page);
        let csrf = all(&page.body_mut().read_to_string()?, "input[name=csrf]", "value");
        let token = csrf.first().cloned().unwrap_or_default();
        let form = [("csrf", token.as_str()), ("email", email), ("password", password)];
        let request = agent.post(format!("{base}/sign-in")).header("cookie", &writer.cookie);
        writer.keep_cookie(&request.send_form(form)?);
        let bids = writer.read("/bids")?;
        let mut links = all(&bids, "a[href^='/bids/']", "href");
        links.retain(|link| link.split('/').count() == 3);
        links.dedup();
        for bid in links {
            let tasks = writer.read(&bid)?;
            let mut sections = all(&tasks, "a[href*='/sections/']", "href");
            // "Go on with this" leads to one of them a second time.
            sections.sort();
            sections.dedup();
            for section in sections {
                let page = writer.read(&section)?;
                writer.collect(&bid, &page);
            }
        }
        Ok(writer)
    }

    fn keep_cookie(&mut self, answer: &ureq::http::Response<ureq::Body>) {
        let header = answer.headers().get("set-cookie").and_then(|v| v.to_str().ok());
        if let Some(pair) = header.and_then(|h| h.split(';').next()) {
            self.cookie = pair.to_owned();
        }
    }

    fn read(&self, path: &str) -> Done<String> {
        let request = agent().get(format!("{}{path}", self.base)).header("cookie", &self.cookie);
        Ok(request.call()?.body_mut().read_to_string()?)
    }

    /// Texts that save themselves, with the version the page saw.
    fn collect(&mut self, bid: &str, page: &str) {
        let csrf = all(page, "form input[name=csrf]", "value");
        self.csrf = csrf.first().cloned().unwrap_or_default();
        let texts = "textarea[data-version], input[type=text]:not([inputmode])[data-version]";
        for name in all(page, texts, "name") {
            let seen = all(page, &format!("input[name='version.{name}']"), "value");
            let version = seen.first().and_then(|v| v.parse().ok()).unwrap_or(0);
            self.fields.push(Field { bid: bid.to_owned(), name, version });
        }
    }

    fn storm(&self, connections: usize, limit: Duration) -> Done<()> {
        if self.fields.len() < connections {
            return Err(format!("only {} fields to save", self.fields.len()).into());
        }
        let start = Instant::now();
        let mut times: Vec<Duration> = vec![];
        let mut refused = 0;
        std::thread::scope(|scope| {
            let threads: Vec<_> = self.fields[..connections]
                .iter()
                .enumerate()
                .map(|(i, field)| {
                    scope.spawn(move || self.save((i, connections), field, start, limit))
                })
                .collect();
            for thread in threads {
                if let Ok((own, wrong)) = thread.join() {
                    times.extend(own);
                    refused += wrong;
                }
            }
        });
        times.sort();
        let at = |share: f64| {
            let place = ((times.len() as f64) * share) as usize;
            times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
        };
        let rate = times.len() as f64 / start.elapsed().as_secs_f64();
        println!("{rate:.0} | {:.2?} | {:.2?} | {refused} refused", at(0.5), at(0.99));
        Ok(())
    }

    fn save(
        &self,
        (place, all): (usize, usize),
        field: &Field,
        start: Instant,
        limit: Duration,
    ) -> (Vec<Duration>, usize) {
        let (agent, url) = (agent(), format!("{}{}/answers", self.base, field.bid));
        let (mut times, mut refused, mut count) = (vec![], 0, 0);
        let mut version = field.version;
        // People do not all begin at the same moment.
        let all = u32::try_from(all.max(1)).unwrap_or(1);
        std::thread::sleep(self.pause * u32::try_from(place).unwrap_or(0) / all);
        while start.elapsed() < limit {
            std::thread::sleep(if count == 0 { Duration::ZERO } else { self.pause });
            count += 1;
            let (value, seen) = (format!("Regel {count} van de meting."), version.to_string());
            let form = [
                ("csrf", self.csrf.as_str()),
                ("field", &field.name),
                ("value", &value),
                ("version", &seen),
            ];
            let begin = Instant::now();
            let request = agent.post(&url).header("cookie", &self.cookie);
            let Ok(answer) = request.header("x-autosave", "1").send_form(form) else {
                refused += 1;
                continue;
            };
            let etag = answer.headers().get("etag").and_then(|v| v.to_str().ok());
            match etag.and_then(|e| e.trim_matches('"').parse().ok()) {
                Some(next) if answer.status() == 204 => {
                    version = next;
                    times.push(begin.elapsed());
                }
                _ => refused += 1,
            }
        }
        (times, refused)
    }
}

fn all(page: &str, selector: &str, attribute: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let Ok(selector) = Selector::parse(selector) else { return vec![] };
    html.select(&selector).filter_map(|e| e.value().attr(attribute)).map(str::to_owned).collect()
}
