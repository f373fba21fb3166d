//! The complete file of a round: made step by step, with how far it is for who waits, and thrown
//! away after a week.

mod parts;

use std::io;

use self::parts::{Maker, Step};
use super::Worker;
use super::errands::ErrandError;
use crate::actions;
use crate::documents::complete_file::{CompleteFile, FinishError};
use crate::documents::exports::Words;
use crate::documents::files::Kept;
use crate::documents::paper::Paper;
use crate::domain::bids::Receipt;
use crate::domain::exports::{Export, ExportState, Prices, ReadyFile, Since};
use crate::domain::ids::{ExportId, PersonId};
use crate::domain::permission::{Act, Verdict, may};
use crate::rendering::{Lang, Renderer};
use crate::store::exports::Scope;
use crate::store::{self, Conn, StoreError, Tx};

/// How a bid looks on paper. The pages know that, and the roof tells the worker.
pub type BidPaper =
    fn(&mut Conn, (&Renderer, Lang, &str), (Receipt, Prices)) -> Result<Paper, StoreError>;

/// Makes the file, unless whoever asked may not have it any more.
pub fn make(worker: &Worker, id: ExportId) -> Result<(), ErrandError> {
    let (export, by) = worker.db.read_now(|conn| store::exports::find(conn, id))?;
    match export.state {
        ExportState::Making { .. } => {}
        ExportState::Ready(_) | ExportState::Gone => return Ok(()),
    }
    let now = worker.clock.now();
    let Some(scope) = worker.db.read_now(|conn| allowed(worker, conn, (&export, by)))? else {
        worker.db.write_now(move |tx| actions::end_export(tx, id, now))?;
        return Ok(());
    };
    let (kept, files) = written(worker, &export, &scope)?;
    let size = i64::try_from(kept.size).unwrap_or(i64::MAX);
    let ready = ReadyFile { at: worker.clock.now(), hash: kept.hash, size, files };
    worker.db.write_now(move |tx: &mut Tx| actions::finish_export(tx, id, &ready))?;
    Ok(())
}

/// Asked again at the moment that it is made: roles and conflicts may have changed.
fn allowed(
    worker: &Worker,
    conn: &mut Conn,
    (export, by): (&Export, PersonId),
) -> Result<Option<Scope>, StoreError> {
    let now = worker.clock.now();
    let actor = store::accounts::actor(conn, by)?;
    let place = store::places::files(conn, export.round, Some(by), now)?;
    let scope = Scope::read(conn, export.round, now)?;
    let decided = scope.reached().may_have(Since::Decision).is_ok();
    let verdict = may(&actor, Act::ExportFile, &place);
    Ok((decided && verdict == Verdict::Allowed).then_some(scope))
}

fn written(worker: &Worker, export: &Export, scope: &Scope) -> Result<(Kept, u32), ErrandError> {
    let lang = export.lang.parse().unwrap_or_default();
    let round = &scope.round.definition.title;
    let words = Words { renderer: &worker.renderer, lang, round, at: export.asked_at };
    let steps = worker.db.read_now(|conn| Step::all(conn, scope))?;
    let name = format!("export-{}-{}", export.id, worker.clock.now().as_microsecond());
    let file = CompleteFile::new(worker.files.incoming(&name)?);
    let mut maker = Maker::new(worker, (scope, words), file)?;
    // The index is the last step.
    let (id, of) = (export.id, steps.len() + 1);
    for (done, step) in steps.into_iter().enumerate() {
        worker.db.write_now(move |tx: &mut Tx| store::exports::steps(tx, id, (done, of)))?;
        maker.take(step)?;
    }
    maker.finish()
}

impl From<FinishError> for ErrandError {
    fn from(error: FinishError) -> ErrandError {
        match error {
            FinishError::Pdf(error) => error.into(),
            FinishError::Files(error) => error.into(),
        }
    }
}

/// A file that was kept long enough.
pub fn over(worker: &Worker, id: ExportId) -> Result<(), ErrandError> {
    let now = worker.clock.now();
    if let Some(hash) = worker.db.write_now(move |tx| actions::end_export(tx, id, now))? {
        worker.files.remove(&hash)?;
    }
    Ok(())
}

/// Nothing is made of JSON that cannot be written as JSON.
fn broken(error: impl std::error::Error + Send + Sync + 'static) -> ErrandError {
    ErrandError::Files(io::Error::other(error))
}
