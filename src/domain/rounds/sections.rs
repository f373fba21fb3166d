//! The questions of the bid builder. They are data of a round's template, never code: a section
//! has questions, a question has a kind that says how it is asked, checked and shown.

use serde::{Deserialize, Serialize};

use crate::domain::bids::answers::CommitmentPart;

/// One section of the bid (chapter 6 of the domain research numbers them 1 to 23).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub number: u8,
    /// Short English code, part of field names and URLs: `way_of_working`.
    pub code: String,
    pub title: String,
    pub group: Group,
    #[serde(default, skip_serializing_if = "Need::is_must")]
    pub need: Need,
    /// Why the municipality asks this, in one or two sentences.
    pub purpose: String,
    pub questions: Vec<Question>,
}

/// Whether every route asks it (`domain.md` chapter 6, column "base").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    #[default]
    Must,
    /// It depends on the rules or the lot.
    If,
}

impl Need {
    fn is_must(&self) -> bool {
        *self == Need::Must
    }
}

/// Heading of the task list under which a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Cooperative,
    Plan,
    Quality,
    Money,
}

impl Group {
    pub const ALL: [Group; 4] = [Group::Cooperative, Group::Plan, Group::Quality, Group::Money];

    pub fn as_str(self) -> &'static str {
        match self {
            Group::Cooperative => "cooperative",
            Group::Plan => "plan",
            Group::Quality => "quality",
            Group::Money => "money",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique within its section; with the section it names the field: `way_of_working.week`.
    pub code: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    #[serde(default = "yes")]
    pub required: bool,
    /// Asked only then; always when there is no condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub kind: Kind,
}

/// An earlier question of the same section has one of these answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    pub question: String,
    pub is: Vec<String>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Kind {
    /// Running text with a word limit.
    Text {
        max_words: u32,
    },
    /// One line.
    Line {
        max_chars: u32,
    },
    /// A whole number, ends included.
    Number {
        min: i64,
        max: i64,
        unit: String,
    },
    /// A number with decimals, ends included.
    Decimal {
        min: i64,
        max: i64,
        /// Digits behind the comma, at most 6.
        places: u8,
        unit: String,
    },
    /// One of a few.
    Choice {
        options: Vec<Choice>,
    },
    Date,
    /// Euro, kept as cents.
    Money,
    /// The six cost elements of article 5.4 Uitvoeringsbesluit Wmo 2015 and the yearly volume.
    Costs,
    /// One answer per requirement of the round.
    Requirements,
    /// Social-value commitments, at least `min`, at most `max`.
    Commitments {
        min: u8,
        max: u8,
        /// Parts that a commitment must have beside the usual ones.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        also: Vec<CommitmentPart>,
    },
    /// Rows with a short text per column, at least `min` and at most `max` of them.
    Table {
        min: u8,
        max: u8,
        columns: Vec<Choice>,
    },
    /// Files that go with this section.
    Files {
        max: u8,
    },
    /// The part of the lot that the cooperative takes on, picked on its own page.
    Area,
}

impl Section {
    /// The question with this code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }
}

/// One of a few answers, or one of the columns of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub code: String,
    pub label: String,
}
