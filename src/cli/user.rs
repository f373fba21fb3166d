//! `user add`: the first person of a new municipality, or anybody who cannot be invited by mail.

use super::Done;
use crate::actions;
use crate::app::House;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::accounts::Role;
use crate::domain::accounts::credentials::Email;

pub struct NewUser {
    pub email: String,
    pub name: String,
    pub organisation: String,
    pub role: Role,
}

pub fn add(settings: Settings, new: NewUser) -> Done {
    let house = House::open(settings, Clock::default())?;
    let now = house.clock.now();
    let secret = actions::new_secret();
    let invited = actions::AddUser {
        email: Email::parse(&new.email)?,
        name: new.name,
        organisation: new.organisation,
        role: new.role,
        secret: secret.clone(),
    };
    house.db.write_now(move |tx| actions::add_user(tx, &invited, now))?;
    println!("Give this link to the new user; it works for 7 days:");
    println!("{}/invitations/{secret}", house.settings.public_url());
    Ok(())
}
