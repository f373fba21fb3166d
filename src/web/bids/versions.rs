//! Every text a field ever had, and the way back to one of them.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::clash;
use super::desk::{Below, Desk, Pen, reader};
use super::when;
use super::words::Words;
use crate::actions::{self, Outcome, SaveAnswer};
use crate::domain::bids::answers::{Saved, ends_a_sitting};
use crate::domain::ids::BidId;
use crate::domain::permission::Act;
use crate::domain::word_diff::{Piece, word_diff};
use crate::domain::words::count_words;
use crate::rendering::layout::Page;
use crate::store::answers::{At, Version};
use crate::store::clashes::SetAside;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted};
use crate::web::me::SignedIn;
use crate::web::public::views::Reader;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct VersionsPage {
    page: Page,
    label: String,
    back: String,
    action: String,
    /// The version that counts now.
    version: i32,
    versions: Vec<VersionView>,
    set_aside: Vec<VersionView>,
    can_write: bool,
}

#[derive(Serialize)]
struct VersionView {
    title: String,
    text: String,
    words: usize,
    /// Number to bring it back; none for the text that counts.
    number: Option<i32>,
    /// Against the version before; none for the first.
    changes: Option<Changes>,
}

#[derive(Serialize)]
pub struct Changes {
    summary: String,
    pieces: Vec<PieceView>,
}

/// `kind` is same, removed or added, for the part `bid.changes`.
#[derive(Serialize)]
struct PieceView {
    kind: &'static str,
    text: String,
}

impl Changes {
    pub fn between(words: Words<'_>, old: &str, new: &str) -> Changes {
        Changes::told(words.r, old, new)
    }

    pub fn told(r: Reader<'_>, old: &str, new: &str) -> Changes {
        let (mut removed, mut added) = (0, 0);
        let mut view = |piece: Piece| match piece {
            Piece::Same(text) => PieceView { kind: "same", text },
            Piece::Removed(text) => {
                removed += count_words(&text);
                PieceView { kind: "removed", text }
            }
            Piece::Added(text) => {
                added += count_words(&text);
                PieceView { kind: "added", text }
            }
        };
        let pieces = word_diff(old, new).into_iter().map(&mut view).collect();
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
        let args = [("added", count(added)), ("removed", count(removed))];
        let summary = r.renderer.translate(r.lang, "bid-versions-changes", &args);
        Changes { summary, pieces }
    }
}

struct Texts {
    desk: Desk,
    versions: Vec<Version>,
    set_aside: Vec<SetAside>,
}

async fn texts(app: &App, me: &SignedIn, place: &At, act: Act) -> Result<Texts, Error> {
    let (asker, place) = (me.me.clone(), place.clone());
    let load = move |conn: &mut Conn| {
        let desk = Desk::at(conn, &asker, &place, act)?;
        Ok::<_, Error>(Texts {
            versions: store::answers::versions(conn, &place)?,
            set_aside: store::clashes::set_aside(conn, &place)?,
            desk,
        })
    };
    app.read(load).await
}

/// `GET /bids/{bid}/fields/{field}/versions`
pub async fn show(me: SignedIn, ids: Path<(BidId, String)>, app: Data<App>) -> Answer {
    let (bid, field) = ids.into_inner();
    let place = At { bid, field };
    let texts = texts(&app, &me, &place, Act::ReadBid).await?;
    pages::html(&app, &me, "bids/versions.html", &view(&app, &me, &place, &texts))
}

/// `POST /bids/{bid}/fields/{field}/versions`: an earlier text becomes the newest.
pub async fn restore(
    me: SignedIn,
    ids: Path<(BidId, String)>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let (bid, field) = ids.into_inner();
    let place = At { bid, field };
    let texts = texts(&app, &me, &place, Act::WriteBid).await?;
    let number = form.typed.number("number");
    let chosen = texts.versions.into_iter().find(|v| v.number == number);
    let value = chosen.ok_or(Error::Missing)?.value;
    let save =
        SaveAnswer { place: place.clone(), value, seen: form.typed.number("version"), by: me.id };
    let now = form.at;
    match app.write(move |tx| actions::save_answer(tx, save, now)).await? {
        Outcome::Saved { .. } => Ok(pages::see_other(urls::bid_field(bid, &place.field))),
        Outcome::Clash => clash::come_back(&app, &me, place).await,
    }
}

fn view(app: &App, me: &SignedIn, place: &At, texts: &Texts) -> VersionsPage {
    let desk = &texts.desk;
    let words = Words::new(reader(app, me), desk.form());
    let current = texts.versions.first().map_or(0, |version| version.number);
    let title = |name: &str, at| format!("{}, {name}", when::ago(words.r, at));
    let shown = sittings(&texts.versions);
    let text = |version: &Version| words.value(&place.field, &version.value);
    let version = |(i, version): (usize, &&Version)| VersionView {
        title: title(&version.by_name, version.at),
        text: text(version),
        words: count_words(&version.value),
        number: Some(version.number).filter(|number| *number != current),
        changes: shown.get(i + 1).map(|old| Changes::between(words, &text(old), &text(version))),
    };
    let aside = |text: &SetAside| VersionView {
        title: title(&text.by_name, text.at),
        text: words.value(&place.field, &text.value),
        words: count_words(&text.value),
        number: None,
        changes: None,
    };
    VersionsPage {
        page: desk.page(app, me, words.r.say("bid-versions-title"), Below::Bid),
        label: words.label(&place.field),
        back: urls::bid_text(place.bid, &place.field),
        action: urls::bid_versions(place.bid, &place.field),
        version: current,
        versions: shown.iter().enumerate().map(version).collect(),
        set_aside: texts.set_aside.iter().map(aside).collect(),
        can_write: desk.pen == Pen::Ready,
    }
}

/// The last text of each sitting; the list comes with the newest first.
fn sittings(versions: &[Version]) -> Vec<&Version> {
    let saved = |version: &Version| Saved { by: version.by, at: version.at };
    let next = |i: usize| i.checked_sub(1).and_then(|i| versions.get(i)).map(saved);
    let ends = |(i, version): &(usize, &Version)| ends_a_sitting(saved(version), next(*i));
    versions.iter().enumerate().filter(ends).map(|(_, version)| version).collect()
}
