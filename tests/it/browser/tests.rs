//! The browser tried on a small server of its own.

use super::Browser;
use insta::assert_snapshot;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    thread,
};

const FORM: &str = r##"<!doctype html><html lang="nl"><head><title>Proef</title>
<link rel="icon" href="data:,"><style>body { font: 1rem sans-serif }</style></head><body><main>
<h1>Uw aanbod</h1><p><a href="/form">Opnieuw</a></p>
<form method="post" enctype="multipart/form-data">
<p><label for="name">Naam van de coöperatie</label><br><input id="name" name="name" value="oud"></p>
<p><label for="why">Waarom <small>(hooguit 5 woorden)</small></label><br><textarea id="why" name="why"></textarea></p>
<p><label for="day">Datum</label> <input id="day" name="day" type="date"></p>
<p><label for="lot">Perceel</label> <select id="lot" name="lot"><option>Noord</option><option>Zuid</option></select></p>
<fieldset><legend>Eis 1: klachtenregeling</legend>
<label><input type="radio" name="one" value="met">Voldoet</label>
<label><input type="radio" name="one" value="plan">Plan met datum</label></fieldset>
<fieldset><legend>Eis 2: scholing</legend>
<label><input type="radio" name="two" value="met">Voldoet</label>
<label><input type="radio" name="two" value="plan">Plan met datum</label></fieldset>
<p><label><input type="checkbox" name="sure" value="yes"> Alles klopt</label></p>
<p><label for="file">Bijlage</label> <input id="file" name="file" type="file"></p>
<p><button>Versturen</button></p></form><p id="live"></p></main>
<script>setTimeout(() => { document.getElementById("live").textContent = "Bewaard"; }, 300)</script>
</body></html>"##;

const FAULTY: &str = r##"<!doctype html><html><head><title>Fout</title></head><body><main><h1>Fout</h1>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><input name="naked"></main></body></html>"##;

/// Answers `/form` with a form and a post with what was posted; the policy lets no script run
/// under `/strict`.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    address
}

fn answer(stream: TcpStream) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let policy = if first.contains("/strict") { "script-src 'none'" } else { "" };
    let (status, page) = match first.split(' ').take(2).collect::<Vec<_>>()[..] {
        ["POST", _] => ("200 OK", received(&String::from_utf8_lossy(&body))),
        [_, "/form" | "/strict"] => ("200 OK", FORM.to_owned()),
        [_, "/faulty"] => ("200 OK", FAULTY.to_owned()),
        _ => ("404 Not Found", "<h1>Niet gevonden</h1>".to_owned()),
    };
    write!(
        reader.get_mut(),
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\
         Content-Security-Policy: {policy}\r\nContent-Length: {}\r\n\r\n{page}",
        page.len()
    )
}

