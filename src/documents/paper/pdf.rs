//! A paper as a tagged PDF (PDF/UA-1 and PDF/A-2a), laid out by Typst. The look is `paper.typ`;
//! what people wrote goes in as data beside it and is never read as Typst. The writer refuses to
//! make a file that breaks the standard.

use std::sync::LazyLock;

use jiff::tz::TimeZone;
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::Paper;
use super::signs::{Alphabet, printable};

const LOOK: &str = include_str!("paper.typ");
/// The first has every sign of the languages written here; the others help out.
const FONTS: [&[u8]; 8] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoSans-Italic.ttf"),
    include_bytes!("fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("fonts/NotoSansMath-Regular.ttf"),
    include_bytes!("fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("fonts/NotoSansSymbols2-Regular.ttf"),
];

#[derive(Debug, thiserror::Error)]
#[error("the PDF cannot be made: {0}")]
pub struct PdfError(String);

/// The bytes of the file; the same paper gives the same bytes.
///
/// A sign that no font here has stands as its number, such as `[U+1F600]`: the standard asks that
/// every sign can be read back.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, PdfError> {
    let press = &*PRESS;
    // Marks that combine with a sign of another font are found out only by setting them.
    written(press, paper, &press.all).or_else(|_| written(press, paper, &press.plain))
}

fn written(press: &Press, paper: &Paper, alphabet: &Alphabet) -> Result<Vec<u8>, PdfError> {
    let _after = Forget;
    let sheet = Sheet { press, data: Bytes::from_string(data(paper, alphabet)?) };
    let laid_out = typst::compile::<PagedDocument>(&sheet).output.map_err(|e| told(&e))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|why| PdfError(why.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(paper.ident.clone()),
        creator: Smart::Custom(Some("Buurtbod".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&laid_out, &options).map_err(|e| told(&e))
}

fn data(paper: &Paper, alphabet: &Alphabet) -> Result<String, PdfError> {
    let mut data = serde_json::to_value(paper).map_err(|e| PdfError(e.to_string()))?;
    printable(&mut data, alphabet);
    let at = paper.at.to_zoned(TimeZone::UTC);
    if let Value::Object(fields) = &mut data {
        let date = json!({
            "year": at.year(), "month": at.month(), "day": at.day(),
            "hour": at.hour(), "minute": at.minute(), "second": at.second(),
        });
        fields.insert("date".to_owned(), date);
    }
    Ok(data.to_string())
}

fn told(errors: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError(messages.join("; "))
}

/// What Typst remembers of a paper is let go with it, also when it could not be made.
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

/// Everything that is the same for all papers.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    look: Source,
    data: FileId,
    /// Signs of any font.
    all: Alphabet,
    /// Signs of the first font alone: these never miss a shape.
    plain: Alphabet,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        FONTS.iter().filter_map(|bytes| Font::new(Bytes::new(*bytes), 0)).collect();
    let file = |name: &str| {
        let path = VirtualPath::new(name).expect("the names below are plain");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    };
    let signs = |fonts: &[Font]| Alphabet::of(fonts.iter().map(|font| &font.info().coverage));
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        look: Source::new(file("paper.typ"), LOOK.to_owned()),
        data: file("paper.json"),
        all: signs(&fonts),
        plain: signs(&fonts[..1]),
        fonts,
    }
});

/// One paper on the press: what Typst may see of the world. There are two files and no network,
/// no folder, no clock.
struct Sheet<'p> {
    press: &'p Press,
    data: Bytes,
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.press.look.id() {
            Ok(self.press.look.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
