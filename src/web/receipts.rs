//! Is this what was handed in? Anybody who has a receipt number, or a file that came with it, can
//! ask. Numbers are made by chance and cannot be guessed; what is shown without the file says
//! nothing of who bids on what before the bids are opened.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::accounts::gate;
use super::bids::documents::{as_pdf, printed};
use super::bids::on_paper::{OnPaper, paper};
use super::errors::{Answer, Error};
use super::me::Me;
use super::pages;
use super::public::views::{Reader, lot_label};
use super::state::App;
use super::uploads::{self, Sent, SentFile, blocking};
use crate::documents::bid_json;
use crate::documents::paper::Paper;
use crate::documents::receipt_paper::{ReceiptFacts, receipt_paper};
use crate::domain::accounts::throttle::Gate;
use crate::domain::bids::submission::read_number;
use crate::domain::permission::{Act, Place};
use crate::rendering::Lang;
use crate::rendering::layout::{FieldError, Page};
use crate::store::{self, Conn};

const TEMPLATE: &str = "receipts/look.html";
/// Bytes of a file to compare: far more than a bid of ours has.
const LARGEST_FILE: u64 = 8 * 1024 * 1024;

#[derive(Serialize)]
struct LookPage {
    page: Page,
    errors: Vec<FieldError>,
    number: String,
    /// Nothing is known under this number.
    unknown: bool,
    found: Option<FoundView>,
    verdict: Option<VerdictView>,
}

#[derive(Serialize)]
struct FoundView {
    number: String,
    at: String,
    hash: String,
    /// Where it was handed in: only for who has the file, or after the opening.
    place: Option<PlaceView>,
    withdrawn_at: Option<String>,
}

#[derive(Serialize)]
struct PlaceView {
    lot: String,
    round: String,
    municipality: String,
}

#[derive(Serialize)]
struct VerdictView {
    kind: &'static str,
    text: String,
}

/// What came out of comparing a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// The content is what was handed in.
    SameContent,
    OtherContent,
    /// The PDF is ours to the byte.
    SamePdf,
    OtherPdf,
}

impl Verdict {
    fn key(self) -> &'static str {
        match self {
            Verdict::SameContent => "receipts-same-content",
            Verdict::OtherContent => "receipts-other-content",
            Verdict::SamePdf => "receipts-same-pdf",
            Verdict::OtherPdf => "receipts-other-pdf",
        }
    }

    fn is_same(self) -> bool {
        matches!(self, Verdict::SameContent | Verdict::SamePdf)
    }
}

/// Why there is nothing to show.
#[derive(Clone, Copy)]
enum Miss {
    Nothing,
    NoNumber,
    NotOurs,
    NoNumberInFile,
}

impl Miss {
    fn key(self) -> &'static str {
        match self {
            Miss::Nothing => "receipts-nothing",
            Miss::NoNumber => "receipts-no-number",
            Miss::NotOurs => "receipts-not-ours",
            Miss::NoNumberInFile => "receipts-file-no-number",
        }
    }

    fn field(self) -> &'static str {
        match self {
            Miss::NotOurs => "file",
            Miss::Nothing | Miss::NoNumber | Miss::NoNumberInFile => "number",
        }
    }
}

/// What somebody has in hand.
enum Proof {
    Pdf(Vec<u8>),
    Json(bid_json::BidFile),
}

/// `GET /receipts`
pub async fn page(me: Me, app: Data<App>) -> Answer {
    me.may(Act::ViewPublic, &Place::nowhere())?;
    pages::html(&app, &me, TEMPLATE, &empty(&app, &me, ""))
}

/// `GET /receipts/{number}`
pub async fn look(me: Me, number: Path<String>, app: Data<App>) -> Answer {
    me.may(Act::ViewPublic, &Place::nowhere())?;
    gate::pass(&app, &me, Gate::Receipt, &me.address).await?;
    match find(&app, &number).await? {
        Some((source, opened)) => {
            let page = found(&app, &me, &source, (opened, None))?;
            pages::html(&app, &me, TEMPLATE, &page)
        }
        None => unknown(&app, &me, &number),
    }
}

/// `POST /receipts`: a number, a file, or both.
pub async fn compare(me: Me, req: HttpRequest, form: Multipart, app: Data<App>) -> Answer {
    me.may(Act::ViewPublic, &Place::nowhere())?;
    gate::pass(&app, &me, Gate::Receipt, &me.address).await?;
    let declared = req.headers().get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse().ok());
    if declared.unwrap_or(0u64) > 2 * LARGEST_FILE {
        return Err(Error::TooLarge);
    }
    let upload = uploads::receive(&app, &req, form).await?;
    let typed: String = upload.text("number").chars().take(40).collect();
    let file = match upload.file {
        Sent::Nothing => return by_number(&app, &me, &typed),
        Sent::TooLarge(_) => return no(&app, &me, &typed, Miss::NotOurs),
        Sent::File(file) => file,
    };
    match blocking(move || proof(file)).await? {
        None => no(&app, &me, &typed, Miss::NotOurs),
        Some(proof) => judge(&app, &me, typed, proof).await,
    }
}

fn by_number(app: &App, me: &Me, typed: &str) -> Answer {
    match read_number(typed) {
        Some(number) => Ok(pages::see_other(format!("/receipts/{number}"))),
        None if typed.is_empty() => no(app, me, "", Miss::Nothing),
        None => no(app, me, typed, Miss::NoNumber),
    }
}

fn proof(mut file: SentFile) -> Option<Proof> {
    let bytes = file.content.bytes(LARGEST_FILE).ok()?;
    if bytes.starts_with(b"%PDF-") {
        return Some(Proof::Pdf(bytes));
    }
    bid_json::read(&bytes).ok().map(Proof::Json)
}

