//! The files are opened again: the PDF with `lopdf`, another program than made it; the text document
//! with a reader of containers, each part by a small reader of XML.

use std::io::{Cursor, Read};

use lopdf::{Dictionary, Document, Object};
use zip::ZipArchive;

use super::*;

/// Everything that could be taken for something else than text.
const STRANGE: &str = "#let x = 1 $a^2$ *vet* _schuin_ @ref <script>alert(1)</script> & \"c\" 'd' \
    [x] \\ `raw` // niets /* weg */ -- ~ = kop";

fn fact(term: &str, text: &str) -> Fact {
    Fact::new(term, text)
}

/// A paper with every kind of block.
fn paper(lang: Lang, said: &str) -> Paper {
    let row = |first: &str, total| Row { cells: vec![first.into(), said.into()], total };
    let table = |figures| {
        let rows = vec![row("Loon", false), row("Samen", true)];
        let heads = vec!["Onderdeel".into(), "Bedrag".into()];
        Block::Table(Table { caption: "Kosten".into(), heads, rows, figures })
    };
    Paper {
        lang,
        title: "Inschrijving op perceel 6: Elsbroek, BB-7K2M-X9QP".into(),
        author: "Zorgcoöperatie Het Kolkhuis".into(),
        ident: "bid BB-7K2M-X9QP".into(),
        at: "2026-11-23T09:00:01Z".parse().unwrap(),
        mark: Some("Concept: niet ingediend".into()),
        footer: vec!["BB-7K2M-X9QP".into(), in_eights(&"9f86d081".repeat(8))],
        words: Words { page: "Pagina".into(), of: "van".into(), contents: Some("Inhoud".into()) },
        cover: Cover {
            above: "Gemeente Rietmeer".into(),
            title: "Inschrijving op perceel 6".into(),
            below: said.into(),
            facts: vec![fact("Nummer", "BB-7K2M-X9QP"), fact("Gezegd", said)],
            note: vec![said.into()],
        },
        parts: (1..=3)
            .map(|number| Part {
                title: format!("{number}. Zo werken wij"),
                blocks: vec![
                    Block::heading("Hoe ziet een week eruit?"),
                    Block::text(said),
                    Block::Facts { items: vec![fact("Besloten op", said)] },
                    table(true),
                    table(false),
                    Block::List { items: vec![said.into(), "twee".into()] },
                    Block::Code { text: in_eights(&"9f86d081".repeat(8)) },
                ],
            })
            .collect(),
    }
}

fn opened(paper: &Paper) -> Document {
    Document::load_mem(&pdf(paper).unwrap()).unwrap()
}

fn catalog(document: &Document) -> &Dictionary {
    document.catalog().unwrap()
}

/// Follows a name through the file.
fn at<'d>(document: &'d Document, inside: &'d Dictionary, name: &str) -> &'d Object {
    document.dereference(inside.get(name.as_bytes()).unwrap()).unwrap().1
}

fn text_of(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).unwrap();
    text.replace('\u{200B}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_paragraph_ends_at_an_empty_line() {
    assert_eq!(paragraphs("een\r\ntwee \n\n \n drie\n"), ["een\ntwee", " drie"]);
    assert_eq!(paragraphs(" \n"), Vec::<String>::new());
    assert_eq!(in_eights("0123456789abcdef01"), "01234567 89abcdef 01");
}

#[test]
fn a_pdf_says_in_which_language_and_structure_it_is_to_be_read() {
    for lang in Lang::ALL {
        let document = opened(&paper(lang, "Gewoon."));
        let catalog = catalog(&document);
        let marks = at(&document, catalog, "MarkInfo").as_dict().unwrap();
        assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
        assert_eq!(at(&document, catalog, "Lang").as_str().unwrap(), lang.as_str().as_bytes());
        let view = at(&document, catalog, "ViewerPreferences").as_dict().unwrap();
        assert!(view.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
        assert!(at(&document, catalog, "StructTreeRoot").as_dict().unwrap().has(b"K"));
        assert!(at(&document, catalog, "Outlines").as_dict().unwrap().has(b"First"));
        let about = at(&document, catalog, "Metadata").as_stream().unwrap();
        let about = String::from_utf8(about.get_plain_content().unwrap()).unwrap();
        for part in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "Inschrijving op perceel 6: Elsbroek, BB-7K2M-X9QP",
        ] {
            assert!(about.contains(part), "{part} in {about}");
        }
    }
}

