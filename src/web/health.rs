//! `GET /health`: for the machine that watches the machine.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;

use super::errors::Answer;
use super::state::App;
use crate::store::{StoreError, migrate};

#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    database: &'static str,
    /// `ready`, or `behind` while migrations have to run.
    schema: &'static str,
}

pub async fn show(app: Data<App>) -> Answer {
    let kind = app.db.kind().as_str();
    let pending: Result<_, StoreError> = app.read(migrate::pending).await;
    let (status, schema) = match pending {
        Ok(list) if list.is_empty() => ("ok", "ready"),
        Ok(_) => ("ok", "behind"),
        Err(_) => ("broken", "unreachable"),
    };
    let health = Health { status, version: env!("CARGO_PKG_VERSION"), database: kind, schema };
    Ok(match status {
        "ok" => HttpResponse::Ok().json(health),
        _ => HttpResponse::ServiceUnavailable().json(health),
    })
}
