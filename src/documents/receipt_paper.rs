//! The receipt of a bid as a paper: number, time, hash and who signed. It says nothing of what the
//! bid says, so it can go with a mail.

use super::paper::{Block, Cover, Fact, Paper, Part, Words, in_eights};
use crate::domain::bids::Receipt;
use crate::rendering::{Arg, Lang, Renderer};

/// What a receipt tells, beside the receipt itself.
pub struct ReceiptFacts<'a> {
    pub receipt: &'a Receipt,
    pub municipality: &'a str,
    pub round: &'a str,
    /// `Perceel 6: Elsbroek`
    pub lot: &'a str,
    pub cooperative: &'a str,
    /// Start of the addresses of this service, without a slash at the end.
    pub public_url: &'a str,
}

pub fn receipt_paper(renderer: &Renderer, lang: Lang, facts: &ReceiptFacts<'_>) -> Paper {
    let receipt = facts.receipt;
    let say = |key: &str, args: &[(&str, Arg<'_>)]| renderer.translate(lang, key, args);
    let word = |key: &str| say(key, &[]);
    let at = renderer.exact_moment(lang, receipt.at);
    let address = format!("{}/receipts/{}", facts.public_url, receipt.number);
    let municipality = say("municipality-of", &[("name", facts.municipality.into())]);
    let withdrawn = receipt.withdrawn.as_ref().map(|withdrawn| {
        let when = renderer.exact_moment(lang, withdrawn.at);
        say("receipt-withdrawn", &[("when", when.into())])
    });
    let number = &receipt.number;
    let told = [
        ("receipt-number", number.clone()),
        ("receipt-time", at),
        ("receipt-by", format!("{}, {}", receipt.by_name, facts.cooperative)),
        ("receipt-to", format!("{municipality}, {}", facts.round)),
        ("receipt-hash", in_eights(&receipt.hash)),
    ];
    let check =
        [word("receipt-hash-meaning"), say("paper-receipt-check", &[("address", address.into())])];
    Paper {
        lang,
        title: format!("{} {number}", word("receipt-title")),
        author: municipality.clone(),
        ident: format!("receipt {number}"),
        at: receipt.at,
        mark: None,
        footer: vec![number.clone(), in_eights(&receipt.hash)],
        words: Words { page: word("paper-page"), of: word("paper-of"), contents: None },
        cover: Cover {
            above: municipality,
            title: word("receipt-title"),
            below: facts.lot.to_owned(),
            facts: told.iter().map(|(key, text)| Fact::new(word(key), text)).collect(),
            note: withdrawn.into_iter().collect(),
        },
        parts: vec![Part {
            title: word("paper-check"),
            blocks: vec![Block::Text { text: check.into() }],
        }],
    }
}
