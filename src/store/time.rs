//! Times are kept as whole microseconds since 1970 in UTC: an integer that both databases keep
//! exactly, so that hashes over a row agree everywhere.

use jiff::Timestamp;

pub fn micros(time: Timestamp) -> i64 {
    time.as_microsecond()
}

pub fn at(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}
