//! A paper as an OpenDocument text (ISO 26300): to read aloud, to print, to change. Headings,
//! lists and tables are real ones with real styles, so that a screen reader finds its way.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Block, Fact, Paper, Part, Table};

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";
const STYLES: &str = include_str!("odt_styles.xml");
const SPACES: &str = concat!(
    r#" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0""#,
    r#" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0""#,
    r#" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0""#,
    r#" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0""#,
    r#" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#,
    r#" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0""#,
    r#" xmlns:dc="http://purl.org/dc/elements/1.1/""#,
    r#" xmlns:xlink="http://www.w3.org/1999/xlink""#,
    r#" office:version="1.3""#,
);
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>
"#;

#[derive(Debug, thiserror::Error)]
pub enum OdtError {
    #[error("the container cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
    #[error("a part cannot be written: {0}")]
    Io(#[from] std::io::Error),
}

/// The bytes of the file; the same paper gives the same bytes.
pub fn odt(paper: &Paper) -> Result<Vec<u8>, OdtError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let at = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
    // Programs know the file by its first bytes, so this part comes first and is not packed.
    zip.start_file("mimetype", at.compression_method(CompressionMethod::Stored))?;
    zip.write_all(MEDIA_TYPE.as_bytes())?;
    let parts = [
        ("META-INF/manifest.xml", MANIFEST.to_owned()),
        ("meta.xml", meta(paper)),
        ("styles.xml", styles(paper)),
        ("content.xml", content(paper)),
    ];
    for (name, text) in parts {
        zip.start_file(name, at.compression_method(CompressionMethod::Deflated))?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn document(kind: &str, inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:{kind}{SPACES}>{inside}</office:{kind}>\n"
    )
}

fn meta(paper: &Paper) -> String {
    let inside = format!(
        "<office:meta><meta:generator>Buurtbod</meta:generator><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language><dc:date>{}</dc:date></office:meta>",
        plain(&paper.title),
        plain(&paper.author),
        language(paper),
        paper.at.strftime("%Y-%m-%dT%H:%M:%S"),
    );
    document("document-meta", &inside)
}

fn language(paper: &Paper) -> String {
    format!("{}-{}", paper.lang, country(paper))
}

fn country(paper: &Paper) -> &'static str {
    use crate::rendering::Lang;
    match paper.lang {
        Lang::Nl => "NL",
        Lang::En => "GB",
    }
}

/// The look, and what stands above and below every page.
fn styles(paper: &Paper) -> String {
    let mark = paper.mark.iter().map(|mark| paragraph("Header", mark)).collect::<String>();
    let header = if mark.is_empty() {
        String::new()
    } else {
        format!("<style:header>{mark}</style:header>")
    };
    let mut footer: String = paper.footer.iter().map(|line| paragraph("Footer", line)).collect();
    let _ = write!(
        footer,
        "<text:p text:style-name=\"Footer\">{} <text:page-number text:select-page=\"current\">1</text:page-number> {} <text:page-count>1</text:page-count></text:p>",
        plain(&paper.words.page),
        plain(&paper.words.of),
    );
    let inside = STYLES
        .replace("{lang}", paper.lang.as_str())
        .replace("{country}", country(paper))
        .replace("{header}", &header)
        .replace("{footer}", &footer);
    document("document-styles", &inside)
}

fn content(paper: &Paper) -> String {
    let mut body = String::new();
    let cover = &paper.cover;
    body += &paragraph("Subtitle", &cover.above);
    body += &paragraph("Title", &cover.title);
    body += &paragraph("Subtitle", &cover.below);
    // Above the pages it is easily missed by ear.
    body += &paper.mark.iter().map(|mark| paragraph("Note", mark)).collect::<String>();
    body += &facts(&cover.facts);
    body += &paragraphs("Note", &cover.note);
    body += &contents(paper);
    let mut tables = 0;
    for (number, part) in paper.parts.iter().enumerate() {
        body += &written(number, part, &mut tables);
    }
    document(
        "document-content",
        &format!("<office:body><office:text>{body}</office:text></office:body>"),
    )
}

