//! One test binary: through the front door, against real databases and real browsers.
#![allow(dead_code, reason = "verbs of the world that the next test will need")]

mod accounts;
mod amendments;
mod architecture;
mod attachments;
mod bids;
mod browser;
mod cases;
mod comments;
mod contract;
mod costs;
mod databases;
mod decisions;
mod documents;
mod far_files;
mod faults;
mod health;
mod html;
mod journal;
mod journeys;
mod large;
mod mandate;
mod methods;
mod own_area;
mod parties;
mod permissions;
mod public;
mod questions;
mod requirements;
mod review;
mod rounds;
mod scanning;
mod submission;
mod tables;
mod uploads;
mod world;
