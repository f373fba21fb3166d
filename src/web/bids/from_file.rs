//! Beginning a bid with the answers of a file: first a look at what fits this round, then the bid.

use std::collections::BTreeMap;

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};

use super::desk::reader;
use super::inputs::Opt;
use super::start::{Chances, chances, choose, frame, fresh, may_begin, must_write};
use super::words::Words;
use crate::actions;
use crate::documents::bid_json::{self, BidFile, JsonRefusal, LARGEST_FILE};
use crate::domain::bids::answers::Form;
use crate::domain::bids::import::{Fit, fit};
use crate::domain::ids::{LotId, OrganisationId};
use crate::domain::refusal::Refusal;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::forms::{LARGEST, Posted};
use crate::web::me::SignedIn;
use crate::web::uploads::{self, Sent, SentFile, blocking};
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/from_file.html";
/// Characters of an answer that the preview shows.
const SHOWN: usize = 160;
/// Answers that do not fit and are named one by one.
const MOST_NAMED: usize = 100;

#[derive(Serialize)]
struct FilePage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    action: String,
    largest_mb: usize,
    cooperatives: Vec<Opt>,
    cooperative: String,
    /// What the file says; none before there is one.
    found: Option<FoundView>,
}

#[derive(Serialize)]
struct FoundView {
    /// Where the bid is made.
    save: String,
    /// What fits, to be sent along.
    answers: String,
    count: usize,
    /// What the file was made for.
    made_for: String,
    sections: Vec<SectionView>,
    left_out: Vec<LeftView>,
    /// So many more that are not named.
    more: usize,
    files: Vec<String>,
    unknown: Vec<String>,
}

#[derive(Serialize)]
struct SectionView {
    title: String,
    answers: Vec<AnswerView>,
}

#[derive(Serialize)]
struct AnswerView {
    label: String,
    text: String,
}

#[derive(Serialize)]
struct LeftView {
    field: String,
    why: String,
}

/// `GET /lots/{lot}/bids/file`
pub async fn page(me: SignedIn, lot: Path<LotId>, app: Data<App>) -> Answer {
    let chances = chances(&app, &me, lot.into_inner()).await?;
    may_begin(&me, &chances)?;
    pages::html(&app, &me, TEMPLATE, &view(&app, &me, &chances))
}

/// `POST /lots/{lot}/bids/file`: shows what of the file fits, and keeps nothing.
pub async fn read(
    me: SignedIn,
    lot: Path<LotId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let chances = chances(&app, &me, lot.into_inner()).await?;
    must_write(&chances)?;
    let upload = uploads::receive(&app, &req, form).await?;
    let me = me.at(app.clock.now());
    may_begin(&me, &chances)?;
    let Some(cooperative) = choose(&chances, upload.text("cooperative"))? else {
        return refused(&app, &me, &chances, ("cooperative", "bid-start-choose-cooperative"));
    };
    match looked_at(&app, &me, &chances, upload.file).await? {
        Err(why) => refused(&app, &me, &chances, ("file", why)),
        Ok(found) => show(&app, &me, &chances, (cooperative, found)),
    }
}

/// What the file says, or the sentence why it cannot be used.
async fn looked_at(
    app: &App,
    me: &SignedIn,
    chances: &Chances,
    sent: Sent,
) -> Result<Result<FoundView, &'static str>, Error> {
    let file = match sent {
        Sent::Nothing => return Ok(Err("bid-file-none")),
        Sent::TooLarge(_) => Err(JsonRefusal::TooLarge),
        Sent::File(file) => blocking(move || parsed(file)).await?,
    };
    Ok(file.and_then(|file| found(app, me, chances, &file)).map_err(|why| why.key()))
}

fn parsed(mut file: SentFile) -> Result<BidFile, JsonRefusal> {
    let most = LARGEST_FILE as u64 + 1;
    let bytes = file.content.bytes(most).map_err(|_| JsonRefusal::NotJson)?;
    bid_json::read(&bytes)
}

fn show(
    app: &App,
    me: &SignedIn,
    chances: &Chances,
    (cooperative, found): (OrganisationId, FoundView),
) -> Answer {
    let mut page = view(app, me, chances);
    page.cooperative = cooperative.to_string();
    page.found = Some(found);
    pages::html(app, me, TEMPLATE, &page)
}

