//! What people do at their browsers, in verbs that a journey reads well with.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::browser::Browser;
use crate::world::{PASSWORD, World};

/// A small PDF, as a word processor makes it.
pub fn small_pdf(name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n\
                trailer<</Root 1 0 R>>\n%%EOF\n";
    std::fs::write(&file, text).expect("a file");
    file
}

impl World {
    fn address(&self) -> String {
        format!("http://{}", self.house.address)
    }

    /// Somebody without an account.
    pub async fn stranger(&self) -> Browser {
        Browser::new(&self.address()).await
    }

    /// Somebody who signs in at a browser of their own.
    pub async fn browser_of(&self, email: &str) -> Browser {
        let browser = self.stranger().await;
        browser.signs_in(email).await;
        browser
    }

    pub async fn browser_without_script(&self, email: &str) -> Browser {
        let browser = Browser::without_script(&self.address()).await;
        browser.signs_in(email).await;
        browser
    }
}

const TAB: &str = "\u{E004}";

impl Browser {
    pub async fn signs_in(&self, email: &str) {
        self.visit("/sign-in").await;
        self.fill("E-mailadres", email).await;
        self.fill("Wachtwoord", PASSWORD).await;
        self.press("Inloggen").await;
        self.wait_until_left("/sign-in").await;
    }

    /// Types over what a field holds, leaves the field, and waits until it saved itself.
    pub async fn write(&self, label: &str, text: &str) {
        let before = self.attribute(label, "data-version").await;
        self.fill(label, text).await;
        self.type_keys(TAB).await;
        let saved = async || self.attribute(label, "data-version").await != before;
        assert!(self.comes_true(saved).await, "\"{label}\" does not save itself");
    }

    pub async fn wait_until_left(&self, path: &str) {
        if !self.comes_true(async || self.path().await != path).await {
            panic!("still on {path}: {}", self.text().await);
        }
    }

    /// Everybody can use this page: no fault that axe finds, nothing that the browser blocked, no
    /// sideways scrolling. Keeps a picture of it. A page that was looked at on one database is the
    /// same on the other, and is not looked at again.
    pub async fn looks_right(&self, name: &str) {
        static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
        if !SEEN.lock().expect("a list").insert(name.to_owned()) {
            return;
        }
        self.axe().await;
        assert_eq!(self.too_wide().await, [""; 0], "wider than the window: {}", self.path().await);
        assert_eq!(self.console_errors(), [""; 0], "on {}", self.path().await);
        self.screenshot(name).await;
    }
}