async fn judge(app: &App, me: &Me, typed: String, proof: Proof) -> Answer {
    let own = match &proof {
        Proof::Pdf(bytes) => number_in(bytes),
        Proof::Json(file) => file.number.as_deref().and_then(read_number),
    };
    let Some(number) = read_number(&typed).or(own) else {
        return no(app, me, &typed, Miss::NoNumberInFile);
    };
    let Some((source, opened)) = find(app, &number).await? else {
        return unknown(app, me, &number);
    };
    let verdict = compared(app, me, &source, proof).await?;
    let page = found(app, me, &source, (opened, Some(verdict)))?;
    pages::html(app, me, TEMPLATE, &page)
}

async fn compared(app: &App, me: &Me, source: &OnPaper, proof: Proof) -> Result<Verdict, Error> {
    let hash = source.receipt.as_ref().map(|receipt| receipt.hash.as_str());
    Ok(match proof {
        Proof::Json(file) if hash == Some(&file.hash) => Verdict::SameContent,
        Proof::Json(_) => Verdict::OtherContent,
        Proof::Pdf(bytes) if is_ours(app, me, source, &bytes).await? => Verdict::SamePdf,
        Proof::Pdf(_) => Verdict::OtherPdf,
    })
}

/// The number stands readable in the title of every PDF of ours.
fn number_in(bytes: &[u8]) -> Option<String> {
    let number = |window: &[u8]| read_number(std::str::from_utf8(window).ok()?);
    bytes.windows(12).filter(|window| window.starts_with(b"BB-")).find_map(number)
}

/// Makes our PDFs again, in both languages, and lays them beside this one.
async fn is_ours(app: &App, me: &Me, source: &OnPaper, bytes: &[u8]) -> Result<bool, Error> {
    for paper in papers(app, me, source) {
        if printed(app, paper, as_pdf).await? == bytes {
            return Ok(true);
        }
    }
    Ok(false)
}

fn papers(app: &App, me: &Me, source: &OnPaper) -> Vec<Paper> {
    let url = &app.limits.public_url;
    let mut papers = vec![];
    for lang in Lang::ALL {
        let r = Reader { renderer: &app.renderer, lang, now: me.now };
        papers.push(paper(r, source, url));
        let standing = source.receipt.clone().map(|mut receipt| {
            receipt.withdrawn = None;
            receipt
        });
        let lot = lot_label(&source.lot, (&app.renderer, lang));
        for receipt in source.receipt.iter().chain(&standing) {
            let facts = ReceiptFacts {
                receipt,
                municipality: &source.municipality.name,
                round: &source.round.definition.title,
                lot: &lot,
                cooperative: &source.content.cooperative_name,
                public_url: url,
            };
            papers.push(receipt_paper(&app.renderer, lang, &facts));
        }
    }
    papers
}

/// What was handed in under this number, and whether the bids have been opened.
async fn find(app: &App, number: &str) -> Result<Option<(OnPaper, bool)>, Error> {
    let number = read_number(number).unwrap_or_default();
    let load = move |conn: &mut Conn| {
        let Some(receipt) = store::submissions::by_number(conn, &number)? else { return Ok(None) };
        let opened = store::bids::find(conn, receipt.bid)?.code.is_some();
        Ok::<_, Error>(Some((OnPaper::handed_in(conn, receipt)?, opened)))
    };
    app.read(load).await
}

fn empty(app: &App, me: &Me, number: &str) -> LookPage {
    LookPage {
        page: pages::frame(app, me, "receipts-title"),
        errors: vec![],
        number: number.to_owned(),
        unknown: false,
        found: None,
        verdict: None,
    }
}

fn no(app: &App, me: &Me, number: &str, why: Miss) -> Answer {
    let mut page = empty(app, me, number);
    page.page.fault = true;
    let text = app.renderer.translate(me.lang, why.key(), &[]);
    page.errors.push(FieldError { field: why.field().to_owned(), text });
    pages::faulty(app, me, TEMPLATE, &page)
}

/// Numbers that nobody was given and words that are no number get the same answer.
fn unknown(app: &App, me: &Me, number: &str) -> Answer {
    let shown: String = number.chars().take(40).collect();
    let page = LookPage { unknown: true, ..empty(app, me, &shown) };
    pages::with_status(app, me, StatusCode::NOT_FOUND, (TEMPLATE, &page))
}

fn found(
    app: &App,
    me: &Me,
    source: &OnPaper,
    (opened, verdict): (bool, Option<Verdict>),
) -> Result<LookPage, Error> {
    let receipt = source.receipt.as_ref().ok_or(Error::Missing)?;
    let say = |key: &str| app.renderer.translate(me.lang, key, &[]);
    let exact = |at| app.renderer.exact_moment(me.lang, at);
    let has_it = verdict.is_some_and(Verdict::is_same);
    let place = (opened || has_it).then(|| PlaceView {
        lot: lot_label(&source.lot, (&app.renderer, me.lang)),
        round: source.round.definition.title.clone(),
        municipality: source.municipality.name.clone(),
    });
    Ok(LookPage {
        found: Some(FoundView {
            number: receipt.number.clone(),
            at: exact(receipt.at),
            hash: receipt.hash.clone(),
            place,
            withdrawn_at: receipt.withdrawn.as_ref().map(|withdrawn| exact(withdrawn.at)),
        }),
        verdict: verdict.map(|verdict| VerdictView {
            kind: if verdict.is_same() { "success" } else { "warning" },
            text: say(verdict.key()),
        }),
        ..empty(app, me, &receipt.number)
    })
}