fn refused(
    app: &App,
    me: &SignedIn,
    chances: &Chances,
    (field, key): (&str, &'static str),
) -> Answer {
    let mut page = view(app, me, chances);
    let args = [("max", page.largest_mb.to_string().into())];
    let text = app.renderer.translate(me.lang, key, &args);
    page.page.fault = true;
    page.errors.push(FieldError { field: field.to_owned(), text });
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (TEMPLATE, &page))
}

fn view(app: &App, me: &SignedIn, chances: &Chances) -> FilePage {
    let (page, lot) = frame(app, me, chances, "bid-file-title");
    let own = &chances.own;
    FilePage {
        page,
        errors: vec![],
        lot,
        back: format!("{}/bids", urls::lot(chances.lot.id)),
        action: urls::bid_from_file(chances.lot.id),
        largest_mb: LARGEST_FILE / (1024 * 1024),
        cooperatives: own.iter().map(|(id, name)| Opt::new(id.as_str(), name)).collect(),
        cooperative: own.first().map(|(id, _)| id.to_string()).unwrap_or_default(),
        found: None,
    }
}

/// The answers go through the page and come back with it, so they have to fit a form.
fn found(
    app: &App,
    me: &SignedIn,
    chances: &Chances,
    file: &BidFile,
) -> Result<FoundView, JsonRefusal> {
    let form = Form::new(&chances.round.definition, &chances.lot.details);
    let words = Words::new(reader(app, me), form);
    let fit = fit(&form, &file.answers);
    let answers = serde_json::to_string(&fit.taken).map_err(|_| JsonRefusal::NotJson)?;
    let sent = serde_urlencoded::to_string([("answers", &answers)]).unwrap_or_default();
    if sent.len() + 1024 > LARGEST {
        return Err(JsonRefusal::TooLarge);
    }
    let left = fit.left_out.iter().take(MOST_NAMED).map(|(field, why)| LeftView {
        field: match words.form.field(field) {
            Some(_) => words.label(field),
            None => shortened(field),
        },
        why: words.r.say(why.key()),
    });
    Ok(FoundView {
        save: format!("{}/bid", urls::bid_from_file(chances.lot.id)),
        count: fit.taken.len(),
        made_for: shortened(&file.lot_name),
        sections: sections(words, &fit),
        left_out: left.collect(),
        more: fit.left_out.len().saturating_sub(MOST_NAMED),
        files: file.files.clone(),
        unknown: file.unknown.clone(),
        answers,
    })
}

fn sections(words: Words<'_>, fit: &Fit) -> Vec<SectionView> {
    let section = |section: &crate::domain::rounds::sections::Section| {
        let fields = words.form.fields(section).into_iter();
        let answers = fields.filter_map(|field| {
            let text = fit.taken.get(&field.name)?;
            let text = shortened(&words.value(&field.name, text));
            Some(AnswerView { label: words.label(&field.name), text })
        });
        SectionView { title: section.title.clone(), answers: answers.collect() }
    };
    let all = words.form.definition.sections.iter().map(section);
    all.filter(|section| !section.answers.is_empty()).collect()
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[derive(Deserialize)]
pub struct FileForm {
    #[serde(default)]
    cooperative: String,
    #[serde(default)]
    answers: String,
}

/// `POST /lots/{lot}/bids/file/bid`: makes the bid.
pub async fn start(
    me: SignedIn,
    lot: Path<LotId>,
    form: Posted<FileForm>,
    app: Data<App>,
) -> Answer {
    let chances = chances(&app, &me, lot.into_inner()).await?;
    may_begin(&me, &chances)?;
    let cooperative = choose(&chances, &form.fields.cooperative)?;
    let answers = serde_json::from_str::<BTreeMap<String, String>>(&form.fields.answers).ok();
    // The preview is where both come from.
    let Some((cooperative, answers)) = cooperative.zip(answers) else {
        return Ok(pages::see_other(urls::bid_from_file(chances.lot.id)));
    };
    let start = fresh(&me, (chances.lot.id, cooperative), None);
    let now = form.at;
    let bid =
        app.write(move |tx| actions::start_from_file(tx, start.clone(), &answers, now)).await?;
    Ok(pages::see_other(urls::bid(bid)))
}
