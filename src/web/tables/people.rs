//! Who sits at the table, who is there, and one's own chair.

use serde::Serialize;

use super::board::Door;
use super::sight::{Sight, Words};
use crate::domain::tables::{Phase, Seat};
use crate::web::urls;

#[derive(Serialize)]
pub struct People {
    pub summary: String,
    pub rows: Vec<PersonRow>,
    /// My own chair: to the door of the table, or leave.
    pub sit: Option<Door>,
    pub leave: Option<Door>,
}

#[derive(Serialize)]
pub struct PersonRow {
    pub name: String,
    pub role: String,
    pub present: bool,
    pub status: String,
    /// Where the chair says that somebody left.
    pub leave: Option<Door>,
}

impl People {
    pub fn new(sight: &Sight, words: Words<'_>) -> People {
        let open =
            matches!(sight.table.phase, Phase::Discussing { .. } | Phase::QualityFixed { .. });
        let mut seats: Vec<_> = sight.table.seats.iter().collect();
        seats.sort_by_key(|seat| (seat.role, sight.name(seat.person)));
        let row = |seat: &&Seat| PersonRow {
            name: sight.name(seat.person).to_owned(),
            role: words.say(&format!("role-{}", seat.role.as_str()), &[]),
            present: seat.is_present(),
            status: words.say(if seat.is_present() { "seat-present" } else { "seat-absent" }, &[]),
            leave: (open && sight.runs() && seat.is_present() && seat.person != sight.me).then(
                || Door {
                    href: urls::table_part(
                        sight.table.id,
                        &format!("seats/{}/departure", seat.person),
                    ),
                    text: words.say("seat-leave-for", &[("name", sight.name(seat.person).into())]),
                },
            ),
        };
        let mine = sight.seat().filter(|_| open);
        let own = |part: String, key: &str| Door {
            href: urls::table_part(sight.table.id, &part),
            text: words.say(key, &[]),
        };
        let here = seats.iter().filter(|seat| seat.is_present()).count();
        People {
            summary: words
                .say("seats-summary", &[("here", here.into()), ("total", seats.len().into())]),
            rows: seats.iter().map(row).collect(),
            sit: mine.filter(|s| !s.is_present()).map(|_| own("door".into(), "seat-take")),
            leave: mine
                .filter(|s| s.is_present() && s.signed_at.is_none())
                .map(|s| own(format!("seats/{}/departure", s.person), "seat-leave")),
        }
    }
}
