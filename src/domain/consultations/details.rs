//! What a table is about, and how that changes after it was set up.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ConsultationRefusal, Entry};
use crate::domain::accounts::words;
use crate::domain::ids::OrganisationId;
use crate::domain::rounds::changes::fingerprint;

/// What a table is about, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub title: String,
    pub theme: String,
    pub about: String,
    /// Municipalities of the region, the one in the chair first.
    pub region: Vec<OrganisationId>,
    pub entry: Entry,
    /// None while they are as they were set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
}

/// The last change, for who sits at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub what: Vec<Detail>,
    /// Name of who changed it.
    pub by: String,
    pub at: Timestamp,
}

words! {
    /// One of the things that are set up with a table.
    Detail {
        Title = "title",
        Theme = "theme",
        About = "about",
        Region = "region",
        Entry = "entry",
    }
}

impl Details {
    /// Short name of exactly this content and its last change.
    pub fn fingerprint(&self) -> String {
        fingerprint(self)
    }

    /// New details from somebody who saw these: nothing is overwritten unseen.
    pub fn change(
        &self,
        new: Details,
        seen: &str,
        (by, at): (String, Timestamp),
    ) -> Result<Details, ConsultationRefusal> {
        if self.fingerprint() != seen {
            return Err(ConsultationRefusal::Overtaken);
        }
        let what: Vec<Detail> =
            Detail::ALL.iter().copied().filter(|one| self.differs(&new, *one)).collect();
        if what.is_empty() {
            return Err(ConsultationRefusal::Same);
        }
        Ok(Details { changed: Some(Changed { what, by, at }), ..new })
    }

    fn municipalities(&self) -> BTreeSet<OrganisationId> {
        self.region.iter().copied().collect()
    }

    fn differs(&self, new: &Details, what: Detail) -> bool {
        match what {
            Detail::Title => self.title != new.title,
            Detail::Theme => self.theme != new.theme,
            Detail::About => self.about != new.about,
            // The order says nothing.
            Detail::Region => self.municipalities() != new.municipalities(),
            Detail::Entry => self.entry != new.entry,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn details() -> Details {
        Details {
            title: "Tafel".into(),
            theme: "Vervoer".into(),
            about: "Ritten.".into(),
            region: vec![OrganisationId::named("waldervoort")],
            entry: Entry::Yearly,
            changed: None,
        }
    }

    #[test]
    fn a_change_says_what_is_different_and_for_whom_it_came_too_late() {
        let (old, at) = (details(), Timestamp::UNIX_EPOCH);
        let seen = old.fingerprint();
        let by = || ("Ingrid".to_owned(), at);
        let wanted = Details { theme: "Maaltijden".into(), entry: Entry::Quarterly, ..details() };
        let new = old.change(wanted.clone(), &seen, by()).unwrap();
        let what = vec![Detail::Theme, Detail::Entry];
        let changed = Some(Changed { what, by: "Ingrid".into(), at });
        assert_eq!(new, Details { changed, ..wanted.clone() });
        assert_eq!(new.change(old.clone(), &seen, by()), Err(ConsultationRefusal::Overtaken));
        let seen = new.fingerprint();
        assert_eq!(new.change(wanted, &seen, by()), Err(ConsultationRefusal::Same));
    }

    #[test]
    fn tables_from_before_keep_their_text() {
        let text = serde_json::to_string(&details()).unwrap();
        assert!(!text.contains("changed"), "{text}");
        assert_eq!(serde_json::from_str::<Details>(&text).unwrap(), details());
    }
}
