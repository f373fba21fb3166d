//! The whole bid as a file: to print, to read aloud, to keep, to begin another bid with.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::desk::{Below, Desk, reader};
use super::facts::Facts;
use super::on_paper::{OnPaper, paper};
use crate::documents::bid_json;
use crate::documents::paper::{Paper, odt, pdf};
use crate::documents::receipt_paper::{ReceiptFacts, receipt_paper};
use crate::domain::bids::{FileKind, Receipt, Standing};
use crate::domain::ids::{BidId, SubmissionId};
use crate::domain::permission::Act;
use crate::rendering::layout::Page;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::me::{Me, SignedIn};
use crate::web::uploads::blocking;
use crate::web::{pages, urls};

#[derive(Clone, Copy)]
enum Form {
    Pdf,
    Odt,
    Json,
}

#[derive(Serialize)]
struct DocumentsPage {
    page: Page,
    lot: String,
    tasks: String,
    draft: Option<Files>,
    handed_in: Vec<HandedInView>,
    verification: String,
}

/// Where the same thing is as a file, three times.
#[derive(Serialize)]
struct Files {
    pdf: String,
    odt: String,
    json: String,
}

#[derive(Serialize)]
struct HandedInView {
    number: String,
    at: String,
    withdrawn_at: Option<String>,
    files: Files,
    receipt: String,
}

impl Files {
    fn below(address: &str) -> Files {
        let file = |end: &str| format!("{address}/document.{end}");
        Files { pdf: file("pdf"), odt: file("odt"), json: file("json") }
    }
}

/// `GET /bids/{bid}/documents`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let (bid, asker) = (bid.into_inner(), me.me.clone());
    let load = move |conn: &mut Conn| {
        let desk = Desk::load(conn, &asker, bid, Act::ReadBid)?;
        Ok::<_, Error>((desk, store::submissions::receipts(conn, &[bid])?))
    };
    let (desk, receipts) = app.read(load).await?;
    let r = reader(&app, &me);
    // What is handed in is no draft.
    let is_draft = desk.bid.standing != Standing::Submitted;
    let view = DocumentsPage {
        page: desk.page(&app, &me, r.say("documents-title"), Below::Bid),
        lot: desk.lot_name(r),
        tasks: urls::bid(bid),
        draft: is_draft.then(|| Files::below(&urls::bid(bid))),
        handed_in: receipts.iter().map(|receipt| handed_in(&app, &me, receipt)).collect(),
        verification: "/receipts".to_owned(),
    };
    pages::html(&app, &me, "bids/documents.html", &view)
}

fn handed_in(app: &App, me: &Me, receipt: &Receipt) -> HandedInView {
    let exact = |at| app.renderer.exact_moment(me.lang, at);
    let address = format!("{}/{}", urls::bid_receipt(receipt.bid), receipt.id);
    HandedInView {
        number: receipt.number.clone(),
        at: exact(receipt.at),
        withdrawn_at: receipt.withdrawn.as_ref().map(|withdrawn| exact(withdrawn.at)),
        files: Files::below(&address),
        receipt: format!("{address}/receipt.pdf"),
    }
}

/// `GET /bids/{bid}/document.pdf`
pub async fn draft_pdf(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    draft(&app, &me, *bid, Form::Pdf).await
}

/// `GET /bids/{bid}/document.odt`
pub async fn draft_odt(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    draft(&app, &me, *bid, Form::Odt).await
}

/// `GET /bids/{bid}/document.json`
pub async fn draft_json(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    draft(&app, &me, *bid, Form::Json).await
}

/// `GET /bids/{bid}/receipt/{submission}/document.pdf`
pub async fn sent_pdf(me: SignedIn, ids: Path<(BidId, SubmissionId)>, app: Data<App>) -> Answer {
    sent(&app, &me, *ids, Form::Pdf).await
}

/// `GET /bids/{bid}/receipt/{submission}/document.odt`
pub async fn sent_odt(me: SignedIn, ids: Path<(BidId, SubmissionId)>, app: Data<App>) -> Answer {
    sent(&app, &me, *ids, Form::Odt).await
}

/// `GET /bids/{bid}/receipt/{submission}/document.json`
pub async fn sent_json(me: SignedIn, ids: Path<(BidId, SubmissionId)>, app: Data<App>) -> Answer {
    sent(&app, &me, *ids, Form::Json).await
}

