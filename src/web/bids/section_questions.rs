//! The questions of one section, each drawn by its kind.

use serde::Serialize;

use super::composed::{self, CommitmentsView};
use super::condition::{self, ConditionView};
use super::cost_sheet::{self, CostsView};
use super::inputs::{Input, Inputs};
use super::own_profile::InProfile;
use super::requirement_cards::{self, RequirementView};
use super::table::{self, TableView};
use super::talk::Talk;
use crate::domain::rounds::sections::{Kind, Question, Section};

/// What was picked on the map, with the way to it.
#[derive(Serialize)]
struct AreaLink {
    id: String,
    picked: String,
    error: Option<String>,
}

/// One question; at most one of the others is there: files are asked below the form.
#[derive(Default, Serialize)]
pub struct QuestionView {
    label: String,
    hint: Option<String>,
    input: Option<Input>,
    costs: Option<CostsView>,
    pub requirements: Option<Vec<RequirementView>>,
    commitments: Option<CommitmentsView>,
    table: Option<TableView>,
    area: Option<AreaLink>,
    when: Option<ConditionView>,
    pub talk: Option<Talk>,
    /// What the cooperative told about itself already.
    pub own: Option<InProfile>,
}

pub fn questions(
    inputs: Inputs<'_>,
    section: &Section,
    beside: requirement_cards::Beside<'_>,
) -> Vec<QuestionView> {
    let view = |question: &Question| {
        let name = format!("{}.{}", section.code, question.code);
        let mut view = QuestionView {
            label: question.label.clone(),
            hint: question.hint.clone(),
            ..QuestionView::default()
        };
        match &question.kind {
            Kind::Text { .. }
            | Kind::Line { .. }
            | Kind::Number { .. }
            | Kind::Decimal { .. }
            | Kind::Choice { .. }
            | Kind::Date
            | Kind::Money => view.input = inputs.plain(&name, question),
            Kind::Costs => view.costs = Some(cost_sheet::view(inputs, &name)),
            Kind::Requirements => {
                view.requirements = Some(requirement_cards::cards(inputs, &name, beside));
            }
            Kind::Commitments { min, max, .. } => {
                view.commitments = Some(composed::commitments(inputs, &name, (*min, *max)));
            }
            Kind::Table { min, max, columns } => {
                view.table = Some(table::view(inputs, (&name, question), (*min, *max), columns));
            }
            Kind::Area => view.area = Some(area(inputs, &name)),
            Kind::Files { .. } => {}
        }
        view.when = question.when.as_ref().map(|when| condition::view(inputs, section, when));
        view
    };
    section.questions.iter().map(view).collect()
}

fn area(inputs: Inputs<'_>, name: &str) -> AreaLink {
    AreaLink {
        id: name.to_owned(),
        picked: inputs.words.plain(name, inputs.answers).text,
        error: inputs.errors.get(name).cloned(),
    }
}
