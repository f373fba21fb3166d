//! Who else is at a bid now, in words and as a note for the others.

use serde::Serialize;

use crate::domain::accounts::Role;
use crate::domain::bids::comments::Writer;
use crate::domain::bids::presence::{Visit, here, is_due};
use crate::domain::ids::{BidId, PersonId};
use crate::store;
use crate::store::accounts::Member;
use crate::web::App;
use crate::web::errors::Error;
use crate::web::me::SignedIn;
use crate::web::public::views::Reader;

use super::desk::{Desk, Pen};

/// Everybody who can write, each once, by name.
pub fn writers(members: &[Member]) -> Vec<Writer> {
    let mut writers: Vec<Writer> = vec![];
    for member in members.iter().filter(|member| member.role != Role::Member) {
        if writers.iter().all(|writer| writer.id != member.person) {
            writers.push(Writer { id: member.person, name: member.name.clone() });
        }
    }
    writers
}

/// Where every writer is who is there now.
pub fn around(desk: &Desk, visits: &[Visit], writers: &[Writer], r: Reader<'_>) -> Vec<Visit> {
    let people: Vec<PersonId> = writers.iter().map(|writer| writer.id).collect();
    here(visits, &desk.answers, &people, r.now)
}

/// Names of the others who are in this section.
pub fn others_in<'w>(
    around: &[Visit],
    writers: &'w [Writer],
    section: &str,
    me: PersonId,
) -> Vec<&'w str> {
    let there = |writer: &&Writer| {
        let own = |visit: &Visit| visit.person == writer.id && visit.section == section;
        writer.id != me && around.iter().any(own)
    };
    writers.iter().filter(there).map(|writer| writer.name.as_str()).collect()
}

/// `Truus Hendriks schrijft hier nu ook`, with the key of the sentence.
pub fn sentence(r: Reader<'_>, key: &str, names: &[&str]) -> Option<String> {
    let (last, before) = names.split_last()?;
    let listed = match before {
        [] => (*last).to_owned(),
        before => {
            let args = [("names", before.join(", ").into()), ("last", (*last).into())];
            r.renderer.translate(r.lang, "bid-names-and", &args)
        }
    };
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    let args = [("count", count.into()), ("names", listed.into())];
    Some(r.renderer.translate(r.lang, key, &args))
}

/// Others who are in a section now.
#[derive(Serialize)]
pub struct Presence {
    names: Vec<String>,
    text: String,
}

impl Presence {
    /// None when nobody of these writers is there.
    pub fn of(
        (r, me): (Reader<'_>, PersonId),
        (desk, visits, writers): (&Desk, &[Visit], &[Writer]),
        section: &str,
    ) -> Option<Presence> {
        let around = around(desk, visits, writers, r);
        let others = others_in(&around, writers, section, me);
        let text = sentence(r, "bid-section-presence", &others)?;
        Some(Presence { names: others.into_iter().map(str::to_owned).collect(), text })
    }
}

/// The same as a part of a page that stays open.
#[derive(Serialize)]
pub struct PresencePart {
    pub presence: Option<Presence>,
}

/// Writes down that this person is here, at most once a minute and only where they can write.
pub async fn note(
    app: &App,
    me: &SignedIn,
    (desk, visits): (&Desk, &[Visit]),
    section: &str,
) -> Result<(), Error> {
    if desk.pen != Pen::Ready || !is_due(visits, me.id, me.now) {
        return Ok(());
    }
    let bid: BidId = desk.bid.id;
    let visit = Visit { person: me.id, section: section.to_owned(), at: me.now };
    app.write(move |tx| store::visits::note(tx, bid, &visit)).await?;
    Ok(())
}
