//! Everything about one table that its pages show, read at once. The number of statements does not
//! depend on the number of bids.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::documents::score_words::ScoreWords;
use crate::domain::accounts::Organisation;
use crate::domain::ids::{BidId, LotId, PersonId, TableId};
use crate::domain::permission::{Act, Place};
use crate::domain::review::notes::Note;
use crate::domain::rounds::definition::Criterion;
use crate::domain::rounds::timeline::noon;
use crate::domain::rounds::{Lot, Round};
use crate::domain::scoring::{Exact, Rounding, RoundingMode, Scheme};
use crate::domain::tables::{AgendaLine, FirstGrade, Item, ItemKey, Lead, Seat, Table, agenda};
use crate::rendering::layout::Page;
use crate::rendering::{Arg, Lang, Renderer};
use crate::store::{self, Conn, StoreError};
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::{Me, SignedIn};
use crate::web::{pages, urls};

pub struct Sight {
    pub me: PersonId,
    pub now: Timestamp,
    pub place: Place,
    pub table: Table,
    /// Who runs it, and whether its chair can be reached.
    pub lead: Lead,
    pub lot: Lot,
    pub round: Round,
    pub municipality: Organisation,
    /// All lots of the round, and the tables that some of them have.
    pub lots: Vec<Lot>,
    pub tables: BTreeMap<LotId, (TableId, String)>,
    pub scheme: Scheme,
    pub codes: BTreeMap<BidId, String>,
    pub first: Vec<FirstGrade>,
    /// Places in `first`, best grade first.
    by_item: BTreeMap<ItemKey, Vec<usize>>,
    /// Numbers that stand for the assessors at the table; their order tells no name.
    numbers: BTreeMap<PersonId, usize>,
    pub names: BTreeMap<PersonId, String>,
    /// Who made the bids; empty until price and names were opened.
    pub bidders: BTreeMap<BidId, String>,
    /// The picture for the wall: nothing to press.
    pub on_wall: bool,
    /// Who may not hear of which bid.
    pub kept_out: BTreeMap<BidId, BTreeSet<PersonId>>,
    /// Bids that I may not hear of.
    pub barred: BTreeSet<BidId>,
    /// The strong and weak points that I wrote down myself; nobody else gets to see them.
    pub points: Vec<(BidId, Note)>,
}

/// The table, if I may do this there.
pub async fn see(app: &App, me: &SignedIn, id: TableId, act: Act) -> Result<Sight, Error> {
    let (asker, person) = (me.me.clone(), me.id);
    app.read(move |conn| {
        let place = store::places::table(conn, id, Some(person), asker.now)?;
        asker.may(act, &place)?;
        Ok(read(conn, id, (person, asker.now, place))?)
    })
    .await
}

fn read(
    conn: &mut Conn,
    id: TableId,
    (me, now, place): (PersonId, Timestamp, Place),
) -> Result<Sight, StoreError> {
    let table = store::tables::find(conn, id)?;
    let lot = store::rounds::find_lot(conn, table.lot)?;
    // Weights that a table shows are those of its lot.
    let round = store::rounds::find(conn, lot.round)?.for_lot(&lot.details);
    let first = store::first_grades::of_lot(conn, lot.id)?;
    let bidders = match table.open_price() {
        Some(proof) => store::tables::names(conn, &proof)?,
        None => BTreeMap::new(),
    };
    let kept_out = store::seats::kept_out(conn, lot.id)?;
    let barred = kept_out.iter().filter(|(_, people)| people.contains(&me));
    Ok(Sight {
        me,
        now,
        place,
        lead: store::leads::of(conn, id)?,
        scheme: round.definition.scheme(&lot.details),
        municipality: store::accounts::organisation(conn, round.municipality)?,
        lots: store::rounds::lots_of(conn, round.id)?,
        tables: store::tables::of_round(conn, round.id)?,
        codes: store::tables::codes(conn, id)?,
        by_item: by_item(&first),
        numbers: numbers(&first),
        first,
        bidders,
        names: store::seats::names(conn, id)?,
        on_wall: false,
        barred: barred.map(|(bid, _)| *bid).collect(),
        kept_out,
        points: store::notes::points_of(conn, lot.id, me)?,
        table,
        lot,
        round,
    })
}

fn by_item(first: &[FirstGrade]) -> BTreeMap<ItemKey, Vec<usize>> {
    let mut places: Vec<usize> = (0..first.len()).collect();
    places.sort_by(|a, b| first[*b].grade.cmp(&first[*a].grade));
    let mut found: BTreeMap<ItemKey, Vec<usize>> = BTreeMap::new();
    for place in places {
        found.entry(first[place].item.clone()).or_default().push(place);
    }
    found
}

fn numbers(first: &[FirstGrade]) -> BTreeMap<PersonId, usize> {
    let assessors: BTreeSet<PersonId> = first.iter().map(|f| f.assessor).collect();
    assessors.into_iter().zip(1..).collect()
}

impl Sight {
    pub fn seat(&self) -> Option<&Seat> {
        self.table.seat(self.me)
    }

