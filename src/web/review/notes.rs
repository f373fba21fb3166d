//! What an assessor writes down beside a bid: marks for oneself, strong and weak points. They travel in
//! the form of the grade, so that nothing that was typed there gets lost.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::reading::{Place, Reading};
use super::say;
use super::scores::{self, Ids, Open};
use super::scoring_page::{Typing, address};
use crate::actions::{self, Failure};
use crate::domain::ids::{AssignmentId, BidId, NoteId};
use crate::domain::refusal::Refusal;
use crate::domain::review::notes::{MOST_CHARS, Note, NoteKind, NoteRefusal};
use crate::domain::review::places::Spot;
use crate::store;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::SignedIn;

#[derive(Serialize)]
pub struct NotesView {
    action: String,
    /// Under which the next note is kept: the same form twice is one note.
    id: NoteId,
    places: Vec<Choice>,
    kinds: Vec<Choice>,
    at: String,
    kind: String,
    text: String,
    most: usize,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
}

#[derive(Serialize)]
pub struct Line {
    kind: String,
    /// The sign before it: what it is in one letter for who cannot tell colours.
    word: &'static str,
    place: String,
    /// None where the paragraph is not on this page.
    href: Option<String>,
    text: String,
    /// None when it is fixed.
    removal: Option<String>,
    /// Written about an earlier version of what was handed in.
    old: bool,
}

/// Puts the reader's notes at their paragraphs.
pub fn mark(reading: &mut Reading, open: &Open) {
    for place in reading.places_mut() {
        let own = open.notes.iter().filter(|note| note.spot == place.spot && is_of(note, open));
        for note in own {
            place.marked = true;
            place.notes.extend(Some(note.text.clone()).filter(|text| !text.is_empty()));
        }
    }
}

/// Numbers are those of the text that was handed in.
fn is_of(note: &Note, open: &Open) -> bool {
    note.version == open.read.version
}

impl NotesView {
    pub fn new(
        (app, me): (&Data<App>, &SignedIn),
        open: &Open,
        (reading, typing): (&Reading, &Typing<'_>),
    ) -> NotesView {
        let typed = |name: &str| match typing {
            Typing::None => String::new(),
            Typing::Typed(typed) => typed.text(name).to_owned(),
        };
        let locked = open.read.sheet.locked_at.is_some();
        let kinds = NoteKind::ALL.iter().filter(|kind| !(locked && kind.is_point()));
        let kind = |kind: &NoteKind| Choice {
            value: kind.as_str().into(),
            label: say(app, me, &format!("note-kind-{}", kind.as_str()), &[]),
        };
        let place = |place: &Place| Choice { value: place.key.clone(), label: place.label.clone() };
        NotesView {
            action: notes_address(open),
            id: NoteId::new(store::new_id()),
            places: reading.places().map(place).collect(),
            kinds: kinds.map(kind).collect(),
            at: typed("note_at"),
            kind: Some(typed("note_kind"))
                .filter(|kind| !kind.is_empty())
                .unwrap_or_else(|| NoteKind::Mark.as_str().into()),
            text: typed("note_text"),
            most: MOST_CHARS,
            lines: lines((app, me), open, reading),
        }
    }
}

fn notes_address(open: &Open) -> String {
    let read = &open.read;
    format!("{}/notes", address(read.assignment.id, read.bid, &open.criterion))
}

/// Points of this question, and marks on paragraphs that are read for it, in the order of the text.
fn lines((app, me): (&Data<App>, &SignedIn), open: &Open, reading: &Reading) -> Vec<Line> {
    let here = |spot: Spot| reading.places().any(|place| place.spot == spot);
    let shown = |note: &&Note| match note.kind.is_point() {
        true => note.criterion == open.criterion,
        false => here(note.spot) || note.criterion == open.criterion,
    };
    let mut notes: Vec<&Note> = open.notes.iter().filter(shown).collect();
    notes.sort_by_key(|note| (!note.kind.is_point(), note.kind, note.spot));
    let locked = open.read.sheet.locked_at.is_some();
    let line = |note: &Note| Line {
        kind: say(app, me, &format!("note-kind-{}", note.kind.as_str()), &[]),
        word: note.kind.as_str(),
        place: note.spot.to_string(),
        href: (is_of(note, open) && here(note.spot)).then(|| format!("#p-{}", note.spot.key())),
        text: note.text.clone(),
        removal: (!(locked && note.kind.is_point()))
            .then(|| format!("{}/{}/removal", notes_address(open), note.id)),
        old: !is_of(note, open),
    };
    notes.into_iter().map(line).collect()
}

/// `POST /review/assignments/{assignment}/bids/{bid}/{criterion}/notes`
pub async fn write(
    me: SignedIn,
    ids: Path<Ids>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (ids, typed) = (ids.into_inner(), &form.typed);
    let open = scores::open(&app, &me, ids.clone()).await?;
    let written = match note(&app, &me, &open, typed) {
        Ok(note) => {
            let (sheet, bid) = ((ids.0, me.id), ids.1);
            app.write(move |tx| actions::write_note(tx, sheet, bid, note)).await
        }
        Err(why) => Err(why.into()),
    };
    match written {
        Ok(()) => scores::save_and_stay(&app, &me, ids, (typed, "#notes")).await,
        Err(Failure::Refused(NoteRefusal::Locked)) => {
            Err(Error::Refused(NoteRefusal::Locked.key()))
        }
        Err(Failure::Refused(why)) => scores::again(&app, &me, &open, (typed, why.key())),
        Err(broken) => Err(broken.into()),
    }
}

fn note(app: &Data<App>, me: &SignedIn, open: &Open, typed: &Typed) -> Result<Note, NoteRefusal> {
    let (_, asked) = open.read.criterion(&open.criterion).map_err(|_| NoteRefusal::NoPlace)?;
    let spot: Spot = typed.text("note_at").parse().map_err(|_| NoteRefusal::NoPlace)?;
    let reading = open.read.reading(asked, (app, me));
    if !reading.places().any(|place| place.spot == spot) {
        return Err(NoteRefusal::NoPlace);
    }
    Ok(Note {
        id: typed.text("note_id").parse().unwrap_or_else(|_| NoteId::new(store::new_id())),
        criterion: open.criterion.clone(),
        spot,
        kind: typed.text("note_kind").parse().unwrap_or(NoteKind::Mark),
        text: typed.text("note_text").to_owned(),
        version: open.read.version.clone(),
        at: me.now,
    })
}

/// `POST /review/assignments/{assignment}/bids/{bid}/{criterion}/notes/{note}/removal`
pub async fn remove(
    me: SignedIn,
    ids: Path<(AssignmentId, BidId, String, NoteId)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (sheet, bid, criterion, id) = ids.into_inner();
    let ids = (sheet, bid, criterion);
    scores::open(&app, &me, ids.clone()).await?;
    let by = me.id;
    app.write(move |tx| actions::remove_note(tx, (sheet, by), bid, id))
        .await
        .map_err(Error::from)?;
    scores::save_and_stay(&app, &me, ids, (&form.typed, "#notes")).await
}
