//! The commands that keep running.

use std::sync::atomic::AtomicBool;

use super::{DemoArgs, Done};
use crate::app::{House, Opening};
use crate::clock::Clock;
use crate::config::Settings;
use crate::demo::{self, Lots, Size};

pub fn serve(settings: Settings) -> Done {
    super::open_files::raise();
    let house = House::open(settings, Clock::default())?;
    let socket = house.listen()?;
    println!("Buurtbod is ready on http://{}", socket.local_addr()?);
    Ok(house.run(socket, Opening::Real)?)
}

pub fn demo(settings: Settings, args: &DemoArgs) -> Done {
    let house = House::open(settings, Clock::default())?;
    let now = house.clock.now();
    let loaded = demo::load(&house.db, &house.files, house.password_cost(), now)?;
    if args.bids > 0 {
        let lots = match args.lots {
            0 => Lots::AsFewAsDo,
            lots => Lots::Given(lots),
        };
        let size = Size { bids: args.bids, assessors: args.assessors, lots };
        demo::load_large(&house.db, house.clock.now(), size)?;
    }
    let loaded = loaded.with_large(&house.db)?;
    if args.load_only {
        println!("The example data are loaded.");
        return Ok(());
    }
    super::open_files::raise();
    let socket = house.listen()?;
    let address = format!("http://{}", socket.local_addr()?);
    if args.json {
        println!("{}", serde_json::to_string(&loaded.as_json(&address))?);
    } else {
        println!("{}", loaded.as_text(&address));
    }
    Ok(house.run(socket, Opening::Demo)?)
}

pub fn worker(settings: Settings) -> Done {
    let house = House::open(settings, Clock::default())?;
    println!("The worker is ready.");
    house.worker()?.work(&AtomicBool::new(false));
    Ok(())
}