/// Kinds of the elements in the tree by which a screen reader goes.
fn kinds(document: &Document) -> std::collections::BTreeSet<String> {
    let elements = document.objects.values().filter_map(|object| object.as_dict().ok());
    let kind = |element: &Dictionary| {
        element
            .has(b"P")
            .then(|| element.get(b"S").ok()?.as_name().ok())
            .flatten()
            .map(|name| String::from_utf8_lossy(name).into_owned())
    };
    elements.filter_map(kind).collect()
}

#[test]
fn headings_lists_and_tables_are_real_ones() {
    let found = kinds(&opened(&paper(Lang::Nl, "Gewoon.")));
    for kind in ["H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Caption"] {
        assert!(found.contains(kind), "{kind} in {found:?}");
    }
}

#[test]
fn every_font_is_in_the_file() {
    let document = opened(&paper(Lang::Nl, "مرحبا שלום ✓ → 👍"));
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let described = |font: &&Dictionary| font.has_type(b"FontDescriptor");
    let fonts: Vec<&Dictionary> = dictionaries.filter(described).collect();
    assert!(fonts.len() >= 4, "{}", fonts.len());
    for font in fonts {
        assert!(font.has(b"FontFile2") || font.has(b"FontFile3"), "{font:?}");
    }
}

#[test]
fn every_page_has_its_number_the_hash_and_the_mark() {
    let document = opened(&paper(Lang::Nl, &"Wij wonen hier. ".repeat(200)));
    let pages = document.get_pages().len();
    assert!(pages > 4, "{pages}");
    for number in 1..=pages {
        let page = u32::try_from(number).unwrap();
        let text = document.extract_text(&[page]).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [
            format!("Pagina {number} van {pages}"),
            "BB-7K2M-X9QP".into(),
            in_eights(&"9f86d081".repeat(8)),
            "Concept: niet ingediend".into(),
        ] {
            assert!(text.contains(&part), "{part} on page {number}: {text}");
        }
    }
}

#[test]
fn what_people_write_is_text_and_nothing_else() {
    let said = text_of(&opened(&paper(Lang::Nl, STRANGE)));
    let expected = STRANGE.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = |text: &str| text.replace(' ', "");
    assert!(bare(&said).contains(&bare(&expected)), "{said}");
}

#[test]
fn no_text_keeps_a_pdf_from_being_made() {
    let long = "a".repeat(5_000);
    let marks = format!("e{}", "\u{301}".repeat(300));
    for said in [
        "",
        " \n ",
        &long,
        &marks,
        "1\u{FE0F}\u{20E3} 👩\u{200D}👩\u{200D}👧 🏳\u{FE0F}\u{200D}🌈",
        "漢字 ภาษาไทย देवनागरी \u{E000} \u{10FFFF} \u{FFFE}",
        "\u{202E}omgekeerd\u{202C} \u{0} \u{1B}[31m \u{AD}\u{2028}\u{2029}\u{3000}",
        "∑ ≤ ½ ﬁ ß ĳ ſ €",
    ] {
        let document = opened(&paper(Lang::Nl, said));
        assert!(document.get_pages().len() > 2, "{said:?}");
    }
    let said = text_of(&opened(&paper(Lang::Nl, "漢")));
    assert!(said.contains("[U+6F22]"), "{said}");
}

