//! The form of one lot.

use super::form::{Choice, Field, Kind, Words};
use super::map::{area_key, read_area_key};
use super::participants;
use crate::documents::library::library;
use crate::domain::areas::{Area, Level};
use crate::domain::bids::rule::{day, whole_number};
use crate::domain::money::Cents;
use crate::domain::rounds::definition::{Definition, PriceRule};
use crate::domain::rounds::joined::ForWhom;
use crate::domain::rounds::lots::{
    AreaRef, LotDetails, LotPrice, Provision, RunningContract, Unit,
};
use crate::rendering::Lang;
use crate::rendering::layout::FieldError;
use crate::web::forms::Typed;

const PROVISIONS: [(&str, Provision); 2] =
    [("tailored", Provision::Tailored), ("general", Provision::General)];
const UNITS: [(&str, Unit); 5] = [
    ("hour", Unit::Hour),
    ("day_part", Unit::DayPart),
    ("day", Unit::Day),
    ("piece", Unit::Piece),
    ("minute", Unit::Minute),
];

/// What can be chosen from: the areas of one municipality, and those chosen before.
pub struct Areas {
    pub shown: Vec<Area>,
    pub chosen: Vec<Area>,
    /// Code and name of every municipality on the map.
    pub municipalities: Vec<(String, String)>,
    /// Code of the municipality whose areas are shown.
    pub of: String,
}

pub fn blank(rule: &PriceRule) -> LotDetails {
    LotDetails {
        name: String::new(),
        theme: String::new(),
        description: String::new(),
        provision: Provision::Tailored,
        categories: vec![],
        areas: vec![],
        clients: 0,
        budget: Cents(0),
        volume: 0,
        unit: Unit::Hour,
        price: match rule.bids_name_prices() {
            false => LotPrice::Fixed { rate: Cents(0) },
            true => LotPrice::Between { floor: Cents(0), ceiling: Cents(0) },
        },
        running_contract: None,
        for_whom: ForWhom::Together,
    }
}

pub fn fields(
    lot: &LotDetails,
    (definition, centre): (&Definition, &str),
    areas: &Areas,
    words: Words<'_>,
) -> Vec<Field> {
    let mut all = about(lot, words);
    all.extend(participants::for_whom(lot.for_whom, (definition, centre), words));
    all.extend(area_fields(lot, areas, words));
    all.extend(money(lot, &definition.price, words));
    all
}

fn about(lot: &LotDetails, words: Words<'_>) -> Vec<Field> {
    let provisions = PROVISIONS
        .map(|(word, _)| Choice::new(word, words.say(&format!("setup-provision-{word}"))));
    let categories = library().categories.iter().map(|c| {
        let name = match words.lang {
            Lang::Nl => &c.nl,
            Lang::En => &c.en,
        };
        Choice::new(&c.code, format!("{} {name}", c.code))
    });
    let provision = PROVISIONS.iter().find(|(_, p)| *p == lot.provision).map_or("", |(w, _)| w);
    vec![
        Field::new(Kind::Text, "name", words)
            .value(&lot.name)
            .hint(words.say("setup-lot-name-hint")),
        Field::new(Kind::Text, "theme", words)
            .value(&lot.theme)
            .hint(words.say("setup-theme-hint")),
        Field::new(Kind::Area, "description", words)
            .value(&lot.description)
            .hint(words.say("setup-description-hint"))
            .rows(8),
        Field::new(Kind::Radios, "provision", words).value(provision).options(provisions.into()),
        Field::new(Kind::Checks, "categories", words)
            .values(lot.categories.clone())
            .options(categories.collect()),
    ]
}

