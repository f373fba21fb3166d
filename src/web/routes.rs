//! The one table of routes. The permission test walks the same table, so a route that nobody
//! thought about cannot be served.

use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, Responder};

/// Registers every route of the house.
pub fn configure(cfg: &mut ServiceConfig) {
    all(&mut Table { cfg: Some(cfg), rows: vec![] });
}

/// Every route as method and pattern.
pub fn list() -> Vec<(&'static str, &'static str)> {
    let mut table = Table { cfg: None, rows: vec![] };
    all(&mut table);
    table.rows
}

fn all(t: &mut Table) {
    general(t);
    accounts(t);
    open_to_all(t);
    journals(t);
    bid_files(t);
    bid_builder(t);
}

fn open_to_all(t: &mut Table) {
    t.get("/", super::public::start);
    t.get("/guide", super::public::guide);
    t.get("/help", super::public::help);
    t.get("/privacy", super::public::privacy);
    t.get("/accessibility", super::public::accessibility);
    t.get("/about", super::public::about);
    t.get("/m/{slug}", super::public::municipality);
    t.get("/rounds/{round}", super::public::round);
    t.get("/lots/{lot}", super::public::lot);
    t.get("/rounds/{round}/questions", super::public::questions);
    t.post("/rounds/{round}/questions", super::public::ask);
    t.get("/manage/rounds/{round}/bids", super::bid_list::show);
    t.get("/manage/rounds/{round}/questions", super::public::manage_questions);
    t.post("/manage/rounds/{round}/questions/{question}/answer", super::public::answer);
}

fn bid_files(t: &mut Table) {
    t.post("/bids/{bid}/attachments", super::bids::add_file);
    // A section is a word; the id of a file has hyphens.
    t.get("/bids/{bid}/attachments/{section:[a-z_]+}", super::bids::files);
    t.get("/bids/{bid}/attachments/{attachment}", super::bids::file);
    t.get("/bids/{bid}/attachments/{attachment}/removal", super::bids::file_removal);
    t.post("/bids/{bid}/attachments/{attachment}/removal", super::bids::remove_file);
    t.post("/bids/{bid}/attachments/{attachment}/restoration", super::bids::restore_file);
}

fn bid_builder(t: &mut Table) {
    t.get("/lots/{lot}/bids", super::bids::start_page);
    t.post("/lots/{lot}/bids", super::bids::start);
    t.get("/bids/{bid}", super::bids::tasks);
    t.get("/bids/{bid}/sections/{section}", super::bids::section);
    t.post("/bids/{bid}/sections/{section}", super::bids::save_section);
    t.post("/bids/{bid}/answers", super::bids::save_answer);
    t.get("/bids/{bid}/fields/{field}/clash", super::bids::clash);
    t.post("/bids/{bid}/fields/{field}/clash", super::bids::settle_clash);
    t.get("/bids/{bid}/fields/{field}/versions", super::bids::versions);
    t.post("/bids/{bid}/fields/{field}/versions", super::bids::restore_version);
}

fn general(t: &mut Table) {
    t.get("/health", super::health::show);
    t.get("/assets/{path:.*}", super::static_files::asset);
    t.post("/language", super::language::choose);
}

fn accounts(t: &mut Table) {
    t.get("/sign-in", super::sessions::sign_in_page);
    t.post("/sign-in", super::sessions::sign_in);
    t.post("/sign-out", super::sessions::sign_out);
}

fn journals(t: &mut Table) {
    t.get("/manage/rounds/{round}/journal", super::journal::of_round);
    t.get("/bids/{bid}/journal", super::journal::of_bid);
}

/// Writes rows down, and serves them when there is a server to configure.
struct Table<'c> {
    cfg: Option<&'c mut ServiceConfig>,
    rows: Vec<(&'static str, &'static str)>,
}

impl Table<'_> {
    fn get<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add((Method::GET, "GET"), path, handler);
    }

    fn post<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add((Method::POST, "POST"), path, handler);
    }

    fn add<F, Args>(&mut self, method: (Method, &'static str), path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.rows.push((method.1, path));
        if let Some(cfg) = self.cfg.as_mut() {
            cfg.route(path, web::method(method.0).to(handler));
        }
    }
}
