//! The one table of routes. The permission test walks the same table, so a route that nobody
//! thought about cannot be served.

mod bids;
mod consultations;
mod public;
mod review;
mod rounds;
mod tables;

use std::sync::LazyLock;

use actix_web::http::Method;
use actix_web::web::ServiceConfig;
use actix_web::{FromRequest, Handler, Responder};

use crate::web;

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

/// Is there a page at exactly this address? The menu shows no door that is not there.
pub fn is_there(address: &str) -> bool {
    static PAGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        list().into_iter().filter(|(method, _)| *method == "GET").map(|(_, path)| path).collect()
    });
    PAGES.contains(&address)
}

fn all(t: &mut Table) {
    general(t);
    web::accounts::routes(t);
    web::texts::routes(t);
    public::all(t);
    bids::all(t);
    rounds::all(t);
    review::all(t);
    tables::all(t);
    consultations::all(t);
}

fn general(t: &mut Table) {
    t.get("/health", web::health::show);
    t.get("/assets/{path:.*}", web::static_files::asset);
    t.post("/language", web::language::choose);
}

/// Writes rows down, and serves them when there is a server to configure.
pub struct Table<'c> {
    cfg: Option<&'c mut ServiceConfig>,
    rows: Vec<(&'static str, &'static str)>,
}

impl Table<'_> {
    pub fn get<F, Args>(&mut self, path: &'static str, handler: F)
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add((Method::GET, "GET"), path, handler);
    }

    pub fn post<F, Args>(&mut self, path: &'static str, handler: F)
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
            cfg.route(path, actix_web::web::method(method.0).to(handler));
        }
    }
}
