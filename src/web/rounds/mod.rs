//! Setting up rounds: from the template library to the publication that freezes everything.

pub mod amendment;
pub mod answers;
mod basics;
pub mod complaints;
mod criteria;
pub mod dashboard;
mod draft;
pub mod example;
pub mod extension;
pub mod file;
pub mod form;
mod lot_form;
pub mod lots;
pub mod map;
mod method;
pub mod note;
pub mod parts;
pub mod publication;
mod questions;
pub mod removal;
mod requirements;
mod rules;
mod scale;
pub mod sections;
mod sentences;
pub mod start;
mod target;
