//! What people do at their browsers, in verbs that a journey reads well with.

use crate::browser::Browser;
use crate::world::{PASSWORD, World};

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
    async fn signs_in(&self, email: &str) {
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
        assert!(self.comes_true(async || self.path().await != path).await, "still on {path}");
    }

    /// Everybody can use this page: no fault that axe finds, nothing that the browser blocked, no
    /// sideways scrolling. Keeps a picture of it.
    pub async fn looks_right(&self, name: &str) {
        self.axe().await;
        assert_eq!(self.too_wide().await, [""; 0], "wider than the window: {}", self.path().await);
        assert_eq!(self.console_errors(), [""; 0], "on {}", self.path().await);
        self.screenshot(name).await;
    }
}
