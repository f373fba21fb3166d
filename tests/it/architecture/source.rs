//! Reads files just far enough to see which modules, crates and functions they name. Not a
//! parser: comments and the insides of strings are blanked, and the rest is taken word by word.

use std::{collections::BTreeMap, fs, path::Path};

/// Text files by their path from the root of the project.
pub struct Tree(pub BTreeMap<String, String>);

impl Tree {
    pub fn of<const N: usize>(files: [(&str, &str); N]) -> Tree {
        Tree(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
    }

    /// Reads the files with text below the given folders; a folder that is not there is empty.
    pub fn read(root: &Path, folders: &[&str]) -> Tree {
        let mut tree = Tree(BTreeMap::new());
        for folder in folders {
            tree.add(root, &root.join(folder));
        }
        tree
    }

    fn add(&mut self, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.expect("folder can be listed").path();
            if path.is_dir() {
                self.add(root, &path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let name = path.strip_prefix(root).expect("below the root");
                self.0.insert(name.to_string_lossy().replace('\\', "/"), text);
            }
        }
    }

    /// The files of `folder` whose names end like this.
    pub fn files<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let wanted = move |path: &String| path.starts_with(folder) && path.ends_with(ending);
        self.0.iter().filter(move |(path, _)| wanted(path)).map(|(p, t)| (p.as_str(), t.as_str()))
    }
}

/// A path such as `crate::store::bids`, with the line it stands on.
#[derive(Debug, PartialEq)]
pub struct Named {
    pub line: usize,
    pub path: Vec<String>,
}

/// Everything the text names with `::`, groups in braces written out.
pub fn names(text: &str) -> Vec<Named> {
    let words = words(&blank(text));
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let starts = words[at].is_name() && words.get(at + 1).is_some_and(|w| w.text == "::");
        let continues = at > 0 && words[at - 1].text == "::";
        if starts && !continues {
            let line = words[at].line;
            let mut paths = Vec::new();
            at = follow(&words, at, Vec::new(), &mut paths);
            found.extend(paths.into_iter().map(|path| Named { line, path }));
        } else {
            at += 1;
        }
    }
    found
}

/// Adds all paths that begin at a word, and answers where they end.
fn follow(words: &[Word], at: usize, path: Vec<String>, out: &mut Vec<Vec<String>>) -> usize {
    let Some(word) = words.get(at) else { return at };
    if word.text == "{" {
        let mut at = at + 1;
        while words.get(at).is_some_and(|w| w.text != "}") {
            at = follow(words, at, path.clone(), out);
            while words.get(at).is_some_and(|w| w.text != "," && w.text != "}") {
                at += 1; // `as name`
            }
            at += usize::from(words.get(at).is_some_and(|w| w.text == ","));
        }
        return at + 1;
    }
    if !word.is_name() {
        out.push(path);
        return at + 1;
    }
    let path = [path, vec![word.text.clone()]].concat();
    match words.get(at + 1).map(|w| w.text.as_str()) {
        Some("::") => return follow(words, at + 2, path, out),
        Some("!") => {} // a macro: it belongs to the crate and not to a layer
        _ => out.push(path),
    }
    at + 1
}

/// A function that answers a request, with the number of lines from `fn` to its last brace.
pub struct Handler {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// The functions whose declared answer is `Answer`.
pub fn handlers(text: &str) -> Vec<Handler> {
    let words = words(&blank(text));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.text == "fn") {
        let Some(open) = words[at..].iter().position(|w| w.text == "{").map(|n| at + n) else {
            continue;
        };
        let signature = &words[at..open];
        let answers = signature
            .windows(3)
            .any(|w| w[0].text == "-" && w[1].text == ">" && w[2].text == "Answer");
        if answers && !signature.iter().any(|w| w.text == ";") {
            let lines = words[closing(&words, open)].line - word.line + 1;
            found.push(Handler { name: words[at + 1].text.clone(), line: word.line, lines });
        }
    }
    found
}

fn closing(words: &[Word], open: usize) -> usize {
    let mut depth = 0;
    for (at, word) in words.iter().enumerate().skip(open) {
        match word.text.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => return at,
            "}" => depth -= 1,
            _ => {}
        }
    }
    words.len() - 1
}

struct Word {
    line: usize,
    text: String,
}

impl Word {
    fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = if first.is_alphanumeric() || first == '_' {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            words.push(Word { line: number + 1, text: rest[..length].to_owned() });
            rest = rest[length..].trim_start();
        }
    }
    words
}

/// The text with comments and the insides of strings and characters made blank; lines stay.
pub fn blank(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest, &out) {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = hashes + 2;
            rest[from..].find(&end).map_or(rest.len(), |at| from + at + end.len())
        } else if first == '"' {
            quoted(rest, '"')
        } else if first == '\'' && is_character(rest) {
            quoted(rest, '\'')
        } else {
            0
        };
        if skipped == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..skipped].chars().map(|c| if c == '\n' { c } else { ' ' }));
            rest = &rest[skipped..];
        }
    }
    out
}

/// The number of `#` of a raw string that begins here, unless the `r` ends a name.
fn raw_string(rest: &str, before: &str) -> Option<usize> {
    let marks = rest.strip_prefix('r')?;
    let hashes = marks.len() - marks.trim_start_matches('#').len();
    let after_name = before.ends_with(|c: char| (c.is_alphanumeric() && c != 'b') || c == '_');
    (marks[hashes..].starts_with('"') && !after_name).then_some(hashes)
}

/// A quote begins a character, and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut inside = rest.chars().skip(1);
    inside.next() == Some('\\') || inside.next() == Some('\'')
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}
