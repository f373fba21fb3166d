//! Files on their way in, piece by piece, and how much there is room for.

use jiff::{SignedDuration, Timestamp};

use super::attachments::FileRefusal;
use crate::domain::ids::{BidId, PersonId, UploadId};

/// A file that is not whole yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The file gets the same id when it is whole.
    pub id: UploadId,
    pub bid: BidId,
    pub section: String,
    pub by: PersonId,
    pub name: String,
    /// Bytes that it will have.
    pub size: i64,
    /// Hash of the first piece, as the browser computed it.
    pub mark: String,
    pub begun_at: Timestamp,
}

/// So long the pieces of an unfinished file are kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Unfinished files of one person, in all bids.
const MOST_OF_PERSON: usize = 5;
/// Unfinished files in one bid, of all its writers.
const MOST_OF_BID: usize = 20;
/// Files that were taken out can be put back, so they lie there too: so many times the quota.
const TAKEN_OUT: i64 = 3;

impl Upload {
    pub fn over_at(&self) -> Timestamp {
        self.begun_at.saturating_add(KEPT).unwrap_or(Timestamp::MAX)
    }

    pub fn is_over(&self, now: Timestamp) -> bool {
        now > self.over_at()
    }

    /// Is this the same file, chosen again by the same person for the same place?
    pub fn continues(&self, earlier: &Upload, now: Timestamp) -> bool {
        let what = |u: &Upload| (u.bid, u.section.clone(), u.by, u.name.clone(), u.size);
        what(self) == what(earlier) && self.mark == earlier.mark && !earlier.is_over(now)
    }
}

/// Bytes that files may have together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    pub file: i64,
    pub bid: i64,
    /// All bids of a cooperative in one round.
    pub cooperative: i64,
}

/// Bytes that are there; what is on its way counts as if it were whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    pub bid: i64,
    pub cooperative: i64,
    /// Of the cooperative, with what it took out.
    pub with_taken_out: i64,
}

impl Quota {
    /// Is there room for one more file of this size?
    pub fn room_for(&self, size: i64, stock: Stock) -> Result<(), FileRefusal> {
        let over = |has: i64, most: i64| has.saturating_add(size) > most;
        if size > self.file {
            return Err(FileRefusal::TooLarge);
        }
        if over(stock.bid, self.bid) {
            return Err(FileRefusal::BidFull);
        }
        let ever = self.cooperative.saturating_mul(TAKEN_OUT);
        if over(stock.cooperative, self.cooperative) || over(stock.with_taken_out, ever) {
            return Err(FileRefusal::CooperativeFull);
        }
        Ok(())
    }
}

/// May one more file begin beside these, which are on their way?
pub fn one_more(of_person: usize, of_bid: usize) -> Result<(), FileRefusal> {
    if of_person < MOST_OF_PERSON && of_bid < MOST_OF_BID {
        Ok(())
    } else {
        Err(FileRefusal::TooManyAtOnce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const QUOTA: Quota = Quota { file: 20, bid: 100, cooperative: 150 };

    #[test]
    fn each_limit_says_which_one_it_is() {
        let room = |size, bid, cooperative, with_taken_out| {
            QUOTA.room_for(size, Stock { bid, cooperative, with_taken_out })
        };
        assert_eq!(room(20, 80, 130, 430), Ok(()));
        assert_eq!(room(21, 0, 0, 0), Err(FileRefusal::TooLarge));
        assert_eq!(room(20, 81, 81, 81), Err(FileRefusal::BidFull));
        assert_eq!(room(20, 80, 131, 131), Err(FileRefusal::CooperativeFull));
        assert_eq!(room(20, 0, 0, 431), Err(FileRefusal::CooperativeFull));
        assert_eq!(one_more(4, 19), Ok(()));
        assert_eq!(one_more(5, 5), Err(FileRefusal::TooManyAtOnce));
        assert_eq!(one_more(0, 20), Err(FileRefusal::TooManyAtOnce));
    }

    #[test]
    fn the_same_file_goes_on_for_a_day() {
        let begun_at: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        let upload = Upload {
            id: UploadId::named("a"),
            bid: BidId::named("a"),
            section: "support".into(),
            by: PersonId::named("truus"),
            name: "brief.pdf".into(),
            size: 10,
            mark: "ab".into(),
            begun_at,
        };
        let again = Upload { id: UploadId::named("b"), ..upload.clone() };
        let day = upload.over_at();
        assert!(again.continues(&upload, day));
        assert!(!again.continues(&upload, day + SignedDuration::from_secs(1)));
        for other in [
            Upload { mark: "cd".into(), ..again.clone() },
            Upload { size: 11, ..again.clone() },
            Upload { by: PersonId::named("jan"), ..again.clone() },
            Upload { section: "costs".into(), ..again.clone() },
        ] {
            assert!(!other.continues(&upload, day));
        }
    }

    proptest! {
        #[test]
        fn what_fits_never_goes_over(size in 0i64..60, bid in 0i64..200, more in 0i64..200) {
            let stock = Stock { bid, cooperative: bid + more, with_taken_out: bid + more };
            if QUOTA.room_for(size, stock).is_ok() {
                prop_assert!(size <= QUOTA.file && stock.bid + size <= QUOTA.bid);
                prop_assert!(stock.cooperative + size <= QUOTA.cooperative);
            }
        }
    }
}
