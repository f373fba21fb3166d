//! The draw that ends a tie. Every bid gets a number from the seed and its own id, so the draw
//! can be repeated by anyone, and a bid that falls away changes nobody else's number.

use std::fmt;
use std::str::FromStr;

use rand::rngs::ChaCha20Rng;
use rand::{Rng, SeedableRng};
use thiserror::Error;

/// The seed of a draw. It is drawn and committed (its hash published) before the bids are
/// known, and printed in the minutes afterwards.
///
/// Source: `evaluation.md` 8, invariant 10, and 1.5 on draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed([u8; 32]);

impl Seed {
    /// A seed from 32 random bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Seed {
        Seed(bytes)
    }

    /// A seed from a number, for examples and the command line: the number in the first eight
    /// bytes, lowest first. Too few possibilities for a real draw.
    pub fn from_number(number: u64) -> Seed {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&number.to_le_bytes());
        Seed(bytes)
    }

    /// The bytes, for the commitment: publish their hash before the bids are known.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The number a bid draws; the lowest goes first.
    ///
    /// The id's length (eight bytes, lowest first) and then the id are cut in pieces of 32
    /// bytes, the last one filled up with zeros. For each piece the key, at first the seed, is
    /// combined with it by exclusive or and replaced by the first 32 bytes of the ChaCha20
    /// stream under it (nonce 0). The number is the first eight bytes of the last key.
    pub fn number_for(&self, id: &str) -> u64 {
        let mut message = (id.len() as u64).to_le_bytes().to_vec();
        message.extend_from_slice(id.as_bytes());
        let mut key = self.0;
        for piece in message.chunks(key.len()) {
            for (byte, with) in key.iter_mut().zip(piece) {
                *byte ^= with;
            }
            let mut stream = ChaCha20Rng::from_seed(key);
            stream.fill_bytes(&mut key);
        }
        let [a, b, c, d, e, f, g, h, ..] = key;
        u64::from_le_bytes([a, b, c, d, e, f, g, h])
    }
}

/// In hexadecimal, as it is printed in the minutes.
impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Reads what `Display` writes.
impl FromStr for Seed {
    type Err = NotASeed;

    fn from_str(text: &str) -> Result<Seed, NotASeed> {
        let mut bytes = [0; 32];
        if text.len() != 2 * bytes.len() || !text.is_ascii() {
            return Err(NotASeed);
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            let digits = &text[2 * at..2 * at + 2];
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotASeed)?;
        }
        Ok(Seed(bytes))
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a seed is 64 hexadecimal digits")]
pub struct NotASeed;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Pinned: a draw must give the same numbers in ten years. A second implementation, written
    /// from the description above, gives these too.
    #[test]
    fn a_draw_can_be_repeated() {
        let numbers = ["A", "B", "a name of more than thirty-two bytes"]
            .map(|id| Seed::from_number(7).number_for(id));
        assert_eq!(numbers, [1239758261088497309, 1167205226943311026, 4833895684947746992]);
    }

    #[test]
    fn a_seed_prints_its_bytes() {
        let printed = Seed::from_number(0x1f07).to_string();
        assert_eq!(printed, format!("071f{}", "00".repeat(30)));
        assert_eq!(Seed::from_bytes([9; 32]).as_bytes(), &[9; 32]);
        assert_eq!(printed.parse(), Ok(Seed::from_number(0x1f07)));
        assert_eq!(
            ["", "1f", &"é".repeat(32)].map(str::parse::<Seed>),
            [const { Err(NotASeed) }; 3]
        );
    }

    #[test]
    fn every_bid_can_win_the_draw() {
        let winner = |number| {
            let seed = Seed::from_number(number);
            ["A", "B", "C"].into_iter().min_by_key(|id| seed.number_for(id))
        };
        let winners: BTreeSet<_> = (0..30).map(winner).collect();
        assert_eq!(winners.len(), 3);
    }
}