/// The posted values as a page.
fn received(body: &str) -> String {
    let boundary = body.lines().next().unwrap_or_default().to_owned();
    let lines = body.split(&boundary).filter_map(|part| {
        let (head, value) = part.trim().split_once("\r\n\r\n")?;
        let head = head.replace("Content-Disposition: form-data; ", "").replace("\r\n", " ");
        Some(format!("{head}: {value}"))
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    format!(
        "<!doctype html><title>Ontvangen</title><main><h1>Ontvangen</h1><pre>{lines}</pre></main>"
    )
}

async fn fill_in_all(browser: &Browser) {
    browser.fill("Naam van de coöperatie", "De Gouden Appel").await;
    browser.fill("Waarom", "dichtbij\nen goed").await;
    browser.fill("Datum", "2026-12-01").await;
    browser.fill("Perceel", "Zuid").await;
    browser.within("Eis 1").choose("Voldoet").await;
    browser.within("Eis 2").choose("Plan met datum").await;
    browser.check("Alles klopt").await;
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bijlage.txt");
    std::fs::write(&file, "inhoud").expect("a file");
    browser.attach("Bijlage", &file).await;
    browser.press("Versturen").await;
    browser.wait_for_heading("Ontvangen").await;
}

#[tokio::test]
async fn a_form_is_filled_in_by_its_words() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/form").await;
    assert_eq!(browser.value("Naam").await, "oud");
    fill_in_all(&browser).await;
    assert_snapshot!(browser.text().await, @r#"
    Ontvangen
    name="name": De Gouden Appel
    name="why": dichtbij
    en goed
    name="day": 2026-12-01
    name="lot": Zuid
    name="one": met
    name="two": plan
    name="sure": yes
    name="file"; filename="bijlage.txt" Content-Type: text/plain: inhoud
    "#);
}

#[tokio::test]
async fn the_same_works_without_script() {
    let browser = Browser::without_script(&serve()).await;
    browser.visit("/form").await;
    fill_in_all(&browser).await;
    assert_snapshot!(browser.text().await, @r#"
    Ontvangen
    name="name": De Gouden Appel
    name="why": dichtbij
    en goed
    name="day": 2026-12-01
    name="lot": Zuid
    name="one": met
    name="two": plan
    name="sure": yes
    name="file"; filename="bijlage.txt" Content-Type: text/plain: inhoud
    "#);
    browser.back().await;
    browser.wait_for_heading("Uw aanbod").await;
    assert!(!browser.text().await.contains("Bewaard"));
}

#[tokio::test]
async fn the_keyboard_is_enough() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/form").await;
    browser.tab_to("Naam van de coöperatie").await;
    browser.type_keys("Zonder muis").await;
    browser.tab_to("Voldoet").await;
    browser.arrow_to("Plan met datum").await;
    browser.tab_to("Alles klopt").await;
    browser.space().await;
    browser.tab_to("Versturen").await;
    browser.enter().await;
    browser.wait_for_heading("Ontvangen").await;
    assert_snapshot!(browser.text().await, @r#"
    Ontvangen
    name="name": Zonder muis
    name="lot": Noord
    name="one": plan
    name="sure": yes
    "#);
}

#[tokio::test]
async fn two_browsers_wait_side_by_side() {
    let server = serve();
    let (one, two) = tokio::join!(Browser::new(&server), Browser::new(&server));
    tokio::join!(one.visit("/form"), two.visit("/nowhere"));
    one.wait_for_text("Bewaard").await;
    one.follow("Opnieuw").await;
    one.wait_until_gone("Bewaard").await;
    one.reload().await;
    one.check("Alles klopt").await;
    one.uncheck("Alles klopt").await;
    assert!(!one.is_checked("Alles klopt").await);
    assert_eq!(one.title().await, "Proef");
    assert_eq!(one.within("Eis 2").text().await, "Eis 2: scholing\nVoldoet Plan met datum");
    assert_eq!((one.status().await, two.status().await), (200, 404));
    assert_eq!((one.path().await, two.heading().await), ("/form".into(), "Niet gevonden".into()));
    one.resize(390);
    one.screenshot("form").await;
    assert_eq!(one.script("return innerWidth", vec![]).await, 390);
}

#[tokio::test]
async fn axe_passes_a_good_page_even_under_a_strict_policy() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/strict").await;
    assert_eq!(browser.console_errors().len(), 1);
    browser.axe().await;
}

#[tokio::test]
#[should_panic(expected = "image-alt (critical): Images must have alternative text")]
async fn axe_fails_a_faulty_page() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/faulty").await;
    browser.axe().await;
}

#[tokio::test]
#[should_panic(expected = "there is no button \"Verzenden\"; there is \"Versturen\"")]
async fn a_missing_button_is_told_with_what_is_there() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/form").await;
    browser.press("Verzenden").await;
}

#[tokio::test]
#[should_panic(expected = "2 things fit the radio \"Voldoet\"")]
async fn a_word_for_two_things_is_refused() {
    let browser = Browser::new(&serve()).await;
    browser.visit("/form").await;
    browser.choose("Voldoet").await;
}
