//! Example values for the parameters of routes, and who plays which role. A new route with a new
//! word before its parameter needs one line in `value`.

use crate::world::id_of;

/// A part of the example in which a row of the table is played. The same route may answer
/// differently in a round that is open and in one that is at the table.
pub struct Scene {
    pub name: &'static str,
    /// Key of the round in `config/demo`.
    round: &'static str,
    /// Key of the municipality whose round it is.
    municipality: &'static str,
    /// Key of the cooperative whose bid it is.
    cooperative: &'static str,
    /// The organisation whose people are shown, and one of them with one role.
    members: (&'static str, &'static str, &'static str),
    /// Those of this municipality and this cooperative.
    own: [&'static str; 13],
    /// The same roles in the other municipality and in another cooperative.
    other: [&'static str; 13],
}

pub const ROLES: [&str; 13] = [
    "lead",
    "writer",
    "signatory",
    "member",
    "administrator",
    "process_lead",
    "assessor",
    "key_holder",
    "chair",
    "secretary",
    "adviser",
    "observer",
    "decision_maker",
];

/// Dijkgenoten has a draft for lot 1.
const OPEN: Scene = Scene {
    name: "open",
    round: "open",
    municipality: "rietmeer",
    cooperative: "dijkgenoten",
    members: ("dijkgenoten", "yvonne", "writer"),
    own: [
        "hanneke@dijkgenoten.example",
        "yvonne@dijkgenoten.example",
        "arie@dijkgenoten.example",
        "mo@dijkgenoten.example",
        "nynke@rietmeer.example",
        "rob@rietmeer.example",
        "aicha@rietmeer.example",
        "wouter@rietmeer.example",
        "kees@rietmeer.example",
        "merel@rietmeer.example",
        "theo@rietmeer.example",
        "esra@rietmeer.example",
        "paul@rietmeer.example",
    ],
    other: [
        "tjitske@meeroever.example",
        "amina@meeroever.example",
        "sjaak@meeroever.example",
        "piet@meeroever.example",
        "bert@waldervoort.example",
        "ingrid@waldervoort.example",
        "fatima@waldervoort.example",
        "henk@waldervoort.example",
        "marijke@waldervoort.example",
        "daan@waldervoort.example",
        "mieke@waldervoort.example",
        "gerard@waldervoort.example",
        "carla@waldervoort.example",
    ],
};

/// Zorgkring handed in for lot 1; Waterrijk bids in the same round, on another lot.
const TABLE: Scene = Scene {
    name: "table",
    round: "table",
    municipality: "waldervoort",
    cooperative: "zorgkring",
    members: ("waldervoort", "daan", "secretary"),
    own: [
        "klaas@zorgkringnoord.example",
        "mehmet@zorgkringnoord.example",
        "nel@zorgkringnoord.example",
        "geke@zorgkringnoord.example",
        OPEN.other[4],
        OPEN.other[5],
        OPEN.other[6],
        OPEN.other[7],
        OPEN.other[8],
        OPEN.other[9],
        OPEN.other[10],
        OPEN.other[11],
        OPEN.other[12],
    ],
    other: [
        "bas@waterrijksamen.example",
        "lotte@waterrijksamen.example",
        "nora@waterrijksamen.example",
        // Waterrijk has no member without another role.
        "bram@denabuur.example",
        OPEN.own[4],
        OPEN.own[5],
        OPEN.own[6],
        OPEN.own[7],
        OPEN.own[8],
        OPEN.own[9],
        OPEN.own[10],
        OPEN.own[11],
        OPEN.own[12],
    ],
};

pub const SCENES: [&Scene; 2] = [&OPEN, &TABLE];

/// Examples whose ids are made by chance: the word before the parameter, whose eyes to look with,
/// and the page where the first link or form with that word stands.
pub const LOOK: [(&str, &str, &str); 6] = [
    ("questions", "process_lead", "/manage/rounds/{round}/questions"),
    ("complaints", "process_lead", "/manage/rounds/{round}/complaints"),
    ("attachments", "lead", "/bids/{bid}/attachments/{section}"),
    ("sessions", "lead", "/account"),
    ("open-invitations", "lead", "/organisations/{organisation}/members"),
    ("assignments", "assessor", "/review"),
];

impl Scene {
    /// Who has this role in the municipality or the cooperative concerned.
    pub fn own(&self, role: &str) -> &'static str {
        let at = ROLES.iter().position(|r| *r == role).expect("a role");
        self.own[at]
    }

    /// A visitor, then everybody, in the order of the columns.
    pub fn cast(&self) -> impl Iterator<Item = Option<&'static str>> {
        let people = self.own.into_iter().chain(self.other).map(Some);
        std::iter::once(None).chain(people)
    }

    /// What to fill in for the parameter that follows `noun` in an address.
    #[expect(clippy::too_many_lines, reason = "a table: one line per word")]
    fn value(&self, (noun, name): (&str, &str)) -> Option<String> {
        Some(match (noun, name) {
            ("comments", "remark") => id_of("item", "region-open-comment"),
            ("seats", "seat") => id_of("item", "region-asked"),
            ("rounds", _) => id_of("round", self.round),
            ("lots", _) => id_of("lot", &format!("{}-1", self.round)),
            ("bids", _) => id_of("bid", &format!("{}-1-{}", self.round, self.cooperative)),
            ("attachments", "section") => "members_mandate".to_owned(),
            ("m", _) => self.municipality.to_owned(),
            ("organisations", _) => id_of("organisation", self.members.0),
            ("members", _) => id_of("person", self.members.1),
            ("roles", _) => self.members.2.to_owned(),
            ("licences", _) => "EUPL-1.2".to_owned(),
            ("admissibility" | "conflicts" | "proofs", _) => return self.value(("bids", name)),
            ("uploads", _) => id_of("upload", "none"),
            ("notes", "note") => id_of("note", "none"),
            // The hash of a file that is not there.
            ("attachments", "attachment") => id_of("attachment", "none"),
            ("files", _) => "0".repeat(64),
            ("pages", _) => "1".to_owned(),
            ("receipt", _) => {
                id_of("submission", &format!("{}-1-{}", self.round, self.cooperative))
            }
            ("notes", _) => "1".to_owned(),
            ("mail", _) => id_of("errand", "none"),
            ("mail-texts", _) => "round_amended".to_owned(),
            ("exports", _) => "bids.csv".to_owned(),
            ("complete", _) => id_of("export", "none"),
            // A number that nobody was given.
            ("receipts", _) => "BB-2222-2222".to_owned(),
            ("sections", _) => "way_of_working".to_owned(),
            ("fields", _) => "way_of_working.week".to_owned(),
            ("comments", _) => {
                id_of("comment", &format!("{}-1-{}-{}", self.round, self.cooperative, self.name))
            }
            ("todos", _) => {
                id_of("todo", &format!("{}-1-{}-{}", self.round, self.cooperative, self.name))
            }
            ("parties", _) => {
                id_of("party", &format!("{}-1-{}-kolkhuis", self.round, self.cooperative))
            }
            // The hash of a link that is not there, and the code of the example.
            ("votes" | "statements" | "reminders", _) => "0".repeat(64),
            ("support", "statement") => id_of("statement", "none"),
            ("support", _) => "7K2M-X9QP".to_owned(),
            ("parts", _) => "basics".to_owned(),
            ("library", _) => "quality".to_owned(),
            ("tables", _) => id_of("table", &format!("{}-1", self.round)),
            ("seats", _) => id_of("person", "els"),
            ("items", _) => "A.q2".to_owned(),
            ("consultations", _) => id_of("consultation", "region"),
            ("papers", _) => id_of("item", "region-open"),
            ("meetings", _) => id_of("item", "region-next"),
            ("decisions", _) => id_of("item", "region-decision"),
            ("tasks", _) => id_of("item", "region-task"),
            ("requests", _) => id_of("item", "region-topic"),
            ("consultation-invitations" | "calendars", _) => "0".repeat(64),
            ("criteria" | "comparison", _) => "q1".to_owned(),
            ("joint", _) => id_of("organisation", "duinrade"),
            ("requirements", _) => "Q06".to_owned(),
            ("supplements", _) => "Q16".to_owned(),
            ("inquiries", _) => id_of("inquiry", &format!("{}-1-{}", self.round, self.cooperative)),
            ("equivalents", "requirement") => "Q10".to_owned(),
            ("equivalents", _) => id_of("equivalent", "complaints"),
            ("documents", _) => id_of("profile-file", &format!("{}-Statuten.pdf", self.members.0)),
            // What comes right after a bid: a question that counts, or a person.
            ("{bid}", "person") => id_of("person", "ruud"),
            ("{bid}", _) => "q1".to_owned(),
            _ => return None,
        })
    }

    /// The address of a pattern such as `/lots/{lot}`; the noun that has no example yet if not.
    pub fn address(
        &self,
        pattern: &str,
        found: &dyn Fn(&str) -> Option<String>,
    ) -> Result<String, String> {
        let mut noun = "";
        let mut parts = vec![];
        for part in pattern.split('/') {
            if let Some(name) = part.strip_prefix('{') {
                let name = name.split([':', '}']).next().unwrap_or_default();
                let known = self.value((noun, name));
                let none = || (noun == "assignments").then(|| id_of("assignment", "none"));
                parts.push(known.or_else(|| found(noun)).or_else(none).ok_or(noun)?);
                noun = part;
            } else {
                noun = part;
                parts.push(part.to_owned());
            }
        }
        Ok(parts.join("/"))
    }
}
