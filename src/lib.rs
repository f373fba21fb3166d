//! Buurtbod: care cooperatives challenge their municipality.
//!
//! Two doors: `cli` runs it, `testing` is for tests only.

mod actions;
mod app;
pub mod cli;
mod clock;
mod config;
mod demo;
mod documents;
mod domain;
mod jobs;
mod live;
mod mail;
mod rendering;
mod store;
pub mod testing;
mod web;
