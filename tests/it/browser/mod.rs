//! A real browser that people act through: they see texts, fill in what has a label, and press
//! buttons by their words. A verb that cannot do its work fails the test and says what was there
//! instead. Waiting is always for something, and never longer than ten seconds.

mod driver;
mod keyboard;
mod sight;
mod tests;

use driver::{Script, Session};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::time::{Instant, interval};

const DELETE: &str = "\u{E017}";
const FIND: &str = concat!(include_str!("names.js"), include_str!("find.js"));
const SELECT_ALL: &str = "\u{E009}a\u{E000}";

/// One person's browser, or a part of its page.
#[derive(Clone)]
pub struct Browser {
    session: Arc<Session>,
    base: String,
    parts: Vec<String>,
}

impl Browser {
    /// A new browser without cookies, 1280 pixels wide, for a server such as `http://127.0.0.1:1`.
    pub async fn new(base: &str) -> Browser {
        Browser::start(base, Script::On).await
    }

    /// The same, but pages cannot run scripts. The verbs work, `axe` does not.
    pub async fn without_script(base: &str) -> Browser {
        Browser::start(base, Script::Off).await
    }

    async fn start(base: &str, script: Script) -> Browser {
        let session = Arc::new(Session::start(script).await);
        let base = base.trim_end_matches('/').to_owned();
        let browser = Browser { session, base, parts: Vec::new() };
        browser.resize(1280);
        browser
    }

    /// As new: nothing of who sat here before is left.
    pub async fn forgets_everything(&self) {
        self.script("sessionStorage.clear(); localStorage.clear();", vec![]).await;
        self.session.devtools("Network.clearBrowserCookies", json!({}));
        self.visit("/health").await;
        self.resize(1280);
    }

    /// The part of the page under a heading, legend or caption, or the row that holds a text.
    /// Verbs that name something then look only there.
    pub fn within(&self, part: &str) -> Browser {
        let mut inner = self.clone();
        inner.parts.push(part.to_owned());
        inner
    }

    /// Makes the page so many pixels wide.
    pub fn resize(&self, width: u32) {
        self.viewport(width, if width < 600 { 844 } else { 900 });
    }

    fn viewport(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    // Going about.

    pub async fn visit(&self, path: &str) {
        let went = self.session.client.goto(&format!("{}{path}", self.base)).await;
        self.done(went, &format!("visit {path}")).await;
    }

    pub async fn reload(&self) {
        let went = self.session.client.refresh().await;
        self.done(went, "reload").await;
    }

    /// Loads the page again although there may be no line; some browsers then keep the old page.
    pub async fn tries_to_reload(&self) {
        drop(self.session.client.refresh().await);
    }

    pub async fn back(&self) {
        let went = self.session.client.back().await;
        self.done(went, "go back").await;
    }

    /// The line of this browser is cut; the server and the others go on.
    pub fn loses_the_line(&self) {
        self.line(json!({ "offline": true }));
    }

    pub fn has_a_line_again(&self) {
        self.line(json!({ "offline": false }));
    }

    fn line(&self, mut line: Value) {
        for (name, value) in [("latency", 0), ("downloadThroughput", -1), ("uploadThroughput", -1)]
        {
            line[name] = value.into();
        }
        self.session.devtools("Network.enable", json!({}));
        self.session.devtools("Network.emulateNetworkConditions", line);
    }

    pub async fn follow(&self, link: &str) {
        self.click("link", link).await;
    }

    /// Presses a button. When that sends a form that no script keeps, waits for the next page:
    /// otherwise its answer could arrive after whatever is done next.
    pub async fn press(&self, button: &str) {
        let listen = "window.pressed = {}; window.addEventListener('submit',
            (event) => { window.pressed.sent = !event.defaultPrevented; }, { once: true });";
        self.script(listen, vec![]).await;
        self.click("button", button).await;
        let left =
            async || self.script("return window.pressed?.sent === true", vec![]).await != true;
        assert!(self.comes_true(left).await, "no answer to \"{button}\"");
    }

    // Filling in.

    /// Types over what a field holds; in a list it chooses the option, in a date field the date
    /// (`2026-11-22`).
    pub async fn fill(&self, label: &str, value: &str) {
        let field = self.find("field", label).await;
        let kind = self.script("return arguments[0].type", vec![reference(&field)]).await;
        let done = match kind.as_str().unwrap_or_default() {
            "select-one" => field.select_by_label(value).await,
            "date" | "time" | "datetime-local" | "range" | "color" => {
                let set = "arguments[0].value = arguments[1];
                    for (const name of ['input', 'change'])
                        arguments[0].dispatchEvent(new Event(name, { bubbles: true }));";
                self.script(set, vec![reference(&field), json!(value)]).await;
                Ok(())
            }
            _ if value.is_empty() => field.send_keys(&format!("{SELECT_ALL}{DELETE}")).await,
            _ => field.send_keys(&format!("{SELECT_ALL}{value}")).await,
        };
        self.done(done, &format!("fill in \"{label}\"")).await;
    }

