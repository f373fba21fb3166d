//! One small named world: a running house with the invented people of the example, a clock that
//! the test sets, and browsers without a screen. People act by verbs and get whole answers.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use buurtbod::testing::{Instance, SentMail};
use jiff::Timestamp;
use scraper::{Html, Selector};

use crate::databases::{Database, Kind};

/// When the world begins: a Monday morning in Amsterdam.
pub const START: &str = "2026-11-23T09:00:00+01:00";

pub const PASSWORD: &str = "samen-zorgen-2027";

pub struct World {
    pub house: Instance,
    // Dropped after the house that stands on it.
    pub database: Database,
}

impl World {
    /// An empty house.
    pub fn empty(kind: Kind) -> World {
        World::on(Database::fresh(kind))
    }

    /// The house with the whole example in it. Its mails have been sent and read.
    pub fn demo(kind: Kind) -> World {
        World::on(Database::like(kind, |model| {
            let house = start(model);
            house.load_demo();
            house.run_errands();
            std::fs::remove_dir_all(model.folder().join("mail")).expect("mails of the example");
        }))
    }

    /// The whole example in a house with settings of its own, as TOML.
    pub fn demo_set(kind: Kind, own: &str) -> World {
        let World { house, database } = World::demo(kind);
        drop(house);
        let (url, now) = (database.url(), START.parse().expect("a time"));
        World { house: Instance::start_set((&url, database.folder()), now, own), database }
    }

    fn on(database: Database) -> World {
        World { house: start(&database), database }
    }

    /// One more instance of the same service: same database, same folder.
    pub fn beside(&self) -> Instance {
        start(&self.database)
    }

    /// The same house once more as it is now, beside this one; SQLite only.
    pub fn copy(&self) -> World {
        let database = self.database.beside();
        self.house.copy_database(&database.url());
        let copy = World::on(database);
        copy.house.set_clock(self.house.now());
        copy
    }

    /// Somebody at a browser without scripts.
    pub fn visitor(&self) -> Person {
        Person::at(format!("http://{}", self.house.address))
    }

    /// Somebody who signs in through the sign-in page.
    pub fn person(&self, email: &str) -> Person {
        let mut person = self.visitor();
        person.signs_in(email, PASSWORD).redirects();
        person
    }

    pub fn set_clock(&self, now: &str) {
        self.house.set_clock(now.parse::<Timestamp>().expect("a time"));
    }

    /// Does what is due and answers all mails so far.
    pub fn mails(&self) -> Vec<SentMail> {
        self.house.run_errands();
        self.house.mails()
    }
}

fn start(database: &Database) -> Instance {
    Instance::start(&database.url(), database.folder(), START.parse().expect("a time"))
}

