//! Style sheets, script, fonts and pictures, served under a name that holds their hash.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::OnceLock;

use bytes::Bytes;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use tera::Value;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

/// All files below `/assets/`.
pub struct Assets {
    by_path: HashMap<String, Asset>,
    urls: HashMap<String, Value>,
}

/// One file as the static handler sends it.
pub struct Asset {
    pub bytes: Bytes,
    pub mime: String,
    /// With the quotes that the header needs.
    pub etag: String,
    brotli: OnceLock<Option<Bytes>>,
}

impl Assets {
    pub(super) fn load() -> Assets {
        let mut assets = Assets { by_path: HashMap::new(), urls: HashMap::new() };
        let (sheets, others): (Vec<_>, Vec<_>) =
            Files::iter().partition(|name| name.ends_with(".css"));
        for name in others {
            assets.add(&name, content(&name));
        }
        for name in sheets {
            let linked = assets.with_hashed_links(&content(&name));
            assets.add(&name, linked);
        }
        assets
    }

    /// The file behind `path` (without `/assets/`): `style.1a2b3c4d.css`. It never changes under that name.
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.by_path.get(path)
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = (&String, &Asset)> {
        self.by_path.iter()
    }

    /// `/assets/style.1a2b3c4d.css` for `style.css`.
    pub(super) fn url(&self, name: &str) -> Option<Value> {
        self.urls.get(name).cloned()
    }

    fn add(&mut self, name: &str, bytes: Bytes) {
        let digest = Sha256::digest(&bytes);
        let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let path = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
            None => format!("{name}.{hash}"),
        };
        self.urls.insert(name.to_owned(), Value::normal_string(&format!("/assets/{path}")));
        let (mime, etag) = (mime(name).to_owned(), format!("\"{hash}\""));
        self.by_path.insert(path, Asset { bytes, mime, etag, brotli: OnceLock::new() });
    }

    /// A style sheet names its fonts plainly; readers ask for the name with the hash.
    fn with_hashed_links(&self, sheet: &Bytes) -> Bytes {
        let mut text = String::from_utf8_lossy(sheet).into_owned();
        for (name, url) in &self.urls {
            let url = url.as_str().unwrap_or_default();
            for quote in ["", "\"", "'"] {
                text = text.replace(&format!("url({quote}{name}{quote})"), &format!("url({url})"));
            }
        }
        text.into()
    }
}

impl Asset {
    /// The file compressed with Brotli, made at the first call; `None` where that does not pay.
    pub fn brotli(&self) -> Option<&Bytes> {
        self.brotli.get_or_init(|| self.compress()).as_ref()
    }

    fn compress(&self) -> Option<Bytes> {
        if !(self.mime.starts_with("text/") || self.mime.contains("svg")) {
            return None;
        }
        let mut out = Vec::new();
        let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 9, 22);
        writer.write_all(&self.bytes).ok()?;
        drop(writer);
        (out.len() < self.bytes.len()).then(|| out.into())
    }
}

fn content(name: &str) -> Bytes {
    match Files::get(name).map(|file| file.data) {
        Some(std::borrow::Cow::Borrowed(bytes)) => Bytes::from_static(bytes),
        Some(std::borrow::Cow::Owned(bytes)) => bytes.into(),
        None => Bytes::new(),
    }
}

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn path(assets: &Assets, name: &str) -> String {
        let url = assets.url(name).unwrap();
        url.as_str().unwrap().strip_prefix("/assets/").unwrap().to_owned()
    }

    #[test]
    fn a_file_is_found_under_the_name_with_its_hash() {
        let assets = Assets::load();
        let sheet = assets.get(&path(&assets, "style.css")).unwrap();
        assert_eq!(sheet.mime, "text/css; charset=utf-8");
        assert!(assets.get("style.css").is_none());
        assert!(assets.url("nothing.css").is_none());
    }

    #[test]
    fn a_sheet_asks_for_its_fonts_by_hash() {
        let assets = Assets::load();
        let sheet = assets.get(&path(&assets, "style.css")).unwrap();
        let text = String::from_utf8(sheet.bytes.to_vec()).unwrap();
        let font = assets.url("noto-sans-latin.woff2").unwrap();
        assert!(text.contains(&format!("url({})", font.as_str().unwrap())));
        assert!(!text.contains("url(noto"));
    }

    #[test]
    fn what_compresses_well_is_offered_compressed() {
        let assets = Assets::load();
        let script = assets.get(&path(&assets, "app.js")).unwrap();
        let mut back = Vec::new();
        brotli::Decompressor::new(&script.brotli().unwrap()[..], 4096)
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, script.bytes);
        assert!(assets.get(&path(&assets, "noto-sans-latin.woff2")).unwrap().brotli().is_none());
    }

    #[test]
    fn what_every_page_loads_stays_light() {
        let assets = Assets::load();
        let size = |name: &str| {
            let asset = assets.get(&path(&assets, name)).unwrap();
            asset.brotli().unwrap_or(&asset.bytes).len()
        };
        let names = ["style.css", "theme-waldervoort.css", "app.js", "noto-sans-latin.woff2"];
        let total: usize = names.into_iter().map(size).sum();
        assert!(total < 85_000, "{total} bytes before the page itself");
    }
}