    /// What a field holds now.
    pub async fn value(&self, label: &str) -> String {
        let field = self.find("field", label).await;
        let value = self.script("return arguments[0].value", vec![reference(&field)]).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// An attribute of a field, such as its version.
    pub async fn attribute(&self, label: &str, name: &str) -> String {
        let field = self.find("field", label).await;
        let asked = vec![reference(&field), json!(name)];
        let value = self.script("return arguments[0].getAttribute(arguments[1])", asked).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    pub async fn choose(&self, radio: &str) {
        self.click("radio", radio).await;
    }

    pub async fn check(&self, label: &str) {
        if !self.is_checked(label).await {
            self.click("box", label).await;
        }
    }

    pub async fn uncheck(&self, label: &str) {
        if self.is_checked(label).await {
            self.click("box", label).await;
        }
    }

    pub async fn is_checked(&self, label: &str) -> bool {
        let found = self.find("box", label).await.is_selected().await;
        self.done(found, &format!("look at \"{label}\"")).await
    }

    /// Puts a file of this machine into a file field.
    pub async fn attach(&self, label: &str, file: &Path) {
        let file = std::path::absolute(file).expect("a path");
        let field = self.find("file", label).await;
        let done = field.send_keys(&file.to_string_lossy()).await;
        self.done(done, &format!("attach to \"{label}\"")).await;
    }

    // The parts behind the verbs.

    /// Clicks like a person would: on the label of a radio button or a box. A live page may
    /// replace the thing between finding and clicking; then it is found again.
    async fn click(&self, kind: &str, name: &str) {
        let what = format!("click the {kind} \"{name}\"");
        for _ in 0..5 {
            let target = self.find(kind, name).await;
            let label = "const box = arguments[0];
                const label = box.matches('[type=radio], [type=checkbox]') && box.labels[0];
                return label || box;";
            let place = self.script(label, vec![reference(&target)]).await;
            match self.element(&place).unwrap_or(target).click().await {
                Err(why) if why.is_stale_element_reference() => {}
                done => return self.done(done, &what).await,
            }
        }
        self.fail(&format!("cannot {what}: it keeps changing")).await
    }

    /// Looks for five seconds: the page of the last press may still be on its way.
    async fn find(&self, kind: &str, name: &str) -> Element {
        let end = Instant::now() + Duration::from_secs(5);
        let mut ticks = interval(Duration::from_millis(100));
        loop {
            ticks.tick().await;
            let asked = vec![json!(kind), json!(name), json!(self.parts)];
            let answer = self.script(FIND, asked).await;
            match self.element(&answer["found"]) {
                Some(element) => return element,
                None if Instant::now() < end => {}
                None => self.fail(answer["problem"].as_str().unwrap_or("nothing found")).await,
            }
        }
    }

    fn element(&self, answer: &Value) -> Option<Element> {
        let id = answer.get(ELEMENT)?.as_str()?.to_owned();
        Some(Element::from_element_id(self.session.client.clone(), ElementRef::from(id)))
    }

    /// Runs a script beside those of the page; no policy of the page forbids it.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.session.client.execute(script, arguments).await;
        self.done(answer, "run a script").await
    }

    async fn done<T>(&self, result: Result<T, CmdError>, what: &str) -> T {
        match result {
            Ok(done) => done,
            Err(why) => self.fail(&format!("cannot {what}: {why}")).await,
        }
    }

    /// Ends the test with what the browser shows, and keeps a picture of it.
    async fn fail(&self, why: &str) -> ! {
        let client = &self.session.client;
        let address = client.current_url().await.map(String::from).unwrap_or_default();
        let shown = client.execute("return document.body.innerText", vec![]).await;
        let shown =
            shown.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default();
        let test = std::thread::current().name().unwrap_or("test").replace("::", "-");
        let picture = self.keep_picture(&format!("failed-{test}")).await;
        panic!("{why}\n  on {address}, kept as {picture}\n{shown}")
    }
}

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

fn reference(element: &Element) -> Value {
    json!({ ELEMENT: element.element_id().as_ref() })
}