/// The id of a thing of the example: its kind and name give it, as `domain::ids` says.
pub fn id_of(kind: &str, name: &str) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(format!("{kind}:{name}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// A browser without scripts: cookies, forms, links.
pub struct Person {
    origin: String,
    cookies: BTreeMap<String, String>,
    /// Token of the last page that had one.
    csrf: String,
    /// How the browser calls itself.
    name: String,
    agent: ureq::Agent,
}

/// What came back.
pub struct Page {
    pub path: String,
    pub status: u16,
    pub location: Option<String>,
    pub etag: Option<String>,
    /// Seconds after which it may be asked again.
    pub retry_after: Option<String>,
    /// How much of a file is here.
    pub offset: Option<usize>,
    /// The first cookie that was set, with its attributes.
    pub set_cookie: Option<String>,
    /// Kind of the content, and whether a browser has to save it.
    pub kind: Option<String>,
    pub disposition: Option<String>,
    pub body: String,
}

/// A form as it stands on a page, to change and to send.
#[derive(Clone)]
pub struct Form {
    action: String,
    fields: Vec<(String, String)>,
}

impl Form {
    /// Types over what is there.
    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Ticks one box more.
    pub fn and(mut self, name: &str, value: &str) -> Form {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends it elsewhere, as another button of the form does.
    pub fn to(self, action: &str) -> Form {
        Form { action: action.to_owned(), ..self }
    }

    /// How often a field is filled in: the ticks of a list.
    pub fn count(&self, name: &str) -> usize {
        self.fields.iter().filter(|(field, _)| field == name).count()
    }

    pub fn value(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }
}

/// Status of the next answer on a line; its headers are read as well, its body is not.
fn status(answer: &mut impl BufRead) -> u16 {
    let mut lines = vec![];
    while lines.last().is_none_or(|line: &String| line != "\r\n") {
        let mut line = String::new();
        assert!(answer.read_line(&mut line).expect("an answer") > 0, "the end in {lines:?}");
        lines.push(line);
    }
    let status = lines[0].split(' ').nth(1).and_then(|status| status.parse().ok());
    status.unwrap_or_else(|| panic!("no status in {lines:?}"))
}

impl Person {
    pub fn sends(&mut self, form: &Form) -> Page {
        let fields: Vec<(&str, &str)> =
            form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(&form.action, &fields)
    }

    /// A fresh browser in front of this instance.
    pub fn at_house(house: &Instance) -> Person {
        Person::at(format!("http://{}", house.address))
    }

    pub fn at(origin: String) -> Person {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_recv_body(Some(Duration::from_secs(20)))
            .build();
        let (cookies, csrf, name) = (BTreeMap::new(), String::new(), "Test/1.0".to_owned());
        Person { origin, cookies, csrf, name, agent: config.into() }
    }

    /// Goes on at another instance of the same service, with the same cookies.
    pub fn moves_to(&mut self, house: &Instance) {
        *self = self.also_at(house);
    }

    /// The same cookies in a second browser, at this instance.
    pub fn also_at(&self, house: &Instance) -> Person {
        let mut other = Person::at(format!("http://{}", house.address));
        other.cookies.clone_from(&self.cookies);
        other.csrf.clone_from(&self.csrf);
        other.name.clone_from(&self.name);
        other
    }

    pub fn signs_in(&mut self, email: &str, password: &str) -> Page {
        self.get("/sign-in");
        self.post("/sign-in", &[("email", email), ("password", password)])
    }

    pub fn get(&mut self, path: &str) -> Page {
        let request = self.agent.get(format!("{}{path}", self.origin));
        let answer =
            request.header("cookie", self.cookie_line()).header("user-agent", &self.name).call();
        self.take(path, answer.expect("the house answers"))
    }

    /// A file as its bytes.
    #[track_caller]
    pub fn bytes_of(&mut self, path: &str) -> Vec<u8> {
        let request = self.agent.get(format!("{}{path}", self.origin));
        let answer = request.header("cookie", self.cookie_line()).call();
        let mut answer = answer.expect("the house answers");
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.body_mut().read_to_vec().expect("the whole file")
    }

    /// Posts a form as a browser would, with the token of the last page.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post(path, fields).expect("the house answers")
    }

    /// Posts a form that is answered with a file; its bytes.
    #[track_caller]
    pub fn posts_for_bytes(&mut self, path: &str) -> Vec<u8> {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request
            .header("cookie", self.cookie_line())
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin");
        let answer = request.send_form([("csrf", self.csrf.as_str())]);
        let mut answer = answer.expect("the house answers");
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.body_mut().read_to_vec().expect("the whole file")
    }

    /// Posts exactly these fields; no token is added.
    pub fn post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post_raw(path, fields).expect("the house answers")
    }

    /// Posts a form, and gets nothing when nobody answers.
    pub fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Page> {
        let csrf = self.csrf.clone();
        let fields = std::iter::once(("csrf", csrf.as_str())).chain(fields.iter().copied());
        self.try_post_raw(path, &fields.collect::<Vec<_>>())
    }

    fn try_post_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Page> {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request
            .header("cookie", self.cookie_line())
            .header("user-agent", &self.name)
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin");
        let answer = request.send_form(fields.iter().copied()).ok()?;
        Some(self.take(path, answer))
    }

    /// Posts a form whose head is there before `meanwhile`, and whose body comes after it; answers
    /// the status.
    pub fn posts_slowly(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        meanwhile: impl FnOnce(),
    ) -> u16 {
        let own = [("csrf", self.csrf.as_str())];
        let all: Vec<_> = own.iter().chain(fields).collect();
        let body = serde_urlencoded::to_string(all).expect("a form");
        let host = self.origin.trim_start_matches("http://");
        let mut line = TcpStream::connect(host).expect("the house answers");
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\norigin: {}\r\n\
             sec-fetch-site: same-origin\r\nuser-agent: {}\r\nexpect: 100-continue\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\
             connection: close\r\n\r\n",
            self.cookie_line(),
            self.origin,
            self.name,
            body.len()
        );
        line.write_all(head.as_bytes()).expect("the head goes");
        let mut answer = BufReader::new(line.try_clone().expect("the same line"));
        assert_eq!(status(&mut answer), 100);
        meanwhile();
        line.write_all(body.as_bytes()).expect("the body goes");
        status(&mut answer)
    }

    /// Posts as a page of another website would make this browser do.
    pub fn post_from_elsewhere(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let csrf = self.csrf.clone();
        let fields = std::iter::once(("csrf", csrf.as_str())).chain(fields.iter().copied());
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request
            .header("cookie", self.cookie_line())
            .header("origin", "https://evil.example")
            .header("sec-fetch-site", "cross-site");
        let answer = request.send_form(fields);
        self.take(path, answer.expect("the house answers"))
    }

    /// Sends a file along in a form, as a browser would, with the token of the last page.
    pub fn uploads(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &[u8]),
    ) -> Page {
        const EDGE: &str = "edge-of-the-parts";
        let csrf = self.csrf.clone();
        let mut body = vec![];
        for (field, value) in std::iter::once(&("csrf", csrf.as_str())).chain(fields) {
            let part = format!(
                "--{EDGE}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.into_bytes());
        }
        let head = format!(
            "--{EDGE}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(content);
        body.extend(format!("\r\n--{EDGE}--\r\n").into_bytes());
        self.sends_parts(path, EDGE, &body)
    }

    /// Sends a piece of a file, as the script does.
    pub fn sends_piece(&mut self, path: &str, offset: usize, piece: &[u8]) -> Page {
        const EDGE: &str = "edge-of-the-piece";
        let part = |name: &str| {
            format!("--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n")
        };
        let head = format!(
            "{}{}\r\n{}{offset}\r\n{}",
            part("csrf"),
            self.csrf,
            part("offset"),
            part("piece")
        );
        let end = format!("\r\n--{EDGE}--\r\n");
        let body = [head.as_bytes(), piece, end.as_bytes()].concat();
        self.sends_parts(path, EDGE, &body)
    }

    fn sends_parts(&mut self, path: &str, edge: &str, body: &[u8]) -> Page {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request
            .header("cookie", self.cookie_line())
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", format!("multipart/form-data; boundary={edge}"));
        let answer = request.send(body).expect("the house answers");
        self.take(path, answer)
    }

    /// Posts a form whose fields are these bytes as they stand, with the token of the last page.
    pub fn posts_body(&mut self, path: &str, body: &str) -> Page {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let request = request
            .header("cookie", self.cookie_line())
            .header("origin", &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let answer = request.send(format!("csrf={}&{body}", self.csrf));
        self.take(path, answer.expect("the house answers"))
    }

    /// Posts nothing at all: no body, no type.
    pub fn post_nothing(&mut self, path: &str) -> Page {
        let request = self.agent.post(format!("{}{path}", self.origin));
        let answer = request.header("cookie", self.cookie_line()).send_empty();
        self.take(path, answer.expect("the house answers"))
    }

    /// Says which browser this is.
    pub fn named(mut self, agent: &str) -> Person {
        self.name = agent.to_owned();
        self
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Listens to a live stream.
    pub fn listen(&self, path: &str) -> Stream {
        let request = self.agent.get(format!("{}{path}", self.origin));
        let answer = request.header("cookie", self.cookie_line()).call();
        Stream::new(answer.expect("the house answers").into_body())
    }

    /// Follows where the last answer pointed to.
    pub fn follow(&mut self, page: &Page) -> Page {
        let place = page.location.clone().unwrap_or_else(|| panic!("no redirect: {page:?}"));
        self.get(&place)
    }

    fn cookie_line(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        pairs.join("; ")
    }

    fn take(&mut self, path: &str, mut answer: ureq::http::Response<ureq::Body>) -> Page {
        for cookie in answer.headers().get_all("set-cookie") {
            let pair = cookie.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let header = |name: &str| {
            answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned)
        };
        let (location, etag) = (header("location"), header("etag"));
        let retry_after = header("retry-after");
        let set_cookie = header("set-cookie");
        let offset = header("upload-offset").and_then(|here| here.parse().ok());
        let (kind, disposition) = (header("content-type"), header("content-disposition"));
        let status = answer.status().as_u16();
        let body = if kind.as_deref() == Some(STREAM) {
            // A stream has no end; its first words say enough here.
            Stream::new(answer.into_body()).next()
        } else {
            answer.body_mut().read_to_string().unwrap_or_default()
        };
        let path = path.to_owned();
        let page = Page {
            path,
            status,
            location,
            etag,
            retry_after,
            offset,
            set_cookie,
            kind,
            disposition,
            body,
        };
        if let Some(csrf) = page.value("csrf") {
            self.csrf = csrf;
        }
        page
    }
}

const STREAM: &str = "text/event-stream";

/// A live stream, read event by event.
pub struct Stream(BufReader<ureq::BodyReader<'static>>);

impl Stream {
    fn new(body: ureq::Body) -> Stream {
        Stream(BufReader::new(body.into_reader()))
    }

    /// The data of the next event; waits for it. Empty when the stream is over.
    pub fn next(&mut self) -> String {
        let (mut line, mut news) = (String::new(), true);
        while self.0.read_line(&mut line).expect("an event comes in time") > 0 {
            // A word that there is no news is none.
            news = news && line.trim_end() != "event: here" || line.starts_with("event: changed");
            if let Some(data) = line.strip_prefix("data: ").filter(|_| news) {
                return data.trim_end().to_owned();
            }
            line.clear();
        }
        String::new()
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}: {}", self.path, self.status, self.main_text())
    }
}

impl Page {
    #[track_caller]
    pub fn is(self, status: u16) -> Page {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// A redirect; answers the place it points to.
    #[track_caller]
    pub fn redirects(&self) -> String {
        assert_eq!(self.status, 303, "{self:?}");
        self.location.clone().expect("a redirect has a place")
    }

    #[track_caller]
    pub fn redirects_to(&self, place: &str) {
        assert_eq!(self.redirects(), place);
    }

    /// The text a reader sees in the main part, white space folded.
    pub fn main_text(&self) -> String {
        self.text_of("main")
    }

    /// The text inside the first match of a selector, white space folded.
    pub fn text_of(&self, selector: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        let Some(found) = html.select(&selector).next() else { return String::new() };
        let text: String = found.text().collect::<Vec<_>>().join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Texts of all matches.
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        let fold = |e: scraper::ElementRef<'_>| {
            let text: String = e.text().collect::<Vec<_>>().join(" ");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        html.select(&selector).map(fold).collect()
    }

    /// Value of an attribute of the first match.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        let found = html.select(&selector).next().and_then(|e| e.value().attr(name));
        found.unwrap_or_else(|| panic!("no {name} on {self:?}")).to_owned()
    }

    /// Value of the first field of this name: what an input holds, a textarea or a chosen option.
    pub fn value(&self, name: &str) -> Option<String> {
        let html = Html::parse_document(&self.body);
        let find = |text: String| {
            let selector = Selector::parse(&text).expect("a selector");
            html.select(&selector).next().map(|e| {
                let held: String = e.text().collect();
                e.value()
                    .attr("value")
                    .map_or_else(|| held.trim_start_matches('\n').to_owned(), str::to_owned)
            })
        };
        find(format!("input[type=radio][name='{name}'][checked]"))
            .or_else(|| find(format!("select[name='{name}'] option[selected]")))
            .or_else(|| find(format!("input[name='{name}']:not([type=radio])")))
            .or_else(|| find(format!("textarea[name='{name}']")))
    }

    /// What a browser would send of the form with this address, if nobody changed anything.
    pub fn form(&self, action: &str) -> Form {
        let html = Html::parse_document(&self.body);
        let select = |text: &str| Selector::parse(text).expect("a selector");
        let form = html.select(&select("form")).find(|f| f.value().attr("action") == Some(action));
        let form = form.unwrap_or_else(|| panic!("no form to {action} on {self:?}"));
        let mut fields = vec![];
        for field in form.select(&select("input, textarea, select")) {
            let Some(name) = field.value().attr("name") else { continue };
            let value = field.value().attr("value").unwrap_or_default().to_owned();
            let text = || field.text().collect::<String>().trim_start_matches('\n').to_owned();
            let chosen = || field.select(&select("option[selected]")).next();
            match (field.value().name(), field.value().attr("type").unwrap_or("text")) {
                ("input", "checkbox" | "radio") if field.value().attr("checked").is_none() => {}
                ("textarea", _) => fields.push((name.to_owned(), text())),
                ("select", _) => {
                    let first = || field.select(&select("option")).next();
                    let option = chosen().or_else(first).expect("an option").value();
                    let value = option.attr("value").unwrap_or_default();
                    fields.push((name.to_owned(), value.to_owned()));
                }
                _ => fields.push((name.to_owned(), value)),
            }
        }
        fields.retain(|(name, _)| name != "csrf");
        Form { action: action.to_owned(), fields }
    }

    /// Names of fields that begin like this, each once.
    pub fn names(&self, start: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse("[name]").expect("a selector");
        let names = html.select(&selector).filter_map(|e| e.value().attr("name"));
        let mut names: Vec<String> =
            names.filter(|name| name.starts_with(start)).map(str::to_owned).collect();
        names.dedup();
        names
    }

    /// Values that the fields of this name offer.
    pub fn values(&self, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse(&format!("[name='{name}']")).expect("a selector");
        let values = html.select(&selector).filter_map(|e| e.value().attr("value"));
        values.map(str::to_owned).collect()
    }

    /// Where links and forms of the page lead to.
    pub fn addresses(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse("a[href], form[action]").expect("a selector");
        let address = |e: scraper::ElementRef<'_>| {
            e.value().attr("href").or(e.value().attr("action")).map(str::to_owned)
        };
        html.select(&selector).filter_map(address).collect()
    }

    /// Pages of this house that the page links to, without downloads and places on a page.
    pub fn links(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse("a[href^='/']:not([download])").expect("a selector");
        let links = html.select(&selector).filter_map(|e| e.value().attr("href"));
        let pages = links.filter_map(|link| link.split('#').next());
        pages.filter(|page| !page.starts_with("/assets/")).map(str::to_owned).collect()
    }

    pub fn is_html(&self) -> bool {
        self.body.starts_with("<!doctype html>")
    }

    /// Address of the first link with exactly this text.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = Html::parse_document(&self.body);
        let selector = Selector::parse("a[href]").expect("a selector");
        let found = html.select(&selector).find(|a| {
            let own: String = a.text().collect::<Vec<_>>().join(" ");
            own.split_whitespace().collect::<Vec<_>>().join(" ") == text
        });
        let found = found.and_then(|a| a.value().attr("href"));
        found.unwrap_or_else(|| panic!("no link {text:?} on {self:?}")).to_owned()
    }
}
