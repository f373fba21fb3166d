//! Notices of PostgreSQL: which table came to which version. They are heard on a connection of their
//! own; SQLite has one program and needs none.

use diesel::PgConnection;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::{Database, Kind};
use crate::domain::ids::TableId;
use crate::store::StoreError;

pub struct News {
    link: PgConnection,
}

/// What the trigger sends is a table and a version; what we send ourselves is nothing.
pub type Notice = Option<(TableId, i32)>;

impl Database {
    /// Whether this kind of database tells.
    pub fn tells_news(&self) -> bool {
        self.kind == Kind::Postgres
    }

    /// Begins to listen. On SQLite there is nothing to connect to, which is an error.
    pub fn news(&self) -> Result<News, StoreError> {
        let mut link = PgConnection::establish(&self.url)?;
        link.batch_execute(
            "SET application_name = 'buurtbod live'; SET statement_timeout = '5s'; \
             LISTEN table_versions",
        )?;
        Ok(News { link })
    }
}

impl News {
    /// Sends a notice without content that comes back to us, if notices come at all.
    pub fn probe(&mut self) -> Result<(), StoreError> {
        Ok(self.link.batch_execute("NOTIFY table_versions")?)
    }

    /// What came in since the last look; does not wait.
    pub fn heard(&mut self) -> Result<Vec<Notice>, StoreError> {
        let notices = self.link.notifications_iter();
        notices.map(|notice| Ok(read(&notice?.payload))).collect()
    }
}

fn read(payload: &str) -> Notice {
    let (table, version) = payload.split_once(' ')?;
    Some((table.parse().ok()?, version.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_names_a_table_and_a_version_or_nothing() {
        let table = TableId::named("one");
        assert_eq!(read(&format!("{table} 17")), Some((table, 17)));
        for other in ["", "17", "one 17", &format!("{table} many")] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
