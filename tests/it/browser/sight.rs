//! What the browser shows: texts, faults that axe-core finds, pictures.

use super::Browser;
use serde_json::Value;
use std::{fs, path::Path, time::Duration};
use tokio::time::{Instant, interval};

const AXE: &str = include_str!("../axe.min.js");
const PATIENCE: Duration = Duration::from_secs(20);
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/screenshots");

impl Browser {
    /// The text that people see in the main part of the page, or in the part chosen by `within`.
    pub async fn text(&self) -> String {
        if self.parts.is_empty() {
            let main = "return (document.querySelector('main') ?? document.body).innerText";
            return self.said(main).await;
        }
        let part = self.find("part", "").await.text().await;
        self.done(part, "read a part of the page").await
    }

    pub async fn heading(&self) -> String {
        self.said("return document.querySelector('h1')?.innerText ?? ''").await
    }

    pub async fn title(&self) -> String {
        self.said("return document.title").await
    }

    /// Where the browser is, without the server: `/rounds/3?page=2`.
    pub async fn path(&self) -> String {
        self.said("return location.pathname + location.search").await
    }

    /// The HTTP status of the page.
    pub async fn status(&self) -> u64 {
        let asked = "return performance.getEntriesByType('navigation')[0].responseStatus";
        self.script(asked, vec![]).await.as_u64().unwrap_or_default()
    }

    async fn said(&self, script: &str) -> String {
        let text = self.script(script, vec![]).await;
        text.as_str().unwrap_or_default().trim().to_owned()
    }

    /// Waits until a text shows; differences in white space do not count.
    pub async fn wait_for_text(&self, text: &str) {
        let wanted = one_line(text);
        if !self.comes_true(async || one_line(&self.text().await).contains(&wanted)).await {
            self.fail(&format!("\"{text}\" does not show")).await;
        }
    }

    /// Waits until a text is gone.
    pub async fn wait_until_gone(&self, text: &str) {
        let unwanted = one_line(text);
        if !self.comes_true(async || !one_line(&self.text().await).contains(&unwanted)).await {
            self.fail(&format!("\"{text}\" still shows")).await;
        }
    }

    pub async fn wait_for_heading(&self, heading: &str) {
        if !self.comes_true(async || one_line(&self.heading().await) == heading).await {
            let shown = self.heading().await;
            self.fail(&format!("the heading is \"{shown}\" and not \"{heading}\"")).await;
        }
    }

    /// Asks again and again until it holds, for ten seconds at most.
    pub async fn comes_true(&self, holds: impl AsyncFn() -> bool) -> bool {
        let end = Instant::now() + PATIENCE;
        let mut ticks = interval(Duration::from_millis(50));
        while Instant::now() < end {
            ticks.tick().await;
            if holds().await {
                return true;
            }
        }
        false
    }

    /// What the browser itself complained about since the last time, such as a script or style
    /// that the content security policy blocked. Answers with an error status do not count.
    pub fn console_errors(&self) -> Vec<String> {
        let errors = self.session.console_errors().into_iter();
        errors.filter(|error| !error.contains("Failed to load resource")).collect()
    }

    /// Fails on anything that axe-core finds against WCAG 2.2 AA or good practice.
    pub async fn axe(&self) {
        let found = self.faults().await;
        if !found.is_empty() {
            self.fail(&format!("axe finds faults:\n{}", found.join("\n"))).await;
        }
    }

    /// What axe-core finds, each with the places.
    pub async fn faults(&self) -> Vec<String> {
        if self.script("return typeof axe", vec![]).await != "object" {
            self.script(AXE, vec![]).await;
        }
        let run = "const done = arguments[0];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
                'best-practice'], resultTypes: ['violations'] })
                .then((result) => done(result.violations), (error) => done(String(error)));";
        let found = self.session.client.execute_async(run, vec![]).await;
        violations(&self.done(found, "run axe").await)
    }

    /// What sticks out of the page sideways, as HTML.
    pub async fn too_wide(&self) -> Vec<String> {
        let look = "const wide = document.documentElement.clientWidth + 1;
            if (document.documentElement.scrollWidth <= wide) return [];
            const out = [...document.body.querySelectorAll('*')]
                .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > wide);
            return out.slice(-3).map((e) => e.outerHTML.slice(0, 200));";
        let found = self.script(look, vec![]).await;
        let found = found.as_array().into_iter().flatten();
        found.filter_map(|html| html.as_str().map(str::to_owned)).collect()
    }

    /// Keeps a picture of the whole page as `target/screenshots/<name>-<width>.png`.
    pub async fn screenshot(&self, name: &str) {
        self.keep_picture(name).await;
    }

    /// Keeps a picture of what the window shows, without what one has to scroll to.
    pub async fn picture_of_the_window(&self, name: &str) {
        let picture = self.session.client.screenshot().await.expect("a picture");
        let file = format!("{PICTURES}/{name}.png");
        fs::create_dir_all(Path::new(&file).parent().unwrap_or(Path::new(PICTURES)))
            .and_then(|()| fs::write(&file, picture))
            .unwrap_or_else(|why| panic!("{file}: {why}"));
    }

    /// The file of the picture, or why there is none; never fails, as failing takes a picture.
    pub(super) async fn keep_picture(&self, name: &str) -> String {
        let width = self.measured("return innerWidth").await;
        let height = self.measured("return document.documentElement.scrollHeight").await;
        self.viewport(width, height.clamp(300, 12_000));
        let picture = self.session.client.screenshot().await;
        self.resize(width);
        let file = format!("{PICTURES}/{name}-{width}.png");
        let folder = Path::new(&file).parent().unwrap_or(Path::new(PICTURES));
        let kept = match picture {
            Ok(bytes) => fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes)),
            Err(why) => return format!("no picture ({why})"),
        };
        kept.map_or_else(|why| format!("no picture ({why})"), |()| file)
    }

    async fn measured(&self, script: &str) -> u32 {
        let answer = self.session.client.execute(script, vec![]).await.unwrap_or_default();
        answer.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or(1280)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn violations(found: &Value) -> Vec<String> {
    let Some(found) = found.as_array() else { return vec![found.to_string()] };
    let sentence = |fault: &Value| {
        let places = fault["nodes"].as_array().into_iter().flatten();
        let places: Vec<&str> = places.filter_map(|node| node["html"].as_str()).collect();
        let word = |key: &str| fault[key].as_str().unwrap_or_default().to_owned();
        format!(
            "  {} ({}): {}\n    {}",
            word("id"),
            word("impact"),
            word("help"),
            places.join("\n    ")
        )
    };
    found.iter().map(sentence).collect()
}
