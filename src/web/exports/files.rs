//! A file on its way out of the house, and into the journal.

use actix_web::web::{Data, Path};

use super::scope;
use crate::actions::{self, Taken};
use crate::documents::exports::{Out, Words, description, media_type};
use crate::domain::bids::attachments::Check;
use crate::domain::exports::{ExportState, Format, List};
use crate::domain::ids::{ExportId, RoundId};
use crate::domain::permission::Act;
use crate::domain::refusal::Refusal;
use crate::rendering::Renderer;
use crate::store::{self, Conn};
use crate::web::App;
use crate::web::downloads::{self, Download};
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;

/// `GET /manage/rounds/{round}/exports/{file}`
pub async fn list(me: SignedIn, path: Path<(RoundId, String)>, app: Data<App>) -> Answer {
    let (round, file) = path.into_inner();
    let wanted = List::of_file(&file);
    let _turn = app.printing.acquire().await.map_err(|_| Error::Busy)?;
    let (asker, renderer) = (me.clone(), app.renderer.clone());
    let read = move |conn: &mut Conn| made(conn, (&asker, &renderer), round, wanted);
    let (bytes, rows, format) = app.read(read).await?;
    let (by, now, name) = ((me.id, me.name().to_owned()), me.now, file.clone());
    let bytes = app
        .write::<_, Error, _>(move |tx| {
            let taken = Taken { round, file: &name, rows, bytes: &bytes };
            actions::note_export(tx, &taken, &by, now)?;
            Ok(bytes)
        })
        .await?;
    Ok(downloads::bytes(&file, media_type(format), bytes))
}

type Made = (Vec<u8>, usize, Format);

/// Whoever may not know the round hears nothing of which files there could be.
fn made(
    conn: &mut Conn,
    (me, renderer): (&SignedIn, &Renderer),
    round: RoundId,
    wanted: Option<(List, Format)>,
) -> Result<Made, Error> {
    let scope = scope(conn, me, round, Act::ExportFile)?;
    let (list, format) = wanted.ok_or(Error::Missing)?;
    scope.reached().may_have(list.since()).map_err(|why| Error::Refused(why.key()))?;
    let words = Words { renderer, lang: me.lang, round: &scope.round.definition.title, at: me.now };
    let broken = |error: &dyn std::error::Error| Error::Broken(format!("export: {error}"));
    if format == Format::Description {
        let told = serde_json::to_vec_pretty(&description(words, list));
        return Ok((told.map_err(|e| broken(&e))?, list.columns().len(), format));
    }
    let mut out = Out::new(words, list, format).map_err(|e| broken(&e))?;
    store::exports::rows(conn, list, &scope, &mut |row| out.row(row))?;
    let (bytes, rows) = out.finish().map_err(|e| broken(&e))?;
    Ok((bytes, rows, format))
}

/// `GET /manage/rounds/{round}/exports/complete/{export}`
pub async fn complete(me: SignedIn, ids: Path<(RoundId, ExportId)>, app: Data<App>) -> Answer {
    let (round, id) = ids.into_inner();
    let asker = me.clone();
    app.read(move |conn| {
        scope(conn, &asker, round, Act::ExportFile)?;
        let (export, _) = store::exports::find(conn, id)?;
        match export.state {
            _ if export.round != round => Err(Error::Missing),
            ExportState::Making { .. } => Err(Error::Missing),
            ExportState::Ready(file) if file.until() > asker.now => Ok(()),
            ExportState::Ready(_) | ExportState::Gone => Err(Error::Gone),
        }
    })
    .await?;
    let (by, now) = ((me.id, me.name().to_owned()), me.now);
    let file =
        app.write(move |tx| actions::note_fetch(tx, id, &by, now)).await.map_err(Error::from)?;
    let file = Download {
        name: app.renderer.translate(me.lang, "complete-file-name", &[]),
        media_type: "application/zip".to_owned(),
        hash: file.hash,
        size: file.size,
    };
    downloads::send(&app, file, Check::Clean).await
}
