//! `bounce`: a mail server reports that a mail came back; whoever looks after the service says so here,
//! or a rule of the mail server runs it for every report.

use super::Done;
use crate::actions::{self, Failure};
use crate::app::House;
use crate::clock::Clock;
use crate::config::Settings;

pub fn note(settings: Settings, address: &str, reason: &str) -> Done {
    let house = House::open(settings, Clock::default())?;
    let now = house.clock.now();
    let (address, reason) = (address.to_owned(), reason.to_owned());
    let said = address.clone();
    let done = house.db.write_now(move |tx| actions::note_bounce(tx, &said, &reason, now));
    match done {
        Ok(_) => println!("Noted: mail to {address} comes back."),
        Err(Failure::Refused(why)) => return Err(why.into()),
        Err(Failure::Store(error)) => return Err(error.into()),
    }
    Ok(())
}
