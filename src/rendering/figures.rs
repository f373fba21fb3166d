//! Amounts and numbers the way people write them.

use super::Lang;

/// Whole number with a thousands mark: `1.234` in Dutch, `1,234` in English.
pub(super) fn grouped(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "\u{2212}" } else { "" };
    let mut out = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(marks(lang).0);
        }
        out.push(digit);
    }
    format!("{sign}{out}")
}

/// Amount in cents: `€ 1.234,50` in Dutch (with a space that does not break), `€1,234.50` in English.
pub(super) fn euro(lang: Lang, cents: i64) -> String {
    let whole = grouped(lang, (cents.unsigned_abs() / 100).cast_signed());
    let (_, decimal) = marks(lang);
    signed(lang, cents, &format!("{whole}{decimal}{:02}", cents.unsigned_abs() % 100))
}

/// Exact decimal euros (`-1234.505`) as an amount: `€ −1.234,505`.
pub(super) fn euros(lang: Lang, exact: &str) -> String {
    let (sign, digits) = match exact.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, exact),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |number| grouped(lang, number));
    let (_, decimal) = marks(lang);
    let mark = if decimals.is_empty() { String::new() } else { decimal.to_string() };
    signed(lang, sign, &format!("{whole}{mark}{decimals}"))
}

/// Amount in cents, rounded half up to whole euros: `€ 1.235`.
pub(super) fn euro_whole(lang: Lang, cents: i64) -> String {
    let whole = grouped(lang, ((cents.unsigned_abs() + 50) / 100).cast_signed());
    signed(lang, cents, &whole)
}

/// Exact decimal text (`8.45`) with the decimal mark of the language (`8,45`).
pub(super) fn decimal(lang: Lang, exact: &str) -> String {
    match lang {
        Lang::Nl => exact.replace('.', ",").replace('-', "\u{2212}"),
        Lang::En => exact.replace('-', "\u{2212}"),
    }
}

/// `amount` with the sign of the number that it says.
fn signed(lang: Lang, number: i64, amount: &str) -> String {
    match (lang, number < 0) {
        (Lang::Nl, false) => format!("€\u{a0}{amount}"),
        (Lang::Nl, true) => format!("€\u{a0}\u{2212}{amount}"),
        (Lang::En, false) => format!("€{amount}"),
        (Lang::En, true) => format!("\u{2212}€{amount}"),
    }
}

/// Thousands mark and decimal mark.
fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(euro(Lang::Nl, 123_450), "€\u{a0}1.234,50");
        assert_eq!(euro(Lang::En, 123_450), "€1,234.50");
        assert_eq!(euro(Lang::Nl, 5), "€\u{a0}0,05");
        assert_eq!(euro(Lang::Nl, -100), "€\u{a0}\u{2212}1,00");
        assert_eq!(euro(Lang::En, -100), "\u{2212}€1.00");
        assert_eq!(euros(Lang::Nl, "-1234.505"), "€\u{a0}\u{2212}1.234,505");
        assert_eq!(euros(Lang::En, "31.20"), "€31.20");
        assert_eq!(euros(Lang::En, "-0.50"), "\u{2212}€0.50");
        assert_eq!(euros(Lang::Nl, "5"), "€\u{a0}5");
        assert_eq!(euro_whole(Lang::Nl, 123_450), "€\u{a0}1.235");
        assert_eq!(euro_whole(Lang::En, 123_449), "€1,234");
        assert_eq!(grouped(Lang::Nl, -1_234_567), "\u{2212}1.234.567");
        assert_eq!(grouped(Lang::Nl, 999), "999");
        assert_eq!(decimal(Lang::Nl, "-8.45"), "\u{2212}8,45");
        assert_eq!(decimal(Lang::En, "8.45"), "8.45");
    }

    proptest! {
        #[test]
        fn grouping_keeps_every_digit(number: i64) {
            let plain: String = grouped(Lang::Nl, number).replace('.', "").replace('\u{2212}', "-");
            prop_assert_eq!(plain, number.to_string());
        }

        #[test]
        fn an_amount_keeps_every_cent(cents: i64) {
            let digits: String = euro(Lang::En, cents).chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits.parse::<u64>().unwrap(), cents.unsigned_abs());
        }
    }
}
