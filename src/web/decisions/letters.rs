//! Letters as they were sent, for the municipality all of a round and for a cooperative its own.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path, Query};
use jiff::Timestamp;
use serde::Serialize;

use super::proofs::{Own, own};
use super::{Opened, below_overview, frame, open, say};
use crate::documents::letters::{Part, parts};
use crate::documents::paper::{Block, Cover, Paper, Part as PaperPart, Words};
use crate::domain::accounts::Organisation;
use crate::domain::bids::{Bid, FileKind};
use crate::domain::decisions::Verdict;
use crate::domain::decisions::proofs::Proof;
use crate::domain::ids::{BidId, RoundId};
use crate::domain::permission::Act;
use crate::domain::review::inquiry::Inquiry;
use crate::domain::rounds::Round;
use crate::rendering::layout::Page;
use crate::rendering::{Lang, Renderer};
use crate::store::letters::Letter;
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::bids::documents::{as_pdf, printed};
use crate::web::errors::{Answer, Error};
use crate::web::me::Me;
use crate::web::paging::{LETTERS, Pages, Wanted};
use crate::web::{downloads, pages, urls};

#[derive(Serialize)]
struct LettersPage {
    page: Page,
    round_title: String,
    letters: Vec<LetterView>,
    /// None where one page is enough.
    pages: Option<Pages>,
    publication_href: String,
}

#[derive(Serialize)]
struct LetterView {
    title: String,
    email: String,
    subject: String,
    parts: Vec<Part>,
    at: Timestamp,
}

#[derive(Serialize)]
struct OwnPage {
    page: Page,
    letter: LetterView,
    result_href: String,
    /// What the winner still shows.
    proofs: Vec<Own>,
    pdf_href: String,
}

/// `GET /manage/rounds/{round}/letters`
pub async fn of_round(me: Me, id: Path<RoundId>, wanted: Query<Wanted>, app: Data<App>) -> Answer {
    let id = id.into_inner();
    let opened = open(&app, &me, id, Act::ViewLetters).await?;
    let mut letters = app.read(move |conn| store::letters::of_round(conn, id)).await?;
    let pages = Pages::cut(&mut letters, *wanted, (&urls::letters(id), LETTERS));
    let mut page = frame(&app, &me, "letters-title", &opened);
    page.crumbs.push(below_overview(&app, &me, id));
    page.crumbs.push(pages::here(page.title.clone()));
    let titles = titles(&app, &me, &opened);
    let shown = |letter: Letter| view(titles.get(&letter.bid).cloned().unwrap_or_default(), letter);
    let page = LettersPage {
        page,
        round_title: opened.file.round.definition.title.clone(),
        letters: letters.into_iter().map(shown).collect(),
        pages,
        publication_href: urls::publication(id),
    };
    pages::html(&app, &me, "decisions/letters.html", &page)
}

/// To whom each letter goes, and about which lot.
fn titles(app: &App, me: &Me, opened: &Opened) -> BTreeMap<BidId, String> {
    let of_lot = |lot: &crate::domain::decisions::LotFile| {
        let title = |entrant: &crate::domain::decisions::Entrant| {
            let args = [("name", entrant.name.as_str().into()), ("lot", lot.lot.label().into())];
            (entrant.bid, app.renderer.translate(me.lang, "letter-to", &args))
        };
        lot.entrants.iter().map(title).collect::<Vec<_>>()
    };
    opened.file.lots.iter().flat_map(of_lot).collect()
}

fn view(title: String, letter: Letter) -> LetterView {
    LetterView {
        title,
        email: letter.email,
        subject: letter.subject,
        parts: parts(&letter.body),
        at: letter.at,
    }
}

/// What the page and the paper of one's own letter need.
struct Sent {
    letter: Letter,
    round: Round,
    owner: Organisation,
    /// What the winner still shows.
    shown: Option<Shown>,
}

