//! How firm a ranking is, for the process lead. It changes nothing; what may be shown when is
//! asked of the engine. `weights.rs` tells what other weights would do, `panel.rs` how well the
//! assessors agreed, `assessors.rs` how far they lay apart.

mod assessors;
mod panel;
mod weights;

use actix_web::web::{Data, Path, Query};
use serde::Serialize;

use self::assessors::{Bands, Severity, bands, severity};
use self::panel::{Panel, panel};
use self::weights::{Asked, Weights, weights};
use super::ranked::{Ranked, of};
use super::sight::{Sight, Words, see};
use crate::domain::ids::TableId;
use crate::domain::permission::Act;
use crate::domain::rounds::Phase;
use crate::domain::scoring::firmness::{
    Analysis, Field, GradeChange, Moment, Reader, Step, Upset, UpsetKind, may_show, upsets,
};
use crate::rendering::layout::Page;
use crate::web::App;
use crate::web::errors::{Answer, Error};
use crate::web::me::SignedIn;
use crate::web::{pages, urls};

#[derive(Serialize)]
struct FirmnessPage {
    page: Page,
    above: String,
    winner: Option<String>,
    /// Why there is nothing to be firm about.
    without: String,
    /// What could take the first place away; none while there is only one bid.
    upsets: Option<Vec<UpsetView>>,
    /// What other weights would change: only in the file, after the decision.
    weights: Option<Weights>,
    panel: Option<Panel>,
    bands: Option<Bands>,
    severity: Option<Vec<Severity>>,
    ranking: String,
}

#[derive(Serialize)]
struct UpsetView {
    title: String,
    changes: Vec<String>,
}

/// `GET /tables/{table}/firmness`
pub async fn page(
    me: SignedIn,
    app: Data<App>,
    table: Path<TableId>,
    asked: Query<Vec<(String, String)>>,
) -> Answer {
    let sight = see(&app, &me, *table, Act::ViewSensitivity).await?;
    let ranked = of(&app, &sight).await?.ok_or(Error::Forbidden)?;
    let page = view((&app, &me), (&sight, &ranked), Asked::read(&asked))?;
    pages::html(&app, &me, "tables/firmness.html", &page)
}

fn view(
    (app, me): (&App, &SignedIn),
    (sight, ranked): (&Sight, &Ranked),
    asked: Asked,
) -> Result<FirmnessPage, Error> {
    let words = Words::of(app, me);
    let moment = match sight.round.phase {
        Phase::Decided { .. } => Moment::Decided,
        _ => Moment::Undecided,
    };
    let shown = |analysis| may_show(analysis, moment, Reader::ProcessLead).is_ok();
    let names = Names { sight, words };
    let (field, without) = names.field(ranked);
    let of_weights = field.as_ref().filter(|_| shown(Analysis::OtherWeights));
    let of_grades = field.as_ref().filter(|f| f.bids.len() > 1 && shown(Analysis::OtherGrades));
    let of_panel = shown(Analysis::PanelAgreement);
    Ok(FirmnessPage {
        page: sight.frame_below(app, me, "firm-title"),
        above: words.say("table-above", &[("number", i64::from(sight.lot.number).into())]),
        winner: field.as_ref().map(|f| names.bid(&f.bids[f.winner])),
        without,
        upsets: of_grades.map(|field| {
            let found = upsets(&field.problem, field.winner, &field.steps);
            found.iter().map(|upset| names.upset(field, upset)).collect()
        }),
        weights: of_weights.map(|field| weights(&names, (field, ranked), asked)).transpose()?,
        panel: of_panel.then(|| panel(sight, words)),
        bands: of_panel.then(|| bands(sight, words)),
        severity: shown(Analysis::EachAssessor).then(|| severity(sight, words)),
        ranking: urls::table_part(sight.table.id, "ranking"),
    })
}

struct Names<'a> {
    sight: &'a Sight,
    words: Words<'a>,
}

impl Names<'_> {
    /// The ranking as a matrix, or why it is none.
    fn field(&self, ranked: &Ranked) -> (Option<Field>, String) {
        if !self.sight.scheme.method.adds_points() {
            return (None, self.words.say("firm-no-sum", &[]));
        }
        // Nobody has a place, so there is nothing to be firm about.
        (ranked.field(self.sight).ok(), self.words.say("rank-nobody", &[]))
    }

    fn bid(&self, code: &str) -> String {
        self.sight.bidder(code).to_owned()
    }

    /// The criterion at a place of the matrix; the price is the last one.
    fn criterion(&self, place: usize) -> String {
        let criteria = &self.sight.round.definition.criteria;
        let price = || self.words.say("price-word", &[]);
        criteria.get(place).map_or_else(price, |criterion| criterion.name.clone())
    }

    fn upset(&self, field: &Field, upset: &Upset) -> UpsetView {
        let count = i64::try_from(upset.changes.len()).unwrap_or(i64::MAX);
        let title = match upset.kind {
            UpsetKind::FallsOut => self.words.say("firm-falls-out", &[("count", count.into())]),
            UpsetKind::Overtaken { by } => {
                let name = self.bid(&field.bids[by]);
                let args = [("name", name.into()), ("count", count.into())];
                self.words.say("firm-overtaken", &args)
            }
        };
        let change = |change: &GradeChange| {
            let args = [
                ("name", self.bid(&field.bids[change.bid]).into()),
                ("criterion", self.criterion(change.criterion).into()),
            ];
            let key = match change.step {
                Step::Up => "firm-step-up",
                Step::Down => "firm-step-down",
            };
            self.words.say(key, &args)
        };
        UpsetView { title, changes: upset.changes.iter().map(change).collect() }
    }
}
