//! The cost sheet as a workbook: out, and back in after a look at what it would change.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use serde::Serialize;

use super::cost_tables::{RowView, TableView, Tables};
use super::desk::{Below, Desk, Pen, reader};
use super::words::Words;
use crate::documents::cost_sheet::{self, Cell, LARGEST_FILE, Sheet, SheetRefusal};
use crate::domain::bids::answers::Field;
use crate::domain::bids::costs::Costs;
use crate::domain::bids::costs::exchange::{Change, Comparison, compare, question, shown};
use crate::domain::bids::costs::percent::Percent;
use crate::domain::bids::rule::{Fault, Rule, whole_number};
use crate::domain::ids::BidId;
use crate::domain::money::Cents;
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::domain::rounds::sections::Kind;
use crate::rendering::Lang;
use crate::rendering::layout::{FieldError, Page};
use crate::web::App;
use crate::web::downloads;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::uploads::{self, Sent, SentFile, blocking};
use crate::web::{pages, urls};

const TEMPLATE: &str = "bids/costs_import.html";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(Serialize)]
struct ImportPage {
    page: Page,
    errors: Vec<FieldError>,
    lot: String,
    back: String,
    section: String,
    action: String,
    export: String,
    largest_mb: u64,
    /// What the file would change; none before there is a file.
    found: Option<FoundView>,
}

#[derive(Serialize)]
struct FoundView {
    /// Where the changes are saved, as if somebody typed them.
    save: String,
    changes: Vec<ChangeView>,
    faults: Vec<ChangeView>,
}

#[derive(Serialize)]
struct ChangeView {
    label: String,
    old: String,
    new: String,
    /// Why it is not taken over.
    why: Option<String>,
    field: String,
    value: String,
    version: i32,
}

/// `GET /bids/{bid}/costs.xlsx`
pub async fn export(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, bid.into_inner(), Act::ReadBid).await?;
    let words = Words::new(reader(&app, &me), desk.form());
    let (_, name) = question(&desk.form()).ok_or(Error::Missing)?;
    let sheets = sheets(words, &desk, &name);
    let bytes = blocking(move || cost_sheet::write(&sheets)).await?;
    let bytes = bytes.map_err(|_| Error::Busy)?;
    Ok(downloads::bytes(&words.r.say("cost-file-name"), XLSX, bytes))
}

/// `GET /bids/{bid}/costs/import`
pub async fn page(me: SignedIn, bid: Path<BidId>, app: Data<App>) -> Answer {
    let desk = Desk::open(&app, &me, bid.into_inner(), Act::WriteBid).await?;
    pages::html(&app, &me, TEMPLATE, &import_page(&app, &me, &desk)?)
}

/// `POST /bids/{bid}/costs/import`: shows what the file would change, and changes nothing.
pub async fn read(
    me: SignedIn,
    bid: Path<BidId>,
    req: HttpRequest,
    form: Multipart,
    app: Data<App>,
) -> Answer {
    let desk = Desk::open(&app, &me, bid.into_inner(), Act::WriteBid).await?;
    let upload = uploads::receive(&app, &req, form).await?;
    let words = Words::new(reader(&app, &me), desk.form());
    let values = match upload.file {
        Sent::Nothing => return refused(&app, &me, &desk, "cost-file-none"),
        Sent::TooLarge(_) => return refused(&app, &me, &desk, SheetRefusal::TooLarge.key()),
        Sent::File(file) => blocking(move || values(file)).await?,
    };
    let values = match values {
        Ok(values) => values,
        Err(why) => return refused(&app, &me, &desk, why.key()),
    };
    let (section, name) = question(&desk.form()).ok_or(Error::Missing)?;
    let found = compare(&desk.form(), &desk.answers, &name, &values);
    let mut page = import_page(&app, &me, &desk)?;
    page.found = Some(found_view(words, &desk, section, &found));
    pages::html(&app, &me, TEMPLATE, &page)
}

fn values(mut file: SentFile) -> Result<std::collections::BTreeMap<String, String>, SheetRefusal> {
    let content = file.content.open().map_err(|_| SheetRefusal::Unreadable)?;
    cost_sheet::read(content, &SHEET_NAMES)
}

/// What the first sheet is called in each language.
const SHEET_NAMES: [&str; 2] = ["Kosten", "Costs"];

fn refused(app: &App, me: &SignedIn, desk: &Desk, key: &str) -> Answer {
    let mut page = import_page(app, me, desk)?;
    let args = [("max", page.largest_mb.to_string().into())];
    let text = app.renderer.translate(me.lang, key, &args);
    page.page.fault = true;
    page.errors.push(FieldError { field: "file".into(), text });
    pages::with_status(app, me, StatusCode::UNPROCESSABLE_ENTITY, (TEMPLATE, &page))
}