async fn sent(app: &App, me: &Me, id: BidId) -> Result<Sent, Error> {
    let asker = me.clone();
    let read = move |conn: &mut Conn| {
        let place = store::places::bid(conn, id, asker.actor.person, asker.now)?;
        asker.may(Act::ViewOwnResult, &place)?;
        let bid = store::bids::find(conn, id)?;
        let round = store::rounds::find(conn, bid.round)?;
        let owner = store::accounts::organisation(conn, round.municipality)?;
        let letter = store::letters::of_bid(conn, id)?;
        Ok::<_, Error>(Sent { letter, shown: Shown::read(conn, &bid)?, round, owner })
    };
    app.read(read).await
}

/// `GET /bids/{bid}/result`: the own letter, and nobody else's.
pub async fn of_bid(me: Me, id: Path<BidId>, app: Data<App>) -> Answer {
    let id = id.into_inner();
    let Sent { letter, round, owner, shown } = sent(&app, &me, id).await?;
    let mut page = pages::frame_of(&app, &me, "own-result-title", &owner);
    page.crumbs = vec![
        pages::crumb("/bids", say(&app, &me, "menu-bids")),
        pages::crumb(urls::bid(id), say(&app, &me, "journal-own-bid")),
        pages::here(page.title.clone()),
    ];
    let result_href = urls::result(round.id);
    let proofs = shown.map(|shown| own((&app, &me), &round, (id, &shown.kept, &shown.asked)));
    let page = OwnPage {
        page,
        letter: view(letter.subject.clone(), letter),
        result_href,
        proofs: proofs.unwrap_or_default(),
        pdf_href: format!("{}/result/letter.pdf", urls::bid(id)),
    };
    pages::html(&app, &me, "decisions/own.html", &page)
}

/// `GET /bids/{bid}/result/letter.pdf`: the same letter on paper.
pub async fn own_pdf(me: Me, id: Path<BidId>, app: Data<App>) -> Answer {
    let own = sent(&app, &me, id.into_inner()).await?;
    let name = format!("{}.pdf", own.letter.subject);
    let paper = paper(&app.renderer, &own);
    let bytes = printed(&app, paper, as_pdf).await?;
    Ok(downloads::bytes(&name, FileKind::Pdf.media_type(), bytes))
}

/// In Dutch, the language of the letter; word for word.
fn paper(renderer: &Renderer, own: &Sent) -> Paper {
    let (lang, letter) = (Lang::Nl, &own.letter);
    let say = |key: &str| renderer.translate(lang, key, &[]);
    let mut all = vec![PaperPart { title: say("own-result-title"), blocks: vec![] }];
    for part in parts(&letter.body) {
        match part.heading {
            Some(title) => all.push(PaperPart { title, blocks: vec![] }),
            None => all.iter_mut().last().into_iter().for_each(|last| {
                last.blocks.push(Block::Text { text: vec![part.text.clone()] });
            }),
        }
    }
    let name = [("name", own.owner.name.as_str().into())];
    let municipality = renderer.translate(lang, "municipality-of", &name);
    Paper {
        lang,
        title: letter.subject.clone(),
        author: municipality.clone(),
        ident: format!("letter {}", letter.id),
        at: letter.at,
        mark: None,
        footer: vec![letter.subject.clone()],
        words: Words { page: say("paper-page"), of: say("paper-of"), contents: None },
        cover: Cover {
            above: municipality,
            title: letter.subject.clone(),
            below: own.round.definition.title.clone(),
            facts: vec![],
            note: vec![],
        },
        parts: all,
    }
}

/// What a winner was asked to show, and what the municipality made of it.
struct Shown {
    kept: Vec<Proof>,
    asked: Vec<Inquiry>,
}

impl Shown {
    /// None for a bid that did not win.
    fn read(conn: &mut Conn, bid: &Bid) -> Result<Option<Shown>, StoreError> {
        if store::decisions::verdict(conn, bid.lot)? != Some(Verdict::Award(bid.id)) {
            return Ok(None);
        }
        let kept = store::award_proofs::of_round(conn, bid.round)?.remove(&bid.id);
        let asked = store::inquiries::of_bid(conn, bid.id)?;
        Ok(Some(Shown { kept: kept.unwrap_or_default(), asked }))
    }
}
