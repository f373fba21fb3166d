//! The link by which an organisation takes a place in somebody else's bid: with the account one
//! has, or with a new one; for an organisation one works for, or for one that begins here.

use actix_web::web::{Data, Path};
use serde::Serialize;

use super::cooperatives::{self, Choice};
use super::invitations::{Facts, Way, facts};
use super::problems::Problems;
use super::{passwords, sessions};
use crate::actions::{self, Failure, JoinBid, JoinRefusal, Joining, Newcomer};
use crate::domain::accounts::credentials::{Password, PersonName};
use crate::domain::accounts::{OrganisationKind, Role};
use crate::domain::ids::{BidId, OrganisationId};
use crate::domain::journal::sha256_hex;
use crate::rendering::layout::{FieldError, Page};
use crate::store::accounts::Person;
use crate::store::tokens::Purpose;
use crate::store::{self, Tx};
use crate::web::errors::{Answer, Error};
use crate::web::forms::{AnyFields, Posted, Typed};
use crate::web::me::Me;
use crate::web::state::App;
use crate::web::{pages, urls};

const TEMPLATE: &str = "accounts/party_invitation.html";
/// Chosen in place of one's own organisations.
const NEW: &str = "new";

#[derive(Serialize)]
struct InvitationPage {
    page: Page,
    errors: Vec<FieldError>,
    lead: String,
    email: String,
    action: String,
    way: Way,
    sign_in: String,
    /// Organisations that the reader works for.
    own: Vec<Own>,
    organisation: String,
    person: String,
    name: String,
    place: String,
    legal_form: String,
    legal_forms: Vec<Choice>,
    number: String,
}

#[derive(Serialize)]
struct Own {
    value: String,
    label: String,
}

/// `GET /party-invitations/{secret}`
pub async fn show(me: Me, secret: Path<String>, app: Data<App>) -> Answer {
    let facts = facts(&app, &me, (&secret, Purpose::Party)).await?;
    let page = page(&app, &me, (&secret, &facts), &Typed::default());
    pages::html(&app, &me, TEMPLATE, &page)
}

/// `POST /party-invitations/{secret}`
pub async fn accept(
    me: Me,
    secret: Path<String>,
    form: Posted<AnyFields>,
    app: Data<App>,
) -> Answer {
    let facts = facts(&app, &me, (&secret, Purpose::Party)).await?;
    if facts.way.other {
        return Err(Error::Refused("refusal-invitation-other"));
    }
    if facts.way.sign_in {
        return Err(Error::SignIn { next: format!("/party-invitations/{secret}") });
    }
    let (who, joining) = match read(&app, &me, &facts, &form.typed) {
        Ok(read) => read,
        Err(errors) => {
            let mut page = page(&app, &me, (&secret, &facts), &form.typed);
            (page.page.fault, page.errors) = (true, errors);
            return pages::faulty(&app, &me, TEMPLATE, &page);
        }
    };
    join(&app, &me.at(form.at), &secret, (who, joining)).await
}

/// Who joins: somebody with an account, or somebody who makes one here.
enum Who {
    Known(Person),
    New(PersonName, Password),
}

fn read(
    app: &App,
    me: &Me,
    facts: &Facts,
    typed: &Typed,
) -> Result<(Who, Joining), Vec<FieldError>> {
    let mut problems = Problems::new(app, me);
    let who = match &me.person {
        Some(person) => Some(Who::Known(person.clone())),
        None => {
            let name = problems.take("person", PersonName::parse(typed.text("person")));
            let own = [typed.text("person"), facts.token.email.as_str()];
            let password = Password::choose(typed.exact("password"), &own);
            name.zip(problems.take("password", password)).map(|(n, p)| Who::New(n, p))
        }
    };
    let own = own(me, facts.token.organisation);
    let chosen = own.iter().find(|own| own.value == typed.text("organisation"));
    let mut errors = problems.list();
    let joining = match chosen {
        Some(own) => own.value.parse().ok().map(Joining::Own),
        None => match cooperatives::read(app, me, typed) {
            Ok(founding) => Some(Joining::New(founding)),
            Err(more) => {
                errors.extend(more);
                None
            }
        },
    };
    who.zip(joining).ok_or(errors)
}