    pub fn agenda(&self) -> Vec<AgendaLine> {
        let bands = self.round.definition.meeting.bands;
        agenda(&self.table.items, (&self.scheme, bands), &self.codes, &self.first)
    }

    pub fn code(&self, bid: BidId) -> &str {
        self.codes.get(&bid).map(String::as_str).unwrap_or_default()
    }

    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.round.definition.criteria.iter().find(|c| c.code == code)
    }

    pub fn criterion_name(&self, code: &str) -> &str {
        self.criterion(code).map(|c| c.name.as_str()).unwrap_or_default()
    }

    pub fn name(&self, person: PersonId) -> &str {
        self.names.get(&person).map(String::as_str).unwrap_or_default()
    }

    pub fn number_of(&self, assessor: PersonId) -> usize {
        self.numbers.get(&assessor).copied().unwrap_or_default()
    }

    /// First grades of an item that was shown, best first; none while nobody may see them, or I
    /// may not.
    pub fn shown(&self, item: &Item) -> Vec<&FirstGrade> {
        if item.revealed_at().is_none() || self.barred.contains(&item.key.bid) {
            return vec![];
        }
        let places = self.by_item.get(&item.key).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.first.get(*place)).collect()
    }

    /// The item with this name, `B.q2`.
    pub fn find(&self, name: &str) -> Option<&Item> {
        self.table.item(&key_of(&self.codes, name)?)
    }

    /// `B.q2`: how an item is called in addresses and forms.
    pub fn name_of(&self, key: &ItemKey) -> String {
        format!("{}.{}", self.code(key.bid), key.criterion)
    }

    /// For the wall: what everybody in the room may see, and nothing to press.
    pub fn for_the_wall(mut self) -> Sight {
        self.place.seat = None;
        self.place.stand_in = None;
        self.on_wall = true;
        self.points.clear();
        self
    }

    pub fn lot_title(&self) -> String {
        let details = &self.lot.details;
        let mut theme = details.theme.chars();
        let theme: String =
            theme.next().map(|c| c.to_lowercase().chain(theme).collect()).unwrap_or_default();
        format!("{}: {theme}", details.name)
    }

    /// The frame of a page about this table.
    pub fn frame(&self, app: &App, me: &Me, title: &str) -> Page {
        let mut page = pages::frame_of(app, me, title, &self.municipality);
        page.title = format!("{}, {}", page.title, self.lot_title());
        page.wide = true;
        page
    }

    /// The same with the way back to the table.
    pub fn frame_below(&self, app: &App, me: &Me, title: &str) -> Page {
        let mut page = self.frame(app, me, title);
        let words = Words::of(app, me);
        page.crumbs = vec![
            pages::crumb("/tables", words.say("menu-tables", &[])),
            match me.can(Act::ViewTable, &self.place) {
                true => pages::crumb(urls::table(self.table.id), self.lot_title()),
                false => pages::here(self.lot_title()),
            },
            pages::here(words.say(title, &[])),
        ];
        page
    }
}

/// The item that is called `B.q2`.
pub fn key_of(codes: &BTreeMap<BidId, String>, name: &str) -> Option<ItemKey> {
    let (code, criterion) = name.split_once('.')?;
    let (bid, _) = codes.iter().find(|(_, known)| known.as_str() == code)?;
    Some(ItemKey { bid: *bid, criterion: criterion.to_owned() })
}

/// Says things in the language of the reader.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    renderer: &'a Renderer,
    lang: Lang,
}

impl<'a> Words<'a> {
    pub fn of(app: &'a App, me: &Me) -> Words<'a> {
        Words { renderer: &app.renderer, lang: me.lang }
    }

    /// A number as people write it.
    pub fn number(&self, exact: &Exact) -> String {
        self.renderer.decimal(self.lang, &exact.plain())
    }

    /// The numbers inside a calculation.
    pub fn figures(&self, formula: &str) -> String {
        self.renderer.decimal(self.lang, formula)
    }

    /// Says the weights, points and totals of this table's round.
    pub fn scores<'s>(&self, sight: &'s Sight) -> ScoreWords<'s>
    where
        'a: 's,
    {
        ScoreWords::new(self.renderer, self.lang, &sight.round.definition)
    }

    /// A percentage with one decimal at most.
    pub fn percent(&self, percent: &Exact) -> String {
        let rounded = Rounding { digits: 1, mode: RoundingMode::HalfUp }.round(percent);
        self.renderer.decimal(self.lang, &rounded.plain()) + "%"
    }

    pub fn datetime(&self, at: Timestamp) -> String {
        self.renderer.datetime(self.lang, at)
    }

    pub fn date(&self, day: Date) -> String {
        self.renderer.date(self.lang, noon(day))
    }

    pub fn clock(&self, at: Timestamp) -> String {
        self.renderer.clock(self.lang, at)
    }

    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.renderer.translate(self.lang, key, args)
    }
}

/// A grade as a number for drawing; grades are small, so nothing is lost that shows.
pub fn drawn(number: &Exact) -> f64 {
    number.plain().parse().unwrap_or_default()
}
