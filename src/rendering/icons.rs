//! The signs of `templates/icons/`, drawn inline so that they take the colour of their text.

use std::collections::HashMap;

use rust_embed::RustEmbed;
use tera::{Error, Kwargs, State, TeraResult, Value};

#[derive(RustEmbed)]
#[folder = "templates/icons/"]
struct Drawings;

/// The template function `icon(name="done", class="…")`. A sign never stands without words.
pub(super) struct Icons {
    ready: HashMap<String, Value>,
    drawings: HashMap<String, String>,
}

impl Icons {
    pub(super) fn load() -> Icons {
        let mut icons = Icons { ready: HashMap::new(), drawings: HashMap::new() };
        for file in Drawings::iter() {
            let Some((name, content)) = file.strip_suffix(".svg").zip(Drawings::get(&file)) else {
                continue;
            };
            let drawing = String::from_utf8_lossy(&content.data).trim_end().to_owned();
            icons.ready.insert(name.to_owned(), Value::safe_string(&framed(&drawing, "")));
            icons.drawings.insert(name.to_owned(), drawing);
        }
        icons
    }

    pub(super) fn call(&self, kwargs: &Kwargs, state: &State) -> TeraResult<Value> {
        let name = kwargs.must_get::<&str>("name")?;
        let found = match kwargs.get::<&str>("class")? {
            None => self.ready.get(name).cloned(),
            Some(class) => {
                let class = state.escape(class)?;
                let drawing = self.drawings.get(name);
                drawing.map(|drawing| Value::safe_string(&framed(drawing, &class)))
            }
        };
        found.ok_or_else(|| Error::message(format!("no icon `{name}`")))
    }
}

/// A drawing that is a whole picture (the logo) stays as it is.
fn framed(drawing: &str, class: &str) -> String {
    if drawing.starts_with("<svg") {
        return drawing.to_owned();
    }
    let class = if class.is_empty() { String::new() } else { format!(" {class}") };
    format!(
        "<svg class=\"icon{class}\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{drawing}</svg>"
    )
}
