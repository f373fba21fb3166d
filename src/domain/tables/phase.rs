//! How far a table is, with the moments that brought it there.

use jiff::Timestamp;

/// How far the table is. Before it there is no table: the assessors score alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    Discussing {
        opened_at: Timestamp,
    },
    /// Every item has a grade of the table; those present sign.
    QualityFixed {
        opened_at: Timestamp,
        fixed_at: Timestamp,
    },
    /// Signed by all who must; two key holders may open the price.
    Signed(SignedQuality),
    /// The price is open and the bids are ranked.
    Ranked {
        quality: SignedQuality,
        price_opened_at: Timestamp,
    },
    Closed {
        quality: SignedQuality,
        price_opened_at: Timestamp,
        closed_at: Timestamp,
    },
}

/// Grades that nobody can move any more. Only `Table::sign` makes one, and the store from a row
/// that was one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedQuality {
    pub(super) opened_at: Timestamp,
    pub(super) fixed_at: Timestamp,
    pub(super) signed_at: Timestamp,
}

/// The moments that a phase has had so far, in order; how the store keeps it.
pub type Moments = [Option<Timestamp>; 5];

impl Phase {
    /// The word in the database and in names of texts.
    pub fn word(&self) -> &'static str {
        match self {
            Phase::Discussing { .. } => "discussing",
            Phase::QualityFixed { .. } => "quality_fixed",
            Phase::Signed(_) => "signed",
            Phase::Ranked { .. } => "ranked",
            Phase::Closed { .. } => "closed",
        }
    }

    /// Opened, fixed, signed, price opened, closed.
    pub fn moments(&self) -> Moments {
        let of = |q: &SignedQuality| (Some(q.opened_at), Some(q.fixed_at), Some(q.signed_at));
        match self {
            Phase::Discussing { opened_at } => [Some(*opened_at), None, None, None, None],
            Phase::QualityFixed { opened_at, fixed_at } => {
                [Some(*opened_at), Some(*fixed_at), None, None, None]
            }
            Phase::Signed(quality) => {
                let (opened, fixed, signed) = of(quality);
                [opened, fixed, signed, None, None]
            }
            Phase::Ranked { quality, price_opened_at } => {
                let (opened, fixed, signed) = of(quality);
                [opened, fixed, signed, Some(*price_opened_at), None]
            }
            Phase::Closed { quality, price_opened_at, closed_at } => {
                let (opened, fixed, signed) = of(quality);
                [opened, fixed, signed, Some(*price_opened_at), Some(*closed_at)]
            }
        }
    }

    /// The phase that these moments tell; none where they tell no story.
    pub fn of(moments: Moments) -> Option<Phase> {
        let quality =
            |opened_at, fixed_at, signed_at| SignedQuality { opened_at, fixed_at, signed_at };
        match moments {
            [Some(opened_at), None, None, None, None] => Some(Phase::Discussing { opened_at }),
            [Some(opened_at), Some(fixed_at), None, None, None] => {
                Some(Phase::QualityFixed { opened_at, fixed_at })
            }
            [Some(o), Some(f), Some(s), None, None] => Some(Phase::Signed(quality(o, f, s))),
            [Some(o), Some(f), Some(s), Some(price_opened_at), None] => {
                Some(Phase::Ranked { quality: quality(o, f, s), price_opened_at })
            }
            [Some(o), Some(f), Some(s), Some(price_opened_at), Some(closed_at)] => {
                Some(Phase::Closed { quality: quality(o, f, s), price_opened_at, closed_at })
            }
            _ => None,
        }
    }
}