async fn join(app: &App, me: &Me, secret: &str, (who, joining): (Who, Joining)) -> Answer {
    let (hash, now) = (sha256_hex(secret.as_bytes()), me.now);
    let (name, password) = match who {
        Who::Known(person) => {
            let join = JoinBid { person, hash, joining };
            let joined = app.write(move |tx| actions::join_bid(tx, join, now)).await;
            return Ok(pages::see_other(urls::bid_parties(joined.map_err(dead)?)));
        }
        Who::New(name, password) => (name, password),
    };
    let newcomer = Newcomer {
        name,
        password_hash: passwords::hash(app, password).await?,
        lang: me.lang.as_str().to_owned(),
    };
    let made = app.write(move |tx| begin(tx, &newcomer, (hash, joining), now)).await;
    let (bid, person) = made.map_err(dead)?;
    sessions::start(me, app, &person, &urls::bid_parties(bid)).await
}

/// The account, and what it was made for.
fn begin(
    tx: &mut Tx,
    newcomer: &Newcomer,
    (hash, joining): (String, Joining),
    now: jiff::Timestamp,
) -> Result<(BidId, Person), Failure<JoinRefusal>> {
    let token = store::tokens::good(tx, (&hash, Purpose::Party), now)?;
    let email = token.ok_or(JoinRefusal::Dead)?.email;
    let person = actions::add_newcomer(tx, newcomer, &email, now);
    let person = person.map_err(|why| why.map(|_| JoinRefusal::Dead))?;
    let join = JoinBid { person: person.clone(), hash, joining };
    Ok((actions::join_bid(tx, join, now)?, person))
}

fn dead(failure: Failure<JoinRefusal>) -> Error {
    match failure {
        Failure::Refused(JoinRefusal::Dead) => Error::Gone,
        other => other.into(),
    }
}

/// Organisations for which this person may join: where they do more than read, and not the lead.
fn own(me: &Me, lead: Option<OrganisationId>) -> Vec<Own> {
    let mut own: Vec<Own> = vec![];
    for one in &me.actor.memberships {
        let writes = matches!(one.role, Role::Lead | Role::Writer | Role::Signatory);
        let joins =
            writes && one.kind == OrganisationKind::Cooperative && lead != Some(one.organisation);
        let value = one.organisation.to_string();
        if joins && own.iter().all(|known| known.value != value) {
            own.push(Own { value, label: one.organisation_name.clone() });
        }
    }
    own
}

fn page(app: &App, me: &Me, (secret, facts): (&str, &Facts), typed: &Typed) -> InvitationPage {
    let mut own = own(me, facts.token.organisation);
    let first = own.first().map(|own| own.value.clone()).unwrap_or_default();
    if !own.is_empty() {
        let label = app.renderer.translate(me.lang, "party-join-new", &[]);
        own.push(Own { value: NEW.to_owned(), label });
    }
    let text = |name: &str| typed.text(name).to_owned();
    InvitationPage {
        page: pages::frame(app, me, "party-join-title"),
        errors: vec![],
        lead: facts.organisation.clone(),
        email: facts.token.email.clone(),
        action: format!("/party-invitations/{secret}"),
        way: facts.way,
        sign_in: urls::sign_in(&format!("/party-invitations/{secret}")),
        organisation: if typed.has("organisation") { text("organisation") } else { first },
        own,
        person: text("person"),
        name: text("name"),
        place: text("place"),
        legal_form: text("legal_form"),
        legal_forms: cooperatives::legal_forms(app, me),
        number: text("number"),
    }
}
