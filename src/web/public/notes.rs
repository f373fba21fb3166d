//! A numbered note with answers, as a page and as a PDF.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::views::Reader;
use crate::documents::paper::{Block, Cover, Fact, Paper, Part, Words, in_eights};
use crate::domain::accounts::Organisation;
use crate::domain::bids::FileKind;
use crate::domain::ids::RoundId;
use crate::domain::permission::Act;
use crate::domain::rounds::Round;
use crate::domain::rounds::notes::NoteEntry;
use crate::rendering::layout::Page;
use crate::store::questions::PublishedNote;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::bids::documents::{as_pdf, printed};
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct NotePage {
    page: Page,
    above: String,
    back: String,
    note: NoteView,
}

/// A note as templates show it.
#[derive(Serialize)]
pub struct NoteView {
    title: String,
    id: String,
    href: String,
    pdf: String,
    at: jiff::Timestamp,
    hash: String,
    topics: Vec<TopicView>,
}

#[derive(Serialize)]
struct TopicView {
    /// None: these have no topic.
    title: Option<String>,
    entries: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    number: usize,
    about: String,
    question: String,
    answer: String,
}

impl NoteView {
    pub fn new(published: &PublishedNote, round: RoundId, r: Reader<'_>) -> NoteView {
        let note = &published.note;
        let href = urls::note(round, note.number);
        let entry = |entry: &&NoteEntry| EntryView {
            number: entry.number,
            about: about(entry, r),
            question: entry.question.clone(),
            answer: entry.answer.clone(),
        };
        let topic = |(topic, entries): (&str, Vec<&NoteEntry>)| TopicView {
            title: Some(topic.to_owned()).filter(|topic| !topic.is_empty()),
            entries: entries.iter().map(entry).collect(),
        };
        NoteView {
            title: title(note.number, r),
            id: format!("note-{}", note.number),
            pdf: format!("{href}/document.pdf"),
            href,
            at: published.at,
            hash: published.hash.clone(),
            topics: note.by_topic().into_iter().map(topic).collect(),
        }
    }
}

pub fn title(number: i32, r: Reader<'_>) -> String {
    r.renderer.translate(r.lang, "note-title", &[("number", number.to_string().into())])
}

/// `Perceel 6: Elsbroek`, or the whole round.
fn about(entry: &NoteEntry, r: Reader<'_>) -> String {
    match &entry.lot {
        None => r.say("question-whole-round"),
        Some((number, name)) => {
            let args = [("number", i64::from(*number).into()), ("name", name.as_str().into())];
            r.renderer.translate(r.lang, "lot-named", &args)
        }
    }
}

struct Found {
    round: Round,
    owner: Organisation,
    note: PublishedNote,
}

fn find(conn: &mut Conn, me: &Me, (id, number): (RoundId, i32)) -> Result<Found, Error> {
    me.may(Act::ViewPublic, &store::places::round(conn, id, me.now)?)?;
    let round = store::rounds::find(conn, id)?;
    let owner = store::accounts::organisation(conn, round.municipality)?;
    Ok(Found { note: store::questions::note(conn, id, number)?, round, owner })
}

/// `GET /rounds/{round}/notes/{number}`
pub async fn page(me: Me, at: Path<(RoundId, i32)>, app: Data<App>) -> Answer {
    let (at, asker) = (at.into_inner(), me.clone());
    let found = app.read(move |conn| find(conn, &asker, at)).await?;
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let mut page = pages::frame_of(&app, &me, "questions-title", &found.owner);
    let above = found.round.definition.title.clone();
    let back = format!("{}/questions", urls::round(at.0));
    page.crumbs = vec![pages::crumb(urls::round(at.0), &above), pages::crumb(&back, &page.title)];
    let note = NoteView::new(&found.note, at.0, r);
    page.title.clone_from(&note.title);
    page.crumbs.push(pages::here(&note.title));
    pages::html(&app, &me, "public/note.html", &NotePage { page, above, back, note })
}

/// `GET /rounds/{round}/notes/{number}/document.pdf`
pub async fn document(me: Me, at: Path<(RoundId, i32)>, app: Data<App>) -> Answer {
    let (at, asker) = (at.into_inner(), me.clone());
    let found = app.read(move |conn| find(conn, &asker, at)).await?;
    let r = Reader { renderer: &app.renderer, lang: me.lang, now: me.now };
    let paper = paper(r, &found, &app.limits.public_url);
    let name = format!("{}.pdf", title(at.1, r));
    let bytes = printed(&app, paper, as_pdf).await?;
    Ok(downloads::bytes(&name, FileKind::Pdf.media_type(), bytes))
}

/// The same note is the same paper, whoever asks for it and when.
fn paper(r: Reader<'_>, found: &Found, public_url: &str) -> Paper {
    let (note, published) = (&found.note.note, &found.note);
    let municipality = r.renderer.translate(
        r.lang,
        "municipality-of",
        &[("name", note.municipality.as_str().into())],
    );
    let heading = title(note.number, r);
    let address = format!("{public_url}{}", urls::note(found.round.id, note.number));
    let facts = [
        ("note-published", r.renderer.exact_moment(r.lang, published.at)),
        ("note-hash", in_eights(&published.hash)),
        ("note-address", address),
    ];
    let part = |(topic, entries): (&str, Vec<&NoteEntry>)| Part {
        title: if topic.is_empty() { r.say("note-other") } else { topic.to_owned() },
        blocks: entries.into_iter().flat_map(|entry| blocks(entry, r)).collect(),
    };
    Paper {
        lang: r.lang,
        title: format!("{heading}, {}", note.round),
        author: municipality.clone(),
        ident: format!("note {} {}", found.round.id, published.hash),
        at: published.at,
        mark: None,
        footer: vec![heading.clone(), in_eights(&published.hash)],
        words: Words { page: r.say("paper-page"), of: r.say("paper-of"), contents: None },
        cover: Cover {
            above: municipality,
            title: heading,
            below: note.round.clone(),
            facts: facts.iter().map(|(key, text)| Fact::new(r.say(key), text)).collect(),
            note: vec![r.say("note-meaning")],
        },
        parts: note.by_topic().into_iter().map(part).collect(),
    }
}

fn blocks(entry: &NoteEntry, r: Reader<'_>) -> [Block; 2] {
    let number = i64::try_from(entry.number).unwrap_or_default();
    let heading = r.renderer.translate(r.lang, "question-number", &[("number", number.into())]);
    let said = [(r.say("note-question"), &entry.question), (r.say("note-answer"), &entry.answer)];
    let items = said.into_iter().map(|(term, text)| Fact::new(term, text)).collect();
    [Block::heading(format!("{heading}. {}", about(entry, r))), Block::Facts { items }]
}