/// The table of contents: links now, and page numbers once a program brings it up to date.
fn contents(paper: &Paper) -> String {
    let Some(title) = &paper.words.contents else { return String::new() };
    let line = |(number, part): (usize, &Part)| {
        format!(
            "<text:p text:style-name=\"Contents_20_1\"><text:a xlink:type=\"simple\" xlink:href=\"#part-{number}\">{}</text:a></text:p>",
            inline(&part.title)
        )
    };
    let lines: String = paper.parts.iter().enumerate().map(line).collect();
    format!(
        "<text:table-of-content text:name=\"contents\" text:protected=\"false\"><text:table-of-content-source text:outline-level=\"1\"><text:index-title-template text:style-name=\"Contents_20_Heading\">{0}</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title text:name=\"contents-title\"><text:p text:style-name=\"Contents_20_Heading\">{0}</text:p></text:index-title>{lines}</text:index-body></text:table-of-content>",
        inline(title)
    )
}

fn written(number: usize, part: &Part, tables: &mut usize) -> String {
    let mut text = format!(
        "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\"><text:bookmark text:name=\"part-{number}\"/>{}</text:h>",
        inline(&part.title)
    );
    for block in &part.blocks {
        text += &match block {
            Block::Heading { text } => format!(
                "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">{}</text:h>",
                inline(text)
            ),
            Block::Text { text } => paragraphs("Text_20_body", text),
            Block::Facts { items } => facts(items),
            Block::Table(table) => {
                *tables += 1;
                table_of(table, *tables)
            }
            Block::List { items } => list(items),
            Block::Code { text } => paragraph("Text_20_body", text),
        };
    }
    text
}

fn facts(items: &[Fact]) -> String {
    let fact = |one: &Fact| paragraph("Term", &one.term) + &paragraphs("Definition", &one.text);
    items.iter().map(fact).collect()
}

fn list(items: &[String]) -> String {
    let item = |one: &String| {
        format!("<text:list-item>{}</text:list-item>", paragraph("List_20_item", one))
    };
    let items: String = items.iter().map(item).collect();
    format!("<text:list text:style-name=\"Bullets\">{items}</text:list>")
}

fn table_of(table: &Table, number: usize) -> String {
    let side = |column: usize| if table.figures && column > 0 { "_20_right" } else { "" };
    let row = |cells: &[String], style: &str| {
        let cell = |(column, text): (usize, &String)| {
            let style = format!("{style}{}", side(column));
            format!(
                "<table:table-cell office:value-type=\"string\" table:style-name=\"Cell\">{}</table:table-cell>",
                paragraph(&style, text)
            )
        };
        let cells: String = cells.iter().enumerate().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let style = |total: bool| if total { "Table_20_total" } else { "Table_20_contents" };
    let rows: String = table.rows.iter().map(|one| row(&one.cells, style(one.total))).collect();
    format!(
        "{}<table:table table:name=\"table-{number}\" table:style-name=\"Table\"><table:table-column table:number-columns-repeated=\"{}\"/><table:table-header-rows>{}</table:table-header-rows>{rows}</table:table>",
        paragraph("Caption", &table.caption),
        table.heads.len().max(1),
        row(&table.heads, "Table_20_heading"),
    )
}

fn paragraphs(style: &str, all: &[String]) -> String {
    all.iter().map(|one| paragraph(style, one)).collect()
}

fn paragraph(style: &str, text: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{}</text:p>", inline(text))
}

/// A text between tags. Line ends and rows of spaces would be lost without a tag of their own.
fn inline(text: &str) -> String {
    let mut xml = String::with_capacity(text.len() + 16);
    let mut spaces = 0;
    for sign in text.chars().chain(['\0']) {
        if sign == ' ' {
            spaces += 1;
            continue;
        }
        match spaces {
            0 => {}
            1 => xml.push(' '),
            more => {
                let _ = write!(xml, " <text:s text:c=\"{}\"/>", more - 1);
            }
        }
        spaces = 0;
        match sign {
            '\n' => xml += "<text:line-break/>",
            '\t' => xml += "<text:tab/>",
            sign => escape(&mut xml, sign),
        }
    }
    xml
}

/// A text in which white space does not matter.
fn plain(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    text.chars().for_each(|sign| escape(&mut xml, sign));
    xml
}

/// Signs that XML 1.0 does not know are left out.
fn escape(xml: &mut String, sign: char) {
    match sign {
        '&' => *xml += "&amp;",
        '<' => *xml += "&lt;",
        '>' => *xml += "&gt;",
        '"' => *xml += "&quot;",
        '\u{FFFE}' | '\u{FFFF}' => {}
        sign if sign.is_control() => {}
        sign => xml.push(sign),
    }
}
