//! Collects what is wrong with a form: one sentence per field.

use crate::domain::refusal::Refusal;
use crate::rendering::Lang;
use crate::rendering::layout::FieldError;
use crate::web::me::Me;
use crate::web::state::App;

pub struct Problems<'a> {
    app: &'a App,
    lang: Lang,
    found: Vec<FieldError>,
}

impl<'a> Problems<'a> {
    pub fn new(app: &'a App, me: &Me) -> Problems<'a> {
        Problems { app, lang: me.lang, found: vec![] }
    }

    pub fn say(&mut self, field: &str, key: &str) {
        let text = self.app.renderer.translate(self.lang, key, &[]);
        self.found.push(FieldError { field: field.to_owned(), text });
    }

    /// The value of a field, or its sentence.
    pub fn take<T, R: Refusal>(&mut self, field: &str, read: Result<T, R>) -> Option<T> {
        read.map_err(|why| self.say(field, why.key())).ok()
    }

    pub fn list(self) -> Vec<FieldError> {
        self.found
    }
}
