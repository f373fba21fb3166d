//! Pages of a PDF as pictures: drawn apart, and given up when they ask too much.

use lopdf::{Document, Object, Stream, dictionary};

use crate::attachments::{PDF, add, address_of, bid, files, writer};
use crate::databases::{Kind, on_both};
use crate::world::World;

const CANNOT: &str =
    "Dit bestand kunnen wij hier niet laten zien. U kunt het wel opslaan en zelf openen.";

#[test]
fn a_pdf_is_looked_at_page_by_page() {
    on_both(|kind| {
        let world = World::demo(kind);
        let mut hanneke = writer(&world);
        let whole = hanneke.bytes_of(&format!("{}/document.pdf", bid()));
        let of = Document::load_mem(&whole).expect("a PDF").get_pages().len();
        add(&mut hanneke, "Ons plan.pdf", &whole).redirects_to(&files());
        let list = hanneke.get(&files());
        let file = address_of(&list, "Ons plan.pdf").expect("a link");

        let first = hanneke.get(&list.link("Bekijken : Ons plan.pdf")).is(200);
        assert_eq!(first.path, format!("{file}/pages/1"));
        let said = format!("Pagina 1 van {of}");
        assert_eq!(first.texts_of("main p")[2], said);
        let picture = first.attribute("main img", "src");
        assert!(picture.starts_with("data:image/png;base64,iVBORw0KGgo"), "{}", &picture[..40]);
        let alt = first.attribute("main img", "alt");
        assert_eq!(alt, "Afbeelding van pagina 1 van Ons plan.pdf");

        let last = hanneke.get(&format!("{file}/pages/{of}")).is(200);
        assert_ne!(last.attribute("main img", "src"), picture);
        assert_eq!(last.attribute("a[rel=prev]", "href"), format!("{file}/pages/{}", of - 1));
        for beyond in [0, of + 1, 4_000_000_000] {
            hanneke.get(&format!("{file}/pages/{beyond}")).is(404);
        }
        world.person("jan@denabuur.example").get(&format!("{file}/pages/1")).is(404);
    });
}

#[test]
fn what_cannot_be_drawn_can_still_be_saved() {
    let world = World::demo(Kind::Sqlite);
    let mut hanneke = writer(&world);
    for (name, content) in [("Leeg.pdf", PDF.to_vec()), ("Zwaar.pdf", endless())] {
        add(&mut hanneke, name, &content).redirects_to(&files());
        let file = address_of(&hanneke.get(&files()), name).expect("a link");
        let page = hanneke.get(&format!("{file}/pages/1")).is(200);
        assert_eq!(page.texts_of("main p")[2], CANNOT, "{name}");
        assert_eq!(hanneke.bytes_of(&file), content);
    }
}

/// A small file of which one page is ten thousand million drawings: ten forms that each draw the
/// next one ten times.
fn endless() -> Vec<u8> {
    let mut pdf = Document::with_version("1.5");
    let square = Stream::new(form(None), b"0 0 10 10 re f".to_vec());
    let mut inner = pdf.add_object(square);
    for _ in 0..10 {
        inner = pdf.add_object(Stream::new(form(Some(inner)), b"/F Do ".repeat(10)));
    }
    let content = pdf.add_object(Stream::new(dictionary! {}, b"/F Do".to_vec()));
    let pages = pdf.new_object_id();
    let page = pdf.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "F" => inner } },
    });
    let kids: Vec<Object> = vec![page.into()];
    pdf.set_object(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 });
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    pdf.trailer.set("Root", catalog);
    let mut bytes = vec![];
    pdf.save_to(&mut bytes).expect("memory takes everything");
    bytes
}

fn form(inner: Option<lopdf::ObjectId>) -> lopdf::Dictionary {
    let mut form = dictionary! {
        "Type" => "XObject", "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    };
    if let Some(inner) = inner {
        form.set("Resources", dictionary! { "XObject" => dictionary! { "F" => inner } });
    }
    form
}
