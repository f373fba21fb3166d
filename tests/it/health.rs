use crate::databases::{Kind, on_both};
use crate::world::World;

#[test]
fn whoever_watches_the_service_reads_version_database_and_state() {
    on_both(|kind| {
        let answer = World::empty(kind).visitor().get("/health").is(200);
        let database = match kind {
            Kind::Sqlite => "sqlite",
            Kind::Postgres => "postgresql",
        };
        let version = env!("CARGO_PKG_VERSION");
        let expected = format!(
            r#"{{"status":"ok","version":"{version}","database":"{database}","schema":"ready"}}"#
        );
        assert_eq!(answer.body, expected);
    });
}
