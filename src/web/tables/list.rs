//! My tables.

use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::sight::Words;
use crate::domain::accounts::Role;
use crate::domain::ids::OrganisationId;
use crate::domain::tables::join_code;
use crate::rendering::layout::{FieldError, Page};
use crate::store;
use crate::store::seats::SeatLine;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct ListPage {
    page: Page,
    tables: Vec<TableLine>,
    errors: Vec<FieldError>,
    code: String,
}

#[derive(Serialize)]
struct TableLine {
    href: String,
    name: String,
    round: String,
    role: String,
    phase: String,
}

/// `?code=`: what stands on the wall of the room.
#[derive(Deserialize)]
pub struct Joining {
    #[serde(default)]
    code: String,
}

/// `GET /tables`
pub async fn list(me: SignedIn, app: Data<App>, joining: Query<Joining>) -> Answer {
    let person = me.id;
    let overseen = of_role(&me, &[Role::ProcessLead, Role::KeyHolder]);
    let lines =
        app.read(move |conn| Ok::<_, Error>(store::seats::lines(conn, person, &overseen)?)).await?;
    let code = joining.code.trim().to_uppercase();
    if let Some(line) = lines.iter().find(|line| join_code(line.table) == code) {
        return Ok(pages::see_other(view(&me, Words::of(&app, &me), line).href));
    }
    let words = Words::of(&app, &me);
    let unknown = || FieldError { field: "code".into(), text: words.say("join-unknown", &[]) };
    let mut page = ListPage {
        page: pages::frame(&app, &me, "menu-tables"),
        tables: lines.iter().map(|line| view(&me, words, line)).collect(),
        errors: (!code.is_empty()).then(unknown).into_iter().collect(),
        code,
    };
    page.page.fault = !page.errors.is_empty();
    pages::html(&app, &me, "tables/list.html", &page)
}

fn of_role(me: &SignedIn, roles: &[Role]) -> Vec<OrganisationId> {
    let mine = me.actor.memberships.iter().filter(|m| roles.contains(&m.role));
    mine.map(|m| m.organisation).collect()
}

fn view(me: &SignedIn, words: Words<'_>, line: &SeatLine) -> TableLine {
    // A key holder has nothing to do at the table but to open it.
    let only_keys = line.role.is_none() && !me.has(Role::ProcessLead, line.municipality);
    let role = match (line.role, only_keys) {
        (Some(role), _) => role.as_str(),
        (None, true) => Role::KeyHolder.as_str(),
        (None, false) => Role::ProcessLead.as_str(),
    };
    TableLine {
        href: match only_keys {
            true => urls::table_part(line.table, "price"),
            false => urls::table(line.table),
        },
        name: format!("{}. {}", line.lot_number, line.lot_name),
        round: line.round_title.clone(),
        role: words.say(&format!("role-{role}"), &[]),
        phase: words.say(&format!("table-phase-{}", line.phase), &[]),
    }
}
