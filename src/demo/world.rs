//! Organisations, people and areas of the example.

use jiff::Timestamp;
use serde::Deserialize;

use super::DemoError;
use crate::documents::geojson;
use crate::domain::accounts::{Organisation, OrganisationKind, Role};
use crate::domain::ids::{OrganisationId, PersonId};
use crate::store::accounts::Person;
use crate::store::{self, Database, StoreError, Tx};

const WORLD: &str = include_str!("../../config/demo/world.toml");
const AREAS: [&str; 2] = [
    include_str!("../../config/demo/areas-waldervoort.geojson"),
    include_str!("../../config/demo/areas-rietmeer.geojson"),
];

#[derive(Clone, Debug, Deserialize)]
pub struct World {
    municipalities: Vec<Municipality>,
    cooperatives: Vec<Cooperative>,
}

#[derive(Clone, Debug, Deserialize)]
struct Municipality {
    key: String,
    title: String,
    name: String,
    theme: String,
    people: Vec<Someone>,
}

#[derive(Clone, Debug, Deserialize)]
struct Cooperative {
    key: String,
    name: String,
    place: String,
    legal_form: String,
    register_number: String,
    people: Vec<Someone>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Someone {
    pub key: String,
    pub name: String,
    pub email: String,
    #[serde(default)]
    role: Option<Role>,
    #[serde(default)]
    roles: Vec<Role>,
}

impl Someone {
    pub fn id(&self) -> PersonId {
        PersonId::named(&self.key)
    }

    pub fn roles(&self) -> Vec<Role> {
        self.role.iter().chain(&self.roles).copied().collect()
    }
}

/// The id of an organisation of the example, from its key.
pub fn organisation(key: &str) -> OrganisationId {
    OrganisationId::named(key)
}

impl World {
    pub fn read() -> Result<World, DemoError> {
        toml::from_str(WORLD).map_err(DemoError::content)
    }

    /// Everybody, with the name of their organisation.
    pub fn people(&self) -> impl Iterator<Item = (&str, &Someone)> {
        let staff =
            self.municipalities.iter().flat_map(|m| m.people.iter().map(|p| (m.title.as_str(), p)));
        let members =
            self.cooperatives.iter().flat_map(|c| c.people.iter().map(|p| (c.name.as_str(), p)));
        staff.chain(members)
    }

    /// The name of somebody, from their key.
    pub fn name_of(&self, key: &str) -> String {
        self.people().find(|(_, p)| p.key == key).map_or_else(String::new, |(_, p)| p.name.clone())
    }

    /// The key of the cooperative somebody belongs to.
    pub fn cooperative_of(&self, key: &str) -> Option<&str> {
        let of = self.cooperatives.iter().find(|c| c.people.iter().any(|p| p.key == key))?;
        Some(&of.key)
    }

    pub fn is_loaded(&self, db: &Database) -> Result<bool, DemoError> {
        let Some(first) = self.municipalities.first().map(|m| m.key.clone()) else {
            return Ok(false);
        };
        Ok(db.read_now::<_, StoreError>(|conn| {
            Ok(store::accounts::organisation_by_slug(conn, &first)?.is_some())
        })?)
    }

    pub fn load(&self, db: &Database, hash: String, now: Timestamp) -> Result<(), DemoError> {
        let world = self.clone();
        let areas = AREAS
            .iter()
            .map(|text| geojson::read(text))
            .collect::<Result<Vec<_>, _>>()
            .map_err(DemoError::content)?;
        db.write_now::<_, StoreError, _>(move |tx| {
            for areas in &areas {
                store::areas::put(tx, areas)?;
            }
            world.settle(tx, &hash, now)
        })?;
        Ok(())
    }

    fn settle(&self, tx: &mut Tx, hash: &str, now: Timestamp) -> Result<(), StoreError> {
        for m in &self.municipalities {
            let organisation = Organisation {
                id: organisation(&m.key),
                kind: OrganisationKind::Municipality,
                name: m.name.clone(),
                slug: m.key.clone(),
                theme: Some(m.theme.clone()),
                place: m.name.clone(),
                registration: None,
                legal_form: None,
            };
            store::accounts::add_organisation(tx, &organisation, now)?;
            add_people(tx, organisation.id, (&m.people, hash), now)?;
        }
        for c in &self.cooperatives {
            let organisation = Organisation {
                id: organisation(&c.key),
                kind: OrganisationKind::Cooperative,
                name: c.name.clone(),
                slug: c.key.clone(),
                theme: None,
                place: c.place.clone(),
                registration: Some(c.register_number.clone()).filter(|n| !n.is_empty()),
                legal_form: Some(c.legal_form.clone()),
            };
            store::accounts::add_organisation(tx, &organisation, now)?;
            add_people(tx, organisation.id, (&c.people, hash), now)?;
        }
        Ok(())
    }
}

fn add_people(
    tx: &mut Tx,
    organisation: OrganisationId,
    (people, hash): (&[Someone], &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    for someone in people {
        let person = Person {
            id: someone.id(),
            email: someone.email.clone(),
            name: someone.name.clone(),
            password_hash: Some(hash.to_owned()),
            lang: "nl".to_owned(),
            verified_at: Some(now),
        };
        store::accounts::add_person(tx, &person, now)?;
        for role in someone.roles() {
            store::accounts::add_membership(tx, person.id, organisation, role, now)?;
        }
    }
    Ok(())
}
