//! Reads criteria with their scales, and criteria that have parts.

use super::super::exact::Exact;
use super::super::scheme::{Criterion, Grade, Group, Scale};
use super::MOST_CRITERIA;
use super::json::{Fields, Node, Problems};
use super::method::Name;

/// The criteria of a document.
#[derive(Default)]
pub struct Read {
    /// Those that get grades, with their share of the weight of what they are part of.
    pub criteria: Vec<Criterion>,
    /// Those that have parts, parts before wholes.
    pub groups: Vec<Group>,
    /// Where each id stands.
    pub paths: Vec<(String, String)>,
}

const KEYS: [&str; 5] = ["id", "weight", "scale", "threshold", "criteria"];
const KEYS_OF_VALUE: [&str; 5] = ["id", "value", "scale", "threshold", "criteria"];
const SCALE_KEYS: [&str; 4] = ["min", "max", "step", "grades"];
const GRADE_KEYS: [&str; 4] = ["value", "label", "text", "knock_out"];
/// How often a part may have parts itself.
const DEEPEST: usize = 4;
/// The most grades of a listed scale.
const MOST_GRADES: usize = 1_001;

/// Reads the list of criteria.
pub fn read(name: Name, node: Node<'_, '_>, problems: &mut Problems) -> Option<Read> {
    let mut read = Read::default();
    let whole =
        Whole { key: if name == Name::AwardOnValue { "value" } else { "weight" }, depth: 0 };
    let items = node.list(MOST_CRITERIA, problems)?;
    for (place, raw) in items.into_iter().enumerate() {
        one(node.item(place, raw), &whole, &mut read, problems);
    }
    if read.paths.len() > MOST_CRITERIA {
        node.fault(problems, format!("at most {MOST_CRITERIA} are allowed, parts included"));
        return None;
    }
    Some(read)
}

/// What a list of criteria is part of.
struct Whole {
    /// The key under which its criteria have their weight.
    key: &'static str,
    depth: usize,
}

/// Reads one criterion. A part has a share of the weight of its whole, in proportion to the
/// weights of the parts; they are put in place once all parts are known.
fn one(
    node: Node<'_, '_>,
    whole: &Whole,
    read: &mut Read,
    problems: &mut Problems,
) -> Option<String> {
    let known = if whole.key == "value" { &KEYS_OF_VALUE } else { &KEYS };
    let fields = node.fields(known, problems)?;
    let code = fields.need("id", problems)?.id(problems);
    let weight = fields.number(whole.key, problems);
    let threshold = fields.some_number("threshold", problems);
    let Some(parts) = fields.get("criteria") else {
        let scale = fields.need("scale", problems).and_then(|node| scale(node, problems));
        let (code, weight, scale) = (code?, weight?, scale?);
        read.paths.push((code.clone(), node.path()));
        read.criteria.push(Criterion { code: code.clone(), weight, scale, threshold });
        return Some(code);
    };
    if let Some(scale) = fields.get("scale") {
        scale.fault(problems, "a criterion has a scale or parts, not both");
    }
    if whole.depth == DEEPEST {
        parts.fault(problems, format!("parts can have parts {DEEPEST} times at most"));
        return None;
    }
    let first = read.criteria.len();
    let inside = Whole { key: "weight", depth: whole.depth + 1 };
    let items = parts.list(MOST_CRITERIA, problems)?;
    let mut codes = Vec::new();
    let mut shares = Vec::new();
    for (place, raw) in items.into_iter().enumerate() {
        let from = read.criteria.len();
        codes.extend(one(parts.item(place, raw), &inside, read, problems));
        let share: Exact = read.criteria[from..].iter().map(|criterion| &criterion.weight).sum();
        shares.push(share);
    }
    let (code, weight) = (code?, weight?);
    let sum: Exact = shares.iter().sum();
    for criterion in &mut read.criteria[first..] {
        let Some(share) = criterion.weight.divided_by(&sum) else {
            parts.fault(problems, "the parts need a weight above zero");
            return None;
        };
        criterion.weight = &weight * &share;
    }
    read.paths.push((code.clone(), node.path()));
    read.groups.push(Group { code: code.clone(), parts: codes, threshold });
    Some(code)
}

/// A free range, points with a fixed step, or listed grades.
fn scale(node: Node<'_, '_>, problems: &mut Problems) -> Option<Scale> {
    let fields = node.fields(&SCALE_KEYS, problems)?;
    let grades = fields.get("grades");
    if let (Some(_), Some(step)) = (&grades, fields.get("step")) {
        step.fault(problems, "a scale has grades or a step, not both");
        return None;
    }
    if let Some(grades) = grades {
        return listed(&fields, grades, problems);
    }
    let (min, max) = (fields.number("min", problems), fields.number("max", problems));
    let step = match fields.get("step") {
        Some(step) => Some((step, step.number(problems)?)),
        None => None,
    };
    let (min, max) = (min?, max?);
    match step {
        None => Some(Scale::range(min, max)),
        Some((node, step)) => {
            let stepped = Scale::stepped(&min, &max, &step);
            if stepped.is_none() {
                let limit = MOST_GRADES - 1;
                node.fault(problems, format!("the step must fit the range 1 to {limit} times"));
            }
            stepped
        }
    }
}

/// Listed grades. `min` and `max` say which values earn nothing and everything; without them
/// those are the lowest and the highest grade.
fn listed(fields: &Fields<'_, '_>, node: Node<'_, '_>, problems: &mut Problems) -> Option<Scale> {
    let items = node.list(MOST_GRADES, problems)?;
    let mut grades = Vec::new();
    for (place, raw) in items.into_iter().enumerate() {
        grades.extend(grade(node.item(place, raw), problems));
    }
    if grades.is_empty() {
        node.fault(problems, "a scale needs grades");
        return None;
    }
    let mut scale = Scale::worded(grades);
    if let Some(min) = fields.some_number("min", problems) {
        scale.min = min;
    }
    if let Some(max) = fields.some_number("max", problems) {
        scale.max = max;
    }
    Some(scale)
}

/// A number, or a number with words.
fn grade(node: Node<'_, '_>, problems: &mut Problems) -> Option<Grade> {
    if !node.is_object() {
        let value = node.number(problems)?;
        let label = value.plain();
        return Some(Grade { value, label, text: String::new(), knock_out: false });
    }
    let fields = node.fields(&GRADE_KEYS, problems)?;
    let value = fields.number("value", problems)?;
    let text =
        |key: &str, problems: &mut Problems| Some(fields.get(key)?.text(problems)?.into_owned());
    let label = text("label", problems).unwrap_or_else(|| value.plain());
    let words = text("text", problems).unwrap_or_default();
    let knock_out = fields.get("knock_out").and_then(|node| node.flag(problems));
    Some(Grade { value, label, text: words, knock_out: knock_out.unwrap_or_default() })
}
