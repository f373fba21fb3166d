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
    decisions(t);
    bid_files(t);
}

fn open_to_all(t: &mut Table) {
    t.get("/", super::public::start);
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

fn decisions(t: &mut Table) {
    t.get("/manage/rounds/{round}/decision", super::decisions::overview);
    t.get("/manage/rounds/{round}/decision/lots/{lot}", super::decisions::lot);
    t.post("/manage/rounds/{round}/decision/lots/{lot}", super::decisions::decide);
    t.get("/manage/rounds/{round}/decision/publication", super::decisions::preview);
    t.post("/manage/rounds/{round}/decision/publication", super::decisions::publish);
    t.get("/manage/rounds/{round}/letters", super::decisions::letters);
    t.get("/rounds/{round}/result", super::decisions::result);
    t.get("/bids/{bid}/result", super::decisions::of_bid);
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