fn import_page(app: &App, me: &SignedIn, desk: &Desk) -> Result<ImportPage, Error> {
    let r = reader(app, me);
    if desk.pen != Pen::Ready {
        return Err(Error::Refused("cost-file-shut"));
    }
    let (code, _) = question(&desk.form()).ok_or(Error::Missing)?;
    Ok(ImportPage {
        page: desk.page(app, me, r.say("cost-import-title"), Below::Bid),
        errors: vec![],
        lot: desk.lot_name(r),
        back: urls::bid_section(desk.bid.id, code),
        section: desk.section(code)?.title.clone(),
        action: urls::bid_costs_import(desk.bid.id),
        export: urls::bid_costs(desk.bid.id),
        largest_mb: LARGEST_FILE / (1024 * 1024),
        found: None,
    })
}

fn found_view(words: Words<'_>, desk: &Desk, section: &str, found: &Comparison) -> FoundView {
    let said = |field: &str, text: &str| match text {
        "" => words.r.say("cost-import-empty"),
        text => words.value(field, text),
    };
    let view = |change: &Change, fault: Option<Fault>| ChangeView {
        label: words.label(&change.field),
        old: said(&change.field, &change.old),
        new: said(&change.field, &change.new),
        why: fault.map(|fault| words.fault(fault)),
        field: change.field.clone(),
        value: change.new.clone(),
        version: desk.answers.version(&change.field),
    };
    FoundView {
        save: urls::bid_section(desk.bid.id, section),
        changes: found.changes.iter().map(|change| view(change, None)).collect(),
        faults: found.faults.iter().map(|(change, why)| view(change, Some(*why))).collect(),
    }
}

/// The answers, to change; and what they come to, to read.
fn sheets(words: Words<'_>, desk: &Desk, name: &str) -> Vec<Sheet> {
    let text = |key: &str| Cell::Text(words.r.say(key));
    let head = ["code", "label", "value", "unit"].map(|key| text(&format!("cost-file-{key}")));
    let mut rows = vec![head.into()];
    let costs = Costs::read(&words.form, &desk.answers, name);
    let given =
        costs.elements.iter().filter(|line| words.form.definition.costs.is_fixed(line.element));
    rows.extend(given.map(|line| {
        let label = words.r.say(&format!("bid-cost-{}", line.element.as_str()));
        vec![Cell::Empty, Cell::Text(label), euros(line.amount), text("cost-file-given")]
    }));
    let fields = words.form.fields_of(name, &Kind::Costs);
    rows.extend(fields.iter().map(|field| field_row(words, desk, (name, field))));
    let tables = Tables { words, costs: &costs };
    let outcomes = [tables.scenarios(), tables.payers(), tables.years(), tables.quarters()];
    let outcomes = outcomes.into_iter().flatten().flat_map(table_rows).collect();
    let own = match words.r.lang {
        Lang::Nl => SHEET_NAMES[0],
        Lang::En => SHEET_NAMES[1],
    };
    vec![
        Sheet { name: own.into(), rows, widths: vec![24.0, 52.0, 18.0, 16.0] },
        Sheet {
            name: words.r.say("cost-file-outcome"),
            rows: outcomes,
            widths: vec![52.0, 22.0, 22.0, 22.0],
        },
    ]
}

fn field_row(words: Words<'_>, desk: &Desk, (name, field): (&str, &Field)) -> Vec<Cell> {
    let tail = field.name[name.len() + 1..].to_owned();
    let value = shown(&words.form, &desk.answers, &field.name);
    let number = match field.rule {
        Rule::Money => Cents::parse(&value).ok().map(|amount| euros(Some(amount))),
        Rule::Percent => {
            Percent::parse(&value).map(|part| Cell::Number(part.hundredths() as f64 / 100.0))
        }
        Rule::Number { .. } => whole_number(&value).map(|n| Cell::Number(n as f64)),
        Rule::Text { .. }
        | Rule::Line { .. }
        | Rule::Quantity
        | Rule::Decimal { .. }
        | Rule::Area
        | Rule::Choice { .. }
        | Rule::Date => None,
    };
    let unit = match field.rule {
        Rule::Money => "cost-file-euro",
        Rule::Percent => "cost-file-percent",
        Rule::Number { .. } => "cost-file-number",
        Rule::Text { .. }
        | Rule::Line { .. }
        | Rule::Quantity
        | Rule::Decimal { .. }
        | Rule::Area
        | Rule::Choice { .. }
        | Rule::Date => "cost-file-text",
    };
    let empty = if value.is_empty() { Cell::Empty } else { Cell::Text(value) };
    vec![
        Cell::Text(tail),
        Cell::Text(words.label(&field.name)),
        number.unwrap_or(empty),
        Cell::Text(words.r.say(unit)),
    ]
}

/// A table below the one before it, with an empty row between.
fn table_rows(table: TableView) -> Vec<Vec<Cell>> {
    let mut rows = vec![vec![Cell::Text(table.caption)]];
    rows.push(table.heads.into_iter().map(Cell::Text).collect());
    let row = |row: RowView| {
        let amounts = row.amounts.into_iter().map(euros);
        [Cell::Text(row.head)].into_iter().chain(amounts).collect()
    };
    rows.extend(table.rows.into_iter().map(row));
    rows.push(vec![]);
    rows
}

/// Euros with their cents, as a number.
fn euros(amount: Option<Cents>) -> Cell {
    amount.map_or(Cell::Empty, |amount| Cell::Number(amount.0 as f64 / 100.0))
}