/// `GET /bids/{bid}/receipt/{submission}/receipt.pdf`
pub async fn receipt_pdf(me: SignedIn, ids: Path<(BidId, SubmissionId)>, app: Data<App>) -> Answer {
    let source = handed_in_of(&app, &me, *ids).await?;
    let receipt = source.receipt.as_ref().ok_or(Error::Missing)?;
    let lot = crate::web::public::views::lot_label(&source.lot, (&app.renderer, me.lang));
    let facts = ReceiptFacts {
        receipt,
        municipality: &source.municipality.name,
        round: &source.round.definition.title,
        lot: &lot,
        cooperative: &source.content.cooperative_name,
        public_url: &app.limits.public_url,
    };
    let paper = receipt_paper(&app.renderer, me.lang, &facts);
    let name = reader(&app, &me).say("receipt-title").to_lowercase();
    let bytes = printed(&app, paper, as_pdf).await?;
    let media_type = FileKind::Pdf.media_type();
    Ok(downloads::bytes(&format!("{name}-{}.pdf", receipt.number), media_type, bytes))
}

async fn draft(app: &App, me: &SignedIn, bid: BidId, form: Form) -> Answer {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        let facts = Facts::load(conn, &asker, bid, Act::ReadBid)?;
        Ok::<_, Error>(OnPaper::as_it_stands(conn, facts, asker.now)?)
    };
    let source = app.read(load).await?;
    file(app, me, &source, form).await
}

async fn sent(app: &App, me: &SignedIn, ids: (BidId, SubmissionId), form: Form) -> Answer {
    let source = handed_in_of(app, me, ids).await?;
    file(app, me, &source, form).await
}

/// What was handed in under this receipt of this bid.
async fn handed_in_of(
    app: &App,
    me: &SignedIn,
    (bid, submission): (BidId, SubmissionId),
) -> Result<OnPaper, Error> {
    let asker = me.me.clone();
    let load = move |conn: &mut Conn| {
        let place = store::places::bid(conn, bid, asker.actor.person, asker.now)?;
        asker.may(Act::ReadBid, &place)?;
        let receipt = store::submissions::receipt(conn, submission)?;
        let receipt = receipt.filter(|r| r.bid == bid).ok_or(Error::Missing)?;
        Ok::<_, Error>(OnPaper::handed_in(conn, receipt)?)
    };
    app.read(load).await
}

async fn file(app: &App, me: &Me, source: &OnPaper, form: Form) -> Answer {
    let r = reader(app, me);
    let name = source.name(r);
    let made = |end: &str, media_type: &str, bytes: Vec<u8>| -> HttpResponse {
        downloads::bytes(&format!("{name}.{end}"), media_type, bytes)
    };
    let paper = || paper(r, source, &app.limits.public_url);
    Ok(match form {
        Form::Json => made("json", bid_json::MEDIA_TYPE, json(source)?.into_bytes()),
        Form::Pdf => made("pdf", FileKind::Pdf.media_type(), printed(app, paper(), as_pdf).await?),
        Form::Odt => made("odt", FileKind::Odt.media_type(), printed(app, paper(), as_odt).await?),
    })
}

fn json(source: &OnPaper) -> Result<String, Error> {
    let receipt = source.receipt.as_ref().map(|receipt| bid_json::ReceiptFacts {
        number: receipt.number.clone(),
        submitted_at: receipt.at,
        sha256: receipt.hash.clone(),
    });
    bid_json::write(&source.round.definition.title, &source.content, receipt.as_ref())
        .map_err(|why| Error::Broken(why.to_string()))
}

type Writer = fn(&Paper) -> Result<Vec<u8>, String>;

pub fn as_pdf(paper: &Paper) -> Result<Vec<u8>, String> {
    pdf(paper).map_err(|why| why.to_string())
}

fn as_odt(paper: &Paper) -> Result<Vec<u8>, String> {
    odt(paper).map_err(|why| why.to_string())
}

/// Lays a paper out, away from the threads that answer, and never more of them than there are cores.
pub async fn printed(app: &App, paper: Paper, writer: Writer) -> Result<Vec<u8>, Error> {
    let _turn = app.printing.acquire().await.map_err(|_| Error::Busy)?;
    blocking(move || writer(&paper)).await?.map_err(Error::Broken)
}
