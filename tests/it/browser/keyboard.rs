//! The browser without a mouse.

use super::Browser;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const SPACE: &str = "\u{E00D}";
const DOWN: &str = "\u{E015}";

const FOCUSED: &str =
    concat!(include_str!("names.js"), "return nameOf(document.activeElement ?? document.body);");

/// So many stops with the tab key are more than any page may have.
const STOPS: usize = 300;

impl Browser {
    /// Goes on with the tab key until the thing with this name has the focus, and sees that the
    /// focus is shown.
    pub async fn tab_to(&self, name: &str) {
        self.step_to(TAB, name).await;
        let shown = "const at = document.activeElement;
            const look = (el) => getComputedStyle(el);
            const around = [at, ...(at.labels ?? [])];
            return at.matches(':focus-visible') && around.some((el) =>
                look(el).outlineStyle !== 'none' || look(el).boxShadow !== 'none');";
        if self.script(shown, vec![]).await != true {
            self.fail(&format!("nobody can see that \"{name}\" has the focus")).await;
        }
    }

    /// Goes down a group of radio buttons, or the items of a list.
    pub async fn arrow_to(&self, name: &str) {
        self.step_to(DOWN, name).await;
    }

    async fn step_to(&self, key: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..STOPS {
            self.type_keys(key).await;
            let focused = self.focused().await;
            if focused == name || focused.starts_with(&format!("{name} ")) {
                return;
            }
            passed.push(focused);
            let count = passed.len();
            if count > 3 && passed[..2] == passed[count - 2..] {
                break; // around once
            }
        }
        self.fail(&format!("the keyboard does not reach \"{name}\"; it passed {passed:?}")).await;
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> String {
        let name = self.script(FOCUSED, vec![]).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Types where the focus is.
    pub async fn type_keys(&self, keys: &str) {
        let strokes = keys.chars().fold(KeyActions::new("keyboard".to_owned()), |strokes, key| {
            strokes.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key })
        });
        let typed = self.session.client.perform_actions(strokes).await;
        self.done(typed, "type").await;
    }

    pub async fn enter(&self) {
        self.type_keys(ENTER).await;
    }

    pub async fn space(&self) {
        self.type_keys(SPACE).await;
    }
}