#[test]
fn the_same_paper_is_the_same_file() {
    let one = paper(Lang::Nl, "Gewoon.");
    assert!(pdf(&one).unwrap() == pdf(&one).unwrap());
    assert!(odt(&one).unwrap() == odt(&one).unwrap());
    assert!(pdf(&one).unwrap() != pdf(&paper(Lang::Nl, "Anders.")).unwrap());
}

/// The parts of a text document by name.
fn unpacked(paper: &Paper) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(odt(paper).unwrap())).unwrap();
    let read = |place: usize| {
        let mut part = zip.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..5).map(read).collect()
}

#[test]
fn a_text_document_is_sound_and_its_structure_is_real() {
    for said in ["Gewoon.", STRANGE, "a  b\tc\nd\u{0}\u{FFFE}", &"lang".repeat(1_000)] {
        let parts = unpacked(&paper(Lang::Nl, said));
        let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
        let expected =
            ["mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"];
        assert_eq!(names, expected);
        assert_eq!(parts[0].1, "application/vnd.oasis.opendocument.text");
        for (name, xml) in &parts[1..] {
            well_formed(xml).unwrap_or_else(|why| panic!("{name}: {why}\n{xml}"));
        }
    }
}

/// Well-formed: every tag is closed by its own, and nothing stands outside.
fn well_formed(xml: &str) -> Result<(), String> {
    let mut open: Vec<&str> = vec![];
    let mut rest = xml;
    while let Some((before, tag)) = rest.split_once('<') {
        if open.is_empty() && !before.trim().is_empty() {
            return Err(format!("text outside: {before}"));
        }
        if before.contains('>') {
            return Err(format!("a bare >: {before}"));
        }
        let (inside, after) = tag.split_once('>').ok_or("a tag without end")?;
        let name = inside.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or("");
        match inside {
            _ if inside.starts_with('?') || inside.ends_with('/') => {}
            _ if inside.starts_with('/') => {
                let last = open.pop();
                if last != Some(name) {
                    return Err(format!("{name} closes {last:?}"));
                }
            }
            _ => open.push(name),
        }
        rest = after;
    }
    if open.is_empty() && rest.trim().is_empty() { Ok(()) } else { Err(format!("left: {open:?}")) }
}

#[test]
fn a_text_document_says_its_title_language_and_styles() {
    for (lang, code) in [(Lang::Nl, "nl-NL"), (Lang::En, "en-GB")] {
        let parts = unpacked(&paper(lang, STRANGE));
        let part = |name: &str| &parts.iter().find(|(part, _)| part == name).unwrap().1;
        assert!(part("meta.xml").contains(&format!("<dc:language>{code}</dc:language>")));
        assert!(part("meta.xml").contains("Elsbroek, BB-7K2M-X9QP</dc:title>"));
        let styles = part("styles.xml");
        assert!(styles.contains(&format!("fo:language=\"{lang}\"")), "{styles}");
        assert!(styles.contains("<text:page-number") && styles.contains("<text:page-count>"));
        assert!(styles.contains("Concept: niet ingediend"), "{styles}");
        let content = part("content.xml");
        for tag in [
            "<text:p text:style-name=\"Title\">",
            "text:style-name=\"Heading_20_1\" text:outline-level=\"1\"",
            "text:style-name=\"Heading_20_2\" text:outline-level=\"2\"",
            "<table:table-header-rows>",
            "<text:list text:style-name=\"Bullets\">",
            "<text:table-of-content ",
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;c&quot;",
        ] {
            assert!(content.contains(tag), "{tag} in {content}");
        }
        let used = content.split("text:style-name=\"").skip(1);
        for style in used.filter_map(|rest| rest.split('"').next()) {
            let made = format!("style:name=\"{style}\"");
            assert!(styles.contains(&made), "{style} is not in the styles");
        }
    }
}

#[test]
fn spaces_and_line_ends_survive_in_a_text_document() {
    let parts = unpacked(&paper(Lang::Nl, "a   b\tc\nd"));
    let content = &parts.last().unwrap().1;
    let expected = "a <text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d";
    assert!(content.contains(expected), "{content}");
}
