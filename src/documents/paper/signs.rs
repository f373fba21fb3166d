//! Which signs can be printed, and what stands for those that cannot.

use serde_json::Value;
use typst::text::Coverage;

/// A word without a place to break is given one after so many signs.
const LONGEST_RUN: usize = 28;
const BREAK: char = '\u{200B}';

/// The signs that a font, or several together, have.
pub struct Alphabet(Vec<Coverage>);

impl Alphabet {
    pub fn of<'c>(fonts: impl Iterator<Item = &'c Coverage>) -> Alphabet {
        Alphabet(fonts.cloned().collect())
    }

    fn has(&self, sign: char) -> bool {
        self.0.iter().any(|font| font.contains(u32::from(sign)))
    }

    /// The text with signs that can all be printed, and words that fit on a line.
    fn printed(&self, text: &str) -> String {
        let mut printed = String::with_capacity(text.len());
        let mut run = 0;
        for sign in text.chars() {
            match sign {
                '\n' => printed.push('\n'),
                '\t' => printed.push(' '),
                // Says only how the sign before it is drawn.
                '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{FEFF}' => continue,
                sign if sign.is_control() => continue,
                sign if self.has(sign) => printed.push(sign),
                sign if sign.is_whitespace() => printed.push(' '),
                sign => printed.push_str(&format!("[U+{:04X}]", u32::from(sign))),
            }
            run = if sign.is_whitespace() || sign == '-' { 0 } else { run + 1 };
            if run == LONGEST_RUN {
                printed.push(BREAK);
                run = 0;
            }
        }
        printed
    }
}

/// Makes every text in `data` one that can be printed.
pub fn printable(data: &mut Value, alphabet: &Alphabet) {
    match data {
        Value::String(text) => *text = alphabet.printed(text),
        Value::Array(items) => items.iter_mut().for_each(|item| printable(item, alphabet)),
        Value::Object(fields) => fields.values_mut().for_each(|value| printable(value, alphabet)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