fn area_fields(lot: &LotDetails, areas: &Areas, words: Words<'_>) -> Vec<Field> {
    let chosen: Vec<String> = lot.areas.iter().map(|a| area_key(&a.code, a.year)).collect();
    let choice = |area: &Area| {
        let people = area
            .inhabitants
            .map(|n| words.with("setup-inhabitants", &[("count", i64::from(n).into())]));
        Choice::new(area_key(&area.code, area.year), &area.name)
            .with_hint(people.unwrap_or_default())
    };
    let list = |id: &str, found: Vec<&Area>| {
        Field::new(Kind::Checks, id, words)
            .name("areas")
            .values(chosen.clone())
            .options(found.into_iter().map(choice).collect())
            .optional()
    };
    let of_level = |level: Level| areas.shown.iter().filter(|a| a.level == level).collect();
    let shown = |key: &str| areas.shown.iter().any(|a| area_key(&a.code, a.year) == key);
    let elsewhere: Vec<&Area> =
        areas.chosen.iter().filter(|a| !shown(&area_key(&a.code, a.year))).collect();
    let mut fields =
        vec![Field::new(Kind::Heading, "areas_heading", words).hint(words.say("setup-areas-hint"))];
    if areas.municipalities.len() > 1 {
        let options = areas.municipalities.iter().map(|(code, name)| Choice::new(code, name));
        let of = Field::new(Kind::Select, "of", words).value(&areas.of);
        fields.push(of.options(options.collect()).optional());
    }
    for (id, found) in [
        ("areas", of_level(Level::District)),
        ("areas-small", of_level(Level::Neighbourhood)),
        ("areas-elsewhere", elsewhere),
    ] {
        if !found.is_empty() {
            fields.push(list(id, found));
        }
    }
    fields.push(Field::new(Kind::Look, "look", words));
    fields
}

fn money(lot: &LotDetails, rule: &PriceRule, words: Words<'_>) -> Vec<Field> {
    let count = |n: u32| if n == 0 { String::new() } else { n.to_string() };
    let amount = |c: Cents| if c.0 == 0 { String::new() } else { c.typed() };
    let units = UNITS.map(|(word, _)| {
        Choice::new(word, words.say(&format!("setup-unit-{}", word.replace('_', "-"))))
    });
    let unit = UNITS.iter().find(|(_, u)| *u == lot.unit).map_or("", |(w, _)| w);
    let (rate, floor, ceiling) = match lot.price {
        LotPrice::Fixed { rate } => (rate, Cents(0), Cents(0)),
        LotPrice::Between { floor, ceiling } => (Cents(0), floor, ceiling),
    };
    let per_unit = words.say("setup-per-unit");
    let price = |id: &str, cents: Cents| {
        Field::new(Kind::Amount, id, words).value(amount(cents)).unit(&per_unit)
    };
    let mut fields = vec![
        Field::new(Kind::Heading, "money_heading", words),
        Field::new(Kind::Number, "clients", words).value(count(lot.clients)),
        Field::new(Kind::Amount, "budget", words)
            .value(amount(lot.budget))
            .unit(words.say("setup-per-year")),
        Field::new(Kind::Number, "volume", words).value(count(lot.volume)),
        Field::new(Kind::Select, "unit", words).value(unit).options(units.into()),
    ];
    if rule.bids_name_prices() {
        fields.push(price("floor", floor).hint(words.say("setup-floor-hint")));
        fields.push(price("ceiling", ceiling).hint(words.say("setup-ceiling-hint")));
    } else {
        fields.push(price("rate", rate));
    }
    let contract = lot.running_contract.as_ref();
    fields.extend([
        Field::new(Kind::Heading, "contract_heading", words)
            .hint(words.say("setup-running-contract-hint")),
        Field::new(Kind::Text, "provider", words)
            .value(contract.map(|c| c.provider.as_str()).unwrap_or_default())
            .optional(),
        Field::new(Kind::Date, "ends_on", words)
            .value(contract.map(|c| c.ends_on.to_string()).unwrap_or_default())
            .optional(),
    ]);
    fields
}

