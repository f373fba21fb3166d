//! Under which licences the parts of this program stand, and the texts of those in `LICENSES/`.

use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

const SOURCES: &str = include_str!("../../config/library/sources.toml");

#[derive(RustEmbed)]
#[folder = "LICENSES/"]
struct Licences;

/// A part of the program.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Part {
    pub name: String,
    pub licence: String,
    /// Where its source is; our own travels with the program.
    pub href: Option<String>,
}

#[derive(Deserialize)]
struct Sources {
    parts: Vec<Part>,
}

pub fn parts() -> Result<Vec<Part>, toml::de::Error> {
    Ok(toml::from_str::<Sources>(SOURCES)?.parts)
}

/// Names of the licences whose text is here, such as `EUPL-1.2`.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> =
        Licences::iter().filter_map(|file| Some(file.strip_suffix(".txt")?.to_owned())).collect();
    names.sort();
    names
}

/// The whole text of a licence.
pub fn text(name: &str) -> Option<String> {
    let file = Licences::get(&format!("{name}.txt"))?;
    Some(String::from_utf8_lossy(&file.data).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_licence_of_what_one_sees_has_its_text() {
        assert_eq!(names(), ["EUPL-1.2", "OFL-1.1"]);
        assert!(text("EUPL-1.2").unwrap().contains("EUROPEAN UNION PUBLIC LICENCE"));
        assert_eq!(text("../Cargo"), None);
        assert!(parts().unwrap().iter().any(|part| part.licence == "OFL-1.1"));
    }
}
