use super::Journey;
use super::review::{NABUUR, ZORGKRING};
use super::set_up::ROUND;

/// The day of the decision.
const FRIDAY: &str = "2027-01-29T10:00:00+01:00";
const REASONS: &str = "De Nabuur scoort het hoogst op kennis van het gebied en op wachttijd.";
const ADVANTAGES: &str = "Begint binnen 5 werkdagen en laat dat elke maand in het dorpshuis zien.";

/// Carla decides on the only lot and publishes; everybody gets a letter.
pub async fn the_decision_is_signed_and_sent(journey: &Journey<'_>) {
    journey.world.set_clock(FRIDAY);
    let carla = journey.first("carla@waldervoort.example").await;
    carla.visit(&journey.manage("/decision")).await;
    carla.looks_right("main/44-decision").await;
    carla.visit(&journey.manage(&format!("/decision{}", journey.lot))).await;
    carla.wait_for_text("Voorstel volgens de regels").await;
    carla.fill("Redenen van uw besluit", REASONS).await;
    carla.fill("Kenmerken en voordelen van de gekozen inschrijving", ADVANTAGES).await;
    carla.looks_right("main/45-decision-of-lot").await;
    carla.press("Onderteken het besluit").await;
    carla.wait_for_text("Elk perceel heeft een besluit.").await;
    carla.follow("Bekijk de brieven en publiceer").await;
    carla.looks_right("main/46-letters").await;
    carla.check("Ik heb alle brieven gelezen").await;
    let before = journey.world.mails().len();
    carla.press("Publiceer de uitslag en verstuur de brieven").await;
    carla.wait_until_left(&journey.manage("/decision/publication")).await;
    carla.looks_right("main/47-sent").await;

    let mails = journey.world.mails().split_off(before);
    let got = |to: &str| mails.iter().find(|mail| mail.to == to).expect("a letter").body.clone();
    for email in ["jan@denabuur.example", "nel@zorgkringnoord.example"] {
        let mail = got(email);
        assert!(mail.contains("/result") && !mail.contains(REASONS), "{mail}");
        assert!(!mail.contains(ADVANTAGES), "{mail}");
    }
}

/// The winner, the other and everybody else see the result.
pub async fn everybody_sees_who_won(journey: &Journey<'_>) {
    let visitor = journey.visitor(0).await;
    visitor.visit("/").await;
    visitor.follow(ROUND).await;
    visitor.wait_for_heading(ROUND).await;
    visitor.visit(&journey.public("/result")).await;
    visitor.wait_for_text(NABUUR).await;
    visitor.wait_for_text(REASONS).await;
    visitor.looks_right("main/48-result").await;
    visitor.resize(390);
    visitor.looks_right("main/48-result-phone").await;
    for (email, name, told) in [
        ("jan@denabuur.example", NABUUR, REASONS),
        ("nel@zorgkringnoord.example", ZORGKRING, ADVANTAGES),
    ] {
        let bidder = journey.first(email).await;
        bidder.visit("/bids").await;
        bidder.within(ROUND).follow("Bekijk de uitslag").await;
        bidder.wait_for_text(name).await;
        bidder.wait_for_text(told).await;
        bidder.wait_for_text("20 dagen").await;
        bidder.looks_right(&format!("main/49-own-result-{}", &email[..3])).await;
    }
    let ingrid = journey.first("ingrid@waldervoort.example").await;
    ingrid.visit(&journey.manage("/journal")).await;
    ingrid.wait_for_text("Carla van Leeuwen").await;
    ingrid.looks_right("main/50-journal").await;
}
