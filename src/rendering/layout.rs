//! What `templates/layout.html` needs of every page, as the field `page`.

use serde::Serialize;

use super::Lang;

/// The frame of a page. Beside it a page struct has the fields of its own template:
/// `struct RoundPage { page: Page, round: …, lots: … }`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Page {
    pub lang: Lang,
    /// First words of the title; the name of the municipality or the product follows.
    pub title: String,
    /// A form came back with errors: the title says so first.
    pub fault: bool,
    pub municipality: Option<Municipality>,
    pub me: Option<Me>,
    pub csrf: String,
    pub menu: Vec<MenuItem>,
    /// Path and query of this page, to come back to after choosing a language.
    pub path: String,
    pub wide: bool,
    /// For the big screen in the room: larger, without menu and controls.
    pub projected: bool,
    /// Seconds after which a page without scripts asks for itself again.
    pub refresh: Option<u32>,
    pub crumbs: Vec<Crumb>,
    pub notice: Option<Notice>,
    pub demo: bool,
}

#[derive(Clone, Debug, Serialize)]
pub struct Municipality {
    pub name: String,
    /// Style sheet `assets/theme-<theme>.css` and class `theme-<theme>`.
    pub theme: String,
    pub slug: String,
}

/// The signed-in person as the header shows them.
#[derive(Clone, Debug, Serialize)]
pub struct Me {
    pub name: String,
    pub role_line: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    pub href: String,
    pub label: String,
    pub current: bool,
    /// How many new things wait there; none shows nothing.
    pub count: Option<u32>,
}

/// A step of the way to this page; the last one has no address.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    pub href: Option<String>,
    pub label: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    pub kind: NoticeKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    Info,
    Success,
    Warning,
    Error,
}

/// What is wrong with one field of a form, as a sentence that says what to do.
/// `field` is the id of the field, so that the summary can link to it.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    pub field: String,
    pub text: String,
}

/// A part of a list of tasks, as the part `tasks` shows it.
#[derive(Clone, Debug, Serialize)]
pub struct TaskGroup {
    pub title: String,
    pub tasks: Vec<Task>,
}

/// One thing to do or to look at.
#[derive(Clone, Debug, Serialize)]
pub struct Task {
    pub name: String,
    pub hint: Option<String>,
    /// None while it cannot be done yet.
    pub href: Option<String>,
    pub status: &'static str,
    /// Empty says the usual words of the status.
    pub status_text: String,
}
