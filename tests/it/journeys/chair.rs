//! The line of the chair breaks in the middle of a sentence, and a proxy keeps streams back.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

use jiff::SignedDuration;

use super::from_the_example;
use crate::browser::Browser;
use crate::databases::Kind;
use crate::world::{World, id_of};

const REASON: &str = "De tafel ziet een duidelijk plan. Wie er invalt, is nog vaag.";

#[test]
fn the_chair_loses_the_line() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let table = format!("/tables/{}", id_of("table", "table-1"));
        let marijke = world.browser_of("marijke@waldervoort.example").await;
        let daan = world.browser_of("daan@waldervoort.example").await;
        let fatima = world.browser_of("fatima@waldervoort.example").await;
        for browser in [&marijke, &daan, &fatima] {
            browser.visit(&table).await;
        }
        let item = marijke.heading_of_item().await;
        marijke.fill("Waarom dit cijfer?", REASON).await;
        assert!(!daan.text().await.contains("Ik neem het over"));

        // The clocks of the browsers are hours away from that of the house.
        marijke.loses_the_line();
        marijke.wait_for_text("Geen verbinding sinds 09.0").await;
        marijke.press("Stel het cijfer vast").await;
        marijke.wait_for_text("Uw tekst staat er nog en is nog niet verstuurd.").await;
        assert_eq!(marijke.value("Waarom dit cijfer?").await, REASON);
        marijke.looks_right("chair/lost").await;

        world.house.set_clock(world.house.now() + SignedDuration::from_secs(40));
        daan.wait_for_text("Ik neem het over").await;
        daan.looks_right("chair/offer").await;
        daan.press("Ik neem het over").await;
        daan.wait_for_text("U leidt de tafel sinds").await;
        fatima.wait_for_text("Daan Wolters leidt de tafel sinds").await;
        daan.press("Later bespreken").await;
        let moved = async || fatima.heading_of_item().await != item;
        assert!(fatima.comes_true(moved).await, "the table does not go on");

        // By itself, and nothing that was typed is lost.
        marijke.has_a_line_again();
        marijke.wait_for_text("Live. Bijgewerkt om 09.0").await;
        marijke.wait_for_text("omdat uw verbinding weg was").await;
        marijke.looks_right("chair/back").await;
        marijke.press("Ik leid de tafel weer").await;
        daan.wait_until_gone("U leidt de tafel sinds").await;
        marijke.visit(&format!("{table}?item=A.q2")).await;
        marijke.press("Bespreek dit punt nu").await;
        assert_eq!(marijke.heading_of_item().await, item);
        assert_eq!(marijke.value("Waarom dit cijfer?").await, REASON);
        let grade = marijke.voices().await[1].clone();
        marijke.within("Cijfer van de tafel").choose(&grade).await;
        marijke.press("Stel het cijfer vast").await;
        marijke.visit(&format!("{table}?item=A.q2")).await;
        marijke.wait_for_text(REASON).await;
        world.house.verify_journal().expect("the chain holds");
    });
}

#[test]
fn a_proxy_that_keeps_streams_back_is_gone_around() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let table = format!("/tables/{}", id_of("table", "table-1"));
        let proxy = keeps_streams_back(world.house.address);
        let fatima = Browser::new(&format!("http://{proxy}")).await;
        fatima.signs_in("fatima@waldervoort.example").await;
        fatima.visit(&table).await;
        fatima.wait_for_text("Live met kleine tussenpozen. Bijgewerkt om 09.0").await;
        let item = fatima.heading_of_item().await;
        let mut chair = world.person("marijke@waldervoort.example");
        chair.get(&table).is(200);
        chair.post(&format!("{table}/items/A.q2/postponement"), &[]).redirects();
        let moved = async || fatima.heading_of_item().await != item;
        assert!(fatima.comes_true(moved).await, "the act is not seen");
    });
}

#[test]
fn a_screen_left_on_says_that_its_session_is_over_and_shows_nothing() {
    from_the_example(Kind::Sqlite, async |world: &World| {
        let table = format!("/tables/{}", id_of("table", "table-1"));
        let daan = world.browser_of("daan@waldervoort.example").await;
        daan.visit(&format!("{table}/screen")).await;
        daan.wait_for_text("Cijfers van de tafel").await;
        world.house.set_clock(world.house.now() + SignedDuration::from_hours(13));
        daan.wait_for_text("U bent niet meer aangemeld").await;
        daan.wait_until_gone("Cijfers van de tafel").await;
        daan.looks_right("chair/over").await;
        daan.follow("Meld u opnieuw aan").await;
        daan.wait_for_text("Wachtwoord").await;
    });
}

/// A proxy in front of the house that passes everything on, except what comes on a stream.
fn keeps_streams_back(house: SocketAddr) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for browser in listener.incoming().flatten() {
            std::thread::spawn(move || pass_on(browser, house));
        }
    });
    address
}

/// One request per connection; ends when either side does.
fn pass_on(mut browser: TcpStream, house: SocketAddr) -> std::io::Result<()> {
    let (mut head, mut byte) = (vec![], [0]);
    while !head.ends_with(b"\r\n\r\n") {
        if browser.read(&mut byte)? == 0 {
            return Ok(());
        }
        head.push(byte[0]);
    }
    let text = String::from_utf8_lossy(&head).into_owned();
    let stream = text.lines().next().is_some_and(|line| line.contains("/events"));
    let kept = text.lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:"));
    let mut request: String = kept
        .take_while(|line| !line.is_empty())
        .fold(String::new(), |request, line| request + line + "\r\n");
    request.push_str("Connection: close\r\n\r\n");
    let mut server = TcpStream::connect(house)?;
    server.write_all(request.as_bytes())?;
    let (mut from, mut to) = (browser.try_clone()?, server.try_clone()?);
    std::thread::spawn(move || std::io::copy(&mut from, &mut to));
    match stream {
        true => std::io::copy(&mut server, &mut std::io::sink())?,
        false => std::io::copy(&mut server, &mut browser)?,
    };
    browser.shutdown(std::net::Shutdown::Both)
}