/// What was typed, as far as it can be read; empty amounts and counts stay empty until publication.
pub fn read(
    typed: &Typed,
    definition: &Definition,
    known: &[Area],
    words: Words<'_>,
) -> Result<LotDetails, Vec<FieldError>> {
    let mut reader = Reader { typed, words, errors: vec![] };
    for name in ["name", "theme"] {
        if typed.text(name).is_empty() {
            reader.wrong(name, "error-required");
        }
    }
    let details = LotDetails {
        name: typed.text("name").to_owned(),
        theme: typed.text("theme").to_owned(),
        description: typed.text("description").to_owned(),
        provision: reader.choice("provision", &PROVISIONS).unwrap_or(Provision::Tailored),
        categories: reader.categories(),
        areas: reader.areas(known),
        clients: reader.count("clients"),
        budget: reader.amount("budget"),
        volume: reader.count("volume"),
        unit: reader.choice("unit", &UNITS).unwrap_or(Unit::Hour),
        price: reader.price(&definition.price),
        running_contract: reader.contract(),
        for_whom: participants::read_for_whom(typed.text("for_whom"), definition)
            .unwrap_or_else(|| reader.unknown("for_whom")),
    };
    if reader.errors.is_empty() { Ok(details) } else { Err(reader.errors) }
}

struct Reader<'a> {
    typed: &'a Typed,
    words: Words<'a>,
    errors: Vec<FieldError>,
}

impl Reader<'_> {
    fn wrong(&mut self, field: &str, key: &str) {
        self.errors.push(self.words.error(field, key));
    }

    /// What was chosen is no choice any more.
    fn unknown<T: Default>(&mut self, field: &str) -> T {
        self.wrong(field, "error-choose");
        T::default()
    }

    fn choice<T: Copy>(&mut self, field: &str, table: &[(&str, T)]) -> Option<T> {
        let found = table.iter().find(|(word, _)| *word == self.typed.text(field));
        if found.is_none() {
            self.wrong(field, "error-choose");
        }
        found.map(|(_, value)| *value)
    }

    fn categories(&mut self) -> Vec<String> {
        let chosen = self.typed.all("categories");
        if chosen.iter().any(|code| library().category(code).is_none()) {
            self.wrong("categories", "wrong-category");
        }
        chosen.to_vec()
    }

    fn areas(&mut self, known: &[Area]) -> Vec<AreaRef> {
        let mut areas: Vec<AreaRef> = vec![];
        for key in self.typed.all("areas") {
            let named = read_area_key(key);
            let found = named
                .and_then(|(code, year)| known.iter().find(|a| a.code == code && a.year == year));
            let Some(area) = found else {
                self.wrong("areas", "wrong-area");
                return areas;
            };
            let area =
                AreaRef { code: area.code.clone(), year: area.year, name: area.name.clone() };
            if areas.contains(&area) {
                self.wrong("areas", "wrong-area-twice");
                return areas;
            }
            areas.push(area);
        }
        areas
    }

    fn count(&mut self, field: &str) -> u32 {
        let text = self.typed.text(field);
        if text.is_empty() {
            return 0;
        }
        let count = whole_number(text).and_then(|n| u32::try_from(n).ok());
        if count.is_none() {
            self.wrong(field, "wrong-count");
        }
        count.unwrap_or_default()
    }

    fn amount(&mut self, field: &str) -> Cents {
        let text = self.typed.text(field);
        if text.is_empty() {
            return Cents(0);
        }
        let amount = Cents::parse(text);
        if amount.is_err() {
            self.wrong(field, "error-amount");
        }
        amount.unwrap_or_default()
    }

    fn price(&mut self, rule: &PriceRule) -> LotPrice {
        if !rule.bids_name_prices() {
            return LotPrice::Fixed { rate: self.amount("rate") };
        }
        let (floor, ceiling) = (self.amount("floor"), self.amount("ceiling"));
        if ceiling.0 > 0 && floor >= ceiling {
            self.wrong("ceiling", "wrong-ceiling");
        }
        LotPrice::Between { floor, ceiling }
    }

    /// A contract needs its end: without that nobody knows when a bidder can start.
    fn contract(&mut self) -> Option<RunningContract> {
        let (provider, ends) = (self.typed.text("provider"), self.typed.text("ends_on"));
        if provider.is_empty() && ends.is_empty() {
            return None;
        }
        match (provider.is_empty(), day(ends)) {
            (false, Some(ends_on)) => {
                Some(RunningContract { provider: provider.to_owned(), ends_on })
            }
            (true, _) => {
                self.wrong("provider", "error-required");
                None
            }
            (false, None) => {
                self.wrong("ends_on", "error-date");
                None
            }
        }
    }
}
